"""
Which stage of which facility a document reports, where and when, each with the words that say so.

    terms -> facilities, predicates -> sites -> candidates -> decision -> days -> events
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from geo.events.candidates import candidates
from geo.events.days import Days
from geo.events.decision import Claim, decide, keep_laws, reasons_of
from geo.events.evidence import spans_of
from geo.events.places import is_province, is_site
from geo.events.reading import LONGEST_SENTENCE, Reading, read_document
from geo.events.times import has_time
from geo.events.wrapped import unwrap
from geo.models import (
    POSSIBLE_FROM,
    SETBACKS,
    STATED_FROM,
    Document,
    Event,
    Mention,
    Precision,
)
from geo.places import Gazetteer, load_gazetteer
from geo.text import split_sentences


class FoundEvents(NamedTuple):
    """What a document reports."""

    events: tuple[Event, ...]
    """Stated and possible ones, in order of their evidence."""
    setbacks: tuple[Event, ...]


NOTHING = FoundEvents((), ())


def find_events(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer | None = None
) -> tuple[Event, ...]:
    """Events that a document states as fact, by the rules of docs/events.md; in order of their evidence."""
    found = read_events(document, mentions, gazetteer).events
    return tuple(event for event in found if event.status == "stated")


def read_events(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer | None = None
) -> FoundEvents:
    """
    What a document states or may state, by the rules of docs/events.md.

    Returns
    -------
    found
        Events in order of their evidence, one per place, facility group, stage and (for visits) day; and what
        was cancelled, postponed or stopped. Sentences of more than 5,000 code points are not read, see
        `unread_sentences`.
    """
    if not any(is_site(mention) for mention in mentions):
        return NOTHING
    sentences = split_sentences(document)
    unwrapped = unwrap(document, sentences)
    if unwrapped is None:
        return _find(read_document(document, sentences, mentions, whole=False), gazetteer)
    inside = [unwrapped.sentence(sentence) for sentence in sentences]
    moved = [unwrapped.mention(mention) for mention in mentions]
    found = _find(read_document(unwrapped.document, inside, moved, whole=False), gazetteer)
    return FoundEvents(*(tuple(unwrapped.event(event) for event in events) for events in found))


def unread_sentences(document: Document, mentions: Sequence[Mention]) -> int:
    """How many sentences of a document that names places are too long to be read for events."""
    if len(document.text) <= LONGEST_SENTENCE or not names_a_place(mentions):
        return 0
    return sum(s.end - s.start > LONGEST_SENTENCE for s in split_sentences(document))


def names_a_place(mentions: Sequence[Mention]) -> bool:
    """Whether anything can happen in one of the places."""
    return any(is_site(mention) or is_province(mention) for mention in mentions)


def _find(reading: Reading, gazetteer: Gazetteer | None) -> FoundEvents:
    known = gazetteer or load_gazetteer()
    days = Days(reading)
    claims = [c for c in decided(reading, days) if c.probability >= POSSIBLE_FROM]
    if not claims:
        return NOTHING
    told = (claim for claim in claims if not days.is_to_come(claim))
    events = [event for claim in told for event in events_of(reading, claim, days, known)]
    events.sort(key=lambda event: (event.evidence.start, event.evidence.end))
    return FoundEvents(
        tuple(event for event in events if event.stage not in SETBACKS),
        tuple(event for event in events if event.stage in SETBACKS),
    )


HAVE_A_DAY = frozenset({"groundbreaking", "inspection"})
"""Stages that count, where they are no news, only with a time of their own, however coarse."""
MOST_UNDATED = 0.5
"""How likely one without can be, where the day of the report is known: in no gold text it is an event."""


def decided(reading: Reading, days: Days) -> list[Claim]:
    """The claims of a document; those that are told in passing, without a time, are as good as not told."""
    claims = decide(reading, list(candidates(reading)))
    passing = {id(claim) for claim in claims if _is_in_passing(reading, claim) and not days.date_of(claim)}
    if not passing:
        return claims
    for claim in claims:
        claim.rival, claim.probability = None, claim.unlawful
        if id(claim) in passing:
            claim.probability = min(claim.probability, MOST_UNDATED)
    return keep_laws(reading, claims)


def _is_in_passing(reading: Reading, claim: Claim) -> bool:
    """Whether nothing says when it happened, be it only so long ago, although the report has a day."""
    if claim.stage not in HAVE_A_DAY or claim.probability <= MOST_UNDATED:
        return False
    told = (has_time(reading, one.read, one.predicate) for _, one, _ in claim.nearly_best)
    return bool(reading.document.published_on) and not any(told)


def events_of(reading: Reading, claim: Claim, days: Days, gazetteer: Gazetteer) -> Iterator[Event]:
    """The event that a claim stands for, and one for each further time at which it is told."""
    date, reasons = days.date_of(claim), reasons_of(claim)
    yield _event(reading, claim, date, reasons, gazetteer)
    for number, day in days.other_times(claim, date):
        other = replace(claim, candidates=claim.candidates[number:])
        yield _event(reading, other, day, reasons, gazetteer)


def _event(
    reading: Reading, claim: Claim, date: str | None, reasons: tuple[str, ...], gazetteer: Gazetteer
) -> Event:
    """One event of a claim; what lies below a county is its county's, precision `site`."""
    best = claim.best
    mention = claim.candidates[0][2]
    county = mention.place
    if county and county.level == 3 and county.county_pcode:
        county = gazetteer.place(county.county_pcode)
    unknown = mention.surface if mention.outcome == "unknown" else None
    spans = spans_of(reading, claim)
    confidence = round(min(claim.probability, 0.99), 2)
    return Event(
        document_id=reading.document.id,
        pcode=county.pcode if county else None,
        name=county.name if county else unknown,
        province=county.province if county else None,
        outcome=mention.outcome,
        candidates=mention.candidates,
        place_precision=_precision(mention),
        facility="other" if claim.facility == "projects" else claim.facility,
        stage=claim.stage,
        date=date,
        evidence=spans[0],
        rule=f"{best.predicate.sense} {best.predicate.aspect} + {claim.facility}"
        + (" + place from before" if best.carried_place else ""),
        confidence=confidence,
        policy=reading.names_policy,
        status="stated" if confidence >= STATED_FROM else "possible",
        evidence_spans=spans,
        reasons=reasons,
    )


def _precision(mention: Mention) -> Precision:
    """How well the place is known."""
    if mention.place is None:
        return "ambiguous" if mention.outcome == "ambiguous" else "unknown"
    if mention.place.level == 3:
        return "site"
    return "city" if mention.place.level == 1 else "county"
