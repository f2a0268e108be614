"""
Articles in, announcements out: the module that knows the order of the steps.

    read_inputs -> find_mentions -> read_events -> read_reports -> with_common_origins -> decide_reports
    -> with_status -> merge_events -> decide_conflicts -> with_setbacks -> Run -> map_of, write_outputs

What draws and writes a run is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike, fspath
from typing import TYPE_CHECKING

from geo.articles import (
    SHIPPED,
    Articles,
    Given,
    Paths,
    listed,
    loose_inputs,
    named_inputs,
    told_apart,
)
from geo.decisions import (
    Decisions,
    DecisionsFile,
    decide_conflicts,
    decide_names,
    decide_reports,
    read_decisions,
)
from geo.errors import InputError
from geo.events import Explanation, explain_events, read_weights, using_weights, weights_in_use
from geo.extracting import ReadingOptions, extractions, find, read_named
from geo.models import STATED_FROM, Decision, Extraction, Finding, Run
from geo.places import find_mentions, load_gazetteer
from geo.projects import (
    checked_line,
    merge_events,
    read_reports,
    time_order,
    with_common_origins,
    with_setbacks,
    with_status,
)
from geo.text import compose

if TYPE_CHECKING:
    from folium import Map

    from geo.boundaries import OwnBoundaries

__all__ = ["build", "collect", "explain", "extract", "find", "make_map"]


def extract(
    paths: Articles | None = None,
    *,
    texts: Iterable[str] | None = None,
    columns: Mapping[str, str] | None = None,
    decisions: Decisions | None = None,
    max_size: int | None = None,
    jobs: int | None = None,
) -> Iterator[Extraction]:
    """
    Read articles and find their places and events, one input after the other.

    Parameters
    ----------
    paths
        Files and folders (folders are walked), `Document`s, or a DataFrame with an article in each row.
        Without it and `texts`, the shipped articles.
    texts
        Articles themselves, each with its header lines or without.
    columns
        Findings of an article (`text`, `title`, `date`, `publisher`, `url`, `id`, `origin`) -> column of the
        DataFrame, where it has no usual name.
    decisions
        As `read_decisions` gives them; those on place names are heeded here.
    max_size
        Megabytes of the largest file that is read, by default 50, of web pages 10; tables by line have none.
    jobs
        Processes that read; by default one for each core where that is safe (Linux, no other threads).

    Raises
    ------
    InputError
        If a path is not there, or something given is no article. An unreadable article raises nothing: its
        record says why.
    DataError
        If the package's own data cannot be read.
    """
    given = told_apart(paths, texts)
    reading = ReadingOptions(jobs=jobs, rows=_name_rows(decisions), max_size=max_size)
    return _extract(given, columns, decisions, reading)


def _name_rows(decisions: Decisions | None) -> tuple[Decision, ...]:
    """The decisions on names."""
    named = decide_names(decisions)
    return named.rows if named else ()


def _extract(
    given: Given, columns: Mapping[str, str] | None, decisions: Decisions | None, reading: ReadingOptions
) -> Iterator[Extraction]:
    """What `extract` yields."""
    named = [
        (one, path)
        for one, path in named_inputs(None if given.shipped else given.paths)
        if decisions is None or not decisions.lie_in(path)
    ]
    ids: list[str] = []
    for extraction in extractions(named, reading):
        ids += extraction.record.documents
        yield extraction
    for record, documents in loose_inputs(given, ids, columns=columns):
        yield read_named(record, documents, decide_names(decisions))


def explain(finding: Finding) -> Explanation:
    """How the events of a document were found: it is read again, and every step is kept."""
    gazetteer = load_gazetteer()
    composed = compose(finding.document)
    readable = composed.document if composed else finding.document
    explained = explain_events(readable, find_mentions(readable, gazetteer), gazetteer)
    return explained.led_back(composed.copy.span, composed.event) if composed else explained


def build(
    paths: Articles | None = None,
    *,
    texts: Iterable[str] | None = None,
    columns: Mapping[str, str] | None = None,
    decisions: DecisionsFile | None = None,
    stated_from: float = STATED_FROM,
    jobs: int | None = None,
    weights: str | PathLike[str] | None = None,
) -> Run:
    """
    Read articles, or the shipped ones, and merge what they report to announcements.

    Articles of files that name no place of the DPRK are counted (`Run.articles`) and not kept.

    Parameters
    ----------
    paths, texts, columns
        Files, folders, `Document`s or a DataFrame, and texts, as for `extract`.
    decisions
        Those of a person, a CSV file as docs/decisions.md describes it, or what `read_decisions` made of it.
    stated_from
        Events less sure than this (0 to 1) are only possible: kept, and counted nowhere.
    jobs
        Processes that read, as for `extract`; the result is the same.
    weights
        A file that `factorymap learn` wrote, in place of the weights that ship.

    Raises
    ------
    InputError
        If a path is not there, nothing that was given could be read, an option is none, or, with a line for
        each bad row, decisions cannot be used.
    """
    line = checked_line(stated_from)
    read = None if decisions is None else read_decisions(decisions)
    given = told_apart(paths, texts)
    reading = ReadingOptions(jobs=jobs, sieved=True, rows=_name_rows(read))
    with using_weights(read_weights(weights) if weights else None):
        found = _extract(given, columns, read, reading)
        run = _collect(found, _names(given), decisions=read, stated_from=line)
    if not run.articles:
        told = [f"{record.path}: {record.reason}" for record in run.inputs if record.reason]
        raise InputError(f"no article could be read ({'; '.join(told[:3]) or 'nothing was given'}).")
    return run


def _names(given: Given) -> tuple[str, ...]:
    """How what was given is called in a run."""
    return (SHIPPED,) if given.shipped else given.names


def make_map(
    paths: Articles | None = None,
    *,
    texts: Iterable[str] | None = None,
    columns: Mapping[str, str] | None = None,
    boundaries: OwnBoundaries | None = None,
    decisions: DecisionsFile | None = None,
    stated_from: float = STATED_FROM,
    title: str = "",
    subtitle: str = "",
    byline: str = "",
    notes: Sequence[str] = (),
    language: str = "",
    since: str | int | date = "",
    until: str | int | date = "",
    lite: bool = False,
    headline: str = "",
    takeaway: str = "",
    compact: bool = False,
    story: str | PathLike[str] = "",
    online: bool = False,
) -> Map:
    """
    The map of articles, or of the shipped ones; it shows itself in a notebook, `.save(FILE)` writes it.

    Parameters
    ----------
    paths, texts, columns
        Files, folders, `Document`s or a DataFrame, and texts, as for `build`.
    boundaries
        County boundaries in place of the shipped ones: a file, a GeoDataFrame, or what `read_boundaries`
        made of it.
    decisions
        What a person has decided, as for `build`.
    stated_from
        Confidence from which an event is stated, as for `build`.
    title, subtitle, byline, notes
        Words in place of the map's own, and notes under it; plain text.
    language
        `en` or `ko`: what the page opens in; empty for the language of the reader's browser.
    since, until
        First and last day, as ISO dates of any precision, years or dates; what is not of them is left out.
    lite
        A smaller page, without Leaflet; layers of folium cannot be added to it.
    headline, takeaway
        What the map says first, and the sentence under it, in place of those made from the data.
    compact
        The page opens as a small map for the text of another page.
    story
        Captions with views, step by step: a TOML file as docs/map.md describes it.
    online
        Allow layers of folium that ask other servers (tiles, plugins). The page's policy is looser then, and
        its notes tell the readers.

    Raises
    ------
    InputError
        If articles, boundaries, decisions or story cannot be used, or an option is none.
    """
    from geo.boundaries import ground_of
    from geo.outputs import map_of
    from geo.view import MapOptions, read_story

    options = MapOptions(
        *(title, subtitle, byline, notes, language, since, until, lite),
        *(headline, takeaway, compact),
        story=read_story(story) if story else (),
    )
    ground = ground_of(boundaries)
    run = build(paths, texts=texts, columns=columns, decisions=decisions, stated_from=stated_from)
    return map_of(run, boundaries=ground, options=options, online=online)


def collect(
    extractions: Iterable[Extraction],
    paths: Paths | None = None,
    *,
    decisions: Decisions | None = None,
    stated_from: float = STATED_FROM,
) -> Run:
    """Merge what `extract` yields to a run; the other parameters are those of `build`."""
    named = (SHIPPED,) if paths is None else tuple(fspath(path) for path in listed(paths))
    return _collect(extractions, named, decisions=decisions, stated_from=stated_from)


def _collect(
    extractions: Iterable[Extraction],
    named: tuple[str, ...],
    *,
    decisions: Decisions | None,
    stated_from: float,
) -> Run:
    """Merge what `extract` yields to a run; `named` is how the inputs are called."""
    read, units = tuple(extractions), load_gazetteer().units
    findings = [finding for extraction in read for finding in extraction.findings]
    documents = {finding.document.id: finding.document for finding in findings}
    told = with_common_origins(read_reports(findings), documents)
    machine = [report.event for report in with_status(told, stated_from)]
    decided_on, outcomes = decide_reports(told, findings, decisions)
    reports = with_status(decided_on, stated_from)
    stated = [report for report in reports if report.event.status == "stated"]
    merged = merge_events((report for report in stated if not report.event.is_setback), units=units)
    possible = [report for report in reports if report.event.status == "possible"]
    settled, decided = decide_conflicts(merged, decisions, outcomes)
    setbacks = [report for report in stated if report.event.is_setback]
    announcements, loose_setbacks = with_setbacks(settled, setbacks, units)
    return Run(
        paths=named,
        inputs=tuple(extraction.record for extraction in read),
        documents=tuple(finding.document for finding in findings),
        mentions=tuple(mention for finding in findings for mention in finding.mentions),
        events=tuple(event for event in machine if not event.is_setback),
        announcements=announcements,
        setbacks=tuple(event for event in machine if event.is_setback),
        possible=tuple(sorted(possible, key=time_order)),
        loose_setbacks=loose_setbacks,
        stated_from=stated_from,
        decided=decided,
        weights=(weights.path, weights.digest) if (weights := weights_in_use()).path else None,
    )
