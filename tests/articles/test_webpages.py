"""Texts of saved web pages: what of a page is the article, and what never is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.articles import read_articles
from geo.articles.webpages import read_page
from geo.errors import InputError

FIRST = "Regional-industry factories were inaugurated in Songchon County on February 3 with a ceremony."
SECOND = "Officials of the province were present and walked through the workshops of the new factories."
THIRD = "The speakers asked the workers to keep the machines in good repair and to make better goods."
KO1 = "평안남도 성천군에서 지방공업공장 준공식이 지난 3일 주민들이 참가한 가운데 진행되였다."
KO2 = "행사가 끝난 다음 도와 군의 일군들은 공장의 여러 생산현장을 돌아보며 제품들을 살펴보았다."
KO3 = "연설자들은 종업원들이 설비를 잘 관리하고 제품의 질을 끊임없이 높여나가야 한다고 강조하였다."
ENGLISH, KOREAN = (FIRST, SECOND, THIRD), (KO1, KO2, KO3)
TITLE, TITLE_KO = "Factories open in a county of the province", "성천군 지방공업공장 준공식 진행"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, title: str = TITLE) -> str:
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{body}</body></html>"


def body_of(html: str) -> str:
    document = read_page(html, "p.html")
    return "\n".join(document.text[s.start : s.end] for s in document.sections if s.kind == "body")


BREAKS, BREAKS_KO = "<br>".join(ENGLISH), "<br><br>\n".join(KOREAN)
MENU_KO = "<ul class='gnb'><li><a href='/1'>구성시 소식</a></li><li><a href='/2'>길주군 소식</a></li></ul>"
HEADLINES_KO = (
    "<div class='box'><strong>많이 본 뉴스</strong><ul><li><a href='/1'>구성시 군수공장 새로 건설</a></li>"
    "<li><a href='/2'>길주군 병원 착공</a></li></ul></div>"
)
SHARE_KO = "<div class='tool'><span>공유하기</span> <span>페이스북</span> <span>카카오톡</span></div>"
NOTICE_KO = "<p>저작권자 ⓒ 어느 신문, 무단전재 및 재배포 금지</p>"

# (page, what its text must hold, what it must not hold, why the line is here)
PAGES: list[tuple[str, tuple[str, ...], tuple[str, ...], str]] = [
    (
        page(
            f"<p>{FIRST[:-1]} in these places:</p><ul><li>Songchon County</li><li>Kujang County</li></ul>"
            f"<p>{SECOND}</p>"
        ),
        ("\n- Songchon County\n- Kujang County\n", SECOND),
        (),
        "a list right in the body",
    ),
    (
        page(
            f"<article><p>{FIRST[:-1]} in these places:</p><ol><li><p>Songchon County</p></li>"
            "<li><p>Kujang County</p></li></ol></article>"
        ),
        ("- Songchon County\n- Kujang County",),
        (),
        "an ordered list at the end, paragraphs in its items",
    ),
    (
        page(
            f"<div><p>{FIRST[:-1]} in these places:</p><ul><li><a href='/s'>Songchon County</a></li>"
            f"<li><a href='/k'>Kujang County</a></li></ul><p>{SECOND}</p></div>"
        ),
        ("- Songchon County\n- Kujang County",),
        (),
        "items of a list that are links",
    ),
    (
        page(
            f"<div>{paragraphs(*ENGLISH)}<ul><li><a href='/1'>Kusong plant opens</a></li>"
            "<li><a href='/2'>Kilju hospital opens</a></li></ul></div>"
        ),
        ENGLISH,
        ("Kusong", "Kilju"),
        "headlines behind the article",
    ),
    (
        page(
            f"<div>{paragraphs(FIRST)}<ul><li><a href='/1'>Kusong plant opens</a></li></ul>"
            f"{paragraphs(SECOND, THIRD)}</div>"
        ),
        ENGLISH,
        ("Kusong",),
        "a headline between the paragraphs",
    ),
    (page(BREAKS), ENGLISH, (), "lines with single breaks, nothing else"),
    (page("<br>\n<br>".join(ENGLISH)), ENGLISH, (), "paragraphs of breaks"),
    (page(f"<center><font>{BREAKS}</font></center>"), ENGLISH, (), "breaks inside old tags"),
    (
        page("<pre>" + "\n".join((FIRST[:60], FIRST[60:], "", SECOND, "", THIRD)) + "</pre>"),
        (f"{FIRST[:60].rstrip()}\n{FIRST[60:].strip()}\n\n{SECOND}\n\n{THIRD}",),
        (),
        "a text with line ends of its own",
    ),
    (
        page(f"<table><tr><td>Home<br>Kusong</td><td>{BREAKS}</td><td>Kilju</td></tr></table>"),
        ENGLISH,
        ("Kusong", "Kilju"),
        "a layout table with the text in a cell",
    ),
    (
        page(
            "<table>"
            + "".join(f"<tr><td>{text}</td></tr>" for text in (*ENGLISH, "The mill runs."))
            + "</table>"
        ),
        (*ENGLISH, "The mill runs."),
        (),
        "a layout table with a paragraph in each row, a short one too",
    ),
    (
        page(
            f"{paragraphs(*ENGLISH)}<table><tr><th>County</th><th>Opened</th></tr><tr><td>Songchon</td>"
            "<td>December 20</td></tr><tr><td>Kujang</td><td>December 18</td></tr></table>"
            f"<p>{SECOND} It was the second visit.</p>"
        ),
        ("Songchon | December 20", "Kujang | December 18"),
        (),
        "rows of a data table stand on one line",
    ),
    (
        page(
            f"{paragraphs(FIRST)}<dl><dt>Songchon County</dt><dd>A factory for soap was opened there.</dd>"
            f"<dt>Kujang County</dt><dd>A factory for noodles was opened there.</dd></dl>{paragraphs(SECOND)}"
        ),
        ("Songchon County: A factory for soap was opened there.", "Kujang County: A factory for noodles"),
        (),
        "a term stands with its definition",
    ),
    (
        page(
            f"<article>{paragraphs(FIRST)}<figure><img>"
            "<figcaption>Kusong plant in 2016.</figcaption></figure>"
            f"{paragraphs(SECOND, THIRD)}</article>"
        ),
        ENGLISH,
        ("Kusong",),
        "the legend of a picture",
    ),
    (
        page(
            f"<article>{paragraphs(FIRST)}<p class='img_desc'>The Kusong plant was seen here in 2016.</p>"
            f"{paragraphs(SECOND, THIRD)}</article>"
        ),
        ENGLISH,
        ("Kusong",),
        "a legend by its class",
    ),
    (
        page(
            f"<article>{paragraphs(*ENGLISH)}<h3>Related stories</h3>"
            "<p>The Kusong plant was opened in March, "
            "officials said.</p></article>"
        )
        .replace("<h3>", "<div><h3>")
        .replace("</article>", "</div></article>"),
        ENGLISH,
        ("Kusong", "Related"),
        "teasers below `Related stories` in a division of their own",
    ),
    (
        page(
            f"<article>{paragraphs(FIRST)}<p>See also: <a href='/x'>Kusong plant opens</a></p>"
            f"{paragraphs(SECOND, THIRD)}</article>"
        ),
        ENGLISH,
        ("Kusong",),
        "a line `See also:` inside the article",
    ),
    (
        page(
            f"<article>{paragraphs(FIRST)}<p>Read more</p><p><a href='/x'>Kusong plant opens</a></p>"
            f"{paragraphs(SECOND, THIRD)}</article>"
        ),
        ENGLISH,
        ("Kusong", "Read more"),
        "a link to another story inside the article",
    ),
    (
        page(
            f"<article>{paragraphs(*ENGLISH)}<p>Subscribe to our newsletter about Kusong</p>"
            "<p>Share | Facebook | Twitter</p></article>"
        ),
        ENGLISH,
        ("Kusong", "Facebook"),
        "subscribe and share",
    ),
    (
        page(
            f"<h1>{TITLE_KO}</h1><p>입력 2025.02.04 09:12 | 수정 2025.02.04 10:00</p>"
            f"<div>{paragraphs(*KOREAN)}</div>",
            TITLE_KO,
        ),
        KOREAN,
        ("입력", "수정"),
        "the hours at which a page was written are no sentence",
    ),
    (
        page(f"<article><em class='img_desc'>구성시 공장[연합]</em>{BREAKS_KO}</article>", TITLE_KO),
        KOREAN,
        ("구성시",),
        "a legend right before the first words",
    ),
    (
        page("<h1>Factory opens</h1><p>A plant opened in Songchon County.</p>", "Factory opens"),
        ("A plant opened in Songchon County.",),
        ("Factory opens",),
        "a very short article",
    ),
    (
        page(f"<a name='top'>{paragraphs(*ENGLISH)}</a>"),
        ENGLISH,
        (),
        "an anchor that is not closed is no link",
    ),
    (
        page(f"<form action='/'><div>{paragraphs(*ENGLISH)}</div><input></form>"),
        ENGLISH,
        (),
        "a page that is one form",
    ),
    (
        page(
            f"<div>{paragraphs(*ENGLISH)}</div><div style='display:none'><p>The Kusong plant is no news at "
            "all.</p></div>"
        ),
        ENGLISH,
        ("Kusong",),
        "what is hidden",
    ),
    (
        page(
            f"<div>{paragraphs(*ENGLISH)}</div><div class='userComments'>"
            "<p>I have seen the Kusong plant, and it "
            "is a big one.</p><p>So have I, but in Kilju it was.</p></div>"
        ),
        ENGLISH,
        ("Kusong", "Kilju"),
        "comments by a name in capitals and small letters",
    ),
    (
        page(f"<div id='articleBody' itemprop='articleBody'>{BREAKS_KO}</div>{HEADLINES_KO}", TITLE_KO),
        KOREAN,
        ("구성시", "길주군"),
        "Korean: #articleBody with breaks",
    ),
    (
        page(
            f"{MENU_KO}<div id='newsct_article'><article id='dic_area'>{BREAKS_KO}</article></div>"
            f"<div class='media_end_linked'>{HEADLINES_KO}</div>",
            TITLE_KO,
        ),
        KOREAN,
        ("구성시", "길주군"),
        "Korean: portal with the article in an element of its own",
    ),
    (
        page(
            f"{MENU_KO}<div class='article_view'><section>{paragraphs(*KOREAN)}</section></div>{SHARE_KO}"
            f"{HEADLINES_KO}",
            TITLE_KO,
        ),
        KOREAN,
        ("구성시", "공유", "카카오톡"),
        "Korean: .article_view, share buttons",
    ),
    (
        page(
            f"<div id='article-view-content-div'>{''.join(f'<div>{text}</div>' for text in KOREAN)}"
            f"{NOTICE_KO}"
            f"</div>{HEADLINES_KO}",
            TITLE_KO,
        ),
        KOREAN,
        ("구성시", "무단전재"),
        "Korean: a division for each paragraph, notice of the paper",
    ),
    (
        page(
            f"<div class='news_cnt_detail_wrap'>{KO1}<br><br><div class='ad'>광고</div>{KO2}<br><br>"
            f"<div><b>[관련기사]</b><br><a href='/1'>구성시 공장 건설</a></div>{KO3}</div>",
            TITLE_KO,
        ),
        KOREAN,
        ("구성시", "관련기사", "광고"),
        "Korean: bare text with an advertisement and links inside",
    ),
    (
        page(
            f"<div class='a'><span>{KO1}</span></div><div class='a'><span>{KO2}</span></div>"
            f"<div class='a'><span>{KO3}</span></div>{HEADLINES_KO}",
            TITLE_KO,
        ),
        KOREAN,
        ("구성시", "길주군"),
        "Korean: spans in divisions",
    ),
    (
        page(
            f"<div class='wrap'><div class='view'><strong>{KO1}</strong><br>{KO2}<br>{KO3}</div>"
            f"<ul class='list'>{'<li>구성시 소식: 공장이 들어섰다</li>' * 9}</ul></div>",
            TITLE_KO,
        ),
        KOREAN,
        (),
        "Korean: strong lead, then breaks",
    ),
    (
        page(
            "<div class='photo'><div class='img_desc'>"
            f"{KO1} [국내에서만 사용가능. 재배포 금지.]</div></div>{HEADLINES_KO}",
            TITLE_KO,
        ),
        (KO1,),
        ("구성시",),
        "Korean: a page of a picture, whose legend is all its text",
    ),
    (
        page(
            "<div id='content'><p>据朝中社报道，平安南道成川郡地方工业工厂竣工仪式3日隆重举行。</p>"
            "<p>道和郡的干部、居民参加了"
            "竣工仪式，并参观了各个车间。</p><p>演讲者们强调，要管好设备，不断提高产品质量，满足居民的需求。</p></div>"
            "<div><h4>相关新闻</h4><ul><li><a href='/1'>龟城市工厂</a></li></ul></div>",
            "成川郡工厂竣工",
        ),
        ("成川郡地方工业工厂", "参观了各个车间", "不断提高产品质量"),
        ("龟城市",),
        "Chinese, with links to other stories",
    ),
    (
        page(
            "<div class='honbun'>朝鮮中央通信によると、平安南道の成川郡で3日、地方工業工場の"
            "竣工式が行われた。"
            "<br><br>道と郡の"
            "幹部や住民が参加し、式の後で各職場を見て回った。<br><br>演説では、設備をよく管理し製品の質を高めることが強調された。"
            "</div><div class='kanren'><p>関連記事</p><p><a href='/1'>亀城市の工場</a></p></div>",
            "成川郡で竣工式",
        ),
        ("成川郡で3日", "各職場を見て回った", "強調された"),
        ("亀城市",),
        "Japanese, with links to other stories",
    ),
    (
        page(f"<div><p>{FIRST}<p>{SECOND}<div><b>{THIRD}</div></i></span></td>"),
        ENGLISH,
        (),
        "tags that are not closed, or never opened",
    ),
    (
        page("<div>" * 300 + paragraphs(*ENGLISH)),
        ENGLISH,
        (),
        "deep nesting",
    ),
    (
        page(f"<p>\u202e{FIRST}\u202c</p><p>\x00{SECOND}\x01\ufffd</p><p>{THIRD}&#0;&#1;&#x1f;</p>"),
        ENGLISH,
        ("\x00", "\x01"),
        "direction marks, NUL and control characters",
    ),
    (
        f"<!DOCTYPE html [<!ENTITY a 'Kusong'><!ENTITY b '&a;&a;'><!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
        f"<html><body>{paragraphs(*ENGLISH)}<p>&b;&f;</p></body></html>",
        ENGLISH,
        ("KusongKusong",),
        "entities that a page declares are not expanded",
    ),
]


@pytest.mark.parametrize(("html", "held", "left_out", "why"), PAGES, ids=[case[3] for case in PAGES])
def test_the_article_of_a_page(html: str, held: tuple[str, ...], left_out: tuple[str, ...], why: str) -> None:
    text = body_of(html)
    assert [part for part in held if part not in text] == [], f"{why}: {text}"
    assert [part for part in left_out if part in text] == [], f"{why}: {text}"


@pytest.mark.parametrize(
    ("html", "why"),
    [
        (page("<ul>" + "<li><a href='/1'>Kusong plant opens its doors</a></li>" * 40 + "</ul>"), "headlines"),
        (page("<nav>Home</nav><p>Loading ...</p>"), "nothing but a menu"),
        (page("<div>" * 30_000 + paragraphs(*ENGLISH)), "nested deeper than is read"),
        (page(f"<p>{FIRST}</p>" * 12_000), "longer than an article can be"),
    ],
    ids=["headlines", "menu", "too deep", "too long"],
)
def test_a_page_without_an_article_has_a_reason(html: str, why: str) -> None:
    with pytest.raises(InputError) as caught:
        read_page(html, "p.html")
    assert "save the article" in str(caught.value), why
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + paragraphs(*ENGLISH),
        "<table><tr><td>" * 3_000 + paragraphs(*ENGLISH),
        paragraphs(*ENGLISH) + "<div class=comment>hi <a>x</a></div>" * 20_000,
        paragraphs(*ENGLISH) + "<table><tr><td>a</td><td>b</td></tr></table>" * 8_000,
        paragraphs(*ENGLISH) + "<div><div>Related</div><p><a>a b</a></p></div>" * 8_000,
        "<script>" + "var a = 1;" * 900_000 + "</script>" + paragraphs(*ENGLISH),
        "<" * 200_000 + paragraphs(*ENGLISH),
        paragraphs(*ENGLISH) + "<p>" * 50_000 + "<!--" * 50_000,
    ],
    ids=["deep", "deep tables", "comments", "tables", "related", "9 MB of script", "brackets", "open tags"],
)
def test_large_and_broken_pages_end_in_time(tmp_path: Path, html: str) -> None:
    path = tmp_path / "p.html"
    path.write_text(page(html), encoding="utf-8")
    begun = time.process_time()
    ((record, _),) = read_articles([path])
    assert time.process_time() - begun < 15
    assert record.status == "read" or "save the article" in record.reason


MARKUP = st.sampled_from(
    "<p> </p> <br> <li> <ul> </ul> <td> <tr> <table> </table> <pre> </pre> <dt> <dd> <a> </a> <div> </div>"
    " <!--x--> &amp; &#0; <h2> < >".split()
)
WORDS = st.sampled_from(
    [FIRST, KO1, "Related", "관련기사", "- item", "x", "\x00", "\u202e", "\ufffd", "\n\n", "다."]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(MARKUP, WORDS, st.text(max_size=5)), max_size=30).map("".join))
def test_any_page_is_read_or_refused_with_sections_inside_its_text(html: str) -> None:
    try:
        document = read_page(f"<body>{html}", "p.html")
    except InputError:
        return
    edges = [edge for section in document.sections for edge in (section.start, section.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(document.text) for edge in edges)
    assert "\x00" not in document.text
    assert read_page(f"<body>{html}", "p.html") == document, "the same page gives the same text"
