"""Korean phrases that name a month or a day of one, of Seoul or Pyongyang: 2월 28일, 지난 7일, 6일과 7일."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from geo.dates.calendars import JUCHE, year_of
from geo.dates.clock import UNNAMED, Anchored, Clock, DatePhrase, Found, Ref, Rule, Span, rule

YEAR_WORDS_KO = {
    "올해": Ref("publication", 0),
    "금년": Ref("publication", 0),
    "올": Ref("publication", 0),
    "지난해": Ref("publication", -1),
    "작년": Ref("publication", -1),
    "재작년": Ref("publication", -2),
    "지지난해": Ref("publication", -2),
    "내년": Ref("publication", 1),
    "래년": Ref("publication", 1),
    "명년": Ref("publication", 1),
    "그해": Ref("mention", 0),
    "같은해": Ref("mention", 0),
    "당해": Ref("mention", 0),
    "이듬해": Ref("mention", 1),
    "다음해": Ref("mention", 1),
    "전해": Ref("mention", -1),
}
MONTH_WORDS_KO = {
    "지난달": Ref("publication", -1),
    "지지난달": Ref("publication", -2),
    "이달": Ref("publication", 0),
    "이번달": Ref("publication", 0),
    "금월": Ref("publication", 0),
    "내달": Ref("publication", 1),
    "다음달": Ref("publication", 1),
    "새달": Ref("publication", 1),
    "같은달": Ref("mention", 0),
    "그달": Ref("mention", 0),
    "전달": Ref("mention", -1),
}
PARTICLE = (
    r"(?=(?:에(?:는|도|서|서는|만|야)?|엔|부터(?:는)?|까지(?:는|도)?|자(?:로)?|부|은|는|이|이다|이였다|이었다|였다|가|과|와|의"
    r"|발|께|경|쯤|도|로)?"
    r"(?![가-힣]))"
)
"""What may be written on to a date: a particle; a noun makes it a name (3월26일공장) or a length (3일간)."""
PART_OF_MONTH = r"(?:초순|상순|중순|하순|초|말|중(?=\s|에)|경)"


def either_ko(words: Iterable[str]) -> str:
    """Alternatives for words, longest first, with or without the space that is usual in Seoul."""
    listed = "|".join(sorted(words, key=len, reverse=True))
    return re.sub(r"(?<![가-힣])(같은|이번|다음|지난|그)(?=[주날달해])", r"\1\\s?", listed)


YEAR_KO = (
    rf"(?:(?P<gloss>(?:올해|금년|지난해|작년|내년)\s?\()?"
    rf"(?:(?P<year>(?:19|20)\d\d)(?:\(주체\s?\d+\))?|{JUCHE})\s?년도?(?(gloss)\))"
    rf"|(?P<words>{either_ko(YEAR_WORDS_KO)})(?!졌|져|진|지[고며면는]|들|듣|드[렸리]|준|주|왔|온|오[고며는]|받))"
)
_NO_LENGTH = r"(?!\s?(?:간(?!부)|동안|만에|째|연속|뒤|후|전(?![가-힣])|내내|이상|가까이))"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
OF_YEAR_KO = rf"(?:(?:{YEAR_KO}|(?P<pre>지난|오는))\s*)?"
_OF_MONTH = rf"(?:(?:(?P<month>{either_ko(MONTH_WORDS_KO)})|(?P<pre>지난|오는))\s*)?"
_JOINT = r"\s*(?:부터|에서|과|와|,|·|및|[~∼〜–-])\s*"
_DAYS = rf"(?P<day>{_DAY})(?P<more>일?(?:{_JOINT}{_DAY}일?){{0,4}}{_JOINT}{_DAY})일(?:까지|사이)?"


def plain(word: str | None) -> str:
    """A word without spaces."""
    return "".join((word or "").split())


def year_ref(found: re.Match[str]) -> Ref:
    """How a match of `YEAR_KO` names the year."""
    if found["year"] or found["juche"]:
        return Ref("stated", year_of(found) or 0)
    return YEAR_WORDS_KO.get(plain(found["words"]), UNNAMED)


def _month_ref(found: re.Match[str]) -> Ref:
    """How a match names the month of a day."""
    return MONTH_WORDS_KO.get(plain(found["month"]), UNNAMED)


def _ahead(found: re.Match[str], clock: Clock) -> bool:
    """Whether a phrase with 지난 or 오는 before it, or with its verb behind it, lies ahead."""
    return found["pre"] != "지난" and (found["pre"] == "오는" or clock.ahead(found))


def _month_day(found: re.Match[str], clock: Clock) -> Found:
    """2월 28일; 지난해 2월 28일; 주체113(2024)년 2월 28일; (평양 2월 4일발 조선중앙통신)."""
    month, day = int(found["month"]), int(found["day"])
    phrase = clock.dated(found.span(), year_ref(found), month, day, _ahead(found, clock))
    if isinstance(phrase, DatePhrase) and re.match(r"\s?발\s?[가-힣]+통신", clock.text[found.end() :][:12]):
        return replace(phrase, kind="dateline")
    return phrase


def _month(found: re.Match[str], clock: Clock) -> Found:
    """2월; 지난해 12월; 2024년 2월 초; 오는 10월."""
    return clock.dated(found.span(), year_ref(found), int(found["month"]), None, _ahead(found, clock))


def _months(found: re.Match[str], clock: Clock) -> Found:
    """2월부터 12월까지; 2024년 2월부터 2025년 1월까지; 1월 29일부터 2월 3일까지."""
    span, ahead = found.span(), clock.ahead(found)
    own = Ref("stated", int(found["own_year"])) if found["own_year"] else UNNAMED
    last_year = year_ref(found) if year_ref(found).to else own
    first = clock.dated(span, own, int(found["first"]), None, ahead)
    return clock.between(span, first, clock.dated(span, last_year, int(found["month"]), None, ahead))


def _month_days(found: re.Match[str], clock: Clock) -> Found | list[Found] | None:
    """2월 6일부터 10일까지; 2월 24일과 25일; 2월 6, 7, 8일."""
    year, month, ahead = year_ref(found), int(found["month"]), _ahead(found, clock)
    return _spread([clock.dated(span, year, month, day, ahead) for span, day in _named(found)], found, clock)


def _days(found: re.Match[str], clock: Clock) -> Found | list[Found] | None:
    """6일부터 10일까지; 지난달 24일과 25일; 18, 20일."""
    month, ahead = _month_ref(found), _ahead(found, clock)
    return _spread([clock.day_of(span, day, month, ahead) for span, day in _named(found)], found, clock)


def _named(found: re.Match[str]) -> list[tuple[Span, int]]:
    """The days of a match with their spans; the first has what stands before it, and its 일."""
    offset = found.start("more")
    first = found.start(), found.end("day") + found["more"].startswith("일")
    days: list[tuple[Span, int]] = [(first, int(found["day"]))]
    for hit in re.finditer(r"\d+", found["more"]):
        end = hit.end() + offset
        days.append(((hit.start() + offset, end + found.string.startswith("일", end)), int(hit[0])))
    return days


def _spread(days: list[Found], found: re.Match[str], clock: Clock) -> Found | list[Found] | None:
    """The larger unit of a range or of two days; each day by itself in a list or with 각각 (each)."""
    numbers = [number for _, number in _named(found)]
    if numbers != sorted(set(numbers)):
        return None
    ranged = re.search(r"[~∼〜–-]|부터|에서", found["more"])
    each = len(days) > 2 or "각각" in clock.text[found.end() : clock.end]
    if ranged or not each:
        return clock.between(found.span(), days[0], days[-1])
    return [day if isinstance(day, Anchored) else replace(day, kind="list") for day in days]


def _day(found: re.Match[str], clock: Clock) -> Found:
    """28일; 지난 7일; 지난달 28일; 오는 15일."""
    month = _month_ref(found)
    return clock.day_of(found.span(), int(found["day"]), month, month.value > 0 or _ahead(found, clock))


RULES: tuple[Rule, ...] = (
    rule(
        "월",
        rf"(?:(?P<own_year>(?:19|20)\d\d)년\s*)?(?<!\d)(?P<first>{_MONTH})월\s*{_DAY}일\s?(?:부터|에서"
        rf"|[~∼〜–-])\s*"
        rf"(?:{YEAR_KO}\s*)?(?P<month>{_MONTH})월\s*{_DAY}일(?:까지|사이)?{PARTICLE}",
        _months,
    ),
    rule("월", rf"{OF_YEAR_KO}(?<![\d.])(?P<month>{_MONTH})월\s*{_DAYS}{PARTICLE}", _month_days),
    rule(
        "(",
        rf"{OF_YEAR_KO}(?<=\()(?P<month>{_MONTH})\.\s?(?P<day>{_DAY})(?P<more>\s?[~∼〜–-]\s?{_DAY})\.?(?=[),;\s·])",
        _month_days,
    ),
    rule(
        "(",
        rf"{OF_YEAR_KO}(?<=\()(?=\d\d?\.\s?\d\d"
        rf"|\d\d\.)(?P<month>{_MONTH})\.\s?(?P<day>{_DAY})\.?(?=[),;\s·])",
        _month_day,
    ),
    rule(
        "월",
        rf"{OF_YEAR_KO}(?<![\d.])(?P<month>{_MONTH})월\s*(?P<day>{_DAY})일(?:{PARTICLE}|(?=을\s)){_NO_LENGTH}",
        _month_day,
    ),
    rule(
        "월",
        rf"(?:(?P<own_year>(?:19|20)\d\d)년\s*)?(?<!\d)(?P<first>{_MONTH})월?\s?(?:부터|에서|[~∼〜–-]|과)\s*"
        rf"(?:{YEAR_KO}\s*)?(?P<month>{_MONTH})월(?:까지)?{PARTICLE}",
        _months,
    ),
    rule(
        "월",
        rf"{OF_YEAR_KO}(?<![\d.])(?P<month>{_MONTH})월(?!\s?\d{{1,2}}일)(?:\s?{PART_OF_MONTH})?{PARTICLE}",
        _month,
    ),
    rule("일", rf"{_OF_MONTH}(?<![\d.월제-])(?<!월\s){_DAYS}{PARTICLE}{_NO_LENGTH}", _days),
    rule("일", rf"{_OF_MONTH}(?<![\d.,월제×-])(?<!월\s)(?P<day>{_DAY})일{PARTICLE}{_NO_LENGTH}", _day),
)
