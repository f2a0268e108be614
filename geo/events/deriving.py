"""How a claim was reached: its arguments, what was weighed, and the law that lowered it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from geo.dates import DatePhrase
from geo.events.candidates import Candidate
from geo.events.days import Days
from geo.events.decision import SETBACK_ODDS, Claim, load_weights
from geo.events.explained import (
    Argument,
    Derived,
    Law,
    Origin,
    Weighed,
)
from geo.events.finding import HAVE_A_DAY
from geo.events.predicates import Predicate
from geo.events.reading import Reading, SentenceReading
from geo.models import SETBACKS, Event, Mention

AROUND = 8
"""Sentences before and behind in which a day is looked for that the sentence of an event does not name."""


class ToldClaim(NamedTuple):
    """A claim, what the second step weighed of it, and what it is told as."""

    claim: Claim
    features: Mapping[str, float]
    event: Event | None


@dataclass
class Steps:
    """A document with all that was made of it."""

    reading: Reading
    days: Days
    told: list[ToldClaim]
    """The likeliest first."""
    at: dict[int, int]
    """Identity of a claim -> its number."""
    of_sentence: dict[int, dict[int, None]] = field(default_factory=dict)
    """Number of a sentence -> numbers of the claims that have a candidate there, in order."""
    tried: set[int] = field(default_factory=set)
    """Identities of the predicates that have a candidate."""


def name_of(mention: Mention) -> str:
    """What a mention was taken for."""
    if mention.place is not None:
        return mention.place.name
    return " or ".join(f"{one.name} ({one.province})" for one in mention.candidates) or mention.surface


def words_of(reading: Reading, read: SentenceReading, one: Predicate) -> tuple[str, bool]:
    """The words of a predicate, and whether they stand in the sentence that introduces the list."""
    if one.last > one.first or read.intro is None:
        return reading.text[one.first : one.last], False
    for other in read.intro.predicates:
        if (other.sense, other.aspect, other.form) == (one.sense, one.aspect, one.form):
            return reading.text[other.first : other.last], True
    return "", True


def derived(steps: Steps, told: ToldClaim) -> Derived:
    """A claim with its arguments and what was weighed."""
    first, second = load_weights()
    claim, best, mention = told.claim, told.claim.best, told.claim.candidates[0][2]
    start = {SETBACK: SETBACK_ODDS} if claim.stage in SETBACKS else {}
    rival = steps.at.get(id(claim.rival), -1)
    return Derived(
        name=name_of(mention),
        facility=claim.facility,
        stage=claim.stage,
        predicate=words_of(steps.reading, best.read, best.predicate)[0],
        sentence=best.read.sentence.number + 1,
        place=_place_of(steps.reading, best, mention),
        thing=_thing_of(steps.reading, best),
        day=_day_of(steps, claim, told.event) if told.event else Argument("", "", 0),
        alone=_weighed(first, Counter(best.features)),
        together=_weighed({**second, **start}, {**told.features, **dict.fromkeys(start, 1.0)}),
        unlawful=claim.unlawful,
        probability=claim.probability,
        law=_law_of(claim) if rival >= 0 else _lone_law(told) if claim.probability < claim.unlawful else "",
        rival=rival,
        event=told.event,
    )


SETBACK = "a setback"
"""Stands for the odds that setbacks are given, since no text trains them."""


def _weighed(weights: Mapping[str, float], values: Mapping[str, float]) -> tuple[Weighed, ...]:
    """What a step begins with and what adds to it, strongest first."""
    added = [
        Weighed(name, value, weights[name]) for name, value in values.items() if weights.get(name) and value
    ]
    added.sort(key=lambda one: (-abs(one.amount), one.feature))
    return (Weighed("", 1, weights.get("", 0.0)), *added)


_ORIGINS: dict[str, Origin] = {
    "introduction": "introduction",
    "title": "title",
    "main": "main",
    "counted": "counted",
    "pointed": "pointed",
    "later": "later",
    "title first": "title",
}


def _from(carried: str) -> Origin:
    """Where something was carried from that a sentence leaves out."""
    return _ORIGINS.get(carried, "first" if carried.endswith("first") else "before")


def _place_of(reading: Reading, best: Candidate, mention: Mention) -> Argument:
    """The place of a claim."""
    if best.carried_place:
        return Argument(mention.surface, _from(best.carried_place), _number_at(reading, mention.start))
    apart = "place over a boundary" in best.features
    return Argument(mention.surface, "sentence" if apart else "clause", best.read.sentence.number + 1)


def _number_at(reading: Reading, at: int) -> int:
    """The number of the sentence that holds a place in the text; 0 if none does."""
    after = bisect_right(reading.sentences, at, key=lambda read: read.sentence.start)
    return reading.sentences[after - 1].sentence.number + 1 if after else 0


def _thing_of(reading: Reading, best: Candidate) -> Argument:
    """The facility of a claim."""
    group = best.group
    words = reading.text[group.start : group.end]
    if best.carried_facility:
        return Argument(words, _from(best.carried_facility), group.sentence + 1)
    apart = "facility over a boundary" in best.features
    return Argument(words, "sentence" if apart else "clause", best.read.sentence.number + 1)


def _day_of(steps: Steps, claim: Claim, event: Event) -> Argument:
    """The words that date an event, and where they stand; no words where the date was reckoned."""
    day = event.date
    usual, source = steps.days.dated(claim)
    if day is None or (source == "report" and usual == day):
        return Argument("", "report" if day else "", 0)
    reads = [one.read for _, one, _ in claim.candidates]
    reads += [read.intro for read in reads if read.intro is not None]
    if source == "around" and usual == day:
        sentences = steps.reading.sentences
        at = sentences.index(claim.best.read)
        reads = sentences[max(0, at - AROUND) : at + AROUND]
    origin: Origin = "around" if source == "around" and usual == day else "sentence"
    for read in reads:
        for phrase in _dated(steps.days.phrases(read), day):
            words = steps.reading.text[phrase.start : phrase.end]
            return Argument(words, origin, read.sentence.number + 1)
    return Argument("", origin, 0)


def _dated(phrases: Iterable[DatePhrase], day: str) -> Iterator[DatePhrase]:
    """Phrases that give a date."""
    return (phrase for phrase in phrases if phrase.date == day)


def _lone_law(told: ToldClaim) -> Law:
    """Which law lowered a claim without another one."""
    undated = told.event is not None and told.event.date is None and told.claim.stage in HAVE_A_DAY
    return "undated" if undated else "county"


def _law_of(claim: Claim) -> Law:
    """Which law lowered a claim."""
    rival = claim.rival
    if rival is None:
        return ""
    if rival.place != claim.place:
        return "district"
    if rival.facility != claim.facility:
        return "unnamed" if rival.facility == "projects" else "named"
    if claim.stage == "inspection":
        return "ceremony"
    return "visit" if claim.stage == "under_construction" else "later stage"
