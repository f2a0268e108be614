"""
Articles in JSON Lines, JSON, CSV and TSV: one row, one article, by the names of the columns.

Columns, whatever their case: text (body, content), title (headline), date (published, published_on), source
(publisher), url (link), id, origin. Only the text is needed. A row that cannot be read is told by its number
and does not stop the others. Rows of CSV are counted from 1 below the header, those of JSON Lines by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from geo.articles.dating import dated
from geo.articles.textfiles import find_publisher
from geo.errors import InputError
from geo.models import Document, Section
from geo.text import guess_language, read_rows

_COLUMNS = {
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "date": ("published_on", "published", "date"),
    "publisher": ("publisher", "source"),
    "url": ("url", "link"),
    "id": ("id",),
    "origin": ("origin",),
}
_TOLD = 5
"""Rows that are told by number; the rest is counted."""


@dataclass
class Rows:
    """The articles of a table, and the rows that gave none."""

    documents: list[tuple[int, str, Document]] = field(default_factory=list)
    """(number of the row, its own id or an empty string, article without an id)."""
    bad: list[str] = field(default_factory=list)
    """What was wrong, row by row."""

    @property
    def reason(self) -> str:
        """The rows that were left out, in one line; empty if there are none."""
        if not self.bad:
            return ""
        more = f"; and {len(self.bad) - _TOLD} more" if len(self.bad) > _TOLD else ""
        rows = "1 row" if len(self.bad) == 1 else f"{len(self.bad)} rows"
        return f"{rows} left out: {'; '.join(self.bad[:_TOLD])}{more}"


def read_table(text: str, suffix: str, path: str) -> Rows:
    """
    The articles of a table; `suffix` says which kind.

    Raises
    ------
    InputError
        If nothing of it can be read: no column with text, no JSON.
    """
    text = text.removeprefix("\ufeff")
    if suffix in (".csv", ".tsv"):
        source = _csv_rows(text, suffix)
    elif suffix == ".json":
        source = _json_rows(text)
    else:
        source = _jsonl_rows(text)
    rows = Rows()
    for number, row in source:
        if isinstance(row, str):
            rows.bad.append(f"row {number} {row}")
        else:
            _add(rows, number, row, path)
    return rows


def _add(rows: Rows, number: int, row: dict[str, object], path: str) -> None:
    """Add the article of a row, or what is wrong with it."""
    text = _value(row, _COLUMNS["text"])
    values = {name: _value(row, columns).strip() for name, columns in _COLUMNS.items()} | {"text": text}
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
    document = Document(
        id="",
        path=path,
        text=text,
        sections=sections,
        title=values["title"] or None,
        language=guess_language(values["text"]),
        publisher=values["publisher"] or find_publisher(values["text"]),
        url=values["url"] or None,
        origin=values["origin"].lower() or None,
    )
    return dated(document, filled=values["date"], shown=(values["text"],))


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


def _csv_rows(text: str, suffix: str) -> Iterator[tuple[int, dict[str, object] | str]]:
    """The rows of a CSV or TSV file; a row that breaks the quoting is told as such."""
    rows = read_rows(text, "\t" if suffix == ".tsv" else "")
    header = next(rows, None)
    if header and header.fault:
        raise InputError(f"its header is not CSV ({header.fault}); quote cells that hold quotes or line ends")
    names = [name.strip().lower() for name in header.cells] if header else []
    if not set(names) & set(_COLUMNS["text"]):
        raise InputError(
            f"no column for the text; its columns are {', '.join(names)[:100]}; name one of them `text`"
        )
    number = 0
    for row in rows:
        if row.fault or row.cells:
            number += 1
            yield number, f"is not CSV ({row.fault})" if row.fault else _csv_row(names, row.cells)


def _csv_row(names: list[str], cells: Sequence[str]) -> dict[str, object] | str:
    """The cells of a row by name, or what is wrong with it."""
    if len(cells) > len(names):
        return f"has {len(cells)} cells for {len(names)} columns"
    return dict(zip(names, cells, strict=False))


def _jsonl_rows(text: str) -> Iterator[tuple[int, dict[str, object] | str]]:
    """The lines of a JSON Lines file; blank ones are counted and passed over."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _json_row(line)


def _json_row(line: str) -> dict[str, object] | str:
    """One line of JSON, or what is wrong with it."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is not JSON ({getattr(error, 'msg', 'nested too deeply')})"
    return _lowered(row) if isinstance(row, dict) else "is no JSON object"


def _json_rows(text: str) -> Iterator[tuple[int, dict[str, object] | str]]:
    """The objects of a JSON array, or the one object of a file."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"it is not JSON ({error}); one object a line goes into .jsonl") from None
    for number, row in enumerate(content if isinstance(content, list) else [content], 1):
        yield number, _lowered(row) if isinstance(row, dict) else "is no JSON object"
