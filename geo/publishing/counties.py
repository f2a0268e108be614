"""A view of the map -> what is said of each county: one record for each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from geo.models import Language
from geo.view import AnnouncementView, ClaimView, CountyView, MapView, PlaceView, Words

T = TypeVar("T")
FOLDER = "counties"


@dataclass(frozen=True, slots=True)
class CountyPage:
    """A county, or a place without a polygon of its own, with everything that is said of it."""

    key: str
    """P-code, which is the page's address, too."""
    name: Words
    other_name: Words
    """The name in the other script; empty if there is none."""
    type_word: str
    province: Words
    at: tuple[float, ...] | None
    """(latitude, longitude) where it is marked."""
    stage: str | None
    campaign: str
    projects: tuple[AnnouncementView, ...] = ()
    """In order of their first date."""
    maybe: tuple[AnnouncementView, ...] = ()
    """Projects whose place is open, and which may be here."""
    setbacks: tuple[ClaimView, ...] = ()
    possible: tuple[ClaimView, ...] = ()
    before: str = ""
    after: str = ""
    """Keys of the pages before and after it in its province; empty at the ends."""

    @property
    def folder(self) -> str:
        """Where its files lie in the published folder."""
        return f"{FOLDER}/{self.key}"

    def title(self, language: Language) -> str:
        """Name, kind in English, name in the other script, province."""
        kind = f" {self.type_word}" if self.type_word and language == "en" else ""
        other = f" ({self.other_name[language]})" if self.other_name[language] else ""
        return f"{self.name[language]}{kind}{other}, {self.province[language]}"


def county_pages(view: MapView) -> tuple[CountyPage, ...]:
    """A page for each place of which something is said, by province and then by name."""
    projects = _grouped(view["announcements"], lambda one: filter(None, [one["polygon"] or one["pcode"]]))
    maybe = _grouped(view["unplaced"], lambda one: [unit["pcode"] for unit in one["candidates"]])
    setbacks = _grouped(view["setbacks"], lambda one: one["pages"])
    possible = _grouped(view["possible"], lambda one: one["pages"])
    pages = [
        replace(
            place,
            projects=tuple(sorted(projects.get(place.key, ()), key=_first_day)),
            maybe=tuple(maybe.get(place.key, ())),
            setbacks=tuple(setbacks.get(place.key, ())),
            possible=tuple(possible.get(place.key, ())),
        )
        for place in _places(view)
    ]
    said = [page for page in pages if page.projects or page.maybe or page.setbacks or page.possible]
    ordered = sorted(said, key=lambda page: (page.province["en"], page.name["en"], page.key))
    return tuple(
        page
        for _, some in groupby(ordered, key=lambda page: page.province["en"])
        for page in _linked(list(some))
    )


def _places(view: MapView) -> Iterator[CountyPage]:
    """Every place that may have a page, with nothing said of it yet."""
    provinces = {one["name"]: one["name_ko"] for one in view["provinces"]}
    for county in view["counties"]:
        at, stage = tuple(county["label"]), county["stage"]
        yield _place(county, provinces, at, stage, county["campaign"])
    for place in view["places"]:
        yield _place(place, provinces, tuple(place["at"]) if place["at"] else None, None, "")


def _place(
    named: CountyView | PlaceView,
    provinces: dict[str, str],
    at: tuple[float, ...] | None,
    stage: str | None,
    campaign: str,
) -> CountyPage:
    korean, province = named["name_ko"], named["province"]
    return CountyPage(
        key=named["pcode"],
        name={"en": named["name"], "ko": korean or named["name"]},
        other_name={"en": korean, "ko": named["name"] if korean else ""},
        type_word=named["type_word"],
        province={"en": province, "ko": provinces.get(province) or province},
        at=at,
        stage=stage,
        campaign=campaign,
    )


def _grouped(items: Iterable[T], keys: Callable[[T], Iterable[str | None]]) -> dict[str, list[T]]:
    """Key -> the items that have it."""
    groups: dict[str, list[T]] = {}
    for item in items:
        for key in filter(None, dict.fromkeys(keys(item))):
            groups.setdefault(key, []).append(item)
    return groups


def _first_day(project: AnnouncementView) -> tuple[str, str]:
    return min((day for _, day in project["dates"] if day), default="9999"), project["id"]


def _linked(pages: Sequence[CountyPage]) -> Iterator[CountyPage]:
    """Pages that know their neighbours."""
    keys = ["", *(page.key for page in pages), ""]
    for at, page in enumerate(pages):
        yield replace(page, before=keys[at], after=keys[at + 2])
