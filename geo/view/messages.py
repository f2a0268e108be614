"""
The words of the interface, each under a key, in English and Korean: `messages.csv` beside this file.

A text may hold `{name}` to be filled in, and `{n|project|projects}`, which is the first where n is 1. Column
`used` says who needs it: the page as it stands, its scripts, the pictures, or the view. A user's own words,
the evidence and the reasons of a reading are no messages and stay in their language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from geo.models import Language, Note
from geo.text import read_records
from geo.view.records import Words

_PLACE = re.compile(r"\{(\w+)(?:\|([^|{}]*)\|([^{}]*))?\}")


@dataclass(frozen=True, slots=True)
class Message:
    """One text of the interface."""

    key: str
    used: frozenset[str]
    """page, script, picture, view."""
    texts: Mapping[Language, str]


@cache
def all_messages() -> dict[str, Message]:
    """All messages by key, in the order of the table."""
    table = resources.files("geo.view").joinpath("messages.csv").read_text(encoding="utf-8")
    _, rows = read_records(table)
    return {
        row["key"]: Message(row["key"], frozenset(row["used"].split()), {"en": row["en"], "ko": row["ko"]})
        for row in rows
    }


def say(key: str, language: Language = "en", /, **values: object) -> str:
    """A message with its values filled in; KeyError if there is no such key or a value is missing."""
    return _PLACE.sub(lambda place: _filled(place, values, language), all_messages()[key].texts[language])


def words(key: str, /, **values: object) -> Words:
    """A message in both languages."""
    return words_of(Note(key, tuple(values.items())))


def words_of(note: Note) -> Words:
    """What a step has noted, in both languages."""
    values = dict(note.values)
    return {"en": say(note.key, "en", **values), "ko": say(note.key, "ko", **values)}


def joined(notes: Iterable[Note], joint: str) -> Words:
    """Several notes as one text."""
    said = [words_of(note) for note in notes]
    return {"en": joint.join(one["en"] for one in said), "ko": joint.join(one["ko"] for one in said)}


def own_words(text: str) -> Words:
    """What a user has written, which is the same in every language."""
    return {"en": text, "ko": text}


def words_or_plain(key: str, plain: str) -> Words:
    """The message of a key, or, for one that nobody knows, the text itself with blanks."""
    return words(key) if key in all_messages() else own_words(plain.replace("_", " "))


def _filled(place: re.Match[str], values: Mapping[str, object], language: Language) -> str:
    """What stands for one place of a text."""
    name, one, many = place.groups()
    if many is not None:
        return str(one if values[name] == 1 else many)
    return _shown(values[name], language)


def _shown(value: object, language: Language) -> str:
    """A value as it is read: numbers by thousands, notes and names in the language, several joined."""
    if isinstance(value, Note):
        return say(value.key, language, **dict(value.values))
    if isinstance(value, Mapping):
        return str(value[language])
    if isinstance(value, tuple):
        return ", ".join(_shown(one, language) for one in value)
    return f"{value:,}" if isinstance(value, int) else str(value)
