"""
A sheet as PDF, in points from the lower left corner.

Words are text of embedded fonts; their rims are outlines, and so are letters of fonts that are no TrueType.
Numbers are rounded to a hundredth of a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import numpy as np
from fontTools.pens.basePen import BasePen

from geo.pictures.boxes import Point, Step
from geo.pictures.embedding import embed
from geo.pictures.fontfiles import Font
from geo.pictures.pdffile import PdfFile, in_pdf
from geo.pictures.records import Ink, Lines, Record, Shape, Text
from geo.pictures.sheet import POINTS_PER_MM, Sheet

OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
JOINS = {"miter": 0, "round": 1}
CAPS = {"butt": 0, "round": 1}
BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of a text lies before its point."""


class StepPen(BasePen):  # type: ignore[misc]
    """Notes as steps of a path what fontTools draws with it; quadratic curves become cubic ones."""

    def __init__(self, shapes: Any) -> None:
        super().__init__(shapes)
        self.steps: list[Step] = []

    def _moveTo(self, pt: Point) -> None:
        self.steps.append(("M", (pt,)))

    def _lineTo(self, pt: Point) -> None:
        self.steps.append(("L", (pt,)))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:
        self.steps.append(("C", (pt1, pt2, pt3)))

    def _closePath(self) -> None:
        self.steps.append(("Z", ()))


def pdf_of(sheet: Sheet, title: str, maker: str) -> bytes:
    """The file of a sheet; title and maker stand in its metadata."""
    pdf, letters = PdfFile(), dict[Font, set[str]]()
    content = "\n".join(_operations(sheet.records, letters)).encode("ascii")
    fonts = " ".join(f"/F{number} {embed(pdf, font, letters[font])}" for number, font in enumerate(letters))
    page = pdf.add_page(content, f"/Font << {fonts} >>", sheet.width, sheet.height)
    return pdf.closed(page, pdf.add(f"<< /Title {in_pdf(title)} /Creator {in_pdf(maker)} >>"))


def _operations(records: Iterable[Record], letters: dict[Font, set[str]]) -> Iterator[str]:
    """The operators of records, in their order; the letters that each font writes are added to `letters`."""
    for one in records:
        if isinstance(one, Lines):
            yield _painted(_lines(one), one.ink)
        elif isinstance(one, Shape):
            yield _painted(_steps(one.steps, POINTS_PER_MM), one.ink)
        else:
            if one.halo:
                yield _outlined(one, Ink(one.halo, one.halo, 2 * one.rim, join="round"))
            if one.font.is_truetype:
                letters.setdefault(one.font, set()).update(one.words)
                yield _written(one, list(letters).index(one.font))
            else:
                yield _outlined(one, Ink(one.colour))


def _written(text: Text, font: int) -> str:
    """A text of the font of a number."""
    numbers = "".join(f"{text.font.number(glyph):04X}" for glyph in text.font.glyphs_of(text.words))
    x, y = _beginning(text)
    return f"BT {_colour(text.colour)} rg /F{font} {text.size:g} Tf {_listed([x, y])} Td <{numbers}> Tj ET"


def _outlined(text: Text, ink: Ink) -> str:
    """The outlines of a text's letters, one after the other, in units of its font."""
    font = text.font
    scale = text.size / font.units
    wider = Ink(ink.fill, ink.edge, ink.width / scale, join=ink.join)
    x, y = _beginning(text)
    letters = "".join(
        f"{_filled(font, glyph, _brush(ink))}1 0 0 1 {font.advance(glyph)} 0 cm\n"
        for glyph in font.glyphs_of(text.words)
    )
    return f"q {scale:.6f} 0 0 {scale:.6f} {_listed([x, y])} cm {_style(wider)}\n{letters}Q"


@cache
def _filled(font: Font, glyph: str, brush: str) -> str:
    """A glyph in units of its font, painted; nothing for one without an outline, such as the space."""
    pen = StepPen(font.shapes)
    font.shapes[glyph].draw(pen)
    outline = _steps(pen.steps, 1)
    return f"{outline}{brush}\n" if outline else ""


def _beginning(text: Text) -> tuple[float, float]:
    """Where a text begins on its baseline, in points."""
    x, y = text.at
    return x * POINTS_PER_MM - BEFORE[text.align] * text.font.width(text.words) * text.size, y * POINTS_PER_MM


def _painted(path: str, ink: Ink) -> str:
    return f"{_style(ink)}\n{path}{_brush(ink)}"


def _lines(lines: Lines) -> str:
    """Straight lines from point to point."""
    end = "h\n" if lines.closed else ""
    return "".join(f"{_line(part * POINTS_PER_MM)}{end}" for part in lines.parts)


def _line(points: Any) -> str:
    numbers = np.round(points, 2).tolist()
    return "".join(f"{x:g} {y:g} {'l' if number else 'm'}\n" for number, (x, y) in enumerate(numbers))


def _steps(steps: Iterable[Step], scale: float) -> str:
    """A path that may have curves."""
    return "".join(
        f"{_listed([number * scale for point in points for number in point])} {OPERATORS[command]}\n"
        for command, points in steps
    )


def _style(ink: Ink) -> str:
    """Colours, and how an edge is drawn."""
    said = [f"{_colour(ink.fill)} rg"] if ink.fill else []
    if ink.edge:
        dashes = " ".join(f"{dash:g}" for dash in ink.dashes)
        said += [f"{_colour(ink.edge)} RG", f"{ink.width:g} w [{dashes}] 0 d"]
        said += [f"{JOINS[ink.join]} j {CAPS[ink.cap]} J"]
    return " ".join(said)


def _brush(ink: Ink) -> str:
    """The operator that paints a path: filled where it winds round, drawn, or both."""
    if ink.fill and ink.edge:
        return "B"
    return "S" if ink.edge else "f"


def _colour(name: str) -> str:
    """Red, green and blue of "#rrggbb", from 0 to 1."""
    return " ".join(f"{int(name[place : place + 2], 16) / 255:.5g}" for place in (1, 3, 5))


def _listed(numbers: Iterable[float]) -> str:
    return " ".join(f"{round(number, 2):g}" for number in numbers)
