"""RFC 7946 GeoJSON, TopoJSON, and CSV whose dates a spreadsheet sorts, with its description beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

from shapely.geometry import mapping

from geo.formats.layers import Layers, is_day, rows_of
from geo.text import JOINT, csv_table, json_text


def geojson(layers: Layers, name: str) -> str:
    """One layer as a feature collection by RFC 7946, one feature a line, coordinates of 5 decimals."""
    frame = layers.layer(name)
    key = str(frame.index.name)
    features = [
        _json({"type": "Feature", "id": row[key], "geometry": _geometry(shape), "properties": _plain(row)})
        for row, shape in zip(rows_of(frame), frame.geometry, strict=True)
    ]
    head = _json({"type": "FeatureCollection", "name": name, **layers.about})
    lines = ",\n".join(features)
    return f'{head[:-1]},"features":[\n{lines}\n]}}\n'


def topojson(layers: Layers) -> str:
    """Counties that share their lines, and the announcements as points on the same grid."""
    topology = layers.shapes.counties_topology()
    rows = {row[str(layers.counties.index.name)]: row for row in rows_of(layers.counties)}
    counties = [
        {
            **shape,
            "id": shape["properties"]["pcode"],
            "properties": _plain(rows[shape["properties"]["pcode"]]),
        }
        for shape in topology["objects"]["counties"]["geometries"]
        if shape["properties"].get("pcode") in rows
    ]
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    points = [
        {"type": "Point", "id": row[key], "properties": _plain(row), "coordinates": coordinates}
        if (coordinates := _on_grid(shape, scale, move))
        else {"type": None, "id": row[key], "properties": _plain(row)}
        for key in [str(layers.announcements.index.name)]
        for row, shape in zip(rows_of(layers.announcements), layers.announcements.geometry, strict=True)
    ]
    objects = {
        "counties": {"type": "GeometryCollection", "geometries": counties},
        "announcements": {"type": "GeometryCollection", "geometries": points},
    }
    kept = {"type": "Topology", "transform": topology["transform"], **layers.about, "objects": objects}
    return _json({**kept, "arcs": topology["arcs"]}) + "\n"


def csv_file(layers: Layers, name: str) -> str:
    """
    One layer as CSV with longitude and latitude; UTF-8 with byte order mark, no cell that is a formula.

    Columns that end in `_from` and `_until` hold whole days (2024-02-28), which spreadsheets take for dates.
    """
    frame = layers.layer(name)
    rows = [
        {
            **{column: "" if value is None else _cell(value) for column, value in row.items()},
            **_position(shape),
        }
        for row, shape in zip(rows_of(frame), frame.geometry, strict=True)
    ]
    return csv_table(_columns(layers, name), rows)


def csv_metadata(layers: Layers, name: str, file: str) -> str:
    """What CSV on the Web says beside a CSV file: the type of each column, and whom to credit."""
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": file,
        "dc:title": f"factorymap: {name}",
        **{
            f"dc:{key}": value
            for key, value in zip(("source", "description", "license"), layers.about.values(), strict=True)
        },
        "tableSchema": {
            "columns": [
                {"titles": column, "name": column, "datatype": _datatype(layers, name, column)}
                for column in _columns(layers, name)
            ],
            "primaryKey": str(layers.layer(name).index.name),
        },
    }
    return json_text(described, indent=1) + "\n"


def _columns(layers: Layers, name: str) -> tuple[str, ...]:
    frame = layers.layer(name)
    return (str(frame.index.name), *map(str, frame.columns.drop("geometry")), "longitude", "latitude")


def _datatype(layers: Layers, name: str, column: str) -> str:
    """The type of a column by CSV on the Web."""
    if is_day(column):
        return "date"
    if column in ("longitude", "latitude"):
        return "number"
    frame = layers.layer(name)
    kind = str(frame[column].dtype) if column in frame else "string"
    return {"Int64": "integer", "Float64": "number", "bool": "boolean"}.get(kind, "string")


def _position(shape: Any) -> dict[str, object]:
    """Where a row lies: a point, or a point inside the polygon."""
    if shape is None:
        return {"longitude": "", "latitude": ""}
    point = shape.representative_point()
    return {"longitude": round(point.x, 5), "latitude": round(point.y, 5)}


def _cell(value: Any) -> object:
    """A cell as `csv_table` takes it; of a text with several items, each is made harmless."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value.split(JOINT)
    return value.isoformat() if isinstance(value, date) else value


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row with days as texts."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


def _geometry(shape: Any) -> dict[str, Any] | None:
    """GeoJSON of a shape, rounded."""
    return (
        None if shape is None else {**mapping(shape), "coordinates": _rounded(mapping(shape)["coordinates"])}
    )


def _rounded(value: Any) -> Any:
    return round(value, 5) if isinstance(value, float) else [_rounded(one) for one in value]


def _on_grid(shape: Any, scale: list[float], move: list[float]) -> list[int] | None:
    """A point on the grid of a topology."""
    if shape is None:
        return None
    return [
        round((at - start) / step) for at, start, step in zip((shape.x, shape.y), move, scale, strict=True)
    ]


def _json(value: object) -> str:
    return json_text(value, separators=(",", ":"))
