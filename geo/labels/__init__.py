"""
Where names stand on a map, for page and pictures alike: on no sign, on no other name, in the frame, and on no
other coloured county if there is a way.

    boxes -> terrain -> placing

Lengths are millimetres, of paper or of a screen with `PX_MM` millimetres to a pixel.
"""

from geo.labels.boxes import Box, Point
from geo.labels.placing import (
    DISTANCES,
    MM_PER_POINT,
    Beside,
    PlacedName,
    Wanted,
    height_mm,
    place_names,
    spot_of,
)
from geo.labels.telling import told_apart
from geo.labels.terrain import Terrain

__all__ = [
    "DISTANCES",
    "MM_PER_POINT",
    "Beside",
    "Box",
    "PlacedName",
    "Point",
    "Terrain",
    "Wanted",
    "height_mm",
    "place_names",
    "spot_of",
    "told_apart",
]
