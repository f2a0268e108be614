"""The gold texts are what they are said to be, and what comes of the briefs is what their pages state."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmark.events.merging import merge_score
from benchmark.events.statements import read_statements, statement_score
from benchmark.texts.annotated import HELD_OUT, TUNED, read_annotated, read_snippets
from geo.models import ALL_STAGES, FACILITIES
from geo.places import load_gazetteer
from tests.decided import Archive

GAZETTEER = load_gazetteer()


def test_there_are_enough_texts_of_each_kind() -> None:
    held_out, tuned = read_annotated(HELD_OUT), read_annotated(TUNED)
    together = [*held_out, *tuned]
    assert len(held_out) >= 40
    assert len(together) >= 80
    assert sum(one.document.language == "ko" for one in together) >= 25
    assert sum(not one.events for one in together) >= 25


def test_the_halves_share_no_text() -> None:
    texts = [
        path.read_text(encoding="utf-8") for half in (HELD_OUT, TUNED) for path in half.glob("articles/*")
    ]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_snippets_speak_the_language_of_the_records(language: str) -> None:
    snippets = read_snippets(language)
    assert len({one.document.id for one in snippets}) == len(snippets) >= 150
    for pcode, facility, stage in (key for one in snippets for key in one.events):
        assert pcode in GAZETTEER.units
        assert facility in FACILITIES
        assert stage in ALL_STAGES


def test_statements_of_real_pages_are_found_and_counted_once(shipped: Archive) -> None:
    score = statement_score(read_statements(), shipped.plain.announcements, GAZETTEER)
    assert [one.key for one in score.missed] == [("KP0409", "regional_industry", "planned")]
    assert {one.key[2] for one in score.misdated} <= {"planned"}
    assert score.merging.announcements == score.merging.projects
    assert all(tally.hit == tally.gold for tally in score.merging.together)


@pytest.mark.parametrize(
    ("rows", "precise", "complete", "per_project"),
    [
        ([("a", "x"), ("a", "x"), ("b", "y")], (1, 1), (1, 1), 1.0),
        ([("a", "x"), ("a", "y")], (0, 1), (0, 0), 0.5),
        ([("a", "x"), ("b", "x")], (0, 0), (0, 1), 2.0),
        ([], (0, 0), (0, 0), 1.0),
    ],
    ids=["as it should be", "two projects in one", "one project in two", "nothing"],
)
def test_merging_is_scored_by_pairs(
    rows: list[tuple[str, str]], precise: tuple[int, int], complete: tuple[int, int], per_project: float
) -> None:
    score = merge_score(rows)
    assert (sum(t.hit for t in score.together), sum(t.gold for t in score.together)) == precise
    assert (sum(t.hit for t in score.belonging), sum(t.gold for t in score.belonging)) == complete
    assert score.per_project == per_project


def test_every_gold_text_tells_what_is_hard_about_it() -> None:
    for path in Path(HELD_OUT, "gold").glob("*.json"):
        assert '"note": ""' not in path.read_text(encoding="utf-8"), path.name
