"""Rows of tables and of news services: names of columns, values of any shape, rows that are left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geo.articles import read_articles
from geo.models import Document, InputRecord

WORDS = "A plant for soap was inaugurated in Songchon County on February 3."
KOREAN = "성천군에서 지방공업공장 준공식이 3일 진행되였다."


def read(folder: Path, name: str, content: str) -> tuple[InputRecord, tuple[Document, ...]]:
    (folder / name).write_text(content, encoding="utf-8")
    (result,) = read_articles([folder / name])
    return result


def told(document: Document) -> dict[str, str | None]:
    """What is known of an article, as far as anything is."""
    known = {
        "title": document.title,
        "day": document.published_on,
        "publisher": document.publisher,
        "url": document.url,
        "body": "".join(
            document.text[one.start : one.end] for one in document.sections if one.kind == "body"
        ),
    }
    return {name: value for name, value in known.items() if value}


PLAIN = {"title": "Plant opens", "day": "2025-02-04", "publisher": "Some News", "url": "https://n.example/1"}
FULL = PLAIN | {"body": WORDS}

OBJECTS: list[tuple[str, Any, dict[str, str]]] = [
    (
        "a news service: day and source of its own form, a text that it has cut",
        {
            "source": {"id": None, "name": "Some News"},
            "author": "A. Writer",
            "title": "Plant opens",
            "description": "A plant.",
            "url": "https://n.example/1",
            "publishedAt": "2025-02-04T03:00:00+09:00",
            "content": f"{WORDS} [+1234 chars]",
        },
        FULL,
    ),
    (
        "the same without content: what describes it",
        {"source": {"name": "Some News"}, "title": "Plant opens", "description": WORDS, "content": None},
        {"title": "Plant opens", "publisher": "Some News", "body": WORDS},
    ),
    (
        "trafilatura: source is the address",
        {
            "title": "Plant opens",
            "author": None,
            "hostname": "n.example",
            "date": "2025-02-04",
            "fingerprint": "a1b2",
            "id": None,
            "raw_text": "A plant",
            "text": WORDS,
            "source": "https://n.example/1",
            "source-hostname": "Some News",
            "excerpt": "",
        },
        FULL,
    ),
    (
        "a site's name comes before that of its machine",
        {"text": WORDS, "hostname": "www.n.example", "sitename": "Some News"},
        {"publisher": "Some News", "body": WORDS},
    ),
    ("only the machine", {"text": WORDS, "hostname": "n.example"}, {"publisher": "n.example", "body": WORDS}),
    (
        "a crawler: its own names for day and site",
        {
            "date_download": "2025-03-01",
            "date_publish": "2025-02-04 03:00:00",
            "maintext": WORDS,
            "source_domain": "n.example",
        },
        {"day": "2025-02-04", "publisher": "n.example", "body": WORDS},
    ),
    (
        "a chat: words with formatted ones between them",
        {"id": 7, "date": "2025-02-04T03:00:00", "text": [{"type": "bold", "text": WORDS[:7]}, WORDS[7:]]},
        {"day": "2025-02-04", "body": WORDS},
    ),
    (
        "a reference manager: the abstract, the paper's name",
        {"Abstract Note": WORDS, "Publication Title": "Some News", "Date": "2025-02-04", "Url": ""},
        {"day": "2025-02-04", "publisher": "Some News", "body": WORDS},
    ),
    (
        "a Korean portal: day and time of writing",
        {"본문": KOREAN, "작성일시": "2025-02-04 오후 3:04:05"},
        {"day": "2025-02-04", "body": KOREAN},
    ),
    (
        "JSON for linked data",
        {
            "@type": "NewsArticle",
            "headline": "Plant opens",
            "articleBody": WORDS,
            "datePublished": "2025-02-04",
            "publisher": {"@type": "Organization", "name": "Some News"},
            "url": "https://n.example/1",
        },
        FULL,
    ),
    (
        "a blog's own service: rendered HTML",
        {
            "date": "2025-02-04T10:00:00",
            "link": "https://n.example/1",
            "title": {"rendered": "Plant opens"},
            "content": {"rendered": f"<p>{WORDS}</p>\n", "protected": False},
            "excerpt": {"rendered": "<p>A plant</p>"},
        },
        {name: value for name, value in FULL.items() if name != "publisher"},
    ),
    (
        "a newspaper's own service: fields inside",
        {
            "webTitle": "Plant opens",
            "webPublicationDate": "2025-02-04T10:00:00Z",
            "webUrl": "https://n.example/1",
            "fields": {"bodyText": WORDS},
        },
        {name: value for name, value in FULL.items() if name != "publisher"},
    ),
    (
        "a search index: the article lies inside",
        {"_index": "news", "_id": "a", "_source": {"title": "Plant opens", "body": WORDS}},
        {"title": "Plant opens", "body": WORDS},
    ),
    (
        "a portal: words that were found are bold, the paper's own address comes first",
        {
            "title": "Plant <b>opens</b>",
            "originallink": "https://n.example/1",
            "link": "https://portal.example/2",
            "description": f"{WORDS}",
            "pubDate": "Tue, 04 Feb 2025 09:00:00 +0900",
        },
        {name: value for name, value in FULL.items() if name != "publisher"},
    ),
    (
        "providers in a list",
        {"title": "Plant opens", "description": WORDS, "provider": [{"name": "Some News"}, {}]},
        {"title": "Plant opens", "publisher": "Some News", "body": WORDS},
    ),
    ("seconds since 1970", {"text": WORDS, "published": 1738650000}, {"day": "2025-02-04", "body": WORDS}),
    ("milliseconds", {"text": WORDS, "publishedAt": 1738650000000}, {"day": "2025-02-04", "body": WORDS}),
    ("a day as a number", {"text": WORDS, "date": 20250204}, {"day": "2025-02-04", "body": WORDS}),
    ("as a broken number", {"text": WORDS, "date": 20250204.0}, {"day": "2025-02-04", "body": WORDS}),
    (
        "a list of paragraphs",
        {"title": "Plant opens", "body": [WORDS, "It makes soap."]},
        {"title": "Plant opens", "body": f"{WORDS}\n\nIt makes soap."},
    ),
    ("NaN is nothing", {"text": WORDS, "title": float("nan"), "source": float("nan")}, {"body": WORDS}),
    ("null and blanks", {"text": WORDS, "title": None, "source": "  ", "url": ""}, {"body": WORDS}),
    ("names of words", {"Full Text": WORDS, "Title-Name": "x"}, {"body": WORDS}),
    ("a title and no text", {"title": "Plant opens", "text": ""}, {"title": "Plant opens"}),
    ("half an emoji", {"title": "Plant \ud83d", "text": WORDS}, {"title": "Plant \ufffd", "body": WORDS}),
    ("a whole one", {"title": "Plant \ud83c\udfed", "text": WORDS}, {"title": "Plant 🏭", "body": WORDS}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "row", "expected"), OBJECTS, ids=[why for why, *_ in OBJECTS])
def test_object(tmp_path: Path, why: str, row: Any, expected: dict[str, str]) -> None:
    (record, (document,)) = read(tmp_path, "n.jsonl", json.dumps(row))
    assert told(document) == expected, why
    assert (record.reason, record.left_out) == ("", 0)
    document.text.encode()


ONE, TWO = {"title": "One", "text": WORDS}, {"title": "Two", "text": KOREAN}

ANSWERS: list[tuple[str, Any, list[str]]] = [
    ("articles", {"status": "ok", "totalResults": 2, "articles": [ONE, TWO]}, ["One", "Two"]),
    ("articles that hold results", {"articles": {"page": 1, "results": [ONE, TWO]}}, ["One", "Two"]),
    ("docs of a response", {"status": "OK", "response": {"docs": [ONE, TWO], "meta": {}}}, ["One", "Two"]),
    ("hits of hits", {"hits": {"total": 2, "hits": [{"_source": ONE}, {"_source": TWO}]}}, ["One", "Two"]),
    ("a portal's items", {"lastBuildDate": "x", "total": 2, "items": [ONE, TWO]}, ["One", "Two"]),
    ("a feed turned to JSON", {"rss": 2, "channel": {"title": "C", "item": [ONE, TWO]}}, ["One", "Two"]),
    ("under names of its own", {"result": 0, "return_object": {"n": 2, "found": [ONE, TWO]}}, ["One", "Two"]),
    ("linked data", {"@context": "x", "@graph": [ONE, TWO]}, ["One", "Two"]),
    ("one of them", {"data": [ONE]}, ["One"]),
    ("one by itself", {"status": 200, "data": ONE}, ["One"]),
    ("none", {"status": "ok", "articles": []}, []),
    ("a list of answers", [{"items": [ONE]}, {"items": [TWO]}], ["One", "Two"]),
    ("an article with pictures", {**ONE, "items": [{"src": "a.png"}]}, ["One"]),
    ("a headline with links", {"title": "One", "results": [{"href": "x"}]}, ["One"]),
]


@pytest.mark.parametrize(("why", "answer", "titles"), ANSWERS, ids=[why for why, *_ in ANSWERS])
@pytest.mark.parametrize("name", ["n.json", "n.jsonl", "n.txt"])
def test_answer_of_a_service(tmp_path: Path, name: str, why: str, answer: Any, titles: list[str]) -> None:
    record, documents = read(tmp_path, name, json.dumps(answer))
    assert [one.title for one in documents] == titles, why
    assert len(set(record.documents)) == len(titles)
    assert record.status == ("read" if titles else "skipped")


def test_title_of_a_feed_in_json_is_the_publisher(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Some News",
        "items": [
            {"url": "https://n.example/1", "title": "Plant opens", "content_html": f"<p>{WORDS}</p>",
             "date_published": "2025-02-04T10:00:00+09:00"},
        ],
    }  # fmt: skip
    _, (document,) = read(tmp_path, "n.json", json.dumps(feed))
    assert told(document) == FULL


HEADERS = [
    ("제목,본문,일자,언론사,URL", "BigKinds"),
    ("제목,내용,날짜,매체,링크", "a clipping service"),
    ("기사 제목,기사내용,발행일,신문사,원문 주소", "with blanks"),
    ("뉴스제목,기사본문,게재일자,매체명,기사URL", "another one"),
    ("标题,正文,发布时间,来源,链接", "simplified Chinese"),
    ("標題,內容,日期,來源,網址", "traditional Chinese"),
    ("タイトル,本文,掲載日,出典,リンク", "Japanese"),
    ("Titel,Inhalt,Datum,Quelle,URL", "German"),
    ("Заголовок,Текст,Дата,Источник,Ссылка", "Russian"),
    ("Headline,Full text,Publication date,Newspaper,Link", "English"),
    ("title,content,published_at,source_name,url", "a service's table"),
    ("title,text,publishedAt,source.name,url", "JSON made a table"),
]


@pytest.mark.parametrize(("header", "why"), HEADERS, ids=[why for _, why in HEADERS])
def test_columns_in_many_languages(tmp_path: Path, header: str, why: str) -> None:
    row = f'Plant opens,"{WORDS}",2025-02-04,Some News,https://n.example/1'
    for content in (
        f"{header}\n{row}\n",
        f"sep=,\r\n{header}\r\n{row}\r\n",
        f"\ufeff{header},,\n{row},,\n",
        f"\n\nMy list\n{header}\n{row}",
    ):
        record, (document,) = read(tmp_path, "n.csv", content)
        assert (told(document), record.reason) == (FULL, ""), why


BARS = f"title|text|date|source|url\nPlant opens|{WORDS}|2025-02-04|Some News|https://n.example/1\n"
TABLES = [
    ("n.csv", BARS, "bars"),
    ("n.csv", BARS.replace("|", "\t"), "tabs under the name of commas"),
    ("n.tsv", BARS.replace("|", ";"), "semicolons under the name of tabs"),
    ("n.csv", "sep=|\n" + BARS, "a line that says so"),
    ("n.csv", '"sep=;"\r\n' + BARS.replace("|", ";"), "the same in quotes"),
    ("n.csv", "News of this week\n\n" + BARS.replace("|", ";"), "a heading above, other delimiters"),
    (
        "n.txt",
        BARS.replace("|", "\t").encode("utf-16").decode("latin-1"),
        "what a spreadsheet calls Unicode text",
    ),
]


@pytest.mark.parametrize(("name", "content", "why"), TABLES, ids=[why for *_, why in TABLES])
def test_delimiters(tmp_path: Path, name: str, content: str, why: str) -> None:
    (tmp_path / name).write_bytes(content.encode("latin-1"))
    ((record, (document,)),) = read_articles([tmp_path / name])
    assert (told(document), record.reason) == (FULL, ""), why


LINES = [
    (f"{json.dumps(ONE)},\n{json.dumps(TWO)},\n", "commas behind them"),
    (f"{json.dumps(ONE)}\r{json.dumps(TWO)}\r", "line ends of old machines"),
    (f"{json.dumps(ONE, indent=2)}\n{json.dumps(TWO, indent=2)}\n", "laid out"),
    (f"[\n{json.dumps(ONE)},\n{json.dumps(TWO)}\n]\n", "an array with a line for each"),
    (f"\n\n  {json.dumps(ONE)}  \n\n{json.dumps(TWO)}", "blanks around"),
    (f"[{json.dumps(ONE)}]\n[{json.dumps(TWO)}]\n", "an array in each line"),
    (f"[{json.dumps(ONE)}, {json.dumps(TWO)}]\n[]\n", "an array with both, and an empty one"),
]


@pytest.mark.parametrize(("content", "why"), LINES, ids=[why for _, why in LINES])
@pytest.mark.parametrize("name", ["n.jsonl", "n.json"])
def test_lines_of_json(tmp_path: Path, name: str, content: str, why: str) -> None:
    (tmp_path / name).write_bytes(content.encode())
    ((record, documents),) = read_articles([tmp_path / name])
    assert ([one.title for one in documents], record.reason) == (["One", "Two"], ""), why


TITLES = [
    ("Kosan", "Kosan County inaugurated its factories.", 2, "a title that begins the first word's name"),
    ("성천군", "성천군에서 지방공업공장 준공식이 진행되였다.", 2, "the same with a Korean ending"),
    ("구성", "구성시에서 지방공업공장 착공식이 진행되였다.", 2, "half a name"),
    ("Factories", "Factories of regional industry were inaugurated.", 2, "a word of the sentence"),
    ("Plant opens", "Plant opens\nIt makes soap.", 1, "a title on a line of its own"),
    ("Plant opens", "\n Plant opens \r\n\r\nIt makes soap.", 1, "with blanks around"),
    ("Plant opens", "Plant opens.\nIt makes soap.", 1, "with a full stop"),
    ("Plant opens", "Plant opens. It makes soap.", 2, "as a sentence of a line"),
    ("Plant opens", "Plant opens", 1, "and nothing more"),
    ("Plant opens", "Plant opens - Some News\nIt makes soap.", 2, "with the name of the paper"),
]


@pytest.mark.parametrize(("title", "text", "times", "why"), TITLES, ids=[why for *_, why in TITLES])
def test_a_title_ends_where_a_line_does(tmp_path: Path, title: str, text: str, times: int, why: str) -> None:
    _, (document,) = read(tmp_path, "n.jsonl", json.dumps({"title": title, "text": text}))
    assert document.text.count(title) == times, why
    assert document.text.endswith(text)
    (first, *rest) = [document.text[one.start : one.end] for one in document.sections]
    assert first == title
    if times == 2:
        assert rest == [text]


LEFT_OUT = [
    ("n.jsonl", '{"text": "One"}\n{"url": "https://n.example/1"}\n', 1, "row 2 has no text, only an address"),
    ("n.csv", f'id,text\n1,"{WORDS}"\n2,In Songchon, on Thursday.\n', 1, "row 2 has 3 cells for 2"),
    ("n.csv", f'id,text\n1,"{WORDS}",,\n', 0, ""),
    ("n.csv", 'id,text,title\n1,One,\n2,,\n3,,Three\n', 1, "row 2 has no text"),
    ("n.csv", 'id,text\n1,One\n"2"x,Two\n', 1, "row 2 is not CSV"),
    ("n.jsonl", '{"text": "One"}\n{broken\n', 1, "row 2 is not JSON (Expecting"),
    ("n.jsonl", '{"text": "One"}\n[1]\n"s"\n1\nnull\n', 4, "row 2 is no JSON object; row 3 is"),
    ("n.jsonl", '{"text": "One"}\n{"text": null}\n{"text": 1e999}\n{"text": 17}\n', 3, "row 2 has no text"),
    ("n.jsonl", '{"text": "One"}\n{"text": ' + "9" * 5000 + "}\n", 1, "row 2 is not JSON (Exceeds"),
    ("n.jsonl", '{"text": "One"}\n' + "[" * 99999 + "\n", 1, "row 2 is not JSON (nested too deeply)"),
    ("n.json", '{"articles": [{"text": "One"}, 7, {"author": "A"}]}', 2, "row 2 is no JSON object; row 3"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "number", "reason"), LEFT_OUT)
def test_rows_left_out_are_counted_and_told(
    tmp_path: Path, name: str, content: str, number: int, reason: str
) -> None:
    record, documents = read(tmp_path, name, content)
    assert documents and record.status == "read"
    assert record.left_out == number
    rows = "1 row" if number == 1 else f"{number} rows"
    assert record.reason.startswith(f"{rows} left out: {reason}" if number else reason)
