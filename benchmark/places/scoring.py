"""Places found in annotated texts, beside gold: each way of writing one, and the set of units of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from benchmark.figures import Tally
from benchmark.places.systems import Found
from benchmark.texts.annotated import Annotated, GoldPlace
from benchmark.texts.units import county_of
from geo.places.gazetteer import Gazetteer

Spot = tuple[int, int, frozenset[GoldPlace]]
"""Start, end, and what stands there; two places where one word names two provinces."""


def spots(article: Annotated) -> list[Spot]:
    """Every place where a surface of gold stands in what is read of the text, the longest first."""
    taken: list[Spot] = []
    for surface in sorted({place.surface for place in article.places}, key=lambda one: (-len(one), one)):
        meant = frozenset(place for place in article.places if place.surface == surface)
        for match in re.finditer(_bounded(surface), article.document.text):
            start, end = match.span()
            inside = any(s.start <= start and end <= s.end for s in article.document.sections)
            if inside and not any(start < b and a < end for a, b, _ in taken):
                taken.append((start, end, meant))
    return sorted(taken, key=lambda spot: spot[:2])


def _bounded(surface: str) -> str:
    """A pattern for the surface that is not part of a longer word in Latin letters."""
    letter = "[A-Za-zÀ-ɏ]"
    before = f"(?<!{letter})" if re.match(letter, surface) else ""
    after = f"(?!{letter})" if re.match(letter, surface[-1]) else ""
    return before + re.escape(surface) + after


def mention_tally(article: Annotated, found: Iterable[Found], gazetteer: Gazetteer) -> Tally:
    """
    Names found with the right unit.

    A distinct surface with its unit counts once, in gold and in what was found. It is right if it overlaps a
    spot of gold with the same unit, a place below the county with its county; what was found below the county
    where gold has nothing is not scored. A unit is another one (`wrong_unit`) where it overlaps only places
    abroad or other units.
    """
    found, where = list(found), spots(article)
    verdicts: dict[tuple[str, str], set[str]] = {}
    for one in found:
        if one.pcode:
            surface = article.document.text[one.start : one.end]
            verdicts.setdefault((surface, one.pcode), set()).add(_verdict(one, where, gazetteer))
    scored = [v - {"unscored"} for v in verdicts.values() if v != {"unscored"}]
    gold = {place for place in article.places if place.pcode}
    hit = {place for place in gold if any(_names(one, place, where, gazetteer) for one in found)}
    open_ = {place for place in gold - hit if any(_leaves_open(one, place, where) for one in found)}
    return Tally(
        hit=len(hit),
        gold=len(gold),
        right=sum("right" in v and "wrong" not in v for v in scored),
        found=len(scored),
        wrong_unit=sum("wrong" in v for v in scored),
        abstained=len(open_),
    )


def _verdict(one: Found, where: Sequence[Spot], gazetteer: Gazetteer) -> str:
    """right, wrong (another place stands there), spurious, or unscored."""
    pcode = one.pcode or ""
    county = county_of(pcode, gazetteer)
    meant = {place for start, end, places in where if one.overlaps(start, end) for place in places}
    if any(place.pcode in (pcode, county) for place in meant):
        return "right"
    if any(place.pcode or place.abroad for place in meant):
        return "wrong"
    return "unscored" if gazetteer.units[pcode].level == 3 else "spurious"


def _names(one: Found, place: GoldPlace, where: Sequence[Spot], gazetteer: Gazetteer) -> bool:
    """Whether a found name is the place, at one of its spots."""
    if one.pcode is None or place.pcode not in (one.pcode, county_of(one.pcode, gazetteer)):
        return False
    return any(place in places and one.overlaps(start, end) for start, end, places in where)


def _leaves_open(one: Found, place: GoldPlace, where: Sequence[Spot]) -> bool:
    """Whether a found name says of a spot of the place that it is not settled."""
    return one.outcome in ("ambiguous", "unknown") and any(
        place in places and one.overlaps(start, end) for start, end, places in where
    )


def set_tally(
    article: Annotated, found: Iterable[Found], gazetteer: Gazetteer, counties_only: bool = False
) -> Tally:
    """
    The distinct units of an article: provinces, cities, counties, districts.

    One that is left ambiguous with the right unit among the candidates is neither found nor missed; a place
    below the county is not scored.
    """
    named: set[str] = set()
    possible: set[str] = set()
    for one in found:
        possible |= one.candidates
        if one.pcode and gazetteer.units[one.pcode].level < 3:
            named.add(one.pcode)
    gold = set(article.units) - (possible - named)
    if counties_only:
        named, gold = ({p for p in codes if gazetteer.units[p].level == 2} for codes in (named, gold))
    hit = len(named & gold)
    return Tally(hit, len(gold), hit, len(named), abstained=len(set(article.units) & (possible - named)))
