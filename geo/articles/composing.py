"""A document of the text that was taken out of a file of pages or paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.articles.cuts import Span, found_of
from geo.articles.dating import dated
from geo.articles.found import Found
from geo.articles.metadata import plausible_day, plausible_title
from geo.articles.several import cut_texts
from geo.articles.textfiles import find_publisher, headline, read_header, read_text, sections_of
from geo.models import Document
from geo.text import guess_language


def articles_of(
    lines: str,
    paragraphs: Sequence[str],
    path: str,
    *,
    title: str = "",
    own_title: str = "",
    made: str = "",
    url: str = "",
    note: str = "",
) -> Found:
    """
    The article of a file, or the articles of one that marks several.

    Parameters
    ----------
    lines
        The text line by line, as exports of databases are recognised.
    paragraphs
        The same, a paragraph each, as an article is read.
    title
        The paragraph that is set as the headline; empty if none is.
    own_title, made
        What the file says of itself: a title, the ISO day on which it was made.
    """
    several = cut_texts(lines, path)
    if several:
        several.note = "; ".join(part for part in (note, several.note) if part)
        return several
    text = "\n\n".join(paragraphs)
    if read_header(text).values:
        return found_of([read_text(text, path)], note)
    return found_of([_article(text, path, title, own_title, made, url)], note)


def _article(text: str, path: str, title: str, own_title: str, made: str, url: str) -> Document:
    """The one article of a file."""
    span = plausible_title(own_title, text) or _place(text, title) or headline(text, 0)
    named = text[slice(*span)] if span else None
    document = Document(
        id="",
        path=path,
        text=text,
        sections=sections_of(text, span, 0),
        title=named,
        language=guess_language(text),
        publisher=find_publisher(text),
        url=url or None,
    )
    found = dated(document, shown=(text,))
    return found if found.published_on else replace(found, published_on=plausible_day(made, text))


def _place(text: str, title: str) -> Span | None:
    """Where the headline stands in the text."""
    start = text.find(title) if title else -1
    return (start, start + len(title)) if start >= 0 else None
