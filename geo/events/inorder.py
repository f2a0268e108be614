"""Days in the order of their places: `in Kosan and Orang on January 29 and 31 respectively`."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from geo.dates import DatePhrase
from geo.events.clauses import Clause
from geo.models import Mention

_IN_ORDER = re.compile(r"\brespectively\b|\bin (?:that|this) order\b|각각")
_JOINED = re.compile(r",? (?:and|및) (?:on )?(?:the )?|, (?:on )?(?:the )?|[과와] ?|· ?|, ")
_TWO_DAYS = re.compile(
    r"(?<!\d)(\d{1,2})(?:일|st|nd|rd|th)?(?: and (?:the )?| ?[과와] |, ?|·)(\d{1,2})(?!\d)"
)


def day_in_order(text: str, clause: Clause, place: Mention) -> DatePhrase | None:
    """
    The day of a place where the clause lists as many days as places.

    None where it lists none; only the month, or year, where their numbers differ although they are in order.
    """
    places = _in_a_row(clause)
    if place not in places:
        return None
    told = _IN_ORDER.search(text, clause.start, clause.end) is not None
    lists = [days for days in _day_lists(text, clause, told) if len(days) > 1]
    for days in lists:
        if len(days) == len(places):
            return days[places.index(place)]
    return _span(lists[0]) if told and lists else None


def _span(days: tuple[DatePhrase, ...]) -> DatePhrase:
    """What the days have in common."""
    month, year = ({(day.date or "")[:length] for day in days} for length in (7, 4))
    return replace(days[0], date=month.pop() if len(month) == 1 else min(year))


def _in_a_row(clause: Clause) -> tuple[Mention, ...]:
    """The places of a clause, if no date stands between them."""
    places = clause.places
    between = any(
        left.end <= date.start < right.start
        for left, right in itertools.pairwise(places)
        for date in clause.dates
    )
    return () if between else places


def _day_lists(text: str, clause: Clause, told: bool) -> list[tuple[DatePhrase, ...]]:
    """Days one after the other; two of one month, which may be a span, only if they are `told` to be."""
    lists: list[tuple[DatePhrase, ...]] = []
    row: list[DatePhrase] = []
    for date in clause.dates:
        if row and not _JOINED.fullmatch(text, row[-1].end, date.start):
            lists.append(tuple(row))
            row = []
        if len(date.date or "") == 10:
            row.append(date)
        if told and date.kind == "range" and len(date.date or "") == 7:
            lists.append(_both(text, date))
    return [*lists, tuple(row)]


def _both(text: str, span: DatePhrase) -> tuple[DatePhrase, ...]:
    """The two days of `January 29 and 31`."""
    days = _TWO_DAYS.search(text, span.start, span.end)
    return tuple(replace(span, date=f"{span.date}-{int(day):02d}") for day in days.groups()) if days else ()
