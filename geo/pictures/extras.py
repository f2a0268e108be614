"""What a user adds to the map, on paper: sites with coordinates, and layers for orientation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.labels import Box
from geo.pictures.drawing import Canvas
from geo.pictures.plane import Plane
from geo.view import MapView, Theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

DOT = "M0 -10 C5.5 -10 10 -5.5 10 0 C10 5.5 5.5 10 0 10 C-5.5 10 -10 5.5 -10 0 C-10 -5.5 -5.5 -10 0 -10 Z"
POINT_MM, DOT_MM = 1.7, 0.8
LAYER_POINTS = 0.45
COLOURS = ("#4d7ea8", "#8a6f3d", "#6b6b6b", "#6f8a3d")
"""Of the first four layers; a fifth has that of the first."""


def draw_layers(drawing: Canvas, view: MapView, plane: Plane, frame: Box) -> None:
    """Draw the layers for orientation, cut at the frame."""
    for number, layer in enumerate(view["layers"]):
        colour = COLOURS[number % len(COLOURS)]
        for feature in layer["features"]:
            lines = [np.array(line, dtype=float)[:, ::-1] for line in feature["lines"]]
            spots = plane.place_all(lines)
            if feature["kind"] == "point":
                for x, y in (spot.tolist() for line in spots for spot in line):
                    if frame.holds(Box(x, y, 0, 0)):
                        drawing.shape(DOT, (x, y), DOT_MM, colour, "", 0)
            else:
                cut = [part for line in spots if len(line) > 1 for part in _cut(line, frame)]
                drawing.lines(cut, colour, LAYER_POINTS)


def _cut(line: NDArray[Any], frame: Box) -> Iterator[NDArray[Any]]:
    """The parts of a line within the frame."""
    inside = shapely.clip_by_rect(shapely.LineString(line), frame.left, frame.bottom, frame.right, frame.top)
    for part in shapely.get_parts(inside):
        if part.geom_type == "LineString" and not part.is_empty:
            yield np.array(part.coords)


def draw_points(drawing: Canvas, view: MapView, plane: Plane, frame: Box, theme: Theme) -> None:
    """Draw the sites with coordinates; those that are doubtful are hollow."""
    for point in view["points"]:
        spot = plane.spot(point["at"]) if point["at"] else None
        if spot and frame.holds(Box(*spot, 0, 0)):
            fill, edge = (theme.paper, theme.ink) if point["doubts"] else (theme.ink, theme.paper)
            drawing.shape(DOT, spot, POINT_MM, fill, edge, 0.4)
