"""Days and months in a list: `in Kosan and Orang on January 29 and 31 respectively`, 6월과 9월에."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from geo.dates import DatePhrase
from geo.models import Mention
from geo.text import Pattern

IN_ORDER = Pattern(r"r(?<=\br)espectively\b|i(?<=\bi)n (?:that|this) order\b|각각")
_JOINED = Pattern(r",? (?:and|및) (?:on )?(?:the )?|, (?:on )?(?:the )?|[과와] ?|· ?|, ")
_TWO_DAYS = Pattern(
    r"(?<!\d)(\d{1,2})(?:일|st|nd|rd|th)?(?: and (?:the )?| ?[과와] |, ?|·)(\d{1,2})(?!\d|월)"
)


def day_in_order(
    text: str,
    span: tuple[int, int],
    places: Sequence[Mention],
    dates: Sequence[DatePhrase],
    place: Mention,
    named: Sequence[Mention] = (),
) -> DatePhrase | None:
    """
    The day of a place where a sentence, text[span], lists as many days as places.

    `named` are all places of the sentence: beside others, the days of a list may be theirs.

    None where it lists none; only the month, or year, where their numbers differ although they are in order.
    """
    if not dates or place not in places or _is_mixed(places, dates):
        return None
    told = IN_ORDER.search(text, *span) is not None
    if not told and any(other not in places for other in named):
        return None
    lists = [days for days in _day_lists(text, dates, told) if len(days) > 1]
    for days in lists:
        if len(days) == len(places):
            return days[list(places).index(place)]
    return _shared(lists[0]) if told and lists else None


def _shared(days: tuple[DatePhrase, ...]) -> DatePhrase:
    """What the days have in common."""
    month, year = ({(day.date or "")[:length] for day in days} for length in (7, 4))
    return replace(days[0], date=month.pop() if len(month) == 1 else min(year))


def _is_mixed(places: Sequence[Mention], dates: Sequence[DatePhrase]) -> bool:
    """Whether a date stands between the places, so that each has its own."""
    return any(
        left.end <= date.start < right.start for left, right in itertools.pairwise(places) for date in dates
    )


def _day_lists(text: str, dates: Sequence[DatePhrase], told: bool) -> list[tuple[DatePhrase, ...]]:
    """Days one after the other; two of one month, which may be a span, only if they are `told` to be."""
    lists: list[tuple[DatePhrase, ...]] = []
    row: list[DatePhrase] = []
    for date in dates:
        if row and not _JOINED.fullmatch(text, row[-1].end, date.start):
            lists.append(tuple(row))
            row = []
        if len(date.date or "") >= 7:
            row.append(date)
        if told and (both := _both(text, date)):
            lists.append(both)
    return [*lists, tuple(row)]


def _both(text: str, span: DatePhrase) -> tuple[DatePhrase, ...]:
    """The two days of `January 29 and 31`."""
    days = _TWO_DAYS.search(text, span.start, span.end + 12)
    if days is None or days.start() >= span.end or len(span.date or "") < 7:
        return ()
    return tuple(replace(span, date=f"{(span.date or '')[:7]}-{int(day):02d}") for day in days.groups())


_AGAIN = Pattern(
    r"(?:,? and |, )(?:again |then |once more |later )?(?:in |on )?(?:early |late )?"
    r"|[과와에] ?(?:다시 |또 )?|, ?"
)


_ENDS = Pattern(
    r"[\W]*$|[,.;)\]”\"'’]|[에일월]| (?:두|세|네|\d) ?(?:차례|번)"
    r"| (?:and|to|for|with|when|while|as|before|after|each)\b"
)


def visits_in_list(folded: str, dates: Sequence[DatePhrase], day: str) -> list[str]:
    """Dates one after the other of which `day` is one: `in July and again in November`."""
    row: list[DatePhrase] = []
    for date in (d for d in dates if len(d.date or "") >= 4):
        if row and not (_AGAIN.fullmatch(folded, row[-1].end, date.start) and _ENDS.match(folded, date.end)):
            if day in [d.date for d in row]:
                break
            row = []
        row.append(date)
    days = [d.date for d in row if d.date]
    return days if day in days and len(days) > 1 else []


_MONTHS = Pattern(r"(?<![\d.])(?:\d{1,2}월?(?:에도?)?(?:[·ㆍ]|, ?|[과와] | ))+\d{1,2}월")


def months_in_list(text: str, span: tuple[int, int], dates: Sequence[DatePhrase]) -> list[str]:
    """Months that text[span] lists for what happened in each, YYYY-MM: 8·9·10월, 6월과 9월에."""
    for listed in _MONTHS.finditer(text, *span):
        last = next((d for d in dates if d.date and d.start < listed.end() <= d.end), None)
        months = [int(number) for number in re.findall(r"\d+", listed[0])]
        rising = all(one < other for one, other in itertools.pairwise(months))
        if last is not None and last.date and rising and months[-1] <= 12:
            return [f"{last.date[:4]}-{month:02d}" for month in months]
    return []
