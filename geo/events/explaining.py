"""
Read a document once more and keep every step: terms, predicates, scopes, candidates, weights, laws.

Nothing is decided here: the layers are asked in the order of `geo.events.finding`, and what they say is
written down in the records of `geo.events.explained`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from geo.events.days import Days
from geo.events.decision import SETBACK_ODDS, claim_features
from geo.events.deriving import Steps, ToldClaim, derived, name_of, words_of
from geo.events.explained import (
    Explanation,
    FacilityList,
    NamedFacility,
    Nothing,
    PlaceList,
    ReadPredicate,
    ReadSentence,
    Scope,
    WhyNot,
)
from geo.events.finding import decided, events_of, names_a_place
from geo.events.grouping import Group
from geo.events.owning import owner_of
from geo.events.places import is_province
from geo.events.predicates import Predicate, stages_of
from geo.events.reading import Reading, SentenceReading, read_document
from geo.events.scopes import scope_words
from geo.events.settling import settle
from geo.events.unreal import is_unreal
from geo.events.wrapped import unwrap
from geo.models import POSSIBLE_FROM, SETBACKS, Document, Event, Mention
from geo.places import Gazetteer, load_gazetteer
from geo.text import split_sentences


def explain_events(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer | None = None
) -> Explanation:
    """How `read_events` comes to what it finds, sentence by sentence and claim by claim."""
    sentences = split_sentences(document)
    if not names_a_place(mentions):
        return Explanation(False, len(sentences))
    known = gazetteer or load_gazetteer()
    unwrapped = unwrap(document, sentences)
    if unwrapped is None:
        return _explain(read_document(document, sentences, mentions), known)
    inside = [unwrapped.sentence(sentence) for sentence in sentences]
    moved = [unwrapped.mention(mention) for mention in mentions]
    found = _explain(read_document(unwrapped.document, inside, moved), known)
    return found.led_back(unwrapped.copy.span, unwrapped.event)


class ClaimRow(NamedTuple):
    """A claim as the second step weighs it."""

    event: Event | None
    """None if it is too unlikely to be told."""
    features: Mapping[str, float]
    start: float
    """Log odds that it begins with besides the step's own."""


def weighed_claims(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer | None = None
) -> tuple[ClaimRow, ...]:
    """
    What `read_events` weighs, with the event or setback that came of it.

    Places of the events in the text are those of the document as it is read, with single spaces.
    """
    if not names_a_place(mentions):
        return ()
    sentences = split_sentences(document)
    if unwrapped := unwrap(document, sentences):
        document, mentions = unwrapped.document, [unwrapped.mention(mention) for mention in mentions]
        sentences = tuple(unwrapped.sentence(sentence) for sentence in sentences)
    reading = read_document(document, sentences, mentions)
    told = _told(reading, Days(reading), gazetteer or load_gazetteer())
    return tuple(
        ClaimRow(one.event, one.features, SETBACK_ODDS * (one.claim.stage in SETBACKS)) for one in told
    )


def _explain(reading: Reading, gazetteer: Gazetteer) -> Explanation:
    days = Days(reading)
    told = _told(reading, days, gazetteer)
    steps = Steps(reading, days, told, {id(one.claim): number for number, one in enumerate(told)})
    for number, known in enumerate(told):
        for _, one, _ in known.claim.candidates:
            steps.tried.add(id(one.predicate))
            steps.of_sentence.setdefault(one.read.sentence.number, {})[number] = None
    held = [read for read in reading.sentences if read.groups or read.predicates or _named(reading, read)]
    return Explanation(
        True,
        len(reading.sentences),
        tuple(_sentence(steps, read) for read in held),
        tuple(derived(steps, one) for one in told),
    )


def _told(reading: Reading, days: Days, gazetteer: Gazetteer) -> list[ToldClaim]:
    """The claims of a document, the likeliest first; a claim of visits on several days once for each."""
    claims = decided(reading, days)
    weighed = [claim for claim in claims if claim.facility == claim.best.facility]
    features = {
        (claim.place, claim.facility, claim.stage): values
        for claim, values in zip(weighed, claim_features(reading, weighed), strict=True)
    }
    told = []
    for claim in claims:
        values = features[claim.place, claim.best.facility, claim.stage]
        if claim.probability < POSSIBLE_FROM:
            told.append(ToldClaim(claim, values, None))
            continue
        first, *further = events_of(reading, claim, days, gazetteer)
        told.append(ToldClaim(claim, values, first))
        visits = days.other_times(claim, first.date) if further else []
        for event, (number, _) in zip(further, visits, strict=True):
            told.append(ToldClaim(replace(claim, candidates=claim.candidates[number:]), values, event))
    return sorted(told, key=lambda one: -one.claim.probability)


def _named(reading: Reading, read: SentenceReading) -> list[Mention]:
    """The mentions of a sentence."""
    first, last = (
        bisect_left(reading.mentions, at, key=lambda mention: mention.start)
        for at in (read.sentence.start, read.sentence.end)
    )
    return list(reading.mentions[first:last])


