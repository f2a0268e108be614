"""
What is said of a facility: verb groups and nouns of action, read for tense, aspect, voice, mood and denial.

`english.py` and `korean.py` read the words around a term; which stage a sense in an aspect with a companion
means stands in data/stages.csv.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from geo.events.phrases import PhrasePattern
from geo.events.terms import Term
from geo.text import Pattern, data_rows

PASSIVE = frozenset({"past passive", "present passive", "progressive passive"})
"""Forms of English verbs whose subject is what they happen to."""
GIVEN_UP = frozenset({"cancel", "postpone", "stop"})
"""Senses of setbacks."""


ITS_SITE = Pattern(
    r"(?:의| )? ?(?:대상지|후보지|예정지|부지|(?:대상|시범 건설|건설) ?지역|대상(?:지|은|으로))"
)
"""Behind a Korean noun of building: where it is to be, 공장 건설 대상지로."""
COMPLETES = frozenset({"open", "finish", "build", "appear"})
"""Senses of what is there when it is done."""


@dataclass(slots=True, eq=False)
class Predicate:
    """A verb group, a noun of action or a phrase such as `under construction`; offsets are code points."""

    start: int
    end: int
    """Of the term itself."""
    sense: str
    kind: str
    """verb, noun or state."""
    korean: bool
    aspect: str
    """done, adjunct (`newly built`), ongoing, present, ahead, gerund, link (Korean -고), noun."""
    form: str = ""
    """Finer than the aspect: perfect, passive, past, infinitive, future, modal, ..."""
    first: int = 0
    """Start of the verb group, auxiliaries included."""
    denied: bool = False
    governor: str = ""
    """Sense of the word that it depends on: plan, ceremony, wish, order, ordinal, hold, ..."""
    mood: str = ""
    """`order`, `wish`, `condition`, `purpose`, `doubt`: the ending or the governing word says so."""
    companions: set[str] = field(default_factory=set)
    """work, use, part: what stands with it in its clause."""
    last: int = 0
    """End of the verb group."""


@cache
def _table() -> dict[tuple[str, str, str], tuple[str, ...]]:
    return {
        (row["sense"], row["with"], aspect): tuple(filter(None, row["stages"].split("|")))
        for row in data_rows("stages.csv")
        for aspect in row["aspects"].split("|")
    }


def stages_of(predicate: Predicate) -> tuple[str, ...]:
    """The stages that a predicate can mean, by data/stages.csv; the row with a companion goes first."""
    table, companions = _table(), predicate.companions
    for companion in (*(one for one in _STRONGEST if one in companions), "") if companions else ("",):
        for aspect in (predicate.aspect, "any"):
            stages = table.get((predicate.sense, companion, aspect))
            if stages is not None:
                return stages
    return ()


_STRONGEST = ("design", "part", "work", "use")
"""Companions, the one first that goes before the others."""
_STOPS = Pattern(r"[;:]|, in |\b(?:which|who|where|while|whereas|but)\b")
_LAUNCHED = Pattern(
    r"launched (?:the|an?|its) (?:(?!of|in|at|for|to)[\w'-]+ ){0,4}(?:farm|factory|mill|plant|hospital)\b"
)
_WHICH = Pattern(r",? (?:which|that) $|, (?:whose|(?:(?:on|for|of) )?which) [^;]{4,140}, $")
"""Before a verb that goes on about what stands before a clause, or has it behind it, set aside."""
_COMPANIONS = {"build": "work", "use": "use", "part": "part", "design": "design"}
"""Kinds of terms, and what a predicate that they stand with has by its side."""
_BY_PART = frozenset({"appear", "build", "get", "lay"})
"""Senses that mean something else only of a part."""
_OF_WORK = {"goes on": "progress", "ends": "finish", "is up": "progress"}
"""What words say of work or its parts, and only of them: `construction continues`, `the walls are up`."""
_WORK = Pattern(
    r"(?:^|\n|[.,;:“\"] |\b(?:that|and|but|while|as|when|where|which|says?|said) )"
    r"(?:(?:the|all|full-scale|actual) )*(?:"
    r"(?:construction|reconstruction|renovation|building|project|erection|remodell?ing|moderni[sz]ation)"
    r"(?: work)?"
    r"(?: (?:of|on|at|for|in|to) [^,;.]{0,90})?"
    r"|(?:construction |building )?work (?:on|to (?:build|finish)) [^,;.]{0,90}) $"
)
_ON_A_SITE = Pattern(
    r" (?:(?:well|steadily|briskly|quickly|fast|apace) )?(?:on|at) (?:the|an?|both|its|two|three) "
)
"""Behind what work does: `work is advancing on the hospital`."""
_THEN_ENDED = Pattern(r"(?: [^;.]{0,60})? and ")
"""Between the begin and the end of work: `work on the mill began in March and ended in May`."""
_FOR_LACK = Pattern(r" (?:abruptly|early|in failure|for (?:lack|want)|because|without|due to|half)")


def _is_of_work(folded: str, one: Predicate, predicates: Sequence[Predicate]) -> bool:
    """Whether work is the subject of what goes on or ends, or a part of a building what is up."""
    begun = one.sense == "ends" and any(
        q.sense == "begin" and q.form == "past" and _THEN_ENDED.fullmatch(folded, q.last, one.first)
        for q in predicates
        if q.last < one.first
    )
    if begun:
        return True
    if folded.startswith(("are", "is", "ha", "was", "were"), one.start) and one.kind == "state":
        return "part" in one.companions
    works = _WORK.search(folded, max(0, one.first - 160), one.first) is not None
    works = works or (
        folded.endswith("work ", 0, one.first) and _ON_A_SITE.match(folded, one.end) is not None
    )
    works = works or ("finishing stage" in folded[one.start : one.end])
    passive = " been " in folded[one.first : one.start] or one.form in PASSIVE
    return works and not passive and _FOR_LACK.match(folded, one.end) is None


_ACCOMPANIED = frozenset(
    {*_BY_PART, *_OF_WORK, *"begin finish stop progress cancel postpone plan open ceremony ground".split()}
)


_TO_OTHER = PhrasePattern(r" to (?!{build})[a-z]+| (?:sites?|teams?|places?|forces?)\b")
"""Behind a word of building that is none: `a project to train doctors`, `at all work sites`."""


def _nearest(one: Predicate, terms: Sequence[Term]) -> list[Term]:
    """The last of some terms before a predicate: what begins in 새로 건설되여 조업을 시작하였다 is 조업."""
    before = [term for term in terms if term.end <= one.start]
    last = before[-1:]
    parts = [t for t in before if t.kind == "part" and last and last[0].start - t.end <= _ITS_PART]
    return parts[-1:] or last  # 기초콩크리트공사


_ITS_PART = 5
"""Code points between a part and the work on it that are one word with it."""
_LINED = frozenset({"build", "get", "modernize", "equip", "open"})
_ITS_LINE = 40
"""Code points between a verb and the line of production that it is about."""


def _is_of_a_line(folded: str, one: Predicate, lines: Sequence[Term]) -> bool:
    """Whether a verb is about a line of production: `has set up new processes`, `new lines were put in`."""
    passive = one.form in PASSIVE or (one.form == "perfect" and " been " in folded[one.first : one.start])
    installs = one.sense == "partwork" and folded.startswith("install", one.start)
    lined = one.sense in _LINED or installs
    if one.korean or one.kind != "verb" or not lined or folded.startswith("ha", one.start):
        return False  # `the works has a boiler of its own`
    for line in lines:
        if installs and (line.kind, line.sense) != ("line", "line"):
            continue
        low, high = (line.end, one.first) if passive else (one.end, line.start)
        own = _BY_WORKS.search(folded, max(0, one.first - 60), one.first) or _IN_WORKS.match(folded, line.end)
        put = line.kind == "part" or line.sense == "method"
        if (put and one.sense != "equip") or (line.sense == "shop" and not own):
            continue
        if passive and (goods := _FOR_GOODS.fullmatch(folded, low, high)):
            low = goods.end(1)
        if not passive and (also := _AND_ALSO.match(folded, low, high)):
            low = also.end()
        if 0 < high - low <= _ITS_LINE and not _NO_OBJECT.search(folded, low, high):
            return True
    return False


_AND_ALSO = Pattern(r"(?:,? and|,) (?:\w+ly )?[a-z]+ed\b")
"""Between a verb and a line of production: another verb, `established and improved the processes`."""
_ROOF = Pattern(r"\b(?:roofs?|roofing|frames?|shells?)(?: (?:of|over|on) [^;.]{2,80})? $")
"""Before `closed`: it is no works that is closed."""
_IN_WORKS = PhrasePattern(r" [^,;:.]{0,80}\b(?:at|in|to|inside) [^,;:.]{0,45}\b{maker}\b")
_BY_WORKS = PhrasePattern(r"\b{maker}(?: (?:in|of) [\w -]{3,30}?)? $")
"""Behind a shop, and before the verb that it is the object of: it is one of a works."""
_IN_PLACE = Pattern(r" (?:already |now |fully )?(?:up|on|in place|done|finished|ready|complete)\b")
"""Behind a part that a building has by now: `has its walls up`."""
_SOME_OF = PhrasePattern(r" (?:{how much of it} )*")
_PART_OF = Pattern(r" (?:(?:of|for|at) [^,;:.]{2,90} )?")


_SHARE_OF = Pattern(
    r"(?:^|[.,;:\n] |\b(?:and|but|while|that) )(?:(?:over|about|some|nearly|almost|more than|at least) )?"
    r"(?:[\d.]+ ?(?:per ?cent|%)|half|a third|a quarter|two thirds|three quarters"
    r"|(?:two|three|four|five|seven|nine) (?:fifths|sixths|eighths|tenths)) of (?:the|its|their) "
    r"(?!(?:\w+ )?(?:counties|cities|factories|hospitals|areas|regions|projects)\b)[^.;:]{2,140}$"
)
"""Before what has been built: it is but a share, `60 percent of the greenhouses have been erected`."""


def _is_of_a_share(folded: str, one: Predicate) -> bool:
    """Whether no whole has been built."""
    passive = one.form in PASSIVE or (one.form == "perfect" and " been " in folded[one.first : one.start])
    return passive and _SHARE_OF.search(folded, max(0, one.first - 170), one.first) is not None


def _is_of_a_part(folded: str, one: Predicate, part: Term) -> bool:
    """Whether what is put up is but a part of a building: `erected half the frame`, `the roof was raised`."""
    if one.korean or one.kind != "verb" or one.sense not in ("build", "appear", "get"):
        return False
    if one.sense == "get":
        done = " got" in folded[one.first : one.end] or _IN_PLACE.match(folded, part.end)
        own = folded.startswith((" its", " their"), one.end)
        return bool(done) and own and _SOME_OF.fullmatch(folded, one.end, part.start) is not None
    if one.end < part.start and one.form not in PASSIVE:
        return _SOME_OF.fullmatch(folded, one.end, part.start) is not None
    passive = one.form in PASSIVE or (one.form == "perfect" and " been " in folded[one.first : one.start])
    return part.end < one.first and passive and _PART_OF.fullmatch(folded, part.end, one.first) is not None


_FOR_GOODS = PhrasePattern(
    r"( (?:of|for|to make) (?:(?!{facility noun}\b)[\w'-]+,? ){0,8}?[\w'-]+)(?: \w+ly)? "
)
"""Between a line of production and its verb: what it makes, `lines for noodles and bread were put in`."""
_NO_OBJECT = Pattern(r"[,;:.]|\b(?:in|at|on|of|for|with|by|to|which|that|who|where|and)\b")
"""Between a verb and a noun that is not what it is done to."""


_EQUIPPED = Pattern(
    r"[을를이가] (?:[가-힣]{1,5} ){0,2}(?:갖춘|갖추어진|갖추어놓은|갖춰진|구비된|구비한|설치된|꾸려진) "
)
"""Behind a part that a facility only has: 설비들을 갖춘 공장이 건설되였다."""
_ON_IT = Pattern(r" (?:of|on|for|at) ")
_DESCRIBES = Pattern(r"\b(?:which|that|whose)(?: (?:construction|building|work))? $")


def _is_of_what_is_described(folded: str, one: Predicate, part: Term) -> bool:
    """Whether a part is one of what is described: `the frames of the factories that were begun this year`."""
    begun = one.sense == "begin" and one.first == one.start and folded.startswith("begun", one.start)
    described = _DESCRIBES.search(folded, part.end, one.first)
    aside = described is not None and one.sense != "begin" and folded[described.start() - 2] == ","
    whole = begun or (described is not None and not aside)
    return whole and not one.korean and _ON_IT.search(folded, part.end, one.start) is not None


_OF_BUILDING = Pattern(
    r"under (?:construction|renovation)|ongoing |undergoing |near|almost |close to |half |unfin"
)
"""A state of building, whatever runs near by: `the operation of mills under construction`."""


def _is_of_another_verb(folded: str, one: Predicate, term: Term, predicates: Sequence[Predicate]) -> bool:
    """Whether a word is not of a predicate: `who built it attended the ceremony`."""
    if one.sense == "progress" and one.kind == "state" and term.kind == "use":
        return term.start > one.start or _OF_BUILDING.match(folded, one.start) is not None
    if one.sense == "begin" and any(
        one.last <= q.first and q.last <= term.start for q in predicates if q.kind == "verb"
    ):
        return True  # `begun in March and completed in May, it is treating patients`
    return one.sense == "ceremony" and any(
        (q.kind == "verb" and q.sense != "begin" and term.end <= q.first and q.last <= one.start)
        or (q.sense == "finish" and q.start <= term.start and term.end <= q.end)
        for q in predicates
    )


def _is_in_a_line(term: Term, lines: Sequence[Term]) -> bool:
    """Whether a word of running a works is but the first of a line of production: `production lines`."""
    return term.kind == "use" and any(line.start == term.start and term.end < line.end for line in lines)


def find_companions(
    folded: str, predicates: Sequence[Predicate], terms: Sequence[Term], names: Sequence[tuple[int, int]]
) -> None:
    """Add what stands with each predicate in its clause, outside names: work (construction), use, a part."""
    if not predicates:
        return
    kinds = ("line", *_COMPANIONS)
    around = [
        term
        for term in terms
        if term.kind in kinds and not any(a <= term.start and term.end <= b for a, b in names)
    ]
    lines = [term for term in around if term.kind == "line" or folded.startswith("equipment", term.start)]
    for one in predicates if lines else ():
        if _is_of_a_line(folded, one, lines):
            one.sense = "run"
    near = [term for term in around if term.kind in _COMPANIONS and not _is_in_a_line(term, lines)]
    for one in predicates if near else ():
        if one.sense not in _ACCOMPANIED or one.form == "since":
            continue
        if one.korean:
            left, right = one.start - (12 if one.sense == "begin" else 40), one.end + 6
        else:
            left, right = one.start - 180, one.end + (14 if one.sense == "lay" else 50)
        for term in _nearest(one, near) if one.korean and one.sense == "begin" else near:
            if term.kind == "build" and (_TO_OTHER if not one.korean else ITS_SITE).match(folded, term.end):
                continue
            if term.kind == "use" and folded.startswith(("준비", " 준비"), term.end):
                continue
            if term.kind == "design" and one.korean and term.start > one.start:
                continue  # 완공된 병원과 설계가 같다
            if term.kind == "part" and _EQUIPPED.search(folded, term.end, max(term.end, one.start)):
                continue
            if term.kind == "part" and term.start < one.start and _is_of_what_is_described(folded, one, term):
                continue
            inside = term.start >= one.start and term.end <= one.end
            if inside or not left <= term.start <= right or (one.sense in _BY_PART and term.kind != "part"):
                continue
            if term.kind == "part" and _is_of_a_part(folded, one, term):
                one.sense = "partwork"
                break
            if one.sense == "ground" and (term.kind != "part" or term.end != one.start or not one.korean):
                continue
            if not one.korean and _is_of_another_verb(folded, one, term, predicates):
                continue
            a, b = (term.end, one.start) if term.start < one.start else (one.end, term.start)
            if term.start < one.start and (which := _WHICH.search(folded, a, one.first)):
                b = which.start()  # `the building of the farm, which was begun`
            if a > b or not _STOPS.search(folded, a, b):
                one.companions.add(_COMPANIONS[term.kind])
    for one in predicates:
        if one.sense in ("build", "finish", "appear") and not one.korean and _is_of_a_share(folded, one):
            one.sense = "partwork"
        if one.sense in _OF_WORK:
            one.sense = _OF_WORK[one.sense] if _is_of_work(folded, one, predicates) else "other"
        closed = one.sense == "stop" and folded.startswith("close", one.start)
        if closed and _ROOF.search(folded, max(0, one.first - 100), one.first):
            one.sense = "partwork"
    for one in predicates:
        launched = one.sense == "begin" and one.form in ("past", "perfect", "past or participle")
        if launched and not one.companions and _LAUNCHED.match(folded, one.start):
            one.sense = "open"  # `launched the farm`, not its building
