"""Which readings of the machine a decision is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.decisions.keys import event_key
from geo.decisions.records import UNDATED, Decision
from geo.models import FACILITIES, Document, Event, Report
from geo.sources import page_key


@dataclass(frozen=True, slots=True)
class Reading:
    """One report with its document, and as the machine read it before anybody decided anything."""

    report: Report
    document: Document
    machine: Event | None
    """None if the machine had read nothing: the event is there by a decision on a name."""

    @property
    def keys(self) -> set[str]:
        """The key of the machine's reading, and of the reading with decided names."""
        events = filter(None, (self.machine, self.report.event))
        return {event_key(event, self.document) for event in events}


def is_about(row: Decision, reading: Reading) -> bool:
    """Whether a row selects a reading: by its key, else by all other columns that it fills."""
    if row.key:
        return row.key in reading.keys
    events = filter(None, (reading.machine, reading.report.event))
    return is_of_document(row, reading.document) and any(_fits(row, event) for event in events)


def is_of_document(row: Decision, document: Document) -> bool:
    """Whether the columns `document` and `url`, where they are filled, name the document."""
    same_page = not row.url or page_key(row.url, "") == page_key(document.url or "", "-")
    return same_page and (not row.document or _is_named(row.document, document.id))


def _is_named(name: str, document_id: str) -> bool:
    """By its id, or by the last part of an id that has the folder in it."""
    return document_id == name or document_id.endswith(f"/{name}")


def several_documents(row: Decision, readings: Iterable[Reading]) -> Sequence[str]:
    """Ids of the documents that a row names without meaning to: by the same last part. Empty if it is one."""
    ids = sorted({reading.document.id for reading in readings})
    return ids if row.document and not row.key and len(ids) > 1 and not row.url else ()


def _fits(row: Decision, event: Event) -> bool:
    wanted = (row.pcode, row.facility, row.stage, row.date)
    read = (event.pcode or "", event.facility, event.stage, event.date or UNDATED)
    return all(not want or want == found for want, found in zip(wanted, read, strict=True))


def reading_in_words(event: Event | None, origin: str = "") -> str:
    """A reading in one line; empty for none."""
    if event is None:
        return ""
    where = ", ".join(part for part in (event.name, event.province) if part)
    meant = " or ".join(place.pcode for place in event.candidates) or event.outcome
    place = f"{where or f'{event.outcome} place'} [{event.pcode or meant}]"
    what = f"{event.stage.replace('_', ' ')}, {FACILITIES.get(event.facility, event.facility)}"
    told = f"{what}: {place}, {event.date or UNDATED} ({event.confidence:.2f})"
    return f"{told}, origin {origin}" if origin else told
