"""
Date phrases in English and Korean, as precise as the phrase and the day of publication allow.

Kinds of phrases
----------------
absolute    stated with its year: "February 28, 2024", 주체113(2024)년 2월 28일, "in 2024"
partial     year or month from the day of publication: "February 28", "on the 9th", 지난 7일, "last October"
weekday     "on Thursday", 지난주 토요일
relative    "yesterday", "the previous day", "last month", 지난해, "two days ago", "that year"
vague       a week, a season, a part of a year: "earlier this week", "late last year", 이달 초
range       "March 6-10", "August 24 and 25", 6일부터 10일까지
list        one of several days: "Feb. 6, 7 and 8"; of two days, if it says "respectively" or 각각
duration    "ten months after", 1년도 안 되는: no date; its length is the `basis`, `go_back` reckons with it
future      still to come: "next year", "by the end of this year", "will be opened in October"
report      the day of the report, not of what it reports: "state media said Wednesday", 12일 조선중앙통신에 따르면
dateline    "Pyongyang, February 4 (KCNA)", (평양 2월 4일발 조선중앙통신), "(2025.02.04.)"

Conventions
-----------
- Ranges and vague words give the larger unit that holds them: March 6-10 is 2024-03, a week its month, a season
  or "late last year" the year. What leaves two years open (a winter, December to February) is None.
- What has no year takes the nearest that is not after the day of publication, or not before it if the verb
  looks ahead. A day that follows a full date in the same sentence takes its year.
- "On the 9th" and weekdays are the nearest past ones; the day of publication counts.
- "The previous day" is the day before the report's ("state media said Wednesday"), which may be older than the
  page; "the same day", 이튿날, "that year" follow the last date named before.
- Without a day of publication nothing is reckoned from it: no year in the text, no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geo import dates_en, dates_en_words, dates_ko
from geo.calendars import DATELINE, MONTH, WEEKDAY, add_months, parse_day
from geo.clock import PUBLICATION, Anchored, Clock, DatePhrase, Found, Kind, Rule, Unit, reckon

__all__ = ["DatePhrase", "find_dates", "go_back", "report_month", "reporting_day"]

_LOOK_BACK = 1500
_EN: tuple[Rule, ...] = dates_en.RULES + dates_en_words.RULES
_KO: tuple[Rule, ...] = dates_ko.RULES
_NEEDS = tuple(dict.fromkeys(rule.needs for rule in _EN + _KO))
_HANGUL = re.compile(r"[가-힣]")
_LATIN = re.compile(r"[A-Za-z]|\d[./-]\d")

_MEDIUM = (
    r"(?:media|KCNA|[Aa]gency|Rodong|Sinmun|[Nn]ews|[Nn]ewspaper|[Dd]aily|broadcaster|[Tt]elevision|Yonhap|Pyongyang|"
    r"North(?:\s+Korea)?|report(?:er)?s?)"
)
_SAID = r"(?:said|says|reported|reports|announced|revealed|disclosed|carried|released|confirmed|added)"
_WHEN = rf"(?:on\s+)?(?:early\s+|late\s+)?(?P<day>{WEEKDAY}|the\s+\d{{1,2}}(?:st|nd|rd|th)|{MONTH}\s+\d{{1,2}}(?!\d)|today|yesterday)"
_SAME = r"(?:(?!\.\s+[A-Z“\"])[^;\n])"
_REPORT_EN = (
    re.compile(rf"\b{_MEDIUM}\b\)?{_SAME}{{0,60}}?\b{_SAID}\s+{_WHEN}"),
    re.compile(rf"\b{_MEDIUM}\b\)?,?\s+{_WHEN}\s+{_SAID}\b"),
    re.compile(
        rf"\b(?:according\s+to|reported\s+by|carried\s+by)\s{_SAME}{{0,50}}?\b{_MEDIUM}\b\)?\s+{_WHEN}"
    ),
    re.compile(rf"\b(?:report|dispatch|article|broadcast)s?\s+{_WHEN}"),
)
_MEDIUM_KO = (
    r"(?:조선중앙통신|중앙통신|통신|로동신문|노동신문|신문|조선중앙(?:TV|텔레비죤|텔레비전|방송)|매체|방송)"
)
_WHEN_KO = r"(?P<day>(?:지난\s?)?(?:\d{1,2}월\s?)?\d{1,2}일|어제|오늘)"
_REPORT_KO = (
    re.compile(
        rf"{_WHEN_KO}자?\s*(?:북한\s?|북\s|관영\s?|대외선전\s?|조선로동당\s?|노동당\s?|기관지(?:인)?\s?|당\s)*{_MEDIUM_KO}"
    ),
    re.compile(rf"{_MEDIUM_KO}(?:들)?\s?(?:은|는|이|가)\s+{_WHEN_KO}(?=\s|,)"),
    re.compile(
        rf"(?:북한|북측|당국)\s?(?:은|이)\s+{_WHEN_KO}(?=\s[^.\n]{{0,200}}?(?:보도|발표|공개|밝히|밝혔|전했))"
    ),
)
_AHEAD_EN = re.compile(
    r"\b(?:will|would|shall|(?<!first )(?<!second )(?<!third )(?<!last )(?<!latest )to\s+be|slated|(?:set|planned)\s+for|plans?\s+to|planned\s+to|scheduled|due|expected|aims?\s+to|set\s+to|is\s+to|are\s+to|next\s+to)\b",
)
_CLAUSE_EN = re.compile(r"[;:.]\s|\b(?:after|when|which|who|since|while|but|said|says)\b")
_AHEAD_KO = re.compile(
    r"^[^.,\n]{0,40}?(?:예정|계획이|계획하|목표|전망|방침|될\s?것|할\s?것|것으로\s?(?:예상|전망|보인|보이)|되게\s?된|하게\s?된|까지\s[^.,\n]{0,20}(?:완공|건설|준공)할)"
)
_CLAUSE_KO = re.compile(r"(?:고|며|서|는데|지만|였다|했다|한|된|던|는)\s")


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
    clock = Clock(text, start, end, parse_day(published_on), context_year, past, _looks_ahead)
    found = _inherit_years(_scan(clock), clock)
    reports = _report_spans(text, start, end) if found else []
    return tuple(_finished(phrase, found, reports, clock) for phrase in found)


def report_month(published_on: str | None) -> str | None:
    """The month of a report, the date of what it reports without a day; None if it is unknown."""
    return published_on[:7] if published_on and len(published_on) >= 7 else None


def go_back(anchor: str, length: str) -> str | None:
    """
    The date that lies a duration before `anchor`: "10 months" before 2024-12-20 is 2024-02.

    `length` is the basis of a phrase of kind `duration`. "Less than 1 years" is taken as eleven months, known to
    the year: before January 2025 it is 2024. Longer bounds leave two years open and give None, as do days and
    weeks before an anchor that is no day.
    """
    bound = length.startswith(("less than ", "more than "))
    count, unit = length.split()[-2:]
    number = int(count)
    if unit == "years" and not bound:
        return reckon(anchor, "year", -number)
    if unit == "years" and number == 1 and length.startswith("less") and len(anchor) >= 7:
        return add_months(int(anchor[:4]), int(anchor[5:7]), -11)[:4]
    if bound or unit == "years":
        return None
    days = {"days": 1, "weeks": 7}.get(unit)
    shifted = reckon(anchor, "day", -number * days) if days else reckon(anchor, "month", -number)
    return shifted[:7] if shifted and unit == "weeks" else shifted


def reporting_day(text: str, start: int, end: int, published_on: str | None) -> str | None:
    """
    The day of the report that `text[start:end]` gives an account of; the day of publication if none is named.

    Looked for in the stretch itself, then before it, then after it.
    """
    published = parse_day(published_on)
    if not published:
        return None
    clock = Clock(text, 0, len(text), published, None, True, _looks_ahead)
    spans = _report_spans(text, 0, len(text))
    order = [span for span in spans if start <= span[0] < end]
    order += [span for span in reversed(spans) if span[0] < start] + [
        span for span in spans if span[0] >= end
    ]
    for span in order:
        for phrase in _scan(replace(clock, start=span[0], end=span[1])):
            if isinstance(phrase, DatePhrase) and phrase.date and len(phrase.date) == 10:
                return phrase.date
    return published_on


def _scan(clock: Clock) -> list[Found]:
    """Every phrase of the stretch, in order; where two overlap, the earlier rule wins."""
    stretch = clock.text[clock.start : clock.end]
    low = stretch.lower()
    present = {needs for needs in _NEEDS if any(word in low for word in needs)}
    taken: list[Found] = []
    for rules, script in ((_EN, _LATIN), (_KO, _HANGUL)):
        if script.search(stretch):
            for rule in rules:
                if rule.needs in present:
                    taken.extend(_matches(rule, clock, taken))
    return sorted(taken, key=lambda phrase: phrase.start)


def _matches(rule: Rule, clock: Clock, taken: list[Found]) -> Iterator[Found]:
    """What one rule finds beside the phrases that are taken."""
    for match in rule.compiled.finditer(clock.text, clock.start, clock.end):
        if any(match.start() < phrase.end and phrase.start < match.end() for phrase in taken):
            continue
        found = rule.resolve(match, clock)
        if found:
            yield from found if isinstance(found, list) else [found]


def _inherit_years(found: list[Found], clock: Clock) -> list[Found]:
    """
    Give days without a year the year of a full date in the same sentence.

    "On February 28 and August 24, 2024": the year behind serves both. "Begun on February 28, 2024 and opened on
    December 20": the later day takes the year, unless it is news of the week before publication.
    """
    years = [phrase.date[:4] if _has_year(phrase) and phrase.date else "" for phrase in found]
    result = list(found)
    for number, phrase in enumerate(found):
        if (
            not isinstance(phrase, DatePhrase)
            or phrase.kind != "partial"
            or not _is_month_day(phrase, clock.text)
        ):
            continue
        behind = years[number + 1] if number + 1 < len(found) else ""
        joined = behind and re.fullmatch(
            r"[\s,]*(?:and|or|과|와|및|,)?[\s,]*", clock.text[phrase.end : found[number + 1].start]
        )
        if joined:
            result[number] = _in_year(phrase, behind)
        elif not _is_recent(phrase, clock):
            result[number] = _after(phrase, [one for one in found[:number] if _has_year(one)], clock)
    return result


def _has_year(phrase: Found) -> bool:
    """Whether a phrase is a month or a day with its year."""
    return isinstance(phrase, DatePhrase) and phrase.kind == "absolute" and len(phrase.date or "") >= 7


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
    """The same day in another year."""
    tail = phrase.date[4:] if phrase.date else ""
    return replace(phrase, date=f"{year}{tail}", basis="year of the next date") if tail else phrase


def _after(phrase: DatePhrase, earlier: list[Found], clock: Clock) -> DatePhrase:
    """The phrase in the year of the last full date before it, or in the next year if it would be before that."""
    if not earlier or not phrase.date:
        return phrase
    anchor = earlier[-1]
    assert isinstance(anchor, DatePhrase) and anchor.date
    date = anchor.date[:4] + phrase.date[4:]
    if date < anchor.date[: len(date)]:
        date = f"{int(anchor.date[:4]) + 1:04d}{phrase.date[4:]}"
    late = clock.published and date > clock.published.isoformat()[: len(date)]
    return phrase if late else replace(phrase, date=date, basis="year of the date before")


def _finished(phrase: Found, found: list[Found], reports: list[tuple[int, int]], clock: Clock) -> DatePhrase:
    """A phrase with its date and kind: reckoned from what it refers to, of the report, of the future."""
    done = _reckoned(phrase, found, clock) if isinstance(phrase, Anchored) else phrase
    if _in_dateline(done, clock):
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


def _in_dateline(phrase: DatePhrase, clock: Clock) -> bool:
    """Whether a phrase stands in a dateline."""
    line = clock.text.rfind("\n", 0, phrase.start) + 1
    found = DATELINE.match(clock.text, line) if phrase.start - line < 80 else None
    return bool(found and found.start("date") <= phrase.start < found.end("date"))


def _reckoned(phrase: Anchored, found: list[Found], clock: Clock) -> DatePhrase:
    """A phrase that refers to another date, with its date."""
    if phrase.to == "report":
        published_on = clock.published.isoformat() if clock.published else None
        anchor = reporting_day(clock.text, clock.start, clock.end, published_on)
        basis = f"day of the report, {anchor}" if anchor else "no day of publication"
    else:
        anchor = _mentioned(phrase, found, clock)
        basis = f"date before it, {anchor}" if anchor else "no date before it"
        if not anchor and phrase.count and phrase.unit != "day" and clock.published:
            anchor, basis = clock.published.isoformat(), PUBLICATION
    date = reckon(anchor, phrase.unit, phrase.count, phrase.tail) if anchor else None
    return DatePhrase(phrase.start, phrase.end, date, "relative", basis)


def _mentioned(phrase: Anchored, found: list[Found], clock: Clock) -> str | None:
    """The last date named before a phrase that is as fine as its unit; one of a report only if there is no other."""
    least = {"day": 10, "month": 7, "year": 4}[phrase.unit]
    before = replace(clock, start=max(0, clock.start - _LOOK_BACK), end=clock.start)
    reports = _report_spans(clock.text, before.start, phrase.start)
    named: list[list[str]] = [[], []]
    for one in [*_inherit_years(_scan(before), before), *(one for one in found if one.start < phrase.start)]:
        if (
            isinstance(one, DatePhrase)
            and one.kind not in ("dateline", "future")
            and len(one.date or "") >= least
        ):
            named[any(start <= one.start < end for start, end in reports)].append(one.date or "")
    return next((dates[-1] for dates in named if dates), None)


def _report_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where `text[start:end]` names the day of a report."""
    stretch = text[start:end]
    patterns = _REPORT_KO if _HANGUL.search(stretch) else _REPORT_EN
    return sorted(match.span("day") for pattern in patterns for match in pattern.finditer(text, start, end))


def _looks_ahead(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether the verb of a phrase looks ahead: before it in English, behind it in Korean."""
    before = text[max(start, first - 120) : first]
    clause = before[max((match.end() for match in _CLAUSE_EN.finditer(before)), default=0) :]
    if _AHEAD_EN.search(clause):
        return True
    found = _AHEAD_KO.search(text[last:end])
    return bool(found and not _CLAUSE_KO.search(found[0]))
