"""Sites with coordinates: how cells are read, which county they lie in, what is doubtful, where they go."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner

import geo
from geo.boundaries import LocatedPoint, ground_of, locate_points
from geo.cli import cli
from geo.errors import InputError
from geo.models import SitePoint
from geo.own_table import doubt_lines, draw, read_announcements, read_points, table_lines, with_layers
from geo.own_table.coordinates import point_of
from geo.own_table.records import CellError
from geo.view.messages import words_of
from tests.own_table.test_draw_own import table
from tests.records import KUSONG, SONGCHON

IN_SONGCHON, IN_KUSONG = (39.233, 126.21), (39.98, 125.24)


@pytest.mark.parametrize(
    "cells",
    [
        {"lat": 39.1, "lon": 125.9},
        {"lat": "39.1", "lon": " 125.9 "},
        {"lat": "39,1", "lon": "125,9"},
        {"lat": "39.1° N", "lon": "E 125.9°"},
        {"lat": "39°06'N", "lon": "125°54'00\"E"},
        {"lat": "북위 39도 6분", "lon": "동경 125도 54분"},
        {"coordinates": "39.1, 125.9"},
        {"coordinates": "39.1 125.9"},
        {"coordinates": "125.9E, 39.1N"},
        {"coordinates": "39°06′00″N 125°54′00″E"},
        {"lat": 39.1, "lon": 125.9, "coordinates": "1, 2"},
    ],
    ids=lambda cells: " ".join(map(str, cells.values())),
)
def test_coordinates_in_every_usual_form(cells: dict[str, object]) -> None:
    assert point_of(cells) == (39.1, 125.9)


@pytest.mark.parametrize(
    ("cells", "role", "said"),
    [
        ({"lat": "39.1", "lon": ""}, "lon", "is empty, and the other is not"),
        ({"lat": "north", "lon": 125.9}, "lat", "is no latitude. Write decimal degrees"),
        ({"lat": "39.1E", "lon": 125.9}, "lat", "is no latitude"),
        ({"lat": 39.1, "lon": 1259}, "lon", "is no number of degrees"),
        ({"coordinates": "39.1"}, "coordinates", "is no latitude and longitude"),
        ({"coordinates": "52S CJ 12345 67890"}, "coordinates", "is no latitude and longitude"),
    ],
    ids=str,
)
def test_what_are_no_coordinates_is_told(cells: dict[str, object], role: str, said: str) -> None:
    with pytest.raises(CellError) as failed:
        point_of(cells)
    assert failed.value.problem.role == role and said in failed.value.problem.reason


def located(at: tuple[float, float], pcode: str = "", named: str = "") -> LocatedPoint:
    (one,) = locate_points([SitePoint(*at, pcode=pcode, named=named)], ground_of())
    return one


def doubts(one: LocatedPoint) -> list[str]:
    return [words_of(doubt)["en"] for doubt in one.doubts]


@pytest.mark.parametrize(
    ("at", "pcode", "lies_in", "drawn", "doubt"),
    [
        (IN_SONGCHON, SONGCHON, SONGCHON, True, ""),
        (IN_SONGCHON, "", SONGCHON, True, ""),
        (IN_SONGCHON, "KP07", SONGCHON, True, ""),
        (IN_SONGCHON, KUSONG, SONGCHON, True, "km from Kusong, which its row names (lines are approximate)"),
        (IN_SONGCHON, "KP02", SONGCHON, True, "which its row names"),
        ((40.14, 124.35), "", "", True, "lies in no county; the nearest is Sinuiju"),
        ((37.56, 126.98), "", "", False, "lies in no county; the nearest is"),
        ((48.85, 2.35), SONGCHON, "", False, "lies far outside the DPRK"),
        ((126.21, 39.233), SONGCHON, "", False, "latitude and longitude look swapped"),
    ],
    ids=[
        "agrees",
        "no name",
        "its province",
        "other county",
        "other province",
        "border",
        "Seoul",
        "far",
        "swapped",
    ],
)
def test_each_point_is_told_with_its_county_and_its_doubt(
    at: tuple[float, float], pcode: str, lies_in: str, drawn: bool, doubt: str
) -> None:
    one = located(at, pcode)
    assert (one.pcode, one.is_drawn) == (lies_in, drawn)
    assert doubt in " ".join(doubts(one)) and bool(doubts(one)) == bool(doubt)


def test_a_ward_is_in_the_polygon_of_its_city() -> None:
    ward = next(
        u for u in geo.load_gazetteer().units.values() if u.type == "ward" and u.polygon_pcode == "KP1001"
    )
    assert doubts(located((39.02, 125.75), ward.pcode)) == []


def test_of_many_doubtful_points_only_some_are_told() -> None:
    said = list(doubt_lines([SitePoint(48.85, 2.35, row=f"t.csv, row {n}") for n in range(201)]))
    assert said[0] == "point: t.csv, row 0: lies far outside the DPRK; not drawn"
    assert len(said) == 201 and said[-1] == "and 1 more points"


# a table of points

CSV = """Site,County,위도,경도,Note,URL
Foodstuff factory,Songchon,39.233,126.21,seen on imagery,https://example.org/1
Elsewhere,Kusong,39.05,125.75,,
Unclear,Unsan,39.97,125.86,,
Bad,Songchon,abc,126,,
Empty,Songchon,,,,
"""


@pytest.fixture(scope="module")
def points_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("points") / "points.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_a_table_of_points(points_file: Path) -> None:
    read = read_points(points_file)
    assert [(one.name, one.pcode, one.named) for one in read.points] == [
        ("Foodstuff factory", SONGCHON, "Songchon"),
        ("Elsewhere", KUSONG, "Kusong"),
        ("Unclear", "", "Unsan"),
    ]
    assert read.points[0].row == "points.csv, row 2" and read.points[0].url == "https://example.org/1"
    said = list(table_lines(read))
    assert "row 5, column '위도': 'abc' is no latitude" in said[0]
    assert "row 6, has no coordinates" in said[1]
    assert said[-1] == "points.csv: 5 rows: 3 with coordinates, 2 refused"


def test_points_of_geojson(tmp_path: Path) -> None:
    path = tmp_path / "sites.geojson"
    point = {"type": "Point", "coordinates": [126.21, 39.233]}
    features = [
        {"type": "Feature", "geometry": point, "properties": {"name": "Mill", "county": "Songchon"}},
        {"type": "Feature", "geometry": None, "properties": {"name": "Nowhere"}},
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    read = read_points(path)
    assert [(one.name, one.lat, one.lon, one.pcode) for one in read.points] == [
        ("Mill", *IN_SONGCHON, SONGCHON)
    ]
    assert read.counts["refused"] == 1


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        (
            "County,Note",
            "Songchon,x",
            "has no columns known to hold coordinates. Its columns are: County, Note.",
        ),
        ("Site,Lat,Lon", "x,y,z", "no row has a point, first refused: the DataFrame, row 0, column 'Lat'"),
        (
            "id,pcode,county,facility,stage,place_precision,conflict,evidence,latitude,longitude",
            "1,,,,,,,,39,126",
            "was written by a build: its points stand for counties, not sites.",
        ),
    ],
)
def test_what_is_no_table_of_points_ends_in_one_line(header: str, row: str, said: str) -> None:
    with pytest.raises(InputError) as failed:
        read_points(table(header, row))
    assert said in str(failed.value) and "\n" not in str(failed.value)


# in the map and beside it


def test_points_of_ones_own_table_are_of_its_projects_and_find_no_county() -> None:
    rows = table(
        "County,Facility,Stage,Lat,Lon",
        "Songchon,hospital,planned,39.233,126.21",
        "Kusong,hospital,planned,39.233,126.21",
        "Hwangju,hospital,planned,x,126.21",
    )
    read = read_announcements(rows)
    assert read.counts["drawn"] == 3, "a row with bad coordinates is drawn in its county"
    assert "column 'Lat': 'x' is no latitude" in next(iter(table_lines(read)))
    first, second = draw(read).view["points"]
    assert (first["pcode"], first["doubts"]) == (SONGCHON, [])
    assert second["pcode"] == SONGCHON and "km from Kusong" in second["doubts"][0]["en"]
    assert first["name"]["en"] == "hospital" and first["name"]["ko"] == "병원"
    projects = {one.pcode: one.id for one in read.announcements}
    assert (first["project"], second["project"]) == (projects[SONGCHON], projects[KUSONG])


def test_the_points_of_what_a_build_wrote_are_no_sites(tmp_path: Path) -> None:
    from geo.outputs.tables import announcements_geojson

    path = tmp_path / "announcements.geojson"
    one = read_announcements(table("County,Facility,Stage", "Songchon,hospital,planned")).announcements
    path.write_text(announcements_geojson(one), encoding="utf-8")
    assert read_announcements(path).points == ()


@pytest.fixture(scope="module")
def marked(points_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a build with points, and what was said."""
    folder = tmp_path_factory.mktemp("marked")
    article = folder / "one.txt"
    article.write_text(
        "TITLE: A hospital\nDATE: 2026-03-02\n\nA hospital was opened in Songchon County.\n", "utf-8"
    )
    options = ("--points", str(points_file), "--format", "gpkg", "--format", "kmz", "--picture", "svg")
    done = CliRunner().invoke(cli, ["build", str(article), "-o", str(folder / "maps"), *options])
    assert done.exit_code == 0, done.output
    return folder / "maps", done.stderr


