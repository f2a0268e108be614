"""Each way in which a server misbehaves: what is told, and that the page beside it is saved all the same."""

from __future__ import annotations

import gzip
import ssl
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import trustme

from tests.fetching.conftest import Fetch
from tests.fetching.serving import (
    Server,
    abruptly,
    answer,
    at_last,
    endlessly,
    page,
    silently,
    slowly,
)

GOOD = answer(page())
ITEM = "<item><title>DPRK</title><link>{}</link></item>"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><rss><channel><title>DPRK</title><item><title>&i;</title><link>/good</link></item></channel></rss>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]><rss><channel>'
    "<title>DPRK</title><item><title>&f;</title><link>/&f;/good</link></item></channel></rss>"
)
BOMB = gzip.compress(b"<html>" + b" " * 3_000_000)
SITEMAP = gzip.compress(b"<urlset>" + b" " * 3_000_000)

WAYS = {
    # time
    "never answers": (silently, "failed", "did not answer within 0.5 seconds"),
    "drips its headers": (slowly(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 1000), "failed", "within 0.5 seconds"),
    "drips its content": (slowly(b"x" * 1000, answer(length=1000)), "failed", "within 0.5 seconds"),
    "goes on answering 102": (endlessly(b"", b"HTTP/1.1 102 Processing\r\n\r\n"), "failed", "within 0.5"),
    # size
    "says it is huge": (answer(length=10**9), "refused", "larger than 0.2 MB"),
    "is endless": (endlessly(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 9999), "refused", "larger than 0.2 MB"),
    "sends chunks for ever": (
        endlessly(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"3e8\r\n" + b"a" * 1000 + b"\r\n"
        ),
        "refused",
        "larger than 0.2 MB",
    ),
    "has endless headers": (
        endlessly(b"HTTP/1.1 200 OK\r\n", b"X-A: " + b"a" * 900 + b"\r\n"),
        "failed",
        "HTTP",
    ),
    "is a packed bomb": (answer(BOMB, Content_Encoding="gzip"), "refused", "unpacks to more than 0.2 MB"),
    "is a sitemap that is a bomb": (answer(SITEMAP), "refused", "unpacks to more than 0.2 MB"),
    "is a bomb packed twice": (
        answer(gzip.compress(SITEMAP), Content_Encoding="gzip"),
        "refused",
        "unpacks to more than 0.2 MB",
    ),
    # cut off
    "hangs up at once": (lambda *_: None, "failed", "cut off"),
    "resets": (abruptly, "failed", "connection broke"),
    "is cut off": (answer(page(), length=5000), "failed", "cut off"),
    "is cut off in a chunk": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc",
        "failed",
        "cut off",
    ),
    "is cut off in its gzip": (
        answer(gzip.compress(page())[:-20], Content_Encoding="gzip"),
        "failed",
        "gzip ends too early",
    ),
    # no HTTP
    "speaks something else": (b"220 mail ESMTP\r\n\r\n", "failed", "does not speak HTTP"),
    "has an impossible length": (answer(page(), Content_Length="-5"), "failed", "does not speak HTTP"),
    "has two lengths": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        "failed",
        "does not speak HTTP",
    ),
    # packing and encoding
    "has damaged gzip": (
        answer(b"\x1f\x8b\x08nonsense", Content_Encoding="gzip"),
        "failed",
        "gzip is damaged",
    ),
    "packs as nobody asked": (answer(b"\x0b\x02\x80", Content_Encoding="br"), "failed", "not asked for (br)"),
    "packs in zlib": (answer(zlib.compress(page()), Content_Encoding="deflate"), "failed", "(deflate)"),
    "is no text": (answer(b"<html>\x00\x01\x02\x03" + bytes(range(256)) * 9), "refused", "not text"),
    "is a picture called HTML": (answer(b"\x89PNG\r\n\x1a\n" + b"\x00" * 90), "refused", "a PNG"),
    # redirects
    "redirects to itself": (answer(status="302 Found", Location="/way"), "failed", "in a circle"),
    "redirects on and on": (answer(status="301 Moved", Location="/1"), "failed", "more than 5 redirects"),
    "redirects to nowhere": (answer(status="302 Found"), "failed", "to nowhere"),
    "redirects to a file": (
        answer(status="302 Found", Location="file:///etc/passwd"),
        "refused",
        "scheme is file",
    ),
    "redirects to what is no address": (
        answer(status="302 Found", Location="http://[::1"),
        "refused",
        "no address",
    ),
    "redirects with a password": (
        answer(status="302 Found", Location="http://a:b@127.0.0.1/"),
        "refused",
        "a name or a password",
    ),
    # statuses
    "is gone": (answer(status="410 Gone"), "failed", "410 Gone"),
    "wants a login": (answer(status="401 Unauthorized"), "refused", "asks for a login"),
    "wants money": (answer(status="402 Payment Required"), "refused", "asks for a payment"),
    "forbids": (answer(status="403 Forbidden"), "refused", "asks for a permission"),
    "is blocked by law": (answer(status="451 Unavailable"), "refused", "court"),
    "is broken": (answer(status="500 Internal Server Error"), "failed", "500 Internal Server Error"),
    "is too busy for long": (
        answer(status="429 Too Many Requests", Retry_After="3600"),
        "failed",
        "asks us to wait 3600 seconds",
    ),
    "is closed until a day": (
        answer(status="503 Unavailable", Retry_After="Fri, 01 Jan 2100 00:00:00 GMT"),
        "failed",
        "asks us to wait",
    ),
    "says 304 unasked": (answer(status="304 Not Modified"), "failed", "nobody had asked"),
    "says 206 unasked": (answer(page(), "206 Partial Content"), "failed", "206"),
    "has a status that is none": (answer(page(), "799 Odd"), "failed", "799"),
    # content
    "is empty": (answer(b" \n "), "failed", "empty page"),
    "has no content": (answer(status="204 No Content", Content_Length=""), "failed", "204"),
    "is a PDF": (answer(b"%PDF-1.7 ...", Content_Type="application/pdf"), "refused", "application/pdf"),
    "is JSON": (answer(b'{"a": 1}', Content_Type="application/json"), "refused", "application/json"),
    "is a download": (answer(page(), Content_Disposition="attachment"), "refused", "to download"),
    "steers a terminal": (answer(status="418 \x9b2J\x1b[31mred"), "failed", "418"),
    # lists
    "is a feed that is none": (answer("<rss>"), "failed", "cannot be read"),
    "is a sitemap that is none": (answer("<urlset><url", Content_Type="text/xml"), "failed", "damaged"),
    "is a feed too large": (answer("<rss>" + " " * 300_000), "refused", "larger than 0.2 MB"),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_a_server_does_is_told_and_the_next_page_is_saved(way: str, server: Server, ask: Fetch) -> None:
    behaviour, status, reason = WAYS[way]
    server.behaviours |= {"/way": behaviour, "/good": GOOD}
    server.behaviours |= {f"/{n}": answer(status="301 Moved", Location=f"/{n + 1}") for n in range(9)}
    if "us to wait" in reason:  # then the whole host is left alone, so the other page comes first
        told = ask(server.at("/good"), server.at("/way"))
    else:
        told = ask(server.at("/way"), server.at("/good"), retries=0)
    by_path = {one.address.rpartition("/")[2]: one for one in told.outcomes}
    assert (by_path["way"].status, by_path["good"].status) == (status, "saved"), by_path
    assert reason in by_path["way"].reason
    assert by_path["way"].reason.isprintable()
    assert by_path["way"].file == "" and by_path["good"].file == "pages-0001.warc.gz"


