"""
A changed copy of a text, and for each of its code points where it stands in the original.

Names are sought in folded text, events in text with composed letters and single spaces; what is found is told
at the offsets of the file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Replacement = tuple[int, int, str]
"""Start and end in the original, and what stands in the copy instead."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A copy of a text."""

    text: str
    offsets: Sequence[int]
    """Ascending, one more entry than code points; the last is the length of the original."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original of text[start:end]."""
        return self.offsets[start], self.offsets[end]

    def place(self, at: int) -> int:
        """Where a code point of the original stands in the copy, or what stands there in its place."""
        return bisect_left(self.offsets, at)


def changed(
    text: str, replacements: Iterable[Replacement], plain: Callable[[str], str] | None = None
) -> Changed:
    """
    The copy of a text with some stretches replaced, given in order.

    All of a replacement stands where its stretch begins. `plain` changes what is between the stretches and
    must keep its length.
    """
    pieces: list[str] = []
    offsets: list[int] = []
    at = counted = 0
    for start, end, instead in replacements:
        between = text[at:start]
        pieces += [plain(between) if plain else between, instead]
        at = end
        if end - start != 1 or len(instead) != 1:
            offsets.extend(range(counted, start))
            offsets.extend([start] * len(instead))
            counted = end
    pieces.append(plain(text[at:]) if plain else text[at:])
    offsets.extend(range(counted, len(text) + 1))
    return Changed("".join(pieces), offsets)
