"""Layers written by GDAL (through pyogrio), with days as days and nulls as nulls."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.formats.layers import Layers, is_day

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

CHANGED = "2026-11-29T00:00:00.000Z"
"""What a file says of its last change, so that it does not differ from run to run."""
TYPES = {"announcements": "Point", "counties": "MultiPolygon", "reports": "Point", "points": "Point"}


def flatgeobuf(layers: Layers, name: str) -> bytes:
    """One layer as FlatGeobuf, with an index of places if every feature has one."""
    with tempfile.TemporaryDirectory(prefix="factorymap-") as scratch:
        path = Path(scratch, f"{name}.fgb")
        about = " ".join(layers.about.values())
        shapes = layers.layer(name).geometry
        indexed = "YES" if len(shapes) and shapes.notna().all() else "NO"
        options = {"SPATIAL_INDEX": indexed, "TITLE": f"factorymap: {name}", "DESCRIPTION": about}
        write_layer(layers, name, path, "FlatGeobuf", layer_options=options)
        return path.read_bytes()


def write_layer(layers: Layers, name: str, path: Path, driver: str, **how: Any) -> None:
    """Write a layer, the index as its first field."""
    import pyogrio
    from numpy import array
    from pyogrio.raw import write
    from shapely import to_wkb

    frame = layers.layer(name)
    table = frame.drop(columns="geometry").reset_index()
    columns = [str(column) for column in table.columns]
    fields = [_field(table, column) for column in columns]
    shapes = [_multi(shape) if TYPES[name].startswith("Multi") else shape for shape in frame.geometry]
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": CHANGED})
    try:
        write(
            path,
            array([None if shape is None else to_wkb(shape) for shape in shapes], dtype=object),
            [values for values, _ in fields],
            columns,
            field_mask=[mask for _, mask in fields],
            layer=name,
            driver=driver,
            geometry_type=TYPES[name],
            crs="EPSG:4326",
            encoding="UTF-8",
            **how,
        )
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _field(table: GeoDataFrame, column: str) -> tuple[Any, Any]:
    """The values of a column as GDAL has types for them, and which of them are null."""
    cells = table[column]
    if is_day(column):
        return cells.to_numpy().astype("datetime64[D]"), None
    kind = str(cells.dtype)
    if kind == "Int64":
        return cells.fillna(0).to_numpy(dtype="int64"), cells.isna().to_numpy()
    if kind == "Float64":
        return cells.fillna(0).to_numpy(dtype="float64"), cells.isna().to_numpy()
    if kind == "bool":
        return cells.to_numpy(dtype="bool"), None
    return cells.astype(object).where(cells.notna(), None).to_numpy(dtype=object), None


def _multi(shape: Any) -> Any:
    """A polygon as a multipolygon, as a layer has one kind."""
    from shapely import MultiPolygon, get_parts

    return MultiPolygon(list(get_parts(shape)))
