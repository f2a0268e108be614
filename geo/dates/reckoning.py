"""Dates that take something from others: bare days their year or month, lengths of time their start."""

from __future__ import annotations

import re
from dataclasses import replace

from geo.dates.calendars import add_months, parse_day
from geo.dates.clock import Anchored, Clock, DatePhrase, Found, reckon
from geo.text import Pattern

_JOINED = Pattern(r"[\s,]*(?:and|or|과|와|및)?[\s,]*")
_BARE_DAY = Pattern(r"(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th|일)", re.IGNORECASE)
_BY_POLICY = Pattern(r"에 따[라른]|에 의[해하]|대로 | 이[후래] |정책")
_BY_PLACE = Pattern(r"(?:에는?)? [가-힣]{1,6}[군시](?:에 이[어여]|에서|,|과|와),? ")
_LEADS = Pattern(
    r"(?:에는?|에도|[은는])?,? (?:(?!\S*(?:지|받|찾|맞|있|하|되|짓|새로|높|많)[은는] )"
    r"(?:북한|조선|[가-힣]{2,5}[군시]|[가-힣]+(?:[은는이가을를에의]|에서는?)) ){0,4}"
)


def bare_day(phrase: DatePhrase, text: str) -> int:
    """The number of a day that is named by nothing else, "the 7th" or 7일; 0 for any other phrase."""
    found = _BARE_DAY.fullmatch(text, phrase.start, phrase.end) if phrase.kind == "partial" else None
    return int(found["day"]) if found else 0


def inherit_years(found: list[Found], clock: Clock) -> list[Found]:
    """
    Give days without a year the year of a full date in the same sentence.

    "On February 28 and August 24, 2024": the year behind serves both. "Begun on February 28, 2024 and opened
    on December 20": the later day takes the year, unless it is news of the week before publication.
    "On February 6, 2024 and on the 7th": so does a day its month.
    """
    done: list[Found] = []
    for place, phrase in enumerate(found):
        done.append(_inherited(phrase, done, found[place + 1 :], clock))
    return done


def _inherited(phrase: Found, before: list[Found], behind: list[Found], clock: Clock) -> Found:
    """One phrase, in the year of a date right behind it or of the last full date before it."""
    if isinstance(phrase, Anchored) or phrase.kind != "partial":
        return phrase
    earlier = [date for date in map(_full_date, before) if date]
    last = before[-1] if before else phrase
    near = last.date or "" if isinstance(last, DatePhrase) else ""
    between = clock.text[last.end : phrase.start]
    if number := bare_day(phrase, clock.text):
        if len(near) == 10 and number > int(near[8:]) and _BY_PLACE.fullmatch(between):
            return _in_month(phrase, near, number)
        other = _is_recent(phrase, clock) or _BY_POLICY.search(between)
        return _in_month(phrase, earlier[-1], number) if earlier and not other else phrase
    if not _is_month_day(phrase, clock.text):
        return phrase
    if len(near) == 4 and _LEADS.fullmatch(between):
        return replace(_in_year(phrase, near), kind="absolute")
    following = _full_date(behind[0]) if behind else ""
    if following and _JOINED.fullmatch(clock.text, phrase.end, behind[0].start):
        return _in_year(phrase, following[:4])
    return phrase if _is_recent(phrase, clock) or not earlier else _after(phrase, earlier[-1], clock)


def _full_date(phrase: Found) -> str:
    """The date of a phrase that names a month or a day with its year; empty for any other phrase."""
    date = phrase.date if isinstance(phrase, DatePhrase) and phrase.kind == "absolute" else None
    return date if date and len(date) >= 7 else ""


def _is_month_day(phrase: DatePhrase, text: str) -> bool:
    """Whether a phrase names its month but neither year nor anything relative."""
    words = text[phrase.start : phrase.end]
    return bool(re.search(r"\d\s?월|^(?:\w+day,?\s)?[A-Z]|\s[A-Z]", words)) and not re.search(
        r"year|last|this|지난|올|작년|그해", words
    )


