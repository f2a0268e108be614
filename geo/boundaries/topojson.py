"""
TopoJSON, read and written: polygons whose neighbours share their lines (arcs).

A geometry names its arcs by number, and `~number` is one that is run through backwards. Coordinates are WGS84
longitude, latitude in degrees, kept as whole steps of a grid. What is written here cuts a ring where its pair
of neighbours changes, so that each arc parts exactly two areas, or one from the sea: the page tells borders
of counties, of provinces and the shore by who uses an arc.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from geo.errors import DataError

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Topology = Mapping[str, Any]
Json = dict[str, Any]
Degrees = tuple[float, float]
"""(longitude, latitude)."""
Corner = TypeVar("Corner")
Point = tuple[int, int]
Ring = list[Point]
"""Corners in grid steps, the first not repeated."""

GRID_DEGREES = 0.0001
"""Step of the grid that coordinates are rounded to: about 10 m."""
LEAST = 3
"""So few corners have no area."""


def arcs_in_degrees(topology: Topology) -> list[list[Degrees]]:
    """The arcs of a quantised topology, summed up from their differences."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [[(x * kx + dx, y * ky + dy) for x, y in accumulate(arc, _further)] for arc in topology["arcs"]]


def _further(at: Sequence[int], step: Sequence[int]) -> Point:
    return at[0] + step[0], at[1] + step[1]


def geometries(topology: Topology, name: str) -> list[Json]:
    """The geometries of an object of a topology; none if it has no such object."""
    found = topology["objects"].get(name)
    if not found:
        return []
    return list(found["geometries"]) if "geometries" in found else [found]


def polygons_of(geometry: Topology) -> list[list[list[int]]]:
    """The polygons of a geometry, each as rings of arc numbers, the outer one first; none without arcs."""
    arcs = geometry.get("arcs", [])
    return [rings for rings in (arcs if geometry.get("type") == "MultiPolygon" else [arcs]) if rings]


def arc_numbers(geometry: Topology) -> Iterator[int]:
    """The arcs of a geometry of any type, without their direction, each as often as it is used."""
    deeper: list[Any] = [geometry.get("arcs", [])]
    while deeper:
        item = deeper.pop()
        if isinstance(item, int):
            yield ~item if item < 0 else item
        else:
            deeper.extend(reversed(item))


def stitched(numbers: Iterable[int], arcs: Sequence[Sequence[Corner]]) -> list[Corner]:
    """One line from its arcs; a joint is written once."""
    line: list[Corner] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line.extend(arc[1:] if line else arc)
    return line


def decode_topology(topology: Topology, name: str) -> list[tuple[Json, BaseGeometry]]:
    """
    Properties and shapely geometry of each feature of one object of a quantised topology.

    Shared arcs give bit-equal coordinates. Polygons and multi-part polygons and lines are known; anything
    else is a DataError.
    """
    from shapely.geometry import shape

    arcs = arcs_in_degrees(topology)
    return [
        (
            feature.get("properties", {}),
            shape({"type": feature["type"], "coordinates": _coordinates(feature, arcs)}),
        )
        for feature in geometries(topology, name)
    ]


def _coordinates(feature: Json, arcs: list[list[Degrees]]) -> list[Any]:
    """GeoJSON coordinates of a TopoJSON geometry."""
    if feature["type"] == "MultiLineString":
        return [stitched(line, arcs) for line in feature["arcs"]]
    if feature["type"] not in ("Polygon", "MultiPolygon"):
        raise DataError(f"TopoJSON type {feature['type']!r}: known are polygons and MultiLineString")
    polygons = [[stitched(ring, arcs) for ring in rings] for rings in polygons_of(feature)]
    return polygons if feature["type"] == "MultiPolygon" else polygons[0]


def encode_topology(areas: Sequence[tuple[Mapping[str, Any], Any]]) -> Json:
    """
    TopoJSON of areas, given as (properties, valid polygon in WGS84 degrees), none of which overlap.

    The objects are `counties`, in the order given; `provinces`, the lines around the areas of one
    `province_pcode`; and `doubtful`, which is empty. Parts smaller than the grid are left out.
    """
    west, south = _corner(shape for _, shape in areas)
    drawn = [_polygons(shape, west, south) for _, shape in areas]
    arcs = _Arcs(ring for polygons in drawn for rings in polygons for ring in rings)
    counties = [
        _geometry(properties, [[arcs.cut(ring) for ring in rings] for rings in polygons])
        for (properties, _), polygons in zip(areas, drawn, strict=True)
    ]
    return {
        "type": "Topology",
        "objects": {
            "counties": _collection(counties),
            "provinces": _collection(_outlines(counties)),
            "doubtful": _collection([]),
        },
        "arcs": [_deltas(arc) for arc in arcs.lines],
        "transform": {
            "scale": [GRID_DEGREES, GRID_DEGREES],
            "translate": [round(at * GRID_DEGREES, 4) for at in (west, south)],
        },
    }


