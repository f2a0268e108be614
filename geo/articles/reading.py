"""
Read articles: text files, saved web pages, mail, PDF, Word documents, tables and feeds, single, packed or in
folders.

One input after the other, in the order of their paths. What a file holds is told from its content
(`geo/articles/kinds.py`), and `READERS` has a reader for each kind. Whatever is wrong with an input is told
in its record and stops nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import Literal

from geo.articles.feeds import read_feed
from geo.articles.found import WHOLE, Found
from geo.articles.kinds import Kind, kind_of
from geo.articles.limits import LARGEST_FILE, LARGEST_PAGE, read_whole, too_long
from geo.articles.listing import PAGES, Input, file_ids, list_inputs, name_parts
from geo.articles.notices import with_notices
from geo.articles.packed import is_packed, unpacked
from geo.articles.singles import read_docx_file, read_mail_file, read_pdf_file, read_text_file
from geo.articles.tables import SAVE_PAGES, read_csv, read_json, read_jsonl, read_tsv
from geo.articles.webpages import read_page
from geo.articles.workbooks import read_workbook
from geo.errors import InputError
from geo.models import Document, InputRecord
from geo.text import decode, several

Read = tuple[InputRecord, tuple[Document, ...]]


def read_articles(paths: Iterable[str | os.PathLike[str]], *, max_size: int | None = None) -> Iterator[Read]:
    """
    Read files and folders, which are walked.

    Parameters
    ----------
    paths
        In any order; the result does not depend on it.
    max_size
        Megabytes of the largest file that is read, by default 50, of web pages 10.

    Yields
    ------
    (record, documents)
        For every file found, sorted by path: what became of it, and its articles. Ids are unique within the
        run: a file's name without suffix, with its folder where two would clash; for rows their own `id` or
        the file's with the row's number. Nothing is raised for an input that cannot be read.

    Raises
    ------
    InputError
        For one plain string or path, which would be taken letter by letter.
    """
    return _read_all(list_inputs(several(paths, "paths")), max_size)


def _read_all(inputs: list[Input], max_size: int | None) -> Iterator[Read]:
    """What each input gives."""
    ids = file_ids(inputs)
    taken = {ids[one.real] for one in inputs if not one.refused and name_parts(one.path)[1] not in _TABLES}
    for one in inputs:
        if one.refused:
            yield InputRecord(one.path, "failed" if one.missing else "skipped", one.refused), ()
        else:
            usual = LARGEST_PAGE if name_parts(one.path)[1] in PAGES else LARGEST_FILE
            yield with_notices(_read(one, ids[one.real], taken, max_size or usual))


def read_content(content: bytes, path: str, file_id: str) -> Read:
    """Bytes that lie in no file, by their kind; `path` and `file_id` are how they are called."""
    return _told(lambda: _found(content, "", path), path, file_id, {file_id})


def read_found(found: Found, path: str, file_id: str) -> Read:
    """Articles that were found in what is no file, with ids, and the record that tells of them."""
    return _told(lambda: found, path, file_id, set())


def _read(one: Input, file_id: str, taken: set[str], megabytes: int) -> Read:
    """One file: its record and its articles, which are none if anything is wrong with it as a whole."""
    suffix = name_parts(one.path)[1]
    return _told(
        lambda: _found(read_whole(Path(one.path), megabytes), suffix, one.path), one.path, file_id, taken
    )


def _found(content: bytes, suffix: str, path: str) -> Found:
    """What the reader of its kind finds in a file."""
    kind = kind_of(content, suffix)
    if is_packed(kind):
        content = unpacked(content, kind)
        kind = kind_of(content, suffix)
    if is_packed(kind):
        raise InputError("it is packed twice; unpack it first")
    return READERS.get(kind, read_text_file)(content, path)


def _told(find: Callable[[], Found], path: str, file_id: str, taken: set[str]) -> Read:
    """What was found, with ids, and the record that tells it; or what went wrong."""
    try:
        found = _within_limits(find())
    except InputError as error:
        return InputRecord(path, "skipped" if "empty" in str(error) else "failed", str(error)), ()
    except OSError as error:
        return InputRecord(
            path, "failed", f"it cannot be opened ({error.strerror}); check its permissions"
        ), ()
    except Exception as error:  # a parser's own failure on a stranger's page must not end the run
        return InputRecord(
            path, "failed", f"{type(error).__name__}: {_line(error)}; save the article as text"
        ), ()
    documents = tuple(
        replace(document, id=_id(own, file_id, number, taken)) for number, own, document in found.documents
    )
    if not documents:
        status: Literal["failed", "skipped"] = "failed" if found.bad else "skipped"
        return InputRecord(path, status, found.reason or "it has no rows", (), len(found.bad)), ()
    ids = tuple(document.id for document in documents)
    return InputRecord(path, "read", found.reason, ids, len(found.bad)), documents


def _within_limits(found: Found) -> Found:
    """What was found, without articles of more than any article's length; InputError if that is the file."""
    for one in list(found.documents):
        number, _, document = one
        if fault := too_long(document.text):
            if number == WHOLE:
                raise InputError(f"it {fault}")
            found.documents.remove(one)
            found.bad.append(f"row {number} {fault}")
    return found


def _line(error: Exception) -> str:
    """What an exception says, in one line."""
    return " ".join(str(error).split())[:200]


def _id(own: str, file_id: str, number: str, taken: set[str]) -> str:
    """The id of an article: its own, else the file's, with its number if it has one; longer where taken."""
    if number == WHOLE:
        return file_id
    wanted = [own, f"{file_id}/{own}"] if own else []
    wanted += [f"{file_id}-{number}", f"{file_id}/{number}"]
    more = (f"{file_id}/{number}.{copy}" for copy in count(2))
    chosen = next(name for name in chain(wanted, more) if name not in taken)
    taken.add(chosen)
    return chosen


def read_page_file(content: bytes, path: str) -> Found:
    """The one article of a saved page."""
    text, note = decode(content, declared=True)
    return Found([(WHOLE, "", read_page(text, path))], note=note)


def refuse_addresses(content: bytes, path: str) -> Found:
    """A list of addresses has no articles in it."""
    raise InputError(f"it holds addresses and no articles; {SAVE_PAGES}")


Reader = Callable[[bytes, str], Found]
"""Content and path of a file -> its articles; InputError if it cannot be read."""

_TABLES = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")
"""Suffixes of files whose articles are called by their rows."""

READERS: dict[Kind, Reader] = {
    "text": read_text_file,
    "page": read_page_file,
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
    "tsv": read_tsv,
    "workbook": read_workbook,
    "feed": read_feed,
    "addresses": refuse_addresses,
    "mail": read_mail_file,
    "pdf": read_pdf_file,
    "docx": read_docx_file,
}
"""A kind without a reader is read as text, which says what it is."""
