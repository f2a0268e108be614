"""TODO."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

QUOTES = "’‘ʼʻ`´′＇"


DASHES = "‐‑‒–—−"


INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


_SPECIAL = re.compile(
    r"(?P<broken>(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])(?!gun|kun|si\b|do\b|guyok|up\b|ri\b))"
    r"|(?P<gap>[^\S ]\s*| \s+)"
    rf"|(?P<quote>[{QUOTES}])|(?P<dash>[{DASHES}])|(?P<invisible>[{INVISIBLE}]+)"
    r"|(?P<wide>[\uff01-\uff5e])"
    r"|(?P<cluster>\w[\u0300-\u036f]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?)"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the place of each of its characters in the original."""

    text: str
    offsets: Sequence[int]
    """One more entry than characters; the last is the length of the original."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original of text[start:end]."""
        return self.offsets[start], self.offsets[end]


def fold(text: str) -> Folded:
    """
    Lower case, NFC, plain quotes and dashes, one space for any white space, a line feed for a blank line.

    >>> fold("P’yŏng\\nyang").text
    "p'yŏng yang"
    """
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _SPECIAL.finditer(text):
        _plain(text, at, match.start(), pieces, offsets)
        folded = _folded(match)
        pieces.append(folded)
        offsets.extend([match.start()] * len(folded))
        at = match.end()
    _plain(text, at, len(text), pieces, offsets)
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)


def _plain(text: str, start: int, end: int, pieces: list[str], offsets: list[int]) -> None:
    """Lower-case a stretch, character by character where lower case has another length."""
    chunk = text[start:end]
    lower = chunk.lower()
    if len(lower) != len(chunk):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in chunk)
    pieces.append(lower)
    offsets.extend(range(start, end))


def _folded(match: re.Match[str]) -> str:
    """What stands in the folded text for one special stretch."""
    kind, found = match.lastgroup, match.group()
    if kind == "gap":
        return "\n" if len(re.findall(r"\r\n|\n|\r", found)) > 1 else " "
    if kind == "quote":
        return "'"
    if kind == "dash":
        return "-"
    if kind in ("invisible", "broken"):
        return ""
    return unicodedata.normalize("NFKC" if kind == "wide" else "NFC", found).lower()
