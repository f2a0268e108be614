"""What the place cells of a row mean: one unit, several that it may be, or none that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geo.models import Outcome, Place, Precision, Unit
from geo.own_table.records import CellError, Problem
from geo.places import SEVERAL, Answer, load_gazetteer, look_up
from geo.projects import county_pcode_of

SURE = 0.75
"""Below this confidence the spelling is in no list."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a row."""

    unit: Unit | None
    candidates: tuple[Place, ...]
    outcome: Outcome
    name: str
    """As the table writes it."""
    confidence: float
    told: tuple[Problem, ...] = ()
    """What a reader should know of how the name was read."""

    @property
    def precision(self) -> Precision:
        """How good the place is."""
        if self.unit is None:
            return "ambiguous" if self.outcome == "ambiguous" else "unknown"
        if self.unit.level == 1:
            return "province" if self.unit.type == "province" else "city"
        return "county" if self.unit.level == 2 else "town" if self.unit.type == "town" else "site"

    @property
    def listed(self) -> bool:
        """Whether it has no place on the map."""
        return self.precision in ("province", "ambiguous", "unknown")


def find_spot(name: str, province: str, pcode: str, candidates: Sequence[str] = ()) -> Spot:
    """
    The place of a row, by its P-code, else by its name and province.

    `candidates` are P-codes that factorymap itself had to choose among when it wrote the table; a bare name
    settles nothing then.

    Raises
    ------
    CellError
        If there is no name, it lies abroad, the P-code is none, or contradicts name or province.
    """
    if pcode:
        return _by_pcode(pcode, name, province)
    if not name:
        raise CellError("place", "", "is empty. Write the county; a point alone is not looked up")
    answer = _answer(name, province)
    if answer.outcome == "foreign":
        raise CellError("place", name, f"is not in the North: {answer.reason}. Leave the row out")
    if candidates and not province:
        return _open(
            name, candidates, "was left open when factorymap read it. Add the province or the P-code"
        )
    if answer.outcome == "ambiguous":
        several = answer.reason.startswith(SEVERAL)
        advice = "Give each a row of its own" if several else "Add the province or the P-code"
        return _open(name, answer.candidates, f"{answer.reason}. {advice}")
    if answer.unit is None:
        why = answer.reason if repr(name) in answer.reason else f"is no place: {answer.reason}"
        told = Problem("place", name, f"{why}. Check the spelling, or add the P-code")
        return Spot(None, (), "unknown", name, 0.0, (told,))
    return _settled(answer, answer.unit, name)


@cache
def _answer(name: str, province: str) -> Answer:
    return look_up(name, province=province or None)


def _open(name: str, pcodes: Sequence[str], reason: str) -> Spot:
    """A name that may be several units."""
    gazetteer = load_gazetteer()
    places = tuple(gazetteer.place(pcode) for pcode in pcodes if pcode in gazetteer.units)
    return Spot(None, places, "ambiguous", name, 0.5, (Problem("place", name, reason),))


def _settled(answer: Answer, unit: Unit, name: str) -> Spot:
    """A name that is one unit; what was not read from a list, and what is only a province, is told."""
    told = []
    if answer.confidence < SURE:
        told.append(Problem("place", name, f"is in no list: {answer.reason}. Check it"))
    if unit.type == "province":
        told.append(Problem("place", name, "is a province. Write the county to have it on the map"))
    return Spot(unit, (), "resolved", name, answer.confidence, tuple(told))


def _by_pcode(pcode: str, name: str, province: str) -> Spot:
    """The unit of a P-code that name and province do not contradict."""
    gazetteer = load_gazetteer()
    unit = gazetteer.units.get(pcode) or gazetteer.units.get(pcode.upper())
    if unit is None:
        raise CellError("pcode", pcode, "is no P-code of the DPRK. Write one such as KP0717, or none")
    for role, text in (("place", name), ("province", province)):
        meant = _answer(text, "") if text else None
        if meant and meant.unit and not _goes_with(unit, meant.unit):
            here = f"{pcode} is {unit.name} ({gazetteer.province_of(unit.pcode).name})"
            raise CellError(role, text, f"contradicts the P-code: {here}. Correct one of them")
    told: tuple[Problem, ...] = ()
    if unit.type == "province":
        told = (Problem("pcode", pcode, "is a province. Write the county to have it on the map"),)
    return Spot(unit, (), "resolved", name or unit.name, 1.0, told)


def _goes_with(unit: Unit, meant: Unit) -> bool:
    """Whether a name means the unit, its county, what lies in it, or the province that it is or was in."""
    gazetteer = load_gazetteer()
    if unit.level == 1 or meant.level == 1:
        return unit == meant or gazetteer.lies_in(unit.pcode, meant.pcode)
    return county_pcode_of(unit.pcode, gazetteer.units) == county_pcode_of(meant.pcode, gazetteer.units)
