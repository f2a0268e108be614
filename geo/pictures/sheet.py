"""
A page of paper to draw on, in millimetres from its lower left corner.

It only notes what is drawn, in order; `svg` and `pdf` write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.pictures.boxes import Box, Point, Step
from geo.pictures.fonts import MM_PER_POINT, in_fonts, width_mm
from geo.pictures.records import Align, Ink, Lines, Record, Shape, Text
from geo.text import drawable

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH, HEIGHT = 210.0, 297.0
"""A4, upright."""
DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
POINTS_PER_MM = 1 / MM_PER_POINT


class Sheet:
    """One page: its records, and its size as it is written, `width` and `height` in points."""

    def __init__(self, paper: str) -> None:
        self.width, self.height = _in_whole_dots(WIDTH), _in_whole_dots(HEIGHT)
        self.records: list[Record] = []
        self.box(Box(0, 0, self.width * MM_PER_POINT, self.height * MM_PER_POINT), paper)

    def polygon(self, rings: Iterable[NDArray[Any]], fill: str, *, name: str = "") -> None:
        """Fill closed rings, holes included by the rule of opposite directions."""
        self._lines(rings, Ink(fill), closed=True, name=name)

    def lines(
        self, lines: Iterable[NDArray[Any]], colour: str, width: float, *, dashes: Sequence[float] = ()
    ) -> None:
        """Draw open lines; width and dashes in points."""
        cap: Any = "butt" if dashes else "round"
        self._lines(lines, Ink("", colour, width, tuple(dashes), "round", cap), closed=False)

    def box(self, box: Box, fill: str = "", edge: str = "", width: float = 0.6) -> None:
        """Draw a rectangle; the edge's width in points."""
        corners = [(box.left, box.bottom), (box.right, box.bottom), (box.right, box.top), (box.left, box.top)]
        self._lines([np.array(corners)], Ink(fill, edge, width), closed=True)

    def shape(self, path: str, at: Point, size: float, fill: str, edge: str, width: float) -> None:
        """Draw a shape as `geo.view.palette` writes it; `size` in mm is that of 20 of its units."""
        steps = tuple(_placed(read_shape(path), at, size / 20))
        self.records.append(Shape(steps, Ink(fill, edge, width)))

    def text(
        self,
        words: str,
        at: Point,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        align: Align = "left",
        halo: str = "",
        rim: float = 1.6,
    ) -> None:
        """
        Write a line, whose baseline is at a point; size and rim in points.

        InputError if no font has one of its letters.
        """
        text = drawable(words)
        if not text.strip():
            return
        x, y = at
        pieces = in_fonts(text, bold)
        if len(pieces) > 1 and align != "left":
            x -= width_mm(text, size, bold) * (0.5 if align == "center" else 1)
            align = "left"
        for piece, font in pieces:
            self.records.append(Text(piece, (x, y), size, colour, font, bold, align, halo, rim))
            x += width_mm(piece, size, bold)

    def _lines(self, lines: Iterable[NDArray[Any]], ink: Ink, *, closed: bool, name: str = "") -> None:
        parts = tuple(lines)
        if parts:
            self.records.append(Lines(parts, closed, ink, name))


def _in_whole_dots(mm: float) -> float:
    """A length in points that is a whole number of dots."""
    dots = round(mm * POINTS_PER_MM / POINTS_PER_INCH * DOTS_PER_INCH)
    return dots * POINTS_PER_INCH / DOTS_PER_INCH


def read_shape(path: str) -> Iterator[Step]:
    """The steps of an SVG path of absolute M, L, C and Z."""
    for command, written in re.findall(r"([MLCZ])([^MLCZ]*)", path):
        numbers = [float(number) for number in written.split()]
        yield command, tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _placed(steps: Iterable[Step], at: Point, scale: float) -> Iterator[Step]:
    """Steps of a path whose y points downwards, on the page."""
    for command, points in steps:
        yield command, tuple((at[0] + x * scale, at[1] - y * scale) for x, y in points)
