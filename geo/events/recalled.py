"""
What is recalled where the news is another: `his last visit, in January`; `built in 1988, it was renovated`.
"""

from __future__ import annotations

from geo.events.candidates import Candidate
from geo.events.phrases import PhrasePattern
from geo.events.predicates import Predicate
from geo.events.reading import Reading
from geo.text import Pattern

NEAR = 60
"""Code points in which stands what says that a visit was before."""
_BEFORE = PhrasePattern(
    r"\b(?:{earlier visit en}|(?:since|after|following) (?:his|her|their|the) first) (?:[\w-]+ )?$"
    r"|{earlier visit ko} (?:[가-힣]+ ){0,2}$"
)
"""Before a visit as a noun."""
_HAD = PhrasePattern(r"(?:\bhad |\b{earlier visited en} )(?:\w+ ){0,2}$")
"""Before, or within, a verb of visiting; it ends where the term begins."""
_TOO = Pattern(
    r"(?:월|일|초|말|지난해|작년|재작년|때|당시)에?도 [^.\n]*$|^\W*(?:[그이](?:에|보다) )?앞서[,는]? [^.\n]*$"
)
"""Before a Korean verb of visiting: 그는 지난 1월에도 이 공장을 찾았다."""
_WHEN = Pattern(r" ?(?:했을 |하였을 )?(?:때|당시|이후|이래)|한 (?:것은|건|뒤|후|지)\b")
"""Behind a Korean visit that something else is compared with or counted from."""


def is_recalled(reading: Reading, one: Candidate) -> bool:
    """Whether a candidate tells of a visit, or of the site that is visited, before what may be the news."""
    p, s = one.predicate, one.read.sentence
    if p.sense not in ("visit", "site"):
        return False
    before, text = max(s.start, p.start - NEAR), reading.folded
    if p.korean:
        noun = p.kind == "noun" and (_BEFORE.search(text, before, p.start) or _WHEN.match(text, p.end))
        return bool(noun or _TOO.search(text, s.start, p.start))
    return (_BEFORE if p.kind == "noun" else _HAD).search(text, before, p.start) is not None


_ANEW = Pattern(r"re-?(?:built|buil|open|establish|construct)|(?:개건|재건|보수|다시)")


def is_anew(reading: Reading, p: Predicate) -> bool:
    """Whether something that had been there is renovated, rebuilt or opened again."""
    return p.sense == "modernize" or _ANEW.match(reading.folded, p.start) is not None
