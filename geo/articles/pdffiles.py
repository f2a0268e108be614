"""
Articles in PDF files, by PDFium: text in reading order, headline and day where the pages bear them out.

Bounded in size, pages, letters and time; what has pictures of text, no text, is refused.
"""

from __future__ import annotations

import re
from contextlib import closing
from time import monotonic
from typing import Any

from geo.articles.composing import articles_of
from geo.articles.found import Found
from geo.articles.paragraphs import read_pages
from geo.articles.pdfpages import AGAIN, Stretch, lines_of_page, open_pdf
from geo.errors import InputError

MOST_BYTES = 50_000_000
MOST_PAGES = 100
MOST_LETTERS = 1_000_000
MOST_SECONDS = 60
_FEWEST_LETTERS = 40
_MOST_UNREADABLE = 0.2
_TAIL = 4096


def read_pdf(content: bytes, path: str) -> Found:
    """
    The article of a PDF, or the articles of an export in one.

    Raises
    ------
    InputError
        If PDFium is not installed, or the file is locked, damaged, too long or without text.
    """
    if len(content) > MOST_BYTES:
        raise InputError(
            f"it is larger than {MOST_BYTES // 1_000_000} MB; save the pages of the article alone"
        )
    if b"%%EOF" not in content[-_TAIL:] and b"startxref" not in content[-_TAIL:]:
        raise InputError(f"it is a PDF that is cut off; {AGAIN}")
    try:
        with closing(open_pdf(content)) as document:
            said = document.get_metadata_dict(skip_empty=True)
            pages = _pages(document)
    except InputError:
        raise
    except RuntimeError:  # PDFium's own, of a page
        raise InputError(f"it is a PDF that is damaged; {AGAIN}") from None
    empty = sum(not page for page in pages)
    _check(pages)
    read = read_pages(pages)
    return articles_of(
        read.lines,
        read.paragraphs,
        path,
        title=read.title,
        own_title=str(said.get("Title", "")),
        made=_day(str(said.get("CreationDate", ""))),
        url=read.url,
        note=f"{empty} of its {len(pages)} pages have no text" if empty else "",
    )


def _pages(document: Any) -> list[list[Stretch]]:
    """The lines of every page."""
    count, start, letters = len(document), monotonic(), 0
    if not count:
        raise InputError(f"it is a PDF without pages; {AGAIN}")
    if count > MOST_PAGES:
        raise InputError(
            f"it has {count} pages, and {MOST_PAGES} are read; save the pages of the article alone"
        )
    pages = []
    for number in range(count):
        with closing(document[number]) as page:
            pages.append(lines_of_page(page))
        letters += sum(len(line.text) for line in pages[-1])
        if letters > MOST_LETTERS or monotonic() - start > MOST_SECONDS:
            raise InputError(
                f"it is too long to be an article (page {number + 1}); save the pages of the article alone"
            )
    return pages


def _check(pages: list[list[Stretch]]) -> None:
    """InputError if there is no text, or none that has letters."""
    text = "".join(line.text for page in pages for line in page)
    letters = sum(letter.isalnum() for letter in text)
    unreadable = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in text)
    if unreadable > _MOST_UNREADABLE * (letters + unreadable):
        raise InputError("its letters cannot be read (fonts without Unicode); save the text as .txt")
    if letters < _FEWEST_LETTERS:
        raise InputError("it holds pictures of pages and no text; recognise the text first (OCR), or type it")


def _day(stamp: str) -> str:
    """The ISO day of a date of PDF, `D:20241221...`; empty if it is none."""
    found = re.match(r"(?:D:)?(\d{4})(\d{2})(\d{2})", stamp)
    return "-".join(found.groups()) if found else ""
