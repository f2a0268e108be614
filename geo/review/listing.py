"""review.csv: what of a run needs eyes, the gravest first, each with the decisions that would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace

from geo.boundaries import credit_line
from geo.decisions import idle_outcomes, summary
from geo.models import Decided, Run
from geo.review.names import document_doubts, name_doubts
from geo.review.possible import possible_doubts, setback_doubts
from geo.review.records import COLUMNS, IMPORTANCE, KINDS, TO_FILL, Doubt
from geo.review.reports import conflict_doubts, report_doubts
from geo.text import csv_table

__all__ = ["Doubt", "review_csv", "review_of"]


def review_of(run: Run) -> tuple[Doubt, ...]:
    """Everything in doubt that nobody has decided yet, one record for each key."""
    documents = {document.id: document for document in run.documents}
    found: dict[str, Doubt] = {}
    for doubt in (
        *conflict_doubts(run.announcements, documents),
        *report_doubts(run.announcements, documents),
        *possible_doubts(run.possible, run.stated_from, documents),
        *setback_doubts(run.loose_setbacks, documents),
        *name_doubts(run.mentions, (*run.events, *run.setbacks), documents),
        *document_doubts((event for event in run.events if event.status == "stated"), documents),
    ):
        found[doubt.key] = _joined(found[doubt.key], doubt) if doubt.key in found else doubt
    left = (doubt for key, doubt in found.items() if key not in _accepted(run.decided))
    return tuple(sorted((*_idle(run.decided), *left), key=_order))


def review_csv(doubts: Iterable[Doubt]) -> str:
    """The table of what is in doubt, with `COLUMNS` and byte order mark; columns for decisions are empty."""
    empty = dict.fromkeys(TO_FILL, "") | {"attribution": credit_line("tables")}
    return csv_table(COLUMNS, (_cells(doubt) | empty for doubt in doubts))


def _cells(doubt: Doubt) -> dict[str, object]:
    """The values of a row, lists as lists."""
    values = asdict(doubt)
    lists = {name: list(value) for name, value in values.items() if isinstance(value, tuple)}
    sure = "" if doubt.confidence is None else f"{doubt.confidence:.2f}"
    return values | lists | {"confidence": sure}


def _joined(one: Doubt, other: Doubt) -> Doubt:
    """One row for two documents with the same page."""
    documents = {*one.documents, *other.documents, one.document, other.document} - {""}
    return replace(one, documents=tuple(sorted(documents)))


def _accepted(decided: Decided | None) -> set[str]:
    """Keys that a person leaves as they are."""
    outcomes = decided.outcomes if decided else ()
    return {
        outcome.decision.key
        for outcome in outcomes
        if outcome.decision.decision == "accept" and outcome.status == "applied"
    }


def _idle(decided: Decided | None) -> Iterator[Doubt]:
    """Decisions that could not be followed."""
    for outcome in idle_outcomes(decided) if decided else ():
        row = outcome.decision
        yield Doubt(
            importance="high",
            kind="decision",
            key=row.key,
            doubt=f"line {row.line} {outcome.status} ({summary(row)}): {outcome.why}",
            suggestion=f"mend or delete line {row.line} of the decisions file",
            document=row.document,
            url=row.url,
        )


def _order(doubt: Doubt) -> tuple[object, ...]:
    return (
        IMPORTANCE.index(doubt.importance),
        KINDS.index(doubt.kind),
        -len(doubt.documents),
        doubt.place,
        doubt.facility,
        doubt.date,
        doubt.key,
        doubt.doubt,
    )
