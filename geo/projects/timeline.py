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

from geo.models import ALL_STAGES, Report
from geo.projects.fitting import (
    BUILD_TIME,
    Choice,
    Standings,
    completed_fits,
    dated_fits,
    days_of,
    undated_fits,
    year_only_fits,
)
from geo.projects.policy import completion_campaign
from geo.projects.spans import DateIndex

MOMENTS: tuple[str, ...] = ("groundbreaking", "completed")
"""Stages that happen on one day; the others last or recur, and may well be reported for several dates."""

Project = list[Report]


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
        _Rest(report),
    )


class _Rest:
    """What tells two reports apart that have the same place in all other regards."""

    __slots__ = ("report",)

    def __init__(self, report: Report) -> None:
        self.report = report

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rest) and self.report == other.report

    def __lt__(self, other: _Rest) -> bool:
        return repr(self.report) < repr(other.report)


def split_projects(reports: Iterable[Report]) -> tuple[tuple[Report, ...], ...]:
    """The projects that reports of one place and facility group speak of; each report is in exactly one."""
    ordered = sorted(set(reports), key=report_order)
    dated = [report for report in ordered if days_of(report)]
    projects = _grouped((r for r in dated if r.event.stage == "groundbreaking"), lambda r: _date(r)[:4])
    loose = _join(projects, _of(dated, "completed"), completed_fits)
    clear = [report for report in loose if completion_campaign(_date(report))]
    vague = [report for report in loose if not completion_campaign(_date(report))]
    projects += _grouped(clear, lambda r: completion_campaign(_date(r)))
    loose = _join(projects, vague, year_only_fits)
    projects += _grouped(loose, _date)
    others = [report for report in dated if report.event.stage not in MOMENTS]
    projects += _epochs(_join(projects, others, dated_fits))
    undated = [report for report in ordered if not days_of(report)]
    rest = _join(projects, undated, undated_fits)
    projects += [rest] if rest else []
    return tuple(tuple(sorted(project, key=report_order)) for project in projects)


def stage_dates(reports: Sequence[Report], stage: str) -> Agreement | None:
    """When a stage of one project was; None if no report is of that stage, no dates if none has one."""
    of_stage = _of(reports, stage)
    if not of_stage:
        return None
    dates = sorted({_date(report) for report in of_stage if days_of(report)})
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
    chosen = DateIndex()
    for day in sorted(dates, key=lambda day: (-len(day), -len(pages[day]), day)):
        if not chosen.compatible(day):
            chosen.add(day, len(kept))
            kept.append(day)
    return tuple(kept)


def _dispute(kept: Sequence[str], reports: Sequence[Report]) -> str:
    """The dates with who gives each."""
    publishers: dict[str, set[str]] = {}
    for report in reports:
        publishers.setdefault(_date(report), set()).add(report.publisher or "unnamed source")
    return " or ".join(f"{day} ({', '.join(sorted(publishers[day]))})" for day in kept)


def _date(report: Report) -> str:
    return report.event.date or ""


def _of(reports: Iterable[Report], stage: str) -> list[Report]:
    return [report for report in reports if report.event.stage == stage]


def _grouped(reports: Iterable[Report], key: Callable[[Report], str]) -> list[Project]:
    groups: dict[str, Project] = {}
    for report in reports:
        groups.setdefault(key(report), []).append(report)
    return [groups[name] for name in sorted(groups)]


def _join(projects: list[Project], reports: Sequence[Report], fits: Choice) -> list[Report]:
    """Add each report to the one project that it fits; the reports that fit none or several are returned."""
    standings = Standings(projects)
    choices = [fits(report, standings) for report in reports]
    loose = []
    for report, chosen in zip(reports, choices, strict=True):
        if len(chosen) == 1:
            projects[chosen[0]].append(report)
        else:
            loose.append(report)
    return loose


def _epochs(reports: Iterable[Report]) -> list[Project]:
    """
    Dated reports that fit no anchored project, as few projects as the order of stages allows: building after
    operation is a new project, and so is building reported three years after the last report.
    """
    epochs: list[Project] = []
    operating = False
    for report in sorted(reports, key=lambda r: (days_of(r), report_order(r))):
        if not epochs or _starts_anew(report, epochs[-1][-1], operating):
            epochs.append([])
            operating = False
        epochs[-1].append(report)
        operating = operating or report.event.stage == "operating"
    return epochs


def _starts_anew(report: Report, before: Report, operating: bool) -> bool:
    """Whether a report is of another project than the one before; `operating` if that one is at work."""
    days, last = days_of(report), days_of(before)
    if report.event.stage not in ("planned", "under_construction") or not days or not last:
        return False
    return operating or last[1] + 2 * BUILD_TIME < days[0]
