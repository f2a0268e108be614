"""
HTML inside a cell, a value or a feed: to blocks of text, with a blank line between them.

Only what HTML knows is taken for it: tags by their names, entities with their semicolon. Any other `<` and
`&` is text, and text without markup is given back as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from html.entities import html5
from html.parser import HTMLParser

from geo.dates import compiled

_BLOCKS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p "
    "pre section summary table tbody td tfoot th thead title tr ul"
).split()
_INLINE = (
    "a abbr acronym area audio b base bdi bdo big button cite code data del dfn em embed font i "
    "iframe img input ins kbd label link map mark meta noscript object path picture q rp rt ruby "
    "s samp script select small source span strike strong style sub sup svg template textarea "
    "time tt u var video wbr br"
).split()
_ASIDE = "script style head nav aside footer form iframe button select svg noscript template".split()
"""Elements that are no part of an article; one that is never closed is kept, but for the first two."""
_NAMES = "|".join(sorted((*_BLOCKS, *_INLINE), key=len, reverse=True))
_INSIDE = r"(?:[\s/][^<>]*)?>"
_TAG = rf"(?i)</?(?:{_NAMES}){_INSIDE}"
_BLOCK = rf"(?i)</?(?:{'|'.join(sorted((*_BLOCKS, 'br'), key=len, reverse=True))}){_INSIDE}"
_STRAY = rf"(?i)<(?!/?(?:{_NAMES}){_INSIDE})"
_CUT_OFF = r"<[a-zA-Z/][^<>]*\Z"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_COMMENT = r"(?s)<!--.*?-->"
_BLANK_LINE = r"(?:\r\n|\n|\r)[ \t\xa0]*(?:\r\n|\n|\r)"
_ROUNDS = 2
"""A feed's or a cell's HTML may be escaped once more."""
_PARAGRAPH, _LINE, _ITEM = "\x02", "\x01", "\x03"
_ELSEWHERE = (
    r"(?i)(?:related(?: (?:articles?|stor(?:y|ies)|news|coverage|posts?|links?|topics?))?"
    r"|read (?:more|also|next)|also read|see also|more (?:on this|from|news|stories)|recommended"
    r"|(?:관련|추천|많이\s?본)\s?(?:기사|뉴스)|相关(?:新闻|报道|阅读)|相關(?:新聞|報導)|関連(?:記事|ニュース)"
    r"|читайте также|siehe auch)"
    r"\s*(?:[:：|>»\]]|$)"
)
"""Begins a line that leads to other articles, and with it the items of a list behind it."""
_CONTROLS = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)], " ")
_INVISIBLE = {0xA0: " ", 0xAD: ""}


def blocks(text: str) -> str:
    """The words of some HTML, its blocks apart; plain text as it is."""
    for _ in range(_ROUNDS):
        if compiled(_TAG).search(text):
            return _without_tags(text)
        resolved = compiled(_ENTITY).sub(_resolved, text)
        if resolved == text:
            return text
        text = resolved
    return text


def _resolved(entity: re.Match[str]) -> str:
    """What an entity stands for; one that HTML does not know stays."""
    named = not entity[0].startswith("&#")
    if named and entity[0][1:] not in html5:
        return entity[0]
    return unescape(entity[0]).translate(_INVISIBLE)


def _without_tags(text: str) -> str:
    """The text between tags; where no tag is a block, its line ends count."""
    if "<!--" in text:
        text = compiled(_COMMENT).sub("", text) if "-->" in text else text
    text = compiled(_CUT_OFF).sub("", text.translate(_CONTROLS))
    has_blocks = compiled(_BLOCK).search(text) is not None
    reader = _Reader(has_blocks)
    reader.feed(compiled(_STRAY).sub("&lt;", compiled(rf"&(?!{_ENTITY[1:]})").sub("&amp;", text)))
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Gathers text, with marks where blocks and lines end."""

    def __init__(self, has_blocks: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._has_blocks = has_blocks
        self._parts: list[str] = []
        self._silent = False
        self._aside: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = tag in ("script", "style")
        if tag in _ASIDE:
            self._aside.append((tag, len(self._parts)))
        self._edge(tag, True)

    def handle_endtag(self, tag: str) -> None:
        self._silent = False
        if tag in _ASIDE:
            self._drop(tag)
        self._edge(tag, False)

    def _drop(self, tag: str) -> None:
        """Take away what stands in an element that ends."""
        opened = next(
            (place for place, (name, _) in reversed([*enumerate(self._aside)]) if name == tag), None
        )
        if opened is not None:
            del self._parts[self._aside[opened][1] :]
            del self._aside[opened:]

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        data = compiled(_BLANK_LINE).sub(_PARAGRAPH, data)
        self._parts.append(data if self._has_blocks else compiled(r"\r\n|\n|\r").sub(_LINE, data))

    def _edge(self, tag: str, opens: bool) -> None:
        if tag in _BLOCKS:
            self._parts.append(_PARAGRAPH)
            self._parts.append(_ITEM if opens and tag == "li" else "")
        elif tag == "br" and opens:
            self._parts.append(_LINE)

    def text(self) -> str:
        """Everything gathered, white space as a browser shows it."""
        whole = "".join(self._parts).translate(_INVISIBLE).replace(_PARAGRAPH, 2 * _LINE)
        lines = _of_this_article(" ".join(line.split()) for line in whole.split(_LINE))
        return compiled(r"\n{3,}").sub("\n\n", "\n".join(lines)).strip()


def _of_this_article(lines: Iterable[str]) -> Iterator[str]:
    """The lines without those that lead to other articles."""
    elsewhere = False
    for line in lines:
        words = line.replace(_ITEM, "").strip()
        if words and (compiled(_ELSEWHERE).match(words) or (elsewhere and line.startswith(_ITEM))):
            elsewhere = True
            continue
        elsewhere = elsewhere and not words
        yield words
