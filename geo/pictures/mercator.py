"""
EPSG:5179 (Korea 2000, unified): transverse Mercator, in which a kilometre is as long all over Korea.

Krüger's series to the fourth power of the third flattening: as exact as PROJ to a tenth of a millimetre from
Mongolia to Japan, without the time that it takes to load PROJ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SEMI_MAJOR, FLATTENING = 6_378_137.0, 1 / 298.257222101
"""GRS 80, in metres."""
MERIDIAN, SCALE = 127.5, 0.9996
FALSE_EAST, FALSE_NORTH = 1_000_000.0, 2_000_000.0
"""Metres at latitude `PARALLEL` on `MERIDIAN`, both in degrees."""
PARALLEL = 38.0

N = FLATTENING / (2 - FLATTENING)
RADIUS = SEMI_MAJOR / (1 + N) * (1 + N**2 / 4 + N**4 / 64)
"""Of the circle that is as long as a meridian."""
ECCENTRICITY = 2 * N**0.5 / (1 + N)
SERIES = (
    N / 2 - N**2 * 2 / 3 + N**3 * 5 / 16 + N**4 * 41 / 180,
    N**2 * 13 / 48 - N**3 * 3 / 5 + N**4 * 557 / 1440,
    N**3 * 61 / 240 - N**4 * 103 / 140,
    N**4 * 49561 / 161280,
)


def projected(degrees: Any) -> NDArray[Any]:
    """(longitude, latitude) in degrees -> metres (east, north), row by row."""
    points = np.asarray(degrees, dtype=float)
    east, north = _on_circle(points[:, 0] - MERIDIAN, points[:, 1])
    _, base = _on_circle(0.0, PARALLEL)
    return np.column_stack(
        [FALSE_EAST + SCALE * RADIUS * east, FALSE_NORTH + SCALE * RADIUS * (north - base)]
    )


def _on_circle(longitude: Any, latitude: Any) -> tuple[Any, Any]:
    """East and north of a longitude from the meridian and a latitude, in radii."""
    turn, sine = np.radians(longitude), np.sin(np.radians(latitude))
    slope = np.sinh(np.arctanh(sine) - ECCENTRICITY * np.arctanh(ECCENTRICITY * sine))
    north = np.arctan2(slope, np.cos(turn))
    east = np.arctanh(np.sin(turn) / np.hypot(1, slope))
    multiples = [(2 * power, factor) for power, factor in enumerate(SERIES, 1)]
    return (
        east + sum(factor * np.cos(much * north) * np.sinh(much * east) for much, factor in multiples),
        north + sum(factor * np.sin(much * north) * np.cosh(much * east) for much, factor in multiples),
    )
