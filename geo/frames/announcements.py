"""The announcements of a run as a layer of points, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.boundaries import Ground, OwnBoundaries, ground_of
from geo.frames import columns as made
from geo.frames.cod import named
from geo.models import Announcement, Run
from geo.projects import county_pcode_of
from geo.view import mark_of, people_of, polygon_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from pandas import Series

PLACES = ("site", "town", "county", "city", "province", "ambiguous", "unknown")


def announcements_frame(
    run: Run, *, boundaries: OwnBoundaries | Ground | None = None, columns: str = "own"
) -> GeoDataFrame:
    """
    One point for each announcement, indexed by its `id`; EPSG:4326, longitude first.

    The point lies inside the county (`place_precision` says how well the place is known) and is null where
    only a province, or not even that, is known. Each date has four columns (`completed_on`, `_from`,
    `_until`, `_precision`); `stage` is an ordered category, `campaign` a year. Several texts of one cell
    stand with ` | ` between them.

    Raises
    ------
    InputError
        If the boundaries cannot be used, or `columns` is neither `own` nor `cod` (OCHA's names).
    """
    made.check_installed()
    ground = ground_of(boundaries)
    units, every = ground.gazetteer.units, run.announcements
    counties = [units.get(county_pcode_of(one.pcode, units) or "") for one in every]
    provinces = [_province_pcode(one, ground) for one in every]
    quoted = [dict.fromkeys((r.event.words, r.label) for r in one.reports) for one in every]
    held = [people_of(unit.pcode, units).people if unit else None for unit in counties]
    table = {
        "pcode": made.texts(one.pcode for one in every),
        "county_pcode": made.texts(unit.pcode if unit else None for unit in counties),
        "county": made.texts(
            unit.name if unit else None if one.place_precision == "province" else one.name
            for one, unit in zip(every, counties, strict=True)
        ),
        "county_ko": made.texts(
            unit.hangul + unit.hangul_suffix if unit else one.name_ko
            for one, unit in zip(every, counties, strict=True)
        ),
        "province": made.texts(one.province for one in every),
        "province_pcode": made.texts(provinces),
        "polygon_pcode": made.texts(polygon_of(one, units) for one in every),
        "campaign": made.years(one.campaign for one in every),
        "facility": made.category((one.facility for one in every), made.FACILITY_NAMES),
        "stage": made.category((one.stage for one in every), made.STAGE_ORDER, ordered=True),
        **_stage_dates(run),
        **made.dates("first_reported", ([one.first_reported_on] for one in every)),
        **made.dates("last_reported", ([one.last_reported_on] for one in every)),
        "place_precision": made.category((one.place_precision for one in every), PLACES),
        "confidence": made.shares(one.confidence for one in every),
        "conflict": made.texts(one.conflict for one in every),
        "candidates": made.texts(made.joined(place.pcode for place in one.candidates) for one in every),
        "n_sources": made.numbers(one.n_sources for one in every),
        "n_origins": made.numbers(one.n_origins for one in every),
        "origins": made.texts(made.joined(one.origins) for one in every),
        "source_urls": made.texts(
            made.joined(dict.fromkeys(r.url for r in one.reports if r.url)) for one in every
        ),
        "evidence": made.texts(made.joined(words for words, _ in pairs) for pairs in quoted),
        "evidence_origin": made.texts(made.joined(label for _, label in pairs) for pairs in quoted),
        "decision": made.texts(one.decision for one in every),
        "setback": made.category(
            (one.setbacks[-1].event.stage if one.setbacks else None for one in every), made.SETBACK_NAMES
        ),
        **made.dates("setback", ([r.event.date for r in one.setbacks[-1:]] for one in every)),
        "population_2008": made.numbers(held),
    }
    marks = made.points(mark_of(one, units, ground.shapes) for one in every)
    return named(made.layer("id", (one.id for one in every), table, marks), columns)


def _stage_dates(run: Run) -> dict[str, Series]:
    """The columns of the dates of every stage."""
    found: dict[str, Series] = {}
    for stage in made.DATED_STAGES:
        days = ([day for told, day in one.stage_dates if told == stage] for one in run.announcements)
        found |= made.dates(stage, days)
    return found


def _province_pcode(one: Announcement, ground: Ground) -> str | None:
    """P-code of the first-level unit of a place that is known."""
    known = one.pcode in ground.gazetteer.units
    return ground.gazetteer.province_of(one.pcode).pcode if one.pcode and known else None
