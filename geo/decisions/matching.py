"""Which readings of the machine a decision is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

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
    """Readings by what a decision may name them by: a key, else all the columns that it fills."""

    def __init__(self, readings: Sequence[ReadReport]) -> None:
        self.readings = readings
        self._tables: dict[tuple[str, ...], dict[tuple[str, ...], list[int]]] = {}

    def find(self, row: Decision) -> list[int]:
        """
        Where the readings stand that a row selects: by its key, else by all other columns that it fills.

        Where a document has just the id that the row names, those that merely end in it are not meant.
        """
        if row.key:
            return self._at(row, ("key",))
        found = self._at(row, tuple(column for column in _COLUMNS if getattr(row, column)))
        exact = [at for at in found if self.readings[at].document.id == row.document]
        return exact or found

    def in_documents(self, row: Decision) -> list[int]:
        """Where the readings of the documents stand that a row names."""
        return self._at(row, tuple(column for column in ("document", "url") if getattr(row, column)))

    def _at(self, row: Decision, columns: tuple[str, ...]) -> list[int]:
        """Where these columns of a row fit."""
        if columns not in self._tables:
            table = self._tables[columns] = {}
            for at, reading in enumerate(self.readings):
                for values in {v for event in reading.events for v in _values(reading, event, columns)}:
                    table.setdefault(values, []).append(at)
        asked = (page_key(row.url, "") if name == "url" else getattr(row, name) for name in columns)
        return self._tables[columns].get(tuple(asked), [])


_COLUMNS = ("document", "url", "pcode", "facility", "stage", "date")


def _values(reading: ReadReport, event: Event, columns: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """What a row may say in some columns to mean an event of a reading."""
    said: Mapping[str, Callable[[], Iterable[str]]] = {
        "key": lambda: (event_key(event, reading.document),),
        "document": lambda: names_of(reading.document),
        "url": lambda: (page_of(reading.document),),
        "pcode": lambda: (event.pcode or "",),
        "facility": lambda: (event.facility,),
        "stage": lambda: (event.stage,),
        "date": lambda: (event.date or UNDATED,),
    }
    return product(*(said[column]() for column in columns))


def is_of_document(row: Decision, document: Document) -> bool:
    """Whether the columns `document` and `url`, where they are filled, name the document."""
    same_page = not row.url or page_key(row.url, "") == page_of(document)
    return same_page and (not row.document or is_named(row.document, document))


def is_named(name: str, document: Document) -> bool:
    """Whether a name is a document's id, or the last part of one that has folders in it."""
    return document.id == name or document.id.endswith(f"/{name}")


def names_of(document: Document) -> Iterator[str]:
    """All names of a document: those for which `is_named` is true."""
    yield document.id
    yield from (document.id[at + 1 :] for at, letter in enumerate(document.id) if letter == "/")


def several_documents(row: Decision, documents: Iterable[Document]) -> str:
    """Why a row is not clear: several documents have the last part of their id in common; empty if it is."""
    ids = sorted({document.id for document in documents})
    if row.key or row.url or not row.document or len(ids) < 2:
        return ""
    return f"several documents are called {row.document!r}: {', '.join(ids)}; name one of them"


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
