"""dateparser on the list of date phrases: the phrase by itself, and found in the sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from importlib.metadata import version
from typing import Any

from benchmark.dates.phrases import Ask, Phrase

_LENGTHS = {"day": 10, "time": 10, "week": 7, "month": 7, "year": 4}
"""Digits of an ISO date that dateparser vouches for, by its `period`."""


def make_peers() -> dict[str, Ask]:
    """dateparser in its two ways by name; none if it is not installed (extra `bench`)."""
    try:
        search: Any = import_module("dateparser.search")
        parser: Any = import_module("dateparser.date")
    except ImportError:
        return {}
    named = f"dateparser {version('dateparser')}"
    return {
        f"{named}, given the phrase": lambda one: _read(parser.DateDataParser, one, one.phrase),
        f"{named}, given the sentence": lambda one: _find(search.search_dates, parser.DateDataParser, one),
    }


def _settings(phrase: Phrase) -> dict[str, Any]:
    """The past is meant, day first; without a day of publication the year has to be in the words."""
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
    if published := phrase.document.published_on:
        return settings | {"RELATIVE_BASE": datetime.fromisoformat(published)}
    return settings | {"REQUIRE_PARTS": ["year"], "RELATIVE_BASE": datetime(2026, 1, 1)}


def _read(parser: Callable[..., Any], phrase: Phrase, words: str) -> str:
    """The date of some words, as precise as dateparser says it is; empty for none."""
    read = parser(languages=[phrase.language], settings=_settings(phrase)).get_date_data(words)
    return read.date_obj.date().isoformat()[: _LENGTHS[read.period]] if read.date_obj else ""


def _find(search: Callable[..., Any], parser: Callable[..., Any], phrase: Phrase) -> str:
    """The date of the first words found in the sentence that lie in the phrase or around it."""
    start = phrase.sentence.index(phrase.phrase)
    position = 0
    found = search(phrase.sentence, languages=[phrase.language], settings=_settings(phrase)) or []
    for words, day in found:
        position = phrase.sentence.find(words, position)
        if position < 0:
            break
        if position < start + len(phrase.phrase) and start < position + len(words):
            length = len(_read(parser, phrase, words)) or 10
            return str(day.date())[:length]
        position += len(words)
    return ""
