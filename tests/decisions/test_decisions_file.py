"""The decisions file: what is read, what is told of a bad row, and a whole build with it and without."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo.cli import cli
from geo.decisions import written
from geo.decisions.cells import read_place
from geo.decisions.deciding import shipped_decisions
from geo.decisions.reading import READERS, decisions_of
from geo.errors import BadRowsError, InputError
from geo.models import Event
from geo.outputs.writing import render_outputs
from geo.view import map_view
from tests.decided import (
    ADDED,
    FLAG,
    HOSPITAL,
    SAMSU_HOSPITAL,
    VISIT,
    WHY,
    Archive,
    Row,
    table,
)
from tests.records import GAZETTEER, SAMSU, SONGCHON


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ({**FLAG, "decision": "acept"}, "decision", "did you mean accept?"),
        ({**FLAG, "decision": ""}, "decision", "but reason is filled"),
        ({**FLAG, "key": "17"}, "key", "copy it from review.csv"),
        ({**FLAG, "place": "Unsan"}, "place", "Unsan in South Phyongan (KP0720)"),
        ({**FLAG, "place": "Atlantis"}, "place", "Try another spelling"),
        (
            {**FLAG, "place": "Seongcheonn"},
            "place",
            "if you mean KP0717 Songchon",
        ),
        ({**FLAG, "place": "KP9999"}, "place", "no unit has the P-code"),
        ({**FLAG, "place": "KP0717 Unsan"}, "place", "KP0717 is Songchon"),
        ({**FLAG, "facility": "hospitals"}, "facility", "did you mean hospital?"),
        ({**FLAG, "stage": "begun"}, "stage", "none of planned, groundbreaking"),
        ({**FLAG, "date": "Feb-24"}, "date", "write 2024-02-28, 2024-02, 2024 or undated"),
        ({**FLAG, "date": "2024-02-30"}, "date", "is no date"),
        ({**FLAG, "date": "28/02/2024"}, "date", "is no date"),
        ({**FLAG, "url": "example.org"}, "url", "write it with https://"),
        ({**FLAG, "reason": ""}, "reason", "say why"),
        (
            {**FLAG, "decided_on": "yesterday"},
            "decided_on",
            "'yesterday' is no day; write it like 2024-02-28",
        ),
        ({**FLAG, "place": "Atlantis" * 5000}, "place", "no unit of the DPRK is known as 'Atlantis"),
        ({**FLAG, "facility": "airport" * 5000}, "facility", "is none of regional_industry"),
        ({**FLAG, "key": "k" * 5000}, "key", "copy it from review.csv"),
        ({**FLAG, "reason": "x" * 401}, "reason", "shorten it to 400"),
        ({**FLAG, "decided_on": "2026-03"}, "decided_on", "is no day"),
        ({**FLAG, "new_date": "2024"}, "new_date", "takes no new value"),
        ({"decision": "accept"}, "key", "nothing says what it is about"),
        ({"decision": "reject", "facility": "hospital", **WHY}, "key", "nothing says what it is about"),
        ({"decision": "accept", "surface": "Unsan"}, "key", "nothing says what it is about"),
        (
            {"decision": "reject", "key": "e-0123456789", "surface": "x", **WHY},
            "surface",
            "clear one of the two",
        ),
        ({**FLAG, "decision": "correct"}, "new_place", "nothing to correct"),
        ({"decision": "reject", "key": "c-0123456789", **WHY}, "decision", "accept leaves it as it is"),
        ({"decision": "flag", "key": "d-0123456789", **WHY}, "decision", "mend it by a DATE:"),
        ({"decision": "flag", "key": "n-0123456789", **WHY}, "decision", "a name takes accept"),
        ({"decision": "alias", "surface": "Songchun"}, "new_place", "write the unit that the name means"),
        ({"decision": "alias", "new_place": "Songchon"}, "surface", "as the texts have it"),
        ({**ADDED}, "quote", "give the words of the source"),
        ({**ADDED, "note": "x", "new_stage": ""}, "new_stage", "needs place, facility and stage"),
        ({**ADDED, "note": "x", "new_date": ""}, "new_date", "or undated"),
        ({**ADDED, "note": "x", "url": ""}, "url", "needs the address of its source"),
        ({**ADDED, "note": "x", "publisher": ""}, "publisher", "needs publisher and day"),
        ({**ADDED, "note": "x", "place": "Songchon"}, "place", "goes into new_place"),
        ({**ADDED, "note": "x", "key": "e-0123456789"}, "key", "what is added has no key"),
    ],
)
def test_a_bad_row_is_told_by_file_line_and_column(row: Row, column: str, said: str) -> None:
    with pytest.raises(BadRowsError) as raised:
        decisions_of(table(FLAG, row), "d.csv")
    (line,) = raised.value.rows
    assert line.startswith(f"'d.csv', line 3, column {column}: ") and said in line
    assert "\n" not in line and len(line) < 400


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind,key\n", "line 1: no column is called decision"),
        ("decision,new_plaec\n", "unknown column 'new_plaec'; did you mean new_place?"),
        ("decision,key,key\n", "the column key stands there twice"),
        ("decision,place\nflag,Songchon,x\n", "line 2: it has 3 cells for 2 columns"),
        ('decision,place\nflag,"Song"chon\n', "line 2: it is not CSV"),
    ],
)
def test_a_file_that_is_no_table_of_decisions_says_so(text: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        decisions_of(text, "d.csv")
    assert "'d.csv', " in str(raised.value) and said in str(raised.value)


def test_of_many_bad_rows_ten_are_told() -> None:
    with pytest.raises(BadRowsError) as raised:
        decisions_of(table(*[{**FLAG, "date": "soon"}] * 14), "d.csv")
    told = str(raised.value).splitlines()
    assert (len(told), told[-1], len(raised.value.rows)) == (11, "and 4 more", 14)
    assert [line.split(",")[1] for line in told[:3]] == [" line 2", " line 3", " line 4"]


@pytest.mark.parametrize(
    ("encoding", "separator", "before"),
    [
        ("utf-8", ",", ""),
        ("utf-8-sig", ";", ""),
        ("cp949", ";", ""),
        ("cp949", ",", ""),
        ("utf-16", "\t", ""),
        ("utf-8-sig", ";", "sep=;\r\n"),
    ],
)
def test_a_file_is_read_as_spreadsheets_write_it(
    tmp_path: Path, encoding: str, separator: str, before: str
) -> None:
    row = {
        "decision": " Reject ",
        "place": "성천군",
        "reason": '현장 사진, "확인"함; 세 줄\n이상',
        "by": "분석가",
    }
    path = tmp_path / "결정.csv"
    path.write_bytes((before + table(row, {}, FLAG, separator=separator)).encode(encoding))
    read = geo.read_decisions(path)
    one, other = read.rows
    assert (one.decision, one.pcode, one.by) == ("reject", SONGCHON, "분석가")
    assert one.reason == '현장 사진, "확인"함; 세 줄 이상'
    assert other.line == (5 if not before else 6), "a cell of two lines counts for two"


def test_lines_are_those_of_the_file_though_cells_hold_line_ends() -> None:
    with pytest.raises(BadRowsError) as raised:
        decisions_of(table({**FLAG, "reason": "a\r\nb\r\nc"}, {**FLAG, "stage": "?"}), "d.csv")
    assert raised.value.rows[0].startswith("'d.csv', line 5, column stage")


def test_every_unit_as_review_writes_it_is_taken_back() -> None:
    for unit in GAZETTEER.units.values():
        assert read_place(written(unit)) == unit.pcode


@given(st.dictionaries(st.sampled_from(list(READERS)), st.text(max_size=30), max_size=8))
def test_no_row_breaks_the_reader(row: Row) -> None:
    try:
        read = decisions_of(table(row), "d.csv")
    except InputError as error:
        assert str(error).startswith("'d.csv', line ")
        assert all(line.isprintable() or "\\" in line for line in map(repr, str(error).splitlines()))
    else:
        assert len(read.rows) <= 1


# ---- whole builds ----------------------------------------------------------------------------------------


@pytest.fixture
def call(names: Path, tmp_path: Path) -> Iterator[Callable[..., Result]]:
    """Call `factorymap build` on the articles, with a decisions file or without."""

    def build(out: str, *rows: Row) -> Result:
        options: list[str] = []
        if rows:
            (tmp_path / "decisions.csv").write_text(table(*rows), encoding="utf-8")
            options = ["--decisions", str(tmp_path / "decisions.csv")]
        return CliRunner().invoke(cli, ["build", str(names), "-o", str(tmp_path / out), *options])

    yield build


def written_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_build_tells_and_records_its_decisions_and_is_undone_without_them(
    call: Callable[..., Result], tmp_path: Path
) -> None:
    assert call("maps").exit_code == 0
    before = written_files(tmp_path / "maps")
    ended = call(
        "maps",
        {"decision": "alias", "surface": "Unsan", "new_place": "KP0720", **WHY},
        {"decision": "reject", "document": "hwajin", "stage": "inspection", "reason": "no county"},
        {"decision": "accept", "key": "e-0123456789"},
    )
    assert ended.exit_code == 0, ended.output
    assert "decisions.csv: 2 applied, 1 no longer applies (1 settled by name, 1 rejected)" in ended.stderr
    assert "no longer applies: line 4, accept e-0123456789: nothing that was read fits it" in ended.stderr
    assert ended.stdout.splitlines() == [str(tmp_path / "maps" / "map.html")]
    files = written_files(tmp_path / "maps")
    run = json.loads(files["run.json"])
    assert run["options"]["decisions"] == run["decisions"]["file"] == str(tmp_path / "decisions.csv")
    assert run["decisions"]["counts"] == {"applied": 2, "no longer applies": 1}
    alias, reject, stale = run["decisions"]["rows"]
    assert (alias["line"], alias["surface"], alias["new_place"], alias["by"]) == (
        2,
        "Unsan",
        "KP0720",
        "A. Analyst",
    )
    assert alias["changes"][0]["machine"].startswith("ambiguous")
    assert reject["changes"][0]["document_id"] == "hwajin" and reject["changes"][0]["now"] == ""
    assert (stale["status"], stale["changes"]) == ("no longer applies", [])
    assert b"An analyst&#39;s decisions are heeded: 1 settled by name, 1 rejected" in files["map.html"]
    assert "line 4 no longer applies" in files["review.csv"].decode()
    (tmp_path / "decisions.csv").unlink()
    assert call("maps").exit_code == 0
    assert written_files(tmp_path / "maps") == before


def test_tables_and_view_keep_the_machines_reading_beside_the_decision(shipped: Archive) -> None:
    run = shipped.decided({"decision": "correct", **SAMSU_HOSPITAL, "new_date": "2026-02-08", **WHY})
    files = render_outputs(run)
    rows = list(csv.DictReader(StringIO(files["announcements.csv"].removeprefix("\ufeff"))))
    (row,) = [row for row in rows if (row["pcode"], row["facility"]) == (SAMSU, HOSPITAL)]
    assert row["groundbreaking_on"] == "2026-02-08"
    assert row["decision"].startswith("date corrected by an analyst") and "2026-02-09 (0.9" in row["decision"]
    points = json.loads(files["announcements.geojson"])["features"]
    (point,) = [point for point in points if point["id"] == row["id"]]
    assert (
        point["properties"]["decision"] == row["decision"] == point["properties"]["evidence"][0]["decision"]
    )
    view = map_view(run.announcements)
    (item,) = [item for item in view["announcements"] if item["id"] == row["id"]]
    assert item["decision"] == item["evidence"][0]["decision"] == row["decision"]
    shipped_too = {SAMSU, *(one.pcode for one in shipped_decisions().rows)}
    plain = [row["decision"] for row in rows if row["pcode"] not in shipped_too]
    assert set(plain) == {""}


def test_a_bad_decisions_file_ends_the_build_before_anything_is_written(
    call: Callable[..., Result], tmp_path: Path
) -> None:
    ended = call(
        "none", {"decision": "acept", "key": "1"}, {**FLAG, "reason": "=1\n\x1b[2J", "date": "\x1b[31m"}
    )
    assert ended.exit_code == 1
    assert not (tmp_path / "none").exists()
    lines = ended.stderr.splitlines()
    assert len(lines) == 3 and lines[0].startswith("Error: '") and "line 2, column decision" in lines[0]
    assert "line 2, column key" in lines[1] and "column date" in lines[2]
    assert "\x1b" not in ended.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b"PK\x03\x04" + b"x" * 50, "an Office document, not text. Save the decisions as CSV in UTF-8."),
        (b"decision\n", ""),
    ],
    ids=["empty", "a workbook", "only a header"],
)
def test_files_without_rows(names: Path, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "d.csv").write_bytes(content)
    arguments = ["build", str(names), "-o", str(tmp_path / "maps"), "--decisions", str(tmp_path / "d.csv")]
    ended = CliRunner().invoke(cli, arguments)
    assert (ended.exit_code, said in ended.stderr) == (int(bool(said)), True)
    assert (tmp_path / "maps").exists() == (not said)


def test_the_file_may_lie_among_the_articles(names: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for path in names.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "decisions.csv").write_text(table(FLAG | {"place": "Hwangju"}), encoding="utf-8")
    run = geo.build(folder, decisions=folder / "decisions.csv")
    assert {record.status for record in run.inputs} == {"read"} and len(run.inputs) == 4


def test_the_order_of_rows_and_articles_does_not_matter(shipped: Archive) -> None:
    rows: list[Row] = [
        {"decision": "reject", **VISIT, **WHY},
        {"decision": "correct", **SAMSU_HOSPITAL, "new_date": "2026-02-08", **WHY},
        {**ADDED, "note": "x"},
    ]
    one, other = shipped.decided(*rows), shipped.decided(*reversed(rows))
    assert one.announcements == other.announcements


def test_an_event_of_the_machine_is_never_changed(shipped: Archive) -> None:
    events: tuple[Event, ...] = shipped.plain.events
    run = shipped.decided({"decision": "correct", **SAMSU_HOSPITAL, "new_stage": "planned", **WHY})
    assert run.events == events
    assert run.decided and any(
        a != b for a, b in zip(run.announcements, shipped.plain.announcements, strict=True)
    )


def test_an_unknown_decision_column_in_python_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Name a CSV file of decisions"):
        geo.build(decisions=tmp_path / "none.csv")
