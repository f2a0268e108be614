"""
Read articles: text files, saved web pages, JSON Lines and CSV, single or in folders.

One input after the other, in the order of their paths. Whatever is wrong with one of them is told in its
record and stops nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from geo.articles.listing import PAGES, TABLES, Input, file_ids, list_inputs
from geo.articles.notices import with_notices
from geo.articles.tables import read_table
from geo.articles.textfiles import read_text
from geo.articles.webpages import read_page
from geo.errors import InputError
from geo.models import Document, InputRecord
from geo.text import decode

Read = tuple[InputRecord, tuple[Document, ...]]


def read_articles(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Read]:
    """
    Read files and folders, which are walked.

    Parameters
    ----------
    paths
        In any order; the result does not depend on it.

    Yields
    ------
    (record, documents)
        For every file found, sorted by path: what became of it, and its articles. Ids are unique within the
        run: a file's name without suffix, with its folder where two would clash; for rows their own `id` or
        the file's with the row's number. Nothing is raised for an input that cannot be read.
    """
    inputs = list_inputs(paths)
    ids = file_ids(inputs)
    taken = {ids[one.real] for one in inputs if not one.refused and _suffix(one) not in TABLES}
    for one in inputs:
        if one.refused:
            yield InputRecord(one.path, "failed" if one.missing else "skipped", one.refused), ()
        else:
            yield with_notices(_read(one, ids[one.real], taken))


def _suffix(one: Input) -> str:
    """The suffix of a file in lower case."""
    return Path(one.path).suffix.lower()


def _read(one: Input, file_id: str, taken: set[str]) -> Read:
    """One file: its record and its articles, which are none if anything is wrong with it as a whole."""
    try:
        content = Path(one.path).read_bytes()
        text, note = decode(content, declared=_suffix(one) in PAGES)
        if _suffix(one) in TABLES:
            return _read_rows(one, file_id, text, note, taken)
        document = read_page(text, one.path) if _suffix(one) in PAGES else read_text(text, one.path)
    except InputError as error:
        return InputRecord(one.path, "skipped" if "empty" in str(error) else "failed", str(error)), ()
    except OSError as error:
        return InputRecord(
            one.path, "failed", f"it cannot be opened ({error.strerror}); check its permissions"
        ), ()
    except Exception as error:  # a parser's own failure on a stranger's page must not end the run
        return InputRecord(
            one.path, "failed", f"{type(error).__name__}: {_line(error)}; save the article as text"
        ), ()
    return InputRecord(one.path, "read", note, (file_id,)), (replace(document, id=file_id),)


def _line(error: Exception) -> str:
    """What an exception says, in one line."""
    return " ".join(str(error).split())[:200]


def _read_rows(one: Input, file_id: str, text: str, note: str, taken: set[str]) -> Read:
    """The articles of a table, each with an id of its own."""
    rows = read_table(text, _suffix(one), one.path)
    documents = tuple(
        replace(document, id=_row_id(own, file_id, number, taken)) for number, own, document in rows.documents
    )
    reason = "; ".join(part for part in (note, rows.reason) if part)
    if not documents:
        return InputRecord(one.path, "failed" if rows.bad else "skipped", reason or "it has no rows"), ()
    return InputRecord(one.path, "read", reason, tuple(document.id for document in documents)), documents


def _row_id(own: str, file_id: str, number: int, taken: set[str]) -> str:
    """The id of a row: its own, else the file's with its number; longer where that is taken."""
    wanted = [own, f"{file_id}/{own}"] if own else []
    wanted += [f"{file_id}-{number}", f"{file_id}/{number}"]
    more = (f"{file_id}/{number}.{copy}" for copy in count(2))
    chosen = next(name for name in chain(wanted, more) if name not in taken)
    taken.add(chosen)
    return chosen
