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
from typing import Literal, NamedTuple

from geo.articles.found import WHOLE, Bad, Found
from geo.articles.kinds import SUFFIXES, Kind, kind_of
from geo.articles.limits import LARGEST_FILE, LARGEST_PAGE, MEGABYTE, read_whole, too_long
from geo.articles.listing import PAGES, Input, file_ids, list_inputs, name_parts
from geo.articles.notices import with_notices
from geo.articles.packed import is_packed, unpacked
from geo.articles.singles import read_docx_file, read_mail_file, read_pdf_file, read_text_file
from geo.articles.streams import (
    BLOCK,
    TOLD,
    TableStretch,
    packing_of,
    read_parquet,
    read_stretch,
    streamed_kind,
    stretches,
)
from geo.articles.tables import SAVE_PAGES, SieveLike, read_csv, read_json, read_jsonl, read_tsv
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
    naming = Naming(inputs)
    for one in inputs:
        if one.refused:
            yield refused(one), ()
        else:
            found = joined(parts_of(one, max_size))
            yield settled(found, one.path, naming.file_ids[one.real], naming)


def refused(one: Input, path: str = "") -> InputRecord:
    """The record of a path that is not read; `path` is how it is called."""
    return InputRecord(path or one.path, "failed" if one.missing else "skipped", one.refused)


def parts_of(one: Input, max_size: int | None = None, sieve: SieveLike | None = None) -> Iterator[Found]:
    """What is found in a file, stretch by stretch if it is a large table; what is wrong is its `fault`."""
    for task in tasks_of(one, max_size):
        yield found_by(task, sieve)


class Whole(NamedTuple):
    """A file that is read as a whole."""

    path: str
    suffix: str
    megabytes: int
    """Those of the largest that is read."""
    size: int = 0
    """Its bytes."""
    records: bool = False
    """Whether it is a web archive, of which no more than a page is in memory."""
    name: str = ""
    """The id of its article if it has but one, where that is known before it is read."""


class Broken(NamedTuple):
    """A file, or the rest of one, that cannot be read."""

    path: str
    reason: str
    size: int = 0


class Archive(NamedTuple):
    """A large table that only one process can part: it is packed, or only a reader knows its rows."""

    path: str
    max_size: int | None = None
    size: int = 0


Task = Whole | TableStretch | Broken | Archive
"""What one process can do by itself."""


def tasks_of(
    one: Input, max_size: int | None = None, *, block: int = BLOCK, by_path: bool = False, name: str = ""
) -> Iterator[Task]:
    """
    The tasks that a file makes, in the order of its rows: for a large table one for each stretch.

    With `by_path` no task holds content of the file, so that it can be sent far. `name` is its id.
    """
    suffix, size = name_parts(one.path)[1], 0
    try:
        size = Path(one.path).stat().st_size
        kind = streamed_kind(one.path, suffix)
        too_large = max_size is not None and size > max_size * MEGABYTE
        if kind and kind != "warc" and not too_large:
            apart = kind == "parquet" or (kind == "jsonl" and packing_of(one.path) is None)
            if by_path and not apart:
                yield Archive(one.path, max_size, size)
            else:
                yield from stretches(one.path, kind, block=block)
            return
    except (InputError, OSError) as error:
        yield Broken(one.path, _reason(error), size)
        return
    usual = LARGEST_PAGE if suffix in PAGES or suffix not in SUFFIXES else LARGEST_FILE
    yield Whole(one.path, suffix, max_size or usual, size, kind == "warc" and not too_large, name)


def found_by(task: Task, sieve: SieveLike | None = None) -> Found:
    """What a task finds; nothing is raised for what cannot be read, and `fault` says why."""
    if isinstance(task, Archive):
        return joined(found_by(one, sieve) for one in tasks_of(Input(task.path, task.path), task.max_size))
    if isinstance(task, Broken):
        return Found(fault=("failed", task.reason))
    if isinstance(task, TableStretch):
        return outcome(lambda: read_stretch(task, sieve))
    if task.records:
        from geo.articles.webarchives import read_warc_file

        return outcome(lambda: read_warc_file(task.path, sieve))
    return outcome(lambda: _found(read_whole(Path(task.path), task.megabytes), task.suffix, task.path))


def joined(parts: Iterable[Found]) -> Found:
    """The parts of one file as one, rows numbered through; what ends it early is told as a row left out."""
    whole, first = Found(), True
    for part in parts:
        if part.fault and first:
            whole.fault = part.fault
        elif part.fault:
            whole.bad.append(Bad(f"{whole.rows + 1} and all behind it", part.fault[1]))
        first = False
        for number, own, document in part.documents:
            whole.documents.append((moved(number, whole.rows), own, document))
        add_counts(whole, part)
    return whole


def add_counts(whole: Found, part: Found) -> None:
    """Add to what was found in a file what a further part of it left out, passed and counted."""
    room = max(0, TOLD - len(whole.bad))
    whole.bad += [Bad(moved(row, whole.rows), said) for row, said in part.bad[:room]]
    whole.uncounted += part.uncounted + len(part.bad[room:])
    whole.passed += part.passed
    whole.damaged += part.damaged
    whole.rows += part.rows
    whole.note = whole.note or part.note


def moved(row: str, by: int) -> str:
    """The number of a row within a file, of one within a part that begins so many rows further down."""
    return str(int(row) + by) if by and row.isdecimal() else row


def read_content(content: bytes, path: str, file_id: str) -> Read:
    """Bytes that lie in no file, by their kind; `path` and `file_id` are how they are called."""
    return settled(outcome(lambda: _found(content, "", path)), path, file_id, Naming([], {file_id}))


