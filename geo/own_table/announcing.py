"""Reports of rows -> announcements, with the campaigns that rows give, and sources where they give any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.models import Announcement, Report
from geo.own_table.rows import NO_SOURCE
from geo.places import load_gazetteer
from geo.projects import POLICY_SINCE, merge_events, page_key, with_setbacks


def announce(
    reports: Iterable[Report], campaigns: Mapping[Report, str]
) -> tuple[tuple[Announcement, ...], tuple[Report, ...]]:
    """
    Merge the reports of a table as those of articles are merged; with the setbacks that are of no project.

    `campaigns` are those that rows give. One that the dates do not give takes its place, and that is told in
    `conflict` where they give another.
    """
    told = tuple(reports)
    merged = merge_events(report for report in told if not report.event.is_setback)
    named = _with_unique_ids(_with_campaign(one, campaigns) for one in merged)
    counted = tuple(map(_without_unsourced, named))
    setbacks = (report for report in told if report.event.is_setback)
    return with_setbacks(counted, setbacks, load_gazetteer().units)


def _with_campaign(announcement: Announcement, campaigns: Mapping[Report, str]) -> Announcement:
    """An announcement with the campaign that its rows give."""
    given = sorted({campaigns[one] for one in announcement.reports if campaigns.get(one)})
    if not given or given == [announcement.campaign] or announcement.facility not in POLICY_SINCE:
        return announcement
    told = _dispute(given, announcement.campaign)
    return replace(
        announcement,
        id=_id(announcement, given[0]),
        campaign=given[0],
        conflict="; ".join(part for part in (announcement.conflict, told) if part),
    )


def _dispute(given: Sequence[str], computed: str) -> str:
    """What campaigns disagree."""
    if len(given) > 1:
        return f"rows give the campaigns {' and '.join(given)}"
    return f"the row gives the campaign {given[0]}, its dates {computed}" if computed else ""


def _id(announcement: Announcement, campaign: str) -> str:
    """The id as `merge_events` makes it of place, facility group and campaign."""
    if announcement.pcode is None:
        return announcement.id
    return f"{announcement.pcode}-{announcement.facility}-{campaign}"


def _with_unique_ids(announcements: Iterable[Announcement]) -> list[Announcement]:
    """Add a number where two announcements have come to the same id."""
    taken: set[str] = set()
    unique = []
    for one in announcements:
        name, number = one.id, 1
        while name in taken:
            number += 1
            name = f"{one.id}-{number}"
        taken.add(name)
        unique.append(replace(one, id=name))
    return unique


def _without_unsourced(announcement: Announcement) -> Announcement:
    """Count pages and claimants only of rows that name a source, claimants also where they name those."""
    sourced = [report for report in announcement.reports if report.publisher != NO_SOURCE or report.url]
    if len(sourced) == len(announcement.reports):
        return announcement
    origins = tuple(sorted({report.origin for report in announcement.reports} - {NO_SOURCE}))
    pages = {page_key(report.url, report.document_id) for report in sourced}
    return replace(announcement, n_sources=len(pages), n_origins=len(origins), origins=origins)
