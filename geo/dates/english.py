"""English phrases that name a month or a day of one: "February 28", "from March 6 to 10", "on the 9th"."""

from __future__ import annotations

import re
from dataclasses import replace

from geo.dates.calendars import (
    JUCHE,
    MONTH,
    WEEKDAY,
    YEAR,
    compiled,
    full_dates,
    lowered,
    month_number,
    one_of,
    year_of,
)
from geo.dates.clock import (
    STATED,
    UNNAMED,
    Anchored,
    Clock,
    DatePhrase,
    Found,
    Ref,
    Rule,
    Span,
    rule,
)
from geo.text import Pattern

YEAR_WORDS: dict[str, Ref] = {
    "last year": Ref("publication", -1),
    "this year": Ref("publication", 0),
    "the year": Ref("publication", 0),
    "next year": Ref("publication", 1),
    "the same year": Ref("mention", 0),
    "that same year": Ref("mention", 0),
    "that year": Ref("mention", 0),
    "the previous year": Ref("mention", -1),
    "the year before": Ref("mention", -1),
    "the year before last": Ref("publication", -2),
    "the following year": Ref("mention", 1),
}
MONTH_WORDS: dict[str, Ref] = {
    "last month": Ref("publication", -1),
    "this month": Ref("publication", 0),
    "the month": Ref("publication", 0),
    "next month": Ref("publication", 1),
    "the same month": Ref("mention", 0),
    "that month": Ref("mention", 0),
    "the previous month": Ref("mention", -1),
    "the month before": Ref("mention", -1),
    "the month before last": Ref("publication", -2),
    "the following month": Ref("mention", 1),
}
FOLLOW = (
    r"(?=\s*(?:[,.;:!?)\]\"'”’—–-]|$)|\s+(?:[A-Z]|(?:in|at|for|with|by|to|on|he|she|it|they|the|a|an|as|and|or|when|where|"
    r"while|was|were|is|are|has|had|under|amid|after|before|from|of|that|this|which|there|respectively|last|next|its|these|both|another"
    r"|regional|local|modern|new|ground|construction|work|factories|hospitals?|officials|people|ceremonies"
    r"|went|came|told|said|gave|cut|broke|\w{3,}ed|(?!newly)\w{3,}ly)\b))"
)
"""What may follow a bare number of a day: "the 9th floor" and "6 and 10 counties" are no dates."""


def either(words: dict[str, Ref]) -> str:
    """Alternatives for words, longest first, whatever the white space between them."""
    return one_of(words).replace(" ", r"\s+")


