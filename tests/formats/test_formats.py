"""Files for other tools, each opened again by another library than the one that wrote it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import flatgeobuf
import polars
import pyogrio
import pytest
import shapely
from click.testing import CliRunner
from lxml import etree
from openpyxl import load_workbook

import geo
from geo.cli import cli
from geo.errors import InputError
from geo.formats import FORMATS, export_names, layers_of, rendered
from geo.models import STAGES, Run
from tests.possible import collected, sample
from tests.records import KUSONG

KML = {"k": "http://www.opengis.net/kml/2.2"}
CREDIT = "endorsement"


@pytest.fixture(scope="module")
def run() -> Run:
    """Two projects, with setbacks and with claims that are only possible."""
    return collected(*sample(), stated_from=0.35)


@pytest.fixture(scope="module")
def files(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of all formats."""
    folder = tmp_path_factory.mktemp("formats")
    for name, content in rendered(layers_of(run), FORMATS).items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_the_command_offers_what_is_written() -> None:
    (option,) = [one for one in cli.commands["build"].params if one.name == "formats"]
    assert tuple(option.type.choices) == FORMATS  # type: ignore[attr-defined]


def test_credits_stand_once_in_every_file(files: Path) -> None:
    """Not in the cells; of a CSV file, in its description."""
    for name in export_names(FORMATS):
        content = (files / name).read_bytes()
        if name.endswith((".kmz", ".xlsx")):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                content = b"".join(archive.read(one) for one in archive.namelist())
        assert content.count(CREDIT.encode()) == (not name.endswith(".csv")), name


def test_a_geopackage_has_layers_days_keys_and_styles(files: Path, run: Run) -> None:
    path = files / "factorymap.gpkg"
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA user_version").fetchone() == (10200,)  # GDAL 3.6 warns of newer ones
    keys = {
        (name, key[2], key[3], key[4])
        for name in ("announcements", "reports", "counties")
        for key in base.execute(f"PRAGMA foreign_key_list({name})")
    }
    assert keys == {
        ("announcements", "counties", "polygon_pcode", "pcode"),
        ("reports", "announcements", "announcement_id", "id"),
    }
    types = {row[1]: row[2] for row in base.execute("PRAGMA table_info(announcements)")}
    assert (types["completed_from"], types["campaign"], types["completed_on"]) == ("DATE", "INTEGER", "TEXT")
    row = base.execute(
        "SELECT setback_from, setback_on, completed_from FROM announcements WHERE pcode = ?", [KUSONG]
    )
    assert row.fetchone() == ("2025-09-01", "2025-09", None)
    styles = base.execute("SELECT f_table_name, useAsDefault, styleQML FROM layer_styles").fetchall()
    assert {name for name, default, _ in styles if default} == {"announcements", "counties", "reports"}
    for name, _, qml in styles:
        root = etree.fromstring(qml.partition("\n")[2].encode())
        stages = [one.get("value") for one in root.iter("category")]
        assert stages == [*STAGES, ""]
        assert ("SimpleFill" in qml) == (name == "counties") and "247,170,55,255" in qml
    joined = base.execute(
        "SELECT count(*) FROM reports JOIN announcements ON announcement_id = announcements.id "
        "JOIN counties ON polygon_pcode = counties.pcode"
    ).fetchone()
    assert joined[0] == sum(len(one.reports) + len(one.setbacks) for one in run.announcements)
    base.close()
    read = pyogrio.read_dataframe(path, layer="counties").set_index("pcode")
    assert str(read.crs) == "EPSG:4326" and read.loc[KUSONG, "stage"] == "groundbreaking"


def test_a_kmz_has_folders_signs_times_words_and_links(files: Path) -> None:
    path = files / "factorymap.kmz"
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        root = etree.fromstring(archive.read("doc.kml"))
        assert archive.read("icons/completed.png").startswith(b"\x89PNG")
    assert names[0] == "doc.kml"
    for style in root.iterfind(".//k:Style", KML):
        assert style.findtext(".//k:href", None, KML) in names
        assert style.findtext(".//k:BalloonStyle/k:text", None, KML)
    styles = {one.get("id") for one in root.iterfind(".//k:Style", KML)}
    assert {one.text for one in root.iterfind(".//k:styleUrl", KML)} <= {f"#{name}" for name in styles}
    (place,) = root.xpath(
        "//k:Folder[k:name='Projects']/k:Folder[k:name='North Phyongan']/k:Folder[k:name='hospital']"
        "/k:Folder/k:Placemark[k:name='Kusong']",
        namespaces=KML,
    )
    assert re.match(r"\d{4}-\d\d-\d\d", place.findtext("k:TimeSpan/k:begin", "", KML))
    assert 'href="https://' in place.findtext("k:description", "", KML)
    data = {one.get("name"): one.findtext("k:value", None, KML) for one in place.iterfind(".//k:Data", KML)}
    assert data["stage"] == "groundbreaking" and data["pcode"] == KUSONG
    lon, lat = map(float, place.findtext("k:Point/k:coordinates", "", KML).split(","))
    assert 124 < lon < 131 and 37 < lat < 43
    opened = pyogrio.list_layers(path)
    assert len(opened) > 10


