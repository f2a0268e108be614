"""Days on pages that show none of their own, and Korean days that stand beside something else."""

from __future__ import annotations

import pytest

from tests.events.saying import read

CAPTION = "북한 고산군병원 준공식이 지난 24일 열렸다고 조선중앙통신이 25일 보도했다. 2025.2.25"
# (text of a page without a day of publication, stage -> date, why the line is here)
UNDATED: list[tuple[str, dict[str, str | None], str]] = [
    (CAPTION, {"completed": "2025-02-24"}, "the stamp of a caption dates what the caption tells"),
    (
        CAPTION + "\n\n통신은 25일 이같이 전하면서 고산군병원이 지난해 7월 착공됐다고 소개했다.",
        {"completed": "2025-02-24", "groundbreaking": "2024-07"},
        "and the text that tells of the same day",
    ),
    (
        CAPTION + "\n\n한편 북한 안악군의 신발공장은 지난 10일 착공됐다.",
        {"completed": "2025-02-24", "groundbreaking": None},
        "but no text that tells of none",
    ),
    (
        "북한 고산군병원 준공식이 25일 열렸다. 2025.2.26",
        {"completed": None},
        "a stamp that is not the day of the report is of something else",
    ),
    (
        "북한 고산군병원 준공식이 2025년 2월 24일 열렸다. 이 병원은 지난해 7월 착공됐다.",
        {"completed": "2025-02-24", "groundbreaking": "2024-07"},
        "the day of the news has a year",
    ),
    (
        "A hospital was inaugurated in Kosan County, DPRK, on February 24, 2025. Ground was broken for the"
        " hospital there last July.",
        {"completed": "2025-02-24", "groundbreaking": "2024-07"},
        "the day of the news has a year, in English",
    ),
    (
        "The hospital in Kosan County, DPRK, was inaugurated on 18 December 2024. Ground was broken for the"
        " hospital in Anak County on 31 January 2025.",
        {"completed": "2024-12-18", "groundbreaking": "2025-01-31"},
        "a later day with its year is no future",
    ),
    (
        "북한은 2024년 1월 정책을 내놓았다. 고산군병원이 지난달 준공됐다.",
        {"completed": None},
        "the year of something else",
    ),
    (
        "2026년도 지방발전정책 대상 건설 착공식이 어제 북한 고산군에서 열렸다.",
        {"groundbreaking": "2026"},
        "the year of the projects that ground was broken for",
    ),
    (
        "올해(2025년) 3월 북한 고산군병원이 착공되였다. 이 병원은 올해 문을 열었다.",
        {"groundbreaking": "2025-03", "completed": "2025"},
        "which year this one is",
    ),
    (
        "신문은 3월 9일 북한 고산군병원을 준공하는 모임이 있었다고 전했다."
        "\n\n고산군병원은 뜻깊은 2025년에 준공되였다.",
        {"completed": "2025-03-09"},
        "a day in one sentence, its year in another",
    ),
    (
        "2026년 예산이 정해졌다. 북한 고산군병원 착공식이 어제 열렸다.",
        {"groundbreaking": None},
        "the year of a budget",
    ),
    (
        "Kim cuts the ribbon in Sinpho, DPRK, on Feb. 24 | Image: KCNA (Feb. 25, 2025)\n\nA hospital was"
        " opened in Sinpho on Monday. Ground was broken for the hospital in July.",
        {"completed": "2025-02-24", "groundbreaking": "2024-07"},
        "the day on which the picture was sent",
    ),
    (
        "2025 was a good year for Kosan County, DPRK.\n\nIn March ground was broken for a hospital in Kosan"
        " County, and in November the hospital was inaugurated.",
        {"completed": "2025-11", "groundbreaking": "2025-03"},
        "the year that a review opens with",
    ),
    (
        "Kosan County, DPRK, has changed much. It was poor once. Its people are proud today.\n\nGround was"
        " broken for the hospital in Kosan County on March 3, 2025.\n\nThe hospital in Kosan County was"
        " inaugurated on December 2.",
        {"completed": "2025-12-02", "groundbreaking": "2025-03-03"},
        "the year goes on",
    ),
    (
        "Kosan County, DPRK, has changed much. It was poor once. Its people are proud today.\n\nGround was"
        " broken for the hospital in Kosan County on March 3, 2025.\n\nThe hospital in Kosan County was"
        " inaugurated on January 2.",
        {"completed": None, "groundbreaking": "2025-03-03"},
        "but not back to what was before",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), UNDATED)
