"""`factorymap draw`: somebody's own table on the map, and one clear line for every row that is not."""

from __future__ import annotations

import csv
import datetime
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

import geo
from geo.cli import cli
from geo.errors import InputError
from geo.models import Announcement, Run
from geo.own_table import DrawnTable, draw, read_announcements, table_lines
from geo.own_table.drawing_table import map_of_table
from geo.projects import merge_events
from geo.view import map_view
from tests import ROOT
from tests.decided import Archive
from tests.records import HWANGJU, KANGDONG, KUSONG, SONGCHON, UNSAN_NORTH, UNSAN_SOUTH, report

HEADER = ["County", "Province", "Facility", "Stage", "Date", "Source", "Link", "Report date", "Quote", "Note"]
GOOD = [
    *("Songchon", "South Phyongan", "regional-industry factories", "groundbreaking", "2024-02-28"),
    *("Example Agency", "https://example.org/1", "2024-02-29", "Ground was broken in Songchon.", ""),
]


def row(**cells: object) -> list[object]:
    """A row that can be drawn, with some cells otherwise."""
    return [cells.get(name.lower().replace(" ", "_"), good) for name, good in zip(HEADER, GOOD, strict=True)]


def written(path: Path, rows: Sequence[Sequence[object]], header: Sequence[str] = HEADER, **how: Any) -> Path:
    """A CSV file."""
    encoding = how.pop("encoding", "utf-8")
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, **how).writerows([header, *rows])
    return path


