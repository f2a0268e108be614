"""
Known misses: what the reader of events gets wrong today, kept as it should be.

Each is a case like any other, with what is true. The day it is read rightly its test says so, and the mark
goes.
"""

from __future__ import annotations

from typing import Any

import pytest


def known_miss(why: str) -> pytest.MarkDecorator:
    """A mark: the case fails, for this reason, and for no other than what it asserts or unpacks."""
    return pytest.mark.xfail(raises=(AssertionError, ValueError), strict=True, reason=f"known miss: {why}")


def marked(cases: list[tuple[Any, ...]], missed: dict[str, str]) -> list[Any]:
    """Cases, each with why it is there as its last value and its id; those in `missed` are known misses."""
    reasons = [case[-1] for case in cases]
    assert [why for why in reasons if reasons.count(why) > 1] == [], "two lines are there for one reason"
    assert missed.keys() <= set(reasons), "a known miss that is no case"
    return [
        pytest.param(*case, id=case[-1], marks=[known_miss(missed[case[-1]])] if case[-1] in missed else [])
        for case in cases
    ]