class _Arcs:
    """The lines between the points where three lines meet or one ends, each once."""

    def __init__(self, rings: Iterable[Ring]) -> None:
        beside: dict[Point, set[Point]] = {}
        for ring in rings:
            for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
                beside.setdefault(one, set()).add(other)
                beside.setdefault(other, set()).add(one)
        self._nodes = {point for point, others in beside.items() if len(others) != 2}
        self._numbers: dict[tuple[Point, ...], int] = {}

    @property
    def lines(self) -> Iterable[tuple[Point, ...]]:
        """All lines so far, by number."""
        return self._numbers

    def cut(self, ring: Ring) -> list[int]:
        """Numbers of the lines that make a ring; `~number` is a line backwards."""
        first = next((at for at, point in enumerate(ring) if point in self._nodes), ring.index(min(ring)))
        turned = [*ring[first:], *ring[: first + 1]]
        ends = [at for at, point in enumerate(turned) if point in self._nodes][1:-1]
        starts = [0, *ends]
        return [
            self._number(tuple(turned[start : end + 1]))
            for start, end in zip(starts, [*ends, len(turned) - 1], strict=True)
        ]

    def _number(self, line: tuple[Point, ...]) -> int:
        """The number of a line, new or known; of a known one backwards, its complement."""
        back = line[::-1]
        if back in self._numbers and line != back:
            return ~self._numbers[back]
        return self._numbers.setdefault(line, len(self._numbers))


def _corner(shapes: Iterable[Any]) -> Point:
    """The grid point below and left of everything."""
    import shapely

    west, south, _, _ = shapely.total_bounds(list(shapes)).tolist()
    return int(west // GRID_DEGREES), int(south // GRID_DEGREES)


def _polygons(shape: Any, west: int, south: int) -> list[list[Ring]]:
    """Polygons of a shape as rings on the grid: outer ones counter-clockwise, holes clockwise."""
    import shapely

    parts = shapely.get_parts(shapely.orient_polygons(shape))
    made = ([_on_grid(ring, west, south) for ring in (part.exterior, *part.interiors)] for part in parts)
    return [
        [outer, *(hole for hole in holes if len(hole) >= LEAST)]
        for outer, *holes in made
        if len(outer) >= LEAST
    ]


def _on_grid(ring: Any, west: int, south: int) -> Ring:
    """A ring in grid steps, without points that fall together."""
    steps = [(round(x / GRID_DEGREES) - west, round(y / GRID_DEGREES) - south) for x, y in ring.coords]
    points = [point for point, following in pairwise(steps) if point != following]
    return points if len(set(points)) >= LEAST else []


def _geometry(properties: Mapping[str, Any], polygons: list[list[list[int]]]) -> Json:
    if len(polygons) == 1:
        return {"type": "Polygon", "arcs": polygons[0], "properties": dict(properties)}
    return {"type": "MultiPolygon", "arcs": polygons, "properties": dict(properties)}


def _collection(geometries: list[Json]) -> Json:
    return {"type": "GeometryCollection", "geometries": geometries}


def _outlines(counties: Iterable[Json]) -> list[Json]:
    """For each province the lines that are not between two of its areas."""
    uses: dict[str, dict[int, int]] = {}
    for county in counties:
        of_province = uses.setdefault(county["properties"]["province_pcode"], {})
        for number in arc_numbers(county):
            of_province[number] = of_province.get(number, 0) + 1
    return [
        {
            "type": "MultiLineString",
            "arcs": [[number] for number, times in sorted(lines.items()) if times == 1],
            "properties": {"pcode": pcode},
        }
        for pcode, lines in sorted(uses.items())
        if pcode
    ]


def _deltas(arc: tuple[Point, ...]) -> list[list[int]]:
    """The first point, then from each to the next."""
    steps = ((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(arc))
    return [list(arc[0]), *map(list, steps)]
