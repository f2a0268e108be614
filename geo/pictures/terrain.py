"""What lies where on the map, in cells, to know what a name would cover."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.pictures.boxes import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

CELL_MM = 0.8
STAGED, BARE, OUTSIDE = 1.0, 0.18, 0.05
"""How bad it is to cover a county with a stage, one without, and what is no county."""


class Terrain:
    """The counties under a frame."""

    def __init__(self, shapes: Mapping[str, BaseGeometry], staged: frozenset[str], frame: Box) -> None:
        self._origin = np.array([frame.left, frame.bottom])
        columns, rows = int(frame.width / CELL_MM) + 1, int(frame.height / CELL_MM) + 1
        self._x = frame.left + (np.arange(columns) + 0.5) * CELL_MM
        self._y = frame.bottom + (np.arange(rows) + 0.5) * CELL_MM
        self._owner = np.full((rows, columns), -1)
        self._numbers = {pcode: number for number, pcode in enumerate(shapes)}
        for pcode, shape in shapes.items():
            self._enter(self._numbers[pcode], shape)
        costs = np.array([STAGED if pcode in staged else BARE for pcode in shapes] + [OUTSIDE])
        self._costs = costs[self._owner]

    def weights(self, corners: NDArray[Any], home: frozenset[str]) -> NDArray[Any]:
        """
        Mean badness, 0 to 1, of covering each box; boxes are rows of (left, bottom, right, top) inside the
        frame, and the polygons of `home` cost nothing.
        """
        own = np.isin(self._owner, [self._numbers[pcode] for pcode in home if pcode in self._numbers])
        sums = np.pad(np.where(own, 0.0, self._costs).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
        left, bottom = ((corners[:, :2] - self._origin) / CELL_MM).astype(int).T
        right, top = np.ceil((corners[:, 2:] - self._origin) / CELL_MM).astype(int).T
        right, top = np.minimum(right, sums.shape[1] - 1), np.minimum(top, sums.shape[0] - 1)
        total = sums[top, right] - sums[bottom, right] - sums[top, left] + sums[bottom, left]
        return np.asarray(total / np.maximum((right - left) * (top - bottom), 1))

    def lies_on(self, points: NDArray[Any], pcodes: frozenset[str]) -> NDArray[Any]:
        """Which points, rows of (x, y) inside the frame, lie on one of these polygons."""
        numbers = [self._numbers[pcode] for pcode in pcodes if pcode in self._numbers]
        columns, rows = ((points - self._origin) / CELL_MM).astype(int).T
        return np.asarray(np.isin(self._owner[rows, columns], numbers))

    def _enter(self, number: int, shape: BaseGeometry) -> None:
        """Mark the cells whose middle lies in a polygon."""
        left, bottom, right, top = shape.bounds
        columns = slice(*np.searchsorted(self._x, (left, right)))
        rows = slice(*np.searchsorted(self._y, (bottom, top)))
        x, y = np.meshgrid(self._x[columns], self._y[rows])
        shapely.prepare(shape)
        self._owner[rows, columns][shapely.contains_xy(shape, x, y)] = number
