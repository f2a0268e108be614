"""What the reader of a file hands over: its articles, and what it left out."""

from __future__ import annotations

from dataclasses import dataclass, field

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


@dataclass
class Found:
    """The articles of a file, and the parts of it that gave none."""

    documents: list[tuple[str, str, Document]] = field(default_factory=list)
    """(number within the file or `WHOLE`, its own id or an empty string, article without an id)."""
    bad: list[str] = field(default_factory=list)
    """What was wrong, row by row."""
    note: str = ""
    """What else is worth telling, in one line."""

    @property
    def reason(self) -> str:
        """The note and the rows that were left out, in one line; empty if there is nothing to tell."""
        return "; ".join(part for part in (self.note, self._left_out()) if part)

    def _left_out(self) -> str:
        if not self.bad:
            return ""
        more = f"; and {len(self.bad) - _TOLD} more" if len(self.bad) > _TOLD else ""
        rows = "1 row" if len(self.bad) == 1 else f"{len(self.bad)} rows"
        return f"{rows}{_LEFT_OUT}{'; '.join(self.bad[:_TOLD])}{more}"


def advice_on(reason: str) -> str:
    """What to try about the first row that a reason tells of as left out; empty if it tells of none."""
    first = reason.partition(_LEFT_OUT)[2].partition("; ")[0]
    return next((advice for said, advice in _ADVICE.items() if said in first), "")
