"""What every format is written from: three layers with clean texts, the review, and whom to credit, once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.boundaries import CAVEAT, Boundaries, Ground, OwnBoundaries, attribution_lines, ground_of
from geo.formats.marked import points_frame
from geo.frames import announcements_frame, counties_frame, reports_frame
from geo.models import Run
from geo.text import readable

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

LICENCE = "Compiled names and stages: CC BY 4.0. Quoted passages belong to their publishers."
DATED = ("from", "until")
"""Ends of the names of columns that hold days."""
NAMES = ("announcements", "counties", "reports")


@dataclass(frozen=True, eq=False)
class Layers:
    """The layers of a run as they go into files."""

    run: Run
    announcements: GeoDataFrame
    counties: GeoDataFrame
    reports: GeoDataFrame
    points: GeoDataFrame
    """Sites with coordinates that the user gave; in formats with several layers, where there are any."""
    shapes: Boundaries
    credits: tuple[str, ...]

    def layer(self, name: str) -> GeoDataFrame:
        """One of `NAMES`, or `points`."""
        found: GeoDataFrame = getattr(self, name)
        return found

    @property
    def about(self) -> dict[str, str]:
        """Credit, caveat and licence, which stand once in every file."""
        return {"attribution": " ".join(self.credits), "caveat": CAVEAT, "licence": LICENCE}


def layers_of(run: Run, *, boundaries: OwnBoundaries | Ground | None = None, columns: str = "own") -> Layers:
    """The layers of a run; parameters and errors are those of `geo.frames.announcements_frame`."""
    ground = ground_of(boundaries)
    made = {
        name: _clean(frame(run, boundaries=ground, columns=columns))
        for name, frame in (
            ("announcements", announcements_frame),
            ("counties", counties_frame),
            ("reports", reports_frame),
        )
    }
    credits = attribution_lines("layers") if ground.layer_credits is None else ground.layer_credits
    points = _clean(points_frame(run, ground))
    return Layers(run, **made, points=points, shapes=ground.shapes, credits=tuple(map(readable, credits)))


def _clean(frame: GeoDataFrame) -> GeoDataFrame:
    """A layer whose texts turn no direction of writing; coordinates to about a metre, rings as RFC 7946."""
    from shapely import orient_polygons, set_precision

    for column in frame.columns:
        if frame[column].dtype == "string":
            frame[column] = frame[column].map(readable, na_action="ignore").astype(frame[column].dtype)
        elif frame[column].dtype == "category":
            frame[column] = frame[column].cat.rename_categories(_once)
    geometry = orient_polygons(set_precision(frame.geometry.array, 1e-5, mode="pointwise"))
    frame.index = frame.index.map(readable)
    return frame.set_geometry(geometry, crs=frame.crs)


def _once(category: str) -> str:
    """A category as a text of its own."""
    return str(readable(category))


def is_day(column: str) -> bool:
    """Whether a column holds days."""
    return column.rpartition("_")[2] in DATED


def cell_of(value: Any) -> Any:
    """A cell as a plain value of Python: text, whole number, fraction, truth, date or None."""
    from pandas import Timestamp, isna

    if isna(value) is True:
        return None
    if isinstance(value, Timestamp):
        return value.date()
    return value.item() if hasattr(value, "item") else value


def rows_of(frame: GeoDataFrame) -> list[dict[str, Any]]:
    """The rows of a layer as plain values, the index first, without their geometry."""
    table = frame.drop(columns="geometry").reset_index()
    names = [str(name) for name in table.columns]
    return [
        {name: cell_of(value) for name, value in zip(names, cells, strict=True)}
        for cells in table.itertuples(index=False, name=None)
    ]
