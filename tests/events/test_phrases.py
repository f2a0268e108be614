"""The words of the patterns: each row is asked for, each name has a row, and no pattern is a word list."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from geo.events.phrases import PhrasePattern, forms_of
from geo.text import data_rows
from tests import ROOT

ROWS = data_rows("phrases.csv")
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "geo" / "events").glob("*.py")}
LONGEST = 110
"""Code points of one line of a pattern: longer ones are lists of words, which belong into the table."""


def patterns(source: str) -> Iterator[str]:
    """The lines of text of all patterns that a module compiles."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "PhrasePattern"):
            yield from (
                line for line in ast.get_source_segment(source, node.args[0], padded=True).splitlines()
            )


def test_each_form_stands_once_in_its_row_and_each_row_once() -> None:
    assert [key for key, n in Counter((r["name"], r["language"]) for r in ROWS).items() if n > 1] == []
    for row in ROWS:
        forms = row["forms"].split("|")
        assert row["language"] in ("en", "ko"), row
        assert [form for form, n in Counter(forms).items() if n > 1 or not form] == [], row["name"]
        assert all(form.count("(") == form.count(")") for form in forms), row["name"]


def test_every_row_is_asked_for() -> None:
    said = " ".join(SOURCES.values())
    for row in ROWS:
        sense, _, rest = row["name"].partition(" then ")
        whole = rf"[{{\"]{row['name']}(?: {row['language']})?[}}\"]"
        built = rest == "noun" or sense == "noun"  # one for each sense of a governing verb
        assert built or re.search(whole, said), row["name"]


@pytest.mark.parametrize("module", sorted(SOURCES))
def test_no_line_of_a_pattern_is_longer_than_a_line(module: str) -> None:
    assert [line for line in patterns(SOURCES[module]) if len(line.strip()) > LONGEST] == []


def test_signs_in_forms() -> None:
    pattern = PhrasePattern(r"{away before}")
    assert {"model(l)ed on", "kilometers * of"} <= set(forms_of("away before en"))
    for words in ("modeled on", "modelled on", "kilometers north of", "than those farms in"):
        assert pattern.fullmatch(words), words
    assert not pattern.fullmatch("modeling on")
    assert PhrasePattern("{page heading}").fullmatch("관련기사")
    assert PhrasePattern("{page heading}").fullmatch("관련 기사")


def test_longer_forms_go_first() -> None:
    found = PhrasePattern("({particle})").match("에서도 진행되였다")
    assert found and found[1] == "에서도"


@pytest.mark.parametrize(
    "text", ["within three days of it", "two weeks", "몇 개월 동안", "over the river", ""]
)
def test_a_pattern_that_needs_words_finds_what_it_finds_without(text: str) -> None:
    template = r"\b{how long en} (?:\w+ )?(?:days|weeks)\b|{how long ko}"
    there = PhrasePattern(template, needs="days|weeks|{how long ko}").search(text)
    everywhere = PhrasePattern(template).search(text)
    assert (there and there.span()) == (everywhere and everywhere.span())


@pytest.mark.parametrize("text", ["plan", "planning", "a plan", "airplane", "plans, planned", "replanned"])
def test_the_edge_before_words_is_looked_for(text: str) -> None:
    forms = "|".join(sorted(forms_of("scheduled then noun"), key=len, reverse=True))
    found = PhrasePattern(r"\b{scheduled then noun}\b").search(text)
    plain = re.search(rf"\b(?:{forms})\b", text)
    assert (found and found.span()) == (plain and plain.span())
