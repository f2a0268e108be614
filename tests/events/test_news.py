"""Sentences as news has them: each with one thing that is easily read wrongly."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told
from tests.missed import marked

NONE: set[What] = set()
MONTH = "2025-02"


def kosan(stage: str, date: str | None, facility: str = "hospital") -> tuple[str, str, str, str | None]:
    return ("Kosan", facility, stage, date)


DONE = {kosan("completed", "2025-02-03")}

# (text, what it states, why the line is here)
ENGLISH: list[tuple[str, set[What], str]] = [
    (
        "The hospital in South Hwanghae's Anak County was inaugurated on February 3, KCNA said.",
        {("Anak", "hospital", "completed", "2025-02-03")},
        "a southern province of the North before the county",
    ),
    (
        "Factories for regional industry of Anak County in South Hwanghae Province were completed on"
        " February 3.",
        {("Anak", "regional_industry", "completed", "2025-02-03")},
        "a southern province of the North behind the county",
    ),
    (
        "Premier Pak Thae Song visited Anak County, DPRK. He also went to the Kosan Engine Parts Factory.",
        {("Kosan", "other", "inspection", MONTH)},
        "a leader who goes there; a long name",
    ),
    (
        "Kim Jong Un made a field survey of the hospital in Kosan County, DPRK.",
        {kosan("inspection", MONTH)},
        "a field survey",
    ),
    (
        "The Kosan Shoe Factory of the DPRK surpassed its annual plan by last October.",
        {("Kosan", "other", "operating", MONTH)},
        "a plan surpassed",
    ),
    ("Kim Jong Un will tour the hospital in Kosan County, DPRK, on Friday.", NONE, "a tour to come"),
    ("Kim Jong Un plans to visit the hospital in Kosan County, DPRK.", NONE, "a visit that is planned"),
    ("Kim Jong Un did not visit the hospital in Kosan County, DPRK.", NONE, "no visit"),
    (
        "A hospital was inaugurated in Kosan County, DPRK, on Friday.",
        {kosan("completed", "2025-01-31")},
        "a weekday later in the week than the report is the last one",
    ),
    ("The launch of the hospital in Kosan County, DPRK, will follow soon.", NONE, "a launch to follow"),
    ("The hospital in Kosan County, DPRK, would open in March, KCNA said.", NONE, "would"),
    (
        "The hospital in Kosan County, DPRK, nears completion.",
        {kosan("under_construction", MONTH)},
        "near completion, a verb",
    ),
    (
        "The hospital in Kosan County, DPRK, is nearing completion, KCNA said.",
        {kosan("under_construction", MONTH)},
        "nearing completion",
    ),
    (
        "Construction of the hospital in Kosan County, DPRK, is 70 percent complete.",
        {kosan("under_construction", MONTH)},
        "a share that is complete",
    ),
    (
        "Preparations for the opening of the hospital in Kosan County, DPRK, are under way.",
        NONE,
        "what is under way are preparations",
    ),
    (
        "The opening of the hospital in Kosan County, DPRK, is planned for March.",
        NONE,
        "an opening that is planned is no plan to build",
    ),
    ("The hospital in Kosan County, DPRK, to be opened in March, has 200 beds.", NONE, "to be opened"),
    ("North Korea has yet to open the hospital in Kosan County.", NONE, "has yet to"),
    (
        "The hospital of Kosan County, DPRK, has been completed on schedule and awaits its opening.",
        {kosan("completed", MONTH)},
        "complete, and the opening to come",
    ),
    (
        "A ceremony to inaugurate the hospital in Kosan County, DPRK, took place on February 3.",
        DONE,
        "a ceremony to inaugurate",
    ),
    (
        "A ceremony was held in Kosan County, DPRK, on February 3 to break ground for a hospital.",
        {kosan("groundbreaking", "2025-02-03")},
        "a ceremony, and far behind it `to break ground`",
    ),
    (
        "Ground-breaking of a hospital held in Kosan County",
        {kosan("groundbreaking", MONTH)},
        "a headline without an article and a full stop",
    ),
    ("Kosan County Hospital Opens", {kosan("completed", MONTH)}, "a headline in capitals, in the present"),
    (
        "The first stone of a hospital was laid in Kosan County, DPRK, on February 3.",
        {kosan("groundbreaking", "2025-02-03")},
        "the first stone",
    ),
    (
        "No work on the hospital in Kosan County, North Korea, can be seen on satellite imagery.",
        NONE,
        "no work can be seen",
    ),
    (
        "Daily NK says the regional-industry factory in Kosan County has stood idle for lack of power since"
        " December.",
        NONE,
        "a standstill is a setback, no stage",
    ),
    (
        "The factories in Kosan County, North Korea, run at a third of their capacity, a source said.",
        {kosan("operating", MONTH, "regional_industry")},
        "at a third of capacity they run",
    ),
    (
        "According to a source in Kosan County, a hospital in Anak County, North Korea, was completed last"
        " month.",
        {("Anak", "hospital", "completed", "2025-01")},
        "where the source is",
    ),
    (
        "People in Kosan County, North Korea, asked why the hospital in Anak County was opened first.",
        {("Anak", "hospital", "completed", MONTH)},
        "who asked why",
    ),
    (
        "North Korea plans to build hospitals in 20 counties, starting with Kosan County.",
        {kosan("planned", MONTH)},
        "`starting with` a county is no start of work",
    ),
    (
        "The hospital in Kosan County, DPRK, begun in March 2024, was inaugurated on February 3.",
        {*DONE, kosan("groundbreaking", "2024-03")},
        "begun, between commas",
    ),
    (
        "Built in Kosan County, DPRK, in 2023, the hospital treats 200 patients a day.",
        {kosan("completed", "2023"), kosan("operating", MONTH)},
        "built, before its subject",
    ),
    (
        "A year after its groundbreaking, the hospital in Kosan County, DPRK, was inaugurated on February 3.",
        DONE,
        "a groundbreaking that only counts the time",
    ),
    (
        "Since the inauguration of the hospital in Kosan County, DPRK, on January 5, patients have come from"
        " all over.",
        {kosan("completed", "2025-01-05")},
        "since an inauguration that has its day",
    ),
    (
        "The hospital in Kosan County, DPRK, which was inaugurated on January 5, treats patients.",
        {kosan("completed", "2025-01-05"), kosan("operating", MONTH)},
        "a relative clause with a day of its own",
    ),
    (
        "It is two years since ground was broken for the hospital in Kosan County, DPRK.",
        {kosan("groundbreaking", "2023")},
        "two years since",
    ),
    (
        "Kim Jong Un inspected a munitions factory in Jonchon County, DPRK, on February 3.",
        NONE,
        "a visit to an arms plant",
    ),
    (
        "Kim Jong Un visited Kosan County, DPRK, on February 3 and gave guidance at the hospital site.",
        {kosan("inspection", "2025-02-03")},
        "the county visited, the guidance at the site",
    ),
    (
        "Premier Pak Thae Song inspected the hospital site in Kosan County, DPRK, on February 3.",
        {kosan("inspection", "2025-02-03")},
        "a premier's inspection",
    ),
    ("Experts from abroad visited the hospital in Kosan County, DPRK.", NONE, "a visit by no leader"),
    (
        "The hospitals in Kosan and Anak counties, DPRK, were inaugurated on February 2 and 3 respectively,"
        " and the one in Phyonggang is being built.",
        {
            kosan("completed", "2025-02-02"),
            ("Anak", "hospital", "completed", "2025-02-03"),
            ("Phyonggang", "hospital", "under_construction", "2025-02"),
        },
        "respectively, and another one behind it",
    ),
    (
        "Hoeyang County's new greenhouse farm, DPRK, delivers vegetables.",
        {("Hoeyang", "greenhouse_farm", "operating", MONTH)},
        "a farm that delivers",
    ),
    ("Flood waters destroyed the hospital in Kosan County, DPRK.", NONE, "destroyed"),
    (
        "A fire broke out at the garment factory in Kosan County, DPRK, which was opened last month.",
        {kosan("completed", "2025-01", "other")},
        "a fire, and the opening beside it",
    ),
]
KOREAN: list[tuple[str, set[What], str]] = [
    ("북한이 고산군에 병원을 세우고 있다.", {kosan("under_construction", MONTH)}, "세우고 있다"),
    ("북한 고산군에 병원이 들어섰다.", {kosan("completed", MONTH)}, "들어섰다"),
    ("북한 고산군에 병원이 들어설 예정이다.", {kosan("planned", MONTH)}, "들어설 예정"),
    ("김정은은 다음 주 북한 고산군병원을 방문할 것이다.", NONE, "방문할 것이다"),
    (
        "북한 고산군병원 건설이 마감단계에 들어섰다.",
        {kosan("under_construction", MONTH)},
        "마감단계에 들어섰다",
    ),
    (
        "북한 고산군 지방공업공장 건설 착공식이 2일 현지에서 진행되였다.",
        {kosan("groundbreaking", "2025-02-02", "regional_industry")},
        "건설 착공식",
    ),
    ("북한 고산군병원 준공식에는 안악군 간부들도 참석했다. 행사는 3일 열렸다.", DONE, "행사는, the day"),
    (
        "북한은 고산군에서 지난 3일 병원 착공식을 가졌다고 밝혔다.",
        {kosan("groundbreaking", "2025-02-03")},
        "착공식을 가졌다",
    ),
    (
        "북한 고산군 식료공장에서 새 제품이 쏟아져나오고있다.",
        {kosan("operating", MONTH, "regional_industry")},
        "쏟아져나오고있다",
    ),
    (
        "북한 고산군 지방공업공장 건설 공정률이 70%를 넘었다.",
        {kosan("under_construction", MONTH, "regional_industry")},
        "공정률",
    ),
    ("김정은 동지께서 고산군병원건설장을 찾으시였다.", {kosan("inspection", MONTH)}, "찾으시였다"),
    ("김정은이 고산군병원 준공식에 참석해 테이프를 끊었다. 준공식은 3일 열렸다.", DONE, "테이프를 끊었다"),
    (
        "조선중앙통신은 북한 고산군에서 3일 지방발전 정책 대상의 착공식이 열렸다고 전했다. 고산군에도"
        " 올해 안에 병원이 생길 전망이다. 고산군은 남쪽에 있다. 올해 초부터 곳곳에서 착공식을 열어 왔다.",
        {kosan("groundbreaking", "2025-02-03", "other")},
        "ceremonies elsewhere say nothing of the hospital that may come",
    ),
    ("북한 고산군병원 착공이 3일로 연기됐다.", NONE, "착공이 연기"),
    (
        "김정은은 지난 3일 북한 고산군을 찾아 병원을 살폈다.",
        {kosan("inspection", "2025-02-03")},
        "살폈다",
    ),
    (
        "북한 고산군 병원은 지난해 3월 착공해 지난 3일 준공됐다.",
        {*DONE, kosan("groundbreaking", "2024-03")},
        "착공해 ... 준공됐다: two stages in one sentence",
    ),
]
MISSED = {
    "an opening that is planned is no plan to build": "`The opening ... is planned`",
    "the first stone": "`first stone ... was laid` is no term",
    "`starting with` a county is no start of work": "`starting with Kosan County`",
    "built, before its subject": "`Built in ..., in 2023, the hospital`",
    "a groundbreaking that only counts the time": "`A year after its groundbreaking`",
}


@pytest.mark.parametrize(("text", "expected", "why"), marked([*ENGLISH, *KOREAN], MISSED))
def test_a_sentence_of_news_states_what_it_says(text: str, expected: set[What], why: str) -> None:
    assert told(read(text)) == expected, why
