"""
The readers of single documents: text, message, PDF, Word document. Each may hold several articles.

Libraries of a kind are imported when a file of it is there.
"""

from __future__ import annotations

from geo.articles.cuts import found_of
from geo.articles.found import Found
from geo.articles.frontmatter import front_matter
from geo.articles.several import read_texts
from geo.articles.textfiles import read_header
from geo.dates import compiled
from geo.errors import InputError
from geo.text import decode

_BLOCK_TAG = (
    r"(?i)</?(?:p|div|br|h[1-6]|ul|ol|li|table|tr|td|article|section|body|html|blockquote)\b(?:\s[^<>]*)?/?>"
)
_PAIR = r"(?i)<(?P<tag>b|i|u|em|strong|a|span|font|small|sup|sub)\b[^<>]*>[^<>]*</(?P=tag)>"
_ENTITY = r"&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]{2,8}\d?);"
_SURE = r"&(?:#\d{2,7}|#x[\da-fA-F]{2,6}|nbsp|quot|[lr][ds]quo|[nm]dash|hellip|middot|bull|apos);"


def read_text_file(content: bytes, path: str) -> Found:
    """The articles of a text; HTML in it is read as such, entities where they are clearly meant."""
    text, note = decode(content)
    heads = front_matter(text)
    start = heads[0].end() if heads else read_header(text).end
    rest = text[start:]
    if len(heads) > 1 or not _is_marked_up(rest):
        found = read_texts(text, path)
    else:
        found = _read_marked_up(text[:start], rest, path)
    found.note = "; ".join(part for part in (note, found.note) if part)
    return found


def _is_marked_up(text: str) -> bool:
    """Whether a text is HTML, or was taken out of it with its entities."""
    if "<" in text and (len(compiled(_BLOCK_TAG).findall(text)) > 1 or compiled(_PAIR).search(text)):
        return True
    return "&" in text and bool(compiled(_SURE).search(text) or len(compiled(_ENTITY).findall(text)) > 1)


def _read_marked_up(head: str, rest: str, path: str) -> Found:
    """HTML without header lines as a page if it is one; else its words below the header lines."""
    if not head.strip() and len(compiled(_BLOCK_TAG).findall(rest)) > 1:
        from geo.articles.webpages import read_page

        try:
            return found_of([read_page(rest, path)])
        except InputError:
            pass  # too short for a page
    from geo.articles.markup import blocks

    words = blocks(rest)
    return read_texts(f"{head}\n{words}" if head else words, path)


def read_mail_file(content: bytes, path: str) -> Found:
    """The articles of a message, a mailbox, an alert or an archived page."""
    from geo.articles.mail import read_mail

    return read_mail(content, path)


def read_pdf_file(content: bytes, path: str) -> Found:
    """The articles of a PDF."""
    from geo.articles.pdffiles import read_pdf

    return read_pdf(content, path)


def read_docx_file(content: bytes, path: str) -> Found:
    """The articles of a Word document."""
    from geo.articles.wordfiles import read_docx

    return read_docx(content, path)