def test_the_build_tells_doubts_on_stderr_in_the_page_and_in_run_json(marked: tuple[Path, str]) -> None:
    folder, said = marked
    line = "points.csv, row 3: in Pyongyang; 95 km from Kusong, which its row names (lines are approximate)"
    assert f"point: {line}\n" in said
    page = (folder / "map.html").read_text(encoding="utf-8")
    assert page.count("95 km from Kusong") == 1 and page.count('<g class="point') == 4
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))["points"]
    assert [(one["lies_in"], len(one["doubts"])) for one in record] == [
        (SONGCHON, 0),
        ("KP1001", 1),
        ("KP0617", 1),
    ]


def test_points_are_a_layer_of_the_geopackage_and_a_folder_of_the_kmz(marked: tuple[Path, str]) -> None:
    from geopandas import read_file

    folder, _ = marked
    layer = read_file(folder / "factorymap.gpkg", layer="points")
    assert list(layer["lies_in"]) == [SONGCHON, "KP1001", "KP0617"]
    assert (layer.geometry[0].y, layer.geometry[0].x) == IN_SONGCHON
    kml = zipfile.ZipFile(folder / "factorymap.kmz").read("doc.kml").decode()
    assert "<name>Foodstuff factory</name>" in kml and "126.21000,39.23300" in kml


def test_a_run_takes_points_from_python(points_file: Path) -> None:
    run: Any = with_layers(geo.build(texts=["A hospital was opened in Songchon County."]), points=points_file)
    assert len(geo.map_of(run).view["points"]) == 3
    assert with_layers(run, points=pd.DataFrame({"lat": [39.2], "lon": [126.2]})).points[-1].lat == 39.2
