"""
A page as bytes in a folder: a record of a WARC archive (ISO 28500, by warcio), or a file of HTML.

In an archive stands what the server sent, with its headers, its address and the time of retrieval. A file is
the page's text in UTF-8 behind a line that tells the same, in the form that browsers write.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from geo.fetching.addresses import host_of
from geo.fetching.network import Reply
from geo.models import __version__
from geo.text import decode

FULL = 20_000_000
"""Bytes of an archive behind which the next one is begun; readers take up to 50 MB at once."""
_ARCHIVE = "pages-{:04}.warc.gz"
_NUMBER = re.compile(r"pages-(\d{4,})\.warc\.gz")
_HOP_BY_HOP = {"transfer-encoding", "connection", "keep-alive"}
_UNSAFE = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 80
_MARK = "\ufeff<!-- saved from url=({:04}){} -->\n<!-- retrieved {} by factorymap {} -->\n"


@dataclass(frozen=True, slots=True)
class Placed:
    """Bytes with the place where they belong."""

    file: str
    position: int
    content: bytes
    record: str = ""


def place_in_archive(
    answer: Reply,
    address: str,
    at: datetime,
    folder: Path,
    lengths: Mapping[str, int],
    contact: str,
) -> Placed:
    """The record of a page, at the end of the last archive or in a new one."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file, position = _end_of_archives(folder, lengths)
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
    if not position:
        about = {
            "software": f"factorymap/{__version__}",
            "format": "WARC File Format 1.1",
            "robots": "obey",
            **({"operator": contact} if contact else {}),
        }
        writer.write_record(writer.create_warcinfo_record(file, about))
    headers = [(name, value) for name, value in answer.headers.multi_items() if name not in _HOP_BY_HOP]
    record = writer.create_warc_record(
        address,
        "response",
        payload=BytesIO(answer.sent),
        http_headers=StatusAndHeaders(f"{answer.status} {answer.phrase}", headers, protocol="HTTP/1.1"),
        warc_headers_dict={
            "WARC-Date": stamp(at),
            **({"WARC-IP-Address": answer.machine} if answer.machine else {}),
        },
    )
    writer.write_record(record)
    return Placed(file, position, out.getvalue(), record.rec_headers.get_header("WARC-Record-ID"))


def _end_of_archives(folder: Path, lengths: Mapping[str, int]) -> tuple[str, int]:
    """Where the next record goes; archives that a person has taken away or cut are left alone."""
    numbers = sorted((int(found[1]), name) for name in lengths if (found := _NUMBER.fullmatch(name)))
    there = sorted(int(found[1]) for one in folder.iterdir() if (found := _NUMBER.fullmatch(one.name)))
    if numbers:
        number, name = numbers[-1]
        path = folder / name
        whole = path.is_file() and path.stat().st_size >= lengths[name]
        if whole and lengths[name] < FULL and number >= max(there):
            return name, lengths[name]
    last = max([0, *there, *(number for number, _ in numbers)])
    return _ARCHIVE.format(last + 1), 0


def place_in_file(answer: Reply, address: str, at: datetime) -> Placed:
    """A page as a file of its own, whose name is made of its address."""
    text = text_of(answer)
    host, path = host_of(address).partition("://")[2], address.partition("://")[2].partition("/")[2]
    name = "-".join(filter(None, (_UNSAFE.sub("-", part.lower()).strip("-") for part in (host, path))))
    mark = hashlib.sha256(address.encode()).hexdigest()[:8]
    quoted = address.replace("--", "%2D%2D")
    head = _MARK.format(len(quoted), quoted, stamp(at), __version__)
    content = (head + text.removeprefix("\ufeff")).encode("utf-8", "replace")
    return Placed(f"{name[:_LONGEST_NAME]}-{mark}.html", 0, content)


def text_of(answer: Reply) -> str:
    """The text of a page; InputError if it is no text."""
    return decode(answer.content, declared=True, charset=answer.headers.get("Content-Type", ""))[0]


def stamp(at: datetime) -> str:
    """A time in UTC as archives write it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
