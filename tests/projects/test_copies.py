"""Copies of one wire story are one origin, however many pages print them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from geo import build
from geo.articles.textfiles import read_text
from geo.models import Document, Report
from geo.projects import with_common_origins
from geo.projects.copies import LONG, SAME_WORDS
from tests.records import report

WIRE = [
    "SEOUL, Feb. 10 (Agency) -- Regional-industry factories were inaugurated in Kosan County on Sunday, "
    "an agency reporter found.",
    "The factories make foodstuffs, garments and daily necessities out of fruit that is grown in the county.",
    "Soldiers had worked on the site for ten months, by day and by night, people who live there say.",
    "It remains to be seen where electricity and raw material for the new machines will come from.",
]
OWN = [
    "Kosan County, North Korea, celebrated on Sunday the inauguration of regional-industry factories, "
    "we hear from a trader.",
    "He has relatives in the county town and spoke to them by telephone on Monday evening.",
    "They had been given two packets of biscuits each, from the first batch of the foodstuff factory.",
]


WORDS = ["".join(letters) for letters in product("bdfgkl", "aeiou", "mnrst")]
"""Made ones, 150."""


def write(folder: Path, name: str, publisher: str, sentences: list[str]) -> None:
    head = (
        f"TITLE: Factories opened\nDATE: 2025-02-11\nSOURCE: {publisher}\nURL: https://{name}.example/1\n\n"
    )
    (folder / f"{name}.txt").write_text(head + "\n\n".join(sentences), encoding="utf-8")


def origins(folder: Path) -> tuple[int, int]:
    (announcement,) = build(folder).announcements
    return announcement.n_sources, announcement.n_origins


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (WIRE, (2, 1)),
        (WIRE[:2], (2, 1)),
        (
            [
                "Subscribe to our daily letter on the Korean peninsula!",
                *WIRE,
                "Read next: spring in the south",
            ],
            (2, 1),
        ),
        ([WIRE[0].replace("Sunday", "Feb. 9"), *WIRE[1:]], (2, 1)),
        (OWN, (2, 2)),
        ([WIRE[0], *OWN[1:]], (2, 2)),
    ],
    ids=["verbatim", "cut", "between junk", "one word changed", "own reporting", "one sentence cited"],
)
def test_copies_are_one_origin(tmp_path: Path, second: list[str], expected: tuple[int, int]) -> None:
    write(tmp_path, "first", "Morning Post", WIRE)
    write(tmp_path, "second", "Evening Gazette", second)
    assert origins(tmp_path) == expected


def test_a_copy_names_what_it_copies(tmp_path: Path) -> None:
    write(tmp_path, "a", "Morning Post", WIRE)
    write(tmp_path, "b", "Evening Gazette", WIRE)
    (announcement,) = build(tmp_path).announcements
    copied = {report.document_id: report.copy_of for report in announcement.reports}
    assert copied == {"a": "", "b": "a"}
    assert {report.origin for report in announcement.reports} == {"morning post"}


@pytest.mark.parametrize("number", [30, 60], ids=["each with each", "the likely pairs"])
def test_many_copies_are_one_origin_among_as_many_own_reports(tmp_path: Path, number: int) -> None:
    """However many there are: copies find each other, and reports with words of their own stay apart."""
    for place in range(number):
        junk = [f"Letters to the editor, page {place}, are answered by our desk in the order they came in."]
        write(tmp_path, f"copy{place:02d}", f"Copy {place}", [*junk, *WIRE])
        own = [sentence.replace("a", "ae", place % 3) + f" So says number {place}." for sentence in OWN[1:]]
        write(
            tmp_path, f"own{place:02d}", f"Own {place}", [WIRE[0], *(f"{place} {one[::-1]}" for one in own)]
        )
    assert origins(tmp_path) == (2 * number, 1 + number)


SENTENCES = [
    "The factories make foodstuffs, garments and daily necessities out of local fruit",
    "Soldiers had worked on the site for ten months, by day and by night, people say",
    "It remains to be seen where electricity and raw material are going to come from",
    "The weather was fair that morning, and a brass band played until the guests left",
    "Nobody in the town would tell what a packet of the new biscuits is going to cost",
]
STORIES = st.lists(
    st.lists(
        st.tuples(
            st.integers(0, 4), st.sampled_from(["", " indeed", ", a visitor from abroad told us later"])
        )
    ),
    min_size=2,
    max_size=8,
)


@given(STORIES)
def test_copies_are_those_that_pairs_lead_to(stories: list[list[tuple[int, str]]]) -> None:
    """Whoever shares half of its sentences, nearly so, with another one; and whoever is led to by these."""
    said = [frozenset(f"{SENTENCES[at]}{more}".lower() for at, more in story) for story in stories]
    texts = [f"{WIRE[0]} " + " ".join(f"{SENTENCES[at]}{more}." for at, more in story) for story in stories]
    reports, documents = told(texts)
    groups = [{number} for number in range(len(stories))]
    for one, other in combinations(range(len(stories)), 2):
        if share_half({WIRE[0], *said[one]}, {WIRE[0], *said[other]}):
            joined = next(group for group in groups if one in group)
            joined |= next(group for group in groups if other in group)
            groups = [joined, *(group for group in groups if not group & joined)]
    expected = {f"d{number}": f"d{min(group)}" for group in groups for number in group}
    found = with_common_origins(reports, documents)
    assert {one.document_id: one.copy_of or one.document_id for one in found} == expected


def share_half(one: set[str], other: set[str]) -> bool:
    """Half of the shorter one's sentences stand in the other, letter by letter or nearly so."""
    shorter, longer = sorted((one, other), key=len)
    near = [any(fuzz.ratio(plain(a), plain(b)) >= SAME_WORDS for b in longer) for a in shorter]
    return sum(near) >= len(shorter) / 2


def plain(sentence: str) -> str:
    return " ".join(re.sub(r"\W+", " ", sentence.lower()).split())


def told(texts: list[str]) -> tuple[list[Report], dict[str, Document]]:
    """A report of one event in each of some texts, all in the words of the first sentence."""
    documents = {f"d{at}": replace(read_text(text, f"d{at}"), id=f"d{at}") for at, text in enumerate(texts)}
    return [
        report("KP0717", "regional_industry", "completed", page=name, text=WIRE[0]) for name in documents
    ], documents


def test_a_sentence_is_found_in_a_long_document() -> None:
    """Among more sentences than are looked through one by one."""
    words = [[WORDS[(at * 7 + step**2) % len(WORDS)] for step in range(12)] for at in range(len(WORDS))]
    long = [" ".join(those).capitalize() + "." for those in words]
    copy = [" ".join(("badom", *those[1:])).capitalize() + "." for those in words]
    other = [sentence[:-1][::-1].capitalize() + "." for sentence in long]
    reports, documents = told([" ".join([WIRE[0], *story]) for story in (long, copy, other)])
    assert len(long) > LONG
    assert [one.copy_of for one in with_common_origins(reports, documents)] == ["", "d0", ""]
