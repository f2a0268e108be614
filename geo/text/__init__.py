"""Text as such: bytes to text, sentences, language, folding, cleaning, CSV, the data that ship, files."""

from importlib import import_module
from typing import TYPE_CHECKING

from geo.text.cleaning import drawable, harmless, json_text, one_line, plain, readable, storable, whole
from geo.text.composed import compose
from geo.text.csvtables import (
    DELIMITERS,
    JOINT,
    csv_table,
    declares_delimiter,
    likely_delimiter,
    read_records,
    read_rows,
    rows_of_lines,
)
from geo.text.decoding import decode
from geo.text.folding import bare, fold
from geo.text.language import guess_language
from geo.text.libraries import needed
from geo.text.literals import LedPattern, LiteralFilter, folded_case
from geo.text.offsets import Changed, changed
from geo.text.packaged import data_rows, data_text
from geo.text.patterns import Pattern, Search
from geo.text.plural import several
from geo.text.regularfiles import read_regular
from geo.text.sentences import Sentence, split_sentences
from geo.text.spans import Spans

if TYPE_CHECKING:
    from geo.text.changing import sole_changer
    from geo.text.exchanging import HIDDEN
    from geo.text.wholefiles import write_atomically
    from geo.text.wholesets import place_in_set, read_set, sole_writer, write_files

__all__ = [
    "DELIMITERS",
    "HIDDEN",
    "JOINT",
    "Changed",
    "LedPattern",
    "LiteralFilter",
    "Pattern",
    "Search",
    "Sentence",
    "Spans",
    "bare",
    "changed",
    "compose",
    "csv_table",
    "data_rows",
    "data_text",
    "declares_delimiter",
    "decode",
    "drawable",
    "fold",
    "folded_case",
    "guess_language",
    "harmless",
    "json_text",
    "likely_delimiter",
    "needed",
    "one_line",
    "place_in_set",
    "plain",
    "read_records",
    "read_regular",
    "read_rows",
    "read_set",
    "readable",
    "rows_of_lines",
    "several",
    "sole_changer",
    "sole_writer",
    "split_sentences",
    "storable",
    "whole",
    "write_atomically",
    "write_files",
]

_HOME = {
    "changing": "sole_changer",
    "exchanging": "HIDDEN",
    "wholefiles": "write_atomically",
    "wholesets": "place_in_set read_set sole_writer write_files",
}

# What writes files is loaded only by who does.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A name of what writes files, from the module that defines it."""
        for module, names in _HOME.items():
            if name in names.split():
                return getattr(import_module(f"{__name__}.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
