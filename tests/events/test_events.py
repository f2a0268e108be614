"""What a text states: which stage of which facility, where and when; no wishes, no mere mentions."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geo.events import find_events
from geo.models import ALL_STAGES, FACILITIES
from geo.places import find_mentions
from tests.events.saying import TUESDAY, What, document, found_in, read, told
from tests.missed import marked

# (text, what it states, why the line is here)
STAGES: list[tuple[str, set[What], str]] = [
    (
        "Regional-industry factories were inaugurated in Songchon County, South Phyongan, on February 3.",
        {("Songchon", "regional_industry", "completed", "2025-02-03")},
        "inaugurated",
    ),
    (
        "The groundbreaking of a hospital took place in Kusong City, DPRK, on February 3.",
        {("Kusong", "hospital", "groundbreaking", "2025-02-03")},
        "groundbreaking",
    ),
    (
        "Construction of a hospital began in February 2025 in Kangdong County, DPRK.",
        {("Kangdong", "hospital", "groundbreaking", "2025-02")},
        "the start of work is the groundbreaking",
    ),
    (
        "Construction of regional-industry factories is progressing in Songchon County, KCNA said.",
        {("Songchon", "regional_industry", "under_construction", "2025-02")},
        "progress is dated by the month of the report",
    ),
    (
        "Satellite images show that a hospital is being built in Songchon County, North Korea.",
        {("Songchon", "hospital", "under_construction", "2025-02")},
        "progress seen from above",
    ),
    (
        "The regional-industry factories in Songchon County, DPRK, went into operation on February 3.",
        {("Songchon", "regional_industry", "operating", "2025-02-03")},
        "production",
    ),
    (
        "The Kusong City Hospital opened its doors to patients on February 3, KCNA said.",
        {("Kusong", "hospital", "operating", "2025-02-03")},
        "doors opened to patients, without a ceremony, are service",
    ),
    (
        "New production lines were put into operation at the foodstuff factory of Kujang County, DPRK.",
        {("Kujang", "other", "operating", "2025-02")},
        "new lines in a factory that was there",
    ),
    (
        "The foodstuff factory of Kujang County, DPRK, is being modernized.",
        {("Kujang", "other", "under_construction", "2025-02")},
        "modernization going on",
    ),
    (
        "Kim Jong Un visited the construction site of a hospital in Kangdong County on February 3.",
        {("Kangdong", "hospital", "inspection", "2025-02-03")},
        "a leader's visit",
    ),
    (
        "Songchon and Kujang counties, DPRK, were chosen as sites for new hospitals on February 3.",
        {("Songchon", "hospital", "planned", "2025-02-03"), ("Kujang", "hospital", "planned", "2025-02-03")},
        "announced for named places, on the day of the announcement",
    ),
    (
        "A plan to build an offshore farm in Rakwon County was adopted on February 3, KCNA said.",
        {("Ragwon", "offshore_farm", "planned", "2025-02-03")},
        "the day the plan was adopted, not a year on",
    ),
    (
        "Regional-industry factories will be built in Songchon County, KCNA said.",
        {("Songchon", "regional_industry", "planned", "2025-02")},
        "a plan without a day is of the month of the report",
    ),
]
FACILITY: list[tuple[str, set[What], str]] = [
    (
        "The foodstuff, garment and daily-necessities factories of Songchon County, DPRK, were opened.",
        {("Songchon", "regional_industry", "completed", "2025-02")},
        "a list of goods is one group",
    ),
    (
        "The foodstuff factory, garment factory and paper mill of Kimhwa County, DPRK, were inaugurated.",
        {("Kimhwa", "regional_industry", "completed", "2025-02")},
        "with a paper mill in the list",
    ),
    (
        "The Unsan Paper Mill in South Phyongan Province was inaugurated on February 3, KCNA said.",
        {("Unsan", "paper_mill", "completed", "2025-02-03")},
        "a paper mill with a name of its own",
    ),
    (
        "A comprehensive service center was opened in Kusong City, DPRK, on February 3.",
        {("Kusong", "leisure_complex", "completed", "2025-02-03")},
        "service center",
    ),
    (
        "A public health facility of Kusong City, DPRK, was opened on February 3.",
        {("Kusong", "hospital", "completed", "2025-02-03")},
        "public health facility",
    ),
    (
        "A grain-management facility was opened in Kusong City, DPRK, on February 3.",
        {("Kusong", "grain_facility", "completed", "2025-02-03")},
        "grain",
    ),
    (
        "A fish-farming base was inaugurated in Sinpho City, DPRK, on February 3.",
        {("Sinpho", "offshore_farm", "completed", "2025-02-03")},
        "aquaculture",
    ),
    (
        "A vegetable greenhouse farm was inaugurated in Kangdong County, DPRK, on February 3.",
        {("Kangdong", "greenhouse_farm", "completed", "2025-02-03")},
        "greenhouses",
    ),
    (
        "A soy sauce factory was opened in Kusong City, DPRK, on February 3.",
        {("Kusong", "other", "completed", "2025-02-03")},
        "another factory",
    ),
    ("Houses were built in Songchon County on February 3, KCNA said.", set(), "houses are no facility"),
    ("A munitions factory in Kusong City was opened, KCNA said.", set(), "nor is a munitions factory"),
    ("A power station was inaugurated in Hoeyang County, DPRK.", set(), "nor a power station"),
    (
        "A groundbreaking ceremony for the regional development projects of 2026 was held in Sinphyong County"
        " on January 30, KCNA said. Factories, hospitals and leisure complexes will go up in 20 areas under"
        " the Regional Development 20×10 Policy.",
        {("Sinphyong", "other", "groundbreaking", "2025-01-30")},
        "projects, and what they are is said of twenty areas only",
    ),
]
LISTS: list[tuple[str, set[What], str]] = [
    (
        "Ground was broken on February 3 for regional-industry factories in Kujang, Koksan and Hwangju"
        " counties, DPRK.",
        {
            ("Kujang", "regional_industry", "groundbreaking", "2025-02-03"),
            ("Koksan", "regional_industry", "groundbreaking", "2025-02-03"),
            ("Hwangju", "regional_industry", "groundbreaking", "2025-02-03"),
        },
        "each county of a list",
    ),
    (
        "Work on hospitals in Kangdong County, Ryonggang County and Kusong City began on February 3.",
        {
            ("Kangdong", "hospital", "groundbreaking", "2025-02-03"),
            ("Ryonggang", "hospital", "groundbreaking", "2025-02-03"),
            ("Kusong", "hospital", "groundbreaking", "2025-02-03"),
        },
        "a list between the noun and its verb",
    ),
    (
        "Ground was broken on February 3 for regional-industry factories and a hospital in Kujang"
        " County, DPRK.",
        {
            ("Kujang", "regional_industry", "groundbreaking", "2025-02-03"),
            ("Kujang", "hospital", "groundbreaking", "2025-02-03"),
        },
        "each facility of a county",
    ),
    (
        "The DPRK opened a hospital in Kusong City, a leisure complex in Kangdong County and a"
        " grain-management facility in Ryonggang County on February 3.",
        {
            ("Kusong", "hospital", "completed", "2025-02-03"),
            ("Kangdong", "leisure_complex", "completed", "2025-02-03"),
            ("Ryonggang", "grain_facility", "completed", "2025-02-03"),
        },
        "F in P, G in Q: each place with the facility before it",
    ),
    (
        "Kangdong County's hospital and Ryonggang County's leisure complex were inaugurated on February 3.",
        {
            ("Kangdong", "hospital", "completed", "2025-02-03"),
            ("Ryonggang", "leisure_complex", "completed", "2025-02-03"),
        },
        "P's F and Q's G: with the one behind it",
    ),
    (
        "Regional-industry factories of Kangdong, Jangyon, Puryong and Kim Jong Suk counties, a hospital in"
        " Kusong City and a leisure complex in Kaephung District were inaugurated last month, KCNA said.",
        {
            ("Kangdong", "regional_industry", "completed", "2025-01"),
            ("Jangyon", "regional_industry", "completed", "2025-01"),
            ("Puryong", "regional_industry", "completed", "2025-01"),
            ("Kim Jong Suk", "regional_industry", "completed", "2025-01"),
            ("Kusong", "hospital", "completed", "2025-01"),
            ("Kaephung", "leisure_complex", "completed", "2025-01"),
        },
        "a list of places with one facility beside single ones",
    ),
    (
        "Six counties, among them Songchon and Kujang counties, broke ground for regional-industry factories"
        " on February 3, KCNA said.",
        {
            ("Songchon", "regional_industry", "groundbreaking", "2025-02-03"),
            ("Kujang", "regional_industry", "groundbreaking", "2025-02-03"),
        },
        "the named ones of six",
    ),
    (
        "Kim Jong Un visited a hospital in Songchon County on February 3 and a leisure complex in Kujang"
        " County on January 31, KCNA said.",
        {
            ("Songchon", "hospital", "inspection", "2025-02-03"),
            ("Kujang", "leisure_complex", "inspection", "2025-01-31"),
        },
        "each place with its day",
    ),
]
ANAPHORA: list[tuple[str, set[What], str]] = [
    (
        "Regional-industry factories were opened in Songchon County on January 7, KCNA said. Similar"
        " ceremonies took place in Kujang County on January 10 and Koksan County on January 11.",
        {
            ("Songchon", "regional_industry", "completed", "2025-01-07"),
            ("Kujang", "regional_industry", "completed", "2025-01-10"),
            ("Koksan", "regional_industry", "completed", "2025-01-11"),
        },
        "similar ceremonies",
    ),
    (
        "Hospitals stand finished in Songchon County, KCNA said: they were completed on February 3."
        " The same can be said of Kujang County.",
        {("Songchon", "hospital", "completed", "2025-02-03"), ("Kujang", "hospital", "completed", "2025-02")},
        "the same can be said, as news of the report",
    ),
    (
        "The regional-industry factories of Songchon County were built, KCNA said. The inauguration ceremony"
        " took place on February 3.",
        {("Songchon", "regional_industry", "completed", "2025-02-03")},
        "a ceremony without a place dates what was told before",
    ),
    (
        "Construction of a greenhouse farm began in Sinuiju City on January 10, KCNA said. The farm was"
        " completed on February 3.",
        {
            ("Sinuiju", "greenhouse_farm", "groundbreaking", "2025-01-10"),
            ("Sinuiju", "greenhouse_farm", "completed", "2025-02-03"),
        },
        "the farm is the one before",
    ),
    (
        "The hospital in Songchon County, DPRK, was inaugurated on February 3. Ground was broken for it in"
        " March last year.",
        {
            ("Songchon", "hospital", "completed", "2025-02-03"),
            ("Songchon", "hospital", "groundbreaking", "2024-03"),
        },
        "an older groundbreaking with a date",
    ),
    (
        "Kim Jong Un visited several sites of regional-industry factories on February 3, KCNA said. In"
        " Songchon County he saw the paper mill.",
        {("Songchon", "paper_mill", "inspection", "2025-02-03")},
        "a tour, and one of its places in the next sentence",
    ),
    (
        "Regional-industry factories were inaugurated in Nampho, DPRK. The inauguration ceremony took place"
        " in Ryonggang County on February 3.",
        {("Ryonggang", "regional_industry", "completed", "2025-02-03")},
        "in Nampho means: in the county told next",
    ),
]
NOT_FACTS: list[tuple[str, set[What], str]] = [
    ("Kim Jong Un said the hospital in Kangdong County will be finished this fall.", set(), "a forecast"),
    ("Kim Jong Un wants the hospital in Kangdong County to be completed soon.", set(), "a wish"),
    (
        "Once the hospital in Kangdong County is completed, people will be glad, KCNA said.",
        set(),
        "a condition",
    ),
    ("성천군병원이 완공되면 군민들이 좋아할 것이라고 로동신문이 전했다.", set(), "a condition in Korean"),
    ("The hospital in Kangdong County, DPRK, has not yet been opened.", set(), "not yet"),
    ("The hospital in Kangdong County, DPRK, hasn't been finished.", set(), "a short not"),
    ("KCNA did not say whether the hospital in Kangdong County was opened.", set(), "no news of it"),
    (
        "Regional-industry factories are built in 20 cities and counties every year, KCNA said.",
        set(),
        "a number of counties is no place",
    ),
    ("The DPRK opened hospitals in three counties on February 3.", set(), "nor are three"),
    (
        "Regional-industry factories were opened in South Phyongan Province on February 3, KCNA said.",
        set(),
        "a province is no county",
    ),
    ("북한이 매년 20개 시군에 지방공업공장을 건설한다고 밝혔다.", set(), "a number of counties in Korean"),
    ("A greenhouse farm was opened in the Ryonpho area, North Korea.", set(), "an area of no told county"),
    (
        "A greenhouse farm was opened in the Ryonpho area of Hamju County, DPRK, on February 3.",
        {("Hamju", "greenhouse_farm", "completed", "2025-02-03")},
        "an area, and its county",
    ),
    (
        "The regional-industry factories of Kujang County, DPRK, went into operation. Kim Jong Un saw to it"
        " that they were built.",
        {("Kujang", "regional_industry", "operating", "2025-02")},
        "thanks are no completion",
    ),
    (
        "From the groundbreaking of the hospital in Songchon County, DPRK, to this day, soldiers worked.",
        set(),
        "a stretch of time",
    ),
    (
        "The hospital of Songchon County, DPRK, for which ground was broken with a ceremony, was inaugurated"
        " on February 3.",
        {("Songchon", "hospital", "completed", "2025-02-03")},
        "an older groundbreaking without a time of its own",
    ),
    (
        "Kim Jong Un has visited the hospital in Songchon County several times, KCNA said.",
        set(),
        "visits on no day",
    ),
    (
        "Kim Jong Un took part in the inauguration of the hospital in Songchon County on February 3 and"
        " toured it, KCNA said.",
        {("Songchon", "hospital", "completed", "2025-02-03")},
        "a tour that belongs to the ceremony",
    ),
    (
        "Kim Jong Un visited the hospital in Kangdong County on February 3. It is under construction.",
        {("Kangdong", "hospital", "inspection", "2025-02-03")},
        "under construction adds nothing to a visit",
    ),
    (
        "Kim Jong Un inspected the regional-industry factories in Songchon County on February 3. Hospitals"
        " are going up in Kujang and Koksan counties, KCNA said.",
        {
            ("Songchon", "regional_industry", "inspection", "2025-02-03"),
            ("Kujang", "hospital", "under_construction", "2025-02"),
            ("Koksan", "hospital", "under_construction", "2025-02"),
        },
        "it is told of places that were not visited",
    ),
    (
        "Officials of Kujang County attended the opening ceremony of the hospital in Songchon County, DPRK,"
        " on February 3.",
        {("Songchon", "hospital", "completed", "2025-02-03")},
        "where guests come from",
    ),
    (
        "The hospital in Songchon County, DPRK, opened on February 3, is bigger than that in Kujang County.",
        {("Songchon", "hospital", "completed", "2025-02-03")},
        "what it is compared with",
    ),
    (
        "A plan to build a hospital in Songchon County was announced, KCNA said. Ground was broken for the"
        " hospital in Songchon County on February 3.",
        {("Songchon", "hospital", "groundbreaking", "2025-02-03")},
        "a plan that has been carried out",
    ),
    ("Goseong County in Gangwon Province, South Korea, opened a hospital.", set(), "the other Korea"),
    ("The Kim Chaek University of the DPRK opened a hospital.", set(), "a university is no place"),
]
DATES: list[tuple[str, set[What], str]] = [
    (
        "Regional-industry factories were inaugurated in Songchon County, KCNA reported on February 4.",
        {("Songchon", "regional_industry", "completed", "2025-02")},
        "the day of the report is not the day of the event",
    ),
    (
        "A hospital was inaugurated in Songchon County on the 3rd, KCNA reported on the 4th.",
        {("Songchon", "hospital", "completed", "2025-02-03")},
        "both days by number",
    ),
    (
        "Regional-industry factories in Songchon County, DPRK, were inaugurated on Monday.",
        {("Songchon", "regional_industry", "completed", "2025-02-03")},
        "a weekday",
    ),
    (
        "Hospitals in Songchon County were inaugurated the previous day, KCNA said on Tuesday.",
        {("Songchon", "hospital", "completed", "2025-02-03")},
        "the day before the report's",
    ),
    (
        "A hospital was inaugurated in Songchon County, DPRK, late last year.",
        {("Songchon", "hospital", "completed", "2024")},
        "vague within a year",
    ),
    (
        "Ceremonies for hospitals opened in Songchon County, DPRK, from February 1 to 3.",
        {("Songchon", "hospital", "completed", "2025-02")},
        "a range gives the month",
    ),
    (
        "The hospital in Songchon County, DPRK, was inaugurated on February 3, ten months after ground was"
        " broken.",
        {
            ("Songchon", "hospital", "completed", "2025-02-03"),
            ("Songchon", "hospital", "groundbreaking", "2024-04"),
        },
        "counted in months",
    ),
    (
        "Regional-industry factories in Kujang County, DPRK, were inaugurated on February 3. Earlier,"
        " regional-industry factories were built in Songchon County, too.",
        {
            ("Kujang", "regional_industry", "completed", "2025-02-03"),
            ("Songchon", "regional_industry", "completed", None),
        },
        "an older completion in passing has no date, not the report's",
    ),
    (
        "Kim Jong Un visited the hospital in Kangdong County on February 3, KCNA said. He visited the"
        " hospital in Kangdong County also on January 10.",
        {
            ("Kangdong", "hospital", "inspection", "2025-02-03"),
            ("Kangdong", "hospital", "inspection", "2025-01-10"),
        },
        "visits on two days are two",
    ),
    (
        "[Photo: KCNA] Ground is broken for a hospital in Songchon County on February 1.\n\nNorth Korea said"
        " ground was broken for a hospital in Songchon County on February 2.",
        {("Songchon", "hospital", "groundbreaking", "2025-02-02")},
        "the body goes before the caption",
    ),
    (
        "Regional-industry factories were inaugurated in Songchon County, KCNA said. It was sunny.\n\n"
        "Regional-industry factories of Songchon County were inaugurated on February 3.",
        {("Songchon", "regional_industry", "completed", "2025-02-03")},
        "told twice, it is one event with the finer date",
    ),
]
KOREAN: list[tuple[str, set[What], str]] = [
    (
        "조선중앙통신에 따르면 평안남도 성천군 지방공업공장 준공식이 3일 진행되였다.",
        {("Songchon", "regional_industry", "completed", "2025-02-03")},
        "the North's orthography",
    ),
    (
        "평안남도 성천군 지방공업공장 준공식이 3일 진행됐다고 조선중앙통신이 4일 보도했다.",
        {("Songchon", "regional_industry", "completed", "2025-02-03")},
        "the South's, with the day of the report",
    ),
    (
        "북한 황해북도 은파군에서 지방공업공장 착공식이 지난달 28일 열렸다.",
        {("Unpha", "regional_industry", "groundbreaking", "2025-01-28")},
        "a day of last month",
    ),
    (
        "북한이 성천군, 구장군, 은파군에서 병원 준공식을 지난 3일 진행했다.",
        {
            ("Songchon", "hospital", "completed", "2025-02-03"),
            ("Kujang", "hospital", "completed", "2025-02-03"),
            ("Unpha", "hospital", "completed", "2025-02-03"),
        },
        "a list",
    ),
    (
        "북한 이천군에서 지방공업공장 준공식이 지난 2일 열렸고 이튿날 연탄군에서도 준공식이 열렸다.",
        {
            ("Ichon", "regional_industry", "completed", "2025-02-02"),
            ("Yonthan", "regional_industry", "completed", "2025-02-03"),
        },
        "the day after",
    ),
    (
        "김정은 국무위원장이 3일 평안북도 구성시의 병원 건설현장을 현지지도했다.",
        {("Kusong", "hospital", "inspection", "2025-02-03")},
        "guidance on the spot",
    ),
    (
        "북한 구성시병원 건설이 힘있게 추진되고있다.",
        {("Kusong", "hospital", "under_construction", "2025-02")},
        "pushed forward, written together",
    ),
    (
        "북한 강동군 병원이 환자를 받기 시작했다.",
        {("Kangdong", "hospital", "operating", "2025-02")},
        "patients",
    ),
    (
        "강동군에 종합봉사소가 일떠섰다고 로동신문이 전했다.",
        {("Kangdong", "leisure_complex", "completed", "2025-02")},
        "rose up",
    ),
    (
        "락원군바다가양식사업소 준공식이 3일 진행되였다고 로동신문이 전하였다.",
        {("Ragwon", "offshore_farm", "completed", "2025-02-03")},
        "the North's 락원 and 바다가",
    ),
    (
        "낙원군 바닷가양식사업소 준공식이 3일 열렸다고 북한 매체가 전했다.",
        {("Ragwon", "offshore_farm", "completed", "2025-02-03")},
        "the South's 낙원 and 바닷가",
    ),
    (
        "북한 은산종이공장이 3일 준공되였다.",
        {("Unsan", "paper_mill", "completed", "2025-02-03")},
        "a bare name beside its factory",
    ),
    (
        "북한이 내년에 성천군에 병원을 건설하기로 했다.",
        {("Songchon", "hospital", "planned", "2025-02")},
        "decided to build; next year is not the time of that",
    ),
    (
        "주체114(2025)년 2월 3일 성천군 지방공업공장이 준공되였다.",
        {("Songchon", "regional_industry", "completed", "2025-02-03")},
        "a Juche year",
    ),
]
CASES = [*STAGES, *FACILITY, *LISTS, *ANAPHORA, *NOT_FACTS, *DATES, *KOREAN]


MISSED = {
    "a tour, and one of its places in the next sentence": "`he saw the mill` is of the factories",
    "an older groundbreaking without a time of its own": "`groundbreaking` gets the day of the inauguration",
    "an older completion in passing has no date, not the report's": "`Earlier, ... too` gets the day before",
}


@pytest.mark.parametrize(("text", "expected", "why"), marked(CASES, MISSED))
def test_each_text_states_its_events_and_no_other(text: str, expected: set[What], why: str) -> None:
    events = read(text)
    assert told(events) == expected, why
    assert len(told(events)) == len([e for e in events if e.place_precision != "province"]), "told twice"


@pytest.mark.parametrize(
    ("text", "date", "why"),
    [
        ("A hospital was inaugurated in Songchon County, DPRK, on February 3.", None, "no year in the text"),
        ("A hospital was inaugurated in Songchon County, DPRK.", None, "no day at all"),
        ("A hospital was inaugurated in Songchon County, DPRK, on February 3, 2025.", "2025-02-03", "a year"),
        ("주체114(2025)년 2월 3일 성천군병원이 준공되였다.", "2025-02-03", "a Juche year"),
        (
            "Ground was broken for a mill in Kujang County, DPRK, on May 1, 2024.\n\n"
            "A hospital was inaugurated in Songchon County on February 3.",
            None,
            "the year of another event is no help",
        ),
    ],
)
def test_without_a_day_of_publication_only_a_full_date_counts(text: str, date: str | None, why: str) -> None:
    (found,) = [event for event in read(text, published_on=None) if event.name == "Songchon"]
    assert found.date == date, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("북한 구성시에서 병원 착공식이 열리지 않았다.", set(), "a ceremony was not held"),
        ("북한 구성시에서는 병원 착공식이 아직 진행되지 못했다.", set(), "could not be held yet"),
        ("북한 구성시 병원은 아직 준공되지 않았다.", set(), "was not finished"),
        ("북한 구성시 병원은 끝내 완공하지 못하였다.", set(), "the builders could not finish"),
        ("북한 구성시에서 병원 착공식은 없었다.", set(), "there was none"),
        ("북한 구성시 병원 준공식은 연기됐다.", set(), "it was put off"),
        ("북한 구성시 병원을 하루빨리 준공하자!", set(), "a slogan"),
        (
            "북한 구성시에서 병원 착공식이 3일 열렸다. 김정은은 착공식에 참석하지 않았다.",
            {("Kusong", "hospital", "groundbreaking", "2025-02-03")},
            "who did not come denies no ceremony",
        ),
        (
            "북한 구성시에서 병원 착공식이 3일 열렸으나 장강군에서는 열리지 않았다.",
            {("Kusong", "hospital", "groundbreaking", "2025-02-03")},
            "held in one place, not in the other",
        ),
        (
            "The opening of the hospital in Kusong City, DPRK, was held on February 3.",
            {("Kusong", "hospital", "completed", "2025-02-03")},
            "a plain opening",
        ),
        ("The opening of the hospital in Kusong City was postponed, KCNA said.", set(), "put off"),
        ("State media denied that the hospital in Kusong City had been opened.", set(), "denied by somebody"),
        ("Rumours that a hospital opened in Kusong City, DPRK, are false.", set(), "a rumour"),
        (
            "The hospital in Kusong City, DPRK, was opened on February 3, but that in Janggang County was"
            " not.",
            {("Kusong", "hospital", "completed", "2025-02-03")},
            "the other one was not",
        ),
        (
            "The hospital in Kusong City, DPRK, was opened on February 3; the one in Janggang County still"
            " stands unfinished.",
            {("Kusong", "hospital", "completed", "2025-02-03")},
            "the other one is unfinished",
        ),
        (
            "Ground was broken for a hospital in Kusong City, DPRK, on February 3. In Janggang County no"
            " ceremony was held.",
            {("Kusong", "hospital", "groundbreaking", "2025-02-03")},
            "no such ceremony there",
        ),
    ],
)
def test_what_was_not_done_is_no_event(text: str, expected: set[What], why: str) -> None:
    assert told(read(text)) == expected, why


def test_a_province_alone_is_no_place_of_an_event() -> None:
    text = "Regional-industry factories were opened in South Phyongan Province, KCNA said."
    assert found_in(text) == ((), ())
    (event,) = read(f"{text} In Songchon County they were opened on February 3.")
    assert (event.place_precision, event.pcode) == ("county", "KP0717")


def test_two_counties_of_one_name_stay_two_candidates() -> None:
    (event,) = read("A hospital was inaugurated in Unsan County, DPRK, on February 3.")
    assert (event.outcome, event.place_precision, event.pcode, event.name) == ("ambiguous",) * 2 + (None,) * 2
    assert {place.pcode for place in event.candidates} == {"KP0617", "KP0720"}
    assert told([event]) == {("North Phyongan or South Phyongan", "hospital", "completed", "2025-02-03")}


def test_a_ward_below_the_county_counts_for_its_city() -> None:
    (event,) = read("A hospital was inaugurated in Ranam District of Chongjin City, DPRK, on February 3.")
    assert (event.pcode, event.name, event.place_precision) == ("KP0205", "Chongjin", "site")


def test_what_is_filled_in_costs_confidence() -> None:
    whole, carried = found_in(
        "Construction of a greenhouse farm began in Sinuiju City on January 10, KCNA said."
        " The farm was completed on February 3."
    ).events
    assert carried.confidence < whole.confidence
    assert "place from before" in carried.rule and "place from before" not in whole.rule


def test_the_policy_is_told_of_the_document() -> None:
    text = "A hospital was inaugurated in Songchon County, DPRK."
    assert [event.policy for event in read(text)] == [False]
    assert [
        event.policy for event in read(f"{text} It is part of the Regional Development 20×10 Policy.")
    ] == [True]


def test_evidence_is_the_sentence_that_says_so() -> None:
    text = "It was sunny. A hospital was inaugurated in Songchon County, DPRK, on February 3. Songs rang out."
    (event,) = read(text)
    assert event.evidence.text == "A hospital was inaugurated in Songchon County, DPRK, on February 3."
    assert text[event.evidence.start : event.evidence.end] == event.evidence.text


def test_evidence_of_a_long_sentence_is_a_piece_with_place_and_stage() -> None:
    """Longer than evidence may be, before and behind."""
    before = "In the presence of " + ", ".join(f"men of brigade {n}" for n in range(30))
    behind = ", and then songs were sung" * 20
    (event,) = read(f"{before}, a hospital was inaugurated in Songchon County, DPRK, on February 3{behind}.")
    assert len(event.evidence.text) <= 400
    assert "inaugurated" in event.evidence.text and "Songchon County" in event.evidence.text


AGENCY_STORY = (
    "[Photo] Kim Jong Un digs the first spade at the site in Songcheon County, February 28, 2024.\n\n"
    "North Korea's leader Kim Jong Un has attended the groundbreaking of factories far from the capital,"
    " state media said on Thursday, part of a plan to lift living standards in the countryside.\n\n"
    "The ceremony for regional-industry factories in Songchon County, South Phyongan Province, was held with"
    " soldiers who will build them, the state news agency KCNA said.\n\n"
    "Under the policy called Regional Development 20×10, modern factories are to be built in 20 counties"
    " every year for ten years.\n\n"
    '"I feel late in doing this," Kim was quoted as saying in a speech.\n\n'
    "South Korea's ministry of unification in Seoul said it doubted whether the goal can be reached.\n"
)


def test_an_agency_story_of_a_groundbreaking_gives_one_event() -> None:
    """A county in two spellings, the day in the caption only; 20 counties a year and Seoul give nothing."""
    found = document(AGENCY_STORY, "2024-03-01", title="North Korea breaks ground for rural factories")
    events = find_events(found, find_mentions(found))
    assert told(events) == {("Songchon", "regional_industry", "groundbreaking", "2024-02-28")}
    (event,) = events
    assert (event.pcode, event.province, event.policy) == ("KP0717", "South Phyongan", True)


CAMPAIGN_STORY = (
    "SEOUL, Jan. 15 (Agency) -- North Korea's state media have called on workers to finish a campaign of 200"
    " days with high output.\n\n"
    "Party committees in Kangwon and Jagang provinces held rallies in Wonsan and Kanggye, a newspaper in"
    " Pyongyang said, where speakers urged people to follow the spirit of Jagang.\n\n"
    "More steel and power must be produced, the daily said, and every factory is to fulfil its plan ahead of"
    " time.\n"
)


def test_a_campaign_with_places_and_without_a_site_gives_none() -> None:
    found = document(CAMPAIGN_STORY, "2017-01-15", title="North Korea spurs its people on")
    mentions = find_mentions(found)
    named = {mention.place.name for mention in mentions if mention.place}
    assert named == {"Kangwon", "Jagang", "Wonsan", "Kanggye", "Pyongyang"}
    assert find_events(found, mentions) == ()


READ_RIGHTLY = [case for case in CASES if case[2] not in MISSED]
SENTENCES = [case[0] for case in CASES]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), st.sampled_from(["\n\n", " ", "\r\n\r\n"])
)
def test_events_of_any_text_are_well_formed(texts: list[str], gap: str) -> None:
    text = gap.join(texts)
    events = read(text)
    for event in events:
        evidence = event.evidence
        assert text[evidence.start : evidence.end] == evidence.text == evidence.text.strip() != ""
        assert len(evidence.text) <= 400
        assert event.facility in FACILITIES and event.stage in ALL_STAGES
        assert event.date is None or re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", event.date)
        assert event.date is None or event.stage == "planned" or event.date <= TUESDAY, "a date to come"
        assert (event.pcode is None) == (event.outcome != "resolved")
        assert 0 < event.confidence <= 1 and event.rule
    keys = [(e.pcode or e.candidates, e.facility, e.stage, e.date) for e in events]
    assert len(set(keys)) == len(keys), "one event is told twice"
    assert [e.evidence.start for e in events] == sorted(e.evidence.start for e in events)


@settings(deadline=None)
@given(
    st.sampled_from([case for case in READ_RIGHTLY if "\n" not in case[0]]),
    st.sampled_from(["\n", "\r\n"]),
    st.integers(62, 100),
)
def test_wrapped_at_the_margin_the_events_are_the_same(
    case: tuple[str, set[What], str], line_end: str, width: int
) -> None:
    text, expected, _ = case
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    assume(not any(line.endswith(".") for line in lines[:-1]))  # would be the end of a paragraph
    wrapped = line_end.join(lines)
    events = read(wrapped)
    assert told(events) == expected
    for event in events:
        assert wrapped[event.evidence.start : event.evidence.end] == event.evidence.text
        assert len(event.evidence.text) <= 400