def test_parquet_is_read_without_arrow(files: Path, run: Run) -> None:
    frame = polars.read_parquet(files / "factorymap-announcements.parquet", use_pyarrow=False)
    row = frame.filter(polars.col("pcode") == KUSONG).to_dicts()[0]
    assert row["setback_from"] == date(2025, 9, 1) and row["completed_from"] is None
    assert shapely.from_wkb(row["geometry"]).geom_type == "Point"
    about = polars.read_parquet_metadata(files / "factorymap-counties.parquet")
    told = json.loads(about["geo"])
    assert told["primary_column"] == "geometry" and told["columns"]["geometry"]["encoding"] == "WKB"
    import geopandas

    assert geopandas.read_parquet(files / "factorymap-counties.parquet").crs == "OGC:CRS84"


def test_flatgeobuf_is_read_without_gdal(files: Path) -> None:
    collection = flatgeobuf.load(io.BytesIO((files / "factorymap-counties.fgb").read_bytes()))
    by_pcode = {one["properties"]["pcode"]: one for one in collection["features"]}
    assert len(by_pcode) == 179 and by_pcode[KUSONG]["properties"]["stage"] == "groundbreaking"
    assert by_pcode[KUSONG]["geometry"]["type"] == "MultiPolygon"


def test_topojson_and_geojson_are_read_by_gdal(files: Path) -> None:
    topology = pyogrio.read_dataframe(files / "factorymap.topojson", layer="counties").set_index("pcode")
    own = geo.counties()
    both = own.geometry.loc[KUSONG].symmetric_difference(topology.geometry.loc[KUSONG]).area
    assert len(topology) == 179 and both < 1e-6
    points = pyogrio.read_dataframe(files / "factorymap.topojson", layer="announcements").set_crs(4326)
    layer = pyogrio.read_dataframe(files / "factorymap-announcements.geojson").set_index("id")
    assert points.geometry.distance(layer.loc[points["id"]].geometry.reset_index(drop=True)).max() < 0.001
    assert layer["setback_from"].dropna().iloc[0] == datetime(2025, 9, 1)
    collection = json.loads((files / "factorymap-counties.geojson").read_text(encoding="utf-8"))
    assert "crs" not in collection
    for feature in collection["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        assert all(part.exterior.is_ccw for part in shapely.get_parts(shape)) and shape.is_valid
        assert shape.bounds[0] > 124 and shape.bounds[3] < 44


def test_a_workbook_has_dates_filters_links_and_a_read_me(files: Path) -> None:
    book = load_workbook(files / "factorymap.xlsx")
    assert book.sheetnames == ["announcements", "reports", "review", "read me"]
    for name in book.sheetnames[:3]:
        assert book[name].freeze_panes == "B2" and book[name].auto_filter.ref
    sheet = book["announcements"]
    header = [cell.value for cell in sheet[1]]
    kusong = next(row for row in sheet.iter_rows(min_row=2) if row[header.index("pcode")].value == KUSONG)
    day = kusong[header.index("setback_from")]
    assert day.value == datetime(2025, 9, 1) and day.is_date and day.number_format == "yyyy-mm-dd"
    assert kusong[header.index("completed_from")].value is None
    link = kusong[0].hyperlink.location
    reports = book["reports"]
    assert link.startswith("'reports'!A") and reports[link.split("!")[1]].value.startswith(kusong[0].value)
    urls = next(cell for cell in reports[1] if cell.value == "url").column
    assert reports.cell(2, urls).hyperlink.target.startswith("https://")


def test_days_of_a_csv_sort_and_its_description_has_their_types(files: Path) -> None:
    text = (files / "factorymap-reports.csv").read_text(encoding="utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text))
    about = json.loads((files / "factorymap-reports.csv-metadata.json").read_text(encoding="utf-8"))
    described = {one["name"]: one["datatype"] for one in about["tableSchema"]["columns"]}
    assert list(described) == header and about["url"] == "factorymap-reports.csv"
    days = [name for name, kind in described.items() if kind == "date"]
    assert {"event_from", "event_until", "published_from"} <= set(days)
    for name in days:
        assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row[header.index(name)]) for row in rows)


