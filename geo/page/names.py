"""
Where names stand on the page: placed here, by `geo.labels`, at a few zoom levels and in both languages.

The place that a name has at a level holds up to the next one: it is a point of the country, beside which the
letters keep their size, so names and signs only move apart. The script shows at each zoom those of the names
whose counties have a sign then, and the first paint has those of two levels.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import shapely.affinity

from geo.labels import (
    DISTANCES,
    Box,
    PlacedName,
    Point,
    Terrain,
    Wanted,
    height_mm,
    place_names,
    spot_of,
    told_apart,
)
from geo.models import LANGUAGES, Language
from geo.page.shapes import ZOOM, Shapes
from geo.view import CountyView, MapView, ProvinceView, Words

PX_MM = 0.2
"""So many millimetres of `geo.labels` are a pixel."""
POINTS_PER_PX = PX_MM / (25.4 / 72)
GROUND_LEVEL = 7.0
"""At which it is looked up what lies where."""
LARGER_FROM = 6.7
"""From this level on letters and signs have their full size; on phones the country is below it."""
PROVINCE_LEVELS = (6.7, 7.2, 7.6)
SHARED_FROM, ALL_FROM, BOTH_FROM = 7.2, 8.0, 9.0
"""Levels at which provinces find their place, and from which on places hold for both languages, counties
without a sign are there, and names in both scripts."""
COUNTY_PX, SMALL_PX, PROVINCE_PX = 11.0, 10.0, 9.5
SIGN_PX, SMALL_SIGN_PX = 7.0, 5.0
"""Radius of a sign."""
REACH_PX = {5.3: 22, 5.7: 22, 6.1: 22, 6.4: 22, 6.7: 45, 7.2: 28, 7.6: 22, 8.0: 15, 9.0: 15, 10.0: 15}
"""How far a name may stand from its sign at each level: on a phone no line leads over half of the country."""
LEVELS = tuple(REACH_PX)
NEAR_PX, WIDE_PX = 22.0, 45.0
"""How far that of a county that is opened without a sign, and that of a province from the middle of it."""
EDGE_PX = 4.0
"""Between the country and the edge of the smallest window that shows it."""
SITE, PROVINCE, REPORTED, OTHER = range(4)
"""Ranks of names."""
NEIGHBOURS = {"China": (42.15, 125.4), "South Korea": (37.88, 127.8), "Russia": (43.1, 131.7)}
"""Names of neighbouring countries, with the latitude and longitude where they stand."""
WIDTHS = {
    **dict.fromkeys("ijl", 0.222), **dict.fromkeys(" ft.,'", 0.278), **dict.fromkeys("()-r", 0.333),
    **dict.fromkeys("ckszvxyJ", 0.5), "w": 0.722, "m": 0.833, "I": 0.278, "M": 0.833, "W": 0.944,
    **dict.fromkeys("FLTZ", 0.611), **dict.fromkeys("CDHNRUw", 0.722), **dict.fromkeys("GOQ", 0.778),
}  # fmt: skip
"""Of letters of a usual sans-serif face, in sizes of the font."""
LATIN, CAPITAL, HANGUL = 0.556, 0.667, 0.95
"""Of all other ones."""
BOLDER, SPACED = 1.06, 0.08
"""Letters of provinces and neighbours: so many times as wide, and so far apart."""


def width_px(text: str, size: float, *, spaced: bool = False) -> float:
    """About how wide a name is at a size in pixels, rather too wide, with the rim around its letters."""
    sizes = sum(map(_width, text)) * (BOLDER if spaced else 1) + (SPACED * len(text) if spaced else 0)
    return 1.04 * sizes * size + 2


def _width(letter: str) -> float:
    if ord(letter) > 0x1100:
        return HANGUL
    return float(WIDTHS.get(letter, CAPITAL if letter.isupper() else LATIN))


@dataclass(frozen=True, slots=True)
class StandingName:
    """A name on the drawing, in its units, y downwards."""

    text: str
    x: int
    y: int
    """Of the middle of its height."""
    side: int
    """1: the name begins there, -1: it ends there, 0: there is its middle."""
    province: bool
    leader: str
    """Path of the line that leads to it from its sign, if one does."""


def scale_of(level: float) -> float:
    """Millimetres of a unit of the drawing at a zoom level."""
    return float(PX_MM * 2.0 ** (level - ZOOM))


_LATEST: dict[Hashable, Names] = {}
MOST_KEPT = 8
"""Views of one process whose names are kept: a map is often drawn anew with other words."""


def names_of(view: MapView, shapes: Shapes, spots: Sequence[Mapping[str, Any]]) -> Names:
    """The names of a view on its drawing; they are placed once for all views that show the same."""
    shown: Hashable = (
        tuple(
            (one["pcode"], one["name"], one["name_ko"], one["province"], *one["label"], one["stage"])
            for one in view["counties"]
        ),
        tuple((one["name"], one["name_ko"], *one["label"]) for one in view["provinces"]),
        frozenset((one["polygon"], bool(one["campaign"])) for one in view["announcements"]),
        tuple((one["x"], one["y"], one["dx"]) for one in spots),
        (shapes.frame, *shapes.counties),
    )
    if shown not in _LATEST:
        if len(_LATEST) >= MOST_KEPT:
            _LATEST.clear()
        _LATEST[shown] = Names(view, shapes, spots)
    return _LATEST[shown]


class Names:
    """The names of a view on its drawing; `spots` are the signs that stand there at first."""

    def __init__(self, view: MapView, shapes: Shapes, spots: Sequence[Mapping[str, Any]]) -> None:
        self._view, self._frame_of_all, self._spots = view, shapes.frame, spots
        self._known: dict[tuple[float, Language], dict[int, PlacedName]] = {}
        self._counties = view["counties"]
        self._apart = told_apart(view["counties"], view["provinces"])
        self._staged = frozenset(one["pcode"] for one in self._counties if one["stage"] is not None)
        self._told = {one["polygon"] for one in view["announcements"]}
        self._sites = self._staged | {one["polygon"] for one in view["announcements"] if one["campaign"]}
        unit = scale_of(GROUND_LEVEL)
        outlines = {
            pcode: shapely.affinity.scale(shape, unit, -unit, origin=(0, 0))
            for pcode, shape in shapes.polygons.items()
        }
        self._ground = Terrain(outlines, self._staged, self._frame(GROUND_LEVEL))

    @cached_property
    def island(self) -> dict[str, Any]:
        """
        What the script needs: for each language and level a number for each county.

        It is one more than that of the place, as `geo.labels` counts them; negative where the name finds no
        room, which is then its place if the county is opened. From `SHARED_FROM` on one list is for both.
        """
        return {
            "levels": LEVELS,
            "away": [round(mm / PX_MM) for mm in DISTANCES],
            **{
                lang: [self._numbers(level, lang) for level in LEVELS if lang == "en" or level < SHARED_FROM]
                for lang in LANGUAGES
            },
            "provinces": [[one[0], one[1].x, one[1].y] if one else None for one in self._provinces],
            "lands": [[text, *self._frame_of_all.place(*at)] for text, at in NEIGHBOURS.items()],
            "apart": self._apart,
        }

    def standing(self, level: float) -> list[StandingName]:
        """The names of a level in English, for the page without scripts."""
        placed = self._placed(level, "en").items()
        sites = [_standing(name, level) for i, name in placed if self._counties[i]["pcode"] in self._staged]
        return sites + self._provinces_at(level)

    def _numbers(self, level: float, language: Language) -> list[int]:
        """The places of all counties, as the script takes them."""
        placed = self._placed(level, language)
        left = [i for i in range(len(self._counties)) if i not in placed]
        alone = place_names(
            [self._county(self._counties[i], level, language) for i in left],
            *([], self._frame(level), self._terrain(level)),
            alone=True,
            reach=NEAR_PX * PX_MM,
        )
        numbers = {left[i]: -1 - name.number for i, name in alone.items()}
        numbers |= {i: 1 + name.number for i, name in placed.items()}
        return [numbers.get(i, 0) for i in range(len(self._counties))]

    def _placed(self, level: float, language: Language) -> dict[int, PlacedName]:
        """Number of a county -> its name, of those that find room; looked for once."""
        if (level, language) not in self._known:
            self._known[level, language] = self._places(level, language)
        return self._known[level, language]

    def _places(self, level: float, language: Language) -> dict[int, PlacedName]:
        asked = [i for i, one in enumerate(self._counties) if level >= ALL_FROM or self._rank(one) < OTHER]
        wanted = [self._county(self._counties[i], level, language) for i in asked]
        taken = self._there(level)
        if level < BOTH_FROM:
            taken += [_box(one, level) for one in self._provinces_at(level)]
        reach = REACH_PX[level] * PX_MM
        placed = place_names(wanted, taken, self._frame(level), self._terrain(level), reach=reach)
        return {asked[i]: name for i, name in placed.items()}

    @cached_property
    def _provinces(self) -> list[tuple[float, StandingName] | None]:
        """
        The names of the provinces, each with the first level at which it has room beside the names of sites.

        There it stands at all higher ones too.
        """
        found: dict[int, tuple[float, StandingName]] = {}
        for level in PROVINCE_LEVELS:
            sites = [self._county(one, level, "en") for one in self._counties if self._rank(one) == SITE]
            left = [i for i in range(len(self._view["provinces"])) if i not in found]
            wanted = [*sites, *(self._province(self._view["provinces"][i], level) for i in left)]
            taken = self._there(level) + [_box(one, level) for _, one in found.values()]
            names = place_names(
                wanted, taken, self._frame(level), self._terrain(level), reach=WIDE_PX * PX_MM
            )
            for number, i in enumerate(left, len(sites)):
                if number in names:
                    found[i] = level, _standing(names[number], level)
        return [found.get(i) for i in range(len(self._view["provinces"]))]

    def _provinces_at(self, level: float) -> list[StandingName]:
        """Those that are there at a level."""
        return [one for place in self._provinces if place and level >= place[0] for one in place[1:]]

    def _county(self, county: CountyView, level: float, language: Language) -> Wanted:
        """The name of a county as it is wanted at a level; from `BOTH_FROM` on in two lines."""
        pcode, rank = county["pcode"], self._rank(county)
        texts = self._texts(county)
        shown = [texts["en"], texts["ko"]] if level >= BOTH_FROM else [texts[language] or texts["en"]]
        both = (texts["en"], texts["ko"]) if level >= SHARED_FROM else shown
        size = COUNTY_PX if level >= LARGER_FROM else SMALL_PX
        sign = (SIGN_PX if level >= LARGER_FROM else SMALL_SIGN_PX) + 1.5 if rank < OTHER else 0
        return Wanted(
            text=shown[0],
            at=self._spot(county["label"], level),
            width=max(width_px(text, size) for text in both) * PX_MM,
            size=size * POINTS_PER_PX,
            bold=False,
            clearance=sign * PX_MM,
            home=frozenset({pcode}),
            rank=rank,
            lines=len(shown),
        )

    def _texts(self, county: CountyView) -> Words:
        return self._apart.get(county["pcode"]) or {"en": county["name"], "ko": county["name_ko"]}

    def _province(self, province: ProvinceView, level: float) -> Wanted:
        text = province["name"].upper()
        free = (one for one in self._counties if one["pcode"] not in self._staged)
        return Wanted(
            text=text,
            at=self._spot(province["label"], level),
            width=width_px(text, PROVINCE_PX, spaced=True) * PX_MM,
            size=PROVINCE_PX * POINTS_PER_PX,
            bold=True,
            clearance=0.0,
            home=frozenset(one["pcode"] for one in free if one["province"] == province["name"]),
            led=False,
            rank=PROVINCE,
            kept=True,
        )

    def _rank(self, county: CountyView) -> int:
        pcode = county["pcode"]
        return SITE if pcode in self._sites else REPORTED if pcode in self._told else OTHER

    def _spot(self, place: Sequence[float], level: float) -> Point:
        """A point in degrees on the plane of a level."""
        (x, y), scale = self._frame_of_all.place(place[0], place[1]), scale_of(level)
        return x * scale, -y * scale

    def _there(self, level: float) -> list[Box]:
        """What signs and the names of neighbours take up."""
        radius = (SIGN_PX if level >= LARGER_FROM else SMALL_SIGN_PX) * PX_MM
        scale = scale_of(level)
        spots = [(one["x"] * scale + one["dx"] * PX_MM, -one["y"] * scale) for one in self._spots]
        signs = [Box(x, y, 0, 0).grown(radius) for x, y in spots]
        lands = [
            (self._spot(at, level), width_px(text, COUNTY_PX) * PX_MM) for text, at in NEIGHBOURS.items()
        ]
        return signs + [Box(x - width / 2, y - 1.2, width, 2.4) for (x, y), width in lands]

    def _frame(self, level: float) -> Box:
        """All of the country, with a narrow edge where a window may show it just so."""
        scale, frame = scale_of(level), self._frame_of_all
        width, height = frame.width * scale, frame.height * scale
        return Box(0, -height, width, height).grown(EDGE_PX * PX_MM if level < ALL_FROM else 100)

    def _terrain(self, level: float) -> Terrain:
        return self._ground.times(2.0 ** (level - GROUND_LEVEL))


def _standing(name: PlacedName, level: float) -> StandingName:
    """A name that has found its place, on the drawing."""
    one, scale = name.wanted, scale_of(level)
    place = spot_of(name.number, one.clearance, height_mm(one.size, one.lines))
    x, y = one.at[0] + place.x, one.at[1] + place.y
    leader = (
        "M{} {}L{} {}".format(
            *(round(way * at / scale) for end in name.leader for way, at in zip((1, -1), end, strict=True))
        )
        if name.leader
        else ""
    )
    return StandingName(one.text, round(x / scale), round(-y / scale), place.side, not one.led, leader)


def _box(province: StandingName, level: float) -> Box:
    """What the name of a province takes up at a level."""
    scale = scale_of(level)
    width, height = (
        width_px(province.text, PROVINCE_PX, spaced=True) * PX_MM,
        height_mm(PROVINCE_PX * POINTS_PER_PX),
    )
    return Box(province.x * scale - width / 2, -province.y * scale - height / 2, width, height)
