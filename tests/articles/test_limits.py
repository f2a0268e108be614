"""What is too large or too long is told in one line and stops nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from geo import build
from geo.articles import read_articles
from geo.articles.limits import LONGEST_ARTICLE, MEGABYTE
from geo.cli import cli

EVENT = "A paper mill was inaugurated in Songchon County, South Phyongan Province, on December 20, 2024."


def test_a_file_beyond_the_limit_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * (MEGABYTE + 1), encoding="utf-8")
    (tmp_path / "b.txt").write_text(EVENT, encoding="utf-8")
    first, second = (record for record, _ in read_articles([tmp_path], max_size=1))
    assert (first.status, second.status) == ("failed", "read")
    assert first.reason.startswith("it is larger than 1 MB; ") and "--max-size" in first.reason
    assert [record.status for record, _ in read_articles([tmp_path])] == ["read", "read"]


@pytest.mark.parametrize(
    ("name", "frame", "reason"),
    [
        ("a.txt", "{}", "more than the 2,000,000 of one article"),
        ("a.html", "<html><body><p>{}</p></body></html>", "longer than 1,000,000 characters"),
    ],
)
def test_an_article_that_is_too_long_fails(tmp_path: Path, name: str, frame: str, reason: str) -> None:
    words = "word " * (LONGEST_ARTICLE // 5 + 1)
    (tmp_path / name).write_text(frame.format(words), encoding="utf-8")
    ((record, documents),) = read_articles([tmp_path])
    assert record.status == "failed" and not documents
    assert reason in record.reason


def test_a_row_that_is_too_long_is_left_out(tmp_path: Path) -> None:
    rows = [{"text": "x" * (LONGEST_ARTICLE + 1)}, {"text": EVENT}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ((record, documents),) = read_articles([tmp_path])
    assert [document.text for document in documents] == [EVENT]
    assert record.reason.startswith("1 row left out: row 1 has 2,000,001 characters")


def test_the_command_takes_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EVENT + " " * 2 * MEGABYTE + ".", encoding="utf-8")
    refused = CliRunner().invoke(cli, ["extract", str(tmp_path), "--max-size", "1"])
    assert refused.exit_code == 1 and "larger than 1 MB" in refused.stderr
    assert CliRunner().invoke(cli, ["extract", str(tmp_path), "--max-size", "3"]).exit_code == 1  # too long


def test_a_sentence_without_end_is_not_read_for_events_and_told(tmp_path: Path) -> None:
    endless = (
        "the walls of the mill in Kusong City went up and it was inaugurated there while others sang " * 60
    )
    (tmp_path / "a.txt").write_text(f"{EVENT}\n\n{endless}\n\nIt was inaugurated there.", encoding="utf-8")
    run = build(tmp_path)
    assert [(event.pcode, event.date) for event in run.events] == [("KP0717", "2024-12-20")]
    assert run.inputs[0].status == "read"
    assert run.inputs[0].reason == "a: 1 sentence of more than 5,000 characters not read for events"


@pytest.mark.parametrize(
    "gap",
    [" " * 5000, "\t" * 300 + " ", "\u00a0" * 100],
    ids=["blanks", "tabs", "no-break spaces"],
)
def test_a_long_gap_is_read_as_a_blank_and_offsets_are_those_of_the_file(tmp_path: Path, gap: str) -> None:
    text = EVENT.replace("in Songchon", f"in{gap}Songchon")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run = build(tmp_path)
    (event,) = run.events
    assert (event.pcode, event.date) == ("KP0717", "2024-12-20")
    assert text[event.evidence.start : event.evidence.end] == event.evidence.text
    assert all(text[mention.start : mention.end] == mention.surface for mention in run.mentions)


def test_a_long_gap_with_an_empty_line_ends_the_sentence(tmp_path: Path) -> None:
    gap = " " * 60 + "\n\n" + " " * 60
    text = EVENT.replace(" in Songchon", f"{gap}in Songchon")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    spans = [span for event in build(tmp_path).events for span in event.spans]
    assert spans and not any("inaugurated" in span.text and "Songchon" in span.text for span in spans)
