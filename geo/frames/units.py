"""The gazetteer as a layer of points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.frames import columns as made
from geo.places import load_gazetteer

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

_TEXTS = (
    *("parent_pcode", "name", "name_mr", "name_rr", "hangul", "hangul_rok", "hangul_suffix", "hanja"),
    *("seat_quality", "polygon_pcode", "note"),
)


def units() -> GeoDataFrame:
    """
    Every unit of the gazetteer, indexed by `pcode`: a point at its seat, or null where none is known.

    EPSG:4326, longitude first. `level` 1 are provinces, 2 counties, cities and wards, 3 what lies below;
    `people` those of the census of 2008.
    """
    made.check_installed()
    every = list(load_gazetteer().units.values())
    table = {
        "level": made.numbers(unit.level for unit in every),
        "type": made.category((unit.type for unit in every), ()),
        "status": made.category((unit.status for unit in every), ()),
        "province": made.texts(load_gazetteer().province_of(unit.pcode).name for unit in every),
        **{name: made.texts(getattr(unit, name) for unit in every) for name in _TEXTS},
        "people": made.numbers(unit.people for unit in every),
        "people_of": made.texts(made.joined(unit.people_of) for unit in every),
    }
    return made.layer(
        "pcode", (unit.pcode for unit in every), table, made.points(unit.seat for unit in every)
    )
