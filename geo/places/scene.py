"""What a decision on a name looks at: the reading so far, and the document around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from geo.models import Document, Unit
from geo.places.gazetteer import Gazetteer
from geo.places.hits import Hit, Lexicon
from geo.places.which_korea import Context
from geo.text import Changed

COMPATIBLE = {
    "county": {"county"},
    "city": {"city", "special_city"},
    "ward": {"ward", "district", "zone"},
    "province": {"province"},
    "town": {"town"},
    "seat": {"county", "city"},
}
"""Kind of type word -> unit types it fits."""


@dataclass
class NameReading:
    """The state of one decision."""

    hit: Hit
    candidates: list[str]
    kinds: dict[str, str]
    reasons: list[str] = field(default_factory=list)
    confidence: float = 0.9
    foreign: bool = False
    unknown: bool = False
    disputed: bool = False
    """Whether the hints beside the name contradict each other; then it stays ambiguous."""
    dropped: bool = False

    def keep(self, wanted: Iterable[str], reason: str) -> None:
        """Narrow the candidates, if anything is left then."""
        kept = [pcode for pcode in self.candidates if pcode in set(wanted)]
        if kept and len(kept) < len(self.candidates):
            self.candidates = kept
            self.reasons.append(reason)


@dataclass(frozen=True)
class Scene:
    """What the decisions of one document look at."""

    document: Document
    folded: Changed
    context: Context
    words: Lexicon
    hits: tuple[Hit, ...]

    @property
    def gazetteer(self) -> Gazetteer:
        """The places that names may mean."""
        return self.words.gazetteer

    def sentence(self, hit: Hit) -> str:
        """The folded text around the hit up to sentence ends."""
        text = self.folded.text
        start = max(text.rfind(mark, 0, hit.start) for mark in (". ", "\n", "다. ", "? ", "! "))
        ends = [at for mark in (". ", "\n", "? ", "! ") if (at := text.find(mark, hit.end)) >= 0]
        return text[start + 1 : min(ends, default=len(text))]


def units_of(reading: NameReading, scene: Scene) -> list[Unit]:
    return [scene.gazetteer.units[pcode] for pcode in reading.candidates]
