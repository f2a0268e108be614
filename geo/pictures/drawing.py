"""
What is drawn in a frame, as SVG in points from its upper left corner.

It is given in millimetres from the lower left corner. Numbers are rounded to a hundredth of a point, those of
long lines to a tenth, which is 0.035 mm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from geo.labels import MM_PER_POINT, Box, Point
from geo.text import drawable

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLACK = "#000000"
MANY = 20
"""Points of a path from which on it is a line of the map, not a sign."""
FINE, COARSE = 100, 10
"""Parts of a point to which numbers are rounded."""
OTHERS = "'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif"
"""Fonts of a reader who has none of our files."""

Align = Literal["start", "middle", "end"]


class Canvas:
    """Lines, shapes and words in a frame; each is drawn over those before it."""

    def __init__(self, frame: Box) -> None:
        self._frame = frame
        self._elements: list[str] = []

    def svg(self, families: Sequence[str]) -> str:
        """The drawing as an SVG of its own, with words in the first of these font families that is there."""
        width, height = (
            _decimal(round(side / MM_PER_POINT * FINE), FINE)
            for side in (self._frame.width, self._frame.height)
        )
        drawn = "\n".join(self._elements)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" stroke-linejoin="round" '
            f'font-family="{escape(font_families(families))}">\n{drawn}\n</svg>'
        )

    def polygon(self, rings: Iterable[NDArray[Any]], fill: str, *, name: str = "") -> None:
        """Fill closed rings, holes included by the rule of opposite directions; the name becomes an id."""
        path = self._paths(rings, closed=True)
        if path:
            drawn = f'<path d="{path}" fill="{fill}"/>'
            self._elements.append(f'<g id="{escape(name)}">{drawn}</g>' if name else drawn)

    def lines(
        self, lines: Iterable[NDArray[Any]], colour: str, width: float, *, dashes: Sequence[float] = ()
    ) -> None:
        """Draw open lines; width and dashes in points."""
        path = self._paths(lines, closed=False)
        if path:
            ends = (
                f'stroke-dasharray="{",".join(f"{dash:g}" for dash in dashes)}"'
                if dashes
                else 'stroke-linecap="round"'
            )
            self._elements.append(
                f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" {ends}/>'
            )

    def box(self, box: Box, fill: str = "none", edge: str = "", width: float = 0.6) -> None:
        """Draw a rectangle; the edge's width in points."""
        corners = [(box.left, box.bottom), (box.right, box.bottom), (box.right, box.top), (box.left, box.top)]
        path = self._paths([np.array(corners)], closed=True)
        self._elements.append(f'<path d="{path}" fill="{fill}"{_edge(edge, width)}/>')

    def ring(self, at: Point, radius: float, colour: str, width: float) -> None:
        """Draw a circle around a point; its radius in mm, the width of the line in points."""
        ((x, y),) = self._whole([at], FINE).tolist()
        size = f'cx="{_decimal(x, FINE)}" cy="{_decimal(y, FINE)}" r="{radius / MM_PER_POINT:g}"'
        self._elements.append(f'<circle {size} fill="none"{_edge(colour, width)}/>')

    def shape(self, path: str, at: Point, size: float, fill: str, edge: str, width: float) -> None:
        """Draw a shape as `geo.view.palette` writes it; `size` in mm is that of 20 of its units."""
        scale = size / 20
        placed = "".join(
            command + self._listed([(at[0] + x * scale, at[1] - y * scale) for x, y in points], FINE)
            for command, points in _steps_of(path)
        )
        self._elements.append(f'<path d="{placed}" fill="{fill}"{_edge(edge, width)}/>')

    def text(
        self,
        words: str,
        at: Point,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        align: Align = "start",
        halo: str = "",
        rim: float = 0.85,
    ) -> None:
        """Write a line, whose baseline is at a point; size, and how far the rim reaches, in points."""
        text = drawable(words)
        if not text.strip():
            return
        ((x, y),) = self._whole([at], FINE).tolist()
        said = f'x="{_decimal(x, FINE)}" y="{_decimal(y, FINE)}" font-size="{size:g}"'
        said += ' font-weight="700"' if bold else ""
        said += f' text-anchor="{align}"' if align != "start" else ""
        said += f' fill="{colour}"' if colour != BLACK else ""
        said += f'{_edge(halo, 2 * rim)} paint-order="stroke"' if halo else ""
        self._elements.append(f"<text {said}>{escape(text)}</text>")

    def _paths(self, parts: Iterable[NDArray[Any]], *, closed: bool) -> str:
        """Straight lines as steps from point to point."""
        parts = tuple(parts)
        unit = FINE if sum(map(len, parts)) <= MANY else COARSE
        end = "z" if closed else ""
        return "".join(_line(self._whole(part, unit), unit) + end for part in parts)

    def _listed(self, points: Sequence[Point], unit: int) -> str:
        return _numbers(self._whole(points, unit).ravel().tolist(), unit) if points else ""

    def _whole(self, points: Any, unit: int) -> NDArray[Any]:
        """Points in whole parts of a point, y downwards; so no error adds up."""
        corner = self._frame.left, self._frame.top
        placed = (np.asarray(points, dtype=float) - corner) * (1, -1) / MM_PER_POINT
        return np.rint(placed * unit).astype(int)


def font_families(families: Sequence[str]) -> str:
    """Font families as SVG and CSS list them, with those of systems after them."""
    return ", ".join([*(f"'{name}'" for name in families), OTHERS])


def _edge(colour: str, width: float) -> str:
    return f' stroke="{colour}" stroke-width="{width:g}"' if colour else ""


def _steps_of(path: str) -> Iterable[tuple[str, list[Point]]]:
    """The steps of an SVG path of absolute M, L, C and Z."""
    for command, written in re.findall(r"([MLCZ])([^MLCZ]*)", path):
        numbers = [float(number) for number in written.split()]
        yield command, list(zip(numbers[::2], numbers[1::2], strict=True))


def _line(points: NDArray[Any], unit: int) -> str:
    """A line that begins at a point and goes on in steps."""
    start, steps = points[0].tolist(), np.diff(points, axis=0).ravel().tolist()
    return f"M{_numbers(start, unit)}" + (f"l{_numbers(steps, unit)}" if steps else "")


def _numbers(numbers: Sequence[int], unit: int) -> str:
    """Numbers with as little between them as can be."""
    return " ".join(_decimal(number, unit) for number in numbers).replace(" -", "-")


def _decimal(number: int, unit: int) -> str:
    """A number of tenths or hundredths without idle digits: -150 hundredths are "-1.5", 7 are ".07"."""
    whole, rest = divmod(abs(number), unit)
    digits = f".{rest:0{len(str(unit)) - 1}d}".rstrip("0") if rest else ""
    return ("-" if number < 0 else "") + (str(whole) if whole or not rest else "") + digits
