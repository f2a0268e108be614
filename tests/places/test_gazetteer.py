"""The gazetteer as data: complete, consistent, and every spelling leads where it should."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict

import pytest

from geo.errors import DataError, PlaceNotFoundError
from geo.models import Unit
from geo.places import Name, load_gazetteer, script_of
from geo.text import data_rows, fold
from tests import ROOT

GAZETTEER = load_gazetteer()
UNITS = GAZETTEER.units
DATA = ROOT / "data"
TOPOLOGY = json.loads((DATA / "counties.topojson").read_text("utf-8"))
POLYGONS = frozenset(shape["id"] for shape in TOPOLOGY["objects"]["counties"]["geometries"])
COMPOSITES = {"KP0201": "XKP13", "KP1001": "KP10", "KP1102": "KP11"}
"""Polygons that stand for a whole special city, and the city."""
KAESONG_CITY = "KP0803"
"""What Kaesong's wards leave of it; its name means the special city."""

HANGUL = re.compile(r"[가-힣]+")
HANJA = re.compile(r"[㐀-鿿豈-﫿]+")
LATIN = re.compile(r"[A-Za-zŎŏŬŭ'’ -]+")


def units(level: int, status: str = "current") -> list[Unit]:
    return [unit for unit in UNITS.values() if (unit.level, unit.status) == (level, status)]


def named(unit: Unit) -> str:
    return f"{unit.pcode} {unit.name}"


def forms_of(pcode: str) -> set[str]:
    return {name.form for name in GAZETTEER.names if name.pcode == pcode}


def test_the_first_level_is_nine_provinces_and_four_cities() -> None:
    assert Counter(unit.type for unit in units(1)) == {"province": 9, "special_city": 4}


def test_the_second_level_is_two_hundred_units() -> None:
    assert Counter(unit.type for unit in units(2)) == {"city": 25, "county": 146, "ward": 28, "district": 1}


def test_the_difference_to_cod_ab_is_the_one_that_is_explained() -> None:
    """COD-AB of August 2026 has 179 codes of the second level; docs/data.md tells every difference."""
    second = [unit for unit in UNITS.values() if unit.level == 2]
    ours = {unit.pcode for unit in second if unit.pcode.startswith("X")}
    assert len(second) - len(ours) == 179
    assert {unit.pcode for unit in second if unit.status != "current"} == {"KP0325", "KP0727", *COMPOSITES}
    wards = {f"XKP{number}" for number in (*range(1031, 1049), 1121, 1122, 1301, 1302, 1502, 1503)}
    assert ours == wards | {"XKP0823", "XKP0728"} and len(ours) == 26


def test_what_is_no_unit_of_today_is_kept_and_said_so() -> None:
    assert {u.pcode: u.name for u in units(2, "abolished")} == {"KP0325": "Sudong", "KP0727": "Tukjang"}
    assert {u.pcode for u in units(2, "composite")} == set(COMPOSITES)
    assert {u.status for u in UNITS.values()} == {"current", "abolished", "composite"}


@pytest.mark.parametrize(
    ("province", "count"),
    [
        ("Ryanggang", 12),
        ("North Hamgyong", 15),
        ("South Hamgyong", 19),
        ("Kangwon", 17),
        ("Jagang", 18),
        ("North Phyongan", 25),
        ("South Phyongan", 21),
        ("North Hwanghae", 19),
        ("South Hwanghae", 20),
        ("Pyongyang", 21),
        ("Nampho", 7),
        ("Rason", 2),
        ("Kaesong", 4),
    ],
)
def test_each_province_has_its_units_of_today(province: str, count: int) -> None:
    inside = [unit.name for unit in units(2) if GAZETTEER.province_of(unit.pcode).name == province]
    assert len(inside) == count, sorted(inside)


@pytest.mark.parametrize(
    ("county", "province", "why"),
    [
        ("KP0820", "KP10", "Kangnam came back to Pyongyang in 2011"),
        ("KP0821", "KP08", "Junghwa left Pyongyang in 2010"),
        ("KP0804", "XKP15", "Jangphung belongs to Kaesong since 2019"),
        ("KP1103", "KP11", "Onchon belongs to Nampho since 2010"),
        ("XKP1302", "XKP13", "Sonbong is a ward of Rason"),
        ("XKP0823", "KP08", "Sungho, that COD-AB does not know"),
    ],
)
def test_units_that_moved_lie_where_they_lie_today(county: str, province: str, why: str) -> None:
    assert UNITS[county].parent_pcode == province, why


