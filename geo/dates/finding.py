"""
Date phrases in English and Korean, as precise as the phrase and the day of publication allow.

Kinds of phrases
----------------
absolute    stated with its year: "February 28, 2024", 주체113(2024)년 2월 28일, "in 2024"
partial     year or month from the day of publication: "February 28", "on the 9th", 지난 7일, "last October"
weekday     "on Thursday", 지난주 토요일
relative    "yesterday", "the previous day", "last month", 지난해, "two days ago", "that year", 사흘 뒤
vague       a week, a season, a part of a year: "earlier this week", "late last year", 이달 초, 며칠 전
range       "March 6-10", "August 24 and 25", 6일부터 10일까지
list        one of several days: "Feb. 6, 7 and 8"; of two days, if it says "respectively" or 각각
duration    "ten months after breaking ground", 1년도 안 되는: no date; its length is the `basis`, `go_back`
            reckons with it
future      still to come: "next year", "by the end of this year", "will be opened in October"
report      the day of the report, not of what it reports: "state media said Wednesday", 12일 통신에 따르면
dateline    "Pyongyang, February 4 (KCNA)", (평양 2월 4일발 조선중앙통신), "(2025.02.04.)"

Conventions
-----------
- Ranges and vague words give the larger unit that holds them: March 6-10 is 2024-03, a week its month, a
  season or "late last year" the year. What leaves two years open (a winter, December to February) is None.
- What has no year takes the nearest that is not after the day of publication, or not before it if the verb
  looks ahead. A day behind a full date in the same sentence takes its year, and its month if it has none.
- "On the 9th" and weekdays are the nearest past ones; the day of publication counts.
- "The previous day" is the day before the one that its sentence has named, else before the report's ("state
  media said Wednesday"), which may be older than the page; "the same day", 이튿날, "that year", "ten months
  later" follow the last date named before. What is counted gives the precision: months a month.
- A feast with a fixed day is that day only where something happened on it; one that moves gives the year.
- Without a day of publication nothing is reckoned from it: no year in the text, no date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from geo.dates import (
    english as dates_en,
)
from geo.dates import (
    english_counts as dates_en_counts,
)
from geo.dates import (
    english_words as dates_en_words,
)
from geo.dates import (
    feasts as dates_named,
)
from geo.dates import (
    korean as dates_ko,
)
from geo.dates import (
    korean_words as dates_ko_words,
)
from geo.dates.calendars import common_unit, compiled, parse_day
from geo.dates.clock import PUBLICATION, Anchored, Clock, DatePhrase, Found, Kind, Rule, reckon
from geo.dates.cues import in_dateline, looks_ahead, report_spans
from geo.dates.reckoning import bare_day, go_back, go_on, inherit_years
from geo.text import LiteralFilter, Pattern

__all__ = ["DatePhrase", "find_dates", "go_back", "reporting_day"]

_LOOK_BACK = 1500
_STOP = Pattern(r"[.!?]\s")
_OPENS = Pattern(r"(?:^|[.!?\n]\s*)[\s“\"'‘(]*(?:(?:Just|Only|But|And|On)\s)?$", re.IGNORECASE)
"""What stands in a stretch before the first words of a sentence."""
_HAD = Pattern(r"\bhad (?:\w+ )?(?:\w+ed|been|built|broken|gone|begun|held|cut|taken|paid|seen|put)\b")
"""Before "a day earlier" that is reckoned from what was told in the sentence before."""
_BRACKETED = Pattern(r" \([A-Za-z]+\)")
"""Behind a day, its weekday: 26 June (Tuesday)."""
_SAME_DAY = Pattern(r"(?:the |that |this )(?:very )?(?:same )?day, (?:on )?", re.IGNORECASE)
"""Before the day that it is: on the same day, December 15."""
_FROM = Pattern(r"\b(?:between|from) (?:the )?$", re.IGNORECASE)
_UP_TO = Pattern(r" (?:and|to|through) (?:the )?", re.IGNORECASE)
"""Around the first of two days that something lies between: from Wednesday to Friday."""
_EN: tuple[Rule, ...] = dates_named.ENGLISH + dates_en.RULES + dates_en_counts.RULES + dates_en_words.RULES
_KO: tuple[Rule, ...] = dates_named.KOREAN + dates_ko.RULES + dates_ko_words.RULES
_SCRIPTS = (
    (_EN, LiteralFilter([rule.needs for rule in _EN]), Pattern(r"[A-Za-z]|\d[./-]\d")),
    (_KO, LiteralFilter([rule.needs for rule in _KO]), Pattern(r"[가-힣]")),
)
"""Rules, what they need, and what a stretch has to hold for them."""


def find_dates(
    text: str,
    start: int,
    end: int,
    published_on: str | None,
    *,
    context_year: int | None = None,
    past: bool = True,
) -> tuple[DatePhrase, ...]:
    """
    The date phrases in `text[start:end]`, in order and without overlaps.

    Parameters
    ----------
    text
        The whole document: phrases such as "the same day" look at what stands before `start`.
    published_on
        ISO day of publication; without it, phrases that are reckoned from it have no date.
    context_year
        The year that months and days without a year belong to, where the caller knows it.
    past
        Whether what is dated has happened. If not, the nearest date is one that is not before publication.
    """
    clock = Clock(text, start, end, parse_day(published_on), context_year, past, looks_ahead)
    found = inherit_years(_scan(clock), clock)
    reports = report_spans(text, start, end) if found else []
    return _joined(text, [_finished(phrase, found, reports, clock) for phrase in found])


def _joined(text: str, found: list[DatePhrase]) -> tuple[DatePhrase, ...]:
    """Phrases, two that name one day as one, and two days that something lies between as what holds both."""
    kept: list[DatePhrase] = []
    for phrase in found:
        first, last = kept[-1].date or "" if kept else "", phrase.date or ""
        if (
            kept
            and len(last) == 10
            and kept[-1].kind == "relative"
            and _SAME_DAY.fullmatch(text, kept[-1].start, phrase.start)
        ):
            phrase = replace(phrase, start=kept.pop().start)
        elif (
            len(first) == 10
            and phrase.kind == "weekday"
            and _BRACKETED.fullmatch(text, kept[-1].end, phrase.end + 1)
        ):
            phrase = replace(kept.pop(), end=phrase.end + 1)
        elif (
            len(first) == len(last) == 10
            and _FROM.search(text, max(0, kept[-1].start - 12), kept[-1].start)
            and _UP_TO.fullmatch(text, kept[-1].end, phrase.start)
        ):
            both = common_unit(first[:7], last[:7])
            phrase = replace(phrase, start=kept.pop().start, date=both, kind=_range(phrase.kind))
        kept.append(phrase)
    return tuple(kept)


def _range(kind: Kind) -> Kind:
    """The kind of a span whose end is of a kind."""
    return "future" if kind == "future" else "range"


def reporting_day(text: str, start: int, end: int, published_on: str | None) -> str | None:
    """
    The day of the report that `text[start:end]` gives an account of; the day of publication if none is named.

    Looked for in the stretch itself, then before it, then after it.
    """
    if not parse_day(published_on):
        return None
    starts, days = _days_of_reports(text, published_on)
    here = bisect_left(starts, start)
    if here and not (here < len(starts) and starts[here] < end):
        return days[here - 1]
    return days[here] if here < len(days) else published_on


@lru_cache(maxsize=2)
def _days_of_reports(text: str, published_on: str | None) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Where a whole text names a day of a report, and the day; once for a document."""
    clock = Clock(text, 0, len(text), parse_day(published_on), None, True, looks_ahead)
    named: list[tuple[int, str]] = []
    for first, last in report_spans(text, 0, len(text)):
        phrases = (p for p in _scan(clock._replace(start=first, end=last)) if isinstance(p, DatePhrase))
        day = next((phrase.date for phrase in phrases if phrase.date and len(phrase.date) == 10), None)
        named += [(first, day)] if day else []
    return tuple(start for start, _ in named), tuple(day for _, day in named)


