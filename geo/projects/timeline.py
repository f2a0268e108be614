"""
Reports of one facility group in one place -> its projects, and the dates on which they agree or not.

A project is anchored by its groundbreaking or its completion. Anchors are placed first, then dated reports of
the other stages, then those without a date; a report joins only where the order of stages and the time that
building takes allow it, and stands alone where two projects would do. Every step looks at the projects as
the step before left them, so that the result does not depend on the order of the reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from geo.models import ALL_STAGES, Report
from geo.projects.policy import SITE_FACILITIES, DayRange, completion_campaign, day_range

SLACK = timedelta(days=3)
"""Two days this close are one event: the day of the report is often taken for the day itself."""
BUILD_TIME = timedelta(days=548)
"""Longest time from groundbreaking to completion: about 18 months."""
PLAN_TIME = timedelta(days=730)
LEAD_TIME = timedelta(days=365)
"""How long before the groundbreaking a site is visited at the earliest."""
SHORTEST_BUILD = timedelta(days=90)
MOMENTS: tuple[str, ...] = ("groundbreaking", "completed")
"""Stages that happen on one day; the others last or recur, and may well be reported for several dates."""

Project = list[Report]


class _Standing:
    """When the stages of a project were, as far as its reports tell by now."""

    def __init__(self, project: Project) -> None:
        self.first = _date(project[0])
        self._days: dict[str, set[str]] = {}
        for report in project:
            if _days(report):
                self._days.setdefault(report.event.stage, set()).add(_date(report))
        self._spans: dict[str, DayRange] = {}
        for stage, dates in self._days.items():
            spans = [days for day in dates if (days := day_range(day))]
            self._spans[stage] = min(days[0] for days in spans), max(days[1] for days in spans)

    def span(self, stage: str) -> DayRange | None:
        """From the earliest to the latest day that a stage can have been."""
        return self._spans.get(stage)

    def dates(self, stage: str) -> set[str]:
        """Dates that are reported for a stage."""
        return self._days.get(stage, set())


Choice = Callable[[Report, Sequence[_Standing]], list[int]]
"""Indices of the projects that a report fits."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the reports of one project say on when a stage was."""

    dates: tuple[str, ...]
    """The best supported date first for a moment, in order of time for other stages."""
    dispute: str
    """The dates that cannot both be right, with who gives them; empty if there are none."""


def report_order(report: Report) -> tuple[object, ...]:
    """A total order of reports: by stage, date and publication, then by all the rest."""
    event = report.event
    return (
        ALL_STAGES.index(event.stage) if event.stage in ALL_STAGES else len(ALL_STAGES),
        event.date or "",
        report.published_on or "",
        report.document_id,
        event.evidence.start,
        repr(report),
    )


def split_projects(reports: Iterable[Report]) -> tuple[tuple[Report, ...], ...]:
    """The projects that reports of one place and facility group speak of; each report is in exactly one."""
    ordered = sorted(set(reports), key=report_order)
    dated = [report for report in ordered if _days(report)]
    projects = _grouped((r for r in dated if r.event.stage == "groundbreaking"), lambda r: _date(r)[:4])
    loose = _join(projects, _of(dated, "completed"), _completed_fits)
    clear = [report for report in loose if completion_campaign(_date(report))]
    vague = [report for report in loose if not completion_campaign(_date(report))]
    projects += _grouped(clear, lambda r: completion_campaign(_date(r)))
    loose = _join(projects, vague, _year_only_fits)
    projects += _grouped(loose, _date)
    others = [report for report in dated if report.event.stage not in MOMENTS]
    projects += _epochs(_join(projects, others, _dated_fits))
    undated = [report for report in ordered if not _days(report)]
    rest = _join(projects, undated, _undated_fits)
    projects += [rest] if rest else []
    return tuple(tuple(sorted(project, key=report_order)) for project in projects)


def stage_dates(reports: Sequence[Report], stage: str) -> Agreement | None:
    """When a stage of one project was; None if no report is of that stage, no dates if none has one."""
    of_stage = _of(reports, stage)
    if not of_stage:
        return None
    dates = sorted({_date(report) for report in of_stage if _days(report)})
    if stage not in MOMENTS:
        coarser = {day[:length] for day in dates for length in (4, 7) if length < len(day)}
        finest = [day for day in dates if day not in coarser]
        return Agreement(tuple(finest), "")
    kept = _distinct_moments(dates, of_stage)
    return Agreement(kept, _dispute(kept, of_stage) if len(kept) > 1 else "")


