"""The policy itself in the view: which sites are done, late or under way, which counties are left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from geo.models import Announcement, Document
from geo.places import Gazetteer, load_gazetteer
from geo.projects import (
    SITE_FACILITIES,
    SiteStanding,
    county_pcode_of,
    iso_bound,
    policy_places,
    standings,
    still_to_come,
)
from geo.view.options import PLAIN, MapOptions
from geo.view.records import PolicyPlace, PolicyProvince, PolicyView, PolicyYear


def policy_view(
    announcements: Iterable[Announcement],
    documents: Iterable[Document] = (),
    *,
    gazetteer: Gazetteer | None = None,
    options: MapOptions = PLAIN,
) -> PolicyView:
    """
    What the announcements say of the record of the policy; nothing where none is of a campaign.

    By the day of the newest page, or the end of the map's period before it.
    """
    everything, places = tuple(announcements), gazetteer or load_gazetteer()
    newest = newest_day(everything, documents)
    day = min((day for day in (newest, iso_bound(options.until)) if day), default=None)
    if not any(one.campaign for one in everything):
        return {"day": day, "years": [], "to_come": [], "places": 0}
    took = _building_times(everything, places)
    found: dict[str, list[SiteStanding]] = {}
    for one in standings(everything, places.units, day):
        found.setdefault(one.site.campaign, []).append(one)
    return {
        "day": day,
        "years": [_year(campaign, sites, places, took) for campaign, sites in found.items()],
        "to_come": [
            PolicyProvince(
                pcode=parent,
                name=places.units[parent].name,
                name_ko=places.korean_name(parent),
                places=[_place(pcode, places) for pcode in pcodes],
            )
            for parent, pcodes in still_to_come(places.units, day).items()
        ],
        "places": len(policy_places(places.units)),
    }


def newest_day(announcements: Iterable[Announcement], documents: Iterable[Document]) -> str | None:
    """The newest publication date."""
    read = (document.published_on for document in documents)
    cited = (one.last_reported_on for one in announcements)
    return max((day for day in (*read, *cited) if day), default=None)


def _building_times(announcements: Sequence[Announcement], places: Gazetteer) -> dict[tuple[str, str], int]:
    """
    (Campaign, county) -> days from the groundbreaking to the inauguration of its factories.

    Of sites where both are known to the day: the middle of a month would be a day that no text tells.
    """
    days: dict[tuple[str, str], dict[str, list[date]]] = {}
    for one in announcements:
        county = county_pcode_of(one.pcode, places.units)
        if county and one.campaign and one.facility in SITE_FACILITIES:
            for stage, day in one.stage_dates:
                if day and len(day) == len("2024-02-28") and stage in ("groundbreaking", "completed"):
                    told = days.setdefault((one.campaign, county), {})
                    told.setdefault(stage, []).append(date.fromisoformat(day))
    return {
        site: (min(told["completed"]) - min(told["groundbreaking"])).days
        for site, told in days.items()
        if len(told) == 2
    }


def _year(
    campaign: str, sites: list[SiteStanding], places: Gazetteer, took: Mapping[tuple[str, str], int]
) -> PolicyYear:
    """One campaign: its sites by how far they have come."""
    lasted = sorted(took[campaign, one.site.pcode] for one in sites if (campaign, one.site.pcode) in took)
    by_standing: dict[str, list[PolicyPlace]] = {"done": [], "late": [], "under_way": [], "unseen": []}
    for one in sites:
        by_standing[one.standing].append(_place(one.site.pcode, places, one.site.facilities))
    return {
        "key": campaign,
        "done": by_standing["done"],
        "late": by_standing["late"],
        "under_way": by_standing["under_way"],
        "unseen": by_standing["unseen"],
        "took": lasted,
        "overdue": [
            _place(one.site.pcode, places, one.overdue)
            for one in sites
            if one.standing == "done" and one.overdue
        ],
    }


def _place(pcode: str, places: Gazetteer, facilities: tuple[str, ...] = ()) -> PolicyPlace:
    return {
        "pcode": pcode,
        "name": places.units[pcode].name,
        "name_ko": places.korean_name(pcode),
        "facilities": list(facilities),
    }
