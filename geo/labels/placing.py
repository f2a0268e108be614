"""Where names stand on a map so that none lies on another, on a mark, or beyond the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from geo.labels.boxes import Box, Point
from geo.labels.terrain import Terrain

if TYPE_CHECKING:
    from numpy.typing import NDArray

MM_PER_POINT = 25.4 / 72
ASCENT, DESCENT = 0.76, 0.2
"""Of the size of a font: how far letters reach above and below the line that they stand on."""
DIRECTIONS = np.radians(np.arange(0, 360, 15))
DISTANCES = np.array([0, 0.6, 1.2, 2, 3, 4.2, 5.6, 7.2, 9, 11, 13.5, 16.5, 20, 24])
"""Millimetres between a mark and its name, as they are tried."""
TURNED = 0.55
"""Sine of the angle from which on a name stands above, below or beside its mark and not around it."""
LED = 1.6
"""Millimetres from which on a thin line leads from the mark to the name."""
COVERED, STRAYED = 7.0, 22.0
"""Millimetres of distance that are as bad as lying wholly on other counties that have a stage, for the name
of a place and for that of an area, which has to lie in it."""
MOST_COVERED, LESS_COVERED = 0.4, 0.25
"""Of a name, that may lie on other counties that have a stage; of one that stands alone."""
FARTHEST = 9.0
"""Millimetres that the name of an area may lie from its middle."""
AIR = 1.5
"""Millimetres that the name of an area keeps free to its left and right."""
ROUNDS = 2
TRIED_AT_ONCE = 12
"""Places that are looked at together."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that is to stand on the map."""

    text: str
    at: Point
    """What it names, or the middle of it."""
    width: float
    """Of its letters, in millimetres."""
    size: float
    """In points."""
    bold: bool
    clearance: float
    """Radius in millimetres around the point that stays free; 0 if the name may stand on the point."""
    home: frozenset[str]
    """P-codes of the polygons that it may cover at no cost."""
    led: bool = True
    """Whether a line may lead to it from afar; if not, it is the name of an area."""
    foreign: frozenset[str] = frozenset()
    """P-codes of polygons on which the middle of an area's name may not lie; then it stays near, too."""
    rank: int = 0
    """What has a lower one chooses first."""
    lines: int = 1
    """Of letters, one over the other."""
    kept: bool = False
    """Whether it may lie on no county but its own, coloured or not, more than `MOST_COVERED`."""


class Beside(NamedTuple):
    """A place beside a mark: where the edge or the middle of the name is held, from the mark."""

    x: float
    y: float
    """To the middle of its height; upwards."""
    side: int
    """1: the name begins there, -1: it ends there, 0: there is its middle."""


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name where it stands."""

    wanted: Wanted
    box: Box
    leader: tuple[Point, Point] | None
    """From the mark's rim to the name; None if they lie side by side."""
    number: int
    """Of its place, as `spot_of` takes it."""

    @property
    def baseline(self) -> Point:
        """Left end of the line that the letters stand on."""
        one = self.wanted
        return self.box.left + _air(one), self.box.bottom + DESCENT * one.size * MM_PER_POINT


def height_mm(size: float, lines: int = 1) -> float:
    """Of lines of letters of a size in points."""
    return (ASCENT + DESCENT) * size * MM_PER_POINT * lines


def spot_of(number: int, clearance: float, height: float) -> Beside:
    """The place of a number beside a mark of that radius, for a name of that height; millimetres."""
    x, y, side = (grid[0, number] for grid in _grid(np.array([[clearance]]), np.array([[height]])))
    return Beside(float(x), float(y), int(side))


