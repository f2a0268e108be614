"""
Ceremonies of unnamed projects: their reports join the named projects of the same ceremony.

"A ceremony for regional development projects took place in Samsu County on the 9th", says one page; another
names the factories and the hospital whose ground was broken there that day. It is one ceremony, so the first
page is a further source of the named project and no project more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from geo.models import FACILITIES, Report, Unit
from geo.projects.policy import POLICY_SINCE, county_pcode_of, is_projects
from geo.projects.timeline import MOMENTS, compatible, report_order

Project = tuple[Report, ...]

_ORDER = [facility for facility in FACILITIES if facility in POLICY_SINCE and facility != "other"]
"""Of several named projects of one ceremony the first of these is joined."""


def join_projects(projects: Iterable[Project], units: Mapping[str, Unit]) -> list[Project]:
    """
    The projects, with reports of unnamed ones added to the named project of their ceremony.

    Same county, same stage (groundbreaking or completion), compatible dates. A report that fits none stays
    what it was.
    """
    listed = [list(project) for project in projects]
    unnamed: list[list[Report]] = []
    named: list[list[Report]] = []
    for project in listed:
        (unnamed if all(is_projects(report.event) for report in project) else named).append(project)
    by_county: dict[str, list[list[Report]]] = {}
    for project in named:
        county = county_pcode_of(project[0].event.pcode, units)
        if county and project[0].event.facility in _ORDER:
            by_county.setdefault(county, []).append(project)
    joined: dict[int, list[Report]] = {}
    for project in unnamed:
        county = county_pcode_of(project[0].event.pcode, units) or ""
        dated = [(other, _ceremonies(other)) for other in by_county.get(county, [])]
        kept = []
        for report in project:
            fitting = [other for other, ceremonies in dated if _same_ceremony(report, ceremonies)]
            if fitting:
                target = min(fitting, key=lambda other: _ORDER.index(other[0].event.facility))
                joined.setdefault(id(target), []).append(report)
            else:
                kept.append(report)
        project[:] = kept
    return [
        tuple(sorted((*project, *joined.get(id(project), ())), key=report_order))
        for project in listed
        if project
    ]


def _ceremonies(project: Sequence[Report]) -> set[tuple[str, str]]:
    """Stage and date of each ceremony of a project."""
    return {(r.event.stage, r.event.date or "") for r in project if r.event.stage in MOMENTS}


def _same_ceremony(report: Report, ceremonies: Iterable[tuple[str, str]]) -> bool:
    """Whether a named project has the stage of the report at a time that fits."""
    event = report.event
    return any(stage == event.stage and compatible(event.date or "", day) for stage, day in ceremonies)
