"""The signs of both Koreas: each alternative of their patterns is found by the words that it begins with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.places import which_korea
from geo.text import LedPattern

LED = [one for one in vars(which_korea).values() if isinstance(one, LedPattern)]


@pytest.mark.parametrize("led", LED)
@given(st.data())
def test_no_sign_is_passed_over(led: LedPattern, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(led.pattern))
    assert [m.span() for m in led.finditer(text)] == [m.span() for m in led.pattern.finditer(text)]


def test_there_are_signs_of_both() -> None:
    assert len(LED) == 2