def workbook(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    """An Excel file."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for cells in rows:
            sheet.append(list(cells))
    book.save(path)
    return path


def frame(*rows: Sequence[object]) -> pd.DataFrame:
    return pd.DataFrame([list(one) for one in rows], columns=HEADER)


def one(table: Any, **options: Any) -> Announcement:
    """The only announcement of a table."""
    (announcement,) = read_announcements(table, **options).announcements
    return announcement


def told(table: DrawnTable) -> list[str]:
    """The lines on rows."""
    return [line for line in table_lines(table) if re.match("drawn|listed|refused", line)]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["draw", *map(str, arguments)])


# what a row becomes


def test_a_row_is_an_announcement_with_its_source_and_words() -> None:
    found = one(frame(row()))
    assert (found.pcode, found.facility, found.stage) == (SONGCHON, "regional_industry", "groundbreaking")
    assert found.stage_dates == (("groundbreaking", "2024-02-28"),)
    assert (found.id, found.campaign) == ("KP0717-regional_industry-2024", "2024")
    (said,) = found.reports
    assert (said.label, said.url, said.is_summary) == (
        "Example Agency, 2024-02-29",
        "https://example.org/1",
        False,
    )
    assert said.event.evidence.text == "Ground was broken in Songchon."


def test_rows_on_one_project_are_merged_as_articles_are() -> None:
    done = row(
        county="성천군", province="", stage="준공", date="2024년 12월 20일", link="https://example.org/2"
    )
    again = row(link="https://example.org/3", date="2024-02", source="Other Daily")
    found = one(frame(row(report_date=""), [*done[:7], "", "", ""], again))
    assert found.stage == "completed" and found.n_sources == 3
    assert dict(found.stage_dates) == {"groundbreaking": "2024-02-28", "completed": "2024-12-20"}


def test_two_days_of_one_ceremony_are_a_conflict_that_is_told() -> None:
    found = one(frame(row(), row(date="2024-02-10", source="Other Daily", link="https://example.org/2")))
    assert "2024-02-10 (Other Daily)" in found.conflict and "2024-02-28 (Example Agency)" in found.conflict


def test_one_row_can_hold_the_date_of_each_stage() -> None:
    table = pd.DataFrame(
        {
            "군": ["성천군"],
            "시설": ["병원"],
            "착공일": ["2025. 2. 28."],
            "준공일": ["2025년 12월"],
            "출처": ["로동신문"],
        }
    )
    found = one(table)
    assert found.stage_dates == (("groundbreaking", "2025-02-28"), ("completed", "2025-12"))
    assert (found.facility, found.origins) == ("hospital", ("state media",))


def test_a_row_without_a_source_is_drawn_and_says_so() -> None:
    found = one(frame(row(source="", link="", report_date="", quote="", note="Seen by a friend.")))
    assert (found.n_sources, found.n_origins, found.state_media_only) == (0, 0, False)
    (said,) = found.reports
    assert said.label == "the DataFrame, row 0, no source given" and said.is_summary
    assert said.event.evidence.text == "Seen by a friend."


def test_rows_that_cite_one_publisher_without_an_address_count_as_one_page() -> None:
    begun = row(link="")
    seen = row(link="", stage="under construction", date="", quote="Walls stand.")
    later = row(link="", stage="completed", date="2024-12-20", report_date="2024-12-21")
    assert one(frame(begun, seen, later)).n_sources == 2


def test_words_of_the_table_are_never_quoted_as_those_of_the_source() -> None:
    (said,) = one(frame(row(quote="", note=""))).reports
    assert (
        said.is_summary
        and said.event.evidence.text == "regional-industry factories: groundbreaking, 2024-02-28"
    )
    assert said.label == "the DataFrame, row 0, Example Agency, 2024-02-29"


def test_a_link_alone_names_a_reviewed_publisher() -> None:
    (said,) = one(frame(row(source="", link="http://www.pyongyangtimes.com.kp/blog?x=1"))).reports
    assert (said.publisher, said.origin) == ("Pyongyang Times", "state media")


def test_the_campaign_that_a_row_gives_is_kept() -> None:
    table = pd.DataFrame(
        {
            "county": ["Songchon", "Kusong", "Hwangju"],
            "facility": ["regional industry", "hospital", "regional industry"],
            "stage": ["groundbreaking", "under construction", "completed"],
            "completed": [None, None, "2024-12-01"],
            "campaign": [2024, 2025.0, "2025"],
        }
    )
    songchon, kusong, hwangju = sorted(
        read_announcements(table).announcements,
        key=lambda found: [SONGCHON, KUSONG, HWANGJU].index(found.pcode),
    )
    assert (songchon.id, songchon.stage_dates) == (
        "KP0717-regional_industry-2024",
        (("groundbreaking", "2024"),),
    )
    assert (kusong.id, kusong.campaign, kusong.conflict) == ("KP0603-hospital-2025", "2025", "")
    assert hwangju.campaign == "2025" and "its dates 2024" in hwangju.conflict


def test_a_spelling_in_no_list_is_drawn_with_a_remark() -> None:
    table = read_announcements(frame(row(county="Phyeongsung", province="")))
    assert table.counts == {"drawn": 1, "listed": 0, "refused": 0}
    assert "is in no list" in told(table)[0] and "Phyongsong" in told(table)[0]


# rows that cannot be drawn

BAD: dict[str, tuple[dict[str, object], str, str]] = {
    "unknown county": (
        {"county": "Atlantis"},
        "listed",
        "column 'County': no unit of the DPRK is known as 'Atlantis'",
    ),
    "ambiguous county": (
        {"county": "Unsan", "province": ""},
        "listed",
        "may be: Unsan in North Phyongan (KP0617); Unsan in South Phyongan (KP0720). Add the province",
    ),
    "province contradicts": (
        {"county": "Songchon", "province": "Ryanggang"},
        "listed",
        "column 'County': 'Songchon' is not in 'Ryanggang'",
    ),
    "province only": (
        {"county": "South Phyongan"},
        "listed",
        "column 'County': 'South Phyongan' is a province. Write the county",
    ),
    "South Korean namesake": (
        {"county": "Goseong County", "province": "South Korea"},
        "refused",
        "column 'County': 'Goseong County' is not in the North",
    ),
    "no place": ({"county": "", "province": ""}, "refused", "column 'County': is empty. Write the county"),
    "unknown stage": (
        {"stage": "rumoured"},
        "refused",
        "column 'Stage': 'rumoured' is no stage. Write one of: planned",
    ),
    "misspelt stage": ({"stage": "groundbreeking"}, "refused", "Did you mean 'groundbreaking'?"),
    "no stage": ({"stage": ""}, "refused", "column 'Stage': is empty. Write one of"),
    "unknown facility": (
        {"facility": "airport"},
        "refused",
        "column 'Facility': 'airport' is no facility of this map",
    ),
    "two facilities": (
        {"facility": "hospital and leisure complex"},
        "refused",
        "Give each a row of its own",
    ),
    "impossible day": (
        {"date": "2024-02-30"},
        "refused",
        "column 'Date': '2024-02-30' does not exist",
    ),
    "ambiguous day": (
        {"date": "03/04/2024", "report_date": ""},
        "refused",
        "column 'Date': '03/04/2024' may be 2024-04-03 or 2024-03-04. Write which.",
    ),
    "after its report": (
        {"date": "2025-02-28"},
        "refused",
        "column 'Report date': '2024-02-29' lies before the groundbreaking (2025-02-28) that it reports",
    ),
    "a winter": ({"date": "winter 2024"}, "refused", "may lie in two years. Write the year or the month"),
    "year out of reach": (
        {"date": "2204-02-28"},
        "refused",
        "'2204-02-28' is in the year 2204, which cannot be meant",
    ),
    "completed after its report": (
        {"stage": "completed", "date": "2025-02-28"},
        "refused",
        "lies before the completion (2025-02-28) that it reports",
    ),
    "two places in a cell": (
        {"county": "Songchon and Kusong", "province": ""},
        "listed",
        "Songchon in South Phyongan (KP0717). Give each a row of its own.",
    ),
    "a position for a name": (
        {"county": "39.1, 125.9", "province": ""},
        "listed",
        "column 'County': '39.1, 125.9' is no place: there is no name in it. Check the spelling",
    ),
    "a text for a name": (
        {"county": "Atlantis" * 500, "province": ""},
        "listed",
        "no unit of the DPRK is known as 'Atlantis",
    ),
    "formula": (
        {"county": '=HYPERLINK("https://example.org","Songchon")'},
        "refused",
        "is a formula without a saved value",
    ),
    "error of the sheet": ({"facility": "#REF!"}, "refused", "is an error of the spreadsheet"),
    "time of day": ({"date": datetime.time(9, 30)}, "refused", "is a time of day, not a date"),
    "bare number": ({"date": 45350}, "refused", "Format the cell as a date"),
}


@pytest.fixture(scope="module")
def bad_rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook: the names of columns in row 1, a good row in row 2, then one row of each kind of fault."""
    rows = [row(), *(row(**cells) for cells, _, _ in BAD.values())]
    return workbook(tmp_path_factory.mktemp("bad") / "sites.xlsx", {"Sites": [HEADER, *rows]})


@pytest.fixture(scope="module")
def bad_table(bad_rows: Path) -> DrawnTable:
    return read_announcements(bad_rows)


@pytest.mark.parametrize(("number", "kind"), list(enumerate(BAD, start=3)), ids=lambda value: str(value))
def test_each_kind_of_bad_row_ends_in_one_line_that_says_why(
    bad_table: DrawnTable, bad_rows: Path, number: int, kind: str
) -> None:
    _, outcome, said = BAD[kind]
    (line,) = (line for line in told(bad_table) if f"row {number}," in line)
    assert line.startswith(f"{outcome}: {bad_rows}, row {number}, ")
    assert said in line and "\n" not in line and len(line) < 600


def test_ten_kinds_of_bad_rows_and_more_leave_the_good_one_on_the_map(bad_table: DrawnTable) -> None:
    listed = sum(outcome == "listed" for _, outcome, _ in BAD.values())
    assert bad_table.counts == {"drawn": 1, "listed": listed, "refused": len(BAD) - listed}
    assert list(table_lines(bad_table))[-1] == (
        f"sites.xlsx (sheet 'Sites'): {len(BAD) + 1} rows: 1 drawn, {listed} listed without a place, "
        f"{len(BAD) - listed} refused"
    )
    (remark,) = map_of_table(bad_table).view["remarks"]
    assert f"{len(BAD) + 1} rows: 1 drawn" in remark
    view = view_of(bad_table)
    assert [shown["pcode"] for shown in view["announcements"]] == [SONGCHON]
    unplaced = {
        shown["place"]: {place["pcode"] for place in shown["candidates"]} for shown in view["unplaced"]
    }
    assert unplaced["Atlantis"] == set() and unplaced["Unsan"] == {UNSAN_NORTH, UNSAN_SOUTH}


def view_of(table: DrawnTable) -> dict[str, Any]:
    return map_view(table.announcements, table.documents)


def test_all_that_is_wrong_with_a_row_stands_in_its_line() -> None:
    (line,) = told(read_announcements(frame(row(facility="airport", date="soon", county=""))))
    assert line.count("; also column") == 2 and "airport" in line and "soon" in line and "is empty" in line


def test_an_address_that_is_no_link_is_told() -> None:
    read = read_announcements(frame(row(link="javascript:alert(1)"), row(link="https://example.org/1")))
    (line,) = told(read)
    assert line.startswith("drawn: ") and "'javascript:alert(1)' is no web address" in line


def test_a_table_that_is_no_text_is_told_how_to_be_saved(tmp_path: Path) -> None:
    path = tmp_path / "sites.csv"
    path.write_bytes(bytes(range(256)) * 4)
    with pytest.raises(InputError, match=r"Save it as CSV in UTF-8, or as \.xlsx\.$"):
        read_announcements(path)


def test_completion_before_groundbreaking_is_no_single_project() -> None:
    table = pd.DataFrame(
        {"county": ["Songchon"], "facility": ["hospital"], "begun": ["2025-02-28"], "opened": ["2024-12-20"]}
    )
    (line,) = told(read_announcements(table))
    assert "column 'opened': '2024-12-20' lies before the groundbreaking (2025-02-28)" in line


def test_a_code_and_a_name_that_contradict_each_other_are_refused() -> None:
    table = pd.DataFrame(
        {
            "pcode": ["KP0717", "KP9999", "KP0717", "kp0603", None],
            "name": ["Kusong", "Kusong", "성천군", None, "Kusong"],
            "facility": ["hospital"] * 5,
            "stage": ["completed"] * 5,
        }
    )
    read = read_announcements(table)
    assert [found.outcome for found in read.rows] == ["refused", "refused", "drawn", "drawn", "drawn"]
    first, second = told(read)
    assert "'Kusong' contradicts the P-code: KP0717 is Songchon (South Phyongan)" in first
    assert "'KP9999' is no P-code of the DPRK" in second


# workbooks


def test_dates_of_a_sheet_are_as_precise_as_they_are_shown(tmp_path: Path) -> None:
    days = [
        datetime.datetime(2024, 2, 28),
        datetime.datetime(2024, 2, 1),
        datetime.datetime(2024, 1, 1),
        2024,
    ]
    path = workbook(
        tmp_path / "t.xlsx", {"Sites": [HEADER, *(row(date=day, report_date="") for day in days)]}
    )
    from openpyxl import load_workbook

    book = load_workbook(path)
    for cell, code in (("E2", "dd.mm.yyyy"), ("E3", "mmm yyyy"), ("E4", "yyyy")):
        book["Sites"][cell].number_format = code
    book.save(path)
    dates = [one_report.event.date for one_report in read_announcements(path).reports]
    assert dates == ["2024-02-28", "2024-02", "2024", "2024"]


def test_merged_and_blank_rows_of_a_sheet(tmp_path: Path) -> None:
    """A title above the names of columns, a heading across, a county merged over two rows, blank rows."""
    rows = [
        ["County factories, 2024"],
        HEADER,
        ["South Phyongan Province"],
        row(),
        row(county=None, stage="completed", date="2024-12-20", report_date="2024-12-21"),
        [],
        row(county="Kusong", province="", facility="hospital"),
    ]
    path = workbook(tmp_path / "t.xlsx", {"Sites": rows})
    from openpyxl import load_workbook

    book = load_workbook(path)
    book["Sites"].merge_cells("A1:J1")
    book["Sites"].merge_cells("A3:J3")
    book["Sites"].merge_cells("A4:A5")
    book["Sites"]["J500"].number_format = "0.00"
    book.save(path)
    table = read_announcements(path)
    assert [(found.row, found.outcome) for found in table.rows] == [
        ("3", "refused"),
        ("4", "drawn"),
        ("5", "drawn"),
        ("7", "drawn"),
    ]
    assert "cells A3:J3 are merged, as in a heading" in told(table)[0]
    assert sorted(found.stage for found in table.announcements) == ["completed", "groundbreaking"]


def test_a_formula_with_a_saved_value_is_its_value(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", {"Sites": [HEADER, row(county='="Song"&"chon"')]})
    import zipfile

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    valued = re.sub(
        r'<c r="A2"[^>]*><f>(.*?)</f><v\s*/?>(</v>)?</c>',
        r'<c r="A2" t="str"><f>\1</f><v>Songchon</v></c>',
        sheet,
    )
    assert valued != sheet
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in (parts | {"xl/worksheets/sheet1.xml": valued.encode()}).items():
            archive.writestr(name, part)
    assert one(path).pcode == SONGCHON


def test_which_sheet_is_read(tmp_path: Path) -> None:
    notes = [["read me"], ["nothing here"]]
    two = {"2024": [HEADER, row()], "2025": [HEADER, row(county="Kusong", province="")], "Notes": notes}
    path = workbook(tmp_path / "two.xlsx", two)
    with pytest.raises(
        InputError, match=r"several sheets that could be meant: 2024, 2025. Say which with --sheet"
    ):
        read_announcements(path)
    assert one(path, sheet="2025").pcode == KUSONG
    with pytest.raises(InputError, match=r"no sheet '2026'. Its sheets are: 2024, 2025, Notes"):
        read_announcements(path, sheet="2026")
    single = workbook(tmp_path / "one.xlsx", {"Notes": notes, "Sites": [HEADER, row()]})
    table = read_announcements(single)
    assert table.sheet == "Sites" and any("not 'Notes'" in line for line in table_lines(table))
    with pytest.raises(InputError, match="has no sheets"):
        read_announcements(written(tmp_path / "t.csv", [row()]), sheet="Sites")


# CSV, GeoJSON, DataFrames


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_usual_dress(tmp_path: Path, encoding: str, delimiter: str) -> None:
    header = ["군", "도", "시설", "단계", "날짜", "출처"]
    rows = [["성천군", "평안남도", "지방공업공장", "착공", "2024년 2월 28일", "조선중앙통신"]]
    path = written(tmp_path / "t.csv", rows, header, encoding=encoding, delimiter=delimiter)
    found = one(path)
    assert (found.pcode, found.stage_dates) == (SONGCHON, (("groundbreaking", "2024-02-28"),))


def test_rows_of_csv_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    lines = [
        "sep=;",
        "My list;;;",
        "county;facility;stage;note",
        "Songchon;hospital;completed;two\nlines".replace("two\nlines", '"two\nlines"'),
        "",
        "Atlantis;hospital;completed;",
        "Kusong;hospital;completed;a;b;c",
        'Kusong;hos"pital;comp"leted;',
        'Kusong;"hospital"x;completed;',
    ]
    (tmp_path / "t.csv").write_text("\r\n".join(lines), encoding="utf-8", newline="")
    table = read_announcements(tmp_path / "t.csv")
    assert [(found.row, found.outcome) for found in table.rows] == [
        *(("4", "drawn"), ("6", "listed")),
        *(("7", "refused"), ("8", "refused"), ("9", "refused")),
    ]
    assert "row 7, has 6 cells for 4 columns" in told(table)[1]
    assert "row 9, is not CSV" in told(table)[3]


def test_points_of_geojson_are_never_looked_up(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [126.2, 39.26]}
    good = {
        "type": "Feature",
        "geometry": None,
        "properties": {"name": "Songchon", "what": "병원", "stage": "done"},
    }
    nameless = {"type": "Feature", "geometry": point, "properties": {"what": "hospital", "stage": "done"}}
    path = tmp_path / "t.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [good, nameless]}), encoding="utf-8")
    table = read_announcements(path)
    assert table.counts == {"drawn": 1, "listed": 0, "refused": 1}
    assert (
        "feature 2, column 'name': is empty. Write the county; a point alone is not looked up"
        in told(table)[0]
    )
    assert any("never by testing a point against county lines" in line for line in table_lines(table))
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [nameless]}), encoding="utf-8")
    with pytest.raises(InputError, match="no column known to hold counties"):
        read_announcements(path)


