"""Cells with coordinates -> latitude and longitude in WGS84 degrees; nothing is guessed of them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from numbers import Real

from geo.own_table.records import BadCell, CellError

_ANGLE = re.compile(
    r"(?P<led>[NSEW]|북위|남위|동경|서경)?\s?(?P<degrees>[-+]?\d{1,3}(?:[.,]\d+)?)\s?(?:[°˚º도]\s?"
    r"(?:(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s?['′’분]\s?(?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s?(?:\"|″|”|''|초)\s?)?)?)?"
    r"\s?(?P<end>[NSEW])?",
    re.IGNORECASE,
)
_SIDES = {
    "n": "lat",
    "s": "lat",
    "e": "lon",
    "w": "lon",
    "북위": "lat",
    "남위": "lat",
    "동경": "lon",
    "서경": "lon",
}
_SOUTH_OR_WEST = ("s", "w", "남위", "서경")
_PARTS = re.compile(r"\s*(?:[;/]|,\s+|(?<=[^,\s]),(?=[^,\s]+$)|\s+)\s*")
_WRITE = "Write decimal degrees, such as 39.05 and 125.75"
ROLES = ("lat", "lon", "coordinates")


def point_of(cells: Mapping[str, object]) -> tuple[float, float] | None:
    """
    (latitude, longitude) of a row, of the columns `lat` and `lon` or of `coordinates`; None if it has none.

    Raises
    ------
    CellError
        If one of them is missing, or is no number of degrees.
    """
    given = {role: cells[role] for role in ROLES if not _is_empty(cells.get(role))}
    if "coordinates" in given and not {"lat", "lon"} & set(given):
        return _pair(given["coordinates"])
    if not {"lat", "lon"} & set(given):
        return None
    for role in ("lat", "lon"):
        if role not in given:
            raise CellError(role, "", f"is empty, and the other is not. {_WRITE}")
    return _degrees("lat", given["lat"]), _degrees("lon", given["lon"])


def _is_empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and cell.strip() in ("", "-"))


def _pair(cell: object) -> tuple[float, float]:
    """Latitude and longitude in one cell, in this order unless letters say otherwise."""
    text = "" if isinstance(cell, BadCell) else _plain(str(cell))
    for found in _PARTS.finditer(text):
        first, second = text[: found.start()], text[found.end() :]
        if (one := _ANGLE.fullmatch(first)) and (other := _ANGLE.fullmatch(second)):
            swapped = _side(one) == "lon" or _side(other) == "lat"
            halves = (second, first) if swapped else (first, second)
            return _degrees("coordinates", halves[0]), _degrees("coordinates", halves[1])
    raise CellError("coordinates", _shown(cell), f"is no latitude and longitude. {_WRITE}")


def _degrees(role: str, cell: object) -> float:
    """Degrees of a cell; those that are no latitude stay for whoever looks where it lies."""
    if isinstance(cell, BadCell):
        raise CellError(role, cell.text, cell.reason)
    if isinstance(cell, Real) and not isinstance(cell, bool) and math.isfinite(cell):
        value = float(cell)
    else:
        found = _ANGLE.fullmatch(_plain(str(cell)))
        if not found or (_side(found) not in ("", role) and role != "coordinates"):
            raise CellError(role, _shown(cell), f"is no {_CALLED.get(role, 'coordinate')}. {_WRITE}")
        value = _value(found)
    if abs(value) > 180:
        raise CellError(role, _shown(cell), f"is no number of degrees. {_WRITE}")
    return round(value, 6)


_CALLED = {"lat": "latitude", "lon": "longitude"}


def _value(found: re.Match[str]) -> float:
    """Degrees, minutes and seconds as a fraction of degrees."""
    degrees, minutes, seconds = (
        float((found[part] or "0").replace(",", ".")) for part in ("degrees", "minutes", "seconds")
    )
    whole = abs(degrees) + minutes / 60 + seconds / 3600
    side = (found["led"] or found["end"] or "").lower()
    return -whole if degrees < 0 or side in _SOUTH_OR_WEST else whole


def _side(found: re.Match[str]) -> str:
    """Whether letters say that it is a latitude or a longitude; empty if they do not."""
    return _SIDES.get((found["led"] or found["end"] or "").lower(), "")


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text.replace("″", '"').replace("′", "'")).split())


def _shown(cell: object) -> str:
    return cell.text if isinstance(cell, BadCell) else " ".join(str(cell).split())
