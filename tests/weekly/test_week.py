"""The weekly round: a first edition, a second one beside it, what a scheduler learns from the exit code."""

from __future__ import annotations

import functools
import json
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from geo.cli import cli
from geo.fetching import FetchOptions
from geo.publishing import publish
from geo.text import sole_writer
from geo.weekly import rounds
from tests import ROOT

ARTICLES = ROOT / "examples" / "articles"
DONE = """TITLE: Hospital inaugurated
DATE: 2026-03-02
SOURCE: Example Agency
URL: https://example.org/news/1

A hospital was inaugurated in Songchon County, South Phyongan Province, on March 1.
"""
OPEN = DONE.replace("Songchon County, South Phyongan Province,", "Unsan County").replace("news/1", "news/2")

HOLDER = """\
import sys, time
from geo.text import sole_writer
with sole_writer(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments])


def told(result: Result) -> dict[str, str]:
    """What each of the ten lines says."""
    lines = result.stdout.splitlines()
    assert len(lines) == 10, result.output
    return {line[:11].strip(): line[11:] for line in lines}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for rounds, with articles."""
    place = tmp_path / "rounds"
    assert run("week", place, "--init").exit_code == 0
    shutil.copytree(ARTICLES, place / "articles", dirs_exist_ok=True)
    return place


def change(folder: Path, name: str, value: str) -> None:
    """Change a line of week.toml."""
    file = folder / "week.toml"
    text, number = re.subn(
        rf"(?m)^{name} = .*$", lambda _: f"{name} = {value}", file.read_text(encoding="utf-8")
    )
    assert number == 1
    file.write_text(text, encoding="utf-8")


def files_of(place: Path) -> dict[str, bytes]:
    return {p.relative_to(place).as_posix(): p.read_bytes() for p in place.rglob("*") if p.is_file()}


def test_two_weeks_the_second_tells_what_is_new(folder: Path) -> None:
    first = run("week", folder, "--date", "2026-02-23")
    assert first.exit_code == 0, first.output
    assert told(first)["Changes"] == "none to tell: this is the first edition"
    assert told(first)["Fetched"] == "nothing: no sources, or --no-fetch"
    (folder / "articles" / "done.txt").write_text(DONE, encoding="utf-8")
    second = run("week", folder, "--date", "2026-03-02")
    assert second.exit_code == 0, second.output
    assert told(second)["Changes"] == "since 2026-02-23: 1 new"
    edition = folder / "editions" / "2026-03-02"
    assert "Songchon, South Phyongan [KP0717], hospital 2026" in (edition / "changes.txt").read_text("utf-8")
    assert json.loads((edition / "changes.json").read_text("utf-8"))["counts"]["new"] == 1
    assert {"map.html", "review.csv", "report.html", "run.json", "week.json"} <= files_of(edition).keys()


def test_a_round_of_the_same_day_again_changes_no_byte_and_names_no_machine(
    folder: Path,
) -> None:
    assert run("week", folder, "--date", "2026-02-23").exit_code == 0
    before = files_of(folder / "editions")
    assert run("week", folder, "--date", "2026-02-23").exit_code == 0
    assert files_of(folder / "editions") == before
    assert not any(str(folder).encode() in content for content in before.values())


def test_without_news_the_week_is_done_with_0_and_says_so(folder: Path) -> None:
    assert run("week", folder, "--date", "2026-02-23").exit_code == 0
    second = run("week", folder, "--date", "2026-03-02", "--strict")
    assert second.exit_code == 0 and told(second)["Changes"] == "since 2026-02-23: nothing changed"
    assert told(second)["Review"].endswith("0 of them new, 0 of these of high importance")


def test_something_new_for_a_person_ends_with_4_where_it_is_asked_for(folder: Path) -> None:
    assert run("week", folder, "--date", "2026-02-23").exit_code == 0
    (folder / "articles" / "open.txt").write_text(OPEN, encoding="utf-8")
    assert run("week", folder, "--date", "2026-03-02").exit_code == 0
    again = run("week", folder, "--date", "2026-03-02", "--strict")
    assert again.exit_code == 4 and not told(again)["Review"].endswith("0 of these of high importance")
    third = run("week", folder, "--date", "2026-03-09", "--strict")
    assert third.exit_code == 0, "what the last edition had is not new"


def test_a_decision_is_heeded_and_one_that_no_longer_fits_needs_eyes(folder: Path) -> None:
    (folder / "decisions.csv").write_text(
        "decision,key,reason\nreject,e-0123456789,said of another county\n", encoding="utf-8"
    )
    ended = run("week", folder, "--date", "2026-02-23", "--strict")
    assert ended.exit_code == 4
    assert told(ended)["Decisions"] == "0 applied, 1 refused or no longer fitting"


