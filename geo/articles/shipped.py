"""What a run reads: files and folders that a user names, one article from a pipe, or the shipped articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import resources
from os import PathLike
from pathlib import Path

from geo.articles.listing import list_inputs
from geo.articles.notices import with_notices
from geo.articles.reading import Read, read_articles
from geo.articles.textfiles import read_text
from geo.articles.webpages import read_page
from geo.errors import InputError
from geo.models import InputRecord
from geo.text import decode

Paths = str | PathLike[str] | Iterable[str | PathLike[str]]

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
)
"""What a build writes."""


def listed(paths: Paths) -> list[str | PathLike[str]]:
    """One path or several as a list."""
    return [paths] if isinstance(paths, (str, PathLike)) else list(paths)


def read_inputs(paths: Paths | None = None) -> Iterator[Read]:
    """
    Records and documents of the user's files, or of the shipped articles; see `read_articles`.

    What an earlier build has written into one of the folders is no input and is left out.
    """
    if paths is None:
        yield from _read_shipped()
        return
    for record, documents in read_articles(listed(paths)):
        if not _is_output(Path(record.path)):
            yield record, documents


def count_inputs(paths: Paths | None = None) -> int:
    """How many inputs there are, for a progress bar."""
    return len(list_inputs([_shipped_folder()] if paths is None else listed(paths)))


def read_piped(content: bytes) -> Read:
    """One article, text or HTML, that comes from standard input; its path is `-`, its id `stdin`."""
    path, document_id = "-", "stdin"
    try:
        is_page = b"<html" in content[:2000].lower()
        text, note = decode(content, declared=is_page)
        document = read_page(text, path) if is_page else read_text(text, path)
    except InputError as error:
        return InputRecord(path, "failed", str(error)), ()
    except Exception as error:  # a parser's own failure on a stranger's page, as in a file
        return InputRecord(path, "failed", f"{type(error).__name__}: {' '.join(str(error).split())}"), ()
    return with_notices(
        (InputRecord(path, "read", note, (document_id,)), (replace(document, id=document_id),))
    )


def _shipped_folder() -> Path:
    """Where the shipped articles lie on this machine."""
    return Path(str(resources.files("geo") / "data" / "articles"))


def _read_shipped() -> Iterator[Read]:
    """The shipped articles, named alike wherever the package is installed."""
    for record, documents in read_articles([_shipped_folder()]):
        path = f"{SHIPPED}/{Path(record.path).name}"
        yield replace(record, path=path), tuple(replace(document, path=path) for document in documents)


def _is_output(path: Path) -> bool:
    """Whether a build has written the file: it is named so and lies beside the record of a run."""
    if path.name not in OUTPUTS:
        return False
    try:
        run = json.loads((path.parent / "run.json").read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(run, dict) and "factorymap" in run
