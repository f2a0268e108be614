"""The legend: every sign of the map with how often it is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from geo.pictures.boxes import Box, Point
from geo.pictures.columns import TextLine, write_column
from geo.pictures.countrymap import SIGN_MM, STRIPE_MM, candidates_of, draw_mark, places_without_polygon
from geo.pictures.fonts import MM_PER_POINT, width_mm
from geo.pictures.ground import stripes
from geo.pictures.sheet import Sheet
from geo.pictures.words import Speech
from geo.view import LOOKS, OUTLINE, SHAPE_FILL, MapView, Theme

SIZE = 8.5
SWATCH = Box(0, 0, 7.0, 4.4)
GAP, BETWEEN, ROW = 1.6, 5.5, 5.9
"""Millimetres from a swatch to its words, from entry to entry, and from row to row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One sign with its words."""

    draw: Callable[[Sheet, Box], None]
    words: str
    count: str = ""

    @property
    def width(self) -> float:
        """In millimetres."""
        number = width_mm(f" {self.count}", SIZE, True) + 1 if self.count else 0.0
        return SWATCH.width + GAP + width_mm(self.words, SIZE) + number


class Legend:
    """The legend of a view, in rows of a width."""

    def __init__(self, view: MapView, words: Speech, theme: Theme, width: float) -> None:
        self._theme = theme
        self._head = TextLine(words.say("picture-legend"), SIZE, theme.ink, bold=True)
        self._rows = _rows([*_stage_entries(view, words, theme), *_other_entries(view, words, theme)], width)

    @property
    def height(self) -> float:
        """In millimetres."""
        return self._head.height + ROW * len(self._rows) + 1.0

    def draw(self, sheet: Sheet, left: float, top: float) -> float:
        """Draw from a height of the page downwards; returns the height that it ends at."""
        y = write_column(sheet, [self._head], left, top) - 0.6
        for row in self._rows:
            y -= ROW
            x = left
            for entry in row:
                self._draw_entry(sheet, entry, (x, y))
                x += entry.width + BETWEEN
        return y - 0.4

    def _draw_entry(self, sheet: Sheet, entry: Entry, at: Point) -> None:
        x, y = at
        entry.draw(sheet, Box(x, y, SWATCH.width, SWATCH.height))
        baseline = y + SWATCH.height / 2 - 0.35 * SIZE * MM_PER_POINT
        words = x + SWATCH.width + GAP
        quiet = self._theme.quiet if entry.count == "0" else self._theme.ink
        sheet.text(entry.words, (words, baseline), SIZE, quiet)
        sheet.text(entry.count, (words + width_mm(entry.words, SIZE) + 1, baseline), SIZE, quiet, bold=True)


def _rows(entries: list[Entry], width: float) -> list[list[Entry]]:
    """Entries side by side as far as they fit."""
    rows: list[list[Entry]] = [[]]
    left = 0.0
    for entry in entries:
        if rows[-1] and left + entry.width > width:
            rows.append([])
            left = 0.0
        rows[-1].append(entry)
        left += entry.width + BETWEEN
    return rows


def _stage_entries(view: MapView, words: Speech, theme: Theme) -> list[Entry]:
    """The stages and the counties without one, each with the number of its counties."""
    counts = Counter(county["stage"] for county in view["counties"])
    stages = [
        Entry(_stage_swatch(stage), words.label(f"stage-{stage}", stage), str(counts[stage]))
        for stage in LOOKS
    ]
    return [*stages, Entry(_plain_swatch(theme), words.say("picture-none"), str(counts[None]))]


def _other_entries(view: MapView, words: Speech, theme: Theme) -> list[Entry]:
    """What else is to be seen on this map."""
    entries = []
    if candidates_of(view):
        number = sum(bool(one["candidates"]) for one in view["unplaced"])
        entries.append(Entry(_striped_swatch(theme), words.say("picture-candidate"), str(number)))
    if marks := places_without_polygon(view, words):
        entries.append(Entry(_mark_swatch, words.say("picture-mark"), str(len(marks))))
    if view["topology"]["objects"].get("doubtful", {}).get("geometries"):
        entries.append(Entry(_dashed_swatch, words.say("picture-doubtful")))
    return entries


def _mark_swatch(sheet: Sheet, box: Box) -> None:
    draw_mark(sheet, "groundbreaking", box.centre)


def _stage_swatch(stage: str) -> Callable[[Sheet, Box], None]:
    def draw(sheet: Sheet, box: Box) -> None:
        sheet.box(box, LOOKS[stage].fill, OUTLINE, 0.5)
        sheet.shape(LOOKS[stage].shape, box.centre, SIGN_MM, SHAPE_FILL, OUTLINE, 0.5)

    return draw


def _plain_swatch(theme: Theme) -> Callable[[Sheet, Box], None]:
    return lambda sheet, box: sheet.box(box, theme.none, theme.line_province, 0.5)


def _striped_swatch(theme: Theme) -> Callable[[Sheet, Box], None]:
    def draw(sheet: Sheet, box: Box) -> None:
        sheet.box(box, theme.hatch_ground)
        sheet.lines(stripes(box.shape, STRIPE_MM), theme.hatch_line, 0.9)
        sheet.box(box, edge=OUTLINE, width=0.5)

    return draw


def _dashed_swatch(sheet: Sheet, box: Box) -> None:
    y = box.centre[1]
    sheet.lines([np.array([(box.left, y), (box.right, y)])], OUTLINE, 0.7, dashes=(2.24, 1.54))
