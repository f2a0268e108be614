"""CSV text to rows and back: one reader for every table that comes in, one writer for those that go out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from geo.text.cleaning import harmless
from geo.text.patterns import Pattern

JOINT = " | "
"""Between the items of a list in one cell."""
BYTE_ORDER_MARK = "\ufeff"
DELIMITERS = ",;\t"

_SEPARATOR_LINE = Pattern(
    r"(?P<quote>\"?)[ \t]*sep=(?P<delimiter>[^\"\r\n])(?P=quote)[ \t]*\r?\n", re.IGNORECASE
)
"""What spreadsheets write above a table whose delimiter their locale does not expect."""
_LONGEST_CELL = 2**31 - 1
"""In characters; the reader of the standard library refuses an article of 131,073."""


class CsvRow(NamedTuple):
    """One record of a CSV text; a blank line is a record without cells."""

    number: int
    """Of the record, as a spreadsheet numbers it: from 1, header and line with the delimiter included."""
    line: int
    """On which it begins, from 1."""
    cells: tuple[str, ...]
    fault: str = ""
    """How its quoting is broken; it has no cells then, and the records after it are read."""


def read_rows(text: str, delimiter: str = "", *, strict: bool = True) -> Iterator[CsvRow]:
    """
    The records of a CSV text, the header first; a byte order mark and a line `sep=;` are passed over.

    `delimiter` is that of the line `sep=`, or the one the first line has most of, unless it is given.
    Without `strict`, stray quotes are taken as they stand.
    """
    text, declared = _undeclared(text)
    delimiter = delimiter or declared or likely_delimiter(text)
    yield from rows_of_lines(io.StringIO(text, newline=""), delimiter, bool(declared), strict=strict)


def _undeclared(text: str) -> tuple[str, str]:
    """A CSV text from its header on, and the delimiter that stands above it, if one does."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    declared = _SEPARATOR_LINE.match(text)
    return (text[declared.end() :], declared["delimiter"]) if declared else (text, "")


def rows_of_lines(
    lines: Iterable[str], delimiter: str, skipped: int = 0, *, strict: bool = True
) -> Iterator[CsvRow]:
    """The records of the lines of a CSV text, with their ends; `skipped` lines stand above them."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter, strict=strict)
    number = skipped
    while True:
        number, line = number + 1, reader.line_num + skipped + 1
        try:
            yield CsvRow(number, line, tuple(next(reader)))
        except StopIteration:
            return
        except csv.Error as error:
            yield CsvRow(number, line, (), str(error))


def read_records(text: str) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """
    Header and records by column of a table of our own, with commas; cells that are missing are empty.

    Raises
    ------
    ValueError
        If a record breaks the quoting.
    """
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(_undeclared(text)[0], newline=""), strict=True)
    try:
        header, *rows = [cells for cells in reader if cells] or [[]]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    missing = [""] * len(header)
    return tuple(header), [dict(zip(header, chain(cells, missing), strict=False)) for cells in rows]


def declares_delimiter(text: str) -> bool:
    """Whether a CSV text begins with a line `sep=;`."""
    return _SEPARATOR_LINE.match(text.removeprefix(BYTE_ORDER_MARK)) is not None


def likely_delimiter(text: str) -> str:
    """Comma, semicolon or tab: whichever the first line has most of."""
    return max(DELIMITERS, key=text.split("\n", 1)[0].count)


def csv_table(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> str:
    """CSV text of rows whose cells are texts, numbers or lists."""
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    """A list joined by ` | `, each item harmless; a bar inside an item becomes a broken bar."""
    if isinstance(value, list):
        return JOINT.join(harmless(item).replace("|", "¦") for item in value)
    return harmless(value) if isinstance(value, str) else str(value)
