"""Execute examples/analysis.ipynb and keep what it shows: python docs/make_notebook.py [NOTEBOOK]."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

EXAMPLE = Path(__file__).parents[1] / "examples" / "analysis.ipynb"


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook, run in its folder from the first cell to the last; an error of a cell is raised."""
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=120, resources=resources, record_timing=False).execute()
    notebook.metadata.pop("language_info", None)
    for cell in notebook.cells:
        cell.metadata.clear()
    return notebook


if __name__ == "__main__":
    file = Path(sys.argv[1]) if sys.argv[1:] else EXAMPLE
    nbformat.write(executed(file), file)
