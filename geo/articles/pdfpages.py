"""
The lines of a PDF page in the order in which a reader takes them: columns one after the other.

Letters are gathered to stretches of a line by their boxes; where a gutter parts enough long stretches on both
sides, the left side comes first. Everything else goes from top to bottom.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import hypot, pi
from statistics import median
from typing import Any

from geo.errors import InputError

INSTALL = "pip install 'factorymap[documents]'"
AGAIN = "save it again, or save its text as .txt"
_GAP = 1.2
"""A gap so many times the size of the letters parts two stretches."""
_GUTTER = 0.7
_COLUMN_LINES = 3
_COLUMN_EMS = 8.0
_MOST_BANDS = 150
_LETTERS_TRIED = 200
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}


@dataclass(frozen=True)
class Stretch:
    """Letters on one line, or a line of such stretches; from the lower left corner in points."""

    left: float
    bottom: float
    right: float
    top: float
    size: float
    text: str
    """A blank at its end is kept: it says that the word ends there."""
    column: int = 0
    """Number of the column on the page that it was read in."""

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


def open_pdf(content: bytes) -> Any:
    """
    A file as PDFium opens it.

    Raises
    ------
    InputError
        If PDFium is not installed, or the file is locked or damaged.
    """
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError:
        raise InputError(f"it is a PDF, and reading one needs pypdfium2: {INSTALL}") from None
    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError("it is locked with a password; save it without one") from None
        raise InputError(f"it is a PDF that is damaged; {AGAIN}") from None


def lines_of_page(page: Any) -> list[Stretch]:
    """The lines of a page in reading order, each with the number of its column."""
    regions = _regions(_stretches(page))
    return [
        Stretch(one.left, one.bottom, one.right, one.top, one.size, one.text, number)
        for number, region in enumerate(regions)
        for one in _rows(region)
    ]


def _stretches(page: Any) -> list[Stretch]:
    """Letters beside each other, in the order of the file."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    turn = _turner(textpage)
    found: list[Stretch] = []
    letters: list[str] = []
    box: list[float] = []
    size = 0.0

    def close() -> None:
        if box and "".join(letters).strip():
            found.append(Stretch(box[0], box[1], box[2], box[3], size, "".join(letters)))
        letters.clear()
        box.clear()

    handle = textpage.raw
    matrix = raw.FS_MATRIX()
    place = [ctypes.c_double() for _ in range(4)]
    for at in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, at)
        if code in (0x0A, 0x0D):
            close()
            continue
        letter = _HYPHENS.get(code) or (chr(code) if code > 0x1F and not 0xD800 <= code < 0xE000 else "")
        if letter.isspace():
            if letters:
                letters.append(" ")
            continue
        if not letter or not raw.FPDFText_GetCharBox(handle, at, *map(ctypes.byref, place)):
            continue
        left, right, bottom, top = (one.value for one in place)
        left, bottom, right, top = turn(left, bottom, right, top)
        scaled = raw.FPDFText_GetMatrix(handle, at, ctypes.byref(matrix)) and hypot(matrix.c, matrix.d)
        own = float(raw.FPDFText_GetFontSize(handle, at)) * (scaled or 1.0) or top - bottom
        if box and _is_apart(box, size, left, bottom, top):
            close()
        if not box:
            box += [left, bottom, right, top]
            size = own if own > 2 else max(own, top - bottom)
        else:
            box[:] = [min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)]
        letters.append(letter)
    close()
    return found


def _is_apart(box: list[float], size: float, left: float, bottom: float, top: float) -> bool:
    """Whether a letter begins another stretch than the one before it."""
    middle = (bottom + top) / 2
    level = box[1] - 0.6 * size <= middle <= box[3] + 0.6 * size
    return not level or left - box[2] > _GAP * size or left < box[2] - 2 * size


