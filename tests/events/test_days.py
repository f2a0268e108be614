"""When it happened: days of their own, of the lead, in order, of the report, and none."""

from __future__ import annotations

import pytest

from tests.events.saying import found_in, read
from tests.missed import marked

# (text, place -> date, why the line is here); published on Tuesday, 4 February 2025
ENGLISH: list[tuple[str, dict[str, str | None], str]] = [
    ("A hospital was inaugurated in Kosan County, DPRK, on Monday.", {"Kosan": "2025-02-03"}, "a weekday"),
    ("A hospital was inaugurated in Kosan County, DPRK, yesterday.", {"Kosan": "2025-02-03"}, "yesterday"),
    ("A hospital was inaugurated in Kosan County, DPRK, on the 2nd.", {"Kosan": "2025-02-02"}, "the 2nd"),
    (
        "A hospital was inaugurated in Kosan County, DPRK, on December 28.",
        {"Kosan": "2024-12-28"},
        "December, seen from February, is last year's",
    ),
    ("A hospital was inaugurated in Kosan County, DPRK, in January.", {"Kosan": "2025-01"}, "a month"),
    ("A hospital was inaugurated in Kosan County, DPRK, last year.", {"Kosan": "2024"}, "a year"),
    (
        "A hospital was inaugurated in Kosan County, DPRK, on March 3, 2023.",
        {"Kosan": "2023-03-03"},
        "a full date",
    ),
    (
        "KCNA reported on February 4 that a hospital was inaugurated in Kosan County, DPRK.",
        {"Kosan": "2025-02"},
        "the day of the report is not that of the event",
    ),
    (
        "KCNA said Tuesday that a hospital was inaugurated in Kosan County, DPRK, the previous day.",
        {"Kosan": "2025-02-03"},
        "the day before the report",
    ),
    (
        "Hospitals were inaugurated in Kosan County, DPRK, on January 30 and in Anak County on January 31.",
        {"Kosan": "2025-01-30", "Anak": "2025-01-31"},
        "a day behind each place",
    ),
    (
        "On January 30 a hospital was inaugurated in Kosan County, DPRK, and on January 31 another in Anak"
        " County.",
        {"Kosan": "2025-01-30", "Anak": "2025-01-31"},
        "a day before each place",
    ),
    (
        "Hospitals were inaugurated in Kosan and Anak counties, DPRK, on January 30 and 31 respectively.",
        {"Kosan": "2025-01-30", "Anak": "2025-01-31"},
        "respectively, days of one month",
    ),
    (
        "Hospitals were inaugurated in Kosan and Anak counties, DPRK, on January 30 and February 1, in that"
        " order.",
        {"Kosan": "2025-01-30", "Anak": "2025-02-01"},
        "in that order",
    ),
    (
        "A hospital was inaugurated in Kosan County, DPRK, on the 24th, not on the 25th as first reported.",
        {"Kosan": "2025-01-24"},
        "a day that is denied",
    ),
    (
        "Workers finished the hospital in Kosan County, DPRK, on February 1, and it is to treat people from"
        " March.",
        {"Kosan": "2025-02-01"},
        "a date to come is another matter",
    ),
    (
        "A hospital was inaugurated in Kosan County, DPRK. The ceremony took place on February 3.",
        {"Kosan": "2025-02-03"},
        "the day of the ceremony in the next sentence",
    ),
    (
        "On February 3 North Korea had much to celebrate. A hospital was inaugurated in Kosan County"
        " that day.",
        {"Kosan": "2025-02-03"},
        "that day",
    ),
    (
        "Regional factories were inaugurated in Kosan County, DPRK. With them the county can raise the living"
        " of its people. It is known for its apples. Many people came. They sang. The inaugural ceremony of"
        " the factories took place on February 1.",
        {"Kosan": "2025-02-01"},
        "the day of the ceremony far down",
    ),
    (
        "Kim Jong Un was at the inaugural ceremony of the Kusong City Hospital, DPRK. It comes after the"
        " hospital of Kosan County, which opened last month.",
        {"Kusong": "2025-02", "Kosan": "2025-01"},
        "what the news comes after has its own day, which is not that of the news",
    ),
    (
        "On Tuesday ground was broken for the projects of 2024. A hospital of 2024 was inaugurated in Kosan"
        " County, DPRK, on February 2.",
        {"Kosan": "2025-02-02"},
        "the year of a project is not its day",
    ),
    (
        "The ribbon of the hospital in Kosan County, DPRK, was cut with many taking part a day earlier.",
        {"Kosan": "2025-02-03"},
        "a ribbon that is cut far from its noun",
    ),
    (
        "Crowds came to Monday's opening of the hospital in Kosan County, DPRK.",
        {"Kosan": "2025-02-03"},
        "the day before its event",
    ),
    (
        "The premier said on Monday as he opened the hospital in Kosan County, DPRK, that it was his first.",
        {"Kosan": "2025-02-03"},
        "somebody spoke as it happened",
    ),
    (
        "State media said on Monday that the hospital in Kosan County, DPRK, had been opened.",
        {"Kosan": "2025-02"},
        "the day of those who only reported it",
    ),
    (
        "By the end of January the hospital in Kosan County, DPRK, had been completed.",
        {"Kosan": "2025-01"},
        "done by then",
    ),
    (
        "Imagery taken on January 20 shows that the hospital in Kosan County, DPRK, has been completed.",
        {"Kosan": "2025-01"},
        "the day of a picture",
    ),
    (
        "Kosan County, DPRK, founded in 1952, has opened a hospital.",
        {"Kosan": "2025-02"},
        "the year of another thing",
    ),
    (
        "A hospital was opened in Kosan County, DPRK, in time for the February 2 festival.",
        {"Kosan": "2025-02"},
        "the day that it was wanted for",
    ),
    (
        "Hospitals were opened in Kosan and Anak counties, DPRK, in the week of January 20-24.",
        {"Kosan": "2025-01", "Anak": "2025-01"},
        "a week that is named by its days",
    ),
]
KOREAN: list[tuple[str, dict[str, str | None], str]] = [
    ("북한 고산군병원이 지난 3일 준공됐다.", {"Kosan": "2025-02-03"}, "지난 3일"),
    ("북한 고산군병원이 어제 준공됐다.", {"Kosan": "2025-02-03"}, "어제"),
    ("북한 고산군병원이 지난달 28일 준공됐다.", {"Kosan": "2025-01-28"}, "지난달"),
    ("북한 고산군병원이 지난해 12월 준공됐다.", {"Kosan": "2024-12"}, "지난해 12월"),
    (
        "4일 조선중앙통신은 북한 고산군병원이 준공됐다고 보도했다.",
        {"Kosan": "2025-02"},
        "the day of the report, in Korean",
    ),
    ("4일 조선중앙통신은 전날 북한 고산군병원이 준공됐다고 보도했다.", {"Kosan": "2025-02-03"}, "전날"),
    (
        "북한 고산군과 안악군에서 지난달 29일과 30일 각각 병원 준공식이 열렸다.",
        {"Kosan": "2025-01-29", "Anak": "2025-01-30"},
        "각각 before the ceremony",
    ),
    (
        "북한 고산군병원 준공식이 2일, 안악군병원 준공식이 3일 열렸다.",
        {"Kosan": "2025-02-02", "Anak": "2025-02-03"},
        "a day in each clause, in Korean",
    ),
    (
        "북한 고산군에 병원이 섰다. 조선중앙통신은 지난 3일 고산군에서 준공식이 진행됐다고 4일 보도했다.",
        {"Kosan": "2025-02-03"},
        "the day in the second sentence, beside that of the report",
    ),
    (
        "북한 안악군에서 준공식이 련이어 전해져 화제이다. 고산군병원이 준공됐다.",
        {"Kosan": "2025-02"},
        "전해져 is no year before",
    ),
    (
        '[로동신문]은 4일 "북한 고산군병원 준공식이 3일에 있었다"고 전했다.',
        {"Kosan": "2025-02-03"},
        "a newspaper in brackets has the day of the report",
    ),
    (
        "지난해 3월에 첫 삽을 뜬 북한 고산군병원이 준공식을 했다.",
        {"Kosan": "2025-02"},
        "the month of a start that only describes",
    ),
    (
        "북한 매체는 1일 고산군병원의 준공을 알린 것을 시작으로 2일에는 안악군병원의 준공을 잇따라 전했다.",
        {"Kosan": "2025-02", "Anak": "2025-02"},
        "days on which it was told",
    ),
]
MISSED: dict[str, str] = {}


