"""
Values of records -> typed columns: text, whole numbers, categories, dates of any precision.

What is not known is null (`pandas.NA`, `NaT`, `NaN`), never an empty text; no cell holds a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from geo.models import ALL_STAGES, FACILITIES, SETBACKS, STAGES
from geo.projects import day_range
from geo.text import JOINT, needed, storable

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from pandas import Series

CRS = "EPSG:4326"
STAGE_ORDER: tuple[str, ...] = ("inspection", *STAGES)
"""From least to furthest; an inspection alone says nothing of how far the work is."""
DATE_PRECISIONS: tuple[str, ...] = ("year", "month", "day")
"""From vague to exact."""
DATED_STAGES: tuple[str, ...] = ALL_STAGES
FACILITY_NAMES: tuple[str, ...] = tuple(FACILITIES)
SETBACK_NAMES: tuple[str, ...] = SETBACKS
Cells = Sequence[Any]


def check_installed() -> None:
    """InputError with the command that installs it if geopandas is not there."""
    needed("A GeoDataFrame", "gis", "geopandas")


def texts(values: Iterable[str | None]) -> Series:
    """Text that any file can hold; null where there is none."""
    from pandas import Series, StringDtype

    cells = [storable(value) or None if value else None for value in values]
    return Series(cells, dtype=StringDtype("python"))


def joined(values: Iterable[str]) -> str:
    """Several texts in one cell, with ` | ` between them; a bar inside one becomes a broken bar."""
    return JOINT.join(storable(value).replace("|", "¦") for value in values)


def numbers(values: Iterable[int | None]) -> Series:
    """Whole numbers that may be null."""
    from pandas import Series

    return Series(list(values), dtype="Int64")


def years(values: Iterable[str]) -> Series:
    """Campaigns as whole numbers; null where it is no year."""
    return numbers(int(value) if value.isdecimal() else None for value in values)


def shares(values: Iterable[float | None]) -> Series:
    """Numbers with a fraction that may be null."""
    from pandas import Series

    return Series(list(values), dtype="Float64")


def truths(values: Iterable[bool]) -> Series:
    """True or false."""
    from pandas import Series

    return Series(list(values), dtype=bool)


def category(values: Iterable[str | None], order: Iterable[str], *, ordered: bool = False) -> Series:
    """Words of a fixed list; a word beside it joins at its end."""
    from pandas import Categorical, Series

    cells = [value or None for value in values]
    known = list(dict.fromkeys([*order, *(value for value in cells if value)]))
    return Series(Categorical(cells, categories=known, ordered=ordered))


def dates(stem: str, values: Iterable[Iterable[str | None]]) -> dict[str, Series]:
    """
    Four columns for partial ISO dates: `STEM_on` (as they are), `_from`, `_until` (first and last day that
    is meant, datetime64[s], both included) and `_precision` (ordered: year, month, day).

    A cell may have several dates that disagree: `_on` has all of them, `_from` and `_until` hold all.
    """
    cells = [[one for one in cell if one] for cell in values]
    spans = [_span(cell) for cell in cells]
    precise = [min((_precision(one) for one in cell), default=None, key=_vague) for cell in cells]
    return {
        f"{stem}_on": texts(joined(cell) for cell in cells),
        f"{stem}_from": _days(first for first, _ in spans),
        f"{stem}_until": _days(last for _, last in spans),
        f"{stem}_precision": category(precise, DATE_PRECISIONS, ordered=True),
    }


def _span(cell: Sequence[str]) -> tuple[date | None, date | None]:
    """First and last day of some partial dates."""
    ranges = [days for one in cell if (days := day_range(one))]
    return (min(first for first, _ in ranges), max(last for _, last in ranges)) if ranges else (None, None)


def _precision(partial: str) -> str | None:
    return DATE_PRECISIONS[min(partial.count("-"), 2)] if day_range(partial) else None


def _vague(precision: str | None) -> int:
    return -1 if precision is None else DATE_PRECISIONS.index(precision)


def _days(values: Iterable[date | None]) -> Series:
    """Days; null where there is none."""
    from numpy import array
    from pandas import Series

    return Series(array([value or "NaT" for value in values], dtype="datetime64[s]"))


def points(marks: Iterable[tuple[float, float] | None]) -> list[Any]:
    """(latitude, longitude) -> points with longitude first; None stays None."""
    from shapely import Point

    return [Point(mark[1], mark[0]) if mark else None for mark in marks]


def layer(
    index: str, ids: Iterable[str], columns: Mapping[str, Series], shapes: Iterable[Any]
) -> GeoDataFrame:
    """A GeoDataFrame in WGS84 degrees, longitude first, with an index of ids."""
    from geopandas import GeoDataFrame, GeoSeries
    from pandas import Index

    geometry = GeoSeries(list(shapes), crs=CRS)
    frame = GeoDataFrame(dict(columns), geometry=geometry, crs=CRS)
    frame.index = Index(list(ids), dtype=object, name=index)
    return frame
