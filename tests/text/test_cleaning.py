"""No cell of a table runs in a spreadsheet."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text import harmless, json_text, readable, whole


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ("\n=1", "' =1"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("＝1", "'＝1"),  # full width
        ("\u202e=1", "'=1"),  # hidden behind a mark of direction
        ("a;=1", "a;'=1"),  # a cell of its own where semicolons separate
        ("plain, with = inside", "plain, with = inside"),
        ("성천군 - 준공", "성천군 - 준공"),
        ("a\x00b\x1bc\u2028d\x85e", "a b c d e"),
        ("", ""),
    ],
)
def test_cells_that_would_run_are_made_harmless(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text())
def test_no_text_begins_like_a_formula(text: str) -> None:
    shown = harmless(text)
    assert not shown.lstrip().startswith(("=", "+", "-", "@"))
    assert not any(ord(char) < 32 for char in shown)
    assert harmless(shown) == shown


ANY_TEXT = st.text(st.characters(codec=None))
"""Half surrogates, too."""
TURNING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u202eAAA\u202c Agency", "AAA Agency"),  # would turn the date behind it around
        ("close\u2069\u2069, 2025", "close, 2025"),  # would end the isolation of its element
        ("a\x00b\x1b[2Jc\x9bd\x7f", "a b [2Jc d "),
        ("cut \ud83d", "cut \ufffd"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("성천군 – “준공”", "성천군 – “준공”"),
        ({"a": ["\u202ex", 1, None], "arcs": ["\u202ex"]}, {"a": ["x", 1, None], "arcs": ["\u202ex"]}),
    ],
)
def test_what_a_page_shows_steers_nothing(text: object, shown: object) -> None:
    assert readable(text) == shown


@given(ANY_TEXT)
def test_any_text_can_be_shown_and_stored(text: str) -> None:
    assert not TURNING & set(readable(text))
    for shown in (readable(text), whole(text), harmless(text)):
        shown.encode("utf-8")
    assert readable(readable(text)) == readable(text)


@given(st.dictionaries(ANY_TEXT, ANY_TEXT | st.lists(ANY_TEXT)))
def test_json_says_the_same_and_hides_nothing(value: dict[str, object]) -> None:
    text = json_text(value)
    assert not TURNING & set(text) and not any("\x7f" <= char <= "\x9f" for char in text)
    assert json.loads(text) == json.loads(whole(json.dumps(value, ensure_ascii=False)))
