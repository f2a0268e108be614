"""Whether reports of one project become one announcement, and those of two stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from benchmark.figures import Tally
from benchmark.texts.annotated import Annotated, EventKey
from benchmark.texts.units import county_of
from geo.models import Announcement, Event, Report
from geo.places.gazetteer import Gazetteer
from geo.projects.claimants import page_key, report_of
from geo.projects.copies import with_common_origins
from geo.projects.merging import merge_events

Labelled = tuple[str, str]
"""The announcement that a report went into, and the real project that it is about."""


@dataclass(frozen=True, slots=True)
class MergeScore:
    """How reports with known projects were put together."""

    together: Sequence[Tally]
    """By announcement: pairs of its reports, and how many of them are of one project."""
    belonging: Sequence[Tally]
    """By project: pairs of its reports, and how many of them are in one announcement."""
    announcements: int
    projects: int
    reports: int

    @property
    def per_project(self) -> float:
        """Announcements for each real project; 1 if all is well."""
        return self.announcements / self.projects if self.projects else 1.0


def merge_score(labelled: Iterable[Labelled]) -> MergeScore:
    """Score reports that are labelled with announcement and project."""
    rows = list(labelled)
    return MergeScore(
        together=[_pairs(group) for group in _grouped(rows, 0).values()],
        belonging=[_pairs(group) for group in _grouped(rows, 1).values()],
        announcements=len({row[0] for row in rows}),
        projects=len({row[1] for row in rows}),
        reports=len(rows),
    )


def _grouped(rows: Iterable[Labelled], by: int) -> dict[str, list[str]]:
    """Announcement -> projects of its reports (by 0), or project -> announcements (by 1)."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(row[by], []).append(row[1 - by])
    return groups


def _pairs(labels: Sequence[str]) -> Tally:
    """All pairs, and those that are alike."""
    pairs = list(combinations(labels, 2))
    alike = sum(one == other for one, other in pairs)
    return Tally(alike, len(pairs), alike, len(pairs))


def merged_articles(
    articles: Sequence[Annotated], events: Sequence[Sequence[Event]], gazetteer: Gazetteer
) -> list[Labelled]:
    """
    Reports of annotated articles that are right and whose project is known.

    Articles whose projects begin with the same word are of one made-up world and are merged together, as one
    build would; no world knows of the others.
    """
    worlds: dict[str, list[int]] = {}
    for number, article in enumerate(articles):
        if article.projects:
            worlds.setdefault(next(iter(article.projects.values())).split(":")[0], []).append(number)
    labelled: list[Labelled] = []
    for world, numbers in sorted(worlds.items()):
        projects = {articles[n].document.id: articles[n].projects for n in numbers}
        found = [report_of(event, articles[n].document) for n in numbers for event in events[n]]
        reports = with_common_origins(found, {articles[n].document.id: articles[n].document for n in numbers})
        for announcement in merge_events(reports, units=gazetteer.units):
            for report in announcement.reports:
                project = projects[report.document_id].get(_key(report, gazetteer), "")
                labelled += [(f"{world} {announcement.id}", project)] * bool(project)
    return labelled


def _key(report: Report, gazetteer: Gazetteer) -> EventKey:
    """Unit, facility group and stage of a report, as gold has them."""
    event = report.event
    return (county_of(event.pcode, gazetteer) if event.pcode else "", event.facility, event.stage)


def merged_statements(
    announcements: Iterable[Announcement], projects: Mapping[tuple[str, EventKey], str], gazetteer: Gazetteer
) -> list[Labelled]:
    """Reports of announcements whose page and event are those of a known statement."""
    return [
        (announcement.id, project)
        for announcement in announcements
        for report in announcement.reports
        if (project := projects.get((page_key(report.url, ""), _key(report, gazetteer)), ""))
    ]
