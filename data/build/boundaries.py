"""
Compile `counties.topojson`, `context.topojson` and `boundaries_provenance.json` from the source polygons.

    npm install --prefix data/build --ignore-scripts --no-package-lock
    python data/build/boundaries.py --source SOURCE.geojson --gazetteer data/units.csv --accessed 2026-11

Needs factorymap's own environment, Node.js 18 or newer, and the two packages pinned in `package.json` here
(mapshaper, world-atlas). The source is the set of county-level polygons of Who's On First with a P-code on
each feature (`pcode`); the gazetteer gives each P-code its present parent (`pcode`, `parent_pcode`) and, for
the figures, its seat (`seat_lat`, `seat_lon`, `seat_quality`). The same source and tools give the same bytes.
Run `check_boundaries.py` afterwards: it measures the result against the source.

What is done to the source, and nothing else:

1. Sudong goes to Kowon and Tukjang to Pukchang, as the units are today.
2. Artefacts of drawing are removed: holes and detached slivers of under 0.01 km2. A sliver goes to the unit
   that it lies against, so that no gap is left.
3. Lines are simplified on shared arcs, Douglas-Peucker: 280 m, less for small units and islands (60 m times
   the square root of the part's area in km2), and the coordinates rounded to a grid of about 28 m.
4. Provinces are dissolved from the counties; lines known to be wrong are listed once more as `doubtful`.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import shapely
from check_boundaries import ARTEFACT_KM2, MERGED, equal_area, is_artefact, measure, without_pinholes
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from geo.boundaries.shipped import decode_topology

HERE = Path(__file__).parent

SNAP_DEGREES = 0.00005
TOLERANCE_M = 280
SMALL_TOLERANCE_M = 60
GRID = 20000
"""Steps of the coordinate grid along each axis."""

DOUBTFUL = (
    ("KP0213", "KP0214", "Myongchon town lies 3.7 km beyond this line, in Myonggan"),
    ("KP0705", "KP0720", "the seat of Unsan lies 2.3 km beyond this line, in Sunchon"),
    ("KP0805", "KP0806", "Hwangju town lies 1.4 km beyond this line, in Yonthan"),
    ("KP0605", "KP0606", "Ryongchon town lies 0.7 km beyond this line, in Phihyon"),
    ("KP0803", "XKP1503", "the centre of Kaesong lies 1.4 km beyond this line, in Phanmun"),
    ("KP0803", "XKP1502", "the old polygon of Kaesong city is offset, by 1.4 km on its other side"),
    ("XKP1502", "XKP1503", "drawn as the counties of before 2003, beside an offset Kaesong"),
    ("KP0101", "KP0102", "a market of Hyesan lies 1.2 km beyond this line, in Samsu"),
    ("KP0801", "KP0807", "a market of Sariwon lies 1.3 km beyond this line, in Pongsan"),
    ("KP0802", "KP0805", "markets of Songrim lie 0.4 to 1.7 km beyond this line, in Hwangju"),
    ("KP0811", "KP0812", "a market said to be Suan's lies 1.5 km beyond this line, in Yonsan"),
    ("KP0408", "KP0410", "the town of Changdo lies 0.7 km beyond this line, in Hoeyang"),
    ("KP0301", "KP0326", "the market of Kangsang in Kumho lies 4.9 km beyond this line, in Sinpho"),
    ("KP0505", "KP0516", "Songwon town, once a village of Huichon, lies 2.5 km beyond this line, in Jonchon"),
    ("KP0716", "KP0726", "Chongnam is drawn with 12 km2 inside Mundok, too little for a whole county"),
    ("KP0211", "KP0215", "the test site of Phunggye-ri, in Kilju by all reports, lies 6 km beyond this line"),
)
"""Neighbours whose common line an independent point contradicts; most public sets draw them alike."""

NEIGHBOURS = ("China", "Japan", "Mongolia", "Russia", "South Korea")
WINDOW = (104.0, 27.0, 150.0, 54.0)
"""West, south, east, north of the context land in degrees."""
UNDERLAP_DEGREES = 0.12
"""How far neighbouring land runs on into the DPRK: more than the sources' worst disagreement (8.5 km)."""
NEAR = (121.0, 35.8, 132.5, 44.0)
"""The part of the window that a map of the country shows at its first look; drawn finer than the rest."""
NEAR_TOLERANCE_M, FAR_TOLERANCE_M = 2000, 12000
NEAR_ISLAND_KM2, FAR_ISLAND_KM2 = 40, 800
"""Islands below these are left out."""
CONTEXT_GRID = 8000


Record = dict[str, Any]


