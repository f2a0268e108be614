"""Which stage of which facility a document reports, where and when, each with the words that say so."""

from geo.events.finding import LONGEST_SENTENCE, find_events, unread_sentences
from geo.events.records import TWENTY_BY_TEN
from geo.events.vocabulary import find_facilities

__all__ = [
    "LONGEST_SENTENCE",
    "TWENTY_BY_TEN",
    "find_events",
    "find_facilities",
    "unread_sentences",
]
