"""The map itself: land, counties by stage, lines, marks, names and a scale bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from geo.boundaries import geometries
from geo.labels import Box, PlacedName, Point, Terrain, Wanted, height_mm, place_names, told_apart
from geo.models import STAGES
from geo.pictures.drawing import Canvas
from geo.pictures.extras import draw_layers, draw_points
from geo.pictures.ground import DrawnGround, ground_of, land_of, rings_of, stripes
from geo.pictures.plane import Plane, arcs_of, fit
from geo.pictures.words import Speech
from geo.text import drawable
from geo.view import OTHER_SHAPE, OUTLINE, SHAPE_FILL, CountyView, Look, MapView, ProvinceView, Theme, Words

MARGIN_MM = 5.0
"""Between the country and the frame."""
SIGN_MM = 3.8
"""Size of the 20 units of a shape."""
SIGN_RADIUS_MM = 1.3
SMALLEST_MM2 = 4.0
"""Area of a county from which on its colour is seen around its sign."""
LARGE_MM, SMALLEST_NAME, SMALLEST_SIGN = 150.0, 0.85, 0.5
"""Shorter side of a map from which on names and signs are as large as they get, and how small they become."""
NAMED_FROM_MM = 75.0
"""Shorter side of a map from which on it has names."""
COUNTY_POINTS, PROVINCE_POINTS, LAND_POINTS = 6.2, 6.6, 8.0
STRIPE_MM = 1.1
NUMBERED_MM = 16.0
"""Length of a scale bar from which on its middle has a number, too."""
KILOMETRES = (200, 100, 50, 20, 10, 5)
"""Lengths of a scale bar that are tried."""
ROUNDS = 60
"""So often signs that are too close give way to each other, at most."""


Lettering = tuple[str, float, bool]
"""A text, its size in points, and whether it is bold."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that is reported but has no polygon."""

    name: str
    at: Point
    stage: str