def main() -> None:
    """Build both files and the provenance beside them."""
    options = _options()
    counties = build_counties(options)
    context = build_context(options.node_modules)
    _write(options.out / "counties.topojson", counties)
    _write(options.out / "context.topojson", context)
    figures = measure(options.out, options.source, options.gazetteer)
    _write(options.out / "boundaries_provenance.json", provenance(options, figures), indent=1)


def build_counties(options: argparse.Namespace) -> Record:
    """The county topology with its three objects."""
    parts = _without_artefacts(_dissolved_codes(options.source))
    parents = _parents(options.gazetteer)
    features = [_feature(part, pcode=pcode, province=parents[pcode]) for pcode, part in parts]
    areas = _areas(parts)
    topology = _mapshaper(options.node_modules, {"parts": features}, _county_commands())
    objects = topology["objects"]
    for county in objects["counties"]["geometries"]:
        pcode = county["properties"]["pcode"]
        county["properties"] = {
            "pcode": pcode,
            "province_pcode": parents[pcode],
            "area_km2": round(areas[pcode]),
        }
    for province in objects["provinces"]["geometries"]:
        province["properties"] = {"pcode": province["properties"]["province"]}
    objects["doubtful"] = _doubtful(objects["counties"]["geometries"])
    return _canonical(topology, id_from="pcode")


def build_context(node_modules: Path) -> Record:
    """The neighbours' land in the window, without the DPRK."""
    world = json.loads((node_modules / "world-atlas" / "countries-10m.json").read_text(encoding="utf-8"))
    collection = world["objects"]["countries"]
    collection["geometries"] = [
        country
        for country in collection["geometries"]
        if country["properties"]["name"] in (*NEIGHBOURS, "North Korea")
    ]
    countries = {
        properties["name"]: shapely.make_valid(geometry, method="structure", keep_collapsed=False)
        for properties, geometry in decode_topology(world, "countries")
    }
    features = [
        _feature(piece, name=name, detail=detail)
        for name, land in _underlapping(countries)
        for detail, piece in _pieces(land)
    ]
    topology = _mapshaper(node_modules, {"land": features}, _context_commands())
    return _canonical(topology)


def provenance(options: argparse.Namespace, figures: Record) -> Record:
    """Where the files come from, how they were made and how good they are."""
    return {
        "files": {
            name: {"sha256": _sha256(options.out / name), "bytes": (options.out / name).stat().st_size}
            for name in ("counties.topojson", "context.topojson")
        },
        "sources": _sources(options),
        "build": {
            "tools": {
                **{name: _npm_version(options.node_modules, name) for name in ("mapshaper", "world-atlas")},
                **{name: version(name) for name in ("shapely", "pyproj")},
            },
            "merged_units": MERGED,
            "artefacts_removed_below_km2": ARTEFACT_KM2,
            "snap_degrees": SNAP_DEGREES,
            "tolerance_m": TOLERANCE_M,
            "small_part_tolerance_m_times_root_km2": SMALL_TOLERANCE_M,
            "grid_steps": GRID,
            "context_window": WINDOW,
            "context_underlap_degrees": UNDERLAP_DEGREES,
            "context_near_window": NEAR,
            "context_tolerance_m": {"near": NEAR_TOLERANCE_M, "far": FAR_TOLERANCE_M},
            "context_smallest_island_km2": {"near": NEAR_ISLAND_KM2, "far": FAR_ISLAND_KM2},
            "context_grid_steps": CONTEXT_GRID,
            "winding": "RFC 7946: outer rings counter-clockwise",
        },
        "quality": figures,
    }


def _sources(options: argparse.Namespace) -> Record:
    atlas = options.node_modules / "world-atlas" / "countries-10m.json"
    return {
        "counties": {
            "producer": "Who's On First; polygons drawn by Art of the Mappable for Mapzen (Mesoshapes)",
            "title": "whosonfirst-data-admin-kp, county records with geometry source meso",
            "url": "https://github.com/whosonfirst-data/whosonfirst-data-admin-kp",
            "licence": "CC0-1.0",
            "licence_url": "https://github.com/whosonfirst-data/whosonfirst-data/blob/master/LICENSE.md",
            "accessed": options.accessed,
            "attribution": "County boundaries: Who's On First (Mesoshapes, CC0)",
            "sha256": _sha256(options.source),
        },
        "codes": {
            "producer": "UN OCHA, through Open Admin Data",
            "title": "COD-AB of the DPRK: P-codes (codes with X are factorymap's own)",
            "url": "https://data.humdata.org/dataset/cod-ab-prk",
            "licence": "CC-BY-4.0",
            "licence_url": "https://creativecommons.org/licenses/by/4.0/",
            "accessed": options.accessed,
            "attribution": "P-codes and names: UN OCHA COD-AB, CC BY 4.0 (via Open Admin Data)",
        },
        "context": {
            "producer": "Natural Earth, packaged as world-atlas",
            "title": "Admin 0 countries, 1:10 million, version 4.1.0",
            "url": "https://github.com/topojson/world-atlas",
            "licence": "public domain (package: ISC)",
            "licence_url": "https://www.naturalearthdata.com/about/terms-of-use/",
            "accessed": options.accessed,
            "attribution": "Neighbouring land: Natural Earth",
            "sha256": _sha256(atlas),
        },
    }


