"""
Articles in saved web pages: headline, text, publisher and address by trafilatura, the date by our own rules.

Before extraction the page is cleared of menus, sidebars and comments, and tables that only lay out a page are
opened: the cell with the article stays. The document's text is the headline, a blank line and the main text.
"""

from __future__ import annotations

from typing import Any

from geo.articles.dating import dated
from geo.articles.machine_dates import stated_days
from geo.articles.tables import compose
from geo.articles.textfiles import find_publisher
from geo.dates import compiled
from geo.errors import InputError
from geo.models import Document
from geo.text import guess_language

_JUNK_TAGS = (
    "script",
    "style",
    "noscript",
    "nav",
    "aside",
    "footer",
    "form",
    "iframe",
    "button",
    "select",
    "svg",
)
_JUNK_NAME = (
    r"(?i)(?:^|[\s_-])(?:sidebar|side|related|menu|gnb|lnb|nav|navigation|banner|comments?|reply|replies|popular|ranking|"
    r"most[-_]?(?:read|viewed)|footer|breadcrumbs?|weather|share|sns|social|subscribe|newsletter|advert\w*|ads?|promo|"
    r"widget|recommend\w*|latest|trending|tags?|copyright)(?:$|[\s_-])"
)
_KEPT_TAGS = ("html", "body", "article", "main")
_SAVED_FROM = r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->"
_BREAKS = r"(?i)(?:<br\s*/?>\s*){2,}"
_XML = r"^\ufeff?\s*<\?xml[^>]*\?>"
_INLINE = ("a", "b", "i", "u", "em", "strong", "span", "font", "small", "sup", "sub", "br", "img")
_BLOCKS = (
    "p div h1 h2 h3 h4 h5 h6 li tr td th br table section article header dt dd blockquote time ul ol".split()
)
_SHORTEST = 80
_HEADING = 8
_CELL_SHARE = 0.4
_LAYOUT_CELL = 120


def read_page(html: str, path: str) -> Document:
    """
    The article of a saved page, still without an id.

    Raises
    ------
    InputError
        If no article text is found in it.
    """
    import logging

    from lxml import html as parser
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    source = compiled(_BREAKS).sub("<p>", compiled(_XML).sub("", html))
    if "<" not in source:
        raise InputError("it holds no HTML; give it the suffix .txt if it is text")
    page = parser.document_fromstring(source)
    metadata = _metadata(source)
    stated = stated_days(page)
    _clear(page)
    found = bare_extraction(page, include_comments=False, with_metadata=False, include_tables=True)
    body = (getattr(found, "text", None) or "").strip()
    body = body if len(body) >= _SHORTEST else _lines_of(page)
    if len(body) < _SHORTEST:
        raise InputError("no article text was found in it; save the article as text")
    title = _title(page, metadata.title)
    document = _document(title, metadata, body, html, path)
    return dated(document, stated=stated, shown=(_lines_of(page), body))


def _metadata(source: str) -> Any:
    """Headline, name of the site and address of a page."""
    from trafilatura import extract_metadata

    return extract_metadata(source, extensive=False)


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


def _clear(page: Any) -> None:
    """Take menus, sidebars and comments out of a page, and open the tables that lay it out."""
    for element in list(page.iter()):
        if isinstance(element.tag, str) and _is_junk(element) and element.getparent() is not None:
            element.drop_tree()
    for table in list(page.iter("table")):
        _open_table(table)
    for block in list(page.iter("div", "td", "article", "section", "main", "body")):
        _wrap_bare_text(block)


def _is_junk(element: Any) -> bool:
    """Whether an element is no part of an article, by tag or name; never one that holds most of the text."""
    if element.tag in _JUNK_TAGS:
        return True
    name = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    return (
        element.tag not in _KEPT_TAGS
        and bool(compiled(_JUNK_NAME).search(name))
        and not _holds_article(element)
    )


def _holds_article(element: Any) -> bool:
    """Whether an element has most of the page's words that are no links."""
    body = element.getroottree().find("body")
    return body is not None and 2 * _words(element) > _words(body)


def _words(element: Any) -> int:
    """Characters of an element that are no links."""
    links = sum(len(link.text_content()) for link in element.iter("a"))
    return len(element.text_content()) - links


def _open_table(table: Any) -> None:
    """Make blocks of a table that lays out a page, without the cells beside the article."""
    cells = [cell for cell in table.iter("td", "th") if next(cell.iterancestors("table")) is table]
    longest = max(map(_words, cells), default=0)
    if longest < _LAYOUT_CELL or table.getparent() is None:
        return
    for cell in cells:
        if _words(cell) < _CELL_SHARE * longest:
            cell.drop_tree()
    for part in [table, *table.iter("tbody", "tr", "td", "th")]:
        if part is table or next(part.iterancestors("table"), table) is table:
            part.tag = "div"


def _wrap_bare_text(block: Any) -> None:
    """Make a paragraph of the bare words before the first one of a block: extraction would drop them."""
    children = list(block)
    first = next((place for place, child in enumerate(children) if child.tag == "p"), None)
    words = block.text or ""
    if first is None or not (words.strip() or any(child.tag in _INLINE for child in children[:first])):
        return
    before = children[:first]
    if all(child.tag in _INLINE for child in before):
        paragraph = block.makeelement("p")
        paragraph.text, block.text = words, None
        block.insert(0, paragraph)
        paragraph.extend(before)


def _lines_of(page: Any) -> str:
    """The visible text of a page, one line for each block."""
    body = page.find("body")
    text = "".join(_walk(page if body is None else body))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _walk(element: Any) -> list[str]:
    """The text of an element in order, with line ends around blocks."""
    if not isinstance(element.tag, str):
        return [element.tail or ""]
    edge = "\n" if element.tag in _BLOCKS else ""
    inner = [piece for child in element for piece in _walk(child)]
    return [
        edge,
        " ".join((element.text or "").split("\n")),
        *inner,
        edge,
        (element.tail or "").replace("\n", " "),
    ]
