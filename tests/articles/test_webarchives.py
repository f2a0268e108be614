"""Web archives as input: what is read of them, and what is told of the rest."""

from __future__ import annotations

import gzip
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import geo
from geo.articles import read_articles
from geo.models import Document, InputRecord

PAGE = (
    "<html><head><title>Work begins in {county}</title>{head}</head><body><p>A groundbreaking ceremony for "
    "regional-industry factories was held in {county} County, South Phyongan Province, on February 28, "
    "2024.</p></body></html>"
)
PUBLISHED = '<meta property="article:published_time" content="2024-02-29T09:00:00+09:00">'
RETRIEVED = "2026-11-30T01:02:03Z"


def page(county: str = "Songchon", encoding: str = "utf-8", head: str = PUBLISHED) -> bytes:
    """A web page about a county."""
    return PAGE.format(county=county, head=head).encode(encoding)


class Archive:
    """A web archive in the making."""

    def __init__(self, packed: bool = True) -> None:
        self.out = BytesIO()
        self.writer = WARCWriter(self.out, gzip=packed)
        self.writer.write_record(self.writer.create_warcinfo_record("a.warc", {"software": "tests"}))

    def add(
        self,
        address: str = "https://example.org/a",
        content: bytes | None = None,
        status: str = "200 OK",
        kind: str = "response",
        at: str = RETRIEVED,
        **headers: str,
    ) -> Archive:
        """Add a record; names of headers with _ for -."""
        sent = {"Content-Type": "text/html"} | {k.replace("_", "-"): v for k, v in headers.items()}
        record = self.writer.create_warc_record(
            address,
            kind,
            payload=BytesIO(page() if content is None else content),
            http_headers=StatusAndHeaders(status, list(sent.items()), protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": at},
        )
        self.writer.write_record(record)
        return self

    def at(self, path: Path) -> Path:
        """The archive in a file."""
        path.write_bytes(self.out.getvalue())
        return path


def read(path: Path) -> tuple[InputRecord, tuple[Document, ...]]:
    """What is read of one file."""
    ((record, documents),) = read_articles([path])
    return record, documents


@pytest.mark.parametrize(
    ("packed", "name"), [(True, "a.warc.gz"), (False, "a.warc"), (True, "a.html"), (False, "a.txt")]
)
def test_a_page_is_read_with_its_address_and_its_time_whatever_the_file_is_called(
    packed: bool, name: str, tmp_path: Path
) -> None:
    record, (document,) = read(Archive(packed).add().at(tmp_path / name))
    assert (record.status, record.reason) == ("read", "")
    assert (document.url, document.title) == ("https://example.org/a", "Work begins in Songchon")
    assert (document.published_on, document.retrieved_at) == ("2024-02-29", RETRIEVED)
    assert document.path == f"{tmp_path / name}#1"


def test_the_time_of_retrieval_is_never_the_day_of_publication(tmp_path: Path) -> None:
    _, (document,) = read(Archive().add(content=page(head="")).at(tmp_path / "a.warc.gz"))
    assert (document.published_on, document.retrieved_at) == (None, RETRIEVED)


def test_an_archive_packed_as_a_whole_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(Archive(packed=False).add().out.getvalue()))
    assert len(read(tmp_path / "a.warc.gz")[1]) == 1


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (gzip.compress(page(), mtime=0), {"Content_Encoding": "gzip"}),
        (zlib.compress(page()), {"Content_Encoding": "deflate"}),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(page()), page()), {"Transfer_Encoding": "chunked"}),
        (page("성천", "euc-kr"), {"Content_Type": "text/html; charset=euc-kr"}),
        (page(), {"Content_Type": "application/xhtml+xml"}),
    ],
    ids=["gzip", "deflate", "chunked", "encoding of the header", "xhtml"],
)
def test_a_page_is_read_as_it_was_sent(content: bytes, headers: dict[str, str], tmp_path: Path) -> None:
    record, documents = read(Archive().add(content=content, **headers).at(tmp_path / "a.warc.gz"))
    assert (record.status, len(documents)) == ("read", 1), record
    assert ("성천" if "euc" in str(headers) else "Songchon") in documents[0].text


def test_what_is_no_page_is_told_and_does_not_fail(tmp_path: Path) -> None:
    archive = (
        Archive()
        .add(kind="request")
        .add("https://example.org/moved", b"", "301 Moved Permanently", Location="/a")
        .add("https://example.org/gone", page(), "404 Not Found")
        .add("https://example.org/broken", page(), "500 Internal Server Error")
        .add("https://example.org/a.png", b"\x89PNG", Content_Type="image/png")
        .add("https://example.org/a.js", b"let a", Content_Type="text/javascript")
        .add("https://example.org/empty", b"")
        .add("https://example.org/json", b'{"a": 1}')
        .add()
    )
    record, documents = read(archive.at(tmp_path / "a.warc.gz"))
    assert [one.url for one in documents] == ["https://example.org/a"]
    assert (record.status, record.left_out) == ("read", 0)
    assert record.reason == "records left out: 2 errors, 1 redirects, 3 without HTML, 1 without content"


