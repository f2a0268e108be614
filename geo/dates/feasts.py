"""
Days with a name of their own, in English and Korean: feasts, the first and the last day of a month.

A feast is a date where something happened on it ("on Party Foundation Day", 태양절에); ahead of it or on its
occasion is any day. A feast that moves is known to the year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace

from geo.dates.calendars import MONTH, month_number
from geo.dates.clock import Anchored, Clock, DatePhrase, Found, Rule, rule
from geo.dates.english import MONTH_WORDS, OF_YEAR, either, named_year, words_of
from geo.dates.korean import MONTH_WORDS_KO, OF_YEAR_KO, YEAR_KO, either_ko, plain, year_ref

_Day = tuple[int, int]
"""Month and day."""

_FEASTS: dict[_Day, tuple[str, str]] = {
    (1, 1): ("new year's day", "신정|양력설"),
    (2, 8): ("army foundation day", "건군절"),
    (2, 16): ("day of the shining star|birthday of kim jong il|kim jong il's birthday", "광명성절"),
    (3, 8): ("international women's day", "국제부녀절|3·8절"),
    (4, 15): ("day of the sun|birthday of kim il sung|kim il sung's birthday", "태양절"),
    (5, 1): ("may day|international workers' day", "5·1절|로동절|노동절"),
    (7, 27): ("day of victory in the fatherland liberation war", "전승절"),
    (8, 15): (
        "liberation day|national liberation day|day of national liberation|"
        "anniversary of national liberation|anniversary of korea's liberation|"
        "anniversary of the liberation of korea",
        "광복절|해방절|조국해방의 날|조국해방 기념일",
    ),
    (9, 9): (
        "day of the foundation of the republic|republic foundation day|national foundation day|"
        "anniversary of the founding of the dprk|anniversary of the founding of the republic",
        "9·9절|9.9절|구구절|공화국 창건절|공화국 창건일|공화국 창건 기념일|정권 수립일|정권 수립 기념일",
    ),
    (10, 10): (
        "party foundation day|party founding day|party founding anniversary|"
        "anniversary of the party's founding|anniversary of the founding of the party|"
        "anniversary of the founding of the workers' party of korea|"
        "anniversary of the founding of the workers' party",
        "당 창건절|당 창건일|당 창건 기념일|로동당 창건일|노동당 창건일|"
        "로동당 창건 기념일|노동당 창건 기념일",
    ),
    (12, 27): ("constitution day|socialist constitution day", "헌법절"),
    (12, 31): ("new year's eve", "섣달 그믐|제야"),
}
_MOVING: dict[tuple[_Day, _Day], tuple[str, str]] = {
    ((1, 21), (2, 20)): ("lunar new year", "설 명절|설날|설 연휴|음력 설"),
    ((9, 8), (10, 8)): ("chuseok|harvest moon festival", "추석|한가위"),
}
"""First and last day on which the feast can fall."""
_EN = {name: day for day, (names, _) in _FEASTS.items() for name in names.split("|")}
_KO = {plain(name): day for day, (_, names) in _FEASTS.items() for name in names.split("|")}
_MOVING_EN = {name: days for days, (names, _) in _MOVING.items() for name in names.split("|")}
_MOVING_KO = {plain(name): days for days, (_, names) in _MOVING.items() for name in names.split("|")}


_ON_KO = r"(?=\s?당일|(?:에(?:는|도|만)?|인)?(?:[\s,.)]|$))(?!\s?(?:기념|경축|맞이|\d+(?:돌|돐|주년)))"
"""What stands behind a feast on which something happens, and not where it is only marked."""


def _names(feasts: Iterable[tuple[str, str]], language: int) -> str:
    """Alternatives for the names of feasts in one language, longest first, whatever the spaces."""
    names = [name for feast in feasts for name in feast[language].split("|")]
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return listed.replace(r"\ ", r"\s?" if language else r"\s+").replace("'", "['’]")


def _feast(found: re.Match[str], clock: Clock) -> Found:
    """On Party Foundation Day; on New Year's Eve last year."""
    month, day = _EN[words_of(found, "feast").replace("’", "'")]
    return clock.dated(found.span("span"), named_year(found), month, day, clock.ahead(found))


def _feast_ko(found: re.Match[str], clock: Clock) -> Found:
    """태양절에; 지난해 당창건기념일에; 새해 첫날."""
    month, day = _KO.get(plain(found["feast"]), (1, 1))
    return clock.dated(found.span(), year_ref(found), month, day, clock.ahead(found))


