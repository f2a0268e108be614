"""Setbacks are of the facility itself, its building or its running: of nothing that only stands beside it."""

from __future__ import annotations

import pytest

from tests.events.saying import found_in

DAY = "2025-06-12"
NONE = [
    "The hospital in Kosan County, DPRK, was opened on Monday. Schools were closed for the day.",
    "The shoe factory in Wonsan, DPRK, stopped using imported leather last year.",
    "Traffic stopped as Kim visited the shoe factory in Wonsan, DPRK.",
    "The rain stopped before the opening of the hospital in Kosan County, DPRK.",
    "China suspended exports to the shoe factory in Wonsan, DPRK.",
    "Train services to Wonsan, DPRK, where a shoe factory stands, were suspended.",
    "The visit of a delegation to the hospital in Kosan County, DPRK, was cancelled.",
    "The concert for the builders of the hospital in Kosan County, DPRK, was postponed.",
    "The manager of the shoe factory in Wonsan, DPRK, was suspended.",
    "The mine beside the shoe factory in Wonsan, DPRK, was shut down.",
    "The shoe factory in Wonsan, DPRK, shut down its old boiler.",
    "Talks on the hospital in Kosan County, DPRK, were postponed.",
    "Farmers near the shoe factory in Wonsan, DPRK, stopped work at noon.",
    "The shoe factory in Wonsan, DPRK, which had been idle for years, runs again.",
    "북한 원산구두공장 방문이 취소됐다.",
    "북한 원산구두공장 지배인의 직무가 정지됐다.",
    "중국은 북한 원산구두공장에 대한 수출을 중단했다.",
    "북한 고산군 병원은 지연 없이 준공됐다.",
]
# (text, what it is, since when)
SETBACKS: list[tuple[str, str, str | None]] = [
    ("Work on the hospital in Kosan County, DPRK, has stopped.", "stopped", "2025-06"),
    ("The shoe factory in Wonsan, DPRK, has stood idle since 2019.", "stopped", "2019"),
    ("The shoe factory in Wonsan, DPRK, has stopped running since March.", "stopped", "2025-03"),
    ("Production at the shoe factory in Wonsan, DPRK, has ground to a halt.", "stopped", "2025-06"),
    ("The shoe factory in Wonsan, DPRK, closed its doors in 2019.", "stopped", "2019"),
    ("Most of the lines of the shoe factory in Wonsan, DPRK, stand still.", "stopped", "2025-06"),
    ("The plan to build a hospital in Kosan County, DPRK, was scrapped.", "cancelled", "2025-06"),
    (
        "The opening of the hospital in Kosan County, DPRK, was postponed until Friday.",
        "postponed",
        "2025-06",
    ),
    ("북한 원산구두공장이 전력난으로 가동을 멈췄다.", "stopped", "2025-06"),
    ("북한 고산군 병원 건설 계획이 백지화됐다.", "cancelled", "2025-06"),
    ("북한 고산군 병원 준공식이 비로 금요일로 연기됐다.", "postponed", "2025-06"),
]


@pytest.mark.parametrize("text", NONE)
def test_what_stops_beside_a_facility_is_no_setback_of_it(text: str) -> None:
    assert not [one for one in found_in(text, DAY).setbacks if one.status == "stated"]


@pytest.mark.parametrize(("text", "stage", "since"), SETBACKS)
def test_what_stops_of_a_facility_is_one(text: str, stage: str, since: str | None) -> None:
    stated = [one for one in found_in(text, DAY).setbacks if one.status == "stated"]
    assert [(one.stage, one.date) for one in stated] == [(stage, since)]
