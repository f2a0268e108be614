"""Lines of text beneath each other, in columns of a given width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.pictures.fonts import MM_PER_POINT, wrapped
from geo.pictures.sheet import Sheet
from geo.text import drawable


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text."""

    text: str
    size: float
    """In points."""
    colour: str
    bold: bool = False
    space: float = 0.0
    """Millimetres above it."""
    leading: float = 1.28
    """Height of the line, in sizes of its font."""

    @property
    def height(self) -> float:
        """What it takes of a column, in millimetres."""
        return self.space + self.leading * self.size * MM_PER_POINT


def paragraph(
    text: str,
    width: float,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    space: float = 0.0,
    leading: float = 1.28,
) -> list[TextLine]:
    """A text as lines of at most so many millimetres; the space goes above the first."""
    lines = wrapped(drawable(text), size, width, bold)
    return [
        TextLine(line, size, colour, bold, space if number == 0 else 0.0, leading)
        for number, line in enumerate(lines)
    ]


def height_of(lines: Iterable[TextLine]) -> float:
    """Height of a column, in millimetres."""
    return sum(line.height for line in lines)


def write_column(sheet: Sheet, lines: Iterable[TextLine], left: float, top: float) -> float:
    """Write lines from a height of the page downwards; returns the height that they end at."""
    y = top
    for line in lines:
        y -= line.height
        descent = 0.28 * line.size * MM_PER_POINT
        sheet.text(line.text, (left, y + descent), line.size, line.colour, bold=line.bold)
    return y
