"""
What a feed, a sitemap or a list of addresses names.

Feeds are read by feedparser, which is handed an open stream and never a name that it could open; sitemaps
and OPML by lxml, with entities unresolved and nothing fetched.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from geo.articles import kind_of
from geo.errors import InputError
from geo.fetching.addresses import usual
from geo.fetching.failing import NotFetchedError
from geo.fetching.network import unpacked
from geo.fetching.records import FetchKind
from geo.text import decode, one_line

MOST = 50_000
"""Pages of one list, as the protocol of sitemaps has it."""
LARGEST_FEED = 3_000_000
"""Bytes of a feed: feedparser takes ten seconds for a hostile megabyte."""
_SUMMARY = 500
_ADDRESS = re.compile(r"https?://[^\s<>\"',;|]+", re.IGNORECASE)
_DAY = re.compile(r"\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)")
_TAG = re.compile(r"<[^<>]{0,1000}>")
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that a list names."""

    address: str
    title: str = ""
    day: str = ""
    """ISO day or less of it; empty if the list does not say."""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of pages, of further lists, or of both."""

    kind: FetchKind
    title: str = ""
    pages: tuple[Listed, ...] = ()
    lists: tuple[Listed, ...] = ()
    note: str = ""
    """What of it was left out."""


def read_listing(content: bytes, base: str, content_type: str, largest: int) -> Listing | None:
    """
    The list that some content is; None if it is none, but a page.

    Parameters
    ----------
    content
        As it was sent, unpacked; a sitemap may be packed once more.
    base
        Its address, to which relative ones are joined.
    content_type
        What the server calls it; only a hint.
    largest
        Bytes that it may unpack to.
    """
    if content.startswith(_GZIP):
        content = unpacked(content, "gzip", largest)
    kind = kind_of(content, ".html" if "html" in content_type else "")
    if kind == "feed":
        if len(content) > LARGEST_FEED:
            raise NotFetchedError(f"the feed is larger than {LARGEST_FEED // 1_000_000} MB", "refused")
        return _feed(content, base, content_type)
    if kind != "addresses":
        return None
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _of_tags(content, base)
    return _kept("list", "", read_lines(content), ())


def read_lines(content: bytes) -> tuple[Listed, ...]:
    """The first address of each line of a text or a table that does not begin with #; of one line, all."""
    text = decode(content)[0]
    lines = [line for line in text.splitlines() if not line.lstrip("\ufeff ").startswith("#")]
    if len(lines) == 1:
        return _unique(Listed(found) for found in _ADDRESS.findall(text))
    firsts = (_ADDRESS.search(line) for line in lines)
    return _unique(Listed(found[0].rstrip(".)]}")) for found in firsts if found)


def _kept(kind: FetchKind, title: str, pages: Iterable[Listed], lists: Iterable[Listed]) -> Listing:
    """A list without what is named twice or cannot be asked for, and not longer than lists may be."""
    kept = _unique(pages)
    inner = _unique(lists)[:MOST]
    more = f"only the first {MOST:,} of {len(kept):,} pages are taken" if len(kept) > MOST else ""
    more = more or ("" if kept or inner else "it names no page")
    return Listing(kind, one_line(title)[:_SUMMARY], kept[:MOST], inner, more)


def _unique(pages: Iterable[Listed]) -> tuple[Listed, ...]:
    """The pages, in their order, each once."""
    return tuple({page.address: page for page in reversed(tuple(pages))}.values())[::-1]


def _feed(content: bytes, base: str, content_type: str) -> Listing:
    """The entries of a feed."""
    import feedparser

    known = {"content-type": content_type} if content_type else {}
    read = feedparser.parse(
        BytesIO(content), response_headers=known, sanitize_html=False, resolve_relative_uris=False
    )
    if read.get("bozo") and not read.entries:
        raise NotFetchedError("it begins like a feed and cannot be read as one")
    about = read.feed
    title = " ".join(str(about.get(key) or "") for key in ("title", "subtitle", "link"))
    return _kept("feed", title, (page for one in read.entries if (page := _entry(one, base))), ())


def _entry(entry: Any, base: str) -> Listed | None:
    """The page of an entry; None if it has no address."""
    for value in (entry.get("link"), entry.get("id")):
        if isinstance(value, str) and value.strip():
            with suppress(NotFetchedError):
                moments = (dict.get(entry, key) for key in ("published_parsed", "updated_parsed"))
                day = _day(next(filter(None, moments), None))
                return Listed(
                    usual(value, base), _plain(entry.get("title")), day, _plain(entry.get("summary"))
                )
    return None


def _plain(value: object) -> str:
    """The beginning of a text without tags, on one line."""
    text = _TAG.sub(" ", value[: 4 * _SUMMARY]) if isinstance(value, str) else ""
    return " ".join(one_line(text).split())[:_SUMMARY]


def _day(moment: Any) -> str:
    """The day in UTC of what feedparser made of a date."""
    try:
        return datetime.fromtimestamp(calendar.timegm(moment), UTC).date().isoformat() if moment else ""
    except (ValueError, OverflowError, OSError, TypeError):
        return ""


def _of_tags(content: bytes, base: str) -> Listing:
    """The pages and lists of a sitemap, an index of sitemaps or OPML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.LxmlError as error:
        raise NotFetchedError(f"it begins like a sitemap and cannot be read as one ({error})") from None
    if root is None:
        raise NotFetchedError("it begins like a sitemap and cannot be read as one")
    if _name(root) == "opml":
        feeds = (one.get("xmlUrl") or one.get("url") for one in root.iter() if _name(one) == "outline")
        return _kept("list", "", (), _asked((Listed(feed) for feed in feeds if feed), base))
    inside = [(_name(one), one) for one in root]
    pages = list(_asked((_mapped(one) for name, one in inside if name == "url"), base))
    lists = list(_asked((_mapped(one) for name, one in inside if name == "sitemap"), base))
    if parser.error_log and not pages and not lists:
        raise NotFetchedError("it begins like a sitemap and is damaged")
    return _kept("sitemap", base, pages, lists)


def _name(element: Any) -> str:
    """The name of an element without its name space, in lower case."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _mapped(element: Any) -> Listed:
    """What a sitemap says of one address."""
    said: dict[str, str] = {}
    for one in element.iter():
        if (name := _name(one)) and one.text:
            said.setdefault(name, one.text.strip())
    day = _DAY.match(said.get("publication_date", "") or said.get("lastmod", ""))
    return Listed(said.get("loc", ""), _plain(said.get("title", "")), day[1] if day else "")


def _asked(pages: Iterable[Listed], base: str) -> Iterator[Listed]:
    """Those whose address can be asked for, in its usual form."""
    for page in pages:
        with suppress(NotFetchedError):
            yield Listed(usual(page.address, base), page.title, page.day, page.summary)


def read_file(content: bytes) -> Listing:
    """The list that a file of one's own holds; InputError if there is no address in it."""
    try:
        found = read_listing(content, "", "", 50_000_000)
    except NotFetchedError as error:
        raise InputError(error.reason) from None
    pages = found.pages if found else tuple(_asked(read_lines(content), ""))
    if not pages and not (found and found.lists):
        raise InputError("it holds no address; write one on each line")
    return (
        found if found and found.kind != "list" else Listing("list", "", pages, found.lists if found else ())
    )
