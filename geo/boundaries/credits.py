"""Which data sets stand behind a map, and the credit that each asks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geo.text import data_rows

COUNTY_LINES = "wof"
"""In datasets.csv: the shipped county boundaries."""


CAVEAT = "Boundaries and positions are approximate; neither lines nor names imply any endorsement."


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set that the map is made from, with its licence and the credit it asks for."""

    id: str
    title: str
    producer: str
    url: str
    licence: str
    licence_url: str
    attribution: str
    accessed: str
    used_for: str
    shown_on: tuple[str, ...]
    """Where its credit line stands: `map`, `layers` (GeoJSON), `tables` (CSV)."""


@cache
def datasets() -> tuple[Dataset, ...]:
    """The data sets of the package, for `factorymap sources`."""
    return tuple(
        Dataset(**{**row, "shown_on": tuple(filter(None, row["shown_on"].split("|")))})  # type: ignore[arg-type]
        for row in data_rows("datasets.csv")
    )


def attribution_lines(
    medium: str = "map", *, own_counties: str = "", shipped_counties: bool = True
) -> tuple[str, ...]:
    """
    Credit lines of a map, of `layers` (GeoJSON) or of `tables` (CSV).

    `own_counties` is the line for boundaries that somebody has brought along; it goes before the one for the
    shipped boundaries, or, without `shipped_counties`, in its place.
    """
    lines = []
    for dataset in datasets():
        counties = dataset.id == COUNTY_LINES
        if medium in dataset.shown_on:
            lines += [own_counties] * (counties and bool(own_counties))
            lines += [dataset.attribution] * (shipped_counties or not counties)
    return tuple(lines)


def credit_line(medium: str) -> str:
    """Credit and caveat of a table, in one cell."""
    return " ".join((*attribution_lines(medium), CAVEAT))
