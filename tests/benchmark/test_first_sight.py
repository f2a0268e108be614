"""Batches at first sight: the table, the command that adds to it, and what to expect from it."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from benchmark.events.expecting import expectation
from benchmark.events.first_sight import (
    BATCHES,
    COLUMNS,
    FORMS,
    PAGES,
    Batch,
    Share,
    first_sight_part,
    main,
    pooled,
    read_batches,
    read_pages,
)
from benchmark.events.report import Measured, events_part
from benchmark.events.scoring import EventScore, SetScore
from benchmark.parts import marked, write_part
from benchmark.texts.annotated import FITTING, read_annotated
from geo.errors import InputError
from tests import ROOT

ONE = Batch(
    *("b1", "2026-01-02", "20", "en 13, ko 7", "state 20", "retold"),
    *("27 of 30", "27 of 45", "0.700", "36 of 45", "24 of 27", "2 of 3", "19 of 20", "first_sight_pages.csv"),
)
OTHER = replace(ONE, batch="b2", texts="10", precision="8 of 10", recall="8 of 20", quiet="")


def test_the_shipped_tables_are_valid() -> None:
    batches, pages = read_batches(), read_pages()
    assert len({one.batch for one in batches}) == len(batches)
    assert {one.form for one in batches} <= set(FORMS)
    with BATCHES.open(encoding="utf-8", newline="") as file:
        assert tuple(next(csv.reader(file))) == COLUMNS
    addresses = [address for _, address in pages]
    assert len(set(addresses)) == len(addresses) >= 250
    assert all(address.startswith(("http://", "https://")) for address in addresses)


@pytest.mark.parametrize(
    ("cell", "share"),
    [
        ("30 of 36", Share(30 / 36, 36)),
        ("0 of 4", Share(0, 4)),
        ("0.83", Share(0.83)),
        ("0 of 0", None),
        ("", None),
    ],
)
def test_cells(cell: str, share: Share | None) -> None:
    assert Share.read(cell) == share


def test_a_cell_that_is_no_share_is_told(tmp_path: Path) -> None:
    path = tmp_path / "batches.csv"
    path.write_text(f"{','.join(COLUMNS)}\nb1{',' * COLUMNS.index('recall')}much,,,,,,\n", encoding="utf-8")
    with pytest.raises(InputError, match="b1, recall: 'much'"):
        read_batches(path)


def test_batches_are_pooled_by_counts_else_by_texts() -> None:
    assert pooled([ONE, OTHER], "precision") == 35 / 40
    assert pooled([ONE, OTHER], "quiet") == 2 / 3, "where it is told"
    assert pooled([ONE, replace(OTHER, precision="0.6")], "precision") == pytest.approx(
        (0.9 * 20 + 0.6 * 10) / 30
    )
    assert pooled([], "precision") is None


def test_every_number_of_the_expectation_is_computed() -> None:
    told = expectation([ONE, OTHER], None)
    assert "On 30 pages of 2 batches at first sight: " in told
    for words in (
        "stated 88 % were right", "it stated 54 %", "possible 80 %", "89 % of the dates", "67 % of the texts",
        "80 to 90 % were right, 40 to 60 % were stated", "expect about 12 that", "about 26 more",
        "about 20 nowhere",
    ):  # fmt: skip
        assert words in told, words
    assert "nothing" not in expectation([replace(ONE, recall="", reported="")], None)


def test_without_figures_nothing_is_expected() -> None:
    assert expectation([], None) == "Nothing that the program had never met has been measured yet.\n"
    assert first_sight_part([], 0) == "No batch has been measured yet.\n"


def test_the_page_says_that_batches_are_retold_and_where_the_addresses_are() -> None:
    part = first_sight_part([ONE, replace(OTHER, sure="0.9")], 279)
    words = " ".join(part.split())
    assert "told anew in our own words after a real page" in words
    assert "The 279 addresses" in words
    assert "| 0.90 of 30 | 0.60 of 45 | 0.70 | 0.80 of 45 | 0.89 of 27 | 0.67 of 3 | 0.95 of 20 |" in part
    assert part.rstrip().endswith("| – | 0.90 |")


@pytest.fixture()
def batch(tmp_path: Path) -> Path:
    """A batch of two texts, with the kind of publisher and the address of the page."""
    folder = tmp_path / "b77"
    for name in ("articles", "gold"):
        (folder / name).mkdir(parents=True)
    for number, kind in (("001", "paper"), ("031", "state")):
        shutil.copy(FITTING / "articles" / f"{number}.txt", folder / "articles")
        gold = json.loads((FITTING / "gold" / f"{number}.json").read_text(encoding="utf-8"))
        gold |= {"kind": kind, "source_url": f"https://example.org/{number}"}
        (folder / "gold" / f"{number}.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_a_batch_is_measured_once(batch: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, pages = tmp_path / "batches.csv", tmp_path / "pages.csv"
    table.write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    pages.write_text("batch,address\nb1,https://example.org/001\n", encoding="utf-8")
    command = [str(batch), "--day", "2026-03-04", "--into", str(table), "--pages", str(pages)]
    assert main(command) == 0
    (row,) = read_batches(table)
    assert (row.batch, row.day, row.texts, row.form) == ("b77", "2026-03-04", "2", "retold")
    assert (row.languages, row.kind) == ("en 1, ko 1", "paper 1, state 1")
    assert Share.read(row.recall) is not None and row.addresses == "pages.csv"
    assert read_pages(pages) == [("b1", "https://example.org/001"), ("b77", "https://example.org/031")]
    capsys.readouterr()
    assert main(command) == 1
    assert "only one first sight" in capsys.readouterr().err
    assert len(read_batches(table)) == 1


def test_figures_by_language_and_kind_of_publisher(batch: Path) -> None:
    articles = read_annotated(batch)
    scores = [EventScore((), True, silent) for silent in (True, False)]
    one = Measured(articles, SetScore(scores))
    assert one.of(kind="paper").scores == scores[:1]
    assert one.of(language="ko").scores == scores[1:]
    assert one.of(language="ko", kind="paper").scores == []


def test_the_part_has_outside_sets_by_kind_and_leaves_the_held_out_texts_alone(batch: Path) -> None:
    part = events_part([batch])
    assert "outside set (b77) (2)" in part
    assert "| outside set (b77): papers (1)" in part
    assert "held out**" not in part
    for title in ("What to expect of your own pages", "At first sight, batch by batch", "Merging"):
        assert f"### {title}\n" in part


# The part of the page


def test_a_part_is_put_in_its_place(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n\n{marked('events', 'old')}\nafter\n", encoding="utf-8")
    write_part(page, "events", "new\n")
    assert page.read_text(encoding="utf-8") == f"before\n\n{marked('events', 'new')}\nafter\n"
    with pytest.raises(InputError, match="no part 'dates'"):
        write_part(page, "dates", "new")


def test_the_page_on_accuracy_has_the_part() -> None:
    text = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    head, foot = marked("events", "x").split("\nx\n")
    assert text.count(head) == text.count(foot) == 1
    assert f"`benchmark/events/{PAGES.name}`" in text or "No batch has been measured yet." in text
