"""
A run in the formats of other tools: GeoPackage, KMZ, GeoParquet, FlatGeobuf, TopoJSON, GeoJSON, XLSX, CSV.

Each is written when it is asked for, by a library that is imported then.
"""

from geo.formats.choosing import FORMATS, export, export_names, rendered
from geo.formats.layers import layers_of

__all__ = [
    "FORMATS",
    "export",
    "export_names",
    "layers_of",
    "rendered",
]
