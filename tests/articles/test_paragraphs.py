"""Lines of pages to paragraphs: words that a line end divides, in English and Korean."""

from __future__ import annotations

import pytest

from geo.articles.paragraphs import read_pages
from geo.articles.pdfpages import Stretch

LINES = [
    # reason, lines, how they are read
    (
        "a divided word is joined",
        ["The plant was inaug-", "urated at noon."],
        "The plant was inaugurated at noon.",
    ),
    ("a compound keeps its hyphen", ["Many regional-", "industry plants."], "Many regional-industry plants."),
    (
        "so does a word that is written so elsewhere",
        ["A soap-making plant, a soap-", "making hall."],
        "A soap-making plant, a soap-making hall.",
    ),
    (
        "a hyphen before a name stays",
        ["The road to Anju-", "Kaechon is open."],
        "The road to Anju- Kaechon is open.",
    ),
    ("a number goes on behind a blank", ["On December", "20 it opened."], "On December 20 it opened."),
    (
        "Korean: the blank at the end is kept",
        ["성천군에서 공장이 ", "준공되였다."],
        "성천군에서 공장이 준공되였다.",
    ),
    (
        "Korean: others keep it, this line does not",
        ["준공식이 성대하게 ", "진행되였다고 조선중앙통", "신이 보도하였다."],
        "준공식이 성대하게 진행되였다고 조선중앙통신이 보도하였다.",
    ),
    ("Korean: a particle begins no word", ["제품의 질", "을 높여야 한다."], "제품의 질을 높여야 한다."),
    ("Korean: a word ends before", ["공장이 성천군에서", "준공되였다."], "공장이 성천군에서 준공되였다."),
    ("Korean: a name is divided", ["이날 구", "성시에서 착공하였다."], "이날 구성시에서 착공하였다."),
    (
        "Korean: a province before a county",
        ["이날 평안남도", "성천군에서 준공하였다."],
        "이날 평안남도 성천군에서 준공하였다.",
    ),
]


def stretch(number: int, text: str, left: float = 50, size: float = 10) -> Stretch:
    return Stretch(left, 700 - 12 * number, 300, 700 - 12 * number + size, size, text)


@pytest.mark.parametrize(("reason", "lines", "read"), LINES, ids=[one[0] for one in LINES])
def test_lines_are_joined(reason: str, lines: list[str], read: str) -> None:
    page = [stretch(number, line) for number, line in enumerate(lines)]
    assert read_pages([page]).paragraphs == (read,), reason


def test_paragraphs_begin_at_gaps_indents_and_other_letters() -> None:
    page = [
        stretch(0, "A headline of the day", size=16),
        stretch(2, "The first paragraph begins here and"),
        stretch(3, "goes on."),
        stretch(4, "The second is indented.", left=65),
        stretch(5, "It goes on."),
        stretch(8, "The third stands below a gap."),
    ]
    read = read_pages([page])
    assert read.title == "A headline of the day"
    assert read.paragraphs == (
        "A headline of the day",
        "The first paragraph begins here and goes on.",
        "The second is indented. It goes on.",
        "The third stands below a gap.",
    )
