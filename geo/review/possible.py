"""Doubts about what no project counts: possible events, and setbacks of no project that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.models import Report
from geo.projects import is_settled
from geo.review.records import Doubt
from geo.review.reports import Documents, doubt_of


def possible_doubts(possible: Iterable[Report], line: float, documents: Documents) -> Iterator[Doubt]:
    """One row for each report that is below the line; the upper half of what is there needs eyes first."""
    for report in possible:
        sure = report.event.confidence
        yield doubt_of(
            report,
            documents,
            importance="medium" if sure >= line / 2 else "low",
            kind="possible",
            doubt=f"possible, not counted: {sure:.2f}, and what is stated begins at {line:.2f}",
            suggestion="accept to count it; correct to count it otherwise; or reject",
        )


def setback_doubts(loose: Iterable[Report], documents: Documents) -> Iterator[Doubt]:
    """One row for each setback of no project, unless a person has looked at it."""
    for report in loose:
        if not is_settled(report) and report.document_id in documents:
            yield doubt_of(
                report,
                documents,
                importance="medium",
                kind="setback",
                doubt=f"{report.event.stage}, but no project is known here that it is of",
                suggestion="correct with new_place or new_facility; add the project; reject; or accept",
            )
