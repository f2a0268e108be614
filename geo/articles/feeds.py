"""
Articles in feeds: RSS of any version and Atom, each item an article, the feed's title its publisher.

Read by lxml, with entities unresolved and nothing fetched. The text of an item is its content, else its
description; both are HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import Any

from geo.articles.found import Found
from geo.articles.markup import blocks
from geo.articles.tables import add_row
from geo.dates import compiled
from geo.errors import InputError
from geo.text import decode

_ROOTS = ("rss", "feed", "rdf", "channel")
_ITEMS = ("item", "entry")
_TEXT = ("encoded", "content", "description", "summary")
_DATE = ("pubDate", "published", "issued", "date", "updated", "modified", "created")
_MEDIA = r"(?i)search\.yahoo\.com/mrss|itunes|podcast|georss"
"""Name spaces whose elements are called like those of an item."""
_NAMED = r"&([A-Za-z][A-Za-z0-9]{1,31};)"
_CHARACTER = r"&#([xX][0-9a-fA-F]{1,6}|\d{1,7});"
_XML_OWN = ("amp;", "lt;", "gt;", "quot;", "apos;")
_PREFIX = r"(</?)[A-Za-z][\w.-]*:"
_APPEARED = r"\s*The post [^\n]* (?:appeared first|first appeared) on [^\n]*\Z"
"""What a common publishing system adds to each item."""


def read_feed(content: bytes, path: str) -> Found:
    """
    The items of a feed.

    Raises
    ------
    InputError
        If it is no feed, or has no items.
    """
    text, note = decode(content, declared=True)
    root = _parsed(text)
    if _name(root).lower() not in _ROOTS:
        name = _name(root)[:40] or "unknown"
        raise InputError(f"it is XML ({name}) and no feed; save the article as HTML or text")
    items = [one for one in root.iter() if _name(one) in _ITEMS]
    if not items:
        raise InputError("the feed is empty: it has no items")
    publisher = _title_of_feed(root)
    found = Found(note=note)
    for number, item in enumerate(items, 1):
        add_row(found, str(number), _row(item, publisher), path)
    return found


def _parsed(text: str) -> Any:
    """The root of some XML, as far as it can be read."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, encoding="utf-8"
    )
    source = compiled(_NAMED).sub(lambda found: _numbered(found[0], found[1]), text.lstrip("\ufeff \t\r\n"))
    source = compiled(_CHARACTER).sub(lambda found: _character(found[1]), source)
    source = source.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    try:
        root = etree.fromstring(source.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"it is no XML that can be read ({error.msg}); save the article as HTML") from None
    if root is None:
        raise InputError("it is no XML that can be read; save the article as HTML")
    return root


def _numbered(entity: str, name: str) -> str:
    """An entity of HTML, which XML does not know, by its number."""
    if name in _XML_OWN or name not in html5:
        return entity
    return "".join(f"&#{ord(char)};" for char in unescape(entity))


def _character(number: str) -> str:
    """A character by its number: halves of a pair as such, to be joined; a space for what XML forbids."""
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    if 0xD800 <= code <= 0xDFFF:
        return chr(code)
    return f"&#{code};" if 0x20 <= code < 0x110000 or code in (9, 10, 13) else " "


def _name(element: Any) -> str:
    """The name of an element without its name space; empty for what is none, and for pictures and sounds."""
    if not isinstance(element.tag, str):
        return ""
    space, _, name = element.tag.rpartition("}")
    return "" if compiled(_MEDIA).search(space) else name.rpartition(":")[2]


def _title_of_feed(root: Any) -> str:
    """The title above the items."""
    for place in (root, *(one for one in root if _name(one) == "channel")):
        title = next((one for one in place if _name(one) == "title"), None)
        if title is not None:
            return _line(title)
    return ""


def _line(element: Any) -> str:
    """The text of an element on one line."""
    return " ".join(blocks("".join(element.itertext())).split())


def _row(item: Any, publisher: str) -> dict[str, object]:
    """An item as a row."""
    children: dict[str, list[Any]] = {}
    for child in item:
        children.setdefault(_name(child), []).append(child)
    source = next((_source(one) for one in children.get("source", ())), "")
    return {
        "title": next((_line(one) for one in children.get("title", ())), ""),
        "text": next(_texts(children), ""),
        "date": next((day for name in _DATE for one in children.get(name, ()) if (day := _day(one))), ""),
        "source": source or publisher,
        "url": _address(children),
    }


def _source(element: Any) -> str:
    """Whom an item is taken over from: a name, or a feed with its title."""
    title = next((one for one in element if _name(one) == "title"), element)
    return _line(title)


def _texts(children: dict[str, list[Any]]) -> Iterator[str]:
    """The texts of an item that say something, the fullest kind first."""
    for name in _TEXT:
        for element in children.get(name, ()):
            text = compiled(_APPEARED).sub("", blocks(_markup(element)))
            if text.strip():
                yield text


def _markup(element: Any) -> str:
    """What an element holds: escaped HTML, or elements of HTML."""
    from lxml import etree

    if not len(element):
        return element.text or ""
    inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
    return compiled(_PREFIX).sub(r"\1", (element.text or "") + inner)


def _day(element: Any) -> str:
    """A date of an item; one as in letters ("Sat, 21 Dec 2024 00:10:00 GMT") as an ISO date with its zone."""
    from email.utils import parsedate_to_datetime

    value = "".join(element.itertext()).strip()
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return value


def _address(children: dict[str, list[Any]]) -> str:
    """Where an item stands: its own link, not one to pictures or comments."""
    links = children.get("link", [])
    own = [one for one in links if one.get("rel", "alternate") == "alternate"]
    found = [one.get("href") or "".join(one.itertext()).strip() for one in own]
    ids = ["".join(one.itertext()).strip() for name in ("guid", "id") for one in children.get(name, ())]
    return next((one for one in (*found, *ids) if one.startswith(("http://", "https://"))), "")
