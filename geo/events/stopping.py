"""What is stopped, put off or given up: `the visit to the hospital was cancelled` is none of its setbacks."""

from __future__ import annotations

from geo.events.grouping import Group
from geo.events.phrases import PhrasePattern
from geo.events.predicates import PASSIVE, Predicate
from geo.events.reading import Reading, SentenceReading
from geo.text import Pattern

_WINDOW = 90
"""Code points before a verb, or a facility, in which the words that are of it stand."""
_HEAD = PhrasePattern(
    r"\b(?!(?:{its running en})\b)[a-z][a-z-]+ (?:of|on|about|for|at|to|in|near|beside|by|with|into) "
    r"(?:the |an? |its |new )*(?:(?!{determiner en}\b)[\w'’-]+ ){0,5}$"
)
"""Before a facility: something of it, or beside it, `the manager of the mill`."""
_OWN = PhrasePattern(
    r"['’]s? (?:[a-z-]+ ){0,2}(?!(?:{its running en})\b)[a-z-]+ (?:(?:has|have|had|was|were|is) )*$"
)
"""Between a facility and a verb: something that it has, `the mill's manager was suspended`."""
_NEAR = Pattern(r"\b(?:near|beside|opposite|behind) (?:the |an? |its )?(?:[\w'’-]+ ){0,4}$")
_WHERE = Pattern(r", (?:where|whose|in which) [^,]*$")
_OBJECT = PhrasePattern(
    r" (?:down |off |up )?(?!(?:{behind object})\b)"
    r"(?:(?:the|its|their|an?|one of its|some of its|all|any) )?(?:[\w'’-]+ ){0,2}?"
    r"(?P<word>(?!(?:{behind object})\b)[a-z][a-z-]+)(?=[,.;]| (?:{behind object})\b|$)"
)
"""Behind a verb: what is stopped."""
_RUNNING = PhrasePattern(r"\b(?:{its running en}|{facility noun}|doors)\b")
_DOING = Pattern(r" (?!(?:build|work|produc|mak|operat|construct|runn|receiv|treat)\w*\b)[a-z]+ing\b")
_SUBJECT = PhrasePattern(r"\b(?:{its running en}|{said before})\b[^.;]{0,60}$")
_ITS_OWN_KO = PhrasePattern(r"(?P<word>[가-힣]{2,12})(?:[이가을를은는도]|들이|들은) (?:[가-힣]+[게히로] )?$")
_RUNNING_KO = PhrasePattern(r"(?:{its running ko})$")


def is_of_other_news(reading: Reading, read: SentenceReading, p: Predicate, group: Group | None) -> bool:
    """Whether what is given up is none of a facility's, nor of the one that is left out (None)."""
    if p.korean:
        return _is_other_in_korean(reading, read, p)
    folded, start = reading.folded, read.sentence.start
    if _DOING.match(folded, p.last) or _is_over(folded, read, p):
        return True
    if group is not None and _NEAR.search(folded, max(start, group.start - _WINDOW), group.start):
        return True
    passive = p.form in PASSIVE or " been " in folded[p.first : p.start] or p.kind != "verb"
    found = None if passive else _OBJECT.match(folded, p.last, read.sentence.end)
    if found is not None:
        at_it = group is not None and found.start() <= group.start <= found.end() + 1
        return not (at_it or _RUNNING.search(folded, found.start(), found.end()))
    low = max(start, p.first - _WINDOW)
    if group is None or group.start >= p.last:
        return _SUBJECT.search(folded, low, p.first) is None
    if _HEAD.search(folded, max(start, group.start - _WINDOW), group.start):
        return True
    if _OWN.fullmatch(folded, group.end, p.first):
        return True
    aside = _WHERE.search(folded, max(start, group.start - _WINDOW), group.start)
    return aside is not None and "," in folded[group.end : p.first]


def _is_over(folded: str, read: SentenceReading, p: Predicate) -> bool:
    """Whether a standstill came to its end: `the mill, which had been idle for years, runs again`."""
    again = (q for q in read.predicates if q.sense in _AGAIN and q.first >= p.last and not q.denied)
    return folded.startswith("had been", p.first) and any(q.aspect != "ahead" for q in again)


_AGAIN = frozenset({"run", "open", "begin"})


def _is_other_in_korean(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether the word that it is said of is no work, plan or facility: 방문이 취소됐다."""
    if reading.text.startswith(" 없", p.end):
        return True
    own = _ITS_OWN_KO.search(reading.text, max(read.sentence.start, p.start - 24), p.start)
    return own is not None and _RUNNING_KO.search(own["word"]) is None
