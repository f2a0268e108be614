"""
A sheet as SVG, in points from the upper left corner.

Words are text; a rim is a copy of its text with a stroke, hidden from those who have the picture read out.
Numbers are rounded to a hundredth of a point, those of long lines to a tenth, which is 0.035 mm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.pictures.records import Align, Ink, Lines, Record, Shape, Text
from geo.pictures.sheet import POINTS_PER_MM, Sheet

if TYPE_CHECKING:
    from numpy.typing import NDArray

FAMILIES = (
    "NanumGothic",
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "sans-serif",
)
"""A reader of the picture may have none of our files."""
BLACK = "#000000"
MANY = 20
"""Points of a path from which on it is a line of the map, not a sign."""
FINE, COARSE = 100, 10
"""Parts of a point to which numbers are rounded."""
ANCHORS: Mapping[Align, str] = {"left": "", "center": "middle", "right": "end"}

ROOT = """\
<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{width}pt" height="{height}pt" \
viewBox="0 0 {width} {height}" stroke-linejoin="round" stroke-linecap="butt" font-family="{fonts}">
<title>{title}</title>
<metadata>
<rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#" \
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<cc:Work>
<dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/>
<dc:title>{title}</dc:title>
<dc:format>image/svg+xml</dc:format>
<dc:creator>
<cc:Agent>
<dc:title>{maker}</dc:title>
</cc:Agent>
</dc:creator>
</cc:Work>
</rdf:RDF>
</metadata>
{drawn}
</svg>
"""


def svg_of(sheet: Sheet, title: str, maker: str) -> bytes:
    """The file of a sheet; title and maker stand in its metadata."""
    return ROOT.format(
        width=_decimal(round(sheet.width * FINE), FINE),
        height=_decimal(round(sheet.height * FINE), FINE),
        fonts=", ".join(name if name.islower() else f"'{name}'" for name in FAMILIES),
        title=escape(title),
        maker=escape(maker),
        drawn="\n".join(_Writer(sheet.height).elements(sheet.records)),
    ).encode("utf-8")


class _Writer:
    """Writes records on a page of a height in points."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._halos = 0

    def elements(self, records: Iterable[Record]) -> Iterator[str]:
        """The elements of records, in their order."""
        for one in records:
            if isinstance(one, Text):
                yield from self._text(one)
            elif isinstance(one, Lines):
                path = f'<path d="{self._lines(one)}" style="{_style(one.ink)}"/>'
                yield f'<g id="{escape(one.name)}">\n{path}\n</g>' if one.name else path
            else:
                yield f'<path d="{self._shape(one)}" style="{_style(one.ink)}"/>'

    def _text(self, text: Text) -> Iterator[str]:
        """The rim of a text, if it has one, and the text."""
        x, y = self._whole([text.at], FINE)[0]
        place = f'x="{_decimal(x, FINE)}" y="{_decimal(y, FINE)}"'
        if text.words != " ".join(text.words.split()):
            place += ' xml:space="preserve"'
        if text.halo:
            self._halos += 1
            rim = f"stroke: {text.halo}; stroke-width: {2 * text.rim:g}; "
            below = f'<text style="{rim}{_writing(text, text.halo)}" {place}>{escape(text.words)}</text>'
            yield f'<g id="halo-{self._halos}" aria-hidden="true">\n{below}\n</g>'
        yield f'<text style="{_writing(text, text.colour)}" {place}>{escape(text.words)}</text>'

    def _lines(self, lines: Lines) -> str:
        """Straight lines as steps from point to point."""
        unit = FINE if sum(map(len, lines.parts)) <= MANY else COARSE
        end = "z" if lines.closed else ""
        return "".join(_steps(self._whole(part, unit), unit) + end for part in lines.parts)

    def _shape(self, shape: Shape) -> str:
        return "".join(
            command + _listed(self._whole(points, FINE).ravel().tolist() if points else (), FINE)
            for command, points in shape.steps
        )

    def _whole(self, points: Any, unit: int) -> NDArray[Any]:
        """Points of the sheet in whole parts of a point, y downwards; so no error adds up."""
        placed = np.asarray(points, dtype=float) * POINTS_PER_MM * (1, -1) + (0, self._height)
        return np.rint(placed * unit).astype(int)


def _style(ink: Ink) -> str:
    """How a path looks; what the root says of all is not repeated."""
    said = [f"fill: {ink.fill or 'none'}"]
    if ink.edge:
        said += [f"stroke: {ink.edge}", f"stroke-width: {ink.width:g}"]
        said += [f"stroke-dasharray: {','.join(f'{dash:g}' for dash in ink.dashes)}"] if ink.dashes else []
        said += [f"stroke-linejoin: {ink.join}"] if ink.join != "round" else []
        said += [f"stroke-linecap: {ink.cap}"] if ink.cap != "butt" else []
    return "; ".join(said)


def _writing(text: Text, colour: str) -> str:
    """How a text looks."""
    said = ["font-weight: 700"] if text.bold else []
    said.append(f"font-size: {text.size:g}px")
    said += [f"text-anchor: {ANCHORS[text.align]}"] if ANCHORS[text.align] else []
    said += [f"fill: {colour}"] if colour != BLACK else []
    return "; ".join(said)


def _steps(points: NDArray[Any], unit: int) -> str:
    """A line that begins at a point and goes on in steps."""
    start, steps = points[0].tolist(), np.diff(points, axis=0).ravel().tolist()
    return f"M{_listed(start, unit)}" + (f"l{_listed(steps, unit)}" if steps else "")


def _listed(numbers: Sequence[int], unit: int) -> str:
    """Numbers with as little between them as can be."""
    return " ".join(_decimal(number, unit) for number in numbers).replace(" -", "-")


def _decimal(number: int, unit: int) -> str:
    """A number of tenths or hundredths without idle digits: -150 hundredths are "-1.5", 7 are ".07"."""
    whole, rest = divmod(abs(number), unit)
    digits = f".{rest:0{len(str(unit)) - 1}d}".rstrip("0") if rest else ""
    return ("-" if number < 0 else "") + (str(whole) if whole or not rest else "") + digits
