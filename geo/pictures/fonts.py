"""
Which font writes a text, how wide words are in it, and where long lines end.

NanumGothic comes first. Text that it lacks a letter of is written in DejaVu Sans, or in a Korean font of the
system.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import name as name_of

from geo.errors import InputError
from geo.pictures.fontfiles import Font, own_fonts, system_fonts

MM_PER_POINT = 25.4 / 72
SPACE = 0.32
"""Width of a space, in sizes of the font, with a little to spare."""


def in_fonts(text: str, bold: bool = False) -> list[tuple[str, Font]]:
    """
    A text in pieces, each with the first font that has its letters; nearly always one piece.

    Raises
    ------
    InputError
        If no font has a letter, which it names, or if the Korean font is not installed.
    """
    first = own_fonts(bold)[0]
    if first.has(text):
        return [(text, first)]
    pieces: list[tuple[str, Font]] = []
    for letter in text:
        font = next((font for font in _fonts(bold) if font.has(letter)), None)
        if font is None:
            raise InputError(_told(letter, text))
        if pieces and pieces[-1][1] is font:
            pieces[-1] = (pieces[-1][0] + letter, font)
        else:
            pieces.append((letter, font))
    return pieces


def width_mm(text: str, size: float, bold: bool = False) -> float:
    """Width of a text in millimetres at a size in points."""
    return _width_in_sizes(text, bold) * size * MM_PER_POINT


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


def _told(letter: str, text: str) -> str:
    """What to do about a letter that no font has."""
    shown = text if len(text) <= 40 else f"{text[:40]} ..."
    return (
        f"No font has {letter!r} (U+{ord(letter):04X} {name_of(letter, 'unnamed')}) of {shown!r}. Install "
        "one, such as Noto Sans CJK (on Debian: apt-get install fonts-noto-cjk), or leave the letter out."
    )


@cache
def _width_in_sizes(text: str, bold: bool) -> float:
    """Width of a text in sizes of its font."""
    return sum(font.width(piece) for piece, font in in_fonts(text, bold))


def _fonts(bold: bool) -> Iterator[Font]:
    """The fonts in the order of preference; those of the system are looked for when they are reached."""
    yield from own_fonts(bold)
    yield from system_fonts(bold)
