"""
The feed of changes (Atom, RFC 4287): an entry for each change, those of earlier publications kept.

Ids are tag: URIs (RFC 4151) of the site's host and the day of the entry, or, where no address is known,
urn:uuid: of what the entry says. The feed is dated by its data, never by a clock.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from geo.errors import InputError
from geo.models import Language
from geo.publishing.wording import HANGUL
from geo.text import storable

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FILE = "changes.atom"
_NONE = re.compile("[\ufffe\uffff]")
"""What is no character of XML."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of a change."""

    label: str
    url: str
    """Empty unless it is an address of the web."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One change as the feed tells it."""

    key: str
    """What tells it from every other entry of the site."""
    day: str
    """ISO day of the data that brought it."""
    kind: str
    """Kind of the change, or `first`."""
    title: str
    told: tuple[tuple[Language, tuple[str, ...]], ...]
    """Sentences in each language."""
    sources: tuple[Cited, ...]
    link: str
    """Address of the page that tells more, relative to the feed."""


@dataclass(frozen=True, slots=True)
class FeedHead:
    """What the feed says of itself."""

    title: str
    author: str
    generator: str
    address: str
    """Of the folder, with a slash at its end; empty if it is not known."""
    day: str
    """ISO day of the data."""


def feed_of(head: FeedHead, fresh: Sequence[FeedEntry], older: bytes | None, name: str = FILE) -> bytes:
    """
    The feed with new entries before those of an older one, which stay as they are.

    Raises
    ------
    InputError
        If the older one, called `name`, is no Atom feed.
    """
    id, kept = _older(older, name) if older else ("", [])
    known = {entry.findtext(f"{{{ATOM}}}id") for entry in kept}
    made = [_entry(one, head) for one in fresh]
    entries = [*(one for one in made if one.findtext(f"{{{ATOM}}}id") not in known), *kept]
    updated = max(
        (entry.findtext(f"{{{ATOM}}}updated") or "" for entry in entries), default=_instant(head.day)
    )
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    feed.set(XML_LANG, "en")
    _add(feed, "id", id or head.address or uuid5(NAMESPACE_URL, f"factorymap:{head.title}").urn)
    _add(feed, "title", head.title)
    _add(feed, "updated", updated)
    _add(_add(feed, "author"), "name", head.author)
    _add(feed, "generator", head.generator)
    _add(feed, "link", rel="alternate", type="text/html", href=head.address or "index.html")
    if head.address:
        _add(feed, "link", rel="self", type="application/atom+xml", href=f"{head.address}{FILE}")
    feed.extend(entries)
    etree.indent(feed, " ")
    written: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(one: FeedEntry, head: FeedHead) -> Any:
    """An entry as an element."""
    entry = etree.Element(f"{{{ATOM}}}entry", nsmap={None: ATOM})
    _add(entry, "id", _id_of(one, head.address))
    _add(entry, "title", one.title)
    _add(entry, "updated", _instant(one.day))
    _add(entry, "category", term=one.kind)
    _add(entry, "link", rel="alternate", type="text/html", href=f"{head.address}{one.link}")
    content = _add(entry, "content", type="xhtml")
    div = etree.SubElement(content, f"{{{XHTML}}}div", nsmap={None: XHTML})
    for language, sentences in one.told:
        for sentence in sentences:
            paragraph = _say(div, "p", sentence)
            paragraph.set(XML_LANG, language)
    if one.sources:
        listed = etree.SubElement(div, f"{{{XHTML}}}ul")
        for source in one.sources:
            item = etree.SubElement(listed, f"{{{XHTML}}}li")
            said = _say(item, "a", source.label) if source.url else _say(item, "span", source.label)
            said.set(XML_LANG, "ko" if HANGUL.search(source.label) else "en")
            if source.url:
                said.set("href", _text(source.url))
    return entry


def _id_of(one: FeedEntry, address: str) -> str:
    """The same for the same change, and no other change has it."""
    digest = hashlib.sha256(one.key.encode("utf-8", "surrogatepass")).hexdigest()[:20]
    host = urlsplit(address).hostname if address else None
    if not host:
        return uuid5(NAMESPACE_URL, f"factorymap:{one.day}:{digest}").urn
    return f"tag:{host},{one.day}:{quote(urlsplit(address).path, safe='/')}{FILE}/{digest}"


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _older(older: bytes, name: str) -> tuple[str, list[Any]]:
    """The id and the entries of an older feed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=True)
    try:
        root = etree.fromstring(older, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"'{name}' is no feed ({error.msg}). Remove it to begin a new one.") from None
    if root.tag != f"{{{ATOM}}}feed" or root.getroottree().docinfo.doctype:
        raise InputError(f"'{name}' is no Atom feed of factorymap. Remove it to begin a new one.")
    return root.findtext(f"{{{ATOM}}}id") or "", list(root.iterfind(f"{{{ATOM}}}entry"))


def _add(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = _text(text) or None
    return element


def _say(parent: Any, name: str, text: str) -> Any:
    element = etree.SubElement(parent, f"{{{XHTML}}}{name}")
    element.text = _text(text)
    return element


def _text(text: str) -> str:
    """Text that XML can hold."""
    return _NONE.sub("\ufffd", storable(text))
