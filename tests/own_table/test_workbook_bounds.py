"""Small workbooks that unpack to much, or name cells and areas without end: read at once, or refused."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from geo.errors import InputError
from geo.own_table import merged, read_announcements, workbooks

HEADER = ["County", "Facility", "Stage", "Date", "Source"]
SECONDS = 6
"""Far more than is needed, far less than a sheet of 17 thousand million cells would take."""

Edit = Callable[[str], str]


def book(path: Path, rows: int = 1, edit: Edit | None = None) -> Path:
    """A workbook with that many rows, and its sheet as it is edited."""
    made = Workbook()
    for cells in (HEADER, *[["Kusong", "hospital", "completed", "2025-01-01", "S"]] * rows):
        made.active.append(cells)
    made.save(path)
    if edit:
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        sheet = "xl/worksheets/sheet1.xml"
        parts[sheet] = edit(parts[sheet].decode()).encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
    return path


def with_rows(*rows: str) -> Edit:
    return lambda sheet: sheet.replace("</sheetData>", f"{''.join(rows)}</sheetData>")


def with_areas(*areas: str) -> Edit:
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return lambda sheet: sheet.replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>")


FAR = '<row r="{0}"><c r="XFD{0}" t="inlineStr"><is><t> </t></is></c></row>'


@pytest.mark.parametrize(
    "edit",
    [
        with_rows(FAR.format(1_048_576)),  # the last cell of a sheet
        with_rows(*map(FAR.format, range(100, 200))),  # the last cell of a hundred rows
        with_rows('<row r="99999999999"/>'),  # beyond every sheet
        lambda sheet: re.sub('<dimension ref="[^"]*"/>', '<dimension ref="A1:XFD1048576"/>', sheet),
        with_areas("A3:XFD1048576"),  # the whole sheet
        with_areas(*(f"A{row}:A1048576" for row in range(3, 3000))),  # on each other
    ],
    ids=["last cell", "wide rows", "no row", "dimension", "all merged", "overlapping"],
)
def test_what_is_not_there_costs_nothing(edit: Edit, tmp_path: Path) -> None:
    path = book(tmp_path / "own.xlsx", edit=edit)
    before = time.process_time()
    table = read_announcements(path)
    assert time.process_time() - before < SECONDS
    assert (table.counts["drawn"], len(table.announcements)) == (1, 1)


@pytest.mark.parametrize(
    ("name", "limit", "edit", "said"),
    [
        ("LARGEST", 100_000, with_rows(" " * 200_000), "unpacks to more than"),  # a bomb
        ("MOST_CELLS", 60, None, "more than 60 cells"),
        ("MOST_AREAS", 2, with_areas("A1:A2", "B1:B2", "C1:C2"), "more than 2 merged areas"),
        ("LARGEST", 10**9, lambda sheet: f"<!DOCTYPE x [<!ENTITY a 'a'>]>{sheet}", "no workbook"),
        ("LARGEST", 10**9, with_areas("A1:B2:C3"), "cannot be read as an Excel workbook"),  # no area
        ("LARGEST", 10**9, lambda sheet: sheet[:400], "cannot be read as an Excel workbook"),
    ],
)
def test_too_much_is_refused_in_a_line(
    name: str, limit: int, edit: Edit | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merged if name == "MOST_AREAS" else workbooks, name, limit)
    with pytest.raises(InputError, match=said) as caught:
        read_announcements(book(tmp_path / "own.xlsx", rows=20, edit=edit))
    assert "\n" not in str(caught.value)


def test_areas_merged_downwards_stand_for_each_of_their_rows(tmp_path: Path) -> None:
    blank = lambda sheet: re.sub(r'<c r="A[34]"[^>]*>.*?</c>', "", sheet)  # noqa: E731
    table = read_announcements(
        book(tmp_path / "own.xlsx", rows=4, edit=lambda sheet: with_areas("A2:A4")(blank(sheet)))
    )
    assert [row.outcome for row in table.rows] == ["drawn"] * 4
