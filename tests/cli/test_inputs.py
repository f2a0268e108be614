"""What `build` and `extract` take from files and standard input, and how they tell what they leave out."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geo.cli import cli

WORDS = "Regional-industry factories were inaugurated in Songchon County, South Phyongan, on December 20."
TITLE = "Factories open in Songchon County"
ROWS = [
    {"title": TITLE, "text": WORDS, "date": "2024-12-21", "source": "Some News"},
    {"title": "Soap", "text": "Soap is made.", "date": "2024-12-22"},
]
JSONL = "\n".join(map(json.dumps, ROWS))
TEXT = f"TITLE: {TITLE}\nDATE: 2024-12-21\nSOURCE: Some News\n\n{WORDS}\n"
RSS = (
    "<rss><channel><title>Some News</title><item><title>Factories open</title>"
    "<pubDate>Sat, 21 Dec 2024 09:00:00 +0900</pubDate>"
    f"<description>{WORDS}</description></item></channel></rss>"
)


def call(*arguments: object, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)), input=given)


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        (TEXT, ["stdin"]),
        (JSONL, ["stdin-1"]),
        (gzip.compress(JSONL.encode()), ["stdin-1"]),
        (RSS, ["stdin-1"]),
    ],
)
def test_build_reads_standard_input(tmp_path: Path, given: str | bytes, ids: list[str]) -> None:
    ended = call("build", "-", "-o", tmp_path / "maps", given=given)
    assert ended.exit_code == 0, ended.stderr
    run = json.loads((tmp_path / "maps" / "run.json").read_text(encoding="utf-8"))
    assert run["options"]["paths"] == ["-"]
    (record,) = run["inputs"]
    assert (record["path"], record["status"], record["documents"]) == ("-", "read", ids)
    assert record.get("passed", 0) == (
        JSONL.count("\n") if len(ids) == 1 and "stdin-1" in ids and given != RSS else 0
    )
    assert run["counts"]["announcements"] == {"completed": 1}


def test_build_reads_standard_input_beside_files(tmp_path: Path) -> None:
    (tmp_path / "soap.txt").write_text("TITLE: Soap\n\nSoap is made.\n", encoding="utf-8")
    ended = call("build", tmp_path / "soap.txt", "-", "-o", tmp_path / "maps", given=TEXT)
    assert ended.exit_code == 0, ended.stderr
    run = json.loads((tmp_path / "maps" / "run.json").read_text(encoding="utf-8"))
    assert [record["documents"] for record in run["inputs"]] == [["stdin"], []]
    assert [record.get("passed", 0) for record in run["inputs"]] == [0, 1]


@pytest.mark.parametrize("command", ["build", "extract"])
def test_nothing_on_standard_input_ends_in_one_line(tmp_path: Path, command: str) -> None:
    more = ["-o", tmp_path / "maps"] if command == "build" else []
    ended = call(command, "-", *more, given="")
    assert ended.exit_code == 1
    assert "-: it is empty" in ended.stderr and "Error: no article could be read." in ended.stderr
    assert not (tmp_path / "maps").exists()


def test_rows_left_out_are_told_on_standard_error_in_run_json_and_on_the_page(tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text(f'id,date,text\n1,2024-12-21,"{WORDS}"\n2,2024-12-21,{WORDS}\n', encoding="utf-8")
    reason = "1 row left out: row 2 has 5 cells for 3 columns"
    ended = call("build", table, "-o", tmp_path / "maps")
    assert ended.exit_code == 0
    assert f"read in part: {table}: {reason}" in ended.stderr
    (record,) = json.loads((tmp_path / "maps" / "run.json").read_text(encoding="utf-8"))["inputs"]
    assert (record["status"], record["reason"], record["left_out"]) == ("read", reason, 1)
    assert f"Not read of news.csv: {reason}." in (tmp_path / "maps" / "map.html").read_text(encoding="utf-8")
    assert f"read in part: {table}: {reason}" in call("extract", "--jsonl", table).stderr


def test_a_list_of_addresses_is_refused(tmp_path: Path) -> None:
    urls = tmp_path / "urls.txt"
    urls.write_text("https://news.example/1\nhttps://news.example/2\n", encoding="utf-8")
    ended = call("extract", urls)
    assert ended.exit_code == 1
    assert f"failed: {urls}: it holds addresses and no articles; nothing is fetched" in ended.stderr


PARAGRAPHS = (
    "<p>Related: Hospital in Kusong</p><ul><li>Kangdong County</li></ul>"
    "<p>North Korea inaugurated regional-industry factories on Friday</p><p>in the capital region.</p>"
)
SAME = [
    (WORDS, "plain"),
    (f"<p>{WORDS}</p>", "a paragraph of HTML"),
    (f"<div><b>{WORDS}</b><br><br></div>", "in bold"),
    (WORDS.replace(" ", "&nbsp;"), "blanks that do not break"),
    (WORDS.replace("-", "&#45;"), "an entity"),
]


@pytest.mark.parametrize(("text", "why"), SAME, ids=[why for _, why in SAME])
def test_html_in_a_cell_gives_what_plain_text_gives(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "n.jsonl").write_text(json.dumps({**ROWS[0], "text": text}), encoding="utf-8")
    (found,) = json.loads(call("extract", tmp_path / "n.jsonl").stdout)
    (event,) = found["events"]
    assert (event["name"], event["date"], event["evidence"]["text"]) == ("Songchon", "2024-12-20", WORDS), why


def test_paragraphs_of_a_cell_invent_no_event(tmp_path: Path) -> None:
    (tmp_path / "n.jsonl").write_text(
        json.dumps({"date": "2024-12-21", "text": PARAGRAPHS}), encoding="utf-8"
    )
    (found,) = json.loads(call("extract", tmp_path / "n.jsonl").stdout)
    assert found["events"] == []
