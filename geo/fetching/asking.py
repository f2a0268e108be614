"""What goes with a request, and what its answer means: conditions, redirects, failures, robots.txt."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from geo.fetching.addresses import usual
from geo.fetching.failing import NotFetchedError, refused
from geo.fetching.network import Network, Reply
from geo.fetching.robots import LARGEST, Robots, kept_for

UNCHANGED = 304
_FOUND = (200, 203)
_MOVED = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)
"""Statuses after which another try may go better."""
_FORBIDDEN = {
    401: "a login",
    402: "a payment",
    403: "a permission",
    407: "a login",
    451: "a court's leave",
}
_GONE = (404, 410)
_SECONDS = re.compile(r"\s*(\d{1,9})\s*")
_HEADER = re.compile(r"[\x20-\x7e]{1,500}")
_ROBOTS_REDIRECTS = 5


def conditions(etag: str, modified: str) -> dict[str, str]:
    """Headers that ask for what has changed since an answer."""
    given = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in given.items() if value}


def validators(answer: Reply, at: datetime) -> tuple[str, str]:
    """What the next request asks by: the mark of an answer, and its time, at least that of its coming."""
    etag, modified = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
    usable = [value if _HEADER.fullmatch(value) else "" for value in (etag, modified)]
    return usable[0], usable[1] or format_datetime(at, usegmt=True)


def next_address(answer: Reply, address: str) -> str:
    """Where a redirect leads; empty if an answer is none."""
    if answer.status not in _MOVED:
        return ""
    place = answer.headers.get("Location", "")
    if not place:
        raise NotFetchedError(f"a redirect ({answer.status}) to nowhere")
    with suppress(UnicodeError):
        place = place.encode("latin-1").decode("utf-8")
    try:
        return usual(place, address)
    except NotFetchedError as error:
        raise refused(f"it redirects to an address that is not fetched: {error.reason}") from None


def check_found(answer: Reply) -> None:
    """NotFetchedError if an answer holds nothing."""
    status = answer.status
    if status in _FOUND:
        if not answer.content.strip():
            raise NotFetchedError("the server sends an empty page")
        return
    told = f"the server says {status} {answer.phrase}".rstrip()
    if status in _FORBIDDEN:
        raise refused(f"{told}: it asks for {_FORBIDDEN[status]}")
    wait = wait_of(answer.headers.get("Retry-After", "")) if status in (429, 503) else 0.0
    raise NotFetchedError(told, again=status in _PASSING, wait=wait, gone=status in _GONE)


def wait_of(retry_after: str) -> float:
    """Seconds that a server asks us to wait, given as such or as a date; 0 if it does not say."""
    if found := _SECONDS.fullmatch(retry_after):
        return float(found[1])
    try:
        until = parsedate_to_datetime(retry_after)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def ask_for_robots(network: Network, origin: str, known: Robots | None) -> Robots:
    """
    The robots.txt of a host, asked for on condition that it changed since it was kept.

    NotFetchedError if it cannot be had, which leaves open what the host allows.
    """
    address, headers = f"{origin}/robots.txt", conditions(known.etag, known.modified) if known else {}
    try:
        for _ in range(_ROBOTS_REDIRECTS + 1):
            answer = network.get(address, headers, cut_at=LARGEST)
            led = next_address(answer, address)
            if not led:
                return _robots(answer, origin, known)
            address = led
    except NotFetchedError as error:
        if error.status == "refused" and address == f"{origin}/robots.txt":
            raise
        reason = f"{error.reason} (asked for robots.txt, without which nothing is asked for)"
        raise NotFetchedError(reason, again=error.again, wait=error.wait) from None
    return Robots(origin, "", "", "", time.time() + kept_for(""))


def _robots(answer: Reply, origin: str, known: Robots | None) -> Robots:
    """What an answer says of a host's rules."""
    until = time.time() + kept_for(answer.headers.get("Cache-Control", ""))
    if answer.status == UNCHANGED and known:
        return replace(known, until=until)
    if answer.status in (UNCHANGED, 429) or answer.status >= 500:
        check_found(answer)
    if answer.status not in _FOUND:
        return Robots(origin, "", "", "", until)
    whole = answer.content if len(answer.content) < LARGEST else answer.content.rpartition(b"\n")[0]
    text = whole.decode("utf-8", "replace").removeprefix("\ufeff")
    return Robots(origin, text, *validators(answer, datetime.now(UTC)), until)
