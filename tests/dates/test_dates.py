"""Date phrases in English and Korean: a line for each way of saying when, and for what only looks like it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dates import DatePhrase, compiled, find_dates, go_back
from geo.dates import english as dates_en
from geo.dates import english_counts as dates_en_counts
from geo.dates import feasts as dates_named
from geo.dates.clock import Rule
from geo.dates.finding import reporting_day

FRIDAY = "2024-03-01"
WEDNESDAY = "2025-11-12"


def find(text: str, published_on: str | None = FRIDAY) -> list[tuple[str, str | None, str]]:
    return [
        (text[phrase.start : phrase.end], phrase.date, phrase.kind)
        for phrase in find_dates(text, 0, len(text), published_on)
    ]


def dates(text: str, published_on: str | None = FRIDAY) -> list[str | None]:
    return [when for _, when, _ in find(text, published_on)]


# (text, dates, kind of the last phrase), published on Friday, 1 March 2024
ENGLISH = [
    # stated in full
    ("opened on February 28, 2024", ["2024-02-28"], "absolute"),
    ("opened on 28 February 2024", ["2024-02-28"], "absolute"),
    ("opened on the 28th of February 2024", ["2024-02-28"], "absolute"),
    ("opened on Wednesday, Feb. 28, 2024", ["2024-02-28"], "absolute"),  # one phrase, not weekday and date
    ("opened on FEBRUARY 28, 2024", ["2024-02-28"], "absolute"),
    ("opened on February 28, Juche 113 (2024)", ["2024-02-28"], "absolute"),
    ("opened on February 28, Juche 113", ["2024-02-28"], "absolute"),
    ("opened on February 28, Juche 112 (2024)", [None], "absolute"),  # the years contradict each other
    ("opened on 2024-02-28", ["2024-02-28"], "absolute"),
    ("opened on 28/02/2024", ["2024-02-28"], "absolute"),  # day first
    ("opened on February 30, 2024", [None], "absolute"),  # no such day
    ("opened in February 2024", ["2024-02"], "absolute"),
    ("opened in February of 2024", ["2024-02"], "absolute"),
    ("opened in 2021", ["2021"], "absolute"),
    ("opened in Juche 110 (2021)", ["2021"], "absolute"),
    # without a year: the nearest that is not after publication
    ("opened on February 28", ["2024-02-28"], "partial"),
    ("opened on Feb. 28", ["2024-02-28"], "partial"),
    ("opened on March 1", ["2024-03-01"], "partial"),  # the day of publication itself
    ("opened on March 2", ["2023-03-02"], "partial"),
    ("opened on December 20", ["2023-12-20"], "partial"),
    ("opened in December", ["2023-12"], "partial"),
    ("back in October and December", ["2023-10", "2023-12"], "partial"),
    ("opened in March", ["2024-03"], "partial"),
    ("the January ceremony", ["2024-01"], "partial"),
    ("Between February 6 and 9 troops began", ["2024-02"], "range"),
    ("From February 26 to 28 crowds came", ["2024-02"], "range"),
    ("between late January and early February", ["2024"], "range"),
    ("in the week of February 12-17", ["2024-02"], "range"),
    ("at yesterday's opening", ["2024-02-29"], "relative"),
    ("opened in mid-December", ["2023-12"], "partial"),
    ("opened at the end of January", ["2024-01"], "partial"),
    ("On Feb. 3 Kumya County Hospital was opened", ["2024-02-03"], "partial"),  # not the name of a hospital
    # a year in words
    ("opened in December last year", ["2023-12"], "partial"),
    ("opened in February of last year", ["2023-02"], "partial"),
    ("opened on February 9 this year", ["2024-02-09"], "partial"),
    ("opened last October", ["2023-10"], "relative"),
    ("opened last March", ["2023-03"], "relative"),  # not the month of publication
    # a day by its number
    ("opened on the 28th", ["2024-02-28"], "partial"),
    ("opened on the 1st.", ["2024-03-01"], "partial"),
    ("opened on the 30th in the county", ["2024-01-30"], "partial"),  # February has none
    ("opened on the 28th of last month", ["2024-02-28"], "partial"),
    ("opened on the 1st of this month", ["2024-03-01"], "partial"),
    ("opened ye\u017fterday", ["2024-02-29"], "relative"),  # letters that are s and k without their case
    ("opened last wee\u212a", ["2024-02"], "vague"),
    # weekdays
    ("opened on Thursday", ["2024-02-29"], "weekday"),
    ("opened on Friday", ["2024-03-01"], "weekday"),  # the day of publication itself
    ("opened last Friday", ["2024-02-23"], "weekday"),
    ("opened on Saturday", ["2024-02-24"], "weekday"),
    ("opened on Saturday last week", ["2024-02-24"], "weekday"),
    ("opened on February 29 (Thursday)", ["2024-02-29"], "partial"),  # one day, by two names
    ("opened between Monday and Thursday", ["2024-02"], "range"),
    ("opened between Wednesday and Friday", ["2024"], "range"),  # of two months
    # days reckoned from publication
    ("opened yesterday", ["2024-02-29"], "relative"),
    ("opened earlier today", ["2024-03-01"], "relative"),
    ("opened two days ago", ["2024-02-28"], "relative"),
    ("opened the day before yesterday", ["2024-02-28"], "relative"),
    ("opened the previous day", ["2024-02-29"], "relative"),
    ("opened a day earlier", ["2024-02-29"], "relative"),
    # weeks, months, years: the larger unit that holds them
    ("opened last week", ["2024-02"], "vague"),
    ("opened earlier this week", ["2024"], "vague"),  # Monday was in February, publication in March
    ("opened two weeks ago", ["2024-02"], "vague"),
    ("opened last month", ["2024-02"], "relative"),
    ("opened earlier this month", ["2024-03"], "vague"),
    ("opened three months ago", ["2023-12"], "relative"),
    ("opened last year", ["2023"], "relative"),
    ("opened late last year", ["2023"], "vague"),
    ("opened at the end of 2017", ["2017"], "vague"),
    ("opened two years ago", ["2022"], "relative"),
    ("opened last spring", ["2023"], "vague"),
    ("opened in the summer of 2023", ["2023"], "vague"),
    ("opened last winter", [None], "vague"),  # December or January: two years
    ("was built in the late 1940s", [None], "partial"),  # some year of ten
    ("1990년대에 건설된 공장", [None], "partial"),
    ("opened a few days ago", ["2024-02"], "vague"),
    ("opened several weeks ago", [None], "vague"),  # late December or February
    ("opened 100 days ago", ["2023-11-22"], "relative"),
    ("opened exactly a year ago", ["2023-03-01"], "relative"),
    ("opened less than a year ago", [None], "duration"),  # in March: this year or the one before
    ("opened the year before last", ["2022"], "relative"),
    ("opened the month before last", ["2024-01"], "relative"),
    ("opened this morning", ["2024-03-01"], "relative"),
    ("will be opened this afternoon", ["2024-03-01"], "future"),
    ("opened at the turn of the year", [None], "vague"),  # two years
    # days in words, first and last days, feasts
    ("opened on the sixth of February", ["2024-02-06"], "partial"),
    ("opened on the twenty-first of last month", ["2024-02-21"], "partial"),
    ("opened on the last day of February", ["2024-02-29"], "partial"),  # a leap year
    ("opened on the first day of last month", ["2024-02-01"], "relative"),
    ("opened on Party Foundation Day", ["2023-10-10"], "partial"),
    ("opened on the 75th anniversary of the founding of the DPRK", ["2023-09-09"], "partial"),
    ("opened on the Day of the Sun last year", ["2023-04-15"], "partial"),
    ("opened on the Day of the Sun (April 15)", ["2023-04-15"], "partial"),  # one date, in the parentheses
    ("opened over the Lunar New Year", ["2024"], "vague"),  # a feast that moves
    ("opened on Saturday, the 81st anniversary", ["2024-02-24"], "weekday"),
    # ranges and lists
    ("opened Jan. 30-Feb. 2 in A", ["2024"], "range"),  # two months without "from"
    ("opened on January 30 and February 2", ["2024-01-30", "2024-02-02"], "partial"),
    ("opened on February 6-10", ["2024-02"], "range"),
    ("opened from February 6 to 10", ["2024-02"], "range"),
    ("opened between 6 and 10 February", ["2024-02"], "range"),
    ("opened on February 24 and 25", ["2024-02"], "range"),
    ("opened in A and B on February 24 and 25 respectively", ["2024-02-24", "2024-02-25"], "list"),
    ("opened on Feb. 6, 7 and 8", ["2024-02-06", "2024-02-07", "2024-02-08"], "list"),
    ("opened from January 30 to February 2", ["2024"], "range"),
    ("opened between December and February", [None], "range"),  # two years
    ("opened from the 6th to the 9th", ["2024-02"], "range"),
    ("opened between 2021 and 2023", [None], "range"),
    (
        "opened on January 5 and February 6, 2023",
        ["2023-01-05", "2023-02-06"],
        "absolute",
    ),  # one year for both
    ("begun on March 5, 2022 and, after much toil, opened on May 6", ["2022-03-05", "2022-05-06"], "partial"),
    ("begun on May 5, 2022 and, after much toil, opened on March 6", ["2022-05-05", "2023-03-06"], "partial"),
    # still to come
    ("will be opened in October", ["2024-10"], "future"),
    ("will be opened on the 15th", ["2024-03-15"], "future"),
    ("is to be opened by the end of this year", ["2024"], "future"),
    ("to open next month", ["2024-04"], "future"),
    ("to open this fall", ["2024"], "future"),
    ("plans for 2026", ["2026"], "future"),
    ("the second to be opened this year", ["2024"], "relative"),  # "to be" of what has been
    # lengths
    ("opened ten months after breaking ground", [None], "duration"),
    ("opened less than one year after the ceremony", [None], "duration"),
    # the day of the report and the dateline
    ("plants were opened, its state media said Wednesday", ["2024-02-28"], "report"),
    ("The agency on Thursday reported the opening", ["2024-02-29"], "report"),
    ("Pyongyang, February 29 (KCNA) -- Plants were opened", ["2024-02-29"], "dateline"),
    ("Looked round. (2024.02.29.)", ["2024-02-29"], "dateline"),
]

KOREAN = [
    ("2024년 2월 28일 준공되였다", ["2024-02-28"], "absolute"),
    ("2024년2월28일에 준공되였다", ["2024-02-28"], "absolute"),
    ("주체113(2024)년 2월 28일 준공되였다", ["2024-02-28"], "absolute"),
    ("주체112(2024)년 2월 28일 준공되였다", [None], "absolute"),  # the years contradict each other
    ("2024년 2월에 준공되였다", ["2024-02"], "absolute"),
    ("2021년에 준공되였다", ["2021"], "absolute"),
    ("2021년 말 준공됐다", ["2021"], "vague"),
    ("2월 28일 준공되였다", ["2024-02-28"], "partial"),
    ("12월 20일 준공됐다", ["2023-12-20"], "partial"),
    ("3월 2일 준공됐다", ["2023-03-02"], "partial"),  # not after publication
    ("지난 2월 28일 준공됐다", ["2024-02-28"], "partial"),
    ("지난해 12월 준공됐다", ["2023-12"], "partial"),
    ("작년 1월에 준공됐다", ["2023-01"], "partial"),
    ("올해 2월 9일 착공했다", ["2024-02-09"], "partial"),
    ("재작년 10월 착공했다", ["2022-10"], "partial"),
    ("12월 초 준공됐다", ["2023-12"], "partial"),
    ("28일 준공되였다", ["2024-02-28"], "partial"),
    ("30일 준공되였다", ["2024-01-30"], "partial"),  # February has none
    ("지난 7일 준공됐다", ["2024-02-07"], "partial"),
    ("지난달 28일 준공됐다", ["2024-02-28"], "partial"),
    ("지난 달 28일에는 준공됐다", ["2024-02-28"], "partial"),
    ("이달 1일 준공됐다", ["2024-03-01"], "partial"),
    ("목요일 준공됐다", ["2024-02-29"], "weekday"),
    ("2022년 2월 18일을 잊을수 없다", ["2022-02-18"], "absolute"),
    ("지난주 토요일 준공됐다", ["2024-02-24"], "weekday"),
    ("어제 준공됐다", ["2024-02-29"], "relative"),
    ("전날 준공됐다", ["2024-02-29"], "relative"),
    ("하루 전 준공됐다", ["2024-02-29"], "relative"),
    ("이틀 전 준공됐다", ["2024-02-28"], "relative"),
    ("지난주 준공됐다", ["2024-02"], "vague"),
    ("지난달 준공됐다", ["2024-02"], "relative"),
    ("지난달 말 준공됐다", ["2024-02"], "vague"),
    ("이달 초 준공됐다", ["2024-03"], "vague"),
    ("3개월 전 준공됐다", ["2023-12"], "relative"),
    ("두 달 전 준공됐다", ["2024-01"], "relative"),
    ("지난해 준공됐다", ["2023"], "relative"),
    ("지난해 말 준공됐다", ["2023"], "vague"),
    ("지난해 봄 준공됐다", ["2023"], "vague"),
    ("지난 겨울 준공됐다", [None], "vague"),
    ("6일부터 9일까지 준공됐다", ["2024-02"], "range"),
    ("2월 6∼10일 준공됐다", ["2024-02"], "range"),
    ("2월 24일과 25일 돌아보았다", ["2024-02"], "range"),
    ("2월 24일과 25일 두 군에서 각각 준공됐다", ["2024-02-24", "2024-02-25"], "list"),
    ("2월 6일, 7일, 8일 준공됐다", ["2024-02-06", "2024-02-07", "2024-02-08"], "list"),
    ("2023년 2월부터 12월까지 지었다", ["2023"], "range"),
    (
        "2022년 3월 5일 착공되여 많은 품을 들인 끝에 12월 6일 준공됐다",
        ["2022-03-05", "2022-12-06"],
        "partial",
    ),
    ("오는 10월 문을 연다", ["2024-10"], "future"),
    ("올 11월 공장을 준공할 목표다", ["2024-11"], "future"),
    ("내년에 문을 연다", ["2025"], "future"),
    ("올해 말까지 완공할 계획이다", ["2024"], "future"),
    ("10개월만에 준공됐다", [None], "duration"),
    ("착공 1년도 안 되여 준공됐다", [None], "duration"),
    ("29일자 로동신문에 실렸다", ["2024-02-29"], "report"),
    ("29일 조선중앙통신에 따르면 준공식은 28일 진행됐다", ["2024-02-29", "2024-02-28"], "partial"),
    ("조선중앙통신은 29일 공장이 준공됐다고 전했다", ["2024-02-29"], "report"),
    ("조선중앙통신은 28일 공장이 준공됐다고 29일 전했다", ["2024-02-28", "2024-02-29"], "partial"),
    ("북한이 지난 28일 준공식을 열었다고 통신이 29일 보도했다", ["2024-02-28", "2024-02-29"], "report"),
    ("엊그제 준공됐다", ["2024-02"], "vague"),
    ("며칠 전 준공됐다", ["2024-02"], "vague"),
    ("몇 년 전 준공됐다", [None], "vague"),
    ("100일 전 준공됐다", ["2023-11-22"], "relative"),
    ("지난 금요일 준공됐다", ["2024-02-23"], "weekday"),  # not the day of publication
    ("지지난달 준공됐다", ["2024-01"], "relative"),
    ("지난 연말 준공됐다", ["2023"], "vague"),
    ("연말연시에 준공됐다", [None], "vague"),  # two years
    ("1월 30일부터 2월 2일까지 열렸다", ["2024"], "range"),
    ("당창건기념일에 준공됐다", ["2023-10-10"], "partial"),
    ("지난해 태양절에 준공됐다", ["2023-04-15"], "partial"),
    ("추석에 준공됐다", ["2023"], "vague"),  # a feast that moves
    ("새해 첫날 준공됐다", ["2024-01-01"], "partial"),
    ("지난달 마지막 날 준공됐다", ["2024-02-29"], "relative"),
    ("지난 5일 착공하고 나흘 만에 끝냈다", ["2024-02-05", "2024-02-09"], "relative"),
    ("2월 5일 착공 나흘 만에 끝냈다", ["2024-02-05", None], "duration"),  # the day may be that of the end
    ("29일부 로동신문에 실렸다", ["2024-02-29"], "report"),
    ("(평양 2월 29일발 조선중앙통신)", ["2024-02-29"], "dateline"),
]


@pytest.mark.parametrize(("text", "expected", "kind"), ENGLISH + KOREAN)
def test_phrase(text: str, expected: list[str | None], kind: str) -> None:
    found = find(text)
    assert [when for _, when, _ in found] == expected
    assert found[-1][2] == kind


NO_DATES = [
    "the Regional Development 20×10 Policy",
    "the 20x10 policy, 20 × 10",
    "the days of the Arduous March",
    "it may be opened, as they march on",
    "the May Day Stadium",
    "the 124th Regiment of the army",
    "the Eighth Congress of the Party",
    "the wreath on Mt Taesong",
    "the policy in its third year",
    "on the 9th floor, on the 20th anniversary",
    "the 20th site and the 3rd shop",
    "the February 8 Vinalon Complex",
    "builders of the March 26 Electric Cable Factory",
    "2,024 houses and 20 counties",
    "2025 tons of cement",
    "24 and 25 counties",
    "20 counties every year for ten years",
    "every Saturday, on Sundays, each Monday",
    "ahead of Party Foundation Day",
    "on the eve of the Day of the Sun",
    "매주 토요일, 일요일마다",
    "당창건기념일을 앞두고, 태양절경축",
    "제124련대의 군인들",
    "3월26일전선공장을 찾았다",
    "5월1일경기장에서 열렸다",
    "10년 동안 해마다 20개 군",
    "3일간 계속되였다",
    "지방발전 20×10 정책",
    "책을 전달했다",
    "공장 2024동, 3호동",
    "소식이 새해에도 전해져 왔다",
    "소식을 전해온 통신",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert [found for found in find(text) if found[2] != "duration"] == []


NO_PUBLICATION = [
    ("on February 26 ground was broken", [None]),  # no year in the text
    ("on Sunday", [None]),
    ("earlier this month", [None]),
    ("last year", [None]),
    ("지난 7일", [None]),
    ("on February 26, 2025", ["2025-02-26"]),
    ("in 2024", ["2024"]),
    ("2024년 2월 28일", ["2024-02-28"]),
]


@pytest.mark.parametrize(("text", "expected"), NO_PUBLICATION)
def test_without_a_day_of_publication(text: str, expected: list[str | None]) -> None:
    assert dates(text, None) == expected


def find_in(text: str, part: str, published_on: str = WEDNESDAY) -> DatePhrase:
    """The last phrase of a part of a longer text."""
    start = text.index(part)
    return find_dates(text, start, start + len(part), published_on)[-1]


REFERRING = [
    # the day before the report's, which is older than the page
    (
        "State media said Tuesday that he came. He looked round the previous day.",
        "the previous day",
        "2025-11-10",
    ),
    (
        "He looked round the previous day, the agency said Monday.",
        "the previous day, the agency",
        "2025-11-09",
    ),
    ("11일 조선중앙통신에 따르면 공장이 전날 준공됐다.", "전날 준공됐다", "2025-11-10"),
    ("조선중앙통신은 11일 소식을 전했다. 공장은 전날 준공됐다.", "공장은 전날", "2025-11-10"),
    ("안악군병원은 9일 준공됐다. 이보다 이틀 앞서 신원군병원이 준공됐다.", "이보다 이틀 앞서", "2025-11-07"),
    ("안악군병원은 9일 준공됐다. 그보다 하루 전 신원군병원이 준공됐다.", "그보다 하루 전", "2025-11-08"),
    ("안악군병원은 9일 준공됐다. 그 전날에는 신원군병원이 준공됐다.", "그 전날", "2025-11-08"),
    ("안악군병원은 9일 준공됐다. 신원군병원은 사흘 먼저 준공됐다.", "사흘 먼저", "2025-11-06"),
    ("It was opened on the 9th. Two days earlier one was opened in Anak.", "Two days earlier", "2025-11-07"),
    ("KCNA said on Monday that it was opened. The day before, one was.", "The day before", "2025-11-09"),
    # what was named before
    ("The ceremony was on November 7. On the same day he met the builders.", "On the same day", "2025-11-07"),
    ("The ceremony was on November 7. The following day he left.", "The following day", "2025-11-08"),
    ("행사는 지난 7일 열렸다. 이튿날 그는 돌아갔다.", "이튿날", "2025-11-08"),
    ("12일 통신에 따르면 행사는 7일 열렸다. 이날 행사에서 연설이 있었다.", "이날 행사에서", "2025-11-07"),
    (
        "Work began in February 2023. It was done in December of the same year.",
        "It was done in December of the same year",
        "2023-12",
    ),
    ("2023년 2월 착공했다. 그해 12월 준공했다.", "그해 12월", "2023-12"),
    ("2023년 2월 착공했다. 이듬해 준공했다.", "이듬해", "2024"),
    ("It was done in March 2024. Work had begun the previous year.", "the previous year", "2023"),
    ("It was done in March 2024. Work had begun ten months earlier.", "ten months earlier", "2023-05"),
    (
        "Work began on March 5, 2024. A year and two months later it was done.",
        "A year and two months later",
        "2025-05",
    ),
    ("He came on November 3. Three days later he left.", "Three days later", "2025-11-06"),
    (
        "He came on November 3, having met the builders the day before.",
        "He came on November 3, having met the builders the day before",
        "2025-11-02",
    ),
    ("행사는 지난 3일 열렸다. 사흘 뒤 그는 돌아갔다.", "사흘 뒤", "2025-11-06"),
    ("2024년 4월 착공한 공장은 열 달 만에 준공됐다.", "2024년 4월 착공한 공장은 열 달 만에", "2025-02"),
]


@pytest.mark.parametrize(("text", "part", "expected"), REFERRING)
def test_phrase_that_refers_to_another(text: str, part: str, expected: str) -> None:
    assert find_in(text, part).date == expected


def test_length_that_leads_past_publication_or_to_a_date_of_its_own_is_a_duration() -> None:
    assert dates("Work began in June 2025. A year later it goes on.", WEDNESDAY) == ["2025-06", None]
    assert dates("Ended in 2024, begun a year earlier, in May 2022", WEDNESDAY) == ["2024", None, "2022-05"]


def test_day_behind_a_full_date_takes_its_month() -> None:
    for published_on in (WEDNESDAY, None):
        found = dates("opened in A on February 28, 2024 and in B on the 29th.", published_on)
        assert found == ["2024-02-28", "2024-02-29"]
    assert dates("2025년 1월 31일 열렸다. 락원군에서는 30일 열렸다.", None) == ["2025-01-31", "2025-01-30"]


def test_following_day_of_nothing_is_unknown() -> None:
    assert dates("The following day he left.", WEDNESDAY) == [None]


def test_today_of_a_speech_is_not_the_day_of_publication() -> None:
    assert find("He said that today the county has its plant.") == []


def test_caller_may_know_the_year_or_that_it_is_to_come() -> None:
    text = "on August 24"
    assert find_dates(text, 0, len(text), WEDNESDAY, context_year=2023)[0].date == "2023-08-24"
    assert find_dates(text, 0, len(text), WEDNESDAY, past=False)[0].date == "2026-08-24"
    assert find_dates(text, 0, len(text), None, context_year=2023)[0].date == "2023-08-24"


def test_only_the_stretch_is_searched_and_offsets_are_of_the_text() -> None:
    text = "Opened in 2021.\r\nVisited on May 5.\r\nClosed in 2023."
    start = text.index("Visited")
    (phrase,) = find_dates(text, start, text.index("\r\nClosed"), FRIDAY)
    assert text[phrase.start : phrase.end] == "May 5"
    assert phrase.basis == "day of publication"


GO_BACK = [
    ("2024-12-20", "10 months", "2024-02"),
    ("2025-01-20", "2 months", "2024-11"),
    ("2025-01", "10 months", "2024-03"),
    ("2025-01-20", "less than 1 years", "2024"),
    ("2024-12-20", "less than 1 years", "2024"),
    ("2026-02-02", "1 years", "2025"),
    ("2025-01-20", "3 days", "2025-01-17"),
    ("2025-01-20", "2 weeks", "2025-01"),
    ("2026-02-02", "exactly 1 years", "2025-02-02"),
    ("2025-03-20", "exactly 1 months", "2025-02-20"),
    ("2025-03-31", "exactly 1 months", None),  # no such day
    ("2025-12-05", "less than 2 years", None),  # two years are open
    ("2025-12-05", "more than 1 years", None),
    ("2025-12-05", "less than 10 months", "2025"),
    ("2025-06-05", "less than 10 months", None),
    ("2025-12-05", "more than 9 months", "2025"),  # less than ten
    ("2025-10-05", "more than 9 months", None),  # January or the year before
    ("2025", "more than 9 months", None),
    ("2025-01", "3 days", None),  # too coarse
    ("2025", "10 months", None),
    ("2025", "less than 1 years", None),
]


@pytest.mark.parametrize(("anchor", "length", "expected"), GO_BACK)
def test_go_back(anchor: str, length: str, expected: str | None) -> None:
    assert go_back(anchor, length) == expected


LENGTHS = [
    ("opened ten months after the start", "10 months"),
    ("opened less than one year after the start", "less than 1 years"),
    ("opened exactly ten months after the start", "exactly 10 months"),
    ("opened a year to the day after the start", "exactly 1 years"),
    ("more than 2 years later", "more than 2 years"),
    ("in just three weeks", "3 weeks"),
    ("10개월만에 준공", "10 months"),
    ("10여개월만에 준공", "more than 10 months"),
    ("20개월여 만에 준공", "more than 20 months"),
    ("1년도 안 되여", "less than 1 years"),
    ("열달만에 준공", "10 months"),
]


@pytest.mark.parametrize(("text", "length"), LENGTHS)
def test_length_of_a_duration_is_what_go_back_reads(text: str, length: str) -> None:
    (phrase,) = find_dates(text, 0, len(text), FRIDAY)
    assert (phrase.kind, phrase.date, phrase.basis) == ("duration", None, length)
    assert go_back("2024-12-20", phrase.basis) is None or not length.startswith("more")


def test_reporting_day() -> None:
    text = "The plant is open. State media said Monday that he came. He looked round."
    assert reporting_day(text, text.index("He looked"), len(text), WEDNESDAY) == "2025-11-10"
    assert reporting_day("He looked round.", 0, 16, WEDNESDAY) == WEDNESDAY
    assert reporting_day(text, 0, len(text), None) is None


DAYS = st.dates(date(2010, 1, 1), date(2049, 12, 31))


@given(DAYS, st.integers(0, 364))
def test_past_day_without_year_is_found_again(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    for text in (f"on {day:%B} {day.day}", f"on {day.day} {day:%b}.", f"{day.month}월 {day.day}일"):
        if (day.month, day.day) != (2, 29):
            assert dates(text, published.isoformat()) == [day.isoformat()]


@given(DAYS, st.integers(0, 27))
def test_past_day_by_its_number_is_found_again(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    assert dates(f"지난 {day.day}일", published.isoformat()) == [day.isoformat()]


WORDS = st.sampled_from(
    "on the in last this next February March 28 2024 9th of year month week Thursday previous day earlier "
    "and 6 to 지난 7일 2월 2024년 지난해 말 지난달 이튿날 전날 통신은 부터 까지 Juche 113 ( ) said KCNA will "
    "ago two from , .".split()
)


@given(st.lists(WORDS, max_size=12), DAYS, st.booleans())
def test_phrases_lie_in_order_and_only_the_future_is_after_publication(
    words: list[str], published: date, known: bool
) -> None:
    text = " ".join(words)
    found = find_dates(text, 0, len(text), published.isoformat() if known else None)
    edges = [edge for phrase in found for edge in (phrase.start, phrase.end)]
    assert edges == sorted(edges)
    for phrase in found:
        assert text[phrase.start : phrase.end].strip()
        if phrase.date:
            assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", phrase.date)
            late = phrase.date > published.isoformat()[: len(phrase.date)]
            assert not (known and late) or phrase.kind in ("future", "report", "dateline")


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    for phrase in find_dates(text, 0, len(text), FRIDAY):
        assert 0 <= phrase.start < phrase.end <= len(text)


SAID = (
    "February|Feb.|MARCH|Dec| | |28|6|10th|,|-|–| to | and |from |between |2024|of |the |two|days|Day|month"
    "|a |year|ago|later| after| following|in |within |last |first |first day of|this month|Tuesday"
).split("|")
SIGHTED = [rule for rule in (*dates_named.ENGLISH, *dates_en.RULES, *dates_en_counts.RULES) if rule.sight]


@pytest.mark.parametrize("rule", SIGHTED, ids=[rule.resolve.__name__ for rule in SIGHTED])
@given(data=st.data())
def test_what_a_rule_matches_has_its_sight_in_it(rule: Rule, data: st.DataObject) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(SAID), max_size=14)))
    for match in compiled(rule.pattern).finditer(text):
        assert compiled(rule.sight).search(text, match.start(), match.end() + 1), match[0]
    written = data.draw(st.sampled_from([text for text, *_ in ENGLISH]))
    for match in compiled(rule.pattern).finditer(written):
        assert compiled(rule.sight).search(written), match[0]


def test_a_day_is_not_carried_into_a_year_that_has_none_such() -> None:
    text = "on Feb. 29 and Sept. 6, 2023"
    assert [phrase.date for phrase in find_dates(text, 0, len(text), "2025-02-04")] == [None, "2023-09-06"]
