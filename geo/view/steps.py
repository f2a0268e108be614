"""
The story of a map: steps of a TOML file, each a caption and the view of the map that it is about.

    [[step]]
    caption = { en = "Songchon was the first to open.", ko = "성천군이 처음으로 준공하였다." }
    county = "Songchon"
    date = "2024-12"
    zoom = 8

docs/map.md tells what a step may have.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import InputError
from geo.models import FACILITIES, LANGUAGES, STAGES
from geo.places import look_up
from geo.text import read_regular, storable
from geo.view.records import Words

MOST_BYTES = 1_000_000
MOST_STEPS = 50
ZOOMS = (6, 11)
"""Least and most zoom of a step, as web maps count it."""
KEYS = ("caption", "county", "date", "campaign", "stage", "facility", "origin", "others", "view", "zoom")
ORIGINS = ("state", "others")
VIEWS = ("map", "campaigns")
_ADVICE = "docs/map.md has an example."


@dataclass(frozen=True, slots=True)
class StoryStep:
    """A caption and the view of the map that it is about."""

    caption: Words
    view: str
    """As an address has it: `county=KP0717&t=2025-03`; empty for the whole map."""
    zoom: float | None = None
    """Zoom level at which the county is shown; None for the whole country."""


def read_story(path: str | os.PathLike[str]) -> tuple[StoryStep, ...]:
    """
    The steps of a TOML file.

    Raises
    ------
    InputError
        If there is no such file, it is no TOML, or a step is wrong; one line that names file and step.
    """
    name = Path(path).name
    content = read_regular(path, MOST_BYTES)
    try:
        told = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{name} is no TOML: {error}. {_ADVICE}") from error
    steps = told.get("step")
    if not isinstance(steps, list) or not steps or set(told) != {"step"}:
        raise InputError(f"{name}: a story is made of [[step]] and nothing else. {_ADVICE}")
    if len(steps) > MOST_STEPS:
        raise InputError(f"{name} has {len(steps)} steps; a story has {MOST_STEPS} at most.")
    return tuple(_step(step, f"{name}, step {number}") for number, step in enumerate(steps, 1))


def _step(step: Any, where: str) -> StoryStep:
    """One step, checked."""
    if not isinstance(step, Mapping):
        raise InputError(f"{where}: a step is a table with a caption. {_ADVICE}")
    if unknown := next((key for key in step if key not in KEYS), ""):
        raise InputError(f"{where}: {unknown!r} is none of {', '.join(KEYS)}.")
    zoom = step.get("zoom")
    if zoom is not None and (
        isinstance(zoom, bool) or not isinstance(zoom, int | float) or not ZOOMS[0] <= zoom <= ZOOMS[1]
    ):
        raise InputError(f"{where}: zoom is a number from {ZOOMS[0]} to {ZOOMS[1]}, not {zoom!r}.")
    if zoom is not None and "county" not in step:
        raise InputError(f"{where}: zoom needs a county to go to.")
    parts = {
        "county": _county(step, where),
        "t": _month(step, where),
        **{key: _chosen(step, key, is_one, where) for key, is_one in FILTERS.items()},
        "view": _one_of(step, "view", VIEWS, where),
        "others": "1" if _one_of(step, "others", (True, False), where) else "",
    }
    view = "&".join(f"{key}={value}" for key, value in parts.items() if value)
    return StoryStep(_caption(step, where), view, zoom)


def _caption(step: Mapping[str, Any], where: str) -> Words:
    """The words of a step, in one language or several."""
    caption = step.get("caption")
    given = {"en": caption, "ko": caption} if isinstance(caption, str) else caption
    if not isinstance(given, Mapping) or not set(given) <= set(LANGUAGES) or not given:
        raise InputError(f"{where}: caption is a text, or a table with {' and '.join(LANGUAGES)}.")
    texts = {lang: storable(text) for lang, text in given.items() if isinstance(text, str)}
    if len(texts) < len(given) or not all(texts.values()):
        raise InputError(f"{where}: a caption is a text, and not empty.")
    first = next(iter(texts.values()))
    return {"en": texts.get("en", first), "ko": texts.get("ko", first)}


def _county(step: Mapping[str, Any], where: str) -> str:
    """The P-code of its county."""
    if "county" not in step:
        return ""
    said = step["county"]
    answer = look_up(said) if isinstance(said, str) else None
    if answer is None or answer.unit is None or answer.unit.level < 2:
        raise InputError(
            f"{where}: {said!r} is no county. Name one that `factorymap locate` knows, or its P-code."
        )
    return answer.unit.polygon_pcode or answer.unit.pcode


def _month(step: Mapping[str, Any], where: str) -> str:
    """The month at whose end the map stands."""
    said = step.get("date", "")
    if said and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])(-\d\d)?", str(said)):
        raise InputError(f"{where}: date is a month such as 2025-03, not {said!r}.")
    return str(said)[:7]


FILTERS: Mapping[str, Callable[[str], bool]] = {
    "stage": lambda value: value in STAGES or value == "inspection",
    "facility": lambda value: value in FACILITIES,
    "campaign": lambda value: re.fullmatch(r"\d{4}|open|outside", value) is not None,
    "origin": lambda value: value in ORIGINS,
}
"""Key of a filter -> whether it has a value."""


def _chosen(step: Mapping[str, Any], key: str, is_one: Callable[[str], bool], where: str) -> str:
    """The values of a filter, joined by commas."""
    said = step.get(key, [])
    values = [str(one) for one in (said if isinstance(said, list) else [said])]
    if wrong := next((value for value in values if not is_one(value)), ""):
        raise InputError(f"{where}: {wrong!r} is no {key}. The addresses in docs/map.md have the values.")
    return ",".join(values)


def _one_of(step: Mapping[str, Any], key: str, values: tuple[Any, ...], where: str) -> Any:
    """A value of a few."""
    if key in step and step[key] not in values:
        raise InputError(f"{where}: {key} is {' or '.join(map(str, values))}, not {step[key]!r}.")
    return step.get(key, "")
