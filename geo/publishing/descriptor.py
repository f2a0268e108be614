"""What the tables and layers of a published folder are, as a Frictionless Data Package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import Any

from geo.boundaries import CAVEAT, datasets
from geo.text import json_text, read_records

FILE = "datapackage.json"
METADATA = "-metadata.json"
CC_BY = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0, for names and stages; quotes belong to their publishers",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
KINDS: Mapping[str, tuple[str, str]] = {
    "geojson": ("application/geo+json", "GeoJSON (RFC 7946): WGS84 degrees, longitude before latitude"),
    "topojson": ("application/json", "TopoJSON: WGS84 degrees, longitude before latitude"),
    "gpkg": ("application/geopackage+sqlite3", "OGC GeoPackage: WGS84 degrees, longitude before latitude"),
    "fgb": ("application/octet-stream", "FlatGeobuf: WGS84 degrees, longitude before latitude"),
    "parquet": ("application/vnd.apache.parquet", "GeoParquet: WGS84 degrees, longitude before latitude"),
    "kmz": ("application/vnd.google-earth.kmz", "KMZ: WGS84 degrees, longitude before latitude"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel workbook"),
    "atom": ("application/atom+xml", "Feed of changes (Atom, RFC 4287)"),
}
"""Suffix -> media type, and what such a file is."""


def descriptor(files: Mapping[str, str | bytes], *, title: str, address: str, version: str, day: str) -> str:
    """
    datapackage.json for the files (name -> content) that are data; `version` is the id of the build, `day`
    the ISO day of the data.
    """
    package = {
        "name": "factorymap-announcements",
        "title": title,
        "description": f"A stage is a claim of the named source on its date. {CAVEAT}",
        **({"homepage": address} if address else {}),
        "version": version,
        "created": f"{day}T00:00:00Z",
        "licenses": [CC_BY],
        "sources": [{"title": one.title, "path": one.url} for one in datasets() if one.url],
        "resources": [_resource(name, files) for name in files if not name.endswith(METADATA)],
    }
    return json_text(package, indent=1) + "\n"


def _resource(name: str, files: Mapping[str, str | bytes]) -> dict[str, Any]:
    """One file as a resource."""
    stem, _, suffix = name.rpartition(".")
    about = {"name": name.lower().replace("_", "-"), "path": name, "format": suffix}
    if suffix != "csv":
        kind, description = KINDS[suffix]
        return {**about, "type": "file", "scheme": "file", "mediatype": kind, "description": description}
    described = files.get(f"{name}{METADATA}")
    return {
        **about,
        "type": "table",
        "scheme": "file",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "title": f"{stem.removeprefix('factorymap-')}, one a row",
        "schema": _schema_of(described) if described else _own_schema(),
    }


def _own_schema() -> dict[str, Any]:
    """The columns of announcements.csv."""
    text = resources.files("geo.publishing").joinpath("columns.csv").read_text(encoding="utf-8")
    _, rows = read_records(text)
    fields = [{"name": row["column"], "type": row["type"], "description": row["description"]} for row in rows]
    return _schema(fields, "id")


def _schema_of(metadata: str | bytes) -> dict[str, Any]:
    """The columns of a table that CSV on the Web describes."""
    table = json.loads(metadata)["tableSchema"]
    fields = [{"name": one["name"], "type": one["datatype"]} for one in table["columns"]]
    return _schema(fields, table["primaryKey"])


def _schema(fields: Sequence[Mapping[str, str]], key: str) -> dict[str, Any]:
    return {"fields": list(fields), "primaryKey": [key], "missingValues": [""]}


def listed(files: Iterable[str]) -> tuple[str, ...]:
    """Names of the files that a reader is shown: tables, layers, and what describes them."""
    return tuple(name for name in files if not name.endswith(METADATA))
