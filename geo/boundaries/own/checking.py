"""
What speaks against a polygon being the unit that it is said to be, found by general rules.

Areas and distances are taken in an equal-area projection of the DPRK. The shipped polygons are what is
compared with; they are approximate themselves, so only gross differences count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.places import Gazetteer

if TYPE_CHECKING:
    from geopandas import GeoSeries

EQUAL_AREA = "+proj=laea +lat_0=40.3 +lon_0=127.3 +datum=WGS84 +units=m"
M2_PER_KM2 = 1e6
HALF = 0.5
MOST = 0.8
"""Share of a polygon's land that must be its own unit's, if another unit lies in it too."""
AREA_FACTOR = 1.5
"""An area that differs by more than this factor is far off."""
SEAT_TOLERANCE_KM = 1.0
WELL_KNOWN = ("exact", "market")
"""Qualities of seats that are good to about 2 km."""
"""How far outside its polygon a seat may lie: positions of seats are good to one or two kilometres."""

Areas = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class PolygonFinding:
    """What was found of one polygon."""

    doubts: tuple[str, ...]
    usable: bool
    """False if its colour would be that of another unit: much of its land is, or all of another one."""


@dataclass(frozen=True, eq=False)
class PolygonComparison:
    """The polygons of a file beside the shipped ones, both by P-code."""

    gazetteer: Gazetteer
    own: GeoSeries
    shipped: GeoSeries
    shared: Areas
    """Unit of the file -> shipped unit -> km2 that the polygons have in common."""
    km2: Mapping[str, float]
    """Of the file's polygons."""
    shipped_km2: Mapping[str, float]

    def finding(self, pcode: str) -> PolygonFinding:
        """What speaks against one polygon."""
        doubts = [*self._place(pcode), *self._size(pcode), *self._seat(pcode)]
        return PolygonFinding(tuple(doubts), pcode not in self.shipped_km2 or self._usable(pcode))

    def covered_by(self, pcode: str) -> tuple[str, ...]:
        """Units whose polygon in the file has more than half of a shipped unit's land."""
        return tuple(one for one in sorted(self.shared) if pcode in self._others(one))

    def _covers(self, pcode: str, shipped: str) -> float:
        """Share of a shipped unit's land that a polygon of the file has."""
        return self.shared[pcode].get(shipped, 0.0) / self.shipped_km2[shipped]

    def _own_share(self, pcode: str) -> float:
        """Share of a polygon's land that is its own unit's; the sea counts for nobody."""
        land = self.shared[pcode]
        return land.get(pcode, 0.0) / sum(land.values()) if land else 0.0

    def _usable(self, pcode: str) -> bool:
        """Whether the polygon can have the colour of its unit."""
        return self._own_share(pcode) >= (MOST if self._others(pcode) else HALF)

    def _others(self, pcode: str) -> list[str]:
        """Other units of which a polygon has more than half."""
        land = self.shared[pcode]
        return [one for one in sorted(land) if one != pcode and self._covers(pcode, one) > HALF]

    def _place(self, pcode: str) -> list[str]:
        """Doubts about where the polygon lies."""
        if pcode not in self.shipped_km2:
            return []
        own, land = self._covers(pcode, pcode), self.shared[pcode]
        most = max(land, key=lambda one: (land[one], one), default=pcode)
        if own < HALF and most != pcode:
            return [self._misplaced(pcode, most)]
        doubts = [
            f"covers {self._called(one)} too, {self._covers(pcode, one):.0%} of it"
            for one in self._others(pcode)
        ]
        if own < HALF:
            doubts.append(f"covers only {own:.0%} of the unit")
        return doubts

    def _misplaced(self, pcode: str, other: str) -> str:
        """Words for a polygon that lies on another unit."""
        doubt = f"lies where {self._called(other)} is: {self._covers(pcode, other):.0%} of that unit, "
        doubt += f"{self._covers(pcode, pcode):.0%} of its own"
        back = self.shared.get(other, {})
        swapped = bool(back) and max(back, key=lambda one: (back[one], one)) == pcode
        return f"{doubt}; the file seems to have the two swapped" if swapped else doubt

    def _size(self, pcode: str) -> list[str]:
        """Doubts about how large it is."""
        if pcode not in self.shipped_km2:
            return []
        here, there = self.km2[pcode], self.shipped_km2[pcode]
        if 1 / AREA_FACTOR <= here / there <= AREA_FACTOR:
            return []
        return [f"area {here:,.0f} km2, {there:,.0f} in the shipped set"]

    def _seat(self, pcode: str) -> list[str]:
        """Doubts because its seat, where exactly known, lies outside."""
        unit = self.gazetteer.units[pcode]
        if not unit.seat or unit.seat_quality not in WELL_KNOWN:
            return []
        seat = _projected_point(*unit.seat)
        away = self.own.loc[pcode].distance(seat) / 1000
        if away <= SEAT_TOLERANCE_KM:
            return []
        holders = [one for one in self.own.index[self.own.contains(seat)] if one != pcode]
        where = f"in {self._called(holders[0])}, {away:.1f} km away" if holders else f"{away:.1f} km outside"
        known = (
            pcode in self.shipped_km2 and self.shipped.loc[pcode].distance(seat) / 1000 > SEAT_TOLERANCE_KM
        )
        return [f"its seat lies {where}" + (", as in the shipped set" if known else "")]

    def _called(self, pcode: str) -> str:
        return f"{self.gazetteer.units[pcode].name} ({pcode})"


def compare(own: GeoSeries, shipped: GeoSeries, gazetteer: Gazetteer) -> PolygonComparison:
    """Put polygons by P-code, both EPSG:4326, side by side."""
    here, there = own.to_crs(EQUAL_AREA), shipped.to_crs(EQUAL_AREA)
    return PolygonComparison(
        gazetteer=gazetteer,
        own=here,
        shipped=there,
        shared=_shared(own, shipped),
        km2=(here.area / M2_PER_KM2).to_dict(),
        shipped_km2=(there.area / M2_PER_KM2).to_dict(),
    )


def _shared(own: GeoSeries, shipped: GeoSeries) -> dict[str, dict[str, float]]:
    """km2 that polygons of two sets have in common; cut in WGS84, where they are known to be valid."""
    shared: dict[str, dict[str, float]] = {pcode: {} for pcode in own.index}
    rows, others = shipped.sindex.query(own.geometry, predicate="intersects")
    pieces = own.iloc[rows].intersection(shipped.iloc[others], align=False)
    areas = pieces.to_crs(EQUAL_AREA).area / M2_PER_KM2
    for row, other, km2 in zip(rows, others, areas, strict=True):
        if km2 > 0:
            shared[own.index[row]][shipped.index[other]] = float(km2)
    return shared


def _projected_point(latitude: float, longitude: float) -> Any:
    """A position in the equal-area projection."""
    from geopandas import points_from_xy

    return points_from_xy([longitude], [latitude], crs="EPSG:4326").to_crs(EQUAL_AREA)[0]
