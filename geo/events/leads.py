"""
Events of the title or the first sentences whose place is named only afterwards.

`Kim toured an unfinished fish farm on the east coast on Tuesday. ... The site lies in Kosong County.` A later
sentence has to point back, or to name a facility of that kind after its place: `The Jungsan Greenhouse Farm`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.events import vocabulary
from geo.events.clauses import Clause, best_date
from geo.events.records import Lead, Reader, place_key
from geo.events.times import own_dates
from geo.events.vocabulary import Term
from geo.models import Mention
from geo.text import Sentence

REACH = 4
"""A place stands at most so many sentences behind the event."""

_POINTS_BACK = re.compile(
    r"^\W*(?:it|they|the (?:\S+ ){0,2}?(?:sites?|farm|hospital|complex|facility|facilities|factories"
    r"|plants?|mill"
    r"|project|cent(?:er|re)|ceremony|event|opening|inauguration|ground-?breaking|buildings?|county|city)"
    r"|(?:both|all) (?:of them )?)\b[^.;]{0,40}?\b(?:in|at|near|of|is|are|lies?|stands?|belongs?|took|was"
    r"|were)\b"
    r"|^\W*(?:이|그|해당|새)? ?(?:시설|병원|공장|농장|양식장|사업소|봉사소|준공식|착공식|행사|건설장|현장"
    r"|군|시)(?:은|는|이|가|들은)",
    re.IGNORECASE,
)


def leads_of(reader: Reader, sentence: Sentence, whole: Clause, cues: Sequence[Term]) -> tuple[Lead, ...]:
    """What the title or one of the first sentences states without a place."""
    words = reader.text[sentence.start : sentence.end]
    early = sentence.is_title or sentence.paragraph <= 1
    if whole.places or not early or vocabulary.GENERIC_PLACES.search(words):
        return ()
    return tuple(
        Lead(sentence, cue, facility, whole.dates)
        for cue in cues
        for facility in whole.facilities
        if not facility.generic and facility.value not in ("same", "farm")
    )


def placed_leads(
    reader: Reader, sentence: Sentence, whole: Clause
) -> Iterator[tuple[Lead, Mention, str | None]]:
    """The events told before that the sentence gives a place, with the place and the date."""
    if len({place_key(place) for place in whole.places}) != 1 or sentence.is_title:
        return
    words = reader.text[sentence.start : sentence.end]
    for lead in reader.memory.leads:
        near = sentence.number - lead.sentence.number <= REACH
        if near and (_POINTS_BACK.match(words) or _names(reader, whole, lead)):
            told = Clause(
                lead.sentence.start, lead.sentence.end, (lead.cue,), (), (lead.facility,), lead.dates
            )
            dates = own_dates(reader, (*told.dates, *whole.dates), told)
            date = best_date(reader.text, replace(told, dates=dates))
            yield lead, whole.places[0], date.date if date else None


def _names(reader: Reader, whole: Clause, lead: Lead) -> bool:
    """Whether a facility of the lead's kind bears the name of the place: `The Jungsan Greenhouse Farm`."""
    return any(
        facility.value == lead.facility.value and 0 <= facility.start - place.end <= 2
        for facility in whole.facilities
        for place in whole.places
    )
