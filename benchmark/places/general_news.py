"""Texts that hardly name the DPRK: units found in them all the same, and how fast systems read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median
from time import perf_counter

from benchmark.places.systems import Found, System
from geo.articles.shipped import read_inputs
from geo.models import Document
from geo.places.gazetteer import Gazetteer
from geo.places.resolving import find_mentions

PYONGYANG = "KP10"
RUNS = 5
ENOUGH = 300
"""Articles that a measurement of speed should have."""


@dataclass(frozen=True, slots=True)
class FalseHits:
    """Units of the DPRK other than Pyongyang that a system sees in general news."""

    typed: int
    bare: int
    articles: int
    forms: tuple[tuple[str, str, int], ...]
    """Surface, unit or candidates, and how often; typed ones first."""

    @property
    def typed_rate(self) -> float:
        """With a type word, for every 1,000 articles."""
        return 1000 * self.typed / self.articles

    @property
    def bare_rate(self) -> float:
        """Without a type word, for every 1,000 articles."""
        return 1000 * self.bare / self.articles


def false_hits(system: System, documents: Sequence[Document], gazetteer: Gazetteer) -> FalseHits:
    """Every name taken for a unit, or left open between units; Pyongyang is often truly meant."""
    counted: Counter[tuple[bool, str, str]] = Counter()
    for document in documents:
        for one in system.find(document):
            if codes := _counties(one):
                label = " or ".join(gazetteer.units[code].name for code in sorted(codes))
                counted[(not one.typed, document.text[one.start : one.end], label)] += 1
    typed = sum(count for (bare, _, _), count in counted.items() if not bare)
    forms = tuple((surface, label, counted[bare, surface, label]) for bare, surface, label in sorted(counted))
    return FalseHits(typed, counted.total() - typed, len(documents), forms)


def _counties(one: Found) -> set[str]:
    """Units that a name was taken for, or may mean, without Pyongyang."""
    return ({one.pcode} if one.pcode else set(one.candidates)) - {PYONGYANG}


@dataclass(frozen=True, slots=True)
class Speed:
    """Median of five runs over all texts, one process."""

    articles_per_second: float
    megabytes_per_second: float
    """Of UTF-8, a million bytes each."""


def shipped_articles() -> list[Document]:
    """The shipped articles, repeated until there are enough to measure."""
    documents = [one for _, found in read_inputs() for one in found]
    return list(islice(cycle(documents), max(ENOUGH, len(documents))))


def speed(work: Callable[[Document], object], documents: Sequence[Document]) -> Speed:
    """How fast a system finds places; one article is read before the clock starts."""
    work(documents[0])
    taken = median(_seconds(work, documents) for _ in range(RUNS))
    size = sum(len(document.text.encode()) for document in documents)
    return Speed(len(documents) / taken, size / taken / 1e6)


def _seconds(work: Callable[[Document], object], documents: Iterable[Document]) -> float:
    """Time of one run."""
    start = perf_counter()
    for document in documents:
        work(document)
    return perf_counter() - start


def resolver_speed(gazetteer: Gazetteer, documents: Sequence[Document]) -> Speed:
    """How fast factorymap's own call finds places."""
    return speed(lambda document: find_mentions(document, gazetteer), documents)
