"""What a fetch saves, asks for, and asks for again."""

from __future__ import annotations

import csv
import gzip
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Literal

import pytest
from warcio.archiveiterator import ArchiveIterator

import geo
from geo.articles import read_articles
from geo.fetching import FetchOptions, fetch
from geo.fetching.addresses import is_public, usual
from geo.fetching.failing import NotFetchedError
from geo.fetching.state import STATE
from geo.fetching.turns import Task, Turns
from geo.text import sole_writer
from tests import ROOT
from tests.fetching.conftest import QUICK, Fetch
from tests.fetching.serving import Asked, Server, answer, page
from tests.killing import forked

LAST = "Sat, 21 Dec 2024 00:10:00 GMT"


def feed(*items: str, title: str = "DPRK") -> str:
    """RSS."""
    return f"<rss version='2.0'><channel><title>{title}</title>{''.join(items)}</channel></rss>"


def item(address: str, title: str = "News", day: str = LAST, about: str = "") -> str:
    """An entry of RSS."""
    said = f"<title>{title}</title><link>{address}</link><description>{about}</description>"
    return f"<item>{said}<pubDate>{day}</pubDate></item>"


def conditional(content: str | bytes, **headers: str) -> object:
    """Content that is sent once, and then only if it is asked for without a condition."""

    def send(server: Server, connection: socket.socket, asked: Asked) -> None:
        known = "if-none-match" in asked.headers or "if-modified-since" in asked.headers
        connection.sendall(answer(status="304 Not Modified", Content_Length="") if known else whole)

    whole = answer(content, **headers)
    return send


@pytest.fixture
def site(server: Server) -> Server:
    """A site with a feed, a sitemap, a list and pages, with and without marks for conditions."""
    for number in range(6):
        server.behaviours[f"/{number}"] = answer(page(f"Work begins {number}"))
    server.behaviours |= {
        "/robots.txt": answer("User-agent: *\nAllow: /\n", Content_Type="text/plain"),
        "/feed": conditional(feed(item("/0"), item("/1?utm_source=rss#top")), ETag='"one"'),
        "/map.xml": conditional(
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            "<url><loc>/2?topic=dprk</loc><lastmod>2024-12-21</lastmod></url></urlset>",
            Content_Type="application/xml",
            Last_Modified=LAST,
        ),
        "/2?topic=dprk": answer(page("Work begins 2")),
        "/list.txt": conditional(f"{server.at('/3')}\n{server.at('/4')}\n", Content_Type="text/plain"),
    }  # type: ignore[dict-item]
    return server


def test_a_second_fetch_makes_only_conditional_requests(site: Server, ask: Fetch) -> None:
    sources = [site.at(path) for path in ("/feed", "/map.xml", "/list.txt", "/5")]
    first = ask(*sources)
    assert first.counts == {"saved": 9}
    site.asked.clear()
    second = ask(*sources)
    assert sorted(site.paths()) == ["/feed", "/list.txt", "/map.xml"]
    for one in site.asked:  # robots.txt is kept for a day, and not asked for at all
        assert "if-none-match" in one.headers or "if-modified-since" in one.headers, one
    assert second.counts == {"unchanged": 3, "already there": 6}
    assert not second.saved


def test_pages_are_asked_again_on_condition_with_refresh(site: Server, ask: Fetch) -> None:
    ask(site.at("/0"))
    site.asked.clear()
    assert ask(site.at("/0"), refresh=True).counts == {"unchanged": 1}, "the same bytes"
    assert "if-modified-since" in site.asked[0].headers
    site.behaviours["/0"] = answer(page("Work ends"), ETag='"two"')
    assert ask(site.at("/0"), refresh=True).counts == {"saved": 1}
    site.behaviours["/0"] = conditional(page())  # type: ignore[assignment]
    assert ask(site.at("/0"), refresh=True).counts == {"unchanged": 1}
    assert site.asked[-1].headers["if-none-match"] == '"two"'


def test_robots_txt_is_asked_again_on_condition_when_it_has_expired(site: Server, ask: Fetch) -> None:
    site.behaviours["/robots.txt"] = conditional(
        "User-agent: *\nDisallow: /1\n", Cache_Control="max-age=0", ETag='"r"'
    )  # type: ignore[assignment]
    ask(site.at("/0"))
    told = ask(site.at("/1"))
    robots = [one for one in site.asked if one.path == "/robots.txt"]
    assert [one.headers.get("if-none-match") for one in robots] == [None, '"r"']
    assert told.outcomes[0].status == "refused", "the rules are those that were kept"


