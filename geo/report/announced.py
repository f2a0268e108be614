"""What was announced: in short, by campaign, province and stage, and each project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from geo.models import ALL_STAGES, FACILITIES, STAGES, Announcement
from geo.projects import policy_places
from geo.report.charts import Part, bars
from geo.report.maps import maps
from geo.report.material import Material
from geo.report.records import Block, Chapter, Drawing, Row, Tabulation
from geo.text import readable
from geo.view import LOOKS, county_stages

PROJECTS, SITES = "projects", "sites"
"""Ids of the tables that have the sources of most sentences."""
STAGE_KEYS = tuple(f"stage-{stage}" for stage in ALL_STAGES)


def announced(about: Material) -> Chapter:
    """Maps, campaigns, provinces, facilities."""
    return Chapter("announced", about.say("report-announced"), tuple(_announced(about)))


def _announced(about: Material) -> Iterator[Block]:
    places = {about.county(one) for one in about.projects} - {None}
    yield about.state("report-all", projects=len(about.projects), places=len(places), table=PROJECTS)
    yield _map(about)
    if about.standings:
        yield _campaign_maps(about)
        yield _sites(about)
    yield _provinces_drawn(about)
    yield _provinces(about)
    yield _facilities(about)


def projects_chapter(about: Material) -> Chapter:
    """Every announcement in one table, with the sources of each."""
    return Chapter("list", about.say("report-list"), (_projects(about),))


def _legend(about: Material) -> list[tuple[str, str]]:
    return [(look.fill, about.stage(stage)) for stage, look in LOOKS.items()]


def _map(about: Material) -> Drawing:
    """Counties by the furthest stage of their latest campaign."""
    stages = county_stages(about.run.announcements, about.places.units)
    fills = {pcode: LOOKS[one.stage].fill for pcode, one in stages.items() if one.stage}
    caption = about.say("report-map", day=about.date(about.day))
    drawn = maps([("", fills)], _legend(about), "all")
    return Drawing("map", drawn, caption, about.say("report-map-alt", n=len(fills)), PROJECTS)


def _campaign_maps(about: Material) -> Drawing:
    """For each campaign its sites by how far they have come."""
    panels = []
    for year, pcodes in about.sites.items():
        fills = {}
        for pcode in pcodes:
            reached = [STAGES.index(one.stage) for one in about.at(pcode, year) if one.stage in STAGES]
            polygon = about.places.units[pcode].polygon_pcode
            if reached and polygon:
                fills[polygon] = LOOKS[STAGES[max(reached)]].fill
        panels.append((year, fills))
    caption, alt = about.say("report-campaign-maps"), about.say("report-campaign-maps-alt")
    return Drawing("campaign-maps", maps(panels[-3:], _legend(about), "years"), caption, alt, SITES)


def _sites(about: Material) -> Tabulation:
    """The sites of the record with what is reported of them."""
    rows = []
    for one in about.standings:
        site = one.site
        here = about.at(site.pcode, site.campaign)
        cells = (
            site.campaign,
            about.place(site.pcode),
            about.province(site.pcode),
            about.say(f"report-standing-{one.standing}"),
            "; ".join(f"{about.facility(p.facility)}: {about.dated(p)}" for p in here),
            ", ".join(map(about.facility, one.overdue)),
        )
        rows.append(Row(cells, tuple(sorted({*about.cite(here), *about.citations.of_record([site])}))))
    head = ("column-campaign", "column-place", "column-province", "report-standing", "report-reported")
    return about.table(SITES, (*head, "report-missing"), rows)


def _by_province(about: Material) -> list[tuple[str, Sequence[Announcement]]]:
    """Provinces with their projects, in the order of their names; those without one are there, too."""
    parents = {unit.parent_pcode for unit in policy_places(about.places.units)}
    found: dict[str, list[Announcement]] = {about.place(pcode): [] for pcode in parents}
    for one in about.projects:
        name = about.province(one.pcode, one.province) or about.say("report-no-place")
        found.setdefault(name, []).append(one)
    return sorted(found.items())


def _provinces_drawn(about: Material) -> Drawing:
    rows = [
        (
            name,
            [
                Part(sum(one.stage == stage for one in here), LOOKS[stage].fill, about.stage(stage))
                for stage in STAGES
            ],
        )
        for name, here in _by_province(about)
    ]
    caption = about.say("report-province-bars")
    return Drawing("province-bars", bars(rows), caption, caption, "provinces")


def _provinces(about: Material) -> Tabulation:
    """Provinces by the number of their projects at each stage."""
    rows = []
    for name, here in _by_province(about):
        counties = {about.county(one) for one in here} - {None}
        stages = Counter(one.stage for one in here)
        numbers = (len(counties), len(here), *(stages[stage] for stage in ALL_STAGES))
        rows.append(Row((name, *map(str, numbers))))
    head = ("column-province", "report-counties", "report-projects", *STAGE_KEYS)
    return about.table("provinces", head, rows, range(1, len(head)), PROJECTS)


def _facilities(about: Material) -> Tabulation:
    """Facility groups by the number of their projects at each stage."""
    told = Counter((one.facility, one.stage) for one in about.projects)
    rows = (
        Row((about.facility(facility), *(str(told[facility, stage]) for stage in ALL_STAGES)))
        for facility in FACILITIES
        if any(told[facility, stage] for stage in ALL_STAGES)
    )
    head = ("column-facility", *STAGE_KEYS)
    return about.table("facilities", head, rows, range(1, len(head)), PROJECTS)


def _projects(about: Material) -> Tabulation:
    """All projects: what, where, how far, who says so."""
    rows = []
    for one in about.projects:
        cells = (
            one.campaign,
            about.place(one.pcode, one.name),
            about.province(one.pcode, one.province),
            about.facility(one.facility),
            about.dated(one) + (f". {readable(one.conflict)}" if one.conflict else ""),
            about.say("state-only") if one.state_media_only else ", ".join(one.origins),
        )
        rows.append(Row(cells, about.cite([one])))
    keys = ("campaign", "place", "province", "facility", "stage", "origin")
    return about.table(PROJECTS, (f"column-{key}" for key in keys), rows)
