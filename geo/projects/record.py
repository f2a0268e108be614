"""
The record of the policy, `data/policy.csv`: which counties each campaign has, what was announced for them,
who said so first. What is reported of a site is joined to it: who is done, late, still to come.

A site is done once its factories (or the unnamed projects of its ceremony) are reported as completed or
operating. A site that the reports name is late if they do not tell that it is done by then: 60 days after
the first inauguration of its campaign, or on 1 March of the year after the campaign, whichever comes first.
(The 20 of 2024 took 53 days from the first to the last, those of 2025 took 14; all were done before 1
March.) What else was announced for a site and is not reported as done by then is overdue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from geo.models import Announcement, Unit
from geo.projects.policy import (
    SITE_FACILITIES,
    campaign_sites,
    county_pcode_of,
    day_range,
    is_policy_place,
)
from geo.text import data_rows

Standing = Literal["done", "late", "under_way", "unseen"]
"""`unseen`: no source here names it as a site, so that nothing is known of it."""

GRACE = timedelta(days=60)
"""After the first inauguration of a campaign."""
LAST_MONTH = 3
"""On the first day of this month of the next year a campaign should be done."""
DONE = ("completed", "operating")
BEFORE_DONE = ("planned", "under_construction", "inspection")


@dataclass(frozen=True, slots=True)
class PolicySite:
    """One row of the record."""

    campaign: str
    scope: str
    """`site`, or `beside`: of the policy's year, but none of its 20."""
    pcode: str
    facilities: tuple[str, ...]
    announced_for: str
    """`site` if the page says it of this place, `year` if of all sites of the year."""
    named_on: str
    """Day of the first page that names it."""
    publisher: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class SiteStanding:
    """How far a site of the record has come by a day."""

    site: PolicySite
    standing: Standing
    overdue: tuple[str, ...]
    """What was announced for it, is not reported as done, and should be."""


@cache
def policy_record() -> tuple[PolicySite, ...]:
    """The record as it ships: campaign by campaign, its sites before what is beside them."""
    return tuple(
        PolicySite(
            campaign=row["campaign"],
            scope=row["scope"],
            pcode=row["pcode"],
            facilities=tuple(row["facilities"].split("|")),
            announced_for=row["announced_for"],
            named_on=row["named_on"],
            publisher=row["publisher"],
            url=row["url"],
            note=row["note"],
        )
        for row in data_rows("policy.csv")
    )


def sites_on_record(
    announcements: Iterable[Announcement], units: Mapping[str, Unit]
) -> dict[str, tuple[str, ...]]:
    """
    Campaign -> P-codes of its sites that these sources name, as `campaign_sites`, joined to the record.

    A campaign that the record does not know has what the sources name.
    """
    known = _known("site")
    return {
        campaign: tuple(one for one in named if one in known.get(campaign, named))
        for campaign, named in campaign_sites(announcements, units).items()
    }


def sites_off_record(
    announcements: Iterable[Announcement], units: Mapping[str, Unit]
) -> dict[str, tuple[str, ...]]:
    """Campaign -> P-codes that these sources name as sites of it, and the record does not know at all."""
    sites, beside = _known("site"), _known("beside")
    strange = {
        campaign: tuple(one for one in named if one not in sites[campaign] | beside.get(campaign, set()))
        for campaign, named in campaign_sites(announcements, units).items()
        if campaign in sites
    }
    return {campaign: pcodes for campaign, pcodes in strange.items() if pcodes}


def campaign_on_record(pcode: str | None, facility: str, dated: Iterable[tuple[str, str]]) -> str:
    """
    The campaign of a project that no ceremony dates, if the record has it for the county; else empty.

    All that is known of the project are plans, visits and works between the day on which the county was named
    and the day on which its campaign should be done. Of the group `other` nothing is told so.
    """
    told = tuple(dated)
    days = [days for stage, day in told if stage in BEFORE_DONE and (days := day_range(day))]
    if not days or len(days) < len(told) or facility == "other":
        return ""
    return next(
        (
            site.campaign
            for site in policy_record()
            if (site.scope, site.pcode) == ("site", pcode)
            and facility in site.facilities
            and all(date.fromisoformat(site.named_on) <= day[1] for day in days)
            and all(day[0] < _last_day(site.campaign) for day in days)
        ),
        "",
    )


