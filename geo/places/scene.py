"""What a decision on a name looks at: the reading so far, and the document around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from geo.models import Document, Unit
from geo.places.gazetteer import Gazetteer
from geo.places.hits import Hit, Lexicon
from geo.places.which_korea import Context, speaks_of_north
from geo.text import Changed, Pattern

COMPATIBLE = {
    "county": {"county"},
    "city": {"city", "special_city"},
    "ward": {"ward", "district", "zone"},
    "province": {"province"},
    "town": {"town"},
    "seat": {"county", "city"},
}
"""Kind of type word -> unit types it fits."""


_STOP = Pattern(r"[.?!] |\n")


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

    @cached_property
    def starts(self) -> list[int]:
        """Where the hits start, in order."""
        return [hit.start for hit in self.hits]

    @cached_property
    def stops(self) -> tuple[list[int], list[int]]:
        """Starts and ends of what may end a sentence."""
        found = [stop.span() for stop in _STOP.finditer(self.folded.text)]
        return [start for start, _ in found], [end for _, end in found]

    def sentence(self, hit: Hit) -> tuple[int, int]:
        """Where the folded text around the hit up to sentence ends stands."""
        starts, ends = self.stops
        before, behind = bisect_right(ends, hit.start) - 1, bisect_left(starts, hit.end)
        start = starts[before] + 1 if before >= 0 else 0
        return start, starts[behind] if behind < len(starts) else len(self.folded.text)

    @cached_property
    def names_south(self) -> bool:
        """Whether the text names the South at all."""
        return any(word in self.folded.text for word in ("south korea", "the south's", "한국", "남한"))

    @cached_property
    def _told(self) -> dict[tuple[int, int], bool]:
        return {}

    def speaks_of_north(self, sentence: tuple[int, int]) -> bool:
        """Whether a sentence names the North in so many words."""
        if sentence not in self._told:
            self._told[sentence] = speaks_of_north(self.folded.text[slice(*sentence)])
        return self._told[sentence]

    @cached_property
    def _provinces(self) -> dict[tuple[int, int], frozenset[str]]:
        return {}

    def provinces_in(self, sentence: tuple[int, int]) -> frozenset[str]:
        """P-codes of what a sentence names with the type word of a province."""
        if sentence not in self._provinces:
            first, last = (bisect_left(self.starts, at) for at in sentence)
            typed = (hit for hit in self.hits[first:last] if hit.type_word == "province")
            self._provinces[sentence] = frozenset(name.pcode for hit in typed for name in hit.names)
        return self._provinces[sentence]

    @cached_property
    def typed_lists(self) -> frozenset[int]:
        """Numbers of the lists of which a name has a type word."""
        return frozenset(hit.group for hit in self.hits if hit.group >= 0 and hit.type_word)


def units_of(reading: NameReading, scene: Scene) -> list[Unit]:
    return [scene.gazetteer.units[pcode] for pcode in reading.candidates]
