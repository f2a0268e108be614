"""Where the names of the provinces stand before the page's script runs: on no sign and on no other name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from geo.page.shapes import Frame
from geo.view import MapView

PIXEL = 7.5
"""Units of the drawing that a pixel takes on a wide screen, as the style sheet has it."""
LETTER, LINE = 7.0, 11.0
"""Width of a letter and height of a line of a name, in pixels."""
SIGN = 15.0
"""Width and height of a sign, in pixels."""
STEPS = (0, -12, 12, -24, 24)
"""How far a name may move from where it belongs, in pixels."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in units of the drawing."""


def province_names(
    view: MapView, frame: Frame, spots: Iterable[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """The names for the template, each where it is free; one that finds no room is left out."""
    taken = [_around(spot["x"] + spot["dx"] * PIXEL, spot["y"], SIGN, SIGN) for spot in spots]
    for province in view["provinces"]:
        lat, lon = province["label"]
        x, y = frame.place(lat, lon)
        text = province["name"].upper()
        free = _free_place(x, y, len(text) * LETTER, taken)
        if free:
            taken.append(_around(*free, len(text) * LETTER, LINE))
            yield {"x": free[0], "y": free[1], "text": text}


def _free_place(x: int, y: int, width: float, taken: Sequence[Box]) -> tuple[int, int] | None:
    """The nearest place for a name as wide as that, which no box that is taken touches."""
    for dx, dy in sorted(product(STEPS, STEPS), key=lambda step: abs(step[0]) + abs(step[1])):
        at = round(x + dx * PIXEL), round(y + dy * PIXEL)
        box = _around(*at, width, LINE)
        if not any(_touch(box, other) for other in taken):
            return at
    return None


def _around(x: float, y: float, width: float, height: float) -> Box:
    """The box around a point; width and height in pixels."""
    half_width, half_height = width / 2 * PIXEL, height / 2 * PIXEL
    return x - half_width, y - half_height, x + half_width, y + half_height


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
