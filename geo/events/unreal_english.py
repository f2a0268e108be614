"""English words that make of a predicate no fact: denial, wishes, conditions, figures of speech, ..."""

from __future__ import annotations

import re

from geo.events.phrases import PhrasePattern
from geo.events.predicates import COMPLETES, GIVEN_UP, PASSIVE, Predicate
from geo.events.reading import Reading, SentenceReading
from geo.events.times import TIME, has_time
from geo.text import Pattern

_DENIAL = PhrasePattern(
    r"\b(?<!not )(?:{denial}|far from(?=(?: being)? $)|no {word of}s?(?: yet)? (?:that|of|on|about)"
    r"|{denies}(?: that|(?: [\w'-]+){0,7}? {said to be} (?:that|of|on|about)))\b[^.;,]{0,90}$"
)

_BACKGROUND = Pattern(r"\b(?:for|of|at|in|on|from) which |\bwhere $|\bwhose ")

_CONDITION = Pattern(
    r"\b(?:once|if|unless|until|till|as soon as|whether|in case|provided|only when|whenever"
    r"|(?:every|each) time|normally|usually|as a rule"
    r"|(?<!day )(?<!week )(?<!month )(?<!year )before)\b(?:(?!, (?:but|while)\b)[^.;:]){0,90}$"
)

_WHEN, _WILL = Pattern(r"\bwhen [^.;:,]{0,80}$"), Pattern(r"\b(?:will|is to|are to) ")
"""A time that is still to come, and what will be then: `will work there when the mill opens`."""

_CONDITIONAL = frozenset({"present passive", "present", "base", "state", "perfect"})

_TODAY = Pattern(r"\b(?:today|now|hereby)\b[^.;]{0,24}\bwe (?:\w+ly )?$|\bwe (?:now|hereby|today) $")
"""Before the bare verb of a speech at a ceremony: `today we break ground`."""

_LET_US = Pattern(r"\b(?:let us|let's|let|make|made|must|to) $")

_WORK_BEHIND = PhrasePattern(r" (?:of|on|to|for) (?:\w+[ -]){0,6}?{work}")

_STOPPED = PhrasePattern(r"\b(?:stop\w*|ceas\w+|quit|halt\w*|without|instead of|before|from|{lag} in) $")

_ONCE = Pattern(
    r"\b(?:when|since|after|from the time|by the time) (?:the |its |their )?(?:[\w'-]+ ){0,5}$", re.IGNORECASE
)
"""Before a groundbreaking that only says from when on."""

_PRESENT = PhrasePattern(r"\b{looks on} $")
"""Before `when ground was broken`: somebody was there, so that it is told."""

_ONCE_THEN = Pattern(
    r"\b(?:before the (?:war|famine|flood|liberation)|in those days|back then|formerly|until (?:19|20)\d\d)\b"
)
"""Beside what a works made: it no longer does."""

_MISHAP = Pattern(r"\b(?:accident|explosion|fire|killed|burst)\b[^;]* (?:after|when|while|which) [^;]*$")
"""Before what a works did: it only says how something came to grief there."""

_AS_A_MODEL = Pattern(r" (?:the |its )?[\w' -]{3,60} as (?:a|an|the|its) (?:model|example|standard)\b")
"""Behind `chose`: what others learn from stands already."""

_MEANWHILE = Pattern(r"\b(?:while|when|as) [^,;.]{0,50}$")
"""Before a past state: when something else happened, `while it was under construction`."""

_USUALLY = Pattern(r"\b(?:usually|normally|typically|generally|ordinarily|often)\b")

_TOLD_TO = Pattern(
    r"\b(?:call\w* (?:on|upon)|urg\w+|ask\w*|order\w*|instruct\w*) [^.;:]{2,90}? to (?!be\b)[a-z]+\b[^.;:]*$"
)
"""Before a gerund: what somebody is to do, `called on them to solve the problems of running it`."""

