"""Spellings that no list has: found beside a type word, never anywhere else, and never by a coin toss."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.models import Document, Mention, Section
from geo.places import find_mentions, load_gazetteer
from geo.places.unlisted import UnseenNames, fold_key
from geo.text import fold

SAME_KEY = [
    ("Sŏngch'ŏn", "Seongcheon", "marks and eo"),
    ("P’yŏngwŏn", "Phyongwon", "curly quote and KCNA's h"),
    ("Ryonggang", "Yonggang", "initial r before y"),
    ("Kaephung", "Gaepung", "g and k, ph and p"),
    ("Tongrim", "Dongnim", "assimilation of ng and r"),
    ("Jaeryong", "Chaeryong", "j and ch"),
]


@pytest.mark.parametrize(("one", "other", "why"), SAME_KEY)
def test_schemes_share_a_key(one: str, other: str, why: str) -> None:
    assert fold_key(one) == fold_key(other), why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kosong", "Kusong"),
        ("Sinchon", "Sunchon"),
        ("Haeju", "Hamju"),
        ("Wonsan", "Unsan"),
        ("Pukchang", "Pukchong"),
    ],
)
def test_neighbours_keep_apart(one: str, other: str) -> None:
    assert fold_key(one) != fold_key(other)


def mentions_of(text: str) -> dict[str, Mention]:
    """Surface -> mention, in a text about the North."""
    text = f"North Korea's KCNA said so. {text}"
    return {m.surface: m for m in find_mentions(Document("x", "x", text, (Section("body", 0, len(text)),)))}


@pytest.mark.parametrize(
    ("text", "surface", "pcode"),
    [
        ("A mill opened in Sonchan County.", "Sonchan County", None),
        ("A mill opened in Kujaang County.", "Kujaang County", "KP0615"),
        ("A mill opened in Hwangjoo County.", "Hwangjoo County", "KP0805"),
        ("A mill opened in Taegwaan-gun.", "Taegwaan-gun", "KP0622"),
    ],
)
def test_a_new_spelling_beside_a_type_word(text: str, surface: str, pcode: str | None) -> None:
    mention = mentions_of(text)[surface]
    if pcode is None:
        assert mention.outcome == "ambiguous", "one letter off several units"
    else:
        assert mention.place and mention.place.pcode == pcode
        assert mention.confidence <= 0.7
        assert mention.spelling == "unseen"


def test_a_name_written_apart_is_read_whole() -> None:
    """`Sin Uiju` ends in the name of another unit, Uiju."""
    gazetteer = load_gazetteer()
    unseen = replace(gazetteer, names=tuple(n for n in gazetteer.names if fold(n.form).text != "sin uiju"))
    for where in ("Sin Uiju City", "Sin Uiju City, North Phyongan Province"):
        text = f"North Korea's KCNA said a mill opened in {where}."
        mentions = find_mentions(Document("x", "x", text, (Section("body", 0, len(text)),)), unseen)
        assert not any(m.place and m.place.name == "Uiju" for m in mentions), where
    text = "North Korea's KCNA said a mill opened in Sin Uiju City."
    (mention,) = find_mentions(Document("x", "x", text, (Section("body", 0, len(text)),)), unseen)
    assert (mention.surface, mention.place and mention.place.name) == ("Sin Uiju City", "Sinuiju")
    named = mentions_of("A mill of Kim Uiju County opened.")
    assert named["Uiju County"].place, "a word that is no part of the name takes nothing away"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Kujaang is far away.", "no type word"),
        ("A mill opened in Songchan City.", "there is no city of that name"),
        (
            "A mill opened in Kujaang County, Kangwon Province.",
            "the province written with it has no such county",
        ),
    ],
)
def test_nothing_is_resolved_by_likeness_alone(text: str, why: str) -> None:
    assert all(m.spelling != "unseen" or m.place is None for m in mentions_of(text).values()), why


def test_texts_about_other_countries_have_no_unknown_counties() -> None:
    text = "The fair in Fairfax County, Virginia, was opened by the mayor of Mexico City."
    assert all(
        m.outcome == "foreign"
        for m in find_mentions(Document("x", "x", text, (Section("body", 0, len(text)),)))
    )


@pytest.mark.parametrize(
    "words", ["the DPRK city", "the North Korean county", "a DPRK county", "the DPRK's city"]
)
def test_the_name_of_the_country_is_no_name_of_a_county(words: str) -> None:
    found = mentions_of(f"A mill was built in Hoeryong, {words} hit by floods in 2024.")
    assert [m.place.name for m in found.values() if m.place] == ["Hoeryong"] and len(found) == 1


def test_no_two_units_of_one_type_share_a_key_but_the_known_ones() -> None:
    gazetteer = load_gazetteer()
    index = UnseenNames(gazetteer)
    shared = {
        frozenset(codes)
        for codes in index.keys.values()
        if len({code for code in codes if gazetteer.units[code].type == "county"}) > 1
    }
    assert shared == {
        frozenset({"KP0617", "KP0720"}),  # Unsan and Unsan
        frozenset({"KP0612", "KP0909"}),  # Unjon and Unchon
        frozenset({"KP0610", "KP0717"}),  # Sonchon, and Songchon as TASS writes it
    }
