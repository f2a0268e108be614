"""The words of the desk in English and Korean: `words.csv` beside this file, filled as those of the map."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from geo.models import Language
from geo.places import load_gazetteer
from geo.text import read_records
from geo.view import Words, all_messages, own_words

_PLACE = re.compile(r"\{(\w+)\}")


@cache
def desk_words() -> dict[str, Words]:
    """Key -> text in both languages; `{name}` is filled in."""
    _, rows = read_records(resources.files("geo.desk").joinpath("words.csv").read_text(encoding="utf-8"))
    return {row["key"]: {"en": row["en"], "ko": row["ko"]} for row in rows}


@cache
def page_words() -> dict[str, Words]:
    """Those of the desk, and of the map those for stages and facilities."""
    shared: dict[str, Words] = {
        key: {"en": one.texts["en"], "ko": one.texts["ko"]}
        for key, one in all_messages().items()
        if key.startswith(("stage-", "facility-"))
    }
    return shared | desk_words()


def told(key: str, /, **values: Words | int) -> Words:
    """A text with its values; KeyError if there is no such key or a value is missing."""
    text = page_words()[key]
    return {"en": _filled(text["en"], values, "en"), "ko": _filled(text["ko"], values, "ko")}


def stage_words(stage: str) -> Words:
    """A stage or setback; for none, that there is no project of the policy."""
    return page_words()[f"stage-{stage}" if stage else "no-stage"]


def facility_words(facility: str) -> Words:
    """A facility group."""
    return page_words()[f"facility-{facility}"]


def place_words(pcode: str) -> Words:
    """A unit with its province."""
    gazetteer = load_gazetteer()
    if pcode not in gazetteer.units:
        return own_words(pcode)
    unit, province = gazetteer.units[pcode], gazetteer.province_of(pcode)
    if unit.level == 1:
        return {"en": unit.name, "ko": gazetteer.korean_name(pcode)}
    return {
        "en": f"{unit.name} ({province.name})",
        "ko": f"{gazetteer.korean_name(province.pcode)} {gazetteer.korean_name(pcode)}",
    }


def _filled(text: str, values: Mapping[str, Words | int], language: Language) -> str:
    def value(place: re.Match[str]) -> str:
        found = values[place[1]]
        return f"{found:,}" if isinstance(found, int) else found[language]

    return _PLACE.sub(value, text)