_CALLED_FOR = Pattern(
    r"\b(?:call\w*|urg\w+|appeal\w*|press\w*|hop\w+|demand\w*|ask\w*|arrested|punished|fired|jailed) for $"
    r"|\b(?:dream\w*|hopes?|idea) of $"
)

_GIVEN = Pattern(
    r"\b(?:gave|given|issued?|put out|handed down|sent|passed) (?:out |down )?(?:the |an? )?(?:\w+ )?$"
)
_THAT_BE = Pattern(
    r" (?:to the effect )?that [^.;]{2,90} be (?:built|set up|erected|constructed|established|put up)\b"
)
"""Around a noun of ordering: that it was given, and what is to be built."""

_SPEEDS = Pattern(r"(?:speed|step|accelerat|push|hasten|spur|press|resum)\w*")

_WITH_IT, _ITS_MATTER = Pattern(r" with (?!the (?:construction|building|work|project)|construction|work)"), 60
"""Behind what moves forward: some other matter, unless a facility follows within so many code points."""

_PREPARES = Pattern(
    r" (?:with |on )?(?:the |its |their )?(?:\w+ )?(?:to make )?(?:preparation|arrangement)s?\b"
)
"""Behind what gets on: it is still to come, `stepping up preparations for the operation`."""


def _speeds_something_else(folded: str, read: SentenceReading, p: Predicate) -> bool:
    """Whether what goes on is neither building nor a facility: `speeding up the making of uniforms`."""
    if not _SPEEDS.match(folded, p.start) or p.companions & {"work", "part"}:
        return False
    return not any(0 <= group.start - p.end <= 40 for group in read.groups)


_MADE_READY = PhrasePattern(
    r"\b{made ready} (?:for|of|on|to discuss) (?:the |its |their |an? )?(?:[\w-]+ ){0,2}$"
)
"""Before what is still to come: `measures for opening`, `materials needed for the normal operation`."""

_BUT_NOT = Pattern(
    r"[^.;]{0,120}?\b(?:but|yet|though) (?:\w+ ){0,3}?"
    r"(?:dropped|gave up|given up|abandoned|shelved|scrapped|cancel\w+|never|did not"
    r"|changed (?:its|his|their) mind)\b"
)
"""Behind a plan: what became of it, `had planned to build a mill but dropped the idea`."""

_REJECTED = Pattern(
    r"\b(?:proposal|plan|request|bid|idea)s? (?:to|for) [^.;,]{0,90}? (?:was|were|has been|have been)"
    r" (?:rejected|turned down|vetoed|voted down)\b"
)

_WITH_CEREMONY = Pattern(
    r"\b(?:inaugurated|opened|completed|begun|started) with (?:an? |due |great )?(?:\w+ )?$"
)

_WAS_TO_BE = Pattern(r" (?:(?:at|in|during) which|where) [^.;]{2,110}? (?:was|were) to\b")
"""Behind a ceremony: what should have been done there."""

_DAY_WHEN = Pattern(
    r"\b(?:long|longs|hope|hopes|wait|waits|waiting|dream|dreams|look forward|looking forward)\b"
    r"[^.;]{0,20} (?:day|time|moment|hour) (?:when|on which|that) [^.;]{0,80}$"
)
"""Before what is longed for: `long for the day when it is opened`."""

_OTHER_BEGINNING = PhrasePattern(
    r"\b(?:{other beginning})(?! (?:work|construction|project))"
    r"(?:,? (?:of|for|on|to|about|over|with|from|in|at|between|by|into)\b"
    r"(?:(?!(?:, |\b(?:and|but|while|where|when|before|after) )(?:\w+ ){0,2}{work}\b)[^.;:])*)? $",
    needs="{other beginning}",
)
"""Before `began`: no building did, `preparations for the construction of the hospital have begun`."""

_BEGINS_OTHER = PhrasePattern(
    r" (?:with |of |on )?(?:(?:the|its|their|an?|full) )?(?:[\w-]+ )?(?:{other beginning})\b"
)
"""Behind `began` or `the start of`."""

_ON_THEIR_OWN = Pattern(r"\bwork on their own $")