def test_a_page_without_a_day_has_that_of_its_news(
    text: str, expected: dict[str, str | None], why: str
) -> None:
    assert {event.stage: event.date for event in read(text, published_on=None)} == expected, why


# (text of a page of 4 February 2025, place -> date, why the line is here)
BESIDE: list[tuple[str, dict[str, str | None], str]] = [
    (
        "지난달 20일에는 북한 고산군에 병원이 일떠섰다는 보도가, 24일에는 안악군에 병원이 일떠섰다는 보도가"
        " 있었다.",
        {"Kosan": "2025-01", "Anak": "2025-01"},
        "what was reported on a day happened in its month at the latest",
    ),
    (
        "북한 고산군에는 2023년에 병원을 세웠으며, 지난해에는 안악군에 병원을 세웠다.",
        {"Kosan": "2023", "Anak": "2024"},
        "a day behind a verb is that of the next one",
    ),
    (
        "북한 고산군병원이 번듯하게 일떠선것은 2023년 6월이다.",
        {"Kosan": "2023-06"},
        "but not where it says so",
    ),
    (
        "북한 고산군은 1월 26일까지 이미 병원을 준공했다.",
        {"Kosan": "2025-01"},
        "by a day, so perhaps before it",
    ),
    ("북한 고산군병원은 지난해(2024년) 12월 준공됐다.", {"Kosan": "2024-12"}, "a year that is told twice"),
    (
        "북한 고산군병원이 준공된 지 한 달 만에 첫 환자를 받았다.",
        {"Kosan": "2025-01"},
        "so long before the report",
    ),
    (
        "북한 고산군병원이 지난해 준공됐다. 고산군병원은 지난해 12월 준공됐다.",
        {"Kosan": "2024-12"},
        "the finer of two dates, in Korean",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), BESIDE)
def test_a_korean_day_belongs_to_what_it_stands_with(
    text: str, expected: dict[str, str | None], why: str
) -> None:
    completed = [event for event in read(text) if event.stage == "completed"]
    assert {event.name: event.date for event in completed} == expected, why


def test_a_day_that_opens_the_words_on_a_site_is_that_of_its_visit() -> None:
    text = (
        "김정은 위원장은 지난달 7일에는 북한 고산군병원 건설장, 20일에는 안악군의 신발공장 건설장을"
        " 현지지도했다."
    )
    visits = {event.name: event.date for event in read(text) if event.stage == "inspection"}
    assert visits == {"Kosan": "2025-01-07", "Anak": "2025-01-20"}
    founded = (
        "조선중앙통신은 김정은이 북한 고산군의 신발공장을 돌아보았다고 전했다 통신에 따르면 공장은 1979년에"
        " 세워졌고 여러 제품을 만든다"
    )
    assert [event.date for event in read(founded) if event.stage == "inspection"] == ["2025-02"]


def test_plans_that_are_decided_together_share_the_day_behind_them() -> None:
    text = "내각은 북한 고산군에 병원을 세우고 안악군에는 종합봉사소를 건설하기로 지난달 20일 결정했다."
    plans = {event.name: event.date for event in read(text) if event.stage == "planned"}
    assert plans == {"Kosan": "2025-01-20", "Anak": "2025-01-20"}


def test_a_long_page_of_days_without_a_year_is_read_to_its_end() -> None:
    fine = " ".join(f"The weather was fine on March {day % 28 + 1}." for day in range(400))
    text = f"{fine} A hospital was inaugurated in Anak County on March 5."
    assert [(event.name, event.date) for event in read(text, None)] == [("Anak", None)]
