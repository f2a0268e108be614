"""
What a date phrase means for an article of a known day.

The rules that recognise phrases (`geo.dates.english`, `geo.dates.korean` and their neighbours) say what was
named: a month, a day, a year that is stated or reckoned from something (`Ref`). `Clock` turns that into a
partial ISO date, or into an `Anchored` phrase where it takes a look at what was named before. `geo.dates`
describes the kinds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from geo.dates.calendars import (
    add_months,
    common_unit,
    day_of_month,
    iso_day,
    month_of,
    parse_day,
    weekday,
    year_for,
)

Kind = Literal[
    "absolute",
    "partial",
    "weekday",
    "relative",
    "vague",
    "range",
    "list",
    "duration",
    "future",
    "report",
    "dateline",
]
Unit = Literal["day", "month", "year"]
Span = tuple[int, int]

STATED = "stated in full"
PUBLICATION = "day of publication"
NO_PUBLICATION = "no day of publication"
CONTEXT = "year of the context"
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A phrase that says when, and the partial ISO date it means."""

    start: int
    end: int
    """Code point offsets into the text that was searched."""
    date: str | None
    """As precise as phrase and publication date allow; None if it cannot be known."""
    kind: Kind
    """See `geo.dates`."""
    basis: str
    """What the date was reckoned from, in words; for a duration its length."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A phrase that is reckoned from a date named before it, or from the day of the report."""

    start: int
    end: int
    unit: Unit
    count: int
    """Units to add."""
    to: Literal["mention", "report"]
    tail: str = ""
    """What follows the reckoned year or month: `-12` for "December of that year"."""
    length: str = ""
    """The length counted, as `geo.dates.reckoning` reads it: a duration if nothing was named before."""


Found = DatePhrase | Anchored


class Ref(NamedTuple):
    """How a year or month is named: stated, or so many units from publication or the last one mentioned."""

    to: Literal["", "stated", "publication", "mention"] = ""
    value: int = 0
    """The year if stated (0 if it contradicts itself), else the units to add."""


UNNAMED = Ref()


