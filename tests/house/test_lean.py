"""The core does its main jobs without the libraries of the extras, and names the extra that brings a lack."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests import ROOT

BLOCKED = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {heavy}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Blocked())
import importlib.util
known = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name in {heavy} else known(name, package)
"""
HEAVY = {
    *("geopandas", "pandas", "pyogrio", "pyproj", "pyarrow", "xlsxwriter", "PIL", "typst", "docx"),
    *("fontTools", "pypdfium2", "zstandard", "matplotlib", "koreanize_matplotlib", "starlette", "uvicorn"),
    *("httpx", "httpcore", "feedparser", "protego", "warcio", "distributed", "dask"),
}
MAIN = """
import geo
from click.testing import CliRunner
from geo.cli import cli
def run(*words):
    shown = CliRunner().invoke(cli, words)
    assert shown.exit_code == 0, (words, shown.output, shown.exception)
    return shown.output
run("build", "articles", "-o", "maps")
run("report", "articles", "-o", "report.html", "-o", "report.md")
run("diff", "maps", "maps")
run("explain", "articles/songchon.txt")
run("extract", "--jsonl", "articles/songchon.txt")
run("sources")
assert "KP0717" in run("locate", "--csv", "names.csv", "--column", "county")
run("draw", "sites.csv", "-o", "drawn.html")
shown = CliRunner().invoke(cli, ["review", "articles", "--no-browser"])
assert shown.exit_code == 1 and "pip install 'factorymap[review]'" in shown.output, shown.output
assert "<iframe" in geo.make_map("articles")._repr_html_()
assert "table" in geo.build("articles")._repr_html_()
"""
ASKED = """
import geo
run = geo.build("articles")
for what, extra in (
    (lambda: run.announcements_gdf(), "gis"),
    (lambda: run.reports_gdf(), "gis"),
    (lambda: run.counties_gdf(), "gis"),
    (lambda: geo.counties(), "gis"),
    (lambda: geo.units(), "gis"),
    (lambda: geo.locate_all(["Songchon"]), "gis"),
    (lambda: geo.read_boundaries("lines.geojson"), "gis"),
    (lambda: geo.export(run, "a.gpkg"), "gis"),
    (lambda: geo.draw([1]), "gis"),
    (lambda: geo.write_report(run, "a.pdf"), "report"),
    (lambda: geo.write_report(run, "a.docx"), "report"),
    (lambda: geo.draw_picture(run, "a.png"), "pictures"),
    (lambda: geo.publish(run, "public"), "pictures"),
    (lambda: geo.fetch("https://example.org/", "pages"), "fetch"),
    (lambda: geo.build("pages.warc"), "fetch"),
):
    try:
        what()
    except geo.InputError as error:
        assert f"factorymap[{extra}]" in str(error), error
    else:
        raise AssertionError(extra)
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with articles and tables."""
    (tmp_path / "articles").mkdir()
    for path in (ROOT / "examples" / "articles").iterdir():
        (tmp_path / "articles" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "names.csv").write_text("county\nSongchon\n", encoding="utf-8")
    (tmp_path / "sites.csv").write_text("county,facility,stage,date\nKusong,hospital,completed,2025-12-13\n")
    (tmp_path / "lines.geojson").write_text("{}", encoding="utf-8")
    (tmp_path / "pages.warc").write_text("WARC/1.1\r\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", [MAIN, ASKED], ids=["what the core does", "what it asks for"])
def test_the_core_does_without_the_extras(jobs: str, place: Path) -> None:
    script = BLOCKED.format(heavy=HEAVY) + jobs
    command = [sys.executable, "-c", script]
    ended = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_no_library_of_an_extra_is_a_dependency_of_the_core() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    core = " ".join(project["dependencies"])
    assert not [name for name in ("geopandas", "pandas", "pyogrio", "pyarrow", "min>") if name in core]


def test_a_build_imports_neither_folium_nor_pandas(place: Path) -> None:
    """They take a second and half of the memory."""
    script = """
import sys
from click.testing import CliRunner
from geo.cli import cli
assert CliRunner().invoke(cli, ["build", "articles", "-o", "maps"]).exit_code == 0
assert not {"folium", "branca", "pandas"} & set(sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=place, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
