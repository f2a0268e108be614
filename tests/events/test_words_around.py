"""Words around a predicate, a place or a day that say what it is, each with one thing easily read wrongly."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told
from tests.missed import marked

NONE: set[What] = set()


def kosan(stage: str, date: str | None, facility: str = "hospital") -> tuple[str, str, str, str | None]:
    return ("Kosan", facility, stage, date)


# (text of 2025-02-05, what it states, why the line is here)
CASES: list[tuple[str, set[What], str]] = [
    (
        "Ground for a hospital in Kosan County, DPRK, was broken on February 3.",
        {kosan("groundbreaking", "2025-02-03")},
        "ground, its verb at the end",
    ),
    (
        "The silence at the hospital in Kosan County, DPRK, was broken on February 3.",
        NONE,
        "another thing broken",
    ),
    (
        "Leader Kim Jong Un attended a ceremony on Monday to mark the completion of a hospital in Kosan"
        " County, DPRK.",
        {kosan("completed", "2025-02-03")},
        "a ceremony that was attended, to mark it",
    ),
    (
        "Kim Jong Un will attend a ceremony to mark the completion of a hospital in Kosan County, DPRK.",
        NONE,
        "a ceremony that is still to be attended",
    ),
    (
        "Built in June 2022, the hospital of Kosan County, DPRK, treats patients from three towns.",
        {kosan("completed", "2022-06"), kosan("operating", "2025-02")},
        "a participle before what it describes",
    ),
    (
        "Kim Jong Un visited a greenhouse farm being built in the border city of Sinuiju, DPRK, on Monday.",
        {("Sinuiju", "greenhouse_farm", "inspection", "2025-02-03")},
        "a border city is where it is",
    ),
    (
        "Residents of Kosan County, DPRK, carry gravel for the hospital being built there.",
        {kosan("under_construction", "2025-02")},
        "there: where the people are from",
    ),
    (
        "North Korea has decided to build a hospital in Kosan County. KCNA said Tuesday that the decision was"
        " adopted at a meeting of the Cabinet on February 3.",
        {kosan("planned", "2025-02-03")},
        "the day of the decision, not of the report",
    ),
    (
        "Kim said a hospital will be built in Kosan County, DPRK. He made the announcement in a speech on"
        " Monday.",
        {kosan("planned", "2025-02-03")},
        "an announcement on a day",
    ),
    (
        "North Korea held a groundbreaking ceremony for this year's hospital in Kosan County. The ceremony"
        " was held on Monday, KCNA said.",
        {kosan("groundbreaking", "2025-02-03")},
        "this year's: no date of what happened",
    ),
    (
        "The construction work for 2025 is now beginning with a new hospital in Kosan County, DPRK.",
        {kosan("groundbreaking", "2025-02")},
        "the year that work is for: not when it began",
    ),
    (
        "Prosecutors began a factory crackdown in Kosan County, DPRK, on Monday.",
        NONE,
        "a crackdown, no factory",
    ),
    (
        "Kim ordered that the hospital in Kosan County, DPRK, be finished before the year ends.",
        NONE,
        "that it be finished",
    ),
    (
        "People of Kosan County, DPRK, receive treatment in the hospital of another county.",
        NONE,
        "what is received is no hospital",
    ),
    (
        "Builders of the hospital in Kosan County, DPRK, have run short of cement.",
        NONE,
        "run short is no operation",
    ),
    (
        "Source: KCNA.kp (En) | Read original version at source Pyongyang, February 4 (KCNA) -- A hospital"
        " was inaugurated in Kosan County on February 3.",
        {kosan("completed", "2025-02-03")},
        "an opening that the page has glued to its line",
    ),
    (
        "Clothes are being manufactured at the Kusong Garment Factory, DPRK.",
        {("Kusong", "other", "operating", "2025-02")},
        "what is manufactured at a factory",
    ),
    (
        "Builders detonated the first charge for the Kusong City regional-industry factory, DPRK, on"
        " February 3.",
        {("Kusong", "regional_industry", "groundbreaking", "2025-02-03")},
        "a charge that is detonated",
    ),
    (
        "The Kusong Shoe Factory, DPRK, which Kim Jong Un went round on February 3, is large.",
        {("Kusong", "other", "inspection", "2025-02-03")},
        "went round",
    ),
    (
        "Kim Jong Un inspected the regional-industry factories in Anak County and the Sinwon Paper Mill in"
        " Sinwon County, DPRK, on February 3.",
        {
            ("Anak", "regional_industry", "inspection", "2025-02-03"),
            ("Sinwon", "paper_mill", "inspection", "2025-02-03"),
        },
        "a mill with a place in its name, behind another place",
    ),
    (
        "Premier Pak Thae Song inspected the Chongjin Shoe Factory and the hospital of Musan County, DPRK, on"
        " February 3.",
        {
            ("Chongjin", "other", "inspection", "2025-02-03"),
            ("Musan", "hospital", "inspection", "2025-02-03"),
        },
        "a factory with a place in its name, and a hospital of another one",
    ),
    (
        "The tannery in Kanggye, DPRK, was inaugurated on February 3 under the Regional Development 20×10"
        " Policy.",
        {("Kanggye", "other", "completed", "2025-02-03")},
        "a factory that tells what it makes is none of the policy's",
    ),
    (
        "In January Kim Jong Un inspected the hospital in Kosan County, DPRK, one stop on a tour of the"
        " province.",
        {kosan("inspection", "2025-01")},
        "a stop on a tour stops nothing",
    ),
    (
        "북한이 강원도 고산군에 병원을 짓기로 했다고 노동신문이 4일 보도했다.",
        {kosan("planned", "2025-02")},
        "짓기로 했다",
    ),
    (
        "북한이 강원도 고산군에서 병원 건설에 들어갔다. 조선중앙TV는 어제 열린 착공식을 오늘 방영했다.",
        {kosan("groundbreaking", "2025-02-04")},
        "어제 열린, 오늘 방영",
    ),
    (
        "김정은이 강원도 고산군에 병원을 건설하라고 지시했다. 김 위원장은 지난 3일 평양에서 열린 협의회에서"
        " 이같이 말했다.",
        {kosan("planned", "2025-02-03")},
        "이같이 말했다",
    ),
    (
        "북한 강원도 고산군의 신발공장에 기숙사가 지어져 3일 준공식이 열렸다.",
        NONE,
        "공장의 기숙사",
    ),
    (
        "신문에 의하면 북한 강원도 고산군병원이 3일 준공했다.",
        {kosan("completed", "2025-02-03")},
        "의하면 is no condition",
    ),
    (
        "김정은 위원장이 3일 강원도 고산군병원을 돌아보면서 치료를 잘하라고 말했다.",
        {kosan("inspection", "2025-02-03")},
        "돌아보면서 is no condition",
    ),
    (
        "올해 북한에서 병원이 준공된 곳은 강원도 고산군이다.",
        {kosan("completed", "2025")},
        "준공된 곳은",
    ),
    (
        "3일 준공을 맞이한 북한 강원도 고산군병원은 6층이다.",
        {kosan("completed", "2025-02-03")},
        "준공을 맞이한",
    ),
    (
        "김정은 위원장은 3일 온실농장과 평안북도 의주군 섬지구의 제방공사장을 돌아봤다.",
        NONE,
        "the place of a dike",
    ),
]
MISSED: dict[str, str] = {}


@pytest.mark.parametrize(("text", "expected", "why"), marked(CASES, MISSED))
def test_the_words_around_say_what_it_is(text: str, expected: set[What], why: str) -> None:
    assert told(read(text, "2025-02-05")) == expected, why
