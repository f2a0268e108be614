"""
Places that are counted in one sentence and named in another.

`Ground was broken in two counties. ... Anak and Sinwon lie ...` and `both counties` or 두 곳 after two names:
the number has to be that of the names (of long lists, most of them), or nothing is concluded.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from geo.events.phrases import PhrasePattern, forms_of
from geo.events.places import place_key
from geo.models import Mention
from geo.text import Pattern

_COUNT = PhrasePattern(
    r"\b(?P<number>both|{number en}|\d{1,2})\b(?: (?:more|other|new|further|additional))?"
    r"(?: [a-z-]+){0,2}? (?:{counted place en}|{counted event})\b",
    needs="{counted place en}|{counted event}",
)
_COUNT_KO = PhrasePattern(r"(?P<number>{number ko}|\d{1,2}) ?(?:개 ?)?{counted place ko}")
_HANGUL = Pattern("[가-힣]")
_POINTING = PhrasePattern(
    r"\b(?:both|(?:the|these|those|all) (?:{number en}|\d{1,2}))(?: [a-z-]+){0,2}? {counted place en}\b"
    r"|(?:^|\s)(?:이 )?{number ko} ?{counted place ko}"
)
_FACILITIES_KO = PhrasePattern(
    r"(?:^|\s)(?:이 |이들 )?(?P<number>{number ko}) ?{counted facility}(?:들)?(?:[은는이가의도]|에서) "
)
_ITS_OWN = PhrasePattern(r"(?:시|군|구역)?(?:의|에|에서)? ?(?:[가-힣]+ ){0,2}[가-힣]*{counted facility}")
"""Behind a place: a facility of its own."""
MOST_COUNTED = 30
NEARLY = 0.7
"""Of a long list so large a share has to be read as places."""


def number_of(words: str) -> int | None:
    """How many places the words (in lower case) count, two or more."""
    match = (_COUNT_KO if _HANGUL.search(words) else _COUNT).search(words)
    if match is None:
        return None
    word = match["number"]
    number = int(word) if word.isdigit() else _numbers().get(word, 2)
    return number if 1 < number <= MOST_COUNTED else None


@cache
def _numbers() -> dict[str, int]:
    """Number words, which stand in order from two on."""
    return {
        word: at for language in ("en", "ko") for at, word in enumerate(forms_of(f"number {language}"), 2)
    }


_AMONG = Pattern(
    r"\b(?:among|one of|two of|some of) (?:them|those|these)\b|^(?:they|these|those|the list) includes?\b"
    r"|그중|그 ?가운데|이 가운데|이중|^여기에는? |등이 (?:포함|대상)"
)


def are_named(number: int, mentions: Sequence[Mention], words: str = "") -> bool:
    """Whether as many places are named as were counted; of more than five most, or some `among them`."""
    named = len({place_key(mention) for mention in mentions})
    if _AMONG.search(words):
        return named <= number
    return named == number or (number > 5 and NEARLY * number <= named <= number)


def owners_of(words: str, recent: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The places of 두 공장: as many as it says of the last ones named, if each has a facility of its own."""
    match = _FACILITIES_KO.search(words)
    number = _numbers()[match["number"]] if match else 0
    last = tuple(recent[-number:]) if number else ()
    return last if len(last) == number and all(_ITS_OWN.match(text, m.end) for m in last) else ()


def pointed_at(words: str, recent: Sequence[Mention]) -> tuple[Mention, ...]:
    """The places that `both counties` or 두 지역 stands for: as many as it says of the last ones named."""
    match = _POINTING.search(words)
    number = number_of(match[0]) if match else None
    if number is None or len(recent) < number:
        return ()
    return tuple(recent[-number:])
