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
from geo.projects.spans import DateIndex
from geo.projects.timeline import MOMENTS, report_order

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
    unnamed, ceremonies = [], _Ceremonies(units)
    for number, project in enumerate(listed):
        if all(is_projects(report.event) for report in project):
            unnamed.append(project)
        else:
            ceremonies.add(project, number)
    joined: dict[int, list[Report]] = {}
    for project in unnamed:
        kept: list[Report] = []
        for report in project:
            target = ceremonies.project_of(report)
            (kept if target is None else joined.setdefault(target, [])).append(report)
        project[:] = kept
    return [
        tuple(sorted((*project, *joined.get(number, ())), key=report_order))
        for number, project in enumerate(listed)
        if project
    ]


class _Ceremonies:
    """The named projects of each county by the dates on which ground was broken, or they were completed."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self._units = units
        self._ranks: dict[int, int] = {}
        """Number of a project -> rank of its facility group."""
        self._known: dict[tuple[str, str], DateIndex] = {}

    def add(self, project: Sequence[Report], number: int) -> None:
        """Take note of a project, if it is one that reports of unnamed ones can be of."""
        event = project[0].event
        county = county_pcode_of(event.pcode, self._units)
        if not county or event.facility not in _ORDER:
            return
        self._ranks[number] = _ORDER.index(event.facility)
        for stage, day in {(one.event.stage, one.event.date or "") for one in project}:
            if stage in MOMENTS:
                self._known.setdefault((county, stage), DateIndex()).add(day, number)

    def project_of(self, report: Report) -> int | None:
        """Number of the project whose ceremony a report is of; of several, the first by rank."""
        event = report.event
        known = self._known.get((county_pcode_of(event.pcode, self._units) or "", event.stage))
        fitting = known.compatible(event.date or "") if known else ()
        return min(fitting, key=lambda number: (self._ranks[number], number), default=None)