def test_of_several_captures_the_last_one_counts_whatever_their_order(tmp_path: Path) -> None:
    archive = (
        Archive()
        .add(content=page("Kusong"), at="2026-01-02T00:00:00Z")
        .add(content=page("Songchon"), at="2026-01-03T00:00:00Z")
        .add(content=page("Unsan"), at="2026-01-01T00:00:00Z")
    )
    record, (document,) = read(archive.at(tmp_path / "a.warc.gz"))
    assert "Songchon" in document.text
    assert "2 earlier versions of a page" in record.reason


def test_pages_that_cannot_be_read_are_left_out_by_number(tmp_path: Path) -> None:
    archive = (
        Archive()
        .add("https://example.org/none", b"<html><body></body></html>")
        .add("https://example.org/huge", b"<html>" + b"a " * 6_000_000)
        .add()
    )
    record, documents = read(archive.at(tmp_path / "a.warc.gz"))
    assert [one.path.rpartition("#")[2] for one in documents] == ["3"]
    assert record.left_out == 2
    assert "row 1 (https://example.org/none)" in record.reason and "larger than 10 MB" in record.reason


def test_a_page_that_unpacks_to_more_than_any_page_is_left_out(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<html>" + b" " * 200_000_000)
    archive = Archive().add("https://example.org/bomb", bomb, Content_Encoding="gzip").add()
    record, documents = read(archive.at(tmp_path / "a.warc.gz"))
    assert (len(documents), record.left_out) == (1, 1)
    assert "larger than 10 MB" in record.reason


def test_an_archive_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.articles.webarchives.LARGEST", 600)
    monkeypatch.setattr("geo.articles.webarchives.MOST_TIMES", 0)
    record, _ = read(
        Archive().add().add("https://example.org/b").add("https://c.org/").at(tmp_path / "a.warc")
    )
    assert (record.status, "unpacks to more than" in record.reason) == ("failed", True)


def test_a_changed_page_is_found_by_its_digest(tmp_path: Path) -> None:
    content = Archive(packed=False).add().add("https://example.org/b").out.getvalue()
    (tmp_path / "a.warc").write_bytes(content.replace(b"Songchon", b"Songchan", 1))
    record, documents = read(tmp_path / "a.warc")
    assert [one.url for one in documents] == ["https://example.org/b"]
    assert "its digest does not fit" in record.reason


def test_a_page_that_cannot_be_unpacked_costs_no_other_page(tmp_path: Path) -> None:
    packed = b"\x8b\x02\x80brotli, which is not unpacked\x03"
    record, documents = read(
        Archive().add("https://example.org/b", packed, Content_Encoding="br").add().at(tmp_path / "a.warc.gz")
    )
    assert [one.url for one in documents] == ["https://example.org/a"]
    assert record.left_out == 1 or "1 without HTML" in record.reason


def test_words_of_an_archive_do_not_reach_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    content = Archive(packed=False).add("https://example.org/ \x1b[31m").add().out.getvalue()
    (tmp_path / "a.warc").write_bytes(content.replace(b"</html>", b"</html>\x1b[31m more\r\n", 1))
    record, _ = read(tmp_path / "a.warc")
    assert capfd.readouterr() == ("", "")
    assert record.reason.isprintable()


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_breaks_off_gives_what_comes_before(packed: bool, tmp_path: Path) -> None:
    content = Archive(packed).add().add("https://example.org/b", page("Kusong")).out.getvalue()
    for cut in (1, 60, 150):
        (tmp_path / "a.warc").write_bytes(content[:-cut])
        record, documents = read(tmp_path / "a.warc")
        assert "https://example.org/a" in {one.url for one in documents}
        assert len(documents) == 2 or record.left_out == 1, (cut, record)


@pytest.mark.parametrize(
    "content",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.1\r\nWARC-Type: response\r\n\r\n",
        b"WARC/" + b"\xff" * 999,
        gzip.compress(b"WARC/", mtime=0),
    ],
)
def test_what_only_begins_like_an_archive_fails_in_one_line(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(content)
    record, documents = read(tmp_path / "a.warc.gz")
    assert (record.status, documents) == ("failed", ())
    assert record.reason.isprintable()


def test_an_archive_is_built_to_a_map_with_links_to_the_pages(tmp_path: Path) -> None:
    run = geo.build(Archive().add().at(tmp_path / "pages.warc.gz"))
    (announcement,) = run.announcements
    assert (announcement.name, announcement.reports[0].url) == ("Songchon", "https://example.org/a")
    assert announcement.reports[0].published_on == "2024-02-29"
