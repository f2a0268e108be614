"""
Measure the shipped county polygons against their source; exit 1 if a figure is beyond its limit.

    python data/build/check_boundaries.py --source SOURCE.geojson --gazetteer data/units.csv

How it is measured, in a Lambert azimuthal equal-area projection centred on the country:

- Lines: for each of the 179 units, points every 50 m along its outline in the source (abolished units merged
  into their heirs, slivers and islets of every size included) and their distance to the outline of the *same*
  unit as shipped, and the same from the shipped outline to the source. Pinholes under 0.01 km2 are
  left out.
- Areas: the unit as shipped against the unit in the source.
- Towns: seats that the gazetteer calls exact, and whether they lie in their own unit, before and after.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.boundaries.shipped import decode_topology

HERE = Path(__file__).parent

MERGED = {"KP0325": "KP0318", "KP0727": "KP0721"}
"""Abolished unit -> the county that took it over."""

ARTEFACT_KM2 = 0.01
"""Holes and detached parts below this are slips of drawing: the holes lie in no other unit, the parts
against a neighbour's line, and neither is visible at any scale the lines are good for."""

STEP_M = 50
SMALL_KM2 = 30

LIMITS = {
    "units": (179, 179),
    "counties_bytes": (0, 100_000),
    "context_bytes": (0, 10_000),
    "invalid_polygons": (0, 0),
    "overlaps_or_gaps": (0, 0),
    "line_median_m": (0, 80),
    "line_p95_m": (0, 250),
    "line_max_m": (0, 500),
    "area_change_percent": (0, 5),
    "area_change_percent_small_units": (0, 15),
}
"""Figure -> lowest and highest value allowed."""

_PROJECT = pyproj.Transformer.from_crs("EPSG:4326", "+proj=laea +lat_0=40.3 +lon_0=127.3", always_xy=True)

Units = dict[str, BaseGeometry]


def main() -> None:
    """Print a table of figures; exit 1 if one is beyond its limit or differs from the recorded one."""
    options = _options()
    figures = measure(options.data, options.source, options.gazetteer)
    recorded = json.loads((options.data / "boundaries_provenance.json").read_text(encoding="utf-8"))
    failures = [name for name, (low, high) in LIMITS.items() if not low <= figures[name] <= high]
    for name, value in figures.items():
        bounds = "{}..{}".format(*LIMITS[name]) if name in LIMITS else ""
        print(f"{name:34}{value!s:>12}  {bounds:12}{'BEYOND ITS LIMIT' if name in failures else ''}")
    if recorded["sources"]["counties"]["sha256"] != hashlib.sha256(options.source.read_bytes()).hexdigest():
        failures.append("the source is not the one that was compiled")
    if recorded["quality"] != json.loads(json.dumps(figures)):
        failures.append("the figures are not those in boundaries_provenance.json")
    if failures:
        sys.exit("failed: " + "; ".join(failures))


def measure(data: Path, source: Path, gazetteer: Path) -> dict[str, Any]:
    """Every figure by name; metres, km2 and percent as the names say."""
    topology = json.loads((data / "counties.topojson").read_text(encoding="utf-8"))
    shipped = {
        properties["pcode"]: geometry for properties, geometry in decode_topology(topology, "counties")
    }
    original = _source_units(source)
    return {
        "units": len(shipped),
        "counties_bytes": (data / "counties.topojson").stat().st_size,
        "context_bytes": (data / "context.topojson").stat().st_size,
        "arcs": len(topology["arcs"]),
        "vertices": sum(map(len, topology["arcs"])),
        **_topology_figures(shipped),
        **_line_figures(_projected(original), _projected(shipped)),
        **_area_figures(_projected(original), _projected(shipped)),
        **_town_figures(gazetteer, original, shipped),
    }


def equal_area(geometry: BaseGeometry) -> BaseGeometry:
    """Degrees to metres in the equal-area projection."""
    return shapely.transform(geometry, _PROJECT.transform, interleaved=False)


def is_artefact(polygon: BaseGeometry) -> bool:
    """Whether a polygon in degrees is too small to be meant."""
    return bool(equal_area(polygon).area < ARTEFACT_KM2 * 1e6)


def without_pinholes(polygon: BaseGeometry) -> BaseGeometry:
    """A single polygon with only the holes that are meant."""
    holes = [hole for hole in polygon.interiors if not is_artefact(shapely.Polygon(hole))]
    return shapely.Polygon(polygon.exterior, holes)


