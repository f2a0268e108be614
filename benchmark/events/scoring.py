"""Events found in annotated texts, beside gold, with their dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from benchmark.figures import Tally
from benchmark.texts.annotated import Annotated, EventKey
from benchmark.texts.units import county_of
from geo.models import Event
from geo.places.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class EventScore:
    """Events of one article, and the dates of those found."""

    events: Tally
    dates: Tally
    """`found` and `gold` are the events that were found and are right."""
    quiet: bool | None
    """Whether nothing was found, for an article without events; None for one with events."""


def event_score(article: Annotated, events: Iterable[Event], gazetteer: Gazetteer) -> EventScore:
    """
    Events by place, facility group and stage, each as often as it is listed.

    An ambiguous one with the right place among its candidates is neither found nor missed. A date is right if
    it is exactly gold's, of the same precision; so is a missing one where gold has none.
    """
    found: dict[EventKey, list[str | None]] = {}
    possible: set[EventKey] = set()
    for event in events:
        if event.outcome == "ambiguous":
            possible |= {(place.pcode, event.facility, event.stage) for place in event.candidates}
        elif event.place_precision != "province":
            pcode = county_of(event.pcode, gazetteer) if event.pcode else ""
            found.setdefault((pcode, event.facility, event.stage), []).append(event.date)
    gold = {key: dates for key, dates in article.events.items() if key in found or key not in possible}
    hit = sum(min(len(dates), len(found.get(key, ()))) for key, dates in gold.items())
    dated = sum((Counter(dates) & Counter(found.get(key, ()))).total() for key, dates in gold.items())
    count, listed = sum(map(len, found.values())), sum(map(len, gold.values()))
    quiet = None if article.events else not (found or possible)
    return EventScore(Tally(hit, listed, hit, count), Tally(dated, hit, dated, hit), quiet)
