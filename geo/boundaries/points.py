"""Sites with coordinates -> the county that each lies in, and what of it disagrees with its row."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.boundaries.chosen import Ground
from geo.boundaries.shipped import county_shapes
from geo.models import Note, SitePoint, Unit

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

KOREA = (32.0, 120.0, 46.0, 136.0)
"""South, west, north and east of where a point can be meant at all, in degrees."""
NEAR_KM = 25.0
"""Points in no county are drawn up to this far from the nearest."""
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class LocatedPoint:
    """A site with coordinates, and the county that it lies in."""

    point: SitePoint
    pcode: str
    """Polygon that it lies in; empty if it lies in none."""
    is_drawn: bool
    """Not if it lies far from the country, or its coordinates cannot be what is meant."""
    doubts: tuple[Note, ...] = ()
    """What a reader should know: its row names another county, it lies outside, latitude and longitude look
    swapped."""


def locate_points(points: Iterable[SitePoint], ground: Ground) -> tuple[LocatedPoint, ...]:
    """
    The county of each point, by the lines that the map is drawn with; nothing is resolved by it.

    The lines are approximate: how far a point lies from the county that its row names is told, too.
    """
    listed = tuple(points)
    if not listed:
        return ()
    units, shapes = ground.gazetteer.units, _shapes_of(ground)
    here = _polygons_of(listed, shapes)
    return tuple(_located(one, pcode, shapes, units) for one, pcode in zip(listed, here, strict=True))


def _shapes_of(ground: Ground) -> dict[str, BaseGeometry]:
    """P-code -> polygon that the map is drawn with."""
    if ground.layer is None:
        return county_shapes()
    return dict(zip(map(str, ground.layer.index), ground.layer.geometry, strict=True))


def _polygons_of(points: Sequence[SitePoint], shapes: Mapping[str, BaseGeometry]) -> list[str]:
    """P-code of the polygon that each point lies in, the first of them on a line; empty for none."""
    import shapely

    pcodes, found = list(shapes), [""] * len(points)
    dots = shapely.points([(one.lon, one.lat) for one in points])
    tree = shapely.STRtree(list(shapes.values()))
    for at, polygon in sorted(tree.query(dots, predicate="intersects").T.tolist()):
        found[at] = found[at] or pcodes[polygon]
    return found


def _located(
    point: SitePoint, pcode: str, shapes: Mapping[str, BaseGeometry], units: Mapping[str, Unit]
) -> LocatedPoint:
    """One point with what is doubtful of it."""
    if not _is_korea(point.lat, point.lon):
        key = "point-swapped" if _is_korea(point.lon, point.lat) else "point-far"
        return LocatedPoint(point, "", False, (Note(key),))
    if pcode:
        return LocatedPoint(point, pcode, True, tuple(_differs(point, pcode, shapes, units)))
    near = min(shapes, key=lambda code: _km(point, shapes[code]))
    km = _km(point, shapes[near])
    outside = Note("point-outside", (("county", _name(near, units)), ("km", _rounded(km))))
    return LocatedPoint(point, "", km <= NEAR_KM, (outside, *_differs(point, near, shapes, units)))


def _differs(
    point: SitePoint, pcode: str, shapes: Mapping[str, BaseGeometry], units: Mapping[str, Unit]
) -> Iterator[Note]:
    """That the row names another county, or a name that is not clear."""
    if not point.pcode:
        if point.named:
            yield Note("point-unclear", (("named", point.named),))
        return
    unit = units.get(point.pcode)
    if unit is None or pcode in (unit.pcode, unit.polygon_pcode) or units[pcode].parent_pcode == unit.pcode:
        return
    polygon = unit.polygon_pcode
    km = _rounded(_km(point, shapes[polygon])) if polygon in shapes else "?"
    yield Note("point-differs", (("named", _name(point.pcode, units)), ("km", km)))


def _name(pcode: str, units: Mapping[str, Unit]) -> dict[str, str]:
    """A unit in both languages."""
    unit = units[pcode]
    return {"en": unit.name, "ko": unit.hangul + unit.hangul_suffix}


def _is_korea(lat: float, lon: float) -> bool:
    south, west, north, east = KOREA
    return south <= lat <= north and west <= lon <= east


def _km(point: SitePoint, shape: BaseGeometry) -> float:
    """Kilometres from a point to a polygon, good to a percent within some hundred."""
    from shapely import Point
    from shapely.ops import nearest_points

    squeeze = math.cos(math.radians(point.lat))
    _, near = nearest_points(Point(point.lon, point.lat), shape)
    return math.hypot((near.x - point.lon) * squeeze, near.y - point.lat) * _KM_A_DEGREE


def _rounded(km: float) -> str:
    """Kilometres as they are told."""
    return f"{km:.1f}" if km < 10 else f"{km:.0f}"
