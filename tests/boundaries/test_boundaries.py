"""
The shipped polygons: which units, their topology, how far they may stray, and how they are read.

How well they follow their source is measured where the source is (data/build/check_boundaries.py); here the
recorded figures are held against the limits.
"""

import csv
import hashlib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import pandas
import pyogrio
import pytest
import shapely

from geo.boundaries import arcs_in_degrees
from geo.boundaries import shipped as boundaries
from geo.errors import DataError, PlaceNotFoundError
from geo.places import load_gazetteer
from tests import ROOT

COUNTIES_OF_TODAY = {
    "KP01": 12,
    "KP02": 15,
    "KP03": 19,
    "KP04": 17,
    "KP05": 18,
    "KP06": 25,
    "KP07": 20,
    "KP08": 18,
    "KP09": 20,
    "KP10": 4,
    "KP11": 6,
    "XKP13": 1,
    "XKP15": 4,
}
CODE_NUMBERS = {
    "KP01": "1-12",
    "KP02": "1-3 5 11-22",
    "KP03": "1-2 7 10-24 26",
    "KP04": "1-17",
    "KP05": "1-18",
    "KP06": "1-25",
    "KP07": "1 3-8 14-26",
    "KP08": "1-18 20-22",
    "KP09": "1-20",
    "KP10": "1 7 23",
    "KP11": "2-7",
    "XKP15": "2-3",
}
HECTARE_KM2 = 0.01
KM2_PER_SQUARE_DEGREE = 85 * 111
"""At 40 degrees north; good enough for "tiny"."""


@cache
def arc_users(name: str) -> dict[str, Counter[int]]:
    """For each unit of an object how often it runs along each arc, `~i` for backwards."""
    geometries = boundaries.counties_topology()["objects"][name]["geometries"]
    return {unit["id"]: Counter(flat(unit["arcs"])) for unit in geometries}


def flat(nested: Any) -> Iterator[int]:
    if isinstance(nested, int):
        yield nested
    else:
        for inner in nested:
            yield from flat(inner)


def rough_km2(polygon: Any) -> float:
    return float(polygon.area) * KM2_PER_SQUARE_DEGREE


def data_file(name: str) -> bytes:
    return (resources.files("geo") / "data" / name).read_bytes()


def expected_codes() -> set[str]:
    codes = set()
    for prefix, ranges in CODE_NUMBERS.items():
        for numbers in ranges.split():
            first, _, last = numbers.partition("-")
            codes |= {f"{prefix}{number:02}" for number in range(int(first), int(last or first) + 1)}
    return codes


# Which units


def test_the_179_units_of_today() -> None:
    assert len(expected_codes()) == 179
    assert set(boundaries.county_layer().index) == expected_codes()


def test_every_province_has_its_counties_of_today() -> None:
    assert boundaries.county_layer()["province_pcode"].value_counts().to_dict() == COUNTIES_OF_TODAY
    assert set(boundaries.province_layer().index) == set(COUNTIES_OF_TODAY)


@pytest.mark.parametrize(
    ("pcode", "province"),
    [
        ("KP0820", "KP10"),  # Kangnam: its code is of North Hwanghae, to which it belonged for a year
        ("KP0821", "KP08"),  # Junghwa left Pyongyang in the same year and stayed away
        ("KP1023", "KP10"),  # Kangdong
        ("KP0804", "XKP15"),  # Jangphung, with Kaesong since 2019
        ("KP0803", "XKP15"),  # Kaesong, one polygon in the OCHA set, three here
        ("XKP1502", "XKP15"),
        ("XKP1503", "XKP15"),
        ("KP0201", "XKP13"),  # Rason is a province of one polygon
        ("KP1102", "KP11"),  # Nampho came back from South Phyongan in 2010
    ],
)
def test_units_whose_province_is_not_that_of_their_code(pcode: str, province: str) -> None:
    assert boundaries.county_layer().loc[pcode, "province_pcode"] == province


def test_gazetteer_and_polygons_know_the_same_units() -> None:
    with (resources.files("geo") / "data" / "units.csv").open("rb") as file:
        units = pandas.read_csv(file, dtype=str, keep_default_na=False).set_index("pcode")
    counties = boundaries.county_layer()
    assert set(units["polygon_pcode"]) - {""} == set(counties.index)
    assert units.loc[counties.index, "parent_pcode"].tolist() == counties["province_pcode"].tolist()