def _dissolved_codes(source: Path) -> list[tuple[str, BaseGeometry]]:
    """Source polygons with the code of the unit they belong to today, abolished units under their heir's."""
    collection = json.loads(source.read_text(encoding="utf-8"))
    return [
        (MERGED.get(pcode := feature["properties"]["pcode"], pcode), shape(feature["geometry"]))
        for feature in collection["features"]
    ]


def _without_artefacts(units: list[tuple[str, BaseGeometry]]) -> list[tuple[str, BaseGeometry]]:
    """Single polygons without pinholes; a sliver carries the code of the unit it lies against."""
    return [
        (_neighbour(pcode, part, units) if is_artefact(part) else pcode, without_pinholes(part))
        for pcode, unit in units
        for part in shapely.get_parts(unit)
    ]


def _neighbour(pcode: str, sliver: BaseGeometry, units: list[tuple[str, BaseGeometry]]) -> str:
    """The other unit that covers most of a rim of about 20 m around the sliver."""
    rim = sliver.buffer(0.0002)
    cover = [(rim.intersection(unit).area, other) for other, unit in units if other != pcode]
    return max(cover)[1]


def _areas(parts: list[tuple[str, BaseGeometry]]) -> dict[str, float]:
    """Area of each unit in km2."""
    areas: dict[str, float] = {}
    for pcode, part in parts:
        areas[pcode] = areas.get(pcode, 0.0) + equal_area(part).area / 1e6
    return areas


def _parents(gazetteer: Path) -> dict[str, str]:
    with gazetteer.open(encoding="utf-8-sig", newline="") as file:
        return {row["pcode"]: row["parent_pcode"] for row in csv.DictReader(file)}


def _county_commands() -> list[str]:
    tolerance = f"Math.min({TOLERANCE_M}, {SMALL_TOLERANCE_M} * Math.sqrt(this.area / 1e6))"
    dissolve = ["-dissolve", "pcode", "copy-fields=province"]
    return [
        *["-clean", f"snap-interval={SNAP_DEGREES}"],
        *dissolve,
        "-explode",
        *["-simplify", "dp", "variable", f"interval={tolerance}", "keep-shapes"],
        *dissolve,
        "name=counties",
        *["-dissolve", "province", "name=provinces", "+"],
        *["-o", "out.json", "format=topojson", f"quantization={GRID}", "fix-geometry"],
        "target=counties,provinces",
    ]


def _context_commands() -> list[str]:
    tolerance = f"this.properties.detail == 'near' ? {NEAR_TOLERANCE_M} : {FAR_TOLERANCE_M}"
    return [
        *["-clean", f"snap-interval={SNAP_DEGREES}"],
        *["-simplify", "dp", "variable", f"interval={tolerance}"],
        *["-dissolve", "fields=name", "name=land"],
        *["-o", "out.json", "format=topojson", f"quantization={CONTEXT_GRID}", "fix-geometry"],
    ]


def _mapshaper(node_modules: Path, layer: dict[str, list[Record]], commands: list[str]) -> Record:
    """Run mapshaper's commands on one layer of GeoJSON features in a folder of its own."""
    ((name, features),) = layer.items()
    with tempfile.TemporaryDirectory() as folder:
        collection = {"type": "FeatureCollection", "features": features}
        Path(folder, f"{name}.json").write_text(json.dumps(collection), encoding="utf-8")
        program = (node_modules / ".bin" / "mapshaper").resolve()
        run = subprocess.run([program, f"{name}.json", *commands], cwd=folder, capture_output=True, text=True)
        print(run.stderr, file=sys.stderr)
        if run.returncode:
            sys.exit("mapshaper failed")
        topology: Record = json.loads(Path(folder, "out.json").read_text(encoding="utf-8"))
    return topology


