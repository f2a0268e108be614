"""
One article of a text that holds several, as a stretch of it: a document of its own with offsets of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from geo.articles.dating import dated
from geo.articles.found import WHOLE, Found
from geo.articles.textfiles import find_publisher
from geo.dates import compiled
from geo.models import Document, Section
from geo.text import guess_language

Span = tuple[int, int]
_LINE = r"[^\r\n]+"


class CutLine(NamedTuple):
    """A line that is not blank, without the white space around it."""

    start: int
    end: int
    text: str


class Cut(NamedTuple):
    """Where an article stands in a text, and what it says of itself; all offsets are those of the text."""

    start: int
    end: int
    title: Span | None
    body: tuple[Span, ...]
    """What is read, in order, the title aside."""
    date: str = ""
    """As it is written; empty if nothing is."""
    publisher: str = ""
    url: str = ""


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[CutLine]:
    """The lines of a stretch that say something."""
    found = compiled(_LINE).finditer(text, start, len(text) if end is None else end)
    return [line for one in found if (line := _line(one)).text]


def _line(found: re.Match[str]) -> CutLine:
    """A line without the white space around it."""
    bare = found[0].strip("\ufeff \t\x0c\v")
    start = found.start() + found[0].index(bare)
    return CutLine(start, start + len(bare), bare)


def trimmed(text: str, span: Span) -> Span:
    """A stretch without the white space around it."""
    stretch = text[slice(*span)]
    start = span[0] + len(stretch) - len(stretch.lstrip("\ufeff \t\r\n\x0c"))
    return start, max(start, span[0] + len(stretch.rstrip()))


def documents_of(text: str, cuts: Iterable[Cut], path: str) -> tuple[Document, ...]:
    """The articles of a text; the only one keeps the whole text, so its offsets are those of the file."""
    chosen = [cut for cut in cuts if any(start < end for start, end in cut.body) or cut.title]
    if len(chosen) == 1:
        return (_document(text, chosen[0], (0, len(text)), path),)
    return tuple(
        _document(text, cut, (cut.start, cut.end), numbered(path, number))
        for number, cut in enumerate(chosen, 1)
    )


def found_of(documents: Iterable[Document], note: str = "") -> Found:
    """What a reader hands over: one article is the whole file, of several each has its number."""
    several = tuple(documents)
    if len(several) == 1:
        return Found([(WHOLE, "", several[0])], note=note)
    return Found([(str(number), "", one) for number, one in enumerate(several, 1)], note=note)


def numbered(path: str, number: int) -> str:
    """How one of several articles of a file is called."""
    return f"{path}#{number}"


def _document(text: str, cut: Cut, span: Span, path: str) -> Document:
    """An article whose text is a stretch of the file."""
    shift = span[0]
    title = " ".join(text[slice(*cut.title)].split()) if cut.title else None
    stretches = [("title", cut.title)] if cut.title else []
    sections = [Section("title", start - shift, end - shift) for _, (start, end) in stretches]
    for start, end in (trimmed(text, span) for span in cut.body):
        if start < end:
            sections.append(Section("body", start - shift, end - shift))
    body = "\n".join(text[slice(*stretch)] for stretch in cut.body)
    document = Document(
        id="",
        path=path,
        text=text[slice(*span)],
        sections=tuple(sections),
        title=title,
        language=guess_language(body if body.strip() else text[slice(*span)]),
        publisher=cut.publisher or find_publisher(body),
        url=cut.url or None,
    )
    return dated(document, filled=cut.date, shown=(body,))


def between(text: str, marks: list[re.Match[str]], ends: bool = False) -> list[Span]:
    """The stretches behind each mark, or with `ends` before each."""
    if not marks:
        return []
    if ends:
        starts = [0, *(mark.end() for mark in marks[:-1])]
        return [(start, mark.end()) for start, mark in zip(starts, marks, strict=True)]
    stops = [*(mark.start() for mark in marks[1:]), len(text)]
    return [(mark.end(), stop) for mark, stop in zip(marks, stops, strict=True)]


Cutter = Callable[[str], list[Cut]]
