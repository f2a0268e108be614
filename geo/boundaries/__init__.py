"""What a map is drawn on: the county lines that ship or somebody's own, and whom to credit for them."""

from geo.boundaries.areas import sound_areas
from geo.boundaries.chosen import SHIPPED_SHAPES, Boundaries, Ground, OwnBoundaries, ground_of
from geo.boundaries.credits import CAVEAT, attribution_lines, credit_line, datasets
from geo.boundaries.own.context import read_context
from geo.boundaries.own.reading import read_boundaries
from geo.boundaries.own.records import BoundaryReport
from geo.boundaries.own.report import report_lines
from geo.boundaries.points import LocatedPoint, locate_points
from geo.boundaries.shipped import county_layer, county_shapes, doubtful_lines, province_layer
from geo.boundaries.topojson import (
    Degrees,
    Topology,
    arc_numbers,
    arcs_in_degrees,
    geometries,
    polygons_of,
    stitched,
)

__all__ = [
    "CAVEAT",
    "SHIPPED_SHAPES",
    "Boundaries",
    "BoundaryReport",
    "Degrees",
    "Ground",
    "LocatedPoint",
    "OwnBoundaries",
    "Topology",
    "arc_numbers",
    "arcs_in_degrees",
    "attribution_lines",
    "county_layer",
    "county_shapes",
    "credit_line",
    "datasets",
    "doubtful_lines",
    "geometries",
    "ground_of",
    "locate_points",
    "polygons_of",
    "province_layer",
    "read_boundaries",
    "read_context",
    "report_lines",
    "sound_areas",
    "stitched",
]
