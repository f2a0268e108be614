"""
Which kind a file of boundaries is, by its first bytes, and what of it GDAL is shown.

A kind is here only if its files need no others: what a file of text or a database could name besides
(addresses, other files, functions) is left out of what is handed on, or the file is refused.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import InputError
from geo.text import decode

KNOWN = (
    "a shapefile (.shp with .shx, .dbf and .prj beside it, or zipped), GeoJSON, TopoJSON, GeoPackage, "
    "FlatGeobuf or KML"
)
GEOJSON = frozenset(("FeatureCollection", "Feature", "GeometryCollection", "Polygon", "MultiPolygon"))

_JSON_KEPT = frozenset(
    "type name crs features id properties geometry geometries coordinates objects arcs transform".split()
)
"""Members of a whole file; others could make it one of another kind."""
_CRS_NAME = re.compile(r"[A-Za-z0-9:._-]{1,80}")
_CRS_ADDRESS = re.compile(r"https?://(?:www\.)?opengis\.net/def/crs/(\w+)/[\w.]+/(\w+)")
_WKT = re.compile(r"\s*(?:[A-Z_0-9]+\s*\[|undefined|\Z)", re.IGNORECASE)
_KML = "{http://www.opengis.net/kml/2.2}"
_KML_KEPT = frozenset(
    "kml Document Folder Placemark name description ExtendedData Data value displayName SchemaData "
    "SimpleData Schema SimpleField MultiGeometry Polygon outerBoundaryIs innerBoundaryIs LinearRing "
    "coordinates Point LineString".split()
)
_KML_ATTRIBUTES = {"name": re.compile(r"(?s).*"), "type": re.compile(r"\w+"), "schemaUrl": re.compile(r"#.*")}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file."""

    suffix: str
    """By which GDAL knows it, whatever the file is called."""
    drivers: tuple[str, ...]
    """Of GDAL; what another one opens is refused."""
    shown: Callable[[bytes], bytes]
    """What GDAL is shown of the content; raises Refusal."""


class Refusal(Exception):
    """Why a file is not opened, as the end of a sentence, and what to try if that is not to give another."""

    def __init__(self, why: str, advice: str = f"Give {KNOWN}.") -> None:
        super().__init__(why)
        self.why, self.advice = why, advice

    def of(self, path: object) -> InputError:
        """The error for the file."""
        return InputError(f"'{path}' cannot be read as boundaries: {self.why}. {self.advice}")