def test_what_moved_is_still_found_under_its_former_province() -> None:
    for county, parents in GAZETTEER.former_parents.items():
        for parent in parents:
            assert UNITS[parent].level == 1, f"{county}: {parent} is no first-level unit"
            assert GAZETTEER.lies_in(county, parent), f"{county} in {parent}"
    assert GAZETTEER.lies_in("KP0821", "KP10") and not GAZETTEER.lies_in("KP0821", "KP07")


def test_every_unit_has_a_parent_of_the_level_above() -> None:
    for unit in UNITS.values():
        if unit.level == 1:
            assert unit.parent_pcode == "KP", named(unit)
        else:
            assert unit.parent_pcode in UNITS, named(unit)
            assert UNITS[unit.parent_pcode].level == unit.level - 1, named(unit)


def test_codes_say_their_level() -> None:
    for unit in UNITS.values():
        if unit.level == 3:
            slug = unit.pcode.removeprefix(f"{unit.parent_pcode}-")
            assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", slug), named(unit)
        else:
            assert re.fullmatch((r"X?KP\d\d", r"X?KP\d{4}")[unit.level - 1], unit.pcode), named(unit)


def test_hangul_is_hangul_and_hanja_is_hanja() -> None:
    for unit in UNITS.values():
        assert HANGUL.fullmatch(unit.hangul), f"{named(unit)}: {unit.hangul!r}"
        assert not unit.hangul_rok or HANGUL.fullmatch(unit.hangul_rok), f"{named(unit)}: {unit.hangul_rok!r}"
        assert unit.hangul_rok != unit.hangul, f"{named(unit)}: ROK spelling given, though it is the same"
        assert not unit.hanja or HANJA.fullmatch(unit.hanja), f"{named(unit)}: {unit.hanja!r}"
        for latin in (unit.name, unit.name_mr, unit.name_rr):
            assert not latin or LATIN.fullmatch(latin), f"{named(unit)}: {latin!r}"


def test_only_kwail_is_written_without_hanja() -> None:
    assert [named(unit) for unit in (*units(1), *units(2)) if not unit.hanja] == ["KP0919 Kwail"]


def test_the_type_word_fits_the_type() -> None:
    words = {"county": "군", "city": "시", "ward": "구역", "province": "도", "district": ("구", "지구")}
    for unit in UNITS.values():
        if unit.level < 3 and unit.type != "special_city":
            assert unit.hangul_suffix in words[unit.type], f"{named(unit)}: {unit.hangul_suffix!r}"
            assert not unit.hangul.endswith(unit.hangul_suffix), f"{named(unit)}: {unit.hangul} has it twice"


def test_seats_lie_in_the_country() -> None:
    for unit in UNITS.values():
        assert unit.seat_quality in ("exact", "market", "approx", "repr", "doubtful", ""), named(unit)
        if unit.seat is not None:
            lat, lon = unit.seat
            assert 37 <= lat <= 43.5, f"{named(unit)}: latitude {lat}"
            assert 123.5 <= lon <= 131.5, f"{named(unit)}: longitude {lon}"
    without = [named(u) for u in (*units(1), *units(2)) if u.seat is None or not u.seat_quality]
    assert not without, without


def test_below_the_county_a_place_has_readings_and_says_where_it_is_from() -> None:
    rows = [row for row in data_rows("units.csv") if row["level"] == "3"]
    assert len(rows) > 70
    assert [row["pcode"] for row in rows if not row["name_mr"] or not row["name_rr"]] == []
    assert [row["pcode"] for row in rows if row["source"] and not row["source"].startswith("http")] == []
    assert [row["pcode"] for row in rows if row["seat_lat"] and not row["seat_source"]] == []


def test_hanja_has_a_character_for_each_syllable() -> None:
    """Without the type word, as Hangul stands: 浦港, not 浦港區域; and simplified Chinese beside it."""
    wrong = [
        row["pcode"]
        for row in data_rows("units.csv")
        if row["hanja"] and len({len(row[name]) for name in ("hangul", "hanja", "hanja_simplified")}) > 1
    ]
    assert wrong == []


