"""
Somebody's own boundary layer: how its features are joined to units, what is suspicious, what is refused.

The layers are made here from the shipped polygons, with the columns that the common data sets have.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
import shapely
from geopandas import GeoDataFrame, read_file
from shapely import Point, Polygon, affinity, box
from shapely.geometry.base import BaseGeometry

from geo.boundaries import BoundaryReport, county_layer, read_boundaries, report_lines
from geo.boundaries.own.reading import UnitRecord
from geo.errors import InputError
from tests.records import GAZETTEER, SONGCHON, TAEGWAN, UNSAN_NORTH, UNSAN_SOUTH

SHIPPED = county_layer()
THAECHON, KUJANG, HYANGSAN, NYONGBYON = "KP0618", "KP0615", "KP0616", "KP0614"
KOWON, SUDONG, PUKCHANG, TUKJANG, KYONGWON = "KP0318", "KP0325", "KP0721", "KP0727", "KP0221"
RASON, RAJIN, SONBONG, KAESONG_CITY, KAEPHUNG, PHANMUN = (
    "KP0201",
    "XKP1301",
    "XKP1302",
    "KP0803",
    "XKP1502",
    "XKP1503",
)
MYONGGAN, MYONGCHON, MUNDOK, PYONGYANG_CORE = "KP0214", "KP0213", "KP0716", "KP1001"
NORTH_PHYONGAN = ("KP0612", KUJANG, HYANGSAN, UNSAN_NORTH, THAECHON, TAEGWAN)
"""Six counties that lie together: enough for most questions, and quick."""

Rows = Iterable[tuple[Mapping[str, object], BaseGeometry | None]]


def shape(pcode: str) -> BaseGeometry:
    return SHIPPED.geometry[pcode]


def unit_name(pcode: str) -> str:
    return GAZETTEER.units[pcode].name


def province(pcode: str) -> str:
    return GAZETTEER.province_of(pcode).name


def cod(pcode: str) -> dict[str, str]:
    """Columns as COD-AB has them."""
    return {"ADM2_EN": unit_name(pcode), "ADM2_PCODE": pcode, "ADM1_EN": province(pcode), "ADM0_EN": "DPRK"}


def gadm(pcode: str) -> dict[str, str]:
    """Columns as GADM has them: McCune-Reischauer, codes of its own."""
    outer = GAZETTEER.province_of(pcode).name_mr
    return {"GID_2": "PRK.1.1_1", "NAME_1": outer, "NAME_2": GAZETTEER.units[pcode].name_mr, "TYPE_2": "Gun"}


def geoboundaries(pcode: str) -> dict[str, str]:
    """Columns as geoBoundaries has them: no parent, an empty code."""
    return {"shapeName": unit_name(pcode), "shapeISO": "", "shapeGroup": "PRK", "shapeType": "ADM2"}


def layer(rows: Rows, crs: str | None = "EPSG:4326") -> GeoDataFrame:
    columns, shapes = zip(*rows, strict=True)
    return GeoDataFrame(list(columns), geometry=list(shapes), crs=crs)


def of_units(pcodes: Iterable[str], columns: Callable[[str], Mapping[str, object]] = cod) -> GeoDataFrame:
    return layer((columns(pcode), shape(pcode)) for pcode in pcodes)


PROVINCES = layer(
    ({"ADM1_EN": GAZETTEER.province_of(group.index[0]).name, "ADM1_PCODE": pcode}, group.union_all())
    for pcode, group in SHIPPED.geometry.groupby(SHIPPED.province_pcode)
)
"""An ADM1 layer, which somebody may take for the counties."""


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., BoundaryReport]:
    """Write a layer to a file and read it as boundaries."""

    def write_and_read(frame: GeoDataFrame, name: str = "own.gpkg", **options: str | None) -> BoundaryReport:
        frame.to_file(tmp_path / name)
        return read_boundaries(tmp_path / name, **options)

    return write_and_read


def record(report: BoundaryReport, pcode: str) -> tuple[str, UnitRecord]:
    """(outcome, record) of a unit, which has exactly one."""
    groups = {"matched": report.matched, "suspicious": report.suspicious, "unmatched": report.unmatched}
    found = [(outcome, one) for outcome, group in groups.items() for one in group if one.pcode == pcode]
    assert len(found) == 1, found
    return found[0]


def reasons(report: BoundaryReport, pcode: str) -> str:
    return "; ".join(record(report, pcode)[1].reasons)


def strays(report: BoundaryReport) -> list[UnitRecord]:
    """Features without a unit."""
    return [one for one in report.unmatched if not one.pcode]


@pytest.mark.parametrize(
    ("columns", "open_pcodes"),
    [
        (cod, set()),
        (gadm, set()),
        (geoboundaries, {UNSAN_NORTH, UNSAN_SOUTH}),  # no parent: the two Unsan cannot be told apart
        (lambda pcode: {"name": GAZETTEER.korean_name(pcode)}, set()),  # 운산군, 은산군
        (
            lambda pcode: {"adm2_ko": GAZETTEER.units[pcode].hangul_rok or GAZETTEER.units[pcode].hangul},
            set(),
        ),
    ],
    ids=["COD-AB", "GADM", "geoBoundaries", "Hangul with type words", "Hangul as in Seoul"],
)
def test_every_unit_of_a_whole_layer_is_joined(
    columns: Callable[[str], Mapping[str, object]], open_pcodes: set[str], read: Callable[..., BoundaryReport]
) -> None:
    report = read(of_units(SHIPPED.index, columns))
    missing = {one.pcode for one in report.unmatched if one.pcode}
    assert missing == open_pcodes
    assert list(report.layer.index) == sorted(set(SHIPPED.index) - open_pcodes)
    assert report.layer.crs == "EPSG:4326"
    assert len(report.matched) + len(report.suspicious) + len(open_pcodes) == len(SHIPPED)
    as_shipped = SHIPPED.geometry.loc[report.layer.index].to_list()
    assert (
        shapely.area(shapely.symmetric_difference(report.layer.geometry.to_list(), as_shipped)).max() < 1e-9
    )
    assert list(report.layer.province_pcode) == list(SHIPPED.province_pcode.loc[report.layer.index])


def test_in_a_sound_layer_only_the_doubts_of_every_public_set_are_raised(
    read: Callable[..., BoundaryReport],
) -> None:
    report = read(of_units(SHIPPED.index))
    assert {one.pcode for one in report.suspicious} == {MYONGCHON, KAESONG_CITY, "KP0805", "KP0516"}
    assert all("as in the shipped set" in reasons(report, one.pcode) for one in report.suspicious)
    assert all(one.in_layer for one in report.suspicious)
    assert list(report.layer.index[report.layer.suspicious]) == [one.pcode for one in report.suspicious]


@pytest.mark.parametrize(
    ("said", "pcode", "why"),
    [
        ({"name": "Songchon"}, SONGCHON, "name 'Songchon'"),
        ({"NAME": "SONGCHON-GUN"}, SONGCHON, "SONGCHON-GUN"),
        ({"county": "Songchon County"}, SONGCHON, "Songchon County"),
        ({"NAME_2": "Sŏngch’ŏn"}, SONGCHON, "name"),  # curly apostrophe
        ({"NAME_2": "So\u0306ngch'o\u0306n"}, SONGCHON, "name"),  # decomposed
        ({"NAME_2": "Seongcheon-gun"}, SONGCHON, "name"),  # as in Seoul
        ({"시군": "성천군"}, SONGCHON, "성천군"),
        ({"pcode": "kp0717"}, SONGCHON, "P-code kp0717"),
        ({"shapeName": "Unsan", "NAME_1": "P'yŏngan-bukto"}, UNSAN_NORTH, "in North Phyongan"),
        ({"shapeName": "Unsan", "province": "평안남도"}, UNSAN_SOUTH, "in South Phyongan"),
        ({"shapeName": "Unsan", "ADM1_PCODE": "KP07"}, UNSAN_SOUTH, "in South Phyongan"),
        ({"NAME_2": "Ŭnsan"}, UNSAN_SOUTH, "Ŭnsan"),  # written so, it is only one of them
        ({"name": "Unsan", "hangul": "은산"}, UNSAN_SOUTH, "name"),  # the two columns leave one
        ({"name": "Hwasong", "ADM1_EN": "North Hamgyong"}, MYONGGAN, "Hwasong"),  # former name
        ({"NAME_2": "Hwasŏng", "NAME_1": "Hamgyŏng-bukto"}, MYONGGAN, "Hwasŏng"),
        ({"name": "Hwasong-gun"}, MYONGGAN, "Hwasong-gun"),  # the other Hwasong is a ward
        ({"name": "Saeppyol", "ADM1_EN": "North Hamgyong"}, KYONGWON, "Saeppyol"),  # Kyongwon until 2005
        ({"name": "새별군"}, KYONGWON, "새별군"),
        ({"name": "Pyongyang"}, PYONGYANG_CORE, "Pyongyang"),  # as a second-level unit: its core
        (
            {"name": "Rason", "ADM1_EN": "North Hamgyong"},
            RASON,
            "in North Hamgyong",
        ),  # where it lay until 2010
        ({"name": "Songchon", "pcode": "PRK007017"}, SONGCHON, "'PRK007017' is not known"),
        ({"name": "Songchon", "province": "Atlantis"}, SONGCHON, "'Atlantis' is not known"),
        ({"name": "Sonngchonn", "pcode": SONGCHON}, SONGCHON, "'Sonngchonn' is no known spelling"),
    ],
)
def test_a_feature_is_the_unit_that_its_columns_say(
    said: dict[str, str], pcode: str, why: str, read: Callable[..., BoundaryReport]
) -> None:
    report = read(layer([(said, shape(pcode))]), pcode_column="pcode" if "pcode" in said else None)
    assert list(report.layer.index) == [pcode]
    assert why in reasons(report, pcode)
    assert not strays(report)


@pytest.mark.parametrize(
    ("said", "candidates", "why"),
    [
        ({"name": "Unsan"}, {UNSAN_NORTH, UNSAN_SOUTH}, "several units"),
        ({"name": "Unsan", "province": "Ryanggang"}, {UNSAN_NORTH, UNSAN_SOUTH}, "lies in Ryanggang"),
        ({"name": "Unsan", "province": "Atlantis"}, {UNSAN_NORTH, UNSAN_SOUTH}, "several units"),
        ({"name": "Soncheon"}, {SONGCHON, "KP0610"}, "several units"),  # seen for 성천 and for 선천
        ({"name": "Hwasong"}, {MYONGGAN, "XKP1048"}, "several units"),
        ({"name": "Hwasŏng"}, {MYONGGAN, "XKP1048"}, "several units"),  # a former name keeps no marks
        ({"name": "Songchon", "ADM2_PCODE": UNSAN_SOUTH}, {SONGCHON, UNSAN_SOUTH}, "different units"),
        ({"name": "Songchon", "hangul": "은산"}, {SONGCHON, UNSAN_SOUTH}, "different units"),
        ({"name": "Songchon", "ADM1_EN": "Kangwon"}, {SONGCHON}, "lies in Kangwon"),
        ({"name": "Sonngchonn"}, set(), "no unit is known by name 'Sonngchonn'"),
        ({"name": "South Phyongan"}, set(), "no unit is known"),  # a province is no county
        ({"name": ""}, set(), "neither a name nor a P-code"),
        ({"name": None}, set(), "neither a name nor a P-code"),
    ],
)
def test_what_the_columns_leave_open_stays_unmatched_with_its_candidates(
    said: dict[str, object], candidates: set[str], why: str, read: Callable[..., BoundaryReport]
) -> None:
    known = {"ADM2_PCODE": KUJANG} if "ADM2_PCODE" in said else {"name": "Kujang"}
    report = read(layer([(known, shape(KUJANG)), (said, shape(SONGCHON))]))
    (stray,) = strays(report)
    assert {place.pcode for place in stray.candidates} == candidates
    assert why in "; ".join(stray.reasons)
    assert stray.features == (2,)
    assert list(report.layer.index) == [KUJANG]
    assert list(report.rest.feature) == [2]  # land to draw
    for pcode in candidates:
        assert "may be feature 2" in reasons(report, GAZETTEER.units[pcode].polygon_pcode)


def test_two_counties_with_each_others_polygons_are_caught_and_not_used(
    read: Callable[..., BoundaryReport],
) -> None:
    swapped = {TAEGWAN: THAECHON, THAECHON: TAEGWAN}
    report = read(layer((cod(one), shape(swapped.get(one, one))) for one in NORTH_PHYONGAN))
    assert {one.pcode for one in report.suspicious} == set(swapped)
    for pcode, other in swapped.items():
        said = reasons(report, pcode)
        assert f"lies where {unit_name(other)} ({other}) is" in said
        assert "swapped" in said
        assert f"its seat lies in {unit_name(other)}" in said
        assert not record(report, pcode)[1].in_layer
    assert set(report.layer.index) == set(NORTH_PHYONGAN) - set(swapped)
    assert len(report.rest) == 2


def _without_its_seat(pcode: str) -> BaseGeometry:
    """The unit with a hole of some three kilometres around its seat."""
    latitude, longitude = GAZETTEER.units[pcode].seat or (0, 0)
    return shape(pcode).difference(Point(longitude, latitude).buffer(0.04))


def _islands_apart(pcode: str) -> BaseGeometry:
    """The unit in two parts with a strip between them."""
    west, south, east, north = shape(pcode).bounds
    strip = box((west + east) / 2, south, (west + east) / 2 + 0.001, north)
    return shape(pcode).difference(strip)


@pytest.mark.parametrize(
    ("columns", "drawn", "said", "used"),
    [
        (
            cod(KUJANG),
            shape(HYANGSAN),
            "lies where Hyangsan (KP0616) is: 100% of that unit, 0% of its own",
            False,
        ),
        (cod(KUJANG), _without_its_seat(KUJANG), "its seat lies 3.", True),
        (
            cod(KUJANG),
            shapely.union(shape(KUJANG), shape(HYANGSAN)),
            "covers Hyangsan (KP0616) too, 100%",
            False,
        ),
        (cod(MUNDOK), Polygon(shape(MUNDOK).exterior), "covers Chongnam (KP0726) too, 100%", True),
        (cod(KUJANG), affinity.scale(shape(KUJANG), 0.6, 0.6), "in the shipped set", True),
        (cod(KUJANG), affinity.scale(shape(KUJANG), 0.6, 0.6), "covers only 35% of the unit", True),
        (cod(KUJANG), affinity.scale(shape(KUJANG), 1.3, 1.3), "area", True),
        ({"ADM2_PCODE": RAJIN}, box(130.2, 42.2, 130.35, 42.3), "covers only", True),  # Sonbong is missing
    ],
)
def test_a_polygon_that_does_not_fit_is_suspicious(
    columns: dict[str, str],
    drawn: BaseGeometry,
    said: str,
    used: bool,
    read: Callable[..., BoundaryReport],
) -> None:
    pcode = GAZETTEER.units[columns["ADM2_PCODE"]].polygon_pcode
    report = read(layer([(columns, drawn)]))
    assert record(report, pcode)[0] == "suspicious"
    assert said in reasons(report, pcode)
    assert record(report, pcode)[1].in_layer is used
    assert list(report.layer.index) == [pcode] * used


def test_one_polygon_for_three_units_colours_none_of_them(read: Callable[..., BoundaryReport]) -> None:
    whole = shapely.union_all([shape(one) for one in (KAESONG_CITY, KAEPHUNG, PHANMUN)])
    report = read(layer([(cod(KAESONG_CITY), whole), (cod("KP0804"), shape("KP0804"))]))
    assert "covers Kaephung (XKP1502) too" in reasons(report, KAESONG_CITY)
    assert list(report.layer.index) == ["KP0804"]
    for pcode in (KAEPHUNG, PHANMUN):
        outcome, missing = record(report, pcode)
        assert outcome == "unmatched"
        assert missing.features == ()
        assert "its land is in the polygon of Kaesong (KP0803)" in "; ".join(missing.reasons)


def test_parts_of_a_unit_are_put_together_and_told(read: Callable[..., BoundaryReport]) -> None:
    parts = shapely.get_parts(_islands_apart(KUJANG))
    assert len(parts) == 2
    report = read(layer([*((cod(KUJANG), part) for part in parts), (cod(HYANGSAN), shape(HYANGSAN))]))
    outcome, found = record(report, KUJANG)
    assert (outcome, found.features, found.noted) == ("matched", (1, 2), True)
    assert "2 features dissolved" in found.reasons
    assert report.layer.geometry[KUJANG].area == pytest.approx(sum(part.area for part in parts))


@pytest.mark.parametrize(
    ("pcodes", "whole"),
    [((SUDONG, KOWON), KOWON), ((TUKJANG, PUKCHANG), PUKCHANG), ((RAJIN, SONBONG), RASON)],
)
def test_units_that_count_for_another_are_put_to_it(
    pcodes: tuple[str, str], whole: str, read: Callable[..., BoundaryReport]
) -> None:
    west, south, east, north = shape(whole).bounds
    halves = (box(west, south, (west + east) / 2, north), box((west + east) / 2, south, east, north))
    pairs = zip(pcodes, halves, strict=True)
    report = read(layer((cod(pcode), shape(whole).intersection(half)) for pcode, half in pairs))
    outcome, found = record(report, whole)
    assert outcome == "matched"
    assert f"is {unit_name(pcodes[0])} ({pcodes[0]}), which counts for {unit_name(whole)}" in "; ".join(
        found.reasons
    )
    assert list(report.layer.index) == [whole]


@pytest.mark.parametrize(
    ("second", "outcome", "said"),
    [
        (shape(KUJANG), "matched", "given 2 times with one shape"),
        (affinity.translate(shape(KUJANG), yoff=0.03), "suspicious", "its 2 features overlap by"),
        (shape(HYANGSAN), "suspicious", "covers Hyangsan (KP0616) too"),
    ],
)
def test_duplicates(
    second: BaseGeometry, outcome: str, said: str, read: Callable[..., BoundaryReport]
) -> None:
    report = read(layer([(cod(KUJANG), shape(KUJANG)), (cod(KUJANG), second)]))
    assert record(report, KUJANG)[0] == outcome
    assert said in reasons(report, KUJANG)


def test_a_unit_that_the_shipped_set_lacks_keeps_its_polygon(read: Callable[..., BoundaryReport]) -> None:
    sungho = "XKP0823"
    report = read(
        layer([({"name": "Sungho"}, box(125.9, 38.9, 126.05, 39.05)), (cod(KUJANG), shape(KUJANG))])
    )
    assert record(report, sungho)[0] == "matched"
    assert sungho in report.layer.index


def test_invalid_geometry_is_repaired_and_told(read: Callable[..., BoundaryReport]) -> None:
    west, south, east, north = shape(KUJANG).bounds
    bow_tie = Polygon([(west, south), (east, north), (east, south), (west, north)])
    report = read(layer([(cod(KUJANG), bow_tie), (cod(HYANGSAN), shape(HYANGSAN))]))
    assert "invalid geometry (self-intersection) repaired" in reasons(report, KUJANG)
    assert report.layer.is_valid.all()
    assert record(report, HYANGSAN)[1].noted is False


def test_features_that_cannot_be_drawn_are_told_and_the_others_used(
    read: Callable[..., BoundaryReport],
) -> None:
    rows = [(cod(KUJANG), None), (cod(HYANGSAN), shape(HYANGSAN)), (cod(TAEGWAN), Point(125.2, 40.2))]
    report = read(layer(rows), "own.geojson")
    assert [(one.features, one.reasons) for one in strays(report)] == [
        ((1,), ("has no geometry",)),
        ((3,), ("is a Point, not a polygon",)),
    ]
    assert list(report.layer.index) == [HYANGSAN]


def test_a_layer_of_the_world_gives_the_counties_and_counts_the_rest(
    read: Callable[..., BoundaryReport],
) -> None:
    south = ({"ADM2_EN": "Cheorwon", "ADM1_EN": "Gangwon"}, box(127.1, 38.0, 127.5, 38.25))
    abroad = ({"ADM2_EN": "Songchon", "ADM1_EN": "South Phyongan"}, box(0, 0, 1, 1))
    shipped = [(cod(one), shape(one)) for one in SHIPPED.index]
    report = read(layer([south, abroad, *shipped, *[abroad] * 20]))
    assert len(report.layer) == len(SHIPPED)
    assert {one.reasons for one in strays(report)} == {("lies outside the DPRK",)}
    assert [line for line in report_lines(report) if "outside" in line] == [
        "unmatched: 22 features: lies outside the DPRK"
    ]


FILES = ["own.shp", "own.geojson", "own.gpkg", "own.fgb", "own.shp.zip"]


@pytest.mark.parametrize("name", FILES)
def test_the_common_formats_give_the_same_layer(name: str, read: Callable[..., BoundaryReport]) -> None:
    report = read(of_units(NORTH_PHYONGAN), name)
    assert list(report.layer.index) == sorted(NORTH_PHYONGAN)
    assert report.n_features == len(NORTH_PHYONGAN)
    assert (report.crs, report.source.endswith(name)) == ("EPSG:4326", True)


def test_topojson_is_read_as_longitude_and_latitude(tmp_path: Path) -> None:
    ring = [list(point) for point in Polygon(shape(KUJANG).exterior).exterior.coords]
    geometry = {"type": "Polygon", "arcs": [[0]], "properties": {"shapeName": "Kujang"}}
    objects = {"counties": {"type": "GeometryCollection", "geometries": [geometry]}}
    path = tmp_path / "own.topojson"
    path.write_text(json.dumps({"type": "Topology", "objects": objects, "arcs": [ring]}))
    report = read_boundaries(path)
    assert list(report.layer.index) == [KUJANG]
    assert any("TopoJSON" in note for note in report.notes)


@pytest.mark.parametrize("encoding", ["CP949", "UTF-8"])
@pytest.mark.parametrize("named", [True, False])
def test_a_korean_shapefile_in_metres(encoding: str, named: bool, tmp_path: Path) -> None:
    frame = of_units(NORTH_PHYONGAN, lambda pcode: {"SGG_NM": GAZETTEER.korean_name(pcode)})
    path = tmp_path / "sgg.shp"
    frame.to_crs("EPSG:5179").to_file(path, encoding=encoding)
    if not named:
        path.with_suffix(".cpg").unlink()
    report = read_boundaries(path)
    assert report.crs == "EPSG:5179"
    assert list(report.layer.index) == sorted(NORTH_PHYONGAN)
    assert report.layer.geometry[KUJANG].symmetric_difference(shape(KUJANG)).area < 1e-9
    assert any(encoding in note for note in report.notes) is not named


def test_of_several_layers_the_one_with_counties_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gadm.gpkg"
    country = shapely.union_all([shape(one) for one in NORTH_PHYONGAN])
    layer([({"NAME_1": "P'yŏngan-bukto"}, country)]).to_file(path, layer="ADM_ADM_1")
    of_units(NORTH_PHYONGAN, gadm).to_file(path, layer="ADM_ADM_2")
    report = read_boundaries(path)
    assert report.layer_name == "ADM_ADM_2"
    assert list(report.layer.index) == sorted(NORTH_PHYONGAN)
    assert any("'ADM_ADM_1'" in note for note in report.notes)


def test_columns_with_other_names_are_taken_when_they_are_named(read: Callable[..., BoundaryReport]) -> None:
    frame = of_units(
        [UNSAN_NORTH, KUJANG],
        lambda one: {"LABEL": unit_name(one), "IN": province(one), "CODE": one, "X": "?"},
    )
    with pytest.raises(InputError, match="LABEL, IN, CODE, X"):
        read(frame)
    by_name = read(frame, name_column="LABEL", parent_column="IN")
    by_code = read(frame, pcode_column="CODE")
    assert list(by_name.layer.index) == list(by_code.layer.index) == [KUJANG, UNSAN_NORTH]
    assert by_name.columns == (("name", "LABEL"), ("parent", "IN"))
    with pytest.raises(InputError, match=r"no column 'NOWHERE'.*LABEL"):
        read(frame, name_column="NOWHERE")


SEOUL = box(126.8, 37.45, 127.15, 37.65)
GOSEONG = box(128.3, 38.1, 128.7, 38.55)


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
@pytest.mark.parametrize(
    ("frame", "name", "said"),
    [
        (layer([(cod(KUJANG), shape(KUJANG))], crs=None), "own.shp", ["CRS", ".prj"]),
        (layer([(cod(KUJANG), Point(126, 40))]), "own.gpkg", ["Point", "not polygons"]),
        (layer([(cod(KUJANG), shape(KUJANG).boundary)]), "own.gpkg", ["LineString", "not polygons"]),
        (layer([({"name": "Seoul"}, SEOUL)]), "own.gpkg", ["no layer of the DPRK", "126.8 to 127.2 E"]),
        (layer([({"name": "고성군"}, GOSEONG)]), "own.gpkg", ["no layer of the DPRK"]),  # the southern one
        (layer([(cod(KUJANG), affinity.translate(shape(KUJANG), -126, -40))]), "own.gpkg", ["CRS"]),
        (
            layer([(cod(KUJANG), shapely.transform(shape(KUJANG), lambda xy: xy[:, ::-1]))]),
            "a.gpkg",
            ["order"],
        ),
        (layer([({"FOO": "Kujang", "BAR": 1}, shape(KUJANG))]), "own.gpkg", ["FOO, BAR", "name_column"]),
        (layer([({"name": "Foo", "x": 1}, shape(KUJANG))]), "own.gpkg", ["'name'", "'Foo'", "of: name, x"]),
        (PROVINCES, "adm1.gpkg", ["provinces only (ADM1_PCODE, ADM1_EN)", "counties (ADM2)"]),
        (
            PROVINCES.rename(columns={"ADM1_EN": "shapeName"}),
            "b.gpkg",
            ["provinces (ADM1)", "counties (ADM2)"],
        ),
        (layer([(cod(KUJANG), shape(KUJANG))]).iloc[:0], "own.gpkg", ["no features"]),
        (layer([(cod(KUJANG), None)]), "own.gpkg", ["no geometry"]),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(
    frame: GeoDataFrame, name: str, said: list[str], read: Callable[..., BoundaryReport]
) -> None:
    with pytest.raises(InputError) as caught:
        read(frame, name)
    message = str(caught.value)
    assert all(word in message for word in (*said, name)), message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.gpkg", None, "no such file"),
        ("broken.geojson", '{"type": "FeatureColl', "cannot be read"),
        ("broken.shp", "not a shapefile", "cannot be read"),
        ("notes.txt", "Songchon\n", "cannot be read"),
        ("table.csv", "name,pcode\nSongchon,KP0717\n", "of no kind that is read"),
        ("empty.geojson", '{"type": "FeatureCollection", "features": []}', "no features"),
    ],
)
def test_a_file_that_is_no_layer_is_refused(
    name: str, content: str | None, said: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(InputError, match=said) as caught:
        read_boundaries(path)
    assert name in str(caught.value)


def test_the_report_in_lines(read: Callable[..., BoundaryReport]) -> None:
    rows = [(geoboundaries(one), shape(one)) for one in (KUJANG, UNSAN_NORTH)]
    report = read(layer([*rows, (geoboundaries(TAEGWAN), shape(THAECHON))]), "mine.gpkg")
    lines = list(report_lines(report))
    assert "mine.gpkg: 3 features" in lines[0]
    assert "1 matched, 1 suspicious (1 of them not used)" in " ".join(lines)
    assert not any(line.startswith("matched") for line in lines)  # nothing to say about it
    assert any(
        line.startswith("suspicious: KP0622 Taegwan, North Phyongan (feature 3, not used)") for line in lines
    )
    assert (
        "unmatched: feature 2 'Unsan': several units have that name: add the province or a P-code; "
        "may be Unsan in North Phyongan (KP0617), Unsan in South Phyongan (KP0720)"
    ) in lines
    assert any("matched: KP0615 Kujang" in line for line in report_lines(report, every=True))
    told = {one.pcode for one in report.records if one.pcode}
    assert told == set(SHIPPED.index)  # every unit, each once
    assert len(told) == len([one for one in report.records if one.pcode])


def test_a_cell_that_is_no_text_is_no_name(tmp_path: Path) -> None:
    path = tmp_path / "own.geojson"
    collection = json.loads(of_units([KUJANG, HYANGSAN]).to_json())
    collection["features"][1]["properties"] = {"ADM2_EN": ["Hyangsan", "Hyangsan-gun"]}
    path.write_text(json.dumps(collection))
    report = read_boundaries(path)
    assert list(report.layer.index) == [KUJANG]
    assert [one.features for one in strays(report)] == [(2,)]


def test_a_name_cannot_steer_the_terminal(read: Callable[..., BoundaryReport]) -> None:
    report = read(layer([(cod(KUJANG), shape(KUJANG)), ({"ADM2_EN": "\x1b[2JUnsan"}, shape(UNSAN_NORTH))]))
    assert all(line.isprintable() for line in report_lines(report, every=True))


def test_the_same_file_gives_the_same_report(tmp_path: Path) -> None:
    path = tmp_path / "own.gpkg"
    of_units(SHIPPED.index, geoboundaries).to_file(path)
    first, second = read_boundaries(path), read_boundaries(path)
    assert list(report_lines(first, every=True)) == list(report_lines(second, every=True))
    assert first.layer.equals(second.layer)
    assert read_file(path).crs == first.layer.crs
