"""A desk that is killed: what was answered stands in the file. More kills: make kill-test."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from geo.cli import cli
from tests.desk.killing import kill
from tests.desk.served import Client, process, write_articles


def test_kills_lose_no_decision(tmp_path: Path) -> None:
    counts = kill(tmp_path, kills=3, seed=7)
    assert counts["answered"] > 0
    assert (counts["lost"], counts["twice"]) == (0, 0)


def test_the_command_serves_what_it_says(tmp_path: Path) -> None:
    articles, file = write_articles(tmp_path / "articles"), tmp_path / "articles" / "decisions.csv"
    file.write_text("decision,key,reason\nreject,e-0123456789,gone\n", encoding="utf-8")
    with process(articles, file, "--by", "B. Analyst", "--language", "ko") as (address, _):
        client = Client(address)
        state = client.get("/api/state")
        assert state["items"][0]["kind"] == "decision" and len(state["projects"]) >= 2
        assert client.decide({"decision": "accept", "key": state["items"][1]["key"]})[0] == 200
        _, _, page = client.ask("GET", "/")
        assert b'data-lang="ko"' in page
    assert ",B. Analyst," in file.read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles")
    where = tmp_path / "nowhere" / "d.csv"
    ended = CliRunner().invoke(cli, ["review", str(articles), "--decisions", str(where), "--no-browser"])
    assert ended.exit_code == 1 and "is no folder" in ended.output


def test_a_file_that_cannot_be_used_is_told_before_anything_is_served(tmp_path: Path) -> None:
    articles, file = write_articles(tmp_path / "articles"), tmp_path / "d.csv"
    file.write_text("decision,key\nacept,e-0123456789\n", encoding="utf-8")
    ended = CliRunner().invoke(cli, ["review", str(articles), "--decisions", str(file), "--no-browser"])
    assert ended.exit_code == 1 and "line 2, column decision: 'acept' is none of" in ended.output
