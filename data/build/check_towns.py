"""
Hold points of county towns against the shipped polygons; exit 1 if not just the documented ones lie outside.

    python data/build/check_towns.py --points town_points.csv

The points (Hangul of the unit, with the part of it before a bracket, `lat`, `lon` in WGS84 degrees) are
markets of county towns seen in imagery of 2018. They carry no licence, so they are no part of the project;
what came out is in `data/towns_outside.csv`: the rows that say `checked`. Distances are to the polygon of the
unit, in an equal-area projection, and have to be those of the table to 0.1 km.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

import shapely
from check_boundaries import equal_area

from geo.boundaries import county_layer
from geo.places import load_gazetteer

HERE = Path(__file__).parent
TOLERANCE_KM = 0.1


def main() -> None:
    """Print what lies outside; exit 1 if it is not what is documented."""
    options = _options()
    rows = _read(HERE.parent / "towns_outside.csv")
    documented = {row["pcode"]: float(row["km"] or 0) for row in rows if row["checked"] == "yes"}
    points = _read(options.points)
    found = dict(filter(None, map(_outside, points)))
    for pcode, km in sorted(found.items()):
        print(f"{pcode:9} {km:5.2f} km{'' if pcode in documented else '  NOT DOCUMENTED'}")
    print(f"{len(points) - len(found)} of {len(points)} points lie in the polygon of their unit")
    wrong = [pcode for pcode in found | documented if _differs(found.get(pcode), documented.get(pcode))]
    if wrong:
        sys.exit(f"failed: {' '.join(sorted(wrong))}")


def _differs(found: float | None, documented: float | None) -> bool:
    return found is None or documented is None or abs(found - documented) > TOLERANCE_KM


def _outside(row: dict[str, str]) -> tuple[str, float] | None:
    """(P-code, km to its polygon) of a point outside the polygon of every unit that its name may mean."""
    polygons = county_layer().geometry
    town, _, unit = row["hangul"].partition("(")
    units = _named(town, unit.rstrip(")"))
    point = shapely.Point(float(row["lon"]), float(row["lat"]))
    distances = {
        pcode: equal_area(point).distance(equal_area(polygons[polygon])) / 1000 if polygon else 0.0
        for pcode, polygon in units.items()
    }
    inside = [pcode for pcode, polygon in units.items() if polygon and polygons[polygon].covers(point)]
    return None if inside else min(distances.items(), key=lambda item: item[1])


def _named(*hangul: str) -> dict[str, str]:
    """P-code -> polygon of the units of such a name, those of the county level first."""
    units = [unit for unit in load_gazetteer().units.values() if unit.level > 1 and unit.hangul in hangul]
    second = [unit for unit in units if unit.level == 2]
    return {unit.pcode: unit.polygon_pcode for unit in second or units}


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Hold points of county towns against the polygons.")
    parser.add_argument("--points", type=Path, required=True, help="CSV with hangul, lat, lon")
    return parser.parse_args()


if __name__ == "__main__":
    main()
