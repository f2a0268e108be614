"""Layers of somebody's own for orientation: what is read of GeoJSON, one line for what cannot be drawn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geo.boundaries import read_context
from geo.boundaries.own import context
from geo.errors import InputError

RIVER = {"type": "LineString", "coordinates": [[126.0, 39.0], [126.1, 39.1, 120.0], [126.2, 39.3]]}
LAKE = {"type": "Polygon", "coordinates": [[[126, 39], [126.1, 39], [126.1, 39.1], [126, 39]]]}


def written(folder: Path, content: Any) -> Path:
    path = folder / "rivers.geojson"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def test_lines_areas_and_points_with_their_names_and_the_credit(tmp_path: Path) -> None:
    many = {"type": "GeometryCollection", "geometries": [RIVER, {"type": "Point", "coordinates": [126, 39]}]}
    features = [
        feature(RIVER, Name="Taedong"),
        feature(LAKE),
        feature({"type": "MultiPolygon", "coordinates": [LAKE["coordinates"]] * 2}, 이름="호수"),
        feature(many, name="both\nlines"),
        feature(None, name="nowhere"),
        feature({"type": "MultiPoint", "coordinates": [[126, 39], [126.5, 39]]}),
    ]
    content = {"type": "FeatureCollection", "name": "Waters", "attribution": "A Survey", "features": features}
    layer = read_context(written(tmp_path, content))
    assert (layer.name, layer.credit) == ("Waters", "A Survey")
    assert [(one.kind, one.name, len(one.lines)) for one in layer.features] == [
        ("line", "Taedong", 1),
        ("area", "", 1),
        ("area", "호수", 2),
        ("line", "both lines", 1),
        ("point", "both lines", 1),
        ("point", "", 1),
    ]
    assert layer.features[0].lines[0][1] == (126.1, 39.1)


def test_a_bare_geometry_is_called_by_its_file(tmp_path: Path) -> None:
    assert read_context(written(tmp_path, RIVER)).name == "rivers"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "cannot be drawn. A layer for orientation is GeoJSON"),
        ({"type": "Topology"}, "cannot be drawn"),
        ({"type": "FeatureCollection", "features": []}, "has no lines, areas or points"),
        (
            feature({"type": "Point", "coordinates": [4500000, 1200000]}),
            "4.5e+06, 1.2e+06 is no longitude",
        ),
        (feature({"type": "Point", "coordinates": ["x", 1]}), "cannot be drawn"),
        (feature({"type": "LineString", "coordinates": [[126, 39], [float("nan"), 39]]}), "is no longitude"),
        (feature({"type": "Polygon", "coordinates": [126, 39]}), "cannot be drawn"),
        ("[" * 100_000, "cannot be drawn"),
    ],
    ids=["broken", "TopoJSON", "empty", "metres", "text", "NaN", "too flat", "too deep"],
)
def test_what_cannot_be_drawn_ends_in_one_line(tmp_path: Path, content: Any, said: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(InputError) as failed:
        read_context(path)
    assert said in str(failed.value) and str(path) in str(failed.value) and "\n" not in str(failed.value)


@pytest.mark.parametrize(("limit", "most"), [("MOST_FEATURES", 1), ("MOST_POSITIONS", 5)])
def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int) -> None:
    monkeypatch.setattr(context, limit, most)
    with pytest.raises(InputError, match=r"has 2 features with 6 positions; a map takes"):
        read_context(written(tmp_path, {"type": "FeatureCollection", "features": [feature(RIVER)] * 2}))
