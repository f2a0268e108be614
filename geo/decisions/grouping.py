"""Decisions on what is one project: reports whose projects are one, and reports that leave theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from geo.decisions.applying import SO, ruling_of
from geo.decisions.matching import Index, ReadReport
from geo.models import Announcement, Decision, DecisionOutcome, ReadingChange, Report, Ruling, Status
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
    index, outcomes = Index(readings), []
    marks: dict[int, list[Ruling]] = {}
    for row in chosen:
        ones = index.find(row)
        others = index.find(replace(row, key=row.with_key)) if row.with_key else []
        status, why = _fault(row, [readings[at] for at in ones], [readings[at] for at in others])
        if why:
            outcomes.append(DecisionOutcome(row, status, why))
            continue
        said = ruling_of(row, "", key=row.key)
        for at in ones:
            marks.setdefault(at, []).append(replace(said, with_key=row.with_key))
        for at in others:
            marks.setdefault(at, []).append(
                replace(said, decision="merge", key=row.with_key, with_key=row.key)
            )
    return tuple(_marked(reading, marks.get(at, ())) for at, reading in enumerate(readings)), tuple(outcomes)


def _marked(reading: ReadReport, rulings: Iterable[Ruling]) -> ReadReport:
    report = reading.report
    return replace(reading, report=replace(report, rulings=(*report.rulings, *rulings)))


def _fault(row: Decision, ones: Sequence[ReadReport], others: Sequence[ReadReport]) -> tuple[Status, str]:
    """Why a row cannot be followed, with its status; empty if it can."""
    if not ones:
        return "no longer applies", "nothing that was read fits it"
    if row.with_key and not others:
        return "no longer applies", f"nothing that was read has the key {row.with_key}"
    kinds = (dict.fromkeys(map(_kind, side)) for side in (ones, others))
    why = next(filter(None, (_unlike(one, other) for one, other in product(*kinds))), "")
    return "refused" if why else "applied", why


def _kind(reading: ReadReport) -> tuple[str | None, str]:
    """Where something is, and what; empty where that is open."""
    event = reading.report.event
    county = county_pcode_of(event.pcode, load_gazetteer().units) or event.pcode
    return county, "" if is_projects(event) else event.facility


def _unlike(one: tuple[str | None, str], other: tuple[str | None, str]) -> str:
    """Why two things cannot be one project; empty if they can."""
    (here, _), (there, _) = one, other
    if not (here and there):
        return "the place of one of the two is open; correct it first"
    if here != there:
        return f"they are of different places ({here}, {there}); correct the place of one first"
    named = {facility for _, facility in (one, other) if facility}
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
    bare = [_without(report) for report in reports]
    projects = {report: one for one in merge_events(bare) for report in one.reports}
    marked: dict[tuple[str, str], list[Report]] = {}
    for report, own in zip(reports, bare, strict=True):
        for keys in {(one.key, one.with_key) for one in report.rulings if one.decision in BY_HAND}:
            marked.setdefault(keys, []).append(own)
    return [
        _outcome(
            row, marked.get((row.key, row.with_key), ()), marked.get((row.with_key, row.key), ()), projects
        )
        for row in chosen
    ]


def _outcome(
    row: Decision,
    found: Sequence[Report],
    beside: Sequence[Report],
    projects: Mapping[Report, Announcement],
) -> DecisionOutcome:
    """What became of a row that is on some reports, and puts them with others or apart."""
    ones, others = ([projects[report] for report in side] for side in (found, beside))
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
