"""
An Excel workbook (.xlsx) -> the cells of one of its sheets, row by row.

A date is as precise as it is shown: a cell formatted as "Feb 2024" holds a month. Cells that are merged
downwards stand for every row that they cover; a row with nothing but cells merged across is a heading.

A workbook of a few kilobytes can have a cell in the last corner of its sheet, or areas as large as the sheet:
rows are streamed, and nothing is made for cells that are not there.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from geo.errors import InputError
from geo.own_table.columns import find_header
from geo.own_table.merged import Merged, merged_areas
from geo.own_table.records import BadCell, Grid, GridLine

LARGEST = 150_000_000
"""Bytes of a workbook when it is unpacked."""
MOST_CELLS = 2_000_000
"""That are read of a sheet."""
MOST_COLUMNS = 500
"""Cells to the right of them are not read."""
LAST_ROW = 1_048_576
"""Of a sheet, in any spreadsheet program."""
_LITERAL = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.")
_FORMULA = "is a formula without a saved value. Save the file in a spreadsheet program, or paste the value"


def read_workbook(content: bytes, path: str, sheet: str | None, most_rows: int) -> Grid:
    """
    The cells of the sheet that is named, or of the only one that has columns for announcements.

    Raises
    ------
    InputError
        If it is no workbook, has no such sheet, several that could be meant, or too many cells.
    """
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            f"'{path}' is locked with a password, or an old Excel file. Save it as .xlsx without one."
        )
    try:
        _check_parts(content, path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _grid(content, path, sheet, most_rows)
    except InputError:
        raise
    except Exception as error:
        raise InputError(
            f"'{path}' cannot be read as an Excel workbook. Open it and save it again as .xlsx, or as CSV."
        ) from error


def _check_parts(content: bytes, path: str) -> None:
    """Refuse an archive that unpacks to too much, or whose XML declares a type, which could grow."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(one.file_size for one in archive.infolist()) > LARGEST:
            raise InputError(f"'{path}' unpacks to more than {LARGEST // 1_000_000} MB. Save it as CSV.")
        for one in archive.infolist():
            with archive.open(one) as part:
                if one.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part.read(2000):
                    raise InputError(f"'{path}' is no workbook of a spreadsheet program. Save it as CSV.")


def _grid(content: bytes, path: str, sheet: str | None, most_rows: int) -> Grid:
    """The sheet that is meant."""
    book = _load(content, values=False)
    grids = {one.title: one for one in book.worksheets if sheet is not None or one.sheet_state == "visible"}
    if sheet is not None and sheet not in grids:
        raise InputError(f"'{path}' has no sheet {sheet!r}. Its sheets are: {', '.join(grids) or 'none'}.")
    chosen = grids[sheet] if sheet is not None else _only(list(grids.values()), path)
    lines = _lines(chosen, path, most_rows, lambda: _load(content, values=True)[chosen.title])
    others = [name for name in grids if name != chosen.title]
    notes = (f"sheet {chosen.title!r} is read, not {', '.join(map(repr, others))}",) if others else ()
    return Grid(path, lines, sheet=chosen.title, notes=notes)


def _load(content: bytes, *, values: bool) -> Any:
    """The workbook, with the values of its formulas or with the formulas; read as far as is asked."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=values, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
    return book


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
    return [cells[:MOST_COLUMNS] for cells in sheet.iter_rows(max_row=20, values_only=True)]


@dataclass(frozen=True, slots=True)
class _Formula:
    """A cell whose value stands in the workbook of values."""

    text: str


def _lines(sheet: Any, path: str, most_rows: int, valued: Callable[[], Any]) -> tuple[GridLine, ...]:
    """The rows of a sheet up to the last that is not blank; `valued` gives it with values of formulas."""
    merged = merged_areas(sheet, path)
    lines: list[GridLine] = []
    n_cells = 0
    for number, row in enumerate(sheet.iter_rows(max_row=LAST_ROW), start=1):
        if not row and number > most_rows:
            continue
        n_cells += min(len(row), MOST_COLUMNS)
        if n_cells > MOST_CELLS:
            raise InputError(
                f"'{path}' has more than {MOST_CELLS:,} cells. Copy the columns of the announcements into a "
                "new workbook, or save it as CSV."
            )
        line = _line(number, [_cell(one) for one in row[:MOST_COLUMNS]], merged)
        if number <= most_rows or not line.blank:
            lines.append(line)
        if len(lines) > most_rows:
            break
    while lines and lines[-1].blank:
        lines.pop()
    if any(isinstance(cell, _Formula) for line in lines for cell in line.cells):
        lines = _with_values(lines, valued(), merged)
    return tuple(lines)


def _line(number: int, cells: list[object], merged: Merged) -> GridLine:
    """One row, with what it shares with rows above it."""
    filled = tuple(merged.filled(number, cells))
    alone = sum(cell is not None for cell in filled) < 2
    return GridLine(str(number), filled, merged.across(number) if alone else "")


def _with_values(lines: Sequence[GridLine], sheet: Any, merged: Merged) -> list[GridLine]:
    """The rows with the saved values of formulas; a formula that has none is a cell that cannot be used."""
    last = int(lines[-1].number)
    found: Mapping[str, GridLine] = {line.number: line for line in lines}
    valued = []
    for number, row in enumerate(sheet.iter_rows(max_row=last), start=1):
        if (line := found.get(str(number))) is not None:
            values = merged.filled(number, [_cell(one) for one in row[:MOST_COLUMNS]])
            cells = tuple(_saved(one, value) for one, value in zip(line.cells, values, strict=False))
            valued.append(GridLine(line.number, (*cells, *line.cells[len(cells) :]), line.fault))
    return valued


def _saved(cell: object, value: object) -> object:
    """A cell, or the saved value of its formula."""
    if not isinstance(cell, _Formula):
        return cell
    return BadCell(cell.text, _FORMULA) if value is None else value


def _cell(cell: Any) -> object:
    """What a cell says."""
    value = cell.value
    if cell.data_type == "f":
        return _Formula(str(getattr(value, "text", value)))
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