@pytest.mark.parametrize(("text", "expected", "why"), marked([*ENGLISH, *KOREAN], MISSED))
def test_a_completion_has_the_day_that_belongs_to_it(
    text: str, expected: dict[str, str | None], why: str
) -> None:
    completed = [event for event in read(text) if event.stage == "completed"]
    assert {event.name: event.date for event in completed} == expected, why


# (text, stage, date, why the line is here)
STAGES: list[tuple[str, str, str | None, str]] = [
    (
        "Factories are being built in Kosan County, DPRK, KCNA said on February 3.",
        "under_construction",
        "2025-02",
        "progress has the month of the report",
    ),
    (
        "A hospital has been under construction in Kosan County, DPRK, since March 2024.",
        "under_construction",
        "2025-02",
        "and not the month since when",
    ),
    (
        "The foodstuff factory of Kosan County, DPRK, went into operation on February 1.",
        "operating",
        "2025-02-01",
        "the day on which operation began",
    ),
    (
        "The foodstuff factory of Kosan County, DPRK, produces biscuits.",
        "operating",
        "2025-02",
        "operation that goes on has the month of the report",
    ),
    (
        "A hospital will be built in Kosan County, DPRK, by 2027.",
        "planned",
        "2025-02",
        "not the year that it is planned for",
    ),
    (
        "Between January 6 and 9 soldiers started work on a hospital in Kosan County, DPRK.",
        "groundbreaking",
        "2025-01",
        "a range of days",
    ),
    (
        "The hospital in Kosan County, DPRK, was opened in December, ten months after work on it had begun.",
        "groundbreaking",
        "2024-02",
        "counted from the month of the opening, not from the report",
    ),
    (
        "The hospital in Kosan County, DPRK, was opened on February 3, a year to the day after ground was"
        " broken for it.",
        "groundbreaking",
        "2024-02-03",
        "a year to the day",
    ),
    (
        "On January 20 the DPRK decided to build a hospital in Kosan County.",
        "planned",
        "2025-01-20",
        "the day of the decision",
    ),
]


