"""What is stated and what is only possible, and setbacks, which stand apart from both."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.events import find_events, read_events
from geo.models import ALL_STAGES, POSSIBLE_FROM, SETBACKS, STATED_FROM
from geo.places import find_mentions
from tests.events import test_arguments, test_discourse, test_scopes
from tests.events.saying import document, found_in
from tests.missed import marked

TEXTS = [case[0] for module in (test_arguments, test_scopes) for case in (*module.ENGLISH, *module.KOREAN)]
TEXTS += [case[1] for case in test_discourse.CASES]
TEXTS.append("The shoe factories of Kosan County, DPRK, overfulfilled their plans by 12 per cent.")


@settings(deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3).map("\n\n".join))
def test_the_line_parts_the_stated_from_the_possible(text: str) -> None:
    found, mentions = document(text), find_mentions(document(text))
    events, setbacks = read_events(found, mentions)
    for event in (*events, *setbacks):
        assert event.status == ("stated" if event.confidence >= STATED_FROM else "possible")
        assert event.confidence >= POSSIBLE_FROM
    assert find_events(found, mentions) == tuple(event for event in events if event.status == "stated")
    assert {event.stage for event in events} <= set(ALL_STAGES)
    assert {event.stage for event in setbacks} <= set(SETBACKS)


def test_a_possible_event_tells_what_speaks_for_and_against_it() -> None:
    found = [event for text in TEXTS for event in found_in(text).events]
    possible = [event for event in found if event.status == "possible"]
    assert possible and all(event.reasons for event in found)
    for event in found:
        for reason in event.reasons:
            name, _, weight = reason.rpartition(" ")
            assert name and weight[0] in "+-" and float(weight)


# (text, (stage, place, facility) of each setback, why the line is here)
ENGLISH: list[tuple[str, set[tuple[str, str]], str]] = [
    (
        "Construction of the hospital in Kosan County, DPRK, has stopped.",
        {("stopped", "hospital")},
        "stopped",
    ),
    (
        "Construction of the hospital in Kosan County, DPRK, was suspended.",
        {("stopped", "hospital")},
        "suspended",
    ),
    (
        "Production at the shoe factory in Kosan County, DPRK, was stopped in January.",
        {("stopped", "other")},
        "stopped in a month, not stopped in at a place",
    ),
    (
        "The hospital in Kosan County, DPRK, was opened on February 3 after a delay of five months.",
        set(),
        "a delay that is over",
    ),
    ("Kim Jong Un ordered the closure of the shoe factory in Kosan County, DPRK.", set(), "ordered only"),
    (
        "The greenhouse farm in Kosan County, DPRK, has been put on ice.",
        {("postponed", "greenhouse_farm")},
        "put on ice",
    ),
    (
        "The scheme for a hospital in Kosan County, DPRK, came to nothing.",
        {("cancelled", "hospital")},
        "came to nothing",
    ),
    ("The shoe factory in Kosan County, DPRK, stands idle.", {("stopped", "other")}, "idle"),
    (
        "The plan to build a hospital in Kosan County, DPRK, has been scrapped.",
        {("cancelled", "hospital")},
        "scrapped",
    ),
    ("The hospital project in Kosan County, DPRK, was shelved.", {("cancelled", "hospital")}, "shelved"),
    (
        "The construction of the hospital in Kosan County, DPRK, has been cancelled.",
        {("cancelled", "hospital")},
        "cancelled",
    ),
    (
        "The inauguration of the hospital in Kosan County, DPRK, was postponed.",
        {("postponed", "hospital")},
        "an inauguration put off is no completion",
    ),
    (
        "The groundbreaking of the hospital in Kosan County, DPRK, has been delayed.",
        {("postponed", "hospital")},
        "a groundbreaking put off is none",
    ),
    (
        "Construction of the hospital in Kosan County, DPRK, has not been suspended.",
        set(),
        "a setback that is denied",
    ),
    (
        "Construction of the hospital in Kosan County, DPRK, may be suspended.",
        set(),
        "one that may come",
    ),
    (
        "Kim Jong Un saw the hospital in Kosan County, DPRK, one stop on his tour.",
        set(),
        "a stop on a tour",
    ),
]
KOREAN: list[tuple[str, set[tuple[str, str]], str]] = [
    ("북한 고산군병원 공사가 중단됐다.", {("stopped", "hospital")}, "중단"),
    ("북한 고산군 구두공장이 가동을 멈췄다.", {("stopped", "other")}, "멈췄다"),
    ("북한 고산군병원 건설이 보류됐다.", {("postponed", "hospital")}, "보류"),
    ("북한 고산군병원 준공식이 연기됐다.", {("postponed", "hospital")}, "연기: no completion"),
    ("북한 고산군병원 건설계획이 취소됐다.", {("cancelled", "hospital")}, "취소"),
    ("북한 고산군병원 건설이 백지화됐다.", {("cancelled", "hospital")}, "백지화"),
    ("북한 고산군병원 공사는 중단되지 않았다.", set(), "a denied standstill"),
]
MISSED = {}


@pytest.mark.parametrize(("text", "expected", "why"), marked([*ENGLISH, *KOREAN], MISSED))
def test_setbacks_stand_apart(text: str, expected: set[tuple[str, str]], why: str) -> None:
    stated = [event for event in found_in(text).setbacks if event.status == "stated"]
    assert {(event.stage, event.facility) for event in stated} == expected, why
    assert all(event.name == "Kosan" for event in stated)


MOVES_NO_STAGE = [case for case in (*ENGLISH, *KOREAN) if case[1]]


@pytest.mark.parametrize(("text", "expected", "why"), marked(MOVES_NO_STAGE, {}))
def test_a_setback_gives_no_stage(text: str, expected: object, why: str) -> None:
    stated = [event.stage for event in found_in(text).events if event.status == "stated"]
    assert stated == [], why
