"""English phrases that are reckoned from another day: "on Thursday", "the previous day", "late last year"."""

from __future__ import annotations

import re

from geo.calendars import JUCHE, MONTH, WEEKDAY, WEEKDAYS, YEAR, year_of
from geo.clock import STATED, Anchored, Clock, DatePhrase, Found, Ref, Rule, rule
from geo.dates_en import MONTH_WORDS, YEAR_WORDS, YEARS, either, words_of

_NUMBERS = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_N = rf"(?P<n>an?|one|{'|'.join(_NUMBERS[1:])}|\d{{1,2}})"
_PARTS = (
    r"(?P<mod>early|earlier|late|later|mid|(?:in\s+)?the\s+(?:beginning|start|middle|end|(?:first|second)\s+half|"
    r"(?:first|second|third|fourth|last)\s+quarter)(?=\s+of|\s+last))"
)
_NO_YEAR = (
    r"(?!\w|[.,]\d|\s+(?:people|homes?|houses?|households|tons|hectares|pyong|met(?:er|re)s|km|square|won|"
    r"units)\b)"
)
_IN_YEAR = re.compile(
    r"\b(?:in|since|from|by|until|till|during|of|year|for|to|early|late|through|end\s+of|and|before|after)\s+$",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\b(?:said|says|stressed|noted|added|told|declared|speech|address|stated)\b|[“\"]")
_ENDING = re.compile(r"\bend\b|later|second half|(?:third|fourth|last) quarter")

_DAY_WORDS: dict[str, Ref] = {
    "today": Ref("publication", 0),
    "earlier today": Ref("publication", 0),
    "yesterday": Ref("publication", -1),
    "last night": Ref("publication", -1),
    "the day before yesterday": Ref("publication", -2),
    "tomorrow": Ref("publication", 1),
    "the same day": Ref("mention", 0),
    "that same day": Ref("mention", 0),
    "that day": Ref("mention", 0),
    "the following day": Ref("mention", 1),
    "the next day": Ref("mention", 1),
    "the day after": Ref("mention", 1),
    "a day later": Ref("mention", 1),
}


def _number(word: str) -> int:
    """The number of a word or of figures."""
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word.lower()) + 1 if word.lower() in _NUMBERS else 1


def _weekday(found: re.Match[str], clock: Clock) -> Found:
    """On Thursday; last Wednesday; next Monday; Monday last week."""
    index, pre = WEEKDAYS.index(found["weekday"].lower()), words_of(found, "pre")
    ahead = pre in ("next", "coming") or clock.ahead(found)
    weeks = {"last": -1, "next": 1, "this": 0}.get(words_of(found, "week"))
    return clock.weekday(found.span(), index, weeks, pre in ("last", "next"), ahead)


def _day_word(found: re.Match[str], clock: Clock) -> Found | None:
    """Yesterday; the same day. "Today" in what somebody said is the day of the speech, so it is left out."""
    word = words_of(found, "word")
    if word == "today" and _SPEECH.search(clock.text, clock.start, found.start()):
        return None
    return clock.unit_of(found.span(), "day", _DAY_WORDS[word], False, word == "tomorrow")


def _previous_day(found: re.Match[str], clock: Clock) -> Found:
    """The previous day; the day before; two days earlier: before the day of the report."""
    return Anchored(*found.span(), "day", -_number(found["n"] or "a"), "report")


def _ago(found: re.Match[str], clock: Clock) -> Found:
    """Two days ago; three weeks ago; five months ago; a year ago."""
    count, unit = -_number(found["n"]), found["unit"].lower()
    if found["bound"]:
        return DatePhrase(*found.span(), None, "duration", _length(found))
    if unit == "week":
        return clock.week(found.span(), count)
    return clock.unit_of(
        found.span(),
        "day" if unit == "day" else "month" if unit == "month" else "year",
        Ref("publication", count),
    )


def _week(found: re.Match[str], clock: Clock) -> Found:
    """Earlier this week; last week; the previous week; over the weekend."""
    words = words_of(found, "week")
    weeks = {"last": -1, "past": -1, "the previous": -1, "next": 1}.get(words, 0)
    later = weeks > 0 or words_of(found, "mod").startswith("later") or (weeks == 0 and clock.ahead(found))
    return clock.week(found.span(), weeks, later)


def _month_word(found: re.Match[str], clock: Clock) -> Found:
    """Last month; earlier this month; the end of last month; the previous month; in the same month."""
    word, mod = words_of(found, "word"), words_of(found, "mod")
    ahead = word == "next month" or (word != "last month" and ("later" in mod or clock.ahead(found)))
    return clock.unit_of(found.span(), "month", MONTH_WORDS[word], bool(mod), ahead)


def _year_word(found: re.Match[str], clock: Clock) -> Found:
    """Last year; late last year; earlier this year; the end of this year (still to come); the same year."""
    word, mod = words_of(found, "word"), words_of(found, "mod")
    to_come = bool(_ENDING.search(mod)) and not (clock.published and clock.published.month == 12)
    ahead = word == "next year" or (word in ("this year", "the year") and (to_come or clock.ahead(found)))
    return clock.unit_of(found.span(), "year", YEAR_WORDS[word], bool(mod), ahead)


