"""The legend: every sign of the map with how often it is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from geo.labels import Box
from geo.pictures.countrymap import SIGN_MM, STRIPE_MM, candidates_of, draw_mark, places_without_polygon
from geo.pictures.drawing import Canvas
from geo.pictures.ground import stripes
from geo.pictures.words import Speech
from geo.view import OUTLINE, SHAPE_FILL, Look, MapView, Theme

SWATCH = Box(0.3, 0.3, 7.0, 4.4)
FRAME = SWATCH.grown(0.3)

Brush = Callable[[Canvas], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One sign with its words."""

    swatch: str
    """An SVG of the size of `FRAME`."""
    words: str
    count: str = ""


def legend_of(view: MapView, words: Speech, theme: Theme, looks: Mapping[str, Look]) -> Iterator[Entry]:
    """The stages that are on the map and the counties without one, each with the number of its counties."""
    counts = Counter(county["stage"] for county in view["counties"])
    for stage, look in looks.items():
        if counts[stage]:
            yield _entry(_stage(look), words.label(f"stage-{stage}", stage), counts[stage])
    yield _entry(_plain(theme), words.say("picture-none"), counts[None])
    if candidates_of(view):
        number = sum(bool(one["candidates"]) for one in view["unplaced"])
        yield _entry(_striped(theme), words.say("picture-candidate"), number)
    if marks := places_without_polygon(view, words):
        yield _entry(_mark(looks), words.say("picture-mark"), len(marks))
    if view["topology"]["objects"].get("doubtful", {}).get("geometries"):
        yield _entry(_dashed, words.say("picture-doubtful"))


def _entry(brush: Brush, words: str, count: int | None = None) -> Entry:
    drawing = Canvas(FRAME)
    brush(drawing)
    return Entry(drawing.svg(()), words, "" if count is None else str(count))


def _mark(looks: Mapping[str, Look]) -> Brush:
    return lambda drawing: draw_mark(drawing, looks.get("groundbreaking"), SWATCH.centre)


def _stage(look: Look) -> Brush:
    def draw(drawing: Canvas) -> None:
        drawing.box(SWATCH, look.fill, OUTLINE, 0.5)
        drawing.shape(look.shape, SWATCH.centre, SIGN_MM, SHAPE_FILL, OUTLINE, 0.5)

    return draw


def _plain(theme: Theme) -> Brush:
    return lambda drawing: drawing.box(SWATCH, theme.none, theme.line_province, 0.5)


def _striped(theme: Theme) -> Brush:
    def draw(drawing: Canvas) -> None:
        drawing.box(SWATCH, theme.hatch_ground)
        drawing.lines(stripes(SWATCH.shape, STRIPE_MM), theme.hatch_line, 0.9)
        drawing.box(SWATCH, edge=OUTLINE, width=0.5)

    return draw


def _dashed(drawing: Canvas) -> None:
    y = SWATCH.centre[1]
    drawing.lines([np.array([(SWATCH.left, y), (SWATCH.right, y)])], OUTLINE, 0.7, dashes=(2.24, 1.54))