def _scan(clock: Clock) -> list[Found]:
    """Every phrase of the stretch, in order; where two overlap, the earlier rule wins."""
    stretch = clock.text[clock.start : clock.end]
    taken: list[Found] = []
    for rules, needed, script in _SCRIPTS:
        if script.search(stretch):
            for number in needed.present(stretch):
                taken.extend(_matches(rules[number], clock, taken))
    return sorted(taken, key=lambda phrase: phrase.start)


def _matches(rule: Rule, clock: Clock, taken: list[Found]) -> Iterator[Found]:
    """What one rule finds beside the phrases that are taken."""
    if rule.sight and not compiled(rule.sight).search(clock.text, clock.start, clock.end):
        return
    for match in compiled(rule.pattern).finditer(clock.text, clock.start, clock.end):
        if any(match.start() < phrase.end and phrase.start < match.end() for phrase in taken):
            continue
        found = rule.resolve(match, clock)
        if found:
            yield from found if isinstance(found, list) else [found]


def _finished(phrase: Found, found: list[Found], reports: list[tuple[int, int]], clock: Clock) -> DatePhrase:
    """A phrase with its date and kind: reckoned from what it refers to, of the report, of the future."""
    done = _reckoned(phrase, found, clock) if isinstance(phrase, Anchored) else phrase
    if not done.date and not clock.published and (number := bare_day(done, clock.text)):
        month = Anchored(done.start, done.end, "month", 0, "mention", f"-{number:02d}")
        return _reckoned(month, found, clock)
    if in_dateline(clock.text, done.start):
        return replace(done, kind="dateline")
    if any(start <= done.start < end for start, end in reports) and done.kind in (
        "weekday",
        "partial",
        "absolute",
        "relative",
    ):
        return replace(done, kind="report")
    if done.date and clock.published and done.date > clock.published.isoformat()[: len(done.date)]:
        return replace(done, kind="future") if clock.past else done
    return done


