"""
Read a text whose sentences run over several lines as if they stood on one.

Phrases are sought with one space between their words. Where a text has other white space inside a sentence
(wrapped lines, tabs, no-break spaces), a copy with single spaces is read, and what was found is led back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from geo.models import LONGEST_EVIDENCE, Document, Event, Evidence, Mention
from geo.text import Changed, Pattern, Sentence, changed

_ODD_SPACE = Pattern(r"\s(?:(?<=[^\S ])\s*|\s+)")


class Unwrapped(NamedTuple):
    """A copy of a document with single spaces inside its sentences, and the way back."""

    original: Document
    document: Document
    copy: Changed

    def sentence(self, sentence: Sentence) -> Sentence:
        """A sentence of the original in the copy."""
        return sentence._replace(start=self.copy.place(sentence.start), end=self.copy.place(sentence.end))

    def mention(self, mention: Mention) -> Mention:
        """A mention of the original in the copy."""
        return replace(
            mention,
            start=self.copy.place(mention.start),
            end=self.copy.place(mention.end),
            name_start=self.copy.place(mention.name_start),
            name_end=self.copy.place(mention.name_end),
        )

    def event(self, event: Event) -> Event:
        """An event of the copy with its evidence in the original, cut where that would be too long."""
        spans = tuple(self._evidence(span) for span in event.evidence_spans)
        return replace(event, evidence=spans[0], evidence_spans=spans)

    def _evidence(self, evidence: Evidence) -> Evidence:
        start, end = self.copy.span(evidence.start, evidence.end)
        text = self.original.text[start : min(end, start + LONGEST_EVIDENCE)].rstrip()
        return Evidence(start, start + len(text), text)


def unwrap(document: Document, sentences: Sequence[Sentence]) -> Unwrapped | None:
    """The copy, or None if every sentence has single spaces already."""
    text = document.text
    odd = [gap.span() for s in sentences for gap in _ODD_SPACE.finditer(text, s.start, s.end)]
    if not odd:
        return None
    copy = changed(text, ((start, end, " ") for start, end in odd))
    return Unwrapped(document, replace(document, text=copy.text, sections=()), copy)
