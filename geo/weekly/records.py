"""What one weekly round did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchCounts:
    """What fetching came to."""

    saved: int
    refused: int
    """By a server or by robots.txt; that is not expected to change."""
    failed: int
    waiting: int
    """Pages that are left to the next round."""


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did; the paths are relative to its folder."""

    edition: str
    """Its day."""
    last: str
    """The edition that it is compared with; empty for the first one."""
    build: str
    """Id of the build."""
    fetched: FetchCounts | None
    """None if nothing was to be fetched."""
    documents: int
    announcements: int
    possible: int
    failed_inputs: int
    """Inputs that could not be read, or only in part."""
    applied: int
    idle: int
    """Decisions that were refused, or no longer apply."""
    changes: Mapping[str, int] | None
    """Kind of a change -> how many; None for the first edition."""
    review: int
    """Rows of review.csv."""
    new_review: int
    """Of these, those that the last edition did not have."""
    urgent: int
    """Of the new ones, those of high importance."""
    reports: tuple[str, ...]
    published: str
    """The map of the published folder; empty if it is not published."""

    @property
    def is_incomplete(self) -> bool:
        """Whether a source or an input failed."""
        return bool(self.failed_inputs or (self.fetched and self.fetched.failed))

    @property
    def needs_eyes(self) -> bool:
        """Whether a person should look at something new."""
        return bool(self.urgent or self.idle)
