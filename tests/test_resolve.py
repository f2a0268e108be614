"""Names in texts: which unit each means, told by its neighbours; what cannot be told stays open."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer import load_gazetteer
from geo.models import Document, Mention, Section
from geo.resolve import find_mentions

UNSANS = "KP0617|KP0720"
"""운산 of North Phyongan and 은산 of South Phyongan: "Unsan" in English, both of them."""
TWO_SONCHEONS = "KP0610|KP0717"
"""Sonchon of North and Songchon of South Phyongan, which the press both writes Soncheon."""


def document(text: str, **fields: str) -> Document:
    return Document("d", "d.txt", text, (Section("body", 0, len(text)),), **fields)


def found(text: str) -> dict[str, str]:
    """Surface -> P-code, P-codes joined by + of one word for several, by | if it may be any, or `foreign`."""
    result: dict[str, str] = {}
    for mention in find_mentions(document(text)):
        said = _said(mention)
        before = result.get(mention.surface)
        result[mention.surface] = said if before in (None, said) else f"{before}+{said}"
    return result


def _said(mention: Mention) -> str:
    if mention.place:
        return mention.place.pcode
    return "|".join(place.pcode for place in mention.candidates) or mention.outcome


# (text, surface -> what it means, why it is here); a surface that is missing must not be found
TYPE_WORDS = [
    ("North Korea: a mill in Kumya County.", {"Kumya County": "KP0316"}, "type word behind"),
    ("North Korea: the county of Kumya has a mill.", {"Kumya": "KP0316"}, "type word before"),
    ("A mill in Kumya-gun, North Korea.", {"Kumya-gun": "KP0316"}, "romanised type word"),
    ("Rain fell in Kusong-si, North Korea.", {"Kusong-si": "KP0603"}, "romanised city"),
    ("The farm of Rangnang-guyok, DPRK.", {"Rangnang-guyok": "XKP1046"}, "romanised ward"),
    ("The DPRK's port city of Nampho.", {"Nampho": "KP11"}, "two words before"),
    ("KUMYA COUNTY, DPRK", {"KUMYA COUNTY": "KP0316"}, "capitals of a headline"),
    ("Ein Werk im Kreis Ragwon, Nordkorea.", {"Ragwon": "KP0319"}, "German"),
    ("Una planta en el condado de Hwangju, Corea del Norte.", {"Hwangju": "KP0805"}, "Spanish"),
    ("North Korea's Kumya town is quiet.", {"Kumya": "KP0316"}, "the seat is not the surface, but leads to it"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TYPE_WORDS, ids=[case[2] for case in TYPE_WORDS])
def test_type(text: str, expected: dict[str, str], why: str) -> None:
    assert found(text) == expected, why
