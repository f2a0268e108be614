"""Doubts about names and documents: spellings for the lists, names left open, pages without a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from geo.decisions import DECIDED, document_key, name_key, written
from geo.models import Document, Event, Mention, Section
from geo.places import load_gazetteer
from geo.review.records import Doubt

AROUND = 80
"""Characters shown before and after a name."""

Documents = Mapping[str, Document]


def name_doubts(
    mentions: Iterable[Mention], events: Iterable[Event], documents: Documents
) -> Iterator[Doubt]:
    """
    One row for each name that is ambiguous, unknown or matched by its likeness; what stands in one document
    beside an event is asked there.
    """
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if _is_open(mention):
            groups.setdefault(name_key(mention), []).append(mention)
    places = {(event.document_id, _meant(event)) for event in events}
    for key, group in groups.items():
        with_event = any((m.document_id, _meaning(m)) in places for m in group)
        alone = len({mention.document_id for mention in group}) == 1
        if group[0].place or not (with_event and alone):
            yield _name_doubt(key, group, with_event, documents)


def document_doubts(events: Iterable[Event], documents: Documents) -> Iterator[Doubt]:
    """Documents without a day of publication in which an event stays without a date."""
    for name in dict.fromkeys(event.document_id for event in events if not event.date):
        document = documents[name]
        if not document.published_on:
            yield Doubt(
                importance="medium",
                kind="document",
                key=document_key(document),
                doubt="the day of publication is not known, so that an event in it has no date",
                suggestion="write DATE: and the day at the head of the text, or in the table; or accept",
                publisher=document.publisher or "",
                document=document.id,
                url=document.url or "",
            )


def _is_open(mention: Mention) -> bool:
    """Whether nobody has settled it: no list, no text, no person."""
    if mention.spelling == DECIDED:
        return False
    return mention.outcome in ("ambiguous", "unknown") or (
        mention.spelling == "unseen" and bool(mention.place)
    )


def _meant(event: Event) -> str:
    return event.pcode or "+".join(sorted(p.pcode for p in event.candidates)) or (event.name or "").lower()


def _meaning(mention: Mention) -> str:
    """What an event of the mention would be placed by."""
    if mention.place:
        return mention.place.county_pcode or mention.place.pcode
    return "+".join(sorted(place.pcode for place in mention.candidates)) or _bare(mention).lower()


def _bare(mention: Mention) -> str:
    """The name as it is written, without its type word, on one line."""
    form = mention.surface[mention.name_start - mention.start : mention.name_end - mention.start]
    return " ".join((form or mention.surface).split())


def _name_doubt(key: str, group: list[Mention], with_event: bool, documents: Documents) -> Doubt:
    first = group[0]
    units = load_gazetteer().units
    alias = first.place is not None
    grave = ("high" if alias else "medium") if with_event else ("medium" if alias else "low")
    number = len(group)
    found = "once" if number == 1 else f"{number} times"
    settle = (
        "alias with new_place" if not alias else "alias with this place as new_place; reject if it is wrong"
    )
    return Doubt(
        importance=grave,
        kind="alias" if alias else "name",
        key=key,
        doubt=f"{_doubtful(first)}; found {found}{', beside an event' if with_event else ''}",
        suggestion=f"{settle}; or accept to leave it as it is",
        place=written(units[first.place.pcode]) if first.place else "",
        candidates=tuple(written(units[place.pcode]) for place in first.candidates),
        surface=_bare(first),
        confidence=first.confidence,
        evidence=(_context(first, documents[first.document_id]),),
        documents=tuple(sorted({mention.document_id for mention in group})),
    )


def _doubtful(mention: Mention) -> str:
    """Why a name is in doubt."""
    if mention.place:
        return f"a spelling that no list has: {mention.reason}"
    return mention.reason if mention.outcome == "unknown" else f"several units may be meant: {mention.reason}"


def _context(mention: Mention, document: Document) -> str:
    """The name with some whole words around it, of its section."""
    inside = (s for s in document.sections if s.start <= mention.start < s.end)
    section = next(inside, Section("body", 0, len(document.text)))
    start, end = max(section.start, mention.start - AROUND), min(section.end, mention.end + AROUND)
    before = document.text[start : mention.start].split(" ", 1)[-1 if start > section.start else 0 :]
    after = document.text[mention.end : end].rsplit(" ", 1)[: 1 if end < section.end else None]
    return " ".join(f"{' '.join(before)}{mention.surface}{' '.join(after)}".split())
