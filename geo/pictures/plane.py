"""Degrees -> millimetres on the page, through EPSG:5179."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.boundaries import Topology, arcs_in_degrees
from geo.labels import Box, Point
from geo.pictures.mercator import projected

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Plane:
    """Where the map lies on the page."""

    mm_per_metre: float
    shift: Point
    """Millimetres that are added to scaled metres."""

    def place(self, degrees: Any) -> NDArray[Any]:
        """(longitude, latitude) in degrees -> (x, y) on the page, row by row."""
        return projected(degrees) * self.mm_per_metre + self.shift

    def place_all(self, lines: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
        """Lines of (longitude, latitude) in degrees -> the same on the page; quicker than one by one."""
        if not lines:
            return []
        return np.split(self.place(np.vstack(lines)), np.cumsum([len(line) for line in lines[:-1]]))

    def spot(self, latitude_longitude: Iterable[float]) -> Point:
        """(latitude, longitude), as the view has them -> one point on the page."""
        latitude, longitude = latitude_longitude
        ((x, y),) = self.place([(longitude, latitude)])
        return float(x), float(y)


def fit(points: Any, frame: Box) -> Plane:
    """The plane on which all points (longitude, latitude in degrees) lie in a frame, as large as can be."""
    metres = projected(points)
    low, high = metres.min(axis=0), metres.max(axis=0)
    span = np.maximum(high - low, 1.0)
    scale = float(min(frame.width / span[0], frame.height / span[1]))
    middle = (low + high) / 2 * scale
    x, y = frame.centre
    return Plane(scale, (x - float(middle[0]), y - float(middle[1])))


def arcs_of(topology: Topology) -> list[NDArray[Any]]:
    """The arcs of a quantised TopoJSON as rows of (longitude, latitude) in degrees."""
    return [np.array(arc, dtype=float) for arc in arcs_in_degrees(topology)]