def _underlapping(countries: dict[str, BaseGeometry]) -> Iterator[tuple[str, BaseGeometry]]:
    """
    Each neighbour with a strip of DPRK land along their border, which the county polygons will cover: without
    it, every place where the two sources disagree on the border would look like water.
    """
    home = countries["North Korea"]
    taken = shapely.Polygon()
    for name in NEIGHBOURS:
        border = countries[name].boundary.intersection(home.boundary)
        strip = home.intersection(border.buffer(UNDERLAP_DEGREES)).difference(taken)
        taken = taken.union(strip)
        yield name, countries[name].union(strip)


def _pieces(land: BaseGeometry) -> Iterator[tuple[str, BaseGeometry]]:
    """The land inside the window without small islands, cut into near and far, to be joined again later."""
    window, near = shapely.box(*WINDOW), shapely.box(*NEAR)
    kept = [
        part
        for part in shapely.get_parts(land.intersection(window))
        if equal_area(part).area > 1e6 * (NEAR_ISLAND_KM2 if part.intersects(near) else FAR_ISLAND_KM2)
    ]
    whole = shapely.union_all(kept)
    pieces = {"near": whole.intersection(near), "far": whole.difference(near)}
    yield from ((detail, piece) for detail, piece in pieces.items() if not piece.is_empty)


def _doubtful(counties: Iterable[Record]) -> Record:
    """The arcs that two units share, for each doubtful pair."""
    arcs = {county["properties"]["pcode"]: _arc_numbers(county["arcs"]) for county in counties}
    return {
        "type": "GeometryCollection",
        "geometries": [
            {
                "type": "MultiLineString",
                "arcs": [[arc] for arc in sorted(arcs[one] & arcs[other])],
                "properties": {"pcodes": [one, other], "reason": reason},
            }
            for one, other, reason in DOUBTFUL
        ],
    }


def _arc_numbers(nested: Any) -> set[int]:
    if isinstance(nested, int):
        return {nested if nested >= 0 else ~nested}
    return set().union(*map(_arc_numbers, nested))


def _canonical(topology: Record, id_from: str | None = None) -> Record:
    """
    Features in the order of their properties, ids, RFC 7946 winding; keys in a fixed order; no corner twice
    in a row, which programs that reckon on the sphere refuse.
    """
    objects = {}
    for name, collection in topology["objects"].items():
        features = [_counter_clockwise(topology, feature) for feature in collection["geometries"]]
        features.sort(key=lambda feature: json.dumps(feature["properties"]))
        for feature in features:
            if id_from in feature["properties"]:
                feature["id"] = feature["properties"][id_from]
        objects[name] = {"type": "GeometryCollection", "geometries": features}
    return {
        "type": "Topology",
        "transform": topology["transform"],
        "objects": objects,
        "arcs": [[first, *filter(any, steps)] for first, *steps in topology["arcs"]],
    }


def _counter_clockwise(topology: Record, feature: Record) -> Record:
    """The feature with outer rings counter-clockwise and holes clockwise."""
    if feature["type"] == "MultiLineString":
        return feature
    polygons = [feature["arcs"]] if feature["type"] == "Polygon" else feature["arcs"]
    turned = [
        [_turned(topology, ring, outer=number == 0) for number, ring in enumerate(polygon)]
        for polygon in polygons
    ]
    return {**feature, "arcs": turned[0] if feature["type"] == "Polygon" else turned}


def _turned(topology: Record, ring: list[int], outer: bool) -> list[int]:
    probe = {"type": "Polygon", "arcs": [ring]}
    ((_, polygon),) = decode_topology({**topology, "objects": {"probe": {"geometries": [probe]}}}, "probe")
    return ring if polygon.exterior.is_ccw == outer else [~arc for arc in reversed(ring)]


def _feature(geometry: BaseGeometry, **properties: str) -> Record:
    return {"type": "Feature", "properties": properties, "geometry": mapping(geometry)}


def _npm_version(node_modules: Path, package: str) -> str:
    return str(json.loads((node_modules / package / "package.json").read_text(encoding="utf-8"))["version"])


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(path: Path, record: Record, indent: int | None = None) -> None:
    separators = (",", ":") if indent is None else None
    text = json.dumps(record, ensure_ascii=False, indent=indent, separators=separators)
    path.write_text(text + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compile the boundary files of factorymap.")
    parser.add_argument("--source", type=Path, required=True, help="county polygons, GeoJSON with pcode")
    parser.add_argument("--gazetteer", type=Path, required=True, help="CSV with pcode, parent_pcode, seat_*")
    parser.add_argument("--accessed", required=True, help="when the source was fetched, YYYY-MM")
    parser.add_argument("--node-modules", type=Path, default=HERE / "node_modules")
    parser.add_argument("--out", type=Path, default=HERE.parent, help="folder to write to (default: data/)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