_NOT_HELD = Pattern(
    r"(?:[^.;,]{0,60}, [^.;,]{3,50},)?[^.;,]{0,80}"
    r" (?:not|never|\w+n't)(?: yet| been)* (?:take place|took place|taken place|held|happen|reported)\b"
)
"""Behind a ceremony: there was none."""

_GIVEN_UP = PhrasePattern(r"\b{given up before}(?: the| its| their| an?| his)? (?:[\w'-]+ ){0,3}$")

_EVERY = PhrasePattern(r"[^.;]{0,70} {every time}\b")

_HELD_OFTEN = PhrasePattern(r"[^.;]{0,60}? (?:is|are|takes? place) (?:[^.;]{0,30} )?{every time}\b")
"""Behind a ceremony: there is one again and again."""

_ONLY_ONE = Pattern(
    r"\b(?:only|just) (?:the (?:first|second|third|last|latter|former)|one|two|three|some|a few)"
    r"(?: of (?:them|these))?(?: (?:is|are|was|were|has|have|had|been|yet|so far))* $"
)
"""Before what is told of but one of several."""

_ONE_OF_THEM = Pattern(r"(?: for| of)? (?:the )?(?:first|second|third|last|one|two) of (?:them|these)\b")

_DENIED_BEHIND = PhrasePattern(
    r"[^.;:,]{0,40}?\b{said to be} (?:that|of|about) (?:(?!when\b|, (?:and|but|wh))[^.;:]){0,160}"
    r" (?:(?:is|are|was|were|has|have|turned|proved) (?:(?!never )\w+ ){0,3}?{untrue}(?! (?:by no|an?|the)\b)"
    r"|(?:could|can|have|has|were|are) ?not (?:\w+ ){0,2}(?:confirmed|verified)"
    r"|(?:do|does|did) not (?:hold|stand))\b"
)
"""Around what is denied: `reports that the farm has opened are untrue`."""

_SUPPOSED = Pattern(
    r"\W*(?:would that|may (?:an?|the|our|your|this|it|he|she|they|all|every))\b"
    r"|\W*only (?:if|once|when|after)(?! (?:has|have|had|did))\b[^.;:]{0,160}\b(?:can|will|would)\b"
    r"|\W*(?:if|had|should|were(?! it not))\b[^.;:]*\bwould\b|[^.;:]*\bwould\b[^.;:]{0,40}\bif\b"
)
"""Of what might have been."""

_ONLY_IF = Pattern(r"\bonly (?:if|in the event|in case|on condition|once|when|after)\b")

_ORDERS_OTHERWISE = PhrasePattern(
    r"(?:(?:order|instruct|direct|task)\w* (?:(?!(?:that|to|and|for|with)\b)[\w'’-]+,? ){1,11}?"
    r"|(?:promis|pledg|vow|resolv|decid)\w* )to (?!(?:{sets up}|help|have|get|jointly|also|first)\b)[a-z]+"
)
"""An order, or a promise, to do something else than to build: `told officials to care for the hospital`."""

_AS_PLANNED = Pattern(r" (?:as|than) $")

_SOUTHERN = PhrasePattern(
    r"\b(?:in|of) (?:the )?(?:{the south}|south(?! (?:ph?y|p'y|hwang|ham[gk])))\b[^,;.]{0,30}$"
    r"|(?:^|[.,;] )(?:{the south}|seoul|the south)(?: has| had| also| \w+ly)* $"
)

_TO_SITES = Pattern(r"\b(?:to|for|at other) (?:the |other |all )?(?:\w+ )?$")
"""Before building sites that something is sent to."""

_WHO_DID = Pattern(r"\bwho (?:\w+ly )?$")

_WHOSE = Pattern(r"\b(?:whose|which|that) (?:\w+ ){0,2}$")
"""A relative clause says what a facility is for: `factories, whose lines turn out noodles`."""

