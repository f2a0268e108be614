"""Which stage of which facility a document reports, where and when, each with the words that say so."""

from geo.events.finding import find_events
from geo.events.records import TWENTY_BY_TEN
from geo.events.vocabulary import find_facilities

__all__ = [
    "TWENTY_BY_TEN",
    "find_events",
    "find_facilities",
]
