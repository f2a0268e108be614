"""
Which project a report of the same place and facility group fits, by the order of stages and by what building
takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cached_property, lru_cache

from geo.models import Report
from geo.projects.policy import SITE_FACILITIES, completion_campaign, day_range
from geo.projects.spans import ENDLESS, DateIndex, Time, TimeIndex

BUILD_TIME = timedelta(days=548).days
"""Longest time from groundbreaking to completion: about 18 months."""
PLAN_TIME = timedelta(days=730).days
LEAD_TIME = timedelta(days=365).days
"""How long before the groundbreaking a site is visited at the earliest."""
SHORTEST_BUILD = timedelta(days=90).days

NEVER = -ENDLESS
"""A day before all others."""

Days = tuple[int, int]
"""First and last day as ordinals."""


class Standing:
    """When the stages of a project were, as far as its reports tell by now; days are ordinals."""

    def __init__(self, project: Sequence[Report]) -> None:
        self.first = project[0].event.date or ""
        self._dates: dict[str, set[str]] = {}
        self._spans: dict[str, Days] = {}
        for report in project:
            stage, days = report.event.stage, days_of(report)
            if days:
                first, last = self._spans.get(stage, days)
                self._spans[stage] = min(first, days[0]), max(last, days[1])
                self._dates.setdefault(stage, set()).add(report.event.date or "")

    def span(self, stage: str) -> Days | None:
        """From the earliest to the latest day that a stage can have been."""
        return self._spans.get(stage)

    def dates(self, stage: str) -> set[str]:
        """Dates that are reported for a stage."""
        return self._dates.get(stage, set())


class Standings:
    """The projects of one place as they stand, by the times at which each can be what a report is about."""

    def __init__(self, projects: Sequence[Sequence[Report]]) -> None:
        self.all = [Standing(project) for project in projects]
        self._telling: dict[str, TimeIndex] = {}

    @cached_property
    def begun(self) -> TimeIndex:
        """When ground was broken."""
        return self._spans(lambda one: one.span("groundbreaking"))

    @cached_property
    def begun_only(self) -> TimeIndex:
        """The last day on which ground can have been broken, where no completion is known."""
        return self._spans(
            lambda one: (
                (begun[1], begun[1])
                if (begun := one.span("groundbreaking")) and not one.span("completed")
                else None
            )
        )

    @cached_property
    def done(self) -> TimeIndex:
        """From the completion on."""
        return self._spans(lambda one: _open_end(one.span("completed")))

    @cached_property
    def anchors(self) -> TimeIndex:
        """When ground was broken, or if that is unknown, when it was completed."""
        return self._spans(lambda one: one.span("groundbreaking") or one.span("completed"))

    @cached_property
    def completed(self) -> DateIndex:
        """By the dates of completion."""
        index = DateIndex()
        for number, one in enumerate(self.all):
            for date in one.dates("completed"):
                index.add(date, number)
        return index

    @cached_property
    def in_work(self) -> TimeIndex:
        """When works can go on: a completion that is unknown is two years off at most."""
        return self._spans(lambda one: _site_time(one, PLAN_TIME))

    @cached_property
    def visited(self) -> TimeIndex:
        """When a visit finds a building site."""
        return self._spans(lambda one: _site_time(one, BUILD_TIME))

    def telling(self, stage: str) -> TimeIndex:
        """When a report of a stage that gives no date can have been published about each project."""
        if stage not in self._telling:
            self._telling[stage] = self._spans(lambda one: _telling_time(one, stage))
        return self._telling[stage]

    def having(self, stage: str) -> TimeIndex:
        """When a stage was."""
        return self._spans(lambda one: one.span(stage))

    def _spans(self, time: Callable[[Standing], Days | None]) -> TimeIndex:
        times = ((number, time(one)) for number, one in enumerate(self.all))
        return TimeIndex(Time(days[0], number, days[1]) for number, days in times if days)


def _site_time(one: Standing, open_end: int) -> Days | None:
    """
    First and last day on which an anchored project can be a building site; `open_end` days are assumed where
    the completion is unknown.
    """
    begun, done = one.span("groundbreaking"), one.span("completed")
    if begun:
        return begun[0], done[1] if done else begun[1] + open_end
    return (done[0] - BUILD_TIME, done[1]) if done else None


def _open_end(days: Days | None) -> Days | None:
    return (days[0], ENDLESS) if days else None


def _telling_time(project: Standing, stage: str) -> Days | None:
    """
    When a report of a stage without a date of its own can have been published about the project.

    A completion or an operation that the project does not have yet is never taken from a report without any
    time: older factories of the place may be meant.
    """
    own, begun, done = (project.span(one) for one in (stage, "groundbreaking", "completed"))
    start = begun[0] if begun else done[0] - BUILD_TIME if done else None
    if own:
        return _open_end(own)
    if start is None:
        return None
    if stage == "completed":
        return start + SHORTEST_BUILD, start + PLAN_TIME
    if stage == "operating":
        return _open_end(done)
    if stage == "under_construction" and done:
        return start, done[1] + LEAD_TIME
    return (0 if stage == "planned" else start - LEAD_TIME), ENDLESS


def days_of(report: Report) -> Days | None:
    """The days that the date of a report can mean."""
    return _ordinals(report.event.date)


@lru_cache(maxsize=65536)
def _ordinals(date: str | None) -> Days | None:
    days = day_range(date)
    return (days[0].toordinal(), days[1].toordinal()) if days else None


Choice = Callable[[Report, Standings], list[int]]
"""Indices of the projects that a report fits; of more than two, at least two."""


def completed_fits(report: Report, projects: Standings) -> list[int]:
    """
    Begun projects that can have been completed then; of several, that of the campaign the date speaks for.
    """
    days = days_of(report)
    fitting = projects.begun.meeting(days[0] - BUILD_TIME, days[1]) if days else []
    campaign = completion_campaign(report.event.date or "")
    same = [index for index in fitting if campaign == projects.all[index].first[:4]]
    return same if len(fitting) > 1 and same else fitting


def year_only_fits(report: Report, projects: Standings) -> list[int]:
    """Completed projects whose day lies in the year that the report names."""
    return list(projects.completed.compatible(report.event.date or ""))


def dated_fits(report: Report, projects: Standings) -> list[int]:
    """Projects that a dated report of a plan, of progress, of a visit or of operation fits."""
    days = days_of(report)
    choose = {
        "planned": _plan_fits,
        "under_construction": _progress_fits,
        "inspection": _visit_fits,
        "operating": _operation_fits,
    }.get(report.event.stage)
    return choose(report, days, projects) if choose and days else []


def _plan_fits(report: Report, days: Days, projects: Standings) -> list[int]:
    """The first project begun (or completed, if its start is unknown) after the plan."""
    return projects.anchors.meeting(days[0], days[1] + PLAN_TIME)[:1]


def _progress_fits(report: Report, days: Days, projects: Standings) -> list[int]:
    """The project begun last before the report and not completed by then."""
    return projects.in_work.meeting(*days)[-1:]


def _visit_fits(report: Report, days: Days, projects: Standings) -> list[int]:
    """The project under way on the day of the visit; else the only one that is not still far off."""
    times = projects.visited
    return times.meeting(*days)[-1:] or times.few(NEVER, days[1] + LEAD_TIME)


def _operation_fits(report: Report, days: Days, projects: Standings) -> list[int]:
    """
    The projects completed before; if there is none, those begun half a year to three years before. For
    factories the document has to speak of the policy then: every county has older ones in operation, too.
    """
    done = projects.done.few(NEVER, days[1])
    if done or (report.event.facility in SITE_FACILITIES and not report.event.policy):
        return done
    return projects.begun_only.few(days[0] - 2 * BUILD_TIME, days[1] - 2 * SHORTEST_BUILD)


def undated_fits(report: Report, projects: Standings) -> list[int]:
    """Projects that an undated report fits, by the order of stages and by when the report was published."""
    published, stage = _ordinals(report.published_on), report.event.stage
    if published:
        return projects.telling(stage).few(published[1], published[1])
    known = projects.having(stage) if stage in ("completed", "operating") else projects.telling(stage)
    return known.few(NEVER, ENDLESS)
