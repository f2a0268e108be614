"""
Places that are counted in one sentence and named in another.

`Ground was broken in four counties. ... The four, A, B, C and D, lie ...` and `both counties` or 두 지역
after two names: the number has to be that of the names, or nothing is concluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from geo.events.clauses import Clause
from geo.events.records import Counted, place_key
from geo.events.vocabulary import Term
from geo.models import Mention

_ENGLISH = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
)
_KOREAN = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_PLACES = r"(?:counties|cities|areas|regions|sites|places|localities|districts|cities and counties)"
_COUNT = re.compile(
    rf"\b(?P<word>both|{'|'.join(_ENGLISH)}|\d{{1,2}})\b(?: (?:more|other|new|further|additional))?"
    rf"(?: [a-z-]+){{0,2}}? (?:{_PLACES}|ceremonies|ground-?breakings|inaugurations|openings)\b"
    rf"|(?P<native>{'|'.join(_KOREAN)}|\d{{1,2}}) ?(?:개 ?)?(?:지역|시, ?군|시·군|시군|군|곳|고장)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    rf"\b(?:both|(?:the|these|those|all) (?:{'|'.join(_ENGLISH)}|\d{{1,2}}))(?: [a-z-]+){{0,2}}? {_PLACES}\b"
    rf"|(?:^|\s)(?:이 )?(?:{'|'.join(_KOREAN)}) ?(?:지역|시, ?군|군|곳|고장)",
    re.IGNORECASE,
)


def counted(words: str, whole: Clause, cues: Sequence[Term]) -> Counted | None:
    """What a sentence states of a number of places that it does not name."""
    number = number_of(words)
    if number is None or whole.places or not whole.facilities or not cues:
        return None
    return Counted(number, tuple(cues), whole.facilities, whole.dates)


MOST_COUNTED = 99
"""No sentence counts more places than this, so that of those named before no more are kept."""
NEARLY = 0.7
"""Of a long list so large a share has to be read as places."""


def number_of(words: str) -> int | None:
    """How many places the words count, two or more."""
    match = _COUNT.search(words)
    if match is None:
        return None
    word = (match["word"] or match["native"]).lower()
    if word.isdigit():
        number = int(word)
    elif word in _ENGLISH:
        number = _ENGLISH.index(word) + 2
    else:
        number = _KOREAN.get(word, 2)
    return number if number > 1 else None


def are_named(whole: Clause, told: Counted) -> bool:
    """Whether a sentence names as many places as were counted; of more than five, most of them."""
    named = len({place_key(place) for place in whole.places})
    return named == told.number or (told.number > 5 and NEARLY * told.number <= named <= told.number)


def pointed_at(words: str, recent: Sequence[Mention]) -> tuple[Mention, ...]:
    """The places that `both counties` or 두 지역 stands for: as many as it says of the last ones named."""
    match = _POINTING.search(words)
    number = number_of(match[0]) if match else None
    if number is None or len(recent) < number:
        return ()
    return tuple(recent[-number:])


def with_recent(recent: Sequence[Mention], places: Iterable[Mention]) -> tuple[Mention, ...]:
    """The places named so far, each once, in the order in which they were last named."""
    kept = {place_key(place): place for place in recent}
    for place in places:
        kept.pop(place_key(place), None)
        kept[place_key(place)] = place
    return tuple(kept.values())[-MOST_COUNTED:]
