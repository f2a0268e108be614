"""English phrases that are reckoned from another day: "on Thursday", "the previous day", "late last year"."""

from __future__ import annotations

import re

from geo.dates.calendars import JUCHE, MONTH, WEEKDAY, WEEKDAYS, YEAR, lowered, year_of
from geo.dates.clock import STATED, Clock, DatePhrase, Found, Ref, Rule, decade, rule
from geo.dates.english import MONTH_WORDS, OF_EVENT, YEAR_WORDS, YEARS, either, words_of
from geo.text import Pattern

_PARTS = (
    r"(?P<mod>early|earlier|late|later|mid|(?:in\s+)?the\s+(?:beginning|start|middle|end|(?:first|second)\s+half|"
    r"(?:first|second|third|fourth|last)\s+quarter)(?=\s+of|\s+last))"
)
_NO_YEAR = (
    r"(?!\w|[.,]\d|\s+(?:people|homes?|houses?|households|tons|hectares|pyong|met(?:er|re)s|km|square|won|"
    r"units)\b)"
)
_IN_YEAR = Pattern(
    r"\b(?:in|since|from|by|until|till|during|of|year|for|to|early|late|through|end\s+of|as|and|before|after)\s+$",
    re.IGNORECASE,
)
_SPEECH = Pattern(r"\b(?:said|says|stressed|noted|added|told|declared|speech|address|stated)\b|[“\"]")
_ENDING = Pattern(r"\bend\b|later|second half|(?:third|fourth|last) quarter")

_NOW = ("today", "this morning", "this afternoon", "this evening")
_DAY_WORDS: dict[str, Ref] = {
    "today": Ref("publication", 0),
    "earlier today": Ref("publication", 0),
    "this morning": Ref("publication", 0),
    "this afternoon": Ref("publication", 0),
    "this evening": Ref("publication", 0),
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
}


def _weekday(found: re.Match[str], clock: Clock) -> Found:
    """On Thursday; last Wednesday; next Monday; Monday last week."""
    index, pre = WEEKDAYS.index(lowered(found["weekday"])), words_of(found, "pre")
    ahead = pre in ("next", "coming") or clock.ahead(found)
    weeks = {"last": -1, "next": 1, "this": 0}.get(words_of(found, "week"))
    return clock.weekday(found.span(), index, weeks, pre in ("last", "next"), ahead)


def _day_word(found: re.Match[str], clock: Clock) -> Found | None:
    """Yesterday; the same day. "Today" in what somebody said is the day of the speech, so it is left out."""
    word = words_of(found, "word")
    if word in _NOW and _SPEECH.search(clock.text, clock.start, found.start()):
        return None
    ahead = word == "tomorrow" or (word in _NOW[1:] and clock.ahead(found))
    return clock.unit_of(found.span(), "day", _DAY_WORDS[word], False, ahead)


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
    name, pre = lowered(found["season"]), words_of(found, "pre")
    named = {"this": Ref("publication", 0), "next": Ref("publication", 1), "the following": Ref("mention", 1)}
    year = (
        Ref("stated", int(found["year"]))
        if found["year"]
        else YEAR_WORDS.get(words_of(found, "words"), named.get(pre))
    )
    ahead = pre == "next" or (pre != "last" and not found["year"] and clock.ahead(found))
    return clock.season(
        found.span(), name, year or Ref(), "over" if pre in ("last", "past") else "begun", ahead
    )


RULES: tuple[Rule, ...] = (
    rule("0s", r"\b(?:the\s+)?(?:(?i:early|mid|late)[\s-]+)?(?:19|20)\d0s\b", decade),
    rule(
        "day tomorrow night this",
        rf"(?i:\b(?P<word>{either(_DAY_WORDS)})\b(?:(?<=yesterday)(?={OF_EVENT})|(?!['’]s)))",
        _day_word,
    ),
    rule(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        r"(?i:\b(?:(?P<pre>last|this|next|past|coming)\s+)?)(?<!Good )(?<!Black )(?<![Ee]very )(?<![Ee]ach )"
        rf"(?P<weekday>{WEEKDAY})(?!,\s+{MONTH}\s?\d)"
        r"(?i:\s+(?P<week>last|this|next)\s+week\b)?",
        _weekday,
    ),
    rule(
        "week",
        r"(?i:\b(?:(?P<mod>early|earlier|late|later)\s+(?:in\s+)?)?(?P<week>the\s+previous|last|this|past|next|the|over\s+the)\s+"
        r"week(?:end)?\b)(?!-|\s+of\b)",
        _week,
    ),
    rule("month", rf"(?i:\b(?:{_PARTS}\s+(?:of\s+)?)?(?P<word>{either(MONTH_WORDS)})\b)", _month_word),
    rule(
        "year",
        rf"(?i:\b(?:{_PARTS}\s+(?:of\s+)?)?(?P<word>{either(YEAR_WORDS)})\b)"
        r"(?!-(?:old|long)|[ -]end| since\b)",
        _year_word,
    ),
    rule(
        YEARS,
        rf"(?:\b(?:[Ff]rom|[Bb]etween)\s+)?(?<![\d,.-]){YEAR}(?:\s?[-–—]\s?|\s+(?:to|and|until|through)\s+){YEAR}{_NO_YEAR}",
        _years,
    ),
    rule(
        "spring summer fall autumn winter",
        r"\b(?i:(?:(?P<pre>last|this|next|past|the\s+following(?=\s+spring))\s+|in\s+(?:the\s+)?|(?:early|late|mid)[\s-]+|the\s+)(?P<season>spring|summer|fall|"
        rf"autumn|winter))\b(?:\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<words>(?i:{either(YEAR_WORDS)}))))?(?!\s+of\b)",
        _season,
    ),
    rule(
        f"{YEARS} juche",
        rf"(?:(?i:{_PARTS})[\s-]+(?:of\s+)?)?(?:(?<![\d,.×/$£₩-])(?P<year>{YEAR}){_NO_YEAR}(?!-)|\b{JUCHE})",
        _year,
    ),
)
