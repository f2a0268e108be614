"""Articles with as many possible events as are wanted, made by hand; nothing is read."""

from __future__ import annotations

from collections.abc import Iterator

from geo.models import (
    FACILITIES,
    STAGES,
    Document,
    Event,
    Evidence,
    Extraction,
    Finding,
    InputRecord,
    Section,
)
from geo.places import load_gazetteer

EACH = 4
"""Events of an article."""
LONG = "Nothing else of interest was said that day, and the weather was fair. " * 6


def many_items(number: int) -> Iterator[Extraction]:
    """One article after the other, with `EACH` possible events, until there are so many."""
    places = [unit for unit in load_gazetteer().units.values() if unit.level == 2 and unit.polygon_pcode]
    facilities, stages = list(FACILITIES), list(STAGES)
    for first in range(0, number, EACH):
        name = f"article-{first:05}"
        events, text = [], f"Of article {first}.\n\n"
        for at in range(first, min(first + EACH, number)):
            unit, facility = places[at % len(places)], facilities[at // len(places) % len(facilities)]
            words = f"Something may have been built in {unit.name} County, it was said."
            start = len(text)
            text += f"{words} {LONG}\n\n"
            event = Event(
                document_id=name,
                pcode=unit.pcode,
                name=unit.name,
                province=load_gazetteer().province_of(unit.pcode).name,
                outcome="resolved",
                candidates=(),
                place_precision="county",
                facility=facility,
                stage=stages[at % len(stages)],
                date=f"{2020 + at % 6}-{at % 12 + 1:02}-{at % 28 + 1:02}",
                evidence=Evidence(start, start + len(words), words),
                rule="made by hand",
                confidence=0.2 + at % 30 / 100,
                status="possible",
                reasons=("hearsay -1.4", "same paragraph +0.6"),
            )
            events.append(event)
        document = Document(
            id=name,
            path=f"{name}.txt",
            text=text,
            sections=(Section("body", 0, len(text)),),
            title=f"Of article {first}",
            language="en",
            published_on="2026-02-01",
            publisher=f"Paper {first % 17}",
            url=f"https://paper.example/{first}",
        )
        record = InputRecord(document.path, "read", "", (name,))
        yield Extraction(record, (Finding(document, (), tuple(events)),))
