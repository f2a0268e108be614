"""
Decomposed text read as composed, and what was found in it led back to the text as it stands.

Files from macOS may hold 성 as three letters and ŏ as o with a mark. Rules are written for composed text;
offsets count the characters of the file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from geo.models import Document, Event, Evidence, Mention

LONGEST_EVIDENCE = 400
"""In characters of the file."""

_CLUSTER = re.compile(r"[ᄀ-ᄒ][ᅡ-ᅵ][ᆨ-ᇂ]?|\w[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Composed:
    """A document in composed letters, and where each of its characters stands in the original."""

    document: Document
    original: str
    offsets: Sequence[int]
    """One more entry than characters; the last is the length of the original."""

    def mention(self, found: Mention) -> Mention:
        """The mention with the offsets and letters of the original."""
        start, end = self.offsets[found.start], self.offsets[found.end]
        return replace(
            found,
            surface=self.original[start:end],
            start=start,
            end=end,
            name_start=self.offsets[found.name_start],
            name_end=self.offsets[found.name_end],
        )

    def event(self, found: Event) -> Event:
        """The event with evidence of the original, cut where it would be too long in decomposed letters."""
        start = self.offsets[found.evidence.start]
        last = max(at for at in self.offsets if at <= start + LONGEST_EVIDENCE)
        end = min(self.offsets[found.evidence.end], last)
        return replace(found, evidence=Evidence(start, end, self.original[start:end]))


def compose(document: Document) -> Composed | None:
    """The document in composed letters; None if it is so already."""
    if unicodedata.is_normalized("NFC", document.text):
        return None
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for cluster in _CLUSTER.finditer(document.text):
        pieces.append(document.text[at : cluster.start()])
        offsets.extend(range(at, cluster.start()))
        letter = unicodedata.normalize("NFC", cluster.group())
        pieces.append(letter)
        offsets.extend([cluster.start()] * len(letter))
        at = cluster.end()
    pieces.append(document.text[at:])
    offsets.extend(range(at, len(document.text) + 1))
    return Composed(
        _moved(document, "".join(pieces), lambda start: bisect_left(offsets, start)), document.text, offsets
    )


def _moved(document: Document, text: str, moved: Callable[[int], int]) -> Document:
    """The document with another text and its sections where they stand in that."""
    sections = (replace(one, start=moved(one.start), end=moved(one.end)) for one in document.sections)
    title = unicodedata.normalize("NFC", document.title) if document.title else document.title
    return replace(document, text=text, title=title, sections=tuple(sections))
