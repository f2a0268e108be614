"""The days that a map is of, and what is known of a project in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from geo.errors import InputError
from geo.models import STAGES, Announcement, Report, Run
from geo.projects.claimants import page_key
from geo.projects.policy import day_range
from geo.projects.setbacks import time_order


def iso_bound(bound: str | int | date) -> str:
    """A bound of a period as an ISO date of its precision: of a text, a year or a date."""
    if isinstance(bound, datetime):
        return bound.date().isoformat()
    return bound.isoformat() if isinstance(bound, date) else str(bound)


@dataclass(frozen=True, slots=True)
class Period:
    """
    First and last day, as ISO dates of any precision; empty means no bound.

    Raises
    ------
    InputError
        If a bound is no date, or the period ends before it begins.
    """

    since: str = ""
    """`2025` begins on 1 January 2025."""
    until: str = ""
    """`2025` ends on 31 December 2025."""

    def __post_init__(self) -> None:
        for bound in filter(None, (self.since, self.until)):
            if day_range(bound) is None:
                raise InputError(f"{bound!r} is no date. Write 2025, 2025-03 or 2025-03-31.")
        if self._first > self._last:
            raise InputError(f"The period ends ({self.until}) before it begins ({self.since}).")

    @property
    def _first(self) -> date:
        days = day_range(self.since)
        return days[0] if days else date.min

    @property
    def _last(self) -> date:
        days = day_range(self.until)
        return days[1] if days else date.max

    def __bool__(self) -> bool:
        """Whether there is any bound."""
        return bool(self.since or self.until)

    def holds(self, partial: str | None) -> bool:
        """Whether a partial ISO date can mean a day of the period; no date can mean any."""
        days = day_range(partial)
        return days is None or (days[0] <= self._last and self._first <= days[1])


def within(announcements: Iterable[Announcement], period: Period) -> tuple[Announcement, ...]:
    """
    The announcements as far as they are of a period: its reports, the stages that they state, their sources.

    A report is of the period if its date can be, or its day of publication where it has no date. Ids,
    campaigns and conflicts stay those of the whole project.
    """
    if not period:
        return tuple(announcements)
    return tuple(cut for one in announcements if (cut := _cut(one, period)))


def run_within(run: Run, period: Period) -> Run:
    """
    A run with its announcements, and what is only possible, as far as they are of a period.

    The setbacks of a project of which nothing else is of the period are of none.
    """
    if not period:
        return run
    announcements = within(run.announcements, period)
    left = {one.id for one in announcements}
    lost = [report for one in run.announcements if one.id not in left for report in one.setbacks]
    return replace(
        run,
        announcements=announcements,
        possible=tuple(report for report in run.possible if _is_of(report, period)),
        loose_setbacks=tuple(
            sorted((r for r in (*run.loose_setbacks, *lost) if _is_of(r, period)), key=time_order)
        ),
    )


def _cut(announcement: Announcement, period: Period) -> Announcement | None:
    """One announcement with the reports of a period; None if there are none."""
    reports = tuple(report for report in announcement.reports if _is_of(report, period))
    told = {report.event.stage for report in reports}
    dates = tuple(
        (stage, day) for stage, day in announcement.stage_dates if stage in told and period.holds(day)
    )
    if not dates:
        return None
    stages = {stage for stage, _ in dates}
    published = sorted(report.published_on for report in reports if report.published_on)
    origins = tuple(sorted({report.origin for report in reports}))
    return replace(
        announcement,
        stage=next((stage for stage in reversed(STAGES) if stage in stages), "inspection"),
        stage_dates=dates,
        first_reported_on=published[0] if published else None,
        last_reported_on=published[-1] if published else None,
        reports=reports,
        n_sources=len({page_key(report.url, report.document_id) for report in reports}),
        n_origins=len(origins),
        origins=origins,
        setbacks=tuple(report for report in announcement.setbacks if _is_of(report, period)),
    )


def _is_of(report: Report, period: Period) -> bool:
    return period.holds(report.event.date or report.published_on)
