"""
News articles about the DPRK's county factories in, a map of counties with quoted evidence out.

    import geo

    geo.make_map("articles/")                # a folium map; shows itself in a notebook
    run = geo.build("articles/")             # what was read, found and merged
    run.announcements_gdf()                  # a GeoDataFrame; reports_gdf, counties_gdf
    geo.export(run, "projects.gpkg")         # or .kmz, .xlsx, .parquet, .fgb, .topojson, .geojson, .csv
    geo.write_outputs(run, "maps")           # the files of `factorymap build`
    geo.write_report(run, "report.html")     # or .md, .docx, .pdf: sentences with their sources
    geo.publish(run, "public")               # a folder for any static host: map, a page for each county, feed
    for extraction in geo.extract("articles/"):
        ...                                  # places and events, document by document
    geo.diff("maps-december", "maps")        # what changed between two builds
    geo.draw("sites.xlsx")                   # the map of your own table
    geo.fetch("https://…/feed", "pages")     # saved pages, for geo.build("pages")
    geo.locate("Songchon")                   # one unit of the gazetteer
    geo.locate_all(table["county"])          # a DataFrame with the unit of each name

Each step is a package of its own; `geo.pipeline` shows their order. Packages are imported on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.articles import read_articles
    from geo.boundaries import BoundaryReport, read_boundaries
    from geo.comparing import Change, Comparison, diff
    from geo.decisions import Decisions, read_decisions
    from geo.errors import BadRowsError, DataError, FactorymapError, InputError, PlaceNotFoundError
    from geo.events import find_events
    from geo.fetching import FeedSource, Fetched, FetchOptions, FetchReport, fetch, known_sources
    from geo.formats import export
    from geo.frames import counties, units
    from geo.models import (
        Announcement,
        Document,
        Event,
        Extraction,
        Finding,
        InputRecord,
        Mention,
        Place,
        Report,
        Ruling,
        Run,
        Unit,
        __version__,
    )
    from geo.outputs import draw_picture, map_of, write_outputs
    from geo.own_table import DrawnTable, draw, read_announcements, read_points, with_layers
    from geo.pipeline import build, extract, make_map
    from geo.places import Answer, find_mentions, load_gazetteer, locate, locate_all, look_up
    from geo.projects import merge_events
    from geo.publishing import publish
    from geo.report import write_report
    from geo.view import MapOptions, PictureOptions, Style, read_style

__all__ = [
    "Announcement",
    "Answer",
    "BadRowsError",
    "BoundaryReport",
    "Change",
    "Comparison",
    "DataError",
    "Decisions",
    "Document",
    "DrawnTable",
    "Event",
    "Extraction",
    "FactorymapError",
    "FeedSource",
    "FetchOptions",
    "FetchReport",
    "Fetched",
    "Finding",
    "InputError",
    "InputRecord",
    "MapOptions",
    "Mention",
    "PictureOptions",
    "Place",
    "PlaceNotFoundError",
    "Report",
    "Ruling",
    "Run",
    "Style",
    "Unit",
    "__version__",
    "build",
    "counties",
    "diff",
    "draw",
    "draw_picture",
    "export",
    "extract",
    "fetch",
    "find_events",
    "find_mentions",
    "known_sources",
    "load_gazetteer",
    "locate",
    "locate_all",
    "look_up",
    "make_map",
    "map_of",
    "merge_events",
    "publish",
    "read_announcements",
    "read_articles",
    "read_boundaries",
    "read_decisions",
    "read_points",
    "read_style",
    "units",
    "with_layers",
    "write_outputs",
    "write_report",
]

_ROOMS = {
    "articles": "read_articles",
    "boundaries": "BoundaryReport read_boundaries",
    "comparing": "Change Comparison diff",
    "decisions": "Decisions read_decisions",
    "errors": "BadRowsError DataError FactorymapError InputError PlaceNotFoundError",
    "events": "find_events",
    "fetching": "FeedSource Fetched FetchOptions FetchReport fetch known_sources",
    "formats": "export",
    "frames": "counties units",
    "models": "Announcement Document Event Extraction Finding InputRecord Mention Place Report Ruling "
    "Run Unit __version__",
    "outputs": "draw_picture map_of write_outputs",
    "own_table": "DrawnTable draw read_announcements read_points with_layers",
    "pipeline": "build extract make_map",
    "places": "Answer find_mentions load_gazetteer locate locate_all look_up",
    "projects": "merge_events",
    "publishing": "publish",
    "report": "write_report",
    "view": "MapOptions PictureOptions Style read_style",
}
_HOME = {name: module for module, names in _ROOMS.items() for name in names.split()}

if not TYPE_CHECKING:  # a type checker sees the imports above, and so finds a name that does not exist

    def __getattr__(name: str) -> object:
        """A public name, from the module that defines it."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return list(__all__)
