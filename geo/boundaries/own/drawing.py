"""Somebody's own boundaries as the map page, the tables and the layers take them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from geo.boundaries import shipped as boundaries
from geo.boundaries.own.fitting import fitted, simplified
from geo.boundaries.own.records import BoundaryReport
from geo.boundaries.topojson import Json, encode_topology
from geo.errors import InputError, PlaceNotFoundError
from geo.models import Note
from geo.places import Gazetteer
from geo.text import one_line

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

UNCOVERED = 0.5
"""Share of a unit's shipped polygon that the file must leave bare for the country to be drawn beneath it."""
ROUGH_DEGREES = 0.005
"""How far, about 500 m, lines may be off when it is measured."""
UNIT, LEFT, GROUND = range(3)
"""Whose land it is where polygons lie on each other: that of units, of the file's others, of the country."""


class OwnShapes:
    """
    Polygons of a report in place of those of `geo.boundaries`; only the units of its layer have one.

    Raises
    ------
    InputError
        When it is made, if the layer is empty: all that was joined is suspicious.
    """

    def __init__(self, report: BoundaryReport) -> None:
        if report.layer.empty:
            names = ", ".join(record.name for record in report.suspicious)
            raise InputError(
                f"'{report.source}': none of its polygons lies where its unit is ({names}). "
                "Check its P-codes or names, and its CRS."
            )
        self._report = report
        self._points: dict[str, tuple[float, float]] = {}

    @property
    def layer(self) -> GeoDataFrame:
        """The polygons by P-code, as the file draws them."""
        return self._report.layer

    @property
    def name(self) -> str:
        """The file without its folder, fit for one line."""
        return one_line(PurePath(self._report.source).name)

    def counties_topology(self) -> Json:
        """
        TopoJSON as that of `geo.boundaries`, simplified for the page. Land of the file that is no unit's has
        an empty `pcode`.
        """
        return self._drawn[0]

    def context_topology(self) -> Json:
        """The shipped neighbouring land."""
        return boundaries.context_topology()

    def label_point(self, pcode: str, /) -> tuple[float, float]:
        """As `Boundaries.label_point`, in the file's polygon; that of a province is the shipped one."""
        if pcode in _provinces():
            return boundaries.label_point(pcode)
        if pcode not in self.layer.index:
            raise PlaceNotFoundError(
                f"{pcode}: no polygon in '{self._report.source}'; use the seat of the unit"
            )
        if pcode not in self._points:
            self._points[pcode] = boundaries.deepest_point(self.layer.geometry[pcode])
        return self._points[pcode]

    @property
    def credit(self) -> str:
        """Credit line for the county lines."""
        return f"County boundaries: {self.name}, given for this map; its licence is that of its makers."

    @property
    def has_shipped_land(self) -> bool:
        """Whether shipped land is drawn where the file has none, so that its credit is due, too."""
        return self._ground is not None

    def notes(self) -> tuple[Note, ...]:
        """What a reader of the map should know about the lines."""
        dropped, kept = (_names(self._report, used) for used in (False, True))
        told = {
            "own-lines": True,
            "own-elsewhere": dropped,
            "own-doubtful": kept,
            "own-cut": self._drawn[1],
            "own-land": self.has_shipped_land,
        }
        units = {"own-elsewhere": dropped, "own-doubtful": kept}
        return tuple(
            Note(key, (("file", self.name), ("units", units.get(key, ""))))
            for key, holds in told.items()
            if holds
        )

    @cached_property
    def _drawn(self) -> tuple[Json, bool]:
        """The topology, and whether lines had to be cut anew for it."""
        units = [
            ({"pcode": pcode, "province_pcode": province}, shape, UNIT)
            for pcode, province, shape in zip(
                self.layer.index, self.layer.province_pcode, self.layer.geometry, strict=True
            )
        ]
        none = {"pcode": "", "province_pcode": ""}
        left = [(none, shape, LEFT) for shape in self._report.rest.geometry]
        ground = [] if self._ground is None else [(none, self._ground, GROUND)]
        properties, shapes, ranks = zip(*units, *left, *ground, strict=True)
        whole, anew = fitted(shapes, ranks)
        drawn = zip(properties, simplified(whole), strict=True)
        return encode_topology(
            [(said, shape) for said, shape in drawn if said["pcode"] or not shape.is_empty]
        ), anew

    @cached_property
    def _ground(self) -> Any:
        """The shipped country, if the file leaves the land of a unit bare; else None."""
        import shapely

        own = [*self.layer.geometry, *self._report.rest.geometry]
        covered = shapely.union_all(shapely.simplify(own, ROUGH_DEGREES))
        shipped = boundaries.county_layer().geometry.to_numpy()
        bare = shapely.area(shapely.difference(shipped, covered)) / shapely.area(shipped)
        return shapely.union_all(shipped) if (bare > UNCOVERED).any() else None


def with_polygons_of(gazetteer: Gazetteer, layer: GeoDataFrame) -> Gazetteer:
    """The gazetteer with the units' `polygon_pcode` as in a layer by P-code: its own, its city's, or none."""
    there = frozenset(layer.index)

    def polygon(pcode: str, shipped: str) -> str:
        return pcode if pcode in there else shipped if shipped in there else ""

    units = {
        pcode: unit if unit.level == 1 else replace(unit, polygon_pcode=polygon(pcode, unit.polygon_pcode))
        for pcode, unit in gazetteer.units.items()
    }
    return replace(gazetteer, units=units)


def _names(report: BoundaryReport, used: bool) -> str:
    """The suspicious units that are used, or not, by name."""
    return ", ".join(record.name for record in report.suspicious if record.in_layer is used)


@cache
def _provinces() -> frozenset[str]:
    """First-level units that have a shipped polygon."""
    return frozenset(boundaries.province_layer().index)
