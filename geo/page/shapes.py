"""
The polygons of a view as paths of one inline SVG, which is the map's only geometry.

Coordinates are Web Mercator (EPSG:3857) in pixels of zoom level 10, some 120 m of ground each, counted from
the north-west corner of the counties: x to the east, y to the south, whole numbers. Lines between units are
rounded once, so neighbours share them exactly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

import shapely

from geo.boundaries import Degrees, Topology, arc_numbers, arcs_in_degrees, geometries, polygons_of, stitched

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

ZOOM = 10
WORLD = 256 * 2**ZOOM
"""Width of the world in pixels of that zoom level."""
LAND_SCALE = 8
"""Neighbouring land is drawn in units so many times as large."""
COARSE = 4
"""Units, some 500 m of ground."""
MARGIN = 100
"""Of the drawing at rest around the counties, in its units."""

Point = tuple[int, int]
Line = Sequence[Point]


def mercator(lat: float, lon: float) -> tuple[float, float]:
    """x and y in pixels of the world from WGS84 degrees."""
    x = (lon + 180) / 360
    y = 0.5 - math.asinh(math.tan(math.radians(lat))) / math.tau
    return x * WORLD, y * WORLD


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the drawing's coordinates begin, in pixels of the world, and how large the counties are."""

    left: int
    top: int
    width: int
    height: int

    def place(self, lat: float, lon: float, scale: int = 1) -> Point:
        """Position in the drawing of a point in WGS84 degrees."""
        x, y = mercator(lat, lon)
        return round((x - self.left) / scale), round((y - self.top) / scale)

    @property
    def view_box(self) -> str:
        """The whole country with a margin, as an SVG takes it."""
        return f"{-MARGIN} {-MARGIN} {self.width + 2 * MARGIN} {self.height + 2 * MARGIN}"


def frame_of(bounds: Sequence[Sequence[float]]) -> Frame:
    """The frame around [[south, west], [north, east]] in degrees."""
    (south, west), (north, east) = bounds
    left, top = mercator(north, west)
    right, bottom = mercator(south, east)
    return Frame(math.floor(left), math.floor(top), math.ceil(right - left), math.ceil(bottom - top))


@dataclass(frozen=True)
class Shapes:
    """The polygons and lines of a view in a frame."""

    topology: Topology
    context: Topology
    frame: Frame
    coarse: bool = False
    """Whether lines are drawn to `COARSE` units only, for a small file."""

    @cached_property
    def counties(self) -> list[tuple[str, str]]:
        """P-code (empty for land of no unit) and path of each county."""
        drawn = list(geometries(self.topology, "counties"))
        turned = turned_about([list(arc_references(one)) for one in drawn], list(map(len, self._arcs)))
        return [
            (geometry["properties"]["pcode"], polygon_path(geometry, self._arcs, turn))
            for geometry, turn in zip(drawn, turned, strict=True)
        ]

    @cached_property
    def polygons(self) -> dict[str, BaseGeometry]:
        """P-code -> polygon, to be measured; those of no unit are left out."""
        shapes = {}
        for one in geometries(self.topology, "counties"):
            rings = [[stitched(ring, self._arcs) for ring in polygon] for polygon in polygons_of(one)]
            parts = [(outer, [hole for hole in holes if len(hole) > 3]) for outer, *holes in rings]
            whole = shapely.MultiPolygon([part for part in parts if len(part[0]) > 3])
            shapes[str(one["properties"]["pcode"] or "")] = shapely.make_valid(whole)
        shapes.pop("", None)
        return shapes

    @cached_property
    def land(self) -> str:
        """Path of the neighbouring land, in units of `LAND_SCALE`."""
        arcs = absolute_arcs(self.context, self.frame, LAND_SCALE)
        return "".join(polygon_path(land, arcs) for land in geometries(self.context, "land"))

    def lines(self, kind: str) -> str:
        """Path of the `outline` of the country, of `province` lines or of `doubtful` ones."""
        return "".join(line_path(self._arcs[index]) for index in self._line_arcs[kind])

    @cached_property
    def _arcs(self) -> list[Line]:
        arcs = absolute_arcs(self.topology, self.frame)
        return [_coarse(arc) for arc in arcs] if self.coarse else arcs

    @cached_property
    def _line_arcs(self) -> dict[str, list[int]]:
        """Kind of line -> its arcs, each once, in the order of the counties."""
        doubtful = {i for line in geometries(self.topology, "doubtful") for i in arc_numbers(line)}
        sides: dict[int, list[str]] = {}
        for geometry in geometries(self.topology, "counties"):
            province = geometry["properties"].get("province_pcode") or ""
            for index in arc_numbers(geometry):
                sides.setdefault(index, []).append(province)
        between = {i for i, names in sides.items() if len(set(filter(None, names))) > 1}
        return {
            "outline": [i for i, names in sides.items() if len(names) == 1],
            "province": [i for i in sides if i in between - doubtful],
            "doubtful": [i for i in sides if i in doubtful],
        }