@pytest.mark.parametrize(("text", "stage", "date", "why"), marked(STAGES, {}))
def test_what_lasts_or_is_planned_has_its_own_day(text: str, stage: str, date: str | None, why: str) -> None:
    dates = [event.date for event in read(text) if event.stage == stage]
    assert dates == [date], why


@pytest.mark.parametrize(
    ("text", "date", "why"),
    [
        ("A hospital was inaugurated in Kosan County, DPRK, on Monday.", None, "a weekday of no week"),
        ("A hospital was inaugurated in Kosan County, DPRK, last month.", None, "last month of none"),
        (
            "A hospital was inaugurated in Kosan County, DPRK, in May 2023.",
            "2023-05",
            "a month with its year",
        ),
        (
            "The hospital in Kosan County, DPRK, begun in May 2023, was inaugurated on March 3.",
            None,
            "a day of no year, beside the month of another stage",
        ),
    ],
)
def test_without_a_day_of_publication_nothing_is_reckoned(text: str, date: str | None, why: str) -> None:
    assert [event.date for event in read(text, published_on=None) if event.stage == "completed"] == [date], (
        why
    )


def test_visits_of_two_days_are_two_and_a_ceremony_told_twice_is_one() -> None:
    text = (
        "Kim Jong Un visited the hospital in Kosan County, DPRK, on January 10. He visited the hospital in"
        " Kosan County again on February 3. "
    )
    assert {event.date for event in read(text) if event.stage == "inspection"} == {"2025-01-10", "2025-02-03"}
    once = "A hospital was inaugurated in Kosan County, DPRK, on February 3. "
    assert len(read(once * 3)) == 1


def test_visits_told_with_one_verb_have_a_day_each() -> None:
    text = "김정은은 지난달 7일에는 북한 순천인비료공장 공사장, 20일에는 평양종합병원 공사장을 현지지도했다."
    assert [event.date for event in read(text) if event.name == "Sunchon"] == ["2025-01-07"]


def test_a_start_so_many_days_ago_is_no_day() -> None:
    (begun,) = (
        event
        for event in read(
            "A hospital is being built in Kosan County, DPRK, some 20 days after groundbreaking."
        )
        if event.stage == "groundbreaking"
    )
    assert begun.date == "2025-01"


def test_a_setback_has_its_own_day() -> None:
    (off,) = found_in(
        "Construction of the hospital in Kosan County, DPRK, was suspended on January 20."
    ).setbacks
    assert (off.name, off.stage, off.date) == ("Kosan", "stopped", "2025-01-20")


@pytest.mark.parametrize(
    "text",
    [
        "The hospital of Kosan County, DPRK, opens in October.",
        "The hospital of Kosan County, DPRK, opens next month.",
        "The hospital of Kosan County, DPRK, takes patients from August.",
        "The DPRK inaugurates the hospital of Kosan County on October 10.",
        "The hospital of Kosan County, DPRK, opens to visitors on Friday.",
        "The opening ceremony of the hospital of Kosan County, DPRK, takes place on October 10.",
        "북한 고산군병원은 오는 8월부터 환자를 받는다.",
        "북한 고산군병원은 내년부터 환자를 받는다.",
        "북한 고산군병원 준공식이 오는 10월 열린다.",
    ],
)
def test_the_present_tense_with_a_day_to_come_states_nothing(text: str) -> None:
    assert not [event for event in read(text, "2025-07-30") if event.stage != "planned"]


# (text, date of its completion, why the line is here)
OF_ANOTHER_THING: list[tuple[str, str | None, str]] = [
    (
        "Kim Jong Un went aboard a ship on July 20. He had opened a hospital in Kosan County, DPRK, a day"
        " earlier.",
        "2025-07-19",
        "what had been done is counted from the sentence before",
    ),
    ("The DPRK had opened a hospital in Kosan County a day earlier, KCNA said.", "2025-07-29", "the report"),
    (
        "The DPRK opened a hospital in Kosan County ahead of the state's anniversary on September 9.",
        "2025-07",
        "a feast that it was done before",
    ),
    ("On a Saturday in June the DPRK opened a hospital in Kosan County.", "2025-06", "of no certain week"),
    ("The DPRK opened a hospital in Kosan County in the week of July 14.", "2025-07", "a week"),
    ("Sometime after July 14 the DPRK opened a hospital in Kosan County.", "2025-07", "after a day"),
    (
        "The DPRK, which on Monday turned down talks, has opened a hospital in Kosan County.",
        "2025-07",
        "the day of a clause that describes the subject",
    ),
    (
        "The premier, who opened a hospital in Kosan County, DPRK, on July 20, spoke there.",
        "2025-07-20",
        "and one of the clause itself",
    ),
    ("After the July 18 launch the DPRK opened a hospital in Kosan County.", "2025-07", "of a launch"),
    ("The July 18 ceremony opened a hospital in Kosan County, DPRK.", "2025-07-18", "and of its ceremony"),
    (
        "The hospital in Kosan County, DPRK, seen in a photo taken on July 20, was completed in May.",
        "2025-05",
        "of a photo",
    ),
    ("A year has passed since the DPRK opened the hospital in Kosan County.", "2024", "so long ago"),
    ("As early as 2016 the DPRK had opened a hospital in Kosan County.", "2016", "a year behind `as`"),
]


