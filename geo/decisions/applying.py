"""
Decisions on reports: kept as they are, left out, corrected, or remarked upon.

A row that selects nothing changes nothing and is told as stale. Two rows that disagree on one report are both
refused, and the machine's reading stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from geo.decisions.keys import event_key
from geo.decisions.matching import Index, ReadReport, reading_in_words, several_documents
from geo.models import (
    UNDATED,
    Decision,
    DecisionOutcome,
    Document,
    Event,
    Precision,
    ReadingChange,
    Report,
    Ruling,
)
from geo.places import load_gazetteer
from geo.projects import day_range

SO = "it is so without this row"
REMARKS = ("not_a_site", "flag")
SURE = 1.0
"""Confidence in a reading that a person has confirmed or made."""
Hits = Mapping[Decision, Sequence[int]]
"""Row -> indices of the readings that it selects."""

_ZONES = timedelta(days=1)
"""A page may be dated a day before the event by the clock of its publisher."""
_NEW = ("new_facility", "new_stage", "new_date", "new_origin", "new_pcode")


def settle(
    readings: Sequence[ReadReport], rows: Sequence[Decision]
) -> tuple[tuple[ReadReport, ...], tuple[DecisionOutcome, ...]]:
    """The readings that remain, with what was decided on them, and what became of each row."""
    index = Index(readings)
    hits, refused = _selected(index, rows)
    valid = _by_reading({row: found for row, found in hits.items() if row not in refused})
    decided = [_decided(reading, valid.get(at, [])) for at, reading in enumerate(readings)]
    outcomes = (_outcome(row, index, decided, hits[row], refused.get(row, "")) for row in rows)
    return tuple(filter(None, decided)), tuple(outcomes)


def rows_of(readings: Sequence[ReadReport], rows: Sequence[Decision]) -> dict[int, list[Decision]]:
    """Index of a reading -> the rows on it that can be followed."""
    hits, refused = _selected(Index(readings), rows)
    return _by_reading({row: found for row, found in hits.items() if row not in refused})


def _selected(
    index: Index, rows: Sequence[Decision]
) -> tuple[dict[Decision, list[int]], dict[Decision, str]]:
    """The readings that each row selects, and the rows that cannot be followed with the reason."""
    hits = {row: index.find(row) for row in rows}
    return hits, _refused(index.readings, hits)


def _by_reading(hits: Hits) -> dict[int, list[Decision]]:
    """Index of a reading -> the rows on it, in the order of the file."""
    rows: dict[int, list[Decision]] = {}
    for row, found in hits.items():
        for at in found:
            rows.setdefault(at, []).append(row)
    return rows


def _refused(readings: Sequence[ReadReport], hits: Hits) -> dict[Decision, str]:
    """Rows that cannot be followed, and why."""
    refused = {}
    for row, found in hits.items():
        chosen = [readings[at] for at in found]
        why = several_documents(row, (one.document for one in chosen)) or _too_late(row, chosen)
        if why:
            refused[row] = why
    for rows in _by_reading(hits).values():
        for row, other in _disagreeing(rows):
            refused.setdefault(row, f"line {other.line} decides otherwise on the same report")
    return refused


def _too_late(row: Decision, chosen: Sequence[ReadReport]) -> str:
    days = (reading.report.published_on for reading in chosen)
    return next((why for day in days if (why := too_late(row.new_date, day))), "")


def too_late(new: str, published_on: str | None) -> str:
    """Why a new date cannot be right: it lies after the day of publication. Empty if it may be."""
    days, published = day_range(new), day_range(published_on)
    late = days and published and days[0] > published[1] + _ZONES
    return f"new_date {new} is after the day of the source, {published_on}" if late else ""


def _disagreeing(rows: Sequence[Decision]) -> Iterator[tuple[Decision, Decision]]:
    """The rows on a report that it cannot follow together with another, each with the first such other."""
    firsts: dict[str, dict[str, int]] = {column: {} for column in ("decision", *_NEW)}
    """Column -> what is said in it -> the first row that says it."""
    for at, row in enumerate(rows):
        for column, said in firsts.items():
            if column == "decision" or (row.decision == "correct" and getattr(row, column)):
                said.setdefault(getattr(row, column), at)
    for row in rows:
        others = [at for word, at in firsts["decision"].items() if _exclude(row.decision, word)]
        if row.decision == "correct":
            for column in _NEW:
                own = getattr(row, column)
                others += islice((at for new, at in firsts[column].items() if own and new != own), 1)
        if others:
            yield row, rows[min(others)]


def _exclude(one: str, other: str) -> bool:
    """Whether a report cannot follow both of two decisions, whatever they say besides."""
    return one != other and ("reject" in (one, other) or not {one, other} & set(REMARKS))


def _decided(reading: ReadReport, rows: Sequence[Decision]) -> ReadReport | None:
    """The reading as the rows on it have it; None if it is rejected."""
    if any(row.decision == "reject" for row in rows):
        return None
    report = reading.report
    if any(row.decision not in REMARKS for row in rows):
        earlier = tuple(ruling for ruling in report.rulings if ruling.decision not in REMARKS)
        report = replace(report, rulings=earlier)
    for row in rows:
        report = _ruled(report, row, reading.machine, reading.document)
    return replace(reading, report=report)


def _ruled(report: Report, row: Decision, machine: Event | None, document: Document) -> Report:
    """A report with one decision."""
    corrected = _corrected(report, row) if row.decision == "correct" else report
    changed = _changed(report, corrected)
    event = corrected.event
    if row.decision not in REMARKS:
        sure = SURE if event.pcode else event.confidence
        corrected = replace(corrected, event=replace(event, confidence=sure, status="stated"))
    if row.decision == "correct" and not changed:
        if report.event.status == "stated":
            return report
        row = replace(row, decision="accept")  # as it was read, it was only possible
    read = reading_in_words(machine, report.origin if "origin" in changed else "")
    key = event_key(machine or report.event, document) if changed else ""
    return replace(corrected, rulings=(*corrected.rulings, ruling_of(row, read, changed, key)))


def ruling_of(row: Decision, machine: str, changed: tuple[str, ...] = (), key: str = "") -> Ruling:
    """What a row decides, to stand beside a report."""
    return Ruling(row.decision, row.reason, row.by, row.decided_on, machine, changed, key)


def _corrected(report: Report, row: Decision) -> Report:
    """The report with the new values of a row."""
    event = report.event
    event = replace(
        event,
        facility=row.new_facility or event.facility,
        stage=row.new_stage or event.stage,
        date=new_date(row) if row.new_date else event.date,
    )
    if row.new_pcode:
        event = placed(event, row.new_pcode)
    return replace(report, event=event, origin=row.new_origin.casefold() or report.origin)


def new_date(row: Decision) -> str | None:
    """The new date of a row as events have it."""
    return None if row.new_date in ("", UNDATED) else row.new_date


def placed(event: Event, pcode: str) -> Event:
    """The event in another unit; what lies below a county is its county's, as the machine reads it, too."""
    gazetteer = load_gazetteer()
    unit = gazetteer.units[pcode]
    county = gazetteer.place(unit.parent_pcode if unit.level == 3 else pcode)
    precision: Precision = "site" if unit.level == 3 else "county"
    if unit.level == 1:
        precision = "province" if unit.type == "province" else "city"
    return replace(
        event,
        pcode=county.pcode,
        name=county.name,
        province=county.province,
        outcome="resolved",
        candidates=(),
        place_precision=precision,
    )


