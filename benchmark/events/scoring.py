"""
Events found in annotated texts, beside gold: how many are right at which confidence, with their dates.

An event is a place, a facility group and a stage, as often as a text states it (visits on two days are two).
Found ones have a confidence; from the line on they are stated, below it possible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from benchmark.figures import Tally, total
from benchmark.texts.annotated import Annotated, EventKey
from benchmark.texts.units import county_of
from geo.models import POSSIBLE_FROM, STATED_FROM, Event
from geo.pipeline import find
from geo.places.gazetteer import Gazetteer, load_gazetteer

SURE_FROM = 0.9
"""Confidence from which nine of ten should be right."""
BANDS = tuple(sorted({POSSIBLE_FROM, 0.2, 0.3, 0.4, 0.5, STATED_FROM, 0.7, 0.8, SURE_FROM, 1.01}))
"""Edges of the bands of confidence in which the share of right ones is told."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One event, beside what was found of it."""

    gold: tuple[str | None, ...]
    """The date of each time that the text states it; empty if it does not."""
    found: tuple[tuple[float, str | None], ...]
    """Confidence and date of each time that it was found, the surest first."""

    def tally(self, line: float) -> Tally:
        """How often it was found from a line on, and how often rightly."""
        count = sum(confidence >= line for confidence, _ in self.found)
        hit = min(count, len(self.gold))
        return Tally(hit, len(self.gold), hit, count)

    def dates(self, line: float) -> Tally:
        """Of those found rightly, how many have gold's date, of the same precision."""
        said = Counter(day for confidence, day in self.found if confidence >= line)
        right, hit = (Counter(self.gold) & said).total(), self.tally(line).hit
        return Tally(right, hit, right, hit)

    @property
    def judged(self) -> list[tuple[float, bool]]:
        """Confidence of each time that it was found, and whether the text states it so often."""
        return [(one, number < len(self.gold)) for number, (one, _) in enumerate(self.found)]


@dataclass(frozen=True, slots=True)
class EventScore:
    """Events of one article."""

    answers: tuple[Answer, ...]
    is_empty: bool
    """Whether the text states no event."""
    is_silent: bool
    """Whether nothing is stated, not even of a place left open."""

    @property
    def events(self) -> Tally:
        """Stated events."""
        return self.above(STATED_FROM)

    @property
    def dates(self) -> Tally:
        """Dates of those stated rightly; `gold` and `found` count them."""
        return total([one.dates(STATED_FROM) for one in self.answers])

    @property
    def quiet(self) -> bool | None:
        """Whether nothing is stated, for an article without events; None for one with events."""
        return self.is_silent if self.is_empty else None

    def above(self, line: float) -> Tally:
        """Events found from a line on."""
        return total([one.tally(line) for one in self.answers])

    @property
    def judged(self) -> list[tuple[float, bool]]:
        """Confidence of each found event, and whether it is right."""
        return [one for answer in self.answers for one in answer.judged]


def event_score(article: Annotated, events: Iterable[Event], gazetteer: Gazetteer) -> EventScore:
    """
    Stated and possible events of an article beside gold.

    A stated one whose place is left open, with the right place among its candidates, is neither found nor
    missed. A date is right if it is exactly gold's; so is a missing one where gold has none.
    """
    found: dict[EventKey, list[tuple[float, str | None]]] = {}
    left_open: set[EventKey] = set()
    silent = True
    for event in events:
        stated = event.confidence >= STATED_FROM
        if event.outcome == "ambiguous":
            left_open |= {(place.pcode, event.facility, event.stage) for place in event.candidates if stated}
        elif event.place_precision != "province":
            pcode = county_of(event.pcode, gazetteer) if event.pcode else ""
            said = found.setdefault((pcode, event.facility, event.stage), [])
            said.append((event.confidence, event.date))
        else:
            continue
        silent = silent and not stated
    asked = [key for key in dict.fromkeys((*article.events, *found)) if key in found or key not in left_open]
    answers = (
        Answer(article.events.get(key, ()), tuple(sorted(found.get(key, ()), key=lambda one: -one[0])))
        for key in asked
    )
    return EventScore(tuple(answers), not article.events, silent)


@dataclass(frozen=True, slots=True)
class Band:
    """Events of about the same confidence."""

    low: float
    high: float
    said: float
    """Their mean confidence."""
    right: int
    count: int


@dataclass(frozen=True, slots=True)
class SetScore:
    """The figures of a set of articles."""

    scores: Sequence[EventScore]

    @property
    def stated(self) -> Tally:
        """Stated events."""
        return total([one.events for one in self.scores])

    @property
    def reported(self) -> Tally:
        """Stated and possible events."""
        return total([one.above(0) for one in self.scores])

    @property
    def dates(self) -> Tally:
        """Dates of the events stated rightly."""
        return total([one.dates for one in self.scores])

    @property
    def quiet(self) -> tuple[int, int]:
        """Of the articles without events, those in which nothing is stated."""
        empty = [one.is_silent for one in self.scores if one.is_empty]
        return sum(empty), len(empty)

    @property
    def made_up(self) -> int:
        """Events stated in articles without events."""
        return sum(one.events.found for one in self.scores if one.is_empty)

    @property
    def judged(self) -> list[tuple[float, bool]]:
        """Confidence of each found event, and whether it is right; the surest first."""
        return sorted((found for one in self.scores for found in one.judged), reverse=True)

    @property
    def sure(self) -> tuple[int, int]:
        """Of the events of a confidence of 0.9 and more, those that are right."""
        sure = [right for confidence, right in self.judged if confidence >= SURE_FROM]
        return sum(sure), len(sure)

    @property
    def best(self) -> tuple[float, float]:
        """The highest F1 that any line gives, and the line; 0 and 1 if nothing right was found."""
        gold, hit, found, best = self.stated.gold, 0, 0, (0.0, 1.0)
        for line, several in groupby(self.judged, key=lambda one: one[0]):
            rights = [right for _, right in several]
            hit, found = hit + sum(rights), found + len(rights)
            best = max(best, (Tally(hit, gold, hit, found).f1, line))
        return best

    @property
    def reliability(self) -> list[Band]:
        """What was said of how sure events are, beside how many of them are right."""
        return [_band(low, high, self.judged) for low, high in pairwise(BANDS)]


def _band(low: float, high: float, judged: Sequence[tuple[float, bool]]) -> Band:
    inside = [one for one in judged if low <= one[0] < high]
    said = sum(confidence for confidence, _ in inside) / len(inside) if inside else 0.0
    return Band(low, high, said, sum(right for _, right in inside), len(inside))


def measure(articles: Sequence[Annotated]) -> tuple[list[tuple[Event, ...]], SetScore]:
    """Find the events of a set, stated and possible, and score them."""
    gazetteer = load_gazetteer()
    found = [find(article.document, gazetteer).events for article in articles]
    scores = [event_score(one, events, gazetteer) for one, events in zip(articles, found, strict=True)]
    return found, SetScore(scores)
