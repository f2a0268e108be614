"""Sites with coordinates as the page takes them: where, what they are called, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable

from geo.boundaries import LocatedPoint
from geo.places import Gazetteer
from geo.view.messages import own_words, words, words_of
from geo.view.records import PointView, Words


def point_views(points: Iterable[LocatedPoint], places: Gazetteer) -> list[PointView]:
    """Every point in the order of its table, those that are not drawn too."""
    return [_point_view(one, places) for one in points]


def _point_view(located: LocatedPoint, places: Gazetteer) -> PointView:
    point, pcode = located.point, located.pcode
    county: Words = own_words("")
    if pcode:
        county = {"en": places.units[pcode].name, "ko": places.korean_name(pcode)}
    return {
        "name": _name(located),
        "at": [point.lat, point.lon] if located.is_drawn else None,
        "position": f"{round(point.lat, 5):.8g}, {round(point.lon, 5):.8g}",
        "pcode": pcode,
        "county": county,
        "doubts": [words_of(doubt) for doubt in located.doubts],
        "note": point.note,
        "url": point.url,
        "row": point.row,
        "project": point.project,
    }


def _name(located: LocatedPoint) -> Words:
    """What the table calls it, else what is built there, else that it has no name."""
    point = located.point
    if point.name:
        return own_words(point.name)
    return words(f"facility-{point.facility}") if point.facility else words("point-unnamed")
