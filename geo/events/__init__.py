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
from geo.events.explaining import ClaimRow, explain_events, weighed_claims
from geo.events.facilities import find_facilities
from geo.events.finding import find_events, read_events, unread_sentences
from geo.events.reading import LONGEST_SENTENCE, POLICY
from geo.events.weights import (
    Weights,
    read_weights,
    shipped_weights,
    use_weights,
    using_weights,
    weights_in_use,
)

__all__ = [
    "LONGEST_SENTENCE",
    "POLICY",
    "Argument",
    "ClaimRow",
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
    "Weights",
    "WhyNot",
    "explain_events",
    "find_events",
    "find_facilities",
    "read_events",
    "read_weights",
    "shipped_weights",
    "unread_sentences",
    "use_weights",
    "using_weights",
    "weighed_claims",
    "weights_in_use",
]
