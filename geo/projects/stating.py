"""
What is stated and what is only possible: reports of one event are put together before the line is drawn.

Reports are of one event if place, facility group and stage are the same and their dates can mean one time.
Each independent document counts once, with the surest of its readings, and all copies of a story count as one
document. The surest of them counts in full, the next half, the one after a quarter, and so on, as in
1 - (1 - a) * (1 - b)**(1/2) * (1 - c)**(1/4): two readings of 0.5 make 0.65, but a thousand of 0.15 never
more than 0.28. What a person has accepted, corrected or added is certain, and so is the event that it is of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from geo.errors import InputError
from geo.models import STATED_FROM, EventStatus, Report
from geo.projects.claimants import page_key
from geo.projects.policy import day_range, is_projects
from geo.projects.spans import coarser, compatible

SETTLED = ("accept", "correct", "add")
"""A report with such a ruling is what a person says it is."""


def checked_line(value: object) -> float:
    """A line between stated and possible; InputError, in one line, if it is no number from 0 to 1."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise InputError(
        f"{value!r} is no line between stated and possible. Write a number from 0 to 1, such as {STATED_FROM}"
    )


def with_status(reports: Iterable[Report], stated_from: float = STATED_FROM) -> tuple[Report, ...]:
    """
    The reports in their order, each event `stated` or `possible` by what all reports of it come to.

    So sure as the event is, a date has to be, too, by the reports whose dates lie in it: what is hardly
    possible gives no finer or other day to what is stated. The reader of events has drawn `STATED_FROM`
    itself: what it calls stated is stated at lines up to there.
    """
    listed = tuple(reports)
    pages = {report.document_id: page_key(report.url, report.document_id) for report in listed}
    statuses: dict[int, EventStatus] = {}
    for group in same_events(listed):
        members = [listed[at] for at in group]
        whole = _sureness(members, pages)
        read = stated_from <= STATED_FROM
        for date in {report.event.date or "" for report in members}:
            backing = [report for report in members if (report.event.date or "").startswith(date)]
            given = _sureness(backing, pages) / whole if whole else 0.0
            stated = (read and any(report.event.status == "stated" for report in backing)) or (
                whole >= stated_from and given >= stated_from
            )
            of_it = [at for at in group if (listed[at].event.date or "") == date]
            statuses |= dict.fromkeys(of_it, "stated" if stated else "possible")
    return tuple(
        report
        if report.event.status == statuses[at]
        else replace(report, event=replace(report.event, status=statuses[at]))
        for at, report in enumerate(listed)
    )


def _sureness(group: Sequence[Report], pages: Mapping[str, str]) -> float:
    """What some reports of one event come to, each page counted once."""
    sure: dict[str, float] = {}
    for report in group:
        story = report.copy_of or report.document_id
        page = pages.get(story, story)
        sure[page] = max(sure.get(page, 0.0), 1.0 if is_settled(report) else report.event.confidence)
    return combined(sure.values())


def is_settled(report: Report) -> bool:
    """Whether a person has said that it is so."""
    return any(ruling.decision in SETTLED for ruling in report.rulings)


def combined(confidences: Iterable[float]) -> float:
    """What independent readings of one event come to, 0 to 1: never less than the surest of them."""
    doubt, weight = 1.0, 1.0
    for confidence in sorted(confidences, reverse=True):
        doubt *= (1 - confidence) ** weight
        weight /= 2
    return round(1 - doubt, 6)


def same_events(reports: Sequence[Report]) -> Iterator[tuple[int, ...]]:
    """Indices of the reports of each event, each index once; the order makes no other groups."""
    stages: dict[tuple[str, ...], list[int]] = {}
    for at, report in enumerate(reports):
        stages.setdefault(_key(report), []).append(at)
    for indices in stages.values():
        moments = moments_of(reports[at].event.date or "" for at in indices)
        groups: dict[str, list[int]] = {}
        for at in indices:
            groups.setdefault(moments[reports[at].event.date or ""], []).append(at)
        yield from map(tuple, groups.values())


def _key(report: Report) -> tuple[str, ...]:
    """What reports of one event have to share besides the date."""
    event = report.event
    place = event.pcode or "+".join((*sorted(one.pcode for one in event.candidates), event.name or ""))
    return (place, event.facility, "projects" if is_projects(event) else "", event.stage)


def moments_of(dates: Iterable[str]) -> dict[str, str]:
    """
    Date -> the one that stands for its time: the earliest of days up to three days apart.

    A month, a year or no date is of the only time that it can mean; where there are several, it is one of its
    own.

    >>> moments_of(["2024-03-01", "2024-02-28", "2024"])
    {'2024-02-28': '2024-02-28', '2024-03-01': '2024-02-28', '2024': '2024-02-28'}
    """
    moments: dict[str, str] = {}
    known: dict[str, set[str]] = {}
    first = ""
    for date in sorted(set(dates), key=lambda date: (-len(date), date)):
        if len(date) == 10 and day_range(date):
            first = first if compatible(first, date) else date
            moments[date] = first
        else:
            fitting = known.get(date, set()) if day_range(date) else known.get("", set())
            moments[date] = next(iter(fitting)) if len(fitting) == 1 else date
        for part in coarser(date):
            known.setdefault(part, set()).add(moments[date])
    return moments