@pytest.mark.parametrize(
    ("town", "lat", "lon", "pcode"),
    [
        ("Pyongyang", 39.034, 125.754, "KP1001"),
        ("Chongjin", 41.796, 129.776, "KP0205"),
        ("Hamhung", 39.918, 127.536, "KP0307"),
        ("Sinuiju, beside the Yalu", 40.101, 124.398, "KP0601"),
        ("Wonsan", 39.153, 127.444, "KP0401"),
        ("Kanggye", 40.969, 126.585, "KP0501"),
        ("Sariwon", 38.507, 125.756, "KP0801"),
        ("Haeju, beside the sea", 38.041, 125.715, "KP0901"),
        ("Taegwan, which OCHA's polygons swap with Thaechon", 40.21, 125.20, "KP0622"),
        ("Thaechon", 39.93, 125.48, "KP0618"),
        ("Chongnam, inside the hole of Mundok", 39.488, 125.461, "KP0726"),
        ("Sudong, now in Kowon", 39.365, 126.863, "KP0318"),
        ("Tukjang, now in Pukchang", 39.585, 126.183, "KP0721"),
    ],
)
def test_towns_lie_in_their_county(town: str, lat: float, lon: float, pcode: str) -> None:
    counties = boundaries.county_layer()
    assert counties.index[counties.covers(shapely.Point(lon, lat))].tolist() == [pcode]


# Topology


def test_polygons_are_valid_and_wound_as_rfc_7946_wants() -> None:
    for layer in (boundaries.county_layer(), boundaries.province_layer(), boundaries.context_land()):
        assert layer.is_valid.all()
        for part in layer.geometry.explode():
            assert part.exterior.is_ccw
            assert not any(hole.is_ccw for hole in part.interiors)


def test_counties_cover_the_country_without_gap_or_overlap() -> None:
    shapes = boundaries.county_layer().geometry.to_numpy()
    country = shapely.union_all(shapes)
    assert shapely.coverage_is_valid(shapes)
    assert [len(part.interiors) for part in shapely.get_parts(country) if part.interiors] == []
    assert country.area == pytest.approx(sum(shape.area for shape in shapes), rel=1e-12)


def test_a_gap_of_one_grid_step_would_be_noticed() -> None:
    counties = boundaries.county_layer().geometry
    nudged = shapely.transform(counties["KP0717"], lambda xy: xy + grid_step())
    shapes = counties.where(counties.index != "KP0717", nudged).to_numpy()
    assert not shapely.coverage_is_valid(shapes)


def grid_step() -> tuple[float, float]:
    step = boundaries.counties_topology()["transform"]["scale"]
    return step[0], step[1]


def test_every_inner_line_is_one_arc_used_by_two_counties_in_opposite_directions() -> None:
    uses = sum(arc_users("counties").values(), Counter())
    assert set(uses.values()) == {1}
    inner = {arc for arc in uses if arc >= 0 and ~arc in uses}
    country = shapely.union_all(boundaries.county_layer().geometry.to_numpy())
    arcs = arcs_in_degrees(boundaries.counties_topology())
    outer_length = sum(
        shapely.LineString(arcs[max(arc, ~arc)]).length for arc in uses if max(arc, ~arc) not in inner
    )
    assert len(inner) > 350
    assert outer_length == pytest.approx(country.boundary.length, rel=1e-9)


def test_no_pinholes_and_one_real_hole() -> None:
    counties = boundaries.county_layer().geometry
    holes = {pcode: hole for pcode, part in counties.explode().items() for hole in part.interiors}
    assert set(holes) == {"KP0716"}
    assert shapely.Polygon(holes["KP0716"]).equals(counties["KP0726"])
    assert not any(part.interiors for part in boundaries.province_layer().geometry.explode())


def test_no_part_is_a_speck_of_under_half_a_hectare() -> None:
    smallest = min(map(rough_km2, boundaries.county_layer().geometry.explode()))
    assert smallest > HECTARE_KM2 / 2


def test_provinces_are_made_of_the_lines_of_their_counties() -> None:
    counties = boundaries.county_layer()
    users = arc_users("counties")
    for pcode, own in arc_users("provinces").items():
        members = counties[counties["province_pcode"] == pcode]
        walked = sum((users[member] for member in members.index), Counter())
        outline = {arc for arc in walked if ~arc not in walked}
        assert set(own) == outline, pcode
        merged = shapely.union_all(members.geometry.to_numpy())
        assert merged.symmetric_difference(boundaries.province_layer().geometry[pcode]).area < 1e-12, pcode


def test_recorded_areas_fit_the_polygons() -> None:
    counties = boundaries.county_layer()
    shipped = counties.to_crs("+proj=laea +lat_0=40.3 +lon_0=127.3").area / 1e6
    allowed = counties["area_km2"].map(lambda area: 0.15 if area < 30 else 0.05) * counties["area_km2"] + 0.5
    assert ((shipped - counties["area_km2"]).abs() <= allowed).all()
    assert 120_540 < counties["area_km2"].sum() < 122_762  # the range of published figures


