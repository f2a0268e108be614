"""
Articles in, announcements out: the module that knows the order of the steps.

    read_inputs -> find_mentions -> find_events -> read_reports -> with_common_origins -> decide_reports
    -> merge_events -> decide_conflicts -> Run -> map_of, write_outputs

What draws and writes a run is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from os import fspath
from typing import TYPE_CHECKING

from geo.articles import SHIPPED, Paths, listed, read_inputs, read_piped
from geo.decisions import (
    Decisions,
    DecisionsFile,
    NameDecisions,
    decide_conflicts,
    decide_names,
    decide_reports,
    read_decisions,
)
from geo.events import find_events
from geo.models import Document, Extraction, Finding, InputRecord, Run
from geo.places import Gazetteer, find_mentions, load_gazetteer
from geo.projects import merge_events, read_reports, with_common_origins
from geo.text import compose

if TYPE_CHECKING:
    from folium import Map

    from geo.boundaries import OwnBoundaries


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


def make_map(
    paths: Paths | None = None,
    *,
    boundaries: OwnBoundaries | None = None,
    decisions: DecisionsFile | None = None,
    title: str = "",
    subtitle: str = "",
    byline: str = "",
    notes: Sequence[str] = (),
    language: str = "en",
    since: str = "",
    until: str = "",
    lite: bool = False,
) -> Map:
    """
    The map of articles, or of the shipped ones; it shows itself in a notebook, `.save(FILE)` writes it.

    Parameters
    ----------
    paths
        Files and folders of articles.
    boundaries
        County boundaries in place of the shipped ones: a file, or what `read_boundaries` made of it.
    decisions
        What a person has decided, as for `build`.
    title, subtitle, byline, notes
        Words in place of the map's own, and notes under it; plain text.
    language
        `en` or `ko`: what the page opens in.
    since, until
        First and last day, as ISO dates of any precision; what was before and after is left out.
    lite
        A smaller page, without Leaflet; layers of folium cannot be added to it.

    Raises
    ------
    InputError
        If boundaries or decisions cannot be used, or an option is none.
    """
    from geo.boundaries import ground_of
    from geo.outputs import map_of
    from geo.view import MapOptions

    options = MapOptions(title, subtitle, byline, tuple(notes), language, since, until, lite)
    ground = ground_of(boundaries)
    return map_of(build(paths, decisions=decisions), boundaries=ground, options=options)


def collect(
    extractions: Iterable[Extraction], paths: Paths | None = None, *, decisions: Decisions | None = None
) -> Run:
    """Merge what `extract` yields to a run; `paths` and `decisions` are what it was given."""
    read = tuple(extractions)
    findings = [finding for extraction in read for finding in extraction.findings]
    documents = {finding.document.id: finding.document for finding in findings}
    told = with_common_origins(read_reports(findings), documents)
    reports, outcomes = decide_reports(told, findings, decisions)
    merged = merge_events(reports, units=load_gazetteer().units)
    announcements, decided = decide_conflicts(merged, decisions, outcomes)
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