_EFFORT = PhrasePattern(
    r"\b{effort}\b(?:(?!{work}\b|(?:complet|finish|construct|renovat)\w+)[^.;:]){0,90}?,?"
    r" (?:(?:now|also|already|still) )?$"
)
"""The subject of what gets on: no building does, `a campaign to save energy is in full swing`."""

_OF_NO_WORK = PhrasePattern(
    r" of (?:the |its |their |all )*(?:[\w'-]+ ){0,2}?{no work}\b(?! (?:building|hall|block)s?)"
)
"""Behind a share: it is none of the building, `80 percent of its raw materials`."""


def _only_hastens(read: SentenceReading, p: Predicate) -> bool:
    """Whether an order is for what is built already: `ordered that it be finished`."""
    told = next((q for q in read.predicates if q.kind == "verb" and p.last <= q.first), None)
    return told is not None and told.aspect == "ahead" and told.sense in ("finish", "progress", "run")


_POLICY_THEN = PhrasePattern(
    r"(?:^|[.,;:“\"] |\b(?:that|and|but|when|after|since|as|before) )"
    r"(?:(?!(?:{preposition})\b)[\w×'-]+ ){0,6}?{policy word}(?: (?:itself|first|was|has been|had been))? $"
)

_THEN_POLICY = PhrasePattern(r" (?:(?!(?:{preposition}|under|through)\b)[\w×'-]+ ){1,6}?{policy word}\b")
"""A policy, drive or plan as what begins, or as what is begun, with no place or facility in between."""


def begins_a_policy(folded: str, p: Predicate) -> bool:
    """Whether a policy rather than a building was begun: `the program began`, `launched the drive`."""
    before = _POLICY_THEN.search(folded, max(0, p.first - 60), p.first)
    return before is not None or _THEN_POLICY.match(folded, p.last) is not None


def _begins_something_else(folded: str, read: SentenceReading, p: Predicate) -> bool:
    """Whether no building begins, but what goes before it: `began recruiting workers to build a mill`."""
    if _BEGINS_OTHER.match(folded, p.last):
        return True
    before = folded[max(read.sentence.start, p.first - _ITS_SUBJECT) : p.first]
    if _ON_THEIR_OWN.search(before):
        return True
    other = _OTHER_BEGINNING.search(before)
    low = p.first - len(before) + other.start() if other else p.first
    return other is not None and not any(
        low < q.first and q.aspect in _TELLS for q in read.predicates if q.last < p.first and q.kind == "verb"
    )


_ITS_SUBJECT = 160
"""Code points before a verb in which its subject begins."""

_TELLS = frozenset({"done", "ongoing", "present"})


