"""A CSV, Excel or GeoJSON file, or a DataFrame -> a grid of cells; nothing of it is understood yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import InputError
from geo.own_table.columns import header_score
from geo.own_table.records import Grid, GridLine
from geo.own_table.workbooks import read_workbook
from geo.text import DELIMITERS, declares_delimiter, decode, needed, plain, read_regular, read_rows

if TYPE_CHECKING:
    from pandas import DataFrame

KINDS = "CSV (.csv, .tsv), Excel (.xlsx) or GeoJSON (.geojson, .json)"
MOST_ROWS = 20_000
LARGEST = 50_000_000
"""Bytes of a file."""
LATITUDE, LONGITUDE = "latitude", "longitude"
"""Columns that the points of a GeoJSON file are."""
_HEAD = 20
"""Lines among which the names of the columns are looked for."""


def read_grid(table: str | PathLike[str] | DataFrame, sheet: str | None = None) -> Grid:
    """
    The cells of a table.

    Raises
    ------
    InputError
        If it cannot be read as one of `KINDS`, has no such sheet, is empty or too large.
    """
    if not isinstance(table, str | PathLike):
        grid = _of_frame(table)
    else:
        grid = _of_file(Path(table), fspath(table), sheet)
    if not any(not line.blank for line in grid.lines):
        raise InputError(f"'{grid.path}' has no rows.")
    if len(grid.lines) > MOST_ROWS + _HEAD:
        raise InputError(
            f"'{grid.path}' has more than {MOST_ROWS:,} rows, the most that one map shows. "
            "Leave out what is no announcement."
        )
    return grid


def _of_file(file: Path, path: str, sheet: str | None) -> Grid:
    """The cells of a file, read by its suffix."""
    suffix = file.suffix.lower()
    content = read_regular(path, LARGEST, advice=f"Check the path; a table is {KINDS}.")
    if suffix in (".xlsx", ".xlsm"):
        return read_workbook(content, path, sheet, MOST_ROWS + _HEAD)
    if sheet is not None:
        raise InputError(f"'{path}' has no sheets. Leave out the name of the sheet.")
    if suffix in (".csv", ".tsv"):
        return _of_csv(_text(content, path), path, "\t" if suffix == ".tsv" else "")
    if suffix in (".geojson", ".json"):
        return _of_geojson(_text(content, path), path)
    if suffix in (".xls", ".xlsb", ".ods", ".numbers"):
        raise InputError(f"'{path}': {suffix} is not read. Save it as .xlsx or as CSV.")
    raise InputError(f"'{path}': a table is {KINDS}, not {suffix or 'a file without a suffix'}.")


def _text(content: bytes, path: str) -> str:
    """The text of a file in UTF-8, UTF-16 or CP949."""
    try:
        return decode(content)[0].removeprefix("\ufeff")
    except InputError as error:
        what = str(error).partition(";")[0]
        raise InputError(f"'{path}' cannot be read: {what}. Save it as CSV in UTF-8, or as .xlsx.") from error


def _of_csv(text: str, path: str, delimiter: str) -> Grid:
    """The records of a CSV file, numbered as a spreadsheet numbers its rows."""
    return Grid(path, tuple(_records(text, delimiter or _delimiter(text))))


def _delimiter(text: str) -> str:
    """
    Comma, semicolon or tab: the one by which the names of columns are known, else the most frequent; empty
    where the table says it itself.
    """
    if declares_delimiter(text):
        return ""
    head = text[:20_000].split("\n")[:_HEAD]

    def score(delimiter: str) -> tuple[int, int]:
        rows = (tuple(line.rstrip("\r").replace('"', "").split(delimiter)) for line in head)
        return max(map(header_score, rows), default=0), sum(line.count(delimiter) for line in head)

    return max(DELIMITERS, key=score)


def _records(text: str, delimiter: str) -> Iterator[GridLine]:
    """The records of a CSV text; one that breaks the quoting is told as such."""
    for row in read_rows(text, delimiter):
        told = f"is not CSV ({row.fault}). Quote cells that hold quotes or line ends" if row.fault else ""
        yield GridLine(str(row.number), tuple(map(plain, row.cells)), told)
        if row.number > MOST_ROWS + _HEAD:
            raise InputError(
                f"the table has more than {MOST_ROWS:,} rows, the most that one map shows. "
                "Leave out what is no announcement."
            )


def _of_geojson(text: str, path: str) -> Grid:
    """The properties of the features of a GeoJSON file, and where its points lie."""
    try:
        content = json.loads(text)
        features = [_properties(feature) for feature in content["features"]]
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        raise InputError(f"'{path}' is no GeoJSON FeatureCollection. A table is {KINDS}.") from None
    names = tuple(dict.fromkeys(name for feature in features for name in feature))
    lines = tuple(
        GridLine(str(number), tuple(feature.get(name) for name in names))
        for number, feature in enumerate(features, start=1)
    )
    note = "points are marked; places are found by name, never by testing a point against county lines"
    return Grid(path, lines, names, word="feature", notes=(note,) if LATITUDE in names else ())


def _properties(feature: Any) -> dict[str, Any]:
    """The properties of a feature, which may be null, and the position of a point unless they have it."""
    properties = {str(name): value for name, value in (feature["properties"] or {}).items()}
    geometry = feature.get("geometry") or {}
    if geometry.get("type") != "Point" or {LATITUDE, LONGITUDE} & set(properties):
        return properties
    lon, lat, *_ = geometry["coordinates"]
    return {**properties, LATITUDE: lat, LONGITUDE: lon}


def _of_frame(frame: DataFrame) -> Grid:
    """The cells of a DataFrame, rows by their index."""
    needed("A DataFrame", "gis", "pandas")
    from pandas import DataFrame, isna

    if not isinstance(frame, DataFrame):
        raise InputError(f"a {type(frame).__name__} is no table: give a path or a DataFrame.")
    lines = tuple(
        GridLine(str(index), tuple(None if isna(cell) is True else cell for cell in cells))
        for index, *cells in frame.itertuples(index=True, name=None)
    )
    return Grid("the DataFrame", lines, tuple(map(str, frame.columns)))