def test_a_variant_is_a_spelling_that_somebody_writes() -> None:
    made = [name for name in GAZETTEER.names if name.source.startswith("by rule") and name.kind == "variant"]
    assert {name.script for name in made} <= {"kana"}, made
    vague = [name for name in GAZETTEER.names if "seen in the press" in name.source or name.source == "press"]
    assert vague == []


def test_the_census_counts_everybody_once() -> None:
    """23,349,859 civilians (Central Bureau of Statistics); Samchon and Ryongchon by the province's total."""
    rows = {row["pcode"]: row for row in data_rows("units.csv")}
    people = {pcode: int(row["population_2008"]) for pcode, row in rows.items() if row["population_2008"]}
    assert sum(people.values()) == 23_349_859
    assert people["KP0906"] == 86_042 and people["KP0606"] == 135_634 and people["KP0318"] == 190_679
    together = {pcode: row["population_2008_of"].split("|") for pcode, row in rows.items()}
    parts = [part for pcode, units in together.items() for part in units if part not in ("", pcode)]
    assert sorted(parts) == ["KP0325", "KP0727", "KP1007", "XKP0823", "XKP1502", "XKP1503"]
    assert not set(parts) & set(people)


def test_a_polygon_is_one_of_the_shipped_ones() -> None:
    assert len(POLYGONS) == 179
    for unit in UNITS.values():
        assert unit.polygon_pcode in POLYGONS | {""}, f"{named(unit)}: {unit.polygon_pcode!r}"
    assert {unit.polygon_pcode for unit in UNITS.values()} - {""} == POLYGONS


def test_only_two_units_have_no_polygon_of_their_own_or_their_city() -> None:
    without = {named(unit) for unit in units(2) if not unit.polygon_pcode}
    assert without == {"XKP0728 Ungok", "XKP0823 Sungho"}


def test_a_unit_colours_itself_or_its_city() -> None:
    for unit in units(2):
        if unit.polygon_pcode not in ("", unit.pcode):
            city = UNITS[unit.polygon_pcode]
            assert unit.type == "ward", named(unit)
            assert city.parent_pcode == unit.parent_pcode, f"{named(unit)} colours {named(city)}"


@pytest.mark.parametrize("field", ["name", "name_mr", "name_rr", "hangul", "hangul_rok", "hanja"])
def test_every_spelling_of_a_unit_is_among_its_names(field: str) -> None:
    """A type word that MR and RR write with a province (`Kangwŏn-do`) may be missing there."""
    for unit in units(1) + units(2) + units(2, "abolished"):
        written = getattr(unit, field)
        if written and unit.pcode != KAESONG_CITY:
            forms = forms_of(unit.pcode)
            assert {written, written.removesuffix("-do")} & forms, f"{named(unit)}: {written!r}"


def test_the_name_of_a_special_city_means_the_first_level_unit() -> None:
    for part, city in {**COMPOSITES, KAESONG_CITY: "XKP15"}.items():
        assert UNITS[part].name == UNITS[city].name
        assert not forms_of(part), f"{part} has names of its own, so {UNITS[part].name!r} would be ambiguous"


def test_names_are_of_known_units_kinds_and_scripts() -> None:
    for name in GAZETTEER.names:
        assert name.pcode in UNITS, name
        assert name.kind in ("official", "variant", "former", "weak", "rule"), name
        assert name.script in ("latin", "hangul", "hanja", "kana", "cyrillic"), name
        assert name.script == script_of(name.form), name
        assert name.source, name
        assert name.form == unicodedata.normalize("NFC", name.form).strip(), name


def test_names_are_listed_once() -> None:
    twice = [key for key, count in Counter((n.form, n.pcode) for n in GAZETTEER.names).items() if count > 1]
    assert not twice, twice


def test_names_in_hanja_are_known_in_simplified_characters_too() -> None:
    rows = (DATA / "build" / "simplified.csv").read_text("utf-8").split()[1:]
    table = str.maketrans(dict(row.split(",") for row in rows))
    for name in GAZETTEER.names:
        if name.script == "hanja" and name.kind == "official":
            assert name.form.translate(table) in forms_of(name.pcode), name


