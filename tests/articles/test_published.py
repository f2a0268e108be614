"""The publication date: headers, and pages of many houses in our own wording, each with its own trap."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.articles.published import header_day, publication_date

HEADERS = [
    ("2025-02-04", "2025-02-04"),
    ("2025-02-04 09:51", "2025-02-04"),
    ("2025-02-04T00:10:00+09:00", "2025-02-04"),
    ("2025/02/04", "2025-02-04"),
    ("2025.2.4.", "2025-02-04"),
    ("2025. 2. 4", "2025-02-04"),
    ("20250204", "2025-02-04"),
    ("04/02/2025", "2025-02-04"),  # slashes are day first
    ("08/05/2025", "2025-05-08"),
    ("02/28/2024", "2024-02-28"),  # only the month can come first
    ("04.02.2025", "2025-02-04"),
    ("Mar. 11, 2024", "2024-03-11"),
    ("March 11 2024", "2024-03-11"),
    ("MARCH 11, 2024", "2024-03-11"),
    ("Feb.4,2025", "2025-02-04"),
    ("20 Nov. 2024", "2024-11-20"),
    ("01-Mar-2024", "2024-03-01"),
    ("7th of March 2024", "2024-03-07"),
    ("Mon, 11 Mar 2024 08:00:00 GMT", "2024-03-11"),
    ("Sept. 5, 2024", "2024-09-05"),
    ("2025년 2월 4일", "2025-02-04"),
    ("2025년2월4일(화)", "2025-02-04"),
    ("주체114(2025)년 2월 4일", "2025-02-04"),
    ("주체114년 2월 4일", "2025-02-04"),
    ("2025(주체114)년 2월 4일", "2025-02-04"),
    ("February 4, Juche 114 (2025)", "2025-02-04"),
    ("Juche 114 (2025) February 4", "2025-02-04"),
    ("2026年2月4日", "2026-02-04"),
    ("4. Februar 2026", "2026-02-04"),
    ("4 de febrero de 2026", "2026-02-04"),
    ("4 февраля 2026", "2026-02-04"),
    ("Mar 11", None),  # no year
    ("2월 4일", None),
    ("March 2024", None),  # no day
    ("2024", None),
    ("31/02/2025", None),  # no such day
    ("2025-13-40", None),
    ("February 30, 2024", None),
    ("주체113(2025)년 2월 4일", None),  # the two years contradict each other
    ("last Friday", None),
    ("n.d.", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("value", "expected"), HEADERS)
def test_header_value(value: str | None, expected: str | None) -> None:
    assert header_day(value) == expected


BODY = (
    "The new plant of the county was opened on December 3, 2023 in the presence of officials; the builders, "
    "at work there since March 4, 2023, were thanked by the speakers before everybody looked round.\n"
)
BODY_KO = (
    "군에 새로 일떠선 공장의 준공식이 2023년 12월 3일 진행되였다. "
    "건설자들은 2023년 3월 4일 공사에 들어가 아홉달만에 건물을 완공하였다. "
    "참가자들은 생산공정을 돌아보면서 설비가 좋다고 이야기하였다. "
    "주민들은 공장을 마련해준 데 대하여 고마움을 표시하였고 일군들은 생산을 늘일 결의를 다졌다. "
    "준공식이 끝난 다음 공연이 있었다.\n"
)

PAGES = {
    # the labels of news sites
    "kcna watch": (
        "February 04, 2026Feb 04, 2026\nKCNA Pyongyang Times\n\nPlant opens\n\n"
        f"Date: 05/12/2023 | Source: Pyongyang Times | Read original version at source\n\n{BODY}",
        "2023-12-05",
    ),
    "kcna watch with nothing but the crawl": (
        "March 01, 2026Mar 01, 2026\nKCNA Rodong Sinmun\n\n" + BODY,
        None,
    ),
    "kcna watch, crawl date not glued": (
        f"February 28, 2025\nKCNA Naenara\n\n{BODY}More From Naenara\n",
        None,
    ),
    "kcna watch, crawl date alone": (
        f"March 2, 2026\n\n{BODY}Get North Korea headlines delivered daily\n",
        None,
    ),
    "joongang": (f"Home > National\n\nPublished: 05 Dec. 2023, 09:44\n\n{BODY}", "2023-12-05"),
    "published and updated": (f"Published 2023.12.05 09:44, Updated 2023.12.06 10:00\n{BODY}", "2023-12-05"),
    "label on a line of its own": (f"Posted on:\nDec. 5, 2023\n\n{BODY}", "2023-12-05"),
    "posted by somebody": (f"Posted by admin on December 5, 2023\n\n{BODY}", "2023-12-05"),
    "kbs world": (f"Write: 2023-12-05 12:20:08 / Update: 2023-12-06 12:33:44\n{BODY}", "2023-12-05"),
    "yonhap, korean": (f"송고시간2023-12-05 09:51\n\n(서울=연합뉴스) {BODY_KO}", "2023-12-05"),
    "newspick": (f"입력 2023-12-05 09:51\n\n{BODY_KO}", "2023-12-05"),
    "newsis": (f"등록 2023.12.05 08:10:32  수정 2023.12.05 08:30:24\n{BODY_KO}", "2023-12-05"),
    "sbs": (f"SBS 뉴스\n작성 2023.12.05 08:32 조회 1,234\n{BODY_KO}", "2023-12-05"),
    "tongil news": (f"김가영 기자\n승인 2023.12.05 08:50\n댓글 0\n\n{BODY_KO}", "2023-12-05"),
    "kbs korea": (f"입력 2023.12.05 (08:10) 수정 2023.12.06 (09:00)\n{BODY_KO}", "2023-12-05"),
    "reporter and label in one line": (f"한봄 기자 입력 2023.12.05 08:10\n{BODY_KO}", "2023-12-05"),
    # bylines and time stamps
    "glued byline": (f"Asia\nby Some News05 December 2023\n{BODY}", "2023-12-05"),
    "byline with a bar": (f"By A. Writer | December 5, 2023\n{BODY}", "2023-12-05"),
    "daily nk": (f"By Ha Na Bom - 2023.12.05 2:58pm\n{BODY}", "2023-12-05"),
    "nk news": (f"Ann Writer December 5, 2023\n{BODY}", "2023-12-05"),
    "yonhap, english": (f"09:51 December 05, 2023\n\n{BODY}", "2023-12-05"),
    "choson sinbo": (f"2023년 12월 05일 06:30 조국\n\n{BODY_KO}", "2023-12-05"),
    "reporter below": (f"{BODY_KO}\n한봄 기자 2023.12.05\n", "2023-12-05"),
    # closing lines and datelines
    "kcna, english": (f"Pyongyang, December 5 (KCNA) -- {BODY}\nwww.kcna.kp (2023.12.05.)\n", "2023-12-05"),
    "kcna, korean": (
        f"(평양 12월 5일발 조선중앙통신)\n\n{BODY_KO}\nwww.kcna.kp (2023.12.05.)\n",
        "2023-12-05",
    ),
    "closing line alone": (f"{BODY}\n(2023.12.05.)\n", "2023-12-05"),
    "rodong": (f"{BODY_KO}\n주체112(2023)년 12월 5일 《로동신문》 3면\n", "2023-12-05"),
    "rodong, english": (f"Dec.5,2023\n\n{BODY}", "2023-12-05"),
    "naenara": (f"Plant opens\n\n[2023-12-05]\n\n{BODY}", "2023-12-05"),
    "vok": (f"[2023.12.05.]\n{BODY}", "2023-12-05"),
    "juche day below": (f"{BODY}\nJuche 112 (2023)-12-5\n", "2023-12-05"),
    "dateline with year": (f"PYONGYANG, Dec. 5, 2023 (Xinhua) -- {BODY}", "2023-12-05"),
    "dateline with juche": (f"Pyongyang, December 5, Juche 112 (2023) (KCNA) -- {BODY}", "2023-12-05"),
    "dateline, year in a caption": (
        f"(Image: shown by the agency on Dec. 5, 2023)\nSEOUL, Dec. 5 (Wire) – {BODY}",
        "2023-12-05",
    ),
    "dateline, juche year below": (
        f"(평양 12월 5일발 조선중앙통신)\n{BODY_KO}\n주체112(2023)년\n",
        "2023-12-05",
    ),
    # nothing that a reader could take for it
    "dateline without year": (f"SEOUL, Dec. 5 (Wire) – {BODY}", None),
    "korean dateline without year": (f"(평양 12월 5일발 조선중앙통신)\n{BODY_KO}", None),
    "dates of events only": (BODY, None),
    "copyright year": (f"{BODY}Copyright 2023 Some News. All rights reserved.\n", None),
    "related articles": (f"{BODY}Related Articles\nDecember 9, 2023\nAnother plant opens\n", None),
    "korean list of articles": (f"{BODY_KO}많이 본 뉴스\n입력 2023-12-09 10:00\n", None),
    "banner beside the weather": (f"2026.03.01 (일) 서울 7℃ 맑음\n{BODY_KO}", None),
    "today in a banner": (f"Today is March 1, 2026\n{BODY}", None),
    "menu": (f"Home | Politics | March 1, 2026 | Log in\n{BODY}", None),
    "archive's own date": (f"Archived on March 1, 2026\n{BODY}", None),
    "bulletin board": (f"March 1, 2026\nBulletin board of the region\n\n{BODY}", None),
    "caption": (f"Photo: the opening, December 3, 2023\n{BODY}", None),
    "chronology": (f"December 3, 2023\nPlant opened.\nMarch 4, 2023\nGround broken.\n{BODY}", None),
    "month and day": (f"Published: 5 December\n{BODY}", None),
    "impossible day": (f"Published: 31 November 2023\n{BODY}", None),
    "only updated": (f"Updated: 2023-12-06 10:00\n{BODY}", "2023-12-06"),
}


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    text, expected = PAGES[name]
    assert publication_date(text) == expected


@pytest.mark.parametrize("name", PAGES)
def test_line_ends_and_byte_order_mark_change_nothing(name: str) -> None:
    text, expected = PAGES[name]
    assert publication_date("\ufeff" + text.replace("\n", "\r\n")) == expected


def test_header_wins_over_the_page() -> None:
    assert publication_date("Published: 1 March 2024\n", "2024-02-29") == "2024-02-29"


def test_header_without_year_leaves_it_to_the_page() -> None:
    assert publication_date(f"{BODY}www.kcna.kp (2023.12.05.)", "Dec 5") == "2023-12-05"
    assert publication_date(BODY, "Dec 5") is None


def test_banner_above_the_repeated_headline_is_not_taken() -> None:
    text = f"March 1, 2026\nNews of the day\nPlant opens in county\nDecember 5, 2023\n{BODY}"
    assert publication_date(text) is None  # which of the two is it?
    assert publication_date(text, title="Plant opens in county") == "2023-12-05"
    stamped = f"2023.12.05 08:15\nPlant opens in county\n{BODY}"
    assert publication_date(stamped, title="Plant opens in county") == "2023-12-05"


def test_reading_begins_behind_the_header() -> None:
    header = "TITLE: x\nDATE: Dec 5, 2020\n\n"
    assert publication_date(header + BODY, start=len(header)) is None


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    forms = [
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day.year}.{day.month}.{day.day}.",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day.year}년 {day.month}월 {day.day}일",
        f"주체{day.year - 1911}({day.year})년 {day.month}월 {day.day}일",
        f"{day:%B} {day.day}, Juche {day.year - 1911} ({day.year})",
    ]
    assert {header_day(form) for form in forms} == {day.isoformat()}


@given(st.text(max_size=200))
def test_any_text_gives_a_day_or_none(text: str) -> None:
    found = publication_date(text, text)
    assert found is None or (re.fullmatch(r"\d{4}-\d{2}-\d{2}", found) and date.fromisoformat(found))


@pytest.mark.parametrize(
    ("text", "day", "why"),
    [
        ("어랑군에서 준공식이 열렸다. (2025.02.01.)", "2025-02-01", "behind the last sentence"),
        ("어랑군에서 준공식이 열렸다. (2025.02.31.)", None, "there is no such day"),
        (
            "전에(2025.02.01.) 있은 일이다. 그 다음에는 아무 일도 없었다고 마을사람들은 말하였다.",
            None,
            "in running text",
        ),
    ],
)
def test_a_date_in_parentheses_closes_a_text(text: str, day: str | None, why: str) -> None:
    assert publication_date(text) == day, why
