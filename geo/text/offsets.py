"""
A changed copy of a text, and for each of its code points where it stands in the original.

Names are sought in folded text, events in text with composed letters and single spaces; what is found is told
at the offsets of the file.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, overload

Replacement = tuple[int, int, str]
"""Start and end in the original, and what stands in the copy instead."""


class Offsets(Sequence[int]):
    """
    Where each code point of a copy stands in the original.

    Kept as stretches, each with where it begins in the copy and in the original: in every other one the code
    points count on, those between (what stands instead of something) all stand where it begins.
    """

    __slots__ = ("_copy", "_length", "_original")

    def __init__(self, copy: list[int], original: list[int], length: int) -> None:
        self._copy, self._original, self._length = copy, original, length

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._length))]
        if not 0 <= at < self._length:
            if not -self._length <= at < 0:
                raise IndexError(at)
            at += self._length
        number = bisect_right(self._copy, at) - 1
        return self._original[number] + (0 if number % 2 else at - self._copy[number])

    def first_from(self, at: int) -> int:
        """The first code point of the copy that stands at a place of the original or behind it."""
        number = bisect_left(self._original, at)
        behind = self._copy[number] if number < len(self._copy) else self._length
        if number % 2:
            return min(behind, self._copy[number - 1] + at - self._original[number - 1])
        return behind


class Changed(NamedTuple):
    """A copy of a text."""

    text: str
    offsets: Offsets
    """Ascending, one more entry than code points; the last is the length of the original."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original of text[start:end]."""
        return self.offsets[start], self.offsets[end]

    def place(self, at: int) -> int:
        """Where a code point of the original stands in the copy, or what stands there in its place."""
        return self.offsets.first_from(at)


def changed(
    text: str, replacements: Iterable[Replacement], plain: Callable[[str], str] | None = None
) -> Changed:
    """
    The copy of a text with some stretches replaced, given in order.

    All of a replacement stands where its stretch begins. `plain` changes what is between the stretches and
    must keep its length.
    """
    pieces: list[str] = []
    copy, original = [0], [0]
    at = made = counted = 0
    for start, end, instead in replacements:
        between = text[at:start]
        pieces += [plain(between) if plain else between, instead]
        at = end
        if end - start != 1 or len(instead) != 1:
            made += start - counted
            copy += (made, made := made + len(instead))
            original += (start, end)
            counted = end
    pieces.append(plain(text[at:]) if plain else text[at:])
    return Changed("".join(pieces), Offsets(copy, original, made + len(text) - counted + 1))
