"""
Articles in web archives (WARC, ISO 28500): each page that a server sent, by its address.

Read record by record by warcio, packed or not, so that no more than one page is unpacked at a time. Of
several captures of one address the last one counts. The time of retrieval is kept apart from the day of
publication.
"""

from __future__ import annotations

import gzip
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, BinaryIO, cast

from geo.articles.cuts import numbered
from geo.articles.found import Bad, Found
from geo.articles.kinds import kind_of
from geo.articles.limits import LARGEST_PAGE, MEGABYTE
from geo.articles.packed import LARGEST
from geo.articles.tables import SieveLike
from geo.articles.webpages import read_page
from geo.errors import InputError
from geo.models import Document
from geo.text import decode, needed, one_line

_PAGES = ("response", "resource")
"""Kinds of records that hold what was sent; the others tell about it."""
_REASON = 150
_PIECE = 65536
MOST_TIMES = 1_000
"""A packed archive may be so many times as large as its file; what is beyond is a bomb."""
_WHOLE = "non-chunked gzip"
"""What the library says of an archive that is packed as a whole, not record by record."""


@dataclass(frozen=True)
class _Capture:
    """What a server sent for an address."""

    number: int
    """Of the record among those that hold what was sent, from 1."""
    address: str
    retrieved_at: str
    status: int
    type: str
    """The header Content-Type."""
    content: bytes
    """Without its packing; a byte more than the limit if it is longer."""
    is_whole: bool = True
    """Whether its digest fits, where it has one."""


def read_warc_file(path: str, sieve: SieveLike | None = None) -> Found:
    """The pages of an archive of any size, of which no more than one is in memory; else as `read_warc`."""
    with Path(path).open("rb") as file:
        most = max(LARGEST, MOST_TIMES * Path(path).stat().st_size)
        return _read(file, path, sieve, most)


def read_warc(content: bytes, path: str) -> Found:
    """
    The pages of an archive.

    Redirects, errors and what is no HTML are counted in the note; pages that cannot be read are left out by
    their number.

    Raises
    ------
    InputError
        If it is damaged before its first page, holds no page, or unpacks to more than 500 MB.
    """
    return _read(BytesIO(content), path, None, LARGEST)


def _read(source: BinaryIO, path: str, sieve: SieveLike | None, most: int) -> Found:
    """The pages of an archive; with a sieve only those that may name a place of the DPRK."""
    needed("reading web archives (WARC)", "fetch", "warcio")
    found, others, latest = Found(), Counter[str](), dict[str, tuple[str, int]]()
    documents: dict[int, Document] = {}
    for one in _captures(source, found, most):
        if why := _other(one):
            others[why] += 1
            continue
        before = latest.get(one.address)
        if before and before[0] > one.retrieved_at:
            others["earlier versions of a page"] += 1
            continue
        if sieve and _is_held_back(one.content, sieve):
            found.passed += 1
            continue
        try:
            document = _document(one, numbered(path, one.number))
        except InputError as error:
            told = f"({one_line(one.address)[:_REASON]}) {str(error)[:_REASON]}"
            found.bad.append(Bad(str(one.number), told))
            continue
        if before:
            others["earlier versions of a page"] += 1
            del documents[before[1]]
        latest[one.address] = one.retrieved_at, one.number
        documents[one.number] = document
    found.documents = [(str(number), "", document) for number, document in documents.items()]
    counts = [f"{number} {why}" for why, number in sorted(others.items())]
    notes = [found.note, f"records left out: {', '.join(counts)}" if counts else ""]
    found.note = "; ".join(filter(None, notes))
    if not documents and not found.bad and not found.passed:
        raise InputError(f"it is a web archive without a page ({found.note or 'it holds none'})")
    return found


def _is_held_back(content: bytes, sieve: SieveLike) -> bool:
    """Whether a page, in UTF-8, names nothing of the DPRK."""
    if sieve.passes(content):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _captures(source: BinaryIO, found: Found, most: int) -> Iterator[_Capture]:
    """Each record that holds what was sent; where the archive breaks off, that is noted."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number, total = 0, 0
    try:
        for record in _quietly(ArchiveIterator(source, check_digests=True)):
            is_page = record.rec_type in _PAGES
            number += is_page
            capture = _capture(record, number, found) if is_page else None
            total += len(capture.content) if capture else 0
            while total <= most and (piece := record.raw_stream.read(_PIECE)):
                total += len(piece)
            if total > most:
                raise InputError(f"it unpacks to more than {most // MEGABYTE} MB; split it")
            if capture:
                checker = record.digest_checker
                yield replace(capture, is_whole=checker is None or checker.passed is not False)
    except InputError:
        raise
    except ArchiveLoadFailed as error:
        if not number and _WHOLE in str(error):
            source.seek(0)
            with gzip.open(source) as inside:
                yield from _captures(cast(BinaryIO, inside), found, most)
        else:
            _break_off(error, number, found)
    except Exception as error:  # a library's own failure on a stranger's archive
        _break_off(error, number, found)


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """The same, without what the library writes on standard error, where words of the archive would stand."""
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    while True:
        with redirect_stderr(StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _break_off(error: Exception, number: int, found: Found) -> None:
    """Note where an archive breaks off; InputError if that is before its first page."""
    said = " ".join(one_line(str(error)).split())[:_REASON]
    what = f"it breaks off or is damaged after record {number} ({said})"
    if not number:
        raise InputError(f"{what}; fetch or save it again") from None
    found.bad.append(Bad(str(number + 1), what))


def _capture(record: Any, number: int, found: Found) -> _Capture | None:
    """What a record holds; None, and a note, if it cannot be unpacked."""
    heads, sent = record.rec_headers, record.http_headers
    try:
        content = record.content_stream().read(LARGEST_PAGE * MEGABYTE + 1)
    except Exception as error:  # a library's own failure on what a stranger has packed
        found.bad.append(Bad(str(number), f"cannot be unpacked ({one_line(str(error))[:_REASON]})"))
        return None
    status = sent.get_statuscode() if sent else "200"
    return _Capture(
        number=number,
        address=(heads.get_header("WARC-Target-URI") or "").strip().strip("<>"),
        retrieved_at=(heads.get_header("WARC-Date") or "").strip(),
        status=int(status) if status.isdigit() else 0,
        type=(sent.get_header("Content-Type") if sent else heads.get_header("Content-Type")) or "",
        content=content,
    )


def _other(one: _Capture) -> str:
    """What a record holds if it is no page; empty for a page."""
    if 300 <= one.status < 400:
        return "redirects"
    if not 200 <= one.status < 300:
        return "errors"
    if "html" not in one.type and one.type.partition(";")[0].strip():
        return "without HTML"
    if not one.content.strip():
        return "without content"
    return "" if kind_of(one.content, ".html") == "page" else "without HTML"


def _document(one: _Capture, path: str) -> Document:
    """The article of a page."""
    if len(one.content) > LARGEST_PAGE * MEGABYTE:
        raise InputError(f"is larger than {LARGEST_PAGE} MB")
    if not one.is_whole:
        raise InputError("is cut off or damaged: its digest does not fit")
    text, note = decode(one.content, declared=True, charset=one.type)
    document = read_page(text, path)
    return replace(
        document,
        url=one.address or document.url,
        retrieved_at=one.retrieved_at or None,
        noticed="; ".join(part for part in (note, document.noticed) if part),
    )