@pytest.mark.parametrize(
    ("robots", "status", "reason"),
    [
        (answer("User-agent: *\nDisallow: /0\n"), "refused", "robots.txt does not allow it"),
        (answer("User-agent: factorymap\nDisallow: /\n\nUser-agent: *\nAllow: /"), "refused", "robots.txt"),
        (answer("User-agent: *\nDisallow: /\n\nUser-agent: factorymap\nAllow: /"), "saved", ""),
        (answer("User-agent: *\nCrawl-delay: 9999\n"), "refused", "asks for 9999 seconds"),
        (answer("no", "404 Not Found"), "saved", ""),
        (answer("no", "403 Forbidden"), "saved", ""),
        (answer("no", "500 Broken"), "failed", "without which nothing is asked for"),
        (answer("no", "429 Slow down"), "failed", "without which nothing is asked for"),
        (b"", "failed", "without which nothing is asked for"),
        (answer(status="302 Found", Location="/robots.txt"), "saved", ""),
        (answer(status="302 Found", Location="/rules"), "refused", "robots.txt does not allow it"),
        (answer("\ufeffUser-agent: *\nDisallow: /0\n"), "refused", "robots.txt does not allow it"),
        (answer("User-agent: *\nDisallow: /0\n" + "#" * 600_000), "refused", "robots.txt does not allow it"),
        (answer(b"\x00\xff<html>" * 99), "saved", ""),
    ],
)
def test_robots_txt_is_obeyed(robots: bytes, status: str, reason: str, site: Server, ask: Fetch) -> None:
    site.behaviours |= {"/robots.txt": robots, "/rules": answer("User-agent: *\nDisallow: /0")}
    (told,) = ask(site.at("/0"), retries=0).outcomes
    assert (told.status, reason in told.reason) == (status, True), told
    assert ("/0" in site.paths()) == (status == "saved")


def test_robots_txt_is_asked_for_once_even_if_it_fails(site: Server, ask: Fetch) -> None:
    site.behaviours["/robots.txt"] = answer("no", "500 Broken")
    ask(*(site.at(f"/{number}") for number in range(6)), retries=1)
    assert [one.path for one in site.asked] == ["/robots.txt"] * 2


PRIVATE = (
    *("127.0.0.1", "localhost", "localhost.", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0"),
    *("[::1]", "[::ffff:127.0.0.1]", "[::ffff:a00:1]", "[fe80::1]", "[fd00::1]", "[64:ff9b::7f00:1]"),
    *("10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1"),
    *("255.255.255.255", "router.local", "db.internal", "[2002:7f00:1::]", "[ff02::1]", "[::]", "198.18.0.1"),
)


@pytest.mark.parametrize("host", PRIVATE)
def test_no_address_inside_a_private_network_is_asked(host: str, server: Server, ask: Fetch) -> None:
    server.behaviours["/"] = answer(page())
    (told,) = ask(f"http://{host}:{server.port}/", allow_private=False, retries=0).outcomes
    assert (told.status, told.retrieved_at) == ("refused", "")
    assert any(why in told.reason for why in ("public network", "private network", "Invalid IPv4"))
    assert server.asked == []


def resolve(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[str]]) -> Counter[str]:
    """Names have these addresses, and what was looked up is counted."""
    asked: Counter[str] = Counter()
    real = socket.getaddrinfo

    def found(host: str, port: int, *more: object, **named: object) -> object:
        asked[host] += 1
        machines = names.get(host, [host])
        return [one for machine in machines for one in real(machine, port, type=socket.SOCK_STREAM)]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    return asked


