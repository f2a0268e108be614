"""A column of names to a table of units: `locate_all`, and the same for CSV files and the command line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from geo.errors import InputError
from geo.places.gazetteer import load_gazetteer
from geo.places.lookup import Answer, look_up, settle, unit_json
from geo.text import JOINT, decode, harmless, likely_delimiter, needed, read_rows, whole

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    *("outcome", "pcode", "unit", "level", "unit_province", "county_pcode"),
    *("confidence", "candidates", "reason"),
)
"""What is told of each name."""


def locate_all(names: Any, provinces: Any = None) -> DataFrame:
    """
    What each name of a column means.

    Parameters
    ----------
    names
        A Series (a column of a DataFrame), Index, list or other sequence. A name may carry its type word and
        its province, in any script: "Songchon County, South Phyongan Province", "성천군".
    provinces
        As many provinces, in the same order, or one for all; empty cells say nothing.

    Returns
    -------
    table
        One row for each name, in the same order and with the index of the Series: `name` and `province` as
        given; `outcome` (resolved, ambiguous, unknown or foreign); `pcode`, `unit` (its name), `level`,
        `unit_province` and `county_pcode` where it is resolved; `confidence` from 0 to 1; `candidates`, a
        tuple of P-codes, where it is ambiguous; `reason`. A cell without text is unknown, never an error.

    Raises
    ------
    InputError
        If the names are not a sequence, or the provinces not as many.
    """
    needed("A table of names", "gis", "pandas")
    import pandas

    cells = _cells(names, "names")
    where = [provinces] * len(cells) if _is_one(provinces) else _cells(provinces, "provinces")
    if len(where) != len(cells):
        raise InputError(f"{len(where)} provinces for {len(cells)} names: give one for each, or one for all.")
    rows = [_values(answer) for answer in _answers(cells, where)]
    index = names.index if isinstance(names, pandas.Series) else None
    columns = {key: pandas.Series([row[key] for row in rows], dtype=object) for key in COLUMNS}
    table = pandas.DataFrame({"name": pandas.Series(cells, dtype=object), "province": where, **columns})
    table = table.astype({"level": "Int64", "confidence": float})
    return table if index is None else table.set_axis(index)


def located_csv(
    content: bytes,
    path: str,
    column: str,
    province_column: str | None = None,
    province: str | None = None,
    *,
    harmless_cells: bool = False,
) -> str:
    """
    A CSV or TSV table with `COLUMNS` added, otherwise as it was, in lines that end in a line feed.

    A column that the table has already is added as `located_...`. Candidates are joined by ` | `. `province`
    is that of all names, if no column says it. Cells of the table come back as they were, formulas too,
    unless they are to be `harmless_cells`.

    Raises
    ------
    InputError
        If there is no such column, or a row does not fit the header.
    """
    text, _ = decode(content)
    delimiter = likely_delimiter(text)
    header, rows = _read(text, delimiter, path)
    at = _position(header, column, path)
    outer = _position(header, province_column, path) if province_column else -1
    where = [row[outer] if outer >= 0 else province for row in rows]
    added = [f"located_{key}" if key in header else key for key in COLUMNS]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    given = harmless if harmless_cells else whole
    writer.writerow([*map(given, header), *added])
    for row, answer in zip(rows, _answers([row[at] for row in rows], where), strict=True):
        writer.writerow([*map(given, row), *map(_cell, _values(answer).values())])
    return out.getvalue()


def answer_record(name: str, province: str | None = None) -> dict[str, object]:
    """What a name means, as `factorymap locate` prints it for one of several names."""
    return {"name": name, "province": province, **_values(look_up(name, province=province))}


def unit_record(name: str, province: str | None = None) -> dict[str, object]:
    """The unit that a name means, with confidence and reason; PlaceNotFoundError if it is not one."""
    answer = settle(name, province=province)
    assert answer.unit
    return {**unit_json(answer.unit), "confidence": answer.confidence, "reason": answer.reason}


def _cells(values: Any, what: str) -> list[Any]:
    """The values of a column, a sequence or a DataFrame with one column."""
    columns = getattr(values, "columns", None)
    if columns is not None and len(columns) == 1:
        values = values[columns[0]]
    elif columns is not None or isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise InputError(f"the {what} are a {type(values).__name__}: give a list or a column, df['county'].")
    return list(values)


def _is_one(provinces: Any) -> bool:
    return provinces is None or isinstance(provinces, str)


def _answers(cells: Sequence[Any], provinces: Sequence[Any]) -> Iterator[Answer]:
    """The answer for each cell; what is asked twice is looked up once."""
    known: dict[tuple[str, str], Answer] = {}
    for cell, province in zip(cells, provinces, strict=True):
        missing = _no_name(cell)
        if missing:
            yield Answer("unknown", None, (), 0.0, missing)
            continue
        question = cell, province if isinstance(province, str) else ""
        if question not in known:
            known[question] = look_up(cell, province=question[1] or None)
        yield known[question]


def _no_name(cell: Any) -> str:
    """Why a cell holds no name; empty if it does."""
    if isinstance(cell, str):
        return "" if cell.strip() else "the cell is empty"
    from pandas import isna

    if cell is None or isna(cell) is True:
        return "the cell is empty"
    return f"the cell holds no text ({type(cell).__name__})"


def _values(answer: Answer) -> dict[str, Any]:
    """An answer by `COLUMNS`; None where there is nothing to say."""
    place = load_gazetteer().place(answer.unit.pcode) if answer.unit else None
    return {
        "outcome": answer.outcome,
        "pcode": place.pcode if place else None,
        "unit": place.name if place else None,
        "level": place.level if place else None,
        "unit_province": place.province if place else None,
        "county_pcode": place.county_pcode if place else None,
        "confidence": round(answer.confidence, 2),
        "candidates": answer.candidates,
        "reason": answer.reason,
    }


def _cell(value: Any) -> str:
    """A value as a cell of a CSV file; candidates with their names."""
    if isinstance(value, tuple):
        places = map(load_gazetteer().place, value)
        return JOINT.join(f"{place.pcode} {place.name} ({place.province})" for place in places)
    return "" if value is None else harmless(str(value))


def _read(text: str, delimiter: str, path: str) -> tuple[list[str], list[list[str]]]:
    """Header and rows of a table; rows that are too short are filled up, blank lines left out."""
    read = list(read_rows(text, delimiter, strict=False))
    fault = next((row.fault for row in read if row.fault), "")
    if fault:
        raise InputError(f"'{path}' is no CSV table ({fault}). Quote cells that hold quotes.")
    header, *rows = [list(row.cells) for row in read if row.cells] or [[]]
    for number, row in enumerate(rows, start=1):
        if len(row) > len(header):
            raise InputError(
                f"'{path}': row {number} has {len(row)} cells for {len(header)} columns. "
                "Quote cells that hold the delimiter."
            )
    return header, [row + [""] * (len(header) - len(row)) for row in rows]


def _position(header: Sequence[str], column: str, path: str) -> int:
    """Where a column stands."""
    if column not in header:
        raise InputError(f"'{path}' has no column {column!r}. Its columns are: {', '.join(header)}.")
    return list(header).index(column)