def is_unreal_in_english(reading: Reading, read: SentenceReading, p: Predicate, stage: str) -> bool:
    """Whether the words around an English predicate, or its bare form, make it no fact."""
    folded, s = reading.folded, read.sentence
    before = folded[max(s.start, p.first - 100) : p.first]
    if _is_denied(folded, read, before) or _is_conditional(folded, read, p, stage, before):
        return True
    if stage == "planned" and _is_no_plan(folded, read, p, before):
        return True
    if stage == "groundbreaking" and _is_of_the_past(reading, read, p, before):
        return True
    habit = p.sense == "visit" and p.aspect in ("present", "noun") and _EVERY.match(folded, p.last, s.end)
    habit = habit or (p.sense in ("open", "ground", "ceremony") and _HELD_OFTEN.match(folded, p.last, s.end))
    which = (_ONE_OF_THEM.match(folded, p.last) and not read.sites) or _ONLY_ONE.search(before)
    if habit or which or (p.sense, p.kind, p.aspect) == ("ceremony", "verb", "present"):
        return True  # `those of Anak come next`
    if p.sense == "begin" and (_begins_something_else(folded, read, p) or begins_a_policy(folded, p)):
        return True
    if (
        p.sense == "ceremony"
        and p.kind == "noun"
        and (_WITH_CEREMONY.search(before) or _WAS_TO_BE.match(folded, p.end))
    ):
        return True  # the verb tells of what it was for
    if p.kind == "noun" and _GIVEN_UP.search(before):
        return True
    if p.sense in ("open", "ground", "ceremony", "plan") and _NOT_HELD.match(folded, p.last, s.end):
        return True
    described = p.kind == "state" and any(0 <= p.first - group.end <= 1 for group in read.groups)
    ready = p.sense in _MADE_READY_FOR and not p.form.startswith("noun hold") and _MADE_READY.search(before)
    if (ready or (p.sense == "progress" and _EFFORT.search(before))) and not described:
        return True  # not `training nurses for the hospital under construction`
    if (
        p.sense == "appear"
        and p.form in ("base", "present")
        and _WHERE_STANDS.search(folded, s.start, p.first)
    ):
        return True
    if p.sense in ("open", "ground", "lay") and _is_a_figure_of_speech(folded, read, p):
        return True
    if (p.sense, p.kind) == ("run", "state") and _TO_PUT.search(folded, s.start, p.first):
        return True
    if p.form == "gerund" and p.sense == "run" and _EFFORTS_FOR.search(before):
        return True
    if p.sense == "run" and p.form in ("gerund", "noun") and _PROBLEMS_IN.search(before):
        return True
    if p.kind == "noun" and _IS_NOT_KNOWN.match(folded, p.end):
        return True
    if p.sense == "percent" and _OF_NO_WORK.match(folded, p.end):
        return True
    if p.sense in ("run", "appear") and p.aspect == "present" and _says_what_it_is_for(read, p, before):
        return True
    if p.sense == "run" and _WHO_DID.search(before):
        return True  # `doctors of the hospital who had treated them`
    if (stage, p.kind, p.aspect) == ("operating", "verb", "present") and _is_of_the_new(reading, read, p):
        return True
    if p.aspect == "done" and _is_put_off(read, p):
        return True
    if p.form == "gerund" and _TOLD_TO.search(folded, s.start, p.first):
        return True
    if p.sense == "run" and p.aspect in ("done", "ongoing") and _ran_once(folded, read, p):
        return True
    if stage in ("operating", "under_construction") and _MISHAP.search(folded, s.start, p.first):
        return True
    if stage == "under_construction" and _is_built_aside(read, p, before):
        return True
    if p.kind == "noun" and p.sense == "begin":
        return _WORK_BEHIND.match(folded, p.end) is None
    if p.form == "base":
        bare = p.sense in ("build", "finish", "begin", "ground", "modernize") and not read.sentence.is_title
        today = p.sense == "ground" and _TODAY.search(before)
        if bare and not today:
            return True
    if p.form in ("base", "past") and _LET_US.search(before):
        return True  # `let us put it up`
    if _USUALLY.search(folded, p.first, p.last):
        return True
    active = p.kind == "verb" and p.form not in PASSIVE
    if p.sense == "progress" and active and stage != "operating" and _speeds_something_else(folded, read, p):
        return True
    if p.sense == "progress" and _PREPARES.match(folded, p.last):
        return True
    if p.sense == "progress" and p.kind != "noun" and _WITH_IT.match(folded, p.last):
        return not any(0 <= group.start - p.last <= _ITS_MATTER for group in read.groups)
    if p.aspect == "gerund" and (_STOPPED.search(before) or _CALLED_FOR.search(before)):
        return True
    if p.sense == "plan" and p.kind == "noun" and _GIVEN.search(before) and _THAT_BE.match(folded, p.last):
        return False  # `has given instructions that a hospital be built`
    return p.sense == "plan" and stage == "planned" and p.kind != "verb" and "work" not in p.companions


def _says_what_it_is_for(read: SentenceReading, p: Predicate, before: str) -> bool:
    """Whether a relative clause only describes a facility; not `pictures show that factories operate`."""
    whose = _WHOSE.search(before)
    low = p.first - len(before) + whose.start() if whose else p.first
    return whose is not None and not any(low <= group.start < p.first for group in read.groups)


