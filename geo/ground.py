"""What a run is drawn on: the shipped county boundaries, or somebody's own."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING

from geo import boundaries
from geo.gazetteer import Gazetteer, load_gazetteer
from geo.layers import Boundaries
from geo.own_boundaries import BoundaryReport, read_boundaries
from geo.own_boundaries.drawing import OwnShapes, with_polygons_of
from geo.sources import attribution_lines

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

OwnBoundaries = BoundaryReport | str | PathLike[str]
"""A layer that `read_boundaries` has read, or its file."""


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
    notes: tuple[str, ...] = ()
    report: BoundaryReport | None = None


def ground_of(own: OwnBoundaries | None = None) -> Ground:
    """
    The shipped boundaries, or those of a file or report.

    Raises
    ------
    InputError
        If the file cannot be used (`read_boundaries` says why), or no polygon in it lies where its unit is.
    """
    if own is None:
        return Ground(load_gazetteer(), boundaries)
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
