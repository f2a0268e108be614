"""
Which kind of content a file holds, told from its bytes; its suffix is a hint where they leave it open.

A reader for each kind stands in `geo/articles/reading.py`.
"""

from __future__ import annotations

import json
import zlib
from io import BytesIO, StringIO
from itertools import islice
from typing import Any, Literal

from geo.articles.columns import are_a_header, key
from geo.dates import compiled
from geo.errors import InputError
from geo.text import DELIMITERS, declares_delimiter, decode, read_rows

Kind = Literal[
    "text",
    "page",
    "jsonl",
    "json",
    "csv",
    "tsv",
    "workbook",
    "feed",
    "addresses",
    "mail",
    "pdf",
    "docx",
    "warc",
    "gzip",
    "zstandard",
    "parquet",
]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".ris": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".xlsx": "workbook",
    ".xlsm": "workbook",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".eml": "mail",
    ".mbox": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".pdf": "pdf",
    ".docx": "docx",
    ".parquet": "parquet",
    ".warc": "warc",
}
"""Suffix of a file that is read -> what it says about its content."""
PACKED = (".gz", ".zst")
"""Suffixes that may follow another one."""

_MAGIC: dict[bytes, Kind] = {
    b"%PDF": "pdf",
    b"\x1f\x8b": "gzip",
    b"\x28\xb5\x2f\xfd": "zstandard",
    b"PAR1": "parquet",
    b"WARC/": "warc",
}
_PARTS: dict[str, Kind] = {"xl/workbook.xml": "workbook", "word/document.xml": "docx"}
_HEAD = 65536
_PROLOGUE = r"(?is)(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*+(?:\[.*?\]\s*)?>)*+<(?P<root>[a-z][\w.:-]*)"
_ROOTS: dict[str, Kind] = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "urlset": "addresses",
    "sitemapindex": "addresses",
    "opml": "addresses",
    **dict.fromkeys(
        "html head body meta title article main section div table p h1 h2 h3 br span".split(), "page"
    ),
}
"""First element of a file of tags -> kind."""
_HTML = r"(?i)<html\b"
_HTML_HEAD = 2000
_HEADER_LINE = r"(?P<name>[A-Za-z][A-Za-z0-9-]*):[^\n]*(?:\n[ \t]+\S[^\n]*)*(?:\n|\Z)"
_MAIL_NAMES = {"from", "to", "subject", "date", "message-id", "received", "return-path", "content-type"}
_ADDRESS = r"(?i)(?:(?:[-*•]|\d+[.)])[ \t]+)?[<\"']?(?:https?://|www\.)\S+"
_LINES_TRIED = 5


def kind_of(content: bytes, suffix: str = "") -> Kind:
    """
    The kind of a file.

    Parameters
    ----------
    content
        The whole file.
    suffix
        Of its name, in lower case; what an unknown one holds is text unless its bytes say otherwise.
    """
    if magic := kind_of_start(content):
        return "warc" if is_web_archive(content) else magic
    hint = SUFFIXES.get(suffix, "text")
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_zip(content) or hint
    head = _text(content[:_HEAD]).lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        return _kind_of_tags(head) or hint
    if head.startswith(("{", "[")):
        return _kind_of_json(_text(content), hint) or hint
    return _kind_of_lines(head, len(content) > _HEAD, hint) or hint


def has_tags_to_read(start: bytes) -> bool:
    """Whether a file whose name says nothing begins as a web page, a feed or a list of addresses does."""
    head = _text(start).lstrip("\ufeff \t\r\n")
    return head.startswith("<") and _kind_of_tags(head) is not None


def kind_of_start(content: bytes) -> Kind | None:
    """The kind of a file whose first five bytes tell it; None for one that is told by more."""
    return next((kind for start, kind in _MAGIC.items() if content.startswith(start)), None)


