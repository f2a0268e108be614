"""County polygons by P-code: what is known of each, and how far a run says that it has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from geo.boundaries import Ground, OwnBoundaries, county_layer, ground_of
from geo.frames import columns as made
from geo.frames.cod import named
from geo.models import STAGES, Announcement, Report, Run, Unit
from geo.projects import sites_on_record, time_order
from geo.view import county_stages, people_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from pandas import Series


def counties(*, boundaries: OwnBoundaries | Ground | None = None, columns: str = "own") -> GeoDataFrame:
    """
    The county polygons, indexed by `pcode`; EPSG:4326, longitude first, areas in km2.

    Names, first-level unit, people by the census of 2008 and, where the area is sound, people per km2.
    Lines are approximate and no endorsement of any border.

    Raises
    ------
    InputError
        If the boundaries cannot be used, or `columns` is neither `own` nor `cod` (OCHA's names).
    """
    made.check_installed()
    ground = ground_of(boundaries)
    layer = _polygons(ground)
    return named(made.layer("pcode", layer.index, _facts(layer, ground), layer.geometry), columns)


def counties_frame(
    run: Run, *, boundaries: OwnBoundaries | Ground | None = None, columns: str = "own"
) -> GeoDataFrame:
    """
    `counties`, with the `stage` that the latest `campaign` has reached (both null where nothing of the policy
    is reported), the campaigns that name the county as a site, how many announcements lie in it, and the last
    setback. Errors are those of `counties`.
    """
    made.check_installed()
    ground = ground_of(boundaries)
    units, layer = ground.gazetteer.units, _polygons(ground)
    stages = county_stages(run.announcements, units)
    here = [stages[pcode] for pcode in layer.index]
    sites = {
        campaign: {units[pcode].polygon_pcode for pcode in pcodes}
        for campaign, pcodes in sites_on_record(run.announcements, units).items()
    }
    setbacks = _setbacks(run.announcements, run.loose_setbacks, units)
    last = [setbacks.get(pcode) for pcode in layer.index]
    table = _facts(layer, ground) | {
        "stage": made.category((one.stage for one in here), STAGES, ordered=True),
        "campaign": made.years(one.campaign for one in here),
        "site_of": made.texts(
            made.joined(campaign for campaign, pcodes in sites.items() if pcode in pcodes)
            for pcode in layer.index
        ),
        "announcements": made.numbers(len(one.announcement_ids) for one in here),
        "setback": made.category((one.event.stage if one else None for one in last), made.SETBACK_NAMES),
        **made.dates("setback", ([one.event.date] if one else [] for one in last)),
    }
    return named(made.layer("pcode", layer.index, table, layer.geometry), columns)


def _polygons(ground: Ground) -> GeoDataFrame:
    """The polygons of units that the gazetteer knows, by P-code."""
    layer = county_layer() if ground.layer is None else ground.layer
    return layer.loc[sorted(set(layer.index) & set(ground.gazetteer.units))]


def _facts(layer: GeoDataFrame, ground: Ground) -> dict[str, Series]:
    """What is known of each county, whatever a run says."""
    every = ground.gazetteer.units
    units = [every[pcode] for pcode in layer.index]
    people = [people_of(unit.pcode, every) for unit in units]
    provinces = [every.get(unit.parent_pcode) for unit in units]
    areas = layer["area_km2"] if "area_km2" in layer else [None] * len(units)
    return {
        "name": made.texts(unit.name for unit in units),
        "name_ko": made.texts(unit.hangul + unit.hangul_suffix for unit in units),
        "type": made.category((unit.type for unit in units), ()),
        "province": made.texts(province.name if province else None for province in provinces),
        "province_pcode": made.texts(unit.parent_pcode for unit in units),
        "population_2008": made.numbers(one.people for one in people),
        "population_2008_of": made.texts(made.joined(one.together) for one in people),
        "people_per_km2": made.numbers(one.per_km2 for one in people),
        "area_km2": made.shares(areas),
    }


def _setbacks(
    announcements: Iterable[Announcement], loose: Iterable[Report], units: Mapping[str, Unit]
) -> dict[str, Report]:
    """P-code of a polygon -> the last setback in it."""
    attached = (report for one in announcements for report in one.setbacks)
    found: dict[str, Report] = {}
    for report in sorted((*attached, *loose), key=time_order):
        unit = units.get(report.event.pcode or "")
        if unit and unit.level > 1:
            found[unit.polygon_pcode] = report
    return found