class Clock(NamedTuple):
    """The day an article was published on, and the stretch of its text that is read."""

    text: str
    start: int
    end: int
    published: date | None
    context_year: int | None
    past: bool
    looks_ahead: Callable[[str, int, int, int, int], bool]
    """(text, start and end of the stretch, start and end of the phrase) -> whether its verb looks ahead."""

    def ahead(self, found: re.Match[str]) -> bool:
        """Whether the words around a match speak of what is still to come."""
        return not self.past or self.looks_ahead(self.text, self.start, self.end, found.start(), found.end())

    def phrase(self, span: Span, when: str | None, kind: Kind, ahead: bool = False) -> DatePhrase:
        """A phrase reckoned from the day of publication; `ahead` makes it one of the future."""
        basis = PUBLICATION if self.published else NO_PUBLICATION
        return DatePhrase(*span, when, "future" if ahead and self.past else kind, basis)

    def dated(self, span: Span, year: Ref, month: int, day: int | None, ahead: bool = False) -> Found:
        """A month, or a day of it, in a year named somehow; unnamed, the nearest that fits."""
        tail = f"-{month:02d}" + (f"-{day:02d}" if day else "")
        if year.to == "stated":
            return DatePhrase(*span, checked(year.value, tail), "absolute", STATED)
        if year.to == "mention":
            return Anchored(*span, "year", year.value, "mention", tail)
        if self.context_year and not year.to:
            return DatePhrase(*span, checked(self.context_year, tail), "partial", CONTEXT)
        if not self.published:
            return self.phrase(span, None, "partial", ahead)
        named = (
            self.published.year + year.value if year.to else year_for(month, day, self.published, not ahead)
        )
        return self.phrase(span, checked(named, tail), "partial", ahead)

    def between(self, span: Span, first: Found, last: Found) -> Found:
        """The larger unit of two dates of which the first may lack the year that the last has."""
        if isinstance(last, Anchored) or isinstance(first, Anchored):
            return Anchored(*span, "year", 0, "mention")
        start = first.date
        if start and last.date and first.kind != "absolute":
            start = last.date[:4] + start[4:]
            start = f"{int(last.date[:4]) - 1}{start[4:]}" if start > last.date else start
        common = common_unit(start[:7], last.date[:7]) if start and last.date else None
        return DatePhrase(*span, common, "future" if last.kind == "future" else "range", last.basis)

    def day_of(self, span: Span, number: int, month: Ref, ahead: bool = False) -> Found:
        """A day by its number: the nearest that fits, or of a month reckoned from something."""
        if month.to == "mention":
            return Anchored(*span, "month", month.value, "mention", f"-{number:02d}")
        if not self.published:
            return self.phrase(span, None, "partial", ahead)
        if not month.to:
            nearest = day_of_month(number, self.published, not ahead)
            return self.phrase(span, nearest.isoformat() if nearest else None, "partial", ahead)
        named = reckon(month_of(self.published), "month", month.value, f"-{number:02d}")
        return self.phrase(span, named, "partial", ahead)

    def unit_of(self, span: Span, unit: Unit, ref: Ref, vague: bool = False, ahead: bool = False) -> Found:
        """A whole day, month or year: stated, or so many units from publication or from the last mention."""
        if ref.to == "mention":
            return Anchored(*span, unit, ref.value, "mention")
        if ref.to == "stated":
            return DatePhrase(*span, checked(ref.value, ""), "vague" if vague else "absolute", STATED)
        origin = self.published.isoformat() if self.published else ""
        named = (
            reckon(origin[: {"day": 10, "month": 7, "year": 4}[unit]], unit, ref.value) if origin else None
        )
        return self.phrase(span, named, "vague" if vague else "relative", ahead)

    def weekday(self, span: Span, index: int, weeks: int | None, strict: bool, ahead: bool) -> DatePhrase:
        """A weekday: the nearest that fits (`strict`: not the day itself), or that of a certain week."""
        if not self.published:
            return self.phrase(span, None, "weekday", ahead)
        origin = self.published + timedelta(days=(1 if ahead else -1) if strict else 0)
        day = (
            weekday(index, origin, not ahead) if weeks is None else self.monday(weeks) + timedelta(days=index)
        )
        return self.phrase(span, day.isoformat(), "weekday", ahead)

    def monday(self, weeks: int) -> date:
        """The Monday of a week beside that of publication."""
        assert self.published
        return self.published + timedelta(days=7 * weeks - self.published.weekday())

    def week(self, span: Span, weeks: int, ahead: bool = False) -> DatePhrase:
        """A week beside that of publication: the month or year that holds it, as far as it is over."""
        if not self.published:
            return self.phrase(span, None, "vague", ahead)
        first = self.monday(weeks)
        last = first + timedelta(days=6) if weeks else self.published
        return self.phrase(span, common_unit(month_of(first), month_of(last)), "vague", ahead)

    def few_ago(self, span: Span, unit: str) -> DatePhrase:
        """Two to nine days, weeks, months or years before publication: what holds them all."""
        if not self.published or unit == "year":
            return self.phrase(span, None, "vague")
        if unit == "month":
            first, last = (add_months(self.published.year, self.published.month, -count) for count in (9, 2))
        else:
            days = 7 if unit == "week" else 1
            first, last = (month_of(self.published - timedelta(days=days * count)) for count in (9, 2))
        return self.phrase(span, common_unit(first, last), "vague")

    def same_day(self, span: Span, unit: Unit, count: int) -> DatePhrase:
        """The day with the number of that of publication in another month or year."""
        origin = self.published.isoformat() if self.published else ""
        tail = origin[{"day": 10, "month": 7, "year": 4}[unit] :]
        return self.phrase(span, reckon(origin, unit, count, tail) if origin else None, "relative")

    def moving(self, span: Span, first: Span, last: Span, year: Ref, ahead: bool) -> Found:
        """The year of a feast between two (month, day); unnamed, the latest that is surely over."""
        if year.to:
            return self.unit_of(span, "year", year, True, ahead)
        if not self.published:
            return self.phrase(span, None, "vague", ahead)
        today = (self.published.month, self.published.day)
        if first <= today < last:
            return self.phrase(span, None, "vague", ahead)
        return self.unit_of(
            span, "year", Ref("publication", 0 if today >= last or ahead else -1), True, ahead
        )

    def season(
        self, span: Span, name: str, year: Ref, nearest: Literal["over", "begun"], ahead: bool
    ) -> Found:
        """A season: its year; unnamed, the nearest that is over or begun. A winter leaves two years open."""
        begins = _SEASONS[name]
        if name == "winter":
            return DatePhrase(*span, None, "vague", "two years possible")
        if year.to:
            to_come = (
                year == Ref("publication", 0) and self.published is not None and begins > self.published.month
            )
            return self.unit_of(span, "year", year, True, ahead or to_come)
        if not self.published:
            return self.phrase(span, None, "vague", ahead)
        reached = self.published.month >= begins + (3 if nearest == "over" else 0)
        return self.unit_of(span, "year", Ref("publication", 0 if reached or ahead else -1), True, ahead)


def checked(year: int, tail: str) -> str | None:
    """The date of a year and `-MM` or `-MM-DD`; None for the year 0, an impossible day or month."""
    parts = [int(part) for part in tail.split("-")[1:]]
    if not year or (parts and not 1 <= parts[0] <= 12):
        return None
    return iso_day(year, *parts) if len(parts) == 2 else f"{year:04d}{tail}"


def reckon(anchor: str, unit: Unit, count: int, tail: str = "") -> str | None:
    """The partial date `count` units after another one; None if that is coarser than the unit."""
    if unit == "day":
        day = parse_day(anchor)
        return (day + timedelta(days=count)).isoformat() if day else None
    if unit == "year":
        return checked(int(anchor[:4]) + count, tail)
    if len(anchor) < 7:
        return None
    month = add_months(int(anchor[:4]), int(anchor[5:7]), count)
    return checked(int(month[:4]), month[4:] + tail)


Resolver = Callable[["re.Match[str]", Clock], "Found | list[Found] | None"]


class Rule(NamedTuple):
    """A pattern, words of which a text must have one for it to match, and what to do with a match."""

    needs: tuple[str, ...]
    """In any case; with a capital only where the text has one."""
    pattern: str
    resolve: Resolver
    sight: str = ""
    """A pattern that is sooner tried and that every match of the other has in it; empty for none."""


def decade(found: re.Match[str], clock: Clock) -> Found:
    """In the 1940s; the late 2000s; 1940년대에; 지난 세기 50년대: some year of ten."""
    return DatePhrase(*found.span(), None, "partial", "a decade")


def rule(needs: str, pattern: str, resolve: Resolver, sight: str = "") -> Rule:
    """A rule; `needs` are words joined by spaces."""
    return Rule(tuple(needs.split()), pattern, resolve, sight)