def standings(
    announcements: Iterable[Announcement], units: Mapping[str, Unit], day: str | None = None
) -> tuple[SiteStanding, ...]:
    """
    How far each site of the record has come by a day (any precision; None for the last word).

    Sites that were named only later are left out. Of the announcements all count: who asks for an earlier day
    gives those of that day.
    """
    everything = tuple(announcements)
    named = sites_on_record(everything, units)
    days = day_range(day)
    today = days[1] if days else date.max
    done = _done(everything, units)
    due = {campaign: _due(campaign, pcodes, everything, units) for campaign, pcodes in _known("site").items()}
    found = []
    for site in policy_record():
        if site.scope != "site" or site.named_on > today.isoformat():
            continue
        have = done.get((site.campaign, site.pcode), set())
        is_done = not have.isdisjoint(SITE_FACILITIES)
        is_due = today >= due[site.campaign]
        seen = is_done or site.pcode in named.get(site.campaign, ())
        missing = tuple(
            one for one in site.facilities if one not in have and not (is_done and one in SITE_FACILITIES)
        )
        found.append(
            SiteStanding(
                site,
                "unseen" if not seen else "done" if is_done else "late" if is_due else "under_way",
                missing if seen and is_due else (),
            )
        )
    return tuple(found)


def still_to_come(units: Mapping[str, Unit], day: str | None = None) -> dict[str, tuple[str, ...]]:
    """First-level unit -> its cities, counties and districts in no campaign by a day; all P-codes."""
    days = day_range(day)
    by_then = (days[1] if days else date.max).isoformat()
    named = {one.pcode for one in policy_record() if one.scope == "site" and one.named_on <= by_then}
    waiting: dict[str, list[str]] = {}
    for unit in policy_places(units):
        if unit.pcode not in named:
            waiting.setdefault(unit.parent_pcode, []).append(unit.pcode)
    return {parent: tuple(sorted(pcodes)) for parent, pcodes in sorted(waiting.items())}


def policy_places(units: Mapping[str, Unit]) -> list[Unit]:
    """The units that the policy chooses among: cities, counties and districts of today."""
    return [unit for unit in units.values() if unit.status == "current" and is_policy_place(unit)]


def _known(scope: str) -> dict[str, set[str]]:
    """Campaign -> P-codes that the record has in one scope."""
    known: dict[str, set[str]] = {}
    for one in policy_record():
        if one.scope == scope:
            known.setdefault(one.campaign, set()).add(one.pcode)
    return known


def _done(
    announcements: Iterable[Announcement], units: Mapping[str, Unit]
) -> dict[tuple[str, str], set[str]]:
    """(Campaign, county) -> facility groups that are reported as done there."""
    done: dict[tuple[str, str], set[str]] = {}
    for one in announcements:
        county = county_pcode_of(one.pcode, units)
        if county and one.campaign and one.stage in DONE:
            done.setdefault((one.campaign, county), set()).add(one.facility)
    return done


def _last_day(campaign: str) -> date:
    """The day from which a campaign should be done, whoever else is."""
    return date(int(campaign) + 1, LAST_MONTH, 1)


def _due(
    campaign: str, sites: set[str], announcements: Iterable[Announcement], units: Mapping[str, Unit]
) -> date:
    """The day from which what is not done at the sites of a campaign is late."""
    last = _last_day(campaign)
    inaugurated = [
        days[1]
        for one in announcements
        if one.campaign == campaign
        and one.facility in SITE_FACILITIES
        and county_pcode_of(one.pcode, units) in sites
        for stage, day in one.stage_dates
        if stage == "completed" and (days := day_range(day))
    ]
    return min(last, min(inaugurated) + GRACE) if inaugurated else last
