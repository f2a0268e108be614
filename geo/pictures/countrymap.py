"""The map itself: land, counties by stage, lines, marks, names and a scale bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from geo.models import STAGES
from geo.pictures.boxes import Box, Point
from geo.pictures.extras import draw_layers, draw_points
from geo.pictures.ground import DrawnGround, ground_of, land_of, rings_of, stripes
from geo.pictures.labels import PlacedName, Wanted, box_of, place_names
from geo.pictures.plane import Plane, arcs_of, fit
from geo.pictures.sheet import Sheet
from geo.pictures.terrain import Terrain
from geo.pictures.words import Speech
from geo.view import LOOKS, OTHER_SHAPE, OUTLINE, SHAPE_FILL, CountyView, MapView, ProvinceView, Theme

MARGIN_MM = 5.0
"""Between the country and the frame."""
SIGN_MM = 3.8
"""Size of the 20 units of a shape."""
SIGN_RADIUS_MM = 1.3
SMALLEST_MM2 = 4.0
"""Area of a county from which on its colour is seen around its sign."""
COUNTY_POINTS, PROVINCE_POINTS, LAND_POINTS = 6.2, 6.6, 8.0
STRIPE_MM = 1.1
KILOMETRES = (200, 100, 50, 20, 10, 5)
"""Lengths of a scale bar that are tried."""
ROUNDS = 60
"""So often signs that are too close give way to each other, at most."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that is reported but has no polygon."""

    name: str
    at: Point
    stage: str


