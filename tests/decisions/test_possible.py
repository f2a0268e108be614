"""A person states or rejects what is only possible, by key or by what it is about, and is told so."""

from __future__ import annotations

import pytest

from geo.decisions import event_key
from geo.models import DecisionOutcome, Run
from geo.review import review_of
from tests.decided import WHY, Row
from tests.possible import FACTORIES, HOSPITAL, collected, sample
from tests.records import KUSONG, SONGCHON, UNSAN_NORTH

PLAIN = collected(*sample())
SELECTED: Row = {"place": "Songchon", "facility": FACTORIES}


def key(stage: str) -> str:
    documents = {document.id: document for document in PLAIN.documents}
    (one,) = [report for report in PLAIN.possible if report.event.stage == stage]
    return event_key(one.event, documents[one.document_id])


def decided(*rows: Row) -> tuple[Run, list[DecisionOutcome]]:
    run = collected(*sample(), decisions=rows)
    assert run.decided
    return run, list(run.decided.outcomes)


@pytest.mark.parametrize("chosen", [{"key": key("completed")}, SELECTED], ids=["key", "columns"])
def test_what_is_accepted_counts(chosen: Row) -> None:
    run, (outcome,) = decided({"decision": "accept", **chosen})
    (one,) = [one for one in run.announcements if one.pcode == SONGCHON]
    assert (one.stage, one.confidence, one.stage_dates) == ("completed", 1.0, (("completed", "2025-12"),))
    assert one.decision == "accepted by an analyst"
    assert outcome.status == "applied"
    (change,) = outcome.changes
    assert "(0.40, possible)" in change.machine and "(1.00)" in change.now
    assert [report.event.stage for report in run.possible] == ["cancelled", "planned"]


@pytest.mark.parametrize("chosen", [{"key": key("completed")}, SELECTED], ids=["key", "columns"])
def test_what_is_rejected_is_gone(chosen: Row) -> None:
    run, (outcome,) = decided({"decision": "reject", **WHY, **chosen})
    assert run.announcements == PLAIN.announcements
    assert [report.event.stage for report in run.possible] == ["cancelled", "planned"]
    assert (outcome.status, outcome.changes[0].now) == ("applied", "")


def test_what_is_corrected_counts_as_corrected() -> None:
    row = {
        "decision": "correct",
        "key": key("planned"),
        "new_place": UNSAN_NORTH,
        "new_date": "2026-01",
        **WHY,
    }
    run, (outcome,) = decided(row)
    (one,) = [one for one in run.announcements if one.pcode == UNSAN_NORTH]
    assert (one.stage, one.facility, one.stage_dates) == ("planned", HOSPITAL, (("planned", "2026-01"),))
    assert "place, date corrected by an analyst" in one.decision and "possible" in one.decision
    assert outcome.status == "applied"


def test_a_correction_to_what_was_read_states_it() -> None:
    run, (outcome,) = decided({"decision": "correct", **SELECTED, "new_date": "2025-12", **WHY})
    assert outcome.status == "applied"
    assert [one.pcode for one in run.announcements] == [KUSONG, SONGCHON]


def test_an_accepted_event_without_a_place_is_stated_and_stays_open() -> None:
    run, (outcome,) = decided({"decision": "accept", "key": key("planned")})
    (one,) = [one for one in run.announcements if not one.pcode]
    assert (outcome.status, len(one.candidates)) == ("applied", 2)


def test_setbacks_are_decided_like_events() -> None:
    run, (accepted, moved) = decided(
        {"decision": "accept", "key": key("cancelled")},
        {"decision": "correct", "place": SONGCHON, "stage": "postponed", "new_place": KUSONG, **WHY},
    )
    assert (accepted.status, moved.status) == ("applied", "applied")
    (kusong,) = run.announcements
    assert {report.event.stage for report in kusong.setbacks} == {"stopped", "cancelled", "postponed"}
    assert kusong.stage == "groundbreaking" and run.loose_setbacks == ()


def test_a_setback_can_be_added() -> None:
    row = {
        "decision": "add",
        "new_place": "Kusong",
        "new_facility": HOSPITAL,
        "new_stage": "postponed",
        "new_date": "2025-11",
        "url": "https://wire.example/2",
        "publisher": "A Wire",
        "published_on": "2025-11-30",
        "note": "Put off until spring.",
    }
    run, (outcome,) = decided(row)
    assert outcome.status == "applied"
    assert [report.event.stage for report in run.announcements[0].setbacks] == ["stopped", "postponed"]


def test_what_fits_nothing_any_more_is_told_as_for_others() -> None:
    _, (outcome,) = decided({"decision": "accept", "place": "Songchon", "facility": "paper_mill"})
    assert outcome.status == "no longer applies"


def test_a_decided_one_is_asked_for_no_more() -> None:
    before = {doubt.key for doubt in review_of(PLAIN)}
    run, _ = decided({"decision": "accept", "key": key("completed")})
    assert key("completed") in before
    assert key("completed") not in {doubt.key for doubt in review_of(run)}
