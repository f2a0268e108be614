"""
Read a text whose sentences run over several lines as if they stood on one.

Phrases are sought with one space between their words. Where a text has other white space inside a sentence
(wrapped lines, tabs, no-break spaces), a copy with single spaces is read, and what was found is led back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.models import Document, Event, Evidence, Mention
from geo.text import Sentence

_ODD_SPACE = re.compile(r"[^\S ]\s*| \s+")


@dataclass(frozen=True)
class Unwrapped:
    """A copy of a document with single spaces inside its sentences, and the way back."""

    original: Document
    document: Document
    offsets: Sequence[int]
    """For each code point of the copy, and its end, where it stands in the original."""
    places: Sequence[int]
    """For each code point of the original, and its end, where it stands in the copy."""

    def sentence(self, sentence: Sentence) -> Sentence:
        """A sentence of the original in the copy."""
        return replace(sentence, start=self.places[sentence.start], end=self.places[sentence.end])

    def mention(self, mention: Mention) -> Mention:
        """A mention of the original in the copy."""
        spans = ("start", "end", "name_start", "name_end")
        return replace(mention, **{name: self.places[getattr(mention, name)] for name in spans})

    def event(self, event: Event, longest: int) -> Event:
        """An event of the copy with its evidence in the original, cut to `longest` code points."""
        start = self.offsets[event.evidence.start]
        end = min(self.offsets[event.evidence.end], start + longest)
        text = self.original.text[start:end].rstrip()
        return replace(event, evidence=Evidence(start, start + len(text), text))


def unwrap(document: Document, sentences: Sequence[Sentence]) -> Unwrapped | None:
    """The copy, or None if every sentence has single spaces already."""
    text = document.text
    odd = [gap for s in sentences for gap in _ODD_SPACE.finditer(text, s.start, s.end)]
    if not odd:
        return None
    pieces: list[str] = []
    offsets: list[int] = []
    places: list[int] = []
    at = 0
    for gap in odd:
        places.extend(range(len(offsets), len(offsets) + gap.start() - at))
        offsets.extend(range(at, gap.start() + 1))
        places.extend([len(offsets) - 1] * (gap.end() - gap.start()))
        pieces += [text[at : gap.start()], " "]
        at = gap.end()
    places.extend(range(len(offsets), len(offsets) + len(text) - at + 1))
    offsets.extend(range(at, len(text) + 1))
    copy = replace(document, text="".join([*pieces, text[at:]]), sections=())
    return Unwrapped(document, copy, offsets, places)
