"""
Bars, columns and spreads as SVG: shapes and words only, no style, no link, no script.

Sizes are in units of about a pixel; the same figures give the same text. Words are escaped here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import escape

from geo.view import OUTLINE, THEMES

FONTS = "'DejaVu Sans', NanumGothic, 'Noto Sans CJK KR', sans-serif"
WIDTH = 640
LABELS = 190
"""Of the width, for the words before bars."""
YEAR_WIDE = 34
"""What the number of a year takes below columns."""
LINE = 18
"""From one bar to the next."""
INK, QUIET, RULE = THEMES["print"].ink, THEMES["print"].quiet, THEMES["print"].rule


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar, or a series of columns: how much, in which colour, of what."""

    amount: int
    fill: str
    name: str


def svg(width: float, height: float, shapes: Iterable[str]) -> str:
    """A whole document."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'font-family="{FONTS}" font-size="11" fill="{INK}">{"".join(shapes)}</svg>'
    )


def word(x: float, y: float, text: str, anchor: str = "start", fill: str = INK, size: int = 11) -> str:
    """A line of text."""
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{fill}" font-size="{size}">'
        f"{escape(text)}</text>"
    )


def box(x: float, y: float, width: float, height: float, fill: str, edge: str = OUTLINE) -> str:
    """A rectangle with a thin edge."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}" '
        f'stroke="{edge}" stroke-width="0.6"/>'
    )


def line(x: float, y: float, x2: float, y2: float, stroke: str = RULE, wide: float = 0.8) -> str:
    """A straight line."""
    ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{stroke}" stroke-width="{wide}"/>'


def key(parts: Iterable[tuple[str, str]], y: float = 4) -> list[str]:
    """A row of colours with their names."""
    shapes, x = [], 0.0
    for fill, name in parts:
        shapes += [box(x, y, 10, 10, fill), word(x + 14, y + 9, name)]
        x += 30 + sum(11 if ord(letter) > 0x1100 else 6.3 for letter in name)
    return shapes


def bars(rows: Sequence[tuple[str, Sequence[Part]]]) -> str:
    """Lying bars of several parts, one a row, with the sum at the end."""
    most = max((sum(part.amount for part in parts) for _, parts in rows), default=0) or 1
    scale = (WIDTH - LABELS - 40) / most
    names = dict.fromkeys((part.fill, part.name) for _, parts in rows for part in parts)
    shapes = key(names)
    for number, (label, parts) in enumerate(rows):
        x, y = float(LABELS), 24 + number * LINE
        shapes.append(word(LABELS - 8, y + 11, label, "end"))
        for part in parts:
            shapes += [box(x, y, part.amount * scale, 14, part.fill)] * bool(part.amount)
            x += part.amount * scale
        shapes.append(word(x + 6, y + 11, f"{sum(part.amount for part in parts)}"))
    return svg(WIDTH, 28 + len(rows) * LINE, shapes)


def columns(months: Sequence[str], series: Sequence[Sequence[Part]]) -> str:
    """Standing columns, side by side in each month (`2024-02`); years are written below."""
    height, left = 150, 34
    most = max((part.amount for parts in series for part in parts), default=0) or 1
    step = (WIDTH - left) / max(len(months), 1)
    wide = min(step / max(max(map(len, series), default=1), 1) * 0.9, 26)
    shapes = key(dict.fromkeys((part.fill, part.name) for parts in series for part in parts))
    for tick in sorted({0, most // 2, most}):
        y = 24 + height - tick / most * height
        shapes += [line(left, y, WIDTH, y), word(left - 5, y + 4, f"{tick}", "end", QUIET)]
    named = {month for month in months if month.endswith("-01")} or set(months[:1])
    for number, (month, parts) in enumerate(zip(months, series, strict=True)):
        x = left + number * step
        if month in named and (12 * step > YEAR_WIDE or int(month[:4]) % 5 == 0):
            shapes += [line(x, 24, x, 30 + height), word(x + 2, 42 + height, month[:4], fill=QUIET)]
        for beside, part in enumerate(parts):
            tall = part.amount / most * height
            shapes += [box(x + beside * wide, 24 + height - tall, wide, tall, part.fill)] * bool(part.amount)
    return svg(WIDTH, 50 + height, shapes)


def spreads(groups: Sequence[tuple[str, Sequence[int], Sequence[float]]], unit: str) -> str:
    """For each group its values as ticks, and, if (first quartile, median, third) are told, a box of them."""
    most = max((max(values) for _, values, _ in groups), default=0) or 1
    scale = (WIDTH - LABELS - 20) / most
    bottom = 10 + len(groups) * 26
    shapes = []
    for tick in range(0, most + 1, _step(most)):
        x = LABELS + tick * scale
        shapes += [line(x, 6, x, bottom), word(x, bottom + 13, f"{tick}", "middle", QUIET)]
    shapes.append(word(LABELS - 8, bottom + 13, unit, "end", QUIET))
    for number, (label, values, quartiles) in enumerate(groups):
        y = 10 + number * 26
        shapes.append(word(LABELS - 8, y + 14, f"{label} ({len(values)})", "end"))
        if quartiles:
            first, median, third = quartiles
            shapes.append(box(LABELS + first * scale, y + 3, (third - first) * scale, 14, "#dbe4f5"))
            at = LABELS + median * scale
            shapes.append(line(at, y + 1, at, y + 19, INK, 2.5))
        shapes += [
            line(LABELS + value * scale, y + 6, LABELS + value * scale, y + 14, QUIET, 1)
            for value in sorted(values)
        ]
    return svg(WIDTH, bottom + 20, shapes)


def _step(most: int) -> int:
    """From one tick to the next: 1, 2 or 5 of a power of ten, so that there are at most eight."""
    power = 1
    while most > 80 * power:
        power *= 10
    return next(power * step for step in (1, 2, 5, 10) if most <= 8 * power * step)
