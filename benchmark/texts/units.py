"""How gold counts units and facilities; apart from its reading, since answers are counted the same way."""

from __future__ import annotations

from pathlib import Path

from geo.errors import InputError, PlaceNotFoundError
from geo.models import FACILITIES
from geo.places.gazetteer import Gazetteer
from geo.places.lookup import locate

_FACILITY_OF = {label: group for group, label in FACILITIES.items()}


def unit_of(name: str, province: str, path: Path) -> str:
    """P-code of a unit as gold names it."""
    try:
        return locate(name, province=None if name == province else province).pcode
    except PlaceNotFoundError as error:
        raise InputError(f"{path}: {error}") from None


def facility_of(label: str) -> str:
    """Facility group of a label in gold."""
    return _FACILITY_OF.get(label, "other" if label.startswith("other") else label)


def whole_unit(pcode: str, gazetteer: Gazetteer) -> str:
    """The unit, or for a polygon that stands for several units the one that they form."""
    while gazetteer.units[pcode].status == "composite":
        pcode = gazetteer.units[pcode].parent_pcode
    return pcode


def county_of(pcode: str, gazetteer: Gazetteer) -> str:
    """The unit itself, or the county of a place below the county."""
    unit = gazetteer.units[pcode]
    return whole_unit(unit.parent_pcode if unit.level == 3 else pcode, gazetteer)