def kind_of(content: bytes) -> Kind:
    """The kind of a file that is not zipped; Refusal if it is none that is read."""
    for magic, kind in _MAGIC.items():
        if content.startswith(magic):
            return kind
    head = content[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    if head.startswith((b"{", b"[")):
        return JSON
    if head.startswith(b"<"):
        return KML
    raise Refusal("it is of no kind that is read")


def _as_it_is(content: bytes) -> bytes:
    return content


def _json_shown(content: bytes) -> bytes:
    """GeoJSON or TopoJSON, written anew: what was understood here, and no address of a CRS."""
    try:
        value = json.loads(decode(content)[0].removeprefix("\ufeff"))
    except InputError as error:
        raise Refusal(str(error).partition(";")[0]) from None
    except (ValueError, RecursionError):
        raise Refusal("it is no whole JSON") from None
    kind = value.get("type") if isinstance(value, dict) else None
    if kind not in GEOJSON and kind != "Topology":
        raise Refusal("it is JSON, but neither GeoJSON nor TopoJSON")
    kept = {member: value[member] for member in value if member in _JSON_KEPT}
    if "crs" in kept:
        kept["crs"] = _known_crs(kept["crs"])
    try:
        return json.dumps(kept).encode("ascii")
    except RecursionError:
        raise Refusal("its JSON is nested too deeply") from None


def _known_crs(crs: Any) -> Any:
    """The CRS of a GeoJSON if it is named; Refusal if it stands elsewhere."""
    match crs:
        case None:
            return None
        case {"type": "name", "properties": {"name": str(name)}}:
            address = _CRS_ADDRESS.fullmatch(name)
            name = f"{address[1]}:{address[2]}" if address else name
            if _CRS_NAME.fullmatch(name):
                return {"type": "name", "properties": {"name": name}}
    raise Refusal(
        "it names its coordinate reference system (CRS) by an address or a file, which is not opened",
        "Save it with the code of its CRS, such as EPSG:4326.",
    )


def _kml_shown(content: bytes) -> bytes:
    """KML with its names, data and shapes, without links, styles and overlays."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refusal("it is no whole XML") from None
    found = etree.QName(root).localname
    if found != "kml":
        raise Refusal(f"it is XML of the kind {found!r}, which could name other files or addresses")
    if root.getroottree().docinfo.doctype:
        raise Refusal("its XML has a document type, which could name other files")
    kept = _kml_copy(root)
    assert kept is not None
    return bytes(etree.tostring(kept, encoding="utf-8", xml_declaration=True))


def _kml_copy(node: Any) -> Any:
    """An element with what is kept below it, in the namespace of KML 2.2; None if it is not kept itself."""
    from lxml import etree

    if not isinstance(node.tag, str) or etree.QName(node).localname not in _KML_KEPT:
        return None
    copy = etree.Element(f"{_KML}{etree.QName(node).localname}", nsmap={None: _KML[1:-1]})
    for name, fitting in _KML_ATTRIBUTES.items():
        if fitting.fullmatch(node.get(name, "\0")) and node.get(name) is not None:
            copy.set(name, node.get(name))
    if node.tag.endswith("}Schema") and node.get("id"):
        copy.set("id", node.get("id"))
    copy.text = node.text
    copy.extend(child for child in map(_kml_copy, node) if child is not None)
    return copy


def check_geopackage(path: Path) -> None:
    """Refusal for a database that is no GeoPackage, or has views, functions or virtual tables in it."""
    try:
        with _opened(path) as database:
            parts = database.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
            definitions = database.execute("SELECT definition FROM gpkg_spatial_ref_sys").fetchall()
            database.execute("SELECT count(*) FROM gpkg_contents").fetchall()
    except sqlite3.Error:
        raise Refusal("it is no GeoPackage, or a damaged one") from None
    for kind, name, sql in parts:
        words = str(sql or "").lower()
        computed = kind == "table" and (
            "virtual" in words.split("(")[0].split() or re.search(r"\bas\s*\(", words)
        )
        if kind == "view" or (computed and "using rtree" not in words):
            raise Refusal(
                f"its {kind} {name!r} is computed, which could run functions or open other files",
                "Save the layer of counties as a GeoPackage of its own.",
            )
    if any(not _WKT.match(str(definition or "")) for (definition,) in definitions):
        raise Refusal("it names a coordinate reference system (CRS) that is no WKT", "Save it in EPSG:4326.")


class _opened:
    """A database, only to be read, closed at the end."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)

    def __enter__(self) -> sqlite3.Connection:
        return self._database

    def __exit__(self, *_: object) -> None:
        self._database.close()


JSON = Kind(".geojson", ("GeoJSON", "TopoJSON"), _json_shown)
KML = Kind(".kml", ("LIBKML", "KML"), _kml_shown)
SHAPEFILE = Kind(".shp", ("ESRI Shapefile",), _as_it_is)
GEOPACKAGE = Kind(".gpkg", ("GPKG",), _as_it_is)
FLATGEOBUF = Kind(".fgb", ("FlatGeobuf",), _as_it_is)
DRIVERS = tuple(driver for kind in (JSON, KML, SHAPEFILE, GEOPACKAGE, FLATGEOBUF) for driver in kind.drivers)
"""All drivers that may open a file."""

SHAPEFILE_MAGIC = b"\x00\x00\x27\x0a"
_MAGIC: Mapping[bytes, Kind] = {
    SHAPEFILE_MAGIC: SHAPEFILE,
    b"SQLite format 3\x00": GEOPACKAGE,
    b"fgb\x03": FLATGEOBUF,
}
