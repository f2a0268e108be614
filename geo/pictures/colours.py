"""A picture in 256 colours, of which those of the palette are exact."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

from geo.render.palette import LOOKS, OUTLINE, THEMES

if TYPE_CHECKING:
    from PIL.Image import Image

COLOURS = 256


def in_few_colours(picture: Image) -> Image:
    """The picture with the colours that stand for it best, without a pattern of dots."""
    from PIL.Image import Dither, Quantize

    few = picture.quantize(COLOURS, method=Quantize.FASTOCTREE, dither=Dither.NONE)
    colours = few.getpalette() or []
    for red, green, blue in sorted(exact_colours()):
        nearest = min(
            range(0, len(colours), 3),
            key=lambda i: (
                (colours[i] - red) ** 2 + (colours[i + 1] - green) ** 2 + (colours[i + 2] - blue) ** 2
            ),
        )
        distance = max(
            abs(a - b) for a, b in zip(colours[nearest : nearest + 3], (red, green, blue), strict=True)
        )
        if distance <= NEAR:
            colours[nearest : nearest + 3] = [red, green, blue]
    few.putpalette(colours)
    return few


NEAR = 6
"""Levels of 255 by which a colour that covers much of a picture may be off before it is set right."""


def exact_colours() -> set[tuple[int, int, int]]:
    """Red, green and blue, 0 to 255, of every colour of the palette."""
    names = {OUTLINE, *(look.fill for look in LOOKS.values()), *astuple(THEMES["print"])}
    return {(int(name[1:3], 16), int(name[3:5], 16), int(name[5:7], 16)) for name in names}
