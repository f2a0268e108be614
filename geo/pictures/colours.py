"""A picture in 256 colours, of which those of the palette are exact."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

from geo.view import LOOKS, OUTLINE, THEMES

if TYPE_CHECKING:
    from PIL.Image import Image

COLOURS = 256
NEAR = 6
"""Levels of 255 by which a colour of the palette may be off before it is set right."""

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


def in_few_colours(picture: Image) -> Image:
    """The picture with the colours that stand for it best, without a pattern of dots."""
    from PIL.Image import Dither, Quantize

    few = picture.quantize(COLOURS, method=Quantize.FASTOCTREE, dither=Dither.NONE)
    levels = few.getpalette() or []
    colours: list[Colour] = list(zip(levels[::3], levels[1::3], levels[2::3], strict=True))
    for exact in sorted(exact_colours()):
        nearest = min(range(len(colours)), key=lambda number: _distance(colours[number], exact))
        if _distance(colours[nearest], exact) <= NEAR:
            colours[nearest] = exact
    few.putpalette([level for colour in colours for level in colour])
    return few


def _distance(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def exact_colours() -> set[Colour]:
    """Every colour of the palette."""
    names = {OUTLINE, *(look.fill for look in LOOKS.values()), *astuple(THEMES["print"])}
    return {(int(name[1:3], 16), int(name[3:5], 16), int(name[5:7], 16)) for name in names}