def test_an_input_that_fails_ends_with_3_and_everything_else_is_written(folder: Path) -> None:
    (folder / "articles" / "broken.json").write_text("{", encoding="utf-8")
    ended = run("week", folder, "--date", "2026-02-23", "--strict")
    assert ended.exit_code == 3 and told(ended)["Read"].endswith("1 inputs failed or were read in part")
    assert (folder / "editions" / "2026-02-23" / "week.json").is_file()


def test_an_edition_that_was_interrupted_is_nothing_to_compare_with_and_is_done_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("week", folder, "--date", "2026-02-16").exit_code == 0

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(rounds, "write_report", interrupted)
        assert run("week", folder, "--date", "2026-02-23").exit_code == 130
    assert not (folder / "editions" / "2026-02-23" / "week.json").exists()
    assert told(run("week", folder, "--date", "2026-03-02"))["Changes"].startswith("since 2026-02-16")
    assert run("week", folder, "--date", "2026-02-23").exit_code == 0
    assert told(run("week", folder, "--date", "2026-03-02"))["Changes"].startswith("since 2026-02-23")


def test_a_round_that_is_killed_is_ended_by_the_next(folder: Path) -> None:
    command = [sys.executable, "-m", "geo", "week", str(folder), "--date", "2026-02-23"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stderr
        for line in child.stderr:
            if line.startswith("Writing report.html"):
                child.send_signal(signal.SIGKILL)
                break
    assert not (folder / "editions" / "2026-02-23" / "week.json").exists()
    assert run("week", folder, "--date", "2026-02-23").exit_code == 0


def test_two_rounds_at_once_are_refused(folder: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout and child.stdout.readline() == b"held\n"
        ended = run("week", folder, "--date", "2026-02-23")
        child.kill()
    assert ended.exit_code == 1 and "is being written by process" in ended.stderr
    with sole_writer(folder):
        pass


def test_on_request_a_folder_is_published_whose_feed_goes_on(folder: Path) -> None:
    change(folder, "publish", "true")
    change(folder, "address", '"https://example.org/factories/"')
    assert told(run("week", folder, "--date", "2026-02-23"))["Published"] == "public/index.html"
    (folder / "articles" / "done.txt").write_text(DONE, encoding="utf-8")
    assert run("week", folder, "--date", "2026-03-02").exit_code == 0
    assert (folder / "public" / "changes.atom").read_text("utf-8").count("<entry>") == 2
    shutil.rmtree(folder / "public")
    assert run("week", folder, "--date", "2026-03-02").exit_code == 0
    assert "<title>New: Songchon" in (folder / "public" / "changes.atom").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("articles", '"articles"', "articles is a list of texts"),
        ("publish", '"yes"', "publish is true or false"),
        ("stated_from", "true", "stated_from is a number"),
        ("stated_from", "2", "from 0 to 1"),
        ("title", "3", "title is a text"),
        ("language", '"de"', "does not speak 'de'"),
        ("address", '"example.org"', "is no address of the web"),
        ("formats", '["doc"]', "format 'doc' is not written"),
        ("report", '["../report.html"]', "is a name of a file, without a folder"),
        ("report", '["report.txt"]', "report.txt"),
        ("decisions", '"mine.csv"', "decisions = 'mine.csv' is not there"),
        ("weights", '"w.csv"', "weights = 'w.csv' is not there"),
        ("articles", '["nowhere"]', "there is nothing to read: neither nowhere nor fetched pages"),
        ("titel", "", "'titel' is not known. Did you mean title?"),
        ("a", "=", "is no TOML"),
    ],
)
def test_a_setting_that_is_none_is_told_in_one_line_and_nothing_is_written(
    name: str, value: str, message: str, folder: Path
) -> None:
    file = folder / "week.toml"
    if name in file.read_text(encoding="utf-8") and name != "a":
        change(folder, name, value)
    else:
        file.write_text(f"{name} = {value or chr(34) * 2}\n", encoding="utf-8")
    ended = run("week", folder, "--date", "2026-02-23")
    assert ended.exit_code == 1, ended.output
    errors = [line for line in ended.stderr.splitlines() if line.startswith("Error:")]
    assert len(errors) == 1 and message in errors[0]
    assert not (folder / "editions").exists()


def test_a_wrong_call_is_2_and_a_folder_without_settings_says_how_to_begin(tmp_path: Path) -> None:
    assert run("week").exit_code == 2
    ended = run("week", tmp_path / "new")
    assert ended.exit_code == 1 and f"factorymap week {tmp_path / 'new'} --init" in ended.stderr
    assert not (tmp_path / "new").exists()
    assert run("week", tmp_path, "--init").exit_code == 0
    assert "is there already" in run("week", tmp_path, "--init").stderr
    ended = run("week", tmp_path, "--date", "Monday")
    assert ended.exit_code == 1 and "'Monday' is no day of an edition" in ended.stderr


