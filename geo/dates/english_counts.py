"""English phrases that count: "two days ago", "a few weeks ago", "ten months later", "in just two years"."""

from __future__ import annotations

import re

from geo.dates.calendars import lowered, one_of
from geo.dates.clock import Anchored, Clock, DatePhrase, Found, Ref, Rule, Unit, rule
from geo.dates.english import words_of

_UNITS: dict[str, Unit] = {"day": "day", "week": "day", "month": "month", "year": "year"}
_NUMBERS = dict.fromkeys(("a", "an", "one"), 1) | {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        2,
    )
}
_NUMBERS |= {"thirty": 30, "forty": 40, "fifty": 50, "a hundred": 100, "one hundred": 100}
_N = rf"(?:{one_of(_NUMBERS)}|\d{{1,3}})".replace(" ", r"\s+")
_LENGTH = rf"(?:(?P<years>{_N})\s+years?\s+and\s+)?(?P<n>{_N})\s+(?P<unit>day|week|month|year)s?"
_WORD = r"\b(?=\w{1,9}\s)"
"""The start of a short word: a cheap look before the long lists of numbers."""
_BOUND = r"(?:(?P<bound>less\s+than|under|more\s+than|over)\s+)?"
_WAYS = "after|later|before|since|earlier|prior|following|from"
_OF_IT = r"(?:the|an?|its|his|this|that)\s+(?!report|dispatch|announcement|news)|\w+['’]s\b"
"""Behind `the day before`: what it was before, if it is not the report."""
_PASSED = r"(?:(?:has|have)\s+(?:now\s+)?(?:passed|elapsed|gone\s+by)\s+(?=since))?"
_ABOUT = r"(?:(?:about|around|some|nearly|almost|just|only|exactly)\s+)?"


def _number(words: str) -> int:
    """The number of words or of figures."""
    return int(words) if words.isdigit() else _NUMBERS[" ".join(lowered(words).split())]


def _length(found: re.Match[str]) -> str:
    """The length of a duration as `go_back` reads it: "10 months", "less than 1 years", "exactly 1 years"."""
    bound = {"less": "less than ", "unde": "less than ", "more": "more than ", "over": "more than "}
    sharp = "exactly " if found.groupdict().get("sharp") or found.groupdict().get("to_day") else ""
    unit, number = lowered(found["unit"]), _number(found["n"])
    if found["years"] and unit == "month":
        number += 12 * _number(found["years"])
    return f"{bound.get(words_of(found, 'bound')[:4], sharp)}{number} {unit}s"


def _previous_day(found: re.Match[str], clock: Clock) -> Found:
    """The previous day; the day before; two days earlier: before the day of the report."""
    return Anchored(*found.span(), "day", -_number(found["n"] or "a"), "report")


def _ago(found: re.Match[str], clock: Clock) -> Found:
    """Two days ago; three weeks ago; less than a year ago; to the day with "exactly" or "today"."""
    length, unit = _length(found), lowered(found["unit"])
    if found["bound"]:
        return _within_a_year(found, clock) if length == "less than 1 years" else _duration(found, clock)
    count = -int(length.split()[0])
    if unit == "week":
        return clock.week(found.span(), count)
    if found["exactly"] or found["today"]:
        return clock.same_day(found.span(), _UNITS[unit], count)
    return clock.unit_of(found.span(), _UNITS[unit], Ref("publication", count))


def _within_a_year(found: re.Match[str], clock: Clock) -> Found:
    """Less than a year ago: last year in January, this year in December; between them two years are open."""
    month = clock.published.month if clock.published else 0
    if month not in (1, 12):
        return _duration(found, clock)
    return clock.unit_of(found.span(), "year", Ref("publication", -1 if month == 1 else 0), True)


def _few(found: re.Match[str], clock: Clock) -> Found:
    """A few days ago; several weeks ago."""
    return clock.few_ago(found.span(), lowered(found["unit"]))


def _away(found: re.Match[str], clock: Clock) -> Found:
    """Ten months later; a month earlier: from what was named before; with a bound or an event, a duration."""
    way = lowered(found["way"])
    alone = found["end"] is not None or (way in ("later", "earlier") and found.string[found.end()] != ",")
    if found["bound"] or not alone or way not in ("later", "earlier", "after", "before", "prior"):
        return _duration(found, clock)
    sign = 1 if way in ("later", "after") else -1
    return Anchored(*found.span(), _UNITS[lowered(found["unit"])], sign, "mention", length=_length(found))


def _duration(found: re.Match[str], clock: Clock) -> Found:
    """Ten months after; less than one year before; in just two years: no date by itself."""
    return DatePhrase(*found.span(), None, "duration", _length(found))


RULES: tuple[Rule, ...] = (
    rule(
        "ago",
        rf"(?i:{_WORD}(?:(?P<exactly>exactly)\s+|{_ABOUT}){_BOUND}{_LENGTH}\s+ago\b(?P<today>\s+today\b)?)",
        _ago,
    ),
    rule(
        "ago",
        rf"(?i:{_WORD}{_ABOUT}(?:a\s+few|several|some|a\s+couple\s+of)\s+(?P<unit>day|week|month|year)s\s+ago\b)",
        _few,
    ),
    rule(
        "previous before earlier prior",
        rf"(?i:\b(?:the\s+previous\s+day|the\s+day\s+(?:before|earlier)|(?P<n>{_N})\s+days?\s+(?:earlier|before|prior))\b"
        rf"(?!\s+yesterday|\s+to\b|(?<!earlier)\s+(?:{_OF_IT})))",
        _previous_day,
    ),
    rule(
        "year month week day",
        rf"(?i:\b(?:(?:in|within)\s+(?:just\s+|only\s+|barely\s+|about\s+)?{_BOUND}{_LENGTH}\b)(?!\s+of\b))",
        _duration,
        r"(?i:\s(?:day|week|month|year)s?\b)",
    ),
    rule(
        "year month week day",
        rf"(?i:{_WORD}(?:(?P<sharp>exactly)\s+|{_ABOUT}){_BOUND}{_LENGTH}(?P<to_day>\s+to\s+the\s+day)?"
        rf"\s+{_PASSED}(?P<way>{_WAYS})\b)"
        r"(?P<end>(?=\s*(?:[.,;]|$))(?!,\s+(?:in|on)\s))?",
        _away,
        rf"(?i:\s(?:day|week|month|year)s?\s+(?:to\s+the\s+day\s+)?{_PASSED}(?:{_WAYS})\b)",
    ),
)
