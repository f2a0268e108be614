"""
Measure how merging, reviewing, tables and the page grow with the number of reports.

    python -m benchmark merging [--reports 1000 10000 100000] [--of-one-county]

Reports are made in memory, each of a document of its own: spread over counties, facility groups, stages and
days as made articles are, or, what no week of news is, all of one county.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from time import process_time
from typing import Any

from benchmark import command_line
from benchmark.figures import table
from benchmark.speed import northern
from geo.articles.textfiles import read_text
from geo.models import STATED_FROM, Event, Evidence, Finding, InputRecord, Mention, Run
from geo.outputs.tables import announcements_csv, mentions_csv
from geo.outputs.writing import render_outputs
from geo.places.gazetteer import load_gazetteer
from geo.projects import (
    merge_events,
    read_reports,
    with_common_origins,
    with_setbacks,
    with_status,
)
from geo.review import review_csv, review_of

REPORTS = (1_000, 10_000, 100_000)
STAGES = ("planned", "groundbreaking", "under_construction", "inspection", "completed", "operating")
SETBACKS = ("postponed", "stopped")
OPENINGS = ("State media said that", "According to KCNA,", "The Rodong Sinmun wrote that", "It was told that")
PUBLISHERS = ("Northern Review", "City Courier", "The Morning Ledger", "Harbour News")


def findings(number: int, one_county: bool = False, seed: int = 0) -> list[Finding]:
    """What would be found in so many articles, each of which states one event, a few of them a setback."""
    draw, units = random.Random(seed), northern.places()
    return [_finding(place, draw, units[0] if one_county else draw.choice(units)) for place in range(number)]


def _finding(number: int, draw: random.Random, unit: Any) -> Finding:
    gazetteer = load_gazetteer()
    facility = draw.choice(tuple(northern.FACILITIES))
    stage = draw.choice(SETBACKS) if draw.random() < 0.02 else draw.choice(STAGES)
    day = date(2024, 1, 1) + timedelta(days=draw.randrange(1000))
    told = day.isoformat() if draw.random() < 0.8 else f"{day:%Y-%m}"
    what = northern.FACILITIES[facility][0]
    sentence = f"{draw.choice(OPENINGS)} {what} of {unit.name} County came to {stage} on {told} ({number})."
    more = " ".join(northern.around("en", draw) for _ in range(4))
    name = f"a{number:06}"
    document = replace(
        read_text(f"{sentence} {more}", name),
        id=name,
        publisher=draw.choice(PUBLISHERS),
        published_on=(day + timedelta(days=1)).isoformat(),
        url=f"https://north.example/{number}",
    )
    start = sentence.index(unit.name)
    place = gazetteer.place(unit.pcode)
    mention = Mention(
        name, unit.name, start, start + len(unit.name), "resolved", place, (), "official spelling", 0.97
    )
    event = Event(
        document_id=name,
        pcode=unit.pcode,
        name=unit.name,
        province=gazetteer.province_of(unit.pcode).name,
        outcome="resolved",
        candidates=(),
        place_precision="county",
        facility=facility,
        stage=stage,
        date=told,
        evidence=Evidence(0, len(sentence), sentence),
        rule="made",
        confidence=0.9,
        status="stated" if draw.random() < 0.9 else "possible",
    )
    setback = stage in SETBACKS
    return Finding(document, (mention,), () if setback else (event,), (event,) if setback else ())


def steps(found: Sequence[Finding], page: bool = True) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Name of a step and what does it, each after those before it."""
    kept: dict[str, Any] = {}

    def keep(name: str, work: Callable[[], Any]) -> tuple[str, Callable[[], Any]]:
        return name, lambda: kept.__setitem__(name, work())

    units = load_gazetteer().units
    documents = {one.document.id: one.document for one in found}
    yield keep("reports", lambda: read_reports(found))
    yield keep("copies", lambda: with_common_origins(kept["reports"], documents))
    yield keep("stated or possible", lambda: with_status(kept["copies"], STATED_FROM))
    stated = [one for one in kept["stated or possible"] if one.event.status == "stated"]
    yield keep("merged", lambda: merge_events([r for r in stated if not r.event.is_setback], units=units))
    setbacks = [one for one in stated if one.event.is_setback]
    yield keep("setbacks", lambda: with_setbacks(kept["merged"], setbacks, units))
    announcements, loose = kept["setbacks"]
    run = Run(
        paths=("made",),
        inputs=(InputRecord("made", "read", "", tuple(documents)),),
        documents=tuple(one.document for one in found),
        mentions=tuple(mention for one in found for mention in one.mentions),
        events=tuple(r.event for r in kept["stated or possible"] if not r.event.is_setback),
        announcements=announcements,
        setbacks=tuple(r.event for r in kept["stated or possible"] if r.event.is_setback),
        possible=tuple(one for one in kept["stated or possible"] if one.event.status == "possible"),
        loose_setbacks=loose,
    )
    yield keep("review", lambda: review_csv(review_of(run)))
    yield keep(
        "tables", lambda: (announcements_csv(run.announcements), mentions_csv(run.documents, run.mentions))
    )
    if page:
        yield keep("all outputs", lambda: render_outputs(run))
        yield f"page of {len(kept['all outputs']['map.html']) / 1e6:.1f} MB", lambda: None


def main(arguments: Sequence[str]) -> None:
    """Print one table."""
    parser = command_line("merging", __doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=REPORTS)
    parser.add_argument("--of-one-county", action="store_true", help="all reports are of one county")
    parser.add_argument("--no-page", action="store_true", help="without the page and the other outputs")
    asked = parser.parse_args(arguments)
    times: dict[int, dict[str, float]] = {}
    for number in asked.reports:
        found = findings(number, asked.of_one_county)
        gc.collect()
        gc.freeze()
        times[number] = {}
        for name, work in steps(found, not asked.no_page):
            start = process_time()
            work()
            times[number][name] = process_time() - start
            print(f"{number:>8,} {name:<20} {times[number][name]:8.2f} s", flush=True)
    names = [name for name in next(iter(times.values())) if not name.startswith("page of")]
    rows = [[name, *(f"{of[name]:.2f}" for of in times.values())] for name in names]
    print(table(["processor seconds", *(f"{number:,} reports" for number in times)], rows))
