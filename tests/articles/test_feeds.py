"""Feeds: RSS of several versions and Atom, and what is not to be believed in them."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from geo.articles import read_articles
from geo.models import Document, InputRecord

WORDS = "A plant for soap was inaugurated in Songchon County on February 3."
MORE = "Officials of the province walked through the workshops."


def rss(item: str, channel: str = "<title>Some News</title><link>https://n.example</link>") -> str:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"{SPACES}>'
    return f"{head}<channel>{channel}{item}</channel></rss>"


SPACES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
)
LATE = "<pubDate>Tue, 04 Feb 2025 09:00:00 +0900</pubDate>"
USUAL = f"<title>Plant opens</title><link>https://n.example/1</link>{LATE}"


def atom(entry: str, feed: str = "<title>Some News</title>") -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{feed}<entry>{entry}</entry></feed>'


def read(path: Path, content: str | bytes) -> tuple[InputRecord, tuple[Document, ...]]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (result,) = read_articles([path])
    return result


FEEDS: list[tuple[str, str | bytes]] = [
    (
        "escaped HTML in the description",
        rss(
            f"<item>{USUAL}<description>&lt;p&gt;{WORDS}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</description></item>"
        ),
    ),
    (
        "HTML in a section of characters",
        rss(f"<item>{USUAL}<description><![CDATA[<p>{WORDS}</p><p>{MORE}</p>]]></description></item>"),
    ),
    (
        "the full text beside a short one",
        rss(
            f"<item>{USUAL}<description>A plant.</description>"
            f"<content:encoded><![CDATA[<p>{WORDS}</p><p>{MORE}</p>]]></content:encoded></item>"
        ),
    ),
    (
        "what a publishing system adds is no text",
        rss(
            f"<item>{USUAL}<description><![CDATA[<p>{WORDS}</p><p>{MORE}</p>"
            "<p>The post <a href='x'>Plant opens</a> appeared first on Some News.</p>]]>"
            "</description></item>"
        ),
    ),
    (
        "pictures with titles of their own, a day of another kind",
        rss(
            "<item><media:content url='a.png'><media:title>No</media:title></media:content><media:title>No"
            "</media:title><title>Plant opens</title><link>https://n.example/1</link>"
            f"<dc:date>2025-02-04T09:00:00+09:00</dc:date><description>{WORDS}\n\n{MORE}</description></item>"
        ),
    ),
    (
        "the address only as an identifier, the paper named by the item",
        rss(
            '<item><title>Plant opens</title><guid isPermaLink="true">https://n.example/1</guid>'
            f"{LATE}<source url='https://n.example'>Some News</source>"
            f"<description>{WORDS}\n\n{MORE}</description></item>",
            "<title>News portal: soap</title>",
        ),
    ),
    (
        "RSS 1.0: items beside the channel",
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        f"{SPACES}><channel><title>Some News</title></channel><item><title>Plant opens</title>"
        f"<link>https://n.example/1</link><dc:date>2025-02-04</dc:date><description>{WORDS}\n\n{MORE}"
        "</description></item></rdf:RDF>",
    ),
    (
        "Atom with escaped HTML",
        atom(
            "<title type='html'>Plant &lt;b&gt;opens&lt;/b&gt;</title>"
            "<link rel='replies' href='https://n.example/c'/><link href='https://n.example/1'/><published>2025-02-04T09:00:00+09:00</published>"
            "<updated>2025-02-09T09:00:00Z</updated><summary>A plant.</summary>"
            f"<content type='html'>&lt;p&gt;{WORDS}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</content>"
        ),
    ),
    (
        "Atom with elements of HTML",
        atom(
            "<title>Plant opens</title><link rel='alternate' href='https://n.example/1'/>"
            "<updated>2025-02-04T09:00:00+09:00</updated><content type='xhtml'>"
            f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}</p><p>{MORE}</p></div></content>'
        ),
    ),
    (
        "Atom with elements of HTML under a prefix, the feed named by the entry",
        atom(
            "<title>Plant opens</title><link href='https://n.example/1'/>"
            "<updated>2025-02-04T09:00:00+09:00</updated><source><title>Some News</title></source>"
            "<content type='xhtml'>"
            f'<x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>{WORDS}</x:p><x:p>{MORE}</x:p></x:div></content>',
            "<title>A planet of feeds</title>",
        ),
    ),
    (
        "not well-formed: a stray sign, an unknown entity",
        rss(
            f"<item>{USUAL}<description>{WORDS}\n\n{MORE}</description></item>"
            "<item><title>Fish & soap&nbsp;&unknown;</title></item>"
        ),
    ),
    (
        "in UTF-16 with a mark",
        rss(f"<item>{USUAL}<description>{WORDS}\n\n{MORE}</description></item>").encode("utf-16"),
    ),
    ("blank lines above", "\n\n" + rss(f"<item>{USUAL}<description>{WORDS}\n\n{MORE}</description></item>")),
]


@pytest.mark.parametrize(("why", "content"), FEEDS, ids=[why for why, _ in FEEDS])
@pytest.mark.parametrize("suffix", [".xml", ".html"])
def test_item(tmp_path: Path, suffix: str, why: str, content: str | bytes) -> None:
    record, (document, *_) = read(tmp_path / f"feed{suffix}", content)
    assert document.text == f"Plant opens\n\n{WORDS}\n\n{MORE}", why
    assert (document.published_on, document.publisher) == ("2025-02-04", "Some News")
    assert document.url == "https://n.example/1"
    assert (document.id, document.path) == ("feed-1", f"{record.path}#1")
    assert record.reason == ""


def test_items_of_titles_only_and_of_nothing(tmp_path: Path) -> None:
    items = "<item><title>One</title></item><item></item><item><description>Two</description></item>"
    record, documents = read(tmp_path / "feed.xml", rss(items))
    assert [(one.id, one.title, one.text) for one in documents] == [
        ("feed-1", "One", "One"),
        ("feed-3", None, "Two"),
    ]
    assert (record.left_out, record.reason) == (1, "1 row left out: row 2 has no text")


def test_korean_feed_in_its_own_encoding(tmp_path: Path) -> None:
    content = rss("<item><title>공장 준공</title><description>성천군에서 준공되였다.</description></item>")
    for name in ("euc-kr", "cp949"):
        encoded = content.replace("UTF-8", name).encode(name)
        _, (document,) = read(tmp_path / "feed.xml", encoded)
        assert document.text == "공장 준공\n\n성천군에서 준공되였다."


def test_entities_of_a_feed_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("a secret", encoding="utf-8")
    address = (tmp_path / "secret.txt").as_uri()
    kind = f'<!DOCTYPE rss [<!ENTITY own SYSTEM "{address}"><!ENTITY more "&own;&own;">]>'
    item = f"<item><title>One</title><description>{WORDS} &own; &more;</description></item>"
    _, documents = read(tmp_path / "feed.xml", rss(item).replace("<rss", f"{kind}<rss"))
    assert all("a secret" not in document.text for document in documents)
    assert documents[0].text.startswith(f"One\n\n{WORDS}")


def test_entities_that_grow_are_not_resolved(tmp_path: Path) -> None:
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    kind = f'<!DOCTYPE rss [<!ENTITY e0 "soap">{names}]>'
    _, documents = read(
        tmp_path / "feed.xml", rss("<item><title>One &e11;</title></item>").replace("<rss", f"{kind}<rss")
    )
    assert all(len(document.text) < 100 for document in documents)


def test_nothing_is_fetched(tmp_path: Path) -> None:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    kind = f'<!DOCTYPE rss SYSTEM "{address}/type.dtd" [<!ENTITY % p SYSTEM "{address}/p.dtd">%p;]>'
    try:
        content = rss(f"<item><title>One</title><description>{WORDS}</description></item>")
        _, documents = read(tmp_path / "feed.xml", content.replace("<rss", f"{kind}<rss"))
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []
    assert len(documents) == 1
