"""
Measure how merging, reviewing, tables and the page grow with the number of reports.

    python -m benchmark merging [--reports 1000 10000 100000] [--kind spread "one event" ...]

Reports are made in memory, each of a document of its own: spread over counties, facility groups, stages and
days as made articles are, or, what no week of news is, all of one county, of one event, of as many days as
there are reports, copies of each other or nearly so, or long.
"""

from __future__ import annotations

import gc
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from time import process_time
from typing import Any

from benchmark import command_line
from benchmark.figures import table
from benchmark.speed import northern
from geo.articles.textfiles import read_text
from geo.models import (
    STATED_FROM,
    Document,
    Event,
    EventStatus,
    Evidence,
    Finding,
    InputRecord,
    Mention,
    Run,
    Unit,
)
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


@dataclass(frozen=True, slots=True)
class Kind:
    """What reports have in common."""

    of_one: tuple[str, ...] = ()
    """What is the same in all: `place`, `facility`, `stage`, `day`."""
    sentences: int = 4
    """How many stand behind the one that states the event."""
    changed: float = 1.0
    """Share of the sentences that are not those of one common story."""
    days: int = 1000
    """Over how many days they are spread; 0: every report has a day of its own."""


_ALL = ("place", "facility", "stage", "day")
KINDS: Mapping[str, Kind] = {
    "spread": Kind(),
    "one county": Kind(("place",)),
    "one event": Kind(_ALL),
    "days of their own": Kind(("place", "facility"), days=0),
    "copies": Kind(_ALL, sentences=12, changed=0.0),
    "nearly copies": Kind(_ALL, sentences=12, changed=0.4),
    "much in common": Kind(_ALL, sentences=12, changed=0.7),
    "long": Kind(("place", "facility", "stage"), sentences=150),
}


def findings(number: int, kind: str = "spread", seed: int = 0) -> list[Finding]:
    """What would be found in so many articles, each of which states one event, a few of them a setback."""
    draw, one = random.Random(seed), KINDS[kind]
    story = [northern.around("en", draw) for _ in range(one.sentences)]
    return [_finding(place, draw, one, story) for place in range(number)]


def _finding(number: int, draw: random.Random, kind: Kind, story: Sequence[str]) -> Finding:
    """One article and what is found in it."""
    units, facilities = northern.places(), tuple(northern.FACILITIES)
    unit = units[0] if "place" in kind.of_one else draw.choice(units)
    facility = facilities[0] if "facility" in kind.of_one else draw.choice(facilities)
    stage = draw.choice(SETBACKS) if draw.random() < 0.02 else draw.choice(STAGES)
    stage = "completed" if "stage" in kind.of_one else stage
    off = number if not kind.days else 0 if "day" in kind.of_one else draw.randrange(kind.days)
    day = date(2024, 1, 1) + timedelta(days=off)
    told = day.isoformat() if draw.random() < 0.8 or "day" in kind.of_one else f"{day:%Y-%m}"
    what = northern.FACILITIES[facility][0]
    opening = f"{draw.choice(OPENINGS)} {what} of {unit.name} County came to {stage} on {told}"
    sentence = f"{opening} ({number})." if kind.changed else f"{what} of {unit.name} County came to {stage}."
    more = [northern.around("en", draw) if draw.random() < kind.changed else one for one in story]
    document = replace(
        read_text(f"{sentence} {' '.join(more)}", f"a{number:06}"),
        id=f"a{number:06}",
        publisher=draw.choice(PUBLISHERS),
        published_on=(day + timedelta(days=1)).isoformat(),
        url=f"https://north.example/{number}",
    )
    status: EventStatus = "stated" if draw.random() < 0.9 else "possible"
    return _found(document, sentence, unit, (facility, stage, told), status)


def _found(
    document: Document, sentence: str, unit: Unit, told: tuple[str, str, str], status: EventStatus
) -> Finding:
    """What is found in an article: the place, and what its first sentence tells (facility, stage, day)."""
    gazetteer = load_gazetteer()
    start = sentence.index(unit.name)
    place = gazetteer.place(unit.pcode)
    mention = Mention(
        *(document.id, unit.name, start, start + len(unit.name), "resolved", place, ()),
        *("official spelling", 0.97),
    )
    event = Event(
        document_id=document.id,
        pcode=unit.pcode,
        name=unit.name,
        province=gazetteer.province_of(unit.pcode).name,
        outcome="resolved",
        candidates=(),
        place_precision="county",
        facility=told[0],
        stage=told[1],
        date=told[2],
        evidence=Evidence(0, len(sentence), sentence),
        rule="made",
        confidence=0.9,
        status=status,
    )
    setback = event.is_setback
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
    parser.add_argument("--kind", nargs="+", choices=tuple(KINDS), default=("spread", "one county"))
    parser.add_argument("--no-page", action="store_true", help="without the page and the other outputs")
    asked = parser.parse_args(arguments)
    for kind in asked.kind:
        times = {number: _times(number, kind, not asked.no_page) for number in asked.reports}
        names = [name for name in next(iter(times.values())) if not name.startswith("page of")]
        rows = [[name, *(f"{of[name]:.2f}" for of in times.values())] for name in names]
        print(f"\n{kind}\n")
        print(table(["processor seconds", *(f"{number:,} reports" for number in times)], rows))


def _times(number: int, kind: str, page: bool) -> dict[str, float]:
    """Step -> its processor time for so many reports."""
    found, times = findings(number, kind), {}
    gc.collect()
    gc.freeze()
    for name, work in steps(found, page):
        start = process_time()
        work()
        times[name] = process_time() - start
        print(f"{kind}: {number:>8,} {name:<20} {times[name]:8.2f} s", file=sys.stderr, flush=True)
    gc.unfreeze()
    return times
