"""What lets a pattern be passed over: never a text that it would have matched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text import LiteralFilter, data_rows, required_literals

PATTERNS = [row["pattern"] for row in data_rows("vocabulary.csv")]
NEEDED = LiteralFilter([required_literals(pattern) for pattern in PATTERNS])
COMPILED = [re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS]


def check(text: str) -> None:
    """Whatever matches was not passed over."""
    present = NEEDED.present(text)
    assert present == sorted(present)
    assert [n for n, pattern in enumerate(COMPILED) if pattern.search(text)] == [
        n for n in present if COMPILED[n].search(text)
    ]


@given(st.data())
def test_a_text_that_a_pattern_matches_is_tried(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(COMPILED))
    check(data.draw(st.from_regex(pattern)))


@given(st.text(st.sampled_from("aehioprstun ufctd가공장건설준착식이되었다 'ſıİK-")))
def test_letters_near_the_vocabulary_hide_nothing(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Factory WAS INAUGURATED",  # capitals
        "the foundation ſtone was laid",  # a long s, which matching without case takes for an s
        "CONSTRUCTİON of a hospital began",  # a dotted capital, whose lower case has two code points
        "평안남도 성천군에서 지방공업공장 착공식이 진행되였다",
        "",
    ],
)
def test_cases(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?:ribbon|ground)[- ]cut(?:ting)?", {"ribbon", "ground"}),  # the longer of two that must be there
        ("착공|준공식", {"착공", "준공식"}),
        ("(?:built)? up", {" up"}),  # what may be missing tells nothing
        ("(?=factory)f", set()),  # what is only looked at, neither
        ("a|factory", set()),  # an alternative that needs nothing but a letter
        ("(?:opened ){2,3}", {"opened "}),
    ],
)
def test_what_a_pattern_needs(pattern: str, words: set[str]) -> None:
    assert required_literals(pattern) == words


def test_a_set_without_literals_is_always_there() -> None:
    assert LiteralFilter([{"factory"}, set(), {"병원"}]).present("병원이 섰다") == [1, 2]