@pytest.mark.parametrize(("text", "date", "why"), OF_ANOTHER_THING)
def test_the_day_of_another_thing_is_not_its_own(text: str, date: str | None, why: str) -> None:
    completed = [event.date for event in read(text, "2025-07-30") if event.stage == "completed"]
    assert completed == [date], why


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The hospital of Kosan County, DPRK, has treated patients since last October.", "2024-10"),
        ("북한 고산군병원은 지난해 10월부터 환자를 받는다.", "2024-10"),
        ("북한 고산군병원은 지난 6월부터 환자를 받는다.", "2025-06"),
    ],
)
def test_the_present_tense_with_a_day_that_has_come_is_told(text: str, date: str) -> None:
    assert [(event.stage, event.date) for event in read(text, "2025-07-30")] == [("operating", date)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "김정은은 지난 2월 고산군 바다 양식장 착공식에서 첫 삽을 떴고 7월에도 현장을 둘러봤다고"
            " 북한 매체가 전했다.",
            {("groundbreaking", "2025-02"), ("inspection", "2025-07")},
        ),
        (
            "북한 고산군의 바다 양식장은 첫 삽을 뜬 2월부터 반년 만에 완공됐다.",
            {("groundbreaking", "2025-02"), ("completed", "2025-07")},
        ),
    ],
)
def test_each_verb_of_a_korean_sentence_has_its_own_day(text: str, dates: set[tuple[str, str]]) -> None:
    assert {(event.stage, event.date) for event in read(text, "2025-07-30")} == dates


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The factory of Kosan County, DPRK, produced 500 tons of soap in 2015.", ("operating", "2015")),
        ("The hospital of Kosan County, DPRK, was being built in 2015.", ("under_construction", "2015")),
        ("A man had received treatment at the Kosan County hospital, DPRK, in 2015.", ("operating", "2015")),
        ("북한 고산군의 공장은 지난해 비누 500톤을 생산했다.", ("operating", "2025")),
        ("북한 고산군 병원은 2015년에 건설 중이었다.", ("under_construction", "2015")),
        ("The factory of Kosan County, DPRK, opened in 2015, produces soap.", ("operating", "2026-07")),
        ("In 2013 the DPRK announced that it would build a hospital in Kosan County.", ("planned", "2013")),
        ("북한은 2013년 고산군에 병원을 짓겠다고 발표했다.", ("planned", "2013")),
        (
            "The frame of the hospital of Kosan County, DPRK, went up in May.",
            ("under_construction", "2026-07"),
        ),
    ],
)
def test_what_lasted_in_an_earlier_year_is_not_of_today(text: str, event: tuple[str, str]) -> None:
    assert event in [(one.stage, one.date) for one in read(text, "2026-07-20")]


@pytest.mark.parametrize(
    "days", ["between Wednesday and Friday", "from Wednesday to Friday", "between June 3 and June 6"]
)
def test_days_that_something_lies_between_are_no_day(days: str) -> None:
    text = f"The hospitals of Kosan and Anak counties, DPRK, were inaugurated {days}, state media said."
    assert {event.date for event in read(text, "2025-06-09")} == {"2025-06"}


def test_the_year_is_the_one_that_its_sentence_names() -> None:
    text = (
        "Looking back on 2024, the paper lists what the DPRK completed in the course of the year."
        " Kosan County got a hospital."
    )
    assert [event.date for event in read(text, "2025-01-05")] == ["2024"]


VISITED = "Kim Jong Un visited the shoe factory in Wonsan, DPRK"
# (text, days of all visits that it states, why the line is here)
VISITS: list[tuple[str, list[str], str]] = [
    (
        f"{VISITED}. It is brighter than on the previous visit in January, he said.",
        ["2025-01", "2025-11"],
        "before",
    ),
    (f"{VISITED}. He had last toured the factory in March.", ["2025-03", "2025-11"], "had last"),
    (
        f"{VISITED}, on Thursday. He last visited it in January.",
        ["2025-01", "2025-11-27"],
        "each with its day",
    ),
    (
        f"{VISITED}, ten months after his first visit in January.",
        ["2025-01", "2025-11"],
        "counted from the first",
    ),
    (f"{VISITED} again. His last trip to the factory was in April.", ["2025-04", "2025-11"], "his last trip"),
    (
        "Kim Jong Un gave guidance at the site of the greenhouse farm in Wonsan, DPRK, on November 17. On"
        " September 18 he had inspected the greenhouse farm in Wonsan as well.",
        ["2025-09-18", "2025-11-17"],
        "a visit before that is told more plainly",
    ),
    (f"{VISITED}. It was his second visit since January.", ["2025-11"], "since then"),
    (f"{VISITED}. It was his first known trip there since May.", ["2025-05", "2025-11"], "first since"),
    (f"{VISITED}. It was his first visit to a factory since May.", ["2025-11"], "the first to any since"),
    (
        "Kim Jong Un last visited the shoe factory in Wonsan, DPRK, in January.",
        ["2025-01"],
        "the only one told",
    ),
    (
        f"{VISITED}, state media reported on November 28 (Friday).",
        ["2025-11"],
        "the day of the report, by two names",
    ),
    (
        "Kim Jong Un opened the shoe factory in Wonsan, DPRK, at a ceremony on Thursday and toured it."
        " He had visited its building site in March.",
        ["2025-03"],
        "the tour of the ceremony, and a visit before it",
    ),
]