def _is_recent(phrase: DatePhrase, clock: Clock) -> bool:
    """Whether a day lies in the week before publication."""
    day = parse_day(phrase.date)
    return bool(day and clock.published and 0 <= (clock.published - day).days <= 7)


def _in_year(phrase: DatePhrase, year: str) -> DatePhrase:
    """The same day in another year; no date where that year has no such day."""
    tail = phrase.date[4:] if phrase.date else ""
    if not tail:
        return phrase
    date = f"{year}{tail}"
    known = len(date) < 10 or parse_day(date) is not None
    return replace(phrase, date=date if known else None, basis="year of the next date")


def _after(phrase: DatePhrase, earlier: str, clock: Clock) -> DatePhrase:
    """The phrase in the year of an earlier date, or in the next if it would be before that."""
    if not phrase.date:
        return phrase
    date = earlier[:4] + phrase.date[4:]
    if date < earlier[: len(date)]:
        date = f"{int(earlier[:4]) + 1:04d}{phrase.date[4:]}"
    late = clock.published and date > clock.published.isoformat()[: len(date)]
    return phrase if late else replace(phrase, date=date, basis="year of the date before")


def _in_month(phrase: DatePhrase, earlier: str, number: int) -> DatePhrase:
    """A day by its number in the month of an earlier date, or in the next if it would be before that."""
    tail = f"-{number:02d}"
    months = int(f"{earlier[:7]}{tail}" < earlier)
    date = reckon(earlier, "month", months, tail)
    return replace(phrase, date=date, basis="month of the date before") if date else phrase


_UNDER = Pattern(r"less than (\d*[1-9]\d*) months")
_OVER = Pattern(r"more than (\d*[1-9]) months")
"""A bound below the next month; ten-odd, 10여, is up to nineteen."""


def go_back(anchor: str, length: str) -> str | None:
    """
    The date that lies a duration before `anchor`: "10 months" before 2024-12-20 is 2024-02.

    `length` is the basis of a phrase of kind `duration`. "Less than 1 years" is taken as eleven months, known
    to the year: before January 2025 it is 2024. "Less than 10 months" before December 2025 is 2025; before
    June it leaves two years open. "More than 9 months" is less than ten, known to the year if both lie in
    one. Longer bounds leave two years open and give None, as do days and weeks before what is no day.
    """
    if length == "less than 1 years" and len(anchor) >= 7:
        return add_months(int(anchor[:4]), int(anchor[5:7]), -11)[:4]
    if (under := _UNDER.fullmatch(length)) and len(anchor) >= 7:
        earliest = add_months(int(anchor[:4]), int(anchor[5:7]), -int(under[1]))[:4]
        return earliest if earliest == anchor[:4] else None
    if (over := _OVER.fullmatch(length)) and len(anchor) >= 7:
        year, month, count = int(anchor[:4]), int(anchor[5:7]), int(over[1])
        years = {add_months(year, month, -count)[:4], add_months(year, month, -count - 1)[:4]}
        return years.pop() if len(years) == 1 else None
    return _shift(anchor, length, -1)


def go_on(anchor: str, length: str) -> str | None:
    """The date that lies a duration after `anchor`, in the unit that is counted; None for a bound."""
    return _shift(anchor, length, 1)


def _shift(anchor: str, length: str, sign: int) -> str | None:
    """The date a duration away: days give a day, weeks and months a month, years a year, unless exactly."""
    exactly = length.startswith("exactly ")
    length = length.removeprefix("exactly ")
    if length.startswith(("less than ", "more than ")):
        return None
    count, unit = length.split()
    number = sign * int(count)
    if unit == "years":
        return reckon(anchor, "year", number, anchor[4:] if exactly else "")
    if unit == "months":
        return reckon(anchor, "month", number, anchor[7:] if exactly else "")
    shifted = reckon(anchor, "day", number * (7 if unit == "weeks" else 1))
    return shifted[:7] if shifted and unit == "weeks" and not exactly else shifted