def test_there_are_thirty_ways_at_least_and_no_two_alike() -> None:
    assert len(WAYS) >= 30
    assert len({(id(behaviour), reason) for behaviour, _, reason in WAYS.values()}) == len(WAYS)


@pytest.mark.parametrize(
    ("bad", "tries"),
    [
        (answer(status="503 Unavailable"), 3),
        (answer(status="429 Too Many Requests", Retry_After="0"), 3),
        (answer(page(), length=5000), 3),
        (answer(status="404 Not Found"), 1),
        (answer(status="403 Forbidden"), 1),
    ],
)
def test_what_may_pass_is_tried_again_and_nothing_else(
    bad: bytes, tries: int, server: Server, ask: Fetch
) -> None:
    server.behaviours["/page"] = at_last(2, GOOD, bad)
    (told,) = ask(server.at("/page")).outcomes
    assert server.paths() == ["/page"] * tries
    assert told.status == ("saved" if tries == 3 else told.status)


def test_a_host_that_only_fails_is_left_alone(server: Server, ask: Fetch) -> None:
    for number in range(9):
        server.behaviours[f"/{number}"] = abruptly
    told = ask(*(server.at(f"/{number}") for number in range(9)), retries=0)
    assert len(server.paths()) == 3
    assert "left alone in this run" in told.outcomes[-1].reason
    assert {one.status for one in told.outcomes} == {"failed"}