class CountryMap:
    """
    What a view shows of its counties in a frame.

    `widths` are those of every text of `names_on`, in millimetres.
    """

    def __init__(self, view: MapView, words: Speech, frame: Box, widths: Mapping[Lettering, float]) -> None:
        self.view, self.words, self.frame, self._widths = view, words, frame, widths
        side = min(frame.width, frame.height)
        self.is_named = side >= NAMED_FROM_MM
        self.scale = min(1.0, max(SMALLEST_NAME, side / LARGE_MM))
        self.sign_scale = min(1.0, max(SMALLEST_SIGN, side / LARGE_MM))
        self.staged = frozenset(county["pcode"] for county in view["counties"] if county["stage"] is not None)
        spots = np.vstack([*arcs_of(view["topology"]), *([_lonlat(view)] if view["announcements"] else [])])
        self.plane: Plane = fit(spots, frame.grown(-MARGIN_MM))
        self.ground: DrawnGround = ground_of(view["topology"], self.plane, self.staged, candidates_of(view))
        self._without_polygon = places_without_polygon(view, words)
        self._apart = told_apart(view["counties"], view["provinces"])

    @cached_property
    def signs(self) -> dict[str, Point]:
        """P-code -> where the shape of its stage stands."""
        return dict(zip(self._stages, self._spread, strict=False))

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Places of the latest campaign that have no polygon, each with its furthest stage."""
        spots = self._spread[len(self._stages) :]
        return tuple(
            Mark(name, at, stage)
            for ((name, _), stage), at in zip(self._without_polygon.items(), spots, strict=True)
        )

    @cached_property
    def _spread(self) -> list[Point]:
        """Where the signs of counties and then the marks stand, beside each other where it is narrow."""
        signs = [county["label"] for county in self.view["counties"] if county["pcode"] in self._stages]
        marks = [place for _, place in self._without_polygon]
        return spread([self.plane.spot(place) for place in (*signs, *marks)], 2 * self.radius)

    @cached_property
    def radius(self) -> float:
        """Of a sign, in millimetres."""
        return SIGN_RADIUS_MM * self.sign_scale

    @cached_property
    def names(self) -> list[PlacedName]:
        """The names of provinces and of every place with a sign, a mark or stripes; a small map has none."""
        if not self.is_named:
            return []
        candidates = candidates_of(self.view)
        wanted = [self._province(one) for one in self.view["provinces"]]
        wanted += [
            self._county(county) for county in self.view["counties"]
            if county["stage"] is not None or county["pcode"] in candidates
        ]  # fmt: skip
        wanted += [self._wanted(mark.name, mark.at, frozenset()) for mark in self.marks]
        terrain = Terrain(self.ground.shapes, self.staged, self.frame)
        spots = [*self.signs.values(), *(mark.at for mark in self.marks)]
        obstacles = [*(Box(*spot, 0, 0).grown(self.radius) for spot in spots), self.bar_box.grown(1.5)]
        shown = [one for one in wanted if self.frame.holds(Box(*one.at, 0, 0))]
        return list(place_names(shown, obstacles, self.frame.grown(-1), terrain).values())

    @cached_property
    def kilometres(self) -> int:
        """Length of the scale bar."""
        longest = self.frame.width / 4
        return next((km for km in KILOMETRES if km * 1000 * self.plane.mm_per_metre <= longest), 1)

    @cached_property
    def bar_box(self) -> Box:
        """Where the scale bar stands: in the corner of the frame where the fewest counties are."""
        width, height = self.kilometres * 1000 * self.plane.mm_per_metre + 8, 6.0
        inner = self.frame.grown(-3)
        corners = [(inner.right - width, inner.bottom), (inner.left, inner.bottom)]
        corners += [(inner.left, inner.top - height), (inner.right - width, inner.top - height)]
        boxes = [Box(x, y, width, height) for x, y in corners]
        return min(boxes, key=lambda box: box.shape.intersection(self.ground.whole).area)

    def draw(self, drawing: Canvas, theme: Theme, looks: Mapping[str, Look]) -> None:
        """Draw everything, from the sea upwards."""
        drawing.box(self.frame, theme.sea)
        land = land_of(self.view["context"], self.plane, self.frame)
        for shape in land.values():
            drawing.polygon(rings_of(shape), theme.land)
        self._draw_counties(drawing, theme, looks)
        draw_layers(drawing, self.view, self.plane, self.frame)
        self._draw_lines(drawing, theme)
        drawing.box(self.frame, edge=theme.rule)
        self._draw_land_names(drawing, theme, land)
        for pcode, at in self.signs.items():
            self._draw_sign(drawing, looks[self._stages[pcode]], pcode, at)
        for mark in self.marks:
            draw_mark(drawing, looks.get(mark.stage), mark.at)
        draw_points(drawing, self.view, self.plane, self.frame, theme)
        self._draw_names(drawing, theme)
        self._draw_bar(drawing, theme)

    @cached_property
    def _stages(self) -> dict[str, str]:
        return {one["pcode"]: one["stage"] for one in self.view["counties"] if one["stage"] is not None}

    def _draw_counties(self, drawing: Canvas, theme: Theme, looks: Mapping[str, Look]) -> None:
        drawing.polygon(rings_of(self.ground.whole), theme.none, name="country")
        for pcode, rings in self.ground.counties.items():
            drawing.polygon(rings, looks[self._stages[pcode]].fill, name=pcode)
        for pcode in sorted(candidates_of(self.view)):
            if pcode in self.ground.shapes:
                drawing.lines(stripes(self.ground.shapes[pcode], STRIPE_MM), theme.hatch_line, 0.9)

    def _draw_sign(self, drawing: Canvas, look: Look, pcode: str, at: Point) -> None:
        """The shape of a county's stage, in the stage's colour where it hides the county."""
        shape = self.ground.shapes.get(pcode)
        hidden = shape is None or shape.area < SMALLEST_MM2
        drawing.shape(
            look.shape, at, SIGN_MM * self.sign_scale, look.fill if hidden else SHAPE_FILL, OUTLINE, 0.5
        )

    def _draw_lines(self, drawing: Canvas, theme: Theme) -> None:
        lines = self.ground.lines
        drawing.lines(lines.county, theme.line_county, 0.35)
        for kind, width in ((lines.outline, 0.5), (lines.marked, 0.5), (lines.province, 0.9)):
            drawing.lines(kind, OUTLINE, width)
        drawing.lines(lines.doubtful, OUTLINE, 0.7, dashes=(2.24, 1.54))

    def _draw_land_names(self, drawing: Canvas, theme: Theme, land: Mapping[str, Any]) -> None:
        """PlacedName each neighbour where it is widest, if the name fits."""
        for name, shape in land.items():
            largest = max(shapely.get_parts(shape), key=lambda part: part.area)
            line = shapely.maximum_inscribed_circle(largest, tolerance=0.5)
            (x, y), radius = line.coords[0], line.length
            words = _land_name(self.words, name)
            width, height = self._widths[words, LAND_POINTS, False], height_mm(LAND_POINTS)
            placed = Box(x - width / 2, y - height / 2, width, height)
            if width / 2 < radius and not any(placed.meets(other.box) for other in self.names):
                drawing.text(words, (x, y), LAND_POINTS, theme.quiet, align="middle")

    def _draw_names(self, drawing: Canvas, theme: Theme) -> None:
        for name in self.names:
            if name.leader:
                drawing.lines([np.array(name.leader)], OUTLINE, 0.4)
        for name in self.names:
            colour = theme.ink if name.wanted.led else theme.quiet
            one = name.wanted
            drawing.text(one.text, name.baseline, one.size, colour, bold=one.bold, halo=theme.paper)

    def _draw_bar(self, drawing: Canvas, theme: Theme) -> None:
        box = self.bar_box
        length = self.kilometres * 1000 * self.plane.mm_per_metre
        y, middle = box.bottom + 1, box.left + 2 + length / 2
        halves = [Box(box.left + 2, y, length / 2, 0.9), Box(middle, y, length / 2, 0.9)]
        for half, fill in zip(halves, (theme.ink, theme.paper), strict=True):
            drawing.box(half, fill, theme.ink, 0.5)
        for share in (0, 0.5, 1) if length >= NUMBERED_MM else (0, 1):
            said = f"{self.kilometres * share:g}" + (f" {self.words.say('picture-km')}" if share == 1 else "")
            drawing.text(
                said,
                (box.left + 2 + share * length, y + 1.8),
                6.5,
                theme.ink,
                align="middle",
                halo=theme.paper,
                rim=1.6,
            )

    def _county(self, county: CountyView) -> Wanted:
        pcode = county["pcode"]
        clear = pcode in self.staged
        at = self.signs[pcode] if clear else self.plane.spot(county["label"])
        name = _county_name(self.words, county, self._apart)
        return self._wanted(name, at, frozenset({pcode}), clear)

    def _wanted(self, text: str, at: Point, home: frozenset[str], clear: bool = True) -> Wanted:
        width = self._widths[text, COUNTY_POINTS, False] * self.scale
        clearance = self.radius + 0.25 if clear else 0.0
        return Wanted(text, at, width, COUNTY_POINTS * self.scale, False, clearance, home)

    def _province(self, province: ProvinceView) -> Wanted:
        home = frozenset(
            county["pcode"] for county in self.view["counties"]
            if county["province"] == province["name"] and county["stage"] is None
        )  # fmt: skip
        foreign = frozenset(
            county["pcode"] for county in self.view["counties"] if county["province"] != province["name"]
        )
        text = _province_name(self.words, province)
        width = self._widths[text, PROVINCE_POINTS, True] * self.scale
        at, size = self.plane.spot(province["label"]), PROVINCE_POINTS * self.scale
        return Wanted(text, at, width, size, True, 0.0, home, led=False, foreign=foreign)


def names_on(view: MapView, words: Speech) -> Iterator[Lettering]:
    """Every name that may stand on the map of a view."""
    candidates = candidates_of(view)
    apart = told_apart(view["counties"], view["provinces"])
    for province in view["provinces"]:
        yield _province_name(words, province), PROVINCE_POINTS, True
    for county in view["counties"]:
        if county["stage"] is not None or county["pcode"] in candidates:
            yield _county_name(words, county, apart), COUNTY_POINTS, False
    for name, _ in places_without_polygon(view, words):
        yield name, COUNTY_POINTS, False
    for land in geometries(view["context"], "land"):
        yield _land_name(words, str(land["properties"]["name"])), LAND_POINTS, False


def _county_name(words: Speech, county: CountyView, apart: Mapping[str, Words]) -> str:
    """A county's name, told apart from that of another one."""
    pcode = county["pcode"]
    return drawable(words.of(apart[pcode])) if pcode in apart else words.name(county)


