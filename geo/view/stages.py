"""Announcements -> the stage of each county polygon, and where the mark of an announcement stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geo.boundaries import SHIPPED_SHAPES, Boundaries
from geo.errors import PlaceNotFoundError
from geo.models import STAGES, Announcement, Unit
from geo.projects import county_pcode_of, is_open

OPEN = "open"
"""In the view: campaign of a project of the policy that no date of a ceremony puts into a year yet."""


@dataclass(frozen=True, slots=True)
class CountyStage:
    """What is known of one county polygon."""

    pcode: str
    stage: str | None
    """Furthest stage of the latest campaign; None if no project of the policy is reported."""
    campaign: str
    """The latest campaign, `open` (see `OPEN`), or empty."""
    announcement_ids: tuple[str, ...]
    """All announcements of places in the polygon, those outside the policy included."""
    latest_ids: tuple[str, ...]
    """Those of the latest campaign, which give the stage."""


def county_stages(announcements: Iterable[Announcement], units: Mapping[str, Unit]) -> dict[str, CountyStage]:
    """P-code of each county polygon of the gazetteer -> its stage, also where nothing is announced."""
    by_polygon: dict[str, list[Announcement]] = {
        unit.polygon_pcode: [] for unit in units.values() if unit.level == 2 and unit.polygon_pcode
    }
    for announcement in announcements:
        polygon = polygon_of(announcement, units)
        if polygon in by_polygon:
            by_polygon[polygon].append(announcement)
    return {pcode: _county_stage(pcode, by_polygon[pcode]) for pcode in sorted(by_polygon)}


def _county_stage(pcode: str, here: Sequence[Announcement]) -> CountyStage:
    """The stage of one polygon from the announcements in it."""
    latest = max((one.campaign for one in here), default="")
    chosen = [one for one in here if (one.campaign == latest if latest else is_open(one))]
    reached = max((STAGES.index(one.stage) for one in chosen if one.stage in STAGES), default=None)
    return CountyStage(
        pcode=pcode,
        stage=None if reached is None else STAGES[reached],
        campaign=latest or (OPEN if chosen else ""),
        announcement_ids=tuple(sorted(one.id for one in here)),
        latest_ids=tuple(sorted(one.id for one in chosen)),
    )


def latest_of_marks(announcements: Iterable[Announcement], units: Mapping[str, Unit]) -> set[str]:
    """Ids of the announcements of the latest campaign of each place that has no polygon."""
    by_place: dict[str, list[Announcement]] = {}
    for one in announcements:
        pcode = one.pcode or ""
        if pcode in units and units[pcode].type != "province" and polygon_of(one, units) is None:
            by_place.setdefault(county_pcode_of(pcode, units) or pcode, []).append(one)
    return {latest for pcode, here in by_place.items() for latest in _county_stage(pcode, here).latest_ids}


def polygon_of(announcement: Announcement, units: Mapping[str, Unit]) -> str | None:
    """P-code of the county polygon that stands for the place; None if none does, or only one of others."""
    unit = units.get(announcement.pcode or "")
    return unit.polygon_pcode or None if unit and unit.level > 1 else None


def mark_of(
    announcement: Announcement, units: Mapping[str, Unit], shapes: Boundaries = SHIPPED_SHAPES
) -> tuple[float, float] | None:
    """
    (latitude, longitude) of the announcement's mark; None where only a province, or not even that, is known.

    Inside its polygon for a county; at the seat for special cities, units that share a polygon and units
    without one; for a ward or site whose own position is not known, inside its county or at its seat.
    """
    return mark_at(announcement.pcode, units, shapes)


def mark_at(
    pcode: str | None, units: Mapping[str, Unit], shapes: Boundaries = SHIPPED_SHAPES
) -> tuple[float, float] | None:
    """(latitude, longitude) of the mark of a place, as `mark_of` gives it."""
    unit = units.get(pcode or "")
    if unit is None or unit.type == "province":
        return None
    if unit.seat and unit.polygon_pcode != unit.pcode:
        return unit.seat
    try:
        return shapes.label_point(unit.polygon_pcode)
    except PlaceNotFoundError:
        return unit.seat or (units[unit.parent_pcode].seat if unit.level == 3 else None)
