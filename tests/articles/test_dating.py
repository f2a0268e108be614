"""Which day is taken where a file names several, what is told of it, and what leaves the sentences."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo.articles import read_articles
from geo.articles.textfiles import read_text
from geo.articles.webpages import read_page
from geo.models import Document

KO = (
    "성천군에서 지방공업공장 준공식이 전날 진행됐다고 조선중앙통신이 전했다.",
    "군안의 일군들과 근로자들이 모임에 참가하였으며 모임이 끝난 다음 참가자들은 여러곳을 돌아보면서 "
    "종업원들과 이야기를 나누었다.",
)
EN = (
    "Regional-industry factories were inaugurated in Songchon County in South Phyongan the day before.",
    "Officials and builders were present; the speakers thanked everybody who had worked on the site, and the "
    "guests went through the workshops and talked with the workers about the spring.",
)
SAID = "Factories were inaugurated in Songchon County the previous day, state media said Saturday."


def page(
    *body: str, head: str = "", title: str = "Plant opens in Songchon", byline: str = "", lang: str = "en"
) -> Document:
    paragraphs = "".join(f"<p>{one}</p>" for one in body)
    return read_page(
        f'<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{byline}{paragraphs}</article></body></html>",
        "p.html",
    )


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


STATED = [
    ('<abbr class="published" title="2024-12-21T08:10:00+09:00">the 21st</abbr>', "hAtom"),
    (meta("article:published_time", "2024-12-21T08:10:00+09:00"), "the usual one"),
    (meta("og:regDate", "20241221081000"), "fourteen figures"),
    (meta("article:published_time", "2024-12-21 08:10"), "a blank for the T"),
    ('<meta name="publishdate" content="2024-12-21">', "by name"),
    ('<meta itemprop="datePublished" content="2024-12-21T08:10+0900">', "by item, zone without colon"),
    ('<meta name="date" content="21-Dec-24">', "a year of two figures"),
    ('<meta name="DC.date.issued" content="2024.12.21">', "points"),
    (
        '<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2024-12-25T00:00:00Z",'
        '"datePublished":"2024-12-21T08:10:00+09:00"}</script>',
        "JSON-LD, the change first",
    ),
    (
        '<script type="application/ld+json">{"@graph":[{"@type":"VideoObject","datePublished":"2020-01-01"},'
        '{"@type":["A","NewsArticle"],"datePublished":"2024-12-21"}]}</script>',
        "JSON-LD, a video beside the article",
    ),
    (
        '<script type="application/ld+json">{"@type":"News" broken "datePublished": "2024-12-21"}</script>',
        "JSON that is none",
    ),
    (
        meta("article:modified_time", "2024-12-25T00:00:00+09:00")
        + meta("article:published_time", "2024-12-21T08:10:00+09:00"),
        "first publication before the change",
    ),
]


@pytest.mark.parametrize(("head", "why"), STATED)
def test_day_that_a_page_states_for_machines(head: str, why: str) -> None:
    assert page(*EN, head=head).published_on == "2024-12-21", why


UTC = "2024-12-20T23:10:00Z"
CHOSEN = [
    # (metadata, byline, text, day, told, why)
    (UTC, "", KO, "2024-12-21", False, "a Korean text was published by the Korean clock"),
    (UTC, "", EN, "2024-12-20", False, "nothing says that the house is Korean"),
    (UTC, "", (SAID, EN[1]), "2024-12-21", True, "the weekday that the text names"),
    (
        UTC,
        "2024.12.21 08:10 KST",
        EN,
        "2024-12-21",
        False,
        "the byline names the Korean day; both are one moment",
    ),
    ("2024-12-20T21:10:00-05:00", "", (SAID, EN[1]), "2024-12-21", True, "any zone has a day in Korea"),
    (
        UTC,
        "",
        ("Factories were inaugurated in Songchon County, according to Saturday's report.", EN[1]),
        "2024-12-21",
        True,
        "the report of a weekday",
    ),
    (
        UTC,
        "",
        ("Im Kreis Songchon ist eine Fabrik eingeweiht worden, berichtete die Agentur am Samstag.",),
        "2024-12-21",
        True,
        "the weekday of a German text, behind its verb",
    ),
    (
        UTC,
        "",
        ("Im Kreis Songchon ist am Donnerstag eine Fabrik eröffnet worden, wie Medien am Samstag meldeten.",),
        "2024-12-21",
        True,
        "before it, with another weekday of the event",
    ),
    (
        UTC,
        "",
        ("В уезде Сончхон открылась новая фабрика, об этом сообщило агентство в субботу, 21 декабря.",),
        "2024-12-21",
        True,
        "the weekday of a Russian text, behind its verb",
    ),
    (
        UTC,
        "",
        ("В субботу сообщили, что в уезде Сончхон в четверг открылась новая фабрика для всех жителей.",),
        "2024-12-21",
        True,
        "before it",
    ),
    (
        UTC,
        "",
        ("Factories were inaugurated in Songchon County, state media reported on Dec. 21.", EN[1]),
        "2024-12-21",
        True,
        "the day of the report in figures",
    ),
    (
        UTC,
        "",
        (f"SEOUL, Dec. 21 (Some Wire) -- {EN[0]}", EN[1]),
        "2024-12-21",
        True,
        "the dateline",
    ),
    ("2024-12-21T18:00:00Z", "입력 2024.12.21 18:00", KO, "2024-12-21", False, "Korean time labelled as UTC"),
    (
        "2024-12-18T09:00:00+09:00",
        "입력 2024.12.21 08:10",
        KO,
        "2024-12-21",
        True,
        "a label goes before metadata",
    ),
    (
        "2024-12-18T09:00:00+09:00",
        "Published: December 21, 2024",
        ("SEOUL, Dec. 18 (Wire) -- Factories opened in Songchon County, state media said Wednesday.", EN[1]),
        "2024-12-18",
        True,
        "dateline and weekday speak for the metadata",
    ),
    (
        "2024-12-18",
        "입력 2024.12.21 08:10",
        ("성천군에서 지방공업공장 준공식이 진행됐다고 조선중앙통신이 21일 보도했다.", KO[1]),
        "2024-12-21",
        True,
        "the day that the text says it was reported",
    ),
    (
        "2024-12-20 21:10:00",
        "",
        (SAID, EN[1]),
        "2024-12-21",
        True,
        "a time without a zone may be one of the west",
    ),
    ("2024-12-20 21:10:00", "", EN, "2024-12-20", False, "nothing speaks against it"),
    ("2024-12-20 21:10:00", "", KO, "2024-12-20", False, "a Korean house has the Korean clock"),
    ("2024-12-21T01:00:00Z", "December 20, 2024", EN, "2024-12-20", False, "what a reader in the west sees"),
    ("2024-12-21", "March 1, 2026", EN, "2024-12-21", False, "the day of a visit to the page"),
    ("2024-12-21", "수정 2024.12.24 10:00", KO, "2024-12-21", False, "a change contradicts nothing"),
]


@pytest.mark.parametrize(("stated", "byline", "body", "day", "told", "why"), CHOSEN)
def test_day_that_fits_the_words_wins(
    stated: str, byline: str, body: tuple[str, ...], day: str, told: bool, why: str
) -> None:
    document = page(
        *body, head=meta("article:published_time", stated), byline=f"<p>{byline}</p>" if byline else ""
    )
    assert document.published_on == day, why
    assert bool(document.noticed) == told, document.noticed


def test_a_page_of_a_korean_house_goes_by_the_korean_clock() -> None:
    head = meta("article:published_time", UTC) + meta("og:url", "https://news.example.co.kr/1")
    assert page(*EN, head=head).published_on == "2024-12-21"


FILLED = [
    ("21-Dec-24", "2024-12-21", "", "month in letters"),
    ("24.12.21", "2024-12-21", "", "the year comes first in Korean"),
    ("20241221081000", "2024-12-21", "", "fourteen figures"),
    ("２０２４．１２．２１", "2024-12-21", "", "full-width figures"),
    ("2024-12-20T23:10:00Z", "2024-12-21", "", "UTC, of a Korean text"),
    (
        "last Friday",
        None,
        'its date "last Friday" is not understood as a day; write it as 2024-12-21',
        "words",
    ),
    (
        "2024-13-41",
        None,
        'its date "2024-13-41" is not understood as a day; write it as 2024-12-21',
        "no day",
    ),
    (
        "March 2024",
        None,
        'its date "March 2024" is not understood as a day; write it as 2024-12-21',
        "a month",
    ),
    ("n/a", None, "", "says that there is none"),
]


@pytest.mark.parametrize(("value", "day", "told", "why"), FILLED)
def test_a_filled_date_is_read_or_told(value: str, day: str | None, told: str, why: str) -> None:
    document = read_text(f"TITLE: 성천군 공장 준공\nDATE: {value}\n\n{KO[0]}\n{KO[1]}\n", "x.txt")
    assert (document.published_on, document.noticed) == (day, told), why


def test_figures_that_may_be_two_days_are_told() -> None:
    document = read_text(f"TITLE: A plant opens\nDATE: 24.12.21\n\n{EN[0]}\n{EN[1]}\n", "x.txt")
    assert document.published_on is None
    assert document.noticed == "its date may be 2021-12-24 or 2024-12-21; write it as 2021-12-24"


def test_the_header_goes_before_a_byline_and_both_are_told() -> None:
    document = read_text(f"DATE: 2024-12-21\n\n입력 2024.12.24 09:00\n{KO[0]}\n{KO[1]}\n", "x.txt")
    assert document.published_on == "2024-12-21"
    assert document.noticed == (
        "published on 2024-12-21 by its date that was given, but 2024-12-24 by its byline"
    )


def test_records_tell_what_was_noticed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"DATE: soon\n\n{EN[0]}\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(
        f'id,date,text\nx,2024-12-21,"{EN[0]}"\ny,soon,"{EN[0]}"\n', encoding="utf-8"
    )
    reasons = [record.reason for record, _ in read_articles([tmp_path])]
    assert reasons == [
        'its date "soon" is not understood as a day; write it as 2024-12-21',
        'y: its date "soon" is not understood as a day; write it as 2024-12-21',
    ]
    told = [extraction.record.reason for extraction in geo.extract([tmp_path])]
    assert told == reasons


READ = [
    (
        f"입력 2024.12.21 09:15 수정 2024.12.24 10:00 {KO[0]}\n{KO[1]}\n",
        f"{KO[0]}\n{KO[1]}",
        "stamps before the first sentence",
    ),
    (
        f"성천군 지방공업공장 준공\n입력 2024.12.21 09:15\n{KO[0]}\n",
        f"{KO[0]}",
        "a line of stamps below the headline",
    ),
    (
        f"{KO[0]}\n기사입력 2024-12-21 09:15 | 최종수정 2024-12-24 10:00\n{KO[1]}\n",
        f"{KO[0]}{KO[1]}",
        "a line of stamps between paragraphs",
    ),
    (f"Written: 2024-12-21 13:41:08Updated: 2024-12-22 13:41:34 {EN[0]}\n", EN[0], "glued stamps"),
    (f"{EN[0]}\nUpdated: 2024-12-22 10:00\n", EN[0], "a stamp at the end"),
    (
        "The plant was finished on December 20, 2024 at 10:00 and opened a day later.\n",
        "The plant was finished on December 20, 2024 at 10:00 and opened a day later.",
        "a sentence with day and time",
    ),
    (
        f"{KO[0]}\n2024-11-02 10:00 구장군 병원 준공식\n2024-11-05 10:00 성천군 병원 착공식\n",
        f"{KO[0]}\n2024-11-02 10:00 구장군 병원 준공식\n2024-11-05 10:00 성천군 병원 착공식",
        "a chronology",
    ),
    (
        "2024년 12월 20일 10시 30분 성천군에서 지방공업공장 준공식이 진행되였다.\n",
        "2024년 12월 20일 10시 30분 성천군에서 지방공업공장 준공식이 진행되였다.",
        "a sentence that begins with day and time",
    ),
    (
        "Updated on March 3, 2024, the plan names twenty counties and their towns for the plants.\n",
        "Updated on March 3, 2024, the plan names twenty counties and their towns for the plants.",
        "a sentence that begins with a label",
    ),
]


@pytest.mark.parametrize(("text", "read", "why"), READ)
def test_stamps_are_no_part_of_a_sentence(text: str, read: str, why: str) -> None:
    document = read_text(text, "x.txt")
    bodies = [text[one.start : one.end] for one in document.sections if one.kind == "body"]
    assert "".join(bodies) == read, why
    assert document.text == text


def test_no_stamp_gives_an_event_its_day(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        f"성천군 공장 준공\n\n입력 2024.12.21 08:12 수정 2024.12.24 10:00 {KO[0]}\n", encoding="utf-8"
    )
    (finding,) = next(geo.extract([path])).findings
    assert [(event.date, event.evidence.text) for event in finding.events] == [("2024-12-20", KO[0])]


WORDS = (
    *(
        "입력 ",
        "수정 ",
        "Published: ",
        "2024.12.21 ",
        "24.12.21 ",
        "09:15",
        "오전 9:15 ",
        "Dec 21, 2024",
        "\n",
    ),
    *(
        "|",
        " ",
        "다.",
        "공장이 준공됐다.",
        "Sat, ",
        "(토)",
        "KST ",
        "21-Dec-24",
        "2024-12-21T09:15Z",
        ":",
        "기자 ",
    ),
)
PIECES = st.lists(st.sampled_from(WORDS), max_size=30)


@given(PIECES)
def test_sections_lie_in_order_and_lose_nothing_but_stamps(pieces: list[str]) -> None:
    text = "".join(pieces)
    document = read_text(text, "x.txt")
    ends = 0
    for section in document.sections:
        assert ends <= section.start < section.end <= len(text)
        ends = section.end
    if "준공" in text and document.title is None:
        read = "".join(text[one.start : one.end] for one in document.sections)
        assert read.count("준공") == text.count("준공")


HOSTILE = {
    "blanks": " " * 40_000,
    "blank lines": "\n" * 40_000,
    "figures": "2" * 40_000,
    "labels": "입력 " * 10_000,
    "dates": "2024.12.21 " * 4_000,
    "stamps": "입력 2024.12.21 09:15 " * 2_000,
    "label and blanks": ("Published:" + " " * 500) * 80,
    "times": "09:15 " * 8_000,
    "short dates": "24.12.21 09:15 " * 3_000,
    "hosts": "www.a-" * 8_000,
    "words": "a" * 40_000,
    "said": "said on " * 6_000,
    "months and blanks": ("Dec 21" + " " * 400) * 100,
    "addresses": "https://a.example/" * 2_500,
    "lines and blanks": ("x\n" + " " * 200) * 200,
    "weekdays": "(토)" * 12_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_of_the_text(name: str) -> None:
    read_text("2024-12-21\nwarm up\n", "x.txt")
    before = time.process_time()
    read_text(HOSTILE[name], "x.txt")
    assert time.process_time() - before < 2
