"""
A web page as blocks of text: paragraphs, headings, list items, rows of tables, in the order of the page.

One pass over the elements, without recursion: time grows with the page, however deep it is nested. Line
breaks inside a block stay where a reader sees them (`<br>`, `<pre>`); a list item has a dash before it, the
cells of a row stand on one line, and a term of a definition list stands with its definition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

BLOCK_TAGS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot"
    " thead tr ul".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = ("td", "th")
_BULLET = "- "
_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?][\"'”’)\]》」』]*(?=\s|$|[가-힣A-Z“\"])|[。！？]")
_SENTENCE_LAST = re.compile(r"(?:[.!?。！？]|[가-힣]다)[\"'”’)\]》」』]*\s*$")
_LONG = 100
_CAPTION = re.compile(
    r"(?i)(?:^|[\s_-])(?:captions?|fig-?captions?|img[-_]?(?:desc|cap|txt|info)"
    r"|photo[-_]?(?:desc|cap|txt|info|credit)|image[-_]?(?:desc|credit|title)|wp-caption-text)(?:$|[\s_-])"
)
LEAST_PROSE = 25
"""Characters outside of links that a block of prose has at least."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between two block edges."""

    text: str
    linked: int
    """How many of its characters are words of links."""
    element: Any
    """What holds it: the paragraph, heading or item, or the division whose bare text it is."""
    is_caption: bool

    @property
    def prose(self) -> int:
        """Characters outside of links, if there are enough and a sentence ends among them."""
        own = len(self.text) - self.linked
        return own if own >= LEAST_PROSE and ends_sentence(self.text) else 0

    @property
    def is_linked(self) -> bool:
        """Whether it is hardly more than links, as menus and lists of headlines are."""
        return 5 * self.linked > 3 * len(self.text)

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.text.startswith(_BULLET)


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a sentence or, if it is long, holds the end of one: headlines do not."""
    return _SENTENCE_LAST.search(text) is not None or (
        len(text) >= _LONG and _SENTENCE.search(text) is not None
    )


def is_link(element: Any) -> bool:
    """Whether an element is a link, rather than the mark of a place in the page."""
    return element.tag == "a" and element.get("href") is not None


class _Writer:
    """Collects the text of the block that is being read."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.holders: list[Any] = []
        self.pieces: list[str] = []
        self.linked = self.links = self.preformatted = self.rows = self.captions = 0
        self.bullet = self.after_term = False

    def add(self, text: str | None) -> None:
        """More words of the block."""
        if text:
            self.pieces.append(text if self.preformatted else re.sub(r"\s+", " ", text))
            self.linked += len(text.strip()) if self.links else 0

    def end(self, element: Any) -> None:
        """The end of the block, whose words `element` holds."""
        lines = [" ".join(line.split()) for line in "".join(self.pieces).split("\n")]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n |")
        if any(letter.isalnum() for letter in text):
            if self.bullet:
                text = _BULLET + text.lstrip("-•·*◦▪▶▷○●■□ ")
            self.blocks.append(Block(text, self.linked, element, self.captions > 0))
            self.bullet = False
        self.pieces, self.linked = [], 0


def blocks_of(root: Any) -> list[Block]:
    """The blocks of an element, in order."""
    from lxml import etree

    writer = _Writer()
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            _open(writer, element)
        elif event == "end":
            _close(writer, element)
        if event != "start" and element is not root:
            writer.add(element.tail)
    writer.end(root)
    return writer.blocks


def _open(writer: _Writer, element: Any) -> None:
    """The beginning of an element."""
    tag = element.tag
    caption = _is_caption(element)
    if tag in BLOCK_TAGS or caption:
        _edge(writer, element, tag == "dd")
        writer.holders.append(element)
    writer.links += is_link(element)
    writer.preformatted += tag in ("pre", "textarea", "xmp")
    writer.captions += caption
    writer.rows += tag == "tr"
    if tag == "li":
        writer.bullet = True
    elif tag == "br":
        writer.pieces.append(" " if writer.rows else "\n")
    elif tag in _CELLS and writer.rows and "".join(writer.pieces).strip():
        writer.pieces.append(" | ")
    writer.add(element.text)


def _close(writer: _Writer, element: Any) -> None:
    """The end of an element."""
    tag = element.tag
    caption = _is_caption(element)
    if tag in BLOCK_TAGS or caption:
        writer.rows -= tag == "tr"
        _edge(writer, element, False)
        writer.after_term = tag == "dt" and bool("".join(writer.pieces).strip())
        if writer.holders and writer.holders[-1] is element:
            writer.holders.pop()
        if tag == "li":
            writer.bullet = False
    writer.links -= is_link(element)
    writer.preformatted -= tag in ("pre", "textarea", "xmp")
    writer.captions -= caption


def _edge(writer: _Writer, element: Any, defines: bool) -> None:
    """The edge of a block element: an end, unless in a row or between a term and its definition."""
    if element.tag == "dt" and "".join(writer.pieces).strip() and writer.holders[-1] is element:
        if not writer.pieces[-1].rstrip().endswith((":", "：")):
            writer.pieces.append(": ")
        return
    if writer.rows and element.tag not in ("tr", "table"):
        writer.pieces.append(" ")
    elif not (defines and writer.after_term):
        writer.end(writer.holders[-1] if writer.holders else element)
    writer.after_term = False


def _is_caption(element: Any) -> bool:
    """Whether an element is the legend of a picture."""
    if element.tag == "figcaption":
        return True
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(name) > 1 and _CAPTION.search(name) is not None


def lines_of(root: Any) -> Iterator[str]:
    """The visible text of an element, one line for each block, cell or line break."""
    from lxml import etree

    edges = BLOCK_TAGS | {"td", "th", "br", "time"}
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        edge = "\n" if event in ("start", "end") and element.tag in edges else ""
        if event == "start":
            pieces += [edge, (element.text or "").replace("\n", " ")]
        else:
            pieces += [edge, (element.tail or "").replace("\n", " ") if element is not root else ""]
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return (line for line in lines if line)
