"""
Which stage of which facility a document reports, where and when, each with the words that say so.

Sentences are read in order. In each, stage cues (`was inaugurated`, 착공식) are sought with the places,
facilities and dates of their clause; what a sentence leaves out (`The ceremony took place on June 21`) is
taken from the sentences before it. The findings of one project are then joined: a finer date and a body
sentence win over a coarse one and a caption.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from geo.events.joining import choose, to_event
from geo.events.reading import read_sentence
from geo.events.records import (
    POLICY,
    POLICY_FROM,
    TAKEN_BACK,
    ClauseFinding,
    Memory,
    Reader,
    is_province,
    place_key,
)
from geo.events.sites import event_places, is_site
from geo.events.wrapped import unwrap
from geo.models import Document, Event, Mention
from geo.places import SPECIAL_CITIES, Gazetteer, load_gazetteer
from geo.text import Sentence, split_sentences

LONGEST_SENTENCE = 5_000
"""In code points: what is longer without a full stop is no sentence, and is not read for events."""


def find_events(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer | None = None
) -> tuple[Event, ...]:
    """
    Events that a document states as fact, by the rules of docs/events.md.

    Returns
    -------
    events
        In order of their evidence; one per place, facility group, stage and (for visits) day. What the text
        places in a province only has `place_precision` province. Sentences of more than 5,000 code points
        are not read, see `unread_sentences`.
    """
    if not _names_a_place(mentions):
        return ()
    sentences = split_sentences(document)
    unwrapped = unwrap(document, sentences)
    unread = frozenset(sentence.number for sentence in sentences if _is_too_long(sentence))
    if unwrapped is None:
        return _events(document, sentences, mentions, gazetteer, unread)
    inside = [unwrapped.sentence(sentence) for sentence in sentences]
    moved = [unwrapped.mention(mention) for mention in mentions]
    events = _events(unwrapped.document, inside, moved, gazetteer, unread)
    return tuple(unwrapped.event(event) for event in events)


def unread_sentences(document: Document, mentions: Sequence[Mention]) -> int:
    """How many sentences of a document that names places are too long to be read for events."""
    if len(document.text) <= LONGEST_SENTENCE or not _names_a_place(mentions):
        return 0
    return sum(map(_is_too_long, split_sentences(document)))


def _is_too_long(sentence: Sentence) -> bool:
    return sentence.end - sentence.start > LONGEST_SENTENCE


def _names_a_place(mentions: Sequence[Mention]) -> bool:
    """Whether anything can happen in one of the places."""
    return any(is_site(mention) or is_province(mention) for mention in mentions)


def _events(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    gazetteer: Gazetteer | None,
    unread: Collection[int],
) -> tuple[Event, ...]:
    """The events of a text with single spaces; what stands before an unread sentence is forgotten."""
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
        if sentence.number in unread:
            reader.memory = Memory()
            continue
        told = list(read_sentence(reader, sentence))
        if following is None or not TAKEN_BACK.match(reader.text, following.start, following.end):
            findings.extend(told)
    chosen = choose(reader, findings)
    return tuple(to_event(reader, finding, reader.names_twenty) for finding in chosen)
