"""What was cancelled, postponed or stopped stands beside its project and moves no stage."""

from __future__ import annotations

from random import Random

from geo.models import Announcement, Report
from geo.projects import Period, merge_events, run_within, with_setbacks
from tests.possible import HOSPITAL, article, claim, collected, sample
from tests.records import GAZETTEER, KUSONG, SONGCHON, report

UNITS = GAZETTEER.units


def attached(
    reports: list[Report], setbacks: list[Report]
) -> tuple[tuple[Announcement, ...], tuple[Report, ...]]:
    return with_setbacks(merge_events(reports), setbacks, UNITS)


def begun(year: int) -> Report:
    return report(KUSONG, HOSPITAL, "groundbreaking", f"{year}-03-01")


def test_a_setback_is_of_the_only_project_there_and_moves_no_stage() -> None:
    stopped = report(KUSONG, HOSPITAL, "stopped", "2025-06")
    (one,), loose = attached([begun(2025)], [stopped])
    assert (one.stage, one.setbacks, loose) == ("groundbreaking", (stopped,), ())
    assert [report.event.stage for report in one.reports] == ["groundbreaking"]


def test_of_several_projects_it_is_of_the_one_begun_last_before_it() -> None:
    stopped = report(KUSONG, HOSPITAL, "stopped", "2026-06")
    early = report(KUSONG, HOSPITAL, "postponed", "2023")
    undated = report(KUSONG, HOSPITAL, "cancelled", None, published="2025-05-01")
    announcements, loose = attached([begun(2025), begun(2026)], [stopped, early, undated])
    assert {one.campaign: one.setbacks for one in announcements} == {"2025": (undated,), "2026": (stopped,)}
    assert loose == (early,)


def test_another_place_or_facility_is_another_project() -> None:
    others = [report(SONGCHON, HOSPITAL, "stopped", "2025-06"), report(KUSONG, "paper_mill", "stopped")]
    (one,), loose = attached([begun(2025)], others)
    assert one.setbacks == () and set(loose) == set(others)


def test_what_came_after_a_setback_counts() -> None:
    run = collected(
        article("a", claim(KUSONG, HOSPITAL, "groundbreaking", "2025-03-01")),
        article("b", claim(KUSONG, HOSPITAL, "postponed", "2025-06")),
        article("c", claim(KUSONG, HOSPITAL, "completed", "2025-12-20", words=["It was opened."])),
    )
    (one,) = run.announcements
    assert (one.stage, [s.event.stage for s in one.setbacks]) == ("completed", ["postponed"])
    assert [event.stage for event in run.setbacks] == ["postponed"]


def test_setbacks_stand_in_order_of_time_whatever_the_order_they_came_in() -> None:
    setbacks = [report(KUSONG, HOSPITAL, "stopped", f"2025-{month:02}") for month in range(4, 11)]
    shuffled = Random(1).sample(setbacks, len(setbacks))
    assert attached([begun(2025)], shuffled)[0][0].setbacks == tuple(setbacks)


def test_a_setback_below_the_line_is_only_possible() -> None:
    run = collected(*sample())
    assert [(s.event.pcode, s.event.stage) for s in run.loose_setbacks] == [(SONGCHON, "postponed")]
    (kusong,) = run.announcements
    assert [s.event.stage for s in kusong.setbacks] == ["stopped"]
    assert [p.event.stage for p in run.possible] == ["cancelled", "completed", "planned"]


def test_a_period_cuts_setbacks_and_what_is_possible_and_keeps_what_lost_its_project() -> None:
    run = collected(*sample())
    after = run_within(run, Period(since="2025-09"))
    assert after.announcements == ()
    assert [s.event.stage for s in after.loose_setbacks] == ["stopped", "postponed"]
    before = run_within(run, Period(until="2025-08"))
    assert [one.setbacks for one in before.announcements] == [()]
    assert before.possible == before.loose_setbacks == ()
