"""Large tables are read in stretches, and give what they would give in one piece."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from geo.articles import named_inputs, read_articles, streams
from geo.extracting import ReadingOptions, extractions
from geo.models import Extraction
from tests.extracting.making import FORMS, OPENED, jsonl, rows, table, written


def read(path: Path, **options: object) -> Extraction:
    """What is in one file."""
    (one,) = extractions(named_inputs([path]), ReadingOptions(jobs=1, **options))  # type: ignore[arg-type]
    return one


@pytest.fixture(scope="module")
def in_one_piece(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str | None]]:
    """Texts, numbers and days of the articles that name a county, read from a file for each."""
    folder = tmp_path_factory.mktemp("single")
    (folder / "news.jsonl").write_bytes(jsonl(rows(200)))  # below the size that is read in stretches
    ((_, documents),) = read_articles([folder / "news.jsonl"])
    named = (one for one in documents if "DPRK" in one.text or "성천" in one.text)
    return [(one.text, one.id, one.published_on) for one in named]


@pytest.mark.parametrize("name", FORMS)
def test_stretches_give_what_the_whole_gives(
    tmp_path: Path, name: str, in_one_piece: list[tuple[str, str, str | None]]
) -> None:
    path = written(tmp_path, name)
    found = read(path, sieved=True, block=100_000)
    kept = [(one.document.text, one.document.id, one.document.published_on) for one in found.findings]
    assert kept[: len(in_one_piece)] == in_one_piece
    assert (len(kept), found.record.passed, found.record.left_out) == (286, 1714, 0)
    number = kept[1][1].removeprefix("a")
    assert found.findings[1].document.path == f"{path}#{int(number) + 1}"
    assert all(one.events for one in found.findings)


@pytest.mark.parametrize("name", ["news.jsonl", "news.csv.gz", "news.parquet"])
def test_read_articles_gives_every_article_of_a_large_table(tmp_path: Path, name: str) -> None:
    ((record, documents),) = read_articles([written(tmp_path, name)])
    assert [one.id for one in documents] == [f"a{at}" for at in range(2000)]
    assert record.documents == tuple(one.id for one in documents)
    assert documents[-1].path.endswith("#2000")


def test_rows_that_cannot_be_read_are_told_by_their_number_in_the_file(tmp_path: Path) -> None:
    lines = jsonl(rows(2000)).splitlines()
    lines[1234] = b'{"id": "broken", "text": "'
    lines[1700] = b'{"id": "empty", "title": "", "text": ""}'
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"\n".join(lines))
    record = read(path, sieved=True, block=100_000).record
    assert record.left_out == 2
    assert "row 1235 is not JSON" in record.reason and "row 1701 has no text" in record.reason


def test_many_bad_rows_are_counted_and_the_first_told(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": "\n' * 200_000 + jsonl(rows(15)))
    record = read(path, sieved=True).record
    assert (record.status, record.left_out, len(record.documents)) == ("read", 200_000, 3)
    assert record.reason.startswith("200000 rows left out: row 1 is not JSON")
    assert record.reason.endswith("; and 199995 more")


def test_a_row_of_csv_with_a_cell_too_many_is_told(tmp_path: Path) -> None:
    lines = table(rows(2000)).splitlines(keepends=True)
    lines[901] = lines[901].rstrip() + b",more\r\n"
    path = tmp_path / "news.csv"
    path.write_bytes(b"".join(lines))
    assert "row 901 has 6 cells for 5 columns" in read(path, sieved=True, block=100_000).record.reason


def test_what_is_before_a_damaged_place_is_kept_and_the_damage_told(tmp_path: Path) -> None:
    packed = gzip.compress(jsonl(rows(4000)), 1)
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(packed[: len(packed) * 3 // 4])
    found = read(path, sieved=True)
    assert found.record.status == "read" and found.findings
    assert found.record.left_out == 1 and "damaged" in found.record.reason


def test_damaged_letters_are_counted(tmp_path: Path) -> None:
    content = jsonl(rows(2000))
    at = content.index("“".encode(), 1_500_000)
    path = tmp_path / "news.jsonl"
    path.write_bytes(content[:at] + b"\xff\xfe" + content[at:])
    assert read(path, block=100_000).record.reason == "2 damaged bytes of UTF-8 are shown as U+FFFD"


def test_a_bomb_ends_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "LONGEST_ROW", 3_000_000)
    monkeypatch.setattr(streams, "MOST_TIMES", 100)
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress(jsonl(rows(1500)) + b"\n" * 40_000_000, 9))
    record = read(path, sieved=True).record
    assert record.left_out == 1 and "unpacks to more than 100 times its size" in record.reason


@pytest.mark.parametrize("packed", [False, True])
def test_a_line_without_end_is_refused(tmp_path: Path, packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "LONGEST_ROW", 3_000_000)
    content = jsonl(rows(1500)) + b'{"text": "' + b"a" * 5_000_000
    path = tmp_path / ("news.jsonl.gz" if packed else "news.jsonl")
    path.write_bytes(gzip.compress(content, 1) if packed else content)
    record = read(path, sieved=True).record
    assert record.left_out == 1 and "a line of more than 3 MB" in record.reason


def test_quoted_cells_with_line_ends_stay_one_row(tmp_path: Path) -> None:
    made = rows(2000)
    for row in made:
        row["text"] = row["text"].replace(". ", ".\n\n", 3)
    path = tmp_path / "news.csv"
    path.write_bytes(table(made))
    assert read(path, sieved=True, block=50_000).record.articles == 2000


def test_ids_that_come_twice_are_told_apart(tmp_path: Path) -> None:
    made = rows(1500)
    for row in made:
        row["id"] = "same"
    path = tmp_path / "news.jsonl"
    path.write_bytes(jsonl(made))
    ids = read(path, sieved=True).record.documents
    assert len(set(ids)) == len(ids) and ids[:3] == ("same", "news/same", "news-15")


def test_documents_that_only_name_other_places_are_counted_and_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    texts = ("A library opened in Suncheon, South Korea, on Monday.", OPENED)
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
    record = read(path, sieved=True).record
    assert (record.documents, record.passed) == (("one-2",), 1)
    assert read(path).record.documents == ("one-1", "one-2")
