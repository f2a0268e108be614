"""
Articles in JSON Lines, JSON, CSV and TSV: one row, one article, by the names of the columns.

Columns, whatever their case: text (body, content), title (headline), date (published, published_on), source
(publisher), url (link), id, origin. Only the text is needed. A row that cannot be read is told by its number
and does not stop the others. Rows of CSV are counted from 1 below the header, those of JSON Lines by line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from geo.articles.columns import COLUMNS
from geo.articles.found import Found
from geo.articles.published import publication_date
from geo.articles.textfiles import find_publisher
from geo.errors import InputError
from geo.models import Document, Section
from geo.text import decode, guess_language, read_rows

Row = dict[str, object] | str
"""The cells of a row by the names of their columns in lower case, or what is wrong with it."""


def read_jsonl(content: bytes, path: str) -> Found:
    """The articles of JSON Lines."""
    return _read(content, path, _jsonl_rows)


def read_json(content: bytes, path: str) -> Found:
    """The articles of a JSON array, or the one of an object."""
    return _read(content, path, _json_rows)


def read_csv(content: bytes, path: str) -> Found:
    """The articles of CSV with whatever delimiter its first line has most of."""
    return _read(content, path, _csv_rows)


def read_tsv(content: bytes, path: str) -> Found:
    """The articles of a table with tabs."""
    return _read(content, path, lambda text: _csv_rows(text, "\t" if "\t" in text.split("\n", 1)[0] else ""))


def _read(content: bytes, path: str, rows_of: Callable[[str], Iterator[tuple[str, Row]]]) -> Found:
    """The articles of the rows of a text."""
    text, note = decode(content)
    found = Found(note=note)
    for number, row in rows_of(text.removeprefix("\ufeff")):
        if isinstance(row, str):
            found.bad.append(f"row {number} {row}")
        else:
            _add(found, number, row, path)
    return found


def _add(rows: Found, number: str, row: dict[str, object], path: str) -> None:
    """Add the article of a row, or what is wrong with it."""
    text = _value(row, COLUMNS["text"])
    values = {name: _value(row, columns).strip() for name, columns in COLUMNS.items()} | {"text": text}
    if not text:
        rows.bad.append(f"row {number} has no text")
        return
    rows.documents.append((number, values["id"], _document(values, f"{path}#{number}")))


def _value(row: dict[str, object], columns: tuple[str, ...]) -> str:
    """The first of some columns that is not empty, as text."""
    return next((str(value) for value in map(row.get, columns) if _filled(value)), "")


def _filled(value: object) -> bool:
    """Whether a cell says something."""
    return isinstance(value, (str, int, float)) and not isinstance(value, bool) and bool(str(value).strip())


def _document(values: dict[str, str], path: str) -> Document:
    """The article of a row, still without an id."""
    text, sections = compose(values["title"], values["text"])
    return Document(
        id="",
        path=path,
        text=text,
        sections=sections,
        title=values["title"] or None,
        language=guess_language(values["text"]),
        published_on=publication_date(values["text"], values["date"], title=values["title"] or None),
        publisher=values["publisher"] or find_publisher(values["text"]),
        url=values["url"] or None,
        origin=values["origin"].lower() or None,
    )


def compose(title: str, body: str) -> tuple[str, tuple[Section, ...]]:
    """One text of headline and body, with its sections; a headline that opens the body is not doubled."""
    if not title:
        return body, (Section("body", 0, len(body)),)
    start = len(body) - len(body.lstrip("\ufeff \t\r\n"))
    if body.startswith(title, start):
        rest = start + len(title)
        rest += len(body[rest:]) - len(body[rest:].lstrip())
        return body, _filled_sections(
            Section("title", start, start + len(title)), Section("body", rest, len(body))
        )
    text = f"{title}\n\n{body}"
    return text, _filled_sections(Section("title", 0, len(title)), Section("body", len(title) + 2, len(text)))


def _filled_sections(*sections: Section) -> tuple[Section, ...]:
    """The sections that are not empty."""
    return tuple(section for section in sections if section.end > section.start)


def _lowered(row: dict[object, object]) -> dict[str, object]:
    """A row by the names of its columns in lower case."""
    return {str(name).strip().lower(): value for name, value in row.items()}


def _csv_rows(text: str, delimiter: str = "") -> Iterator[tuple[str, Row]]:
    """The rows of a CSV or TSV file; a row that breaks the quoting is told as such."""
    rows = read_rows(text, delimiter)
    header = next(rows, None)
    if header and header.fault:
        raise InputError(f"its header is not CSV ({header.fault}); quote cells that hold quotes or line ends")
    names = [name.strip().lower() for name in header.cells] if header else []
    if not set(names) & set(COLUMNS["text"]):
        raise InputError(
            f"no column for the text; its columns are {', '.join(names)[:100]}; name one of them `text`"
        )
    number = 0
    for row in rows:
        if row.fault or row.cells:
            number += 1
            yield str(number), f"is not CSV ({row.fault})" if row.fault else _csv_row(names, row.cells)


def _csv_row(names: list[str], cells: Sequence[str]) -> dict[str, object] | str:
    """The cells of a row by name, or what is wrong with it."""
    if len(cells) > len(names):
        return f"has {len(cells)} cells for {len(names)} columns"
    return dict(zip(names, cells, strict=False))


def _jsonl_rows(text: str) -> Iterator[tuple[str, Row]]:
    """The lines of a JSON Lines file; blank ones are counted and passed over."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield str(number), _json_row(line)


def _json_row(line: str) -> dict[str, object] | str:
    """One line of JSON, or what is wrong with it."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is not JSON ({getattr(error, 'msg', 'nested too deeply')})"
    return _lowered(row) if isinstance(row, dict) else "is no JSON object"


def _json_rows(text: str) -> Iterator[tuple[str, Row]]:
    """The objects of a JSON array, or the one object of a file."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"it is not JSON ({error}); one object a line goes into .jsonl") from None
    for number, row in enumerate(content if isinstance(content, list) else [content], 1):
        yield str(number), _lowered(row) if isinstance(row, dict) else "is no JSON object"
