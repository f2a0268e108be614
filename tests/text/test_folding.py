"""Folded text: what it is for some stretches, where its letters stand, and that the quick way is the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.text import fold

INVISIBLE = "\u200b"
"""At the end of a text it changes nothing, but a text with it is not folded the quick way."""
LETTERS = st.one_of(
    st.sampled_from(
        "aAzZ  \n\n\r\t-–—'’‘·・\u200bＡΣςİıſK\u0301\u1112\u1161성oŏ.\u2028\u00a0\x1c\ud800gunkis"
    ),
    st.characters(),
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("P’yŏng\nyang", "p'yŏng yang"),
        ("one\n\ntwo", "one\ntwo"),
        ("one\n\n\ntwo", "one\ntwo"),
        ("one  two", "one two"),
        ("one \n two", "one two"),
        ("Song-\nchon", "songchon"),
        ("Songchon-\ngun", "songchon- gun"),
        ("\n\nSongchon\n", "\nsongchon "),
        ("Ｓｏｎｇchon–Anju", "songchon-anju"),
        ("ΟΔΟΣ 'Σ", "οδος 'σ"),
    ],
)
def test_what_a_text_is_folded_to(text: str, folded: str) -> None:
    assert fold(text).text == folded


@settings(max_examples=500)
@given(st.text(LETTERS, max_size=30))
def test_the_quick_way_is_the_same(text: str) -> None:
    quick, slow = fold(text), fold(text + INVISIBLE)
    assert quick.text == slow.text
    assert list(quick.offsets)[:-1] == list(slow.offsets)[:-1]
    assert quick.offsets[-1] == len(text)


@given(st.text(LETTERS, max_size=30))
def test_offsets_go_there_and_back(text: str) -> None:
    folded = fold(text)
    offsets = list(folded.offsets)
    assert offsets == sorted(offsets) and len(offsets) == len(folded.text) + 1
    assert folded.offsets[1:] == offsets[1:]
    assert [folded.place(at) for at in range(len(text))] == [
        next(number for number, there in enumerate(offsets) if there >= at) for at in range(len(text))
    ]
