"""A column of names to a table of units: what each means, how sure that is, and nothing lost or reordered."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import locate_all, look_up
from geo.cli import cli
from geo.errors import InputError
from geo.places.name_columns import COLUMNS
from tests.records import (
    GAZETTEER,
    KUSONG,
    PYONGYANG,
    RAKWON,
    SONGCHON,
    SOUTH_PHYONGAN,
    UNSAN_NORTH,
    UNSAN_SOUTH,
)

HWASONG = {"KP0214", "XKP1048"}
KANGDONG, SINUIJU, PHYONGSONG, KOSONG = "KP1023", "KP0601", "KP0701", "KP0406"
NORTH_PHYONGAN = "KP06"
CORES = {"KP0201", "KP0803", "KP1001", "KP1102"}
"""Cities on the second level that have the name of their special city, which goes before them."""


def one(name: object, province: object = None) -> pd.Series:
    """The only row of a table for one name."""
    return locate_all([name], [province]).iloc[0]


RESOLVED: list[tuple[str, str | None, str, float, str]] = [
    ("Songchon", None, SONGCHON, 0.9, "official"),
    ("songchon county", None, SONGCHON, 0.97, "type word"),
    ("Sŏngch’ŏn-gun", None, SONGCHON, 0.97, "type word"),
    ("So\u0306ngch'o\u0306n", None, SONGCHON, 0.9, "official"),  # decomposed
    ("Seongcheon", None, SONGCHON, 0.9, "official"),
    ("성천군", None, SONGCHON, 0.97, "type word"),
    ("成川", None, SONGCHON, 0.9, "official"),
    ("성천읍", None, SONGCHON, 0.97, "type word"),  # the county's seat
    ("Songchon County, South Phyongan Province", None, SONGCHON, 0.97, "South Phyongan is given"),
    ("평안남도 성천군", None, SONGCHON, 0.97, "South Phyongan is given"),
    ("Songchon (South Phyongan)", None, SONGCHON, 0.97, "South Phyongan is written with it"),
    ("Kangdong County of Pyongyang", None, KANGDONG, 0.97, "Pyongyang is written with it"),
    ("  Songchon\nCounty ", None, SONGCHON, 0.97, "type word"),
    ("Kusong hospital", None, KUSONG, 0.9, "'Kusong'"),  # among other words
    ("Songchon, China", None, SONGCHON, 0.75, "'China' is not understood"),
    ("Rakwon City", None, RAKWON, 0.75, "which it is not"),  # a county
    ("Unsan", "North Phyongan", UNSAN_NORTH, 0.97, "North Phyongan is given"),
    ("Unsan County", "P'yŏngan-namdo", UNSAN_SOUTH, 0.97, "South Phyongan is given"),
    ("Unsan", "KP06", UNSAN_NORTH, 0.97, "North Phyongan is given"),
    ("Songchon", "DPRK", SONGCHON, 0.9, "official"),  # the country says nothing
    ("South Phyongan Province, DPRK", None, SOUTH_PHYONGAN, 0.97, "official"),
    ("Pyongyang", None, PYONGYANG, 0.9, "official"),
    ("kp0717", None, SONGCHON, 0.97, "P-code"),
    ("Phyeongsung", None, PHYONGSONG, 0.7, "unseen spelling"),  # in no list, read by its sound
    ("Songchonn", "South Phyongan", SONGCHON, 0.7, "unseen spelling"),
    ("Songchun County", None, SONGCHON, 0.55, "one letter off"),
    ("Songchoon", "South Pyongan", SONGCHON, 0.55, "one letter off"),
]


@pytest.mark.parametrize(("name", "province", "pcode", "confidence", "why"), RESOLVED)
def test_a_name_of_a_column_means_its_unit(
    name: str, province: str | None, pcode: str, confidence: float, why: str
) -> None:
    row = one(name, province)
    place = GAZETTEER.place(pcode)
    assert (row.outcome, row.pcode, row.confidence) == ("resolved", pcode, confidence), row.reason
    assert (row.unit, row.level, row.unit_province) == (place.name, place.level, place.province)
    assert row.county_pcode == place.county_pcode
    assert row.candidates == ()
    assert why in row.reason


@pytest.mark.parametrize(
    ("name", "province", "outcome", "candidates", "why"),
    [
        ("Unsan", None, "ambiguous", {UNSAN_NORTH, UNSAN_SOUTH}, "Unsan in South Phyongan (KP0720)"),
        ("Hwasong", None, "ambiguous", HWASONG, "may be"),
        ("Songchon and Kusong", None, "ambiguous", {SONGCHON, KUSONG}, "several places"),
        ("Songchon", "Kangwon", "ambiguous", {SONGCHON, "KP0405"}, "not in 'Kangwon'"),  # Thongchon is there
        ("Songchon, Kangwon", "South Phyongan", "ambiguous", {SONGCHON}, "'South Phyongan' and 'Kangwon'"),
        ("Songchun", None, "unknown", set(), "'Songchun'"),  # a letter off, and nothing beside it
        ("Atlantis", None, "unknown", set(), "'Atlantis'"),
        ("Atlantis, South Phyongan Province", None, "unknown", set(), "'Atlantis"),  # not its province
        ("Atlantis", "South Phyongan", "unknown", set(), "'Atlantis'"),
        ("Songchon", "Atlantis", "unknown", set(), "no province of the DPRK is known as 'Atlantis'"),
        ("Kim Chaek University of Technology", None, "unknown", set(), "no unit"),  # named after a person
        ("Seoul", None, "foreign", set(), "KR"),
        ("Gwangju City", None, "foreign", set(), "KR"),
        ("Kosong", "South Gyeongsang", "foreign", set(), "'South Gyeongsang'"),
        ("Kosong", "South Korea", "foreign", set(), "'South Korea'"),
        ("Kosong County, South Korea", None, "foreign", set(), "'South Korea'"),
        ("천안문", None, "unknown", set(), "no unit"),
        ("12", None, "unknown", set(), "no name"),
        ("", None, "unknown", set(), "empty"),
        ("  ", None, "unknown", set(), "empty"),
        (None, None, "unknown", set(), "empty"),
        (float("nan"), None, "unknown", set(), "empty"),
        (pd.NA, None, "unknown", set(), "empty"),
        (717, None, "unknown", set(), "no text (int)"),
        (["Songchon"], None, "unknown", set(), "no text (list)"),
    ],
)
def test_a_name_that_is_not_one_unit_says_why(
    name: object, province: str | None, outcome: str, candidates: set[str], why: str
) -> None:
    row = one(name, province)
    assert (row.outcome, set(row.candidates)) == (outcome, candidates), row.reason
    assert row.pcode is None and row.unit is None and row.county_pcode is None
    assert pd.isna(row.level)
    assert why in row.reason
    assert "\n" not in row.reason


@pytest.mark.parametrize("missing", ["", None, float("nan"), pd.NA, 7])
def test_an_empty_province_says_nothing(missing: object) -> None:
    assert one("Songchon", missing).pcode == SONGCHON
    assert one("Unsan", missing).outcome == "ambiguous"


def test_a_data_frame_keeps_its_index_and_can_be_joined() -> None:
    sites = pd.DataFrame(
        {"county": ["Unsan", None, "Songchon", "Unsan"], "in": ["KP06", "KP06", None, "평안남도"]},
        index=["d", "b", "a", "a"],
    )
    table = locate_all(sites["county"], sites["in"])
    assert list(table.columns) == ["name", "province", *COLUMNS]
    assert list(table.index) == list(sites.index)
    assert list(table.name) == list(sites["county"])
    assert list(table.pcode) == [UNSAN_NORTH, None, SONGCHON, UNSAN_SOUTH]
    assert str(table.level.dtype) == "Int64"
    assert sites.assign(pcode=table.pcode.to_list()).pcode.isna().tolist() == [False, True, False, False]
    assert list(sites.columns) == ["county", "in"], "the table that was given is left alone"


@pytest.mark.parametrize(
    "names",
    [
        ["Songchon", "Kusong"],
        ("Songchon", "Kusong"),
        pd.Series(["Songchon", "Kusong"]),
        pd.Index(["Songchon", "Kusong"]),
        pd.DataFrame({"county": ["Songchon", "Kusong"]}),
        pd.Series(["Songchon", "Kusong"], dtype="category"),
        iter(["Songchon", "Kusong"]),
    ],
)
def test_any_column_of_names_is_taken(names: object) -> None:
    assert list(locate_all(names).pcode) == [SONGCHON, KUSONG]
    assert list(locate_all([]).columns) == ["name", "province", *COLUMNS]


@pytest.mark.parametrize(
    ("names", "provinces", "said"),
    [
        ("Songchon", None, "str"),  # not a column of eight letters
        (None, None, "NoneType"),
        (pd.DataFrame({"a": ["Songchon"], "b": ["Kusong"]}), None, "DataFrame"),
        (["Songchon", "Kusong"], ["KP07"], "1 provinces for 2 names"),
    ],
)
def test_what_is_no_column_is_refused(names: object, provinces: object, said: str) -> None:
    with pytest.raises(InputError, match=said):
        locate_all(names, provinces)


def test_one_province_may_stand_for_all() -> None:
    assert list(locate_all(["Unsan", "Kusong"], "North Phyongan").pcode) == [UNSAN_NORTH, KUSONG]


cells = st.one_of(
    st.sampled_from([name.form for name in GAZETTEER.names]),
    st.text(max_size=30),
    st.none(),
    st.floats(),
    st.integers(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(cells, max_size=8), st.data())
def test_nothing_is_lost_and_order_does_not_matter(column: list[object], data: st.DataObject) -> None:
    index = data.draw(st.lists(st.integers(), min_size=len(column), max_size=len(column)))
    table = locate_all(pd.Series(column, index=index, dtype=object))
    assert list(table.index) == index
    assert len(table) == len(column)
    for cell, (_, row) in zip(column, table.iterrows(), strict=True):
        alone = one(cell)
        assert (row.outcome, row.pcode, row.reason) == (alone.outcome, alone.pcode, alone.reason)
        assert (row.outcome == "resolved") == (row.pcode is not None)
        assert len(row.candidates) > 0 if row.outcome == "ambiguous" else row.candidates == ()
        assert 0 <= row.confidence <= 1
        assert row.reason


def test_every_official_name_with_its_province_is_its_unit() -> None:
    """Abolished units and cities named like their special city give way to what stands for them today."""
    wrong = []
    for pcode, unit in GAZETTEER.units.items():
        if unit.status == "abolished" or pcode in CORES:
            continue
        province = GAZETTEER.province_of(pcode)
        reading = unit.name_mr if unit.level < 3 or " " not in unit.name else ""
        for name in {unit.name, reading, GAZETTEER.korean_name(pcode), unit.hanja} - {""}:
            for outer in (province.name, GAZETTEER.korean_name(province.pcode), province.pcode):
                found = look_up(name, province=outer)
                if found.unit != unit and not _gives_way(pcode, found.unit and found.unit.pcode):
                    wrong.append((pcode, name, outer, found.reason))
    assert wrong == []


def _gives_way(pcode: str, found: str | None) -> bool:
    """Whether a place below the county has the name of its own county, or of the unit which it was before."""
    unit = GAZETTEER.units[pcode]
    before = {u.pcode for u in GAZETTEER.units.values() if (u.status, u.hangul) == ("abolished", unit.hangul)}
    return unit.level == 3 and found in {unit.parent_pcode, *before}


def test_ten_thousand_names_are_answered() -> None:
    """In about three seconds on one core; a way of asking that grows with the square would never end."""
    forms = [name.form for name in GAZETTEER.names if name.script in ("latin", "hangul")]
    column = [f"{forms[number % len(forms)]} {number}" for number in range(10_000)]
    assert len(locate_all(column)) == 10_000


def run(*arguments: object, given: str | bytes | None = None) -> str:
    ended = CliRunner().invoke(cli, [str(argument) for argument in arguments], input=given)
    assert ended.exit_code == 0, ended.output
    return ended.stdout


def test_one_name_gives_its_unit_as_before_with_confidence_and_reason() -> None:
    unit = json.loads(run("locate", "Songchon"))
    assert (unit["pcode"], unit["korean"], unit["confidence"]) == (SONGCHON, "성천군", 0.9)
    assert "spellings" in unit and unit["reason"] == "official spelling"
    unseen = json.loads(run("locate", "Phyeongsung"))
    assert (unseen["pcode"], unseen["confidence"]) == (PHYONGSONG, 0.7)
    assert unseen["reason"] == "unseen spelling, read as Phyongsong"


def test_several_names_give_a_line_of_json_each() -> None:
    rows = [json.loads(line) for line in run("locate", "Songchon", "Unsan", "Atlantis").splitlines()]
    assert [(row["name"], row["outcome"], row["pcode"]) for row in rows] == [
        ("Songchon", "resolved", SONGCHON),
        ("Unsan", "ambiguous", None),
        ("Atlantis", "unknown", None),
    ]
    assert rows[1]["candidates"] == [UNSAN_NORTH, UNSAN_SOUTH]
    inside = run("locate", "Unsan", "Kusong", "-p", "North Phyongan").splitlines()
    assert [json.loads(line)["pcode"] for line in inside] == [UNSAN_NORTH, KUSONG]


SITES = """\
id,county,province,pcode
1,Unsan,South Phyongan,a
2,"Songchon, S. Korea",,b
3,,,
4,Unsan,,d
5,=1;+2
"""


def test_a_table_comes_back_with_columns_added(tmp_path: Path) -> None:
    path = tmp_path / "sites.csv"
    path.write_text(SITES, encoding="utf-8")
    text = run("locate", "--csv", path, "--column", "county", "--province-column", "province")
    header, *rows = csv.reader(io.StringIO(text))
    assert header[:4] == ["id", "county", "province", "pcode"]
    assert header[4:] == ["outcome", "located_pcode", *COLUMNS[2:]]  # there was a column `pcode`
    assert [row[:4] for row in rows] == [
        ["1", "Unsan", "South Phyongan", "a"],
        ["2", "Songchon, S. Korea", "", "b"],
        ["3", "", "", ""],
        ["4", "Unsan", "", "d"],
        ["5", "=1;+2", "", ""],
    ]
    located = [dict(zip(header, row, strict=True)) for row in rows]
    outcomes = ["resolved", "foreign", "unknown", "ambiguous", "unknown"]
    assert [row["outcome"] for row in located] == outcomes
    assert (located[0]["located_pcode"], located[0]["unit_province"]) == (UNSAN_SOUTH, "South Phyongan")
    assert located[3]["candidates"] == "KP0617 Unsan (North Phyongan) | KP0720 Unsan (South Phyongan)"
    assert located[2]["confidence"] == "0.0"
    columns = ("--column", "county", "--province-column", "province")
    assert run("locate", "--csv", "-", *columns, given=SITES) == text


@pytest.mark.parametrize(
    ("content", "delimiter"),
    [
        ("name;n\n성천군;1\n".encode("cp949"), ";"),
        (b"\xef\xbb\xbf" + "name\tn\r\n성천군\t1\r\n".encode(), "\t"),
        (b"\xff\xfe" + "name,n\n성천군,1\n".encode("utf-16-le"), ","),
    ],
)
def test_tables_of_any_encoding_and_delimiter(content: bytes, delimiter: str) -> None:
    text = run("locate", "--csv", "-", "--column", "name", given=content)
    header, row = csv.reader(io.StringIO(text), delimiter=delimiter)
    assert header[:3] == ["name", "n", "outcome"]
    assert (row[0], row[3]) == ("성천군", SONGCHON)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--csv", "{file}"], 2, "--column"),
        (["--column", "county"], 2, "--csv"),
        (["--csv", "{file}", "--column", "county", "Songchon"], 2, "either"),
        (["--csv", "{file}", "--column", "town"], 1, "id, county, province, pcode"),
        (["--csv", "{file}", "--column", "county", "--province-column", "do"], 1, "'do'"),
        (["--csv", "{long}", "--column", "county"], 1, "row 1 has 3 cells for 1 columns"),
        (["--csv", "{none}", "--column", "county"], 2, "none.csv"),
    ],
)
def test_a_wrong_call_is_refused_in_words(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    paths = {name: tmp_path / f"{name}.csv" for name in ("file", "long", "none")}
    paths["file"].write_text(SITES)
    paths["long"].write_text("county\nSongchon,South Phyongan,DPRK\n")
    ended = CliRunner().invoke(cli, ["locate", *(argument.format(**paths) for argument in arguments)])
    assert ended.exit_code == code, ended.output
    assert said in ended.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("options", "cell"),
    [
        ([], '=HYPERLINK("http://evil.example")'),  # your own cells come back as they were
        (["--harmless"], '\'=HYPERLINK("http://evil.example")'),  # a stranger's are disarmed
    ],
)
def test_formulas_in_your_own_cells(options: list[str], cell: str) -> None:
    given = 'name,note\nSongchon,"=HYPERLINK(""http://evil.example"")"\n'
    text = run("locate", "--csv", "-", "--column", "name", *options, given=given.encode())
    _, row = csv.reader(io.StringIO(text))
    assert row[1] == cell


def test_harmless_needs_a_table() -> None:
    ended = CliRunner().invoke(cli, ["locate", "Songchon", "--harmless"])
    assert ended.exit_code == 2 and "--csv" in ended.stderr
