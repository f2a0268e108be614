"""What an English predicate is said of: `the road to the hospital was completed` tells of no hospital."""

from __future__ import annotations

from geo.events.grouping import Group
from geo.events.phrases import PhrasePattern
from geo.events.predicates import PASSIVE, Predicate
from geo.events.reading import Reading, SentenceReading
from geo.text import Pattern

_TOLD = frozenset({"open", "finish", "build", "appear", "modernize", "progress"})
"""Senses that are said of what is built, and of anything else that is."""
_BEHIND_NOUN = PhrasePattern(
    r"\b(?!(?:{no part}|{work}|{facility noun}|{stands for it}|broken|ground)\b)[a-z][a-z'-]+"
    r" (?:of|for|to|at|near|between|beside|behind|inside|outside|around|by"
    r"|linking|connecting|serving|joining)"
    r" (?:(?:build|open|runn|complet)ing )?"
    r"(?:the |an? |its |their |this |that |new |all )*(?:(?!{determiner en}\b)[\w'’-]+ ){0,4}$"
)
"""Before a facility: what a preposition ties it to."""
_ITS_THING = PhrasePattern(r"'s? (?!(?:{no part}|{work})\b)(?:(?!own )[\w-]+ ){1,4}$")
"""Between a facility and its verb: what it owns, `the hospital's ambulance was handed over`."""
_WINDOW = 90
"""Code points before a verb, or a facility, in which the words that are of it stand."""
_OWN_THING = PhrasePattern(r"'s (?!(?:{no part}|{work})\b)[a-z]")
_SUBJECT = PhrasePattern(
    r"(?:^|[,;:] |\b(?:and|but|while|when|where|after|before|as|that|because|since|if) )"
    r"(?:an?|its|their|several|two|three) (?:[a-z-]+ ){0,3}(?!{facility noun}\b)[a-z-]+"
    r"(?: (?:of|for|in|at) [\w '’-]{2,40})? $"
)
"""A subject right before its verb that is no facility: `when a new wing was opened`."""
_NAMED_THING = PhrasePattern(
    r"\b(?:after|before|when|as|that|while|and|where) (?:the )?"
    r"(?:(?!{determiner en}\b)[\w'’-]+ ){1,4}{other item}"
    r" (?:(?:was|were|has been|had been|is|are) )?$"
)
"""A subject that is none of ours, by its last word: `after the Sinphung Leisure House was opened`."""
_IN_OR_FROM = PhrasePattern(
    r"\b(?!(?:{no part}|{work}|{stands for it})\b)[a-z][a-z'-]+ (?:from|of|in|at|on|over|above|behind|inside)"
    r" (?:the |its |their )?(?:(?!an? |the )[\w'’-]+ ){0,4}$"
)
"""Before a facility where something else appears: `smoke from the mill`, `prices of goods of the mill`."""
_CHORE = PhrasePattern(
    r"\b{chore} (?:of|for|at|to|in|on) (?:(?:the |an? |its )?[\w'’-]+ (?:of|for|at|to|in) )?"
    r"(?:the |an? |its )?(?:(?!{determiner en}\b)[\w'’-]+ ){0,3}$"
)
"""Before a facility: what is done for it or in it, `the delivery of beds to the hospital was completed`."""
_IN_ITS_LIST = Pattern(
    r"\b(?:with|including|featuring|housing|comprising) (?:an?|its|two|three|several) [^;.]{0,60}$"
)
"""Before the last of what a facility has: `a complex with a cinema and a sauna was opened`."""
_OBJECT = PhrasePattern(
    r" (?!(?:{behind noun}|and|or|ahead|not|only|also|back|up)\b)(?:[\w'’-]+ ){0,4}?"
    r"(?!(?:{no part}|{work}|{facility noun}|{stands for it}|{share}|{determiner en})\b)[a-z][a-z'-]+"
    r" (?:of|for|to|at|near|beside|behind|inside|outside|around|by|connecting|linking|leading to|serving)"
    r" (?:the |an? |its |their |this |that |new |all )*(?:(?!{determiner en}\b)[\w'’-]+ ){0,4}"
)
"""Between a verb and a facility that only says what its object is for: `opened a wing at the hospital`."""
_MADE_FOR = PhrasePattern(r" (?:(?!{maker}\b)[^ ;]+ ){1,6}(?:for|to) (?:(?!(?:at|in|by)\b)[\w'’-]+ ){0,6}")
"""Between a verb and a facility that goods are for: `produced trucks for the building of mills`."""
_ITS_HOME = PhrasePattern(
    r"\b{lodging}(?: [\w'-]+){0,3} (?:of|at|for|in) (?:the |its )?(?:(?!an? )[\w'’-]+ ){0,4}$"
)
"""Before a facility: a building of those who work there, `the hostel of the mill`."""
_ABOUT = PhrasePattern(r"\b{about it} (?:on|about|of) (?:the |an? |its )?(?:[\w'’-]+ ){0,4}$")
"""Before a facility: something that is about it, or shows it."""
_TO_BUILD = Pattern(
    r"\b(?:plan|proposal|design|blueprint|decision|model|drawing|vision|scheme)s? (?:to [a-z]+|for|of)"
    r" (?:the |an? |its )?(?:(?!an? |the )[\w'’-]+ ){0,4}$|, (?:un|\w+er )?(?:like|than) $"
)
"""Before a facility: a plan of it, which is made or shown: `a plan to build a hospital was unveiled`."""
_CAME_TO = Pattern(r"[^;.]* (?:attended|came to|watched|went to|spoke at) (?:the|an?) (?:[\w'’-]+ ){0,6}")
"""Between those of a facility and a ceremony elsewhere: `the manager of the mill attended the opening`."""
_THING = PhrasePattern(r"\b{no facility} $|\b(?:like|than) (?:the one|that|those|another)\b[^,]*$")
"""Before a participle: what it describes, `power from the dam finished in May`, `like the one opened in`."""
_HE = Pattern(r"\b(?:he|she|we|i|you|who|they) $")
"""Before `rose` and `stood`: somebody did."""
_NEAR = 40
"""Code points between a facility and a verb with the same subject, for the place that stands between."""
_BY_ITSELF = Pattern(r" opened (?!(?:the|an?|its|their|his|her|all|up|to|for|two|three)\b)")
_FINITE = Pattern(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
_WHICH = Pattern(r",? (?:which|that) $")
_RIGHT_BEFORE = 30
"""Code points between a facility and the clause that describes it, for the place that it has behind it."""
_IS_NEAR = Pattern(
    r"\b(?:near|beside|opposite|outside|close to|next to|not far from) (?:the |an? |its )?(?:[\w'’-]+ ){0,3}$"
)
_NOT_SEEN = PhrasePattern(
    r"\b(?:(?:{person before}|homes?|houses|families) (?:of|at|from)"
    r"|(?:near|beside|opposite|outside|close to|next to|not far from)) (?:the |an? |its )?(?:[\w'’-]+ ){0,3}$"
)
"""Before a facility: it is told of who works there, or of what stands near it."""


def is_of_another_thing(reading: Reading, read: SentenceReading, p: Predicate, group: Group) -> bool:
    """Whether the subject of a predicate is no facility, but what stands at, for or in one."""
    folded, start = reading.folded, read.sentence.start
    if p.sense in ("visit", "site") and group.start >= p.end:
        return _is_not_seen(reading, group, p.end - 1)
    near = p.sense in ("begin", "run") or p.kind == "noun"
    if near and group.start >= p.end and _IS_NEAR.search(folded, p.end, group.start):
        return True
    if p.sense == "run" and p.kind == "verb" and group.start >= p.end:
        return _MADE_FOR.fullmatch(folded, p.end, group.start) is not None
    if p.kind == "noun" and p.sense in ("open", "ground") and group.end <= p.first:
        return bool(_CAME_TO.fullmatch(folded, group.end, p.first)) and _is_not_seen(reading, group, start)
    low = start if group.end <= p.first else p.end
    part, behind = "part" in p.companions, group.start >= p.end
    rises = p.sense == "appear" and p.kind == "verb" and (behind or not part)
    if rises and _IN_OR_FROM.search(folded, p.start if behind and not part else low, group.start):
        return True
    if p.sense == "finish" and _CHORE.search(folded, low, group.start):
        return True
    if p.sense not in _TOLD or p.kind == "noun" or "part" in p.companions:
        return False
    if _ITS_HOME.search(folded, max(start, group.start - _WINDOW), group.start):
        return True
    low = max(start, group.start - _WINDOW)
    if group.end <= p.first and (
        _ABOUT.search(folded, low, group.start) or _TO_BUILD.search(folded, low, group.start)
    ):
        return True
    bare = group.end <= p.first == p.start
    if bare and _THING.search(folded, group.end, p.first):
        return True
    itself = group.end <= p.first and _BY_ITSELF.match(folded, p.start - 1, p.last + 8) is not None
    itself = itself and _FINITE.search(folded, start, read.sentence.end) is None
    if p.kind == "verb" and p.form not in PASSIVE and not (itself or _is_passive_perfect(folded, p)):
        if group.start < p.end:
            theirs = _is_not_seen(reading, group, start) or _HE.search(folded, start, p.first)
            return p.sense == "appear" and bool(theirs)
        if group.start >= p.end and _OBJECT.fullmatch(folded, p.end, group.start):
            return True
        return _is_not_seen(reading, group, p.end - 1) or _OWN_THING.match(folded, group.end) is not None
    window = max(start, p.first - _WINDOW)
    if (own := _SUBJECT.search(folded[window : p.first])) and not (
        any(window + own.start() < g.end and g.start < p.first for g in read.groups)
        or _IN_ITS_LIST.search(folded, group.end, window + own.start() + 1)
    ):
        return True
    low = max(group.end if group.end <= p.first else start, window)
    if p.kind == "verb" and _NAMED_THING.search(folded, low, p.first):
        return True
    if group.end > p.first:
        return False
    if which := _WHICH.search(folded, max(start, p.first - 7), p.first):
        return _is_nearer(read, group, which.start())
    if _ITS_THING.fullmatch(folded, group.end, p.first):
        return True
    near = p.first - group.end <= _NEAR and (itself or _FINITE.match(folded, p.first) is not None)
    return near and _BEHIND_NOUN.search(folded, max(start, group.start - _WINDOW), group.start) is not None


def _is_not_seen(reading: Reading, group: Group, start: int) -> bool:
    """Whether words from `start` on say that a facility is but where somebody works, or something stands."""
    return _NOT_SEEN.search(reading.folded, max(start, group.start - _WINDOW), group.start) is not None


def _is_nearer(read: SentenceReading, group: Group, at: int) -> bool:
    """Whether another facility stands nearer before a clause: `pumps for the hospital that was opened`."""
    return any(group.end < g.start and g.end <= at <= g.end + _RIGHT_BEFORE for g in read.groups)


def _is_passive_perfect(folded: str, p: Predicate) -> bool:
    return p.kind != "verb" or (p.form == "perfect" and " been " in folded[p.first : p.start])
