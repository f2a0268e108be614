"""What is drawn on a sheet, as plain records: places are in millimetres from the page's lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from geo.pictures.boxes import Point, Step
from geo.pictures.fontfiles import Font

if TYPE_CHECKING:
    from numpy.typing import NDArray

Align = Literal["left", "center", "right"]
Join = Literal["miter", "round"]
Cap = Literal["butt", "round"]


@dataclass(frozen=True, slots=True)
class Ink:
    """How a path is filled and drawn; colours are "#rrggbb", or empty for none."""

    fill: str = ""
    edge: str = ""
    width: float = 0.0
    """Of the edge, in points."""
    dashes: tuple[float, ...] = ()
    """Dash and gap in turn, in points."""
    join: Join = "miter"
    cap: Cap = "butt"


@dataclass(frozen=True, slots=True)
class Lines:
    """Straight lines from point to point; a ring that runs the other way round inside another is a hole."""

    parts: tuple[NDArray[Any], ...]
    """Rows of (x, y); the first point of a ring is not repeated."""
    closed: bool
    ink: Ink
    name: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A small path that may have curves."""

    steps: tuple[Step, ...]
    ink: Ink


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one font on one line."""

    words: str
    at: Point
    """Where the line begins, has its middle or ends, on its baseline."""
    size: float
    """In points."""
    colour: str
    font: Font
    """It has every letter of the words."""
    bold: bool = False
    align: Align = "left"
    halo: str = ""
    """Colour of the rim; empty for none."""
    rim: float = 0.0
    """How far the rim reaches beyond the letters, in points."""


Record = Lines | Shape | Text