def _changed(before: Report, after: Report) -> tuple[str, ...]:
    """What is other in the second report, in words."""
    one, other = before.event, after.event
    pairs = {
        "place": ((one.pcode, one.place_precision), (other.pcode, other.place_precision)),
        "facility": (one.facility, other.facility),
        "stage": (one.stage, other.stage),
        "date": (one.date, other.date),
        "origin": (before.origin, after.origin),
    }
    return tuple(name for name, (old, new) in pairs.items() if old != new)


def _is_other(before: Report, after: Report) -> bool:
    """Whether a correction made something of a report: other values, or stated what was possible."""
    return bool(_changed(before, after)) or before.event.status != after.event.status


def _outcome(
    row: Decision,
    index: Index,
    decided: Sequence[ReadReport | None],
    found: Sequence[int],
    refused: str,
) -> DecisionOutcome:
    """What became of a row."""
    if refused:
        return DecisionOutcome(row, "refused", refused)
    if not found:
        if _is_so(row, index):
            return DecisionOutcome(row, "already so", SO)
        return DecisionOutcome(row, "no longer applies", "nothing that was read fits it")
    pairs = [(index.readings[at], decided[at]) for at in found]
    if row.decision == "correct":
        pairs = [(old, new) for old, new in pairs if new and _is_other(old.report, new.report)]
        if not pairs:
            return DecisionOutcome(row, "already so", SO)
    return DecisionOutcome(row, "applied", "", tuple(_change(old, new) for old, new in pairs))


def _is_so(row: Decision, index: Index) -> bool:
    """Whether a document that a correction names gives the corrected event without it."""
    if row.decision != "correct" or row.key or not (row.document or row.url):
        return False
    meant = replace(row, new_origin="", new_facility=row.new_facility or row.facility)
    meant = replace(meant, new_stage=row.new_stage or row.stage, new_date=row.new_date or row.date)
    meant = replace(meant, new_pcode=row.new_pcode or row.pcode)
    reports = (index.readings[at].report for at in index.in_documents(row))
    return any(not _changed(report, _corrected(report, meant)) for report in reports)


def _change(before: ReadReport, after: ReadReport | None) -> ReadingChange:
    """What was read, and what it is now."""
    machine = reading_in_words(before.machine, before.report.origin)
    now = reading_in_words(after.report.event, after.report.origin) if after else ""
    return ReadingChange(before.document.id, before.document.url or "", machine, now)