def read_found(found: Found, path: str, file_id: str) -> Read:
    """Articles that were found in what is no file, with ids, and the record that tells of them."""
    return settled(outcome(lambda: found), path, file_id, Naming([]))


def _found(content: bytes, suffix: str, path: str) -> Found:
    """What the reader of its kind finds in a file."""
    kind = kind_of(content, suffix)
    if is_packed(kind):
        content = unpacked(content, kind)
        kind = kind_of(content, suffix)
    if is_packed(kind):
        raise InputError("it is packed twice; unpack it first")
    return READERS.get(kind, read_text_file)(content, path)


def outcome(find: Callable[[], Found]) -> Found:
    """What was found, or as its `fault` what went wrong."""
    try:
        return _within_limits(find())
    except Exception as error:  # a parser's own failure on a stranger's page must not end the run
        reason = _reason(error)
        skipped = isinstance(error, InputError) and "empty" in reason
        return Found(fault=("skipped" if skipped else "failed", reason))


def _reason(error: Exception) -> str:
    """Why something cannot be read, and what to try."""
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, OSError):
        return f"it cannot be opened ({error.strerror}); check its permissions"
    return f"{type(error).__name__}: {_line(error)}; save the article as text"


def settled(found: Found, path: str, file_id: str, naming: Naming) -> Read:
    """The record of a file and its articles, with ids."""
    documents = tuple(
        replace(document, id=naming.id_of(own, file_id, number), path=path_of(document, path, number))
        for number, own, document in found.documents
    )
    record = record_of(found, path, tuple(document.id for document in documents))
    return with_notices((record, documents))


def path_of(document: Document, path: str, number: str) -> str:
    """The path of a document: for one of several in a file with its number."""
    return f"{path}#{number}" if number != WHOLE and document.path.startswith(f"{path}#") else document.path


def record_of(found: Found, path: str, ids: tuple[str, ...]) -> InputRecord:
    """What became of a file whose documents have these ids."""
    if found.fault:
        return InputRecord(path, *found.fault)
    if found.damaged:
        found = replace(found, note=f"{found.damaged} damaged bytes of UTF-8 are shown as U+FFFD")
    if not ids and not found.passed:
        status: Literal["failed", "skipped"] = "failed" if found.bad else "skipped"
        return InputRecord(path, status, found.reason or "it has no rows", (), found.left_out)
    return InputRecord(path, "read", found.reason, ids, found.left_out, found.passed)


def _within_limits(found: Found) -> Found:
    """What was found, without articles of more than any article's length; InputError if that is the file."""
    for one in list(found.documents):
        number, _, document = one
        if fault := too_long(document.text):
            if number == WHOLE:
                raise InputError(f"it {fault}")
            found.documents.remove(one)
            found.bad.append(Bad(number, fault))
    return found


def _line(error: Exception) -> str:
    """What an exception says, in one line."""
    return " ".join(str(error).split())[:200]


class Naming:
    """Ids of documents, unique within a run."""

    def __init__(self, inputs: Iterable[Input], taken: Iterable[str] = ()) -> None:
        inputs = list(inputs)
        self.file_ids = file_ids(inputs)
        """Real path -> what its documents are called by."""
        self._taken = set(taken)
        self._taken |= {
            self.file_ids[one.real]
            for one in inputs
            if not one.refused and name_parts(one.path)[1] not in _TABLES
        }

    def id_of(self, own: str, file_id: str, number: str) -> str:
        """The id of an article: its own, else the file's with its number; longer where taken."""
        if number == WHOLE:
            return file_id
        wanted = [own, f"{file_id}/{own}"] if own else []
        wanted += [f"{file_id}-{number}", f"{file_id}/{number}"]
        more = (f"{file_id}/{number}.{copy}" for copy in count(2))
        chosen = next(name for name in chain(wanted, more) if name not in self._taken)
        self._taken.add(chosen)
        return chosen


def read_page_file(content: bytes, path: str) -> Found:
    """The one article of a saved page."""
    from geo.articles.webpages import read_page

    text, note = decode(content, declared=True)
    return Found([(WHOLE, "", read_page(text, path))], note=note)


def read_feed_file(content: bytes, path: str) -> Found:
    """The items of a feed."""
    from geo.articles.feeds import read_feed

    return read_feed(content, path)


def read_workbook_file(content: bytes, path: str) -> Found:
    """The rows of a workbook."""
    from geo.articles.workbooks import read_workbook

    return read_workbook(content, path)


def read_archive(content: bytes, path: str) -> Found:
    """The articles of a web archive."""
    from geo.articles.webarchives import read_warc

    return read_warc(content, path)


def refuse_addresses(content: bytes, path: str) -> Found:
    """A list of addresses has no articles in it."""
    raise InputError(f"it holds addresses and no articles; {SAVE_PAGES}")


Reader = Callable[[bytes, str], Found]
"""Content and path of a file -> its articles; InputError if it cannot be read."""

_TABLES = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet")
"""Suffixes of files whose articles are called by their rows."""

READERS: dict[Kind, Reader] = {
    "text": read_text_file,
    "page": read_page_file,
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
    "tsv": read_tsv,
    "workbook": read_workbook_file,
    "feed": read_feed_file,
    "addresses": refuse_addresses,
    "mail": read_mail_file,
    "pdf": read_pdf_file,
    "docx": read_docx_file,
    "parquet": read_parquet,
    "warc": read_archive,
}
"""A kind without a reader is read as text, which says what it is."""