def _province_name(words: Speech, province: ProvinceView) -> str:
    name = words.name(province)
    return name if words.language == "ko" else name.upper()


def _land_name(words: Speech, name: str) -> str:
    return words.label(f"land-{name}", name)


def draw_mark(drawing: Canvas, look: Look | None, at: Point) -> None:
    """The mark of a place without a polygon: the shape in the stage's colour."""
    shape, fill = (look.shape, look.fill) if look else (OTHER_SHAPE, SHAPE_FILL)
    drawing.shape(shape, at, SIGN_MM * 1.15, fill, OUTLINE, 0.7)


def places_without_polygon(view: MapView, words: Speech) -> dict[tuple[str, tuple[float, ...]], str]:
    """(name, (latitude, longitude)) of places without a polygon -> furthest stage of the latest campaign."""
    drawn = {county["pcode"] for county in view["counties"]}
    furthest: dict[tuple[str, tuple[float, ...]], str] = {}
    for one in view["announcements"]:
        if one["campaign"] and one["latest"] and one["mark"] and one["polygon"] not in drawn:
            key = words.place(one), tuple(one["mark"])
            furthest[key] = max(furthest.get(key, ""), one["stage"], key=_rank)
    return furthest


def candidates_of(view: MapView) -> frozenset[str]:
    """P-codes of the counties that reports without a place may mean."""
    drawn = {county["pcode"] for county in view["counties"]}
    return frozenset(unit["pcode"] for one in view["unplaced"] for unit in one["candidates"]) & drawn


