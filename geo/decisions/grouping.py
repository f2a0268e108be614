"""Decisions on what is one project: reports whose projects are one, and reports that leave theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.decisions.applying import SO, ruling_of
from geo.decisions.matching import Index, ReadReport
from geo.models import Announcement, Decision, DecisionOutcome, ReadingChange, Report, Status
from geo.places import load_gazetteer
from geo.projects import BY_HAND, county_pcode_of, is_projects, merge_events

ALONE = "only stated events make a project, and this one is in none"


def mark_groups(
    readings: Sequence[ReadReport], rows: Iterable[Decision]
) -> tuple[tuple[ReadReport, ...], tuple[DecisionOutcome, ...]]:
    """
    The readings, those that rows put together or apart with a ruling that says so, and the rows that cannot
    be followed; what became of the others is known when the reports are merged.
    """
    chosen = [row for row in rows if row.decision in BY_HAND]
    if not chosen:
        return tuple(readings), ()
    index, marked, outcomes = Index(readings, chosen), list(readings), []
    for row in chosen:
        ones = index.find(row)
        others = index.find(replace(row, key=row.with_key)) if row.with_key else []
        status, why = _fault(row, [readings[at] for at in ones], [readings[at] for at in others])
        if why:
            outcomes.append(DecisionOutcome(row, status, why))
            continue
        for at in ones:
            marked[at] = _marked(marked[at], row, row.decision, row.key, row.with_key)
        for at in others:
            marked[at] = _marked(marked[at], row, "merge", row.with_key, row.key)
    return tuple(marked), tuple(outcomes)


def _marked(reading: ReadReport, row: Decision, decision: str, key: str, with_key: str) -> ReadReport:
    ruling = replace(ruling_of(row, "", key=key), decision=decision, with_key=with_key)
    return replace(reading, report=replace(reading.report, rulings=(*reading.report.rulings, ruling)))


def _fault(row: Decision, ones: Sequence[ReadReport], others: Sequence[ReadReport]) -> tuple[Status, str]:
    """Why a row cannot be followed, with its status; empty if it can."""
    if not ones:
        return "no longer applies", "nothing that was read fits it"
    if row.with_key and not others:
        return "no longer applies", f"nothing that was read has the key {row.with_key}"
    for one in ones:
        for other in others:
            why = _unlike(one.report, other.report)
            if why:
                return "refused", why
    return "applied", ""


def _unlike(one: Report, other: Report) -> str:
    """Why two reports cannot be of one project; empty if they can."""
    units = load_gazetteer().units
    here, there = (
        county_pcode_of(report.event.pcode, units) or report.event.pcode for report in (one, other)
    )
    if not (here and there):
        return "the place of one of the two is open; correct it first"
    if here != there:
        return f"they are of different places ({here}, {there}); correct the place of one first"
    named = {report.event.facility for report in (one, other) if not is_projects(report.event)}
    return f"they are of different facilities ({', '.join(sorted(named))}); correct one" * (len(named) > 1)


def grouped_outcomes(
    announcements: Sequence[Announcement], rows: Iterable[Decision], told: Iterable[DecisionOutcome]
) -> list[DecisionOutcome]:
    """What became of the rows that were followed: whether the projects are other than without them."""
    refused = {outcome.decision for outcome in told}
    chosen = [row for row in rows if row.decision in BY_HAND and row not in refused]
    if not chosen:
        return []
    reports = [report for one in announcements for report in one.reports]
    machine = merge_events(_without(report) for report in reports)
    marked, projects = _marked_by(reports), _projects(machine)
    return [_outcome(row, marked, projects) for row in chosen]


def _projects(announcements: Iterable[Announcement]) -> dict[Report, Announcement]:
    return {report: one for one in announcements for report in one.reports}


def _marked_by(reports: Iterable[Report]) -> dict[tuple[str, str], list[Report]]:
    """The two keys of a row -> the reports with its ruling."""
    marked: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        for keys in {(one.key, one.with_key) for one in report.rulings if one.decision in BY_HAND}:
            marked.setdefault(keys, []).append(report)
    return marked


def _outcome(
    row: Decision, marked: Mapping[tuple[str, str], Sequence[Report]], machine: dict[Report, Announcement]
) -> DecisionOutcome:
    found = marked.get((row.key, row.with_key), ())
    ones = [machine[_without(one)] for one in found]
    others = [machine[_without(one)] for one in marked.get((row.with_key, row.key), ())]
    if not ones or (row.with_key and not others):
        return DecisionOutcome(row, "no longer applies", ALONE)
    own = {id(one) for one in ones}
    together = bool(others) and own == {id(one) for one in others}
    if row.decision == "merge" and together:
        return DecisionOutcome(row, "already so", SO)
    if row.decision == "split" and all(len(one.reports) == len(ones) for one in ones) and not row.with_key:
        return DecisionOutcome(row, "already so", SO)
    now = f"of one project with {row.with_key}" if row.with_key else "of a project of its own"
    changes = [ReadingChange(one.document_id, one.url, f"of the project {ones[0].id}", now) for one in found]
    return DecisionOutcome(row, "applied", "", tuple(changes))


def _without(report: Report) -> Report:
    """The report without what was decided on its project."""
    return replace(report, rulings=tuple(one for one in report.rulings if one.decision not in BY_HAND))