def _reckoned(phrase: Anchored, found: list[Found], clock: Clock) -> DatePhrase:
    """A phrase that refers to another date, with its date."""
    if phrase.length:
        return _counted(phrase, found, clock)
    if phrase.to == "report":
        anchor, basis = _day_reported(phrase, found, clock)
    else:
        anchor = _mentioned(phrase, found, clock)
        basis = f"date before it, {anchor}" if anchor else "no date before it"
        if not anchor and phrase.count and phrase.unit != "day" and clock.published:
            anchor, basis = clock.published.isoformat(), PUBLICATION
    date = reckon(anchor, phrase.unit, phrase.count, phrase.tail) if anchor else None
    return DatePhrase(phrase.start, phrase.end, date, "relative", basis)


def _counted(phrase: Anchored, found: list[Found], clock: Clock) -> DatePhrase:
    """The date a length of time away from the one before; without one, or if it is to come, a duration."""
    anchor = _mentioned(phrase, found, clock)
    date = (go_on if phrase.count > 0 else go_back)(anchor, phrase.length) if anchor else None
    if not date or (clock.published and date > clock.published.isoformat()[: len(date)]):
        return DatePhrase(phrase.start, phrase.end, None, "duration", phrase.length)
    return DatePhrase(phrase.start, phrase.end, date, "relative", f"date before it, {anchor}")


def _day_reported(phrase: Anchored, found: list[Found], clock: Clock) -> tuple[str | None, str]:
    """
    The day that "the previous day" is counted from, and what that is in words.

    A day named before it in the same sentence, unless the sentence says when it was reported, or in a
    sentence before if the phrase opens its own; else the day of the report; without any day of publication
    the last day that was named.
    """
    named = (
        None if report_spans(clock.text, clock.start, clock.end) else _day_in_sentence(phrase, found, clock)
    )
    before = clock.text[clock.start : phrase.start]
    recalled = _HAD.search(before) and not report_spans(clock.text, clock.start, clock.end)
    if not named and (_OPENS.search(before) or recalled):
        named = _mentioned(phrase, found, clock)
    published_on = clock.published.isoformat() if clock.published else None
    if not named and clock.start and _OPENS.search(before) and _HAD.search(clock.text, phrase.end, clock.end):
        return None, "counted from what has no day"
    if not named and (reported := reporting_day(clock.text, clock.start, clock.end, published_on)):
        return reported, f"day of the report, {reported}"
    named = named or _mentioned(phrase, found, clock)
    return named, f"date before it, {named}" if named else "no day of publication"


def _day_in_sentence(phrase: Anchored, found: list[Found], clock: Clock) -> str | None:
    """The last day named before a phrase in its sentence."""
    days = [
        one.date
        for one in found
        if isinstance(one, DatePhrase)
        and one.end <= phrase.start
        and one.kind in ("absolute", "partial", "weekday", "list")
        and len(one.date or "") == 10
        and not _STOP.search(clock.text, one.end, phrase.start)
    ]
    return days[-1] if days else None


def _mentioned(phrase: Anchored, found: list[Found], clock: Clock) -> str | None:
    """The last date before a phrase that is as fine as its unit; a report's only if there is no other."""
    least = {"day": 10, "month": 7, "year": 4}[phrase.unit]
    before = clock._replace(start=max(0, clock.start - _LOOK_BACK), end=clock.start)
    reports = report_spans(clock.text, before.start, phrase.start)
    named: list[list[str]] = [[], []]
    for one in [*inherit_years(_scan(before), before), *(one for one in found if one.start < phrase.start)]:
        if (
            isinstance(one, DatePhrase)
            and one.kind not in ("dateline", "future")
            and len(one.date or "") >= least
        ):
            named[any(start <= one.start < end for start, end in reports)].append(one.date or "")
    return next((dates[-1] for dates in named if dates), None)