def test_a_dataframe_is_numbered_by_its_index() -> None:
    table = read_announcements(frame(row(), row(county="Atlantis")).set_axis(["a", "b"]))
    assert "row b," in told(table)[0]
    with pytest.raises(InputError, match="a list is no table"):
        read_announcements([row()])  # type: ignore[arg-type]


def test_columns_of_unknown_names_are_named_by_the_user(tmp_path: Path) -> None:
    header = ["Kreis", "Was", "Stand", "Wann"]
    path = written(tmp_path / "t.csv", [["Songchon", "hospital", "completed", "2025"]], header)
    with pytest.raises(
        InputError, match=r"no column known to hold counties. Its columns are: Kreis, Was, Stand, Wann"
    ):
        read_announcements(path)
    named = {"place": "Kreis", "facility": "Was", "stage": "Stand"}
    table = read_announcements(path, columns=named)
    assert dict(table.columns) == named and table.announcements[0].stage_dates == (("completed", ""),)
    assert any("not read: Wann" in line for line in table_lines(table))
    for columns, said in (
        ({"place": "Ort"}, "no column 'Ort'. Its columns are"),
        ({"kreis": "Kreis"}, "cannot stand for 'kreis'. Choose of: place, province"),
        ({"place": "Kreis"}, "no column known to hold the facility. Say which with --column facility=NAME"),
    ):
        with pytest.raises(InputError, match=re.escape(said)):
            read_announcements(path, columns=columns)


