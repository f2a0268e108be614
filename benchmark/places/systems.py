"""What every system under test says about a text, and factorymap as one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from benchmark.texts.units import whole_unit
from geo.models import Document, Mention, Outcome
from geo.places.gazetteer import Gazetteer
from geo.places.resolving import find_mentions
from geo.text.composed import compose


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text and the unit it was taken for."""

    start: int
    end: int
    """Offsets into the text of the document, with the type word if the system finds it."""
    outcome: Outcome
    pcode: str | None = None
    """Unit of the DPRK; None unless resolved."""
    candidates: frozenset[str] = frozenset()
    typed: bool = False
    """Whether a type word stands with the name."""

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it has a character of text[start:end]."""
        return self.start < end and start < self.end


class System(Protocol):
    """Something that finds places of the DPRK."""

    @property
    def name(self) -> str:
        """As the tables call it."""

    @property
    def note(self) -> str:
        """How it is used here, in a sentence."""

    def find(self, document: Document) -> Sequence[Found]:
        """Places in the sections of the document, in any order."""


def as_found(mention: Mention, gazetteer: Gazetteer) -> Found:
    """A mention of factorymap in the form that all systems share."""
    return Found(
        start=mention.start,
        end=mention.end,
        outcome=mention.outcome,
        pcode=whole_unit(mention.place.pcode, gazetteer) if mention.place else None,
        candidates=frozenset(whole_unit(place.pcode, gazetteer) for place in mention.candidates),
        typed=bool(mention.type_word),
    )


@dataclass(frozen=True)
class Factorymap:
    """The resolver of this project."""

    gazetteer: Gazetteer
    name: str = "factorymap"
    note: str = "as `factorymap extract` runs it"

    def find(self, document: Document) -> Sequence[Found]:
        """Places as `find_mentions` gives them, decomposed letters read as composed."""
        composed = compose(document)
        mentions = find_mentions(composed.document if composed else document, self.gazetteer)
        if composed:
            mentions = tuple(composed.mention(mention) for mention in mentions)
        return [as_found(mention, self.gazetteer) for mention in mentions]
