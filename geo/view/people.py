"""The census of 2008 beside announcements: people of a county, their density, the share that sites hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from geo.boundaries import sound_areas
from geo.models import Note, Unit
from geo.places import everybody, figure_of, people_in


class People(NamedTuple):
    """What the census of 2008 says of a county."""

    people: int | None
    """Civilians; None if it has no figure."""
    together: tuple[str, ...]
    """P-codes of the units of today that the figure counts together; empty for the county alone."""
    per_km2: int | None
    """Of the county alone; None where its area is doubtful."""


def people_of(pcode: str, units: Mapping[str, Unit]) -> People:
    """The figure that holds for a county, and its density where the area is sound."""
    figure = figure_of(pcode, units)
    if figure is None or figure.people is None:
        return People(None, (), None)
    together = tuple(part for part in figure.people_of if units[part].status != "abolished")
    if together and together != (pcode,):
        return People(figure.people, together, None)
    area = sound_areas().get(figure.pcode)
    return People(figure.people, (), round(figure.people / area) if area else None)


def shares(sites: Mapping[str, Iterable[str]], units: Mapping[str, Unit]) -> dict[str, tuple[int, float]]:
    """Campaign -> (people in the counties of its sites, percent of all people)."""
    return {
        campaign: (people, 100 * people / everybody(units))
        for campaign, pcodes in sites.items()
        if (people := people_in(pcodes, units))
    }


def share_notes(sites: Mapping[str, Sequence[str]], units: Mapping[str, Unit]) -> Iterator[Note]:
    """One note for each campaign that has sites."""
    for campaign, (people, percent) in shares(sites, units).items():
        values = {
            "campaign": campaign,
            "sites": len(sites[campaign]),
            "people": f"{people:,}",
            "percent": f"{percent:.1f}",
        }
        yield Note("campaign-people", tuple(values.items()))
