"""
Which part of a web page is the article.

Menus, sidebars, comments and forms are cleared away first, and tables that only lay out a page are opened.
What trafilatura finds then leads: its paragraphs, with what stands between them (lists, rows, definitions),
which it may lose. Where it finds only a part of the prose, the element with most of the prose is the article.
Links to other stories, captions, share and subscribe lines are left out either way.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from geo.articles.pageblocks import HEADINGS, Block, blocks_of, ends_sentence, is_link
from geo.articles.pagewords import (
    JUNK_NAME,
    NOTICE,
    RELATED,
    RELATED_LINE,
    SHARE_LINE,
    STAMPS,
    SUBSCRIBE_LINE,
    TOLD,
)

_JUNK_TAGS = frozenset(
    "script style noscript nav aside footer iframe button select svg template dialog textarea object audio"
    " video canvas".split()
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEPT_TAGS = ("html", "body", "article", "main")
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_INLINE = ("a", "b", "i", "u", "em", "strong", "span", "font", "small", "sup", "sub", "br", "img")
_CELL_SHARE = 0.4
_LAYOUT_CELL = 120
_INTRODUCES = re.compile(r"(?:[:：]|(?:다음과|아래와) 같(?:다|이)\.?|as follows\.?)\s*$")
SHORTEST = 80
"""So long a text is an article."""
LONGEST_SERVICE = 200
"""A line of a page's service is no longer."""
FOUND_SHARE = 0.6
"""Of the prose of the article's element trafilatura has to find so much to be followed."""
MOST_USUAL, DEEPEST_USUAL = 6000, 250
"""Elements of a page, and inside each other, that trafilatura is given: its time grows with their square."""
REACH = 4
"""Of a block's ancestors so many count as what it may be the article's text of."""


def main_text(page: Any, found: str) -> str:
    """
    The article of a cleared page, or nothing; `found` is what trafilatura takes for it.

    Blocks are parted by blank lines, items of one list by line ends.
    """
    order = _Order(page)
    body = page.find("body")
    blocks = _own_blocks(blocks_of(page if body is None else body), order)
    lines = {_letters(line) for line in found.split("\n")} - {""}
    matched = [_is_found(block, lines) for block in blocks]
    inside = _best_part(blocks, order)
    wanted = sum(block.prose for block, here in zip(blocks, inside, strict=True) if here)
    told = sum(block.prose for block, hit in zip(blocks, matched, strict=True) if hit)
    if told < FOUND_SHARE * wanted or not any(matched):
        matched = [here and block.prose > 0 for block, here in zip(blocks, inside, strict=True)]
    chosen = _from_first_to_last(blocks, _with_neighbours(blocks, matched, inside), inside)
    text = _joined(chosen)
    if len(text) >= SHORTEST:
        return text
    rest = [block for block in blocks if not block.is_linked]
    text = _joined(rest)
    return text if len(text) >= SHORTEST or any(block.prose for block in rest) else ""


class _Order:
    """Where the elements of a page begin and end, to tell which lies in which."""

    def __init__(self, page: Any) -> None:
        from lxml import etree

        self.first: dict[Any, int] = {}
        self.last: dict[Any, int] = {}
        for event, element in etree.iterwalk(page, events=("start", "end")):
            if event == "start":
                self.first[element] = len(self.first)
            else:
                self.last[element] = len(self.first)

    def lies_in(self, inner: Any, outer: Any) -> bool:
        """Whether an element is another one, or lies in it."""
        return self.first[outer] <= self.first[inner] < self.last[outer]


def _is_found(block: Block, lines: set[str]) -> bool:
    """Whether trafilatura has found a block, as a whole or most of its lines."""
    if _letters(block.text) in lines:
        return True
    parts = [_letters(line) for line in block.text.split("\n")]
    hits = sum(len(part) for part in parts if part in lines)
    return 2 * hits > sum(map(len, parts))


def _letters(line: str) -> str:
    """The letters and digits of a line."""
    return "".join(filter(str.isalnum, line))


def _joined(blocks: Sequence[Block]) -> str:
    """The text of blocks."""
    pieces = [block.text for block in blocks[:1]]
    for before, block in itertools.pairwise(blocks):
        pieces += ["\n" if before.is_item and block.is_item else "\n\n", block.text]
    return "".join(pieces)


