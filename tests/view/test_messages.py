"""The words of the interface: each key has both texts, takes the same values in both, and is used."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from geo.boundaries import CAVEAT
from geo.models import ALL_STAGES, FACILITIES, Note
from geo.page.assets import own_file
from geo.view import all_messages, own_words, say, words
from geo.view.messages import words_of

HANGUL = re.compile("[가-힣]")
SAME_IN_BOTH = {"rows", "picture-km", "policy-missing"}
"""Texts without a word that could be said in Korean."""
FAMILIES = {
    "page": ("facet-", "head-", "column-", "label-"),
    "script": ("date-", "land-", "precision-", "stage-", "label-"),
    "view": ("stage-", "facility-", "analyst-", "own-", "documents-"),
    "picture": ("land-",),
    "report": ("column-", "stage-", "facility-", "report-table-", "report-standing-", "report-how-"),
    "site": ("stage-", "facility-", "precision-", "column-", "change-", "possible-", "setbacks-"),
}
"""Beginnings of keys whose ends are values."""


def sources() -> dict[str, str]:
    """Who says messages -> its source."""
    scripts = resources.files("geo.page").joinpath("app")
    code = {
        room: "\n".join(
            file.read_text(encoding="utf-8")
            for file in resources.files(f"geo.{room}").iterdir()
            if file.name.endswith(".py")
        )
        for room in (
            "view",
            "page",
            "pictures",
            "decisions",
            "boundaries",
            "boundaries.own",
            "report",
            "publishing",
        )
    }
    templates = "\n".join(
        file.read_text(encoding="utf-8")
        for file in resources.files("geo.publishing").iterdir()
        if file.name.endswith(".html")
    )
    return {
        "page": own_file("page.html") + code["page"],
        "script": "\n".join(file.read_text(encoding="utf-8") for file in scripts.iterdir()),
        "view": "\n".join(code.values()),
        "picture": code["pictures"],
        "report": code["report"],
        "site": code["publishing"] + templates,
    }


def takes(text: str) -> set[str]:
    """The values that are filled into a text."""
    return set(re.findall(r"\{(\w+)", text))


@pytest.mark.parametrize("key", all_messages())
def test_a_message_has_two_texts_with_the_same_values(key: str) -> None:
    english, korean = all_messages()[key].texts["en"], all_messages()[key].texts["ko"]
    assert english.strip() and not HANGUL.search(english)
    assert key in SAME_IN_BOTH or HANGUL.search(korean)
    assert takes(korean) <= takes(english)
    assert takes(re.sub(r"\{\w+\|[^}]*\}", "", english)) <= takes(korean)


def test_every_message_is_said_by_those_that_are_said_to_use_it() -> None:
    said = sources()
    unused = [
        f"{user}: {key}"
        for key, message in all_messages().items()
        for user in message.used
        if not re.search(f"[\"']{key}[\"']", said[user]) and not key.startswith(FAMILIES[user])
    ]
    assert unused == []


def test_the_page_and_its_scripts_say_nothing_that_has_no_key() -> None:
    said = sources()
    asked = {
        "script": re.findall(r'\bt\("([^"]+)"', said["script"]),
        "page": re.findall(r'data-t="([\w-]+)"', said["page"]),
    }
    table = all_messages()
    missing = [
        (user, key)
        for user, keys in asked.items()
        for key in keys
        if key not in table or user not in table[key].used
    ]
    assert missing == []
    assert all(re.search(r'\bdata-t="' + key, said["page"]) for key in ("skip", "legend", "claim"))


def test_the_caveat_is_that_of_the_tables() -> None:
    assert say("caveat") == CAVEAT


def test_stages_and_facilities_have_names_and_facilities_are_called_as_in_the_tables() -> None:
    assert {say(f"facility-{key}"): label for key, label in FACILITIES.items()} == {
        label: label for label in FACILITIES.values()
    }
    assert all(HANGUL.search(words(f"stage-{stage}")["ko"]) for stage in ALL_STAGES)


@pytest.mark.parametrize(
    ("values", "english", "korean"),
    [
        ({"projects": 1, "places": 1}, "1 project in 1 county", "시·군 1곳의 사업 1건"),
        ({"projects": 2, "places": 0}, "2 projects in 0 counties and cities", "시·군 0곳의 사업 2건"),
        (
            {"projects": 1234, "places": 2},
            "1,234 projects in 2 counties and cities",
            "시·군 2곳의 사업 1,234건",
        ),
    ],
)
def test_values_are_filled_in(values: dict[str, object], english: str, korean: str) -> None:
    assert words("subtitle", **values) == {"en": english, "ko": korean}


def test_what_is_filled_in_is_not_read_as_a_message() -> None:
    assert say("counts-for", name="{n|a|b} {name}") == "counts for {n|a|b} {name}"


def test_a_note_in_a_note_is_said_in_the_language_of_the_whole() -> None:
    done = (Note("analyst-accept", (("n", 2),)), Note("analyst-reject", (("n", 1),)))
    assert words_of(Note("analyst", (("done", done),))) == {
        "en": "An analyst's decisions are heeded: 2 accepted, 1 rejected. "
        "The machine's reading stands beside each.",
        "ko": "분석자의 결정을 반영함: 인정 2건, 기각 1건. 기계가 읽은 내용은 그 옆에 있다.",
    }


def test_a_users_words_are_nobody_elses() -> None:
    assert own_words("County factories {n}") == {"en": "County factories {n}", "ko": "County factories {n}"}