def test_facility_and_stage_of_all_rows_can_be_said_at_once() -> None:
    table = pd.DataFrame({"county": ["Songchon"], "date": ["2025-12-20"]})
    found = one(table, facility="병원", stage="opened")
    assert (found.facility, found.stage_dates) == ("hospital", (("completed", "2025-12-20"),))
    with pytest.raises(InputError, match="'airport' is no facility"):
        read_announcements(table, facility="airport")
    with pytest.raises(InputError, match="'soon' is no stage"):
        read_announcements(table, facility="hospital", stage="soon")


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    path = written(
        tmp_path / "t.csv",
        [["Songchon", "hospital", "done", "1", "2"]],
        ["county", "facility", "stage", "date", "date"],
    )
    with pytest.raises(InputError, match="2 columns called 'date'"):
        read_announcements(path)


def _unreadable(folder: Path) -> Iterator[tuple[Path, str]]:
    yield folder / "nowhere.csv", "no such file"
    for name, content, said in (
        ("t.xls", b"\xd0\xcf\x11\xe0", ".xls is not read. Save it as .xlsx or as CSV"),
        ("t.docx", b"PK\x03\x04", "a table is CSV (.csv, .tsv), Excel (.xlsx) or GeoJSON"),
        ("t", b"a,b", "a file without a suffix"),
        ("text.xlsx", b"county,stage", "cannot be read as an Excel workbook"),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked with a password"),
        ("zip.csv", b"PK\x03\x04\x00\x00", "it is a ZIP archive or an Office document"),
        ("empty.csv", b"", "it is empty"),
        ("blank.csv", b"county,stage,facility\r\n", "no row can be drawn"),
        ("other.json", b'{"a": 1}', "no GeoJSON FeatureCollection"),
        ("deep.json", b"[" * 100_000, "no GeoJSON FeatureCollection"),
        (
            "huge.csv",
            b"county,facility,stage\n" + b"Songchon,hospital,done\n" * 25_000,
            "more than 20,000 rows",
        ),
    ):
        (folder / name).write_bytes(content)
        yield folder / name, said


