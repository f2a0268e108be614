"""Which column of a table stands for what: by its name, or as the user says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from geo.errors import InputError
from geo.models import ALL_STAGES, SETBACKS
from geo.own_table.records import Grid, GridLine
from geo.own_table.words import known_words, normal, role_of

ROLES: Mapping[str, str] = {
    "place": "county or city, in any spelling",
    "province": "its province",
    "pcode": "its P-code, such as KP0717",
    "facility": "what is built",
    "stage": "how far it is",
    "date": "when that stage was",
    **{stage: f"when it was {stage.replace('_', ' ')}" for stage in (*ALL_STAGES, *SETBACKS)},
    "campaign": "year of the campaign",
    "lat": "latitude in degrees",
    "lon": "longitude in degrees",
    "coordinates": "latitude and longitude",
    "source": "publisher",
    "origin": "whose claim it is, such as state media or imagery",
    "url": "web address of the source",
    "published": "when the source was published",
    "quote": "words of the source",
    "note": "words of your own",
}
"""Role of a column -> what stands in it."""

POINT_ROLES = ("name", "place", "province", "pcode", "lat", "lon", "coordinates", "note", "url")
"""What a table of sites with coordinates may have."""

OWN = ("id", "pcode", "county", "facility", "stage", "place_precision", "conflict", "evidence")
"""Columns by which a table that factorymap wrote is known."""
_HEAD = 20


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns of a table stand."""

    header: tuple[str, ...]
    places: Mapping[str, int]
    """Role -> index of its column."""
    lines: tuple[GridLine, ...]
    """The rows below the header."""
    notes: tuple[str, ...]
    own: bool
    """Whether factorymap wrote the table."""

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """(role, name of the column), in the order of `ROLES`."""
        return tuple((role, self.header[self.places[role]]) for role in ROLES if role in self.places)


def lay_out(grid: Grid, named: Mapping[str, str], ignored: Sequence[str] = ()) -> Layout:
    """
    The columns of a grid.

    Parameters
    ----------
    named
        Role -> name of its column, as the user says; the others are known by their names.
    ignored
        Names of columns that stand for nothing.

    Raises
    ------
    InputError
        If a role or column is not there, or if no column holds places; the message lists what there is.
    """
    unknown = [role for role in named if role not in ROLES]
    if unknown:
        raise InputError(f"A column cannot stand for {unknown[0]!r}. Choose of: {', '.join(ROLES)}.")
    header, lines = _header(grid, named)
    places = {role: _index(header, column, grid.path) for role, column in named.items()}
    passed = {_index(header, column, grid.path) for column in ignored}
    if twice := passed & set(places.values()):
        raise InputError(f"Column {header[min(twice)]!r} is named and ignored. Leave one of them out.")
    places = _known(header, places, grid.path, passed) | places
    if set(OWN) <= set(header):
        places = {role: at for role, at in places.items() if role not in ("lat", "lon", "coordinates")}
    if not {"place", "pcode"} & set(places):
        raise InputError(
            f"'{grid.path}' has no column known to hold counties. {_listed(header)} "
            "Say which with --column place=NAME."
        )
    read = passed | set(places.values())
    unread = [name for at, name in enumerate(header) if name and at not in read]
    own = set(OWN) <= set(header)
    notes = (f"columns that are not read: {', '.join(unread)}",) if unread and not own else ()
    return Layout(header, places, lines, (*grid.notes, *notes), own)


def lay_out_points(grid: Grid) -> Layout:
    """
    The columns of a grid of sites with coordinates, which needs neither counties nor stages.

    Raises
    ------
    InputError
        If no columns are known to hold coordinates.
    """
    header, lines = _header(grid, {}, _point_score)
    if set(OWN) <= set(header):
        raise InputError(f"'{grid.path}' was written by a build: its points stand for counties, not sites.")
    names = [at for at, name in enumerate(header) if normal(name) in known_words("point")]
    places = _known(header, {}, grid.path, names) | dict(zip(("name",), names, strict=False))
    places = {role: at for role, at in places.items() if role in POINT_ROLES}
    if not ({"lat", "lon"} <= set(places) or "coordinates" in places):
        raise InputError(
            f"'{grid.path}' has no columns known to hold coordinates. {_listed(header)} "
            "Call them lat and lon, in WGS84 degrees."
        )
    return Layout(header, places, lines, grid.notes, own=False)


def _point_score(row: Sequence[object]) -> int:
    """How many roles of points the names in a row stand for."""
    roles = {found[0] for cell in row if isinstance(cell, str) and (found := role_of(cell))}
    return len(roles & set(POINT_ROLES)) if roles & {"lat", "coordinates"} else 0


def find_header(
    rows: Sequence[Sequence[object]], score: Callable[[Sequence[object]], int] | None = None, least: int = 2
) -> int | None:
    """The first row with the most names of columns that are known, if it has a place and two in all."""
    scores = [(score or header_score)(row) for row in rows[:_HEAD]]
    best = max(scores, default=0)
    return scores.index(best) if best >= least else None


def header_score(row: Sequence[object]) -> int:
    """How many roles the names in a row stand for; none without a column for places."""
    roles = {found[0] for cell in row if isinstance(cell, str) and (found := role_of(cell))}
    return len(roles) if {"place", "pcode"} & roles else 0


def _header(
    grid: Grid, named: Mapping[str, str], score: Callable[[Sequence[object]], int] | None = None
) -> tuple[tuple[str, ...], tuple[GridLine, ...]]:
    """Names of the columns, and the lines below them."""
    if grid.header is not None:
        return grid.header, grid.lines
    rows = [line.cells for line in grid.lines[:_HEAD]]
    at = find_header(rows, score, 1 if score else 2)
    if named:
        wanted = set(named.values())
        at = next((n for n, row in enumerate(rows) if wanted <= {_name(cell) for cell in row}), at)
    if at is None:
        at = next(n for n, line in enumerate(grid.lines) if not line.blank)
    return tuple(_name(cell) for cell in grid.lines[at].cells), grid.lines[at + 1 :]


def _name(cell: object) -> str:
    """The name of a column, on one line."""
    return " ".join(str(cell).split()) if cell is not None else ""


def _index(header: Sequence[str], column: str, path: str) -> int:
    """Where the column stands that the user names."""
    name = _name(column)
    if header.count(name) > 1:
        raise InputError(
            f"'{path}' has {header.count(name)} columns called {name!r}. Give them different names."
        )
    if name not in header:
        raise InputError(f"'{path}' has no column {name!r}. {_listed(header)}")
    return header.index(name)


def _known(
    header: Sequence[str], named: Mapping[str, int], path: str, passed: Collection[int]
) -> dict[str, int]:
    """Role -> column for every name that is known, the best known where several are of one role."""
    taken = {*named.values(), *passed}
    best: dict[str, tuple[int, int]] = {}
    for at, name in enumerate(header):
        found = role_of(name) if at not in taken else None
        if found and found[0] not in named:
            best[found[0]] = min((found[1], at), best.get(found[0], (found[1], at)))
    places = {role: at for role, (_, at) in best.items()}
    for at in places.values():
        _index(header, header[at], path)
    return places


def _listed(header: Sequence[str]) -> str:
    names = ", ".join(filter(None, header))
    return f"Its columns are: {names}." if names else "It has no names of columns."
