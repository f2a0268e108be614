"""Annotated articles: the texts, the places and events that a reader finds, and how they are scored."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmark.figures import Tally
from benchmark.places.systems import Found, county_of
from geo.articles.reading import read_articles
from geo.errors import InputError, PlaceNotFoundError
from geo.models import FACILITIES, Document, Event
from geo.places.gazetteer import Gazetteer
from geo.places.lookup import locate

EventKey = tuple[str, str, str]
"""P-code, facility group, stage."""

_FACILITY_OF = {label: group for group, label in FACILITIES.items()}


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One way in which a text writes one place."""

    surface: str
    pcode: str | None
    """Province, city, county or district of the DPRK; None for a place elsewhere or below the county."""
    abroad: bool


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its right answers."""

    document: Document
    places: tuple[GoldPlace, ...]
    events: Mapping[EventKey, tuple[str | None, ...]]
    """Event -> the date of each time it happened."""
    projects: Mapping[EventKey, str] = field(default_factory=dict)
    """Event -> the project it is about, `world: name`, where gold tells."""

    @property
    def units(self) -> frozenset[str]:
        """P-codes of the provinces, cities, counties and districts that the text names."""
        return frozenset(place.pcode for place in self.places if place.pcode)


def read_annotated(folder: Path) -> list[Annotated]:
    """
    The articles of a folder with `articles/` and `gold/`, by name.

    Raises
    ------
    InputError
        If there is no gold, an article is missing, or a gold place is no unit of the gazetteer.
    """
    golds = sorted((folder / "gold").glob("*.json"))
    if not golds:
        raise InputError(f"{folder}: no gold/*.json. Name a folder with articles/ and gold/ in it.")
    documents = {one.id: one for _, found in read_articles([folder / "articles"]) for one in found}
    return [_annotated(path, documents) for path in golds]


def _annotated(path: Path, documents: Mapping[str, Document]) -> Annotated:
    """One article with the gold of the same name."""
    if path.stem not in documents:
        raise InputError(f"{path}: there is no article of this name that can be read.")
    gold = json.loads(path.read_text(encoding="utf-8"))
    events: dict[EventKey, tuple[str | None, ...]] = {}
    projects: dict[EventKey, str] = {}
    for row in gold["events"]:
        key = (unit_of(row["county"], row["province"], path), facility_of(row["facility_type"]), row["event"])
        events[key] = (*events.get(key, ()), row["date"])
        if "project" in row:
            projects[key] = row["project"]
    places = tuple(_place(row, path) for row in gold["places"])
    return Annotated(documents[path.stem], places, events, projects)


def _place(row: Mapping[str, str], path: Path) -> GoldPlace:
    """One entry of `places`."""
    if row["country"] != "KP" or row["type"] == "other":
        return GoldPlace(row["surface"], None, row["country"] != "KP")
    return GoldPlace(row["surface"], unit_of(row["canonical"], row["province"], path), False)


def unit_of(name: str, province: str, path: Path) -> str:
    """P-code of a unit as gold names it."""
    try:
        return locate(name, province=None if name == province else province).pcode
    except PlaceNotFoundError as error:
        raise InputError(f"{path}: {error}") from None


def facility_of(label: str) -> str:
    """Facility group of a label in gold."""
    return _FACILITY_OF.get(label, "other" if label.startswith("other") else label)


# Mentions: each way of writing a place once, as gold has it.

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


# Events, for factorymap alone.


@dataclass(frozen=True, slots=True)
class EventScore:
    """Events of one article, and the dates of those found."""

    events: Tally
    dates: Tally
    """`found` and `gold` are the events that were found and are right."""
    quiet: bool | None
    """Whether nothing was found, for an article without events; None for one with events."""


def event_score(article: Annotated, events: Iterable[Event], gazetteer: Gazetteer) -> EventScore:
    """
    Events by place, facility group and stage, each as often as it is listed.

    An ambiguous one with the right place among its candidates is neither found nor missed. A date is right if
    it is exactly gold's, of the same precision; so is a missing one where gold has none.
    """
    found: dict[EventKey, list[str | None]] = {}
    possible: set[EventKey] = set()
    for event in events:
        if event.outcome == "ambiguous":
            possible |= {(place.pcode, event.facility, event.stage) for place in event.candidates}
        elif event.place_precision != "province":
            pcode = county_of(event.pcode, gazetteer) if event.pcode else ""
            found.setdefault((pcode, event.facility, event.stage), []).append(event.date)
    gold = {key: dates for key, dates in article.events.items() if key in found or key not in possible}
    hit = sum(min(len(dates), len(found.get(key, ()))) for key, dates in gold.items())
    dated = sum((Counter(dates) & Counter(found.get(key, ()))).total() for key, dates in gold.items())
    count, listed = sum(map(len, found.values())), sum(map(len, gold.values()))
    quiet = None if article.events else not (found or possible)
    return EventScore(Tally(hit, listed, hit, count), Tally(dated, hit, dated, hit), quiet)
