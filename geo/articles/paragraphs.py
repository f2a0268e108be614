"""
Lines of pages to paragraphs: running heads dropped, words that a line end divides joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from geo.articles.pdfpages import Stretch
from geo.dates import compiled

_SPACING = 1.5
_LARGER = 1.15
_HEADLINE = 1.2
_SHORT = 0.8
_INDENT = 0.8
_EDGE_LINES = 2
_PRINTED = (
    r"\d{1,4}[./]\s?\d{1,2}[./]\s?\d{1,4}\.?,?\s+(?:오전|오후)?\s?\d{1,2}:\d{2}(?:\s?[AP]M)?\b.*"
    r"|(?P<url>(?:https?|file)://\S+)(?:\s+\d{1,3}\s?/\s?\d{1,3})?|\W*(?:page\s)?\d{1,3}(?:\s?(?:/|of)\s?\d{1,3})?\W*"
)
"""What a browser prints above and below a page, and numbers of pages."""
_ENDS = r"(?:[.!?。…:]|다)[\"'”’)\]]*\s*$"
_STARTS = r"[•▲△■□◆○●–-]\s|\d{1,2}[.)]\s"
_COMPOUNDS = (
    r"(?i)(?:^|[\s“\"(-])(?:regional|local|ground|long|newly|well|multi|inter|large|small|high|self|two|three|four|"
    r"five|ten|half|part|full|south|north|east|west|mid|co|ex|anti|pro|off|on|year|state|so|county|city)-$"
)
"""First parts of words that have a hyphen wherever they stand."""
_HANGUL = r"[가-힣]"
_HANGUL_END = r"[가-힣] ?$"
_KEPT_BLANKS = 5
"""Where one in so many lines keeps the blank at its end, a line without it ends inside a word."""
_PARTICLE = (
    r"(?:을|를|은|는|이|가|의|에|에도|에는|에서|에서도|에서는|서|서도|다|에게|와|과|도|로|으로|만|까지|부터|들|들이|들은|들을|들의|들과|하는|하고|하며|하여|한|할|했다|하였다|"
    r"되는|되고|되며|되여|되어|된|될|됐다|되였다|되었다|이다|라고|다고|시켜|시키고|적인|적으로)(?![가-힣])"
)
_WORD_END = r"(?:에서|에게|[에의은는을를와과로고며여서한된할될던게도군시읍리년월일등및가이]|(?<=[가-힣])다)$"


@dataclass(frozen=True)
class Pages:
    """The text of a file of pages."""

    lines: str
    """Line by line, with blank lines between paragraphs."""
    paragraphs: tuple[str, ...]
    title: str
    """The paragraph in the largest letters of the first page; empty if none stands out."""
    url: str
    """The address that a browser printed below the page."""


def read_pages(pages: Sequence[Sequence[Stretch]]) -> Pages:
    """The paragraphs of pages whose lines are in reading order."""
    kept, url = _without_edges(pages)
    lines = [(number, line) for number, page in enumerate(kept) for line in page]
    groups = _groups(lines)
    whole = "\n".join(line.text for _, line in lines)
    ends = [
        bool(compiled(r" $").search(line.text))
        for _, line in lines
        if compiled(_HANGUL_END).search(line.text)
    ]
    spaced = _KEPT_BLANKS * sum(ends) > len(ends)
    paragraphs = tuple(_join([line.text for line in group], whole, spaced) for group in groups)
    return Pages(
        "\n\n".join("\n".join(line.text.strip() for line in group) for group in groups),
        paragraphs,
        _title(groups, paragraphs, kept[0] if kept else ()),
        url,
    )


def _without_edges(pages: Sequence[Sequence[Stretch]]) -> tuple[list[list[Stretch]], str]:
    """The pages without running heads, numbers and what a browser prints; the address among the last."""
    edges = [_edges(page) for page in pages]
    seen = Counter(words for words in (_bare(line) for edge in edges for line in edge))
    kept, url = [], ""
    for page, edge in zip(pages, edges, strict=True):
        dropped = set()
        for line in edge:
            printed = compiled(_PRINTED).fullmatch(line.text.strip())
            url = url or (printed["url"] if printed and (printed["url"] or "").startswith("http") else "")
            if printed or (seen[_bare(line)] > 1 and 2 * seen[_bare(line)] >= len(pages)):
                dropped.add(line)
        kept.append([line for line in page if line not in dropped])
    return kept, url


def _edges(page: Sequence[Stretch]) -> list[Stretch]:
    """The lines at the top and at the bottom of a page."""
    by_height = sorted(page, key=lambda line: -line.middle)
    return list(dict.fromkeys([*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]))


def _bare(line: Stretch) -> str:
    """A line with every number alike."""
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _groups(lines: list[tuple[int, Stretch]]) -> list[list[Stretch]]:
    """The lines of each paragraph."""
    groups: list[list[Stretch]] = []
    pitch = _pitch(lines)
    before: tuple[int, Stretch] | None = None
    edges = _right_edges(lines)
    for page, line in lines:
        if before is None or _begins(before, (page, line), pitch, edges):
            groups.append([])
        groups[-1].append(line)
        before = (page, line)
    return groups


def _pitch(lines: list[tuple[int, Stretch]]) -> float:
    """The usual distance of two lines, in sizes of their letters."""
    steps = [
        (one.middle - two.middle) / max(one.size, 1)
        for (page, one), (other, two) in pairwise(lines)
        if page == other and one.column == two.column and one.middle > two.middle
    ]
    return median(steps) if steps else 1.2


def _right_edges(lines: list[tuple[int, Stretch]]) -> dict[tuple[int, int], tuple[float, float]]:
    """Left and right edge of each column."""
    edges: dict[tuple[int, int], tuple[float, float]] = {}
    for page, line in lines:
        left, right = edges.get((page, line.column), (line.left, line.right))
        edges[page, line.column] = (min(left, line.left), max(right, line.right))
    return edges


def _begins(
    before: tuple[int, Stretch],
    here: tuple[int, Stretch],
    pitch: float,
    edges: dict[tuple[int, int], tuple[float, float]],
) -> bool:
    """Whether a line begins a paragraph: below a gap, indented, in other letters, or behind a short line."""
    (page, above), (other, line) = before, here
    if max(above.size, line.size) > _LARGER * min(above.size, line.size) or compiled(_STARTS).match(
        line.text
    ):
        return True
    left, right = edges[page, above.column]
    ended = bool(compiled(_ENDS).search(above.text))
    short = above.right - left < _SHORT * (right - left)
    if (page, above.column) != (other, line.column):
        return ended or short
    if above.middle - line.middle > max(_SPACING, _SPACING * pitch) * 0.9 * max(above.size, 1) and (
        above.middle - line.middle > 1.3 * pitch * above.size
    ):
        return True
    indented = line.left - edges[other, line.column][0] > _INDENT * line.size
    return (indented and line.left - above.left > _INDENT * line.size) or (ended and short)


def _join(lines: list[str], whole: str, spaced: bool) -> str:
    """The lines of a paragraph as one; `spaced` says that Korean lines keep the blank at their ends."""
    text, ends_in_blank = "", True
    for line in lines:
        words = " ".join(line.split())
        if not text:
            text = words
        elif compiled(r"[^\W\d_]-$").search(text) and words[:1].isalpha() and words[:1].islower():
            text = _rejoined(text, words, whole)
        elif spaced:
            inside = not ends_in_blank and _are_hangul(text, words)
            text += words if inside else f" {words}"
        else:
            text += words if _are_hangul(text, words) and _is_one_word(text, words, whole) else f" {words}"
        ends_in_blank = line.endswith(" ")
    return text


def _are_hangul(text: str, words: str) -> bool:
    """Whether Hangul stands on both sides of a line end."""
    return bool(compiled(rf"{_HANGUL}$").search(text) and compiled(_HANGUL).match(words))


def _is_one_word(text: str, words: str, whole: str) -> bool:
    """
    Whether a Korean word goes on behind a line end, where lines do not keep their blanks.

    Told by the same word elsewhere in the text, by particles that begin no word, by how words end; else it
    goes on: lines break within words more often than between them.
    """
    before, behind = re.split(r"\s", text[-20:])[-1], re.split(r"\s", words[:20])[0]
    stem = compiled(r"^[가-힣]+").match(behind)
    if stem and re.search(rf"(?:^|\s){re.escape(before + stem[0])}", whole):
        return True
    if compiled(_PARTICLE).match(behind):
        return True
    if len(before) > 1 and re.search(
        rf"(?m)(?:^|\s){re.escape(before)}\s(?!$)", whole.replace(f"{before}\n", "")
    ):
        return False
    return not (len(before) > 1 and compiled(_WORD_END).search(before))


def _rejoined(text: str, words: str, whole: str) -> str:
    """Two lines that a hyphen joins: it stays if the text writes the word so elsewhere, or such words do."""
    first = compiled(r"[\w-]+-$").search(text)
    second = compiled(r"\w+").match(words)
    if not first or not second:
        return text + words
    with_hyphen, without = first[0] + second[0], first[0][:-1] + second[0]
    if with_hyphen in whole or (without not in whole and compiled(_COMPOUNDS).search(text)):
        return text + words
    return text[:-1] + words


def _title(groups: list[list[Stretch]], paragraphs: Sequence[str], first: Sequence[Stretch]) -> str:
    """The paragraph of the first page whose letters are the largest by far."""
    if not first:
        return ""
    usual = median(line.size for group in groups for line in group for _ in range(len(line.text)))
    on_first = set(first)
    large = [
        (max(line.size for line in group), -number)
        for number, group in enumerate(groups)
        if group[0] in on_first and 8 <= len(paragraphs[number]) <= 200
    ]
    size, number = max(large, default=(0.0, 0))
    return paragraphs[-number] if size > _HEADLINE * usual else ""
