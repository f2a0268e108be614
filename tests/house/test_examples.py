"""The notebook of `examples/` runs, and is committed with what it shows."""

from __future__ import annotations

import runpy
import shutil
import zipfile
from pathlib import Path

import nbformat
import pytest

from tests import ROOT

EXAMPLES = ROOT / "examples"
executed = runpy.run_path(str(ROOT / "docs" / "make_notebook.py"))["executed"]


def test_the_notebook_runs_from_articles_to_a_map_and_a_kmz(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(
        EXAMPLES, tmp_path / "examples", ignore=shutil.ignore_patterns("projects.*", "report.html")
    )
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    notebook = executed(tmp_path / "examples" / "analysis.ipynb")
    shown = [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", ())]
    assert any("image/png" in one and "<iframe" in one["text/html"] for one in shown)
    with zipfile.ZipFile(tmp_path / "examples" / "projects.kmz") as parts:
        assert "Songchon" in parts.read("doc.kml").decode()
    assert (tmp_path / "examples" / "projects.gpkg").is_file()
    assert "Songchon" in (tmp_path / "examples" / "report.html").read_text(encoding="utf-8")


def test_the_committed_notebook_is_executed_in_order_and_without_an_error() -> None:
    notebook = nbformat.read(EXAMPLES / "analysis.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert all(cell.outputs for cell in code)
    kinds = {output.output_type for cell in code for output in cell.outputs}
    assert "error" not in kinds
    told = {output.get("name") for cell in code for output in cell.outputs}
    assert "stderr" not in told
    assert str(ROOT) not in (EXAMPLES / "analysis.ipynb").read_text(encoding="utf-8")
