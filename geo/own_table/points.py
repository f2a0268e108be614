"""Somebody's sites with coordinates, CSV, Excel or GeoJSON -> points to mark, and what became of each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from geo.boundaries import Ground, OwnBoundaries, ground_of, locate_points, read_context
from geo.errors import InputError
from geo.models import Run, SitePoint
from geo.own_table.claims import text_of
from geo.own_table.columns import Layout, lay_out_points
from geo.own_table.coordinates import point_of
from geo.own_table.files import read_grid
from geo.own_table.places import find_spot
from geo.own_table.records import CellError, DrawnTable, Grid, GridLine, Problem, RowOutcome
from geo.own_table.telling import MANY, row_line
from geo.text import one_line, several
from geo.view import words_of

if TYPE_CHECKING:
    from pandas import DataFrame

T = TypeVar("T")


def read_points(table: str | PathLike[str] | DataFrame, *, sheet: str | None = None) -> DrawnTable:
    """
    Read sites with coordinates (WGS84 degrees): columns `lat` and `lon`, 위도 and 경도, or `coordinates`.

    A GeoJSON file gives them by its points. `name`, `county`, `province`, `pcode`, `note` and `url` are read
    where they are there; a place is found by its name, never by the point. The result has `points` and no
    announcements.

    Raises
    ------
    InputError
        If the table cannot be read, has no such columns, or no row of it has a point.
    """
    grid = read_grid(table, sheet)
    layout = lay_out_points(grid)
    read = [_read(line, grid, layout) for line in layout.lines if not line.blank]
    found = DrawnTable(
        path=grid.path,
        sheet=grid.sheet,
        word=grid.word,
        columns=layout.columns,
        notes=layout.notes,
        rows=tuple(outcome for _, outcome in read),
        reports=(),
        documents=(),
        announcements=(),
        points=tuple(point for point, _ in read if point),
    )
    if not found.points:
        why = f", first {row_line(found.rows[0], found)}" if found.rows else "."
        raise InputError(f"'{grid.path}': no {grid.word} has a point{why}")
    return found


def with_layers(
    run: Run,
    *,
    points: DrawnTable | str | PathLike[str] | DataFrame | None = None,
    context: Sequence[str | PathLike[str]] = (),
) -> Run:
    """
    The run with sites to mark, and GeoJSON files to draw for orientation.

    Errors are those of `read_points` and, for files, that one is no GeoJSON or too large.
    """
    if points is not None and not isinstance(points, DrawnTable):
        points = read_points(points)
    layers = tuple(map(read_context, several(context, "context")))
    return replace(
        run,
        points=(*run.points, *(points.points if points else ())),
        context=(*run.context, *layers),
    )


def doubt_lines(
    points: Iterable[SitePoint], boundaries: OwnBoundaries | Ground | None = None
) -> Iterator[str]:
    """A line for each point that is doubtful on these boundaries; safe for a terminal."""
    ground = ground_of(boundaries)
    doubtful = [one for one in locate_points(points, ground) if one.doubts]
    for one in doubtful[:MANY]:
        county = [f"in {ground.gazetteer.units[one.pcode].name}"] if one.pcode else []
        told = [words_of(doubt)["en"] for doubt in one.doubts]
        left_out = [] if one.is_drawn else ["not drawn"]
        yield one_line(f"point: {one.point.row}: {'; '.join([*county, *told, *left_out])}")
    if len(doubtful) > MANY:
        yield f"and {len(doubtful) - MANY:,} more points"


def _read(line: GridLine, grid: Grid, layout: Layout) -> tuple[SitePoint | None, RowOutcome]:
    """The point of a row, and what became of it."""
    cells = {role: line.cells[at] for role, at in layout.places.items() if at < len(line.cells)}
    problems: list[Problem] = []
    if line.fault:
        return None, RowOutcome(line.number, "refused", (Problem("", "", line.fault),))
    at = _tried(lambda: point_of(cells), problems)
    if at is None:
        told = problems or [Problem("", "", "has no coordinates. Write latitude and longitude")]
        return None, RowOutcome(line.number, "refused", tuple(told))
    words = _tried(lambda: {r: text_of(cells, r) for r in ("name", "note", "url", "place")}, problems) or {}
    point = SitePoint(
        *at,
        name=words.get("name", ""),
        pcode=_tried(lambda: _pcode(cells), problems) or "",
        named=words.get("place", ""),
        note=words.get("note", ""),
        url=words.get("url", ""),
        row=f"{PurePath(grid.path).name}, {grid.word} {line.number}",
    )
    return point, RowOutcome(line.number, "drawn", tuple(problems))


def _pcode(cells: Mapping[str, object]) -> str:
    """P-code of the unit that a row names; empty if it names none, or none that is clear."""
    name, province, pcode = (text_of(cells, role) for role in ("place", "province", "pcode"))
    if not (name or pcode):
        return ""
    spot = find_spot(name, province, pcode)
    return spot.unit.pcode if spot.unit else ""


def _tried(read: Callable[[], T], problems: list[Problem]) -> T | None:
    """What is read, or None with what is wrong in `problems`."""
    try:
        return read()
    except CellError as error:
        problems.append(error.problem)
        return None