def spread(points: Sequence[Point], apart: float) -> list[Point]:
    """
    The points with each pair at least so many millimetres apart, or nearly so in a crowd.

    Two that are too close give way in equal parts; what stands alone stays where it is.
    """
    placed = np.array(points, dtype=float).reshape(-1, 2)
    for _ in range(ROUNDS):
        ways = placed[:, None, :] - placed[None, :, :]
        lengths = np.hypot(ways[..., 0], ways[..., 1])
        np.fill_diagonal(lengths, np.inf)
        if not (lengths < apart - 1e-6).any():
            break
        placed += _ways_apart(ways, lengths, apart)
    return [(float(x), float(y)) for x, y in placed]


def _ways_apart(ways: np.ndarray, lengths: np.ndarray, apart: float) -> np.ndarray:
    """How far each point moves: half of what is lacking to each that is too close."""
    same = lengths < 1e-9
    order = np.sign(np.arange(len(ways))[:, None] - np.arange(len(ways))[None, :])
    directions = np.where(same[..., None], np.stack([order, np.zeros_like(order)], axis=-1), ways)
    lacking = np.where(lengths < apart, apart - lengths, 0.0) / 2
    return np.asarray((directions / np.where(same, 1.0, lengths)[..., None] * lacking[..., None]).sum(axis=1))


def _rank(stage: str) -> int:
    return STAGES.index(stage) if stage in STAGES else -1


def _lonlat(view: MapView) -> list[tuple[float, float]]:
    """(longitude, latitude) of every mark."""
    return [(one["mark"][1], one["mark"][0]) for one in view["announcements"] if one["mark"]]
