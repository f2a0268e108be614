"""Decisions on what is only known when everything is read: conflicts, and what review.csv asks of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.decisions.applying import SO, ruling_of
from geo.decisions.keys import conflict_key
from geo.models import Announcement, Decision, DecisionOutcome, ReadingChange


def accept_conflicts(
    announcements: Sequence[Announcement], rows: Iterable[Decision]
) -> tuple[tuple[Announcement, ...], tuple[DecisionOutcome, ...]]:
    """The announcements, with the conflicts that a person leaves as they are; what became of each row."""
    by_key: dict[str, list[Decision]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    changes: dict[str, list[ReadingChange]] = {}
    kept = []
    for one in announcements:
        key = conflict_key(one) if one.conflict else ""
        if key in by_key:
            changes.setdefault(key, []).append(ReadingChange(one.id, "", one.conflict, ""))
            one = replace(one, rulings=(*one.rulings, ruling_of(by_key[key][0], one.conflict)))
        kept.append(one)
    outcomes = [
        _outcome(row, row is same[0], changes.get(key, [])) for key, same in by_key.items() for row in same
    ]
    return tuple(kept), tuple(outcomes)


def _outcome(row: Decision, first: bool, changes: Sequence[ReadingChange]) -> DecisionOutcome:
    if not changes:
        return DecisionOutcome(row, "no longer applies", "no announcement has that conflict")
    return (
        DecisionOutcome(row, "applied", "", tuple(changes))
        if first
        else DecisionOutcome(row, "already so", SO)
    )


def accept_keys(rows: Iterable[Decision], known: Iterable[str]) -> tuple[DecisionOutcome, ...]:
    """What became of rows that leave a name or a document as it is."""
    keys = set(known)
    return tuple(
        DecisionOutcome(row, "applied")
        if row.key in keys
        else DecisionOutcome(row, "no longer applies", "nothing that was read has that key")
        for row in rows
    )
