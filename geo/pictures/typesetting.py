"""
Typst at work: the template `picture.typ` with the words of a picture, the room that they leave, and the file.

A letter that no font has is told by Typst when it writes PDF/UA, which allows none; so that is asked first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import name as name_of

from geo.errors import InputError
from geo.labels import Box
from geo.pictures.countrymap import Lettering
from geo.pictures.fonts import fonts_in

if TYPE_CHECKING:
    pass

TEMPLATE = Path(__file__).with_name("picture.typ")
STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, titled, with alternative texts, and no letter without a glyph."""
LEAST_MM = 45.0
"""Of each side of the map."""
LACKING = re.compile(r'text `"(.+?)"` could not be displayed', re.DOTALL)
WORDS = """query(<word>).zip(query(<end>)).map(((word, end)) => {
  let at = word.location().position()
  (..word.value, x: at.x / 1pt, y: at.y / 1pt, width: (end.location().position().x - at.x) / 1pt)
})"""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or the part of a long one, where it stands on the page."""

    text: str
    x: float
    y: float
    """Left end of its baseline, in points from the upper left corner."""
    width: float
    size: float
    """In points."""
    bold: bool
    fill: str


class Typesetter:
    """The template with the words of a picture, as `content_of` gives them."""

    def __init__(self, content: Mapping[str, Any], folders: tuple[Path, ...]) -> None:
        self._names = content["names"]
        self._folders = folders
        self._inputs = {"data": json.dumps(content)}
        self._fonts = fonts_in(folders, of_system=False)

    def room(self) -> Box:
        """The frame of the map; InputError if the words leave none."""
        compiler = self._compiler()
        frame = json.loads(compiler.query("<frame>", field="value", one=True))
        spare = json.loads(compiler.query("<spare>", field="value"))
        if min(frame["width"], frame["height"]) < LEAST_MM or min(spare, default=0) < 0:
            raise InputError(
                "The words around the map leave no room for it. Shorten title, headline, takeaway, byline or "
                "notes, choose a larger size, or the map with its legend only."
            )
        return Box(0.0, 0.0, frame["width"], frame["height"])

    def widths(self) -> dict[Lettering, float]:
        """How wide each name is, in millimetres."""
        widths = json.loads(self._compiler().query("<widths>", field="value", one=True))
        return {
            (text, size, bold): width for (text, size, bold), width in zip(self._names, widths, strict=True)
        }

    def pdf(self, country: str) -> bytes:
        """
        The picture with the map, an SVG, as a tagged PDF.

        If a letter has no glyph, fonts of the system help out, here and in what is written afterwards.
        InputError if they have none.
        """
        from typst import TypstError

        try:
            return self._written("pdf", country, pdf_standards=STANDARD)
        except TypstError as error:
            if not LACKING.search(str(error.message)):
                raise
        self._fonts = fonts_in(self._folders, of_system=True)
        try:
            return self._written("pdf", country, pdf_standards=STANDARD)
        except TypstError as error:
            lacking = LACKING.search(str(error.message))
            if not lacking:
                raise
            raise InputError(_told(lacking[1])) from error

    def png(self, country: str, dots_per_inch: float) -> bytes:
        """The picture with the map in dots."""
        return self._written("png", country, ppi=dots_per_inch)

    def svg(self, country: str) -> tuple[bytes, list[Word]]:
        """The picture with the map in lines, its words as outlines, and where each of these words stands."""
        self._inputs |= {"words": "each"}
        words = json.loads(self._compiler(country).eval(WORDS))
        return self._written("svg", country), [Word(**word) for word in words]

    def _compiler(self, country: str = "") -> Any:
        from typst import Compiler

        inputs = self._inputs | ({"map": country} if country else {})
        return Compiler(TEMPLATE, font_paths=self._fonts, ignore_system_fonts=True, sys_inputs=inputs)

    def _written(self, format: str, country: str, **options: Any) -> bytes:
        written = self._compiler(country).compile(format=format, timestamp=0, **options)
        if not isinstance(written, bytes):
            raise InputError("The words around the map take more than one page. Shorten them.")
        return written


def _told(letter: str) -> str:
    """What to do about a letter that no font has."""
    return (
        f"No font has {letter!r} (U+{ord(letter[0]):04X} {name_of(letter[0], 'unnamed')}). Install one, such "
        "as Noto Sans CJK (on Debian: apt-get install fonts-noto-cjk), or leave the letter out."
    )
