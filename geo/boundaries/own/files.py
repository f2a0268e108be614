"""
A file of polygons -> features in WGS84, whole and valid, or one line that says why not.

Which kinds of files are read stands in `kinds`; GDAL is shown the copy that `opening` makes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any

from geo.boundaries.own.kinds import DRIVERS, KNOWN
from geo.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from geopandas import GeoDataFrame

WGS84 = "EPSG:4326"
POLYGONS = ("Polygon", "MultiPolygon", "GeometryCollection")


@dataclass(frozen=True, eq=False)
class Layer:
    """One layer of a file, its coordinates in WGS84."""

    name: str
    crs: str
    frame: GeoDataFrame
    """EPSG:4326, rows in the order of the file, geometries as they were drawn."""
    notes: tuple[str, ...]


def layer_names(path: str | PathLike[str], copy: Path) -> tuple[str, ...]:
    """
    The layers of a file, those with polygons if there are any; `copy` is what GDAL is shown of it.

    Raises
    ------
    InputError
        If there is nothing in it that can be read as a layer.
    """
    import pyogrio

    try:
        listed = [(str(name), str(kind)) for name, kind in pyogrio.list_layers(copy)]
    except (RuntimeError, ValueError) as error:
        raise InputError(f"'{path}' cannot be read as boundaries. Give {KNOWN}.") from error
    if not listed:
        raise InputError(f"'{path}' has no layer. Give {KNOWN}.")
    areal = [name for name, kind in listed if "Polygon" in kind]
    return tuple(areal or (name for name, _ in listed))


def read_layer(path: str | PathLike[str], copy: Path, name: str) -> Layer:
    """
    One layer of a file, converted to WGS84; `copy` is what GDAL is shown of the file.

    Raises
    ------
    InputError
        If it cannot be read, is empty, has no polygons, or does not say where on earth it lies.
    """
    import pyogrio

    try:
        driver = pyogrio.read_info(copy, layer=name)["driver"]
        frame = (
            pyogrio.read_dataframe(copy, layer=name, force_2d=True, on_invalid="ignore")
            if driver in DRIVERS
            else None
        )
    except (RuntimeError, ValueError, LookupError) as error:
        raise InputError(f"'{path}': layer {name!r} is damaged. Give {KNOWN}.") from error
    if frame is None:
        raise InputError(f"'{path}' cannot be read as boundaries: it is of the kind {driver}. Give {KNOWN}.")
    _refuse_without_polygons(frame, path)
    notes: list[str] = []
    if driver == "ESRI Shapefile":
        notes.extend(_decode(frame))
    if frame.crs is None and driver == "TopoJSON":
        frame = frame.set_crs(WGS84)
        notes.append("TopoJSON names no CRS; read as longitude and latitude in WGS84")
    return Layer(name, _crs_name(frame, path), _to_wgs84(frame, path), tuple(notes))


def frame_layer(frame: Any, name: str) -> Layer:
    """
    A GeoDataFrame as a layer, converted to WGS84; the frame itself stays as it is.

    Raises
    ------
    InputError
        If it is no GeoDataFrame, is empty, has no polygons, or has no CRS.
    """
    from geopandas import GeoDataFrame

    if not isinstance(frame, GeoDataFrame):
        raise InputError(f"a {type(frame).__name__} is no layer of boundaries. Give a GeoDataFrame.")
    if frame.active_geometry_name is None:
        raise InputError(f"{name} has no active geometry. Choose it with set_geometry.")
    if any(frame.index.names):
        frame = frame.reset_index()
    frame = frame.loc[:, ~frame.columns.duplicated()].reset_index(drop=True)
    spare = [column for column in frame.columns[frame.dtypes == "geometry"] if column != frame.geometry.name]
    frame = frame.drop(columns=spare).rename(columns=str)
    _refuse_without_polygons(frame, name)
    if frame.has_z.any():
        frame = frame.set_geometry(frame.geometry.force_2d())
    return Layer("", _crs_name(frame, name), _to_wgs84(frame, name), ())


def _refuse_without_polygons(frame: Any, path: str | PathLike[str]) -> None:
    """Raise for what is no layer of polygons."""
    from geopandas import GeoDataFrame

    if not len(frame):
        raise InputError(f"'{path}' has no features. Give a layer with county polygons.")
    kinds = [] if not isinstance(frame, GeoDataFrame) else sorted(set(frame.geom_type.dropna()))
    if not kinds:
        raise InputError(f"'{path}' has rows but no geometry. Give {KNOWN}.")
    if not set(kinds) & set(POLYGONS):
        raise InputError(
            f"'{path}' holds {' and '.join(kinds)} features, not polygons. "
            "Give the layer of county areas (ADM2), not of places or border lines."
        )


def _crs_name(frame: GeoDataFrame, path: str | PathLike[str]) -> str:
    """EPSG code of the layer's CRS, or its name."""
    if frame.crs is None:
        raise InputError(
            f"'{path}' does not say in which coordinate reference system (CRS) it is. "
            "Put its .prj file beside it, or save it with its CRS, as GeoPackage for instance."
        )
    code = frame.crs.to_epsg()
    return f"EPSG:{code}" if code else str(frame.crs.name)


