"""
The analyst's hand: decisions on what the machine read, kept in a file by the user.

Decisions never change what was read (mentions and events of a run stay the machine's, but for names that were
settled); they say which reports are merged to announcements, and every report keeps both. A file that ships
with factorymap holds its own decisions, by the same rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geo.decisions.adding import add
from geo.decisions.applying import rows_of, settle
from geo.decisions.conflicts import accept_conflicts, accept_keys
from geo.decisions.grouping import grouped_outcomes, mark_groups
from geo.decisions.keys import document_key, name_key
from geo.decisions.naming import (
    NameDecisions,
    disagreeing,
    name_decisions,
    outcomes_of_names,
    readings_of,
)
from geo.decisions.reading import Decisions, decisions_of
from geo.models import Announcement, Decided, Decision, DecisionOutcome, Document, Event, Finding, Report
from geo.places import load_gazetteer
from geo.projects import BY_HAND
from geo.text import data_text

NONE = Decisions("", ())


@cache
def shipped_decisions() -> Decisions:
    """The decisions of the package on single reports."""
    return decisions_of(data_text("decisions.csv"), "factorymap:decisions.csv")


def decide_names(decisions: Decisions | None) -> NameDecisions | None:
    """The decisions on names, to read documents with; None if there are none."""
    if decisions is None:
        return None
    refused = disagreeing(decisions.rows)
    return name_decisions(load_gazetteer(), (row for row in decisions.rows if row not in refused))


def decide_reports(
    reports: Sequence[Report], findings: Sequence[Finding], decisions: Decisions | None
) -> tuple[tuple[Report, ...], tuple[DecisionOutcome, ...]]:
    """
    The reports to merge, those that were decided on with both readings, and what became of each row that is
    not about a conflict or about what is one project.

    `reports` are those of all events of the findings, in their order. Without a file of the user's only the
    decisions of the package are heeded.
    """
    rows = (decisions or NONE).rows
    named = decide_names(decisions)
    readings = list(readings_of(reports, findings, named))
    remarked, _ = settle(readings, shipped_decisions().rows)
    kept, outcomes = settle(remarked, [row for row in rows if _on_reports(row)])
    told = [*outcomes, *(DecisionOutcome(row, "refused", why) for row, why in disagreeing(rows).items())]
    told += outcomes_of_names(named, findings) if named else []
    told += _accepted(findings, rows)
    added, of_added = add(rows, (finding.document for finding in findings), kept)
    grouped, unfit = mark_groups((*kept, *added), rows)
    return tuple(reading.report for reading in grouped), (*told, *of_added, *unfit)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a person has said of an event as the machine read it."""

    document: Document
    event: Event
    is_right: bool
    """Whether place, facility group and stage are as the text has them."""


def lessons_of(
    reports: Sequence[Report], findings: Sequence[Finding], decisions: Decisions
) -> tuple[Lesson, ...]:
    """
    What the rows of a file teach: accepted events are right, rejected ones wrong.

    A corrected one is right if only its date or origin was corrected, else wrong as it was read. Rows that
    are refused, or fit nothing, teach nothing.
    """
    readings = list(readings_of(reports, findings, decide_names(decisions)))
    lessons = []
    for at, rows in sorted(rows_of(readings, [row for row in decisions.rows if _on_reports(row)]).items()):
        said = {verdict for row in rows if (verdict := _verdict(row)) is not None}
        machine = readings[at].machine
        if machine is not None and said:
            lessons.append(Lesson(readings[at].document, machine, said == {True}))
    return tuple(lessons)


def _verdict(row: Decision) -> bool | None:
    """Whether a row says that an event was read rightly; None if it says nothing of that."""
    if row.decision in ("accept", "reject"):
        return row.decision == "accept"
    if row.decision == "correct":
        return not (row.new_pcode or row.new_facility or row.new_stage)
    return None


def decide_conflicts(
    announcements: Sequence[Announcement], decisions: Decisions | None, outcomes: Sequence[DecisionOutcome]
) -> tuple[tuple[Announcement, ...], Decided | None]:
    """The announcements with the conflicts that were accepted, and what became of every row of a file."""
    if decisions is None:
        return tuple(announcements), None
    rows = [row for row in decisions.rows if row.key[:1] == "c"]
    decided, told = accept_conflicts(announcements, rows)
    grouped = grouped_outcomes(announcements, decisions.rows, outcomes)
    ordered = sorted((*outcomes, *told, *grouped), key=lambda outcome: outcome.decision.line)
    return decided, Decided(decisions.path, tuple(ordered), decisions.undecided)


def _on_reports(row: Decision) -> bool:
    """Whether a row is about events that were read, one by one."""
    if row.decision in BY_HAND:
        return False
    if row.key:
        return row.key[0] == "e"
    return row.decision not in ("add", "alias") and not row.surface


def _accepted(findings: Sequence[Finding], rows: Sequence[Decision]) -> tuple[DecisionOutcome, ...]:
    """What became of rows that leave names and documents as they are."""
    chosen = [row for row in rows if row.decision == "accept" and row.key[:1] in ("n", "d")]
    if not chosen:
        return ()
    known = {document_key(finding.document) for finding in findings}
    known |= {name_key(mention) for finding in findings for mention in finding.mentions}
    return accept_keys(chosen, known)
