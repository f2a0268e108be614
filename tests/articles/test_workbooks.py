"""Excel workbooks with an article in each row."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from geo.articles import read_articles, workbooks
from geo.models import Document, InputRecord

WORDS = "A plant for soap was inaugurated in Songchon County on February 3."
HEADER = ["title", "text", "date", "source", "url"]
ROW: list[Any] = ["Plant opens", WORDS, "2025-02-04", "Some News", "https://n.example/1"]


def book(sheets: dict[str, list[list[Any]]], hidden: tuple[str, ...] = ()) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name in hidden:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(folder: Path, content: bytes, name: str = "n.xlsx") -> tuple[InputRecord, tuple[Document, ...]]:
    (folder / name).write_bytes(content)
    (result,) = read_articles([folder / name])
    return result


BOOKS = [
    ("one sheet", {"A": [HEADER, ROW]}),
    ("Korean columns", {"A": [["제목", "본문", "일자", "언론사", "URL"], ROW]}),
    ("a day of its own kind", {"A": [HEADER, [*ROW[:2], date(2025, 2, 4), *ROW[3:]]]}),
    ("a day with a time", {"A": [HEADER, [*ROW[:2], datetime(2025, 2, 4, 9, 30), *ROW[3:]]]}),
    ("a day as a number", {"A": [HEADER, [*ROW[:2], 20250204, *ROW[3:]]]}),
    ("HTML in a cell", {"A": [HEADER, ["Plant opens", f"<p>{WORDS}</p>", *ROW[2:]]]}),
    ("a heading and a blank row above", {"A": [["My list of articles"], [], HEADER, [], ROW]}),
    ("more columns", {"A": [["no", *HEADER, "", "mine"], [1, *ROW, None, "x"]]}),
    ("a sheet without articles before it", {"Notes": [["to do"], ["read"]], "A": [HEADER, ROW]}),
]


@pytest.mark.parametrize(("why", "sheets"), BOOKS, ids=[why for why, _ in BOOKS])
@pytest.mark.parametrize("name", ["n.xlsx", "n.txt", "n.csv"])
def test_workbook(tmp_path: Path, name: str, why: str, sheets: dict[str, list[list[Any]]]) -> None:
    record, (document,) = read(tmp_path, book(sheets), name)
    assert document.text == f"Plant opens\n\n{WORDS}", why
    assert (document.published_on, document.publisher) == ("2025-02-04", "Some News")
    assert (document.id, document.url, record.reason) == ("n-1", "https://n.example/1", "")


def test_every_visible_sheet_is_read(tmp_path: Path) -> None:
    sheets = {"A": [HEADER, ROW, ROW], "B": [["제목"], ["공장 준공"]], "C": [HEADER, ROW]}
    record, documents = read(tmp_path, book(sheets, hidden=("C",)))
    assert list(record.documents) == ["n-1", "n-2", "n-B.1"]
    assert documents[2].path == f"{record.path}#B.1"


def test_rows_left_out_are_told_with_their_sheet(tmp_path: Path) -> None:
    sheets = {"A": [HEADER, ROW, [None, None, "2025"]], "B": [["title", "text"], ["One", "", "x"], ["Two"]]}
    record, documents = read(tmp_path, book(sheets))
    assert len(documents) == 2
    assert record.reason == "2 rows left out: row 2 has no text; row B.1 has 3 cells for 2 columns"


def test_a_far_cell_and_wrong_dimensions_take_no_time(tmp_path: Path) -> None:
    made = Workbook()
    for row in (HEADER, ROW):
        made.active.append(row)
    made.active.cell(1048576, 5, "https://n.example/2")
    out = io.BytesIO()
    made.save(out)
    record, documents = read(tmp_path, out.getvalue())
    assert len(documents) == 1
    assert record.reason == "1 row left out: row 2 has no text"


REFUSED = [
    (
        book({"A": [["county", "stage"], ["Songchon", "completed"]]}),
        "no column for the text; its columns are county",
    ),
    (book({"A": []}), "no column for the text"),
    (book({"A": [["url"], ["https://n.example/1"]]}), "it holds addresses and no articles"),
    (book({"A": [HEADER]}), "it has no rows"),
    (book({"A": [HEADER, ROW]})[:-200], "it is no Excel workbook"),
    (b"no workbook", "it is no Excel workbook"),
]


@pytest.mark.parametrize(("content", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_refused_in_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    record, documents = read(tmp_path, content)
    assert documents == () and record.status in ("failed", "skipped")
    assert record.reason.startswith(reason) and "\n" not in record.reason


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = io.BytesIO(book({"A": [HEADER, ROW]}))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/more.xml", bytes(3_000_000))
    monkeypatch.setattr(workbooks, "LARGEST", 2_000_000)
    record, _ = read(tmp_path, content.getvalue())
    assert record.reason == "it unpacks to more than 2 MB; save it as CSV, in parts"


def test_more_cells_than_anybody_fills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_CELLS", 99)
    record, documents = read(tmp_path, book({"A": [HEADER, *[ROW] * 30]}))
    assert documents == ()
    assert record.reason == "a sheet has more than 99 cells; save its filled part as CSV"
