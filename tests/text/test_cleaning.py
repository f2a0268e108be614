"""No cell of a table runs in a spreadsheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text import harmless


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
