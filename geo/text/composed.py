"""
Decomposed text read as composed, long gaps as short ones, and what was found led back to the text as it is.

Files from macOS may hold 성 as three letters, ŏ as o and ギ as キ with a mark; pages and tables may hold
thousands of blanks in a row. Rules are written for composed text with gaps of a common length, and their
patterns take long where gaps are endless; offsets count the characters of the file.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from geo.models import LONGEST_EVIDENCE, Document, Event, Evidence, Mention
from geo.text.offsets import Changed, changed
from geo.text.patterns import Pattern

LONGEST_GAP = 40
"""Code points of white space in a row that are read as they are."""

_GAP = Pattern(rf"\s\s{{{LONGEST_GAP},}}")
_LINE_END = Pattern(r"\r\n|\n|\r")
_CLUSTER = Pattern(r"[ᄀ-ᄒ][ᅡ-ᅵ][ᆨ-ᇂ]?|\w[\u0300-\u036f]+|[うか-ヽ][\u3099\u309a]")


class Composed(NamedTuple):
    """A document in composed letters and with short gaps, and where its characters stand in the original."""

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
        spans = tuple(map(self._evidence, found.evidence_spans))
        return replace(found, evidence=self._evidence(found.evidence), evidence_spans=spans)

    def _evidence(self, found: Evidence) -> Evidence:
        start, end = self.copy.span(found.start, found.end)
        if end > start + LONGEST_EVIDENCE:
            end = self.copy.offsets[bisect_right(self.copy.offsets, start + LONGEST_EVIDENCE) - 1]
        return Evidence(start, end, self.original[start:end])


def compose(document: Document) -> Composed | None:
    """The document in composed letters and with short gaps; None if it is so already."""
    text = document.text
    decomposed = not unicodedata.is_normalized("NFC", text)
    gaps = [(gap.start(), gap.end(), _short(gap.group())) for gap in _GAP.finditer(text)]
    if not decomposed and not gaps:
        return None
    clusters = _CLUSTER.finditer(text) if decomposed else ()
    composed = ((c.start(), c.end(), unicodedata.normalize("NFC", c.group())) for c in clusters)
    copy = changed(text, sorted(chain(composed, gaps)))
    sections = tuple(
        replace(one, start=copy.place(one.start), end=copy.place(one.end)) for one in document.sections
    )
    title = unicodedata.normalize("NFC", document.title) if document.title else document.title
    return Composed(replace(document, text=copy.text, title=title, sections=sections), text, copy)


def _short(gap: str) -> str:
    """What is read in place of a long gap: a blank line, a line end or a blank."""
    line_ends = len(_LINE_END.findall(gap))
    return "\n\n" if line_ends > 1 else "\n" if line_ends else " "
