"""What a run reads: files and folders that a user names, one article from a pipe, or the shipped articles."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import resources
from itertools import chain
from pathlib import Path

from geo.articles.given import Given, Paths, read_document, read_frame, read_given_text, with_free_ids
from geo.articles.limits import check_size
from geo.articles.listing import list_inputs
from geo.articles.notices import with_notices
from geo.articles.reading import Read, read_articles, read_content
from geo.errors import InputError
from geo.models import InputRecord

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
)
"""What a build writes that could be taken for articles."""


def listed(paths: Paths) -> list[str | os.PathLike[str]]:
    """One path or several as a list."""
    return [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)


def read_inputs(paths: Paths | None = None, *, max_size: int | None = None) -> Iterator[Read]:
    """
    Records and documents of the user's files, or of the shipped articles; see `read_articles`.

    What an earlier build has written into one of the folders is no input and is left out.
    """
    if paths is None:
        yield from _read_shipped()
        return
    for record, documents in read_articles(listed(paths), max_size=max_size):
        if not _is_output(record.path):
            yield record, documents


def read_given(
    given: Given, *, columns: Mapping[str, str] | None = None, max_size: int | None = None
) -> Iterator[Read]:
    """
    Records and documents of what somebody gave: files first, then documents, a table, texts.

    Ids are unique in all of it. InputError if `columns` does not fit the table.
    """
    if columns and given.frame is None:
        raise InputError("columns are those of a DataFrame, and none was given.")
    if given.shipped:
        return _read_shipped()
    table = () if given.frame is None else (read_frame(given.frame, columns),)
    return with_free_ids(
        chain(
            read_inputs(given.paths, max_size=max_size),
            map(read_document, given.documents),
            table,
            (read_given_text(text, number) for number, text in enumerate(given.texts, 1)),
        )
    )


def count_inputs(paths: Paths | None = None) -> int:
    """How many inputs there are, for a progress bar."""
    return len(list_inputs([_shipped_folder()] if paths is None else listed(paths)))


def read_piped(content: bytes) -> Read:
    """
    What comes from standard input: an article, or several of whatever kind a file may have.

    Their path is `-`, their id `stdin`, of several with a number.
    """
    try:
        return with_notices(read_content(check_size(content), "-", "stdin"))
    except InputError as error:
        return InputRecord("-", "failed", str(error)), ()


def _shipped_folder() -> Path:
    """Where the shipped articles lie on this machine."""
    return Path(str(resources.files("geo") / "data" / "articles"))


def _read_shipped() -> Iterator[Read]:
    """The shipped articles, named alike wherever the package is installed."""
    for record, documents in read_articles([_shipped_folder()]):
        path = f"{SHIPPED}/{Path(record.path).name}"
        yield replace(record, path=path), tuple(replace(document, path=path) for document in documents)


def _is_output(path: str) -> bool:
    """Whether a build has written the file: it is named so and lies beside the record of a run."""
    folder, name = os.path.split(path)
    if name not in OUTPUTS:
        return False
    try:
        run = json.loads(Path(folder, "run.json").read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(run, dict) and "factorymap" in run
