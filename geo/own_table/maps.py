"""A table that was read -> its map, as a page or as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from geo.boundaries import Ground, OwnBoundaries
from geo.errors import InputError
from geo.models import InputRecord, Run
from geo.outputs import draw_picture, map_of
from geo.own_table.points import with_layers
from geo.own_table.records import DrawnTable
from geo.own_table.telling import row_line, summary
from geo.text import write_atomically
from geo.view import PLAIN, MapOptions

if TYPE_CHECKING:
    from folium import Map

PAGES, PICTURES = (".html", ".htm"), (".png", ".svg", ".pdf")
"""Suffixes of what can be written."""


def map_of_table(
    table: DrawnTable,
    *,
    boundaries: OwnBoundaries | Ground | None = None,
    options: MapOptions = PLAIN,
    context: Sequence[str | PathLike[str]] = (),
) -> Map:
    """
    The map of a table that was read, with `boundaries` and options as for `map_of`; `context` are GeoJSON
    files to draw for orientation.

    Raises
    ------
    InputError
        If none of its rows can be drawn.
    """
    return map_of(
        with_layers(_run(table), context=context), boundaries=boundaries, options=_told(options, table)
    )


def write_map(
    table: DrawnTable,
    path: str | PathLike[str],
    *,
    boundaries: OwnBoundaries | Ground | None = None,
    options: MapOptions = PLAIN,
    context: Sequence[str | PathLike[str]] = (),
) -> Path:
    """
    Write the map of a table as a page (.html) or on one A4 page (.png, .svg, .pdf), whole or not at all.

    Errors are those of `map_of_table` and, for pictures, of `geo.draw_picture`.
    """
    if Path(path).suffix.lower() in PICTURES:
        run = with_layers(_run(table), context=context)
        return draw_picture(run, path, boundaries=boundaries, options=_told(options, table))
    page = map_of_table(table, boundaries=boundaries, options=options, context=context)
    return write_atomically(path, page.get_root().render())


def _run(table: DrawnTable) -> Run:
    """The table as a run that read it; InputError if nothing of it is on the map."""
    if not table.counts["drawn"]:
        first = next(iter(table.rows), None)
        why = (
            f", first {row_line(first, table)}" if first else ". It has none below the names of its columns."
        )
        raise InputError(f"'{table.path}': no {table.word} can be drawn{why}")
    return Run(
        paths=(table.path,),
        inputs=(InputRecord(table.path, "read", ""),),
        documents=table.documents,
        mentions=(),
        events=tuple(report.event for report in table.reports if not report.event.is_setback),
        setbacks=tuple(report.event for report in table.reports if report.event.is_setback),
        announcements=table.announcements,
        loose_setbacks=table.loose_setbacks,
        points=table.points,
    )


def _told(options: MapOptions, table: DrawnTable) -> MapOptions:
    """The options, with a note that says what the map was drawn from."""
    return replace(options, notes=(*options.notes, f"Drawn from {summary(table)}."))
