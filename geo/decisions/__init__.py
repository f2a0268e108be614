"""The analyst's hand: decisions on what the machine read, kept in a file by the user."""

from geo.decisions.cells import written
from geo.decisions.deciding import decide_conflicts, decide_names, decide_reports, lessons_of
from geo.decisions.keeping import (
    ChangedMeanwhile,
    KeptFile,
    change,
    read_kept,
    read_row,
    record_at,
    with_row,
    without_record,
)
from geo.decisions.keys import conflict_key, document_key, event_key, name_key, report_key
from geo.decisions.naming import DECIDED, NameDecisions
from geo.decisions.reading import Decisions, DecisionsFile, read_decisions
from geo.decisions.telling import decided_lines, decided_notes, decided_record, idle_outcomes, summary

__all__ = [
    "DECIDED",
    "ChangedMeanwhile",
    "Decisions",
    "DecisionsFile",
    "KeptFile",
    "NameDecisions",
    "change",
    "conflict_key",
    "decide_conflicts",
    "decide_names",
    "decide_reports",
    "decided_lines",
    "decided_notes",
    "decided_record",
    "document_key",
    "event_key",
    "idle_outcomes",
    "lessons_of",
    "name_key",
    "read_decisions",
    "read_kept",
    "read_row",
    "record_at",
    "report_key",
    "summary",
    "with_row",
    "without_record",
    "written",
]