_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_IN_WORDS = rf"(?i:{one_of(_WORDS)})"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = rf"{_NUMBER}(?:st|nd|rd|th)"
_DAY = rf"{_NUMBER}(?:st|nd|rd|th)?(?![\w%]|:\d|[,.]\d|\s?[×x]\s?\d)"
_FREE = r"(?<![\w,.×/$£₩-])"
_TO = r"(?:\s?[-–—~]\s?|\s+(?:to|through|till|until|and)\s+(?:the\s+)?)"
OF_YEAR = (
    rf"(?:(?:\s?,\s?|\s+)(?:of\s+)?(?:the\s+year\s+)?(?:(?P<year>{YEAR})|{JUCHE})"
    rf"|,?\s+(?:of\s+|in\s+)?(?P<words>{either(YEAR_WORDS)})\b)?"
)
_MOD = r"(?:(?:early|late|mid)(?:\s+|-)|the\s+(?:beginning|start|middle|end|(?:first|second)\s+half)\s+of\s+)"
_BY_DAY = r"\d(?:(?<=[A-Za-z.]\d)|(?<=[A-Za-z.]\s\d))"
"""A figure behind a name, as of a month, and a month behind a figure, both sooner found than a month."""
_OF_MONTH = r"\d(?:st|nd|rd|th)?\s+(?:of\s+)?[JFMASOND][A-Za-z]{2}"
OF_EVENT = (
    r"(?:['’]s)?\s+(?:[a-z-]+\s+)?(?:ground|ceremon|visit|inaugurat|opening|completion|meeting|speech|launch)"
)
"""Behind a day or a month: what happened then, `Thursday's groundbreaking`."""
_EVENT = rf"(?:(?={OF_EVENT})(?P<event>))?"
_NAME = (
    r"(?:(?=\s+(?:[A-Z][\w'’-]*\s+){0,3}(?:Factory|Factories|Complex|Stadium|Mine|Plant|Farm|Hospital|Mill|"
    r"Movement|School|University|Works|House|Street|Power|Agreement|Declaration|Prize)\b)(?P<name>))?"
)
_IN = Pattern(
    r"\b(?:in|since|from|by|until|till|during|of|between|around)\s+(?:the\s+)?$"
    rf"|\bin\s+{MONTH}(?:,\s+{MONTH})?,?\s+(?:and\s+)?$",
    re.IGNORECASE,
)
"""Before the name of a month, or of the next one in a list: `in August and November`."""
_ON = Pattern(r"\b(?:on|since|from|by|until|till|dated)\s+$", re.IGNORECASE)
_BETWEEN = Pattern(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
YEARS = "19 200 201 202 203 204"
"""What a year begins with, for `rule`."""
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


def words_of(found: re.Match[str], group: str) -> str:
    """The words of a group in lower case with single spaces; empty if it is not there."""
    return " ".join(lowered(found[group] or "").split())


def before(found: re.Match[str]) -> str:
    """The words right before a match."""
    return found.string[max(0, found.start() - 30) : found.start()]


def named_year(found: re.Match[str]) -> Ref:
    """How a match names the year."""
    if found["year"] or found["juche"]:
        return Ref("stated", year_of(found) or 0)
    return YEAR_WORDS.get(words_of(found, "words"), UNNAMED)


def _digits(day: str) -> int:
    """The number of an ordinal, in figures or in words."""
    return _WORDS.index(lowered(day)) + 1 if day.isalpha() or "-" in day else int(re.sub(r"\D", "", day))


def _month_day(found: re.Match[str], clock: Clock) -> Found | None:
    """February 28; 28 February last year; Thursday, February 28, 2024; not the February 8 Vinalon Complex."""
    if found.groupdict().get("name") is not None and not _ON.search(before(found)):
        return None
    month, day = month_number(found["month"]), _digits(found["day"])
    return clock.dated(found.span(), named_year(found), month, day, clock.ahead(found))


def _full(found: re.Match[str], clock: Clock) -> Found:
    """2024-02-28; 28/02/2024; (2024.02.28.) as agencies close with."""
    hit = next(full_dates(found[0]), None)
    return DatePhrase(
        *found.span(), hit[2] if hit else None, "dateline" if found["closing"] else "absolute", STATED
    )


def _days(found: re.Match[str], clock: Clock) -> Found | list[Found] | None:
    """March 6-10, 6 to 10 March, August 24 and 25: the month; each day by itself with "respectively"."""
    first, last = _digits(found["day"]), _digits(found["last"])
    if last <= first:
        return None
    month, year, ahead = month_number(found["month"]), named_year(found), clock.ahead(found)
    joined = "and" in clock.text[found.end("day") : found.start("last")] and not _BETWEEN.search(
        before(found)
    )
    if joined and "respectively" in clock.text[found.end() : clock.end]:
        return _each(clock, year, month, [_head(found), found.span("last")], ahead)
    start, end = (clock.dated(found.span(), year, month, day, ahead) for day in (first, last))
    return clock.between(found.span(), start, end)


def _head(found: re.Match[str]) -> Span:
    """The first day of a match, with the month if it stands before it."""
    return min(found.start("day"), found.start("month")), found.end("day")


def _each(clock: Clock, year: Ref, month: int, spans: list[Span], ahead: bool) -> list[Found]:
    """Several days of a month, each a phrase of its own; the first span has the month's name in it."""
    days = [_digits(clock.text[slice(*span)]) for span in spans]
    return [listed(clock.dated(span, year, month, day, ahead)) for span, day in zip(spans, days, strict=True)]


def listed(day: Found) -> Found:
    """A day as one of a list."""
    return day if isinstance(day, Anchored) else replace(day, kind="list")


def _day_list(found: re.Match[str], clock: Clock) -> list[Found]:
    """Feb. 6, 7 and 8: each day by itself."""
    rest = [hit.span() for hit in compiled(_DAY).finditer(clock.text, found.end("day"), found.end("last"))]
    spans = [_head(found), *rest]
    return _each(clock, named_year(found), month_number(found["month"]), spans, clock.ahead(found))


def _month_range(found: re.Match[str], clock: Clock) -> Found:
    """From March 30 to April 2; between December and February; from February to December 2024."""
    ahead = clock.ahead(found)
    last_day = _digits(found["last"]) if found["last"] else None
    last = clock.dated(found.span(), named_year(found), month_number(found["month"]), last_day, ahead)
    own = Ref("stated", int(found["own_year"])) if found["own_year"] else UNNAMED
    return clock.between(
        found.span(), clock.dated(found.span(), own, month_number(found["first"]), None, ahead), last
    )


def _month(found: re.Match[str], clock: Clock) -> Found | None:
    """February 2024; in December; last October; mid-December; the end of February last year."""
    month, pre, year = month_number(found["month"]), words_of(found, "pre"), named_year(found)
    if not (year.to or pre or found["mod"] or found["event"] is not None or _IN.search(before(found))):
        return None
    if pre == "this":
        year = Ref("publication", 0)
    if year.to or pre not in ("last", "past", "next"):
        return clock.dated(found.span(), year, month, None, clock.ahead(found))
    gap = (month - clock.published.month) % 12 if clock.published else 0
    months = (gap or 12) if pre == "next" else gap - 12
    return clock.unit_of(found.span(), "month", Ref("publication", months), False, pre == "next")


def _ordinal(found: re.Match[str], clock: Clock) -> Found:
    """On the 9th; the 28th of last month; from the 9th to the 11th; on the 9th and 10th."""
    month, ahead, span = (
        MONTH_WORDS.get(words_of(found, "of"), UNNAMED),
        clock.ahead(found),
        found.span("span"),
    )
    first = clock.day_of(span, _digits(found["day"]), month, ahead)
    if not found["last"]:
        return first
    return clock.between(span, first, clock.day_of(span, _digits(found["last"]), month, ahead))


def _day_in_words(found: re.Match[str], clock: Clock) -> Found | None:
    """The sixth of February; the third of this month."""
    if found["month"]:
        return _month_day(found, clock)
    month = MONTH_WORDS[words_of(found, "of")]
    return clock.day_of(found.span(), _digits(found["day"]), month, clock.ahead(found))


RULES: tuple[Rule, ...] = (
    rule(
        YEARS,
        r"(?P<closing>\()?(?<![\w/-])(?:(?:19|20)\d\d\s?([-./])\s?\d\d?\s?\2\s?\d\d?|\d\d?([./-])\d\d?\3(?:19|20)\d\d)"
        r"(?!\d)(?(closing)\.?\))",
        _full,
    ),
    rule(
        _MONTHS,
        rf"(?P<from>\b(?:[Ff]rom|[Bb]etween)\s+{_MOD}?)?\b(?P<first>{MONTH})(?(from)(?:\s+{_DAY})?|\s+{_DAY})"
        rf"(?:,?\s+(?P<own_year>{YEAR}))?(?:\s?[-–—]\s?|\s+(?:to|through|till|until|(?(from)and|to))\s+)"
        rf"(?(from){_MOD}?)(?P<month>{MONTH})(?:\s+(?P<last>{_DAY}))?(?(last)|(?(from)|(?!))){OF_YEAR}",
        _month_range,
        r"[FfBb\d](?:(?<=[FfBb])(?:rom|etween)\s|(?<=\d)(?:st|nd|rd|th)?(?:,?\s+\d{4})?"
        r"(?:\s?[-–—]|\s+(?:to|through|till|until)\s)\s*[JFMASOND])",
    ),
    rule(
        _MONTHS,
        rf"\b(?P<month>{MONTH})\s+(?P<day>{_DAY})(?:\s?,\s+{_DAY})+,?\s+and\s+(?P<last>{_DAY}){FOLLOW}{OF_YEAR}",
        _day_list,
        r"\d(?:st|nd|rd|th)?,?\s+and\s+\d",
    ),
    rule(
        _MONTHS,
        rf"\b(?P<span>(?<=[Bb]etween\s)|(?<=[Ff]rom\s))?(?P<month>{MONTH})\s+(?P<day>{_NUMBER}(?:st|nd|rd|th)?)"
        rf"{_TO}(?P<last>{_DAY})(?(span)|{FOLLOW}){OF_YEAR}",
        _days,
        r"\d(?:st|nd|rd|th)?(?:\s?[-–—~]|\s+(?:to|through|till|until|and)\s)",
    ),
    rule(
        _MONTHS,
        rf"{_FREE}(?P<day>{_NUMBER}(?:st|nd|rd|th)?){_TO}(?P<last>{_DAY})\s+(?:of\s+)?(?P<month>{MONTH}){OF_YEAR}",
        _days,
        _OF_MONTH,
    ),
    rule(
        _MONTHS,
        rf"(?:\b{WEEKDAY},?\s+)?\b(?P<month>{MONTH})\s?(?P<day>{_DAY}){_NAME}{OF_YEAR}",
        _month_day,
        _BY_DAY,
    ),
    rule(
        _MONTHS,
        rf"(?:\b{WEEKDAY},?\s+)?{_FREE}(?:the\s+)?(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{MONTH}){OF_YEAR}",
        _month_day,
        _OF_MONTH,
    ),
    rule(
        f"{_MONTHS} month",
        rf"\b[Tt]he\s+(?P<day>{_IN_WORDS})\s+of\s+(?:(?P<month>{MONTH}){OF_YEAR}|(?P<of>{either(MONTH_WORDS)})\b)"
        r"(?!['’]s)",
        _day_in_words,
        r"(?i:st|nd|rd|th)\s+of\s",
    ),
    rule(
        _MONTHS,
        rf"\b(?:(?i:(?P<pre>last|past|this|next))\s+)?(?i:(?P<mod>{_MOD}))?(?P<month>{MONTH})(?!\s?\d\d?(?!\d)){OF_YEAR}{_EVENT}",
        _month,
    ),
    rule(
        "1st 2nd 3rd 0th 1th 2th 3th 4th 5th 6th 7th 8th 9th",
        rf"\b(?:(?i:on|from|by|until|till|since|between|dated))\s+(?P<span>(?:the\s+)?(?P<day>{_ORDINAL})"
        rf"(?:{_TO}(?P<last>{_ORDINAL}))?(?:\s+of\s+(?P<of>{either(MONTH_WORDS)}))?){FOLLOW}",
        _ordinal,
    ),
    rule(
        "1st 2nd 3rd 0th 1th 2th 3th 4th 5th 6th 7th 8th 9th",
        rf"(?<=[(,]\s|.\()(?P<span>(?P<day>{_ORDINAL}))(?P<last>)(?P<of>)(?=\))",
        _ordinal,
    ),
    rule(
        "was",
        rf"\b(?P<span>[Tt]he\s+(?P<day>{_ORDINAL}))(?P<last>)(?P<of>)(?=\s+(?:was|is)\s+(?:a|an|the)\s)",
        _ordinal,
    ),
    rule(
        "month",
        rf"\b(?P<span>(?:[Tt]he\s+)?(?P<day>{_ORDINAL})(?:{_TO}(?P<last>{_ORDINAL}))?\s+of\s+"
        rf"(?P<of>{either(MONTH_WORDS)}))\b(?!['’]s)",
        _ordinal,
    ),
)
