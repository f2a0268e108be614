"""Sentences that look like an event and state none, or another one: a false one is worse than none."""

from __future__ import annotations

import pytest

from tests.events.saying import found_in

# (text, the stage that it must not be said to state, why the line is here)
CASES: list[tuple[str, str, str]] = [
    ("The Kusong Shoe Factory of the DPRK is no longer in use.", "operating", "no longer"),
    (
        "On March 3 Kim Jong Un visited Sinpho, DPRK. At the Kusong Textile Mill Kim Jong Il taught the"
        " workers in 1980.",
        "inspection",
        "what another leader did there, in another time",
    ),
    ("At the Kusong Shoe Factory of the DPRK the leader was never seen.", "inspection", "never seen"),
    (
        "Kim Jong Un's condolences went to the Kusong Shoe Factory of the DPRK.",
        "inspection",
        "what went there was no person",
    ),
    (
        "Officials and goods went to the Kusong Shoe Factory of the DPRK with Kim Jong Un's order.",
        "inspection",
        "who went there was no leader",
    ),
    (
        "Kim Jong Un came to the conclusion that the Kusong Shoe Factory of the DPRK is a model.",
        "inspection",
        "a conclusion is no place",
    ),
    (
        "Kim Jong Un came to the conclusion that the Kusong Shoe Factory of the DPRK is one of the best.",
        "completed",
        "a conclusion ends no work",
    ),
    (
        "Kim Jong Un visited Anak, DPRK. He is to go to the Kusong Shoe Factory next week.",
        "inspection",
        "where he is to go",
    ),
    (
        "Kim Jong Un was at odds with officials of the Kusong Shoe Factory of the DPRK.",
        "inspection",
        "odds are no place",
    ),
    (
        "Kim Jong Un went to the inauguration of the Kusong Shoe Factory of the DPRK.",
        "inspection",
        "a ceremony",
    ),
    (
        "Kim Jong Un inspected the factories in Kusong, DPRK, with their official openings near.",
        "completed",
        "openings to come",
    ),
    (
        "Kim Jong Un went to the Kusong Shoe Factory of the DPRK to look into production.",
        "operating",
        "what was looked into",
    ),
    (
        "The Kusong Foodstuff Factory of the DPRK has set up new processes for making oil.",
        "completed",
        "a factory that builds something in itself",
    ),
    (
        "북한 구성시에 연어를 기르는 바다 양식장이 새로 들어서고 있다.",
        "operating",
        "what a farm is for that goes up",
    ),
    ("북한이 구성시에 만든 대규모 온실농장의 준공식을 열었다.", "operating", "what was made is the farm"),
    (
        "북한 구성시의 온실농장은 지난 2월에 착공해 준공을 앞뒀다.",
        "completed",
        "an inauguration that is near",
    ),
    ("북한 구성시병원 건설장에서 중기계들의 가동률을 높이였다.", "stopped", "machines, and a higher rate"),
    (
        "북한의 온실농장을 건설하는 뜻은 구성시와 평안북도인민들의 남새문제를 푸는데 있다.",
        "under_construction",
        "who gets the vegetables",
    ),
    (
        "김정은이 지방의 병원 건설현장을 찾아 지적했다. 그는 북한 강동군과 룡강군, 구성시 등 3곳에"
        " 병원을 지으라고 지시했다.",
        "inspection",
        "one site was visited, three places are named",
    ),
    (
        "The Kusong Shoe Factory of the DPRK was seen on March 2. A broadcaster took the third stop for other"
        " factories.",
        "stopped",
        "a stop on a tour",
    ),
    (
        "Kim Jong Un learned about the Kusong Shoe Factory of the DPRK from a report.",
        "inspection",
        "learned from a report",
    ),
    ("The Kusong production base of missiles of the DPRK was inaugurated.", "completed", "arms"),
    ("The Kusong Shoe Factory of the DPRK makes headlines.", "operating", "makes no goods"),
    (
        "The Kusong Hospital of the DPRK resumed talks with the WHO.",
        "under_construction",
        "talks, no building",
    ),
    (
        "Ground for a park beside the Kusong Hospital, DPRK, was broken on March 2.",
        "groundbreaking",
        "something beside a hospital",
    ),
    (
        "Kim Jong Un cut the ribbon at the Kusong Shoe Factory of the DPRK for a new kindergarten.",
        "completed",
        "a kindergarten at a factory",
    ),
    (
        "북한에서 병원 건설이 한창이다. 강남성심병원이 새로 문을 열었다고 한다.",
        "completed",
        "a southern hospital",
    ),
    (
        "가동이 멈춘 것은 북한 평안남도 순천시에서 비료를 생산하는 순천비료공장이다.",
        "operating",
        "what a factory that stands still is for",
    ),
    (
        "북한 안악군병원 준공식은 아직 열리지 않았다.",
        "completed",
        "a ceremony that has not taken place",
    ),
    (
        "Hwadae County of the DPRK launched a drive for a new farm.",
        "completed",
        "a drive is no farm",
    ),
    (
        "The workers sent to the Kusong Shoe Factory of the DPRK came from Anak County.",
        "under_construction",
        "workers sent to a factory build nothing",
    ),
    (
        "Kim stressed how important it was to construct hospitals in Anak County of the DPRK.",
        "planned",
        "what is important is no plan",
    ),
    (
        "A hospital is going up in Anak County of the DPRK, close to the works of Kusong.",
        "stopped",
        "close to, not closed",
    ),
    (
        "On a tour of Anak County, DPRK, the hospital was a further stop for Kim Jong Un.",
        "stopped",
        "a stop of a tour",
    ),
    (
        "The DPRK's Kusong Shoe Factory makes every effort for the people.",
        "operating",
        "an effort is no goods",
    ),
]


@pytest.mark.parametrize(("text", "stage", "why"), CASES, ids=[case[2] for case in CASES])
def test_what_only_looks_like_it_is_not_stated(text: str, stage: str, why: str) -> None:
    found = found_in(text)
    assert stage not in {one.stage for one in (*found.events, *found.setbacks) if one.status == "stated"}, why