def _sentence(steps: Steps, read: SentenceReading) -> ReadSentence:
    """What a sentence holds, and what came of it."""
    reading, s = steps.reading, read.sentence
    predicates = tuple(_predicate(steps, read, one) for one in read.predicates)
    there = steps.of_sentence.get(s.number, {})
    told = [number for number in there if steps.told[number].event is not None]
    best = [number for number in told if steps.told[number].claim.best.read is read]
    below = [number for number in there if number not in told]
    nothing = "" if told else _nothing(steps, read, predicates, bool(below))
    marks = (
        ("title", s.is_title),
        ("caption", s.is_caption),
        ("item", s.is_item),
        ("line of the page", read.junk),
    )
    return ReadSentence(
        number=s.number + 1,
        start=s.start,
        end=s.end,
        words=reading.text[s.start : s.end],
        marks=tuple(name for name, holds in marks if holds),
        introduced_by=read.intro.sentence.number + 1 if read.intro is not None else 0,
        facilities=tuple(_facilities(reading, read, group) for group in read.groups),
        places=tuple(_places(reading, read)),
        predicates=predicates,
        scopes=tuple(_scopes(reading, read)),
        gives=tuple(best),
        supports=tuple(number for number in told if number not in best),
        below=tuple(below),
        nothing=nothing,
    )


def _facilities(reading: Reading, read: SentenceReading, group: Group) -> FacilityList:
    """A list of facilities, each as it is named and as what it is taken for."""
    owner = owner_of(reading, read, group)
    named = []
    for one in group.facilities:
        settled = tuple((taken, how) for taken, how in settle(reading, one) if taken)
        named.append(NamedFacility(reading.text[one.start : one.end], one.group, settled))
    return FacilityList(tuple(named), reading.text[owner.start : owner.end] if owner is not None else "")


def _places(reading: Reading, read: SentenceReading) -> Iterator[PlaceList]:
    """The lists of places of a sentence, and names that only say where these lie or stand aside."""
    listed = {id(m) for sites in read.sites for m in sites.mentions}
    for sites in read.sites:
        words = tuple(m.surface for m in sites.mentions)
        yield PlaceList(words, tuple(name_of(m) for m in sites.mentions), sites.role, sites.led)
    for mention in _named(reading, read):
        if id(mention) not in listed:
            role = (
                "foreign" if mention.outcome == "foreign" else "province" if is_province(mention) else "aside"
            )
            yield PlaceList((mention.surface,), (name_of(mention),), role, "")


def _predicate(steps: Steps, read: SentenceReading, one: Predicate) -> ReadPredicate:
    """A predicate, the stages it can mean, and why none of them is a fact."""
    words, inherited = words_of(steps.reading, read, one)
    return ReadPredicate(
        words=words,
        sense=one.sense,
        kind=one.kind,
        aspect=one.aspect,
        form=one.form,
        mood=one.mood,
        denied=one.denied,
        governor=one.governor,
        companions=tuple(sorted(name for name in one.companions if " " not in name)),
        stages=stages_of(one),
        why_not=_why_not(steps, read, one),
        inherited=inherited,
    )


def _why_not(steps: Steps, read: SentenceReading, one: Predicate) -> WhyNot:
    """Why a predicate states no stage as a fact."""
    if one.sense == "hold" and one.kind != "noun":
        return "carrier"
    stages = stages_of(one)
    if not stages:
        return _not_real(one) or ("ahead" if one.aspect == "ahead" else "stage")
    if not all(is_unreal(steps.reading, read, one, stage) for stage in stages):
        lost = one.sense in ("ceremony", "hold") and len(stages) > 1 and not steps.reading.ceremony
        return "ceremony" if lost and id(one) not in steps.tried else ""
    if read.junk:
        return "page"
    if stages == ("inspection",) and not one.denied and not one.mood:
        return "leader"
    return _not_real(one) or _not_itself(read, one)


def _not_real(one: Predicate) -> WhyNot:
    """What denial and mood take back."""
    moods: dict[str, WhyNot] = {
        "condition": "condition",
        "order": "order",
        "wish": "wish",
        "purpose": "purpose",
    }
    return "denied" if one.denied else moods.get(one.mood, "")


def _not_itself(read: SentenceReading, one: Predicate) -> WhyNot:
    """What leaves a word to the verb that governs it, and what the words before a verb make of it."""
    if one.sense == "part":
        return "part"
    if one.kind == "noun" and one.governor:
        return "governed"
    before = [term for term in scope_words(read.terms) if term.end <= one.first]
    return "condition" if any(term.sense == "condition" for term in before) else "unreal"


def _scopes(reading: Reading, read: SentenceReading) -> Iterator[Scope]:
    """Quotations that reach into a sentence, and the words in it that open a scope."""
    s = read.sentence
    for start, end in reading.quotes[bisect_left(reading.quotes, s.start, key=lambda span: span[1]) :]:
        if start >= s.end:
            break
        yield Scope("quotation", reading.text[max(start, s.start) : min(end, s.end)])
    last = -1
    for term in scope_words(read.terms):
        if term.end <= last:
            continue
        last = term.end
        yield Scope(term.sense, reading.text[term.start : term.end])


def _nothing(
    steps: Steps, read: SentenceReading, predicates: Sequence[ReadPredicate], below: bool
) -> Nothing:
    """Why a sentence with two of place, facility and predicate gave nothing."""
    if bool(_named(steps.reading, read)) + bool(read.groups) + bool(read.predicates) < 2:
        return ""
    if read.junk:
        return "page"
    if below:
        return "line"
    if all(one.why_not == "carrier" for one in predicates):
        return "predicate"
    if all(one.why_not for one in predicates):
        return "fact"
    if read.sites and all(sites.role for sites in read.sites):
        return "role"
    if not read.groups:
        return "facility"
    return "tie" if read.sites else "place"
