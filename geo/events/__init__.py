"""Which stage of which facility a document reports, where and when, each with the words that say so."""

from geo.events.explained import (
    Argument,
    Derived,
    Explanation,
    FacilityList,
    Law,
    Nothing,
    Origin,
    PlaceList,
    ReadPredicate,
    ReadSentence,
    Weighed,
    WhyNot,
)
from geo.events.explaining import explain_events
from geo.events.facilities import find_facilities
from geo.events.finding import find_events, read_events, unread_sentences
from geo.events.reading import LONGEST_SENTENCE, POLICY

__all__ = [
    "LONGEST_SENTENCE",
    "POLICY",
    "Argument",
    "Derived",
    "Explanation",
    "FacilityList",
    "Law",
    "Nothing",
    "Origin",
    "PlaceList",
    "ReadPredicate",
    "ReadSentence",
    "Weighed",
    "WhyNot",
    "explain_events",
    "find_events",
    "find_facilities",
    "read_events",
    "unread_sentences",
]
