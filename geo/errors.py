"""
The errors a caller may want to catch, below every room; each message says what was wrong and what to try.
"""

from collections.abc import Sequence


class FactorymapError(Exception):
    """Any expected failure: bad input, missing file, unusable option."""


class InputError(FactorymapError, ValueError):
    """An input file or an option cannot be used as given."""


class DataError(FactorymapError, RuntimeError):
    """A data file that ships with the package is missing or damaged."""


class PlaceNotFoundError(FactorymapError, LookupError):
    """A name fits no unit, or several, and one was asked for."""


class BadRowsError(InputError):
    """Rows of a table that cannot be used; one line for each."""

    SHOWN = 10
    """So many rows are told, of more only how many."""

    def __init__(self, rows: Sequence[str]) -> None:
        self.rows = tuple(rows)
        more = len(rows) - self.SHOWN
        self.lines = (*rows[: self.SHOWN], *([f"and {more} more"] if more > 0 else []))
        """The rows to tell."""
        super().__init__("\n".join(self.lines))
