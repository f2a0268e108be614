"""The gold texts are what they are said to be, and what comes of the briefs is what their pages state."""

from __future__ import annotations

import json

import pytest

from benchmark.events.merging import merge_score
from benchmark.events.statements import read_statements, statement_score
from benchmark.texts.annotated import (
    CASES,
    FITTING,
    HELD_OUT,
    SNIPPETS,
    TUNED,
    Annotated,
    read_annotated,
    read_snippets,
)
from geo.models import ALL_STAGES, FACILITIES
from geo.places import load_gazetteer
from tests.decided import Archive

GAZETTEER = load_gazetteer()


FOLDERS = {"held_out": HELD_OUT, "fitting": FITTING, "tuned": TUNED}
LINES = {"snippets": SNIPPETS, "cases": CASES}


def read_set(name: str) -> list[Annotated]:
    """One of our sets."""
    if name in FOLDERS:
        return read_annotated(FOLDERS[name])
    return [one for language in ("en", "ko") for one in read_snippets(language, LINES[name])]


@pytest.mark.parametrize("name", [*FOLDERS, *LINES])
def test_the_readme_counts_the_texts(name: str) -> None:
    texts = read_set(name)
    languages = [sum(one.document.language == code for one in texts) for code in ("en", "ko")]
    quiet = sum(not one.events for one in texts)
    events = sum(len(dates) for one in texts for dates in one.events.values())
    cells = " | ".join(map(str, (len(texts), *languages, quiet, events)))
    readme = (HELD_OUT.parent / "README.md").read_text(encoding="utf-8")
    assert f"| `{name}/` | {cells} |" in readme


@pytest.mark.parametrize("name", [*FOLDERS, *LINES])
def test_gold_speaks_the_language_of_the_records(name: str) -> None:
    texts = read_set(name)
    for pcode, facility, stage in (key for one in texts for key in one.events):
        assert pcode in GAZETTEER.units
        assert facility in FACILITIES
        assert stage in ALL_STAGES
    ids = [(one.document.language, one.document.id) for one in texts]
    assert len(set(ids)) == len(ids)


def test_no_text_is_in_two_sets() -> None:
    texts = [one.document.text.strip() for name in (*FOLDERS, *LINES) for one in read_set(name)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", ["held_out", "fitting"])
def test_the_words_that_state_an_event_stand_in_the_text(name: str) -> None:
    for path in sorted((FOLDERS[name] / "gold").glob("*.json")):
        text = (FOLDERS[name] / "articles" / f"{path.stem}.txt").read_text(encoding="utf-8")
        gold = json.loads(path.read_text(encoding="utf-8"))
        assert all(" ".join(row["evidence"].split()) in " ".join(text.split()) for row in gold["events"]), (
            path.name
        )


KNOWN_MISSED = {
    (
        "KP0409",
        "regional_industry",
        "planned",
    ): "`set the task of building`, beside the running factories of today",
    (
        "KP0413",
        "regional_industry",
        "completed",
    ): "last of a list, `the North's Cheorwon County`, a name of both Koreas",
    ("KP0414", "regional_industry", "operating"): "`have products of their own to show`",
    ("KP0319", "greenhouse_farm", "under_construction"): "beside what was visited, only possible",
    ("KP10", "hospital", "completed"): "what bears the name of Pyongyang counts for no county",
}
"""Statements that are not read today, known misses: none may join them, and what is read leaves."""
PLANNED_FOR_A_YEAR = ("KP0603", "KP1023", "KP1104")
"""Hospitals whose page gives the year that they are planned for; ours is the day of the announcement."""
KNOWN_MISDATED = {
    (
        "KP0603",
        "hospital",
        "completed",
    ): "`Earlier in the year` and the day of the report instead of that of the ceremony",
}


def test_statements_of_real_pages_are_found_and_counted_once(shipped: Archive) -> None:
    score = statement_score(read_statements(), shipped.plain.announcements, GAZETTEER)
    assert {one.key for one in score.missed} == set(KNOWN_MISSED)
    planned = {(pcode, "hospital", "planned") for pcode in PLANNED_FOR_A_YEAR}
    assert {one.key for one in score.misdated} == set(KNOWN_MISDATED) | planned
    assert score.merging.announcements == score.merging.projects
    assert all(tally.hit == tally.gold for tally in score.merging.together)


def test_the_first_year_of_the_policy_is_known_whole(shipped: Archive) -> None:
    """In each of the 20 counties of 2024 regional-industry factories were inaugurated."""
    done = {
        one.pcode
        for one in shipped.plain.announcements
        if (one.facility, one.campaign) == ("regional_industry", "2024")
        and one.stage in ("completed", "operating")
    }
    stated = {one.key[0] for one in read_statements() if one.campaign == "2024" and one.key[1] != "other"}
    assert len(done) == 20 and stated <= done


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


@pytest.mark.parametrize("name", ["held_out", "fitting"])
def test_every_gold_text_tells_what_is_hard_about_it(name: str) -> None:
    for path in (FOLDERS[name] / "gold").glob("*.json"):
        assert '"note": ""' not in path.read_text(encoding="utf-8"), path.name
