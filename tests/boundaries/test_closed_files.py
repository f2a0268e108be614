"""A file of boundaries opens nothing else: no other file, no address, no device; and its size has bounds."""

from __future__ import annotations

import contextlib
import io
import json
import os
import socket
import sqlite3
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pyogrio
import pytest
from click.testing import CliRunner
from geopandas import GeoDataFrame

from geo.boundaries import county_layer, read_boundaries
from geo.boundaries.own import kinds, opening
from geo.cli import cli
from geo.errors import InputError

KUJANG, HYANGSAN = "KP0615", "KP0616"
SHAPES = county_layer().geometry


class Host:
    """A server on this machine that keeps what it is asked; nobody is to ask it anything."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_error(404)

            do_HEAD = do_POST = do_GET

            def log_message(self, *_: object) -> None:
                """Nothing on the terminal."""

        self._server = HTTPServer(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def host() -> Iterator[Host]:
    one = Host()
    yield one
    one.close()


def geojson(pcode: str, **members: object) -> str:
    """A layer of one county."""
    frame = GeoDataFrame({"ADM2_PCODE": [pcode]}, geometry=[SHAPES[pcode]], crs="EPSG:4326")
    return json.dumps({**json.loads(frame.to_json()), **members})


VRT = (
    "<OGRVRTDataSource><OGRVRTLayer name='x'><SrcDataSource>{}</SrcDataSource>"
    "<SrcLayer>x</SrcLayer></OGRVRTLayer></OGRVRTDataSource>"
)
KML = "<kml xmlns='http://www.opengis.net/kml/2.2'><Document>{}</Document></kml>"
GML = (
    "<?xml version='1.0'?><gml:FeatureCollection xmlns:gml='http://www.opengis.net/gml' "
    "xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
    "xsi:schemaLocation='http://x {0}'><gml:featureMember xlink:href='{0}'/></gml:FeatureCollection>"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vrt.geojson", VRT),  # the name says nothing of what is in it
        ("vrt.vrt", VRT),
        ("vrt.shp", VRT),
        ("curl.geojson", VRT.replace("{}", "/vsicurl/{}")),
        ("wfs.geojson", "<OGRWFSDataSource><URL>{}</URL></OGRWFSDataSource>"),
        ("wms.xml", "<GDAL_WMS><Service name='WMS'><ServerUrl>{}</ServerUrl></Service></GDAL_WMS>"),
        ("schema.gml", GML),  # its schema and its features stand elsewhere
        ("gml.geojson", GML),
        ("linked.kml", KML.format("<NetworkLink><Link><href>{}</href></Link></NetworkLink>")),
        ("linked.geojson", KML.format("<NetworkLink><Link><href>{}</href></Link></NetworkLink>")),
        ("styled.kml", KML.format("<Placemark><styleUrl>{}#a</styleUrl></Placemark>")),
        ("entity.kml", "<!DOCTYPE kml [<!ENTITY x SYSTEM '{}'>]>" + KML.format("<name>&x;</name>")),
        ("algorithm.json", '{{"type": "gdal_streamed_alg", "command_line": "gdal vector read {}"}}'),
        ("service.json", '{{"links": [{{"rel": "data", "href": "{}"}}], "collections": []}}'),
        ("esri.json", '{{"displayFieldName": "{}", "geometryType": "esriGeometryPolygon", "features": []}}'),
        ("line.txt", "{}"),
        ("deep.geojson", '{{"type": "FeatureCollection", "features": ' + "[" * 10_000 + '"{}"'),
        ("zero.geojson", '{{"type": "\x00{}"'),
    ],
)
def test_a_file_opens_no_other_and_asks_nobody(name: str, content: str, host: Host, tmp_path: Path) -> None:
    other = tmp_path / "other.geojson"
    other.write_text(geojson(KUJANG), encoding="utf-8")
    for number, meant in enumerate((f"{host.address}/layer.geojson", str(other), other.as_uri())):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / name).write_text(content.replace("{0}", "{}").replace("{}", meant), encoding="utf-8")
        with pytest.raises(InputError) as caught:
            read_boundaries(folder / name)
        assert "\n" not in str(caught.value) and name in str(caught.value)
        assert [one.name for one in folder.iterdir()] == [name]  # nothing is written beside it either
    assert host.asked == []


def test_the_reading_library_by_itself_would_ask(host: Host, tmp_path: Path) -> None:
    """So that the test before this one means something."""
    path = tmp_path / "vrt.geojson"
    path.write_text(VRT.format(f"/vsicurl/{host.address}/layer.geojson"), encoding="utf-8")
    with pytest.raises(RuntimeError):
        pyogrio.read_dataframe(path)
    assert host.asked


@pytest.mark.parametrize(
    "crs",
    [
        {"type": "link", "properties": {"href": "{}", "type": "ogcwkt"}},
        {"type": "url", "properties": {"url": "{}"}},
        {"type": "name", "properties": {"name": "{}"}},
        {"type": "name", "properties": {"name": "/vsicurl/{}"}},
    ],
)
def test_a_crs_that_stands_elsewhere_is_not_fetched(
    crs: dict[str, object], host: Host, tmp_path: Path
) -> None:
    path = tmp_path / "own.geojson"
    path.write_text(geojson(KUJANG, crs=crs).replace("{}", f"{host.address}/crs"), encoding="utf-8")
    with pytest.raises(InputError, match="by an address or a file"):
        read_boundaries(path)
    assert host.asked == []


@pytest.mark.parametrize(
    "name",
    [
        "EPSG:4326",
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:EPSG::4326",
        "http://www.opengis.net/def/crs/EPSG/0/4326",  # names the code, and is never asked
    ],
)
def test_a_crs_that_is_named_is_known(name: str, tmp_path: Path) -> None:
    path = tmp_path / "own.geojson"
    path.write_text(geojson(KUJANG, crs={"type": "name", "properties": {"name": name}}), encoding="utf-8")
    assert list(read_boundaries(path).layer.index) == [KUJANG]


def test_kml_is_read_without_its_links(host: Host, tmp_path: Path) -> None:
    path = tmp_path / "own.kml"
    frame = GeoDataFrame(
        {"Name": ["Kujang"], "ADM2_PCODE": [KUJANG]}, geometry=[SHAPES[KUJANG]], crs="EPSG:4326"
    )
    frame.to_file(path, driver="KML")
    link = f"<NetworkLink><Link><href>{host.address}</href></Link></NetworkLink></Document>"
    path.write_text(path.read_text(encoding="utf-8").replace("</Document>", link), encoding="utf-8")
    assert list(read_boundaries(path).layer.index) == [KUJANG]
    with zipfile.ZipFile(tmp_path / "own.kmz", "w") as archive:
        archive.write(path, "doc.kml")
    assert list(read_boundaries(tmp_path / "own.kmz").layer.index) == [KUJANG]
    assert host.asked == []


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW evil AS SELECT * FROM own",  # a view may call functions that ask a network
        "CREATE VIRTUAL TABLE evil USING fts3(x)",
        "CREATE TABLE evil (x, y GENERATED ALWAYS AS (abs(x)))",
        "UPDATE gpkg_spatial_ref_sys SET definition = 'http://127.0.0.1:1/crs'",
    ],
)
def test_a_database_that_computes_is_refused(statement: str, tmp_path: Path) -> None:
    path = tmp_path / "own.gpkg"
    frame = GeoDataFrame({"ADM2_PCODE": [KUJANG]}, geometry=[SHAPES[KUJANG]], crs="EPSG:4326")
    frame.to_file(path, layer="own")
    assert list(read_boundaries(path).layer.index) == [KUJANG]
    with sqlite3.connect(path) as database:
        database.execute(statement)
    database.close()
    with pytest.raises(InputError, match=r"own\.gpkg' cannot be read as boundaries"):
        read_boundaries(path)


def test_a_database_that_is_no_geopackage_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.gpkg"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE own (name)")
    database.close()
    with pytest.raises(InputError, match="no GeoPackage"):
        read_boundaries(path)


def test_of_an_archive_only_the_layer_is_unpacked(tmp_path: Path) -> None:
    frame = GeoDataFrame({"ADM2_PCODE": [KUJANG]}, geometry=[SHAPES[KUJANG]], crs="EPSG:4326")
    frame.to_file(tmp_path / "own.shp")
    with zipfile.ZipFile(tmp_path / "own.zip", "w") as archive:
        for part in ("shp", "shx", "dbf", "prj"):
            archive.write(tmp_path / f"own.{part}", f"../../deep/er/own.{part}")
        archive.writestr("own.vrt", VRT.format("/etc/passwd"))
        archive.writestr("__MACOSX/._own.shp", b"\x00")
    report = read_boundaries(tmp_path / "own.zip")
    assert (list(report.layer.index), report.layer_name) == ([KUJANG], "own")
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(
        ["own.zip", *(f"own.{part}" for part in ("cpg", "shp", "shx", "dbf", "prj"))]
    )


def archive_of(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (archive_of(a_geojson=b" " * 3_000_000), "unpacks to more than"),  # a bomb, for the limit set here
        (archive_of(a_vrt=b"<x/>"), "no files that are read"),
        (archive_of(a_geojson=b"{}", b_geojson=b"{}"), "2 files that are read"),
        (archive_of(a_shp=b"{}"), "is no shapefile"),
        (archive_of(a_zip=archive_of(a_geojson=b"{}")), "no files that are read"),  # none in another
        (archive_of(a_geojson=b"{}")[:40], "damaged"),
        (b" " * 3_000_000, "larger than"),
    ],
    ids=["bomb", "no layer", "several", "not what it says", "nested", "damaged", "large"],
)
def test_archives_and_sizes_have_bounds(
    content: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST", 2_000_000)
    path = tmp_path / "own.zip"
    path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        read_boundaries(path)


def test_what_gdal_could_take_for_another_kind_is_not_shown_to_it() -> None:
    """Members beside those of GeoJSON could make it a file that names others."""
    value = json.loads(geojson(KUJANG, command_line="gdal vector read x", links=[{"href": "x"}]))
    shown = json.loads(kinds.JSON.shown(json.dumps(value).encode()))
    assert set(shown) == {"type", "features"} and shown["features"] == value["features"]


@pytest.mark.parametrize(
    "address", ["/vsicurl/http://127.0.0.1:1/x.geojson", "http://127.0.0.1:1/x", "zip://x.zip"]
)
def test_an_address_is_no_file(address: str) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_boundaries(address)


# ---- no option's file is a device --------------------------------------------------------------------------


@pytest.fixture(params=["device", "pipe", "socket", "folder"])
def odd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """What can be opened, but is no file."""
    path = tmp_path / "odd.csv"
    opened = None
    if request.param == "device":
        path.symlink_to("/dev/zero")
    elif request.param == "pipe":
        os.mkfifo(path)
    elif request.param == "socket":
        opened = socket.socket(socket.AF_UNIX)
        with contextlib.chdir(tmp_path):  # paths of sockets are short
            opened.bind("odd.csv")
    else:
        path.mkdir()
    yield path
    if opened:
        opened.close()


@pytest.mark.skipif(os.name != "posix", reason="devices and pipes are files on POSIX only")
@pytest.mark.parametrize(
    "command",
    [
        ["build", "article.txt", "--boundaries", "{}"],
        ["build", "article.txt", "--decisions", "{}"],
        ["draw", "{}", "-o", "map.html"],
        ["draw", "table.csv", "-o", "map.html", "--boundaries", "{}"],
        ["locate", "--csv", "{}", "--column", "name"],
        ["extract", "{}"],
        ["explain", "{}"],
        ["diff", "{}", "{}"],
    ],
    ids=" ".join,
)
def test_a_device_a_pipe_and_a_socket_are_refused_at_once(
    command: list[str], odd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("In Songchon County a factory was completed.", encoding="utf-8")
    (tmp_path / "table.csv").write_text("place,facility,stage\nSongchon,hospital,planned\n", encoding="utf-8")
    ended = CliRunner().invoke(cli, [part.replace("{}", str(odd)) for part in command])
    assert ended.exit_code in (1, 2) and "Traceback" not in ended.output
    assert not (tmp_path / "map.html").exists() and not (tmp_path / "maps").exists()
