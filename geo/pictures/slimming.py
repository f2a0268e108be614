"""An SVG of matplotlib in a third of its size, with the rims of its texts."""

from __future__ import annotations

import re

from geo.pictures.sheet import HALO

DIGITS = 2
"""Of a point: a hundredth is a three-hundredth of a millimetre."""
RIM_POINTS = 2.0

_PATH = re.compile(r' d="([^"]*)"')
_NUMBER = re.compile(r"-?\d+\.\d+")
_RIM = re.compile(rf'<g id="({HALO}-\d+)">(\s*<text )style="')


def slim_svg(svg: str) -> str:
    """Shorter numbers and no idle white space; rims of texts get the stroke that makes them one."""
    svg = _PATH.sub(lambda path: f' d="{_short_path(path[1])}"', svg)
    rim = f"stroke-width: {RIM_POINTS}; stroke-linejoin: round; "
    svg = _RIM.sub(rf'<g id="\1" aria-hidden="true">\2style="stroke: #ffffff; {rim}', svg)
    return re.sub(r"\n\s+", "\n", svg)


def _short_path(path: str) -> str:
    """The path with rounded numbers; a row of L is one L."""
    rounded = _NUMBER.sub(lambda number: _short(float(number[0])), " ".join(path.split()))
    return re.sub(r"(?<=[\dL]) L ", " ", rounded).replace("M ", "M").replace(" L ", "L").replace(" z", "z")


def _short(number: float) -> str:
    """A number without idle digits."""
    return f"{number:.{DIGITS}f}".rstrip("0").rstrip(".") or "0"