@pytest.mark.parametrize(("text", "days", "why"), VISITS, ids=[why for *_, why in VISITS])
def test_a_visit_that_is_recalled_does_not_date_the_news(text: str, days: list[str], why: str) -> None:
    visits = [event for event in read(text, "2025-11-28") if event.stage == "inspection"]
    assert sorted(event.date or "" for event in visits) == days, why


# (text of July 2026 on a completion, days of all that it states)
COMPLETED: list[tuple[str, list[str], str]] = [
    ("Kosan County, DPRK, where a mine had caved in in May, has got a hospital.", ["2026-07"], "where"),
    ("A hospital was opened in Kosan County, DPRK, which was hit by floods in 2024.", ["2026-07"], "which"),
    (
        "A shoe factory has been built in Hoeryong, the DPRK city devastated by floods in 2024.",
        ["2026-07"],
        "struck",
    ),
    (
        "After floods swept through Kosan County, DPRK, in May, a hospital was built there.",
        ["2026-07"],
        "after",
    ),
    (
        "The factory of Kosan County, DPRK, whose manager left in March, has been rebuilt.",
        ["2026-07"],
        "whose",
    ),
    (
        "A hospital has been opened in Kosan County, DPRK, where it was finished in May.",
        ["2026-05"],
        "its own",
    ),
    (
        "2024년 4월 폭발사고가 발생한 북한 강원도 고산군에 병원이 건설되였다.",
        ["2026-07"],
        "what happened in the county",
    ),
    ("지난 5월 큰물피해를 입은 북한 고산군에 병원이 건설됐다.", ["2026-07"], "what it suffered"),
    ("지난 5월 10일 열린 북한 고산군 병원 준공식에 군민들이 참가했다.", ["2026-05-10"], "held on that day"),
    ("지난 5월 완공된 북한 고산군 병원에 의사들이 도착했다.", ["2026-05"], "completed then"),
    ("1987년에 세워진 북한 고산군의 식료공장이 개건됐다.", ["1987", "2026-07"], "built, and renovated"),
    (
        "The foodstuff factory of Kosan County, DPRK, built in 1987, has been renovated.",
        ["1987", "2026-07"],
        "the same",
    ),
    (
        "The hospital of Kosan County, DPRK, first opened in 1988, was reopened on July 8.",
        ["1988", "2026-07-08"],
        "reopened",
    ),
    (
        "The hospital of Kosan County, DPRK, was opened on July 8. The old one was built in 1988.",
        ["2026-07-08"],
        "old",
    ),
]


@pytest.mark.parametrize(("text", "days", "why"), COMPLETED, ids=[why for *_, why in COMPLETED])
def test_a_day_on_which_something_else_happened_dates_no_completion(
    text: str, days: list[str], why: str
) -> None:
    found = [event for event in read(text, "2026-07-20") if event.stage == "completed"]
    assert sorted(event.date or "" for event in found) == days, why


