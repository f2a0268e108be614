"""Reading articles: kinds of files, encodings, offsets, ids, and what becomes of inputs that are not read."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.articles import read_articles
from geo.articles.textfiles import read_text
from geo.models import Document, InputRecord
from geo.text import decode

ENGLISH = (
    "TITLE: Plant opens in Songchon County\n"
    "DATE: 4 Feb. 2025\n"
    "SOURCE: Some News\n"
    "URL: https://news.example/1\n"
    "ORIGIN: Summary\n"
    "\n"
    "The plant was opened on February 3.\n"
    "\n"
    "It makes soap.\n"
)
KOREAN = (
    "TITLE: 성천군에서 공장 준공\nDATE: 2025년 2월 4일\n\n성천군에서 지방공업공장 준공식이 3일 진행되였다.\n"
)
BODY = (
    "A plant for soap and matches was inaugurated in Songchon County on February 3 with a ceremony.",
    "Officials of the province and people of the county were present and walked through the workshops.",
    "The speakers asked the workers to keep the machines in repair and to raise the quality of the goods.",
)
BODY_KO = (
    "성천군에서 일용품공장 준공식이 3일 건설자들과 주민들이 참가한 가운데 성대하게 진행되였다.",
    "도와 군의 일군들, 주민들이 행사에 참가하였으며 행사가 끝난 다음 공장의 여러 생산현장을 돌아보았다.",
    "연설자들은 종업원들이 설비관리를 잘하고 제품의 질을 끊임없이 높여나가야 한다고 강조하였다.",
)


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def read_all(*paths: Path | str) -> tuple[list[InputRecord], list[Document]]:
    results = list(read_articles(paths))
    return [record for record, _ in results], [document for _, documents in results for document in documents]


def read_one(path: Path) -> Document:
    records, documents = read_all(path)
    assert records[0].status == "read", records
    (document,) = documents
    return document


def parts(document: Document) -> list[tuple[str, str]]:
    return [(section.kind, document.text[section.start : section.end]) for section in document.sections]


# Text files


def test_header_lines_become_fields_and_are_not_read_for_places(tmp_path: Path) -> None:
    document = read_one(write(tmp_path, {"001.txt": ENGLISH}) / "001.txt")
    assert document.id == "001"
    assert (document.title, document.published_on) == ("Plant opens in Songchon County", "2025-02-04")
    assert (document.publisher, document.url, document.origin) == (
        "Some News",
        "https://news.example/1",
        "summary",
    )
    assert document.language == "en"
    assert parts(document) == [
        ("title", "Plant opens in Songchon County"),
        ("body", "The plant was opened on February 3.\n\nIt makes soap."),
    ]


HEADERS = {
    "any order, any case": (
        "date: 2025-02-04\nTitle : A plant opens here\n\nBody.\n",
        "A plant opens here",
        "2025-02-04",
    ),
    "no title": ("DATE: 2025-02-04\n\nThe plant was opened at noon.\nMore.\n", None, "2025-02-04"),
    "no blank line behind": ("TITLE: A plant opens\nBody of the text.\n", "A plant opens", None),
    "empty value": ("TITLE:\nDATE: 2025-02-04\n\nBody.\n", None, "2025-02-04"),
    "blank line between": (
        "TITLE: A plant opens\n\nDATE: 2025-02-04\n\nBody.\n",
        "A plant opens",
        "2025-02-04",
    ),
    "blank line above": ("\n\nTITLE: A plant opens\n\nBody.\n", "A plant opens", None),
    "no header, headline above": (
        "New plant opens in county\n\nIt was opened at noon.\n",
        "New plant opens in county",
        None,
    ),
    "name of the site above": (
        "Site Logo\nNew plant opens in county\n\nIt was.\n",
        "New plant opens in county",
        None,
    ),
    "first line is a sentence": ("The new plant was opened at noon.\n\nPeople came.\n", None, None),
    "one line only": ("New plant opens in county", None, None),
    "korean headline": (
        "성천군에서 지방공업공장 준공\n\n공장이 준공되였다.\n",
        "성천군에서 지방공업공장 준공",
        None,
    ),
    "korean sentence": ("공장의 준공식이 성대하게 진행되였다.\n\n끝.\n", None, None),
    "byline is no headline": ("by Some Old Writer here\n\nThe plant was opened.\n", None, None),
    "label of a page is no header": (
        "TITLE: A plant opens\nSOURCE: Watch\n\nDate: 13/01/2025 | Source: Agency | Read more\n\nBody.\n",
        "A plant opens",
        "2025-01-13",
    ),
}


@pytest.mark.parametrize("name", HEADERS)
def test_header_shapes(name: str) -> None:
    text, title, published_on = HEADERS[name]
    document = read_text(text, "x.txt")
    assert (document.title, document.published_on) == (title, published_on)
    assert all(document.text[one.start : one.end].strip() for one in document.sections)
    if title:
        assert ("title", title) in parts(document)


def test_label_of_a_page_is_no_header_and_its_date_no_part_of_a_sentence() -> None:
    text, *_ = HEADERS["label of a page is no header"]
    document = read_text(text, "x.txt")
    assert "Date: 13/01/2025 |" in document.text
    assert parts(document)[-1][1].startswith("Source: Agency | Read more")


ENCODINGS = {
    "utf-8": ("utf-8", b"", ""),
    "utf-8 with mark": ("utf-8", b"\xef\xbb\xbf", "\ufeff"),
    "utf-16 little endian with mark": ("utf-16-le", b"\xff\xfe", "\ufeff"),
    "utf-16 big endian with mark": ("utf-16-be", b"\xfe\xff", "\ufeff"),
    "utf-16 little endian": ("utf-16-le", b"", ""),
    "utf-16 big endian": ("utf-16-be", b"", ""),
    "cp949": ("cp949", b"", ""),
    "euc-kr": ("euc-kr", b"", ""),
}


@pytest.mark.parametrize("content", [ENGLISH, KOREAN, KOREAN.replace("\n", "\r\n")])
@pytest.mark.parametrize("name", ENCODINGS)
def test_encodings_keep_every_code_point(tmp_path: Path, name: str, content: str) -> None:
    encoding, mark, kept = ENCODINGS[name]
    document = read_one(write(tmp_path, {"a.txt": mark + content.encode(encoding)}) / "a.txt")
    assert document.text == kept + content
    assert document.published_on == "2025-02-04"
    kind, title = parts(document)[0]
    assert kind == "title"
    assert title == document.title != ""


def test_utf8_text_is_what_python_opens(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": b"\xef\xbb\xbf" + KOREAN.replace("\n", "\r\n").encode()}) / "a.txt"
    with path.open(encoding="utf-8", newline="") as file:
        assert read_one(path).text == file.read()


def test_windows_quotes_are_read_and_told(tmp_path: Path) -> None:
    records, documents = read_all(
        write(tmp_path, {"a.txt": b"The leader spoke of a \x93new era\x94 of the county.\n"}) / "a.txt"
    )
    assert "“new era”" in documents[0].text
    assert "Windows-1252" in records[0].reason


def test_damaged_utf8_is_read_and_told(tmp_path: Path) -> None:
    records, documents = read_all(
        write(tmp_path, {"a.txt": (KOREAN * 3).encode()[:-3] + b"\xea\xb0"}) / "a.txt"
    )
    assert documents[0].text.startswith(KOREAN)
    assert "U+FFFD" in records[0].reason


@given(st.text(st.characters(codec="cp949", exclude_characters="\x00"), max_size=80))
def test_korean_text_survives_cp949(text: str) -> None:
    content = KOREAN + "".join(char for char in text if char.isprintable())
    assert decode(content.encode("cp949"))[0] == content


@given(st.text(max_size=300))
def test_sections_lie_in_order_inside_any_text(text: str) -> None:
    document = read_text(text, "x.txt")
    edges = [edge for section in document.sections for edge in (section.start, section.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert document.text == text


PUBLISHERS = [
    ("Pyongyang, February 4 (KCNA) -- A plant was opened.\n", "KCNA"),
    ("A plant was opened.\n\nwww.kcna.kp (2025.02.04.)\n", "KCNA"),
    ("(서울=연합뉴스) 공장이 준공됐다.\n", "Yonhap"),
    ("A plant was opened.\n\n(Yonhap)\n", "Yonhap"),
    ("A plant was opened, the Korean Central News Agency (KCNA) said.\n", None),
    ("SEOUL (Reuters) - A plant was opened, KCNA said.\n", "Reuters"),
    ("A plant was opened.\n", None),
]


@pytest.mark.parametrize(("body", "expected"), PUBLISHERS)
def test_publisher_without_a_header(body: str, expected: str | None) -> None:
    assert read_text("TITLE: A plant is opened\n\n" + body, "x.txt").publisher == expected


# Saved web pages

MENU = "<nav><a href='/'>Home</a><a href='/k'>Kusong munitions plant opens</a></nav>"
ASIDE = (
    "<div class='sidebar'><h3>Most read</h3><ul><li><a href='/1'>Leader in Sinchon County factory</a></li>"
    "<li>2026-03-01 New hospital in Kilju County</li></ul></div>"
)
TODAY = "<div class='top'>March 1, 2026 <span>Seoul 7℃</span></div>"


def page(title: str, article: str, head: str = "", around: str = ASIDE) -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body>{TODAY}{MENU}{article}{around}<footer>Copyright 2026 Kaechon Press</footer></body></html>"
    )


def paragraphs(body: tuple[str, ...]) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in body)


TITLE, TITLE_KO = "Plant opens in Songchon County", "성천군에서 일용품공장 준공"
BREAKS, BREAKS_KO = "<br><br>".join(BODY), "<br /><br />".join(BODY_KO)
PAGES = {
    "blog": page(
        TITLE, f"<article><h1>{TITLE}</h1><p class='date'>February 4, 2025</p>{paragraphs(BODY)}</article>"
    ),
    "news site with metadata": page(
        TITLE,
        f"<div id='content'><h1>{TITLE}</h1>{paragraphs(BODY)}</div>",
        "<meta property='article:published_time' content='2025-02-04T08:10:00+09:00'>"
        "<meta property='og:site_name' content='Some News'><link rel='canonical' href='https://news.example/9'>",
    ),
    "json-ld": page(
        TITLE,
        f"<main><h1>{TITLE}</h1>{paragraphs(BODY)}</main>",
        '<script type="application/ld+json">{"datePublished": "2025-02-04T01:00:00Z"}</script>',
    ),
    "byline": page(
        TITLE, f"<div><h1>{TITLE}</h1><div>By A. Writer04 February 2025</div>{paragraphs(BODY)}</div>"
    ),
    "time element": page(
        TITLE,
        f"<article><h1>{TITLE}</h1><time datetime='2025-02-04'>4 Feb</time>{paragraphs(BODY)}</article>",
    ),
    "time stamp above the headline, site in the title": page(
        f"{TITLE} | Some News",
        f"<div><span>2025.02.04 08:15</span><h1>{TITLE}</h1></div><div>{paragraphs(BODY)}</div>",
    ),
    "aggregator": page(
        TITLE,
        f"<div class='story'><h1>{TITLE}</h1><p>Date: 04/02/2025 | Source: KCNA.kp (En) | Read original</p>"
        f"{paragraphs(BODY)}</div>",
    ),
    "agency, layout table": page(
        TITLE,
        "<table><tr><td>Home<br>Sinchon County news<br>Weather</td>"
        f"<td><b>{TITLE}</b><br><br>Pyongyang, February 4 (KCNA) -- {BREAKS}<br><br>"
        "www.kcna.kp (2025.02.04.)</td>"
        "<td>Latest<br>Kusong munitions plant<br>Kilju paper</td></tr></table>",
        around="",
    ),
    "agency, nested tables": page(
        TITLE,
        f"<table><tr><td><table><tr><td>Kusong</td></tr></table></td></tr><tr><td><table><tr><td>{TITLE}</td></tr>"
        f"<tr><td>{BREAKS}<br><br>(2025.02.04.)</td></tr></table></td></tr></table>",
        around="",
    ),
    "korean news site": page(
        TITLE_KO,
        f"<div class='article'><h2>{TITLE_KO}</h2><p>입력 2025-02-04 09:51</p>{paragraphs(BODY_KO)}</div>",
        around="<div class='ranking'>많이 본 뉴스<ul><li>구성시 공장 2026-03-01</li></ul></div>",
    ),
    "korean agency, layout table": page(
        TITLE_KO,
        "<table><tr><td>구성시<br>길주군</td>"
        f"<td>{TITLE_KO}<br><br>(평양 2월 4일발 조선중앙통신)<br><br>{BREAKS_KO}<br><br>"
        "주체114(2025)년 2월 4일</td></tr></table>",
        around="",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_page(tmp_path: Path, name: str) -> None:
    document = read_one(write(tmp_path, {"p.html": PAGES[name]}) / "p.html")
    korean = "korean" in name
    title, body = (TITLE_KO, BODY_KO) if korean else (TITLE, BODY)
    assert document.title == title
    assert document.published_on == "2025-02-04"
    assert document.language == ("ko" if korean else "en")
    assert parts(document)[0] == ("title", title)
    assert all(paragraph in document.text for paragraph in body)
    for decoy in ("Kusong", "Sinchon", "Kilju", "Kaechon", "구성시", "길주군", "Home"):
        assert decoy not in document.text


def test_page_without_a_date_has_none(tmp_path: Path) -> None:
    text = page(TITLE, f"<article><h1>{TITLE}</h1>{paragraphs(BODY)}</article>")
    assert read_one(write(tmp_path, {"p.html": text}) / "p.html").published_on is None


def test_publisher_and_address_of_a_page(tmp_path: Path) -> None:
    folder = write(
        tmp_path, {"a.html": PAGES["news site with metadata"], "b.html": PAGES["agency, layout table"]}
    )
    first, second = read_all(folder)[1]
    assert (first.publisher, first.url) == ("Some News", "https://news.example/9")
    assert (second.publisher, second.url) == ("KCNA", None)


@pytest.mark.parametrize("declared", ["euc-kr", "ks_c_5601-1987", "CP949"])
def test_korean_page_in_cp949(tmp_path: Path, declared: str) -> None:
    content = PAGES["korean news site"].replace("utf-8", declared).encode("cp949", "replace")
    document = read_one(write(tmp_path, {"p.htm": content}) / "p.htm")
    assert document.title == TITLE_KO
    assert all(paragraph in document.text for paragraph in BODY_KO)


def test_xhtml_page_with_an_xml_declaration(tmp_path: Path) -> None:
    content = '<?xml version="1.0" encoding="utf-8"?>\n' + PAGES["blog"]
    assert read_one(write(tmp_path, {"p.xhtml": content}) / "p.xhtml").title == TITLE


def test_parts_of_a_saved_page_are_not_read(tmp_path: Path) -> None:
    folder = write(tmp_path, {"p.html": PAGES["blog"], "p_files/frame.html": PAGES["byline"]})
    records, documents = read_all(folder)
    assert [document.id for document in documents] == ["p"]
    assert [record.reason for record in records if record.status == "skipped"] == [
        f"parts of the saved page {folder / 'p.html'}"
    ]


# Tables

ROW = {
    "id": "n1",
    "title": TITLE,
    "text": " ".join(BODY),
    "date": "2025-02-04",
    "source": "Some News",
    "url": "https://x.example",
}


def test_json_lines(tmp_path: Path) -> None:
    other = {
        "Headline": TITLE_KO,
        "BODY": " ".join(BODY_KO),
        "Published": "2025.2.4.",
        "origin": "Summary",
        "extra": [1],
    }
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in (ROW, other)) + "\n"
    records, documents = read_all(write(tmp_path, {"news.jsonl": lines}) / "news.jsonl")
    assert [document.id for document in documents] == ["n1", "news-2"] == list(records[0].documents)
    assert [document.path for document in documents] == [
        f"{tmp_path}/news.jsonl#1",
        f"{tmp_path}/news.jsonl#2",
    ]
    assert {document.published_on for document in documents} == {"2025-02-04"}
    first, second = documents
    assert (first.publisher, first.url, first.origin) == ("Some News", "https://x.example", None)
    assert parts(first) == [("title", TITLE), ("body", ROW["text"])]
    assert (second.title, second.language, second.origin) == (TITLE_KO, "ko", "summary")


def test_bad_rows_are_told_by_number_and_stop_nothing(tmp_path: Path) -> None:
    lines = "\n".join(
        [
            json.dumps(ROW),
            '{"text": "broken',
            "",
            "[1, 2]",
            '{"title": "no text"}',
            json.dumps({"text": "Fine."}),
        ]
    )
    records, documents = read_all(write(tmp_path, {"news.ndjson": lines}) / "news.ndjson")
    assert [document.id for document in documents] == ["n1", "news-6"]
    assert records[0].status == "read"
    assert records[0].reason.startswith("3 rows left out: row 2 is not JSON (")
    assert "row 4 is no JSON object; row 5 has no text" in records[0].reason


def test_many_bad_rows_are_counted(tmp_path: Path) -> None:
    records, documents = read_all(write(tmp_path, {"news.jsonl": "oops\n" * 40}) / "news.jsonl")
    assert documents == []
    assert records[0].status == "failed"
    assert records[0].reason.startswith("40 rows left out: row 1 ")
    assert records[0].reason.endswith("and 35 more")


TABLES = {
    "comma": (
        "news.csv",
        'ID,Headline,Content,Published,Link\na,"Plant, new",It was opened.,04/02/2025,https://x.example\n',
    ),
    "semicolon": (
        "news.csv",
        "id;title;text;date;url\na;Plant, new;It was opened.;2025-02-04;https://x.example\n",
    ),
    "tab": (
        "news.tsv",
        "id\ttitle\ttext\tdate\turl\na\tPlant, new\tIt was opened.\t2025-02-04\thttps://x.example\n",
    ),
    "byte order mark and CRLF": (
        "news.csv",
        '\ufeffid,title,text,date,url\r\na,"Plant, new",It was opened.,2025-02-04,https://x.example\r\n',
    ),
    "json array": (
        "news.json",
        '[{"id": "a", "title": "Plant, new", "text": "It was opened.", "date": "2025-02-04", "url": "https://x.example"}]',
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_table(tmp_path: Path, name: str) -> None:
    file, content = TABLES[name]
    document = read_one(write(tmp_path, {file: content}) / file)
    assert (document.id, document.title, document.published_on) == ("a", "Plant, new", "2025-02-04")
    assert (document.url, parts(document)[1]) == ("https://x.example", ("body", "It was opened."))


def test_csv_cells_keep_their_line_ends(tmp_path: Path) -> None:
    content = 'text,id\n"First line.\nSecond, ""quoted"" line.",7\n'
    document = read_one(write(tmp_path, {"a.csv": content}) / "a.csv")
    assert (document.id, document.text) == ("7", 'First line.\nSecond, "quoted" line.')


def test_bad_csv_rows_are_told(tmp_path: Path) -> None:
    content = 'id,text\na,One.\nb,Two.,too,many\nc,\nd,"Three" x\ne,Four.\n'
    records, documents = read_all(write(tmp_path, {"a.csv": content}) / "a.csv")
    assert [document.id for document in documents] == ["a", "e"]
    assert "row 2 has 4 cells for 2 columns; row 3 has no text; row 4 is not CSV" in records[0].reason


def test_unclosed_quote_loses_no_row_silently(tmp_path: Path) -> None:
    records, documents = read_all(
        write(tmp_path, {"a.csv": 'id,text\na,One.\nb,"Two.\nc,Three.\n'}) / "a.csv"
    )
    assert [document.id for document in documents] == ["a"]
    assert "row 2 is not CSV (unexpected end of data)" in records[0].reason


def test_headline_that_opens_the_text_is_not_doubled(tmp_path: Path) -> None:
    row = {"title": TITLE, "text": f"{TITLE}\nIt was opened."}
    document = read_one(write(tmp_path, {"a.jsonl": json.dumps(row)}) / "a.jsonl")
    assert document.text == row["text"]
    assert parts(document) == [("title", TITLE), ("body", "It was opened.")]


# What is not read

REFUSED = {
    "empty.txt": (b"", "skipped", "it is empty"),
    "blank.txt": (b" \r\n\n", "skipped", "it is empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(99), "failed", "it is a PNG picture, not text; save it as"),
    "paper.txt": (b"%PDF-1.7 ...", "failed", "it is a PDF, not text"),
    "zeros.txt": (b"abc\x00\x01\x02\x00def" * 9, "failed", "it is not text"),
    "control.txt": (b"abc\x01\x02\x03\x04\x05" * 9, "failed", "it is not text"),
    "noise.txt": (bytes(range(128, 256)) * 9, "failed", "its encoding is none of UTF-8, UTF-16, CP949"),
    "scan.pdf": (b"%PDF-1.7", "skipped", "unknown kind .pdf; save the article as one of .txt"),
    "noname": (b"text", "skipped", "unknown kind without a suffix"),
    ".hidden.txt": (b"text", "skipped", "a hidden file or folder is not read"),
    "plain.html": (b"no markup here", "failed", "it holds no HTML"),
    "menu.html": (b"<html><body><nav>Home</nav></body></html>", "failed", "no article text was found in it"),
    "other.csv": (
        b"name,population\nx,1\n",
        "failed",
        "no column for the text; its columns are name, population",
    ),
    "bare.csv": (b"id,text\n", "skipped", "it has no rows"),
    "broken.json": (b'{"text": ', "failed", "it is not JSON"),
    "none.jsonl": (b"\n\n", "skipped", "it is empty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_file_has_a_reason_and_stops_nothing(tmp_path: Path, name: str) -> None:
    content, status, reason = REFUSED[name]
    folder = write(tmp_path, {name: content, "good.txt": ENGLISH})
    records, documents = read_all(folder)
    refused = next(record for record in records if record.path.endswith(name))
    assert (refused.status, refused.documents) == (status, ())
    assert refused.reason.startswith(reason)
    assert "\n" not in refused.reason
    assert [document.id for document in documents] == ["good"]


def test_missing_path_is_failed(tmp_path: Path) -> None:
    records, _ = read_all(tmp_path / "nowhere", tmp_path)
    assert [(record.status, record.reason) for record in records] == [
        ("skipped", "the folder is empty"),
        ("failed", "no such file or folder; check the spelling"),
    ]


def test_unreadable_file_is_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, {"a.txt": ENGLISH, "b.txt": KOREAN})
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    records, documents = read_all(folder)
    assert (records[0].status, [document.id for document in documents]) == ("failed", ["b"])
    assert records[0].reason == "it cannot be opened (Permission denied); check its permissions"


def test_links_are_followed_and_loops_end(tmp_path: Path) -> None:
    folder = write(tmp_path, {"in/a.txt": ENGLISH, "in/deep/b.txt": KOREAN})
    (folder / "in" / "deep" / "loop").symlink_to(folder / "in")
    (folder / "in" / "again.txt").symlink_to(folder / "in" / "a.txt")
    (folder / "in" / "dangling.txt").symlink_to(folder / "gone.txt")
    (folder / "in" / "self.txt").symlink_to(folder / "in" / "self.txt")
    records, documents = read_all(folder / "in")
    assert len(documents) == 2
    assert sorted(record.reason for record in records if record.status != "read") == [
        "a link to nothing",
        "a link to nothing",
        f"the same file as {folder / 'in' / 'a.txt'}",
        f"the same folder as {folder / 'in'}",
    ]


# Order and ids


def test_result_does_not_depend_on_the_order_of_the_paths(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        {
            "x/001.txt": ENGLISH,
            "y/001.txt": KOREAN,
            "y/002.html": PAGES["blog"],
            "y/rows.jsonl": json.dumps({"id": "001", "text": "One."}) + "\n" + json.dumps({"text": "Two."}),
            "z/rows.jsonl": json.dumps({"id": "001", "text": "Three."}),
        },
    )
    paths = [folder / "x", folder / "y", folder / "z", folder / "y" / "001.txt"]
    results = [list(read_articles(order)) for order in itertools.permutations(paths)]
    assert all(result == results[0] for result in results)
    ids = [document.id for _, documents in results[0] for document in documents]
    assert ids == ["x/001", "y/001", "002", "001", "y/rows-2", "z/rows/001"]


IDS = [
    (["a.txt", "b.txt"], ["a", "b"]),
    (["x/a.txt", "y/a.txt", "y/b.txt"], ["x/a", "y/a", "b"]),
    (["p/x/a.txt", "q/x/a.txt", "q/y/a.txt"], ["p/x/a", "q/x/a", "y/a"]),
    (["x/a.txt", "x/a.html"], ["a.html", "a.txt"]),
    (["x/a.txt", "x/a.html", "y/a.txt"], ["a.html", "a.txt", "a"]),
]


@pytest.mark.parametrize(("files", "ids"), IDS)
def test_ids_of_files(tmp_path: Path, files: list[str], ids: list[str]) -> None:
    folder = write(tmp_path, dict.fromkeys(files, PAGES["blog"]))
    assert [document.id for document in read_all(folder)[1]] == ids


def test_rows_with_the_same_id_stay_apart(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": "a", "text": f"Text {number}."}) for number in range(4))
    documents = read_all(write(tmp_path, {"a.jsonl": lines, "a.txt": ENGLISH}))[1]
    ids = [document.id for document in documents]
    assert len(set(ids)) == 5
    assert "a.txt" in ids


def test_files_are_read_one_by_one(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.txt": ENGLISH, "b.txt": KOREAN})
    results = read_articles([folder])
    next(results)
    (folder / "b.txt").write_text(ENGLISH, encoding="utf-8")
    assert next(results)[1][0].language == "en"


def test_import_loads_no_parser() -> None:
    code = "import sys, geo.articles; print(sorted({'lxml', 'trafilatura', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
