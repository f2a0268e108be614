"""The polygons and lines of a topology, on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.boundaries import Topology, arc_numbers, geometries, polygons_of
from geo.labels import Box
from geo.pictures.plane import Plane, arcs_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

FINEST_MM = 0.06
"""Less than a dot at 300 dpi, about 200 m: nobody sees a line move by that."""

Rings = list["NDArray[Any]"]


@dataclass(frozen=True, slots=True)
class LineKinds:
    """Border lines, each once, by what they part."""

    county: Rings
    """Between counties of one province, none of which has a stage or stripes."""
    marked: Rings
    """Between counties of one province, at least one of which has a stage or stripes."""
    province: Rings
    outline: Rings
    doubtful: Rings


@dataclass(frozen=True, slots=True)
class DrawnGround:
    """A topology on the page."""

    counties: Mapping[str, Rings]
    """P-code -> rings of the polygon of each county that has a stage."""
    lines: LineKinds
    shapes: Mapping[str, BaseGeometry]
    """P-code -> polygon, for what has to be measured."""
    whole: BaseGeometry
    """All polygons as one."""


def ground_of(
    topology: Topology, plane: Plane, staged: frozenset[str], striped: frozenset[str] = frozenset()
) -> DrawnGround:
    """The counties of a topology; P-codes say which have a stage, and which are striped."""
    arcs = _finest(plane.place_all(arcs_of(topology)))
    polygons = [
        (str(one["properties"]["pcode"]), _polygons(one, arcs)) for one in geometries(topology, "counties")
    ]
    shapes = [(pcode, _shape(parts)) for pcode, parts in polygons]
    return DrawnGround(
        counties={
            pcode: [ring for rings in parts for ring in rings if len(ring) > 2]
            for pcode, parts in polygons
            if pcode in staged
        },
        lines=_border_lines(topology, arcs, staged | striped),
        shapes={pcode: shape for pcode, shape in shapes if pcode},
        whole=shapely.union_all([shape for _, shape in shapes]),
    )


def land_of(topology: Topology, plane: Plane, frame: Box) -> dict[str, BaseGeometry]:
    """Name -> neighbouring land, cut to a frame; what does not reach into it is left out."""
    arcs = plane.place_all(arcs_of(topology))
    land = {}
    for one in geometries(topology, "land"):
        seen = shapely.intersection(_shape(_polygons(one, arcs)), frame.shape)
        if seen.area:
            land[str(one["properties"]["name"])] = seen
    return land


def rings_of(shape: BaseGeometry) -> Rings:
    """The rings of all polygons in a geometry."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return [np.asarray(ring.coords)[:-1] for part in parts for ring in (part.exterior, *part.interiors)]


def stripes(shape: BaseGeometry, step: float) -> Rings:
    """Rising lines across a geometry, so many millimetres apart."""
    left, bottom, right, top = shape.bounds
    height, across = top - bottom, step * 2**0.5
    first = np.floor((left - height - bottom) / across) * across + bottom
    starts = np.arange(first, right, across)
    lines = shapely.linestrings([[(x, bottom), (x + height, top)] for x in starts])
    cut = shapely.get_parts(shapely.intersection(lines, shape))
    return [np.asarray(line.coords) for line in shapely.get_parts(cut) if line.length]


def _finest(arcs: Sequence[NDArray[Any]]) -> Rings:
    """Arcs without the points that nobody would miss; their ends stay, so that they still meet."""
    if not arcs:
        return []
    lines = shapely.linestrings(
        np.vstack(arcs), indices=np.repeat(np.arange(len(arcs)), list(map(len, arcs)))
    )
    points, owners = shapely.get_coordinates(shapely.simplify(lines, FINEST_MM), return_index=True)
    fine = np.split(points, np.flatnonzero(np.diff(owners)) + 1)
    return [
        arc if closed and len(less) < 4 else less
        for arc, less, closed in zip(arcs, fine, shapely.is_closed(lines), strict=True)
    ]


def _polygons(geometry: Topology, arcs: Sequence[NDArray[Any]]) -> list[Rings]:
    """The rings of each polygon of a geometry, the outer one first, not closed."""
    return [[_ring(numbers, arcs) for numbers in rings] for rings in polygons_of(geometry)]


def _ring(numbers: Iterable[int], arcs: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """One ring from its arcs; `~i` is arc i backwards."""
    return np.vstack([(arcs[i] if i >= 0 else arcs[~i][::-1])[:-1] for i in numbers])


def _shape(polygons: Iterable[Rings]) -> BaseGeometry:
    """A valid geometry of polygons."""
    parts = [
        shapely.Polygon(outer, [hole for hole in holes if len(hole) > 2])
        for outer, *holes in polygons
        if len(outer) > 2
    ]
    return shapely.make_valid(shapely.MultiPolygon(parts))


def _border_lines(topology: Topology, arcs: Sequence[NDArray[Any]], marked: frozenset[str]) -> LineKinds:
    """The arcs of the counties, sorted."""
    sides: dict[int, list[Mapping[str, Any]]] = {}
    for one in geometries(topology, "counties"):
        for index in arc_numbers(one):
            sides.setdefault(index, []).append(one["properties"])
    doubtful = {index for one in geometries(topology, "doubtful") for index in arc_numbers(one)}
    lines = LineKinds([], [], [], [], [])
    for index, units in sides.items():
        provinces = {unit.get("province_pcode") for unit in units} - {None, ""}
        if index in doubtful:
            kind = lines.doubtful
        elif len(units) == 1 or len(provinces) > 1:
            kind = lines.outline if len(units) == 1 else lines.province
        else:
            kind = lines.marked if any(unit["pcode"] in marked for unit in units) else lines.county
        kind.append(arcs[index])
    return lines
