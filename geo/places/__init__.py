"""The places of the DPRK: the gazetteer, names in a text, and which place each of them means."""

from importlib import import_module
from typing import TYPE_CHECKING

from geo.places.gazetteer import SPECIAL_CITIES, Gazetteer, Name, load_gazetteer
from geo.places.lookup import BY_SOUND, SEVERAL, Answer, locate, look_up, settle
from geo.places.population import everybody, figure_of, people_in
from geo.places.resolving import find_mentions
from geo.places.type_words import script_of, without_type_word
from geo.places.unlisted import fold_key

if TYPE_CHECKING:
    from geo.places.name_columns import answer_record, locate_all, located_csv, unit_record
    from geo.places.sieve import Sieve
    from geo.places.unsettled import proposed_aliases, unresolved_names

__all__ = [
    "BY_SOUND",
    "SEVERAL",
    "SPECIAL_CITIES",
    "Answer",
    "Gazetteer",
    "Name",
    "Sieve",
    "answer_record",
    "everybody",
    "figure_of",
    "find_mentions",
    "fold_key",
    "load_gazetteer",
    "locate",
    "locate_all",
    "located_csv",
    "look_up",
    "people_in",
    "proposed_aliases",
    "script_of",
    "settle",
    "unit_record",
    "unresolved_names",
    "without_type_word",
]

_HOME = {
    "name_columns": "answer_record locate_all located_csv unit_record",
    "sieve": "Sieve",
    "unsettled": "proposed_aliases unresolved_names",
}

# Tables of names, the sieve of archives and what is unsettled are loaded only by who asks for them.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A public name, from the module that defines it."""
        for module, names in _HOME.items():
            if name in names.split():
                return getattr(import_module(f"{__name__}.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