@pytest.mark.parametrize("machines", [["127.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["::1"]])
def test_no_name_that_leads_into_a_private_network_is_asked(
    machines: list[str], server: Server, ask: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve(monkeypatch, {"news.example": machines})
    (told,) = ask(server.at("/", "news.example"), allow_private=False).outcomes
    assert (told.status, machines[-1] in told.reason) == ("refused", True)
    assert server.asked == []


def test_a_name_is_looked_up_once_for_each_connection_and_that_address_is_used(
    server: Server, ask: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that changes its address between check and connection (DNS rebinding) has no chance to."""
    server.behaviours["/"] = answer(page())
    asked = resolve(monkeypatch, {"news.example": ["127.0.0.1"]})
    (told,) = ask(server.at("/", "news.example")).outcomes
    assert told.status == "saved"
    assert asked["news.example"] == len(server.asked) == 2
    assert server.asked[1].headers["host"] == f"news.example:{server.port}"


def test_no_redirect_leads_into_a_private_network(
    server: Server, ask: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host is public by decree; what it leads to is not."""
    resolve(monkeypatch, {"news.example": ["127.0.0.1"]})
    monkeypatch.setattr("geo.fetching.network.is_public", lambda machine: machine == "127.0.0.1")
    inner = (
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://localhost/",
        "http://10.0.0.1/",
    )
    for number, place in enumerate(inner):
        server.behaviours[f"/{number}"] = answer(status="302 Found", Location=place)
    sources = [server.at(f"/{number}", "news.example") for number in range(len(inner))]
    told = ask(*sources, allow_private=False, retries=0)
    assert [one.status for one in told.outcomes] == ["refused"] * len(inner)
    assert server.paths() == ["/0", "/1", "/2", "/3"]


@pytest.mark.parametrize(
    "machine", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::808:808"]
)
def test_addresses_of_the_public_network_are(machine: str) -> None:
    assert is_public(machine)


def test_a_name_that_cannot_be_looked_up_is_told(ask: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    (told,) = ask("https://nowhere.example/").outcomes
    assert (told.status, "cannot be looked up" in told.reason) == ("failed", True)


def test_a_look_up_that_takes_too_long_ends(ask: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(1) or [])
    (told,) = ask("https://slow.example/", retries=0, timeout=0.2).outcomes
    assert (told.status, "could not be looked up in time" in told.reason) == ("failed", True)


def test_a_proxy_of_the_environment_is_used_but_not_for_private_names(
    server: Server, ask: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
    resolve(monkeypatch, {"news.example": ["93.184.215.14"], "inside.example": ["10.0.0.1"]})
    server.behaviours["http://news.example/a"] = answer(page())
    told = ask("http://news.example/a", "http://inside.example/a", "http://10.0.0.1/", allow_private=False)
    assert {one.address: one.status for one in told.outcomes} == {
        "http://news.example/a": "saved",
        "http://inside.example/a": "refused",
        "http://10.0.0.1/": "refused",
    }
    assert [one.path for one in server.asked] == ["http://news.example/robots.txt", "http://news.example/a"]


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, 0.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


def test_hosts_take_turns_and_none_is_asked_before_its_pause_is_over() -> None:
    clock = Clock()
    turns = Turns(lambda: clock.now, clock.sleep)
    for host, number in (("a", 3), ("b", 3), ("c", 1)):
        for one in range(number):
            turns.add(Task(f"https://{host}.example/{one}"))
    order = []
    while task := turns.next():
        host = task.current.split("/")[2]
        order.append((host, round(clock.now, 3)))
        turns.hold(host, 2)
    assert order == [
        *(("a.example", 0), ("b.example", 0), ("c.example", 0), ("a.example", 2), ("b.example", 2)),
        *(("a.example", 4), ("b.example", 4)),
    ]
    assert clock.slept == 4


def test_the_rate_and_robots_txt_set_the_pause(
    site: Server, ask: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("geo.fetching.running.Turns", lambda: Turns(lambda: 0.0, slept.append))
    site.behaviours["/robots.txt"] = answer("", Cache_Control="no-store")
    ask(site.at("/0"), site.at("/1"), rate=30)
    assert slept == [2, 2]
    slept.clear()
    site.behaviours["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 0.4\n")
    ask(site.at("/2"), site.at("/3"), site.at("/4"))
    assert slept[-2:] == [0.4, 0.4]


def test_a_busy_host_is_given_the_time_it_asks_for(
    site: Server, ask: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("geo.fetching.running.Turns", lambda: Turns(lambda: 0.0, slept.append))
    site.behaviours["/0"] = answer(status="429 Slow down", Retry_After="7")
    ask(site.at("/0"), longest_wait=10, rate=60_000)
    assert slept == [pytest.approx(0.001), 7, 7]


def test_only_pages_about_the_dprk_are_kept_of_a_general_feed(site: Server, ask: Fetch) -> None:
    items = (
        item("/0", "북한, 성천군 지방공업공장 준공"),
        item("/1", "Weather in Seoul"),
        item("/2", "A summit", about="North Korea says no"),
        item("/3", "N. Korea opens factory"),
    )
    site.behaviours["/general"] = answer(feed(*items, title="World news"), Content_Type="text/xml")
    told = ask(site.at("/general"))
    assert {one.address for one in told.saved} == {site.at("/0"), site.at("/2"), site.at("/3")}
    assert told.off_subject == 1
    more = ask(site.at("/general"), match="weather, snow")
    assert {one.address for one in more.saved} == {site.at("/1")}
    assert ask(site.at("/general"), match="all").counts["already there"] == 4


def test_since_and_limit_bound_a_run_and_the_next_one_goes_on(site: Server, ask: Fetch) -> None:
    days = ("Mon, 01 Jan 2024 00:00:00 GMT", LAST, "Sun, 22 Dec 2024 00:00:00 GMT", "", "")
    items = [item(f"/{number}", day=day) for number, day in enumerate(days)]
    site.behaviours["/feed"] = conditional(feed(*items), ETag='"x"')  # type: ignore[assignment]
    first = ask(site.at("/feed"), since="2024-12-01", limit=2)
    assert [one.address for one in first.saved] == [site.at("/2"), site.at("/1")], "the newest first"
    assert (first.off_subject, first.beyond_limit) == (1, 2)
    second = ask(site.at("/feed"), since="2024-12-01")
    assert {one.address for one in second.saved} == {site.at("/3"), site.at("/4")}


def test_a_page_that_a_feed_no_longer_names_is_still_waited_for(site: Server, ask: Fetch) -> None:
    site.behaviours["/feed"] = answer(feed(item("/0"), item("/1")))
    ask(site.at("/feed"), limit=1)
    site.behaviours["/feed"] = answer(feed(item("/2")))
    assert {one.address for one in ask(site.at("/feed")).saved} == {site.at("/1"), site.at("/2")}


def test_a_page_that_is_gone_is_not_asked_for_for_ever(site: Server, ask: Fetch) -> None:
    site.behaviours |= {
        "/feed": answer(feed(item("/gone"), item("/broken"))),
        "/gone": answer(status="410 Gone"),
        "/broken": answer(status="500 Broken"),
    }
    runs = [ask(site.at("/feed"), retries=0) for _ in range(5)]
    assert (site.paths().count("/gone"), site.paths().count("/broken")) == (1, 3)
    assert [one.given_up for one in runs] == [0, 1, 1, 2, 2]
    assert ask(site.at("/gone"), retries=0).outcomes[0].status == "failed", "asked for by name it is"


def test_redirects_are_followed_and_a_page_is_saved_once(site: Server, ask: Fetch) -> None:
    site.behaviours |= {
        "/old": answer(status="301 Moved", Location="/0"),
        "/older": answer(status="308 Moved", Location="old"),
        "/feed": answer(feed(item("/older"), item("/0"), item("/old"))),
    }
    told = ask(site.at("/feed"))
    assert Counter(one.status for one in told.outcomes if one.kind == "page") == {
        "saved": 1,
        "already there": 2,
    }
    assert {one.final_address for one in told.outcomes if one.kind == "page"} == {site.at("/0")}
    site.asked.clear()
    ask(site.at("/feed"))
    assert site.paths() == ["/feed"], "where they lead is remembered"


def test_files_hold_lists_of_every_kind(site: Server, ask: Fetch, tmp_path: Path) -> None:
    contents = {
        "lines.txt": f"# ours\n- {site.at('/0')} (Songchon)\n",
        "table.csv": f"title,url\nA,{site.at('/1')}\n",
        "feeds.opml": f'<opml version="2.0"><body><outline xmlUrl="{site.at("/feed")}"/></body></opml>',
        "saved.xml": feed(item(site.at("/3"))),
        "map.xml": f"<urlset><url><loc>{site.at('/4')}</loc></url></urlset>",
        "list.json": f'["{site.at("/5")}"]',
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    told = ask(*(tmp_path / name for name in contents), match="")
    assert {one.address for one in told.saved} == {site.at(f"/{number}") for number in (0, 1, 3, 5)}
    assert told.off_subject == 1, "the sitemap's page names no DPRK"


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ((), "nothing to fetch"),
        (("nowhere.txt",), "no such file"),
        (("Makefile",), "no address"),
    ],
)
def test_what_is_no_source_is_told(sources: tuple[str, ...], message: str, tmp_path: Path) -> None:
    with pytest.raises(geo.InputError, match=message):
        fetch(sources, tmp_path / "pages")
    assert not (tmp_path / "pages").exists()


@pytest.mark.parametrize(
    "options",
    [
        {"rate": 0},
        {"limit": -1},
        {"timeout": 0},
        {"retries": -1},
        {"since": "May"},
        {"since": "20250131"},
        {"contact": "a\nb"},
    ],
)
def test_options_that_make_no_sense_are_told(options: dict[str, object]) -> None:
    with pytest.raises(geo.InputError):
        FetchOptions(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HTTPS://Example.ORG:443/A?b=1&utm_source=x&c#top", "https://example.org/A?b=1&c"),
        ("http://example.org", "http://example.org/"),
        ("https://한국.kr/뉴스", "https://xn--3e0b707e.kr/%EB%89%B4%EC%8A%A4"),
        ("https://example.org/a?fbclid=1", "https://example.org/a"),
    ],
)
def test_addresses_have_one_form(written: str, meant: str) -> None:
    assert usual(written) == usual(meant) == meant


@pytest.mark.parametrize(
    "written", ["ftp://a/", "https://", "javascript:1", "https://a:b@c/", "", "https://a/" + "b" * 5000, "x"]
)
def test_what_is_no_address_of_a_page_is_refused(written: str) -> None:
    with pytest.raises(NotFetchedError):
        usual(written)


@pytest.mark.parametrize("form", ["warc", "files"])
def test_what_was_saved_is_read_with_its_address_and_not_with_the_day_of_retrieval(
    form: str, server: Server, ask: Fetch, tmp_path: Path
) -> None:
    content = page("성천군 지방공업공장 착공", "euc-kr")
    server.behaviours["/a"] = answer(content, Content_Type="text/html; charset=euc-kr")
    (told,) = ask(server.at("/a"), form=form).saved
    read = [one for _, documents in read_articles([tmp_path / "pages"]) for one in documents]
    assert [(one.title, one.url, one.published_on) for one in read] == [
        ("성천군 지방공업공장 착공", server.at("/a"), "2024-02-29")
    ]
    assert read[0].retrieved_at == (told.retrieved_at if form == "warc" else None)
    (place,) = geo.build(tmp_path / "pages").announcements
    assert (place.name, place.reports[0].url) == ("Songchon", server.at("/a"))


def test_an_archive_is_whole_by_the_standard_and_has_what_the_server_sent(
    server: Server, ask: Fetch, tmp_path: Path
) -> None:
    packed = gzip.compress(page())
    server.behaviours["/a"] = answer(packed, Content_Encoding="gzip", X_Own="yes")
    (told,) = ask(server.at("/a"), contact="desk@example.org").saved
    assert "desk@example.org" in server.asked[0].headers["user-agent"]
    with (tmp_path / "pages" / told.file).open("rb") as file:
        about, record = (
            (
                one.rec_type,
                one.rec_headers,
                one.http_headers,
                one.raw_stream.read(),
                one.digest_checker.passed,
            )
            for one in ArchiveIterator(file, check_digests=True)
        )
    assert about[0] == "warcinfo" and b"operator: desk@example.org" in about[3]
    kind, heads, sent, raw, fits = record
    assert (kind, fits, raw) == ("response", True, packed)
    assert heads.get_header("WARC-Target-URI") == server.at("/a")
    assert heads.get_header("WARC-Date") == told.retrieved_at
    assert heads.get_header("WARC-Record-ID") == told.record
    assert heads.get_header("WARC-IP-Address") == "127.0.0.1"
    assert (sent.get_header("X-Own"), sent.get_header("Content-Encoding")) == ("yes", "gzip")


def test_headers_that_are_no_ascii_are_kept_as_far_as_an_archive_has_them(server: Server, ask: Fetch) -> None:
    content = page()
    head = b"HTTP/1.1 200 O\xe9K\x1b[31m\r\nContent-Type: text/html\r\nX-A: caf\xe9\r\nX-B: \xeb\xb6\x81\r\n"
    server.behaviours["/a"] = head + b"Content-Length: %d\r\n\r\n" % len(content) + content
    (told,) = ask(server.at("/a")).outcomes
    assert (told.status, told.reason) == ("saved", "")


def test_a_host_whose_first_address_is_dead_is_reached_at_the_next(
    server: Server, ask: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve(monkeypatch, {"news.example": ["127.0.0.9", "127.0.0.1"]})
    server.behaviours["/a"] = answer(page())
    assert ask(server.at("/a", "news.example")).outcomes[0].status == "saved"


def test_the_index_tells_what_is_there_and_is_no_article(site: Server, ask: Fetch, tmp_path: Path) -> None:
    ask(site.at("/feed"), site.at("/nowhere"), retries=0)
    with (tmp_path / "pages" / "fetched.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["address"], row["file"], row["listed_in"]) for row in rows} == {
        (site.at(path), "pages-0001.warc.gz", site.at("/feed")) for path in ("/0", "/1")
    }
    read = [record for record, _ in read_articles([tmp_path / "pages"])]
    assert [(Path(one.path).name, one.status) for one in read] == [("pages-0001.warc.gz", "read")]


def test_a_new_archive_is_begun_where_one_is_full_or_taken_away(
    site: Server, ask: Fetch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.fetching.saving.FULL", 500)
    ask(site.at("/0"), site.at("/1"))
    assert sorted(path.name for path in (tmp_path / "pages").glob("*.gz")) == [
        "pages-0001.warc.gz",
        "pages-0002.warc.gz",
    ]
    (tmp_path / "pages" / "pages-0002.warc.gz").unlink()
    (told,) = ask(site.at("/2")).saved
    assert told.file == "pages-0003.warc.gz"


def test_two_fetches_into_one_folder_at_once_are_one_too_many(site: Server, tmp_path: Path) -> None:
    script = (
        "import sys, geo\n"
        "try: geo.fetch([sys.argv[1]], sys.argv[2], geo.FetchOptions(allow_private=True))\n"
        "except geo.InputError as error: print(error)\n"
    )
    with sole_writer(tmp_path / "pages"):
        command = [sys.executable, "-c", script, site.at("/0"), str(tmp_path / "pages")]
        shown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert "is being written by process" in shown.stdout
    assert site.asked == []


def test_a_memory_that_is_damaged_is_told_and_nothing_is_asked(
    site: Server, ask: Fetch, tmp_path: Path
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / STATE).write_bytes(b"no database at all" * 99)
    with pytest.raises(geo.InputError, match="move"):
        ask(site.at("/0"))
    assert site.asked == []


@pytest.mark.parametrize("form", ["warc", "files"])
def test_killed_at_any_point_a_fetch_loses_nothing_and_saves_nothing_twice(
    form: Literal["warc", "files"], site: Server, tmp_path: Path
) -> None:
    site.behaviours["/feed"] = answer(feed(*(item(f"/{number}") for number in range(4))))
    pages = {f"/{number}" for number in range(4)}
    for at in count(1, 9):
        folder = tmp_path / f"{at}" / "pages"
        options = replace(QUICK, form=form)
        code = forked(lambda to=folder, how=options: fetch(site.at("/feed"), to, how), at=at)  # type: ignore[misc]
        assert code in (0, -signal.SIGKILL)
        saved = kept(folder)
        site.asked.clear()
        fetch(site.at("/feed"), folder, options)
        assert set(site.paths()) == {"/feed", *(pages - saved)}, "what is saved is not asked for again"
        assert kept(folder) == pages
        found = [one.url for _, documents in read_articles([folder]) for one in documents]
        assert sorted(found) == [site.at(page) for page in sorted(pages)], "each is there, once"
        assert {path.suffix for path in folder.iterdir()} <= {".gz", ".html", ".csv", ".factorymap"}
        if code == 0:
            break
    assert at > 30


def kept(folder: Path) -> set[str]:
    """The paths that a folder remembers as saved, after what was begun is ended."""
    from geo.fetching.state import State

    if not (folder / STATE).exists():
        return set()
    state = State(folder)
    try:
        pages = list(state.pages())
    finally:
        state.close()
    for one in pages:
        assert (folder / one.file).is_file(), one
    return {"/" + one.address.rpartition("/")[2] for one in pages}
