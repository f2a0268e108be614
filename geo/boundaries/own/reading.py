"""
Somebody's own county boundaries in place of the shipped ones: read, joined to units, checked, reported.

    file -> Layer -> Feature -> Joined -> one polygon for each unit -> PolygonFinding -> BoundaryReport

A feature becomes a unit by its P-code or its name and first-level unit, never by where it lies; where it lies
is then compared with the shipped polygons and the seats, and what does not fit is suspicious.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, TypeAlias

from geo.boundaries.own.assembling import Assembly
from geo.boundaries.own.columns import Columns, choose_columns, features, refuse_provinces
from geo.boundaries.own.files import Layer, frame_layer, layer_names, read_layer
from geo.boundaries.own.joining import Joiner
from geo.boundaries.own.opening import opened
from geo.boundaries.own.records import OUTSIDE, BoundaryReport, Feature, Joined, UnitRecord
from geo.boundaries.own.report import report_lines
from geo.boundaries.shipped import county_layer
from geo.errors import InputError
from geo.places import Gazetteer, load_gazetteer
from geo.text import needed

if TYPE_CHECKING:
    from pathlib import Path

    from geopandas import GeoDataFrame, GeoSeries

__all__ = ["BoundaryReport", "UnitRecord", "read_boundaries", "report_lines"]

INSIDE = 0.5
"""Share of a feature that must lie in the DPRK, and of the layer (or of the DPRK) that the two must share."""
BORDER_DEGREES = 0.05
"""How far, about 5 km, two sets may differ on coast and border."""
FEW = 3

PathName = str | PathLike[str]
Source: TypeAlias = "PathName | GeoDataFrame"
FRAME = "the GeoDataFrame"
"""How boundaries that lie in no file are called."""


@dataclass(frozen=True, eq=False)
class _Read:
    """One layer of the file, joined."""

    layer: Layer
    columns: Columns
    joined: tuple[Joined, ...]

    @property
    def n_joined(self) -> int:
        return sum(one.pcode is not None for one in self.joined)


def read_boundaries(
    path: Source,
    gazetteer: Gazetteer | None = None,
    *,
    name_column: str | None = None,
    pcode_column: str | None = None,
    parent_column: str | None = None,
) -> BoundaryReport:
    """
    Read an ADM2 layer of the DPRK and join it to our units.

    Parameters
    ----------
    path
        A GeoDataFrame with a CRS, its index a column like the others if it has a name; or a file: a
        shapefile (also zipped), GeoJSON, TopoJSON, GeoPackage, FlatGeobuf or KML, in any coordinate
        reference system. Of several layers the one that joins most features is read. No other file and no
        address that it names is opened.
    gazetteer
        The places to join to; the shipped ones by default.
    name_column, pcode_column, parent_column
        Columns to go by, where they are not called as in COD-AB, geoBoundaries, GADM or everyday layers.

    Raises
    ------
    InputError
        If it cannot be used: no file, unreadable, no polygons, no CRS, no column of names or P-codes, another
        country, provinces instead of counties, or nothing that is one of our units. One line that says what
        to try.
    """
    needed("A layer of boundaries", "gis", "geopandas", "pyogrio")
    places = gazetteer or load_gazetteer()
    options = {"name_column": name_column, "pcode_column": pcode_column, "parent_column": parent_column}
    if isinstance(path, (str, PathLike)):
        source = fspath(path)
        read, others = _best_layer(source, Joiner(places), options)
    else:
        source, others = FRAME, ()
        read = _read_whole(source, frame_layer(path, source), Joiner(places), options)
    refuse_provinces(source, read.joined, _shipped())
    if not read.n_joined:
        raise InputError(_nothing_joined(source, read))
    assembly = Assembly(read.joined, _shipped(), places)
    records = list(assembly.joined_records())
    return BoundaryReport(
        source=source,
        layer_name=read.layer.name,
        crs=read.layer.crs,
        n_features=len(read.joined),
        columns=read.columns.roles,
        notes=(*others, *read.layer.notes),
        layer=assembly.layer(),
        rest=assembly.rest(),
        matched=tuple(record for suspicious, record in records if not suspicious),
        suspicious=tuple(record for suspicious, record in records if suspicious),
        unmatched=tuple(assembly.unmatched_records()),
    )


def _best_layer(
    path: PathName, joiner: Joiner, options: Mapping[str, str | None]
) -> tuple[_Read, tuple[str, ...]]:
    """The layer that joins most features, and a note on the others; the first error if none can be used."""
    found: list[_Read] = []
    refused: list[InputError] = []
    with opened(path) as copy:
        listed = layer_names(path, copy)
        for name in listed:
            try:
                found.append(_read(path, copy, name, joiner, options))
            except InputError as error:
                refused.append(error)
    if not found:
        raise refused[0]
    best = max(found, key=lambda read: read.n_joined)
    others = [repr(name) for name in listed if name != best.layer.name]
    return best, (f"not read, as fewer units are in them: {', '.join(others)}",) if others else ()


def _read(path: PathName, copy: Path, name: str, joiner: Joiner, options: Mapping[str, str | None]) -> _Read:
    """Read and join one layer."""
    return _read_whole(path, read_layer(path, copy, name), joiner, options)


def _read_whole(path: PathName, layer: Layer, joiner: Joiner, options: Mapping[str, str | None]) -> _Read:
    """Join a layer that is read."""
    columns = choose_columns(layer.frame, path, **options)
    every = tuple(features(layer.frame, columns))
    inside = _inside(every, path)
    return _Read(layer, columns, tuple(_joined(one, one.number in inside, joiner) for one in every))


def _joined(feature: Feature, inside: bool, joiner: Joiner) -> Joined:
    """A feature and its unit; none for what cannot be drawn or lies elsewhere."""
    if feature.geometry is None:
        return Joined(feature, None, (), "; ".join(feature.notes))
    return joiner.join(feature) if inside else Joined(feature, None, (), OUTSIDE)


def _inside(every: Sequence[Feature], path: PathName) -> frozenset[int]:
    """
    Numbers of the features that lie in the DPRK.

    InputError if there is nothing to draw, or if the layer is one of another country.
    """
    import shapely

    country = _country()
    drawn = [one for one in every if one.geometry is not None]
    if not drawn:
        raise InputError(
            f"'{path}': none of its polygons can be repaired. Save it again with valid geometry."
        )
    shapes = [one.geometry for one in drawn]
    shared, sizes = shapely.area(shapely.intersection(shapes, country)), shapely.area(shapes)
    if shared.sum() < INSIDE * min(sizes.sum(), country.area):
        raise InputError(_elsewhere(path, shapely.total_bounds(shapes).tolist()))
    shares = zip(drawn, shared / sizes, strict=True)
    return frozenset(one.number for one, share in shares if share >= INSIDE)


@cache
def _country() -> Any:
    """The DPRK and a strip around it."""
    return _shipped().union_all().buffer(BORDER_DEGREES)


@cache
def _shipped() -> GeoSeries:
    """The shipped county polygons by P-code."""
    return county_layer().geometry


def _elsewhere(path: PathName, bounds: Sequence[float]) -> str:
    """The message for a layer of another country."""
    west, south, east, north = bounds
    return (
        f"'{path}' is no layer of the DPRK (124.2 to 130.7 E, 37.6 to 43.0 N): it lies at {west:.1f} to "
        f"{east:.1f} E, {south:.1f} to {north:.1f} N. Check the file, its CRS and the order of coordinates."
    )


def _nothing_joined(path: PathName, read: _Read) -> str:
    """The message for a layer in which no unit was found."""
    there = [str(column) for column in read.layer.frame.columns.drop(read.layer.frame.geometry.name)]
    went_by = ", ".join(f"{role} column {column!r}" for role, column in read.columns.roles)
    reasons = [f"{one.feature.label}: {one.reason}" for one in read.joined[:FEW]]
    return (
        f"'{path}': no feature could be joined to a unit by {went_by} ({'; '.join(reasons)}). "
        f"Name the right column with name_column or pcode_column, of: {', '.join(there)}."
    )
