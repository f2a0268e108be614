"""
The census of 2008 as a denominator: how many people live on the land of a unit, of several, of all.

Figures are civilians by the Central Bureau of Statistics of the DPRK, on the borders of today's units; where
the census counted several of them together, they share one figure (`data/README.md`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.models import Unit


def figure_of(pcode: str, units: Mapping[str, Unit]) -> Unit | None:
    """
    The unit whose figure has the people of this one: itself, or the one it is counted with; of a place below
    the county that of its county, of a ward without a figure that of its city. None for provinces and what
    the census does not tell.
    """
    unit = units.get(pcode)
    if unit is None or unit.level == 1:
        return None
    if unit.level == 3:
        return figure_of(unit.parent_pcode, units)
    if unit.people is not None:
        return unit
    shared = (other for other in units.values() if pcode in other.people_of)
    return next(shared, None) or _of_polygon(unit, units)


def _of_polygon(unit: Unit, units: Mapping[str, Unit]) -> Unit | None:
    """The city whose polygon stands for a ward, if it has a figure."""
    city = units.get(unit.polygon_pcode)
    return city if city is not None and city.people is not None else None


def people_in(pcodes: Iterable[str], units: Mapping[str, Unit]) -> int:
    """Persons on the land of some units, those counted together once."""
    figures = {figure.pcode: figure for pcode in pcodes if (figure := figure_of(pcode, units))}
    return sum(figure.people or 0 for figure in figures.values())


def everybody(units: Mapping[str, Unit]) -> int:
    """All civilians that the census counted."""
    return sum(unit.people or 0 for unit in units.values())
