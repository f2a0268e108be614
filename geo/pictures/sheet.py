"""
A page of paper to draw on, in millimetres from its lower left corner.

It is a figure of matplotlib without axes and without pyplot: nothing of it outlasts the picture, and other
figures of the process stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from geo.pictures.boxes import Box, Point
from geo.pictures.fonts import MM_PER_POINT, in_fonts, width_mm
from geo.pictures.texts import clean

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH, HEIGHT = 210.0, 297.0
"""A4, upright."""
DOTS_PER_INCH = 300
MM_PER_INCH = 25.4
Align = Literal["left", "center", "right"]
HALO = "halo"
"""Begins the id of a text that is only the light rim of another."""


class Sheet:
    """One page. `outlined` pictures get rims of texts as outlines, others as text to be styled by its id."""

    def __init__(self, paper: str, *, outlined: bool = True) -> None:
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        size = _whole_dots(WIDTH), _whole_dots(HEIGHT)
        self.figure = Figure(figsize=size, facecolor=paper, dpi=DOTS_PER_INCH)
        self._to_page = Affine2D().scale(1 / MM_PER_INCH) + self.figure.dpi_scale_trans
        self._outlined = outlined
        self._halos = 0
        self._level = 0

    def polygon(self, rings: Iterable[NDArray[Any]], fill: str, *, name: str = "") -> None:
        """Fill closed rings, holes included by the rule of opposite directions."""
        self._path(list(rings), closed=True, facecolor=fill, edgecolor="none", gid=name or None)

    def lines(
        self, lines: Iterable[NDArray[Any]], colour: str, width: float, *, dashes: Sequence[float] = ()
    ) -> None:
        """Draw open lines; width and dashes in points."""
        style = (0, tuple(dashes)) if dashes else "-"
        self._path(
            list(lines), closed=False, facecolor="none", edgecolor=colour, linewidth=width, linestyle=style,
            joinstyle="round", capstyle="butt" if dashes else "round",
        )  # fmt: skip

    def box(self, box: Box, fill: str = "none", edge: str = "none", width: float = 0.6) -> None:
        """Draw a rectangle; the edge's width in points."""
        corners = [(box.left, box.bottom), (box.right, box.bottom), (box.right, box.top), (box.left, box.top)]
        self._path([np.array(corners)], closed=True, facecolor=fill, edgecolor=edge, linewidth=width)

    def shape(self, path: str, at: Point, size: float, fill: str, edge: str, width: float) -> None:
        """Draw a shape as `geo.render.palette` writes it; `size` in mm is that of 20 of its units."""
        from matplotlib.path import Path

        vertices, codes = read_shape(path)
        placed = vertices * (size / 20, -size / 20) + at
        self._patch(Path(placed, codes), facecolor=fill, edgecolor=edge, linewidth=width, joinstyle="miter")

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
        text = clean(words)
        if not text.strip():
            return
        x, y = at
        pieces = in_fonts(text, bold)
        if len(pieces) > 1 and align != "left":
            x -= width_mm(text, size, bold) * (0.5 if align == "center" else 1)
            align = "left"
        for piece, font in pieces:
            sized = font.copy()
            sized.set_size(size)
            self._write(piece, (x, y), sized, colour, align, halo, rim)
            x += width_mm(piece, size, bold)

    def _write(
        self, text: str, at: Point, font: Any, colour: str, align: Align, halo: str, rim: float
    ) -> None:
        """Write a text of one font, over its rim if it has one."""
        if halo and self._outlined:
            self._outline(text, at, font, align, halo, rim)
        elif halo:
            self._halos += 1
            self._letters(text, at, font, halo, align, f"{HALO}-{self._halos}")
        self._letters(text, at, font, colour, align)

    def _letters(
        self, text: str, at: Point, font: Any, colour: str, align: Align, name: str | None = None
    ) -> None:
        from matplotlib.text import Text

        self._add(
            Text(
                *at, text, color=colour, fontproperties=font, horizontalalignment=align,
                verticalalignment="baseline", parse_math=False, usetex=False, gid=name,
            )
        )  # fmt: skip

    def _outline(self, text: str, at: Point, font: Any, align: Align, colour: str, rim: float) -> None:
        """The rim of a text as the outlines of its letters."""
        from matplotlib.path import Path
        from matplotlib.textpath import TextPath

        letters = TextPath((0, 0), text, prop=font, usetex=False)
        width = width_mm(text, font.get_size(), font.get_weight() == "bold")
        shift = {"left": 0.0, "center": width / 2, "right": width}[align]
        placed = letters.vertices * MM_PER_POINT + (at[0] - shift, at[1])
        style = {"linewidth": 2 * rim, "joinstyle": "round"}
        self._patch(Path(placed, letters.codes), facecolor=colour, edgecolor=colour, **style)

    def _path(self, parts: Sequence[NDArray[Any]], *, closed: bool, **style: Any) -> None:
        """One path of several lines or rings."""
        from matplotlib.path import Path

        if not parts:
            return
        codes = []
        for part in parts:
            code = np.full(len(part) + closed, Path.LINETO, dtype=Path.code_type)
            code[0] = Path.MOVETO
            if closed:
                code[-1] = Path.CLOSEPOLY
            codes.append(code)
        vertices = [np.vstack([part, part[:1]]) if closed else part for part in parts]
        self._patch(Path(np.vstack(vertices), np.concatenate(codes)), **style)

    def _patch(self, path: Any, **style: Any) -> None:
        from matplotlib.patches import PathPatch

        self._add(PathPatch(path, **style))

    def _add(self, artist: Any) -> None:
        """Draw over everything that is there already."""
        self._level += 1
        artist.set_zorder(self._level)
        artist.set_transform(self._to_page)
        artist.set_clip_on(False)
        self.figure.add_artist(artist)


def _whole_dots(mm: float) -> float:
    """A length in inches, rounded to a whole number of dots."""
    return round(mm / MM_PER_INCH * DOTS_PER_INCH) / DOTS_PER_INCH


def read_shape(path: str) -> tuple[NDArray[Any], NDArray[Any]]:
    """Vertices and codes, as matplotlib takes them, of an SVG path of absolute M, L, C and Z."""
    from matplotlib.path import Path

    kinds = {"M": Path.MOVETO, "L": Path.LINETO, "C": Path.CURVE4}
    vertices: list[Sequence[float]] = []
    codes: list[int] = []
    for command, numbers in re.findall(r"([MLCZ])([^MLCZ]*)", path):
        pairs = [float(number) for number in numbers.split()]
        points = list(zip(pairs[::2], pairs[1::2], strict=True)) or [(0.0, 0.0)]
        vertices += points
        codes += [int(kinds.get(command, Path.CLOSEPOLY))] * len(points)
    return np.array(vertices), np.array(codes, dtype=Path.code_type)