def _turner(textpage: Any) -> Callable[[float, float, float, float], tuple[float, float, float, float]]:
    """From the boxes of the file to those of a page on which most letters stand upright."""
    from pypdfium2 import raw

    count = textpage.count_chars()
    tried = range(0, count, max(1, count // _LETTERS_TRIED))
    quarters = Counter(round(raw.FPDFText_GetCharAngle(textpage.raw, at) / (pi / 2)) % 4 for at in tried)
    quarter = max(quarters, key=lambda one: (quarters[one], -one), default=0)
    if quarter == 1:
        return lambda left, bottom, right, top: (-top, left, -bottom, right)
    if quarter == 2:
        return lambda left, bottom, right, top: (-right, -top, -left, -bottom)
    if quarter == 3:
        return lambda left, bottom, right, top: (bottom, -right, top, -left)
    return lambda *box: box


def _regions(stretches: list[Stretch]) -> list[list[Stretch]]:
    """The stretches by columns and by what lies above and below them, in reading order."""
    if not stretches:
        return []
    gutter = _gutter(stretches)
    if gutter is not None:
        left = [one for one in stretches if one.right <= gutter]
        right = [one for one in stretches if one.right > gutter]
        return [*_regions(left), *_regions(right)]
    bands = _bands(stretches)
    if len(bands) > _MOST_BANDS:
        return [stretches]
    regions: list[list[Stretch]] = []
    plain: list[Stretch] = []
    at = 0
    while at < len(bands):
        stop = _columns_until(bands, at)
        if stop > at:
            regions += [plain] if plain else []
            regions += _regions([one for band in bands[at:stop] for one in band])
            plain, at = [], stop
        else:
            plain += bands[at]
            at += 1
    return [*regions, plain] if plain else regions


def _columns_until(bands: list[list[Stretch]], at: int) -> int:
    """The end of the longest run of bands from one on that a gutter parts; `at` if there is none."""
    for stop in range(len(bands), at, -1):
        union = [one for band in bands[at:stop] for one in band]
        if len(union) < 2 * _COLUMN_LINES:
            return at
        if (at, stop) != (0, len(bands)) and _gutter(union) is not None:
            return stop
    return at


def _bands(stretches: list[Stretch]) -> list[list[Stretch]]:
    """Groups that no other overlaps in height, from top to bottom."""
    bands: list[list[Stretch]] = []
    floor = 0.0
    for one in sorted(stretches, key=lambda one: -one.top):
        if bands and one.top > floor:
            bands[-1].append(one)
            floor = min(floor, one.bottom)
        else:
            bands.append([one])
            floor = one.bottom
    return bands


def _gutter(stretches: list[Stretch]) -> float | None:
    """Where the left column ends, if a free stripe parts two columns of lines."""
    reach = None
    for one in sorted(stretches, key=lambda one: one.left):
        if reach is not None and one.left - reach >= _GUTTER * one.size and _are_columns(stretches, reach):
            return reach
        reach = one.right if reach is None else max(reach, one.right)
    return None


def _are_columns(stretches: list[Stretch], edge: float) -> bool:
    """Whether both sides of an edge hold lines of text, beside each other."""
    sides = [one for one in stretches if one.right <= edge], [one for one in stretches if one.right > edge]
    for side in sides:
        if (
            len(side) < _COLUMN_LINES
            or median((one.right - one.left) / one.size for one in side) < _COLUMN_EMS
        ):
            return False
    (top, bottom), (other_top, other_bottom) = (
        (max(one.top for one in side), min(one.bottom for one in side)) for side in sides
    )
    shared = min(top, other_top) - max(bottom, other_bottom)
    return shared > 0.3 * min(top - bottom, other_top - other_bottom)


def _rows(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches at one height as one line, from top to bottom."""
    rows: list[list[Stretch]] = []
    for one in sorted(stretches, key=lambda one: (-one.middle, one.left)):
        if rows and abs(rows[-1][0].middle - one.middle) < 0.5 * min(rows[-1][0].size, one.size):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [_joined(sorted(row, key=lambda one: one.left)) for row in rows]


def _joined(row: list[Stretch]) -> Stretch:
    """The stretches of a row as one."""
    text = " ".join(one.text.strip() for one in row[:-1])
    return Stretch(
        row[0].left,
        min(one.bottom for one in row),
        max(one.right for one in row),
        max(one.top for one in row),
        max(one.size for one in row),
        f"{text} {row[-1].text}" if text else row[-1].text.lstrip(),
    )