def _distinct_moments(dates: Sequence[str], reports: Sequence[Report]) -> tuple[str, ...]:
    """Dates of a moment that exclude each other: finest first, then most reported, then earliest."""
    pages: dict[str, set[str]] = {}
    for report in reports:
        pages.setdefault(_date(report), set()).add(report.url or report.document_id)
    kept: list[str] = []
    for day in sorted(dates, key=lambda day: (-len(day), -len(pages[day]), day)):
        if not any(compatible(day, chosen) for chosen in kept):
            kept.append(day)
    return tuple(kept)


def _dispute(kept: Sequence[str], reports: Sequence[Report]) -> str:
    """The dates with who gives each."""
    publishers: dict[str, set[str]] = {}
    for report in reports:
        publishers.setdefault(_date(report), set()).add(report.publisher or "unnamed source")
    return " or ".join(f"{day} ({', '.join(sorted(publishers[day]))})" for day in kept)


def compatible(one: str, other: str) -> bool:
    """
    Whether two partial dates can mean the same event: two days up to three days apart, a day in (or up to
    three days off) a month or year, a month in a year. Two months, or two years, are never the same.
    """
    days, days2 = day_range(one), day_range(other)
    if days is None or days2 is None:
        return False
    if len(one) == len(other) < 10:
        return one == other
    slack = SLACK if 10 in (len(one), len(other)) else timedelta(0)
    return days[0] <= days2[1] + slack and days2[0] <= days[1] + slack


def _date(report: Report) -> str:
    return report.event.date or ""


def _days(report: Report) -> DayRange | None:
    return day_range(report.event.date)


def _of(reports: Iterable[Report], stage: str) -> list[Report]:
    return [report for report in reports if report.event.stage == stage]


def _grouped(reports: Iterable[Report], key: Callable[[Report], str]) -> list[Project]:
    groups: dict[str, Project] = {}
    for report in reports:
        groups.setdefault(key(report), []).append(report)
    return [groups[name] for name in sorted(groups)]


def _join(projects: list[Project], reports: Sequence[Report], fits: Choice) -> list[Report]:
    """Add each report to the one project that it fits; the reports that fit none or several are returned."""
    standing = [_Standing(project) for project in projects]
    choices = [fits(report, standing) for report in reports]
    loose = []
    for report, chosen in zip(reports, choices, strict=True):
        if len(chosen) == 1:
            projects[chosen[0]].append(report)
        else:
            loose.append(report)
    return loose


def _completed_fits(report: Report, projects: Sequence[_Standing]) -> list[int]:
    """
    Begun projects that can have been completed then; of several, that of the campaign the date speaks for.
    """
    days = _days(report)
    fitting = []
    for index, project in enumerate(projects):
        begun = project.span("groundbreaking")
        if days and begun and begun[0] <= days[1] and days[0] <= begun[1] + BUILD_TIME:
            fitting.append(index)
    campaign = completion_campaign(_date(report))
    same = [index for index in fitting if campaign == projects[index].first[:4]]
    return same if len(fitting) > 1 and same else fitting


def _year_only_fits(report: Report, projects: Sequence[_Standing]) -> list[int]:
    """Completed projects whose day lies in the year that the report names."""
    return [
        index
        for index, project in enumerate(projects)
        if any(compatible(_date(report), day) for day in project.dates("completed"))
    ]


def _dated_fits(report: Report, projects: Sequence[_Standing]) -> list[int]:
    """Projects that a dated report of a plan, of progress, of a visit or of operation fits."""
    days = _days(report)
    choose = {
        "planned": _plan_fits,
        "under_construction": _progress_fits,
        "inspection": _visit_fits,
        "operating": _operation_fits,
    }.get(report.event.stage)
    return choose(report, days, projects) if choose and days else []


def _plan_fits(report: Report, days: DayRange, projects: Sequence[_Standing]) -> list[int]:
    """The first project begun (or completed, if its start is unknown) after the plan."""
    after: list[tuple[date, int]] = []
    for index, project in enumerate(projects):
        anchor = project.span("groundbreaking") or project.span("completed")
        if anchor and days[0] <= anchor[1] and anchor[0] <= days[1] + PLAN_TIME:
            after.append((anchor[0], index))
    return [min(after)[1]] if after else []


