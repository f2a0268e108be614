"""One thing that needs eyes, and the columns of review.csv."""

from __future__ import annotations

from dataclasses import dataclass

IMPORTANCE: tuple[str, ...] = ("high", "medium", "low")
KINDS: tuple[str, ...] = (
    "decision",
    "conflict",
    "place",
    "alias",
    "confidence",
    "setback",
    "possible",
    "date",
    "origin",
    "document",
    "name",
)
"""In the order in which rows of one importance stand."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row of review.csv; what does not apply is empty."""

    importance: str
    kind: str
    key: str
    """For a decision; the same for the same thing in any build."""
    doubt: str
    """What is in doubt, in words."""
    suggestion: str
    """The decisions that would settle it."""
    place: str = ""
    candidates: tuple[str, ...] = ()
    facility: str = ""
    stage: str = ""
    date: str = ""
    confidence: float | None = None
    surface: str = ""
    evidence: tuple[str, ...] = ()
    evidence_origin: tuple[str, ...] = ()
    publisher: str = ""
    published_on: str = ""
    document: str = ""
    url: str = ""
    announcement: str = ""
    documents: tuple[str, ...] = ()
    """Ids of all documents that it is about, where they are several."""
    status: str = ""
    """Of a report: stated or possible."""
    why: tuple[str, ...] = ()
    """What spoke for and against the reading of a report."""


COLUMNS: tuple[str, ...] = (
    *("importance", "kind", "doubt", "decision", "key", "place", "candidates", "facility", "stage", "date"),
    *("new_place", "new_facility", "new_stage", "new_date", "new_origin", "reason", "by", "decided_on"),
    *("suggestion", "surface", "evidence", "evidence_origin", "confidence", "publisher", "published_on"),
    *("document", "url", "announcement", "documents", "attribution", "status", "why"),
)
"""Columns of review.csv; those of `TO_FILL` are empty."""

TO_FILL: tuple[str, ...] = (
    *("decision", "new_place", "new_facility", "new_stage", "new_date", "new_origin"),
    *("reason", "by", "decided_on"),
)
"""Columns in which a person writes what is decided."""
