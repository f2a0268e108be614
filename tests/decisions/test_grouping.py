"""What is one project, as a person says: merge and split, in the build, its files and the comparison."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import geo
from geo.comparing import diff
from geo.decisions import event_key
from geo.decisions.reading import decisions_of
from geo.errors import BadRowsError
from geo.models import Finding, Run
from tests.decided import Row, table
from tests.possible import article, claim, collected
from tests.records import KUSONG, SONGCHON

HOSPITAL, FARM = "hospital", "greenhouse_farm"
WHY = {"reason": "one building", "by": "A. Analyst", "decided_on": "2026-03-01"}


def articles() -> tuple[Finding, ...]:
    """Two hospitals of Kusong, years apart; a farm there; a hospital elsewhere; one that is only possible."""
    return (
        article("old", claim(KUSONG, HOSPITAL, "completed", "2019-05-01", words=["It opened in 2019."])),
        article("new", claim(KUSONG, HOSPITAL, "groundbreaking", "2025-02-06", words=["Ground was broken."])),
        article("end", claim(KUSONG, HOSPITAL, "completed", "2025-12-13", words=["It was inaugurated."])),
        article("farm", claim(KUSONG, FARM, "completed", "2025-12-13", words=["A farm opened."])),
        article("far", claim(SONGCHON, HOSPITAL, "completed", "2025-12-13", words=["It opened there."])),
        article("maybe", claim(KUSONG, HOSPITAL, "planned", "2024-01", 0.3, words=["It is talked of."])),
    )


def key(name: str) -> str:
    """Key of the event of one article."""
    (found,) = (one for one in articles() if one.document.id == name)
    return event_key(found.events[0], found.document)


def run(*rows: Row) -> Run:
    return collected(*articles(), decisions=rows)


def projects(found: Run) -> set[frozenset[str]]:
    """The articles of each project."""
    return {frozenset(report.document_id for report in one.reports) for one in found.announcements}


def outcome(found: Run) -> list[tuple[str, str]]:
    assert found.decided
    return [(one.status, one.why) for one in found.decided.outcomes]


PLAIN = {frozenset(names) for names in ({"old"}, {"new", "end"}, {"farm"}, {"far"})}


def test_without_a_row_they_are_as_the_machine_has_them() -> None:
    assert projects(collected(*articles())) == PLAIN


def test_two_projects_are_one() -> None:
    found = run({"decision": "merge", "key": key("old"), "with_key": key("new"), **WHY})
    assert projects(found) == PLAIN - {frozenset({"old"}), frozenset({"new", "end"})} | {
        frozenset({"old", "new", "end"})
    }
    assert outcome(found) == [("applied", "")]
    (one,) = (one for one in found.announcements if len(one.reports) == 3)
    assert one.decision == (
        "joined with the project of another report by an analyst (A. Analyst, 2026-03-01); "
        "reason: one building"
    )


def test_an_event_leaves_its_project() -> None:
    found = run({"decision": "split", "key": key("end"), **WHY})
    assert projects(found) == PLAIN - {frozenset({"new", "end"})} | {frozenset({"new"}), frozenset({"end"})}
    (one,) = (one for one in found.announcements if [r.document_id for r in one.reports] == ["end"])
    assert one.decision.startswith("taken out of its project by an analyst (A. Analyst, 2026-03-01)")
    assert len({one.id for one in found.announcements}) == len(found.announcements)


def test_an_event_goes_to_another_project() -> None:
    found = run({"decision": "split", "key": key("end"), "with_key": key("old"), **WHY})
    assert frozenset({"old", "end"}) in projects(found) and frozenset({"new"}) in projects(found)


def test_several_that_are_split_off_can_be_one() -> None:
    found = run(
        {"decision": "split", "key": key("end"), **WHY},
        {"decision": "split", "key": key("new"), "with_key": key("end"), **WHY},
    )
    assert projects(found) == PLAIN
    assert [status for status, _ in outcome(found)] == ["applied", "applied"]


@pytest.mark.parametrize(
    ("row", "status", "why"),
    [
        (("merge", "new", "end"), "already so", "without this row"),
        (("split", "farm", ""), "already so", "without this row"),
        (("merge", "new", "far"), "refused", "different places (KP0603, KP0717)"),
        (("merge", "new", "farm"), "refused", "different facilities (greenhouse_farm, hospital)"),
        (("merge", "new", "maybe"), "no longer applies", "only stated events make a project"),
        (("merge", "new", "e-0123456789"), "no longer applies", "the key e-0123456789"),
        (("split", "e-0123456789", ""), "no longer applies", "nothing that was read"),
    ],
)
def test_a_row_that_changes_nothing_is_told(row: tuple[str, str, str], status: str, why: str) -> None:
    decision, *named = row
    keys = [name if name.startswith("e-") or not name else key(name) for name in named]
    found = run({"decision": decision, "key": keys[0], "with_key": keys[1], **WHY})
    ((told, said),) = outcome(found)
    assert told == status and why in said
    assert projects(found) == PLAIN


def test_the_key_is_that_of_what_was_read_also_after_a_correction() -> None:
    found = run(
        {"decision": "correct", "key": key("old"), "new_date": "2025-12", **WHY},
        {"decision": "split", "key": key("old"), **WHY},
    )
    assert [status for status, _ in outcome(found)] == ["applied", "applied"]
    assert frozenset({"old"}) in projects(found)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"decision": "merge", "key": "e-0123456789"}, "with_key"),
        ({"decision": "merge", "with_key": "e-0123456789"}, "key"),
        ({"decision": "merge", "key": "e-0123456789", "with_key": "e-0123456789"}, "with_key"),
        ({"decision": "split", "key": "c-0123456789"}, "key"),
        ({"decision": "accept", "key": "e-0123456789", "with_key": "e-1123456789"}, "with_key"),
        ({"decision": "split", "key": "e-0123456789", "new_date": "2024"}, "new_date"),
    ],
)
def test_a_row_that_says_too_little_or_too_much_is_an_error(row: Row, column: str) -> None:
    with pytest.raises(BadRowsError, match=f"column {column}:"):
        decisions_of(table({**row, "reason": "so"}), "d.csv")


def test_a_reason_is_needed() -> None:
    with pytest.raises(BadRowsError, match="column reason"):
        decisions_of(table({"decision": "split", "key": "e-0123456789"}), "d.csv")


def test_it_stands_in_the_files_and_in_the_comparison(tmp_path: Path) -> None:
    before, after = run(), run({"decision": "merge", "key": key("old"), "with_key": key("new"), **WHY})
    geo.write_outputs(after, tmp_path)
    assert "joined with the project of another report" in (tmp_path / "announcements.csv").read_text("utf-8")
    compared = diff(before, geo.outputs.read_build(tmp_path))
    assert any("project" in [one.field for one in change.differences] for change in compared.changes)
    assert not diff(after, geo.outputs.read_build(tmp_path)).changes


def test_the_order_of_reports_does_not_matter() -> None:
    row = {"decision": "merge", "key": key("old"), "with_key": key("new"), **WHY}
    turned = collected(*reversed(articles()), decisions=[row])
    assert projects(turned) == projects(run(row))
    assert replace(turned, documents=(), inputs=(), paths=(), events=(), decided=None).announcements == (
        run(row).announcements
    )
