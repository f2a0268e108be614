"""
How a document was read, layer by layer: what `factorymap explain` shows.

Plain records of words and numbers; `geo.events.explaining` makes them, `geo.outputs` puts them into words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from geo.models import Event

WhyNot = Literal[
    "",
    "denied",
    "page",
    "condition",
    "order",
    "wish",
    "purpose",
    "ahead",
    "governed",
    "part",
    "leader",
    "unreal",
    "stage",
    "carrier",
    "ceremony",
]
"""Why a predicate states no stage as a fact; empty if it does."""
Nothing = Literal["", "page", "predicate", "fact", "place", "role", "facility", "tie", "line"]
"""Why a sentence gave nothing; empty where it gave an event, or where nothing could be."""
Law = Literal["", "later stage", "visit", "ceremony", "district", "named", "unnamed", "county", "undated"]
"""What lowered a claim beside another one."""
Origin = Literal[
    "",
    "clause",
    "sentence",
    "introduction",
    "title",
    "before",
    "first",
    "main",
    "counted",
    "pointed",
    "later",
    "around",
    "report",
]
"""Where an argument of an event comes from."""


class NamedFacility(NamedTuple):
    """A facility of a sentence."""

    words: str
    group: str
    """As its own words say; `generic`, `same`, `farm` or `projects` where they do not."""
    taken_as: tuple[tuple[str, str], ...]
    """The groups that it stands for, what is vague settled by the text, each with what settled it."""


class FacilityList(NamedTuple):
    """Facilities that are named as one list."""

    facilities: tuple[NamedFacility, ...]
    owner: str
    """The place of the sentence that they are tied to; empty if there is none."""


class PlaceList(NamedTuple):
    """Places that are named as one list."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    """What each was taken for."""
    role: str
    """What speaks against its being where something happens: `person`, `away`, `denied`, ...; else empty."""
    led: str
    """The preposition before it, or the particle behind it."""


class ReadPredicate(NamedTuple):
    """A verb group or a noun of action, as it was read."""

    words: str
    sense: str
    kind: str
    aspect: str
    form: str
    mood: str
    denied: bool
    governor: str
    companions: tuple[str, ...]
    stages: tuple[str, ...]
    """What data/stages.csv makes of it."""
    why_not: WhyNot
    inherited: bool = False
    """Whether it stands in the sentence that introduces the list."""


class Scope(NamedTuple):
    """What sets words apart: a quotation, a condition, a wish, ..."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """One sentence that holds a place, a facility or a predicate, and what came of it."""

    number: int
    """From 1."""
    start: int
    end: int
    words: str
    marks: tuple[str, ...]
    """title, caption, item, line of the page."""
    introduced_by: int
    """Number of the sentence that introduces the list that this one is an item of; 0 if there is none."""
    facilities: tuple[FacilityList, ...]
    places: tuple[PlaceList, ...]
    predicates: tuple[ReadPredicate, ...]
    scopes: tuple[Scope, ...]
    gives: tuple[int, ...]
    """Places in `Explanation.claims` of the events that it states."""
    supports: tuple[int, ...]
    """The same of events that another sentence states better."""
    below: tuple[int, ...]
    """The same of what is too unlikely to be told, the likeliest first."""
    nothing: Nothing


class Weighed(NamedTuple):
    """A feature with its value and its weight."""

    feature: str
    """Empty for what a step begins with."""
    value: float
    weight: float

    @property
    def amount(self) -> float:
        """What it adds to the log odds."""
        return self.value * self.weight


class Argument(NamedTuple):
    """The place, facility or day of an event, and where it comes from."""

    words: str
    origin: Origin
    sentence: int
    """Number of the sentence that it stands in; 0 if it stands in none."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A claim that was weighed: one stage of one facility group in one place."""

    name: str
    """Of the place, as the gazetteer or, where it is not known, the text has it."""
    facility: str
    stage: str
    predicate: str
    sentence: int
    """Number of the sentence of the predicate."""
    place: Argument
    thing: Argument
    """The facility."""
    day: Argument
    alone: tuple[Weighed, ...]
    """The first step: the best candidate by itself, strongest first."""
    together: tuple[Weighed, ...]
    """The second step: beside its rivals."""
    unlawful: float
    """Probability before the laws."""
    probability: float
    law: Law
    rival: int
    """Place in `Explanation.claims` of the one that it cannot stand beside; -1 if there is none."""
    event: Event | None
    """None if it is too unlikely to be told."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a document was read for events."""

    has_place: bool
    """Whether a place is named where something can happen; without one nothing is read."""
    n_sentences: int
    sentences: tuple[ReadSentence, ...] = ()
    claims: tuple[Derived, ...] = ()
    """The likeliest first."""

    def led_back(
        self, span: Callable[[int, int], tuple[int, int]], event: Callable[[Event], Event]
    ) -> Explanation:
        """The explanation of a changed copy at the offsets of its original."""
        sentences = []
        for one in self.sentences:
            start, end = span(one.start, one.end)
            sentences.append(replace(one, start=start, end=end))
        claims = (replace(one, event=one.event and event(one.event)) for one in self.claims)
        return replace(self, sentences=tuple(sentences), claims=tuple(claims))
