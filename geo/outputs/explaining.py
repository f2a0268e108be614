"""What one document gave and how it was read, as text that a person reads."""

from __future__ import annotations

from collections.abc import Iterator

from geo.events import Explanation
from geo.models import FACILITIES, Document, Event, Finding, Mention, Place
from geo.outputs.deriving import derived_lines, sentence_lines, stage_words
from geo.text import one_line


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
