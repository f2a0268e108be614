"""
Early exits for patterns: which of many can match a text at all, told by one pass of an exact matcher.

A pattern that matches holds at least one of its literals. They are read from the parsed pattern, so a row
that somebody changes is looked for by its new words; a pattern without any is always tried. What is skipped
could not have matched: findings are the same with and without.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import ahocorasick_rs

_parser: Any = getattr(re, "_parser", None)
_WEAKEST = 2
"""Weaker literals are in nearly every text, and tell nothing."""
_CASES = str.maketrans({"ſ": "s", "ı": "i", "İ": "i", "\u212a": "k"})
"""Letters that IGNORECASE takes for others and that have another lower case."""


class LiteralFilter:
    """Sets of literals, and which of the sets have one in a text; an empty set always counts as there."""

    def __init__(self, sets: Sequence[Collection[str]]) -> None:
        owners: dict[str, int] = {}
        for number, literals in enumerate(sets):
            for literal in map(folded_case, literals):
                owners[literal] = owners.get(literal, 0) | 1 << number
        self._always = sum(1 << number for number, literals in enumerate(sets) if not literals)
        self._numbers = range(len(sets))
        self._owners = list(owners.values())
        self._matcher = ahocorasick_rs.AhoCorasick(list(owners))

    def present(self, text: str) -> list[int]:
        """Numbers of the sets of which a literal stands in a text, in any case, in ascending order."""
        there = self._always
        for literal, _, _ in self._matcher.find_matches_as_indexes(folded_case(text), overlapping=True):
            there |= self._owners[literal]
        return [number for number in self._numbers if there >> number & 1]


def folded_case(text: str) -> str:
    """The text in the lower case that matching without regard to case goes by."""
    return (text if text.isascii() else text.translate(_CASES)).lower()


def required_literals(pattern: str) -> frozenset[str]:
    """
    Words of which at least one stands in whatever the pattern matches; empty if none can be told.

    >>> sorted(required_literals("(?:ribbon|ground)[- ]cut(?:ting)?"))
    ['ground', 'ribbon']
    >>> sorted(required_literals("착공|준공식"))
    ['준공식', '착공']
    """
    return frozenset() if _parser is None else frozenset(_of_sequence(_parser.parse(pattern)))


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> set[str]:
    """The best choice of literals of a sequence: the one whose weakest literal is strongest."""
    choices: list[set[str]] = []
    run = ""
    for operation, value in items:
        if str(operation) == "LITERAL":
            run += chr(value)
            continue
        choices += [{run}, _of_part(str(operation), value)]
        run = ""
    best = max([*choices, {run}], key=lambda choice: (_strength(choice), -len(choice)))
    return best if _strength(best) >= _WEAKEST else set()


def _of_part(operation: str, value: Any) -> set[str]:
    """The literals that one part of a pattern needs; empty if it can match without any."""
    if operation == "SUBPATTERN":
        return _of_sequence(value[-1])
    if operation == "ATOMIC_GROUP":
        return _of_sequence(value)
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, repeated = value
        return _of_sequence(repeated) if least else set()
    if operation == "BRANCH":
        branches = [_of_sequence(branch) for branch in value[1]]
        return set().union(*branches) if all(branches) else set()
    return set()


def _strength(literals: Collection[str]) -> int:
    """Letters of the weakest literal, where a syllable or a character of East Asia counts for two."""
    return min((len(literal) + sum(letter > "ᄀ" for letter in literal) for literal in literals), default=0)
