"""
Font files: where they are, and what a font says of its letters.

NanumGothic comes with the package koreanize-matplotlib, and DejaVu Sans with matplotlib, which that package
needs; their files are read where they lie, and neither package is imported. Other fonts are looked for in the
system's folders.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache, cached_property
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from geo.errors import InputError

INSTALL = "pip install 'factorymap[pictures]'"
PACKAGE, FOLDER = "koreanize_matplotlib", "fonts"
FILES = {False: "NanumGothic.ttf", True: "NanumGothicBold.ttf"}
"""Whether bold -> file of the package."""
LENDER, LENT_FOLDER = "matplotlib", "mpl-data/fonts/ttf"
LENT = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
"""Whether bold -> file of the lender."""
REGULAR = (
    "DejaVuSans", "NotoSansCJK-Regular", "NotoSansCJKkr-Regular", "NotoSansKR-Regular", "malgun",
    "AppleSDGothicNeo",
)  # fmt: skip
BOLD = ("DejaVuSans-Bold", "NotoSansCJK-Bold", "NotoSansCJKkr-Bold", "NotoSansKR-Bold", "malgunbd")
"""Files of the system, without suffix, that may help out, in the order of preference."""
SUFFIXES = frozenset({".ttf", ".otf", ".ttc"})
FOLDERS = {
    "win32": ("$WINDIR/Fonts", "$LOCALAPPDATA/Microsoft/Windows/Fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "$HOME/Library/Fonts"),
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts", "$HOME/.fonts", "$HOME/.local/share/fonts"),
}
"""System, as Python names it -> where it keeps fonts; of two files of one name the later one wins."""


class Font:
    """A font file, of a collection its first font; read when it is first asked for something."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def has(self, text: str) -> bool:
        """Whether it has every letter of a text."""
        return self._glyphs.keys() >= set(map(ord, text))

    def width(self, text: str) -> float:
        """How wide a text is, in sizes of the font."""
        return sum(self.advance(glyph) for glyph in self.glyphs_of(text)) / self.units

    def glyphs_of(self, text: str) -> list[str]:
        """The glyph of each letter of a text."""
        return [self._glyphs[ord(letter)] for letter in text]

    def advance(self, glyph: str) -> int:
        """How far it is from a glyph to the next, in units of the font."""
        return int(self._advances[min(self.number(glyph), len(self._advances) - 1)])

    def number(self, glyph: str) -> int:
        """The number of a glyph in the file."""
        return int(self.tables.getGlyphID(glyph))

    def opened(self) -> Any:
        """The file as fontTools reads it, anew, from memory: nothing stays open, nothing is recalculated."""
        from fontTools.ttLib import TTFont

        content = BytesIO(self.file.read_bytes())
        tables = TTFont(content, fontNumber=0, lazy=True, recalcBBoxes=False, recalcTimestamp=False)
        if "glyf" in tables:  # numbers do for names, and the file's own names take long to read
            tables.setGlyphOrder([str(number) for number in range(tables["maxp"].numGlyphs)])
        return tables

    @cached_property
    def units(self) -> int:
        """Units to the size of the font."""
        return int(self.tables["head"].unitsPerEm)

    @cached_property
    def is_truetype(self) -> bool:
        """Whether its outlines are of the kind that a PDF takes as they are."""
        return "glyf" in self.tables

    @cached_property
    def tables(self) -> Any:
        """The file as fontTools reads it, to look things up."""
        return self.opened()

    @cached_property
    def shapes(self) -> Any:
        """Glyph -> what draws it with a pen of fontTools, in units of the font, y upwards."""
        return self.tables.getGlyphSet()

    @cached_property
    def _glyphs(self) -> Mapping[int, str]:
        return self.tables.getBestCmap() or {}

    @cached_property
    def _advances(self) -> Any:
        """How far it is from each glyph to the next; glyphs beyond the last one are as wide as it is."""
        pairs = self.tables["hhea"].numberOfHMetrics
        return np.frombuffer(self.tables.reader["hmtx"], ">u2", 2 * pairs)[::2]


@cache
def own_fonts(bold: bool) -> tuple[Font, ...]:
    """The fonts that are installed with the pictures, in the order of preference; errors of `korean_font`."""
    lent = file_of(LENDER, LENT_FOLDER, LENT[bold])
    return tuple(Font(file) for file in (korean_font(bold), lent) if file)


@cache
def system_fonts(bold: bool) -> tuple[Font, ...]:
    """Fonts of the system that may help out, in the order of preference; plain ones help out bold ones."""
    found = {file.stem: file for folder in _font_folders() for file in _font_files(folder)}
    return tuple(Font(found[name]) for name in (BOLD + REGULAR if bold else REGULAR) if name in found)


def korean_font(bold: bool) -> Path:
    """The file of the Korean font; InputError if its package is not installed."""
    file = file_of(PACKAGE, FOLDER, FILES[bold])
    if file is None:
        raise InputError(f"Pictures need {FILES[bold]} of the package {PACKAGE.replace('_', '-')}: {INSTALL}")
    return file


def file_of(package: str, folder: str, name: str) -> Path | None:
    """A file of an installed package, which is not imported; None if it is not there."""
    found = find_spec(package)
    files = [Path(place, folder, name) for place in (found and found.submodule_search_locations) or ()]
    return next(filter(Path.is_file, files), None)


def _font_folders() -> list[Path]:
    """Where this system keeps fonts; a variable that is not set leads nowhere."""
    folders = FOLDERS.get(sys.platform, FOLDERS["linux"])
    return [Path(os.path.expandvars(folder)) for folder in folders]


def _font_files(folder: Path) -> list[Path]:
    """The font files in and below a folder, in a fixed order; none if it cannot be read."""
    return sorted(
        Path(place, name) for place, _, names in os.walk(folder)
        for name in names if Path(name).suffix.lower() in SUFFIXES
    )  # fmt: skip
