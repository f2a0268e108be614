"""review.csv lists what is possible, with words, candidates and reasons, and setbacks of no project."""

from __future__ import annotations

import csv
from io import StringIO

from geo.decisions.reading import decisions_of
from geo.models import STATED_FROM
from geo.outputs.writing import render_outputs
from geo.review import review_of
from geo.review.records import COLUMNS, Doubt
from tests.possible import collected, sample
from tests.records import SONGCHON

RUN = collected(*sample())


def of_kind(kind: str) -> list[Doubt]:
    return [doubt for doubt in review_of(RUN) if doubt.kind == kind]


def test_each_possible_event_is_a_row_with_its_words_and_reasons() -> None:
    factories, cancelled, hospital = of_kind("possible")
    assert (factories.importance, factories.status, factories.stage) == ("medium", "possible", "completed")
    assert factories.place == f"{SONGCHON} Songchon (South Phyongan)"
    assert factories.evidence == ("The factories are said to be done. … Songchon was on the list.",)
    assert factories.why == ("hearsay -1.4", "same paragraph +0.6")
    assert "0.40" in factories.doubt and f"{STATED_FROM:.2f}" in factories.doubt
    assert (cancelled.stage, cancelled.importance) == ("cancelled", "low")
    assert hospital.candidates == ("KP0617 Unsan (North Phyongan)", "KP0720 Unsan (South Phyongan)")
    assert hospital.importance == "low" and hospital.url == "https://maybe.example/1"


def test_a_setback_of_no_project_is_a_row() -> None:
    (postponed,) = of_kind("setback")
    assert (postponed.stage, postponed.date, postponed.status) == ("postponed", "2026-01-20", "stated")


def test_the_table_keeps_its_columns_and_adds_status_and_reasons() -> None:
    text = render_outputs(RUN)["review.csv"]
    assert isinstance(text, str)
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))
    assert list(rows[0]) == list(COLUMNS) and COLUMNS[-3:] == ("attribution", "status", "why")
    assert [row["why"] for row in rows if row["stage"] == "planned"] == ["talk -2.0"]
    assert decisions_of(text, "review.csv").undecided == len(rows)