@pytest.mark.parametrize("feed", [LAUGHS, OUTSIDE], ids=["entities that grow", "entity of a file"])
def test_a_hostile_feed_opens_no_file_and_comes_to_an_end(feed: str, server: Server, ask: Fetch) -> None:
    server.behaviours |= {"/feed": answer(feed, Content_Type="application/rss+xml"), "/good": GOOD}
    told = ask(server.at("/feed"))
    assert all(path in ("/feed", "/good", "//good") for path in server.paths())
    assert told.outcomes[0].status in ("saved", "failed")


def test_links_of_a_hostile_feed_are_not_all_followed(server: Server, ask: Fetch) -> None:
    links = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//127.0.0.1:1/x",
        "http://a:b@x/",
        "ftp://x/y",
        "/good",
    )
    feed = "<rss><channel><title>DPRK</title>" + "".join(map(ITEM.format, links)) + "</channel></rss>"
    server.behaviours |= {"/feed": answer(feed, Content_Type="text/xml"), "/good": GOOD}
    told = ask(server.at("/feed"), retries=0)
    assert {(one.address, one.status) for one in told.outcomes} == {
        (server.at("/feed"), "saved"),
        (server.at("/good"), "saved"),
        ("http://127.0.0.1:1/x", "failed"),
    }


def test_a_sitemap_that_names_itself_ends(server: Server, ask: Fetch) -> None:
    inner = "".join(f"<sitemap><loc>/map{n}.xml</loc></sitemap>" for n in range(6))
    for number in range(6):
        server.behaviours[f"/map{number}.xml"] = answer(f"<sitemapindex>{inner}</sitemapindex>")
    deep = answer("<sitemapindex><sitemap><loc>/deep</loc></sitemap></sitemapindex>")
    server.behaviours |= {"/deep": deep}
    ask(server.at("/map0.xml"), server.at("/deep"))
    assert sorted(server.paths()) == ["/deep", *(f"/map{number}.xml" for number in range(6))]


def test_lists_inside_lists_end(server: Server, ask: Fetch) -> None:
    for number in range(9):
        loc = f"<sitemap><loc>/{number + 1}</loc></sitemap>"
        server.behaviours[f"/{number}"] = answer(f"<sitemapindex>{loc}</sitemapindex>")
    told = ask(server.at("/0"))
    assert server.paths() == ["/0", "/1", "/2", "/3"]
    assert told.outcomes[-1].status == "refused"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Signs certificates."""
    return trustme.CA()


@pytest.fixture
def secured(
    authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server with a certificate that is trusted."""

    pem = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(str(pem))
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    one = Server({"/good": GOOD}, context=context)
    yield one
    one.close()


def test_a_trusted_certificate_lets_a_page_be_saved(secured: Server, ask: Fetch) -> None:
    (told,) = ask(secured.at("/good")).outcomes
    assert told.status == "saved", told


def test_a_certificate_for_another_name_does_not(secured: Server, ask: Fetch) -> None:
    (told,) = ask(secured.at("/good", "localhost"), retries=0).outcomes
    assert (told.status, "certificate is not trusted" in told.reason) == ("failed", True), told
    assert secured.asked == []


def test_a_certificate_that_nobody_vouches_for_does_not(
    secured: Server, ask: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    (told,) = ask(secured.at("/good")).outcomes
    assert (told.status, "certificate is not trusted" in told.reason) == ("failed", True), told


def test_an_expired_certificate_does_not(secured: Server, authority: trustme.CA, ask: Fetch) -> None:
    old = authority.issue_cert("127.0.0.1", not_after=datetime(2020, 1, 1, tzinfo=UTC))
    assert secured.context
    old.configure_cert(secured.context)
    (told,) = ask(secured.at("/good")).outcomes
    assert (told.status, "expired" in told.reason) == ("failed", True), told


def test_no_encryption_where_some_is_to_be(server: Server, ask: Fetch) -> None:
    (told,) = ask(server.at("/good").replace("http:", "https:"), retries=0).outcomes
    assert (told.status, "no encrypted connection" in told.reason) == ("failed", True), told
