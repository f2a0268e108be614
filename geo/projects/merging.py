"""
Reports -> announcements: one for each project, with the date of each stage and every source kept.

Reports are of one project if place, facility group and campaign are the same (`geo.projects.timeline` says
which stages and dates go together, `geo.projects.policy` which campaign they make). Nothing is dropped: a
report that fits no project, or several, is an announcement of its own, and what disagrees is told in
`conflict`. The result does not depend on the order of the reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.models import (
    ALL_STAGES,
    STAGES,
    Announcement,
    Precision,
    Report,
    Ruling,
    Unit,
)
from geo.places import load_gazetteer
from geo.projects.ceremonies import join_projects
from geo.projects.claimants import page_key
from geo.projects.neighbours import STAGE_WORDS, with_neighbours
from geo.projects.policy import (
    campaign_of,
    county_pcode_of,
    is_projects,
)
from geo.projects.record import campaign_on_record
from geo.projects.regrouping import regrouped
from geo.projects.timeline import MOMENTS, Agreement, report_order, split_projects, stage_dates


def merge_events(
    reports: Iterable[Report],
    *,
    units: Mapping[str, Unit] | None = None,
) -> tuple[Announcement, ...]:
    """
    Merge reports of the same project.

    Parameters
    ----------
    reports
        In any order; a decision that they carry (`not_a_site`, `flag`) is told in `conflict`, or (`merge`,
        `split`) says what is one project.
    units
        Units by P-code, by default those of the gazetteer; they give names, provinces and the county of a
        ward or site.

    Returns
    -------
    announcements
        Sorted by P-code (unresolved places last), facility group, campaign and first date; ids are unique,
        and made of the parts that make the project: `KP0717-regional_industry-2024`.
    """
    known = load_gazetteer().units if units is None else units
    projects: list[tuple[Report, ...]] = []
    for group in _by_place(reports, known).values():
        placed = group[0].event.pcode is not None
        projects += split_projects(group) if placed else (tuple(sorted(group, key=report_order)),)
    drafts = [_announcement(project, known) for project in regrouped(join_projects(projects, known))]
    named = _with_unique_ids(sorted(drafts, key=_order))
    return tuple(with_neighbours(named, known))


def _by_place(reports: Iterable[Report], units: Mapping[str, Unit]) -> dict[tuple[str, ...], list[Report]]:
    """Reports by what can be one project at all: place, facility group and, for `other`, what kind it is."""
    ordered = sorted(set(reports), key=report_order)
    crowded = _counties_of_several_sites(ordered, units)
    groups: dict[tuple[str, ...], list[Report]] = {}
    for report in ordered:
        groups.setdefault(_place_key(report, units, crowded), []).append(report)
    return groups


def _place_key(report: Report, units: Mapping[str, Unit], crowded: set[tuple[str, str]]) -> tuple[str, ...]:
    """
    What a report has to share with another to be of the same project.

    Wards and sites go with their county, unless reports name several of them there. A place that was not
    resolved goes only with reports of the same name, stage and date.
    """
    event = report.event
    kind = "projects" if is_projects(event) else ""
    if event.pcode is None:
        candidates = "+".join(sorted(place.pcode for place in event.candidates))
        return (candidates, event.name or "", event.facility, kind, event.stage, event.date or "")
    county = county_pcode_of(event.pcode, units) or event.pcode
    return (event.pcode if (county, event.facility) in crowded else county, event.facility, kind)


def _counties_of_several_sites(reports: Iterable[Report], units: Mapping[str, Unit]) -> set[tuple[str, str]]:
    """County and facility group where several wards or sites are named, so that the county is not enough."""
    sites: dict[tuple[str, str], set[str]] = {}
    for report in reports:
        unit = units.get(report.event.pcode or "")
        if unit and unit.level == 3:
            sites.setdefault((unit.parent_pcode, report.event.facility), set()).add(unit.pcode)
    return {key for key, pcodes in sites.items() if len(pcodes) > 1}


@dataclass(frozen=True, slots=True)
class _Spot:
    """The place of an announcement."""

    pcode: str | None
    name: str
    name_ko: str
    province: str
    precision: Precision


def _spot(reports: Sequence[Report], units: Mapping[str, Unit]) -> _Spot:
    """The place that all reports share: the ward or site if they agree on it, else the county."""
    pcodes = sorted({report.event.pcode for report in reports if report.event.pcode})
    pcode = pcodes[0] if len(pcodes) == 1 else county_pcode_of(pcodes[0], units) if pcodes else None
    events = [report.event for report in reports if report.event.pcode == pcode] or [reports[0].event]
    event = min(events, key=lambda event: (event.place_precision, event.name or "", event.province or ""))
    unit = units.get(pcode or "")
    if unit is None:
        listed = " or ".join(sorted({place.name for place in event.candidates}))
        return _Spot(
            pcode, event.name or listed or "unnamed place", "", event.province or "", event.place_precision
        )
    precision = event.place_precision if event.pcode == pcode else "county"
    return _Spot(pcode, unit.name, unit.hangul + unit.hangul_suffix, _province(unit, units), precision)


def _province(unit: Unit, units: Mapping[str, Unit]) -> str:
    """English name of the first-level unit."""
    while unit.level > 1 and unit.parent_pcode in units:
        unit = units[unit.parent_pcode]
    return unit.name


def _announcement(reports: Sequence[Report], units: Mapping[str, Unit]) -> Announcement:
    """One project as an announcement, without its id."""
    spot = _spot(reports, units)
    agreements = {stage: found for stage in ALL_STAGES if (found := stage_dates(reports, stage))}
    remarks = _remarks(reports)
    disputes = [
        f"{STAGE_WORDS[stage]}: {found.dispute}" for stage, found in agreements.items() if found.dispute
    ]
    published = sorted(report.published_on for report in reports if report.published_on)
    origins = tuple(sorted({report.origin for report in reports}))
    candidates = () if spot.pcode else reports[0].event.candidates
    return Announcement(
        id="",
        pcode=spot.pcode,
        name=spot.name,
        name_ko=spot.name_ko,
        province=spot.province,
        place_precision=spot.precision,
        candidates=tuple(sorted(candidates, key=lambda place: place.pcode)),
        campaign=_campaign(reports, agreements, remarks, spot.pcode, units),
        facility=_facility(reports),
        stage=next((stage for stage in reversed(STAGES) if stage in agreements), "inspection"),
        stage_dates=tuple((stage, day) for stage in agreements for day in agreements[stage].dates or ("",)),
        first_reported_on=published[0] if published else None,
        last_reported_on=published[-1] if published else None,
        confidence=_confidence(reports, bool(disputes)),
        conflict="; ".join([*disputes, *(f"reviewed: {remark.reason}" for remark in remarks)]),
        reports=tuple(reports),
        n_sources=len({page_key(report.url, report.document_id) for report in reports}),
        n_origins=len(origins),
        origins=origins,
    )


def _campaign(
    reports: Sequence[Report],
    agreements: Mapping[str, Agreement],
    remarks: Iterable[Ruling],
    pcode: str | None,
    units: Mapping[str, Unit],
) -> str:
    """The campaign that dates and place speak for, else the record; none if a person decided so."""
    if any(remark.decision == "not_a_site" for remark in remarks):
        return ""
    begun, completed = ("".join(agreements[s].dates[:1]) if s in agreements else "" for s in MOMENTS)
    facility = _facility(reports)
    dated = ((stage, day) for stage in agreements for day in agreements[stage].dates or ("",))
    county, unit = county_pcode_of(pcode, units), units.get(pcode or "")
    return campaign_of(facility, begun, completed, reports, unit) or campaign_on_record(
        county, facility, dated
    )


def _remarks(reports: Iterable[Report]) -> list[Ruling]:
    """What people remarked on any of the reports, each once."""
    rulings = (ruling for report in reports for ruling in report.rulings)
    return list(dict.fromkeys(ruling for ruling in rulings if ruling.decision in ("not_a_site", "flag")))


def _facility(reports: Sequence[Report]) -> str:
    """The facility group that the reports name; one on unnamed projects has joined them."""
    named = (report.event.facility for report in reports if not is_projects(report.event))
    return next(named, reports[0].event.facility)


def _confidence(reports: Iterable[Report], disputed: bool) -> float:
    """
    How sure the announcement is, 0 to 1: that of the surest event; every further independent origin halves
    what is missing to 1; a dispute on a date takes off a fifth. Rounded to 2 decimals.
    """
    best: dict[str, float] = {}
    for report in reports:
        best[report.origin] = max(best.get(report.origin, 0.0), report.event.confidence)
    doubt = (1 - max(best.values())) * 0.5 ** (len(best) - 1)
    return round((1 - doubt) * (0.8 if disputed else 1.0), 2)


def _order(announcement: Announcement) -> tuple[object, ...]:
    return (
        announcement.pcode is None,
        announcement.pcode or "",
        announcement.name,
        announcement.facility,
        announcement.campaign,
        min((day for _, day in announcement.stage_dates if day), default=""),
        announcement.stage_dates,
        [report_order(report) for report in announcement.reports],
    )


def _with_unique_ids(announcements: Iterable[Announcement]) -> list[Announcement]:
    """Give ids; a number is added where two projects are made of the same parts."""
    seen: dict[str, int] = {}
    named = []
    for announcement in announcements:
        base = _id(announcement)
        seen[base] = seen.get(base, 0) + 1
        named.append(replace(announcement, id=base if seen[base] == 1 else f"{base}-{seen[base]}"))
    return named


def _id(announcement: Announcement) -> str:
    """Place, facility group, and the campaign or the year of the first stage that has one."""
    dates = dict(reversed(announcement.stage_dates))
    if announcement.pcode is None:
        place = "+".join(place.pcode for place in announcement.candidates) or _slug(announcement.name)
        stage, day = announcement.stage_dates[0]
        return "-".join(part for part in ("unresolved", place, announcement.facility, stage, day) if part)
    if announcement.campaign:
        return f"{announcement.pcode}-{announcement.facility}-{announcement.campaign}"
    for stage in (*MOMENTS, *ALL_STAGES):
        if dates.get(stage):
            return f"{announcement.pcode}-{announcement.facility}-{stage}-{dates[stage][:4]}"
    return f"{announcement.pcode}-{announcement.facility}-undated"


def _slug(text: str) -> str:
    """Letters and figures of a name, others as hyphens."""
    return "-".join("".join(char if char.isalnum() else " " for char in text.lower()).split())
