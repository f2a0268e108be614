"""
Announcements, counties and mentions as CSV and GeoJSON.

CSV: UTF-8 with byte order mark, lines end in CRLF (RFC 4180), lists are joined by ` | `. A cell or list item
that a spreadsheet would run as a formula gets a leading apostrophe, which spreadsheets read as "this is
text"; control characters become spaces. GeoJSON: RFC 7946, (longitude, latitude) in WGS84 degrees, one
feature a line. Every file carries attribution and caveat; the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from geo.boundaries import CAVEAT, SHIPPED_SHAPES, Boundaries, attribution_lines, county_shapes, credit_line
from geo.models import ALL_STAGES, Announcement, Document, Mention, Place, Report, Ruling, Unit
from geo.places import load_gazetteer
from geo.projects import county_pcode_of, sites_on_record, time_order
from geo.text import csv_table, json_text
from geo.view import county_stages, mark_of, people_of, polygon_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

DECIMALS = 5
"""Of coordinates in degrees: about one metre."""
LICENCE = "Compiled names and stages: CC BY 4.0. Quoted passages belong to their publishers."

COLUMNS: tuple[str, ...] = (
    "id",
    "pcode",
    "county",
    "county_ko",
    "province",
    "campaign",
    "facility",
    "stage",
    *(f"{stage}_on" for stage in ALL_STAGES),
    "first_reported_on",
    "last_reported_on",
    "place_precision",
    "confidence",
    "conflict",
    "candidates",
    "n_sources",
    "n_origins",
    "source_urls",
    "evidence",
    "evidence_origin",
    "origins",
    "decision",
    "attribution",
    "reports",
    "setback",
    "setback_on",
    "setback_evidence",
    "setback_origin",
    "population_2008",
)
"""
Columns of announcements.csv. `evidence` and `evidence_origin` are parallel: whose words each piece is.
`decision` tells what an analyst decided, beside what the machine had read. `reports` is for programs: a JSON
list of `report_record`s, with the number of the piece of evidence, from 1. `setback` and `setback_on` are the
last one, the other two, parallel again, tell of all. `population_2008` are the people of its county.
"""

MENTION_COLUMNS: tuple[str, ...] = (
    "document_id",
    "path",
    "published_on",
    "publisher",
    "url",
    "surface",
    "start",
    "end",
    "outcome",
    "pcode",
    "name",
    "level",
    "province",
    "county_pcode",
    "candidates",
    "reason",
    "confidence",
    "attribution",
)
"""Columns of mentions.csv; `start` and `end` count code points of the text, the end not included."""


def announcements_csv(
    announcements: Iterable[Announcement], *, units: Mapping[str, Unit] | None = None
) -> str:
    """The table of announcements, one row each, with `COLUMNS` and the byte order mark."""
    known = load_gazetteer().units if units is None else units
    attribution = credit_line("tables")
    return csv_table(
        COLUMNS, (announcement_row(one, known) | {"attribution": attribution} for one in announcements)
    )


def mentions_csv(documents: Iterable[Document], mentions: Iterable[Mention]) -> str:
    """The table of mentions in the order given, with `MENTION_COLUMNS` and the byte order mark."""
    by_id = {document.id: document for document in documents}
    attribution = credit_line("tables")
    rows = (_mention_row(one, by_id.get(one.document_id)) | {"attribution": attribution} for one in mentions)
    return csv_table(MENTION_COLUMNS, rows)


def announcements_geojson(
    announcements: Iterable[Announcement],
    *,
    units: Mapping[str, Unit] | None = None,
    shapes: Boundaries = SHIPPED_SHAPES,
    credits: Sequence[str] | None = None,
) -> str:
    """
    Announcements as points inside their county (`place_precision` says how good that is); the geometry is
    null where only a province, or not even that, is known. `credits` are those of the shipped data unless
    given.
    """
    known = load_gazetteer().units if units is None else units
    features = [_announcement_feature(one, known, shapes) for one in announcements]
    return _collection("announcements", features, credits)


def counties_geojson(
    announcements: Iterable[Announcement],
    *,
    units: Mapping[str, Unit] | None = None,
    layer: GeoDataFrame | None = None,
    credits: Sequence[str] | None = None,
    loose_setbacks: Iterable[Report] = (),
) -> str:
    """
    County polygons with their stage and campaign, how many announcements lie in them, the campaigns that
    name them as a site, and the last setback of any project there, those of no project (`loose_setbacks`)
    included. `layer` is indexed by P-code as `geo.boundaries.county_layer`; it and `credits` are by default
    those of the shipped data.
    """
    known = load_gazetteer().units if units is None else units
    polygons = county_shapes() if layer is None else dict(layer.geometry)
    everything = tuple(announcements)
    stages = county_stages(everything, known)
    sites = sites_on_record(everything, known)
    setbacks = _setbacks_by_polygon(everything, loose_setbacks, known)
    features = []
    for pcode in sorted(polygons.keys() & stages.keys()):
        county = stages[pcode]
        properties = _county_properties(known[pcode], known) | {
            "stage": county.stage,
            "campaign": county.campaign,
            "site_of": [year for year, pcodes in sites.items() if pcode in _polygons(pcodes, known)],
            "announcements": len(county.announcement_ids),
            **_last_setback(setbacks.get(pcode, ())),
        }
        features.append(_feature(pcode, _polygon_geometry(polygons[pcode]), properties))
    return _collection("counties", features, credits)


def announcement_row(announcement: Announcement, units: Mapping[str, Unit]) -> dict[str, Any]:
    """Values of `COLUMNS` but the attribution, lists as lists."""
    unit = units.get(county_pcode_of(announcement.pcode, units) or "")
    evidence = list(dict.fromkeys((report.event.words, report.label) for report in announcement.reports))
    return {
        "id": announcement.id,
        "pcode": announcement.pcode or "",
        "county": ""
        if announcement.place_precision == "province"
        else unit.name
        if unit
        else announcement.name,
        "county_ko": unit.hangul + unit.hangul_suffix if unit else announcement.name_ko,
        "province": announcement.province,
        "campaign": announcement.campaign,
        "facility": announcement.facility,
        "stage": announcement.stage,
        **{f"{stage}_on": _dates(announcement, stage) for stage in ALL_STAGES},
        "first_reported_on": announcement.first_reported_on or "",
        "last_reported_on": announcement.last_reported_on or "",
        "place_precision": announcement.place_precision,
        "confidence": announcement.confidence,
        "conflict": announcement.conflict,
        "candidates": [_candidate(place) for place in announcement.candidates],
        "n_sources": announcement.n_sources,
        "n_origins": announcement.n_origins,
        "source_urls": list(dict.fromkeys(report.url for report in announcement.reports if report.url)),
        "evidence": [text for text, _ in evidence],
        "evidence_origin": [label for _, label in evidence],
        "origins": list(announcement.origins),
        "decision": announcement.decision,
        "reports": _numbered(announcement, evidence),
        **_last_setback(announcement.setbacks),
        "setback_evidence": [report.event.words for report in announcement.setbacks],
        "setback_origin": [report.label for report in announcement.setbacks],
        "population_2008": (people_of(unit.pcode, units).people if unit else None) or "",
    }


def _last_setback(setbacks: Sequence[Report]) -> dict[str, str]:
    """The last of some setbacks, which are in order of time, and when it was; empty for none."""
    last = setbacks[-1].event if setbacks else None
    return {"setback": last.stage if last else "", "setback_on": (last and last.date) or ""}


def _setbacks_by_polygon(
    announcements: Iterable[Announcement], loose: Iterable[Report], units: Mapping[str, Unit]
) -> dict[str, list[Report]]:
    """P-code of a polygon -> the setbacks in it, in order of time."""
    found: dict[str, list[Report]] = {}
    attached = (report for one in announcements for report in one.setbacks)
    for report in sorted((*attached, *loose), key=time_order):
        unit = units.get(report.event.pcode or "")
        if unit and unit.level > 1:
            found.setdefault(unit.polygon_pcode, []).append(report)
    return found


def report_record(report: Report) -> dict[str, Any]:
    """One report without its words: what it states, whose claim that is, and where it stands."""
    return {
        "stage": report.event.stage,
        "date": report.event.date,
        "publisher": report.publisher,
        "published_on": report.published_on,
        "url": report.url,
        "document": report.document_id,
        "claimant": report.origin,
        "copy_of": report.copy_of,
        "policy": report.event.policy,
        "summary": report.is_summary,
        "noted": not report.event.evidence.end,
        "rulings": [_ruling_record(ruling) for ruling in report.rulings],
    }


def _ruling_record(ruling: Ruling) -> dict[str, Any]:
    """A ruling; keys stand there only where it has them."""
    values = asdict(ruling)
    return {name: value for name, value in values.items() if value or name not in ("key", "with_key")}


def _quoted_record(report: Report) -> dict[str, Any]:
    """One report with its words, whose they are, and what was decided on it."""
    return report_record(report) | {
        "text": report.event.words,
        "origin": report.label,
        "decision": report.decision,
    }


def _numbered(announcement: Announcement, evidence: Sequence[tuple[str, str]]) -> str:
    """The reports as JSON, each with the number of its words in `evidence`."""
    numbers = {words: number for number, words in enumerate(evidence, start=1)}
    records = [
        report_record(report) | {"evidence": numbers[report.event.words, report.label]}
        for report in announcement.reports
    ]
    return _json(records)


def _dates(announcement: Announcement, stage: str) -> list[str]:
    return [day for reported, day in announcement.stage_dates if reported == stage and day]


def _candidate(place: Place) -> str:
    return f"{place.pcode} {place.name} ({place.province})"


def _mention_row(mention: Mention, document: Document | None) -> dict[str, Any]:
    """Values of `MENTION_COLUMNS` but the attribution."""
    place = mention.place
    return {
        "document_id": mention.document_id,
        "path": document.path if document else "",
        "published_on": (document.published_on if document else None) or "",
        "publisher": (document.publisher if document else None) or "",
        "url": (document.url if document else None) or "",
        "surface": mention.surface,
        "start": mention.start,
        "end": mention.end,
        "outcome": mention.outcome,
        "pcode": place.pcode if place else "",
        "name": place.name if place else "",
        "level": place.level if place else "",
        "province": place.province if place else "",
        "county_pcode": (place.county_pcode if place else None) or "",
        "candidates": [_candidate(candidate) for candidate in mention.candidates],
        "reason": mention.reason,
        "confidence": round(mention.confidence, 2),
    }


def _announcement_feature(
    announcement: Announcement, units: Mapping[str, Unit], shapes: Boundaries
) -> dict[str, Any]:
    """One announcement as a GeoJSON feature; the row of the table, with evidence as objects."""
    mark = mark_of(announcement, units, shapes)
    point = (
        {"type": "Point", "coordinates": [round(mark[1], DECIMALS), round(mark[0], DECIMALS)]}
        if mark
        else None
    )
    row = announcement_row(announcement, units)
    row["evidence"] = [_quoted_record(report) for report in announcement.reports]
    row["setbacks"] = [_quoted_record(report) for report in announcement.setbacks]
    for name in ("evidence_origin", "reports", "setback_evidence", "setback_origin"):
        del row[name]
    row["polygon_pcode"] = polygon_of(announcement, units)
    return _feature(announcement.id, point, row)


def _county_properties(unit: Unit, units: Mapping[str, Unit]) -> dict[str, Any]:
    """What a county is called and where it belongs."""
    province, people = units.get(unit.parent_pcode), people_of(unit.pcode, units)
    return {
        "pcode": unit.pcode,
        "name": unit.name,
        "name_ko": unit.hangul + unit.hangul_suffix,
        "type": unit.type,
        "province": province.name if province else "",
        "province_pcode": unit.parent_pcode,
        "population_2008": people.people,
        "population_2008_of": list(people.together),
        "people_per_km2": people.per_km2,
    }


def _polygons(pcodes: Iterable[str], units: Mapping[str, Unit]) -> set[str]:
    """Polygons that stand for units."""
    return {units[pcode].polygon_pcode for pcode in pcodes}


@lru_cache(maxsize=1024)  # more than counties, for builds in one process
def _polygon_geometry(shape: Any) -> dict[str, Any]:
    """GeoJSON of a polygon or several: outer rings counter-clockwise, rounded, closed."""
    from shapely import get_parts
    from shapely.geometry.polygon import orient

    parts = [_rings(orient(part, 1.0)) for part in get_parts(shape)]
    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": parts[0]}
    return {"type": "MultiPolygon", "coordinates": parts}


def _rings(polygon: Any) -> list[list[list[float]]]:
    """Rings of a polygon, the outer one first, as rounded [longitude, latitude] pairs."""
    return [
        [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring.coords]
        for ring in (polygon.exterior, *polygon.interiors)
    ]


def _feature(identifier: str, geometry: dict[str, Any] | None, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": identifier, "geometry": geometry, "properties": properties}


def _collection(name: str, features: Iterable[dict[str, Any]], credits: Sequence[str] | None) -> str:
    """A feature collection, one feature a line, with credit and caveat as members of its own."""
    head = {
        "type": "FeatureCollection",
        "name": name,
        "attribution": list(attribution_lines("layers") if credits is None else credits),
        "caveat": CAVEAT,
        "licence": LICENCE,
    }
    lines = ",\n".join(map(_json, features))
    return f'{_json(head)[:-1]},"features":[\n{lines}\n]}}\n'


def _json(value: object) -> str:
    return json_text(value, separators=(",", ":"))