def _to_wgs84(frame: GeoDataFrame, path: str | PathLike[str]) -> GeoDataFrame:
    """The layer in longitude and latitude."""
    try:
        return frame.to_crs(WGS84)
    except (RuntimeError, ValueError) as error:
        raise InputError(
            f"'{path}': its CRS {frame.crs.name!r} cannot be converted to WGS84. Save it in EPSG:4326."
        ) from error


def _decode(frame: GeoDataFrame) -> Iterator[str]:
    """Put right the text of a shapefile that does not name its encoding; says what was done."""
    found: dict[str, list[str]] = {}
    for column in frame.columns.drop(frame.geometry.name):
        values = [value for value in frame[column] if isinstance(value, str)]
        encoding = true_encoding(values)
        if encoding:
            frame[column] = [_again(value, encoding) for value in frame[column]]
            found.setdefault(encoding, []).append(str(column))
    for encoding, columns in found.items():
        yield f"text of {', '.join(columns)} read as {encoding}, which the file does not say"


def true_encoding(values: Iterable[str]) -> str | None:
    """UTF-8 or CP949 if that is what these texts are, read by mistake as Latin-1; else None."""
    odd = [value for value in values if not value.isascii()]
    for encoding in ("UTF-8", "CP949"):
        try:
            texts = [_again(value, encoding) for value in odd]
        except UnicodeError:
            continue
        if texts and (encoding == "UTF-8" or any("가" <= c <= "힣" for text in texts for c in text)):
            return encoding
    return None


def _again(value: Any, encoding: str) -> Any:
    return value.encode("latin-1").decode(encoding) if isinstance(value, str) else value


def polygon_of(shape: Any) -> tuple[Any, tuple[str, ...]]:
    """The valid areas of a shape, or None, and what had to be mended."""
    import shapely

    if shape is None or shape.is_empty:
        return None, ("has no geometry",)
    if shape.geom_type not in POLYGONS:
        return None, (f"is a {shape.geom_type}, not a polygon",)
    if not all(map(math.isfinite, shape.bounds)):
        return None, ("has coordinates that are nowhere on earth",)
    if shapely.is_valid(shape):
        areas = _areas(shape)
        return areas, () if areas else ("has no area",)
    why = shapely.is_valid_reason(shape).partition("[")[0].lower()
    mended = _areas(shapely.make_valid(shape))
    return mended, (f"invalid geometry ({why}) {'repaired' if mended else 'beyond repair'}",)


def _areas(shape: Any) -> Any:
    """The areas of a valid shape as one polygon or multipolygon; None if it has none."""
    import shapely

    if shape.geom_type == "GeometryCollection":
        parts = [part for part in shapely.get_parts(shape) if part.geom_type in POLYGONS]
        shape = shapely.union_all(parts)
    return shape if shape.area > 0 else None
