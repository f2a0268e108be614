"""Views and pictures that the tests of this folder share, each drawn once in a process."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import shapely
from lxml import etree
from pypdf import PdfReader

from geo.labels import Box
from geo.pictures import picture
from geo.pictures.content import content_of
from geo.pictures.countrymap import CountryMap
from geo.pictures.fonts import font_folder
from geo.pictures.typesetting import Typesetter
from geo.pictures.words import Speech
from geo.view import LOOKS, THEMES, MapOptions, MapView, PictureOptions, map_view
from tests.decided import shipped_archive
from tests.sample_view import sample_view

SVG = "{http://www.w3.org/2000/svg}"
FRAME = Box(0, 0, 182, 172)


@cache
def real_view(language: str = "en", **words: Any) -> Any:
    """What the map of the shipped articles shows."""
    run = shipped_archive().plain
    options = MapOptions(language=language, **words)
    return map_view(run.announcements, run.documents, run.inputs, mentions=run.mentions, options=options)


@cache
def real_picture(format: str, language: str = "en", size: str = "a4") -> bytes:
    return picture(real_view(language), format, PictureOptions(size))


@cache
def sample_picture(format: str) -> bytes:
    """Of a view with reports that may mean several counties, and with a mark."""
    return picture(sample_view(), format)


def country(view: Any, frame: Box = FRAME) -> CountryMap:
    """The map of a view in a frame."""
    words = Speech(view)
    content = content_of(view, words, THEMES["print"], LOOKS, PictureOptions())
    return CountryMap(view, words, frame, Typesetter(content, (font_folder(),)).widths())


def texts(svg: bytes) -> list[str]:
    """The lines of an SVG."""
    return ["".join(text.itertext()) for text in etree.fromstring(svg).iter(f"{SVG}text")]


def whole_text(svg: bytes) -> str:
    """All words of an SVG, wherever lines end."""
    return " ".join(" ".join(texts(svg)).split())


def outline(svg: bytes, pcode: str) -> tuple[Any, str]:
    """Polygon in points of the map from its upper left corner, and fill, of a county in an SVG."""
    (group,) = (one for one in etree.fromstring(svg).iter(f"{SVG}g") if one.get("id") == pcode)
    (path,) = group
    rings = [ring for ring in path.get("d").replace("z", "").split("M") if ring]
    return shapely.union_all([shapely.Polygon(steps(ring)) for ring in rings]), path.get("fill")


def steps(ring: str) -> Any:
    """Points of "x yl dx dy dx dy ..."."""
    numbers = [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", ring)]
    return np.cumsum(np.reshape(numbers, (-1, 2)), axis=0)


def map_corner(svg: bytes) -> tuple[float, float]:
    """Where the map begins on the page, in points."""
    (group,) = (one for one in etree.fromstring(svg).iter(f"{SVG}g") if one.get("id") == "country")
    x = y = 0.0
    for one in group.iterancestors():
        moved = re.search(r"translate\(([-\d.]+)[ ,]+([-\d.]+)\)", one.get("transform", ""))
        x, y = (x + float(moved[1]), y + float(moved[2])) if moved else (x, y)
    return x, y


def colour(name: str) -> tuple[int, ...]:
    return tuple(int(name[i : i + 2], 16) for i in (1, 3, 5))


def with_stages(view: MapView, stages: Mapping[str, str | None]) -> None:
    """Give counties other stages."""
    for county in view["counties"]:
        county["stage"] = stages.get(county["pcode"], county["stage"])


def tags(reader: PdfReader) -> list[Any]:
    """Every element of a PDF's structure, in reading order."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        one = waiting.pop(0)
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            waiting = [*one, *waiting]
        elif isinstance(one, dict) and "/S" in one:
            found.append(one)
            waiting = [one.get("/K", []), *waiting]
    return found
