"""
Articles in text files, with or without header lines.

    TITLE: Plant opens in county
    DATE: 2025-02-04
    SOURCE: Some News
    URL: https://news.example/1
    ORIGIN: summary

    The plant was opened ...

Header lines stand at the top, in any order and in any case; all may be missing. Offsets count the code points
of the decoded file, byte order mark and carriage returns included.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from geo.articles.dating import dated
from geo.articles.unstamped import is_stamp
from geo.dates import compiled, full_dates
from geo.models import Document, Section
from geo.text import LiteralFilter, guess_language

HEADER = r"(?i)(?P<key>TITLE|DATE|SOURCE|URL|ORIGIN)[ \t]*:[ \t]*(?P<value>[^\r\n]*)(?:\r\n|\r|\n|\Z)"
_BLANK = r"[\ufeff \t]*(?:\r\n|\r|\n)|[\ufeff \t]+"
_LINE = r"[^\r\n]+"
_AGENCIES = {
    "KCNA": r"\(KCNA\)\s*(?:--|[–—])|www\.kcna\.(?:kp|co\.jp)|\d일발\s?조선중앙통신\)",
    "Yonhap": r"(?m)^\(Yonhap\)|\(Yonhap\)\s*(?:--|[–—])|=연합뉴스\)",
    "Rodong Sinmun": r"(?m)www\.rodong\.rep\.kp|《로동신문》\s*$",
    "Newsis": r"=뉴시스\]",
    "Xinhua": r"\(Xinhua\)\s*(?:--|[–—])",
    "TASS": r"/TASS/",
    "Reuters": r"\(Reuters\)\s*(?:--?|[–—])",
}
_OF_AGENCIES = LiteralFilter(
    [
        ["(KCNA)", "www.kcna.", "조선중앙통신)"],
        ["(Yonhap)", "=연합뉴스)"],
        ["www.rodong.rep.kp", "《로동신문》"],
        ["=뉴시스]"],
        ["(Xinhua)"],
        ["/TASS/"],
        ["(Reuters)"],
    ]
)
"""One of which each of them has."""
_HEADLINE_LINES = 3
_HEADLINE_LENGTH = 160
SENTENCE_END = r"(?:[.。]|다)[\"'”’)\]]*$"


class Header(NamedTuple):
    """The header lines of a text."""

    values: dict[str, str]
    """Key in lower case -> value; a line without a value is left out."""
    title: tuple[int, int] | None
    """Where the value of the title stands."""
    end: int
    """Where the article begins."""


def read_text(text: str, path: str) -> Document:
    """The article of a text file, still without an id."""
    header = read_header(text)
    title = header.title or (None if header.values else headline(text, header.end))
    named = text[slice(*title)] if title else None
    body = text[header.end :]
    document = Document(
        id="",
        path=path,
        text=text,
        sections=sections_of(text, title, header.end),
        title=named,
        language=guess_language(body if body.strip() else text),
        publisher=header.values.get("source") or find_publisher(body),
        url=header.values.get("url"),
        origin=header.values.get("origin", "").lower() or None,
    )
    return dated(document, filled=header.values.get("date", ""), start=header.end)


@lru_cache(maxsize=2)
def read_header(text: str) -> Header:
    """
    The header lines at the top of a text.

    They end at the first line that is none of them. A blank line ends them, too, unless another key in
    capitals follows that was not there yet: "Date: ... | Source: ..." of a page is no header.
    """
    values: dict[str, str] = {}
    title, position, end = None, 0, 0
    while True:
        while blank := compiled(_BLANK).match(text, position):
            position = blank.end()
        line = compiled(HEADER).match(text, position)
        apart = bool(values) and position > end
        if not line or (apart and (line["key"] != line["key"].upper() or line["key"].lower() in values)):
            return Header({key: value for key, value in values.items() if value}, title, end)
        key, value = line["key"].lower(), line["value"].strip()
        if key == "title" and value and title is None:
            start = line.start("value") + line["value"].index(value)
            title = (start, start + len(value))
        values.setdefault(key, value)
        position = end = line.end()


def headline(text: str, start: int) -> tuple[int, int] | None:
    """The headline of a text without header: one of its first lines, if it looks like one."""
    lines = [found for found in compiled(_LINE).finditer(text, start) if found[0].strip(" \t\ufeff")][
        : _HEADLINE_LINES + 1
    ]
    for line in lines[:-1][:_HEADLINE_LINES]:
        words = line[0].strip(" \t\ufeff")
        if is_stamp(words):
            continue
        if len(words) > _HEADLINE_LENGTH or compiled(SENTENCE_END).search(words):
            return None
        if len(words.split()) >= 4 or (
            len(words.split()) >= 2 and len(words) >= 10 and guess_language(words) == "ko"
        ):
            if words.startswith(("(", "[", "http", "www")) or _is_authors(words):
                return None
            first = line.start() + line[0].index(words)
            return first, first + len(words)
    return None


def _is_authors(line: str) -> bool:
    """Whether a line names the author, and is no headline that begins so: in German with a date."""
    return re.match(r"(?i)by\s", line) is not None or (
        re.match(r"(?i)von\s", line) is not None and next(full_dates(line), None) is not None
    )


def sections_of(text: str, title: tuple[int, int] | None, start: int) -> tuple[Section, ...]:
    """The headline, and what stands before and behind it from `start` on, without white space around."""
    sections = []
    if title and title[0] >= start:
        sections += [
            _trimmed(text, start, title[0]),
            Section("title", *title),
            _trimmed(text, title[1], len(text)),
        ]
    else:
        sections += [Section("title", *title)] if title else []
        sections += [_trimmed(text, start, len(text))]
    return tuple(section for section in sections if section.end > section.start)


def _trimmed(text: str, start: int, end: int) -> Section:
    """A body section without the white space and the byte order mark around it."""
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip("\ufeff \t\r\n"))
    return Section("body", start + left, max(start + left, start + len(stretch.rstrip())))


def find_publisher(body: str) -> str | None:
    """The agency that a dateline or a closing line names, if only one does and the text says no more."""
    agencies = list(_AGENCIES.items())
    there = (agencies[number] for number in _OF_AGENCIES.present(body))
    named = [name for name, pattern in there if compiled(pattern).search(body)]
    return named[0] if len(named) == 1 else None
