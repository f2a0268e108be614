"""A GeoJSON file of somebody's own -> a layer to draw for orientation: lines, areas and points."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from os import PathLike, fspath
from pathlib import PurePath
from typing import Any

from geo.errors import InputError
from geo.models import ContextFeature, ContextLayer
from geo.text import decode, one_line, read_regular

LARGEST = 10_000_000
"""Bytes of a file."""
MOST_FEATURES, MOST_POSITIONS = 5_000, 100_000
"""In a file; a page that holds more opens slowly."""
LONGEST = 200
"""Characters of a name or credit."""
_NAMES = ("name", "name_en", "title", "label", "이름", "명칭")
_CREDITS = ("attribution", "credit", "credits", "source", "licence", "license")
_SIMPLE = {
    "Point": ("point", 0), "MultiPoint": ("point", 1), "LineString": ("line", 1),
    "MultiLineString": ("line", 2), "Polygon": ("area", 2), "MultiPolygon": ("area", 3),
}  # fmt: skip
"""Type of a geometry -> what it is drawn as, and how deep its positions lie."""
_ADVICE = "A layer for orientation is GeoJSON with longitude and latitude (EPSG:4326)"


def read_context(path: str | PathLike[str]) -> ContextLayer:
    """
    Read a layer for orientation: GeoJSON, (longitude, latitude) in WGS84 degrees.

    The `name` of a feature is told on hover; members `name` and `attribution` (or `credit`, `source`) of the
    collection name the layer and whom to credit.

    Raises
    ------
    InputError
        If it is no GeoJSON, has nothing to draw, coordinates that are no degrees, or too much.
    """
    where = fspath(path)
    text = decode(read_regular(where, LARGEST, advice=f"{_ADVICE}."))[0].removeprefix("\ufeff")
    try:
        content = json.loads(text)
        features = tuple(_features(content))
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        why = f" ({error})" if isinstance(error, _BadPositionError) else ""
        raise InputError(f"'{where}' cannot be drawn{why}. {_ADVICE}.") from None
    if not features:
        raise InputError(f"'{where}' has no lines, areas or points. {_ADVICE}.")
    positions = sum(len(line) for one in features for line in one.lines)
    if len(features) > MOST_FEATURES or positions > MOST_POSITIONS:
        raise InputError(
            f"'{where}' has {len(features):,} features with {positions:,} positions; a map takes "
            f"{MOST_FEATURES:,} with {MOST_POSITIONS:,}. Simplify it, or leave features out."
        )
    name = _text(content.get("name")) or PurePath(where).stem
    return ContextLayer(name, features, next(filter(None, (_text(content.get(key)) for key in _CREDITS)), ""))


class _BadPositionError(ValueError):
    """A position that is none in degrees."""


def _features(content: Any) -> Iterator[ContextFeature]:
    """What is drawn of a collection, a feature or a bare geometry."""
    kind = content["type"]
    if kind == "FeatureCollection":
        for feature in content["features"]:
            yield from _features(feature)
    elif kind == "Feature":
        properties = content.get("properties") or {}
        folded = {str(key).casefold(): value for key, value in properties.items()}
        name = next(filter(None, (_text(folded.get(key)) for key in _NAMES)), "")
        if content["geometry"] is not None:
            yield from _drawn(content["geometry"], name)
    else:
        yield from _drawn(content, "")


def _drawn(geometry: Any, name: str) -> Iterator[ContextFeature]:
    """A geometry as lines."""
    if geometry["type"] == "GeometryCollection":
        for one in geometry["geometries"]:
            yield from _drawn(one, name)
        return
    kind, depth = _SIMPLE[geometry["type"]]
    lines = tuple(_lines(geometry["coordinates"], depth))
    if lines:
        yield ContextFeature(kind, lines, name)  # type: ignore[arg-type]


def _lines(coordinates: Any, depth: int) -> Iterator[tuple[tuple[float, float], ...]]:
    """Lines, rings or single points, however deep they lie."""
    if depth == 0:
        yield (_position(coordinates),)
    elif depth == 1 and not isinstance(coordinates[0][0], list):
        yield tuple(map(_position, coordinates))
    else:
        for inner in coordinates:
            yield from _lines(inner, depth - 1)


def _position(position: Any) -> tuple[float, float]:
    """Longitude and latitude, to about a metre."""
    lon, lat = float(position[0]), float(position[1])
    if not (math.isfinite(lon) and abs(lon) <= 180 and abs(lat) <= 90):
        raise _BadPositionError(f"{lon:g}, {lat:g} is no longitude and latitude in degrees")
    return round(lon, 5), round(lat, 5)


def _text(value: Any) -> str:
    """A text of the file on one line; empty for anything else."""
    return one_line(value)[:LONGEST] if isinstance(value, str) else ""