def _progress_fits(report: Report, days: DayRange, projects: Sequence[_Standing]) -> list[int]:
    """The project begun last before the report and not completed by then."""
    times = _site_times(projects, PLAN_TIME)
    return _latest(time for time in times if time[1] <= days[1] and days[0] <= time[2])


def _visit_fits(report: Report, days: DayRange, projects: Sequence[_Standing]) -> list[int]:
    """The project under way on the day of the visit; else the only one that is not still far off."""
    times = _site_times(projects, BUILD_TIME)
    under_way = [time for time in times if time[1] <= days[1] and days[0] <= time[2]]
    if under_way:
        return _latest(under_way)
    return [index for index, start, _ in times if start - LEAD_TIME <= days[1]]


def _operation_fits(report: Report, days: DayRange, projects: Sequence[_Standing]) -> list[int]:
    """
    The projects completed before; if there is none, those begun half a year to three years before. For
    factories the document has to speak of the policy then: every county has older ones in operation, too.
    """
    ends = ((index, project.span("completed")) for index, project in enumerate(projects))
    done = [index for index, end in ends if end and end[0] <= days[1]]
    if done or (report.event.facility in SITE_FACILITIES and not report.event.policy):
        return done
    return [
        index
        for index, project in enumerate(projects)
        if (begun := project.span("groundbreaking"))
        and not project.span("completed")
        and begun[1] + 2 * SHORTEST_BUILD <= days[1]
        and days[0] <= begun[1] + 2 * BUILD_TIME
    ]


SiteTime = tuple[int, date, date]
"""Index of a project, and the first and last day on which it can be a building site."""


def _site_times(projects: Sequence[_Standing], open_end: timedelta) -> list[SiteTime]:
    """Building times of the anchored projects; `open_end` is assumed where the completion is unknown."""
    times = []
    for index, project in enumerate(projects):
        begun, done = project.span("groundbreaking"), project.span("completed")
        if begun:
            times.append((index, begun[0], done[1] if done else begun[1] + open_end))
        elif done:
            times.append((index, done[0] - BUILD_TIME, done[1]))
    return times


def _latest(times: Iterable[SiteTime]) -> list[int]:
    """The project that began last."""
    ordered = sorted(times, key=lambda time: time[1])
    return [ordered[-1][0]] if ordered else []


def _epochs(reports: Iterable[Report]) -> list[Project]:
    """
    Dated reports that fit no anchored project, as few projects as the order of stages allows: building after
    operation is a new project, and so is building reported three years after the last report.
    """
    epochs: list[Project] = []
    operating = False
    for report in sorted(reports, key=lambda r: (_days(r), report_order(r))):
        if not epochs or _starts_anew(report, epochs[-1][-1], operating):
            epochs.append([])
            operating = False
        epochs[-1].append(report)
        operating = operating or report.event.stage == "operating"
    return epochs


def _starts_anew(report: Report, before: Report, operating: bool) -> bool:
    """Whether a report is of another project than the one before; `operating` if that one is at work."""
    days, last = _days(report), _days(before)
    if report.event.stage not in ("planned", "under_construction") or not days or not last:
        return False
    return operating or last[1] + 2 * BUILD_TIME < days[0]


def _undated_fits(report: Report, projects: Sequence[_Standing]) -> list[int]:
    """Projects that an undated report fits, by the order of stages and by when the report was published."""
    published = day_range(report.published_on)
    told = published[1] if published else None
    return [index for index, project in enumerate(projects) if _can_tell(report.event.stage, told, project)]


def _can_tell(stage: str, told: date | None, project: _Standing) -> bool:
    """
    Whether a report of a stage, published on the day `told`, can be about the project.

    A completion or an operation that the project does not have yet is never taken from a report without any
    time: older factories of the place may be meant.
    """
    own = project.span(stage)
    if own:
        return told is None or own[0] <= told
    begun, done = project.span("groundbreaking"), project.span("completed")
    start = begun[0] if begun else done[0] - BUILD_TIME if done else None
    if start is None:
        return False
    if stage == "completed":
        return told is not None and start + SHORTEST_BUILD <= told <= start + PLAN_TIME
    if stage == "operating":
        return told is not None and done is not None and done[0] <= told
    if stage == "under_construction" and told and done:
        return start <= told <= done[1] + LEAD_TIME
    return stage == "planned" or told is None or start - LEAD_TIME <= told
