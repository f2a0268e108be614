"""Areas of the county polygons in km2, short since density alone asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from geo.text import data_rows


@cache
def sound_areas() -> Mapping[str, float]:
    """
    P-code -> area in km2 (equal-area, of the unsimplified source) of the polygons whose area no other source
    contradicts; `data/areas.csv` says why the others are left out. No density may be told for those.
    """
    return {row["pcode"]: float(row["area_km2"]) for row in data_rows("areas.csv") if row["doubtful"] == "no"}
