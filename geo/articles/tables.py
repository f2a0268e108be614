"""
Articles in JSON Lines, JSON, CSV and TSV: one row, one article, by the names of the columns.

How columns are called says `geo/articles/columns.py`. Only a text or a title is needed; HTML in them is read
as blocks. A row that cannot be read is told by its number and does not stop the others. Rows of CSV are
counted from 1 below the header, those of JSON Lines by line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from io import StringIO
from itertools import islice
from math import isfinite
from typing import Any, Protocol

from geo.articles.columns import COLUMNS, are_a_header, are_of_addresses, hold_articles, key, keyed_pairs
from geo.articles.dating import dated
from geo.articles.found import Bad, Found
from geo.articles.objects import Row, articles_in
from geo.articles.textfiles import find_publisher, headline, sections_of
from geo.dates import compiled
from geo.errors import InputError
from geo.models import Document, Section
from geo.text import declares_delimiter, decode, guess_language, read_rows, whole

_NAME_INSIDE = ("name", "title", "rendered", "#text", "value", "$date", "$oid", "date", "href", "@id", "uri")
"""Keys of an object that stands for a name."""
_WORDS_INSIDE = ("rendered", "main", "text", "content", "body", "#text", "value")
"""Keys of an object that stands for a text."""
_ADDRESS = r"(?i)https?://"
_SECONDS = r"1\d{9}(?:\d{3})?"
_CUT_MARK = r"\s*\[\+\d+ chars\]\s*\Z"
"""Behind a text that a news service has cut."""
_HEADER_LINES = 10
"""A header is looked for in so many first lines."""
_LINE_END = r"[.。]?[^\S\r\n]*(?:[\r\n]|\Z)"


class SieveLike(Protocol):
    """Tells which articles can name a place of the DPRK."""

    def hits(self, block: bytes) -> Iterator[int]:
        """Offsets at which raw bytes may name one."""

    def passes(self, block: bytes) -> bool:
        """Whether raw bytes may name one."""

    def reads(self, text: str) -> bool:
        """Whether a text may name one."""


SAVE_PAGES = "nothing is fetched: save their pages, for instance with `factorymap fetch`, and name the folder"


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


def _read(content: bytes, path: str, rows_of: Callable[[str], Iterator[tuple[int, Row]]]) -> Found:
    """The articles of the rows of a text."""
    text, note = decode(content)
    found = Found(note=note)
    for number, row in rows_of(text.removeprefix("\ufeff")):
        if isinstance(row, str):
            found.bad.append(Bad(str(number), row))
        else:
            add_row(found, str(number), row, path)
    return found


def add_row(
    found: Found, number: str, row: Mapping[str, object], path: str, sieve: SieveLike | None = None
) -> None:
    """
    Add the article of a row (names as `key` writes them -> values), or what is wrong with it.

    With a sieve, what can name no place of the DPRK is only counted.
    """
    text = _words(row, COLUMNS["text"]) or _words(row, COLUMNS["brief"])
    title = _on_one_line(_words(row, COLUMNS["title"]))
    if sieve and (text or title) and not sieve.reads(f"{title}\n\n{text}"):
        found.passed += 1
        return
    values = {part: _value(row, names) for part, names in COLUMNS.items()} | {"text": text, "title": title}
    if not text and not title:
        found.bad.append(Bad(number, f"has no text{', only an address' if values['url'] else ''}"))
        return
    found.documents.append((number, values["id"], _document(_with_address(row, values), f"{path}#{number}")))


def _words(row: Mapping[str, object], names: tuple[str, ...]) -> str:
    """The first of some columns that is filled, as text without markup; numbers are none."""
    from geo.articles.markup import blocks

    for value in map(row.get, names):
        words = blocks(whole(value if isinstance(value, str) else _listed(value)))
        if words.strip():
            return compiled(_CUT_MARK).sub("", words)
    return ""


def _on_one_line(text: str) -> str:
    """A title, as it is unless it has lines."""
    return " ".join(text.split()) if "\n" in text else text.strip()


def _listed(value: object) -> str:
    """The text of a list of paragraphs, or of an object around a text."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "\n\n".join(value)
    if isinstance(value, list):  # words and formatted words between them, as chats are exported
        return "".join(one if isinstance(one, str) else _listed(one) for one in value)
    inside = (value.get(name) for name in _WORDS_INSIDE) if isinstance(value, dict) else ()
    return next((one for one in inside if isinstance(one, str) and one.strip()), "")


def _value(row: Mapping[str, object], names: tuple[str, ...]) -> str:
    """The first of some columns that is filled, on one line."""
    return next((one for one in map(_plain, map(row.get, names)) if one), "")


def _plain(value: object) -> str:
    """A value as text; empty for what says nothing: null, NaN, true, a list of objects."""
    if isinstance(value, list):
        return _plain(value[0]) if value else ""
    if isinstance(value, dict):
        return next((one for one in map(_plain, map(value.get, _NAME_INSIDE)) if one), "")
    if isinstance(value, float) and not isfinite(value):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()
    return whole(str(value)).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _with_address(row: Mapping[str, object], values: dict[str, str]) -> dict[str, str]:
    """The values, where an address that stands for the source is the article's, if it has no other."""
    if not compiled(_ADDRESS).match(values["publisher"]):
        return values
    others = (one for one in (_plain(row.get(name)) for name in COLUMNS["publisher"]) if one)
    named = next((one for one in others if not compiled(_ADDRESS).match(one)), values["publisher"])
    return values | {"publisher": named, "url": values["url"] or values["publisher"]}


def _stated_day(value: str) -> str:
    """The value of a date as it stands; seconds or milliseconds since 1970 as a day and time."""
    if not compiled(_SECONDS).fullmatch(value):
        return value
    return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()