class CountryMap:
    """What a view shows of its counties in a frame of the page."""

    def __init__(self, view: MapView, words: Speech, frame: Box) -> None:
        self.view, self.words, self.frame = view, words, frame
        self.staged = frozenset(county["pcode"] for county in view["counties"] if county["stage"] is not None)
        spots = np.vstack([*arcs_of(view["topology"]), *([_lonlat(view)] if view["announcements"] else [])])
        self.plane: Plane = fit(spots, frame.grown(-MARGIN_MM))
        self.ground: DrawnGround = ground_of(view["topology"], self.plane, self.staged, candidates_of(view))
        self._without_polygon = places_without_polygon(view, words)

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
        return spread([self.plane.spot(place) for place in (*signs, *marks)], 2 * SIGN_RADIUS_MM)

    @cached_property
    def names(self) -> list[PlacedName]:
        """The names of provinces and of every place with a sign, a mark or stripes."""
        candidates = candidates_of(self.view)
        wanted = [self._province(one) for one in self.view["provinces"]]
        wanted += [
            self._county(county) for county in self.view["counties"]
            if county["stage"] is not None or county["pcode"] in candidates
        ]  # fmt: skip
        wanted += [self._wanted(mark.name, mark.at, frozenset()) for mark in self.marks]
        terrain = Terrain(self.ground.shapes, self.staged, self.frame)
        spots = [*self.signs.values(), *(mark.at for mark in self.marks)]
        obstacles = [*(Box(*spot, 0, 0).grown(SIGN_RADIUS_MM) for spot in spots), self.bar_box.grown(1.5)]
        shown = [one for one in wanted if self.frame.holds(Box(*one.at, 0, 0))]
        return place_names(shown, obstacles, self.frame.grown(-1), terrain)

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

    def draw(self, sheet: Sheet, theme: Theme) -> None:
        """Draw everything, from the sea upwards."""
        sheet.box(self.frame, theme.sea)
        land = land_of(self.view["context"], self.plane, self.frame)
        for shape in land.values():
            sheet.polygon(rings_of(shape), theme.land)
        self._draw_counties(sheet, theme)
        draw_layers(sheet, self.view, self.plane, self.frame)
        self._draw_lines(sheet, theme)
        sheet.box(self.frame, edge=theme.rule)
        self._draw_land_names(sheet, theme, land)
        for pcode, at in self.signs.items():
            self._draw_sign(sheet, pcode, at)
        for mark in self.marks:
            draw_mark(sheet, mark.stage, mark.at)
        draw_points(sheet, self.view, self.plane, self.frame, theme)
        self._draw_names(sheet, theme)
        self._draw_bar(sheet, theme)

    @cached_property
    def _stages(self) -> dict[str, str]:
        return {one["pcode"]: one["stage"] for one in self.view["counties"] if one["stage"] is not None}

    def _draw_counties(self, sheet: Sheet, theme: Theme) -> None:
        sheet.polygon(rings_of(self.ground.whole), theme.none, name="country")
        for pcode, rings in self.ground.counties.items():
            sheet.polygon(rings, LOOKS[self._stages[pcode]].fill, name=pcode)
        for pcode in sorted(candidates_of(self.view)):
            if pcode in self.ground.shapes:
                sheet.lines(stripes(self.ground.shapes[pcode], STRIPE_MM), theme.hatch_line, 0.9)

    def _draw_sign(self, sheet: Sheet, pcode: str, at: Point) -> None:
        """The shape of a county's stage, in the stage's colour where it hides the county."""
        look, shape = LOOKS[self._stages[pcode]], self.ground.shapes.get(pcode)
        hidden = shape is None or shape.area < SMALLEST_MM2
        sheet.shape(look.shape, at, SIGN_MM, look.fill if hidden else SHAPE_FILL, OUTLINE, 0.5)

    def _draw_lines(self, sheet: Sheet, theme: Theme) -> None:
        lines = self.ground.lines
        sheet.lines(lines.county, theme.line_county, 0.35)
        for kind, width in ((lines.outline, 0.5), (lines.marked, 0.5), (lines.province, 0.9)):
            sheet.lines(kind, OUTLINE, width)
        sheet.lines(lines.doubtful, OUTLINE, 0.7, dashes=(2.24, 1.54))

    def _draw_land_names(self, sheet: Sheet, theme: Theme, land: Mapping[str, Any]) -> None:
        """PlacedName each neighbour where it is widest, if the name fits."""
        for name, shape in land.items():
            largest = max(shapely.get_parts(shape), key=lambda part: part.area)
            line = shapely.maximum_inscribed_circle(largest, tolerance=0.5)
            (x, y), radius = line.coords[0], line.length
            words = self.words.label(f"land-{name}", name)
            box = box_of(words, LAND_POINTS, False, x, y)
            placed = Box(x - box.width / 2, y - box.height / 2, box.width, box.height)
            if box.width / 2 < radius and not any(placed.meets(other.box) for other in self.names):
                sheet.text(words, (x, y), LAND_POINTS, theme.quiet, align="center")

    def _draw_names(self, sheet: Sheet, theme: Theme) -> None:
        for name in self.names:
            if name.leader:
                sheet.lines([np.array(name.leader)], OUTLINE, 0.4)
        for name in self.names:
            colour = theme.ink if name.wanted.led else theme.quiet
            one = name.wanted
            sheet.text(one.text, name.baseline, one.size, colour, bold=one.bold, halo=theme.paper, rim=0.85)

    def _draw_bar(self, sheet: Sheet, theme: Theme) -> None:
        box = self.bar_box
        length = self.kilometres * 1000 * self.plane.mm_per_metre
        y, middle = box.bottom + 1, box.left + 2 + length / 2
        halves = [Box(box.left + 2, y, length / 2, 0.9), Box(middle, y, length / 2, 0.9)]
        for half, fill in zip(halves, (theme.ink, theme.paper), strict=True):
            sheet.box(half, fill, theme.ink, 0.5)
        for share in (0, 0.5, 1):
            said = f"{self.kilometres * share:g}" + (f" {self.words.say('picture-km')}" if share == 1 else "")
            sheet.text(
                said,
                (box.left + 2 + share * length, y + 1.8),
                6.5,
                theme.ink,
                align="center",
                halo=theme.paper,
            )

    def _county(self, county: CountyView) -> Wanted:
        pcode = county["pcode"]
        clear = pcode in self.staged
        at = self.signs[pcode] if clear else self.plane.spot(county["label"])
        return self._wanted(self.words.name(county), at, frozenset({pcode}), clear)

    def _wanted(self, text: str, at: Point, home: frozenset[str], clear: bool = True) -> Wanted:
        return Wanted(text, at, COUNTY_POINTS, False, SIGN_RADIUS_MM + 0.25 if clear else 0.0, home)

    def _province(self, province: ProvinceView) -> Wanted:
        home = frozenset(
            county["pcode"] for county in self.view["counties"]
            if county["province"] == province["name"] and county["stage"] is None
        )  # fmt: skip
        name = self.words.name(province)
        text = name if self.words.language == "ko" else name.upper()
        return Wanted(text, self.plane.spot(province["label"]), PROVINCE_POINTS, True, 0.0, home, led=False)


def draw_mark(sheet: Sheet, stage: str, at: Point) -> None:
    """The mark of a place without a polygon: the shape in the stage's colour."""
    look = LOOKS.get(stage)
    shape, fill = (look.shape, look.fill) if look else (OTHER_SHAPE, SHAPE_FILL)
    sheet.shape(shape, at, SIGN_MM * 1.15, fill, OUTLINE, 0.7)


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
