"""Texts that hardly name the DPRK, and the units found in them all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmark.places.systems import Found, System
from geo.models import Document
from geo.places.gazetteer import Gazetteer

PYONGYANG = "KP10"


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
