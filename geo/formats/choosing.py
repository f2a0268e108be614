"""Which formats there are, by name and by suffix, and the files that each of them is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import PathLike
from pathlib import Path

from geo.boundaries import Ground, OwnBoundaries
from geo.errors import InputError
from geo.formats.geopackage import geopackage
from geo.formats.kmz import kmz
from geo.formats.layers import NAMES, Layers, layers_of
from geo.formats.parquet import parquet
from geo.formats.sheets import workbook
from geo.formats.texts import csv_file, csv_metadata, geojson, topojson
from geo.formats.vectors import flatgeobuf
from geo.models import Run
from geo.text import several, write_files

Content = str | bytes
WHOLE: dict[str, Callable[[Layers], Content]] = {
    "gpkg": geopackage,
    "kmz": kmz,
    "topojson": topojson,
    "xlsx": workbook,
}
"""Formats with every layer in one file."""
SINGLE: dict[str, Callable[[Layers, str], Content]] = {
    "csv": csv_file,
    "fgb": flatgeobuf,
    "geojson": geojson,
    "parquet": parquet,
}
"""Formats with one layer in a file."""
FORMATS: tuple[str, ...] = tuple(sorted((*WHOLE, *SINGLE)))
"""Each is the suffix of its files, too."""
STEM = "factorymap"
METADATA = "-metadata.json"
"""What follows the name of a CSV file in that of its description, by the recommendation CSV on the Web."""


def format_of_file(path: str | PathLike[str], format: str | None = None) -> str:
    """The format that is named, or that of a file's suffix; InputError if there is none of them."""
    chosen = (Path(path).suffix.removeprefix(".") if format is None else format).lower()
    if chosen not in FORMATS:
        what = f"format {format!r}" if format is not None else f"'{path}': a suffix {Path(path).suffix!r}"
        raise InputError(f"{what} is not written. Choose of: {', '.join(FORMATS)}.")
    return chosen


def export_names(formats: Iterable[str]) -> tuple[str, ...]:
    """Names of the files that `rendered` gives for some formats; InputError for an unknown one."""
    names: list[str] = []
    for format in dict.fromkeys(several(formats, "formats")):
        format_of_file("", format)
        if format in WHOLE:
            names.append(f"{STEM}.{format}")
            continue
        for layer in NAMES:
            name = f"{STEM}-{layer}.{format}"
            names += [name, f"{name}{METADATA}"] if format == "csv" else [name]
    return tuple(names)


def rendered(layers: Layers, formats: Iterable[str]) -> dict[str, Content]:
    """File name -> content of every file of some formats, in the order of `export_names`."""
    return {name: _content(layers, name.removesuffix(METADATA), name) for name in export_names(formats)}


def rendered_file(layers: Layers, path: str | PathLike[str], format: str) -> dict[str, Content]:
    """The same for one file; in a format of one layer, it is that which the name of the file tells."""
    name = Path(path).name
    files = {name: _content(layers, f"{_layer_of(name)}.{format}", name)}
    if format == "csv":
        files[f"{name}{METADATA}"] = csv_metadata(layers, _layer_of(name), name)
    return files


def export(
    run: Run,
    path: str | PathLike[str],
    *,
    format: str | None = None,
    boundaries: OwnBoundaries | Ground | None = None,
    columns: str = "own",
) -> Path:
    """
    Write a run into one file for other tools; coordinates are WGS84 degrees, longitude first.

    Parameters
    ----------
    path
        Its suffix says the format (`FORMATS`). `gpkg`, `kmz`, `topojson` and `xlsx` hold everything; `csv`,
        `fgb`, `geojson` and `parquet` one layer: counties or reports if the file's name says so, else
        announcements.
        A CSV file gets its description (types, credits) beside it.
    format
        The format, where the suffix does not say it.
    boundaries
        County lines in place of the shipped ones, as for `geo.make_map`.
    columns
        `own`, or `cod` for OCHA's names.

    Raises
    ------
    InputError
        If there is no such format, a library for it is not installed, a folder stands where the file is to
        go, or boundaries or columns cannot be used.
    OSError
        If the file cannot be written.
    """
    chosen = format_of_file(path, format)
    layers = layers_of(run, boundaries=boundaries, columns=columns)
    write_files(rendered_file(layers, path, chosen), Path(path).parent)
    return Path(path)


def _content(layers: Layers, named: str, name: str) -> Content:
    """One file: its format is the suffix of `named`, its layer in the stem."""
    stem, _, format = named.rpartition(".")
    if name.endswith(METADATA):
        return csv_metadata(layers, _layer_of(stem), named)
    return WHOLE[format](layers) if format in WHOLE else SINGLE[format](layers, _layer_of(stem))


def _layer_of(name: str) -> str:
    """The layer that the name of a file tells; announcements if it tells none."""
    return next((layer for layer in ("counties", "reports") if layer in name.lower()), "announcements")
