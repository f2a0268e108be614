"""Whole articles, as several sources tell them: what they report, what they recall, and what"
" they leave aside."""

from __future__ import annotations

import pytest

from tests.events.saying import LIKELY, What, found_in, told
from tests.missed import known_miss, marked

# (title, text, day of publication, what it states, why it is here)
STORIES: list[tuple[str, str, str, set[What], str]] = [
    (
        "Regional-Industry Factories Inaugurated in Kosan County",
        "KOSAN, January 30 (KCNA) -- The regional-industry factories in Kosan County of Kangwon Province were"
        " inaugurated with splendour.\n\n"
        "The inauguration ceremony took place on January 29.\n\n"
        "Present there were officials of the county, builders and working people.\n\n"
        "The speakers said that the factories, built under the Regional Development 20×10 Policy, would bring"
        " about a turn in the life of the people.\n\n"
        "At the end of the ceremony the participants looked round the foodstuff, garment and"
        " daily-necessities"
        " factories.\n",
        "2025-01-30",
        {("Kosan", "regional_industry", "completed", "2025-01-29")},
        "a report of state media: dateline, who came, speeches, a tour",
    ),
    (
        "North Korea's Kim inspects hospital site",
        "North Korean leader Kim Jong Un has inspected the construction site of a hospital in Kosan County,"
        " state media reported on Thursday.\n\n"
        "Kim, who made the visit on Wednesday, called for finishing the hospital by October.\n\n"
        "Ground was broken for the hospital in February, in a campaign to build hospitals in 20 cities and"
        " counties every year.\n\n"
        "Analysts in Seoul doubt that the equipment can be bought under sanctions.\n",
        "2025-07-10",
        {
            ("Kosan", "hospital", "inspection", "2025-07-09"),
            ("Kosan", "hospital", "groundbreaking", "2025-02"),
        },
        "an agency abroad: a visit, a call, the start recalled",
    ),
    (
        "",
        "북한 강원도 고산군에서 지방공업공장 준공식이 열렸다고 조선중앙통신이 30일 보도했다.\n\n"
        "통신에 따르면 준공식은 29일 진행됐으며 도당위원회 책임비서 등이 참석했다.\n\n"
        "연설자들은 모든 시, 군에 현대적인 공장을 일떠세워야 한다고 강조했다.\n\n"
        "북한은 '지방발전 20×10 정책'에 따라 매년 20개 군에 공장을 짓겠다는 계획이다.\n",
        "2025-01-30",
        {("Kosan", "regional_industry", "completed", "2025-01-29")},
        "a report of the South: the day in its second sentence, a wish, a plan for twenty",
    ),
    (
        "Three counties open factories",
        "State media of North Korea have told of three inaugurations this week.\n\n"
        "- Kosan County, Kangwon Province: regional-industry factories, on January 27\n"
        "- Anak County, South Hwanghae Province: regional-industry factories, on January 28\n"
        "- Hamju County, South Hamgyong Province: regional-industry factories, on January 29\n\n"
        "In Unchon County work goes on.\n",
        "2025-01-30",
        {
            ("Kosan", "regional_industry", "completed", "2025-01-27"),
            ("Anak", "regional_industry", "completed", "2025-01-28"),
            ("Hamju", "regional_industry", "completed", "2025-01-29"),
        },
        "a digest: items with their own facility and day",
    ),
    (
        "Why a county waits",
        "A hospital was promised to Kosan County, North Korea, in 2023, a source in Kangwon Province"
        " told Daily"
        " NK on Monday.\n\n"
        "Work began last April, but it was suspended in November for lack of cement, the source said.\n\n"
        "“People laugh when they hear that a hospital will open,” the source added.\n\n"
        "Related articles\n\nLeisure complex inaugurated in Anak County\n\nFarms short of fuel\n",
        "2025-02-04",
        {("Kosan", "hospital", "groundbreaking", "2024-04")},
        "a source inside: the start told in passing, the standstill apart, a headline at the foot",
    ),
    (
        "Weather in the north",
        "Snow fell in Kosan and Anak counties of North Korea on Monday, the weather service said.\n\n"
        "Factories and hospitals took measures against the cold, and schools in Wonsan stayed closed.\n\n"
        "In Hamhung ice was cleared from the streets around the February 8 Vinalon Complex.\n",
        "2025-02-04",
        set(),
        "no building at all",
    ),
]
MISSED = {
    "an agency abroad: a visit, a call, the start recalled": "`Ground was broken for ... in February`",
    "a digest: items with their own facility and day": "an introduction that ends with a full stop",
}


@pytest.mark.parametrize(("title", "text", "published", "expected", "why"), marked(STORIES, MISSED))
def test_an_article_reports_its_events(
    title: str, text: str, published: str, expected: set[What], why: str
) -> None:
    found = found_in(text, published, title)
    assert told([event for event in found.events if event.confidence >= LIKELY]) == expected, why


@known_miss("`Work began ..., but it was suspended` is only possible")
def test_the_standstill_of_a_story_is_a_setback() -> None:
    title, text, published, *_ = STORIES[4]
    stated = [event for event in found_in(text, published, title).setbacks if event.status == "stated"]
    assert told(stated) == {("Kosan", "hospital", "stopped", "2024-11")}


@known_miss("`Factories and hospitals took measures, and schools in Wonsan stayed closed` stops them all")
def test_a_story_of_the_weather_has_no_setback() -> None:
    title, text, published, *_ = STORIES[5]
    assert found_in(text, published, title).setbacks == ()
