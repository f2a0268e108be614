"""What a sentence leaves out and another one gives: place, facility, stage; counted places,"
" lists, main place."""

from __future__ import annotations

import pytest

from geo.events import counted
from tests.events.saying import What, read, reading_of, told
from tests.missed import marked

KOSAN: set[What] = {("Kosan", "hospital", "completed", "2025-02-03")}
TWO: set[What] = {
    ("Kosan", "hospital", "completed", "2025-02-03"),
    ("Anak", "hospital", "completed", "2025-02-03"),
}

# (title, text, what it states, why the line is here)
CASES: list[tuple[str, str, set[What], str]] = [
    (
        "",
        "A new hospital stands in Kosan County, DPRK. It was inaugurated on February 3.",
        KOSAN,
        "it, and place and facility in the sentence before",
    ),
    (
        "",
        "Kosan County, DPRK, celebrates. A hospital was inaugurated there on February 3.",
        KOSAN,
        "there: the place before, the facility here",
    ),
    (
        "",
        "The hospital is ready at last. In Kosan County, DPRK, it was inaugurated on February 3.",
        KOSAN,
        "the facility before, the place here",
    ),
    (
        "",
        "A hospital was built in Kosan County, DPRK. The county lies inland. Apples grow there. The"
        " hospital was inaugurated on February 3.",
        KOSAN,
        "the place three sentences before",
    ),
    (
        "Hospital of Kosan County inaugurated",
        "The ceremony took place on February 3, KCNA said.",
        KOSAN,
        "the title tells what and where, the body when",
    ),
    (
        "New hospital for Kosan County",
        "North Korea inaugurated the hospital on February 3, its media said.",
        KOSAN,
        "the place only in the title",
    ),
    (
        "",
        "A hospital was inaugurated in the DPRK on February 3. It stands in Kosan County.",
        KOSAN,
        "the place in the next sentence",
    ),
    (
        "",
        "Hospitals were inaugurated in two counties of the DPRK on February 3. They are Kosan and Anak"
        " counties.",
        TWO,
        "counted first, named in the next sentence",
    ),
    (
        "",
        "Hospitals were inaugurated in five counties of the DPRK on February 3. Kosan and Anak are known for"
        " apples.",
        set(),
        "a number that does not fit the names",
    ),
    (
        "",
        "Kosan and Anak counties, DPRK, waited for a year. Hospitals were inaugurated in the two counties on"
        " February 3.",
        TWO,
        "the two counties, named before",
    ),
    (
        "",
        "북한 고산군과 안악군에 병원이 섰다. 두 군에서 3일 병원 준공식이 열렸다.",
        TWO,
        "두 군, named before",
    ),
    (
        "",
        "북한 고산군에 병원이 일떠섰다. 준공식은 3일 진행되였다.",
        KOSAN,
        "준공식은: place and facility before, in Korean",
    ),
    (
        "",
        "북한 고산군병원 준공식이 3일 열렸다. 같은 날 안악군에서도 준공식이 열렸다.",
        TWO,
        "같은 날 and 에서도",
    ),
    (
        "",
        "A hospital was inaugurated in Kosan County, DPRK, on February 3. Similar ceremonies took place"
        " in Anak"
        " County the same day.",
        TWO,
        "similar ceremonies of the same day",
    ),
    (
        "",
        "The DPRK inaugurated these on February 3:\n- the hospital of Kosan County\n- the hospital of Anak"
        " County",
        TWO,
        "items with place and facility, day and stage in the introduction",
    ),
    (
        "",
        "A hospital was inaugurated in Kosan County, DPRK, on February 3.\n\nKim Jong Un went to Anak"
        " County. He"
        " praised farmers.",
        KOSAN,
        "another place with another matter",
    ),
    (
        "",
        "Anak County, DPRK, grew apples. Wonsan built ships. Rain fell on the plains. People were at work in"
        " all fields. Schools opened. Boats sailed. A hospital was inaugurated on February 3.",
        set(),
        "too far from any place",
    ),
    (
        "",
        "A hospital was inaugurated in Kosan County, DPRK, on February 3. The county of Anak inaugurated"
        " its own"
        " the same day.",
        TWO,
        "its own, behind the verb",
    ),
]
MISSED: dict[str, str] = {}


@pytest.mark.parametrize(("title", "text", "expected", "why"), marked(CASES, MISSED))
def test_what_is_left_out_is_found_near_by(title: str, text: str, expected: set[What], why: str) -> None:
    assert told(read(text, title=title)) == expected, why


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ground was broken in two counties", 2),
        ("both cities saw it", 2),
        ("in twelve new cities and counties", 12),
        ("in 20 areas", 20),
        ("similar ceremonies in three more counties", 3),
        ("다섯 개 군에서", 5),
        ("두 곳에서", 2),
        ("20개 시, 군에서", 20),
        ("in one county", None),
        ("in 45 counties", None),
        ("two hospitals", None),
        ("many counties", None),
    ],
)
def test_places_that_are_counted(words: str, number: int | None) -> None:
    assert counted.number_of(words) == number


def test_a_sentence_is_found_by_its_number() -> None:
    reading = reading_of("A mill stands in Kosan. " + "Kim Jong Un saw it. " * 40)
    assert [reading.sentence_of(read.sentence.number) for read in reading.sentences] == reading.sentences
    assert reading.sentence_of(-5) is None and reading.sentence_of(10_000) is None
