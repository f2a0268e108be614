"""How large a picture of the map is, and what it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from geo.errors import InputError

PAPER: dict[str, tuple[float, float]] = {"a4": (210, 297), "a4-landscape": (297, 210)}
"""Name -> width and height in millimetres."""
PAPER_DPI = 300
SHORT_SIDE = 1080
"""Pixels of the shorter side of a screen picture that is named by its ratio."""
SCREEN_MM = 170
"""
A picture of so many pixels is laid out on a page of its shape that is as large as a square of this side: so
its words are as large beside the map whatever the number of its pixels.
"""
NARROWEST_MM, WIDEST_MM = 60, 1200
FEWEST_PIXELS, MOST_PIXELS = 300, 16_000
"""Of a side."""
MOST_DOTS = 64_000_000
"""Of a PNG, which takes four bytes of memory for each."""
STEEPEST = 3.0
"""How often the longer side may be as long as the shorter one."""
KINDS = "a4, a4-landscape, a ratio such as 16:9, 1:1 or 4:5, or your own such as 180x120mm or 1200x630px"

Parts = Literal["page", "legend", "map"]
PARTS: tuple[Parts, ...] = ("page", "legend", "map")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page that a picture is laid out on."""

    width: float
    height: float
    """In millimetres."""
    dpi: float
    """Dots per inch of a PNG, if nobody asks for others."""
    is_paper: bool
    """Whether it is for print, with notes and sources, rather than for a screen."""


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """
    Size of a picture and what it shows.

    Raises
    ------
    InputError
        If the size is none, or too large or small, or there are no such parts.
    """

    size: str = "a4"
    """a4, a4-landscape, W:H, WIDTHxHEIGHTmm or WIDTHxHEIGHTpx."""
    dpi: float | None = None
    """Dots per inch of a PNG; None: 300 on paper, and for a screen what its pixels come to."""
    width: int | None = None
    """Pixels across a PNG, in place of dpi."""
    parts: Parts = "page"
    """The whole page, the map with its legend, or the map alone."""

    def __post_init__(self) -> None:
        if self.parts not in PARTS:
            raise InputError(f"A picture has no parts {self.parts!r}. Choose of: {', '.join(PARTS)}.")
        if self.dpi is not None and self.width is not None:
            raise InputError("dpi and width both say how many dots a picture has. Give one of them.")
        for name, value in (("dpi", self.dpi), ("width", self.width)):
            if value is not None and not value > 0:
                raise InputError(f"The {name} of a picture is above 0, not {value}.")
        sheet = self.sheet
        dots = sheet.width * sheet.height * (self.dots_per_inch / 25.4) ** 2
        if dots > MOST_DOTS:
            raise InputError(
                f"A picture of {dots / 1e6:,.0f} million dots is too large: at most {MOST_DOTS // 10**6} "
                "million. Give a lower dpi or width, or a smaller size."
            )

    @property
    def sheet(self) -> Sheet:
        """The page; InputError if the size is none."""
        return sheet_of(self.size)

    @property
    def dots_per_inch(self) -> float:
        """Of a PNG."""
        sheet = self.sheet
        return self.width / sheet.width * 25.4 if self.width else self.dpi or sheet.dpi

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of a PNG."""
        per_mm = self.dots_per_inch / 25.4
        return round(self.sheet.width * per_mm), round(self.sheet.height * per_mm)

    @property
    def label(self) -> str:
        """The size as the name of a file has it: a4, 16x9, 180x120mm."""
        return self.size.strip().lower().replace(":", "x").replace(" ", "")


def sheet_of(size: str) -> Sheet:
    """The page of a size as `PictureOptions.size` has it; InputError if it is none."""
    written = size.strip().lower()
    if written in PAPER:
        return Sheet(*PAPER[written], PAPER_DPI, is_paper=True)
    number = r"(\d+(?:\.\d+)?)"
    ratio = re.fullmatch(rf"{number}:{number}", written)
    own = re.fullmatch(rf"{number}\s*[x×]\s*{number}\s*(mm|px)", written)
    found = ratio or own
    if not found:
        raise InputError(f"{size!r} is no size of a picture. Choose of: {KINDS}.")
    width, height = (float(side) for side in found.groups()[:2])
    if not min(width, height) or max(width, height) / min(width, height) > STEEPEST:
        raise InputError(f"{size!r}: one side is more than {STEEPEST:g} times the other. Choose of: {KINDS}.")
    if ratio:
        scale = SHORT_SIDE / min(width, height)
        return _screen(round(width * scale), round(height * scale))
    unit = own[3] if own else ""
    least, most = (NARROWEST_MM, WIDEST_MM) if unit == "mm" else (FEWEST_PIXELS, MOST_PIXELS)
    if min(width, height) < least or max(width, height) > most:
        raise InputError(f"{size!r}: a side is between {least} and {most} {unit} long.")
    return Sheet(width, height, PAPER_DPI, is_paper=True) if unit == "mm" else _screen(width, height)


def _screen(width: float, height: float) -> Sheet:
    """The page of a picture of so many pixels."""
    mm = SCREEN_MM / sqrt(width * height)
    return Sheet(width * mm, height * mm, 25.4 / mm, is_paper=False)


ON_A4 = PictureOptions()
"""An upright A4 page."""
SHARED = PictureOptions("1200x630px")
"""What services that show links ask for."""