def _moving(found: re.Match[str], clock: Clock) -> Found:
    """Over the Lunar New Year; at Chuseok last year."""
    days = _MOVING_EN[words_of(found, "feast")]
    return clock.moving(found.span("span"), *days, named_year(found), clock.ahead(found))


def _moving_ko(found: re.Match[str], clock: Clock) -> Found:
    """설 명절에; 지난해 추석 때."""
    days = _MOVING_KO[plain(found["feast"])]
    return clock.moving(found.span(), *days, year_ref(found), clock.ahead(found))


def _edge(found: re.Match[str], clock: Clock) -> Found | None:
    """The last day of January; the first day of this month."""
    last = words_of(found, "which") == "last"
    if found["of"]:
        month = clock.unit_of(found.span(), "month", MONTH_WORDS[words_of(found, "of")])
    else:
        day, number = 28 if last else 1, month_number(found["month"])
        month = clock.dated(found.span(), named_year(found), number, day, clock.ahead(found))
    return _at_edge(month, last)


def _edge_ko(found: re.Match[str], clock: Clock) -> Found | None:
    """1월 마지막 날; 이달 첫날."""
    last = found["which"].startswith("마지막")
    if found["of"]:
        return _at_edge(clock.unit_of(found.span(), "month", MONTH_WORDS_KO[plain(found["of"])]), last)
    day = 28 if last else 1
    ahead = clock.ahead(found)
    return _at_edge(clock.dated(found.span(), year_ref(found), int(found["month"]), day, ahead), last)


def _at_edge(month: Found, last: bool) -> Found | None:
    """The first or last day of the month that a phrase names; None if that is known only from its context."""
    if isinstance(month, Anchored):
        return None
    if not month.date:
        return month
    year, number = int(month.date[:4]), int(month.date[5:7])
    day = monthrange(year, number)[1] if last else 1
    return replace(month, date=f"{month.date[:7]}-{day:02d}")


def _turn(found: re.Match[str], clock: Clock) -> Found:
    """At the turn of the year; 연말연시."""
    return DatePhrase(*found.span(), None, "vague", "two years possible")


ENGLISH: tuple[Rule, ...] = (
    rule(
        "day eve birthday anniversary",
        r"\b[Oo]n\s+(?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+)?"
        rf"(?P<span>(?i:(?P<feast>{_names(_FEASTS.values(), 0)}))\b{OF_YEAR})(?!\s?\()(?!\s+[A-Z])",
        _feast,
        r"(?i:\b(?:day|eve|birthday|anniversary)\b)",
    ),
    rule(
        "lunar chuseok harvest",
        r"(?i:\b(?:over|during|at|on|around|since)\s+(?:the\s+)?)"
        rf"(?P<span>(?i:(?P<feast>{_names(_MOVING.values(), 0)})\b"
        rf"(?:\s+(?:holidays?|festival|break)\b)?){OF_YEAR})",
        _moving,
    ),
    rule(
        "day",
        r"\b(?i:the\s+(?P<which>first|last)\s+day\s+of)\s+"
        rf"(?:(?P<month>{MONTH}){OF_YEAR}|(?P<of>(?i:{either(MONTH_WORDS)})))(?!\w|['’]s)",
        _edge,
        r"(?i:\sday\s+of\s)",
    ),
    rule("turn", r"(?i:\bthe\s+turn\s+of\s+the\s+year\b)", _turn),
)
KOREAN: tuple[Rule, ...] = (
    rule(
        "절 창건 수립 해방 신정 양력설 섣달 제야",
        rf"(?:{YEAR_KO}\s*)?(?<![가-힣])(?P<feast>{_names(_FEASTS.values(), 1)}){_ON_KO}",
        _feast_ko,
    ),
    rule("첫날", rf"(?:{YEAR_KO}|새해)\s?(?:의\s?)?(?P<feast>첫날){_ON_KO}", _feast_ko),
    rule(
        "첫날 마지막",
        rf"(?:{OF_YEAR_KO}(?<!\d)(?P<month>1[0-2]|[1-9])월|(?P<of>{either_ko(MONTH_WORDS_KO)}))"
        rf"\s?(?:의\s?)?(?P<which>첫날|마지막\s?날){_ON_KO}",
        _edge_ko,
    ),
    rule(
        "설 추석 한가위",
        rf"(?:{YEAR_KO}\s*)?(?<![가-힣])(?P<feast>{_names(_MOVING.values(), 1)})"
        r"(?=\s?(?:에|때|아침|기간|연휴|명절))",
        _moving_ko,
    ),
    rule("연말연시 년말년시", r"(?<![가-힣])[연년]말\s?[연년]시", _turn),
)
