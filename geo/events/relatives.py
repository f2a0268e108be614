"""What happens in a place that is named before: `from Anbyon County, where a tile factory is going up`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from geo.dates import DatePhrase
from geo.events.clauses import Clause
from geo.events.records import Reader
from geo.events.sites import is_site, only_qualifies
from geo.events.vocabulary import Term
from geo.models import Mention
from geo.text import Sentence

_WHERE = re.compile(r",? (?:and )?where\b")
_QUALIFIED = re.compile(
    r"(?:,? (?:(?:in|of|on) )?(?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)*|,? (?:in|on) the \w+ ?coast| \w+"
)
"""Between a place and `where`: its province, or one word such as `beforehand`."""
_LISTED = re.compile(r",? and |, ")
_ENDS = re.compile(r"[;:]|,(?! (?:[A-Z][\w-]+ )+(?:Province|County|City|District))(?! (?:19|20)\d\d)")

T = TypeVar("T", Term, Mention, DatePhrase)


def placed_where(reader: Reader, sentence: Sentence, clause: Clause) -> Clause:
    """The clause with the place before its `where`, if it stands behind one and names none itself."""
    cue = clause.cues[0]
    opening = _last_where(reader.text, sentence.start, cue.start)
    if opening is None:
        return clause
    ending = _ENDS.search(reader.text, cue.end, sentence.end)
    end = ending.start() if ending else sentence.end
    inside = reader.mentions_in(sentence.start, sentence.end)
    sites = [m for m in inside if is_site(m) and not only_qualifies(reader, inside, m)]
    before = [m for m in sites if m.end <= opening.start()]
    if not before or any(opening.end() <= m.start < end for m in sites):
        return clause
    if not _QUALIFIED.fullmatch(reader.text, before[-1].end, opening.start()):
        return clause
    return replace(
        clause,
        places=_list_up_to(reader.text, before),
        facilities=_inside(clause.facilities, opening.end(), end),
        dates=_inside(clause.dates, opening.end(), end),
    )


def _list_up_to(text: str, places: Sequence[Mention]) -> tuple[Mention, ...]:
    """The last place with those that are listed with it: `Hamju and Kumya counties`."""
    first = len(places) - 1
    while first and _LISTED.fullmatch(text, places[first - 1].end, places[first].start):
        first -= 1
    return tuple(places[first:])


def _last_where(text: str, start: int, end: int) -> re.Match[str] | None:
    """The `where` that is nearest before a cue in the same stretch of a sentence."""
    found = list(_WHERE.finditer(text, start, end))
    if not found or _ENDS.search(text, found[-1].end(), end):
        return None
    return found[-1]


def _inside(items: Sequence[T], start: int, end: int) -> tuple[T, ...]:
    """The items of the clause itself; all of them if it has none."""
    return tuple(item for item in items if start <= item.start < end) or tuple(items)
