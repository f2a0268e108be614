"""Which facility and which place belong to what is said: owners, lists, who came, what is elsewhere."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told
from tests.missed import marked

DAY = "2025-02-03"


def of(stage: str, *pairs: tuple[str, str]) -> set[What]:
    return {(place, facility, stage, DAY) for place, facility in pairs}


KOSAN = of("completed", ("Kosan", "hospital"))

# (text, what it states, why the line is here)
ENGLISH: list[tuple[str, set[What], str]] = [
    ("Kosan County's hospital, DPRK, was inaugurated on February 3.", KOSAN, "P's F"),
    ("The hospital of Kosan County, DPRK, was inaugurated on February 3.", KOSAN, "F of P"),
    ("The Kosan County Hospital, DPRK, was inaugurated on February 3.", KOSAN, "P F, a name"),
    ("In Kosan County, DPRK, a hospital was inaugurated on February 3.", KOSAN, "the place first"),
    ("On February 3 Kosan County, DPRK, got a hospital of its own.", KOSAN, "the place as subject of `got`"),
    (
        "Hospitals were inaugurated in the counties of Kosan, Anbyon and Phyonggang, DPRK, on February 3.",
        of("completed", ("Kosan", "hospital"), ("Anbyon", "hospital"), ("Phyonggang", "hospital")),
        "counties of A, B and C",
    ),
    (
        "A hospital, a leisure complex and a grain-management facility were inaugurated in Kosan County,"
        " DPRK, on February 3.",
        of("completed", ("Kosan", "hospital"), ("Kosan", "leisure_complex"), ("Kosan", "grain_facility")),
        "three facilities of one place",
    ),
    (
        "Hospitals in Kosan County, Kangwon Province, and in Anak County, South Hwanghae Province, were"
        " inaugurated on February 3.",
        of("completed", ("Kosan", "hospital"), ("Anak", "hospital")),
        "provinces between the places",
    ),
    (
        "The hospital in Kosan County, DPRK, was inaugurated on February 3 in the presence of people"
        " from Anak"
        " County.",
        KOSAN,
        "people from elsewhere",
    ),
    (
        "Officials of Anak County attended as the hospital in Kosan County, DPRK, was inaugurated on"
        " February 3.",
        KOSAN,
        "officials of elsewhere",
    ),
    (
        "The hospital in Kosan County, DPRK, which lies north of Anbyon County, was inaugurated on"
        " February 3.",
        KOSAN,
        "north of another county",
    ),
    (
        "Cement from Sunchon City was used for the hospital in Kosan County, DPRK, inaugurated on"
        " February 3.",
        KOSAN,
        "where the cement came from",
    ),
    (
        "Unlike Anak County, Kosan County, DPRK, saw its hospital inaugurated on February 3.",
        KOSAN,
        "unlike another one",
    ),
    (
        "After the one in Anak County, the hospital in Kosan County, DPRK, was inaugurated on February 3.",
        KOSAN,
        "after the one elsewhere",
    ),
    (
        "The hospital was inaugurated not in Anak County but in Kosan County, DPRK, on February 3.",
        KOSAN,
        "not A but B",
    ),
    (
        "A hospital was inaugurated in Goseong County, Gangwon Province, South Korea, on February 3.",
        set(),
        "a county of the South",
    ),
    (
        "The hospital in Kosan County, DPRK, was inaugurated on February 3 with beds like those of the"
        " leisure"
        " complex in Anak County.",
        KOSAN,
        "another facility that it is likened to",
    ),
    (
        "ANAK, DPRK, Feb. 4 (KCNA) -- A hospital was inaugurated in Kosan County on February 3.",
        KOSAN,
        "the dateline is where the report is from",
    ),
    (
        "The Sinuiju Textile Mill gave cloth to the hospital inaugurated in Kosan County, DPRK, on"
        " February 3.",
        KOSAN,
        "a mill that gave something",
    ),
    (
        "In Kosan County, DPRK, a hospital was inaugurated on February 3, while in Anak County the one begun"
        " last year is still being built.",
        KOSAN | {("Anak", "hospital", "under_construction", "2025-02")},
        "while the other one is being built",
    ),
    (
        "The leader inspected a greenhouse farm in Hwajin County, DPRK. A hospital was inaugurated in Kosan"
        " County on February 3.",
        KOSAN | {("Hwajin County", "greenhouse_farm", "inspection", "2025-02")},
        "a county that no list knows, right behind its facility",
    ),
    (
        "A new greenhouse farm was built in the Ryonpho Farm District of Hamju County, DPRK.",
        {("Hamju", "greenhouse_farm", "completed", "2025-02")},
        "a district that is named after its farm",
    ),
]
KOREAN: list[tuple[str, set[What], str]] = [
    ("북한 고산군에서 3일 병원이 준공되였다.", KOSAN, "에서"),
    ("북한 고산군병원이 3일 준공되였다.", KOSAN, "written together"),
    ("북한 고산군의 병원이 3일 준공되였다.", KOSAN, "의"),
    (
        "북한 고산군과 안변군, 평강군에서 3일 병원이 준공되였다.",
        of("completed", ("Kosan", "hospital"), ("Anbyon", "hospital"), ("Phyonggang", "hospital")),
        "과 and a comma",
    ),
    (
        "북한 고산군에서 3일 병원과 종합봉사소가 준공되였다.",
        of("completed", ("Kosan", "hospital"), ("Kosan", "leisure_complex")),
        "two facilities with 과",
    ),
    (
        "북한 고산군병원과 안악군종합봉사소가 3일 준공되였다.",
        of("completed", ("Kosan", "hospital"), ("Anak", "leisure_complex")),
        "each with its own place",
    ),
    ("안악군 주민들이 북한 고산군병원 준공식에 3일 참가했다.", KOSAN, "주민들 of elsewhere"),
    ("북한 고산군병원이 안악군병원에 이어 3일 준공되였다.", KOSAN, "에 이어"),
    ("북한 안악군이 아니라 고산군에서 3일 병원이 준공되였다.", KOSAN, "아니라"),
    ("북한에서 3일 안악군과 이웃한 고산군에 병원이 준공되였다.", KOSAN, "이웃한"),
    (
        "강원도 고성군에서 3일 병원이 문을 열었다고 한국 보건복지부가 밝혔다.",
        set(),
        "a county of both Koreas, in the South",
    ),
]
MISSED = {
    "a mill that gave something": "`The mill gave cloth to the hospital inaugurated in ...`",
    "another facility that it is likened to": "`like those of the leisure complex in Anak County`",
    "while the other one is being built": "`the one begun last year is still being built` is only possible",
    "에 이어": "the hospital that was opened before gets the stage and the day",
}


@pytest.mark.parametrize(("text", "expected", "why"), marked([*ENGLISH, *KOREAN], MISSED))
def test_what_is_said_is_said_of_its_facility_and_place(text: str, expected: set[What], why: str) -> None:
    assert told(read(text)) == expected, why
