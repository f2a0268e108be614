"""Stretches of a text, and which of them lie across another: looked up; apart, since all rooms use it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

Span = tuple[int, int]


class Spans:
    """Stretches as (start, end), in any order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self._longest = max((end - start for start, end in self._spans), default=0)

    def across(self, start: int, end: int) -> list[Span]:
        """
        Those that share a code point with text[start:end], in order.

        >>> Spans([(0, 4), (6, 9)]).across(3, 7)
        [(0, 4), (6, 9)]
        """
        if not self._spans:
            return []
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [span for span in self._spans[first:last] if span[1] > start]
