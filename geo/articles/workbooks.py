"""Articles in Excel workbooks (.xlsx): one row, one article, read row after row and within limits."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from geo.articles.columns import hold_articles, key
from geo.articles.found import Bad, Found
from geo.articles.tables import add_row, check_header, row_of_cells
from geo.errors import InputError

LARGEST = 500_000_000
"""Bytes that a workbook may unpack to."""
MOST_CELLS = 20_000_000
"""Cells, blank ones included, that are read of it."""
_HEADER_ROWS = 10
"""The header is looked for in so many first rows that are not blank."""

Cells = tuple[object, ...]


def read_workbook(content: bytes, path: str) -> Found:
    """
    The articles of every visible sheet that has columns for them.

    Raises
    ------
    InputError
        If it is no workbook, is too large, or none of its sheets has columns for articles.
    """
    _check_size(content)
    found = Found()
    headers: list[list[str]] = []
    try:
        book = _load(content)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                rows = _rows(sheet)
                header = _header(rows)
                if header is None:
                    continue
                _add_rows(found, rows, header, sheet.title if headers else "", path)
                headers.append(header)
        if not headers:
            check_header(next((row for sheet in book.worksheets for row in _rows(sheet)), ()))
    except InputError:
        raise
    except Exception:  # openpyxl lets through whatever a damaged file makes fail
        raise InputError("it cannot be read as an Excel workbook; save it again as .xlsx or CSV") from None
    return found


def _check_size(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            size = sum(one.file_size for one in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        raise InputError("it is no Excel workbook; save it again as .xlsx or CSV") from None
    if size > LARGEST:
        raise InputError(f"it unpacks to more than {LARGEST // 1_000_000} MB; save it as CSV, in parts")


def _load(content: bytes) -> Any:
    """The workbook, with the values of its formulas."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)


def _rows(sheet: Any) -> Iterator[Cells]:
    """The rows of a sheet that are not blank."""
    if not hasattr(sheet, "reset_dimensions"):  # a sheet of charts
        return
    sheet.reset_dimensions()  # a wrong one, as some programs write it, would hide rows or fill them up
    cells = 0
    for row in sheet.iter_rows(values_only=True):
        cells += len(row)
        if cells > MOST_CELLS:
            raise InputError(f"a sheet has more than {MOST_CELLS:,} cells; save its filled part as CSV")
        if any(cell not in (None, "") for cell in row):
            yield tuple("" if cell is None else cell for cell in row)


def _header(rows: Iterator[Cells]) -> list[str] | None:
    """The names of the columns, from the first row that has some of an article."""
    for _, row in zip(range(_HEADER_ROWS), rows, strict=False):
        names = [key(cell) for cell in row]
        if hold_articles(names):
            while names and not names[-1]:
                names.pop()
            return names
    return None


def _add_rows(found: Found, rows: Iterator[Cells], names: list[str], sheet: str, path: str) -> None:
    """Add the articles below a header; those of further sheets are called with the sheet's name."""
    for number, cells in enumerate(rows, 1):
        label = f"{sheet}.{number}" if sheet else str(number)
        row = row_of_cells(names, cells)
        if isinstance(row, str):
            found.bad.append(Bad(str(label), row))
        else:
            add_row(found, label, row, path)
