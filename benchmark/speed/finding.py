"""How fast systems find places, in general news or in the shipped articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median
from time import perf_counter

from geo.articles.shipped import read_inputs
from geo.models import Document
from geo.places.gazetteer import Gazetteer
from geo.places.resolving import find_mentions

RUNS = 5
ENOUGH = 300
"""Articles that a measurement of speed should have."""


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
