"""Names that the South, or another country, has as well."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from geo.places.hits import Hit
from geo.places.scene import NameReading, Scene
from geo.text import Pattern


def settle_foreign(readings: Sequence[NameReading], scene: Scene) -> None:
    """Names that the South has as well, by the words around them and by what the document is about."""
    northern = _Northern(readings, scene)
    for reading in readings:
        hit = reading.hit
        if not reading.candidates or reading.dropped:
            continue
        if not hit.foreign:
            if _is_said_southern(reading, scene) and southern_namesake(reading, scene):
                reading.foreign = True
                reading.reasons.append("South Korea is written with it, which has the name too")
            continue
        if hit.script == "hangul" and hit.type_word and not south_may_have(hit):
            continue
        if under := _under_south(reading, readings, scene):
            reading.foreign = True
            reading.reasons.append(f"{under} is written with it")
            continue
        if northern.are_beside(reading):
            reading.reasons.append("among places of the DPRK")
            continue
        if hit.script == "latin" and any(
            name.kind == "official" and name.source == "KCNA English" for name in hit.names
        ):
            if scene.context.is_south or not scene.context.north:
                reading.foreign = True
                reading.reasons.append("the document is about the South")
            continue
        _settle_shared(reading, scene)


_NEAR = 150
"""Code points around a name within which a province of the South that is written with it begins."""


_SOUTH_BEFORE = Pattern(
    r"(?:\bsouth korea(?:'s|n)|\bthe south's) (?:city of |county of |port of )?$|(?:한국|남한)(?:의)? $"
)


_SOUTH_AFTER = Pattern(r",? (?:in )?south korea\b(?!n|'s)")


_OPENS_SOUTH = Pattern(
    r"\s*(?:in south korea,|(?:한국|남한)에서는? )"
    r"(?:(?!\b(?:said|says|reported|reports|according|told|announced)\b|전했|밝혔|보도).){0,200}"
)
"""A sentence that is set in the South up to the name, rather than one that tells who speaks there."""


_THE_NORTH = Pattern(r"\bthe north\b(?! of)")


def _is_said_southern(reading: NameReading, scene: Scene) -> bool:
    """Whether South Korea is written beside the name, or the sentence opens with it and names no North."""
    if not scene.names_south:
        return False
    text, hit = scene.folded.text, reading.hit
    if _SOUTH_BEFORE.search(text, max(0, hit.start - 30), hit.start):
        return True
    if _SOUTH_AFTER.match(text, hit.surface_end):
        return True
    sentence = scene.sentence(hit)
    if not _OPENS_SOUTH.fullmatch(text, sentence[0], hit.start):
        return False
    return not scene.speaks_of_north(sentence) and not _THE_NORTH.search(text, sentence[0], hit.end + _NEAR)


_IN_SOUTH = Pattern(r",? (?:(?:a|the) (?:port |coastal )?(?:city|county|town) )?(?:in|of) (?:the )?|, ")


def _under_south(reading: NameReading, readings: Sequence[NameReading], scene: Scene) -> str:
    """What of the South is written with the name, its province or city for one: 인천 옹진군, 강원 철원."""
    text, hit = scene.folded.text, reading.hit
    if _is_said_southern(reading, scene):
        return "South Korea"
    provinces = {other.province for other in reading.hit.foreign}
    first = bisect_left(scene.starts, hit.surface_start - _NEAR)
    for other in readings[first : bisect_right(scene.starts, hit.surface_end + _NEAR)]:
        behind = _IN_SOUTH.fullmatch(text, hit.surface_end, max(hit.surface_end, other.hit.start))
        if behind and not other.candidates and provinces & {f.name for f in other.hit.foreign}:
            return "a province of the South"
        gap = scene.folded.text[other.hit.surface_end : reading.hit.surface_start]
        if other.hit.surface_end > reading.hit.surface_start or len(gap) > 1:
            continue
        named = {f.name for f in other.hit.foreign}
        southern = not other.candidates or (reading.hit.script == "hangul" and not other.hit.type_word)
        if southern and gap in ("", " ") and provinces & named:
            return "a province of the South"
    return ""


def south_may_have(hit: Hit) -> bool:
    """Whether a unit of the South has the name with this type word."""
    fits = {
        "county": {"county"},
        "city": {"city", "special_city"},
        "ward": {"ward"},
        "province": {"province"},
        "seat": {"county", "city"},
    }
    return any(other.type in fits[hit.type_word] for other in hit.foreign)


def _settle_shared(reading: NameReading, scene: Scene) -> None:
    """A spelling that is good for either Korea."""
    sentence = scene.sentence(reading.hit)
    latin = reading.hit.script == "latin"
    if (
        reading.hit.province >= 0
        and reading.confidence > 0.9
        and not scene.hits[reading.hit.province].foreign
    ):
        return
    if scene.context.is_south or not scene.context.north:
        reading.foreign = True
        reading.reasons.append("the document is about the South")
    elif not latin and scene.context.south == 0:
        reading.reasons.append("the document is about the North")
    elif scene.speaks_of_north(sentence):
        reading.reasons.append("the sentence is about the North")
    elif latin:
        reading.foreign = True
        reading.reasons.append("South Korean spelling, and nothing near it speaks of the North")
    else:
        reading.reasons.append("the document is about the North")


class _Northern:
    """The places of a document that only the DPRK has, by the lists and provinces they stand with."""

    def __init__(self, readings: Sequence[NameReading], scene: Scene) -> None:
        self._readings, self._scene = readings, scene
        self._in_lists: set[int] = set()
        self._in_province: dict[int, list[NameReading]] = {}
        for reading in filter(self._is_northern, readings):
            self._in_lists.add(reading.hit.group)
            if reading.hit.province >= 0:
                province = scene.hits[reading.hit.province]
                self._in_province.setdefault(province.start, []).append(reading)

    @staticmethod
    def _is_northern(reading: NameReading) -> bool:
        return bool(reading.candidates) and not reading.hit.foreign and not reading.dropped

    def are_beside(self, reading: NameReading) -> bool:
        """Whether one stands in a list with a name of both Koreas, or right before or behind it."""
        hit = reading.hit
        if hit.group >= 0 and hit.group in self._in_lists:
            return True
        tied = [self._readings[hit.province]] if hit.province >= 0 else []
        near = itertools.chain(filter(self._is_northern, tied), self._in_province.get(hit.start, ()))
        return any(_agree(reading, other, self._scene) for other in near)


def _agree(reading: NameReading, other: NameReading, scene: Scene) -> bool:
    """Whether one can lie in the other."""
    pairs = [(a, b) for a in reading.candidates for b in other.candidates]
    return any(
        scene.gazetteer.lies_in(a, b) or scene.gazetteer.lies_in(b, a)
        for a, b in pairs
        if 1 in (scene.gazetteer.units[a].level, scene.gazetteer.units[b].level)
    )


def southern_namesake(reading: NameReading, scene: Scene) -> bool:
    """Whether a unit of the South has the name in another romanisation: Pochon City, Kangnam-gu."""
    form = scene.folded.text[reading.hit.start : reading.hit.end]
    kinds = (reading.hit.type_word,) if reading.hit.type_word else ("county", "city", "ward")
    return any(scene.words.unseen.is_southern(form, kind) for kind in kinds)
