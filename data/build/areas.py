"""
Compile `data/areas.csv`: the area of each county polygon beside what others publish, with the gap.

    python data/build/areas.py --cod-ab cod_ab_2026_areas.csv --published boundary_iou.csv

The area is that of the unsimplified source in an equal-area projection, as `counties.topojson` has it;
COD-AB's is that of its table of August 2026; published ones are of encyclopaedia pages. All in km2.
Percentages are ours over theirs. An area is `doubtful` where a published one differs by more than 15 %,
COD-AB's by more than 5 %, or `WHY` says so: no density is told for such a unit.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

HERE = Path(__file__).parent
FIELDS = (
    "pcode name area_km2 cod_ab_km2 cod_ab_gap_percent published_km2 published_gap_percent doubtful why"
).split()
MOST_PUBLISHED, MOST_COD_AB = 15, 5
"""Percent."""
MERGED = {"KP0318": ("KP0318", "KP0325"), "KP0721": ("KP0721", "KP0727")}
"""Polygon -> the units of COD-AB that it covers today."""
SWAPPED = {"KP0618": ("KP0622",), "KP0622": ("KP0618",)}
"""COD-AB has the polygons of Thaechon and Taegwan the wrong way round."""
WHOLE_KAESONG = "COD-AB has Kaesong, Kaephung and Phanmun as one unit; our line between them is offset"
WHY = {
    "KP0803": WHOLE_KAESONG,
    "XKP1502": WHOLE_KAESONG,
    "XKP1503": WHOLE_KAESONG,
    "KP0726": "12 km2 inside Mundok cannot be a whole county",
    "KP0326": "7 km2, while its market lies 5 km away",
    "KP0606": "its town and a third of what is published lie outside",
    "KP0301": "COD-AB counts Kumho's land and more with it",
    "KP1001": "Pyongyang's wards of today and of the line are not the same: Sungho's land is partly in it",
    "KP0408": "the county was redrawn in 2000; published figures differ by half",
    "KP0318": "the published figure is that of the county without Sudong",
    "KP0215": "half as large again as published; the test site of Kilju falls into it",
}
PUBLISHED = {"KP0326": 45.0, "KP0606": 217.0}
"""Pages that the table has not: wiki1.kr on Kumho, an encyclopaedia on Ryongchon."""


def main() -> None:
    """Write the table."""
    options = _options()
    topology = json.loads((options.data / "counties.topojson").read_text(encoding="utf-8"))
    ours = {
        shape["id"]: shape["properties"]["area_km2"]
        for shape in topology["objects"]["counties"]["geometries"]
    }
    names = {row["pcode"]: row["name"] for row in _read(options.data / "units.csv")}
    cod_ab = {row["pcode"]: float(row["area_sqkm"]) for row in _read(options.cod_ab)}
    published = {
        row["pcode"]: float(row["published_area_km2"])
        for row in _read(options.published)
        if row["published_area_km2"]
    } | PUBLISHED
    rows = []
    for pcode, area in sorted(ours.items()):
        theirs = sum(cod_ab.get(part, 0.0) for part in (MERGED | SWAPPED).get(pcode, (pcode,)))
        gaps = _gap(area, theirs), _gap(area, published.get(pcode, 0.0))
        wide = (gaps[0] is not None and abs(gaps[0]) > MOST_COD_AB) or (
            gaps[1] is not None and abs(gaps[1]) > MOST_PUBLISHED
        )
        cells = (pcode, names[pcode], area, round(theirs, 1) or "", _cell(gaps[0]))
        cells += (published.get(pcode, ""), _cell(gaps[1]), "yes" if wide or pcode in WHY else "no")
        rows.append((*cells, WHY.get(pcode, "the areas differ too much" if wide else "")))
    with (options.data / "areas.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows(rows)
    print(f"{len(rows)} areas, {sum(row[7] == 'yes' for row in rows)} doubtful")


def _gap(ours: float, theirs: float) -> float | None:
    """Percent that ours is larger, or None without theirs."""
    return 100 * (ours / theirs - 1) if theirs else None


def _cell(gap: float | None) -> str:
    return "" if gap is None else f"{gap:.1f}"


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compile areas.csv.")
    parser.add_argument("--cod-ab", type=Path, required=True, help="areas of COD-AB: pcode, area_sqkm")
    parser.add_argument("--published", type=Path, required=True, help="pcode, published_area_km2")
    parser.add_argument("--data", type=Path, default=HERE.parent, help="folder of the files (default: data/)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
