"""
Which unit a feature is, by what its columns say and never by where it lies.

P-code and every name column must agree; the first-level unit and the type word choose among units of one
name. What is left open stays open, with its candidates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from geo.boundaries.own.records import Feature, Joined
from geo.models import Unit
from geo.places import Gazetteer, without_type_word
from geo.text import bare, fold

TYPES: Mapping[str, frozenset[str]] = {
    "county": frozenset({"county", "district"}),
    "city": frozenset({"city", "special_city"}),
    "ward": frozenset({"ward", "district"}),
    "province": frozenset(),
}
"""Kind of type word -> types of units of the second level."""


class Joiner:
    """Joins features to units of the second level, and to wards below it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._cores = _cores(gazetteer)
        self._units = Spellings(gazetteer, lambda unit: self._area_of(unit) is not None)
        self._provinces = Spellings(gazetteer, lambda unit: unit.level == 1)

    def join(self, feature: Feature) -> Joined:
        """The unit of a feature, or why there is none."""
        coded = self._coded(feature)
        said = [*([(f"P-code {feature.pcode}", {coded})] if coded else []), *self._named(feature)]
        if not said:
            return Joined(feature, None, (), _nothing_known(feature))
        possible = set.intersection(*(pcodes for _, pcodes in said))
        if not possible:
            every = set.union(*(pcodes for _, pcodes in said))
            return self._open(feature, every, f"{' and '.join(way for way, _ in said)} mean different units")
        if coded:
            unknown = feature.names and len(said) == 1
            note = f"; its name {feature.names[0]!r} is no known spelling" if unknown else ""
            return Joined(feature, coded, (), f"by {said[0][0]}{note}")
        return self._by_name(feature, possible)

    def _by_name(self, feature: Feature, possible: set[str]) -> Joined:
        """The unit among those that all names can mean."""
        reason = f"by name {feature.names[0]!r}"
        if feature.pcode:
            reason += f"; P-code {feature.pcode!r} is not known"
        parent = self._parent(feature)
        if parent:
            inside = {pcode for pcode in possible if self._lies_in(pcode, parent.pcode)}
            if not inside:
                return self._open(feature, possible, f"no unit of that name lies in {parent.name}")
            possible, reason = inside, f"{reason} in {parent.name}"
        elif feature.parents:
            reason += f"; parent {feature.parents[0]!r} is not known"
        if len(possible) > 1:
            possible = self._of_type(feature, possible) or possible
        if len(possible) > 1:
            return self._open(feature, possible, "several units have that name: add the province or a P-code")
        return Joined(feature, min(possible), (), reason)

    def _open(self, feature: Feature, pcodes: Iterable[str], reason: str) -> Joined:
        return Joined(feature, None, tuple(map(self._gazetteer.place, sorted(pcodes))), reason)

    def _coded(self, feature: Feature) -> str | None:
        """The unit that the P-code names; None for a code that is not ours."""
        unit = self._gazetteer.units.get(feature.pcode.upper())
        return self._area_of(unit) if unit else None

    def _named(self, feature: Feature) -> Iterator[tuple[str, set[str]]]:
        """(what says so, units it can mean) for each name that is known; the second level goes first."""
        for name in feature.names:
            areas = (self._area_of(self._gazetteer.units[pcode]) for pcode in self._units.find(name))
            found = {area for area in areas if area}
            upper = {pcode for pcode in found if self._gazetteer.units[pcode].level == 2}
            if found:
                yield f"name {name!r}", upper or found

    def _parent(self, feature: Feature) -> Unit | None:
        """First-level unit that the feature is said to lie in."""
        units = self._gazetteer.units
        for said in feature.parents:
            found = {said.upper()} if said.upper() in units else self._provinces.find(said)
            if len(found) == 1:
                return units[min(found)]
        return None

    def _of_type(self, feature: Feature, possible: set[str]) -> set[str]:
        """Those of the type that is written with a name."""
        kinds = {kind for name in feature.names for _, kind in without_type_word(fold(name).text) if kind}
        types = {one for kind in kinds for one in TYPES[kind]}
        return {pcode for pcode in possible if self._gazetteer.units[pcode].type in types}

    def _lies_in(self, pcode: str, province: str) -> bool:
        """Whether a unit lies in a first-level unit, today or formerly; a core lay where its city did."""
        city = self._gazetteer.province_of(pcode).pcode
        inside = self._gazetteer.lies_in
        return inside(pcode, province) or (self._cores.get(city) == pcode and inside(city, province))

    def _area_of(self, unit: Unit) -> str | None:
        """Unit of an ADM2 layer that a unit stands for: itself, or the core of a special city."""
        second = unit.level == 2 or (unit.level == 3 and unit.type == "ward")
        return unit.pcode if second else self._cores.get(unit.pcode)


def _cores(gazetteer: Gazetteer) -> Mapping[str, str]:
    """Special city -> the city on the second level that has its name: Pyongyang KP10 -> KP1001."""
    units = gazetteer.units
    return {
        unit.parent_pcode: pcode
        for pcode, unit in units.items()
        if unit.level == 2 and unit.type == "city" and units[unit.parent_pcode].name == unit.name
    }


def _nothing_known(feature: Feature) -> str:
    """Why a feature says nothing that leads to a unit."""
    said = [f"name {name!r}" for name in feature.names]
    if feature.pcode:
        said.insert(0, f"P-code {feature.pcode!r}")
    return f"no unit is known by {' or '.join(said)}" if said else "neither a name nor a P-code"


class Spellings:
    """All spellings of some of the units; strictly as written, or without marks where nothing fits so."""

    def __init__(self, gazetteer: Gazetteer, wanted: Callable[[Unit], bool]) -> None:
        self._strict: dict[str, set[str]] = {}
        self._plain: dict[str, set[str]] = {}
        self._mr = {pcode: unit.name_mr for pcode, unit in gazetteer.units.items()}
        for name in gazetteer.names:
            if wanted(gazetteer.units[name.pcode]):
                self._strict.setdefault(fold(name.form).text, set()).add(name.pcode)
                self._plain.setdefault(bare(name.form), set()).add(name.pcode)

    def find(self, name: str) -> set[str]:
        """P-codes of the units that a name, with or without its type word, can mean."""
        forms = [form for form, _ in without_type_word(fold(name).text)]
        for form in forms:
            if form in self._strict:
                return self._strict[form] | self._unmarked(bare(form))
        return next((set(self._plain[key]) for key in map(bare, forms) if key in self._plain), set())

    def _unmarked(self, key: str) -> set[str]:
        """
        Units with this spelling of which no form with marks is known: `Hwasŏng`, a ward, may be Hwasong, a
        former name; but `Ŭnsan` is never the Unsan that McCune-Reischauer, too, writes so.
        """
        return {pcode for pcode in self._plain.get(key, ()) if bare(self._mr[pcode]) != key}