def _document(values: dict[str, str], path: str) -> Document:
    """The article of a row, still without an id."""
    text, sections = compose(values["title"], values["text"])
    document = Document(
        id="",
        path=path,
        text=text,
        sections=sections,
        title=values["title"] or next((text[s.start : s.end] for s in sections if s.kind == "title"), None),
        language=guess_language(values["text"] or values["title"]),
        publisher=values["publisher"] or find_publisher(values["text"]),
        url=values["url"] or None,
        origin=values["origin"].lower() or None,
    )
    return dated(document, filled=_stated_day(values["date"]), shown=(values["text"],))


def compose(title: str, body: str) -> tuple[str, tuple[Section, ...]]:
    """One text of headline and body, with its sections; a headline that opens the body is not doubled."""
    if not title:
        return body, sections_of(body, headline(body, 0), 0)
    start = len(body) - len(body.lstrip("\ufeff \t\r\n"))
    if not body.strip():
        return title, (Section("title", 0, len(title)),)
    behind = compiled(_LINE_END).match(body, start + len(title)) if body.startswith(title, start) else None
    if behind:
        rest = len(body) - len(body[behind.end() :].lstrip())
        return body, _filled_sections(
            Section("title", start, start + len(title)), Section("body", rest, len(body))
        )
    text = f"{title}\n\n{body}"
    return text, _filled_sections(Section("title", 0, len(title)), Section("body", len(title) + 2, len(text)))


def _filled_sections(*sections: Section) -> tuple[Section, ...]:
    """The sections that are not empty."""
    return tuple(section for section in sections if section.end > section.start)


def _csv_rows(text: str, delimiter: str = "") -> Iterator[tuple[int, Row]]:
    """The rows of a CSV or TSV file; a row that breaks the quoting is told as such."""
    start, delimiter = start_of_table(text, delimiter)
    rows = read_rows(text[start:], delimiter)
    header = next(rows, None)
    if header and header.fault:
        raise InputError(f"its header is not CSV ({header.fault}); quote cells that hold quotes or line ends")
    names = check_header(header.cells if header else ())
    number = 0
    for row in rows:
        if row.fault or row.cells:
            number += 1
            yield number, f"is not CSV ({row.fault})" if row.fault else row_of_cells(names, row.cells)


def start_of_table(text: str, delimiter: str) -> tuple[int, str]:
    """Where the header begins, below a heading or blank lines, and the delimiter if it is to be given."""
    if declares_delimiter(text):
        return 0, delimiter
    start, first = 0, True
    for line in islice(StringIO(text), _HEADER_LINES):
        for tried in (delimiter, "|"):
            names = [key(cell) for row in read_rows(line, tried, strict=False) for cell in row.cells]
            if are_a_header(names) or (first and tried == delimiter and hold_articles(names)):
                return start, tried
        start, first = start + len(line), first and not line.strip()
    return 0, delimiter


def check_header(cells: Sequence[object]) -> list[str]:
    """
    The names of some columns.

    Raises
    ------
    InputError
        If none of them has text or title of articles.
    """
    names = [key(cell) for cell in cells]
    if hold_articles(names):
        return names
    told = ", ".join(" ".join(str(cell).split()).lower() for cell in cells)[:100]
    if are_of_addresses(names):
        raise InputError(f"it holds addresses and no articles (its columns are {told}); {SAVE_PAGES}")
    raise InputError(f"no column for the text; its columns are {told}; name one of them `text`")


def row_of_cells(names: list[str], cells: Sequence[object]) -> Row:
    """The cells of a row by name, or what is wrong with it; blank ones beyond the last column are nothing."""
    filled = len(cells)
    while filled > len(names) and cells[filled - 1] in ("", None):
        filled -= 1
    if filled > len(names):
        return f"has {filled} cells for {len(names)} columns"
    return keyed_pairs(zip(names, cells, strict=False))


def _jsonl_rows(text: str) -> Iterator[tuple[int, Row]]:
    """The articles in the lines of a JSON Lines file; blank ones are counted and passed over."""
    for number, line in enumerate(_lines(text), 1):
        if line.strip():
            for row in json_line(line):
                yield number, row


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, one after the other."""
    start, ending = 0, "\n" if "\n" in text else "\r"
    while start <= len(text):
        end = text.find(ending, start) % (len(text) + 1)
        yield text[start:end]
        start = end + 1


def json_line(line: str) -> Iterable[Row]:
    """The articles in one line of JSON, or what is wrong with it."""
    try:
        value = json.loads(line.rstrip().removesuffix(","))
    except (ValueError, RecursionError) as error:
        return [f"is not JSON ({_said(error).replace(' line 1,', '')})"]
    members = value if isinstance(value, list) else [value]
    if members and not any(isinstance(one, dict) for one in members):
        return ["is no JSON object"]
    return articles_in(value)


def _json_rows(text: str) -> Iterator[tuple[int, Row]]:
    """The objects of a JSON array, the articles that an answer wraps, or the one object of a file."""
    try:
        rows = [row for value in _json_values(text) for row in articles_in(value)]
    except (ValueError, RecursionError) as error:
        raise InputError(f"it is not JSON ({_said(error)}); one object a line goes into .jsonl") from None
    yield from enumerate(rows, 1)


def _json_values(text: str) -> Iterator[Any]:
    """The value of a text, or several of them one behind the other, as tools print them that lay JSON out."""
    decoder, between = json.JSONDecoder(), compiled(r"[\s,]*")
    end = len(text) - len(text.lstrip())
    while end < len(text):
        value, end = decoder.raw_decode(text, end)
        yield value
        behind = between.match(text, end)
        end = behind.end() if behind else end


def _said(error: Exception) -> str:
    """What a parser of JSON says."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at line {error.lineno}, column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error).partition(";")[0]
