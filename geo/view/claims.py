"""Reports -> what the map lists beside its projects: possible events, and setbacks with their project."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.models import Announcement, Report
from geo.places import Gazetteer
from geo.projects import time_order
from geo.view.records import CandidateView, ClaimView


def possible_views(possible: Iterable[Report], places: Gazetteer) -> list[ClaimView]:
    """The events and setbacks that count nowhere, in the order of the reports."""
    return [_claim_view(report, "", places) for report in possible]


def setback_views(
    announcements: Iterable[Announcement], loose: Iterable[Report], places: Gazetteer
) -> list[ClaimView]:
    """All stated setbacks in order of time, each with the project that it is of."""
    attached = [(report, one.id) for one in announcements for report in one.setbacks]
    everything = [*attached, *((report, "") for report in loose)]
    ordered = sorted(everything, key=lambda pair: (time_order(pair[0]), pair[1]))
    return [_claim_view(report, project, places) for report, project in ordered]


def candidates_of(item: Announcement | Report) -> list[CandidateView]:
    """The units that an ambiguous name may mean."""
    places = item.event.candidates if isinstance(item, Report) else item.candidates
    return [{"pcode": place.pcode, "name": place.name, "province": place.province} for place in places]


def _claim_view(report: Report, project: str, places: Gazetteer) -> ClaimView:
    event = report.event
    pcodes = [event.pcode] if event.pcode else [place.pcode for place in event.candidates]
    return {
        "project": project,
        "pages": _county_pages(pcodes, places),
        "place": event.name or "",
        "place_ko": places.korean_name(event.pcode) if event.pcode and event.pcode in places.units else "",
        "province": event.province or "",
        "candidates": candidates_of(report),
        "facility": event.facility,
        "stage": event.stage,
        "date": event.date or "",
        "text": event.words,
        "summary": report.is_summary,
        "label": report.label,
        "url": report.url,
        "published_on": report.published_on or "",
    }


def _county_pages(pcodes: Sequence[str], places: Gazetteer) -> list[str]:
    """P-codes of the polygons, or of units that are only marks, whose pages show it; no provinces."""
    units = (places.units.get(pcode) for pcode in pcodes)
    found = (unit.polygon_pcode or unit.pcode for unit in units if unit and unit.type != "province")
    return list(dict.fromkeys(found))
