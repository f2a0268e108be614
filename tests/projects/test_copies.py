"""Copies of one wire story are one origin, however many pages print them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo import build

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
