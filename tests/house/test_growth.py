"""
Time grows with the length of a text, whatever the text, and with the number of reports.

Work is counted, not timed: calls of Python functions and of built-in ones. Patterns do their work inside one
call, so that processor time is looked at, too, with room for any machine: eight times the text may take
thirty times as long, where a pattern that is quadratic takes sixty-four.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from time import process_time
from types import FrameType

import pytest

from benchmark.speed import deciding
from benchmark.speed.growth import merge_copies, read
from benchmark.speed.kinds import KINDS, text_of
from benchmark.speed.merging import findings, steps
from geo.articles import read_articles
from geo.articles.limits import LONGEST_ARTICLE
from geo.articles.textfiles import read_text
from geo.decisions import decide_conflicts, decide_reports
from geo.models import DecisionOutcome, Finding
from geo.places import load_gazetteer
from geo.projects import (
    campaign_sites,
    merge_events,
    read_reports,
    with_common_origins,
    with_setbacks,
    with_status,
)
from tests.records import report

SMALL, LARGE = 6_000, 48_000


def calls(work: Callable[[], object]) -> int:
    """How many functions are called."""
    count = 0

    def tell(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tell)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def seconds(work: Callable[[], object]) -> float:
    """Processor time, no less than what a clock can tell."""
    start = process_time()
    work()
    return max(process_time() - start, 0.01)


@cache
def read_counted(kind: str, length: int) -> tuple[int, Finding]:
    """How many functions are called as a text is read, and what is read."""
    found: list[Finding] = []
    text = text_of(kind, length)
    return calls(lambda: found.append(read(text))), found[0]


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    for kind in KINDS:
        read(text_of(kind, 2000))


@pytest.mark.parametrize("kind", KINDS)
def test_work_grows_with_the_length(kind: str) -> None:
    assert read_counted(kind, LARGE)[0] <= 10 * read_counted(kind, SMALL)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_patterns_take_no_longer_in_a_long_text(kind: str) -> None:
    """In one of two goes: another process may have taken the caches away."""
    small, large = text_of(kind, SMALL), text_of(kind, LARGE)
    assert any(seconds(lambda: read(large)) <= 30 * seconds(lambda: read(small)) for _ in range(2))


@pytest.mark.parametrize("kind", KINDS)
def test_an_event_before_an_odd_stretch_is_found(kind: str) -> None:
    """Whatever stands behind it, the first sentence is read."""
    events = read_counted(kind, LARGE)[1].events
    assert ("KP0717", "completed", "2024-12-20") in {(one.pcode, one.stage, one.date) for one in events}


def test_copies_of_one_story_take_no_longer_each() -> None:
    assert calls(lambda: merge_copies(400)) <= 10 * calls(lambda: merge_copies(50))


def test_reports_of_one_event_take_no_longer_each() -> None:
    def put_together(number: int) -> int:
        days = [date.fromordinal(738_000 + at).isoformat() for at in range(number)]
        told = [report("KP0717", "hospital", "inspection", day, confidence=0.3) for day in days]
        stopped = [report("KP0717", "hospital", "stopped", day) for day in days]
        known = merge_events(told[:1])
        units = load_gazetteer().units
        return calls(lambda: (with_status([*told, *told[::-1]], 0.9), with_setbacks(known, stopped, units)))

    assert put_together(400) <= 10 * put_together(50)


def test_a_text_that_is_refused_for_its_length_is_not_searched(tmp_path: Path) -> None:
    lines = LONGEST_ARTICLE // 20 + 1
    (tmp_path / "long.txt").write_text("2024-12-20 in Hamju\n" * lines, encoding="utf-8")
    assert calls(lambda: list(read_articles([tmp_path]))) < 20 * lines


@pytest.mark.parametrize("kind", ["spread", "one county", "one event", "days of their own"])
def test_reports_of_many_projects_take_no_longer_each(kind: str) -> None:
    """From claimants to tables, whatever they have in common; copies have a test of their own."""

    def put_together(number: int) -> int:
        made = findings(number, kind)
        worked = {name: calls(work) for name, work in steps(made, page=False)}
        return sum(worked.values()) - worked["copies"]

    put_together(50)
    assert put_together(800) <= 10 * put_together(100)


@pytest.mark.parametrize("kind", ["one event", "nearly copies"])
def test_copies_are_looked_for_in_no_longer_each(kind: str) -> None:
    """All are of one event, so that there are more than are compared each with each."""

    def look(number: int) -> int:
        made = findings(number, kind)
        documents, reports = {one.document.id: one.document for one in made}, read_reports(made)
        return calls(lambda: with_common_origins(reports, documents))

    look(50)
    assert look(800) <= 10 * look(100)


def test_sentences_of_long_documents_are_compared_with_few() -> None:
    """Two that state one event in the same words, and are no copies."""

    def compare(sentences: int) -> int:
        draw = Random(sentences)
        first = "The regional-industry factories of the county were completed in December, they say."
        made = {}
        for name in ("one", "other"):
            words = ["".join(draw.choices("abcdefghijklmnop", k=6)) for _ in range(sentences * 12)]
            rest = (" ".join(words[at::sentences]).capitalize() for at in range(sentences))
            made[name] = replace(read_text(f"{first} {'. '.join(rest)}.", name), id=name)
        told = [report("KP0717", "hospital", "completed", page=name, text=first) for name in made]
        return calls(lambda: with_common_origins(told, made))

    compare(10)
    assert compare(1600) <= 10 * compare(200)


@pytest.mark.parametrize("kind", deciding.KINDS)
def test_decisions_take_no_longer_each(kind: str) -> None:
    """One on each of many reports, from what it selects to what became of it."""

    def decide(number: int) -> int:
        made = findings(number, "days of their own")
        reports, decisions = read_reports(made), deciding.decisions_on(made, number, kind)
        merged = merge_events(decide_reports(reports, made, decisions)[0])
        told: list[DecisionOutcome] = []
        first = calls(lambda: told.extend(decide_reports(reports, made, decisions)[1]))
        return first + calls(lambda: decide_conflicts(merged, decisions, told))

    decide(200)  # what Python keeps of addresses is then kept, and of a few only
    assert decide(400) <= 12 * decide(50)


def test_sites_of_one_county_take_no_longer_each() -> None:
    units = load_gazetteer().units

    def sites(number: int) -> int:
        days = [f"{2024 + at % 3}-{1 + at // 3 % 12:02}-{1 + at % 28:02}" for at in range(number)]
        told = [report("KP0717", "regional_industry", "completed", day) for day in days]
        (known, *_) = merge_events(told[:1])
        many = [
            replace(known, id=str(at), campaign=day[:4], stage_dates=(("completed", day),), n_sources=at)
            for at, day in enumerate(days)
        ]
        return calls(lambda: campaign_sites(many, units))

    assert sites(800) <= 10 * sites(100)