SHARED = {
    "unsan": "운산 and 은산",
    "soncheon": "선천, and the press for 성천",
    "hwasong": "former name of Myonggan; ward of Pyongyang since 2022",
    "hwaseong": "as above",
    "화성": "as above",
    "phyongchon": "ward of Pyongyang; former name of Pongchon",
    "평천": "as above",
    "sudong": "abolished district, now a workers' district of Kowon",
    "수동": "as above",
    "tukjang": "abolished district, now a workers' district of Pukchang",
    "득장": "as above",
    "ウンサン": "운산 and 은산",
    "ソンチョン": "선천 and 성천",
    "сончхон": "선천 and 성천",
    "хвасон": "as Hwasong",
}
"""Spellings of two units, with the reason; every other spelling means one unit."""


def test_a_spelling_of_two_units_is_a_known_one() -> None:
    shared = {form for form, names in GAZETTEER.by_form.items() if len({n.pcode for n in names}) > 1}
    assert shared == set(SHARED)


def folded_names() -> dict[str, list[Name]]:
    """By what is left of a spelling without marks, apostrophes, hyphens and capitals."""
    table: dict[str, list[Name]] = defaultdict(list)
    for name in GAZETTEER.names:
        bare = unicodedata.normalize("NFD", fold(name.form).text)
        table["".join(c for c in bare if c.isalpha())].append(name)
    return table


def test_no_spelling_made_by_rule_is_an_attested_one_of_another_unit() -> None:
    for names in folded_names().values():
        made = [name for name in names if name.kind == "rule"]
        seen = [name for name in names if name.kind != "rule"]
        for name in made:
            others = [other for other in seen if other.pcode != name.pcode]
            assert not others, f"{name.form!r} is made for {name.pcode}, and is {others[0]}"


def test_names_of_persons_are_never_enough() -> None:
    latin = ("Kim Jong Suk", "Kim Hyong Jik", "Kim Hyong Gwon", "Kim Chaek")
    for person in (*latin, "김정숙", "김형직", "김형권", "김책"):
        assert [name.kind for name in GAZETTEER.by_form[person.lower()]] == ["weak"], person


@pytest.mark.parametrize("word", ["운전", "과일", "온천", "구성", "세포", "위원", "영광", "증산", "구장"])
def test_common_words_are_weak_names(word: str) -> None:
    """As words: driving, fruit, hot spring, composition, cell, committee member, glory, more, ground."""
    assert {name.kind for name in GAZETTEER.by_form[word]} == {"weak"}


def test_foreign_places_are_well_formed() -> None:
    for foreign in GAZETTEER.foreign:
        assert re.fullmatch(r"[A-Z]{2}", foreign.country) and foreign.country != "KP", foreign
        assert foreign.script == script_of(foreign.form), foreign
        assert foreign.type in ("city", "county", "ward", "town", "province", "special_city"), foreign
        assert foreign.country != "KR" or foreign.province, f"{foreign}: which province?"


def test_known_projects_settle_a_shared_name_by_a_source() -> None:
    for project in GAZETTEER.known_projects:
        shared = {name.pcode for name in GAZETTEER.by_form[project.form.lower()]}
        assert project.pcode in shared and len(shared) > 1, project
        assert project.reason and project.source.startswith("http"), project


@pytest.mark.parametrize(
    "table", ["units", "names", "foreign", "not_places", "former_parents", "known_projects"]
)
def test_tables_have_no_stray_space_and_no_double_row(table: str) -> None:
    rows = [tuple(row.items()) for row in data_rows(f"{table}.csv")]
    assert rows
    for row in rows:
        for column, value in row:
            assert value == value.strip(), f"{table}.csv, {column}: {value!r} in {dict(row)}"
    assert len(set(rows)) == len(rows), [dict(row) for row, n in Counter(rows).items() if n > 1]


def test_a_missing_table_says_what_to_do() -> None:
    with pytest.raises(DataError, match=r"'no\.csv'.*Install factorymap again"):
        list(data_rows("no.csv"))


def test_an_unknown_code_says_how_codes_look() -> None:
    with pytest.raises(PlaceNotFoundError, match=r"'KP9999'.*KP0717"):
        GAZETTEER.unit("KP9999")


def test_places_know_their_county_and_province() -> None:
    for pcode, unit in UNITS.items():
        place = GAZETTEER.place(pcode)
        assert place.county_pcode == {1: None, 2: pcode, 3: unit.parent_pcode}[unit.level], named(unit)
        assert place.province == GAZETTEER.province_of(pcode).name, named(unit)
    assert GAZETTEER.place("KP0205-ranam").province == "North Hamgyong"
    assert GAZETTEER.korean_name("KP0717") == "성천군"
