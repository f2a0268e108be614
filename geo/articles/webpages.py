"""
Articles in saved web pages: headline, text, publisher and address by trafilatura, the date by our own rules.

Which part of the page is the article is told in `mainpart`. The document's text is the headline, a blank line
and the main text.
"""

from __future__ import annotations

from html import unescape
from itertools import islice
from types import SimpleNamespace
from typing import Any

from geo.articles.dating import dated
from geo.articles.machine_dates import stated_days
from geo.articles.mainpart import clear, is_usual, main_text
from geo.articles.pageblocks import lines_of
from geo.articles.tables import compose
from geo.articles.textfiles import find_publisher
from geo.dates import compiled
from geo.errors import InputError
from geo.models import Document
from geo.text import guess_language

_SAVED_FROM = r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->"
_BREAKS = r"(?i)(?:<br\s*/?>\s*){2,}"
_XML = r"^\ufeff?\s*<\?xml[^>]*\?>"
_CONTROL = dict.fromkeys((*range(9), *range(14, 32), 127)) | {11: " ", 12: " "}
_CONTROL_REFERENCE = r"(?i)&#(?:0*(?:\d|1[124-9]|2\d|3[01]|127)|x0*(?:[0-8bcef]|1[0-9a-f]|7f))(?![0-9a-f]);?"
_TITLE = r"(?i)<title>([^<]{1,500})</title>"
_HEADING = 8
LONGEST_PAGE = 20_000_000
LONGEST_TEXT = 1_000_000
LONGEST_HEAD = 300_000
"""Code points of a page's source, of its visible text, and of what is searched for metadata, at most."""
MOST_ELEMENTS = 100_000
"""Elements of a page that is read."""
DEEPEST = 2000
"""Elements inside each other that the parser keeps; what lies deeper is lost."""


def read_page(html: str, path: str) -> Document:
    """
    The article of a saved page, still without an id.

    Paragraphs are parted by blank lines, items of a list are lines with a dash. Control characters are left
    out. Nothing is fetched and no entity of the page's own is expanded.

    Raises
    ------
    InputError
        If no article text is found in it, or it is larger than any article: 20 million characters of source,
        a million of visible text, 100,000 elements. What lies more than 2,000 elements deep is not read.
    """
    import logging
    from copy import deepcopy as copy

    from lxml import etree
    from lxml import html as parser
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    if len(html) > LONGEST_PAGE:
        raise InputError(f"it is longer than {LONGEST_PAGE:,} characters; save the article as text")
    source = compiled(_XML).sub("", html).translate(_CONTROL)
    source = compiled(_BREAKS).sub("<p>", compiled(_CONTROL_REFERENCE).sub(" ", source))
    if "<" not in source:
        raise InputError("it holds no HTML; give it the suffix .txt if it is text")
    try:
        page = parser.document_fromstring(source, parser=parser.HTMLParser(huge_tree=True))
    except etree.LxmlError:
        raise InputError("no article text was found in it; save the article as text") from None
    if sum(1 for _ in islice(page.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        raise InputError(f"it has more than {MOST_ELEMENTS:,} elements; save the article as text")
    metadata = _metadata(source)
    stated = stated_days(page)
    clear(page)
    visible = _visible(page)
    if len(visible) > LONGEST_TEXT:
        raise InputError(f"its text is longer than {LONGEST_TEXT:,} characters; save the article alone")
    found = None
    if is_usual(page):
        found = bare_extraction(copy(page), include_comments=False, with_metadata=False, include_tables=True)
    body = main_text(page, getattr(found, "text", None) or "")
    if not body:
        deep = page.xpath(f"boolean(//*[count(ancestor::*) > {DEEPEST}])")
        nested = f"its elements are nested more than {DEEPEST:,} deep" if deep else ""
        raise InputError(f"{nested or 'no article text was found in it'}; save the article as text")
    title = _title(page, metadata.title)
    document = _document(title, metadata, body, html, path)
    return dated(document, stated=stated, shown=(visible, body))


def _metadata(source: str) -> Any:
    """Headline, name of the site and address of a page; the headline alone, if the others cannot be read."""
    from trafilatura import extract_metadata

    try:
        return extract_metadata(source[:LONGEST_HEAD], extensive=False)
    except Exception:  # the library's own failure, on a day with an impossible zone for instance
        title = compiled(_TITLE).search(source)
        return SimpleNamespace(title=unescape(title[1]) if title else None, sitename=None, url=None)


def _title(page: Any, title: str | None) -> str | None:
    """The headline; of one that ends in the name of the site, the heading that it begins with."""
    named = " ".join((title or "").split())
    headings = (" ".join(one.text_content().split()) for one in page.iter("h1", "h2", "h3"))
    return next((one for one in headings if len(one) >= _HEADING and named.startswith(one)), named) or None


def _document(title: str | None, metadata: Any, body: str, html: str, path: str) -> Document:
    """The document of what was found."""
    text, sections = compose(title or "", body)
    saved = compiled(_SAVED_FROM).search(html)
    return Document(
        id="",
        path=path,
        text=text,
        sections=sections,
        title=title,
        language=guess_language(text),
        publisher=metadata.sitename or find_publisher(body),
        url=metadata.url or (saved[1] if saved else None),
    )


def _visible(page: Any) -> str:
    """The visible text of a page, one line for each block."""
    body = page.find("body")
    return "\n".join(lines_of(page if body is None else body))
