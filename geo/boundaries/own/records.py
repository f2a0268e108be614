"""What a read of somebody's boundaries gives: features, what became of each unit, and the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.models import Place

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

OUTSIDE = "lies outside the DPRK"
"""Reason for a feature of another country."""

NO_FEATURE = "no feature is joined to it"
"""Reason for a unit that the file lacks."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of the file, with what its columns say about which unit it is."""

    number: int
    """Position in the layer, counted from 1."""
    geometry: Any
    """Valid polygon or multipolygon in WGS84 (longitude, latitude); None if the feature has none."""
    pcode: str
    """As the file has it; empty if there is no such column or no value."""
    names: tuple[str, ...]
    """Values of the name columns that are not empty, in the order of the columns."""
    parents: tuple[str, ...]
    """Values of the columns for the first-level unit."""
    notes: tuple[str, ...] = ()
    """What was noticed or mended when it was read."""

    @property
    def label(self) -> str:
        """How a reader finds it in the file: `feature 12 'Anju'`."""
        said = next(iter((*self.names, self.pcode)), "")
        return f"feature {self.number} {said!r}" if said else f"feature {self.number}"


@dataclass(frozen=True, slots=True)
class Joined:
    """A feature and the unit that it is."""

    feature: Feature
    pcode: str | None
    """Unit of the gazetteer; None if none fits or several do."""
    candidates: tuple[Place, ...]
    """What it may be, where that could not be settled."""
    reason: str
    """How it was joined, or why it was not."""


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """What became of one unit, or of a feature that is none."""

    pcode: str
    """Ours; empty for a feature that could not be joined."""
    name: str
    """KCNA English; for a feature without a unit, the name in the file."""
    province: str
    """English name of the first-level unit of today; for a feature without a unit, as the file has it."""
    features: tuple[int, ...]
    """Numbers of its features in the file, counted from 1; empty for a unit that the file lacks."""
    reasons: tuple[str, ...]
    """How it was joined and what was mended, or what is wrong with it."""
    candidates: tuple[Place, ...] = ()
    """Units that an unmatched feature may be."""
    in_layer: bool = False
    """Whether its polygon is in `BoundaryReport.layer`."""
    noted: bool = False
    """Whether the reasons say more than how it was joined."""


@dataclass(frozen=True, eq=False)
class BoundaryReport:
    """Somebody's boundaries by our P-codes, and what became of every unit and every feature."""

    source: str
    """The file as the user named it."""
    layer_name: str
    """Of the layer that was read."""
    crs: str
    """Coordinate reference system of the file: `EPSG:5179`, or its name where it has no code."""
    n_features: int
    columns: tuple[tuple[str, str], ...]
    """(role, column) of what the join went by; the roles are `P-code`, `name` and `parent`."""
    notes: tuple[str, ...]
    """What holds for the file as a whole, such as an encoding that was put right."""
    layer: GeoDataFrame
    """
    One polygon for each unit, EPSG:4326, indexed and sorted by `pcode`, with `province_pcode`, `area_km2`
    (equal-area) and `suspicious`. Left out are polygons whose colour would be that of another unit.
    """
    rest: GeoDataFrame
    """The file's other polygons, EPSG:4326, with `feature` and `name`: land to draw, not to colour."""
    matched: tuple[UnitRecord, ...]
    suspicious: tuple[UnitRecord, ...]
    """Joined, but something speaks against it; `in_layer` says whether it is used all the same."""
    unmatched: tuple[UnitRecord, ...]
    """Features without a unit first, then units without a feature."""

    @property
    def records(self) -> Iterator[UnitRecord]:
        """All records, each unit and each feature once."""
        yield from (*self.matched, *self.suspicious, *self.unmatched)
