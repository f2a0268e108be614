"""What the reader of a file hands over: its articles, and what it left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from geo.models import Document

_TOLD = 5
"""Rows that are told by number; the rest is counted."""
_LEFT_OUT = " left out: "
_ADVICE = {
    "cells for": "put quotes around cells that hold the delimiter",
    "is not CSV": "close its quotes, and double those inside a cell",
    "has no text": "fill its text in, or take the row out",
    "is not JSON": "write one whole JSON object in each line",
    "is no JSON object": 'write an object with a "text"',
}
"""What a bad row says -> what to try."""
WHOLE = ""
"""In place of a number: the article is the whole file."""


class Bad(NamedTuple):
    """A row that gave no article."""

    row: str
    """Its number, or what it is called."""
    said: str
    """What is wrong with it."""

    def __str__(self) -> str:
        """As it is told."""
        return f"row {self.row} {self.said}"


@dataclass
class Found:
    """The articles of a file, and the parts of it that gave none."""

    documents: list[tuple[str, str, Document]] = field(default_factory=list)
    """(number within the file or `WHOLE`, its own id or an empty string, article without an id)."""
    bad: list[Bad] = field(default_factory=list)
    """What was wrong, row by row; of very many the first."""
    uncounted: int = 0
    """Bad rows beyond those."""
    passed: int = 0
    """Articles that can name no place of the DPRK, which were not read further."""
    damaged: int = 0
    """Bytes that are no UTF-8, of a table that is read in stretches."""
    rows: int = 0
    """Rows that were gone through, blank ones too, where they are counted."""
    note: str = ""
    """What else is worth telling, in one line."""
    fault: tuple[Literal["failed", "skipped"], str] | None = None
    """Why the input as a whole gave nothing."""

    @property
    def reason(self) -> str:
        """The note and the rows that were left out, in one line; empty if there is nothing to tell."""
        return "; ".join(part for part in (self.note, self._left_out()) if part)

    @property
    def left_out(self) -> int:
        """How many rows gave no article."""
        return len(self.bad) + self.uncounted

    def _left_out(self) -> str:
        if not self.bad:
            return ""
        more = f"; and {self.left_out - _TOLD} more" if self.left_out > _TOLD else ""
        rows = "1 row" if self.left_out == 1 else f"{self.left_out} rows"
        return f"{rows}{_LEFT_OUT}{'; '.join(map(str, self.bad[:_TOLD]))}{more}"


def advice_on(reason: str) -> str:
    """What to try about the first row that a reason tells of as left out; empty if it tells of none."""
    first = reason.partition(_LEFT_OUT)[2].partition("; ")[0]
    return next((advice for said, advice in _ADVICE.items() if said in first), "")
