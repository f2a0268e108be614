"""A table of announcements as it is read, and what becomes of each of its rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from geo.models import Announcement, Document, Report, SitePoint

Outcome = Literal["drawn", "listed", "refused"]


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that holds nothing to read, such as a formula without a value."""

    text: str
    """As it stands in the file."""
    reason: str
    """What is wrong with it, and what to try."""


@dataclass(frozen=True, slots=True)
class GridLine:
    """One row of a file, of a DataFrame, or one feature."""

    number: str
    """As a spreadsheet shows it, header counted; of a feature its number from 1, of a DataFrame its index."""
    cells: tuple[object, ...]
    """Text, number, date, list, `BadCell` or None, in the order of the columns."""
    fault: str = ""
    """What is wrong with the row as a whole; empty if nothing."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.fault and all(cell is None or cell == "" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table before its columns are understood."""

    path: str
    """As the user named it."""
    lines: tuple[GridLine, ...]
    header: tuple[str, ...] | None = None
    """Names of the columns; None if they stand in one of the lines."""
    sheet: str = ""
    word: str = "row"
    """What a line is called: row or feature."""
    notes: tuple[str, ...] = ()


class CellError(Exception):
    """A cell that cannot be used: the role of its column, and one line that says why and what to try."""

    def __init__(self, role: str, value: object, reason: str) -> None:
        super().__init__(reason)
        self.problem = Problem(role, "" if value is None else str(value), reason)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell, or worth telling of it."""

    role: str
    """What the column stands for; empty for the row as a whole."""
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of one row."""

    row: str
    """Its number, as in `GridLine`."""
    outcome: Outcome
    """`listed` rows are on the page, but not on the map: their place is unclear or only a province."""
    problems: tuple[Problem, ...]
    """Why it is not drawn; for a drawn row, what a reader should know of how it was read."""


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table of announcements that was read."""

    path: str
    sheet: str
    word: str
    columns: tuple[tuple[str, str], ...]
    """(role, name of the column) of those that are read."""
    notes: tuple[str, ...]
    rows: tuple[RowOutcome, ...]
    """Every row that is not blank, in order."""
    reports: tuple[Report, ...]
    documents: tuple[Document, ...]
    """The pages that the rows cite, each once, without their text."""
    announcements: tuple[Announcement, ...]
    points: tuple[SitePoint, ...] = ()
    """Sites of rows with coordinates."""
    loose_setbacks: tuple[Report, ...] = ()
    """What was cancelled, postponed, stopped or denied, and is of none of them."""

    @property
    def counts(self) -> dict[str, int]:
        """Outcome -> how many rows."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in ("drawn", "listed", "refused")}
