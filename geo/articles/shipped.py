"""What a run reads: files and folders that a user names, one article from a pipe, or the shipped articles."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from geo.articles.given import Given, Paths, read_document, read_frame, read_given_text, with_free_ids
from geo.articles.limits import check_size
from geo.articles.listing import Input, list_inputs
from geo.articles.reading import Read, read_articles, read_content
from geo.errors import InputError
from geo.models import InputRecord
from geo.text import several

SHIPPED = "factorymap:articles"
"""How the shipped articles are named in results, wherever the package is installed."""
OUTPUTS = (
    "map.html",
    "embed.html",
    "announcements.csv",
    "announcements.geojson",
    "counties.geojson",
    "mentions.csv",
    "review.csv",
    "run.json",
    "factorymap.xlsx",
    "factorymap-announcements.csv",
    "factorymap-counties.csv",
    "factorymap-reports.csv",
    "factorymap-announcements.parquet",
    "factorymap-counties.parquet",
    "factorymap-reports.parquet",
)
"""What a build writes that could be taken for articles."""


def listed(paths: Paths) -> list[str | os.PathLike[str]]:
    """One path or several as a list."""
    return [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)


def named_inputs(paths: Paths | None = None) -> list[tuple[Input, str]]:
    """
    Every file that the user's paths name, or the shipped articles, and how it is called in results.

    What an earlier build has written into one of the folders is no input and is left out.
    """
    if paths is None:
        shipped = list_inputs([_shipped_folder()])
        return [(one, f"{SHIPPED}/{Path(one.path).name}") for one in shipped]
    listed_inputs = list_inputs(several(listed(paths), "paths"))
    return [(one, one.path) for one in listed_inputs if not is_output(one.path)]


def read_inputs(paths: Paths | None = None, *, max_size: int | None = None) -> Iterator[Read]:
    """
    Records and documents of the user's files, or of the shipped articles; see `read_articles`.

    What an earlier build has written into one of the folders is no input and is left out.
    """
    if paths is None:
        yield from _read_shipped()
        return
    for record, documents in read_articles(listed(paths), max_size=max_size):
        if not is_output(record.path):
            yield record, documents


def loose_inputs(
    given: Given, ids: Iterable[str] = (), *, columns: Mapping[str, str] | None = None
) -> Iterator[Read]:
    """
    Records and documents of what somebody gave that lies in no file: documents, a table, texts.

    Ids are unique among them and `ids`. InputError if `columns` does not fit the table.
    """
    if columns and given.frame is None:
        raise InputError("columns are those of a DataFrame, and none was given.")
    table = () if given.frame is None else (read_frame(given.frame, columns),)
    texts = (read_given_text(text, number) for number, text in enumerate(given.texts, 1))
    return with_free_ids(chain(map(read_document, given.documents), table, texts), ids)


def read_piped(content: bytes) -> Read:
    """
    What comes from standard input: an article, or several of whatever kind a file may have.

    Their path is `-`, their id `stdin`, of several with a number.
    """
    try:
        return read_content(check_size(content), "-", "stdin")
    except InputError as error:
        return InputRecord("-", "failed", str(error)), ()


def _shipped_folder() -> Path:
    """Where the shipped articles lie on this machine."""
    from importlib.resources import files

    return Path(str(files("geo") / "data" / "articles"))


def _read_shipped() -> Iterator[Read]:
    """The shipped articles, named alike wherever the package is installed."""
    for record, documents in read_articles([_shipped_folder()]):
        path = f"{SHIPPED}/{Path(record.path).name}"
        yield replace(record, path=path), tuple(replace(document, path=path) for document in documents)


def is_output(path: str) -> bool:
    """Whether a build has written the file: it is named so and lies beside the record of a run."""
    folder, name = os.path.split(path)
    if name not in OUTPUTS:
        return False
    try:
        run = json.loads(Path(folder, "run.json").read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(run, dict) and "factorymap" in run
