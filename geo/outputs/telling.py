"""What one document gave, as plain values for JSON."""

from __future__ import annotations

from geo.models import Document, Event, Evidence, Finding, Mention, Place

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
