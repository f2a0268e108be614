"""Doubts about what was reported: conflicts, and places, dates and sources of single reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from geo.decisions import conflict_key, event_key, written
from geo.models import Announcement, Document, Report
from geo.places import load_gazetteer
from geo.projects import MOMENTS, UNNAMED
from geo.review.records import Doubt

LOW = 0.75
"""Events less sure than this are listed; below it a spelling is in no list."""
SETTLED = ("accept", "correct", "add", "alias")
"""A report with such a ruling has been looked at."""
MANY = 6
"""So many reports of a conflict are named by key."""

_PLACE = "correct with new_place; reject if it is no event of the DPRK's counties; accept to leave it open"

Documents = Mapping[str, Document]


def conflict_doubts(announcements: Iterable[Announcement], documents: Documents) -> Iterator[Doubt]:
    """Announcements on which the reports do not agree, unless a person leaves it so."""
    for one in announcements:
        if not _disputed(one) or one.rulings:
            continue
        open_ones = (report for report in one.reports if not _is_settled(report, documents))
        keys = [f"{_key(report, documents)} ({_told(report)})" for report in open_ones]
        more = f" and {len(keys) - MANY} more" if len(keys) > MANY else ""
        reports = ", ".join(keys[:MANY]) + more
        yield Doubt(
            importance="high",
            kind="conflict",
            key=conflict_key(one),
            doubt=one.conflict,
            suggestion=f"reject or correct, by its key, the report that is wrong: {reports}; "
            "or accept this key to leave the conflict as it is",
            place=_place(one.pcode),
            candidates=tuple(written(load_gazetteer().units[place.pcode]) for place in one.candidates),
            facility=one.facility,
            stage=one.stage,
            confidence=one.confidence,
            evidence=tuple(report.event.words for report in one.reports),
            evidence_origin=tuple(report.label for report in one.reports),
            announcement=one.id,
            documents=tuple(sorted({report.document_id for report in one.reports})),
        )


def report_doubts(announcements: Iterable[Announcement], documents: Documents) -> Iterator[Doubt]:
    """One row for each report of which something is in doubt and which nobody has looked at."""
    for one in announcements:
        coarse = _coarse(one)
        for report in one.reports:
            if not _is_settled(report, documents):
                yield from _report_doubt(one, report, coarse, documents)


def _is_settled(report: Report, documents: Documents) -> bool:
    """Whether a person has looked at it, or has added it."""
    looked_at = any(ruling.decision in SETTLED for ruling in report.rulings)
    return looked_at or report.document_id not in documents


def _report_doubt(
    one: Announcement, report: Report, coarse: Sequence[Report], documents: Documents
) -> Iterator[Doubt]:
    """The row of a report, by its gravest doubt."""
    found = [*_of_place(report), *_of_reading(report), *(_of_date(report) if report in coarse else ())]
    if not found:
        return
    importance, kind, _, suggestion = found[0]
    told = "; ".join(words for _, _, words, _ in found)
    row = doubt_of(report, documents, importance=importance, kind=kind, doubt=told, suggestion=suggestion)
    yield replace(row, announcement=one.id)


def doubt_of(
    report: Report, documents: Documents, *, importance: str, kind: str, doubt: str, suggestion: str
) -> Doubt:
    """The row of a report, with its words and what was read in them."""
    event = report.event
    units = load_gazetteer().units
    return Doubt(
        importance=importance,
        kind=kind,
        key=_key(report, documents),
        doubt=doubt,
        suggestion=suggestion,
        place=_place(event.pcode) or event.name or "",
        candidates=tuple(written(units[place.pcode]) for place in event.candidates),
        facility=event.facility,
        stage=event.stage,
        date=event.date or "",
        confidence=event.confidence,
        evidence=(event.words,),
        evidence_origin=(report.label,),
        publisher=report.publisher,
        published_on=report.published_on or "",
        document=report.document_id,
        url=report.url,
        status=event.status,
        why=event.reasons,
    )


Found = tuple[str, str, str, str]
"""Importance, kind, what is in doubt, and what would settle it."""


def _of_place(report: Report) -> Iterator[Found]:
    event = report.event
    if event.place_precision == "ambiguous":
        yield "high", "place", f"{len(event.candidates)} units may be meant", _PLACE
    elif event.place_precision == "unknown":
        yield "high", "place", f"no unit is known as {event.name!r}", _PLACE
    elif event.place_precision == "province":
        yield "low", "place", "only the province is known", "correct with new_place; or accept"


def _of_reading(report: Report) -> Iterator[Found]:
    """How sure the reading is, and who says so."""
    event = report.event
    if event.pcode and event.confidence < LOW:
        told = f"the reading is not sure ({event.confidence:.2f}): {event.rule}"
        yield "high", "confidence", told, "accept, correct or reject"
    if report.origin == UNNAMED:
        yield "medium", "origin", "nobody is named who says so", "correct with new_origin; or accept"


def _of_date(report: Report) -> Iterator[Found]:
    date = report.event.date
    known = f"only {'the year' if len(date) == 4 else 'the month'} is known" if date else "no date is known"
    suggestion = "correct with new_date; or add another source that gives the day; or accept"
    yield "medium", "date", f"{known} of this stage", suggestion


def _coarse(one: Announcement) -> list[Report]:
    """One report for each stage without a date, or a ceremony without a day."""
    chosen = []
    for stage in dict.fromkeys(stage for stage, _ in one.stage_dates):
        dates = [day for reported, day in one.stage_dates if reported == stage]
        enough = 10 if stage in MOMENTS else 4
        if max(map(len, dates)) < enough and one.place_precision != "province":
            chosen += [report for report in one.reports if report.event.stage == stage][:1]
    return chosen


def _disputed(one: Announcement) -> bool:
    """Whether a conflict is more than a person's own remark."""
    rest = one.conflict
    for ruling in {ruling for report in one.reports for ruling in report.rulings}:
        rest = rest.replace(f"reviewed: {ruling.reason}", "")
    return bool(rest.strip("; "))


def _key(report: Report, documents: Documents) -> str:
    return event_key(report.event, documents[report.document_id])


def _told(report: Report) -> str:
    """A report in a few words."""
    event = report.event
    stage = event.stage.replace("_", " ")
    return f"{stage} {event.date or 'undated'}, {report.publisher or 'unnamed source'}"


def _place(pcode: str | None) -> str:
    return written(load_gazetteer().units[pcode]) if pcode else ""
