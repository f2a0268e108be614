"""Short ways to have a text read: as events, and layer by layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from geo.events import read_events
from geo.events.predicates import Predicate, stages_of
from geo.events.reading import Reading, read_document
from geo.models import Document, Event, Section
from geo.places import find_mentions
from geo.text import split_sentences

TUESDAY = "2025-02-04"
"""Day of publication, unless a line gives another one."""

What = tuple[str, str, str, str | None]
"""Place, facility, stage, date."""


class Said(NamedTuple):
    """What `read_events` gives."""

    events: tuple[Event, ...]
    setbacks: tuple[Event, ...]


def document(text: str, published_on: str | None = TUESDAY, title: str = "") -> Document:
    head = f"{title}\n\n" if title else ""
    body = Section("body", len(head), len(head + text))
    sections = (Section("title", 0, len(title)), body) if title else (body,)
    return Document("d", "d.txt", head + text, sections, title or None, published_on=published_on)


LIKELY = 0.55
"""From here on an event is read, wherever the line of a map may be drawn."""


def read(text: str, published_on: str | None = TUESDAY, title: str = "") -> tuple[Event, ...]:
    """Events that are read in a text as more likely than not, wherever the line of a map may be drawn."""
    found = document(text, published_on, title)
    events = read_events(found, find_mentions(found)).events
    return tuple(event for event in events if event.confidence >= LIKELY)


def found_in(text: str, published_on: str | None = TUESDAY, title: str = "") -> Said:
    """Stated and possible events, and setbacks."""
    found = document(text, published_on, title)
    return Said(*read_events(found, find_mentions(found)))


def told(events: Sequence[Event]) -> set[What]:
    """Events of counties and cities; `A or B` where the text does not settle which of two is meant."""
    return {
        (
            event.name or " or ".join(p.province for p in event.candidates),
            event.facility,
            event.stage,
            event.date,
        )
        for event in events
        if event.place_precision != "province"
    }


def reading_of(text: str, title: str = "") -> Reading:
    """What the layers below the decision make of a text."""
    found = document(text, title=title)
    return read_document(found, split_sentences(found), find_mentions(found))


def stages_in(marked: str) -> set[str]:
    """
    Stages that the predicates of a text can mean by themselves, those in [brackets] where it has some.

    What is denied, wished or a condition means none; what is ordered or decided is at most planned.
    """
    opened, closed = marked.find("["), marked.find("]") - 1
    said = [p for s in reading_of(marked.replace("[", "").replace("]", "")).sentences for p in s.predicates]
    inside = [p for p in said if opened < 0 or opened <= p.start < closed]
    return {stage for p in inside for stage in stages_of(p) if _is_said(p, stage)}


def _is_said(predicate: Predicate, stage: str) -> bool:
    ordered = predicate.mood == "order" and stage == "planned"
    return not predicate.denied and (not predicate.mood or ordered)
