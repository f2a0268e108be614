"""
What Typst writes as SVG, made for those who go on working with it: words are text, and the map is part of it.

Typst draws words as outlines and puts an SVG into another as an image; so the words are written again where
they stand, and the image is opened, by which each county is a group of its own.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from lxml import etree

from geo.pictures.drawing import font_families
from geo.pictures.typesetting import Word
from geo.view import Sheet

SVG = "http://www.w3.org/2000/svg"
HREF = "{http://www.w3.org/1999/xlink}href"
EMBEDDED = "data:image/svg+xml;base64,"
MM_PER_INCH = 25.4
NARROWEST, WIDEST = 0.1, 0.7
"""Gap between two words of one line, in sizes of the font."""


def vector_of(drawn: bytes, words: Sequence[Word], content: Mapping[str, Any], sheet: Sheet) -> bytes:
    """An SVG whose words are text, in millimetres on paper and in pixels on a screen."""
    root = etree.fromstring(drawn)
    for outlined in list(root.iter(f"{{{SVG}}}use", f"{{{SVG}}}defs")):
        outlined.getparent().remove(outlined)
    for group in reversed(list(root.iter(f"{{{SVG}}}g"))):
        if not len(group):
            group.getparent().remove(group)
    for image in list(root.iter(f"{{{SVG}}}image")):
        _open(image)
    root.append(_texts(words, content["fonts"]))
    for name, text in (("desc", content["alt"]), ("title", content["title"])):
        root.insert(0, _element(name, text))
    unit, per_mm = ("mm", 1.0) if sheet.is_paper else ("px", sheet.dpi / MM_PER_INCH)
    for name, side in (("width", sheet.width), ("height", sheet.height)):
        root.set(name, f"{side * per_mm:.6g}{unit}")
    etree.cleanup_namespaces(root)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _open(image: Any) -> None:
    """Put the elements of an image that is an SVG in its place."""
    link = image.get(HREF, "")
    if not link.startswith(EMBEDDED):
        return
    inner = etree.fromstring(b64decode(link.removeprefix(EMBEDDED)))
    for name in ("width", "height"):
        inner.set(name, image.get(name))
    place = _element("g")
    if image.get("transform"):
        place.set("transform", image.get("transform"))
    place.append(inner)
    image.getparent().replace(image, place)


def _texts(words: Sequence[Word], families: Sequence[str]) -> Any:
    """One text for each line."""
    group = _element("g")
    group.set("font-family", font_families(families))
    for line in _lines(words):
        first = line[0]
        text = _element("text", "".join(_spaced(line)))
        for name, number in (("x", first.x), ("y", first.y), ("font-size", first.size)):
            text.set(name, f"{round(number, 2):g}")
        text.set("fill", first.fill)
        if first.bold:
            text.set("font-weight", "600")
        group.append(text)
    return group


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that stand close beside each other and look alike."""
    line: list[Word] = []
    for word in words:
        if line and not _follows(line[-1], word):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _follows(one: Word, other: Word) -> bool:
    look = one.y, one.size, one.bold, one.fill
    return look == (other.y, other.size, other.bold, other.fill) and -0.1 < _gap(one, other) < WIDEST


def _gap(one: Word, other: Word) -> float:
    """From one word to the next, in sizes of the font."""
    return (other.x - one.x - one.width) / one.size


def _spaced(line: Sequence[Word]) -> Iterator[str]:
    """The words of a line with spaces between them, and none inside a word that is cut."""
    yield line[0].text
    for one, other in pairwise(line):
        yield (" " if _gap(one, other) > NARROWEST else "") + other.text


def _element(name: str, text: str = "") -> Any:
    element = etree.Element(f"{{{SVG}}}{name}", nsmap={None: SVG})
    element.text = text
    return element
