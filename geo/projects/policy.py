"""
What belongs to the Regional Development 20x10 Policy, to which campaign, and what counts as one of its sites.

The policy was announced on 15 January 2024; its first ceremony was on 28 February 2024. Hospitals, leisure
complexes and grain management facilities were added on 24 August 2024, and since 2026 ceremonies speak of
"regional development projects" without naming what is built. Greenhouse and offshore farms, paper mills and
other factories stand beside the policy: they have no campaign and colour no county.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from geo.models import STAGES, Announcement, Event, Report, Unit
from geo.projects.slips import SlipKey, filed_under, looked_up_under

TARGET = 20
"""Counties that the policy names each year."""

POLICY_SINCE: Mapping[str, date] = {
    "regional_industry": date(2024, 1, 15),
    "hospital": date(2024, 8, 24),
    "leisure_complex": date(2024, 8, 24),
    "grain_facility": date(2024, 8, 24),
    "other": date(2026, 1, 1),
}
"""First day on which ground can be broken for the policy, by facility group; `other` means its projects."""

FASTEST_BUILD = timedelta(days=180)
"""Without a known start, a completion is of the policy only this long after `POLICY_SINCE`."""

SITE_FACILITIES: tuple[str, ...] = ("regional_industry", "other")
"""What makes a county one of the 20; a hospital alone does not (Kusong, 2025)."""

PROJECT_WORDS: tuple[str, ...] = ("project", "development", "대상", "지방발전")
FACTORY_WORDS: tuple[str, ...] = ("factory", "factories", "mill", "plant", "공장")

DayRange = tuple[date, date]
"""First and last day that a partial date can mean."""


@lru_cache(maxsize=65536)
def day_range(partial: str | None) -> DayRange | None:
    """The days that a partial ISO date can mean; None for no date and for what is no date."""
    try:
        year, *rest = [int(part) for part in (partial or "").split("-")]
        first, last = (rest[0], rest[0]) if rest else (1, 12)
        if len(rest) == 2:
            return date(year, first, rest[1]), date(year, first, rest[1])
        return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    except (ValueError, IndexError):
        return None


def completion_campaign(partial: str) -> str:
    """The year of (completion minus two months); empty if a bare year leaves two of them open."""
    days = day_range(partial)
    years = {day.year - (day.month <= 2) for day in days} if days else set()
    return str(years.pop()) if len(years) == 1 else ""


def is_projects(event: Event) -> bool:
    """
    Whether an event of facility `other` is about unnamed projects of the policy, not about a factory.

    Words for projects say so, unless a factory is named as well; where neither stands in the evidence, or
    both do, it depends on whether the document speaks of the policy.
    """
    words = event.words.casefold()
    projects, factory = (any(word in words for word in group) for group in (PROJECT_WORDS, FACTORY_WORDS))
    return event.facility == "other" and (event.policy if projects == factory else projects)


def campaign_of(
    facility: str, begun: str, completed: str, reports: Iterable[Report], unit: Unit | None
) -> str:
    """
    Campaign of one project: the year of groundbreaking, else the year of (completion minus two months).

    Empty for anything outside the policy: another facility, dates before it, neither date known. In
    first-level units, wards of Pyongyang and below the county, a document has to speak of the policy itself.
    """
    events = [report.event for report in reports]
    since = POLICY_SINCE.get(facility)
    if since is None or (facility == "other" and not any(map(is_projects, events))):
        return ""
    if not is_policy_place(unit) and not any(event.policy for event in events):
        return ""
    days = day_range(begun or completed)
    earliest = since if begun else since + FASTEST_BUILD
    if days is None or days[1] < earliest:
        return ""
    return begun[:4] if begun else completion_campaign(completed)


def is_policy_place(unit: Unit | None) -> bool:
    """Whether the policy chooses among such units: cities, counties, districts; no wards of Pyongyang."""
    return unit is not None and unit.level == 2 and not (unit.type == "ward" and unit.parent_pcode == "KP10")


def is_open(announcement: Announcement) -> bool:
    """
    Whether it is a project of the policy whose campaign is not known: planned, begun or under construction,
    in documents that speak of the policy, with no date that tells the year of its ceremony.

    Completions and operation without a date are left out: reports on the policy recall older factories, too.
    """
    since = POLICY_SINCE.get(announcement.facility)
    stage = announcement.stage
    if (
        announcement.campaign
        or since is None
        or stage not in ("planned", "groundbreaking", "under_construction")
    ):
        return False
    if announcement.facility == "other" and not any(
        is_projects(report.event) for report in announcement.reports
    ):
        return False
    ranges = [
        days for reported, day in announcement.stage_dates if reported == stage and (days := day_range(day))
    ]
    spoken = any(report.event.policy for report in announcement.reports)
    return spoken and (not ranges or max(ranges)[1] >= since)


def county_pcode_of(pcode: str | None, units: Mapping[str, Unit]) -> str | None:
    """The second-level unit that is or holds the place; None for first-level units and unresolved places."""
    unit = units.get(pcode or "")
    if unit is None or unit.level == 1:
        return None
    return unit.parent_pcode if unit.level == 3 else unit.pcode


def campaign_sites(
    announcements: Iterable[Announcement], units: Mapping[str, Unit]
) -> dict[str, tuple[str, ...]]:
    """
    Campaign -> P-codes of the counties that these sources name as its sites, sorted, each once.

    A site has regional-industry factories or, since 2026, unnamed projects of the policy. Hospital-only
    counties, places known only to a province or city, and inspections alone are none. Where the year of a
    ceremony looks like a slip (`geo.projects.slips`), only the better supported of the two campaigns counts.
    """
    by_county: dict[str, list[Announcement]] = {}
    sites: dict[str, set[str]] = {}
    for announcement in announcements:
        county = county_pcode_of(announcement.pcode, units)
        if announcement.campaign:
            sites.setdefault(announcement.campaign, set())
        if county and announcement.campaign and _is_of_site(announcement):
            by_county.setdefault(county, []).append(announcement)
    for county, named in by_county.items():
        for announcement in _without_slips(named):
            sites[announcement.campaign].add(county)
    return {campaign: tuple(sorted(counties)) for campaign, counties in sorted(sites.items())}


def _is_of_site(announcement: Announcement) -> bool:
    """Whether it makes its county a site: by what is built, or by a ceremony of projects that joined it."""
    return announcement.facility in SITE_FACILITIES or any(
        is_projects(report.event) for report in announcement.reports
    )


def _without_slips(named: list[Announcement]) -> list[Announcement]:
    """Leave out each announcement that differs by a slip of the year from a better supported one."""
    ceremonies = _Ceremonies(named)
    dropped = {one.id for one in named if ceremonies.outdo(one)}
    return [announcement for announcement in named if announcement.id not in dropped]


class _Ceremonies:
    """
    The best support of the announcements with a groundbreaking or completion in a month, or on a day, by year
    and campaign: so that each is held against all others at once.
    """

    def __init__(self, announcements: Iterable[Announcement]) -> None:
        self._known: dict[SlipKey, dict[tuple[str, str], tuple[int, int]]] = {}
        for one in announcements:
            support = _support(one)
            for key, year in filed_under(one):
                best, of = self._known.setdefault(key, {}), (year, one.campaign)
                best[of] = max(best.get(of, support), support)

    def outdo(self, one: Announcement) -> bool:
        """Whether one of another year and campaign is better supported and has the same month, and day."""
        support = _support(one)
        return any(
            other != year and campaign != one.campaign and best > support
            for key, year in looked_up_under(one)
            for (other, campaign), best in self._known.get(key, {}).items()
        )


def _support(announcement: Announcement) -> tuple[int, int]:
    """How well an announcement is borne out: stages with a date, then pages."""
    dated = {stage for stage, day in announcement.stage_dates if day and stage in STAGES}
    return len(dated), announcement.n_sources
