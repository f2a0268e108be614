"""
County, province and context polygons, read from the shipped TopoJSON files on first use.

All coordinates are WGS84 longitude, latitude in degrees (EPSG:4326); only `label_point` answers latitude
first, as Leaflet wants it. Outer rings run counter-clockwise, holes clockwise (RFC 7946). Lines are good to a
few hundred metres at best and some are off by kilometres (`doubtful_lines`): they are for drawing. A place
is resolved by its name, never by testing whether a point falls into a polygon.
"""

from __future__ import annotations

import json
import math
from functools import cache
from typing import TYPE_CHECKING, Any

from geo.boundaries.topojson import decode_topology
from geo.errors import DataError, PlaceNotFoundError
from geo.text import data_text, needed

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

COUNTIES = "counties.topojson"
CONTEXT = "context.topojson"


def counties_topology() -> dict[str, Any]:
    """
    The county file as it ships: TopoJSON with the objects `counties`, `provinces` and `doubtful`, which
    share their arcs. The caller owns the dict.
    """
    return _topology(COUNTIES)


def context_topology() -> dict[str, Any]:
    """
    Neighbouring land as TopoJSON with the one object `land`, to be drawn beneath the counties. The caller
    owns the dict.
    """
    return _topology(CONTEXT)


def county_layer() -> GeoDataFrame:
    """
    The 179 county-level polygons, by P-code, with `province_pcode` (parent of today) and `area_km2` (of the
    unsimplified source, equal-area). Pyongyang KP1001, Nampho KP1102 and Rason KP0201 stand for their wards.
    """
    return _layer(COUNTIES, "counties").set_index("pcode")


def county_shapes() -> dict[str, BaseGeometry]:
    """The same polygons by P-code as shapely geometries, without a GeoDataFrame."""
    return {
        properties["pcode"]: shape for properties, shape in decode_topology(_topology(COUNTIES), "counties")
    }


def province_layer() -> GeoDataFrame:
    """The 13 first-level units by P-code, dissolved from the counties: every line is a county line."""
    return _layer(COUNTIES, "provinces").set_index("pcode")


def doubtful_lines() -> GeoDataFrame:
    """County lines known to be wrong, some by kilometres: `pcodes` (list of the two units) and `reason`."""
    return _layer(COUNTIES, "doubtful")


def context_land() -> GeoDataFrame:
    """
    Neighbouring countries by `name`. Their land runs on beneath the counties for some kilometres, so that no
    strip of sea shows between two sources; it says nothing about the course of the border.
    """
    return _layer(CONTEXT, "land").set_index("name")


@cache
def label_point(pcode: str) -> tuple[float, float]:
    """
    (latitude, longitude) of the point deepest inside the largest part of a county or province, to about 1 %
    of its width, rounded to 5 decimals (about 1 m). PlaceNotFoundError if it has no polygon.
    """
    shape = _polygons().get(pcode)
    if shape is None:
        raise PlaceNotFoundError(f"{pcode}: no county or province polygon; use the seat of the unit")
    return deepest_point(shape)


def deepest_point(shape: BaseGeometry) -> tuple[float, float]:
    """The point of `label_point` for any polygon or multipolygon in WGS84 degrees."""
    import shapely
    from shapely.ops import polylabel

    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    squeeze = math.cos(math.radians(largest.centroid.y))
    upright = shapely.transform(largest, lambda xy: xy * (squeeze, 1.0))
    point = polylabel(upright, tolerance=math.sqrt(upright.area) / 100)
    return round(point.y, 5), round(point.x / squeeze, 5)


def _topology(name: str) -> dict[str, Any]:
    try:
        topology: dict[str, Any] = json.loads(data_text(name))
    except ValueError as error:
        raise DataError(f"{name} of the installed package is damaged. Install factorymap again.") from error
    return topology


def _layer(file: str, name: str) -> GeoDataFrame:
    needed("A GeoDataFrame", "gis", "geopandas")
    from geopandas import GeoDataFrame

    properties, shapes = zip(*decode_topology(_topology(file), name), strict=True)
    return GeoDataFrame(list(properties), geometry=list(shapes), crs="EPSG:4326")


@cache
def _polygons() -> dict[str, BaseGeometry]:
    topology = counties_topology()
    features = decode_topology(topology, "provinces") + decode_topology(topology, "counties")
    return {properties["pcode"]: shape for properties, shape in features}
