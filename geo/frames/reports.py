"""The reports of a run as a layer of points: one row for each claim, with its words and its link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from geo.boundaries import Ground, OwnBoundaries, ground_of
from geo.decisions import event_key
from geo.frames import columns as made
from geo.frames.cod import named
from geo.models import STAGES, Report, Run
from geo.projects import county_pcode_of
from geo.view import mark_at

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

STATUSES = ("possible", "stated")


class _Row(NamedTuple):
    id: str
    announcement: str
    report: Report


def reports_frame(
    run: Run, *, boundaries: OwnBoundaries | Ground | None = None, columns: str = "own"
) -> GeoDataFrame:
    """
    One point for each report, indexed by `id`; EPSG:4326, longitude first; null where no county is known.

    `announcement_id` leads to `announcements_frame`; it is null for what is only possible and for setbacks
    that fit no project. A setback has no `stage` but a `setback`. `text` are the words, `label` whose they
    are, `key` is that of review.csv. Dates have four columns each, as in `announcements_frame`.

    Raises
    ------
    InputError
        If the boundaries cannot be used, or `columns` is neither `own` nor `cod` (OCHA's names).
    """
    made.check_installed()
    ground = ground_of(boundaries)
    units, rows = ground.gazetteer.units, list(_rows(run))
    documents = {document.id: document for document in run.documents}
    reports = [row.report for row in rows]
    events = [report.event for report in reports]
    counties = [units.get(county_pcode_of(event.pcode, units) or "") for event in events]
    known = [event.pcode if event.pcode in units else None for event in events]
    table = {
        "announcement_id": made.texts(row.announcement for row in rows),
        "pcode": made.texts(event.pcode for event in events),
        "county_pcode": made.texts(unit.pcode if unit else None for unit in counties),
        "county": made.texts(
            unit.name if unit else None if event.place_precision == "province" else event.name
            for event, unit in zip(events, counties, strict=True)
        ),
        "county_ko": made.texts(unit.hangul + unit.hangul_suffix if unit else None for unit in counties),
        "province": made.texts(event.province for event in events),
        "province_pcode": made.texts(pcode and ground.gazetteer.province_of(pcode).pcode for pcode in known),
        "facility": made.category((event.facility for event in events), made.FACILITY_NAMES),
        "stage": made.category(
            (event.stage if event.stage in (*STAGES, "inspection") else None for event in events),
            made.STAGE_ORDER,
            ordered=True,
        ),
        "setback": made.category(
            (event.stage if event.is_setback else None for event in events), made.SETBACK_NAMES
        ),
        **made.dates("event", ([event.date] for event in events)),
        "status": made.category((event.status for event in events), STATUSES, ordered=True),
        "confidence": made.shares(event.confidence for event in events),
        "publisher": made.texts(report.publisher for report in reports),
        **made.dates("published", ([report.published_on] for report in reports)),
        "url": made.texts(report.url for report in reports),
        "claimant": made.texts(report.origin for report in reports),
        "text": made.texts(event.words for event in events),
        "label": made.texts(report.label for report in reports),
        "is_summary": made.truths(report.is_summary for report in reports),
        "copy_of": made.texts(report.copy_of for report in reports),
        "document_id": made.texts(report.document_id for report in reports),
        "decision": made.texts(report.decision for report in reports),
        "key": made.texts(
            event_key(report.event, documents[report.document_id])
            if report.document_id in documents
            else None
            for report in reports
        ),
    }
    marks = made.points(mark_at(event.pcode, units, ground.shapes) for event in events)
    return named(made.layer("id", (row.id for row in rows), table, marks), columns)


def _rows(run: Run) -> Iterator[_Row]:
    """Every report with its id: of the announcements in their order, then what belongs to none."""
    for one in run.announcements:
        for number, report in enumerate((*one.reports, *one.setbacks), 1):
            yield _Row(f"{one.id}#{number}", one.id, report)
    for name, loose in (("possible", run.possible), ("setback", run.loose_setbacks)):
        for number, report in enumerate(loose, 1):
            yield _Row(f"{name}#{number}", "", report)
