"""What became of the rows of a table, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from geo.own_table.records import DrawnTable, Problem, RowOutcome
from geo.text import one_line

MANY = 200
"""So many rows are told one by one."""
LONGEST = 60
"""Characters of a value that is repeated in a message."""


def table_lines(table: DrawnTable) -> Iterator[str]:
    """A line for each row that is not drawn or read with a doubt, then the summary; safe for a terminal."""
    yield from (one_line(f"note: {table.path}: {note}") for note in table.notes)
    told = [row for row in table.rows if row.problems]
    yield from (one_line(row_line(row, table)) for row in told[:MANY])
    if len(told) > MANY:
        yield f"and {len(told) - MANY:,} more rows"
    yield one_line(summary(table))


def row_line(row: RowOutcome, table: DrawnTable) -> str:
    """What became of a row: file, number, column, value, reason and what to try."""
    where = f"{row.outcome}: {table.path}, {table.word} {row.row}"
    return f"{where}, {'; also '.join(_told(problem, table) for problem in row.problems)}."


def summary(table: DrawnTable) -> str:
    """How many rows there are and what became of them."""
    counts = table.counts
    number = f"{len(table.rows):,} {table.word if len(table.rows) == 1 else table.word + 's'}"
    sheet = f" (sheet {table.sheet!r})" if table.sheet else ""
    what = f"{counts['drawn']:,} drawn, {counts['listed']:,} listed without a place"
    if table.points and not table.reports:
        what = f"{counts['drawn']:,} with coordinates"
    return f"{PurePath(table.path).name}{sheet}: {number}: {what}, {counts['refused']:,} refused"


def _told(problem: Problem, table: DrawnTable) -> str:
    """One problem of a row."""
    if not problem.role:
        return problem.reason
    column = dict(table.columns).get(problem.role)
    where = f"column {column!r}" if column else problem.role
    shown = problem.value if len(problem.value) <= LONGEST else problem.value[: LONGEST - 1] + "…"
    reason = problem.reason.replace(" ".join(problem.value.split()), shown) if shown else problem.reason
    value = f"{shown!r} " if shown and repr(shown) not in reason else ""
    return f"{where}: {value}{reason}"
