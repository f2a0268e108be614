"""What is no fact: moods, denial, conditions, what is told in passing."""

from __future__ import annotations

from geo.events.phrases import PhrasePattern
from geo.events.predicates import COMPLETES, GIVEN_UP, Predicate
from geo.events.reading import Reading, SentenceReading
from geo.events.times import LEADER, TIME, has_time
from geo.events.unreal_english import is_unreal_in_english
from geo.events.unreal_korean import is_unreal_in_korean
from geo.text import Pattern

GOVERNED = frozenset(
    {"begin", "finish", "stop", "cancel", "postpone", "ground", "progress", "scheduled", "open"}
)
"""Senses of verbs that say themselves what becomes of the construction that they govern."""

_PARTS = frozenset({"finish", "progress", "begin"})
"""Senses of verbs that tell of a building by a part of it."""

_ASKED = Pattern(
    r"(?:[^.?!:]{0,80}: |\W*)(?:Has|Have|Had|Is|Are|Was|Were|Did|Does|Do|Will|Would|Can|Could|Should|Might"
    r"|What|Which|Who|Whom|Whose|When|Where|How)\b[^.!?]*\?\W*$"
    r"|(?:(?!왜 |어째서|어떻게)[^.!?])*(?:나\?|까[?.]|것인가[?.]|[는은던]가\?|느냐\?)\W*$"
)
"""A question that does not take it for granted."""


def is_unreal(reading: Reading, read: SentenceReading, p: Predicate, stage: str) -> bool:
    """Whether mood or denial make it no fact: what is denied, a condition, an appeal, what is given up."""
    if p.denied or read.junk:
        return True
    if _ASKED.match(reading.text, read.sentence.start, read.sentence.end):
        return True
    planned = stage == "planned"
    if p.mood in ("condition", "wish", "purpose") or p.mood == ("doubt" if planned else "order"):
        return True
    goes_on = (p.governor, p.aspect) == ("hold", "ongoing")  # 기초공사가 진행되고있다
    if p.sense == "part" and p.kind == "noun" and (p.governor in _PARTS or goes_on):
        return False
    if p.kind == "noun" and (_leaves_it_to_its_verb(p) or _is_ordered(p, stage)):
        return True
    if stage == "groundbreaking" and (_is_passing(reading, read, p) or _is_recalled(reading, read, p)):
        return True
    if stage == "inspection" and not (_is_led(reading, read, p) and (p.form != "at" or reading.tells_visits)):
        return True
    s = read.sentence
    visit = stage == "inspection" and p.sense in ("visit", "site")
    often = _OFTEN.search(reading.folded, s.start, s.end) if visit else None
    untimed = often or (visit and _is_of_a_late_leader(reading, read, p))
    if (untimed and not has_time(reading, read, p)) or (visit and p.governor in GIVEN_UP):
        return True
    if p.sense == "visit" and not p.korean and _TIMES_SINCE.match(reading.folded, p.last):
        return True
    since = p.sense == "visit" and _SINCE_FIRST.match(reading.folded, s.start, p.first)
    if since and _SO_OFTEN.match(reading.folded, p.last):
        return True
    told = is_unreal_in_korean if p.korean else is_unreal_in_english
    return told(reading, read, p, stage)


def _leaves_it_to_its_verb(p: Predicate) -> bool:
    """Whether a noun says nothing, since its verb does: `the ceremony for the construction was held`."""
    if p.sense in ("build", "modernize") and p.aspect == "done":
        return True
    if p.sense in ("open", "ground", "finish", "begin", "ceremony"):
        return p.governor in ("postpone", "cancel")
    if p.sense in GIVEN_UP:  # `ordered the closure`, `after a delay`
        return p.governor == "plan" or p.mood == "passing"
    if p.sense == "part" and not (p.korean and p.governor in _WORKS_KO):
        return True
    return p.sense in ("build", "modernize", "run", "plan", "part") and p.governor in GOVERNED


def _is_ordered(p: Predicate, stage: str) -> bool:
    """Whether building or running is only planned: `ordered the construction of a hospital`."""
    return not p.korean and p.governor == "plan" and stage in ("under_construction", "operating")


