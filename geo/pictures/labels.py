"""Where names stand on a map so that none lies on another, on a mark, or beyond the frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.pictures.boxes import Box, Point
from geo.pictures.drawing import MM_PER_POINT
from geo.pictures.terrain import Terrain

if TYPE_CHECKING:
    from numpy.typing import NDArray

ASCENT, DESCENT = 0.76, 0.2
"""Of the size of a font: how far letters reach above and below the line that they stand on."""
DIRECTIONS = np.radians(np.arange(0, 360, 15))
DISTANCES = np.array([0, 0.6, 1.2, 2, 3, 4.2, 5.6, 7.2, 9, 11, 13.5, 16.5, 20, 24])
"""Millimetres between a mark and its name, as they are tried."""
LED = 1.6
"""Millimetres from which on a thin line leads from the mark to the name."""
COVERED, STRAYED = 7.0, 22.0
"""Millimetres of distance that are as bad as lying wholly on other counties that have a stage, for the name
of a place and for that of an area, which has to lie in it."""
AIR = 1.5
"""Millimetres that the name of an area keeps free to its left and right."""
FARTHEST = 9.0
"""Millimetres that the name of an area may lie from its middle."""
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that is to stand on the map."""

    text: str
    at: Point
    """What it names, or the middle of it."""
    size: float
    """In points."""
    width: float
    """In millimetres."""
    bold: bool
    clearance: float
    """Radius in millimetres around the point that stays free; 0 if the name may stand on the point."""
    home: frozenset[str]
    """P-codes of the polygons that it may cover at no cost."""
    led: bool = True
    """Whether a line may lead to it from afar; if not, it is the name of an area, and stays near."""
    foreign: frozenset[str] = frozenset()
    """P-codes of the polygons on which its middle may not lie."""


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name where it stands."""

    wanted: Wanted
    box: Box
    leader: tuple[Point, Point] | None
    """From the mark's rim to the name; None if they lie side by side."""

    @property
    def baseline(self) -> Point:
        """Left end of the line that the letters stand on."""
        return self.box.left + _air(self.wanted), self.box.bottom + DESCENT * self.wanted.size * MM_PER_POINT


def place_names(
    wanted: Sequence[Wanted], obstacles: Sequence[Box], frame: Box, terrain: Terrain
) -> list[PlacedName]:
    """
    The names that find a place, in the order in which they were wanted.

    The most crowded choose first; then each looks again for a better place, once the others have theirs.
    """
    order = sorted(range(len(wanted)), key=lambda i: (-_crowd(wanted[i], wanted), i))
    choices = {i: _Choices(wanted[i], frame, terrain) for i in order}
    names: dict[int, PlacedName] = {}
    for _ in range(ROUNDS):
        for i in order:
            names.pop(i, None)
            found = choices[i].best(obstacles, names.values())
            if found:
                names[i] = found
    return [names[i] for i in sorted(names)]


def height_mm(size: float) -> float:
    """How high a line of a size in points is."""
    return (ASCENT + DESCENT) * size * MM_PER_POINT


def _air(wanted: Wanted) -> float:
    return 0.0 if wanted.led else AIR


def _crowd(one: Wanted, others: Sequence[Wanted]) -> int:
    """How many marks lie close by."""
    return sum(abs(one.at[0] - other.at[0]) < 14 and abs(one.at[1] - other.at[1]) < 8 for other in others)


class _Choices:
    """The places that a name may take, the best first."""

    def __init__(self, wanted: Wanted, frame: Box, terrain: Terrain) -> None:
        self._wanted = wanted
        corners, distances = _around(wanted)
        inside = (
            (corners[:, 0] >= frame.left)
            & (corners[:, 1] >= frame.bottom)
            & (corners[:, 2] <= frame.right)
            & (corners[:, 3] <= frame.top)
        )
        corners, distances = corners[inside], distances[inside]
        if not wanted.led:
            middles = (corners[:, :2] + corners[:, 2:]) / 2
            fitting = (distances <= FARTHEST) & ~terrain.lies_on(middles, wanted.foreign)
            corners, distances = corners[fitting], distances[fitting]
        costs = distances + (COVERED if wanted.led else STRAYED) * terrain.weights(corners, wanted.home)
        order = np.argsort(costs, kind="stable")
        self._corners = corners[order]

    def best(self, obstacles: Sequence[Box], names: Iterable[PlacedName]) -> PlacedName | None:
        """The first place that is free; None if there is none."""
        names = tuple(names)
        taken = (*obstacles, *(name.box for name in names))
        leaders = [name.leader for name in names if name.leader]
        corners = np.array([(box.left, box.bottom, box.right, box.top) for box in taken]).reshape(-1, 4)
        others = corners[~_meet(corners, np.array([[*self._wanted.at, *self._wanted.at]]))[:, 0]]
        free = ~_meet(self._corners, corners).any(axis=1)
        for left, bottom, right, top in self._corners[free]:
            box = Box(left, bottom, right - left, top - bottom)
            name = PlacedName(self._wanted, box, _leader(self._wanted, box))
            if not _is_crossed(name, others, leaders):
                return name
        return None


def _leader(wanted: Wanted, box: Box) -> tuple[Point, Point] | None:
    """The line from a mark to its name, if they lie apart."""
    (x, y), end = wanted.at, box.nearest(wanted.at)
    length = hypot(end[0] - x, end[1] - y)
    if not wanted.led or length - wanted.clearance < LED:
        return None
    share = wanted.clearance / length
    return (x + (end[0] - x) * share, y + (end[1] - y) * share), end


def _is_crossed(name: PlacedName, others: NDArray[Any], leaders: Sequence[tuple[Point, Point]]) -> bool:
    """Whether a leader runs through the name, or the name's own through one of the other boxes."""
    if any(name.box.is_cut_by(*leader) for leader in leaders):
        return True
    own = name.leader
    if own is None:
        return False
    (x, y), (to_x, to_y) = own
    around = np.array([[min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)]])
    near = others[_meet(others, around)[:, 0]]
    return any(Box(left, low, right - left, top - low).is_cut_by(*own) for left, low, right, top in near)


def _around(wanted: Wanted) -> tuple[NDArray[Any], NDArray[Any]]:
    """Boxes (left, bottom, right, top) around the point, and their distances; right and left are better."""
    width, height = wanted.width + 2 * _air(wanted), height_mm(wanted.size)
    distances, angles = (grid.ravel() for grid in np.meshgrid(DISTANCES, DIRECTIONS, indexing="ij"))
    x, y = np.cos(angles), np.sin(angles)
    if wanted.clearance:
        reach = wanted.clearance + distances
        middle = np.column_stack([x * reach, y * reach]) + np.clip(np.column_stack([x, y]) * 1.5, -1, 1) * (
            width / 2,
            height / 2,
        )
        bias = 0.5 * np.abs(y) + 0.2 * (x < 0)
    else:
        middle, bias = np.column_stack([x * distances, y * distances]), np.zeros(len(x))
    centres = middle + wanted.at
    half = np.array([width / 2, height / 2])
    return np.hstack([centres - half, centres + half]), distances + bias


def _meet(some: NDArray[Any], others: NDArray[Any]) -> NDArray[Any]:
    """Which of some boxes, by row, share a point with which of the others, by column."""
    left, bottom, right, top = (some[:, None, side] for side in range(4))
    return np.asarray(
        (left <= others[None, :, 2])
        & (others[None, :, 0] <= right)
        & (bottom <= others[None, :, 3])
        & (others[None, :, 1] <= top)
    )
