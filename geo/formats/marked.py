"""The sites with coordinates of a run as a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.boundaries import Ground, locate_points
from geo.models import Run
from geo.view import words_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

COLUMNS = ("id", "name", "lies_in", "county", "row_names", "doubts", "announcement_id", "note", "url", "row")
"""`lies_in` is the P-code of the polygon, `county` its name, `row_names` the P-code that the row names."""


def points_frame(run: Run, ground: Ground) -> GeoDataFrame:
    """One point for each site, numbered from 1, longitude first in WGS84 degrees; doubts joined by `; `."""
    from geopandas import GeoDataFrame
    from pandas import DataFrame
    from shapely import Point

    units = ground.gazetteer.units
    located = locate_points(run.points, ground)
    rows = [
        (
            str(number), one.point.name, one.pcode, units[one.pcode].name if one.pcode else "",
            one.point.pcode, "; ".join(words_of(doubt)["en"] for doubt in one.doubts), one.point.project,
            one.point.note, one.point.url, one.point.row,
        )
        for number, one in enumerate(located, start=1)
    ]  # fmt: skip
    table = DataFrame(rows, columns=list(COLUMNS)).set_index("id").astype("string").replace("", None)
    shapes = [Point(one.point.lon, one.point.lat) if one.is_drawn else None for one in located]
    return GeoDataFrame(table, geometry=shapes, crs="EPSG:4326")