_WORKS_KO = frozenset({"build", "get", "part"})
"""What else makes of a part of a building a part of the work, in Korean."""

_SINCE = PhrasePattern(
    r"식?[이을의]? ?(?:있은|한|된|올린|[가-힣]{1,6} 울려|[가-힣]{1,6} 울린)? ?(?:서)?{since}"
)


def _is_passing(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether a groundbreaking is only what is reckoned from: `from the ground-breaking to this day`."""
    if p.mood != "passing" and not (p.korean and _SINCE.match(reading.text, p.end)):
        return False
    return not has_time(reading, read, p)


_LATE_LEADERS = {
    "1994-07-08": PhrasePattern(r"\b{late president en}\b|{late president ko}"),
    "2011-12-17": PhrasePattern(r"\b{late chairman en}\b|{late chairman ko}"),
}
"""Days of their deaths, and the names of leaders who can have visited nothing since."""

_LEADER_NOW = PhrasePattern(r"\b{leader now en}\b|{leader now ko}")


def _is_of_a_late_leader(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether a visit was that of somebody who was dead when the text appeared: it has no day of its own."""
    day, start = reading.document.published_on or "", read.sentence.start
    for died, names in _LATE_LEADERS.items():
        named = names.search(reading.folded, start, p.start) if day > died else None
        if named and not _LEADER_NOW.search(reading.folded, named.end(), p.start):
            return True
    return False


def _is_recalled(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether a start is that of a later stage, or a groundbreaking in the background without a time."""
    told = p.aspect != "adjunct" or reading.text.startswith((" 지 ", "지 ", " 때"), p.last)
    told = told or TIME.search(reading.folded, read.sentence.start, p.last + 8) is not None
    if not told and any(q.sense in COMPLETES and q.aspect != "ahead" for q in read.predicates):
        return True  # 첫삽을 박은 병원은 280일만에 준공되였다
    background = reading.depth(read.sentence) > 1 and "ground" not in reading.told
    return p.sense == "ground" and p.aspect == "noun" and background and not has_time(reading, read, p)


_GUIDANCE = Pattern(r"현지지도|현지시찰|현지[료요]해|(?:field|spot) guidance")
"""What nobody but a leader does."""

_AT_SITE = PhrasePattern(r"\b{go to site} (?:the |a |an |various |several )?(?:\w+ ){0,3}$")

_BEFORE = 220
"""Code points before a sentence in which its leader may be named."""


def _is_led(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether a leader is who visits: named in the sentence or right before it; a site alone is no visit."""
    s = read.sentence
    if _GUIDANCE.search(reading.folded, p.start, p.end):
        return True
    if p.sense == "site":
        if p.korean and p.governor != "visit":
            return False
        if not p.korean and not _AT_SITE.search(reading.folded, s.start, p.start):
            return False
    if not p.korean and _OTHERS.search(reading.folded, s.start, p.first):
        return False
    return LEADER.search(reading.text, max(0, s.start - _BEFORE), s.end) is not None


_OTHERS = Pattern(
    r"\b(?:agencies|delegations?|diplomats|ambassadors?|tourists|visitors|reporters|journalists|correspondents"
    r"|residents|students|farmers|workers|officials|cadres|managers|experts|inspectors|people|guests)"
    r"(?: (?:from|of|in) [\w' -]{2,40}?)?(?: who| that|, who)?(?: have| had| also| recently)* $"
)
"""Before a visit: others than a leader who paid it."""

_TIMES = r"\b(?:twice|thrice|(?:{number en}|\d+) (?:times|visits|inspections)|{often en})\b"

_TIMES_SINCE = PhrasePattern(rf"(?:(?!\b(?:that|which|who)\b)[^.;]){{0,60}}?{_TIMES}[^.;]{{0,24}}? since\b")
"""Behind a visit: it is only counted from some time on, `has visited it four times since 2015`."""

_SINCE_FIRST, _SO_OFTEN = Pattern(r"\W*since [^.;]{4,160}, "), PhrasePattern(rf"[^.;]{{0,60}}?{_TIMES}")
"""Around a visit: it is only counted, `since attending the ceremony in May, he has visited it five times`."""

_OFTEN = PhrasePattern(r"\b{often en}\b|{often ko}")
