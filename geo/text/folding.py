"""
One spelling of many: for finding names in a text, with the way back to it, and for comparing names.

`fold` keeps what tells names apart (marks, hyphens, blanks); `bare` keeps nothing but letters and digits.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from geo.text.offsets import Changed, Offsets, changed
from geo.text.patterns import Pattern

QUOTES = "’‘ʼʻ`´′＇"
DASHES = "‐‑‒–—−"
DOTS = "‧∙・⋅"
"""Dots between the names of a list, written as `·`."""
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"

_SIGNS_IN_TEXT = (
    rf"[\s{QUOTES}{DASHES}{INVISIBLE}{DOTS}\-\uff01-\uff5e\ud800-\udfff](?:"
    r"(?<= )(?P<gaps>\s+)|(?<! )(?:(?<=[^\S ])(?P<gap>\s*)"
    r"|(?<=[a-z]-)(?P<broken>[ \t]*\r?\n[ \t]*(?=[a-z])(?!gun|kun|si\b|do\b|guyok|up\b|ri\b))"
    rf"|(?<=[{QUOTES}])(?P<quote>)|(?<=[{DASHES}])(?P<dash>)|(?<=[{DOTS}])(?P<dot>)|(?<=[{INVISIBLE}])(?P<invisible>[{INVISIBLE}]*)"
    r"|(?<=[\uff01-\uff5e])(?P<wide>)|(?<=[\ud800-\udfff])(?P<half>)))"
)
"""What folding changes, named behind its first character, so that a search skips from one to the next."""
_MARKS = Pattern("[\u0300-\u036f\u1100-\u1112]")
"""What only decomposed letters hold."""
_CLUSTER = r"(?P<cluster>\w[\u0300-\u036f]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?)"
_LINE_END = Pattern(r"\r\n|\n|\r")
_DIACRITICS = Pattern("[\u0300-\u036f]")
_SIGNS = Pattern(r"[\W_]+")


def fold(text: str) -> Changed:
    """
    Lower case, NFC, plain quotes, dashes and dots, a space for white space, a line feed for a blank line.

    >>> fold("P’yŏng\\nyang").text
    "p'yŏng yang"
    """
    if simply := _simply(text):
        return simply
    special = _special(_MARKS.search(text) is not None)
    stretches = ((match.start(), match.end(), _folded(match)) for match in special.finditer(text))
    if "Σ" in text:  # whose small letter hangs on what stands beside it
        return changed(text, stretches, _lower)
    return changed(_lower(text), stretches)


@cache
def _special(decomposed: bool) -> re.Pattern[str]:
    """What folding changes."""
    return re.compile(f"{_SIGNS_IN_TEXT}|{_CLUSTER}" if decomposed else _SIGNS_IN_TEXT)


_ODD = Pattern(
    rf"[Σ\t\r\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000{INVISIBLE}"
    "\u0300-\u036f\u1100-\u1112\uff01-\uff5e\ud800-\udfff]"
)
_ONE_FOR_ONE = [
    (one, instead) for signs, instead in ((QUOTES, "'"), (DASHES, "-"), (DOTS, "·")) for one in signs
]


_ONE_FOR_ONE_ASCII = [one for one in _ONE_FOR_ONE if one[0].isascii()]


def _simply(text: str) -> Changed | None:
    """
    The folded text, made by few passes, if only single spaces, line ends and blank lines are white space and
    nothing is joined or composed; None otherwise.
    """
    if "  " in text or _ODD.search(text):
        return None
    lower = text.lower()
    if len(lower) != len(text):
        return None
    for found, instead in _ONE_FOR_ONE_ASCII if text.isascii() else _ONE_FOR_ONE:
        lower = lower.replace(found, instead)
    paragraphs = lower.split("\n\n")
    last = len(paragraphs) - 1
    copy, original = [0], [0]
    end = 0
    for number, paragraph in enumerate(paragraphs):
        if (number and paragraph.startswith((" ", "\n"))) or (
            number < last and (paragraph.endswith((" ", "-")) or (number and not paragraph))
        ):
            return None
        if "\n" in paragraph:
            if any(odd in paragraph for odd in (" \n", "\n ", "-\n")):
                return None
            paragraphs[number] = paragraph.replace("\n", " ")
        if number < last:
            end += len(paragraph) + 2
            copy += (end - 2 - number, end - 1 - number)
            original += (end - 2, end)
    return Changed("\n".join(paragraphs), Offsets(copy, original, len(lower) - last + 1))


def bare(name: str) -> str:
    """
    Letters and digits alone, lower case, without diacritics of Latin and Cyrillic; voiced kana stay so.

    >>> bare("P’yŏngan-bukto")
    'pyonganbukto'
    """
    unmarked = _DIACRITICS.sub("", unicodedata.normalize("NFKD", name.lower()))
    return _SIGNS.sub("", unicodedata.normalize("NFC", unmarked))


def _lower(chunk: str) -> str:
    """Lower case, left out where it has another length."""
    lower = chunk.lower()
    if len(lower) != len(chunk):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in chunk)
    return lower


_INSTEAD = {"quote": "'", "dash": "-", "dot": "·", "half": "\ufffd", "invisible": "", "broken": ""}


def _folded(match: re.Match[str]) -> str:
    """What stands in the folded text for one special stretch."""
    kind, found = match.lastgroup or "", match.group()
    if kind in ("gap", "gaps"):
        return "\n" if len(found) > 1 and len(_LINE_END.findall(found)) > 1 else " "
    if kind in _INSTEAD:
        return _INSTEAD[kind]
    return unicodedata.normalize("NFKC" if kind == "wide" else "NFC", found).lower()