def _with_neighbours(blocks: Sequence[Block], seen: Sequence[bool], inside: Sequence[bool]) -> list[bool]:
    """What is seen, and the prose right before and right behind it in the same element."""
    wider = list(seen)
    for step in (1, -1):
        for place in range(len(blocks))[::step]:
            before = place - step
            if 0 <= before < len(blocks) and wider[before] and inside[place] and blocks[place].prose:
                wider[place] = wider[place] or _adjoins(blocks[before].element, blocks[place].element)
    return wider


def _adjoins(one: Any, other: Any) -> bool:
    """Whether two elements have the same parent, or one is the other's."""
    around = one.getparent(), other.getparent()
    return around[0] is around[1] or one is around[1] or other is around[0] or one is other


def _from_first_to_last(blocks: Sequence[Block], seen: Sequence[bool], inside: Sequence[bool]) -> list[Block]:
    """The blocks that are seen, what stands between them, and lists that they introduce."""
    places = [place for place, is_seen in enumerate(seen) if is_seen]
    chosen: list[Block] = []
    listed = False
    for place in range(places[0], len(blocks)) if places else ():
        block = blocks[place]
        listed = (
            block.is_item and bool(chosen) and (listed or _INTRODUCES.search(chosen[-1].text) is not None)
        )
        wanted = seen[place] or (inside[place] and place < places[-1])
        if listed or (wanted and (block.prose or not block.is_linked)):
            chosen.append(block)
        elif place > places[-1]:
            break
    return chosen


def _best_part(blocks: Sequence[Block], order: _Order) -> list[bool]:
    """Whether each block lies in the element with most of the prose; the nearer, the more it counts."""
    scores: dict[Any, float] = defaultdict(float)
    for block in blocks:
        if block.prose:
            for far, element in enumerate(_holders(block)):
                scores[element] += block.prose / (1 + far)
    if not scores:
        return [True] * len(blocks)
    best = max(scores, key=lambda element: scores[element])
    return [order.lies_in(block.element, best) for block in blocks]


def _holders(block: Block) -> list[Any]:
    """What a block may be the text of: the element around its paragraph, and what is around that."""
    element = block.element
    tag = element.tag
    start = element.getparent() if tag in ("p", "li", "pre", "blockquote", "tr", *HEADINGS) else element
    if start is None:
        return [element]
    found = [start]
    for ancestor in start.iterancestors():
        if len(found) == REACH:
            break
        if ancestor.tag not in ("ul", "ol", "tbody", "html"):
            found.append(ancestor)
    return found


def _own_blocks(blocks: Sequence[Block], order: _Order) -> list[Block]:
    """The blocks without links to other stories, service lines and, where prose is left, captions."""
    prose = _prose_inside(blocks)
    kept: list[Block] = []
    section: Any = None
    below = False
    for place, block in enumerate(blocks):
        related = len(block.text) <= LONGEST_SERVICE and RELATED.match(block.text)
        if related and block.element.tag != "h1":
            if section is None or not order.lies_in(block.element, section):
                section = _section_of(blocks, place, prose, order)
            below = True
            continue
        below = below and (block.is_linked or not block.prose)
        below = below or _heads_links(block)
        apart = section is not None and order.lies_in(block.element, section)
        if not (below or apart or _is_service(block.text)):
            kept.append(block)
    body = [block for block in kept if not block.is_caption]
    return body if any(block.prose for block in body) else kept


def _heads_links(block: Block) -> bool:
    """Whether a block begins with a line above other stories, with these behind it in the same block."""
    head, _, rest = block.text[:LONGEST_SERVICE].partition("\n")
    return bool(rest) and RELATED.match(head) is not None and not block.prose


def _is_service(text: str) -> bool:
    """Whether a line is the page's own: to share it, to subscribe, whose it is, or a link elsewhere."""
    if len(text) > LONGEST_SERVICE:
        return False
    notice = (STAMPS.match(text) or NOTICE.search(text)) and not TOLD.search(text)
    return bool(notice) or any(line.match(text) for line in (SHARE_LINE, SUBSCRIBE_LINE, RELATED_LINE))


def _prose_inside(blocks: Sequence[Block]) -> dict[Any, int]:
    """Characters of prose in each element that holds any, up to the whole page."""
    prose: dict[Any, int] = defaultdict(int)
    for block in blocks:
        if block.prose:
            prose[block.element] += block.prose
    for element, own in list(prose.items()):
        for ancestor in element.iterancestors():
            prose[ancestor] += own
    return prose


