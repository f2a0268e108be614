"""
What was cancelled, postponed or stopped, beside the project that it is of; it moves no stage.

A setback is of the project of its place and facility group: the only one, or of several the one that began
last before it. What fits none stays by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from geo.models import Announcement, Report, Unit
from geo.projects.policy import county_pcode_of, day_range
from geo.projects.timeline import report_order

Spot = tuple[str, str]
"""County-level unit, or special city, and facility group."""


def with_setbacks(
    announcements: Sequence[Announcement], setbacks: Iterable[Report], units: Mapping[str, Unit]
) -> tuple[tuple[Announcement, ...], tuple[Report, ...]]:
    """The announcements with the setbacks of each, and the setbacks that are of none, in order of time."""
    projects = _by_spot(announcements, units)
    found: dict[str, list[Report]] = {}
    loose = []
    for report in sorted(set(setbacks), key=time_order):
        event = report.event
        here = projects.get(_spot(event.pcode, event.facility, units), ()) if event.pcode else ()
        project = _project_of(report, here)
        if project is None:
            loose.append(report)
        else:
            found.setdefault(project, []).append(report)
    return tuple(replace(one, setbacks=tuple(found.get(one.id, ()))) for one in announcements), tuple(loose)


def time_order(report: Report) -> tuple[object, ...]:
    """By time, those without a date first; then as other reports."""
    return (told_on(report) or date.min, report_order(report))


def told_on(report: Report) -> date | None:
    """The last day on which it can have happened: by its date, else by the day of publication."""
    days = day_range(report.event.date) or day_range(report.published_on)
    return days[1] if days else None


def _spot(pcode: str, facility: str, units: Mapping[str, Unit]) -> Spot:
    return (county_pcode_of(pcode, units) or pcode, facility)


def _by_spot(
    announcements: Iterable[Announcement], units: Mapping[str, Unit]
) -> dict[Spot, list[tuple[date, str]]]:
    """First day and id of the projects of each place and facility group, in order; undated ones last."""
    projects: dict[Spot, list[tuple[date, str]]] = {}
    for one in announcements:
        if one.pcode:
            spot = _spot(one.pcode, one.facility, units)
            projects.setdefault(spot, []).append((_begun(one) or date.max, one.id))
    return {spot: sorted(here) for spot, here in projects.items()}


def _project_of(report: Report, here: Sequence[tuple[date, str]]) -> str | None:
    """Id of the project that a setback is of; None if there is none, or none of several has begun by then."""
    if len(here) == 1:
        return here[0][1]
    day = told_on(report)
    begun = bisect_right(here, day, key=lambda project: project[0]) if day else 0
    return here[begun - 1][1] if begun else None


def _begun(one: Announcement) -> date | None:
    """The first day that any stage of a project can have been."""
    ranges = [days for _, day in one.stage_dates if (days := day_range(day))]
    return min(days[0] for days in ranges) if ranges else None
