"""What the reading of names leaves for a person: names not resolved, and spellings that no list has yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.models import Mention


@dataclass(frozen=True, slots=True)
class UnresolvedName:
    """A name that is ambiguous or unknown, and how often it stands where."""

    surface: str
    outcome: str
    candidates: tuple[str, ...]
    """P-codes, in order; empty for an unknown name."""
    mentions: int
    documents: tuple[str, ...]

    def __str__(self) -> str:
        means = " or ".join(self.candidates) or "no unit of that name"
        where = "1 document" if len(self.documents) == 1 else f"{len(self.documents)} documents"
        return f"{self.surface} ({means}; {where})"


@dataclass(frozen=True, slots=True)
class ProposedAlias:
    """A spelling that was resolved by its likeness; a reviewer may add it to the gazetteer."""

    form: str
    pcode: str
    name: str
    reason: str
    documents: tuple[str, ...]


def unresolved_names(mentions: Iterable[Mention]) -> tuple[UnresolvedName, ...]:
    """Ambiguous and unknown names, one record per surface and reading, in alphabetical order."""
    found: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for mention in mentions:
        if mention.outcome in ("ambiguous", "unknown"):
            candidates = tuple(sorted(place.pcode for place in mention.candidates))
            key = (" ".join(mention.surface.split()), mention.outcome, candidates)
            found.setdefault(key, []).append(mention.document_id)
    return tuple(
        UnresolvedName(*key, len(documents), tuple(sorted(set(documents))))
        for key, documents in sorted(found.items())
    )


def proposed_aliases(mentions: Iterable[Mention]) -> tuple[ProposedAlias, ...]:
    """Spellings in no list that were resolved all the same, one record per form and unit."""
    found: dict[tuple[str, str, str, str], set[str]] = {}
    for mention in mentions:
        if mention.spelling == "unseen" and mention.place:
            form = mention.surface[mention.name_start - mention.start : mention.name_end - mention.start]
            key = (" ".join(form.split()), mention.place.pcode, mention.place.name, mention.reason)
            found.setdefault(key, set()).add(mention.document_id)
    return tuple(ProposedAlias(*key, tuple(sorted(documents))) for key, documents in sorted(found.items()))