# Doubtful lines


BESIDE = {("KP0803", "XKP1502"), ("XKP1502", "XKP1503")}
"""Doubtful because they lie beside the offset polygon of Kaesong, whatever lies in them."""
TOO_SMALL = {("KP0716", "KP0726")}
"""Doubtful because the unit inside it cannot be so small."""


def test_doubtful_lines_are_the_ones_that_misplace_a_town() -> None:
    """Each row of the documented towns that names a neighbour is a dashed line, and nothing else is."""
    rows = list(csv.DictReader((ROOT / "data" / "towns_outside.csv").open(encoding="utf-8")))
    pairs = ((row["pcode"].split("-")[0], row["neighbour"]) for row in rows if row["dashed"] == "yes")
    wanted = {tuple(sorted(pair)) for pair in pairs}
    lines = boundaries.doubtful_lines()
    assert {tuple(sorted(pair)) for pair in lines["pcodes"]} == wanted | BESIDE | TOO_SMALL
    assert lines["reason"].str.len().min() > 20


def test_a_seat_lies_in_the_polygon_of_its_unit_or_is_explained() -> None:
    counties = boundaries.county_layer().geometry
    rows = list(csv.DictReader((ROOT / "data" / "towns_outside.csv").open(encoding="utf-8")))
    known = {row["pcode"] for row in rows if row["seat_outside"] == "yes"}
    outside = {
        unit.pcode
        for unit in load_gazetteer().units.values()
        if unit.seat and unit.polygon_pcode and unit.seat_quality != "repr"
        and not counties[unit.polygon_pcode].covers(shapely.Point(unit.seat[1], unit.seat[0]))
    }  # fmt: skip
    assert outside == known


def test_areas_stand_beside_published_ones_and_doubtful_ones_say_why() -> None:
    rows = {row["pcode"]: row for row in csv.DictReader((ROOT / "data" / "areas.csv").open(encoding="utf-8"))}
    counties = boundaries.county_layer()
    assert set(rows) == set(counties.index)
    for pcode, row in rows.items():
        assert int(row["area_km2"]) == counties["area_km2"][pcode], pcode
        gap = max(abs(float(row[f"{name}_gap_percent"] or 0)) for name in ("published", "cod_ab"))
        assert row["doubtful"] == "yes" or gap <= 15, pcode
        assert (row["doubtful"] == "yes") == bool(row["why"]), pcode
    assert {"KP0326", "KP0606", "KP0726"} <= {
        pcode for pcode, row in rows.items() if row["doubtful"] == "yes"
    }


def test_doubtful_lines_are_exactly_the_common_line_of_two_counties() -> None:
    counties = boundaries.county_layer().geometry
    for line in boundaries.doubtful_lines().itertuples():
        one, other = (counties[pcode] for pcode in line.pcodes)
        common = one.boundary.intersection(other.boundary)
        assert common.length > 0, line.pcodes
        assert common.symmetric_difference(line.geometry).length < 1e-12, line.pcodes


# Context land


def test_context_has_the_neighbours_and_not_the_country() -> None:
    land = boundaries.context_land()
    assert land.index.tolist() == ["China", "Japan", "Mongolia", "Russia", "South Korea"]
    everywhere = shapely.union_all(land.geometry.to_numpy())
    for pcode in ("KP1001", "KP0307", "KP0205", "KP0901"):
        lat, lon = boundaries.label_point(pcode)
        assert not everywhere.intersects(shapely.Point(lon, lat)), pcode


def test_context_reaches_beyond_a_wide_screen() -> None:
    """At zoom 6 a screen of 1920 pixels shows 42 degrees around 127.5 E."""
    west, south, east, north = boundaries.context_land().total_bounds
    assert west < 127.5 - 21 and east > 127.5 + 21
    assert south < 30 and north > 50


def test_no_strip_of_water_between_the_neighbours_and_the_counties() -> None:
    layers = [boundaries.county_layer(), boundaries.context_land()]
    together = shapely.union_all([shape for layer in layers for shape in layer.geometry])
    holes = [shapely.Polygon(hole) for part in shapely.get_parts(together) for hole in part.interiors]
    assert [hole for hole in holes if rough_km2(hole) > HECTARE_KM2] == []


# Label points


@pytest.mark.parametrize("layer", [boundaries.county_layer, boundaries.province_layer])
def test_label_points_lie_deep_in_the_largest_part(layer: Any) -> None:
    for pcode, shape in layer().geometry.items():
        lat, lon = boundaries.label_point(pcode)
        largest = max(shapely.get_parts(shape), key=lambda part: part.area)
        point = shapely.Point(lon, lat)
        assert largest.contains(point), pcode
        assert point.distance(largest.exterior) > 0.1 * largest.area**0.5, pcode
        assert (lat, lon) == (round(lat, 5), round(lon, 5))


