"""
Write `data/datapackage.json`: the places of `data/` as a Frictionless Data Package.

    python data/build/datapackage.py

Each table has its schema here (specs.frictionlessdata.io), with what a column means, in which unit, and which
table its codes are of; sources are those of `datasets.csv`. `tests/house/test_datapackage.py` holds tables
and descriptor against the standard with the library `frictionless`, and the file against this script.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent
CC_BY = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
CC0 = {"name": "CC0-1.0", "title": "CC0 1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}
PUBLIC_DOMAIN = {
    "name": "PDDL-1.0",
    "title": "Public domain",
    "path": "https://www.naturalearthdata.com/about/terms-of-use/",
}
PCODE = r"X?KP\d\d(\d\d(-[a-z-]+)?)?"

Field = dict[str, Any]


def field(name: str, description: str, kind: str = "string", **constraints: Any) -> Field:
    """One column; constraints are those of Table Schema."""
    made: Field = {"name": name, "type": kind, "description": description}
    return made | ({"constraints": constraints} if constraints else {})


def code(name: str, description: str, **constraints: Any) -> Field:
    return field(name, description, pattern=PCODE, **constraints)


def of_units(column: str) -> dict[str, Any]:
    """A column that holds P-codes of units.csv."""
    return {"fields": column, "reference": {"resource": "units", "fields": "pcode"}}


UNITS = [
    code(
        "pcode",
        "OCHA COD-AB code; with X a provisional one; below the county with a slug",
        required=True,
        unique=True,
    ),
    field(
        "level",
        "1 province or special city, 2 county level, 3 below",
        "integer",
        enum=[1, 2, 3],
        required=True,
    ),
    field(
        "type",
        "kind of unit",
        required=True,
        enum="province special_city city county ward district town zone site".split(),
    ),
    field(
        "parent_pcode",
        "first-level unit of today, below the county the county-level one, KP for level 1",
        required=True,
    ),
    field("name", "KCNA's English, without type word", required=True),
    field("name_mr", "McCune-Reischauer, by rule from the Hangul", required=True),
    field("name_rr", "Revised Romanization, by rule from the Hangul", required=True),
    field("hangul", "DPRK spelling, without type word", required=True),
    field("hangul_rok", "South Korean spelling where it differs"),
    field("hangul_suffix", "type word"),
    field("hanja", "Chinese characters, traditional, without type word"),
    field("hanja_simplified", "the same as simplified Chinese writes them"),
    field("seat_lat", "latitude of the seat, WGS84 degrees", "number", minimum=37, maximum=43.5),
    field("seat_lon", "longitude of the seat, WGS84 degrees", "number", minimum=123.5, maximum=131.5),
    field("seat_quality", "how well the seat is known", enum="exact market approx repr doubtful".split()),
    field("seat_source", "where the position is from, and why"),
    field(
        "status", "of today, abolished, or a composite of COD-AB", enum="current abolished composite".split()
    ),
    field("polygon_pcode", "polygon of counties.topojson that stands for the unit"),
    field("former_names", "earlier names with years"),
    field("population_2008", "civilians of the census of 2008, persons", "integer", minimum=0),
    field(
        "population_2008_of",
        "P-codes, joined by |, that the figure counts together; empty for the unit alone",
    ),
    field("population_2008_basis", "census, or how the figure was worked out"),
    field("note", "changes and traps"),
    field("source", "page that a place below the county is from"),
]
NAMES = [
    field("form", "a spelling", required=True),
    code("pcode", "the unit", required=True),
    field("script", "of the spelling", enum="latin hangul hanja kana cyrillic".split(), required=True),
    field(
        "kind", "how far it can be relied on", enum="official variant former weak rule".split(), required=True
    ),
    field("source", "who writes it so, or by which rule it is made", required=True),
]
FORMER_PARENTS = [
    code("pcode", "the unit", required=True),
    code("parent_pcode", "first-level unit it belonged to", required=True),
    field("years", "from and to"),
    field("source", "how that is known", required=True),
]
FOREIGN = [
    field("form", "a spelling", required=True),
    field("script", "of the spelling", enum="latin hangul hanja kana cyrillic".split()),
    field("name", "usual English name"),
    field("type", "kind of place", enum="city county ward town province special_city".split()),
    field("province", "where it lies, for South Korea"),
    field("country", "ISO 3166-1 alpha-2", pattern="[A-Z]{2}", required=True),
]
AREAS = [
    code("pcode", "county polygon", required=True, unique=True),
    field("name", "its unit"),
    field(
        "area_km2", "of our polygon before simplifying, equal-area, km2", "number", minimum=0, required=True
    ),
    field("cod_ab_km2", "of COD-AB, August 2026, km2", "number", minimum=0),
    field("cod_ab_gap_percent", "ours over COD-AB's, percent", "number"),
    field("published_km2", "of an encyclopaedia page, km2", "number", minimum=0),
    field("published_gap_percent", "ours over the published one, percent", "number"),
    field("doubtful", "whether no density may be told", enum=["yes", "no"], required=True),
    field("why", "why it is doubtful"),
]
TOWNS = [
    code("pcode", "unit whose town or seat lies outside its polygon", required=True, unique=True),
    field("name", "its name"),
    code("neighbour", "unit in whose polygon it lies"),
    field("km", "distance of an independent point to the unit's polygon, km", "number", minimum=0),
    field("checked", "whether one of the 173 independent points lies outside", enum=["yes", "no"]),
    field("seat_outside", "whether the seat of units.csv lies outside", enum=["yes", "no"]),
    field("dashed", "whether the line between the two is drawn dashed", enum=["yes", "no"]),
    field("why", "explanation", required=True),
]
POLICY = [
    field("campaign", "year of the policy", "integer", minimum=2024, required=True),
    field("scope", "one of the 20 of the year, or built beside them", enum=["site", "beside"], required=True),
    code("pcode", "unit of the site", required=True),
    field("county", "its name, KCNA's English", required=True),
    field("facilities", "what was announced, joined by bars", required=True),
    field("announced_for", "said of this site, or of all of the year", enum=["site", "year"], required=True),
    field("named_on", "day of the first page that names it", "date"),
    field("publisher", "of that page", required=True),
    field("url", "of that page", required=True),
    field("note", "what else should be known"),
]
DATASETS = [
    field("id", "short name", required=True, unique=True),
    *(field(name, "of the data set") for name in ("title", "producer", "url", "licence", "licence_url")),
    field("attribution", "credit line"),
    field("accessed", "year and month"),
    field("used_for", "what is made of it"),
    field("shown_on", "where the credit line stands"),
]

TABLES: list[tuple[str, str, list[Field], list[str], list[dict[str, Any]], list[str]]] = [
    (
        "units",
        "Units and places of the DPRK",
        UNITS,
        ["pcode"],
        [],
        ["cod-ab", "geonames", "census", "markets"],
    ),
    ("names", "Their spellings", NAMES, ["form", "pcode"], [of_units("pcode")], ["cod-ab", "geonames"]),
    (
        "former_parents",
        "Provinces that units belonged to before",
        FORMER_PARENTS,
        ["pcode", "parent_pcode"],
        [of_units("pcode"), of_units("parent_pcode")],
        [],
    ),
    ("foreign", "Namesakes and neighbours in other countries", FOREIGN, [], [], []),
    ("areas", "Areas beside published ones", AREAS, ["pcode"], [of_units("pcode")], ["wof", "cod-ab"]),
    (
        "towns_outside",
        "Towns that lie outside the polygon of their unit",
        TOWNS,
        ["pcode"],
        [of_units("pcode"), of_units("neighbour")],
        ["geonames"],
    ),
    (
        "policy",
        "Record of the Regional Development 20×10 Policy",
        POLICY,
        ["campaign", "scope", "pcode", "facilities"],
        [of_units("pcode")],
        [],
    ),
    ("datasets", "Sources with licence and credit line", DATASETS, ["id"], [], []),
]
"""Name, title, fields, key, foreign keys, sources."""


def descriptor() -> dict[str, Any]:
    """The whole package."""
    with (DATA / "datasets.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"]: row for row in csv.DictReader(file)}
    sources = {key: {"title": row["title"], "path": row["url"]} for key, row in known.items() if row["url"]}
    wanted = ("cod-ab", "geonames", "census", "markets", "wof", "natural-earth")
    return {
        "name": "factorymap-dprk-places",
        "title": "Places of the DPRK: units, spellings, county lines, population",
        "description": "How good it is: docs/data.md of factorymap. Lines and names imply no endorsement.",
        "version": "2026.11",
        "created": "2026-11-29T00:00:00Z",
        "keywords": ["DPRK", "North Korea", "gazetteer", "administrative boundaries", "census 2008"],
        "licenses": [CC_BY],
        "sources": [sources[key] for key in wanted],
        "resources": [
            *(_table(*table, known=sources) for table in TABLES),
            _lines(
                "counties",
                "County and province lines (TopoJSON)",
                [CC0, CC_BY],
                [sources["wof"], sources["cod-ab"]],
            ),
            _lines("context", "Neighbouring land (TopoJSON)", [PUBLIC_DOMAIN], [sources["natural-earth"]]),
        ],
    }


def _table(
    name: str,
    title: str,
    fields: list[Field],
    key: list[str],
    references: list[dict[str, Any]],
    origins: list[str],
    *,
    known: dict[str, dict[str, str]],
) -> dict[str, Any]:
    """A CSV file with its schema."""
    schema: dict[str, Any] = {"fields": fields}
    schema |= {"primaryKey": key} if key else {}
    schema |= {"foreignKeys": references} if references else {}
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "title": title,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
        "licenses": [CC_BY],
        "sources": [known[origin] for origin in origins] or [{"title": "factorymap, from public reports"}],
    }


def _lines(
    name: str, title: str, licences: list[dict[str, str]], sources: list[dict[str, str]]
) -> dict[str, Any]:
    """A TopoJSON file, WGS84 longitude and latitude."""
    return {
        "name": name,
        "type": "json",
        "path": f"{name}.topojson",
        "title": title,
        "description": "WGS84 degrees, longitude before latitude; quantised, arcs shared.",
        "scheme": "file",
        "format": "topojson",
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
        "licenses": licences,
        "sources": sources,
    }


def text() -> str:
    """The file as it is written."""
    return json.dumps(descriptor(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    (DATA / "datapackage.json").write_text(text(), encoding="utf-8")
