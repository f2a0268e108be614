"""A run, its records and the gazetteer as analysts use them: GeoDataFrames, and HTML for notebooks."""

from geo.frames.announcements import announcements_frame
from geo.frames.counties import counties, counties_frame
from geo.frames.reports import reports_frame
from geo.frames.showing import announcement_html, run_html, run_line, unit_html
from geo.frames.units import units

__all__ = [
    "announcement_html",
    "announcements_frame",
    "counties",
    "counties_frame",
    "reports_frame",
    "run_html",
    "run_line",
    "unit_html",
    "units",
]
