"""Stretches that lie across another are those that a search through all of them finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.text import Spans

_SPAN = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda span: (span[0], span[0] + span[1]))


@given(st.lists(_SPAN), _SPAN)
def test_across(spans: list[tuple[int, int]], wanted: tuple[int, int]) -> None:
    start, end = wanted
    assert Spans(spans).across(start, end) == sorted(one for one in spans if one[0] < end and start < one[1])