def absolute_arcs(topology: Topology, frame: Frame, scale: int = 1) -> list[Line]:
    """The arcs of a quantised topology in a frame, without points where the line does not turn."""
    return [_placed(arc, frame, scale) for arc in arcs_in_degrees(topology)]


def _coarse(line: Line) -> Line:
    """The line on a grid of `COARSE` units, without points that are no farther from it; rings stay rings."""
    on_grid = [tuple(COARSE * round(value / COARSE) for value in point) for point in line]
    points = shapely.get_coordinates(shapely.simplify(shapely.linestrings(on_grid), COARSE))
    fewer = [(int(x), int(y)) for x, y in points]
    apart = [fewer[0], *(here for before, here in pairwise(fewer) if here != before)]
    is_ring = line[0] == line[-1]
    return apart if len(apart) > (3 if is_ring else 1) else line


def _placed(arc: Sequence[Degrees], frame: Frame, scale: int) -> Line:
    """One arc, projected."""
    points = [frame.place(lat, lon, scale) for lon, lat in arc]
    kept = [points[0], *(here for before, here in pairwise(points) if here != before)]
    bends = [
        here
        for before, here, after in zip(kept, kept[1:], kept[2:], strict=False)
        if _turns(before, here, after)
    ]
    return [kept[0], *bends, kept[-1]]


def _turns(before: Point, here: Point, after: Point) -> bool:
    """Whether a line does not go straight on at a point."""
    (dx, dy), (ex, ey) = (here[0] - before[0], here[1] - before[1]), (after[0] - here[0], after[1] - here[1])
    return dx * ey != dy * ex or dx * ex + dy * ey < 0


def arc_references(geometry: Topology) -> Iterator[int]:
    """The arcs of a polygon or several, in the order of their rings; one that runs backwards is negative."""
    for rings in polygons_of(geometry):
        for ring in rings:
            yield from ring


def turned_about(polygons: Sequence[Sequence[int]], lengths: Sequence[int]) -> list[bool]:
    """
    Which polygons to draw the other way round, so that most lines between two run the same way in both.

    A line that is written twice alike is compressed to one. Each polygon in turn is turned if that makes more
    of its lines, by their `lengths`, agree, until none is.

    >>> turned_about([[0, 1], [~0, 2]], [9, 9, 9])
    [True, False]
    """
    sides: dict[int, list[tuple[int, bool]]] = {}
    for number, references in enumerate(polygons):
        for reference in references:
            index = reference if reference >= 0 else ~reference
            sides.setdefault(index, []).append((number, reference >= 0))
    agreement: list[dict[int, int]] = [{} for _ in polygons]
    for index, uses in sides.items():
        for (one, forward), (other, also) in permutations(uses, 2):
            gain = lengths[index] if forward == also else -lengths[index]
            agreement[one][other] = agreement[one].get(other, 0) + gain
    turned, changed = [False] * len(polygons), True
    while changed:
        changed = False
        for one, others in enumerate(agreement):
            agreed = sum(gain if turned[one] == turned[two] else -gain for two, gain in others.items())
            if agreed < 0:
                turned[one], changed = not turned[one], True
    return turned


def polygon_path(geometry: Topology, arcs: Sequence[Line], turned: bool = False) -> str:
    """The path of a polygon or several; rings that have shrunk to a line are left out, unless all have."""
    step = -1 if turned else 1
    rings = [stitched(ring, arcs)[:-1][::step] for rings in polygons_of(geometry) for ring in rings]
    drawn = [ring for ring in rings if len(set(ring)) > 2] or rings
    return "".join(f"{_relative(ring)}z" for ring in drawn if ring)


def line_path(line: Line) -> str:
    """The path of a line."""
    return _relative(line)


def _relative(line: Iterable[Point]) -> str:
    """An absolute start, then steps; a minus sign parts numbers as well as a space does."""
    (x, y), *rest = line
    steps = [f"M{x} {y}l"]
    for to_x, to_y in rest:
        steps.append(f"{to_x - x} {to_y - y}")
        x, y = to_x, to_y
    return " ".join(steps).replace("l ", "l").replace(" -", "-")
