"""What lies where on the map, in cells, to know what a name would cover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.labels.boxes import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

CELL_MM = 0.5
STAGED, BARE, OUTSIDE = 1.0, 0.18, 0.05
"""How bad it is to cover a county with a stage, one without, and what is no county."""
ACROSS, UPWARDS = np.linspace(0.05, 0.95, 10), np.array([0.25, 0.75])
"""Where it is looked at what a box covers, of its width and height."""


class Terrain:
    """The counties under a frame."""

    def __init__(
        self,
        shapes: Mapping[str, BaseGeometry],
        staged: frozenset[str],
        frame: Box,
        cell: float = CELL_MM,
    ) -> None:
        self._origin, self._cell = np.array([frame.left, frame.bottom]), cell
        columns, rows = int(frame.width / cell) + 1, int(frame.height / cell) + 1
        self._x = frame.left + (np.arange(columns) + 0.5) * cell
        self._y = frame.bottom + (np.arange(rows) + 0.5) * cell
        self._owner = np.full((rows + 1, columns + 1), len(shapes), dtype=np.int32)
        self._numbers = {pcode: number for number, pcode in enumerate(shapes)}
        for pcode, shape in shapes.items():
            self._enter(self._numbers[pcode], shape)
        self._costs = np.array([STAGED if pcode in staged else BARE for pcode in shapes] + [OUTSIDE])

    def times(self, factor: float) -> Terrain:
        """The same where everything is so many times as large."""
        larger = copy(self)
        larger._origin, larger._cell = self._origin * factor, self._cell * factor
        return larger

    def weights(
        self, corners: NDArray[Any], homes: Sequence[tuple[frozenset[str], bool]]
    ) -> tuple[NDArray[Any], NDArray[Any]]:
        """
        Of each box: the mean badness, 0 to 1, of covering it, and the share on counties with a stage.

        `corners` has for each of some names (left, bottom, right, top) of several boxes; `homes` the P-codes
        of those that cost it nothing, and whether for it all others count as having a stage.
        """
        costs = np.tile(self._costs, (len(homes), 1))
        for own, (home, kept) in zip(costs, homes, strict=True):
            if kept:
                own[:-1] = STAGED
            own[[self._numbers[pcode] for pcode in home if pcode in self._numbers]] = 0.0
        cells = (corners - np.tile(self._origin, 2)) / self._cell
        rows, columns = self._owner.shape
        x, y = (
            (cells[..., axis, None] * (1 - shares) + cells[..., axis + 2, None] * shares).astype(np.int32)
            for axis, shares in enumerate((ACROSS, UPWARDS))
        )
        seen = self._owner[y.clip(0, rows - 1)[..., :, None], x.clip(0, columns - 1)[..., None, :]]
        seen += np.arange(len(homes), dtype=np.int32)[:, None, None, None] * costs.shape[1]
        found = costs.ravel()[seen].reshape(*corners.shape[:2], -1)
        return found.mean(axis=2), (found == STAGED).mean(axis=2)

    def lies_on(self, points: NDArray[Any], pcodes: frozenset[str]) -> NDArray[Any]:
        """Which points, rows of (x, y), lie on one of these polygons."""
        numbers = [self._numbers[pcode] for pcode in pcodes if pcode in self._numbers]
        columns, rows = ((points - self._origin) / self._cell).astype(int).T
        height, width = self._owner.shape
        owners = self._owner[rows.clip(0, height - 1), columns.clip(0, width - 1)]
        return np.asarray(np.isin(owners, numbers))

    def _enter(self, number: int, shape: BaseGeometry) -> None:
        """Mark the cells whose middle lies in a polygon."""
        left, bottom, right, top = shape.bounds
        columns = slice(*np.searchsorted(self._x, (left, right)))
        rows = slice(*np.searchsorted(self._y, (bottom, top)))
        x, y = np.meshgrid(self._x[columns], self._y[rows])
        shapely.prepare(shape)
        self._owner[rows, columns][shapely.contains_xy(shape, x, y)] = number
