"""What a run is drawn on: the shipped county boundaries, or somebody's own."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from geo.boundaries import shipped
from geo.boundaries.credits import attribution_lines
from geo.boundaries.own.drawing import OwnShapes, with_polygons_of
from geo.boundaries.own.reading import BoundaryReport, read_boundaries
from geo.models import Note
from geo.places import Gazetteer, load_gazetteer

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

OwnBoundaries: TypeAlias = "BoundaryReport | str | PathLike[str] | GeoDataFrame"
"""A layer that `read_boundaries` has read, its file, or a GeoDataFrame."""


class Boundaries(Protocol):
    """What a map needs of its polygons."""

    def counties_topology(self) -> dict[str, Any]:
        """TopoJSON of counties and provinces."""

    def context_topology(self) -> dict[str, Any]:
        """TopoJSON of neighbouring land."""

    def label_point(self, pcode: str, /) -> tuple[float, float]:
        """(latitude, longitude) inside a county or province; PlaceNotFoundError if it has no polygon."""


SHIPPED_SHAPES: Boundaries = shipped
"""The shipped county lines."""


@dataclass(frozen=True, eq=False)
class Ground:
    """Polygons with what depends on them."""

    gazetteer: Gazetteer
    """Its units know which of these polygons stands for them."""
    shapes: Boundaries
    layer: GeoDataFrame | None = None
    """Polygons by P-code for the GeoJSON of counties; None for the shipped ones."""
    map_credits: tuple[str, ...] | None = None
    layer_credits: tuple[str, ...] | None = None
    """Credit lines, None for those of the shipped data."""
    notes: tuple[Note, ...] = ()
    report: BoundaryReport | None = None


def ground_of(own: OwnBoundaries | Ground | None = None) -> Ground:
    """
    The shipped boundaries, or those of a file or report; what is read already is returned as it is.

    Raises
    ------
    InputError
        If the file cannot be used (`read_boundaries` says why), or no polygon in it lies where its unit is.
    """
    if isinstance(own, Ground):
        return own
    if own is None:
        return Ground(load_gazetteer(), SHIPPED_SHAPES)
    report = own if isinstance(own, BoundaryReport) else read_boundaries(own)
    shapes = OwnShapes(report)
    return Ground(
        gazetteer=with_polygons_of(load_gazetteer(), report.layer),
        shapes=shapes,
        layer=report.layer,
        map_credits=attribution_lines(own_counties=shapes.credit, shipped_counties=shapes.has_shipped_land),
        layer_credits=attribution_lines("layers", own_counties=shapes.credit, shipped_counties=False),
        notes=shapes.notes(),
        report=report,
    )
