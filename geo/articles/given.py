"""
Articles that lie in no file: texts, documents that are there already, rows of a DataFrame.

Each becomes what a file would be: a record of what became of it, and documents whose ids no other has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Protocol, TypeAlias, cast

from geo.articles.columns import COLUMNS, key, keyed
from geo.articles.found import Found
from geo.articles.reading import Read, read_content, read_found
from geo.articles.tables import add_row, check_header
from geo.errors import InputError
from geo.models import Document, InputRecord
from geo.text import several

FRAME, TEXT = "the DataFrame", "text"
"""How a table, and with a number each text, is called in records."""

PathName = str | PathLike[str]
Paths = PathName | Iterable[PathName]
"""One path or several."""


class Table(Protocol):
    """What is asked of a pandas DataFrame."""

    columns: Any

    def itertuples(self, index: bool = ..., name: Any = ...) -> Any:
        """Its rows."""


Articles: TypeAlias = "PathName | Document | Table | Iterable[PathName | Document]"
"""What `geo.build` reads: files and folders, documents, or a table with an article in each row."""


@dataclass(frozen=True)
class Given:
    """What somebody gave to be read, told apart."""

    paths: tuple[PathName, ...] = ()
    documents: tuple[Document, ...] = ()
    frame: Table | None = None
    texts: tuple[str, ...] = ()
    shipped: bool = False
    """Nothing was given: the shipped articles."""

    @property
    def names(self) -> tuple[str, ...]:
        """How the inputs are called in the record of a run."""
        table = [FRAME] if self.frame is not None else []
        texts = [f"{TEXT}-{number}" for number in range(1, len(self.texts) + 1)]
        documents = [document.path or document.id for document in self.documents]
        return (*(fspath(path) for path in self.paths), *documents, *table, *texts)


def told_apart(articles: Articles | None = None, texts: Iterable[str] | None = None) -> Given:
    """
    What was given to be read.

    Raises
    ------
    InputError
        If something is neither path nor document nor table, a path is not there, or `texts` is one string.
    """
    if articles is None:
        return Given(texts=_checked_texts(texts), shipped=texts is None)
    if hasattr(articles, "itertuples") and hasattr(articles, "columns"):
        return Given(frame=cast(Table, articles), texts=_checked_texts(texts))
    several_given = (
        [articles] if isinstance(articles, (str, PathLike, Document)) else list(_iterable(articles))
    )
    for one in several_given:
        if not isinstance(one, (str, PathLike, Document)):
            raise InputError(
                f"a {type(one).__name__} is no article: give paths, geo.Document or a DataFrame."
            )
    paths = tuple(one for one in several_given if not isinstance(one, Document))
    check_there(paths)
    documents = tuple(one for one in several_given if isinstance(one, Document))
    return Given(paths, documents, texts=_checked_texts(texts))


def _iterable(articles: Any) -> Iterable[Any]:
    """Several articles; InputError for what cannot be gone through."""
    if isinstance(articles, bytes) or not isinstance(articles, Iterable):
        raise InputError(
            f"a {type(articles).__name__} is no article: give paths, geo.Document or a DataFrame."
        )
    return articles


def _checked_texts(texts: Iterable[str] | None) -> tuple[str, ...]:
    """Some texts; InputError for a plain string, which would be taken letter by letter."""
    every = () if texts is None else tuple(several(texts, "texts"))
    for number, text in enumerate(every, 1):
        if not isinstance(text, str):
            raise InputError(f"texts are strings, but number {number} is a {type(text).__name__}.")
    return every


def read_given_text(text: str, number: int) -> Read:
    """The articles of a text, read as a text file would be; number 1 is called `text-1`."""
    name = f"{TEXT}-{number}"
    return read_content(text.encode("utf-8", "replace"), name, name)


def read_document(document: Document) -> Read:
    """A document as it is."""
    return InputRecord(document.path or document.id, "read", document.noticed, (document.id,)), (document,)


def with_free_ids(reads: Iterable[Read], ids: Iterable[str] = ()) -> Iterator[Read]:
    """What was read, where a document whose id is there already, or in `ids`, gets a number behind it."""
    taken = set(ids)
    for record, documents in reads:
        free = tuple(replace(document, id=_free(document.id, taken)) for document in documents)
        yield replace(record, documents=tuple(document.id for document in free)), free


def _free(name: str, taken: set[str]) -> str:
    """A name that is not taken, which then is."""
    others = (f"{name}.{number}" for number in count(2))
    chosen = name if name not in taken else next(one for one in others if one not in taken)
    taken.add(chosen)
    return chosen


def read_frame(frame: Table, columns: Mapping[str, str] | None = None) -> Read:
    """
    The articles of a DataFrame, one in each row, by the names of its columns as in a CSV file.

    Parameters
    ----------
    frame
        Rows are called by their index; missing cells are empty.
    columns
        Part of an article (`text`, `title`, `date`, `publisher`, `url`, `id`, `origin`) -> its column, where
        that is not called by a usual name.

    Raises
    ------
    InputError
        If no column has text or title, or `columns` names what is not there.
    """
    from pandas import isna

    names = _names(frame, columns or {})
    check_header(names)
    found = Found()
    for index, *cells in frame.itertuples(index=True, name=None):
        row: dict[object, object] = {
            name: None if isna(cell) is True else _plain(cell)
            for name, cell in zip(names, cells, strict=True)
        }
        add_row(found, str(index), keyed(row), FRAME)
    return read_found(found, FRAME, "row")


def _names(frame: Table, columns: Mapping[str, str]) -> list[str]:
    """The names of the columns, those that a user chose under the name of their part."""
    there = list(map(str, frame.columns))
    for part, column in columns.items():
        if part not in COLUMNS:
            raise InputError(f"columns: {part!r} is no part of an article. Choose of: {', '.join(COLUMNS)}.")
        if str(column) not in there:
            raise InputError(f"columns: no column {column!r}. There are: {', '.join(there)}.")
    chosen = {str(column): part for part, column in columns.items()}
    meant = {key(name) for part in columns for name in COLUMNS[part]}
    return [chosen.get(name, "" if key(name) in meant else name) for name in there]


def _plain(cell: Any) -> Any:
    """A cell without the types of numpy and pandas; a day at midnight is a day."""
    if hasattr(cell, "to_pydatetime"):
        moment = cell.to_pydatetime()
        return (
            moment.date() if moment == moment.replace(hour=0, minute=0, second=0, microsecond=0) else moment
        )
    return cell.item() if hasattr(cell, "item") and not hasattr(cell, "__len__") else cell


def check_there(paths: Iterable[str | PathLike[str]]) -> None:
    """InputError for the first path that is not there, with what a text or an address should be instead."""
    for path in paths:
        name = fspath(path)
        if "\n" in name or len(name) > 1000:
            raise InputError(f"{name[:60]!r}... is a text, not a path. Give it as texts=[...].")
        if name.startswith(("http://", "https://")):
            raise InputError(
                f"{name!r} is an address, and nothing is fetched. Save the page, for instance with "
                "`factorymap fetch`, and name the file."
            )
        try:
            there = Path(name).exists() or Path(name).is_symlink()
        except (OSError, ValueError):
            there = False
        if not there:
            raise InputError(
                f"{name!r}: no such file or folder. Check the spelling; it is looked for in {Path.cwd()}."
            )
