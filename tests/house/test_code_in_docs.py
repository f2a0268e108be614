"""
Every block of code in README and docs runs.

Python blocks, and lines of four blanks that begin with `factorymap`, run page by page in a folder that has
what they speak of; a block of `console` also shows what is printed. Files that stand with their
name before them are written. `elsewhere` after `python` marks what needs what the tests do not install.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import zstandard
from click.testing import CliRunner
from openpyxl import Workbook

import geo
from geo.boundaries import county_layer
from geo.cli import cli
from tests import ROOT
from tests.learning.made import write_decisions, write_mills

SKIPPED = {"cli.md", "accuracy.md", "api.md"}
"""Written by programs, or without code."""
PAGES = [ROOT / "README.md", *sorted(p for p in (ROOT / "docs").glob("*.md") if p.name not in SKIPPED)]
_BLOCK = re.compile(
    r"(?:^`(?P<file>[\w/.-]+)`:\n\n)?^```(?P<kind>[a-z ]+)\n(?P<code>.*?)^```$"
    r"|^ {4}(?P<command>factorymap [^\n]+)$",
    re.DOTALL | re.MULTILINE,
)
DECISIONS = "decision,document,new_date,reason\ncorrect,kusong,2025-12-13,the day is right\n"
LINE = '{"type": "LineString", "coordinates": [[126.1, 39.3], [125.9, 39.1]]}'
SITES = (
    ("county", "province", "Facility", "Stage", "Date"),
    ("Kusong", "North Phyongan", "hospital", "completed", "2025-12-13"),
    ("성천군", "평안남도", "regional-industry factories", "groundbreaking", "2024-02-28"),
)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles, tables, boundaries and two builds, under the names that the pages use."""
    folder = tmp_path_factory.mktemp("furnished")
    shutil.copytree(ROOT / "examples" / "articles", folder / "articles")
    shutil.copy(folder / "articles" / "songchon.txt", folder / "article.txt")
    (folder / "decisions.csv").write_text(DECISIONS, encoding="utf-8")
    (folder / "sites.csv").write_text("\n".join(map(",".join, SITES)), encoding="utf-8")
    book = Workbook()
    book.active.title = "2025"
    for row in SITES:
        book.active.append(row)
    book.save(folder / "sites.xlsx")
    for name in ("prk_adm2", "prk_admbnda_adm2"):
        county_layer().reset_index(names="ADM2_PCODE")[["ADM2_PCODE", "geometry"]].to_file(
            folder / f"{name}.shp"
        )
    write_mills(folder / "mills")
    said = {"completed": "accept", "under_construction": "reject"}
    write_decisions(folder / "mills", said, folder / "mill-decisions.csv")
    shutil.copytree(folder / "articles", folder / "more")
    lines = json.dumps({"text": "Bread is dearer."}) + "\n"
    (folder / "news.jsonl.zst").write_bytes(zstandard.compress(lines.encode()))
    (folder / "style.toml").write_text('credits = "Graphic: Our Desk"\n', encoding="utf-8")
    (folder / "points.csv").write_text("name,county,lat,lon\nMill,Songchon,39.233,126.21\n", encoding="utf-8")
    for name in ("rivers", "roads"):
        (folder / f"{name}.geojson").write_text(LINE, encoding="utf-8")
    for name, paths in {"maps-december": ["articles/songchon.txt"], "maps-january": ["articles"]}.items():
        geo.write_outputs(geo.build([folder / path for path in paths]), folder / name)
    return folder


def blocks(page: Path) -> Iterator[re.Match[str]]:
    """What of a page is code, and files that it names, in order."""
    return _BLOCK.finditer(page.read_text(encoding="utf-8"))


def run_command(line: str) -> str:
    """What a command prints, on both streams in their order; `>` writes a file."""
    words, _, file = (part.strip() for part in line.partition(">"))
    shown = CliRunner().invoke(cli, shlex.split(words)[1:])
    assert shown.exit_code == 0, f"{line}\n{shown.output}"
    if file:
        Path(file).write_text(shown.stdout, encoding="utf-8")
    return shown.output


def check_console(code: str) -> None:
    """Each `$` line prints what stands below it; `...` is any number of lines."""
    lines = code.splitlines()
    starts = [at for at, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in pairwise([*starts, len(lines)]):
        printed = run_command(lines[start][2:]).rstrip().splitlines()
        told = "\n".join(lines[start + 1 : end]).rstrip()
        wanted = "".join(
            r"(?s:.*)" if line == "..." else re.escape(line) + r"\n?" for line in told.splitlines()
        )
        assert re.fullmatch(wanted, "\n".join(printed)), f"{lines[start]}\n" + "\n".join(printed)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("page", [page for page in PAGES if any(blocks(page))], ids=lambda page: page.name)
def test_the_code_of_a_page_runs(
    page: Path, furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(furnished, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in blocks(page):
        kind = block["kind"]
        if block["file"] and kind in ("text", "csv", "toml"):
            if block["file"] == "articles/unsan.txt":
                shutil.rmtree("articles")
            Path(block["file"]).parent.mkdir(parents=True, exist_ok=True)
            Path(block["file"]).write_text(block["code"], encoding="utf-8")
        elif kind in ("python", "python analyst"):
            exec(compile(block["code"], page.name, "exec"), names)
        elif kind == "console":
            check_console(block["code"])
        elif block["command"]:
            run_command(block["command"])


def test_a_block_that_is_wrong_is_found(
    furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(furnished)
    with pytest.raises(AssertionError):
        check_console("$ factorymap locate Songchon\nKP0000 Nowhere\n")
    with pytest.raises(AssertionError):
        run_command("factorymap build nowhere/")


def test_every_fence_says_what_it_holds() -> None:
    """Only such fences can be told to be code or not."""
    known = {
        "python",
        "python analyst",
        "python elsewhere",
        "console",
        "text",
        "csv",
        "json",
        "html",
        "toml",
        "sh",
    }
    for page in PAGES:
        fences = re.findall(r"^```(.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)[::2]
        assert set(fences) <= known | {"mermaid", "yaml", "r"}, page.name
