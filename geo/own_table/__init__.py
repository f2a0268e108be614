"""The map of somebody's own table of announcements: CSV, Excel, GeoJSON or a DataFrame."""

from geo.own_table.drawing_table import draw, read_announcements
from geo.own_table.maps import write_map
from geo.own_table.points import doubt_lines, read_points, with_layers
from geo.own_table.records import DrawnTable
from geo.own_table.telling import table_lines

__all__ = [
    "DrawnTable",
    "doubt_lines",
    "draw",
    "read_announcements",
    "read_points",
    "table_lines",
    "with_layers",
    "write_map",
]
