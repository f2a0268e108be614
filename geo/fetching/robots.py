"""
What a server's robots.txt lets us ask for, and how slowly (RFC 9309), read by protego.

A file that does not exist (4xx) forbids nothing; one that cannot be had (5xx, no answer) forbids all. It is
kept for as long as the server says, a day at most, and then asked for on condition that it changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protego import Protego

from geo.fetching.failing import refused

LARGEST = 512_000
"""Bytes of the file that are read."""
DAY = 86400.0
TOKEN = "factorymap"
"""What a robots.txt calls us."""
_MAX_AGE = re.compile(r"(?i)\bmax-age\s*=\s*\"?(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Robots:
    """What one host lets us do."""

    origin: str
    """Scheme, host and port."""
    text: str
    """The file; empty if there is none."""
    etag: str
    modified: str
    until: float
    """Unix time until which it is not asked for again."""


class Rules:
    """The rules of one host, read once."""

    def __init__(self, robots: Robots) -> None:
        self._parsed = Protego.parse(robots.text)

    def check(self, address: str) -> None:
        """NotFetchedError if an address may not be asked for."""
        if not self._parsed.can_fetch(address, TOKEN):
            raise refused("robots.txt does not allow it")

    def pause(self) -> float:
        """Seconds between requests that the server asks for; 0 if it does not say."""
        delay = self._parsed.crawl_delay(TOKEN) or 0.0
        rate = self._parsed.request_rate(TOKEN)
        return max(delay, rate.seconds / rate.requests if rate and rate.requests else 0.0)


def kept_for(cache_control: str) -> float:
    """Seconds for which a robots.txt is kept."""
    if re.search(r"(?i)\bno-(?:cache|store)\b", cache_control):
        return 0.0
    found = _MAX_AGE.search(cache_control)
    return min(float(found[1]), DAY) if found else DAY
