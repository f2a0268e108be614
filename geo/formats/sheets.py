"""An Excel workbook: announcements, reports, review and a read-me, with real dates, filters and links."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from geo.formats.layers import Layers, rows_of
from geo.review import review_csv, review_of
from geo.text import needed, plain, read_records, readable

CREATED = datetime(2026, 11, 29)
"""What a file says of its making, so that it does not differ from run to run."""
LONGEST = 32_000
"""Characters of a cell; a spreadsheet holds 32,767."""
LONGEST_LINK = 2000
_WEB = re.compile(r"(?i)https?://[^\s/?#]")
_WIDE = {"text", "evidence", "doubt", "suggestion", "why", "conflict", "decision"}
Rows = Sequence[Mapping[str, Any]]


def workbook(layers: Layers) -> bytes:
    """
    Sheets announcements, reports, review and read me; the first row stays, every column has a filter.

    Days are dates of the spreadsheet. An announcement's id leads to its first report, a report's to its
    project, and addresses open. No text is a formula; one of more than 32,000 characters is cut.
    """
    needed("xlsx", "formats", "xlsxwriter")
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )
    book.set_properties(
        {"title": "factorymap", "comments": layers.about["attribution"][:250], "created": CREATED}
    )
    announcements, reports = rows_of(layers.announcements), rows_of(layers.reports)
    first: dict[str, int] = {}
    for number, row in enumerate(reports):
        first.setdefault(row["announcement_id"] or "", number)
    at = {row["id"]: number for number, row in enumerate(announcements)}
    _sheet(book, "announcements", _placed(announcements, layers), _columns(layers, "announcements"), {
        "id": lambda row: _inside("reports", first.get(row["id"])),
    })  # fmt: skip
    _sheet(book, "reports", _placed(reports, layers, "reports"), _columns(layers, "reports"), {
        "announcement_id": lambda row: _inside("announcements", at.get(row["announcement_id"])),
        "url": lambda row: _outside(row["url"]),
    })  # fmt: skip
    header, review = _review(layers)
    _sheet(book, "review", review, header, {"url": lambda row: _outside(row["url"])})
    _read_me(book, layers)
    book.close()
    return out.getvalue()


def _columns(layers: Layers, name: str) -> list[str]:
    frame = layers.layer(name)
    return [str(frame.index.name), *map(str, frame.columns.drop("geometry")), "longitude", "latitude"]


def _placed(rows: list[dict[str, Any]], layers: Layers, name: str = "announcements") -> list[dict[str, Any]]:
    """Rows with longitude and latitude in degrees."""
    shapes = layers.layer(name).geometry
    return [
        row | {"longitude": shape and round(shape.x, 5), "latitude": shape and round(shape.y, 5)}
        for row, shape in zip(rows, shapes, strict=True)
    ]


def _review(layers: Layers) -> tuple[list[str], list[dict[str, Any]]]:
    """Columns and rows of review.csv, without the credits that stand in the read-me."""
    header, records = read_records(review_csv(review_of(layers.run)).removeprefix("\ufeff"))
    kept = [name for name in header if name != "attribution"]
    return kept, [{name: readable(plain(row[name])) or None for name in kept} for row in records]


def _sheet(book: Any, name: str, rows: Rows, columns: Iterable[str], links: Mapping[str, Any]) -> None:
    """A table with a header that stays, filters, and links where a column has them."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1})
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column, head)
        wide = 60 if column in _WIDE else 12 if column.endswith(("_from", "_until", "_on")) else 18
        sheet.set_column(number, number, wide)
        for line, row in enumerate(rows, 1):
            link = links[column](row) if column in links else ""
            _write(sheet, line, number, row[column], link)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), max(len(tuple(columns)) - 1, 0))


def _write(sheet: Any, line: int, number: int, value: Any, link: str) -> None:
    """One cell by the type of its value; nothing for null."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, number, value)
    elif isinstance(value, date):
        sheet.write_datetime(line, number, datetime(value.year, value.month, value.day))
    elif isinstance(value, int | float):
        sheet.write_number(line, number, value)
    elif link:
        sheet.write_url(line, number, link, string=_cut(value))
    else:
        sheet.write_string(line, number, _cut(value))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def _inside(sheet: str, row: int | None) -> str:
    """A link to a row of a sheet, counted from 0 below its header."""
    return "" if row is None else f"internal:'{sheet}'!A{row + 2}"


def _outside(url: str | None) -> str:
    """A link to a page of the web; empty for any other address."""
    return url if url and _WEB.match(url) and len(url) <= LONGEST_LINK else ""


def _read_me(book: Any, layers: Layers) -> None:
    """What the sheets are, and whom to credit."""
    sheet = book.add_worksheet("read me")
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 110, book.add_format({"text_wrap": True, "valign": "top"}))
    lines = (
        (
            "announcements",
            "One row for each project: place, year of the campaign, facility, stage, dates, sources.",
        ),
        ("reports", "One row for each report: what it states, in which words, whose they are, and the link."),
        ("review", "What a person should look at; fill the column decision and build with --decisions."),
        (
            "dates",
            "_on is as precise as it is reported; _from and _until are its first and last day, as dates.",
        ),
        (
            "stage",
            "planned, groundbreaking, under_construction, completed, operating; an inspection moves nothing.",
        ),
        (
            "longitude, latitude",
            "Degrees in WGS84 (EPSG:4326); place_precision says how well the place is known.",
        ),
        *(("credit", line) for line in layers.credits),
        ("caveat", layers.about["caveat"]),
        ("licence", layers.about["licence"]),
    )
    for number, (name, words) in enumerate(lines):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, words)
