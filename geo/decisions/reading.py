"""
A decisions file -> rows that can all be used, or one error that names every bad cell.

CSV as spreadsheets write it: comma, semicolon or tab, with or without byte order mark, UTF-8, UTF-16 or
CP949. Columns stand in any order; those of review.csv that say nothing to a decision are passed over, so that
its rows can be copied as they are. A row whose `decision` is empty has not been decided.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from os import PathLike, fspath
from pathlib import Path

from geo.decisions import cells
from geo.decisions.rows import NEW, faults
from geo.errors import BadRowsError, InputError
from geo.models import Decision
from geo.text import decode, read_regular, read_rows


@dataclass(frozen=True, slots=True)
class Decisions:
    """A decisions file, every row of it usable."""

    path: str
    """As the user named it."""
    rows: tuple[Decision, ...]
    undecided: int = 0
    """Rows whose `decision` is empty, passed over."""

    def lie_in(self, path: str) -> bool:
        """Whether this is the file; then it is no article."""
        return Path(path).absolute() == Path(self.path).absolute()


DecisionsFile = str | PathLike[str] | Decisions

LARGEST = 100_000_000
"""Bytes of a file."""
_PLAIN: Callable[[str], str] = str
"""An id or a name as it stands."""
READERS: dict[str, tuple[str, Callable[[str], str]]] = {
    "decision": ("decision", cells.read_decision),
    "key": ("key", cells.read_key),
    "with_key": ("with_key", cells.read_key),
    "document": ("document", _PLAIN),
    "url": ("url", cells.read_address),
    "place": ("pcode", cells.read_place),
    "facility": ("facility", cells.read_facility),
    "stage": ("stage", cells.read_stage),
    "date": ("date", cells.read_date),
    "surface": ("surface", cells.read_words),
    "new_place": ("new_pcode", cells.read_place),
    "new_facility": ("new_facility", cells.read_facility),
    "new_stage": ("new_stage", cells.read_stage),
    "new_date": ("new_date", cells.read_date),
    "new_origin": ("new_origin", cells.read_words),
    "publisher": ("publisher", cells.read_words),
    "published_on": ("published_on", cells.read_day),
    "quote": ("quote", cells.read_words),
    "note": ("note", cells.read_words),
    "reason": ("reason", cells.read_words),
    "by": ("by", cells.read_words),
    "decided_on": ("decided_on", cells.read_day),
    "source": ("source", cells.read_address),
}
"""Column -> field of `Decision`, and what reads its cell."""

IGNORED = (
    *("importance", "kind", "doubt", "candidates", "confidence", "suggestion", "evidence"),
    *("evidence_origin", "announcement", "documents", "attribution", "status", "why"),
)
"""Columns of review.csv that only inform."""
BESIDE_A_KEY = ("document", "url", "place", "facility", "stage", "date", "publisher", "published_on")
"""Columns that are not looked at where a key is given."""
_NOT_IGNORED_ALONE = ("surface", *NEW, "quote", "note", "reason")
_HARMLESS = re.compile(r"^'(?=\s*[=+\-@＝＋－＠])")


def read_decisions(file: DecisionsFile) -> Decisions:
    """
    The decisions of a CSV file; what is read already is returned as it is.

    Raises
    ------
    InputError
        If the file cannot be read or has no such table; BadRowsError, with a line for each bad cell, if a row
        cannot be used.
    """
    if isinstance(file, Decisions):
        return file
    try:
        content = read_regular(file, LARGEST, advice="Name a CSV file of decisions.")
    except OSError as error:
        raise InputError(f"'{fspath(file)}': {error.strerror}. Name a CSV file of decisions.") from None
    try:
        text, _ = decode(content)
    except InputError as error:
        what = str(error).partition(";")[0]
        raise InputError(f"'{fspath(file)}': {what}. Save the decisions as CSV in UTF-8.") from None
    return decisions_of(text, fspath(file))


def decisions_of(text: str, path: str) -> Decisions:
    """The decisions in the text of a file; errors as for `read_decisions`."""
    rows, bad, undecided = [], [], 0
    for line, row in _table(text, path):
        if isinstance(row, str):
            bad.append(f"'{path}', line {line}: {row}")
        elif not row.get("decision"):
            found = [column for column in _NOT_IGNORED_ALONE if row.get(column) and column != "surface"]
            undecided += not found
            if found:
                why = f"it is empty, but {found[0]} is filled; write what is decided, or clear {found[0]}"
                bad.append(f"'{path}', line {line}, column decision: {why}")
        else:
            decision, wrong = _decision(line, row)
            bad += [f"'{path}', line {line}, column {column}: {why}" for column, why in wrong]
            rows.append(decision)
    if bad:
        raise BadRowsError(bad)
    return Decisions(path, tuple(rows), undecided)


def _decision(line: int, row: dict[str, str]) -> tuple[Decision, list[tuple[str, str]]]:
    """The decision of a row, and what is wrong with it."""
    values: dict[str, str] = {}
    wrong: list[tuple[str, str]] = []
    passed_over = BESIDE_A_KEY if row.get("key") and row["decision"].casefold() != "add" else ()
    for column, (field, read) in READERS.items():
        cell = row.get(column, "")
        if not cell or column in passed_over:
            continue
        try:
            values[field] = read(cell)
        except cells.BadDecision as error:
            wrong.append((column, error.told_of(cell)))
    decision = Decision(**{"line": line, "decision": "", **values})  # type: ignore[arg-type]
    return decision, wrong or list(faults(decision))


def _table(text: str, path: str) -> Iterator[tuple[int, dict[str, str] | str]]:
    """The line and the cells of each row by column, or what is wrong with the row."""
    columns: list[str] = []
    for row in read_rows(text):
        if row.fault:
            yield row.line, f"it is not CSV ({row.fault}); quote cells that hold quotes or line ends"
        elif not columns:
            columns = _columns(row.cells, path)
        elif any(cell.strip() for cell in row.cells):
            yield row.line, _cells(columns, row.cells)


def _columns(header: Sequence[str], path: str) -> list[str]:
    """The names of the columns; InputError if one is unknown, or `decision` is not among them."""
    columns = [name.strip().lower() for name in header]
    known = (*READERS, *IGNORED)
    if "decision" not in columns:
        raise InputError(
            f"'{path}', line 1: no column is called decision. Write its columns as docs/decisions.md says, "
            "or copy rows of review.csv with their header."
        )
    for name in filter(None, columns):
        if name not in known:
            near = get_close_matches(name, known, n=1)
            meant = f"did you mean {near[0]}?" if near else f"the columns are {', '.join(READERS)}"
            raise InputError(f"'{path}', line 1: unknown column {name!r}; {meant}")
        if columns.count(name) > 1:
            raise InputError(f"'{path}', line 1: the column {name} stands there twice. Leave one of them.")
    return columns


def _cells(columns: list[str], row: Sequence[str]) -> dict[str, str] | str:
    """Cells by column, without the apostrophe that keeps a spreadsheet from running them."""
    if any(cell.strip() for cell in row[len(columns) :]):
        return f"it has {len(row)} cells for {len(columns)} columns; quote cells that hold the separator"
    cleaned = (_HARMLESS.sub("", cell.strip()) for cell in row)
    return {column: cell for column, cell in zip(columns, cleaned, strict=False) if column}
