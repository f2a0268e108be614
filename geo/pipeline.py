"""
Articles in, announcements out: the module that knows the order of the steps.

    read_inputs -> find_mentions -> find_events -> read_reports -> with_common_origins -> decide_reports
    -> merge_events -> decide_conflicts
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from os import fspath

from geo.composed import compose
from geo.copies import with_common_origins
from geo.decisions import (
    Decided,
    Decisions,
    DecisionsFile,
    NameDecisions,
    decide_conflicts,
    decide_names,
    decide_reports,
    read_decisions,
    read_reports,
)
from geo.events import find_events
from geo.findings import Finding
from geo.gazetteer import Gazetteer, load_gazetteer
from geo.merge import merge_events
from geo.models import Announcement, Document, Event, InputRecord, Mention
from geo.period import Period, within
from geo.reading import SHIPPED, Paths, listed, read_inputs, read_piped
from geo.resolve import find_mentions


@dataclass(frozen=True, slots=True)
class Extraction:
    """One input: what became of it, and what was found in each of its documents."""

    record: InputRecord
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Everything one run read and found, in the order of the inputs."""

    paths: tuple[str, ...]
    """As the user named them."""
    inputs: tuple[InputRecord, ...]
    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    announcements: tuple[Announcement, ...]
    decided: Decided | None = None
    """What became of each of the user's decisions; None if there is no file of them."""

    def within(self, period: Period) -> Run:
        """The same run, with its announcements as far as they are of a period."""
        return replace(self, announcements=within(self.announcements, period))


def extract(paths: Paths | None = None, *, decisions: Decisions | None = None) -> Iterator[Extraction]:
    """
    Read articles and find their places and events, one input after the other.

    Parameters
    ----------
    paths
        Files and folders; folders are walked. Without it, the shipped articles.
    decisions
        As `read_decisions` gives them; those on place names are heeded here.

    Raises
    ------
    DataError
        If the package's own data cannot be read. An unreadable article raises nothing: its record says why.
    """
    gazetteer, named = load_gazetteer(), decide_names(decisions)
    for record, documents in read_inputs(paths):
        if decisions is None or not decisions.lie_in(record.path):
            yield _find_in_all(record, documents, gazetteer, named)


def extract_piped(content: bytes) -> Extraction:
    """Read one article, given as the bytes of a text file or a page, and find its places and events."""
    return _find_in_all(*read_piped(content), load_gazetteer())


def find(document: Document, gazetteer: Gazetteer, named: NameDecisions | None = None) -> Finding:
    """
    Places and events of one document, at the offsets of its text, composed or not.

    Where decisions on names make another finding, the machine's own stays beside it.
    """
    machine = _find(document, gazetteer)
    if named is None or not named.concern(document):
        return machine
    decided = _find(document, named.gazetteer, named)
    return machine if decided == machine else replace(decided, undecided=machine)


def _find(document: Document, gazetteer: Gazetteer, named: NameDecisions | None = None) -> Finding:
    composed = compose(document)
    readable = composed.document if composed else document
    mentions = find_mentions(readable, gazetteer)
    mentions = named.settle(mentions, readable) if named else mentions
    events = find_events(readable, mentions, gazetteer)
    if composed:
        mentions = tuple(composed.mention(mention) for mention in mentions)
        events = tuple(composed.event(event) for event in events)
    return Finding(document, mentions, events)


def build(paths: Paths | None = None, *, decisions: DecisionsFile | None = None) -> Run:
    """
    Read articles, or the shipped ones, and merge what they report to announcements.

    `decisions` are those of a person, a CSV file as docs/decisions.md describes it, or what `read_decisions`
    made of it; InputError, with a line for each bad row, if it cannot be used.
    """
    read = None if decisions is None else read_decisions(decisions)
    return collect(extract(paths, decisions=read), paths, decisions=read)


def collect(
    extractions: Iterable[Extraction], paths: Paths | None = None, *, decisions: Decisions | None = None
) -> Run:
    """Merge what `extract` yields to a run; `paths` and `decisions` are what it was given."""
    read = tuple(extractions)
    findings = [finding for extraction in read for finding in extraction.findings]
    documents = {finding.document.id: finding.document for finding in findings}
    readings = read_reports(findings, decisions)
    origins = with_common_origins((reading.report for reading in readings), documents)
    readings = [replace(one, report=report) for one, report in zip(readings, origins, strict=True)]
    reports, outcomes = decide_reports(readings, findings, decisions)
    announcements, decided = merge_events(reports, units=load_gazetteer().units), None
    if decisions:
        announcements, decided = decide_conflicts(announcements, decisions, outcomes)
    return Run(
        paths=(SHIPPED,) if paths is None else tuple(fspath(path) for path in listed(paths)),
        inputs=tuple(extraction.record for extraction in read),
        documents=tuple(finding.document for finding in findings),
        mentions=tuple(mention for finding in findings for mention in finding.mentions),
        events=tuple(event for finding in findings for event in finding.events),
        announcements=announcements,
        decided=decided,
    )


def _find_in_all(
    record: InputRecord,
    documents: Iterable[Document],
    gazetteer: Gazetteer,
    named: NameDecisions | None = None,
) -> Extraction:
    """
    What is in the documents of one input.

    A document that cannot be worked on is left out and named in the record: whatever a stranger's text
    brings to light in a rule, the other texts of the build are worth having.
    """
    findings, reasons = [], []
    for document in documents:
        try:
            findings.append(find(document, gazetteer, named))
        except Exception as error:
            reasons.append(f"{document.id}: {type(error).__name__}: {error}; please report it")
    if reasons:
        record = replace(
            record,
            status="read" if findings else "failed",
            reason="; ".join(part for part in (record.reason, *reasons) if part),
            documents=tuple(finding.document.id for finding in findings),
        )
    return Extraction(record, tuple(findings))