def test_label_point_of_a_unit_without_polygon_says_what_to_use() -> None:
    with pytest.raises(PlaceNotFoundError, match="KP0325: no county or province polygon; use the seat"):
        boundaries.label_point("KP0325")


# Files, their record, and reading them


def test_files_are_small_enough_to_embed() -> None:
    assert len(data_file("counties.topojson")) <= 100_000
    assert len(data_file("context.topojson")) <= 10_000


@pytest.mark.parametrize(
    ("figure", "limit"),
    [
        ("invalid_polygons", 0),
        ("overlaps_or_gaps", 0),
        ("line_median_m", 80),
        ("line_p95_m", 250),
        ("line_max_m", 500),
        ("back_median_m", 80),
        ("back_p95_m", 250),
        ("back_max_m", 500),
        ("area_change_percent", 5),
        ("area_change_percent_small_units", 15),
    ],
)
def test_measured_quality_is_within_its_limit(figure: str, limit: float) -> None:
    assert json.loads(data_file("boundaries_provenance.json"))["quality"][figure] <= limit


def test_simplifying_moved_no_town_out_of_its_county() -> None:
    quality = json.loads(data_file("boundaries_provenance.json"))["quality"]
    assert set(quality["towns_outside"].split()) <= set(quality["towns_outside_in_source"].split())


def test_provenance_speaks_of_these_very_files_and_names_its_sources() -> None:
    record = json.loads(data_file("boundaries_provenance.json"))
    for name in ("counties.topojson", "context.topojson"):
        assert record["files"][name]["sha256"] == hashlib.sha256(data_file(name)).hexdigest()
    for source in record["sources"].values():
        for field in ("producer", "title", "url", "licence", "accessed", "attribution"):
            assert source[field], field


def test_no_corner_stands_twice_in_a_row() -> None:
    """Programs that reckon on the sphere, such as R's sf, refuse such a ring."""
    for layer in (boundaries.county_layer(), boundaries.province_layer()):
        shapes = layer.geometry.to_numpy()
        assert (shapely.get_num_coordinates(shapes) == shapely.get_num_coordinates(
            shapely.remove_repeated_points(shapes)
        )).all()  # fmt: skip


def test_other_programs_read_the_same_polygons() -> None:
    path = str(resources.files("geo") / "data" / "counties.topojson")
    theirs = pyogrio.read_dataframe(path, layer="counties").set_index("pcode").set_crs("EPSG:4326")
    ours = boundaries.county_layer()
    assert theirs.geometry.geom_equals_exact(ours.geometry.reindex(theirs.index), 1e-9).all()


def test_topologies_belong_to_the_caller() -> None:
    boundaries.counties_topology()["objects"].clear()
    assert set(boundaries.counties_topology()["objects"]) == {"counties", "provinces", "doubtful"}
    assert set(boundaries.context_topology()["objects"]) == {"land"}


def test_importing_the_module_loads_no_geometry_library() -> None:
    code = "import sys, geo.boundaries; sys.exit('geopandas' in sys.modules or 'shapely' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_missing_file_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boundaries, "CONTEXT", "nowhere.topojson")
    with pytest.raises(DataError, match=r"nowhere\.topojson. is missing .* Install factorymap again"):
        boundaries.context_land()


SQUARES: dict[str, Any] = {
    # Two squares, 2 x 2, side by side; arc 0 is the line between them, drawn upwards.
    "transform": {"scale": [2, 2], "translate": [10, 20]},
    "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
    "objects": {
        "squares": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "west"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]]},
                {"type": "MultiLineString", "arcs": [[-1]]},
            ]
        },
        "dots": {"geometries": [{"type": "Point", "coordinates": [1, 1]}]},
    },
}


def test_decoding_undoes_deltas_and_turns_shared_arcs() -> None:
    (west_name, west), (east_name, east), (_, line) = boundaries.decode_topology(SQUARES, "squares")
    assert (west_name, east_name) == ({"name": "west"}, {})
    assert west.equals(shapely.box(10, 20, 12, 22))
    assert east.equals(shapely.box(12, 20, 14, 22))
    assert line.wkt == "MULTILINESTRING ((12 22, 12 20))"
    assert all(a != b for a, b in pairwise(west.exterior.coords))  # joints are written once


def test_an_unknown_geometry_type_is_refused() -> None:
    with pytest.raises(DataError, match="'Point'"):
        boundaries.decode_topology(SQUARES, "dots")
