"""What became of the decisions: in a few lines for the terminal, and whole for run.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

from geo.decisions.reading import READERS
from geo.models import Decided, Decision, DecisionOutcome, Note
from geo.text import one_line

SHOWN = 10
"""So many rows that changed nothing are told one by one."""


def decided_lines(decided: Decided) -> Iterator[str]:
    """
    How many decisions were applied and to how much, then each that was refused or no longer applies.

    Only what a person has to do something about is told row by row; run.json has the rest.
    """
    counts = Counter(outcome.status for outcome in decided.outcomes)
    told = ", ".join(f"{number} {status}" for status, number in counts.items()) or "none"
    did = f" ({_done(decided)})" if _done(decided) else ""
    rows = "row" if decided.undecided == 1 else "rows"
    undecided = f"; {decided.undecided} {rows} without a decision passed over" if decided.undecided else ""
    yield one_line(f"decisions of {decided.path}: {told}{did}{undecided}")
    idle = idle_outcomes(decided)
    for outcome in idle[:SHOWN]:
        yield one_line(
            f"{outcome.status}: line {outcome.decision.line}, {summary(outcome.decision)}: {outcome.why}"
        )
    if len(idle) > SHOWN:
        yield f"and {len(idle) - SHOWN} more, see run.json"


def idle_outcomes(decided: Decided) -> list[DecisionOutcome]:
    """The decisions that could not be followed, in the order of the file."""
    return [one for one in decided.outcomes if one.status in ("refused", "no longer applies")]


def summary(row: Decision) -> str:
    """A decision in a few words."""
    about = (
        row.key,
        row.with_key,
        row.document,
        row.url,
        row.pcode,
        row.surface,
        row.facility,
        row.stage,
        row.date,
    )
    new = (row.new_pcode, row.new_facility, row.new_stage, row.new_date, row.new_origin)
    words = " ".join(part for part in about if part)
    values = " ".join(part for part in new if part)
    return f"{row.decision} {words}{' -> ' if values else ''}{values}"


def decided_record(decided: Decided) -> dict[str, object]:
    """What run.json says of the decisions: each row with its status, and every reading that it changed."""
    return {
        "file": decided.path,
        "counts": dict(sorted(Counter(outcome.status for outcome in decided.outcomes).items())),
        "rows_without_decision": decided.undecided,
        "rows": [_row(outcome) for outcome in decided.outcomes],
    }


def _row(outcome: DecisionOutcome) -> dict[str, object]:
    """One row: what it says, what became of it, and why."""
    values = asdict(outcome.decision)
    filled = {column: values[field] for column, (field, _) in READERS.items() if values[field]}
    return {
        "line": outcome.decision.line,
        **filled,
        "status": outcome.status,
        "why": outcome.why,
        "changes": _changes(outcome),
    }


def _changes(outcome: DecisionOutcome) -> list[dict[str, str]]:
    return [asdict(change) for change in outcome.changes]


def decided_notes(decided: Decided | None) -> list[Note]:
    """What a reader of the map should know: how much of it is a person's."""
    changed = _changed(decided) if decided else Counter[str]()
    done = tuple(Note(f"analyst-{word}", (("n", number),)) for word, number in changed.items())
    return [Note("analyst", (("done", done),))] if done else []


def _changed(decided: Decided) -> Counter[str]:
    """Decision -> how many readings it changed, if any."""
    changed = Counter[str]()
    for outcome in decided.outcomes:
        changed[outcome.decision.decision] += len(outcome.changes)
    return +changed


def _done(decided: Decided) -> str:
    """How many readings were changed in which way; empty if none was."""
    return ", ".join(f"{number} {_PAST[word]}" for word, number in _changed(decided).items())


_PAST = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "add": "added",
    "alias": "settled by name",
    "merge": "merged",
    "split": "split off",
    "not_a_site": "said to be no site",
    "flag": "flagged",
}
