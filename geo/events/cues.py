"""Which stage cues state a fact: no wishes, forecasts, conditions or mere mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.events import vocabulary
from geo.events.records import Reader
from geo.events.vocabulary import Term
from geo.text import Sentence


def kept_cues(reader: Reader, sentence: Sentence) -> Iterator[Term]:
    """Cues that say a thing has happened, or is planned."""
    text = reader.text
    for cue in vocabulary.find_cues(text, sentence.start, sentence.end):
        before = vocabulary.words_before(text, cue.start, sentence.start)
        if sentence.is_title and len(_QUOTE.findall(text, sentence.start, cue.start)) % 2:
            continue
        after = text[cue.end : min(sentence.end, cue.end + 140)]
        if cue.value != "planned" and _is_unreal(cue, before, after, text):
            continue
        if (
            cue.value == "completed"
            and _WHICH_STANDS.match(text[cue.start : cue.end])
            and re.search(r"\b(?:which|that|site) $", before)
        ):
            continue
        led = _led_before(reader, text[sentence.start : cue.end]) or any(
            pending.value == "inspection" for pending in reader.memory.pending
        )
        if (
            cue.value == "inspection"
            and not led
            and not _is_leaders(text[sentence.start : sentence.end], before)
        ):
            continue
        yield cue


_COUNTED = re.compile(r"\b(?:first|second|third|fourth|fifth|last|latest|next|only)(?: \w+){0,4} to be $")
"""`The second to be inaugurated` is a fact, not a plan."""
_QUOTE = re.compile('["“”]')
"""In a title, what stands between these is somebody's word."""


def _is_unreal(cue: Term, before: str, after: str, text: str) -> bool:
    """Whether the words around a cue make it a wish, a condition, a forecast or a mere mention."""
    counted = _COUNTED.search(before) is not None
    if (not counted and vocabulary.VETO_BEFORE.search(before)) or vocabulary.VETO_AFTER.match(after):
        return True
    if cue.value != "inspection" and _THANKS.search(before):
        return True
    if _SENT.search(text, cue.start, cue.end) and _PEOPLE.search(before):
        return True
    if cue.value == "under_construction" and before.endswith("had been ") and after.startswith(" since"):
        return True
    if _AFTERWARDS.match(after) and not _DATE_BEFORE.search(before):
        return True
    if "가" <= text[cue.start] <= "힣":
        return any(veto.match(after) for veto in _KO_VETOES)
    noun = re.search(
        r"(?:ing|ion|ings|ions|ceremony|ceremonies|completion|construction)(?: of)?$",
        text[cue.start : cue.end].lower(),
    )
    denied = re.search(r"\b(?:no|without|any)(?: \w+)? $", before) is not None
    if cue.value == "same" and denied:
        return True
    if noun is None or cue.value == "under_construction":
        return False
    dated = before.endswith(("since ", "since a ", "since the ", "from the ")) and _DATED.match(after)
    passing = _passing(before) and not dated
    return denied or passing or vocabulary.SCHEDULED_AFTER.match(after) is not None


_SENT = re.compile(r"\bsent (?:to|out)\b")
_PEOPLE = re.compile(
    r"\b(?:engineers?|officials?|workers?|teams?|experts?|soldiers?|doctors?|nurses?|students?|cadres?|managers?"
    r"|builders?|technicians?|delegations?|groups?)\b"
)
"""Before `was sent to`: those who went there, not what a factory makes."""
_KO_VETOES = (vocabulary.KO_FUTURE_AFTER, vocabulary.KO_DENIED_AFTER, vocabulary.KO_NOT_DONE_AFTER)


_DATED = re.compile(
    r"^(?: ceremony)?,? (?:in|on|last|held|early|late|of) (?:\w+ ){0,2}?(?:[A-Z]|\d|last|month|year)"
)
"""A time of its own behind a ceremony: `since a groundbreaking ceremony in March`."""


def _led_before(reader: Reader, words: str) -> bool:
    """Whether `the visit` goes on about a leader's visit."""
    stage = reader.memory.stage
    return stage is not None and stage.value == "inspection" and _GOES_ON.search(words) is not None


_GOES_ON = re.compile(
    r"[Tt]he (?:visit|tour|trip|inspection)$|^\W*(?:그는|그가|이어|이날|같은 날)\s"
    r"|(?:^\W*|\b(?:이번|이|그) )(?:방문|시찰|현지지도|참관)$"
)


_WHICH_STANDS = re.compile(r"stands?\b", re.IGNORECASE)


_AFTERWARDS = re.compile(r"^ ?(?:후|이후|이래|때로부터|하자마자|한 ?지|된 ?지)(?![가-힣]{2})")
_DATE_BEFORE = re.compile(r"(?:일|월|년|초|말|어제|전날|날)(?:에)? ?$")
"""A ceremony that only tells since when, 준공후, unless it has a day of its own."""


_THANKS = re.compile(
    r"(?:s[ae]e(?:n|s)?|saw) (?:to it )?that [^.]*$|(?:let|had|made|ordered) (?:an?|the|it|them|this"
    r"|these|such|modern|new|many) [^.]{0,40}$|to have [^.]{0,40}$"
)


_PASSING = re.compile(
    r"\b(?:since|from|until|till|preparations? for|preparing for|ahead of|before|prior to|in time for"
    r"|on the eve of"
    r"|upcoming|coming|planned|next) (?:the |its |their |a |this |that |first |day of (?:the )?)*$"
)


def _passing(before: str) -> bool:
    """Whether a ceremony is only a point of reference: `from the ground-breaking to this day`."""
    return _PASSING.search(before) is not None


def _is_leaders(sentence: str, before: str) -> bool:
    """Whether a visit is a leader's."""
    return vocabulary.LEADER.search(sentence) is not None and "official" not in before[-25:]
