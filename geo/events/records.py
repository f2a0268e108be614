"""What is passed about while a document is read for events."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from geo.dates import DatePhrase
from geo.events.vocabulary import Term
from geo.models import Document, Mention
from geo.places import SPECIAL_CITIES, Gazetteer
from geo.text import Sentence


@dataclass(frozen=True, slots=True)
class ClauseFinding:
    """One stage of one facility at one place, as one clause states it."""

    place: Mention
    facility: str
    stage: str
    date: str | None
    dated: bool
    """Whether the clause gives a date of its own."""
    sentence: Sentence
    start: int
    end: int
    rule: str
    carried: bool
    """Whether the place comes from an earlier sentence."""
    goods: bool = False
    """Whether the facility is one for everyday goods, as sets of regional-industry factories have."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Place, facility and stage: findings of one key are one event, unless their days differ."""
        return place_key(self.place), self.facility, self.stage


@dataclass(frozen=True, slots=True)
class Counted:
    """An event told of so many places, before they are named."""

    number: int
    cues: tuple[Term, ...]
    facilities: tuple[Term, ...]
    dates: tuple[DatePhrase, ...]


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a sentence states of the places in the list behind it."""

    sentence: Sentence
    cues: tuple[Term, ...]
    facilities: tuple[Term, ...]
    dates: tuple[DatePhrase, ...]
    last: Sentence
    """The last sentence of the list so far; at first the sentence itself."""


@dataclass(frozen=True, slots=True)
class Lead:
    """An event that the title or one of the first sentences states without a place."""

    sentence: Sentence
    cue: Term
    facility: Term
    dates: tuple[DatePhrase, ...]


@dataclass
class Memory:
    """What the sentences before have said, for those that leave it out."""

    places: tuple[Mention, ...] = ()
    facilities: tuple[Term, ...] = ()
    recent: tuple[Mention, ...] = ()
    """Every place something happens in, each once, the last named last."""
    leads: tuple[Lead, ...] = ()
    """What the first sentences told without a place, until a place is given."""
    counted: Counted | None = None
    """What was told of a number of places that are yet to be named."""
    introduced: Introduction | None = None
    """What was told of the items of the list that is being read."""
    places_at: int = -99
    """Number of the sentence the places come from."""
    place_dates: tuple[DatePhrase, ...] = ()
    """Dates of that sentence, if it told no event: `On the 6th an event was held in A. It was for ...`."""
    heading: tuple[DatePhrase, ...] = ()
    """A date that is a sentence of its own, for the rest of its paragraph: `15 July 2024. Ground ...`."""
    heading_paragraph: int = -99
    topic: bool = False
    """Whether they were only spoken of: `For the people of Yonthan County ...`."""
    stage: Term | None = None
    """Cue of the last event, for `A similar ceremony took place in ...`."""
    told: bool = False
    """Whether any event was told yet."""
    last: Term | None = None
    """Cue of the last event of any kind, for `So are ...`."""
    pending: tuple[Term, ...] = ()
    """Cues of the sentence before, if it named no place: `toured several sites. In Songchon he ...`."""
    pending_dates: tuple[DatePhrase, ...] = ()
    pending_paragraph: int = -99
    day: str | None = None
    """The last day named, for `on that day`."""
    days: dict[str, str] = field(default_factory=dict)
    """Place -> day of the last event told of it, for `on the same day as the factories`."""
    decided_on: str | None = None
    """When something was decided or announced, for plans told in later sentences."""
    decisions: dict[int, str] = field(default_factory=dict)
    """Number of each sentence that tells of a decision, and its day, for plans told before it."""
    month: str | None = None
    """The last month named, for `on the 31st of the month`."""


@dataclass
class Reader:
    """One document while it is read."""

    document: Document
    gazetteer: Gazetteer
    mentions: tuple[Mention, ...]
    """In order of their start."""
    policy: bool
    memory: Memory = field(default_factory=Memory)
    is_of_one_county: bool = False
    """Whether the whole text names one county, city or ward as a site, and no other."""
    unplaced: set[tuple[str, str]] = field(default_factory=set)
    """(facility, stage) that the title or the first sentences tell without a place."""

    @property
    def text(self) -> str:
        """The text that offsets point into."""
        return self.document.text

    @cached_property
    def names_policy(self) -> bool:
        """Whether the text names the policy."""
        return POLICY.search(self.text) is not None

    @cached_property
    def names_twenty(self) -> bool:
        """Whether the text names the policy by its number of counties and years."""
        return TWENTY_BY_TEN.search(self.text) is not None

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _longest(self) -> int:
        return max((mention.end - mention.start for mention in self.mentions), default=0)

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that begin in text[start:end]."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def mentions_before(self, at: int) -> list[Mention]:
        """Mentions that end at a place, or one code point before it."""
        near = self.mentions_in(at - 1 - self._longest, at + 1)
        return [mention for mention in near if 0 <= at - mention.end <= 1]


def place_key(mention: Mention) -> str:
    if mention.place:
        return mention.place.county_pcode or mention.place.pcode
    return "|".join(place.pcode for place in mention.candidates) or f"?{mention.surface.lower()}"


def is_province(mention: Mention) -> bool:
    """Whether a mention is of a province, rather than of a county or a special city."""
    return (
        mention.place is not None and mention.place.level == 1 and mention.place.pcode not in SPECIAL_CITIES
    )


TAKEN_BACK = re.compile(
    r"\W*(?:this|that|it|the (?:report|story|claim|news)|이는|이 보도는|사실이)\b[^.]{0,30}?"
    r"(?:(?:was|is|were|proved|turned out) (?:to be )?(?:wrong|false|incorrect|untrue|mistaken"
    r"|an? (?:error|mistake|hoax)"
    r"|not (?:true|correct|so|the case))|사실(?:이|과) (?:아니|다르)|오보|잘못)",
    re.IGNORECASE,
)
"""A sentence that takes back the one before it."""


POLICY = re.compile(
    r"20 ?[×xX*] ?10|10 ?[×x] ?20|20-by-10|regional development polic|local development policy"
    r"|policy of regional development"
    r"|regional[- ]development|regional[- ]industr|local[- ]industr|지방발전|지방공업|이십승십"
    r"|(?:local|regional|rural|light[- ]industry) (?:factor(?:y|ies)|plants)|light[- ]industr|지방 ?공장"
    r"|(?:rural|regional|local|countryside|provincial)(?: \w+)? (?:drive|campaign|initiative|programme"
    r"|program|push|plan)\b"
    r"|(?:20|twenty) (?:cities|counties|areas|regions|sites|cities and counties)",
    re.IGNORECASE,
)


POLICY_FROM = "2024-02"
"""Since the policy began, bare `factories` of a county are those of the policy."""


TWENTY_BY_TEN = re.compile(
    r"20 ?[×xX*] ?10|10 ?[×x] ?20|20-by-10|regional development polic|지방발전 ?20|지방발전정책|이십승십",
    re.IGNORECASE,
)