# (text of July 2026, each stage of a county with its date, why the line is here)
STORIES: list[tuple[str, set[tuple[str, str, str | None]], str]] = [
    (
        "북한 안악군 병원은 2023년 2월에 착공되였다. 그해 10월 10일 병원이 준공되였다. 12월 5일 문을 열었다.",
        {("Anak", "groundbreaking", "2023-02"), ("Anak", "completed", "2023-10-10")},
        "that year",
    ),
    (
        "북한 안악군 병원은 2023년 2월에 착공되였다. 3월 10일 병원이 준공되였다.",
        {("Anak", "groundbreaking", "2023-02"), ("Anak", "completed", None)},
        "two years are possible",
    ),
    (
        "The hospital of Anak County, DPRK, was begun in March 2023. It was opened on May 4.",
        {("Anak", "groundbreaking", "2023-03"), ("Anak", "completed", None)},
        "the same",
    ),
    (
        "The hospital of Anak County, DPRK, was begun in March 2023. It was opened on July 4.",
        {("Anak", "groundbreaking", "2023-03"), ("Anak", "completed", "2026-07-04")},
        "news of these weeks",
    ),
    (
        "일군은 2024년 2월 18일을 잊을수 없다고 하였다. 바로 그날 북한 안악군 병원 건설의 첫삽을 떴다.",
        {("Anak", "groundbreaking", "2024-02-18")},
        "a day that somebody remembers",
    ),
    (
        "북한 안악군 병원이 준공됐다. 공사가 시작된 건 지난 2월 6일이다.",
        {("Anak", "groundbreaking", "2026-02-06"), ("Anak", "completed", "2026-07")},
        "the day behind its verb",
    ),
    (
        "조선중앙통신에 따르면 북한도 18일 북측 철원군에서 공장 준공식을 열었다고 한다.",
        {("Cholwon", "completed", "2026-07-18")},
        "no day of the report",
    ),
    (
        "북한 안악군에서 6월 5일 병원이 준공되였다. 6월 15일 같은 군에서 종합봉사소가 준공되였다.",
        {("Anak", "completed", "2026-06-05"), ("Anak", "completed", "2026-06-15")},
        "the same county, none that it only seems to be",
    ),
    (
        "The plot of the planned hospital in Anak County, DPRK, was still empty on May 7.",
        {("Anak", "planned", "2026-07")},
        "a plan that only says what is meant",
    ),
    (
        "A hospital planned for Anak County, DPRK, was announced on May 7.",
        {("Anak", "planned", "2026-05-07")},
        "the day of the announcement",
    ),
    (
        "6월 5일 북한 안악군에서 병원 준공식이 진행되였으며 7월 3일에는 신원군병원이 그 뒤를 이었다.",
        {("Anak", "completed", "2026-06-05"), ("Sinwon", "completed", "2026-07-03")},
        "what followed it",
    ),
    (
        "The offshore farm in Rakwon County, DPRK, was opened on May 30. In Anak and Sinwon counties"
        " hospitals were opened on the same day, June 15.",
        {
            ("Ragwon", "completed", "2026-05-30"),
            ("Anak", "completed", "2026-06-15"),
            ("Sinwon", "completed", "2026-06-15"),
        },
        "the same day, which is named",
    ),
    (
        "Chronology of the DPRK\n\n2024: Ground is broken for a hospital in Anak County.\n\n"
        "2025 -- The hospital in Sinwon County is opened.",
        {("Anak", "groundbreaking", "2024"), ("Sinwon", "completed", "2025")},
        "the year that opens a line",
    ),
    (
        "The plant in Anak County, DPRK, makes paste, and its sewing line has been standing still since May.",
        {("Anak", "operating", "2026-07")},
        "since when another verb is told",
    ),
    (
        "Kangwon has led since 2022, when the model factories of Kimhwa County, DPRK, were built.",
        {("Kimhwa", "completed", "2022")},
        "since the year in which it was",
    ),
    (
        "Kim visited the hospital in Hamju County, DPRK, on June 30 and in July he walked through the one in"
        " Kujang.",
        {("Hamju", "inspection", "2026-06-30"), ("Kujang", "inspection", "2026-07")},
        "each visit with its day",
    ),
    (
        "Kim visited the hospital in Hamju County, DPRK, on July 12. Kujang has a hospital, too. The visit"
        " was his third this month.",
        {("Hamju", "inspection", "2026-07-12")},
        "the visit that was told",
    ),
    (
        "Kim visited the hospital of Anak County, DPRK, on July 17 and said that the hospital had been"
        " finished in a few months.",
        {("Anak", "inspection", "2026-07-17"), ("Anak", "completed", None)},
        "what somebody said besides",
    ),
    (
        "북한 안악군에서 병원 착공식이 3일 열렸다고 YTN이 조선중앙통신을 인용해 전했다.",
        {("Anak", "groundbreaking", "2026-07-03")},
        "the day of what is cited",
    ),
    (
        "The following is the full text of the speech made at the ceremony in Anak County, DPRK.\n\nToday we"
        " break ground for the hospital of Anak County.",
        {("Anak", "groundbreaking", "2026-07")},
        "the today of a speech",
    ),
    (
        "북한 공장들이 준공되였다. 안악군에서 만난 한 로인은 공장이 일떠서서 기쁘다고 말하였다.",
        set(),
        "where somebody was met",
    ),
    (
        "북한 안악군에서 공장이 7월 8일 준공되였다. 올해 새집들이경사를 맞이한 마을은 수백개를 헤아린다.",
        {("Anak", "completed", "2026-07-08")},
        "a feast of new houses",
    ),
    (
        "국회에서 통일부는 9일 현안 브리핑을 통해 북한 안악군에 병원이 완공됐다고 밝혔다.",
        {("Anak", "completed", "2026-07")},
        "the day of a briefing",
    ),
    (
        "북한은 9일 안악군 병원을 완공하고 준공식 연설에서 성과를 자랑했다.",
        {("Anak", "completed", "2026-07-09")},
        "the day of the ceremony of a speech",
    ),
    (
        "6월 11일 촬영한 위성사진에는 북한 안악군 병원이 완공돼 있다.",
        {("Anak", "completed", "2026-06")},
        "the day of a picture",
    ),
    (
        "한 연구소 부소장은 9일 북한이 안악군에 병원을 완공했다고 설명했다.",
        {("Anak", "completed", "2026-07")},
        "the day on which somebody said so of another",
    ),
    (
        "9일 한 대북 매체에 따르면 북한 안악군에서 지난 3일 병원이 준공됐다.",
        {("Anak", "completed", "2026-07-03")},
        "by whose account, and the day itself",
    ),
    (
        "북한은 지난 2월 당대회 결정에 따라 안악군에 병원을 건설했다.",
        {("Anak", "completed", "2026-07")},
        "the month of a decision",
    ),
    (
        "2024년 1월 시정연설에서 제시된 정책에 따라 북한 안악군에서 9일 공장이 준공됐다.",
        {("Anak", "completed", "2026-07-09")},
        "a policy, and the day itself",
    ),
    (
        "북한은 오는 9월 9일 준공을 목표로 안악군에서 병원 착공식을 가졌다.",
        {("Anak", "groundbreaking", "2026-07")},
        "a day to come",
    ),
    (
        "당초 지난해 말 준공 예정이던 북한 안악군 병원이 9일 문을 열었다.",
        {("Anak", "completed", "2026-07-09")},
        "when it was to have been",
    ),
    (
        "당초 지난해 말 준공 예정이던 북한 안악군 병원이 준공됐다.",
        {("Anak", "completed", "2026-07")},
        "when it was to have been, alone",
    ),
    (
        "북한은 7일 미사일을 쏘았고, 안악군에서는 병원을 준공했다.",
        {("Anak", "completed", "2026-07")},
        "a day of another clause",
    ),
    (
        "북한은 안악군에서 7일 준공식을 열었고 이 병원은 환자를 받을 예정이다.",
        {("Anak", "completed", "2026-07-07")},
        "the day of the first clause",
    ),
    (
        "북한은 7일 동해로 미사일을 발사했다. 한편 안악군에서는 병원 준공식이 열렸다.",
        {("Anak", "completed", "2026-07")},
        "a day of other news",
    ),
    (
        "북한은 7일 건군절 행사를 열었다. 안악군에서는 병원 준공식이 열렸다.",
        {("Anak", "completed", "2026-07")},
        "the day of a feast",
    ),
    (
        "지난달 명절을 뜻깊게 경축한 조선에서 안악군병원 준공식이 진행되였다.",
        {("Anak", "completed", "2026-07")},
        "who celebrated",
    ),
    (
        "2026년의 투쟁을 힘있게 벌리는 속에 조선의 안악군에서 병원이 준공되였다.",
        {("Anak", "completed", "2026-07")},
        "the year of what is done",
    ),
    (
        "지난해 북한은 3월 6일 안악군 병원을 착공했고 5월 13일 준공했다.",
        {("Anak", "groundbreaking", "2025-03-06"), ("Anak", "completed", "2025-05-13")},
        "the year that leads",
    ),
    (
        "지난해 착공한 북한 안악군 병원이 5월 13일 준공됐다.",
        {("Anak", "groundbreaking", "2025"), ("Anak", "completed", "2026-05-13")},
        "the year of another verb",
    ),
    (
        "2025년 북한은 병원을 여럿 지었다. 3월 6일 안악군 병원을 착공했다.",
        {("Anak", "groundbreaking", None)},
        "the year of the story may be that of the day",
    ),
    (
        "북한은 2025년 2월 8일 안악군 병원 착공식을 열었다. 이어 3월 5일 신원군에서도 착공식이 열렸다.",
        {("Anak", "groundbreaking", "2025-02-08"), ("Sinwon", "groundbreaking", "2025-03-05")},
        "what followed has the same year",
    ),
    (
        "2025년 북한 주요 일지\n▷3월 6일 안악군 병원 착공식\n▷5월 13일 신원군 병원 준공식",
        {("Anak", "groundbreaking", "2025-03-06"), ("Sinwon", "completed", "2025-05-13")},
        "a chronology of a year",
    ),
    (
        "김정은 위원장이 13일 지난달 준공된 북한 안악군 병원을 시찰했다.",
        {("Anak", "completed", "2026-06"), ("Anak", "inspection", "2026-07-13")},
        "the month right before the verb",
    ),
    (
        "김정은 위원장이 안악군 병원을 시찰한 것은 지난 3월 6일 착공식 이후 넉 달 만이다.",
        {("Anak", "groundbreaking", "2026-03-06"), ("Anak", "inspection", "2026-07")},
        "since when",
    ),
    (
        "북한 안악군과 신원군, 함주군 병원은 각각 지난 3일과 5일, 9일 준공됐다.",
        {
            ("Anak", "completed", "2026-07-03"),
            ("Sinwon", "completed", "2026-07-05"),
            ("Hamju", "completed", "2026-07-09"),
        },
        "three days in order",
    ),
    (
        "북한은 3월 28일 안악군, 30일 신원군에서 병원 준공식을 열었다.",
        {("Anak", "completed", "2026-03-28"), ("Sinwon", "completed", "2026-03-30")},
        "a day in the month of the one before its place",
    ),
    (
        "북한이 3월 28일 착공한 안악군 병원이 9일 준공됐다.",
        {("Anak", "groundbreaking", "2026-03-28"), ("Anak", "completed", "2026-07-09")},
        "a day of the month of the report behind a verb",
    ),
    (
        "북한은 지난 9일 평양에서 살림집 준공식을 했다. 안악군에서는 병원이 준공됐다.",
        {("Anak", "completed", "2026-07")},
        "the day of houses, before",
    ),
    (
        "북한 안악군 병원이 준공됐다. 북한은 지난 9일 평양에서 살림집 준공식을 했다.",
        {("Anak", "completed", "2026-07")},
        "the day of houses, behind",
    ),
    (
        "북한 안악군 병원이 준공됐다. 준공식은 지난 9일 있었다.",
        {("Anak", "completed", "2026-07-09")},
        "the day of its ceremony, behind",
    ),
    (
        "북한은 9일 지방발전정책에 따라 안악군에 건설된 공장의 준공식을 열었다.",
        {("Anak", "completed", "2026-07-09")},
        "a policy behind the day of a ceremony",
    ),
    (
        "지난 3일 열린 전원회의 결정에 따라 북한 안악군에서 병원이 착공됐다.",
        {("Anak", "groundbreaking", "2026-07")},
        "the day of a meeting that decided",
    ),
    (
        "9일 총리와 주민들이 참석했고 북한 안악군에서 병원 준공식이 열렸다.",
        {("Anak", "completed", "2026-07-09")},
        "who attended, and what",
    ),
    (
        "2024년 북한은 2월 28일 신원군에서 공장을 착공했다. 올해는 3월 6일 안악군 병원을 착공했다.",
        {("Sinwon", "groundbreaking", "2024-02-28"), ("Anak", "groundbreaking", "2026-03-06")},
        "a year, and this one",
    ),
    (
        "한 비서는 9일 북한이 지난달 준공한 안악군 병원을 찾았다.",
        {("Anak", "completed", "2026-06")},
        "whose hospital he visited",
    ),
    (
        "8월 18일 시작되는 훈련을 앞두고 북한은 안악군 병원을 준공했다.",
        {("Anak", "completed", "2026-07")},
        "ahead of what begins on a day",
    ),
    (
        "북한은 지난 6월 4일 새 정부가 출범한 뒤 처음으로 안악군에서 병원 준공식을 열었다.",
        {("Anak", "completed", "2026-07")},
        "the first since a day",
    ),
    (
        "지난해 북한 안악군에서는 온실농장이 3월 15일 준공됐다.",
        {("Anak", "completed", "2025-03-15")},
        "the year that leads, before place and facility",
    ),
    (
        "지난해 지은 북한 안악군 병원은 3월 15일 문을 열었다.",
        {("Anak", "completed", "2026-03-15")},
        "the year of a verb that describes",
    ),
    (
        "북한은 지난 5월 지방발전정책에 따라 안악군에서 공장을 착공했다.",
        {("Anak", "groundbreaking", "2026-05")},
        "a policy behind the month of a start",
    ),
    (
        "총리가 9일 현지에 도착했으며 북한 안악군 병원을 돌아봤다.",
        {("Anak", "inspection", "2026-07-09")},
        "came and saw",
    ),
    (
        "At the inauguration of the hospital in Anak County, DPRK, Kim recalled that they broke ground in"
        " February.",
        {("Anak", "completed", "2026-07"), ("Anak", "groundbreaking", "2026-02")},
        "the day of the start, recalled at the opening",
    ),
    (
        "North Korea inaugurated a hospital in Anak County, for which ground had been broken in February.",
        {("Anak", "completed", "2026-07"), ("Anak", "groundbreaking", "2026-02")},
        "the day of the start, in a clause of its own",
    ),
    (
        "The hospital in Anak County, DPRK, was opened with equipment that arrived in May.",
        {("Anak", "completed", "2026-07")},
        "when something came that is there",
    ),
    (
        "The hospital in Anak County, DPRK, promised in January, has been opened.",
        {("Anak", "completed", "2026-07")},
        "when it was promised",
    ),
    (
        "In June officials from Kosan toured the paper mill of Anak County, DPRK, which had been opened in"
        " May.",
        {("Anak", "completed", "2026-05")},
        "where visitors come from has no day",
    ),
    (
        "Kim said in a speech on July 5 that the hospital in Anak County, DPRK, had been completed in May.",
        {("Anak", "completed", "2026-05")},
        "a day that stands with its own verb, beside that of a speech",
    ),
    (
        "The hospital in Anak County, DPRK, begun in March and completed in May, is now treating patients.",
        {
            ("Anak", "groundbreaking", "2026-03"),
            ("Anak", "completed", "2026-05"),
            ("Anak", "operating", "2026-07"),
        },
        "two participles, each with its day",
    ),
    (
        "The hospital in Anak County, DPRK, was started in March and finished in May.",
        {("Anak", "groundbreaking", "2026-03"), ("Anak", "completed", "2026-05")},
        "two participles behind one auxiliary",
    ),
    (
        "In the year since it was opened, the hospital in Anak County, DPRK, has treated 9,000 people.",
        {("Anak", "completed", None), ("Anak", "operating", "2026-07")},
        "the year since is no year",
    ),
    (
        "Since the January 2024 announcement of the policy, a hospital has been opened in Anak County, DPRK.",
        {("Anak", "completed", "2026-07")},
        "since something else was announced",
    ),
    (
        "북한 안악군과 고산군 병원이 각각 4월 19일과 5월 13일 준공됐다.",
        {("Anak", "completed", "2026-04-19"), ("Kosan", "completed", "2026-05-13")},
        "각각, each day with its month",
    ),
    ("1월 당대회를 앞두고 북한 안악군 병원이 준공됐다.", {("Anak", "completed", "2026-07")}, "앞두고"),
    (
        "1월 8일 생일을 맞은 김정은이 북한 안악군 병원을 준공했다.",
        {("Anak", "completed", "2026-07")},
        "a birthday",
    ),
    ("1년 전 오늘 북한 안악군 병원이 착공됐다.", {("Anak", "groundbreaking", "2025")}, "1년 전 오늘"),
]


@pytest.mark.parametrize(("text", "events", "why"), STORIES, ids=[why for *_, why in STORIES])
def test_each_day_of_a_story_has_its_year(
    text: str, events: set[tuple[str, str, str | None]], why: str
) -> None:
    assert {(one.name, one.stage, one.date) for one in read(text, "2026-07-20")} == events, why
