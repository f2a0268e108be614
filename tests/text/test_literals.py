"""What lets a pattern be passed over: never a text that it would have matched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text import LedPattern, LiteralFilter

WORDS = {
    r"(?:ribbon|tape)[- ]cut\w*": {"ribbon cut", "ribbon-cut", "tape cut", "tape-cut"},
    "foundation stone|groundbreaking": {"foundation stone", "groundbreaking"},
    "construction of": {"construction of"},
    "(?:착공|준공)식": {"착공식", "준공식"},
    r"\d{4}": set(),
}
"""Pattern -> words of which a text must have one for it to match."""
NEEDED = LiteralFilter(list(WORDS.values()))
COMPILED = [re.compile(pattern, re.IGNORECASE) for pattern in WORDS]


def check(text: str) -> None:
    """Whatever matches was not passed over."""
    present = NEEDED.present(text)
    assert present == sorted(present)
    assert [n for n, pattern in enumerate(COMPILED) if pattern.search(text)] == [
        n for n in present if COMPILED[n].search(text)
    ]


@given(st.data())
def test_a_text_that_a_pattern_matches_is_tried(data: st.DataObject) -> None:
    check(data.draw(st.from_regex(data.draw(st.sampled_from(COMPILED)))))


@given(st.text(st.sampled_from("cdfgionrtubap -착준공식이 'ſıİK-")))
def test_letters_near_the_words_hide_nothing(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "The RIBBON-CUTTING in 2025",  # capitals
        "the foundation ſtone was laid",  # a long s, which matching without case takes for an s
        "CONSTRUCTİON OF a hospital",  # a dotted capital, whose lower case has two code points
        "평안남도 성천군에서 지방공업공장 착공식이 진행되였다",
        "",
    ],
)
def test_cases(text: str) -> None:
    check(text)


def test_a_set_without_literals_is_always_there() -> None:
    assert LiteralFilter([{"factory"}, set(), {"병원"}]).present("병원이 섰다") == [1, 2]


def test_a_literal_with_a_capital_needs_one_in_the_text() -> None:
    months = LiteralFilter([["May", "Mar"], ["may"]])
    assert months.present("It may open in the market") == [1]
    assert months.present("In MARCH or May") == [0, 1]


LED = {
    r"north korea|\bn\.k\.|20 ?x ?10": (("north korea", "n.k.", "20"), 0),
    r"(?i)(?:title|date)[ \t]*:[^\n]*": (("title", "date"), 0),
    r"\d ?(?:억|만) ?원|[가-힣]읍|한국": (("원", "읍", "한국"), 4),
}
"""Pattern -> how its matches begin: literals, and how far before them."""


@pytest.mark.parametrize("pattern", LED)
@given(
    st.lists(st.sampled_from("north korea|n.k.|20|x10|ſ|Title|DATE :|\n|3|억| 원|읍|성천|한국| ".split("|")))
)
def test_a_led_pattern_finds_what_it_finds_everywhere(pattern: str, words: list[str]) -> None:
    text, (literals, reach) = "".join(words), LED[pattern]
    found = [match.span() for match in LedPattern(pattern, literals, reach).finditer(text)]
    assert found == [match.span() for match in re.compile(pattern).finditer(text)]
