"""
Patterns with words in them: what stands around a facility, a place or a day, from data/phrases.csv.

A pattern names a row in braces, `{person}` or, of one language, `{person en}`, and is compiled when it is
first used. In a form of a row `*` is the rest of a word, `_` a blank that may be missing, `#` a number, and
what stands in round brackets may be missing.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from geo.text import LiteralFilter, Pattern, Search, data_rows


class PhrasePattern(Pattern):
    """
    A pattern with words of data/phrases.csv.

    `needs` are words and rows, joined by bars, one of which every match has and which are sooner found.
    """

    def __init__(self, template: str, flags: re.RegexFlag = re.NOFLAG, needs: str = "") -> None:
        super().__init__(template, flags)
        self._needs = needs

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        template, flags = self._given
        return re.compile(
            _NAMED.sub(lambda found: f"(?:{_alternation(found['name'], found['edge'])})", template), flags
        )

    @cached_property
    def search(self) -> Search:
        """Where it first matches."""
        return _where_held(self._pattern.search, self._needs) if self._needs else self._pattern.search


def _where_held(search: Search, needs: str) -> Search:
    """A search that is only made in a stretch with one of some words."""
    filled = _NAMED.sub(lambda found: "|".join(forms_of(found["name"])), needs)
    literals = [max(_VARIED.split(form), key=len) for form in filled.split("|")]
    holds_any = LiteralFilter([literals]).holds_any

    def where_held(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        end = len(text) if end is None else end
        return search(text, start, end) if holds_any(text[start:end]) else None

    return where_held


def forms_of(name: str) -> tuple[str, ...]:
    """The forms of a row; of the rows of both languages where the name ends in neither."""
    return _table()[name]


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in data_rows("phrases.csv"):
        forms = tuple(row["forms"].split("|"))
        table[f"{row['name']} {row['language']}"] = forms
        table[row["name"]] = (*table.get(row["name"], ()), *forms)
    return table


@cache
def _alternation(name: str, edge: str = "") -> str:
    """
    The forms of a row as a part of a pattern, by first letter, of each the longest first.

    The `edge` of a word before them is looked for behind each first letter, so that a search skips to those.
    """
    rests: dict[str, list[str]] = {}
    for form in sorted(forms_of(name), key=len, reverse=True):
        first = form[0] if form[0].isalpha() else ""
        rests.setdefault(first, []).append(_SIGN.sub(_written, form[len(first) :]))
    begun = {first: f"{first}(?<={edge}{first})" if edge and first else edge + first for first in rests}
    return "|".join(f"{begun[first]}(?:{'|'.join(rest)})" for first, rest in rests.items())


def _written(sign: re.Match[str]) -> str:
    return _SIGNS.get(sign[0]) or re.escape(sign[0])


_NAMED = Pattern(r"(?P<edge>(?:\\b)?)\{(?P<name>[a-z][a-z ]*)\}")
_VARIED = re.compile(r"[*_#]|\([^)]*\)")
"""What a form may hold in several ways."""
_SIGN = Pattern(r"\W|_")
_SIGNS = {" ": " ", "*": r"\w*", "_": " ?", "#": r"\d+", "(": "(?:", ")": ")?"}


_WORD = Pattern(r"[A-Za-z][a-z]+")


def is_headline(words: str) -> bool:
    """Whether most words are written with capitals, as in a headline."""
    found = _WORD.findall(words)
    capital: int = sum(word[0].isupper() for word in found)
    return capital * 2 > len(found)
