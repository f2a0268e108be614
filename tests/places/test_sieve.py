"""The sieve before all parsing lets too much through, and holds nothing back that names a place."""

from __future__ import annotations

import html
import json
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.articles import read_inputs
from geo.models import Document, Section
from geo.places import Name, Sieve, find_mentions, load_gazetteer

SIEVE = Sieve.of(load_gazetteer())
NAMES = [name for name in load_gazetteer().names if name.kind != "weak"]
FRAMES = (*("{} County", "{}군", "the county of {}", "North Korea's {}", "{}", "북한 {}에서", "{} District"),)
FORMS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "JSON": lambda text: json.dumps(text, ensure_ascii=False),
    "JSON in ASCII": json.dumps,
    "entities": lambda text: html.escape(text).encode("ascii", "xmlcharrefreplace").decode(),
    "JSON of entities": lambda text: json.dumps(html.escape(text)),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "decomposed JSON": lambda text: json.dumps(unicodedata.normalize("NFD", text)),
    "capitals": str.upper,
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "soft hyphens": lambda text: "\u00ad".join(text),
}
"""How a text may stand in a file."""


def names_a_place(text: str) -> bool:
    """Whether a place that may be of the DPRK is found in a text."""
    document = Document("", "", text, (Section("body", 0, len(text)),))
    return any(mention.outcome != "foreign" for mention in find_mentions(document))


def held_back(text: str) -> list[str]:
    """The forms of a text that the sieve holds back."""
    return [name for name, form in FORMS.items() if not SIEVE.passes(form(text).encode("utf-8", "replace"))]


def test_nothing_that_names_a_place_is_held_back_of_the_shipped_articles() -> None:
    named = [one.text for _, found in read_inputs() for one in found if names_a_place(one.text)]
    assert len(named) > 150
    for text in named:
        assert SIEVE.reads(text)
        assert held_back(text) == []


@given(
    st.sampled_from(NAMES),
    st.sampled_from(FRAMES),
    st.sampled_from(["Prices rose. ", "\n\n", "값이 올랐다. ", "(", "“"]),
    st.sampled_from([str, str.upper, str.lower, str.title]),
)
@example(Name("Пхёнан-Пукто", "KP06", "cyrillic", "variant", ""), "{} County", "(", str)
@example(Name("ハムギョン南", "KP03", "kana", "variant", ""), "{} County", "\n\n", str)
def test_no_spelling_in_no_frame_is_held_back(
    name: Name, frame: str, before: str, cased: Callable[[str], str]
) -> None:
    text = before + frame.format(cased(name.form)) + " and nothing else."
    if names_a_place(text):
        assert SIEVE.reads(text)
        assert held_back(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The council of Springfield met in the central library on Monday.",
        "A library opened in Hanoi, and the mayor of Osaka spoke of technology and sport.",
        "Using the usual bus, Sinclair drove to the export zone beside the harbour.",
        "부산 시청 앞에서 열린 축제에 많은 시민이 모였다.",
        "Der Bürgermeister von Köln eröffnete die neue Brücke.",
    ],
)
def test_general_news_is_held_back(text: str) -> None:
    assert {"plain", "JSON", "capitals"} <= set(held_back(text))
