"""
Times looked up among many: partial dates that can mean one event, and spans of time that meet.

What is asked of one report costs about the same however many others there are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date as Day
from datetime import timedelta
from typing import NamedTuple

from geo.projects.policy import day_range

SLACK = timedelta(days=3)
"""Two days this close are one event: the day of the report is often taken for the day itself."""
ENDLESS = Day.max.toordinal()


def compatible(one: str, other: str) -> bool:
    """
    Whether two partial dates can mean the same event: two days up to three days apart, a day in (or up to
    three days off) a month or year, a month in a year. Two months, or two years, are never the same.
    """
    days, days2 = day_range(one), day_range(other)
    if days is None or days2 is None:
        return False
    if len(one) == len(other) < 10:
        return one == other
    slack = SLACK if 10 in (len(one), len(other)) else timedelta(0)
    return days[0] - days2[1] <= slack and days2[0] - days[1] <= slack


def coarser(date: str) -> set[str]:
    """What a less precise date of the same time can be: months and years, three days off a day; or none."""
    days = day_range(date)
    if days is None:
        return set()
    if len(date) < 10:
        return {date[:4], ""}
    spelled = (_spelled(days[0].toordinal() + off) for off in (-SLACK.days, SLACK.days))
    return {part for day in spelled for part in (day[:7], day[:4], "")}


def _spelled(ordinal: int) -> str:
    return Day.fromordinal(min(max(ordinal, 1), ENDLESS)).isoformat()


class DateIndex:
    """Numbers by partial dates."""

    def __init__(self) -> None:
        self._on: dict[str, set[int]] = {}
        self._within: dict[str, set[int]] = {}
        """Month or year -> numbers with a finer date of that time."""

    def add(self, date: str, number: int) -> None:
        """Give a number a date; one that is none is passed over."""
        if day_range(date):
            self._on.setdefault(date, set()).add(number)
            for part in coarser(date) - {date, ""}:
                self._within.setdefault(part, set()).add(number)

    def compatible(self, date: str) -> set[int]:
        """Numbers of the dates that can mean the same event (`compatible`)."""
        if not day_range(date):
            return set()
        found = self._within.get(date, set()).copy()
        return found.union(*(self._on.get(one, ()) for one in {date, *_near(date), *coarser(date)}))


def _near(date: str) -> Iterator[str]:
    """The days that can mean the same day."""
    days = day_range(date)
    if days and len(date) == 10:
        yield from (_spelled(days[0].toordinal() + off) for off in range(-SLACK.days, SLACK.days + 1))


class Time(NamedTuple):
    """A numbered span of time, first and last day as ordinals."""

    first: int
    number: int
    last: int


class TimeIndex:
    """TimeIndex of time by where they begin, those of one beginning by number."""

    def __init__(self, spans: Iterable[Time]) -> None:
        self._spans = sorted(spans)
        self._firsts = [span.first for span in self._spans]
        self._longest: list[list[tuple[int, int]]] = [[]]
        """The two that end last, as (last, number), of no span, of the first one, of the first two, ..."""
        for span in self._spans:
            self._longest.append(sorted((*self._longest[-1], (span.last, span.number)))[-2:])

    def meeting(self, first: int, last: int) -> list[int]:
        """Numbers of all spans that have a day in common with one, in order."""
        found = []
        at = bisect_right(self._firsts, last)
        while at and self._longest[at][-1][0] >= first:
            at -= 1
            if self._spans[at].last >= first:
                found.append(self._spans[at].number)
        return found[::-1]

    def few(self, first: int, last: int) -> list[int]:
        """The numbers of two that have a day in common with it; of the only one; or none."""
        longest = self._longest[bisect_right(self._firsts, last)]
        return [number for end, number in longest if end >= first]
