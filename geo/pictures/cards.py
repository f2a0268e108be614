"""
Pictures for links to the pages of single counties: the country, drawn once, with one county marked on each.

Each is as large as what services that show links ask for, with the county's name in both scripts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from geo.labels import Box
from geo.pictures.content import content_of
from geo.pictures.countrymap import CountryMap
from geo.pictures.dots import with_facts
from geo.pictures.drawing import Canvas
from geo.pictures.fonts import fonts_in, fonts_of
from geo.pictures.ground import rings_of
from geo.pictures.typesetting import Typesetter
from geo.pictures.words import Speech
from geo.pictures.writing import THEME, check_installed
from geo.text import drawable
from geo.view import SHARED, THEMES, MapView, PictureOptions, looks_of

TEMPLATE = Path(__file__).with_name("card.typ")
MAP_SIDE = 600
"""Pixels of the map, which is square."""
DOTS_PER_INCH = 72.0
"""The card is laid out in points, each of which is a dot."""
COLOURS = 128
MARK = "#c4122f"
RING_MM, RING_POINTS, EDGE_POINTS = 6.0, 2.4, 1.6


@dataclass(frozen=True, slots=True)
class Card:
    """What one picture says and marks."""

    key: str
    """P-code of the county, or of a place that has only a mark."""
    title: str
    name: str
    name_ko: str
    province: str
    lines: tuple[str, ...]
    """What is reported, a few lines in each language."""
    at: tuple[float, ...] | None
    """(latitude, longitude) of the place; None marks nothing."""
    alt: str


def county_pictures(view: MapView, cards: Sequence[Card]) -> dict[str, bytes]:
    """
    Key -> PNG of each card, the same for the same view; errors are those of `write_picture`.
    """
    check_installed()
    if not cards:
        return {}
    words, theme, looks = (
        Speech({**view, "language": "en"}),
        THEMES[THEME],
        looks_of(view["style"]["colours"]),
    )
    folders, families = fonts_of(view["style"]["font_file"])
    options = PictureOptions(f"{MAP_SIDE}x{MAP_SIDE}px", parts="map")
    content = content_of(view, words, theme, looks, options, families)
    typesetter = Typesetter(content, folders)
    frame = typesetter.room()
    drawing, country = Canvas(frame), CountryMap(view, words, frame, typesetter.widths())
    country.draw(drawing, theme, looks)
    base = typesetter.png(drawing.svg(content["fonts"]), options.dots_per_inch)
    data = {
        "base": list(base),
        "fonts": content["fonts"],
        "colours": content["colours"],
        "side": MAP_SIDE,
        "width": SHARED.pixels[0],
        "height": SHARED.pixels[1],
        "cards": [
            {**_said(card), "marked": _marked(card, country, frame, content["fonts"])} for card in cards
        ],
    }
    pages = _pages(data, folders)
    return {
        card.key: with_facts(page, DOTS_PER_INCH, {"Title": card.name, "Description": card.alt})
        for card, page in zip(cards, pages, strict=True)
    }


def _said(card: Card) -> Mapping[str, object]:
    """The words of a card as they can be drawn."""
    words = {name: drawable(value) for name, value in asdict(card).items() if isinstance(value, str)}
    return {**words, "lines": [drawable(line) for line in card.lines]}


def _marked(card: Card, country: CountryMap, frame: Box, families: Sequence[str]) -> str:
    """What is drawn over the map for one county: its outline, and a ring around it."""
    over = Canvas(frame)
    shape = country.ground.shapes.get(card.key)
    if shape is not None:
        rings = [ring for ring in rings_of(shape) if len(ring) > 2]
        over.lines([np.vstack([ring, ring[:1]]) for ring in rings], MARK, EDGE_POINTS)
    if card.at is not None:
        at = country.plane.spot(list(card.at))
        over.ring(at, RING_MM, MARK, RING_POINTS)
    return over.svg(families)


def _pages(data: Mapping[str, object], folders: tuple[Path, ...]) -> list[bytes]:
    """Every card as a PNG, set in one go."""
    from typst import Compiler

    fonts = fonts_in(folders, of_system=False)
    compiler = Compiler(
        TEMPLATE, font_paths=fonts, ignore_system_fonts=True, sys_inputs={"data": json.dumps(data)}
    )
    written = compiler.compile(format="png", ppi=DOTS_PER_INCH, timestamp=0)
    return _of_few_colours([written] if isinstance(written, bytes) else written or [])


def _of_few_colours(pages: Sequence[bytes]) -> list[bytes]:
    """PNGs that look alike, in the commonest colours of the first: a third of the size."""
    from PIL import Image

    drawn = [Image.open(BytesIO(page)).convert("RGB") for page in pages]
    counted: Any = drawn[0].getcolors(drawn[0].width * drawn[0].height)
    commonest = [colour for _, colour in sorted(counted, key=lambda one: (-one[0], one[1]))[:COLOURS]]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in commonest for part in colour])
    small = []
    for one in drawn:
        file = BytesIO()
        one.quantize(palette=palette, dither=Image.Dither.NONE).save(file, "PNG")
        small.append(file.getvalue())
    return small