def _section_of(blocks: Sequence[Block], place: int, prose: dict[Any, int], order: _Order) -> Any:
    """The largest element that begins with a line above other stories and is not much of the page."""
    section: Any = None
    heading = blocks[place].element
    total = max(prose.values(), default=0)
    for element in (heading, *heading.iterancestors()):
        begins = not place or not order.lies_in(blocks[place - 1].element, element)
        if not begins or 3 * prose.get(element, 0) > total:
            break
        section = element
    return section


# What is cleared away


def is_usual(page: Any) -> bool:
    """Whether a cleared page has few enough elements for trafilatura to read it in time."""
    from lxml import etree

    number = depth = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        number += event == "start"
        depth += 1 if event == "start" else -1
        if number > MOST_USUAL or depth > DEEPEST_USUAL:
            return False
    return True


def clear(page: Any) -> None:
    """Take menus, sidebars and comments out of a page, and open the tables that lay it out."""
    for element in list(page.iter(*_JUNK_TAGS)):
        _drop(element)
    weights = _weights(page)
    body = page.find("body")
    half = weights.get(body, 0) / 2
    for element in list(page.iter()):
        if isinstance(element.tag, str) and weights.get(element, 0) <= half and _is_junk(element):
            _drop(element)
    _open_tables(page)
    for block in list(page.iter("div", "td", "article", "section", "main", "body")):
        _wrap_bare_text(block)


def _drop(element: Any) -> None:
    """Take an element out; what stands behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def _is_junk(element: Any) -> bool:
    """Whether an element is no part of an article, by tag, name or being hidden."""
    if (
        element.tag == "form"
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "")
    ):
        return element.tag not in _KEPT_TAGS
    name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    return element.tag not in _KEPT_TAGS and JUNK_NAME.search(_CAMEL.sub("-", name)) is not None


def _weights(page: Any) -> dict[Any, int]:
    """Characters of each element that are no links."""
    from lxml import etree

    weights: dict[Any, int] = {}
    for _, element in etree.iterwalk(page, events=("end",)):
        inner = sum(weights.get(child, 0) + len((child.tail or "").strip()) for child in element)
        weights[element] = 0 if is_link(element) else len((element.text or "").strip()) + inner
    return weights


def _open_tables(page: Any) -> None:
    """Make blocks of the tables that lay out a page, without the cells beside the article."""
    from lxml import etree

    rows: dict[Any, list[list[Any]]] = {}
    parts: dict[Any, list[Any]] = {}
    stack: list[Any] = []
    for event, element in etree.iterwalk(page, events=("start", "end")):
        if element.tag == "table" and event == "start":
            stack.append(element)
            rows[element], parts[element] = [], [element]
        elif element.tag == "table":
            stack.pop()
        elif event == "start" and stack and element.tag in ("tbody", "thead", "tfoot", "tr", "td", "th"):
            parts[stack[-1]].append(element)
            if element.tag == "tr" or not rows[stack[-1]]:
                rows[stack[-1]].append([])
            if element.tag in ("td", "th"):
                rows[stack[-1]][-1].append(element)
    weights = _weights(page) if rows else {}
    for table, its_rows in rows.items():
        if table.getparent() is not None and _lays_out(its_rows, weights):
            _open_table(its_rows, parts[table], weights)


def _lays_out(rows: Sequence[Sequence[Any]], weights: dict[Any, int]) -> bool:
    """Whether a table holds text rather than data: a long cell, and no rows of like cells."""
    cells = [cell for row in rows for cell in row]
    longest = max((weights[cell] for cell in cells), default=0)
    alike = len(rows) > 2 and len({len(row) for row in rows}) == 1 and len(rows[0]) > 1
    heads = any(cell.tag == "th" for cell in cells)
    data = (alike or heads) and 2 * longest < sum(weights[cell] for cell in cells)
    return longest >= _LAYOUT_CELL and not data


def _open_table(rows: Sequence[Sequence[Any]], parts: Sequence[Any], weights: dict[Any, int]) -> None:
    """Make blocks of the cells; one that is short beside the article, or has no sentence, is dropped."""
    longest = max(weights[cell] for row in rows for cell in row)
    for row in rows:
        beside = max((weights[cell] for cell in row), default=0)
        for cell in row:
            short = weights[cell] < _CELL_SHARE * longest
            if short and (weights[cell] < _CELL_SHARE * beside or not ends_sentence(cell.text_content())):
                _drop(cell)
    for part in parts:
        part.tag = "div"


def _wrap_bare_text(block: Any) -> None:
    """Make a paragraph of the bare words before the first one of a block: trafilatura would drop them."""
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
