"""
Somebody's own table of announcements -> announcements, and the map of them.

    read_grid -> lay_out -> read_row -> announce -> map
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from os import PathLike
from typing import TYPE_CHECKING

from geo.boundaries import OwnBoundaries
from geo.errors import InputError
from geo.models import ALL_STAGES, SETBACKS, Announcement, Document, Report, SitePoint
from geo.own_table.announcing import announce
from geo.own_table.claims import Defaults, facility_of
from geo.own_table.columns import ROLES, lay_out
from geo.own_table.files import read_grid
from geo.own_table.maps import map_of_table, write_map
from geo.own_table.own_words import Given, Words, read_words
from geo.own_table.records import CellError, DrawnTable, Problem, RowOutcome
from geo.own_table.rows import NO_SOURCE, Read, read_row
from geo.own_table.telling import summary, table_lines
from geo.own_table.words import choices, normal, stage_of
from geo.projects import page_key
from geo.text import several
from geo.view import MapOptions

if TYPE_CHECKING:
    from folium import Map
    from pandas import DataFrame

__all__ = [
    "ROLES",
    "DrawnTable",
    "Problem",
    "RowOutcome",
    "draw",
    "map_of_table",
    "read_announcements",
    "summary",
    "table_lines",
    "write_map",
]

Table = str | PathLike[str]


def read_announcements(
    table: Table | DataFrame,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    ignore: Sequence[str] = (),
    facility: str = "",
    stage: str = "",
    words: Given | None = None,
) -> DrawnTable:
    """
    Read a table of announcements, one project or one stage of it a row.

    Parameters
    ----------
    table
        A CSV, Excel or GeoJSON file, or a DataFrame.
    sheet
        Which sheet of a workbook.
    columns
        Role (see `ROLES`) -> name of its column, for those that are not known by their names.
    ignore
        Names of columns that stand for nothing, whatever they are called.
    facility, stage
        What the rows are that do not say it themselves.
    words
        Your own words for facilities and stages: word -> what it means (`{"Klinik": "hospital"}`), or a CSV
        file with the columns `word` and `means`.

    Returns
    -------
    table
        Its announcements, and what became of every row.

    Raises
    ------
    InputError
        If the table or the words cannot be read, or there is no column for the place, facility or stage.
    """
    grid = read_grid(table, sheet)
    layout = lay_out(grid, columns or {}, several(ignore, "ignore"))
    defaults = _defaults(facility, stage, read_words(words))
    _check_layout(grid.path, set(layout.places), defaults)
    read = [read_row(line, grid, layout, defaults) for line in layout.lines if not line.blank]
    reports = tuple(report for row in read for report in row.reports)
    announcements, loose = announce(reports, _campaigns(read))
    return DrawnTable(
        path=grid.path,
        sheet=grid.sheet,
        word=grid.word,
        columns=layout.columns,
        notes=layout.notes,
        rows=tuple(row.outcome for row in read),
        reports=reports,
        documents=_pages(reports),
        announcements=announcements,
        points=_points(read, announcements),
        loose_setbacks=loose,
    )


def draw(
    table: Table | DataFrame | DrawnTable,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    ignore: Sequence[str] = (),
    facility: str = "",
    stage: str = "",
    words: Given | None = None,
    boundaries: OwnBoundaries | None = None,
    title: str = "",
    subtitle: str = "",
    byline: str = "",
    notes: Sequence[str] = (),
    language: str = "",
    since: str = "",
    until: str = "",
    lite: bool = False,
    headline: str = "",
    takeaway: str = "",
    compact: bool = False,
    context: Sequence[str | PathLike[str]] = (),
) -> Map:
    """
    The map of a table of announcements; it shows itself in a notebook, `.save(FILE)` writes it.

    Parameters are those of `read_announcements`, whose result may be given as well, and of `make_map`. Rows
    that are not drawn are told as a warning. `context` are GeoJSON files to draw for orientation.

    Raises
    ------
    InputError
        If the table cannot be read, or none of its rows.
    """
    if not isinstance(table, DrawnTable):
        table = read_announcements(
            table, sheet=sheet, columns=columns, ignore=ignore, facility=facility, stage=stage, words=words
        )
        if any(row.outcome != "drawn" for row in table.rows):
            warnings.warn("\n".join(table_lines(table)), stacklevel=2)
    options = MapOptions(
        *(title, subtitle, byline, tuple(notes), language, since, until, lite),
        *(headline, takeaway, compact),
    )
    return map_of_table(table, boundaries=boundaries, options=options, context=context)


def _defaults(facility: str, stage: str, words: Words) -> Defaults:
    """What rows are that do not say it; InputError for what is no facility or stage."""
    defaults = Defaults(facility, stage, words)
    try:
        group = facility_of({}, defaults) if facility else ""
    except CellError as error:
        raise InputError(f"{facility!r} {error}.") from None
    if stage and stage_of(stage) is None and ("stage", normal(stage)) not in words:
        raise InputError(f"{stage!r} is no stage. Write one of: {choices('stage')}.")
    return replace(defaults, facility=group)


def _check_layout(path: str, roles: set[str], defaults: Defaults) -> None:
    """Raise for a table in which no row can say what is built, or how far it is."""
    for role, there in (
        ("facility", "facility" in roles or defaults.facility),
        ("stage", roles & {"stage", *ALL_STAGES, *SETBACKS} or defaults.stage),
    ):
        if not there:
            raise InputError(
                f"'{path}' has no column known to hold the {role}. Say which with --column {role}=NAME, "
                f"or what all rows are with --{role} (one of: {choices(role)})."
            )


def _campaigns(read: Sequence[Read]) -> dict[Report, str]:
    """The campaign that the row of a report gives."""
    return {report: row.campaign for row in read for report in row.reports if row.campaign}


def _points(read: Sequence[Read], announcements: Sequence[Announcement]) -> tuple[SitePoint, ...]:
    """The sites of rows, each with the announcement that its row is of."""
    projects = {report: one.id for one in announcements for report in (*one.reports, *one.setbacks)}
    return tuple(
        replace(row.point, project=next((projects[one] for one in row.reports if one in projects), ""))
        for row in read
        if row.point
    )


def _pages(reports: Sequence[Report]) -> tuple[Document, ...]:
    """The pages that reports cite, each once; rows without a source cite none."""
    pages: dict[str, Document] = {}
    for report in reports:
        if report.url or report.publisher != NO_SOURCE:
            page = Document(
                id=report.document_id,
                path="",
                text="",
                sections=(),
                published_on=report.published_on,
                publisher=report.publisher,
                url=report.url or None,
            )
            pages.setdefault(page_key(report.url, report.document_id), page)
    return tuple(pages.values())
