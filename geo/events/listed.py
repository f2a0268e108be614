"""
The items of a list, which belong to the sentence that introduces it.

`Factories were inaugurated on December 20 in the following counties:` and a line for each county: an item
takes the stage, and what it lacks of facility and date, from the introduction.
"""

from __future__ import annotations

import re
from dataclasses import replace

from geo.dates import DatePhrase
from geo.events.clauses import Clause
from geo.events.records import ClauseFinding, Introduction, Reader, place_key
from geo.events.vocabulary import Term
from geo.models import LONGEST_EVIDENCE, Mention
from geo.places import SPECIAL_CITIES
from geo.text import Sentence

LONGEST_LINE = 120
"""Code points of an item that has no bullet."""
FEW = 3
"""So many other words may stand in an item before its place, or in one without a bullet."""

_COLON = re.compile(r"[:：]\W*$")
_POINTS = re.compile(
    r"\b(?:the following|as follows|these|listed below|below)\b"
    r"|다음(?:의|과 같| \S{0,8}(?:시|군|지역|곳|고장))|아래(?:의|와 같| \S{0,8}(?:시|군|지역|곳))|如下|以下",
    re.IGNORECASE,
)
_PLACES_BEFORE_COLON = re.compile(
    r"(?:counties|cities|districts|areas|regions|places|sites|localities|follow\w*|\b(?:in|at|are|were)"
    r"|시|군|군들|지역|지역들|곳|곳들|고장|고장들)\W*$",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"\b(?:attend\w*|participants?|present were|were present|guests|speakers)\b|참가|참석|연설자|토론자",
    re.IGNORECASE,
)
"""Words of an introduction whose list is one of people."""
_SENTENCE_END = re.compile(r"(?:[.!?。！？]|다)[\"'”’)\]》」』]*$")
_WORD = re.compile(r"[^\W\d_]{2,}")


def with_introduction(reader: Reader, sentence: Sentence, whole: Clause) -> Clause:
    """An item with what its introduction says; any other sentence as it is."""
    told = reader.memory.introduced
    if told is None or not _is_of_the_list(reader, sentence, whole, told):
        return whole
    places = whole.places or _special_city(reader, sentence)
    facilities = whole.facilities or told.facilities
    if not places or not facilities or not _is_led_by(reader, sentence, whole, places[0].start):
        return whole
    stages = {cue.value for cue in told.cues}
    cues = whole.cues or tuple(replace(cue, start=whole.start, end=whole.start) for cue in told.cues)
    lent = not whole.dates and {cue.value for cue in cues} <= stages
    return replace(
        whole, cues=cues, places=places, facilities=facilities, dates=told.dates if lent else whole.dates
    )


def remember_introduction(reader: Reader, sentence: Sentence, whole: Clause) -> None:
    """Keep what a sentence says of the list behind it, as long as the list goes on."""
    memory = reader.memory
    told = memory.introduced
    settled = tuple(cue for cue in whole.cues if cue.value != "same")
    if told and _is_of_the_list(reader, sentence, whole, told):
        memory.introduced = replace(told, last=sentence)
    elif settled and not (sentence.is_title or sentence.is_caption) and _introduces(reader, sentence, whole):
        memory.introduced = Introduction(sentence, settled, whole.facilities, whole.dates, sentence)
    else:
        memory.introduced = None


def as_introduced(reader: Reader, finding: ClauseFinding) -> ClauseFinding:
    """The finding of an item as one of its introduction, where the evidence begins if it is not too long."""
    told = reader.memory.introduced
    if told is None:
        return finding
    start = told.sentence.start if finding.end - told.sentence.start <= LONGEST_EVIDENCE else finding.start
    rule = f"{finding.rule} + list"
    return replace(finding, start=start, sentence=told.sentence, rule=rule)


def _introduces(reader: Reader, sentence: Sentence, whole: Clause) -> bool:
    """Whether a sentence says something of places that it leaves to a list."""
    words = reader.text[sentence.start : sentence.end]
    if _OF_PEOPLE.search(words):
        return False
    colon = _COLON.search(words) is not None
    if whole.places and not (colon and _PLACES_BEFORE_COLON.search(words)):
        return False
    return colon or _POINTS.search(words) is not None or not _SENTENCE_END.search(words)


def _is_of_the_list(reader: Reader, sentence: Sentence, whole: Clause, told: Introduction) -> bool:
    """Whether a sentence goes on with the list: an item, more of one, or a short line behind a colon."""
    if sentence.number != told.last.number + 1 or sentence.is_title:
        return False
    if sentence.is_item:
        return True
    begun = told.last.number > told.sentence.number
    if sentence.paragraph == told.last.paragraph:
        return begun and not whole.cues
    words = reader.text[sentence.start : sentence.end]
    colon = _COLON.search(reader.text, told.sentence.start, told.sentence.end) is not None
    if begun and _COLON.search(words) and len(words) <= LONGEST_LINE:
        return True  # a heading inside the list: `South Phyongan Province:`
    bare = colon and len(words) <= LONGEST_LINE and not _SENTENCE_END.search(words) and not whole.cues
    return bare and _other_words(reader, sentence, whole, sentence.start, sentence.end) <= FEW


def _is_led_by(reader: Reader, sentence: Sentence, whole: Clause, at: int) -> bool:
    """Whether little stands in an item before its place, or it states a stage of its own."""
    return bool(whole.cues) or _other_words(reader, sentence, whole, sentence.start, at) <= FEW


def _other_words(reader: Reader, sentence: Sentence, whole: Clause, start: int, end: int) -> int:
    """How many words of a stretch are neither of a place, a facility nor a date."""
    spans = [(m.start, m.end) for m in reader.mentions if sentence.start <= m.start < sentence.end]
    items: tuple[Term | DatePhrase, ...] = (*whole.facilities, *whole.dates)
    spans += [(item.start, item.end) for item in items]
    words = (word.start() for word in _WORD.finditer(reader.text, start, end))
    return sum(not any(a <= at < b for a, b in spans) for at in words)


def _special_city(reader: Reader, sentence: Sentence) -> tuple[Mention, ...]:
    """The special city that an item consists of: `- Nampho`."""
    inside = [m for m in reader.mentions if sentence.start <= m.start < sentence.end]
    return tuple(m for m in inside[:1] if m.outcome == "resolved" and place_key(m) in SPECIAL_CITIES)
