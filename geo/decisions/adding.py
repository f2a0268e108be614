"""Events that a person adds, each with its source and the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.decisions.applying import SO, SURE, new_date, placed, ruling_of, too_late
from geo.decisions.keys import page_of
from geo.decisions.matching import (
    ReadReport,
    is_of_document,
    names_of,
    reading_in_words,
    several_documents,
)
from geo.events import POLICY
from geo.models import Decision, DecisionOutcome, Document, Event, Evidence, ReadingChange
from geo.projects import page_key, report_of

RULE = "added by an analyst"


def add(
    rows: Iterable[Decision], documents: Iterable[Document], readings: Iterable[ReadReport]
) -> tuple[tuple[ReadReport, ...], tuple[DecisionOutcome, ...]]:
    """
    The events of rows as readings, and what became of each row.

    A document that was read has to hold the quote, word for word but for white space; where the source was
    not read, the row itself stands for it.
    """
    chosen = [row for row in rows if row.decision == "add"]
    if not chosen:
        return (), ()
    sources, known = _Sources(documents), {_identity(reading) for reading in readings}
    added, outcomes = [], []
    for row in chosen:
        reading, outcome = _added(row, sources.of(row))
        if reading and _identity(reading) in known:
            outcome = DecisionOutcome(row, "already so", SO)
        elif reading:
            known.add(_identity(reading))
            added.append(reading)
        outcomes.append(outcome)
    return tuple(added), tuple(outcomes)


class _Sources:
    """Documents by what a row may name them by."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._named: dict[str, list[Document]] = {}
        self._pages: dict[str, list[Document]] = {}
        for document in documents:
            self._pages.setdefault(page_of(document), []).append(document)
            for name in names_of(document):
                self._named.setdefault(name, []).append(document)

    def of(self, row: Decision) -> list[Document]:
        """Those that a row names by document, address or both."""
        named = (
            self._named.get(row.document, []) if row.document else self._pages.get(page_key(row.url, ""), [])
        )
        read = [document for document in named if is_of_document(row, document)]
        return [document for document in read if document.id == row.document] or read


def _added(row: Decision, read: Sequence[Document]) -> tuple[ReadReport | None, DecisionOutcome]:
    """The event of a row as a reading of one of the documents that it names, and what became of the row."""
    if not read and row.document:
        return None, DecisionOutcome(row, "no longer applies", f"no document {row.document!r} was read")
    why = several_documents(row, read)
    if why:
        return None, DecisionOutcome(row, "refused", why)
    document, span = _quoted(row, read or [_source(row)])
    if row.quote and span is None:
        return None, DecisionOutcome(row, "refused", f"the quote does not stand in {document.path}")
    reading = _reading(row, document, span)
    why = too_late(row.new_date, reading.report.published_on)
    if why:
        return None, DecisionOutcome(row, "refused", why)
    told = reading_in_words(reading.report.event, reading.report.origin)
    return reading, DecisionOutcome(
        row, "applied", "", (ReadingChange(document.id, document.url or "", "", told),)
    )


def _source(row: Decision) -> Document:
    """The page that a row names, with no more text than the row quotes."""
    return Document(
        id=f"added:{page_key(row.url, '')}",
        path=row.url,
        text=row.quote,
        sections=(),
        published_on=row.published_on or None,
        publisher=row.publisher or None,
        url=row.url,
    )


def _quoted(row: Decision, documents: Sequence[Document]) -> tuple[Document, tuple[int, int] | None]:
    """The first document of the page that holds the quote, and where; else the first one."""
    spans = ((document, _span(row.quote, document.text)) for document in documents if row.quote)
    return next(((document, span) for document, span in spans if span), (documents[0], None))


def _span(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in a text, whatever the white space between its words."""
    words = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    return words.span() if words else None


def _reading(row: Decision, document: Document, span: tuple[int, int] | None) -> ReadReport:
    """The event with what is needed to cite it; a note is never shown as a quotation."""
    start, end = span or (0, 0)
    words = document.text[start:end] if span else row.note
    event = Event(
        document_id=document.id,
        pcode=None,
        name=None,
        province=None,
        outcome="resolved",
        candidates=(),
        place_precision="unknown",
        facility=row.new_facility,
        stage=row.new_stage,
        date=new_date(row),
        evidence=Evidence(start, end, words),
        rule=RULE,
        confidence=SURE,
        policy=POLICY.search(f"{document.text}\n{row.note}".lower()) is not None,
    )
    report = report_of(placed(event, row.new_pcode), document)
    report = replace(
        report,
        publisher=report.publisher or row.publisher,
        published_on=report.published_on or row.published_on or None,
        is_summary=report.is_summary or span is None,
        origin=row.new_origin.casefold() or report.origin,
        rulings=(ruling_of(row, ""),),
    )
    return ReadReport(report, document, None)


def _identity(reading: ReadReport) -> tuple[str | None, ...]:
    """What is the same where the machine has an event of the same page already."""
    event = reading.report.event
    page = page_key(reading.report.url, reading.document.id)
    return page, event.pcode, event.facility, event.stage, event.date
