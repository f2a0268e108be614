"""The documentation names what is there: every command, every target, every file."""

import re
import runpy
from pathlib import Path

import pytest

from geo.cli import cli
from tests import ROOT
from tests.decided import Archive

README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
PAGES = sorted(
    path.relative_to(ROOT)
    for pattern in ("*.md", "docs/*.md", "data/*.md", "maps/*.md", "benchmark/**/*.md")
    for path in ROOT.glob(pattern)
)


def _words(text: str) -> list[str]:
    """Words, whatever the line breaks; they differ with the version of click."""
    return text.split()


def test_the_command_line_reference_is_that_of_the_commands() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "make_cli.py"))["cli_page"]()
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert _words(written) == _words(page), "docs/cli.md is out of date: make docs"


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_script_of_an_analyst_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (script,) = re.findall(r"```python analyst\n(.*?)```", README, re.DOTALL)
    assert len([line for line in script.splitlines() if line.strip()]) == 10
    monkeypatch.chdir(tmp_path)
    exec(compile(script, "README.md", "exec"), {})
    assert {path.name for path in tmp_path.iterdir()} == {"counties.gpkg", "projects.kmz", "map.html"}


def test_the_readme_counts_as_the_build_does(shipped: Archive) -> None:
    told = set(re.findall(r"\d+ announcements from \d+ articles", README))
    run = shipped.plain
    assert told == {f"{len(run.announcements)} announcements from {len(run.documents)} articles"}


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_is_in_the_readme_and_the_reference(command: str) -> None:
    assert f"factorymap {command}" in README
    assert f"## factorymap {command}\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_commands_and_targets_that_a_page_names_exist(page: Path) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    commands = set(re.findall(r"(?:^ {4}\$? ?|`|^\$ )factorymap ([a-z]\w*)", text, re.MULTILINE))
    assert commands <= set(cli.commands), f"{page} names unknown commands"
    targets = set(re.findall(r"(?:^ {4}\$? ?|`|^\$ )make ([a-z][a-z-]*)", text, re.MULTILINE))
    assert targets <= TARGETS, f"{page} names unknown targets"


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    missing = [target for target in linked if not (ROOT / page.parent / target).exists()]
    assert not missing, f"{page} links to {missing}"
