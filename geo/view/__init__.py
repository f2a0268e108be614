"""What a map shows, ready to be drawn by page and pictures alike: stages, words, colours, dates."""

from geo.view.county_stages import county_stages, mark_of, polygon_of
from geo.view.days import human_date
from geo.view.map_view import map_view
from geo.view.messages import in_korean
from geo.view.options import LANGUAGES, PLAIN, MapOptions
from geo.view.palette import (
    LOOKS,
    OTHER_SHAPE,
    OUTLINE,
    SHAPE_FILL,
    THEMES,
    Theme,
    css_variables,
    shape_paths,
)

__all__ = [
    "LANGUAGES",
    "LOOKS",
    "OTHER_SHAPE",
    "OUTLINE",
    "PLAIN",
    "SHAPE_FILL",
    "THEMES",
    "MapOptions",
    "Theme",
    "county_stages",
    "css_variables",
    "human_date",
    "in_korean",
    "map_view",
    "mark_of",
    "polygon_of",
    "shape_paths",
]