def place_names(
    wanted: Sequence[Wanted],
    obstacles: Sequence[Box],
    frame: Box,
    terrain: Terrain,
    *,
    alone: bool = False,
    reach: float = DISTANCES[-1],
) -> dict[int, PlacedName]:
    """
    The names that find a place, each under its number among the wanted ones, in their order.

    The first in rank choose first, of these the most crowded; then each looks again for a better place, once
    the others have theirs. None is more than `reach` millimetres away from its mark. `alone` gives each name
    the place that it would have without the others, and one that lies on other counties if there is no
    better.
    """
    if not wanted:
        return {}
    places = int(np.count_nonzero(reach >= AWAY))
    choices = _Choices(wanted, frame, terrain, places, alone)
    if alone:
        return {i: choices.name(i, 0) for i in range(len(wanted)) if choices.number[i]}
    taken, names = _Taken(obstacles, wanted), dict[int, PlacedName]()
    order = sorted(range(len(wanted)), key=_turns(wanted).__getitem__)
    for turn in range(ROUNDS):
        for i in order:
            if turn and (i not in names or choices.numbers[i, 0] == names[i].number):
                continue
            taken.free(i)
            found = choices.best(i, taken)
            if found:
                names[i] = found
                taken.take(i, found)
    return {i: names[i] for i in sorted(names)}


def _turns(wanted: Sequence[Wanted]) -> list[tuple[int, int, int]]:
    """When each of the names chooses: by rank, then the most crowded, by how many marks lie close by."""
    spots = np.array([one.at for one in wanted]).reshape(-1, 2)
    apart = np.abs(spots[:, None, :] - spots[None, :, :])
    crowd = ((apart[..., 0] < 14) & (apart[..., 1] < 8)).sum(axis=1)
    return [(one.rank, -int(crowd[i]), i) for i, one in enumerate(wanted)]


def _air(wanted: Wanted) -> float:
    return 0.0 if wanted.led else AIR


class _Taken:
    """The room that is taken: by what is there from the start, and by each name that has its place."""

    def __init__(self, obstacles: Sequence[Box], wanted: Sequence[Wanted]) -> None:
        there = [(box.left, box.bottom, box.right, box.top) for box in obstacles]
        self._first = len(there)
        self.corners = np.array(there + [NOWHERE] * len(wanted)).reshape(-1, 4)
        self.leaders: dict[int, tuple[Point, Point]] = {}
        self.around_leaders = np.array([NOWHERE] * len(wanted))

    def take(self, index: int, name: PlacedName) -> None:
        """A name has found its place."""
        box = name.box
        self.corners[self._first + index] = (box.left, box.bottom, box.right, box.top)
        if name.leader:
            self.leaders[index] = name.leader
            self.around_leaders[index] = _around_line(name.leader)

    def free(self, index: int) -> None:
        """A name gives up its place."""
        self.corners[self._first + index] = NOWHERE
        if self.leaders.pop(index, None):
            self.around_leaders[index] = NOWHERE


NOWHERE = (np.inf, np.inf, -np.inf, -np.inf)


class _Choices:
    """The places that each of some names may take, the best first."""

    def __init__(
        self, wanted: Sequence[Wanted], frame: Box, terrain: Terrain, places: int, alone: bool
    ) -> None:
        self._wanted = wanted
        corners, costs = (of_all[:, :places] for of_all in _around(wanted))
        weights, covered = terrain.weights(corners, [(one.home, one.kept) for one in wanted])
        allowed = covered <= (LESS_COVERED if alone else MOST_COVERED)
        if alone:
            allowed |= ~allowed.any(axis=1, keepdims=True)
        allowed &= (corners[..., 0] >= frame.left) & (corners[..., 1] >= frame.bottom)
        allowed &= (corners[..., 2] <= frame.right) & (corners[..., 3] <= frame.top)
        for number, one in enumerate(wanted):
            if one.foreign:
                middles = (corners[number, :, :2] + corners[number, :, 2:]) / 2
                allowed[number] &= (AWAY[:places] <= FARTHEST) & ~terrain.lies_on(middles, one.foreign)
        badly = np.array([COVERED if one.led else STRAYED for one in wanted])
        costs = np.where(allowed, (costs + badly[:, None] * weights).round(6), np.inf)
        self.numbers = np.argsort(costs, axis=1, kind="stable")
        self.number = allowed.sum(axis=1)
        self._corners = np.take_along_axis(corners, self.numbers[..., None], axis=1)

    def best(self, index: int, taken: _Taken) -> PlacedName | None:
        """The first place of a name that is free; None if there is none."""
        for start in range(0, self.number[index], TRIED_AT_ONCE):
            some = self._corners[index, start : min(start + TRIED_AT_ONCE, self.number[index])]
            for i in np.flatnonzero(~_meet(some, taken.corners).any(axis=1)):
                name = self.name(index, start + int(i))
                if not _is_crossed(name, taken):
                    return name
        return None

    def name(self, index: int, turn: int) -> PlacedName:
        """A name at one of its places."""
        left, bottom, right, top = map(float, self._corners[index, turn])
        box = Box(left, bottom, right - left, top - bottom)
        one = self._wanted[index]
        return PlacedName(one, box, _leader(one, box), int(self.numbers[index, turn]))


