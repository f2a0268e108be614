"""
Early exits for patterns: which of many can match a text at all, told by one pass of an exact matcher.

A pattern that matches holds at least one of its literals; one without any is always tried. What is skipped
could not have matched: findings are the same with and without.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import ahocorasick_rs

from geo.text.folding import DOTS
from geo.text.patterns import Pattern

_CASES = str.maketrans({"ſ": "s", "ı": "i", "İ": "i", "\u212a": "k"})
"""Letters that IGNORECASE takes for others and that have another lower case."""
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Halves of characters, which a matcher of UTF-8 cannot be given."""
_FOLDED = _CASES | _HALVES | {ord(dot): "·" for dot in DOTS}
_ODD = Pattern(f"[ſıİ\u212a\ud800-\udfff{DOTS}]")


class LiteralFilter:
    """
    Sets of literals, and which of the sets have one in a text; an empty set always counts as there.

    A literal that begins with a capital counts only where the text has one.
    """

    def __init__(self, sets: Sequence[Collection[str]]) -> None:
        owners: dict[str, tuple[int, int]] = {}
        for number, literals in enumerate(sets):
            for literal in literals:
                form, bit = folded_case(literal), 1 << number
                anywhere, capital = owners.get(form, (0, 0))
                owners[form] = (
                    (anywhere, capital | bit) if literal[0].isupper() else (anywhere | bit, capital)
                )
        self._always = sum(1 << number for number, literals in enumerate(sets) if not literals)
        self._numbers = range(len(sets))
        self._owners = list(owners.values())
        self._matcher = ahocorasick_rs.AhoCorasick(list(owners))

    def present(self, text: str) -> list[int]:
        """Numbers of the sets of which a literal stands in a text, in ascending order."""
        there = self._always
        for literal, start, _ in self._matcher.find_matches_as_indexes(folded_case(text), overlapping=True):
            anywhere, capital = self._owners[literal]
            there |= anywhere | capital if capital and text[start].isupper() else anywhere
        return [number for number in self._numbers if there >> number & 1] if there else []

    def holds_any(self, text: str) -> bool:
        """Whether a literal of whatever set stands in a text, in any case."""
        return bool(self._matcher.find_matches_as_indexes(folded_case(text)))


class LedPattern:
    """
    A pattern of which every match begins with one of some literals, or no more than `reach` before one: it
    is tried only there.

    Where it takes no regard to case, literals are those of any case.
    """

    def __init__(self, pattern: str, literals: Collection[str], reach: int = 0) -> None:
        self.pattern = re.compile(pattern)
        self._match, self._any_case = self.pattern.match, bool(self.pattern.flags & re.IGNORECASE)
        self._matcher = ahocorasick_rs.AhoCorasick(list(map(folded_case, literals)))
        self._steps = range(-reach, 1)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Its matches in a text, in order and without overlaps."""
        last = 0
        searched = folded_case(text) if self._any_case else text
        found = self._matcher.find_matches_as_indexes(searched, overlapping=True)
        for start in sorted({start + step for _, start, _ in found for step in self._steps}):
            if start >= last and (match := self._match(text, start)):
                last = match.end()
                yield match


def folded_case(text: str) -> str:
    """The text in the lower case that matching without regard to case goes by."""
    if not text.isascii() and _ODD.search(text):
        text = text.translate(_FOLDED)
    return text.lower()
