"""The tables that events are read by: known kinds and senses, each form once, each stage a stage."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

import pytest

from geo.events.decision import load_weights
from geo.events.terms import load_lexicon
from geo.models import ALL_STAGES, SETBACKS
from geo.text import data_rows, data_text
from tests import ROOT

COLUMNS = {
    "terms.csv": ["kind", "sense", "language", "forms"],
    "stages.csv": ["sense", "with", "aspects", "stages"],
    "weights.csv": ["step", "feature", "weight"],
}
PREDICATES = {"verb", "noun", "state", "part"}
SENSES: dict[str, set[str]] = {
    "head": {
        "factory",
        "branch",
        "complex",
        "farm",
        "farming",
        "hospital",
        "centre",
        "greenhouses",
        "projects",
    },
    "mod": {
        *("regional", "paper", "greenhouse", "sea", "grain", "leisure", "service", "health", "food"),
        *("clothes", "daily", "branch", "none", "animals", "arms", "projects"),
    },
    "after": {"none"},
    "build": {"work"},
    "use": {"work"},
    "design": {"design"},
    "line": {"line", "method", "shop"},
    "if": {"condition", "purpose", "comparison", "doubt", "usual", "wish", "speech"},
    "irregular": {""},
}
"""Kind -> senses, of all but predicates."""
LEADING = {
    "wish",
    "say",
    "hold",
    "scheduled",
    "other",
    "again",
    "gone",
    "equip",
    "make",
    "fulfil",
    "pick",
} | {
    "goes on",
    "ends",
    "is up",
}
"""
Senses of predicates that mean no stage: they govern another one, say that it is the same elsewhere, that a
leader goes somewhere, or that something is put in.
"""
ASPECTS = {"done", "adjunct", "ongoing", "present", "ahead", "gerund", "link", "noun", "any"}
TERMS = list(data_rows("terms.csv"))
STAGES = list(data_rows("stages.csv"))
TOLD = {row["sense"] for row in STAGES}


@pytest.mark.parametrize("table", COLUMNS)
def test_every_row_has_all_columns(table: str) -> None:
    head, *rows = csv.reader(StringIO(data_text(table)))
    assert head == COLUMNS[table]
    assert rows
    assert [row for row in rows if len(row) != len(head)] == []


def test_terms_have_known_kinds_and_senses() -> None:
    for row in TERMS:
        known = (TOLD | LEADING) if row["kind"] in PREDICATES else SENSES[row["kind"]]
        assert row["sense"] in known, row
        assert row["language"] in ("en", "ko"), row


def test_a_kind_and_sense_has_one_row_for_each_language() -> None:
    rows = Counter((row["kind"], row["sense"], row["language"]) for row in TERMS)
    assert [row for row, number in rows.items() if number > 1] == []


def test_each_form_stands_once_and_as_it_is_looked_for() -> None:
    for row in TERMS:
        forms = row["forms"].split("|")
        assert [form for form, number in Counter(forms).items() if number > 1] == [], row["sense"]
        for form in forms:
            assert form and form == form.strip().lower().replace("-", " "), (row["sense"], form)


def test_irregular_verbs_have_four_forms() -> None:
    listed = [forms for row in TERMS if row["kind"] == "irregular" for forms in row["forms"].split("|")]
    assert [forms for forms in listed if len(forms.split()) != 4] == []


def test_every_stage_has_a_word_that_can_mean_it() -> None:
    assert {row["sense"] for row in TERMS if row["kind"] in PREDICATES} == TOLD | LEADING


def test_rows_of_stages_name_aspects_companions_and_stages() -> None:
    for row in STAGES:
        assert row["with"] in ("", "work", "use", "part", "design"), row
        assert set(row["aspects"].split("|")) <= ASPECTS, row
        assert set(row["stages"].split("|")) <= {"", *ALL_STAGES, *SETBACKS}, row
    keys = Counter((row["sense"], row["with"], one) for row in STAGES for one in row["aspects"].split("|"))
    assert [key for key, number in keys.items() if number > 1] == []


def test_each_feature_has_one_weight_in_each_step() -> None:
    rows = [(row["step"], row["feature"]) for row in data_rows("weights.csv")]
    assert len(set(rows)) == len(rows)
    assert {step for step, _ in rows} == {"1", "2"}
    assert {("1", ""), ("2", "")} <= set(rows)
    assert sum(map(len, load_weights())) == len(rows)


@pytest.mark.parametrize(
    ("text", "sense", "form"),
    [
        ("factories sprang up", "appear", "past"),
        ("ground has been broken; they broke ground", "ground", "past"),
        ("factories Spring-Up", "appear", "base"),
        ("병원이 일떠섰다", "appear", ""),
    ],
)
def test_forms_are_found_as_they_are_inflected(text: str, sense: str, form: str) -> None:
    assert (sense, form) in {(term.sense, term.form) for term in load_lexicon().find(text)}


def test_the_page_on_the_data_names_every_kind_and_sense() -> None:
    page = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    said = page.partition("## Words for events")[2].partition("\n## ")[0]
    named = {row["kind"] for row in TERMS} | {row["sense"] for row in TERMS if row["sense"]}
    assert [name for name in sorted(named) if f"`{name}`" not in said] == []
