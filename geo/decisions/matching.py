"""Which readings of the machine a decision is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.decisions.keys import event_key, page_of
from geo.models import FACILITIES, UNDATED, Decision, Document, Event, Report
from geo.projects import page_key


@dataclass(frozen=True, slots=True)
class ReadReport:
    """One report with its document, and as the machine read it before anybody decided anything."""

    report: Report
    document: Document
    machine: Event | None
    """None if the machine had read nothing: the event is there by a decision on a name."""

    @property
    def events(self) -> tuple[Event, ...]:
        """The machine's reading, and the reading with decided names."""
        return tuple(event for event in (self.machine, self.report.event) if event)


class Index:
    """Readings by what a decision may name them by: key, else page, else all of them one by one."""

    def __init__(self, readings: Sequence[ReadReport], rows: Iterable[Decision]) -> None:
        self.readings = readings
        self._by_key: dict[str, list[int]] = {}
        self._by_page: dict[str, list[int]] = {}
        if any(row.key or row.url for row in rows):
            self._fill()

    def _fill(self) -> None:
        for at, reading in enumerate(self.readings):
            self._by_page.setdefault(page_of(reading.document), []).append(at)
            for key in {event_key(event, reading.document) for event in reading.events}:
                self._by_key.setdefault(key, []).append(at)

    def find(self, row: Decision) -> list[int]:
        """
        Where the readings stand that a row selects: by its key, else by all other columns that it fills.

        Where a document has just the id that the row names, those that merely end in it are not meant.
        """
        if row.key:
            return self._by_key.get(row.key, [])
        near = self._by_page.get(page_key(row.url, ""), []) if row.url else range(len(self.readings))
        found = [at for at in near if self._is_meant(row, self.readings[at])]
        exact = [at for at in found if self.readings[at].document.id == row.document]
        return exact or found

    def _is_meant(self, row: Decision, reading: ReadReport) -> bool:
        named = not row.document or is_named(row.document, reading.document)
        return named and any(_fits(row, event) for event in reading.events)


def is_of_document(row: Decision, document: Document) -> bool:
    """Whether the columns `document` and `url`, where they are filled, name the document."""
    same_page = not row.url or page_key(row.url, "") == page_of(document)
    return same_page and (not row.document or is_named(row.document, document))


def is_named(name: str, document: Document) -> bool:
    """Whether a name is a document's id, or the last part of one that has folders in it."""
    return document.id == name or document.id.endswith(f"/{name}")


def several_documents(row: Decision, documents: Iterable[Document]) -> str:
    """Why a row is not clear: several documents have the last part of their id in common; empty if it is."""
    ids = sorted({document.id for document in documents})
    if row.key or row.url or not row.document or len(ids) < 2:
        return ""
    return f"several documents are called {row.document!r}: {', '.join(ids)}; name one of them"


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
    sure = f"{event.confidence:.2f}{', possible' * (event.status == 'possible')}"
    told = f"{what}: {place}, {event.date or UNDATED} ({sure})"
    return f"{told}, origin {origin}" if origin else told
