"""
Decomposed text read as composed, and what was found in it led back to the text as it stands.

Files from macOS may hold 성 as three letters and ŏ as o with a mark. Rules are written for composed text;
offsets count the characters of the file.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from geo.models import LONGEST_EVIDENCE, Document, Event, Evidence, Mention
from geo.text.offsets import Changed, changed

_CLUSTER = re.compile(r"[ᄀ-ᄒ][ᅡ-ᅵ][ᆨ-ᇂ]?|\w[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Composed:
    """A document in composed letters, and where each of its characters stands in the original."""

    document: Document
    original: str
    copy: Changed

    def mention(self, found: Mention) -> Mention:
        """The mention with the offsets and letters of the original."""
        start, end = self.copy.span(found.start, found.end)
        name_start, name_end = self.copy.span(found.name_start, found.name_end)
        surface = self.original[start:end]
        return replace(found, surface=surface, start=start, end=end, name_start=name_start, name_end=name_end)

    def event(self, found: Event) -> Event:
        """The event with evidence of the original, cut where it would be too long in decomposed letters."""
        start, end = self.copy.span(found.evidence.start, found.evidence.end)
        if end > start + LONGEST_EVIDENCE:
            end = max(at for at in self.copy.offsets if at <= start + LONGEST_EVIDENCE)
        return replace(found, evidence=Evidence(start, end, self.original[start:end]))


def compose(document: Document) -> Composed | None:
    """The document in composed letters; None if it is so already."""
    text = document.text
    if unicodedata.is_normalized("NFC", text):
        return None
    clusters = _CLUSTER.finditer(text)
    copy = changed(text, ((c.start(), c.end(), unicodedata.normalize("NFC", c.group())) for c in clusters))
    sections = tuple(
        replace(one, start=copy.place(one.start), end=copy.place(one.end)) for one in document.sections
    )
    title = unicodedata.normalize("NFC", document.title) if document.title else document.title
    return Composed(replace(document, text=copy.text, title=title, sections=sections), text, copy)
