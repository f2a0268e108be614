"""
Fonts that have every letter that a picture writes, and how wide words are in them.

NanumGothic comes with the package koreanize-matplotlib, whose font files are read where they lie; the package
itself is never imported, since that changes the settings of every other figure. Text that it lacks a letter
of is written in DejaVu Sans, or in a Korean font of the system.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import name as name_of

from geo.errors import InputError

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

INSTALL = "pip install 'factorymap[pictures]'"
PACKAGE, FOLDER = "koreanize_matplotlib", "fonts"
FILES = {False: "NanumGothic.ttf", True: "NanumGothicBold.ttf"}
"""Whether bold -> file of the package."""
FAMILY = "NanumGothic"
FAMILIES = (
    "NanumGothic",
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "sans-serif",
)
"""Written into an SVG, whose reader may have none of our files."""
SYSTEM_FONTS = frozenset(FAMILIES) | {"Noto Sans CJK JP"}
"""Names of fonts of the system that may help out."""
MM_PER_POINT = 25.4 / 72
SPACE = 0.32
"""Width of a space, in sizes of the font, with a little to spare."""


def in_fonts(text: str, bold: bool = False) -> list[tuple[str, FontProperties]]:
    """
    A text in pieces, each with the first font that has its letters; nearly always one piece.

    Raises
    ------
    InputError
        If no font has a letter, which it names, or if matplotlib or the Korean font is not installed.
    """
    first = _fonts(bold)[0]
    if not _lacking(text, first):
        return [(text, first)]
    pieces: list[tuple[str, FontProperties]] = []
    for letter in text:
        font = next((font for font in _fonts(bold) if not _lacking(letter, font)), None)
        if font is None:
            raise InputError(_told(letter, text))
        if pieces and pieces[-1][1] is font:
            pieces[-1] = (pieces[-1][0] + letter, font)
        else:
            pieces.append((letter, font))
    return pieces


def width_mm(text: str, size: float, bold: bool = False) -> float:
    """Width of a text in millimetres at a size in points."""
    return _width_at_100(text, bold) * size / 100 * MM_PER_POINT


def wrapped(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """
    The lines of a text that is to be at most so many millimetres wide.

    Lines end between words, and inside a word only where it alone is too wide.
    """
    lines: list[str] = []
    line, room = "", 0.0
    for word in text.split():
        needed = width_mm(word, size, bold) + SPACE * size * MM_PER_POINT
        if line and needed <= room:
            line, room = f"{line} {word}", room - needed
            continue
        full, rest = _cut(word, size, width, bold)
        lines += [*([line] if line else []), *full]
        line, room = rest, width - width_mm(rest, size, bold)
    return [*lines, line] if line else lines


def _cut(word: str, size: float, width: float, bold: bool) -> tuple[list[str], str]:
    """Full lines of a word that is too wide for one, and its rest."""
    lines = []
    while width_mm(word, size, bold) > width and len(word) > 1:
        fitting = next(
            n for n in range(len(word), 0, -1) if n == 1 or width_mm(word[:n], size, bold) <= width
        )
        lines.append(word[:fitting])
        word = word[fitting:]
    return lines, word


def _lacking(text: str, font: FontProperties) -> bool:
    """Whether a font lacks a letter of a text."""
    return not _letters(font.get_file()).issuperset(map(ord, text))


def _told(letter: str, text: str) -> str:
    """What to do about a letter that no font has."""
    shown = text if len(text) <= 40 else f"{text[:40]} ..."
    return (
        f"No font has {letter!r} (U+{ord(letter):04X} {name_of(letter, 'unnamed')}) of {shown!r}. Install "
        "one, such as Noto Sans CJK (on Debian: apt-get install fonts-noto-cjk), or leave the letter out."
    )


@cache
def _width_at_100(text: str, bold: bool) -> float:
    """Width in points at 100 points."""
    width = 0.0
    for piece, font in in_fonts(text, bold):
        large = font.copy()
        large.set_size(100)
        width += float(_ruler().get_text_width_height_descent(piece, large, False)[0])
    return width


@cache
def _ruler() -> Any:
    from matplotlib.textpath import TextToPath

    return TextToPath()


@cache
def _fonts(bold: bool) -> tuple[FontProperties, ...]:
    """The fonts in the order of preference."""
    from matplotlib import font_manager

    weight = "bold" if bold else "normal"
    dejavu = font_manager.findfont(font_manager.FontProperties(family="DejaVu Sans", weight=weight))
    others = sorted(
        entry.fname
        for entry in font_manager.fontManager.ttflist
        if entry.name in SYSTEM_FONTS and (entry.weight in ("bold", 700)) is bold
    )
    files = dict.fromkeys([str(korean_font(bold)), dejavu, *others])
    return tuple(font_manager.FontProperties(family=FAMILY, weight=weight, fname=file) for file in files)


def korean_font(bold: bool) -> Path:
    """The file of the Korean font; InputError if its package is not installed."""
    found = find_spec(PACKAGE)
    for folder in (found and found.submodule_search_locations) or ():
        file = Path(folder, FOLDER, FILES[bold])
        if file.is_file():
            return file
    raise InputError(f"Pictures need {FILES[bold]} of the package {PACKAGE.replace('_', '-')}: {INSTALL}")


@cache
def _letters(file: str) -> frozenset[int]:
    """The code points that a font has."""
    from matplotlib.font_manager import get_font

    return frozenset(get_font(file).get_charmap())
