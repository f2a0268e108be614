"""
The places of the DPRK and their names, as shipped in `data/`.

Units are keyed by OCHA COD-AB P-code; a code that begins with X is provisional (COD-AB has no unit), and a
place below the county has the code of its county and a slug. Seats are (latitude, longitude), WGS84 degrees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from geo.errors import PlaceNotFoundError
from geo.models import Place, Unit
from geo.text import data_rows

SPECIAL_CITIES = frozenset({"KP10", "KP11", "XKP13", "XKP15"})
"""First-level units that are cities, whose bare name means the whole: Pyongyang, Nampho, Rason, Kaesong."""


class Name(NamedTuple):
    """One spelling of one unit."""

    form: str
    pcode: str
    script: str
    """latin, hangul, hanja, kana or cyrillic."""
    kind: str
    """official, variant, former, weak (never enough on its own) or rule (made by rule, not yet seen)."""
    source: str


class ForeignName(NamedTuple):
    """A place outside the DPRK whose name occurs in news about it, or is like one of its units."""

    form: str
    script: str
    name: str
    type: str
    province: str
    country: str
    """ISO 3166-1 alpha-2."""


class KnownProject(NamedTuple):
    """A reviewed fact that settles a name which two units share."""

    form: str
    facility: str
    pcode: str
    reason: str
    source: str


@dataclass(frozen=True)
class Gazetteer:
    """Units by P-code, their names, and names of places elsewhere."""

    units: Mapping[str, Unit]
    names: tuple[Name, ...]
    foreign: tuple[ForeignName, ...]
    former_parents: Mapping[str, tuple[str, ...]]
    """P-code -> first-level units it belonged to before; sources go on using them."""
    known_projects: tuple[KnownProject, ...]

    def province_of(self, pcode: str) -> Unit:
        """First-level unit in which the place lies today; itself for level 1."""
        unit = self.units[pcode]
        while unit.level > 1:
            unit = self.units[unit.parent_pcode]
        return unit

    def place(self, pcode: str) -> Place:
        """The place as it stands in results."""
        return self._places[pcode]

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {pcode: self._place(unit) for pcode, unit in self.units.items()}

    def _place(self, unit: Unit) -> Place:
        county = {1: None, 2: unit.pcode}.get(unit.level, unit.parent_pcode)
        return Place(unit.pcode, unit.name, unit.level, self.province_of(unit.pcode).name, county)

    def lies_in(self, pcode: str, province_pcode: str) -> bool:
        """Whether the place lies in the first-level unit, today or in former times."""
        if self.province_of(pcode).pcode == province_pcode:
            return True
        unit = self.units[pcode]
        county = unit.parent_pcode if unit.level == 3 else pcode
        return province_pcode in self.former_parents.get(county, ())

    def korean_name(self, pcode: str) -> str:
        """DPRK spelling with the type word: 성천군."""
        unit = self.units[pcode]
        return unit.hangul + unit.hangul_suffix

    @cached_property
    def by_form(self) -> Mapping[str, tuple[Name, ...]]:
        """Lower-cased form -> its names."""
        table: dict[str, list[Name]] = {}
        for name in self.names:
            table.setdefault(name.form.lower(), []).append(name)
        return {form: tuple(names) for form, names in table.items()}

    def unit(self, pcode: str) -> Unit:
        """
        The unit with this P-code.

        Raises
        ------
        PlaceNotFoundError
            If there is none.
        """
        try:
            return self.units[pcode]
        except KeyError:
            raise PlaceNotFoundError(
                f"no unit has the P-code {pcode!r}. Codes look like 'KP0717'; try `factorymap locate NAME`."
            ) from None


def _unit(row: dict[str, str]) -> Unit:
    """One row of units.csv as a record."""
    seat = (float(row["seat_lat"]), float(row["seat_lon"])) if row["seat_lat"] else None
    return Unit(
        pcode=row["pcode"],
        level=int(row["level"]),
        type=row["type"],
        parent_pcode=row["parent_pcode"],
        name=row["name"],
        name_mr=row["name_mr"],
        name_rr=row["name_rr"],
        hangul=row["hangul"],
        hangul_rok=row["hangul_rok"],
        hangul_suffix=row["hangul_suffix"],
        hanja=row["hanja"],
        seat=seat,
        seat_quality=row["seat_quality"],
        status=row["status"],
        polygon_pcode=row["polygon_pcode"],
        note=row["note"],
        people=int(row["population_2008"]) if row["population_2008"] else None,
        people_of=tuple(filter(None, row["population_2008_of"].split("|"))),
    )


@cache
def load_gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once."""
    parents: dict[str, tuple[str, ...]] = {}
    for row in data_rows("former_parents.csv"):
        parents[row["pcode"]] = (*parents.get(row["pcode"], ()), row["parent_pcode"])
    return Gazetteer(
        units={row["pcode"]: _unit(row) for row in data_rows("units.csv")},
        names=tuple(Name(**row) for row in data_rows("names.csv")),
        foreign=tuple(ForeignName(**row) for row in data_rows("foreign.csv")),
        former_parents=parents,
        known_projects=tuple(KnownProject(**row) for row in data_rows("known_projects.csv")),
    )
