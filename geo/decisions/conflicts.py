"""Decisions on what is only known when everything is read: conflicts, and what review.csv asks of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.decisions.applying import ruling_of
from geo.decisions.keys import conflict_key
from geo.decisions.records import Change, Decision, Outcome
from geo.models import Announcement


def accept_conflicts(
    announcements: Sequence[Announcement], rows: Iterable[Decision]
) -> tuple[tuple[Announcement, ...], tuple[Outcome, ...]]:
    """The announcements, with the conflicts that a person leaves as they are; what became of each row."""
    by_key = {row.key: row for row in rows}
    changes: dict[Decision, list[Change]] = {row: [] for row in by_key.values()}
    kept = []
    for one in announcements:
        row = by_key.get(conflict_key(one)) if one.conflict else None
        if row:
            changes[row].append(Change(one.id, "", one.conflict, ""))
            one = replace(one, rulings=(*one.rulings, ruling_of(row, one.conflict)))
        kept.append(one)
    outcomes = (
        Outcome(row, "applied", "", tuple(found))
        if found
        else Outcome(row, "no longer applies", "no announcement has that conflict")
        for row, found in changes.items()
    )
    return tuple(kept), tuple(outcomes)


def accept_keys(rows: Iterable[Decision], known: Iterable[str]) -> tuple[Outcome, ...]:
    """What became of rows that leave a name or a document as it is."""
    keys = set(known)
    return tuple(
        Outcome(row, "applied")
        if row.key in keys
        else Outcome(row, "no longer applies", "nothing that was read has that key")
        for row in rows
    )
