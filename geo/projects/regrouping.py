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
    parts = [part for project in listed for part in _parts(project)]
    roots, of_mark = list(range(len(parts))), dict[frozenset[str], int]()
    for number, part in enumerate(parts):
        for mark in {mark for report in part for mark in marks_of(report)}:
            roots[_root(of_mark.setdefault(mark, number), roots)] = number
    groups: dict[int, list[Report]] = {}
    for number, part in enumerate(parts):
        groups.setdefault(_root(number, roots), []).extend(part)
    return [tuple(sorted(groups[number], key=report_order)) for number in sorted(groups)]


def _root(number: int, roots: list[int]) -> int:
    """The last of the parts that are of one project with this one, by way of others too."""
    while roots[number] != number:
        roots[number] = number = roots[roots[number]]
    return number


def marks_of(report: Report) -> set[frozenset[str]]:
    """What reports of one project share: the keys of the two that a person put together, or of one alone."""
    rulings = (ruling for ruling in report.rulings if ruling.decision in BY_HAND)
    return {frozenset((ruling.key, ruling.with_key)) for ruling in rulings}


def _parts(project: Project) -> Iterator[list[Report]]:
    """What stays of a project, and each report that was split off."""
    apart: list[Report] = []
    rest: list[Report] = []
    for report in project:
        (apart if any(one.decision == "split" for one in report.rulings) else rest).append(report)
    if rest:
        yield rest
    yield from ([report] for report in apart)