# ---- with a server ----------------------------------------------------------------------------------------


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server on this machine and the folder that it serves."""
    served = tmp_path / "served"
    served.mkdir()
    handler = functools.partial(Quiet, directory=str(served))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_address[1]}", served
        made.shutdown()


def test_pages_are_fetched_read_and_kept_and_a_source_that_fails_ends_with_3(
    folder: Path, server: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    private = functools.partial(FetchOptions, allow_private=True, rate=600, retries=0)
    monkeypatch.setattr(rounds, "FetchOptions", private)
    address, served = server
    text = "A hospital was inaugurated in Songchon County, South Phyongan Province, North Korea, on March 1. "
    (served / "page.html").write_text(
        "<html><head><title>Hospital inaugurated</title><meta property='article:published_time' "
        f"content='2026-03-02'></head><body><article><h1>Hospital inaugurated</h1><p>{text}</p>"
        f"<p>{'Doctors and nurses moved in with new equipment, the report said. ' * 5}</p></article>"
        "</body></html>",
        encoding="utf-8",
    )
    change(folder, "sources", f'["{address}/page.html"]')
    assert run("week", folder, "--no-fetch", "--date", "2026-02-23").exit_code == 0
    second = run("week", folder, "--date", "2026-03-02")
    assert second.exit_code == 0, second.output
    assert told(second)["Fetched"] == "1 new pages, 0 refused, 0 failed"
    assert told(second)["Changes"] == "since 2026-02-23: 1 new"
    change(folder, "sources", '["http://127.0.0.1:9/feed"]')
    third = run("week", folder, "--date", "2026-03-09")
    assert third.exit_code == 3 and "1 failed" in told(third)["Fetched"]
    assert told(third)["Changes"] == "since 2026-03-02: nothing changed", "what was fetched is kept"


# ---- for schedulers ---------------------------------------------------------------------------------------


def blocks(kind: str) -> list[tuple[str, str]]:
    """Name and content of the files that the page shows."""
    text = (ROOT / "docs" / "week.md").read_text(encoding="utf-8")
    return re.findall(rf"^`([^`\n]+)`:\n\n```{kind}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def test_the_workflow_is_yaml_that_runs_the_round_and_keeps_its_state() -> None:
    ((name, content),) = blocks("yaml")
    assert name == ".github/workflows/week.yml"
    workflow = yaml.safe_load(content)
    assert workflow[True]["schedule"][0]["cron"].split()[4] == "1", "on: is true in YAML 1.1"
    steps = workflow["jobs"]["week"]["steps"]
    commands = "\n".join(step.get("run", "") for step in steps)
    assert "factorymap week" in commands and "git push" in commands
    assert {step["uses"].split("@")[0] for step in steps if "uses" in step} >= {
        *("actions/checkout", "actions/setup-python", "actions/upload-pages-artifact"),
    }
    assert workflow["permissions"] == {"contents": "write", "pages": "write", "id-token": "write"}


def test_the_units_are_such_as_systemd_takes(tmp_path: Path) -> None:
    units = {
        Path(name).name: content for name, content in blocks("text") if name.endswith((".service", ".timer"))
    }
    assert set(units) == {"factorymap-week.service", "factorymap-week.timer"}
    assert "SuccessExitStatus=3 4" in units["factorymap-week.service"]
    assert re.search(r"^OnCalendar=Mon ", units["factorymap-week.timer"], re.MULTILINE)
    for content in units.values():
        for line in content.splitlines():
            assert not line or re.fullmatch(r"\[\w+\]|\w+=.*", line), line
    if analyse := shutil.which("systemd-analyze"):
        for name, content in units.items():
            (tmp_path / name).write_text(content.replace("/usr/local/bin/factorymap", sys.executable))
        checked = subprocess.run(
            [analyse, "verify", *map(str, tmp_path.glob("*.*"))], capture_output=True, text=True
        )
        assert checked.returncode == 0, checked.stderr


def test_what_a_scheduler_is_told_stands_in_the_help_and_on_the_page() -> None:
    page = (ROOT / "docs" / "week.md").read_text(encoding="utf-8")
    for code in ("0", "1", "2", "3", "4"):
        assert f"| {code} |" in page
        assert re.search(rf"^ +{code}    ", run("week", "--help").stdout, re.MULTILINE)


def test_publishing_is_the_same_as_by_hand() -> None:
    assert rounds.publish is publish
