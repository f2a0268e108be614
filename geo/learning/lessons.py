"""Articles that were read, and decisions on them -> rows to learn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.decisions import Decisions, event_key, lessons_of
from geo.events import ClaimRow, weighed_claims
from geo.models import Document, Extraction
from geo.places import find_mentions, load_gazetteer
from geo.projects import read_reports
from geo.text import compose


@dataclass(frozen=True, slots=True)
class LearningRow:
    """A claim as the second step weighs it, and what was decided on it."""

    document: str
    """Id of its document: rows of one document are not judged by each other."""
    features: Mapping[str, float]
    start: float
    """Log odds that it begins with besides the step's own."""
    is_right: bool | None
    """None if nobody has decided: then it is to stay as it was read."""


def rows_of(extractions: Iterable[Extraction], decisions: Decisions | None) -> tuple[LearningRow, ...]:
    """
    A row for each claim of the articles, in the order of the documents, decided on or not.

    Visits on several days are one claim and one row. A claim on whose events decisions differ is undecided.
    """
    findings = [finding for extraction in extractions for finding in extraction.findings]
    lessons = lessons_of(read_reports(findings), findings, decisions) if decisions else ()
    by_document: dict[str, dict[str, bool]] = {}
    for one in lessons:
        by_document.setdefault(one.document.id, {})[event_key(one.event, one.document)] = one.is_right
    rows: list[LearningRow] = []
    for finding in findings:
        rows += _rows_in(finding.document, by_document.get(finding.document.id, {}))
    return tuple(rows)


def _rows_in(document: Document, said: Mapping[str, bool]) -> list[LearningRow]:
    """The rows of one document; `said` has the verdict on events by key."""
    verdicts: dict[int, tuple[ClaimRow, set[bool]]] = {}
    for claim in _claims_in(document):
        _, known = verdicts.setdefault(id(claim.features), (claim, set()))
        if claim.event is not None and (verdict := said.get(event_key(claim.event, document))) is not None:
            known.add(verdict)
    return [
        LearningRow(document.id, claim.features, claim.start, known.pop() if len(known) == 1 else None)
        for claim, known in verdicts.values()
    ]


def _claims_in(document: Document) -> tuple[ClaimRow, ...]:
    """What the machine finds in a document, as `geo.pipeline` does, with what is weighed of it."""
    gazetteer, composed = load_gazetteer(), compose(document)
    readable = composed.document if composed else document
    return weighed_claims(readable, find_mentions(readable, gazetteer), gazetteer)
