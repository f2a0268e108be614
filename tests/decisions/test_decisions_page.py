"""docs/decisions.md is true: its example gives what it shows, its tables name what there is."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from geo.cli import cli
from geo.decisions.reading import READERS
from geo.models import DECISIONS, Status
from geo.review.records import KINDS
from tests import ROOT

PAGE = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"`([\w/]+\.(?:txt|csv))`:\n\n```\w+\n(.*?)```", PAGE, re.DOTALL))
COMMANDS = re.findall(r"^    factorymap (build .*)$", PAGE, re.MULTILINE)[1:]


def block(after: str) -> list[str]:
    """Lines of the first block of text after some words."""
    found = re.search(re.escape(after) + r".*?```text\n(.*?)```", PAGE, re.DOTALL)
    assert found, after
    return found[1].splitlines()


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def first_cells(heading: str) -> set[str]:
    """The codes in the first column of the table under a heading."""
    section = PAGE.split(heading)[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return {code for row in rows for code in re.findall(r"`(\w[\w ]*)`", row)}


def test_the_example_gives_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    assert len(FILES) == 4 and len(COMMANDS) == 2
    first = CliRunner().invoke(cli, COMMANDS[0].split())
    assert first.exit_code == 0, first.output
    plain = {path.name: path.read_bytes() for path in Path("maps").iterdir()}
    shown = re.findall(r"^\| (high|medium|low) \| (\w+) \| `(\S+)` \| (.*?) \| (.*?) \|$", PAGE, re.MULTILINE)
    columns = ("importance", "kind", "key", "doubt", "candidates")
    listed = rows_of(Path("maps/review.csv"))
    assert [tuple(row[c].replace("|", "/") for c in columns) for row in listed] == shown
    second = CliRunner().invoke(cli, COMMANDS[1].split())
    assert second.exit_code == 0, second.output
    assert second.stderr.splitlines()[:-1] == block("The second build says what it did")
    (left,) = rows_of(Path("maps/review.csv"))
    assert left["kind"] == "decision"
    announced = rows_of(Path("maps/announcements.csv"))
    (unsan,) = [row["decision"] for row in announced if row["pcode"] == "KP0720"]
    assert [unsan] == block("its `decision` is")
    Path("decisions.csv").unlink()
    assert CliRunner().invoke(cli, COMMANDS[0].split()).exit_code == 0
    assert {path.name: path.read_bytes() for path in Path("maps").iterdir()} == plain


def test_the_errors_are_those_that_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [
        "decision,key,new_place,reason",
        "accept,d-0123456789,,",
        "correct,e-0123456789,Unsan,why",
        "acept,,,",
    ]
    Path("decisions.csv").write_text("\n".join(rows), encoding="utf-8")
    ended = CliRunner().invoke(cli, ["build", "--decisions", "decisions.csv"])
    assert ended.stderr.splitlines() == block("each bad cell in a line")


def test_the_tables_name_what_there_is() -> None:
    assert first_cells("## review.csv") == {"kind", *KINDS}
    told = first_cells("## The decisions file")
    assert told == {*DECISIONS, *READERS}
    assert first_cells("## What cannot be used") == set(get_args(Status))
