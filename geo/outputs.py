"""What a run is written to: the map, tables and layers, and the run's own record."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from importlib import metadata
from os import PathLike
from pathlib import Path

import folium

from geo import __version__
from geo.errors import InputError
from geo.exports import (
    announcements_csv,
    announcements_geojson,
    counties_geojson,
    mentions_csv,
    write_files,
)
from geo.layers import map_view
from geo.leftovers import proposed_aliases, unresolved_names
from geo.pipeline import Run, build
from geo.reading import Paths
from geo.render.mapview import render_map

LIBRARIES = ("ahocorasick_rs", "folium", "geopandas", "lxml", "shapely", "trafilatura")
"""Libraries whose version can change a result."""


def make_map(paths: Paths | None = None) -> folium.Map:
    """The map of articles, or of the shipped ones; it shows itself in a notebook, `.save(FILE)` writes it."""
    return map_of(build(paths))


def map_of(run: Run) -> folium.Map:
    """The map of a run that is there already."""
    return render_map(map_view(run.announcements, run.documents, run.inputs, mentions=run.mentions))


def write_outputs(run: Run, folder: str | PathLike[str]) -> tuple[Path, ...]:
    """
    Write map, tables, layers and the run's record into a folder, which is made if need be.

    Everything is rendered before the first file is replaced. Returns the files, the map first.

    Raises
    ------
    InputError
        If a folder stands where a file is to go.
    OSError
        If the folder cannot be written to.
    """
    files = render_outputs(run)
    for path in (Path(folder, name) for name in files):
        if path.is_dir():
            raise InputError(f"'{path}' is a folder where a file is to go. Choose another output folder.")
    return write_files(files, folder)


def render_outputs(run: Run) -> dict[str, str]:
    """File name -> content of every output, the map first."""
    return {
        "map.html": map_of(run).get_root().render(),
        "announcements.csv": announcements_csv(run.announcements),
        "announcements.geojson": announcements_geojson(run.announcements),
        "counties.geojson": counties_geojson(run.announcements),
        "mentions.csv": mentions_csv(run.documents, run.mentions),
        "run.json": json.dumps(run_record(run), ensure_ascii=False, indent=2) + "\n",
    }


def run_record(run: Run) -> dict[str, object]:
    """What run.json says: versions, options, counts, each input and its outcome; no clock, no machine."""
    return {
        "factorymap": __version__,
        "versions": {
            "python": platform.python_version(),
            **{name: metadata.version(name) for name in LIBRARIES},
        },
        "options": {"paths": run.paths},
        "counts": {
            "inputs": _counted(record.status for record in run.inputs),
            "documents": len(run.documents),
            "mentions": _counted(mention.outcome for mention in run.mentions),
            "events": _counted(event.stage for event in run.events),
            "announcements": _counted(one.stage for one in run.announcements),
        },
        "unresolved_names": [asdict(name) for name in unresolved_names(run.mentions)],
        "proposed_aliases": [asdict(alias) for alias in proposed_aliases(run.mentions)],
        "inputs": [asdict(record) for record in run.inputs],
    }


def _counted(values: Iterable[str]) -> dict[str, int]:
    """Value -> how often, in alphabetical order."""
    return dict(sorted(Counter(values).items()))