def test_what_is_no_table_ends_in_one_line_and_no_file(tmp_path: Path) -> None:
    for path, said in _unreadable(tmp_path):
        with pytest.raises(InputError, match=re.escape(said)) as caught:
            draw(path)
        assert "\n" not in str(caught.value), path
    assert not list(tmp_path.glob("*.html"))


# the command and the map


def test_the_command_writes_the_page_and_says_what_became_of_the_rows(bad_rows: Path, tmp_path: Path) -> None:
    done = run(bad_rows, "-o", tmp_path / "new" / "map.html", "--title", "Our list", "--language", "ko")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "new" / "map.html")
    assert len([line for line in done.stderr.splitlines() if re.match("listed|refused", line)]) == len(BAD)
    page = (tmp_path / "new" / "map.html").read_text(encoding="utf-8")
    assert "<title>Our list" in page
    again = run(bad_rows, "-o", tmp_path / "again.html", "--title", "Our list", "--language", "ko")
    assert again.exit_code == 0 and (tmp_path / "again.html").read_text(encoding="utf-8") == page


def test_without_a_row_to_draw_there_is_an_error_and_no_file(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", [row(county="Atlantis"), row(date="soon")])
    done = run(path, "-o", tmp_path / "map.html")
    assert done.exit_code == 1 and "no row can be drawn" in done.stderr
    assert not (tmp_path / "map.html").exists() and done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "map.docx"], "name a file that ends in .html, or in .png, .svg, .pdf"),
        (["-o", "."], "name a file that ends in .html"),
        ([], "Missing option '-o'"),
        (["-o", "map.html", "--column", "Kreis"], "is not ROLE=NAME"),
        (["-o", "map.html", "--language", "xx"], "Invalid value for '--language'"),
    ],
)
def test_wrong_calls(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = run(written(tmp_path / "t.csv", [row()]), *arguments)
    assert done.exit_code == 2 and said in " ".join(done.stderr.split())


def test_draw_from_python_is_a_folium_map_and_warns_of_rows(tmp_path: Path) -> None:
    import folium

    with pytest.warns(UserWarning, match="row 1, column 'County': no unit of the DPRK"):
        found = geo.draw(frame(row(), row(county="Atlantis")), title="Ours", until="2024")
    assert isinstance(found, folium.Map)
    found.save(str(tmp_path / "map.html"))
    assert "<title>Ours" in (tmp_path / "map.html").read_text(encoding="utf-8")


def test_hostile_cells_stay_text(tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script>\x1b[31m\u202e=cmd|'/c calc'!A1"
    rows = [row(quote=evil, source=evil, link="javascript:alert(1)", note=evil), row(county=evil)]
    path = written(tmp_path / "t.csv", rows)
    done = run(path, "-o", tmp_path / "map.html")
    assert done.exit_code == 0
    assert "\x1b" not in done.stderr and "\u202e" not in done.stderr
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page and 'href="javascript:' not in page


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_picture_of_the_table(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path / "t.csv", [row(), row(county="Atlantis")])
    done = run(path, "-o", tmp_path / f"map.{suffix}", "--title", "Our list")
    assert done.exit_code == 0, done.stderr
    picture = (tmp_path / f"map.{suffix}").read_bytes()
    assert picture.startswith({"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[suffix])
    assert suffix != "svg" or b"Our list" in picture


# what a build has written


@pytest.fixture
def built(shipped: Archive, shipped_outputs: Path) -> tuple[Run, Path]:
    """The build of the shipped articles."""
    return shipped.plain, shipped_outputs


def test_the_readme_tells_as_many_announcements_as_the_build_of_the_shipped_articles(
    built: tuple[Run, Path],
) -> None:
    made, _ = built
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"\n{len(made.announcements)} announcements from {len(made.documents)} articles." in readme


@pytest.mark.parametrize("kind", ["csv", "geojson"])
def test_tables_of_a_build_are_drawn_as_they_were_built(built: tuple[Run, Path], kind: str) -> None:
    made, folder = built
    drawn = read_announcements(folder / f"announcements.{kind}")
    assert drawn.counts["refused"] == 0
    for name in ("id", "pcode", "campaign", "stage", "stage_dates", "conflict", "n_sources", "origins"):
        before, after = ([getattr(found, name) for found in r.announcements] for r in (made, drawn))
        assert after == before, name
    was, now = map_view(made.announcements)["counties"], view_of(drawn)["counties"]
    assert now == was
    labels = [[said.label for said in found.reports] for found in drawn.announcements]
    assert labels == [[said.label for said in found.reports] for found in made.announcements]


def test_what_somebody_changed_in_the_table_of_a_build_counts(
    built: tuple[Run, Path], tmp_path: Path
) -> None:
    """A date is corrected, a county's P-code, and a stage is added; the rest stays as it was."""
    with (built[1] / "announcements.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    songchon = next(one_row for one_row in rows if one_row["id"] == "KP0717-regional_industry-2024")
    songchon["completed_on"] = "2024-12-24"
    mill = next(one_row for one_row in rows if one_row["facility"] == "paper_mill")
    mill["pcode"], mill["county"], mill["province"] = KUSONG, "Kusong", "North Phyongan"
    path = written(tmp_path / "t.csv", [list(one_row.values()) for one_row in rows], list(rows[0]))
    found = {announcement.id: announcement for announcement in read_announcements(path).announcements}
    assert ("completed", "2024-12-24") in found[songchon["id"]].stage_dates
    assert all(said.is_summary for said in found[songchon["id"]].reports)
    moved = next(announcement for announcement in found.values() if announcement.facility == "paper_mill")
    assert moved.pcode == KUSONG and moved.reports[0].label.startswith("factorymap's summary of")
    others = {one_found.id for one_found in built[0].announcements} - {songchon["id"], mill["id"]}
    assert others <= set(found)


def test_what_a_build_left_open_is_not_settled_by_drawing_its_table(tmp_path: Path) -> None:
    candidates = (UNSAN_NORTH, UNSAN_SOUTH)
    open_ = report(None, "hospital", "completed", "2025-12-20", candidates=candidates, name="Unsan")
    settled = report(KANGDONG, "hospital", "completed", "2025-12-20")
    geo.write_outputs(Run((), (), (), (), (), merge_events([open_, settled])), tmp_path)
    for kind in ("csv", "geojson"):
        table = read_announcements(tmp_path / f"announcements.{kind}")
        assert table.counts == {"drawn": 1, "listed": 1, "refused": 0}
        (unclear,) = (found for found in table.announcements if found.pcode is None)
        assert tuple(place.pcode for place in unclear.candidates) == candidates


def test_the_map_of_a_table_that_was_read_can_be_drawn_again() -> None:
    table = read_announcements(frame(row()))
    assert map_of_table(table).get_root().render() == geo.draw(table).get_root().render()


def test_the_example_of_the_documentation_is_what_comes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "draw.md").read_text(encoding="utf-8")
    table, said = (page.split(f"```{kind}\n")[1].split("```")[0] for kind in ("csv", "text"))
    (tmp_path / "sites.csv").write_text(table, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = run("sites.csv", "-o", "map.html")
    assert done.stdout == "map.html\n"
    assert done.stderr == said, "docs/draw.md is out of date"
    refused = [line.split(": ", 2)[2] for line in said.splitlines() if line.startswith(("refused", "listed"))]
    assert len({re.sub(r"'[^']*'", "", line) for line in refused}) >= 10, "as many reasons as rows"
