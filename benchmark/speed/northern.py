"""
Made articles that name the DPRK, some with an event of a county's factory: what is stated is known.

Every project has its days by its county and facility, so that all articles on it agree.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from benchmark.speed.newsroom import filled
from geo.models import Unit
from geo.places.gazetteer import load_gazetteer

STATING = 0.3
"""Share of the articles naming the DPRK that state an event."""
KOREAN = 0.4
"""Share of them in Korean."""
CAMPAIGNS = (2024, 2025, 2026)


class Statement(NamedTuple):
    """What an article says."""

    pcode: str
    facility: str
    stage: str
    day: str
    """YYYY-MM-DD."""


FACILITIES: Mapping[str, tuple[str, str]] = {
    "regional_industry": ("regional-industry factories", "지방공업공장"),
    "hospital": ("a county hospital", "병원"),
    "leisure_complex": ("a leisure complex", "종합봉사소"),
    "grain_facility": ("a grain management facility", "량곡관리시설"),
    "greenhouse_farm": ("a greenhouse farm", "온실농장"),
    "paper_mill": ("a paper mill", "종이공장"),
}
"""Facility -> how it is called in English and Korean."""

FORMS: Mapping[tuple[str, str], Sequence[str]] = {
    ("groundbreaking", "en"): (
        "A groundbreaking ceremony for {what} was held in {place} on {date}, state media said.",
        "Ground was broken for {what} in {place} on {date}.",
        "The construction of {what} began in {place} on {date}, according to the Korean Central News Agency.",
        "KCNA reported that a ceremony to break ground for {what} took place in {place} on {weekday}.",
        "In {place}, ground was broken on {date} for {what}.",
    ),
    ("completed", "en"): (
        "An inaugural ceremony of {what} took place in {place} on {date}, KCNA reported.",
        "{What} {were} inaugurated in {place} on {date}.",
        "{What} {were} completed in {place} on {date}, the Rodong Sinmun wrote.",
        "State media said a ceremony to inaugurate {what} was held in {place} on {weekday}.",
        "In {place}, {what} {were} inaugurated on {date}.",
    ),
    ("groundbreaking", "ko"): (
        "조선중앙통신에 의하면 {place}에서 {what} 착공식이 {date} 진행되였다.",
        "{place} {what} 착공식이 {date} 현지에서 진행되였다.",
        "북한 {place}에서 {date} {what} 착공식이 열렸다고 조선중앙통신이 보도했다.",
    ),
    ("completed", "ko"): (
        "조선중앙통신에 의하면 {place}에서 {what} 준공식이 {date} 진행되였다.",
        "{place} {what} 준공식이 {date} 현지에서 진행되였다.",
        "북한 {place}에서 {date} {what} 준공식이 열렸다고 노동신문이 보도했다.",
    ),
}
"""(Stage, language) -> ways to say it."""

AROUND: Mapping[str, Sequence[str]] = {
    "en": (
        "North Korea has not commented on the talks in {city}.",
        "Analysts in Seoul saw no sign of a change of course in Pyongyang.",
        "Kim Jong Un sent a message of greeting to the congress, KCNA said.",
        "Trade between China and North Korea rose by {n} per cent, customs data show.",
        "The United Nations counted {n} shipments to the DPRK last year.",
        "Heavy rain was expected along the east coast, the weather service of the North said.",
        "Football: the women of North Korea won by three goals in {city}.",
        "A launch from near Pyongyang was seen by the South Korean military at dawn.",
        "Satellite pictures of the border show {n} more lorries than in spring.",
        "The embassy in Pyongyang is to open again, a diplomat said in {city}.",
        "Residents speak of higher rice prices in North Korea, about {n} won more for a kilogram.",
        "Experts differ on what the party congress of the Workers' Party of Korea will decide.",
        "The weather was fair, and many people watched.",
        "Officials and workers took part.",
    ),
    "ko": (
        "북한은 이에 대해 아무런 반응을 내놓지 않았다.",
        "통일부는 북한의 동향을 주시하고 있다고 밝혔다.",
        "조선중앙통신은 김정은 총비서가 축전을 보냈다고 전했다.",
        "북한과 중국의 교역이 {n}% 늘었다.",
        "평양의 날씨는 대체로 맑았다.",
        "북한 여자 축구 대표팀이 {n}번째 경기에서 이겼다.",
        "북한 시장의 쌀값이 {n}원 올랐다고 소식통이 전했다.",
        "관계부문 일군들과 종업원들이 참가하였다.",
        "전문가들은 당대회의 결정을 지켜봐야 한다고 말한다.",
    ),
}
"""What else such articles say: no event of a factory, and the first of each names the North."""
CITIES = ("Beijing", "Moscow", "Vladivostok", "Hanoi", "Geneva", "Tokyo", "New York", "Vientiane")
TITLES = {
    "en": ("North Korea: news of the day", "Pyongyang and its neighbours", "From North Korea's media"),
    "ko": ("북한 소식", "조선중앙통신 보도", "북한 매체 동향"),
}


@cache
def places() -> tuple[Unit, ...]:
    """Counties and cities of the nine provinces that have a polygon, by P-code."""
    units = load_gazetteer().units
    asked = (one for one in units.values() if one.level == 2 and one.type in ("county", "city"))
    shown = (one for one in asked if one.status == "current" and one.polygon_pcode == one.pcode)
    found = (one for one in shown if units[one.parent_pcode].type == "province")
    return tuple(sorted(found, key=lambda one: one.pcode))


def project(number: int) -> tuple[Unit, str, date, date]:
    """County, facility, and days of groundbreaking and completion of a project; the numbers go round."""
    units, facilities = places(), tuple(FACILITIES)
    unit, turn = units[number % len(units)], number // len(units) % len(facilities)
    year = CAMPAIGNS[number % len(CAMPAIGNS)]
    begun = date(year, 2, 1) + timedelta(days=(number * 7 + turn * 11) % 75)
    return unit, facilities[turn], begun, date(year, 10, 5) + timedelta(days=(number * 5 + turn * 13) % 80)


def stating(language: str, draw: random.Random) -> tuple[Statement, date, list[str]]:
    """What an article states, the day it is published, and the sentence that says it."""
    unit, facility, begun, done = project(draw.randrange(len(places()) * len(FACILITIES)))
    stage, day = draw.choice((("groundbreaking", begun), ("completed", done)))
    published = day + timedelta(days=draw.randrange(1, 4))
    form = draw.choice(FORMS[stage, language])
    what = FACILITIES[facility][language == "ko"]
    said = form.format(
        what=what,
        What=what[0].upper() + what[1:],
        were="were" if what.endswith("factories") else "was",
        place=_place(unit, language),
        date=_written(day, language),
        weekday=f"{day:%A}",
    )
    return Statement(unit.pcode, facility, stage, day.isoformat()), published, [said]


def _place(unit: Unit, language: str) -> str:
    """A county with its province, as papers write it."""
    above = load_gazetteer().units[unit.parent_pcode]
    if language == "ko":
        return f"{above.hangul}{above.hangul_suffix} {unit.hangul}{unit.hangul_suffix}"
    return f"{unit.name} {unit.type.title()}, {above.name} Province,"


def _written(day: date, language: str) -> str:
    return f"{day.month}월 {day.day}일" if language == "ko" else f"{day:%B} {day.day}, {day.year}"


def around(language: str, draw: random.Random) -> str:
    """A sentence that states no event."""
    words = {"city": CITIES}
    return filled(draw.choice(AROUND[language]), words, draw)


def naming(language: str, draw: random.Random) -> str:
    """One that names the DPRK as well."""
    return filled(AROUND[language][0], {"city": CITIES}, draw)
