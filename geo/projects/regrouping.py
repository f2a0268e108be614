"""Projects as people have joined and divided them: `merge` and `split` among the rulings of reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.models import Report
from geo.projects.timeline import report_order

Project = tuple[Report, ...]
BY_HAND = ("merge", "split")


def regrouped(projects: Iterable[Project]) -> list[Project]:
    """
    The projects, each report that was split off taken out, those that share a mark made one.

    Where nobody decided so, they are what they were.
    """
    listed = list(projects)
    if not any(map(marks_of, (report for project in listed for report in project))):
        return listed
    found: dict[int, list[Report]] = {}
    of_mark: dict[frozenset[str], int] = {}
    for number, part in enumerate(part for project in listed for part in _parts(project)):
        found[number] = part
        for mark in {mark for report in part for mark in marks_of(report)}:
            other = of_mark.setdefault(mark, number)
            if other != number:
                found[number] = found.pop(other) + found[number]
                of_mark |= {known: number for known, at in of_mark.items() if at == other}
    return [tuple(sorted(reports, key=report_order)) for reports in found.values()]


def marks_of(report: Report) -> set[frozenset[str]]:
    """What reports of one project share: the keys of the two that a person put together, or of one alone."""
    rulings = (ruling for ruling in report.rulings if ruling.decision in BY_HAND)
    return {frozenset((ruling.key, ruling.with_key)) for ruling in rulings}


def _parts(project: Project) -> Iterator[list[Report]]:
    """What stays of a project, and each report that was split off."""
    apart = [report for report in project if any(one.decision == "split" for one in report.rulings)]
    if rest := [report for report in project if report not in apart]:
        yield rest
    yield from ([report] for report in apart)
