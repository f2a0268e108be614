"""Where sentences and paragraphs end, and that none of the text gets lost between them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.models import Document, Section
from geo.text import Sentence, split_sentences


def sentences(text: str) -> tuple[Sentence, ...]:
    return split_sentences(Document("d", "d.txt", text, (Section("body", 0, len(text)),)))


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


def paragraphs(text: str) -> list[int]:
    return [s.paragraph for s in sentences(text)]


# (text with | where a sentence ends and the next begins, why)
CUTS = [
    ("The mill opened.| It runs.", "full stop"),
    ("They cheered!| Was it done?| Yes.", "other marks"),
    ("It opened on Feb. 28 in the county.| Staff came.", "a month"),
    ("It opened at 3 p.m. on Monday.| Staff came.", "an hour"),
    ("Gen. Pak and Mr. Kim came.| They left.", "titles"),
    ("J. Smith of the U.S. team wrote it.| He left.", "initials and a country"),
    ("The D.P.R.K. built it.| It runs.", "a country of four letters"),
    ("The plant made 3.5 tons.| It runs.", "a decimal point"),
    ("No. 2 mill opened.| It runs.", "a number"),
    ("No. 2. The mill of the people", "a number in a list"),
    ("1. The mill of the people", "the number of an item"),
    ("It opened on Feb. 3.| Staff came.", "a day of the month that ends a sentence"),
    ("It was built in 2024.| Staff came.", "a year that ends a sentence"),
    ("Workers, farmers etc. came.| They left.", "abbreviation with lower case behind"),
    ("It runs ... and runs.| Well.", "dots"),
    ('"It is done."| He left.', "the closing quote belongs to the sentence"),
    ('"It is done," he said.| "Good."| He left.', "speech"),
    ("“It is done.”| He left.", "typographic quotes"),
    ("It is done (at last).| He left.", "a bracket"),
    ("The mill is www.example.org in print.| It runs.", "dots inside a word"),
    ("The mill was opened.| -0-| Next story.", "the sign of the agency's end"),
    ("공장이 준공되였다.| 주민들이 왔다.", "Korean with a space"),
    ("공장이 준공되였다.|주민들이 왔다.", "Korean without a space"),
    ("《공장이 섰다.》고 말했다.", "speech in the North's quotes goes on"),
    ('그는 "공장이 섰다."고 말했다.| 끝.', "speech in straight quotes goes on"),
    ("그는 “공장이 섰다.”라고 말했다.| 끝.", "speech in curly quotes goes on"),
    ('"공장이 섰다."| 그가 말했다.', "speech that is a sentence of its own"),
    ("2025.02.04. 공장이 섰다.", "a date in digits is no sentence"),
    ("(2025.02.04.) 공장이 섰다.", "in brackets, too"),
    ("(평양 2월 4일발 조선중앙통신)공장이 준공되였다.", "a dateline belongs to the sentence"),
    ("공장이 몇동 섰는가?| 모른다.", "Korean question"),
    ("工場が建った。|人が来た。", "ideographic full stop"),
    ("First.|\n\nSecond.|\n\n\nThird.", "blank lines"),
    ("First.|\r\n\r\nSecond.|\r\rThird.", "line ends of other systems"),
    ("Headline of the day|\nThe mill opened.", "a short line is no wrapped sentence"),
    ("Mill opened.|\nHospital opened.", "a line end after a full stop"),
    (
        "The mill, which was built\nin ten months, was opened.| It runs.",
        "a wrapped line goes on in lower case",
    ),
    (
        "The mill of Songchon County in South Phyongan was seen by\nKim Jong Un on the 3rd.| It runs.",
        "a full line goes on with a capital",
    ),
    ("The first:|\nMill", "a line that ends with a colon"),
    ("A\u00a0mill.| B", "no-break space"),
    ("The mill was opened.|The hospital was not.", "glued in English"),
    ("It was opened (at last).|The hospital was not.", "glued behind a bracket"),
    ("The mill was opened in 2024.|The hospital was not.", "glued behind a year"),
    ("The mill of Acme Inc.The name stays.", "an abbreviation glued to a word"),
    ("The site is Www.Example.Org in print.| It runs.", "dots inside an address with capitals"),
    ("공장이 준공되였다.|KCNA가 전했다.", "Korean glued to Latin letters"),
    ("공장이 준공됐다.|[사진] 끝", "glued to a bracket"),
    ("공장이 준공됐다.|‘새 공장’이다.", "glued to a quote"),
    ("공장이 섰어요.|주민들이 왔습니다.", "other endings, glued"),
    ("성천군에 선 지방공업공장.|그는 공장을 돌아보았다.", "a noun, glued to what begins a sentence"),
    ("시.군 인민위원회와 경제.사회 부문이 왔다.", "a full stop in place of a middle dot"),
    ("공장이 준공됐을까?|주민들은 모른다.", "a question, glued"),
    ('"공장이 준공됐나?"라고 물었다.', "a question that its sentence goes on after"),
    ("공장이 준공됐나?라고 물었다.", "the same without quotes"),
    ("《공장이 섰다.》| 그가 말했다.", "a sentence end before the North's closing quote"),
    ("(공장이 섰다.)| 그가 말했다.", "a sentence end before a closing bracket"),
    ("그는 ‘공장이 섰다.’고 말했다.| 끝.", "single curly quotes"),
    ("「工場が建った。」|人が来た。", "a Japanese quote that is a sentence of its own"),
    ("「工場が建った。」と述べた。|人が来た。", "one that its sentence goes on after"),
    ("“工厂竣工了。”|人们来了。", "a Chinese quote"),
    (
        "In these:|\n- Songchon County|\n- Kujang County, which lies in North Phyongan|\n- Hamju",
        "items",
    ),
    ("In these places:|\n1. Songchon County|\n2. Kujang County", "numbered items"),
    (
        "The mill of Songchon County in South Phyongan was opened on December\n20.| Officials came.",
        "the day of a wrapped date is no number of an item",
    ),
    (
        "Work began in Songchon County of South Phyongan Province in the spring|\n• Kujang County",
        "a bullet behind a full line",
    ),
]


@pytest.mark.parametrize(("marked", "why"), CUTS, ids=[case[1] for case in CUTS])
def test_sentences_end_where_they_end(marked: str, why: str) -> None:
    assert split(marked.replace("|", "")) == [part.strip() for part in marked.split("|")], why


@pytest.mark.parametrize(
    ("text", "numbers", "why"),
    [
        ("One. Two.\n\nThree. Four.", [0, 0, 1, 1], "a blank line ends a paragraph"),
        ("The mill, which was built\nin ten months, runs. Two.", [0, 0], "a wrapped line does not"),
        ("One.\nTwo.", [0, 1], "a line end after a sentence does"),
    ],
)
def test_paragraphs_are_counted(text: str, numbers: list[int], why: str) -> None:
    assert paragraphs(text) == numbers, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[Photo: KCNA] The mill.", "photo in brackets"),
        ("Photo shows men at work.", "photo shows"),
        ("This undated picture shows the mill.", "picture"),
        ("In this photo, men dig.", "in this photo"),
        ("Men dig in Songchon. (Yonhap)", "an agency in brackets at the end"),
        ("Men dig. KCNA via REUTERS", "credit of two agencies"),
        ("▲ 공장 준공식 모습", "triangle"),
        ("공장 준공식. 사진=조선중앙통신", "Korean credit"),
        ("(사진) 준공식", "Korean label"),
    ],
)
def test_captions_are_known(text: str, why: str) -> None:
    assert all(s.is_caption for s in sentences(text)), why


@pytest.mark.parametrize(
    ("text", "items", "why"),
    [
        ("In:\n- Songchon\n- Kujang\n\nEnd.", [False, True, True, False], "dashes"),
        ("In:\n1) Songchon\n(2) Kujang\n3. Hamju", [False, True, True, True], "numbers"),
        ("In:\n▲성천군\n①구장군\n가) 함주군", [False, True, True, True], "Korean marks"),
        (
            "In:\n-5 degrees\n2025.02.04. 3일",
            [False, False, False],
            "a minus and a date are no bullets",
        ),
        ("One. Two.\n* Three. Four.", [False, False, True, True], "all sentences of an item"),
    ],
)
def test_items_of_lists_are_known(text: str, items: list[bool], why: str) -> None:
    assert [s.is_item for s in sentences(text)] == items, why


def test_a_triangle_is_a_bullet_in_a_list_and_a_caption_elsewhere() -> None:
    text = "다음과 같다.\n▲ 성천군\n▲ 구장군\n\n끝이다.\n▲ 공장 준공식 모습"
    assert [s.is_caption for s in sentences(text)] == [False, False, False, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "The photo of Kim hung in the hall.",
        "The mill was opened, KCNA said on Monday.",
        "사진을 찍은 사람들이 공장을 보았다고 조선중앙통신이 전했다.",
    ],
)
def test_the_body_is_no_caption(text: str) -> None:
    assert not any(s.is_caption for s in sentences(text))


def test_a_caption_ends_with_its_paragraph() -> None:
    text = "[Photo: KCNA] Men dig. They sweat.\n\nThe mill was opened."
    assert [s.is_caption for s in sentences(text)] == [True, True, False]


def test_the_title_is_no_paragraph_and_no_caption() -> None:
    text = "TITLE: Photo: the mill. It runs.\n\nThe mill was opened."
    title, body = (7, text.index("\n")), (text.index("The mill was"), len(text))
    read = split_sentences(Document("d", "d.txt", text, (Section("title", *title), Section("body", *body))))
    assert [(text[s.start : s.end], s.is_title, s.is_caption, s.paragraph) for s in read] == [
        ("Photo: the mill.", True, False, -1),
        ("It runs.", True, False, -1),
        ("The mill was opened.", False, False, 0),
    ]
    assert [s.number for s in read] == [0, 1, 2]


def test_what_no_section_holds_is_not_read() -> None:
    text = "Menu. Home.\n\nThe mill was opened. It runs.\n\nFooter."
    start, end = text.index("The"), text.index("\n\nFooter")
    read = split_sentences(Document("d", "d.txt", text, (Section("body", start, end),)))
    assert [text[s.start : s.end] for s in read] == ["The mill was opened.", "It runs."]


PIECES = st.sampled_from(
    [
        "The mill opened",
        "on Feb. 3",
        "U.S.",
        "No. 2",
        "공장이 준공되였다",
        '"공장이 섰다."고',
        "사진=",
        "-0-",
        "www.example.org",
        "2025.02.04.",
        "《",
        "(Yonhap)",
        "- item",
        "▲ 성천군",
        "했다.조선",
        "opened.The",
        "「工場。」と",
        "1) ",
        "\u202e",
        "\ufffd",
    ]
)
MARKS = st.sampled_from(
    [".", ". ", "? ", "!", "\n", "\r\n", "\r", "\n\n", " ", "다.", "。", '"', ")", "\ufeff", ""]
)
TEXTS = st.lists(st.one_of(PIECES, MARKS, st.text(max_size=4)), max_size=14).map("".join)


@given(TEXTS)
@example("A.\r\n\r\nB")
@example('"다."')
def test_sentences_cover_the_text_in_order_without_overlap(text: str) -> None:
    read = sentences(text)
    for before, after in itertools.pairwise(read):
        assert before.end <= after.start
        assert before.paragraph <= after.paragraph <= before.paragraph + 1
    covered = "".join(text[s.start : s.end] for s in read)
    assert "".join(covered.split()) == "".join(text.split()), "a letter is in no sentence, or in two"
    for s in read:
        assert text[s.start : s.end] == text[s.start : s.end].strip() != ""
    assert [s.number for s in read] == list(range(len(read)))
