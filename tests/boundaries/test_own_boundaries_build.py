"""A whole build on somebody's own county boundaries: what is coloured, what is a mark, what is told."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import shapely
from click.testing import CliRunner, Result
from geopandas import GeoDataFrame
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, Polygon, box

import geo
from geo.boundaries import county_layer, ground_of
from geo.boundaries.own import fitting
from geo.boundaries.shipped import decode_topology, label_point
from geo.boundaries.topojson import GRID_DEGREES, encode_topology
from geo.cli import cli
from geo.errors import InputError, PlaceNotFoundError
from geo.page.packing import unpacked
from tests.records import GAZETTEER, KUSONG, RANAM, SONGCHON, SUNGHO, TAEGWAN

THAECHON, TAEGWAN_SEAT = "KP0618", GAZETTEER.units[TAEGWAN].seat
SHIPPED = county_layer()
OUTPUTS = (
    *("map.html", "announcements.csv", "announcements.geojson"),
    *("counties.geojson", "mentions.csv", "review.csv", "run.json"),
)

ARTICLE = """\
TITLE: Factories in three places
DATE: 2025-02-10
SOURCE: A News Agency

Groundbreaking ceremonies for regional-industry factories of the 20x10 policy were held in Taegwan County,
North Phyongan Province, on February 8, 2025. A groundbreaking ceremony for regional-industry factories was
held in Songchon County, South Phyongan Province, on February 9, 2025.
"""


def cod(pcodes: Iterable[str] = SHIPPED.index, swap: bool = True) -> GeoDataFrame:
    """The shipped polygons with the columns, and if wanted the fault, of COD-AB."""
    swapped = {TAEGWAN: THAECHON, THAECHON: TAEGWAN} if swap else {}
    codes = list(pcodes)
    columns = {
        "ADM2_EN": [GAZETTEER.units[code].name for code in codes],
        "ADM2_PCODE": codes,
        "ADM1_EN": [GAZETTEER.province_of(code).name for code in codes],
    }
    shapes = [SHIPPED.geometry[swapped.get(code, code)] for code in codes]
    return GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article and a layer like COD-AB."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    cod().to_file(folder / "cod.gpkg")
    return folder


Build = Callable[..., Result]


@pytest.fixture(scope="module")
def build(files: Path) -> Build:
    """Call `factorymap build` on the article with a layer; the outputs go to a folder of its own."""

    def run(layer: str, out: str, *options: str) -> Result:
        arguments = [str(files / "article.txt"), "--boundaries", str(files / layer), "-o", str(files / out)]
        return CliRunner().invoke(cli, ["build", *arguments, *options])

    return run


@pytest.fixture(scope="module")
def built(build: Build, files: Path) -> tuple[Result, Path]:
    """The build on the layer like COD-AB, and its folder."""
    ended = build("cod.gpkg", "maps")
    assert ended.exit_code == 0, ended.output
    return ended, files / "maps"


def features(path: Path) -> dict[str, dict[str, Any]]:
    return {feature["id"]: feature for feature in json.loads(path.read_text())["features"]}


def view_of(path: Path) -> dict[str, Any]:
    """The data that a page carries."""
    found = re.search(r'<script type="text/plain" id="view">(.*?)</script>', path.read_text(), re.DOTALL)
    assert found
    return dict(json.loads(unpacked(found[1])))


def test_swapped_polygons_are_told_and_colour_nothing(built: tuple[Result, Path]) -> None:
    ended, folder = built
    assert "suspicious: KP0622 Taegwan, North Phyongan" in ended.stderr
    assert "the two swapped" in ended.stderr
    assert ended.stdout.splitlines() == [str(folder / "map.html")]
    counties = features(folder / "counties.geojson")
    assert len(counties) == len(SHIPPED) - 2
    assert not {TAEGWAN, THAECHON} & set(counties)
    assert {code for code, county in counties.items() if county["properties"]["stage"]} == {SONGCHON}
    points = {
        point["properties"]["pcode"]: point for point in features(folder / "announcements.geojson").values()
    }
    assert points[TAEGWAN]["properties"]["polygon_pcode"] is None
    longitude, latitude = points[TAEGWAN]["geometry"]["coordinates"]
    assert (latitude, longitude) == TAEGWAN_SEAT
    assert points[SONGCHON]["properties"]["polygon_pcode"] == SONGCHON


def test_the_page_draws_all_land_and_marks_what_has_no_polygon(built: tuple[Result, Path]) -> None:
    _, folder = built
    page = (folder / "map.html").read_text(encoding="utf-8")
    codes = re.findall(r'<path (?:data-pcode="([^"]*)" )?class="county', page)
    assert codes.count("") == 2, "the two polygons are land that is no unit's"
    assert set(codes) - {""} == set(SHIPPED.index) - {TAEGWAN, THAECHON}
    table = view_of(folder / "map.html")["announcements"]
    rows = (dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True))
    (taegwan,) = [row for row in rows if TAEGWAN in row.values()]
    assert (taegwan["polygon"], taegwan["mark"]) == (None, list(TAEGWAN_SEAT or ()))


def test_the_files_name_where_the_lines_are_from(built: tuple[Result, Path]) -> None:
    _, folder = built
    page = (folder / "map.html").read_text()
    assert "County boundaries: cod.gpkg, given for this map" in page
    assert "Who's On First" not in page and "Who&#39;s On First" not in page
    assert "Units without a polygon of their own (Sungho, Taegwan, Thaechon, Ungok)" in page
    assert (
        "Polygons of cod.gpkg that lie elsewhere than their unit colour nothing: Thaechon, Taegwan." in page
    )
    for name in ("counties.geojson", "announcements.geojson"):
        credits = json.loads((folder / name).read_text())["attribution"]
        assert any("cod.gpkg" in line for line in credits)
        assert not any("Who's On First" in line for line in credits)


def test_the_run_keeps_the_whole_report(built: tuple[Result, Path], files: Path) -> None:
    _, folder = built
    run = json.loads((folder / "run.json").read_text())
    assert run["options"]["boundaries"] == str(files / "cod.gpkg")
    told = run["boundaries"]
    assert (told["source"], told["crs"], told["features"]) == (str(files / "cod.gpkg"), "EPSG:4326", 179)
    assert {"role": "P-code", "column": "ADM2_PCODE"} in told["columns"]
    records = [*told["matched"], *told["suspicious"], *told["unmatched"]]
    assert {record["pcode"] for record in records} == set(SHIPPED.index)
    assert {record["pcode"] for record in records if not record["in_layer"]} == {TAEGWAN, THAECHON}
    assert all(record["reasons"] for record in records)


def test_the_same_layer_gives_the_same_bytes(build: Build, built: tuple[Result, Path], files: Path) -> None:
    assert build("cod.gpkg", "again").exit_code == 0
    for name in OUTPUTS:
        assert (files / "again" / name).read_bytes() == (built[1] / name).read_bytes(), name


def test_the_tables_of_articles_do_not_depend_on_the_lines(built: tuple[Result, Path], files: Path) -> None:
    """What was announced where is read from names."""
    geo.write_outputs(geo.build(files / "article.txt"), files / "shipped")
    for name in ("announcements.csv", "mentions.csv"):
        assert (files / "shipped" / name).read_bytes() == (built[1] / name).read_bytes()
    assert "boundaries" not in json.loads((files / "shipped" / "run.json").read_text())


@pytest.mark.parametrize(
    ("name", "frame", "said"),
    [
        ("france.geojson", cod([KUSONG]).translate(-120, 5), "no layer of the DPRK"),
        ("points.gpkg", cod([KUSONG, SONGCHON]).representative_point(), "not polygons"),
        ("nowhere.shp", cod([KUSONG, SONGCHON]), "coordinate reference system"),
        (
            "unknown.gpkg",
            cod([KUSONG]).drop(columns=["ADM2_PCODE"]).assign(ADM2_EN="Atlantis"),
            "could be joined",
        ),
        ("swapped.gpkg", cod([TAEGWAN, THAECHON]), "none of its polygons lies where its unit is"),
    ],
    ids=["another country", "points", "no CRS", "no unit", "nothing left"],
)
def test_a_layer_that_cannot_be_used_ends_in_one_line(
    name: str, frame: Any, said: str, build: Build, files: Path
) -> None:
    if not isinstance(frame, GeoDataFrame):
        frame = GeoDataFrame({"ADM2_EN": ["Kusong"] * len(frame)}, geometry=list(frame), crs="EPSG:4326")
    frame.to_file(files / name)
    (files / name).with_suffix(".prj").unlink(missing_ok=True)
    ended = build(name, f"maps-{name}")
    assert ended.exit_code == 1
    last = ended.stderr.splitlines()[-1]
    assert last.startswith("Error: ") and said in last and name in last
    assert not (files / f"maps-{name}").exists()


def test_columns_can_be_named_and_need_a_file(build: Build, files: Path) -> None:
    frame = cod([KUSONG, SONGCHON], swap=False).rename(
        columns={"ADM2_EN": "a", "ADM2_PCODE": "b", "ADM1_EN": "c"}
    )
    frame["b"] = ["x", "y"]
    frame.to_file(files / "letters.gpkg")
    assert build("letters.gpkg", "letters").exit_code == 1
    ended = build("letters.gpkg", "letters", "--name-column", "a", "--parent-column", "c")
    assert ended.exit_code == 0, ended.stderr
    assert "name column 'a', parent column 'c'" in ended.stderr
    alone = CliRunner().invoke(cli, ["build", "--name-column", "a"])
    assert (alone.exit_code, "--boundaries" in alone.stderr) == (2, True)


def test_a_layer_of_one_province_still_shows_the_country(files: Path) -> None:
    path = files / "province.gpkg"
    south = [code for code in SHIPPED.index if GAZETTEER.units[code].parent_pcode == "KP07"]
    cod(south, swap=False).to_file(path)
    county_map = geo.map_of(geo.build(files / "article.txt"), boundaries=path)
    page = county_map.get_root().render()
    (low_lat, low_lon), (high_lat, high_lon) = county_map.get_bounds()
    assert low_lat < 38 and low_lon < 124.7 and high_lat > 42.8 and high_lon > 130
    assert "Land that province.gpkg leaves out is drawn without county boundaries." in page
    assert "Who&#39;s On First" in page, "its land is drawn, so its credit is due"
    assert re.search(r"Units without a polygon of their own \(Anak, .* and 1\d\d others\)", page)


def test_the_python_api_takes_a_file_or_a_report(files: Path) -> None:
    run = geo.build(files / "article.txt")
    report = geo.read_boundaries(files / "cod.gpkg")
    pages = {geo.map_of(run, boundaries=one).get_root().render() for one in (report, files / "cod.gpkg")}
    pages.add(geo.make_map(files / "article.txt", boundaries=str(files / "cod.gpkg")).get_root().render())
    assert len(pages) == 1
    with pytest.raises(InputError, match="no such file"):
        geo.make_map(files / "article.txt", boundaries=files / "none.gpkg")


def test_units_of_a_layer_stand_for_what_counts_for_them(files: Path) -> None:
    """Sungho has no shipped polygon and may bring one; a ward has that of its city, or none."""
    sungho = GeoDataFrame(
        {"ADM2_EN": ["Sungho"], "ADM2_PCODE": [SUNGHO], "ADM1_EN": [""]},
        geometry=[box(125.9, 38.9, 126.05, 39.05)],
        crs="EPSG:4326",
    )
    path = files / "sungho.gpkg"
    pd.concat([sungho, cod([KUSONG, SONGCHON])]).to_file(path)
    ground = ground_of(path)
    polygons = {code: unit.polygon_pcode for code, unit in ground.gazetteer.units.items()}
    assert (polygons[SUNGHO], polygons[KUSONG], polygons[RANAM], polygons[TAEGWAN]) == (
        SUNGHO,
        KUSONG,
        "",
        "",
    )
    latitude, longitude = ground.shapes.label_point(SUNGHO)
    assert sungho.geometry[0].contains(Point(longitude, latitude))
    assert ground.shapes.label_point("KP07") == label_point("KP07")  # of a province: as shipped
    with pytest.raises(PlaceNotFoundError, match=r"sungho\.gpkg"):
        ground.shapes.label_point(TAEGWAN)


# ---- lines that neighbours share ------------------------------------------------------------------------


def drawn(areas: list[Any], provinces: str = "") -> tuple[dict[str, Any], dict[str, Any]]:
    """A topology of areas named a, b, c ..., and its polygons decoded."""
    provinces = provinces or "x" * len(areas)
    named = [
        ({"pcode": chr(97 + at), "province_pcode": provinces[at]}, area) for at, area in enumerate(areas)
    ]
    made = encode_topology(named)
    return made, {said["pcode"]: shape for said, shape in decode_topology(made, "counties")}


def users(made: dict[str, Any]) -> dict[int, set[str]]:
    """Line -> the areas that it bounds, as the page counts them."""
    found: dict[int, set[str]] = {}
    for geometry in made["objects"]["counties"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for number in (number for rings in polygons for ring in rings for number in ring):
            found.setdefault(number if number >= 0 else ~number, set()).add(geometry["properties"]["pcode"])
    return found


def test_a_line_parts_two_areas_or_is_a_shore() -> None:
    above = Polygon([(0, 1), (1, 1), (2, 1), (2, 2), (0, 2)])
    made, shapes = drawn([box(0, 0, 1, 1), box(1, 0, 2, 1), above], "xxy")
    parted = sorted("".join(sorted(areas)) for areas in users(made).values())
    assert parted == ["a", "ab", "ac", "b", "bc", "c"]
    assert shapes["c"].equals(above)
    assert sorted(users(made)) == list(range(len(made["arcs"])))
    outlines = {said["pcode"]: line for said, line in decode_topology(made, "provinces")}
    assert outlines["x"].length == pytest.approx(6)
    assert decode_topology(made, "doubtful") == []


@pytest.mark.parametrize(
    ("areas", "lines"),
    [
        ([box(0, 0, 3, 3).difference(box(1, 1, 2, 2)), box(1, 1, 2, 2)], ["a", "ab"]),  # one inside the other
        ([box(0, 0, 1, 1), box(1, 1, 2, 2)], ["a", "b"]),  # they meet in a point
        ([shapely.union_all([box(0, 0, 1, 1), box(2, 2, 3, 3)])], ["a", "a"]),  # an island
        ([box(0, 0, 3, 3).difference(box(1, 1, 2, 2))], ["a", "a"]),  # a lake
    ],
)
def test_rings_that_meet_in_no_corner(areas: list[Any], lines: list[str]) -> None:
    made, shapes = drawn(areas)
    assert sorted("".join(sorted(found)) for found in users(made).values()) == lines
    for name, area in zip("abc", areas, strict=False):
        assert shapes[name].equals(area)


def test_outer_rings_run_counter_clockwise_as_in_the_shipped_file() -> None:
    _, shapes = drawn([shapely.reverse(box(0, 0, 3, 3).difference(box(1, 1, 2, 2)))])
    assert shapes["a"].exterior.is_ccw and not shapes["a"].interiors[0].is_ccw


def test_the_shipped_polygons_come_back_with_each_line_once(files: Path) -> None:
    made = ground_of(files / "cod.gpkg").shapes.counties_topology()
    found = users(made)
    assert len(found) == len(made["arcs"])
    assert {len(areas) for areas in found.values()} == {1, 2}
    shore = sum(len(made["arcs"][line]) for line, areas in found.items() if len(areas) == 1)
    inland = sum(len(made["arcs"][line]) for line, areas in found.items() if len(areas) == 2)
    assert inland > shore
    for said, shape in decode_topology(made, "counties"):
        if said["pcode"]:
            assert shape.hausdorff_distance(SHIPPED.geometry[said["pcode"]]) < GRID_DEGREES


widths = st.lists(st.floats(0.01, 3), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(widths, widths, st.randoms(use_true_random=False))
def test_no_land_is_lost_or_drawn_twice(columns: list[float], rows: list[float], chance: Any) -> None:
    """Cells of a lattice, put together at random to areas that may have islands and enclaves."""
    xs, ys = ([round(sum(steps[:at]), 3) for at in range(len(steps) + 1)] for steps in (columns, rows))
    cells = [box(w, s, e, n) for w, e in zip(xs, xs[1:]) for s, n in zip(ys, ys[1:])]  # noqa: B905, RUF007
    owners = [chance.randrange(3) for _ in cells]
    areas = [
        shapely.union_all([cell for cell, owner in zip(cells, owners, strict=True) if owner == one])
        for one in sorted(set(owners))
    ]
    made, shapes = drawn(areas)
    for name, area in zip("abc", areas, strict=False):
        assert shapes[name].normalize().equals_exact(area.normalize(), 1e-9) or shapes[name].equals(area)
    assert all(len(found) <= 2 for found in users(made).values())


# ---- polygons that do not fit together ------------------------------------------------------------------


def test_overlaps_and_slivers_get_one_line() -> None:
    left, right = box(0, 0, 1.001, 1), box(1, 0, 2, 1)  # overlap by 100 m
    above = box(0, 1, 2, 2).difference(box(0.5, 1, 1.5, 1.0005))  # leaves a sliver of 50 m
    fitted, anew = fitting.fitted([left, right, above], [0, 0, 0])
    assert anew
    made, shapes = drawn(fitted)
    assert shapely.union_all(fitted).area == pytest.approx(4, abs=1e-6)
    assert sum(shape.area for shape in fitted) == pytest.approx(4, abs=1e-6)
    assert {"ab", "ac", "bc"} <= {"".join(sorted(areas)) for areas in users(made).values()}
    assert shapes["b"].area == pytest.approx(1, abs=0.01)


def test_land_of_two_goes_to_the_unit_and_then_to_the_smaller() -> None:
    country, county, enclave = box(0, 0, 3, 3), box(0, 0, 2, 2), box(0.5, 0.5, 1, 1)
    (ground, outer, inner), anew = fitting.fitted([country, county, enclave], [1, 0, 0])
    assert anew
    assert inner.equals(enclave)
    assert outer.equals(county.difference(enclave))
    assert ground.equals(country.difference(county))
    (whole, nothing), _ = fitting.fitted([county, county], [0, 1])
    assert whole.equals(county) and nothing.is_empty


def test_a_strait_stays_water_and_clean_polygons_are_not_touched() -> None:
    areas = [box(0, 0, 1, 1), box(1, 0, 2, 1), box(2.01, 0, 3, 1)]
    assert fitting.fitted(areas, [0, 0, 0]) == (areas, False)


def test_fine_lines_are_simplified_and_still_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    rough = [box(at, 0, at + 1, 1) for at in range(3)]
    assert fitting.simplified(rough)[0].equals_exact(rough[0], 1e-12), "light ones keep every corner"
    fine, _ = fitting.fitted([shapely.segmentize(area, 0.001) for area in rough], [0, 0, 0])
    monkeypatch.setattr(fitting, "MOST_CORNERS", 500)
    light = fitting.simplified(fine)
    assert shapely.get_num_coordinates(fine).sum() > 500 > shapely.get_num_coordinates(light).sum()
    assert shapely.coverage_is_valid(light)
    assert shapely.area(light).sum() == pytest.approx(3, rel=1e-3)


def test_a_fine_layer_leaves_the_page_light(files: Path) -> None:
    frame = cod(swap=False)
    frame["geometry"] = frame.geometry.segmentize(0.002)
    frame.to_file(files / "fine.gpkg")
    page = geo.make_map(files / "article.txt", boundaries=files / "fine.gpkg").get_root().render()
    assert len(page.encode()) < 1_500_000


def test_announcements_csv_has_every_report(built: tuple[Result, Path]) -> None:
    with (built[1] / "announcements.csv").open(encoding="utf-8-sig") as table:
        assert {row["pcode"] for row in csv.DictReader(table)} == {TAEGWAN, SONGCHON}
