"""
An Excel workbook (.xlsx) -> the cells of one of its sheets.

A date is as precise as it is shown: a cell formatted as "Feb 2024" holds a month. Cells that are merged
downwards stand for every row that they cover; a row with nothing but cells merged across is a heading.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from geo.errors import InputError
from geo.own_table.columns import find_header
from geo.own_table.records import BadCell, Grid, GridLine

LARGEST = 200_000_000
"""Bytes of a workbook when it is unpacked."""
_LITERAL = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.")
_FORMULA = "is a formula without a saved value. Save the file in a spreadsheet program, or paste the value"


def read_workbook(content: bytes, path: str, sheet: str | None, most_rows: int) -> Grid:
    """
    The cells of the sheet that is named, or of the only one that has columns for announcements.

    Raises
    ------
    InputError
        If it is no workbook, has no such sheet, or several that could be meant.
    """
    book = _load(content, path, values=False)
    grids = {one.title: one for one in book.worksheets if sheet is not None or one.sheet_state == "visible"}
    if sheet is not None and sheet not in grids:
        raise InputError(f"'{path}' has no sheet {sheet!r}. Its sheets are: {', '.join(grids) or 'none'}.")
    chosen = grids[sheet] if sheet is not None else _only(list(grids.values()), path)
    values = None
    if any(cell.data_type == "f" for row in chosen.iter_rows() for cell in row):
        values = _load(content, path, values=True)[chosen.title]
    others = [name for name in grids if name != chosen.title]
    notes = (f"sheet {chosen.title!r} is read, not {', '.join(map(repr, others))}",) if others else ()
    return Grid(path, _lines(chosen, values, most_rows), sheet=chosen.title, notes=notes)


def _load(content: bytes, path: str, *, values: bool) -> Any:
    """The workbook, with the values of its formulas or with the formulas."""
    from openpyxl import load_workbook

    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            f"'{path}' is locked with a password, or an old Excel file. Save it as .xlsx without one."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > LARGEST:
                raise InputError(f"'{path}' unpacks to more than {LARGEST // 1_000_000} MB. Save it as CSV.")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(content), data_only=values, keep_links=False)
    except InputError:
        raise
    except Exception as error:
        raise InputError(
            f"'{path}' cannot be read as an Excel workbook. Open it and save it again as .xlsx, or as CSV."
        ) from error


def _only(sheets: Sequence[Any], path: str) -> Any:
    """The only sheet that has columns for announcements, or the only one with anything in it."""
    filled = [one for one in sheets if any(cell is not None for row in _head(one) for cell in row)]
    known = [one for one in filled if find_header(_head(one)) is not None]
    choice = known or filled
    if len(choice) == 1:
        return choice[0]
    if not choice:
        raise InputError(f"'{path}' has no rows.")
    names = ", ".join(one.title for one in choice)
    raise InputError(f"'{path}' has several sheets that could be meant: {names}. Say which with --sheet.")


def _head(sheet: Any) -> list[tuple[object, ...]]:
    """The first rows of a sheet."""
    return list(sheet.iter_rows(max_row=min(20, sheet.max_row), values_only=True))


def _lines(sheet: Any, values: Any, most_rows: int) -> tuple[GridLine, ...]:
    """The rows of a sheet up to the last that is not blank."""
    filled, across = _merged(sheet)
    lines = []
    for row in sheet.iter_rows():
        number = row[0].row
        cells = tuple(_cell(filled.get((number, cell.column), cell), values) for cell in row)
        alone = sum(cell is not None for cell in cells) < 2
        line = GridLine(str(number), cells, across.get(number, "") if alone else "")
        if number <= most_rows or not line.blank:
            lines.append(line)
        if len(lines) > most_rows:
            break
    while lines and lines[-1].blank:
        lines.pop()
    return tuple(lines)


def _merged(sheet: Any) -> tuple[dict[tuple[int, int], Any], dict[int, str]]:
    """(row, column) -> the cell that it is merged with, and row -> which of its cells are merged across."""
    filled: dict[tuple[int, int], Any] = {}
    across: dict[int, str] = {}
    for area in sheet.merged_cells.ranges:
        top = sheet.cell(area.min_row, area.min_col)
        for number in range(area.min_row, area.max_row + 1):
            if area.max_col > area.min_col:
                across[number] = f"cells {area.coord} are merged, as in a heading. Unmerge them if it is none"
            else:
                filled[number, area.min_col] = top
    return filled, across


def _cell(cell: Any, values: Any) -> object:
    """What a cell says."""
    value = cell.value
    if cell.data_type == "f":
        shown = values.cell(cell.row, cell.column).value if values is not None else None
        if shown is None:
            return BadCell(str(getattr(value, "text", value)), _FORMULA)
        value = shown
    if cell.data_type == "e" or (
        isinstance(value, str) and value.startswith("#") and value.endswith(("!", "?"))
    ):
        return BadCell(str(value), "is an error of the spreadsheet. Mend the cell")
    if isinstance(value, datetime | date):
        return _shown(value, str(cell.number_format))
    if isinstance(value, time | timedelta):
        return BadCell(str(value), "is a time of day, not a date. Write it as 2024-02-28")
    return value


def _shown(value: date, number_format: str) -> object:
    """A date as far as its cell shows it: day, month or year."""
    code = _LITERAL.sub("", number_format).lower()
    if "d" in code or "y" not in code:
        return value
    return value.isoformat()[: 7 if "m" in code else 4]
