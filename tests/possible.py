"""Articles of which a reader has made stated and possible events and setbacks, by hand; nothing is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo import pipeline
from geo.decisions.reading import decisions_of
from geo.models import STATED_FROM, Document, Event, Evidence, Extraction, Finding, InputRecord, Run, Section
from tests.decided import Row, table
from tests.records import KUSONG, SONGCHON, UNSAN_NORTH, UNSAN_SOUTH, report

HOSPITAL, FACTORIES = "hospital", "regional_industry"


def claim(
    pcode: str | None,
    facility: str,
    stage: str,
    date: str | None = None,
    confidence: float = 0.9,
    *,
    words: Sequence[str] = ("Something was built.",),
    candidates: tuple[str, ...] = (),
    name: str | None = None,
    reasons: tuple[str, ...] = (),
) -> Event:
    """What a reader makes of some words; where these stand is settled when they are put into an article."""
    event = report(
        pcode, facility, stage, date, confidence=confidence, candidates=candidates, name=name
    ).event
    spans = tuple(Evidence(0, len(text), text) for text in words)
    status = "stated" if confidence >= STATED_FROM else "possible"
    return replace(event, evidence=spans[0], evidence_spans=spans, reasons=reasons, status=status)


def article(name: str, *claims: Event, published: str | None = "2026-02-01", publisher: str = "") -> Finding:
    """An article that holds the words of the claims, and what was found in it."""
    text = "\n\n".join(dict.fromkeys(span.text for one in claims for span in one.spans))
    document = Document(
        id=name,
        path=f"{name}.txt",
        text=text,
        sections=(Section("body", 0, len(text)),),
        language="en",
        published_on=published,
        publisher=publisher or f"Paper {name}",
        url=f"https://{name}.example/1",
    )
    found = []
    for one in claims:
        spans = tuple(
            Evidence(text.index(s.text), text.index(s.text) + len(s.text), s.text) for s in one.spans
        )
        found.append(replace(one, document_id=name, evidence=spans[0], evidence_spans=spans))
    events = tuple(event for event in found if not event.is_setback)
    return Finding(document, (), events, tuple(event for event in found if event.is_setback))


def collected(*articles: Finding, decisions: Sequence[Row] = (), stated_from: float = STATED_FROM) -> Run:
    """The run on articles, with rows of a decisions file."""
    extractions = [
        Extraction(InputRecord(one.document.path, "read", "", (one.document.id,)), (one,)) for one in articles
    ]
    paths = [one.document.path for one in articles]
    decided = decisions_of(table(*decisions), "d.csv") if decisions else None
    return pipeline.collect(extractions, paths, decisions=decided, stated_from=stated_from)


def sample() -> tuple[Finding, ...]:
    """
    A hospital of Kusong that was begun, and whose building stopped; perhaps factories of Songchon, perhaps a
    hospital in one of two counties; a hospital of Songchon that was put off, though none is known.
    """
    return (
        article(
            "begun",
            claim(KUSONG, HOSPITAL, "groundbreaking", "2025-02-06", words=["Ground was broken in Kusong."]),
            published="2025-02-07",
        ),
        article(
            "halted",
            claim(
                KUSONG, HOSPITAL, "stopped", "2025-09", words=["Work on the hospital of Kusong stands still."]
            ),
            claim(KUSONG, HOSPITAL, "cancelled", None, 0.2, words=["It may be given up for good."]),
            published="2025-09-20",
        ),
        article(
            "maybe",
            claim(
                SONGCHON,
                FACTORIES,
                "completed",
                "2025-12",
                0.4,
                words=["The factories are said to be done.", "Songchon was on the list."],
                reasons=("hearsay -1.4", "same paragraph +0.6"),
            ),
            claim(
                None,
                HOSPITAL,
                "planned",
                "2026-01-05",
                0.2,
                words=["A hospital for Unsan was talked of."],
                candidates=(UNSAN_NORTH, UNSAN_SOUTH),
                name="Unsan",
                reasons=("talk -2.0",),
            ),
        ),
        article(
            "later",
            claim(
                SONGCHON,
                HOSPITAL,
                "postponed",
                "2026-01-20",
                words=["Songchon has to wait for its hospital."],
            ),
        ),
    )