def _leader(wanted: Wanted, box: Box) -> tuple[Point, Point] | None:
    """The line from a mark to its name, if they lie apart."""
    (x, y), end = wanted.at, box.nearest(wanted.at)
    length = hypot(end[0] - x, end[1] - y)
    if not wanted.led or length - wanted.clearance < LED:
        return None
    share = wanted.clearance / length
    return (x + (end[0] - x) * share, y + (end[1] - y) * share), end


def _is_crossed(name: PlacedName, taken: _Taken) -> bool:
    """Whether a leader runs through the name, or the name's own through one of the other boxes."""
    box = name.box
    if taken.leaders:
        own = np.array([[box.left, box.bottom, box.right, box.top]])
        near = np.flatnonzero(_meet(taken.around_leaders, own)[:, 0])
        if any(box.is_cut_by(*taken.leaders[i]) for i in map(int, near)):
            return True
    if name.leader is None:
        return False
    around = np.array([_around_line(name.leader)])
    here = np.array([[*name.wanted.at, *name.wanted.at]])
    crossed = taken.corners[(_meet(taken.corners, around) & ~_meet(taken.corners, here))[:, 0]]
    boxes = (Box(left, low, right - left, top - low) for left, low, right, top in crossed)
    return any(one.is_cut_by(*name.leader) for one in boxes)


def _around_line(line: tuple[Point, Point]) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a line."""
    (x, y), (to_x, to_y) = line
    return min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def _around(wanted: Sequence[Wanted]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Of each name, boxes (left, bottom, right, top) around its point, and their distances."""
    widths = np.array([one.width + 2 * _air(one) for one in wanted])[:, None]
    heights = np.array([height_mm(one.size, one.lines) for one in wanted])[:, None]
    clearances = np.array([one.clearance for one in wanted])[:, None]
    at = np.array([one.at for one in wanted])
    x, y, side = _grid(clearances, heights)
    x, y = x + side * widths / 2 + at[:, :1], y + at[:, 1:]
    corners = np.stack([x - widths / 2, y - heights / 2, x + widths / 2, y + heights / 2], axis=-1)
    return corners, AWAY + np.where(clearances > 0, BIAS, 0.0)


def _grid(clearance: NDArray[Any], height: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """x, y and side of every place, as `Beside` has them; to the right and left is better than over."""
    beside = (clearance > 0).astype(int)
    reach = clearance + AWAY
    return EAST * reach, NORTH * reach + beside * BESIDE[1] * height / 2, beside * BESIDE[0]


AWAY, _ANGLES = (grid.ravel() for grid in np.meshgrid(DISTANCES, DIRECTIONS, indexing="ij"))
EAST, NORTH = np.cos(_ANGLES).round(9), np.sin(_ANGLES).round(9)
BESIDE = [np.where(np.abs(way) > TURNED, np.sign(way), 0).astype(int) for way in (EAST, NORTH)]
BIAS = 0.5 * np.abs(NORTH) + 0.2 * (EAST < 0)


def _meet(some: NDArray[Any], others: NDArray[Any]) -> NDArray[Any]:
    """Which of some boxes, by row, share a point with which of the others, by column."""
    left, bottom, right, top = (some[:, None, side] for side in range(4))
    return np.asarray(
        (left <= others[None, :, 2])
        & (others[None, :, 0] <= right)
        & (bottom <= others[None, :, 3])
        & (others[None, :, 1] <= top)
    )
