"""What one document gave: as plain values for JSON, and as text that a person reads."""

from __future__ import annotations

from collections.abc import Iterator

from geo.events import Explanation
from geo.models import FACILITIES, Document, Event, Evidence, Finding, Mention, Place
from geo.outputs.deriving import derived_lines, sentence_lines, stage_words
from geo.text import one_line

Json = dict[str, object]


def finding_json(finding: Finding) -> Json:
    """
    Keys and values as `factorymap extract` prints them; docs/cli.md lists them.

    What a text places in a province only is on the map's list, but no event of a county, and so is not here.
    """
    return {
        "document": _document_json(finding.document),
        "mentions": [_mention_json(mention) for mention in finding.mentions],
        "events": [_event_json(event) for event in finding.events if event.place_precision != "province"],
        "setbacks": [_event_json(one) for one in finding.setbacks if one.place_precision != "province"],
    }


def _document_json(document: Document) -> Json:
    """What a document is, without its text."""
    keys = ("id", "path", "title", "language", "published_on", "publisher", "url", "origin")
    return {key: getattr(document, key) for key in keys}


def _place_json(place: Place | None) -> Json | None:
    """A place, or None where none was settled."""
    if place is None:
        return None
    keys = ("pcode", "name", "level", "province", "county_pcode")
    return {key: getattr(place, key) for key in keys}


def _evidence_json(evidence: Evidence) -> Json:
    """A passage."""
    return {"start": evidence.start, "end": evidence.end, "text": evidence.text}


def _mention_json(mention: Mention) -> Json:
    """One mention; `document.text[start:end]` is its surface."""
    return {
        "surface": mention.surface,
        "start": mention.start,
        "end": mention.end,
        "outcome": mention.outcome,
        "place": _place_json(mention.place),
        "candidates": [_place_json(place) for place in mention.candidates],
        "reason": mention.reason,
        "confidence": mention.confidence,
    }


def _event_json(event: Event) -> Json:
    """One event or setback with its evidence; `document.text[start:end]` is the text of each piece."""
    return {
        "pcode": event.pcode,
        "name": event.name,
        "province": event.province,
        "outcome": event.outcome,
        "candidates": [_place_json(place) for place in event.candidates],
        "place_precision": event.place_precision,
        "facility": event.facility,
        "stage": event.stage,
        "date": event.date,
        "evidence": _evidence_json(event.evidence),
        "rule": event.rule,
        "confidence": event.confidence,
        "status": event.status,
        "evidence_spans": [_evidence_json(span) for span in event.spans],
        "reasons": list(event.reasons),
    }


def finding_text(finding: Finding, explained: Explanation) -> str:
    """What was found where and how, as `factorymap explain` prints it; safe for a terminal."""
    document = finding.document
    lines = [f"{document.path}", *_document_lines(document)]
    lines += ["", f"Places: {len(finding.mentions) or 'none'}"]
    lines += [line for mention in finding.mentions for line in _mention_lines(mention)]
    numbers = {event: at for at, event in enumerate((*finding.events, *finding.setbacks), start=1)}
    lines += ["", f"Events: {len(finding.events) or 'none'}"]
    lines += [line for event in finding.events for line in _event_lines(event, numbers[event], explained)]
    if finding.setbacks:
        lines += ["", f"Cancelled, postponed, stopped: {len(finding.setbacks)}"]
        lines += [line for one in finding.setbacks for line in _event_lines(one, numbers[one], explained)]
    lines += ["", *sentence_lines(explained, numbers)]
    return "\n".join(one_line(line) for line in lines) + "\n"


def _document_lines(document: Document) -> Iterator[str]:
    """What is known of the document; what is not known is said too."""
    for label, value in (
        ("title", document.title),
        ("publisher", document.publisher),
        ("published", document.published_on),
        ("language", document.language),
        ("origin", document.origin),
    ):
        yield f"  {label + ':':<11}{value or 'not found'}"
    if document.retrieved_at:
        yield f"  {'retrieved:':<11}{document.retrieved_at}"
    if document.noticed:
        yield f"  {'noticed:':<11}{document.noticed}"


def _named(place: Place) -> str:
    """A place as a reader names it, with its code."""
    where = place.name if place.level == 1 else f"{place.name}, {place.province}"
    return f"{where} [{place.pcode}]"


def _mention_lines(mention: Mention) -> Iterator[str]:
    """A mention, what it was taken for, and why."""
    meaning = _named(mention.place) if mention.place else mention.outcome
    yield f"  {mention.start}-{mention.end}  {mention.surface}  ->  {meaning}  ({mention.confidence:.2f})"
    yield f"      why: {mention.reason}"
    if mention.candidates:
        yield f"      may be: {'; '.join(_named(place) for place in mention.candidates)}"


def _event_lines(event: Event, number: int, explained: Explanation) -> Iterator[str]:
    """An event, how it was reached, and the words it stands on."""
    where = ", ".join(part for part in (event.name, event.province) if part) or "place unknown"
    code = event.pcode or event.outcome
    what = f"{stage_words(event.stage)}, {FACILITIES[event.facility]}"
    sure = f"{event.confidence:.2f}, {event.status}"
    yield f"  {number}. {what}: {where} [{code}], {event.date or 'undated'}  ({sure})"
    yield f"      rule: {event.rule}; place known to: {event.place_precision}"
    if event.candidates:
        yield f"      may be: {'; '.join(_named(place) for place in event.candidates)}"
    derived = next((one for one in explained.claims if one.event == event), None)
    if derived is not None:
        yield from (f"      {line}" for line in derived_lines(derived, explained))
    else:
        yield from (f"      why: {reason}" for reason in event.reasons)
    for span in event.spans:
        yield f"      {span.start}-{span.end}: {span.text}"