def _projected(units: Units) -> Units:
    return {pcode: equal_area(geometry) for pcode, geometry in units.items()}


def _source_units(source: Path) -> Units:
    """The source as units of today, without pinholes."""
    parts: dict[str, list[BaseGeometry]] = {}
    for feature in json.loads(source.read_text(encoding="utf-8"))["features"]:
        pcode = feature["properties"]["pcode"]
        parts.setdefault(MERGED.get(pcode, pcode), []).append(shape(feature["geometry"]))
    return {
        pcode: shapely.MultiPolygon(
            [without_pinholes(part) for part in shapely.get_parts(shapely.union_all(shapes))]
        )
        for pcode, shapes in parts.items()
    }


def _topology_figures(shipped: Units) -> dict[str, Any]:
    shapes = np.array(list(shipped.values()))
    edges = shapely.coverage_invalid_edges(shapes)
    country = shapely.union_all(shapes)
    holes = sum(len(part.interiors) for part in shapely.get_parts(country))
    return {
        "invalid_polygons": int((~shapely.is_valid(shapes)).sum()),
        "overlaps_or_gaps": int((~shapely.is_empty(edges)).sum()) + holes,
    }


def _line_figures(original: Units, shipped: Units) -> dict[str, Any]:
    """Distances from source to shipped lines and back, all samples of all units together."""
    there = {pcode: _distances(original[pcode], shipped[pcode]) for pcode in sorted(original)}
    back = {pcode: _distances(shipped[pcode], original[pcode]) for pcode in sorted(original)}
    figures: dict[str, Any] = {}
    for prefix, samples in (("line", there), ("back", back)):
        together = np.concatenate(list(samples.values()))
        worst = max(samples, key=lambda pcode: samples[pcode].max())
        figures |= {
            f"{prefix}_median_m": round(float(np.median(together))),
            f"{prefix}_mean_m": round(float(together.mean())),
            f"{prefix}_p95_m": round(float(np.percentile(together, 95))),
            f"{prefix}_max_m": round(float(together.max())),
            f"{prefix}_max_at": worst,
        }
    return figures


def _distances(one: BaseGeometry, other: BaseGeometry) -> Any:
    """Distance in metres to the other's outline from points along the outline of one."""
    outline = shapely.get_coordinates(shapely.segmentize(one.boundary, STEP_M))
    target = other.boundary
    shapely.prepare(target)
    return shapely.distance(shapely.points(outline), target)


def _area_figures(original: Units, shipped: Units) -> dict[str, Any]:
    changes = {
        pcode: abs(shipped[pcode].area / unit.area - 1) * 100 for pcode, unit in sorted(original.items())
    }
    small = {pcode: change for pcode, change in changes.items() if original[pcode].area < SMALL_KM2 * 1e6}
    large = {pcode: change for pcode, change in changes.items() if pcode not in small}
    return {
        "area_km2": round(sum(unit.area for unit in shipped.values()) / 1e6),
        "area_source_km2": round(sum(unit.area for unit in original.values()) / 1e6),
        "area_change_percent": round(max(large.values()), 2),
        "area_change_at": max(large, key=lambda pcode: large[pcode]),
        "area_change_percent_small_units": round(max(small.values()), 2),
        "area_change_small_units_at": max(small, key=lambda pcode: small[pcode]),
    }


def _town_figures(gazetteer: Path, original: Units, shipped: Units) -> dict[str, Any]:
    with gazetteer.open(encoding="utf-8-sig", newline="") as file:
        towns = {
            row["pcode"]: shapely.Point(float(row["seat_lon"]), float(row["seat_lat"]))
            for row in csv.DictReader(file)
            if row["pcode"] in shipped and row["seat_quality"] == "exact"
        }
    return {
        "towns": len(towns),
        "towns_outside_in_source": _outside(towns, original),
        "towns_outside": _outside(towns, shipped),
    }


def _outside(towns: Units, units: Units) -> str:
    return " ".join(pcode for pcode, town in sorted(towns.items()) if not units[pcode].covers(town))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure factorymap's county polygons against their source.")
    parser.add_argument("--source", type=Path, required=True, help="county polygons, GeoJSON with pcode")
    parser.add_argument("--gazetteer", type=Path, required=True, help="CSV with pcode and seat_*")
    parser.add_argument("--data", type=Path, default=HERE.parent, help="folder of the files (default: data/)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
