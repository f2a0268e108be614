"""
The analyst's hand: decisions on what the machine read, kept in a file by the user.

Decisions never change what was read (mentions and events of a run stay the machine's, but for names that were
settled); they say which reports are merged to announcements, and every report keeps both. A file that ships
with factorymap holds its own decisions, by the same rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from geo.decisions.adding import add
from geo.decisions.applying import settle
from geo.decisions.conflicts import accept_conflicts, accept_keys
from geo.decisions.keys import document_key, name_key
from geo.decisions.matching import Reading
from geo.decisions.naming import NameDecisions, disagreeing, name_decisions, outcomes_of_names, readings_of
from geo.decisions.reading import DecisionsFile, decisions_of, read_decisions
from geo.decisions.records import Change, Decided, Decision, Decisions, RowOutcome
from geo.findings import Finding
from geo.gazetteer import load_gazetteer
from geo.models import Announcement, Report

__all__ = [
    "Change",
    "Decided",
    "Decision",
    "Decisions",
    "DecisionsFile",
    "NameDecisions",
    "RowOutcome",
    "decide_conflicts",
    "decide_names",
    "decide_reports",
    "read_decisions",
    "read_reports",
    "shipped_decisions",
]

NONE = Decisions("", ())


@cache
def shipped_decisions() -> Decisions:
    """The decisions of the package on single reports."""
    path = resources.files("geo") / "data" / "decisions.csv"
    return decisions_of(path.read_text(encoding="utf-8"), "factorymap:decisions.csv")


def decide_names(decisions: Decisions | None) -> NameDecisions | None:
    """The decisions on names, to read documents with; None if there are none."""
    if decisions is None:
        return None
    refused = disagreeing(decisions.rows)
    return name_decisions(load_gazetteer(), (row for row in decisions.rows if row not in refused))


def read_reports(findings: Sequence[Finding], decisions: Decisions | None) -> list[Reading]:
    """The reports of all documents, each with what the machine read before names were decided."""
    named = decide_names(decisions)
    return [reading for finding in findings for reading in readings_of(finding, named)]


def decide_reports(
    readings: Sequence[Reading], findings: Sequence[Finding], decisions: Decisions | None
) -> tuple[tuple[Report, ...], tuple[RowOutcome, ...]]:
    """
    The reports to merge, those that were decided on with both readings, and what became of each row that is
    not about a conflict.
    """
    rows = (decisions or NONE).rows
    named = decide_names(decisions)
    remarked, _ = settle(readings, shipped_decisions().rows)
    kept, outcomes = settle(remarked, [row for row in rows if _on_reports(row)])
    told = [*outcomes, *(RowOutcome(row, "refused", why) for row, why in disagreeing(rows).items())]
    told += outcomes_of_names(named, findings) if named else []
    told += _accepted(findings, rows)
    documents = [finding.document for finding in findings]
    for row in rows:
        if row.decision == "add":
            added, outcome = add(row, documents, kept)
            kept += (added,) if added else ()
            told.append(outcome)
    return tuple(reading.report for reading in kept), tuple(told)


def decide_conflicts(
    announcements: Sequence[Announcement], decisions: Decisions, outcomes: Sequence[RowOutcome]
) -> tuple[tuple[Announcement, ...], Decided]:
    """The announcements with the conflicts that were accepted, and what became of every row of the file."""
    rows = [row for row in decisions.rows if row.key[:1] == "c"]
    decided, told = accept_conflicts(announcements, rows)
    ordered = sorted((*outcomes, *told), key=lambda outcome: outcome.decision.line)
    return decided, Decided(decisions.path, tuple(ordered), decisions.undecided)


def _on_reports(row: Decision) -> bool:
    """Whether a row is about events that were read."""
    if row.key:
        return row.key[0] == "e"
    return row.decision not in ("add", "alias") and not row.surface


def _accepted(findings: Sequence[Finding], rows: Sequence[Decision]) -> tuple[RowOutcome, ...]:
    """What became of rows that leave names and documents as they are."""
    chosen = [row for row in rows if row.decision == "accept" and row.key[:1] in ("n", "d")]
    if not chosen:
        return ()
    known = {document_key(finding.document) for finding in findings}
    known |= {name_key(mention) for finding in findings for mention in finding.mentions}
    return accept_keys(chosen, known)
