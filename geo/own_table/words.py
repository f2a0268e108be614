"""What columns are called and what stands in them, by the reviewed words of data/table_words.csv."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from geo.events import find_facilities
from geo.models import ALL_STAGES, FACILITIES, SETBACKS
from geo.text import data_rows

_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SIGNS = re.compile(r"[\W_]+")
BARE_FACTORY = frozenset(("factory", "factories", "공장", "공장들"))


@cache
def known_words(kind: str) -> Mapping[str, str]:
    """Normal form -> value, for `column`, `stage`, `facility` or `origin`; the values themselves included."""
    words: dict[str, str] = {}
    for row in data_rows("table_words.csv"):
        if row["kind"] == kind:
            for word in (row["value"], *row["words"].split("|")):
                words.setdefault(normal(word), row["value"])
    return words


def normal(text: str) -> str:
    """Text in lower case, full width as half, what stands in brackets and all signs left out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_SIGNS.sub(" ", _ASIDE.sub(" ", folded) or folded).split())


def role_of(header: str) -> tuple[str, int] | None:
    """What a column stands for by its name, and the rank of that name (lower is better); None if unknown."""
    words = known_words("column")
    for part in (header, *header.split("/")):
        word = normal(part)
        if word in words:
            return words[word], list(words).index(word)
    return None


def stage_of(text: str) -> str | None:
    """The stage that a cell names; None if it names none."""
    return known_words("stage").get(normal(text))


def facilities_of(text: str) -> tuple[str, ...]:
    """
    The facility groups that a cell names: by the table's words as a whole, else by those of articles.

    Empty if it names none, or works that are no facility of this map.
    """
    known = known_words("facility").get(normal(text))
    if known:
        return (known,)
    return tuple(dict.fromkeys(one.group for one in find_facilities(text) if not one.vague))


def nearest(kind: str, text: str) -> str:
    """The known word nearest to a text; empty if none is near."""
    return next(iter(get_close_matches(normal(text), known_words(kind), 1, 0.75)), "")


def choices(kind: str) -> str:
    """What may be written, in words."""
    values = (*ALL_STAGES, *SETBACKS) if kind == "stage" else FACILITIES
    return ", ".join(value.replace("_", " ") for value in values)
