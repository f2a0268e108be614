"""What a file holds is told from its content; its name is a hint. Packed files, lists of addresses."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tarfile
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from geo.articles import read_articles, read_piped
from geo.articles.kinds import SUFFIXES, Kind, kind_of
from geo.articles.packed import unpacked
from geo.errors import InputError


def packed(content: bytes) -> bytes:
    """The content as gzip packs it, the same at any time of the day."""
    return gzip.compress(content, mtime=0)


SENTENCE = "A plant for soap was inaugurated in Songchon County on February 3."
KOREAN = "성천군에서 지방공업공장 준공식이 3일 진행되였다."
ROW = json.dumps({"title": "Plant opens", "text": SENTENCE, "date": "2025-02-04"})
KOREAN_ROW = json.dumps({"제목": "공장 준공", "본문": KOREAN}, ensure_ascii=False)
PRETTY = json.dumps([{"title": "Plant opens", "text": SENTENCE}], indent=2)
CSV = f'title,date,text\nPlant opens,2025-02-04,"{SENTENCE}"\n'
RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Some News</title>'
    f"<item><title>Plant opens</title><description>{SENTENCE}</description></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Some News</title><entry><title>Plant opens</title>'
    f"<content>{SENTENCE}</content></entry></feed>"
)
PAGE = (
    f"<!DOCTYPE html><html><head><title>Plant opens</title></head><body><p>{SENTENCE * 2}</p></body></html>"
)
MAIL = f"From: a@news.example\nTo: b@desk.example\nSubject: Plant opens\nDate: 4 Feb 2025\n\n{SENTENCE}\n"
MHTML = f"From: <Saved by Blink>\r\nSubject: Plant opens\r\nMIME-Version: 1.0\r\n\r\n{PAGE}"
LINKS = "https://news.example/1\nhttps://news.example/2\n"
SITEMAP = '<?xml version="1.0"?>\n<urlset><url><loc>https://news.example/1</loc></url></urlset>'

KINDS: list[tuple[str | bytes, str, Kind, str]] = [
    (ROW + "\n" + ROW, ".jsonl", "jsonl", "what the name says"),
    (ROW + "\n" + ROW, ".json", "jsonl", "several values, one a line"),
    (ROW + "\n" + ROW, ".txt", "jsonl", "downloaded under the name of a text"),
    (ROW + "\r\n\r\n" + ROW, "", "jsonl", "from a pipe, with line ends of Windows and a blank line"),
    ("{broken\n" + ROW, ".txt", "jsonl", "a bad line does not make it a text"),
    ("{broken\n" + ROW, ".jsonl", "jsonl", "nor anything else"),
    (ROW, ".txt", "json", "one object"),
    (PRETTY, ".jsonl", "json", "an array over several lines under the name of JSON Lines"),
    (f"[{ROW}, {ROW}]", ".jsonl", "json", "an array in one line"),
    (f"[{ROW},\n{ROW}]", ".csv", "json", "an array under the name of a table"),
    (PRETTY, ".html", "json", "an answer that a browser saved as a page"),
    ("\ufeff" + ROW + "\n" + ROW, ".txt", "jsonl", "behind a byte order mark"),
    ((ROW + "\n" + ROW).encode("utf-16"), ".txt", "jsonl", "in UTF-16"),
    (KOREAN_ROW + "\n" + KOREAN_ROW, "", "jsonl", "with Korean keys"),
    ("[1] " + SENTENCE, ".txt", "text", "a footnote is no array"),
    ("[1]\n" + SENTENCE, ".txt", "text", "nor is it alone on its line"),
    ("[서울=뉴시스] " + KOREAN, ".txt", "text", "an agency in brackets"),
    ("{note}\n" + SENTENCE, ".txt", "text", "braces without JSON"),
    (CSV, ".csv", "csv", "what the name says"),
    (CSV, ".txt", "csv", "a table under the name of a text"),
    (CSV, ".jsonl", "csv", "a table under the name of JSON Lines"),
    (CSV.replace(",", "\t"), ".txt", "csv", "tabs are found by the reader"),
    ("sep=;\ntitle;text\na;b\n", ".txt", "csv", "the line that spreadsheets write"),
    (
        f"제목,일자,본문\n공장 준공,20250204,{KOREAN}\n".encode("cp949"),
        ".txt",
        "csv",
        "Korean columns in CP949",
    ),
    (CSV.replace(",", "|"), ".txt", "csv", "bars"),
    ("name,place\n" + CSV, ".csv", "csv", "columns that are not known: the name decides"),
    ("Title, date\n" + SENTENCE, ".txt", "csv", "a header of two known columns"),
    ("Title, place and date\n" + SENTENCE, ".txt", "text", "a line with commas is no header"),
    ("Text\n" + SENTENCE, ".txt", "text", "one word is no header"),
    (RSS, ".html", "feed", "a feed under the name of a page"),
    (RSS, ".txt", "feed", "a feed under the name of a text"),
    (ATOM, ".xml", "feed", "Atom"),
    ("\n<!-- made by hand -->\n" + ATOM, ".txt", "feed", "behind a comment"),
    ('<?xml version="1.0"?><rdf:RDF xmlns:rdf="x"></rdf:RDF>', "", "feed", "RSS 1.0"),
    ('<!DOCTYPE rss [<!ENTITY a "b">]>' + RSS[21:], ".txt", "feed", "behind a type with entities"),
    (PAGE, ".txt", "page", "a page under the name of a text"),
    (PAGE, ".csv", "page", "the error page that a download gave"),
    ("<html><body>", ".xml", "page", "a page under the name of a feed"),
    ("HTTP/1.1 200 OK\n\n" + PAGE, ".txt", "page", "behind the headers of a download"),
    (f"<p>{SENTENCE}</p>", ".txt", "page", "a piece of a page"),
    (f"<{SENTENCE}>", ".txt", "text", "a bracket that opens no element"),
    ("<사진> " + KOREAN, ".txt", "text", "a caption in brackets"),
    ("plain", ".html", "page", "without signs the name decides"),
    (MAIL, ".txt", "mail", "a message under the name of a text"),
    (MHTML, ".html", "mail", "an archived page under the name of a page"),
    ("TITLE: Plant opens\nDATE: 2025-02-04\n\n" + SENTENCE, ".txt", "text", "our own header is no message"),
    ("Date: 4 Feb 2025\nSubject: soap\n\n" + SENTENCE, ".txt", "text", "too little for a message"),
    (LINKS, ".txt", "addresses", "a list of addresses"),
    ("# to do\n" + LINKS.replace("\n", "\r\n\r\n"), ".md", "addresses", "with a comment and blank lines"),
    (SITEMAP, ".xml", "addresses", "the map of a site"),
    (LINKS, ".csv", "addresses", "under the name of a table"),
    ("- " + LINKS.replace("\n", "\n1. ", 1), ".md", "addresses", "with bullets and numbers"),
    (json.dumps(LINKS.split()), ".json", "addresses", "as JSON"),
    (ROW + "\r" + ROW, ".txt", "jsonl", "with the line ends of old machines"),
    (PRETTY + "\n" + PRETTY, ".jsonl", "json", "several values that are laid out"),
    (LINKS + SENTENCE, ".txt", "text", "addresses above a text"),
    (b"%PDF-1.7 ...", ".txt", "pdf", "a PDF under another name"),
    (packed(CSV.encode()), ".csv", "gzip", "packed without saying so"),
    (zstandard.compress(CSV.encode()), ".zst", "zstandard", "packed with Zstandard"),
    ("", ".csv", "csv", "nothing at all"),
]


@pytest.mark.parametrize(("content", "suffix", "kind", "why"), KINDS, ids=[why for *_, why in KINDS])
def test_kind_of_a_file(content: str | bytes, suffix: str, kind: Kind, why: str) -> None:
    assert kind_of(content.encode() if isinstance(content, str) else content, suffix) == kind, why


@given(st.binary(max_size=300), st.sampled_from(["", *SUFFIXES]))
def test_any_bytes_have_a_kind(content: bytes, suffix: str) -> None:
    assert isinstance(kind_of(content, suffix), str)


@given(st.text(max_size=300))
def test_a_text_that_begins_with_a_sentence_is_a_text(text: str) -> None:
    assert kind_of(f"{SENTENCE} {text}".replace("<", "").encode(), ".txt") == "text"


def test_a_prologue_of_many_parts_takes_no_time() -> None:
    assert kind_of(b"<??>" * 16000, ".txt") == "text"
    assert kind_of(b"<!-- -->" * 8000 + b"<", ".txt") == "text"
    assert kind_of(b"<!doctype [" * 5000, ".txt") == "text"


def read(path: Path) -> tuple[str, str, list[tuple[str, str | None, str]]]:
    """Status, reason, and id, title and text of the articles of a file."""
    ((record, documents),) = read_articles([path])
    return record.status, record.reason, [(one.id, one.title, one.text) for one in documents]


NAMES = [
    ("news.txt", ROW + "\n" + ROW, ["news-1", "news-2"]),
    ("news.jsonl", f"[{ROW}, {ROW}]", ["news-1", "news-2"]),
    ("news.xml", RSS, ["news-1"]),
    ("news.rss", RSS, ["news-1"]),
    ("news.atom", ATOM, ["news-1"]),
    ("news.html", RSS, ["news-1"]),
    ("news.txt", CSV, ["news-1"]),
    ("news.csv.gz", packed(CSV.encode()), ["news-1"]),
    ("news.CSV.GZ", packed(CSV.encode()), ["news-1"]),
    ("news.gz", packed(CSV.encode()), ["news-1"]),
    (
        "news.jsonl.gz",
        packed(ROW.encode()) + packed(("\n" + ROW).encode()),
        ["news-1", "news-2"],
    ),
    ("news.jsonl", packed(f"{ROW}\n{ROW}".encode()), ["news-1", "news-2"]),
    ("news.xml.zst", zstandard.compress(RSS.encode()), ["news-1"]),
    ("news.jsonl.zst", zstandard.compress(ROW.encode()) + zstandard.compress(b"\n"), ["news-1"]),
    (
        "news.json.zst",
        zstandard.ZstdCompressor(write_content_size=False).compress(PRETTY.encode()),
        ["news-1"],
    ),
    ("news.txt.gz", packed(f"Plant opens in county\n\n{SENTENCE}".encode()), ["news"]),
    ("news.html.gz", packed(PAGE.encode()), ["news"]),
    ("news", PAGE, ["news"]),
    ("articleView.do", "\n" + PAGE, ["articleView"]),
    ("index.html?no=12", PAGE, ["index"]),
    ("news.rdf", RSS, ["news-1"]),
]


@pytest.mark.parametrize(("name", "content", "ids"), NAMES)
def test_files_of_any_name(tmp_path: Path, name: str, content: str | bytes, ids: list[str]) -> None:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    status, reason, articles = read(tmp_path / name)
    assert (status, reason) == ("read", "")
    assert [number for number, _, _ in articles] == ids
    assert all(SENTENCE in text for _, _, text in articles)


def tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"), io.BytesIO())
    return packed(out.getvalue())


REFUSED = [
    (
        "urls.txt",
        LINKS,
        "it holds addresses and no articles; nothing is fetched: save their pages, for instance with",
    ),
    ("list.opml", "<opml><body/></opml>", "it holds addresses and no articles; nothing is fetched"),
    (
        "urls.csv",
        "url,date\nhttps://news.example/1,2025-02-04\n",
        "it holds addresses and no articles (its columns",
    ),
    ("sitemap.xml", SITEMAP, "it holds addresses and no articles; nothing is fetched: save their pages"),
    (
        "sites.csv",
        "name,url\nx,https://news.example/1\n",
        "no column for the text; its columns are name, url",
    ),
    (
        "other.xml",
        "<catalogue><book/></catalogue>",
        "it is XML (catalogue) and no feed; save the article as HTML",
    ),
    ("words.xml", "<words><entry><title>One</title></entry></words>", "it is XML (words) and no feed"),
    ("none.xml", "<rss><channel><title>x</title></channel></rss>", "the feed is empty"),
    ("cut.gz", packed(CSV.encode())[:-12], "it is packed (gzip) and damaged"),
    ("bad.gz", b"\x1f\x8b\x08" + bytes(30), "it is packed (gzip) and damaged"),
    ("bad.zst", b"\x28\xb5\x2f\xfd" + b"\xff" * 30, "it is packed (zstandard) and damaged"),
    ("cut.zst", zstandard.compress(CSV.encode() * 99)[:-9], "it is packed (zstandard) and damaged"),
    ("twice.gz", packed(packed(CSV.encode())), "it is packed twice; unpack it first"),
    ("folder.gz", tar(), "it is a packed folder (tar); unpack it and name the folder"),
    ("void.gz", packed(b""), "it is empty"),
]


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED)
def test_refused_in_one_line(tmp_path: Path, name: str, content: str | bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    status, said, articles = read(tmp_path / name)
    assert status in ("failed", "skipped")
    assert said.startswith(reason)
    assert "\n" not in said and articles == []


def test_a_bomb_ends_at_the_limit() -> None:
    bomb = packed(bytes(50_000_000))
    with pytest.raises(InputError, match="it unpacks to more than 1 MB; unpack and split it"):
        unpacked(bomb, "gzip", largest=1_000_000)
    with pytest.raises(InputError, match="more than 1 MB"):
        unpacked(zstandard.compress(bytes(50_000_000)), "zstandard", largest=1_000_000)
    assert len(unpacked(bomb, "gzip", largest=50_000_000)) == 50_000_000


def test_without_the_library_zstandard_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(InputError, match=r"factorymap\[zstd\]"):
        unpacked(b"\x28\xb5\x2f\xfd", "zstandard")
    assert unpacked(packed(b"a"), "gzip") == b"a"


PIPED = [
    (SENTENCE, ["stdin"]),
    (PAGE, ["stdin"]),
    (ROW + "\n" + ROW, ["stdin-1", "stdin-2"]),
    (CSV, ["stdin-1"]),
    (RSS, ["stdin-1"]),
    (packed(ROW.encode()), ["stdin-1"]),
    (LINKS, []),
]


@pytest.mark.parametrize(("content", "ids"), PIPED)
def test_standard_input_is_of_any_kind(content: str | bytes, ids: list[str]) -> None:
    record, documents = read_piped(content.encode() if isinstance(content, str) else content)
    assert [one.id for one in documents] == ids == list(record.documents)
    assert record.path == "-"
