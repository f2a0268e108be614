"""A GeoPackage: three layers that refer to each other, days as days, credits once, and styles for QGIS."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from geo.formats.layers import Layers
from geo.formats.qgis import style_of
from geo.formats.vectors import CHANGED, write_layer

LINKS = (
    ("announcements", "polygon_pcode", "counties"),
    ("reports", "announcement_id", "announcements"),
)
"""(layer, column, layer that its index leads to)."""
VERSION = "1.2"
"""Of the GeoPackage standard: of a newer one QGIS 3.22 and sf with GDAL 3.6 warn."""
_STYLES = """
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT,
    f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT,
    useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT,
    update_time DATETIME DEFAULT CURRENT_TIMESTAMP
)
"""


def geopackage(layers: Layers) -> bytes:
    """
    Counties, announcements and reports with foreign keys, and points if sites with coordinates were given;
    `layer_styles` is what QGIS opens them with.
    """
    with tempfile.TemporaryDirectory(prefix="factorymap-") as scratch:
        path = Path(scratch, "factorymap.gpkg")
        for name in ("counties", "announcements", "reports", *(("points",) if len(layers.points) else ())):
            about = {"dataset_metadata": layers.about, "dataset_options": {"VERSION": VERSION}}
            about = {} if path.exists() else about
            write_layer(layers, name, path, "GPKG", append=path.exists(), **about)
        with closing(sqlite3.connect(path)) as base:
            _link(base, layers)
            _style(base)
        return path.read_bytes()


def _link(base: sqlite3.Connection, layers: Layers) -> None:
    """
    Write the foreign keys into the tables that GDAL has made.

    SQLite has no statement that adds one to a table; its documentation allows to change the table's own text
    (`writable_schema`) for constraints that leave the file as it is.
    """
    with base:
        for name in sorted({target for _, _, target in LINKS}):
            key = layers.layer(name).index.name
            base.execute(f'CREATE UNIQUE INDEX "{name}_{key}" ON "{name}" ("{key}")')
        base.execute("PRAGMA writable_schema = ON")
        for name, column, target in LINKS:
            key = layers.layer(target).index.name
            (sql,) = base.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
            rule = f'FOREIGN KEY ("{column}") REFERENCES "{target}" ("{key}")'
            text = f"{sql.rstrip().removesuffix(')')}, {rule})"
            base.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ? AND type = 'table'", (text, name))
        base.execute("PRAGMA writable_schema = RESET")


def _style(base: sqlite3.Connection) -> None:
    """Styles that QGIS takes as those of the layers."""
    with base:
        base.execute(_STYLES)
        base.executemany(
            "INSERT INTO layer_styles VALUES (?, '', '', ?, ?, ?, ?, '', 1, ?, '', NULL, ?)", _rows(base)
        )
        base.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) "
            "VALUES ('layer_styles', 'attributes', 'layer_styles', 'Styles for QGIS', ?)",
            (CHANGED,),
        )


def _rows(base: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """A style for each layer: number, table, geometry, name, QML, description, day."""
    found = base.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall()
    for number, (table, geometry) in enumerate(sorted(found), 1):
        if table != "points":
            yield number, table, geometry, "stages", style_of(table), "Colours of the stages", CHANGED
