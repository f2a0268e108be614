"""A person's decisions as they stand in a file, and what became of each in a build."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Status = Literal["applied", "already so", "no longer applies", "refused"]

DECISIONS: tuple[str, ...] = ("accept", "reject", "correct", "add", "alias", "not_a_site", "flag")
"""What a row can decide."""
UNDATED = "undated"
"""In a column of dates: no date."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of a decisions file; what the row leaves empty is an empty string."""

    line: int
    """Of the file, counted from 1, the header included."""
    decision: str
    key: str = ""
    """Of a row of review.csv; where it is given, the other selecting columns are not looked at."""
    document: str = ""
    url: str = ""
    pcode: str = ""
    facility: str = ""
    stage: str = ""
    date: str = ""
    """ISO, as precise as the machine's; or `undated`."""
    surface: str = ""
    """A place name as texts write it, for decisions on names."""
    new_pcode: str = ""
    new_facility: str = ""
    new_stage: str = ""
    new_date: str = ""
    new_origin: str = ""
    publisher: str = ""
    published_on: str = ""
    quote: str = ""
    note: str = ""
    reason: str = ""
    by: str = ""
    decided_on: str = ""
    source: str = ""
    """Address of what the reason rests on."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """A decisions file, every row of it usable."""

    path: str
    """As the user named it."""
    rows: tuple[Decision, ...]
    undecided: int = 0
    """Rows whose `decision` is empty, passed over."""

    def lie_in(self, path: str) -> bool:
        """Whether this is the file; then it is no article."""
        return Path(path).absolute() == Path(self.path).absolute()


@dataclass(frozen=True, slots=True)
class Change:
    """One reading of the machine, and what a decision made of it; empty words for nothing."""

    document_id: str
    url: str
    machine: str
    now: str


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of one decision."""

    decision: Decision
    status: Status
    why: str = ""
    """In words, where it did not change anything."""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """What a build made of a decisions file, in the order of its rows."""

    path: str
    outcomes: tuple[RowOutcome, ...]
    undecided: int = 0