def _is_of_the_new(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether it says what a new facility is for: `was inaugurated. The factory makes shoes`."""
    s = read.sentence
    if not reading.told & COMPLETES or _BY_NOW.search(reading.folded, s.start, s.end):
        return False
    return any(
        q.sense in COMPLETES and q.aspect == "done" and q.form in _TOLD_FORMS and q.last < p.first
        for first in reading.sentences[:4]
        for q in first.predicates
    )


def _is_a_figure_of_speech(folded: str, read: SentenceReading, p: Predicate) -> bool:
    """Whether no ground is broken: `laid a foundation for producing more`, `opened up a bright future`."""
    if p.sense == "open":
        return _THE_WAY.match(folded, p.last) is not None
    if " new ground" in folded[p.first : p.last] or " fresh ground" in folded[p.first : p.last]:
        return not any(group.start >= p.last for group in read.groups)
    return _FOR_AN_END.match(folded, p.start) is not None


_WHERE_STANDS = Pattern(r"\bwhere [^;.]{2,80}$")
"""Before `stands`: where something is, not that it is new, `a map of where the mills stand`."""

_THE_WAY = Pattern(
    r" (?:up )?(?:an? |the |its |their |new |fresh )*(?:(?!for\b|to\b)[\w-]+ ){0,2}"
    r"(?:future|way|road|prospects?|era|vistas?|page|path|avenue|chapter|horizons?|phase)\b"
)

_FOR_AN_END = Pattern(
    r"(?:lay|lays|laid|laying) (?:the |its |an? )?(?:[\w-]+ )?foundations? (?:for|of|to) (?:the |its |an? )?"
    r"(?:[\w-]+ ){0,2}?(?:(?:produc|increas|develop|improv|boost|rais|mak|turn)ing|increase|boost|development"
    r"|production|growth|improvement|progress|success|prosperity|future|economy)\b"
)
"""A foundation that is none of stone."""

_TO_PUT = Pattern(
    r"\b(?:to|must|should|will|would|can|of|for|at) (?:\w+ly )?(?:put|keep|bring|place)(?:ting|ing)?\b"
    r"(?:(?!\b(?:has|have|had|is|are|was|were)\b)[^.;:])*$"
)
"""Before a state that is still to come: `the need to put production on a normal basis`."""

_EFFORTS_FOR = Pattern(
    r"\b(?:(?:projects?|efforts?|drives?|campaigns?|measures|struggle|plans?) (?:for|of|at|aimed at)"
    r"|(?:preparations?|arrangements?|skills?|knowledge)\b[^.;:,]{0,40} (?:for|of)) (?:\w+ly )?$"
)
"""Before a gerund: what is only striven for, `is pushing projects for improving the quality`."""

_PROBLEMS_IN = Pattern(
    r"\b(?:(?:problems?|issues?|matters|difficult\w+|shortcomings?)"
    r" (?:(?:that )?(?:arise|arising|arose|arisen|encountered|facing) )?in|in terms of"
    r"|with a view to) (?:the |its |their )?(?:\w+ ){0,2}$"
)
"""Before a noun of running a works: what has to be solved in it, or what it is measured by."""

_IS_NOT_KNOWN = Pattern(
    r"[^.;:]{0,80} (?:is|are|was|were|remains?|has|have) (?:still |yet )?"
    r"(?:not (?:yet )?(?:been )?(?:known|clear|certain|confirmed|told|disclosed)|un(?:known|clear|certain))\b"
)
"""Behind a noun: `output of the mill is not known`."""

_TOLD_FORMS = PASSIVE | {"past", "perfect", "noun hold right", "noun hold left", "state"}

_BY_NOW = Pattern(
    r"\b(?:now|already|today|currently|daily(?! necess| goods| use| commod)|every|each|so far|since"
    r"|a (?:day|week|month|year)|\d+)\b"
)
"""Beside what a works does: that it does so by now."""


def _ran_once(folded: str, read: SentenceReading, p: Predicate) -> bool:
    """Whether a works is told to have run, and does no longer: `had been running until 2019`."""
    until = folded.startswith("had been", p.first) and " until " in folded[p.last : read.sentence.end]
    until = until or folded.startswith("once ", p.first)
    return until or _ONCE_THEN.search(folded, max(read.sentence.start, p.first - 90), p.last + 60) is not None


def _is_built_aside(read: SentenceReading, p: Predicate, before: str) -> bool:
    """Whether building is only when, or before, something else was: `under construction before it opened`."""
    then = [q for q in read.predicates if q.sense in COMPLETES and q.aspect == "done" and p.last <= q.first]
    if (p.kind, p.aspect) == ("state", "done") and then:
        return True
    beside = _MEANWHILE if p.aspect == "done" else _TO_SITES if p.sense == "site" else None
    return beside is not None and beside.search(before[-60:]) is not None


def _is_put_off(read: SentenceReading, p: Predicate) -> bool:
    """Whether a ceremony is told of that was only to be: `the ceremony to open it did not take place`."""
    if p.sense not in ("open", "ground", "finish") or not p.form.startswith(("infinitive", "noun hold")):
        return False
    held = any(q.sense == "hold" and q.aspect == "done" and not q.denied for q in read.predicates)
    before = [q for q in read.predicates if q.sense == "ceremony" and q.kind == "noun" and q.last <= p.first]
    ahead = before and (before[-1].denied or before[-1].aspect == "ahead" or before[-1].governor in GIVEN_UP)
    return bool(ahead) and not held


def _is_denied(folded: str, read: SentenceReading, before: str) -> bool:
    """Whether a sentence denies or supposes what it says, or says it of the South, or of an anniversary."""
    s = read.sentence
    around = _SUPPOSED.match(folded, s.start, s.end) or _DENIED_BEHIND.match(folded, s.start, s.end)
    return bool(around or _DENIAL.search(before) or _SOUTHERN.search(before))


def _is_conditional(folded: str, read: SentenceReading, p: Predicate, stage: str, before: str) -> bool:
    """Whether it is told of a time that is still to come: `once it is opened`, `the day when it opens`."""
    will = _WILL.search(folded, read.sentence.start, read.sentence.end)
    if p.form not in _CONDITIONAL:
        return bool(will and folded.startswith("once ", p.first))
    if _DAY_WHEN.search(before) or (_WHEN.search(before) and will):
        return True
    found = _CONDITION.search(before) if stage != "planned" else None
    if found is None:
        return False
    start = p.first - len(before) + found.start()
    return p.form != "perfect" or not any(start <= q.first and q.last < p.first for q in read.predicates)


def _is_no_plan(folded: str, read: SentenceReading, p: Predicate, before: str) -> bool:
    """Whether nothing is planned: what somebody works for, a plan that was rejected, a model for others."""
    if p.form == "infinitive" and p.governor in ("other", "wish", "ceremony"):
        return True
    start, end = read.sentence.start, read.sentence.end
    if _BUT_NOT.match(folded, p.last, end):
        return True
    if _REJECTED.search(folded, max(start, p.first - 60), end) or _ONLY_IF.search(before):
        return True
    return p.sense == "plan" and bool(
        any(q.sense in GIVEN_UP and q.governor == "plan" for q in read.predicates)
        or _ORDERS_OTHERWISE.match(folded, p.start, end)
        or _only_hastens(read, p)
        or _AS_A_MODEL.match(folded, p.last)
        or _AS_PLANNED.search(before)
    )


def _is_of_the_past(reading: Reading, read: SentenceReading, p: Predicate, before: str) -> bool:
    """Whether a groundbreaking without a time is only what something else is reckoned from."""
    once = _ONCE.search(before)
    if once and not (_PRESENT.search(before, 0, once.start()) or has_time(reading, read, p)):
        return True
    if not _BACKGROUND.search(before[-40:]):
        return False
    start = read.sentence.start if "ceremony" in before else p.start
    return not TIME.search(reading.folded, start, p.last + 40)


_MADE_READY_FOR = frozenset({"open", "run", "ground", "finish", "progress"})