def test_the_names_of_ocha_are_in_every_format(run: Run) -> None:
    for name, content in rendered(layers_of(run, columns="cod"), FORMATS).items():
        whole = content if isinstance(content, bytes) else content.encode()
        if name.endswith((".kmz", ".xlsx")):
            with zipfile.ZipFile(io.BytesIO(whole)) as archive:
                whole = b"".join(archive.read(one) for one in archive.namelist())
        assert b"ADM2_PCODE" in whole, name


def test_the_suffix_says_the_format_and_the_name_the_layer(run: Run, tmp_path: Path) -> None:
    for format in FORMATS:
        written = geo.export(run, tmp_path / f"x.{format}")
        assert written == tmp_path / f"x.{format}" and written.stat().st_size > 500
    geo.export(run, tmp_path / "my-counties.parquet")
    assert len(polars.read_parquet(tmp_path / "my-counties.parquet")) == 179
    geo.export(run, tmp_path / "named", format="geojson")
    assert json.loads((tmp_path / "named").read_text(encoding="utf-8"))["name"] == "announcements"
    for path, said in (("x.shp", "suffix '.shp' is not written. Choose of: csv, fgb"), ("x", "suffix ''")):
        with pytest.raises(InputError, match=said):
            geo.export(run, tmp_path / path)
    with pytest.raises(InputError, match="formats means several"):
        geo.write_outputs(run, tmp_path, formats="kmz")
    with pytest.raises(InputError, match="format 'shp' is not written"):
        geo.write_outputs(run, tmp_path / "none", formats=["shp"])
    assert not (tmp_path / "none").exists()


def test_a_library_that_is_not_installed_is_told_before_anything_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = ("pyarrow", "xlsxwriter", "PIL")
    monkeypatch.setattr("geo.text.libraries.find_spec", lambda name: None if name in missing else name)
    for format in ("parquet", "xlsx", "kmz"):
        with pytest.raises(InputError, match=r"pip install 'factorymap\[formats\]'"):
            geo.write_outputs(run, tmp_path / "out", formats=["geojson", format])
    assert not (tmp_path / "out").exists()


def test_the_command_writes_beside_the_map_or_one_file_alone(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The hospital of Kusong City, DPRK, was inaugurated on December 13, 2025.", "utf-8")
    runner = CliRunner()
    beside = runner.invoke(
        cli, ["build", str(article), "-o", str(tmp_path / "m"), "--format", "gpkg", "--format", "csv"]
    )
    assert beside.exit_code == 0, beside.output
    assert {path.name for path in (tmp_path / "m").glob("factorymap*")} == set(export_names(["gpkg", "csv"]))
    again = runner.invoke(cli, ["build", str(tmp_path / "m"), str(article), "-o", str(tmp_path / "m")])
    assert again.exit_code == 0 and "factorymap.gpkg is of an earlier build" in again.stderr
    alone = runner.invoke(
        cli, ["build", str(article), "-o", str(tmp_path / "new" / "k.kmz"), "--columns", "cod"]
    )
    assert alone.exit_code == 0 and alone.stdout.strip().endswith("k.kmz"), alone.output
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["k.kmz"]
    both = runner.invoke(cli, ["build", str(article), "-o", str(tmp_path / "k.kmz"), "--format", "csv"])
    assert both.exit_code == 2 and "name a folder" in both.output


def test_another_process_in_another_zone_writes_the_same_bytes(files: Path, tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; from tests.possible import collected, sample; from geo.formats import *; "
        "[pathlib.Path(sys.argv[1], name).write_bytes(c.encode() if isinstance(c, str) else c) "
        "for name, c in rendered(layers_of(collected(*sample(), stated_from=0.35)), FORMATS).items()]"
    )
    elsewhere = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], env=elsewhere, check=True)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(written) == set(export_names(FORMATS))
    assert [name for name, content in written.items() if content != (files / name).read_bytes()] == []


def test_an_empty_run_can_be_written_in_every_format(tmp_path: Path) -> None:
    for name, content in rendered(layers_of(Run((), (), (), (), (), ())), FORMATS).items():
        assert content, name


def test_every_row_of_a_real_run_is_in_every_format(shipped: Any, tmp_path: Path) -> None:
    n = len(shipped.plain.announcements)
    out = {format: geo.export(shipped.plain, tmp_path / f"x.{format}") for format in FORMATS}
    assert len(polars.read_parquet(out["parquet"])) == n
    assert load_workbook(out["xlsx"], read_only=True)["announcements"].max_row == n + 1
    assert pyogrio.read_info(out["gpkg"], layer="announcements")["features"] == n
    assert pyogrio.read_info(out["fgb"])["features"] == n
    with zipfile.ZipFile(out["kmz"]) as archive:
        root = etree.fromstring(archive.read("doc.kml"))
    assert len(root.xpath("//k:Folder[k:name='Projects']//k:Placemark", namespaces=KML)) == n
