"""Units for a name that is being typed: what `locate` finds, then spellings that begin with it or have it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from geo.decisions import written
from geo.desk.wording import place_words
from geo.places import load_gazetteer, look_up
from geo.text import fold
from geo.view import Words

MOST = 12
LONGEST = 80
"""Characters of a name."""
Found = dict[str, str | Words]


def units_of(name: str) -> list[Found]:
    """At most `MOST` units, the likeliest first; none for an empty name."""
    asked = " ".join(name.split())[:LONGEST]
    return [_found(pcode) for pcode in list(dict.fromkeys(_codes(asked)))[:MOST]] if asked else []


def _codes(name: str) -> Iterator[str]:
    answer = look_up(name)
    yield from [answer.unit.pcode] if answer.unit else answer.candidates
    form = _folded(name)
    starting = [pcode for known, pcode in _spellings() if known.startswith(form)]
    yield from starting
    if len(form) > 1:
        yield from (pcode for known, pcode in _spellings() if form in known)


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    """(folded spelling, P-code), those of today's counties first."""
    gazetteer = load_gazetteer()
    units = gazetteer.units
    named = [(_folded(name.form), name.pcode) for name in gazetteer.names if name.pcode in units]
    named += [(unit.pcode.casefold(), unit.pcode) for unit in units.values()]
    return tuple(sorted(set(named), key=lambda one: (units[one[1]].level != 2, one)))


def _folded(name: str) -> str:
    return " ".join(fold(name).text.casefold().split())


def _found(pcode: str) -> Found:
    return {
        "pcode": pcode,
        "written": written(load_gazetteer().units[pcode]),
        "place": place_words(pcode),
    }
