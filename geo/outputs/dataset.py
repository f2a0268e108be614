"""
The data that ship as a data set of its own: tables, lines, a GeoPackage, and what describes them.

Coordinates are WGS84 degrees, longitude before latitude in the layers; population is in persons, area in km2.
The same installed version gives the same files.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.boundaries import county_layer, doubtful_lines, province_layer
from geo.text import data_rows, data_text, json_text, needed, write_files

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from pandas import DataFrame

DESCRIPTOR = "datapackage.json"
GEOPACKAGE = "dprk.gpkg"
VERSION = "1.2"
"""Of the GeoPackage standard, which older programs know, too."""
_DAY = "2026-11-29T00:00:00.000Z"
"""What the GeoPackage says of its last change, so that it does not differ from run to run."""
_WHOLE_NUMBERS = {"level", "population_2008"}
_NUMBERS = {"seat_lat", "seat_lon", *(f"{name}_km2" for name in ("area", "cod_ab", "published"))}


def write_dataset(folder: str | PathLike[str]) -> tuple[Path, ...]:
    """
    Write the data set into a folder, which is made if need be; all files appear as one set.

    CSV tables and TopoJSON as they ship, `dprk.gpkg` with the layers counties, provinces, doubtful_lines and
    places and the table names, and `datapackage.json`. Returns the files, the descriptor first.

    Raises
    ------
    InputError
        If a folder stands where a file is to go, or another process is writing there.
    OSError
        If the folder cannot be written to.
    """
    needed("The data set", "gis", "geopandas", "pyogrio")
    package: dict[str, Any] = json.loads(data_text(DESCRIPTOR))
    tables = {resource["path"]: data_text(resource["path"]) for resource in package["resources"]}
    package["resources"].append(_described(package))
    content: dict[str, str | bytes] = {DESCRIPTOR: json_text(package, indent=1) + "\n", **tables}
    return write_files({**content, GEOPACKAGE: geopackage()}, folder)


def geopackage() -> bytes:
    """All layers in one OGC GeoPackage."""
    import pyogrio

    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, GEOPACKAGE)
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _DAY})
        try:
            for name, layer in _layers():
                new = {} if path.exists() else {"dataset_options": {"VERSION": VERSION}}
                pyogrio.write_dataframe(layer, path, layer=name, driver="GPKG", append=not new, **new)
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
        return path.read_bytes()


def _layers() -> Iterator[tuple[str, GeoDataFrame | DataFrame]]:
    """Name and content of each layer."""
    units = _table("units")
    facts = units.set_index("pcode")[["name", "hangul", "type", "population_2008", "population_2008_of"]]
    areas = _table("areas").set_index("pcode")[["cod_ab_km2", "published_km2", "doubtful", "why"]]
    yield "counties", _parts(county_layer().join(facts).join(areas).reset_index(names="pcode"))
    yield "provinces", _parts(province_layer().join(facts[["name", "hangul"]]).reset_index(names="pcode"))
    lines = doubtful_lines()
    yield "doubtful_lines", lines.assign(pcodes=lines["pcodes"].map("|".join))
    yield "places", _points(units)
    yield "names", _table("names")


def _table(name: str) -> DataFrame:
    """A table that ships, with numbers where they are numbers."""
    from pandas import DataFrame, to_numeric

    table = DataFrame(data_rows(f"{name}.csv"))
    for column in table.columns:
        if column in _WHOLE_NUMBERS:
            table[column] = to_numeric(table[column]).astype("Int64")
        elif column in _NUMBERS:
            table[column] = to_numeric(table[column])
    return table


def _points(units: DataFrame) -> GeoDataFrame:
    """Units at their seats; no geometry where none is known."""
    from geopandas import GeoDataFrame, points_from_xy

    points = points_from_xy(units["seat_lon"], units["seat_lat"])
    return GeoDataFrame(units, geometry=points, crs="EPSG:4326").assign(
        geometry=lambda layer: layer.geometry.where(layer["seat_lon"].notna())
    )


def _parts(layer: GeoDataFrame) -> GeoDataFrame:
    """Every polygon as a multipolygon, as a layer has one kind."""
    from shapely import MultiPolygon, get_parts

    return layer.assign(geometry=layer.geometry.map(lambda shape: MultiPolygon(list(get_parts(shape)))))


def _described(package: dict[str, Any]) -> dict[str, Any]:
    """The GeoPackage as a resource of the package."""
    return {
        "name": "geopackage",
        "type": "file",
        "path": GEOPACKAGE,
        "title": "Counties, provinces, doubtful lines, places and names (OGC GeoPackage)",
        "description": "WGS84 degrees, longitude before latitude.",
        "scheme": "file",
        "format": "gpkg",
        "mediatype": "application/geopackage+sqlite3",
        "licenses": package["licenses"],
        "sources": package["sources"],
    }