def is_web_archive(content: bytes) -> bool:
    """Whether a file that begins so is a web archive, packed or not."""
    magic = kind_of_start(content)
    return magic == "warc" or (magic == "gzip" and _begins(content).startswith(b"WARC/"))


def _begins(packed: bytes) -> bytes:
    """The first bytes of what is packed with gzip; a web archive is packed record by record, and stays so."""
    try:
        return zlib.decompressobj(31).decompress(packed[:_HEAD], 16)
    except zlib.error:
        return b""


def _text(content: bytes) -> str:
    """Bytes as text, for a look at its signs: those are plain ASCII in whatever else cannot be decoded."""
    try:
        return decode(content)[0]
    except InputError:
        return content.decode("latin-1")


def _kind_of_zip(content: bytes) -> Kind | None:
    """By the parts that an Office document has."""
    from zipfile import BadZipFile, ZipFile

    try:
        names = set(ZipFile(BytesIO(content)).namelist())
    except (BadZipFile, OSError, ValueError):
        return None
    return next((kind for part, kind in _PARTS.items() if part in names), None)


def _kind_of_tags(head: str) -> Kind | None:
    """By the first element behind declarations and comments."""
    root = compiled(_PROLOGUE).match(head)
    return _ROOTS.get(root["root"].lower().rpartition(":")[2]) if root else None


def _kind_of_json(text: str, hint: Kind) -> Kind | None:
    """One value is JSON, several lines of one value each are JSON Lines."""
    text = text.lstrip("\ufeff")
    lines = list(islice((line for line in StringIO(text, newline=None) if line.strip()), _LINES_TRIED))
    first = _json(lines[0])
    if _is_list_of(str, first) and all(compiled(_ADDRESS).fullmatch(str(one)) for one in first):
        return "addresses"
    sure = hint in ("json", "jsonl")
    if isinstance(first, dict) or (sure and first is not None):
        return "jsonl" if len(lines) > 1 else "json"
    if _is_list_of(dict, first) or first is None:
        whole = first if len(lines) == 1 else _json(text)
        if isinstance(whole, dict) or _is_list_of(dict, whole) or (sure and whole is not None):
            return "json"
    if any(isinstance(_json(line), dict) for line in lines[1:]):
        return "jsonl"
    return "json" if sure and lines[0].strip() in ("{", "[", "[{") else None


def _json(text: str) -> Any:
    """The value of some JSON; None if it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _is_list_of(what: type, value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], what)


def _kind_of_lines(head: str, cut: bool, hint: Kind) -> Kind | None:
    """By the first lines: headers of a message, a list of addresses, the header of a table."""
    lines = [line.strip() for line in head.split("\n")]
    lines = [line for line in (lines[:-1] if cut else lines) if line and not line.startswith("#")]
    if lines and all(compiled(_ADDRESS).fullmatch(line) for line in lines):
        return "addresses"
    if hint in ("csv", "tsv"):
        return None
    if _is_mail(head):
        return "mail"
    if declares_delimiter(head) or _has_header(head):
        return "csv"
    if hint != "page" and compiled(_HTML).search(head[:_HTML_HEAD]):
        return "page"
    return None


def _is_mail(head: str) -> bool:
    """Whether a text begins with the headers of a message or of an archived page."""
    names, position, head = set(), 0, head.replace("\r\n", "\n")
    while line := compiled(_HEADER_LINE).match(head, position):
        names.add(line["name"].lower())
        position = line.end()
    return "mime-version" in names or ("from" in names and len(names & _MAIL_NAMES) > 2)


def _has_header(head: str) -> bool:
    """Whether the first line names columns that articles have, and other lines follow."""
    first, _, rest = head.partition("\n")
    if not any(delimiter in first for delimiter in (*DELIMITERS, "|")):
        return False
    rows = (row for delimiter in ("", "|") for row in read_rows(first, delimiter, strict=False))
    return bool(rest.strip()) and any(are_a_header([key(cell) for cell in row.cells]) for row in rows)
