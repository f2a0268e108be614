"""What a user adds to the drawing: sites with coordinates, and layers for orientation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from geo.page.shapes import Frame, line_path
from geo.view import ContextView, MapView, PointView, Words, words

SEAT_SCALE = 4
"""Units of the drawing that the seats are rounded to, some 500 m."""
BEYOND = 0.5
"""So many widths and heights of the drawing beyond its edges, what is for orientation is still drawn."""


def seats_path(view: MapView, frame: Frame) -> str:
    """
    The seats of counties as dots, in units of `SEAT_SCALE`: lines of no length, from west to east, each from
    the one before; empty without any.
    """
    steps, before = [], (0, 0)
    for x, y in sorted(frame.place(lat, lon, SEAT_SCALE) for lat, lon in view["seats"]):
        steps.append(f"m{x - before[0]} {y - before[1]}h0")
        before = x, y
    return "".join(steps).replace(" -", "-")


def scripts_of(view: MapView) -> tuple[str, ...]:
    """The modules of the page's script that only pages with something added have."""
    return ("points.js",) * bool(view["points"]) + ("layers.js",) * bool(view["layers"])


def point_spots(view: MapView, frame: Frame) -> list[dict[str, Any]]:
    """Where the points stand that are drawn, and what each opens."""
    spots = []
    for number, point in enumerate(view["points"]):
        if point["at"] is not None:
            lat, lon = point["at"]
            x, y = frame.place(lat, lon)
            spots.append({"x": x, "y": y, "key": point["pcode"], "doubt": bool(point["doubts"]), "n": number})
    return spots


def points_listed(view: MapView) -> dict[str, Any] | None:
    """Heading, lead and rows of the list of points, each with what is said of its place; None without any."""
    if not view["points"]:
        return None
    return {
        "title": words("points"),
        "lead": words("points-lead"),
        "rows": [(point, list(_said(point))) for point in view["points"]],
    }


def _said(point: PointView) -> Iterator[Words]:
    if point["pcode"]:
        yield words("point-in", county=point["county"])
    if point["at"] is None:
        yield words("point-not-drawn")


def points_for_script(view: MapView) -> dict[str, Any]:
    """What the script needs of points, empty values left out; nothing if there are none."""
    if not view["points"]:
        return {}
    points = [{key: value for key, value in point.items() if value} for point in view["points"]]
    return {"points": points, "points_title": words("points")}


def layer_paths(layers: Sequence[ContextView], frame: Frame) -> list[list[dict[str, str]]]:
    """Path, kind and name of each feature of each layer that lies near the drawing."""
    return [list(_paths(layer, frame)) for layer in layers]


def _paths(layer: ContextView, frame: Frame) -> Iterator[dict[str, str]]:
    for feature in layer["features"]:
        lines = [_kept([frame.place(lat, lon) for lat, lon in line]) for line in feature["lines"]]
        near = [line for line in lines if any(_is_near(x, y, frame) for x, y in line)]
        path = "".join(_path(line, feature["kind"]) for line in near)
        if path:
            yield {"path": path, "kind": feature["kind"], "name": feature["name"]}


def _path(line: list[tuple[int, int]], kind: str) -> str:
    """A line, a ring, or a point, which is a line of no length with a round end."""
    if kind == "point" or len(line) == 1:
        return "".join(f"M{x} {y}h0" for x, y in line)
    return line_path(line) + "z" * (kind == "area")


def _kept(line: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A line without positions that fall on the one before."""
    return [line[0], *(here for before, here in pairwise(line) if here != before)]


def _is_near(x: int, y: int, frame: Frame) -> bool:
    return (
        -BEYOND * frame.width <= x <= (1 + BEYOND) * frame.width
        and -BEYOND * frame.height <= y <= (1 + BEYOND) * frame.height
    )
