"""
The items of a Google Alert, from its HTML or its plain part: headline, publisher, snippet and address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from geo.dates import compiled

_SUBJECT = r"(?i)google[ -]?(?:alerts?|알리미|アラート|快讯|快訊|оповещени\w+)"
_WEEKLY = r"(?i)weekly (?:update|digest)|at most once a week|주간 (?:업데이트|요약)|주 1회|wöchentlich"
_SHORTEST_TITLE = 10
_LONGEST_PUBLISHER = 60
_BLOCKS = {
    "p",
    "div",
    "tr",
    "td",
    "table",
    "br",
    "li",
    "ul",
    "h1",
    "h2",
    "h3",
    "h4",
    "tbody",
    "blockquote",
    "hr",
}
_SILENT = {"script", "style", "head", "title"}
_LINK = r"(?m)^[ \t]*+<?(?P<url>https?://[^\s>]+)>?[ \t]*\r?$"
_SENTENCE_END = r"[.…。!?]$|다$"


@dataclass
class Item:
    """One link of an alert with what stands below it."""

    title: str
    url: str
    lines: list[str] = field(default_factory=list)

    @property
    def publisher(self) -> str:
        """The short line below the headline, if a snippet follows or it cannot be one."""
        first = self.lines[0] if self.lines else ""
        short = len(first) <= _LONGEST_PUBLISHER and not compiled(_SENTENCE_END).search(first)
        return first if short else ""

    @property
    def snippet(self) -> str:
        """The words below the headline and the publisher."""
        return "\n".join(self.lines[1:] if self.publisher else self.lines)


def is_alert(subject: str, sender: str) -> bool:
    """Whether a message is a Google Alert, also one that was passed on."""
    return "googlealerts" in sender.lower() or bool(compiled(_SUBJECT).search(subject))


def is_weekly(text: str) -> bool:
    """Whether an alert gathers the news of a week, so that its own day says little about theirs."""
    return bool(compiled(_WEEKLY).search(text))


def items_of_html(html: str) -> list[Item]:
    """The items of the HTML part, each address once."""
    from lxml import html as parser

    if not html.strip():
        return []
    items: list[Item] = []
    current: Item | None = None
    line = ""
    for word, address in _pieces(parser.document_fromstring(html)):
        target = _target(address) if address else ""
        if current is not None and (word == "\n" or (address and target != current.url)):
            if line.strip():
                current.lines.append(" ".join(line.split()))
            line = ""
        if not address or (current is not None and target == current.url):
            line += word if current is not None and word != "\n" else ""
        elif target and len(word) >= _SHORTEST_TITLE:
            current = Item(word, target)
            items.append(current)
        elif word.strip():
            current = None
    if current is not None and line.strip():
        current.lines.append(" ".join(line.split()))
    return _once(items)


def _pieces(element: Any, silent: bool = False) -> Iterator[tuple[str, str]]:
    """(words, address) in order: words with an address are a link's, a line end stands around blocks."""
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return
    if element.tag == "a" and element.get("href"):
        yield " ".join(element.text_content().split()), element.get("href")
        return
    if element.tag in _BLOCKS:
        yield "\n", ""
    if element.text:
        yield element.text.replace("\n", " "), ""
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield child.tail.replace("\n", " "), ""
    if element.tag in _BLOCKS:
        yield "\n", ""


def _target(address: str) -> str:
    """Where a link leads, behind the redirection of Google; empty for its own pages."""
    parts = urlsplit("".join(address.split()))
    if parts.scheme not in ("http", "https"):
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    if not compiled(r"google\.[a-z.]+").fullmatch(host):
        return parts.geturl()
    query = parse_qs(parts.query)
    named = [value for key in ("url", "q") for value in query.get(key, []) if value.startswith("http")]
    return named[0] if parts.path == "/url" and named else ""


def _once(items: list[Item]) -> list[Item]:
    """The items without those whose address came before."""
    first: dict[str, Item] = {}
    for item in items:
        first.setdefault(item.url, item)
    return list(first.values())


def items_of_text(text: str) -> list[Item]:
    """The items of the plain part: the lines above each address of an article."""
    items: list[Item] = []
    start = 0
    for link in compiled(_LINK).finditer(text):
        above = text[start : link.start()].strip()
        start = link.end()
        lines = [" ".join(one.split()) for one in above.split("\n\n")[-1].splitlines() if one.strip()]
        target = _target(link["url"])
        if target and lines and len(lines[0]) >= _SHORTEST_TITLE:
            items.append(Item(lines[0], target, lines[1:]))
    return _once(items)
