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

Part = tuple[Any, Any]
"""Operation and argument, as the parser of `re` gives them."""

_parser: Any = getattr(re, "_parser", None)
_WEAKEST = 2
"""Weaker literals are in nearly every text, and tell nothing."""
_MOST = 64
"""Texts that a stretch of a pattern may match to be looked for as a whole."""
_FEW = 4
"""Letters of a class that are told one by one."""
_CASES = str.maketrans({"ſ": "s", "ı": "i", "İ": "i", "\u212a": "k"})
"""Letters that IGNORECASE takes for others and that have another lower case."""
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Halves of characters, which a matcher of UTF-8 cannot be given."""
_FOLDED = _CASES | _HALVES


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
    return (text if text.isascii() else text.translate(_FOLDED)).lower()


def required_literals(pattern: str) -> frozenset[str]:
    r"""
    Words of which at least one stands in whatever the pattern matches; empty if none can be told.

    >>> sorted(required_literals(r"(?:ribbon|tape)[- ]cut\w*"))
    ['ribbon cut', 'ribbon-cut', 'tape cut', 'tape-cut']
    >>> sorted(required_literals("착공|준공식"))
    ['준공식', '착공']
    """
    return frozenset() if _parser is None else frozenset(_of_sequence(_parser.parse(pattern)))


def _of_sequence(items: Iterable[Part]) -> set[str]:
    """The best choice of literals of a sequence: the one whose weakest literal is strongest."""
    choices: list[set[str]] = []
    stretch = {""}
    for operation, value in items:
        exact = _exact(str(operation), value)
        longer = {before + after for before in stretch for after in exact} if exact else set()
        if 0 < len(longer) <= _MOST:
            stretch = longer
            continue
        choices.append(stretch)
        stretch = exact or {""}
        if not exact:
            choices.append(_of_part(str(operation), value))
    best = max([*choices, stretch], key=lambda choice: (_strength(choice), -len(choice)))
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


def _exact(operation: str, value: Any) -> set[str]:
    """All texts that one part of a pattern matches, if they are few; empty if they are many or not known."""
    if operation == "LITERAL":
        return {chr(value)}
    if operation in ("AT", "ASSERT", "ASSERT_NOT"):
        return {""}  # a look around takes no letters, so what follows it stands beside what went before
    if operation == "IN":
        letters = {chr(letter) for kind, letter in value if str(kind) == "LITERAL"}
        return letters if len(letters) == len(value) <= _FEW else set()
    if operation == "SUBPATTERN":
        return _exact_sequence(value[-1])
    if operation == "MAX_REPEAT" and value[:2] == (0, 1):
        repeated = _exact_sequence(value[2])
        return {"", *repeated} if repeated else set()
    if operation == "BRANCH":
        branches = [_exact_sequence(branch) for branch in value[1]]
        together = set().union(*branches) if all(branches) else set()
        return together if len(together) <= _MOST else set()
    return set()


def _exact_sequence(items: Iterable[Part]) -> set[str]:
    """All texts that a sequence matches, if they are few."""
    texts = {""}
    for operation, value in items:
        exact = _exact(str(operation), value)
        texts = {before + after for before in texts for after in exact}
        if not 0 < len(texts) <= _MOST:
            return set()
    return texts


def _strength(literals: Collection[str]) -> int:
    """Letters of the weakest literal, where a syllable or a character of East Asia counts for two."""
    return min((len(literal) + sum(letter > "ᄀ" for letter in literal) for literal in literals), default=0)
