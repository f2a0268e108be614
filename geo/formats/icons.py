"""The signs of the stages as small PNG pictures, drawn by pillow from the outlines of the map."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from geo.text import needed
from geo.view import LOOKS, OUTLINE, shape_paths

SIZE = 64
"""Pixels of a side."""
_FINER = 4
_REACH = 7.5
"""Units of the outline from the middle to the edge of a picture."""
_STEPS = 12
"""Lines that a curve is drawn with."""


def icons() -> dict[str, bytes]:
    """Stage, and `other` -> a PNG in the stage's colour."""
    needed("kmz", "formats", "PIL")
    fills = {stage: look.fill for stage, look in LOOKS.items()}
    return {name: _picture(path, fills.get(name, "#ffffff")) for name, path in shape_paths().items()}


def _picture(path: str, fill: str) -> bytes:
    """One sign on nothing."""
    from PIL import Image, ImageDraw

    side = SIZE * _FINER
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    scale = side / 2 / _REACH
    points = [(side / 2 + x * scale, side / 2 + y * scale) for x, y in _outline(path)]
    draw = ImageDraw.Draw(image)
    draw.polygon(points, fill=fill)
    draw.line([*points, points[0], points[1]], fill=OUTLINE, width=round(side / 22), joint="curve")
    out = io.BytesIO()
    image.resize((SIZE, SIZE), Image.Resampling.BOX).save(out, "PNG")
    return out.getvalue()


def _outline(path: str) -> Iterator[tuple[float, float]]:
    """The points of an outline of M, L, C and Z."""
    here = (0.0, 0.0)
    for command, numbers in re.findall(r"([MLCZ])([^MLCZ]*)", path):
        values = [float(one) for one in re.findall(r"-?[\d.]+", numbers)]
        pairs = list(zip(values[::2], values[1::2], strict=True))
        if command in "ML":
            yield from pairs
        elif command == "C":
            for at in range(0, len(pairs), 3):
                one, two, end = pairs[at : at + 3]
                yield from (_bend(here, one, two, end, step / _STEPS) for step in range(1, _STEPS + 1))
                here = end
        if pairs:
            here = pairs[-1]


def _bend(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float], t: float
) -> tuple[float, float]:
    """A point of a cubic curve."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
    return x, y
