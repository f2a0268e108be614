"""What `build` takes from Python: paths, texts, documents and tables, and what it says where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas
import pytest

import geo
from geo.errors import InputError

TITLE = "Hospital opens in Kusong"
BODY = "The Kusong City Hospital in North Phyongan Province was inaugurated on December 13, 2025."
TEXT = f"TITLE: {TITLE}\nDATE: 2025-12-14\nSOURCE: A News Agency\nURL: https://news.example/1\n\n{BODY}\n"
OTHER = "A groundbreaking ceremony for a hospital was held in Songchon County, DPRK, on February 7, 2025."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kusong.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def told(run: geo.Run) -> list[tuple[Any, ...]]:
    return [(one.name, one.facility, one.stage, one.stage_dates) for one in run.announcements]


KUSONG = [("Kusong", "hospital", "completed", (("completed", "2025-12-13"),))]


def test_paths_texts_documents_and_tables_give_the_same(folder: Path) -> None:
    (document,) = next(iter(geo.read_articles([folder])))[1]
    frame = pandas.DataFrame({"title": [TITLE], "text": [BODY], "date": ["2025-12-14"], "source": ["A"]})
    for run in (
        geo.build(folder),
        geo.build(str(folder / "kusong.txt")),
        geo.build(folder.iterdir()),
        geo.build(texts=[TEXT]),
        geo.build(document),
        geo.build([document]),
        geo.build(frame),
    ):
        assert told(run) == KUSONG
        assert run.paths and len(run.inputs) == len(run.documents) == 1
    geo.make_map(texts=(TEXT,)).get_root().render()


def test_all_of_them_together_keep_ids_apart(folder: Path) -> None:
    (document,) = next(iter(geo.read_articles([folder])))[1]
    other = replace(document, text=OTHER, sections=(replace(document.sections[-1], start=0, end=len(OTHER)),))
    run = geo.build([folder / "kusong.txt", document, other], texts=[TEXT, OTHER])
    assert [one.id for one in run.documents] == ["kusong", "kusong.2", "kusong.3", "text-1", "text-2"]
    assert [record.documents for record in run.inputs] == [(one.id,) for one in run.documents]
    assert {one.name for one in run.announcements} == {"Kusong", "Songchon"}
    assert run.paths[-2:] == ("text-1", "text-2")


def test_a_table_with_columns_of_other_names_and_types() -> None:
    frame = pandas.DataFrame(
        {
            "body_of_it": [BODY, OTHER, None],
            "when": pandas.to_datetime(["2025-12-14", "2025-02-08", None]),
            "who": ["A", pandas.NA, "B"],
            "text": ["not this", "nor this", "nor that"],
        },
        index=["x", "y", "z"],
    )
    run = geo.build(frame, columns={"text": "body_of_it", "date": "when", "publisher": "who"})
    assert [(one.path, one.published_on, one.publisher) for one in run.documents] == [
        ("the DataFrame#x", "2025-12-14", "A"),
        ("the DataFrame#y", "2025-02-08", None),
    ]
    assert run.inputs[0].left_out == 1 and "row z has no text" in run.inputs[0].reason
    assert len(run.announcements) == 2 and "DataFrame" not in repr(run)


def test_pages_and_tables_may_be_texts_too() -> None:
    rows = f'{{"id": "a", "text": "{BODY}"}}\n{{"id": "b", "text": "{OTHER}"}}\n'
    assert {one.name for one in geo.build(texts=[rows]).announcements} == {"Kusong", "Songchon"}


CALLS: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a wrong path": (lambda at: geo.build(at / "artciles"), "no such file or folder. Check the spelling"),
    "one of several": (lambda at: geo.build([at, "nowhere/at/all"]), "'nowhere/at/all': no such file"),
    "of a map": (lambda at: geo.make_map("nowhere"), "'nowhere': no such file"),
    "of extract": (lambda at: geo.extract("nowhere"), "'nowhere': no such file"),
    "nothing": (lambda at: geo.build([]), "no article could be read (nothing was given)"),
    "an empty folder": (lambda at: geo.build(_made(at / "empty")), "the folder is empty"),
    "no text": (lambda at: geo.build(texts=[""]), "no article could be read (text-1: "),
    "a text for a path": (lambda at: geo.build(TEXT), "is a text, not a path. Give it as texts="),
    "an address": (lambda at: geo.build("https://news.example/1"), "nothing is fetched"),
    "one text": (lambda at: geo.build(texts=TEXT), "texts means several, but"),
    "bytes": (lambda at: geo.build(b"abc"), "a bytes is no article"),
    "a number": (lambda at: geo.build(5), "a int is no article"),
    "a number in a list": (lambda at: geo.build([5]), "a int is no article"),
    "a text that is none": (lambda at: geo.build(texts=[None]), "number 1 is a NoneType"),  # type: ignore[list-item]
    "no column": (lambda at: geo.build(pandas.DataFrame({"a": ["b"]})), "no column for the text"),
    "an empty table": (lambda at: geo.build(pandas.DataFrame({"text": []})), "no article could be read"),
    "an unknown column": (lambda at: _table({"text": "bdy"}), "no column 'bdy'. There are: body"),
    "an unknown part": (lambda at: _table({"txt": "body"}), "'txt' is no part of an article"),
    "columns of nothing": (
        lambda at: geo.build(at, columns={"text": "a"}),
        "columns are those of a DataFrame",
    ),
    "a path for paths": (lambda at: geo.read_articles("/a/file.txt"), "paths means several"),
    "a note for notes": (lambda at: geo.make_map(at, notes="one"), "notes means several"),
    "a format for formats": (
        lambda at: geo.write_outputs(geo.build(at), at, pictures="png"),
        "pictures means",
    ),
    "a name for names": (lambda at: geo.locate_all("Songchon"), "names"),
    "a bound of no kind": (lambda at: geo.make_map(at, since=2025.5), "is no date"),  # type: ignore[arg-type]
}


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _table(columns: dict[str, str]) -> geo.Run:
    return geo.build(pandas.DataFrame({"body": [BODY]}), columns=columns)


@pytest.mark.parametrize("name", CALLS)
def test_what_cannot_be_read_is_an_error_that_says_what_to_do(folder: Path, name: str) -> None:
    call, said = CALLS[name]
    with pytest.raises(InputError) as error:
        call(folder)
    assert said in str(error.value) and len(str(error.value)) < 400 and "\n" not in str(error.value)


def test_years_and_dates_as_objects(folder: Path) -> None:
    from datetime import date, datetime

    text = geo.make_map(folder, since="2025", until="2025-12-31").get_root().render()
    assert geo.make_map(folder, since=2025, until=date(2025, 12, 31)).get_root().render() == text
    assert geo.MapOptions(until=datetime(2025, 12, 31, 5)).until == "2025-12-31"
