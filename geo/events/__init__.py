"""Which stage of which facility a document reports, where and when, each with the words that say so."""

from importlib import import_module
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
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

_HOME = {
    "explained": (
        "Argument Derived Explanation FacilityList Law Nothing Origin PlaceList ReadPredicate ReadSentence "
        "Weighed WhyNot"
    ),
    "explaining": "ClaimRow explain_events weighed_claims",
}

# What tells how a document was read is loaded only by who asks for that.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A public name of what is explained, from the module that defines it."""
        for module, names in _HOME.items():
            if name in names.split():
                return getattr(import_module(f"{__name__}.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
