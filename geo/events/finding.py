"""
Which stage of which facility a document reports, where and when, each with the words that say so.

Sentences are read in order. In each, stage cues (`was inaugurated`, 착공식) are sought with the places,
facilities and dates of their clause; what a sentence leaves out (`The ceremony took place on June 21`) is
taken from the sentences before it. The findings of one project are then joined: a finer date and a body
sentence win over a coarse one and a caption.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from geo.events.joining import choose, to_event
from geo.events.reading import read_sentence
from geo.events.records import (
    POLICY,
    POLICY_FROM,
    TAKEN_BACK,
    ClauseFinding,
    Reader,
    is_province,
    place_key,
)
from geo.events.sites import event_places, is_site
from geo.events.wrapped import unwrap
from geo.models import Document, Event, Mention
from geo.places import SPECIAL_CITIES, Gazetteer, load_gazetteer
from geo.text import Sentence, split_sentences


def find_events(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer | None = None
) -> tuple[Event, ...]:
    """
    Events that a document states as fact, by the rules of docs/events.md.

    Returns
    -------
    events
        In order of their evidence; one per place, facility group, stage and (for visits) day. What the text
        places in a province only has `place_precision` province.
    """
    if not any(is_site(mention) or is_province(mention) for mention in mentions):
        return ()
    sentences = split_sentences(document)
    unwrapped = unwrap(document, sentences)
    if unwrapped is None:
        return _events(document, sentences, mentions, gazetteer)
    inside = [unwrapped.sentence(sentence) for sentence in sentences]
    moved = [unwrapped.mention(mention) for mention in mentions]
    events = _events(unwrapped.document, inside, moved, gazetteer)
    return tuple(unwrapped.event(event) for event in events)


def _events(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    gazetteer: Gazetteer | None,
) -> tuple[Event, ...]:
    """The events of a text whose sentences have single spaces."""
    reader = Reader(
        document,
        gazetteer or load_gazetteer(),
        tuple(sorted(mentions, key=lambda mention: mention.start)),
        POLICY.search(document.text) is not None or (document.published_on or "") >= POLICY_FROM,
    )
    sites = {place_key(m) for sentence in sentences for m in event_places(reader, sentence)}
    reader.is_of_one_county = len(sites - SPECIAL_CITIES) == 1
    findings: list[ClauseFinding] = []
    for sentence, following in itertools.zip_longest(sentences, sentences[1:]):
        told = list(read_sentence(reader, sentence))
        if following is None or not TAKEN_BACK.match(reader.text, following.start, following.end):
            findings.extend(told)
    chosen = choose(reader, findings)
    return tuple(to_event(reader, finding, reader.names_twenty) for finding in chosen)