def _year(found: re.Match[str], clock: Clock) -> Found | None:
    """In 2024; at the end of 2017; Juche 113 (2024)."""
    start = found.string[max(0, found.start() - 12) : found.start()]
    if not (found["mod"] or found["juche"] or _IN_YEAR.search(start)):
        return None
    return clock.unit_of(found.span(), "year", Ref("stated", year_of(found) or 0), bool(found["mod"]))


def _years(found: re.Match[str], clock: Clock) -> Found:
    """From 2024 to 2025; 2024-2025."""
    return DatePhrase(*found.span(), None, "range", STATED)


def _season(found: re.Match[str], clock: Clock) -> Found:
    """Last spring; this fall; in the summer of 2024; in spring."""
    name, pre = found["season"].lower(), words_of(found, "pre")
    named = {"this": Ref("publication", 0), "next": Ref("publication", 1)}
    year = (
        Ref("stated", int(found["year"]))
        if found["year"]
        else YEAR_WORDS.get(words_of(found, "words"), named.get(pre))
    )
    ahead = pre == "next" or (pre != "last" and not found["year"] and clock.ahead(found))
    return clock.season(
        found.span(), name, year or Ref(), "over" if pre in ("last", "past") else "begun", ahead
    )


def _length(found: re.Match[str]) -> str:
    """The length of a duration as `go_back` reads it: "10 months", "less than 1 years"."""
    bound = {"less": "less than ", "unde": "less than ", "more": "more than ", "over": "more than "}
    words = words_of(found, "bound")
    return f"{bound.get(words[:4], '')}{_number(found['n'])} {found['unit'].lower()}s"


def _duration(found: re.Match[str], clock: Clock) -> Found:
    """Ten months after; less than one year before; in just two years: no date by itself."""
    return DatePhrase(*found.span(), None, "duration", _length(found))


_BOUND = r"(?:(?P<bound>less\s+than|under|more\s+than|over)\s+)?"

RULES: tuple[Rule, ...] = (
    rule(
        "ago",
        rf"(?i:\b(?:about\s+|around\s+|some\s+|nearly\s+|almost\s+)?{_BOUND}{_N}\s+(?P<unit>day|week|month|year)s?\s+ago\b)",
        _ago,
    ),
    rule(
        "day",
        rf"(?i:\b(?:the\s+previous\s+day|the\s+day\s+(?:before|earlier)|{_N}\s+days?\s+(?:earlier|before|prior))\b(?!\s+yesterday))",
        _previous_day,
    ),
    rule("day tomorrow night", rf"(?i:\b(?P<word>{either(_DAY_WORDS)})\b(?!['’]s))", _day_word),
    rule(
        "year month week day",
        rf"(?i:\b(?:(?:in|within)\s+(?:just\s+|only\s+|barely\s+|about\s+)?{_BOUND}{_N}\s+(?P<unit>year|month|week|day)s?\b)"
        r"(?!\s+of\b))",
        _duration,
    ),
    rule(
        "year month week day",
        rf"(?i:\b(?:about\s+|around\s+|some\s+|nearly\s+|almost\s+|just\s+|only\s+)?{_BOUND}{_N}\s+"
        r"(?P<unit>year|month|week|day)s?\s+(?:after|later|before|since|earlier|prior|following|from)\b)",
        _duration,
    ),
    rule(
        "day",
        r"(?i:\b(?:(?P<pre>last|this|next|past|coming)\s+)?)(?<!Good )(?<!Black )"
        rf"(?P<weekday>{WEEKDAY})(?!,\s+{MONTH}\s\d)"
        r"(?i:\s+(?P<week>last|this|next)\s+week\b)?",
        _weekday,
    ),
    rule(
        "week",
        r"(?i:\b(?:(?P<mod>early|earlier|late|later)\s+(?:in\s+)?)?(?P<week>the\s+previous|last|this|past|next|the|over\s+the)\s+"
        r"week(?:end)?\b)(?!-)",
        _week,
    ),
    rule("month", rf"(?i:\b(?:{_PARTS}\s+(?:of\s+)?)?(?P<word>{either(MONTH_WORDS)})\b)", _month_word),
    rule(
        "year",
        rf"(?i:\b(?:{_PARTS}\s+(?:of\s+)?)?(?P<word>{either(YEAR_WORDS)})\b)(?!-(?:old|long))",
        _year_word,
    ),
    rule(
        YEARS,
        rf"(?:\b(?:[Ff]rom|[Bb]etween)\s+)?(?<![\d,.-]){YEAR}(?:\s?[-–—]\s?|\s+(?:to|and|until|through)\s+){YEAR}{_NO_YEAR}",
        _years,
    ),
    rule(
        "spring summer fall autumn winter",
        r"\b(?i:(?:(?P<pre>last|this|next|past)\s+|in\s+(?:the\s+)?|(?:early|late|mid)[\s-]+|the\s+)(?P<season>spring|summer|fall|"
        rf"autumn|winter))\b(?:\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<words>(?i:{either(YEAR_WORDS)}))))?(?!\s+of\b)",
        _season,
    ),
    rule(
        f"{YEARS} juche",
        rf"(?:(?i:{_PARTS})[\s-]+(?:of\s+)?)?(?:(?<![\d,.×/$£₩-])(?P<year>{YEAR}){_NO_YEAR}(?!-)|\b{JUCHE})",
        _year,
    ),
)
