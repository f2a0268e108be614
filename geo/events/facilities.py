"""Which facilities a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.events import vocabulary
from geo.events.clauses import Clause
from geo.events.records import Reader
from geo.events.vocabulary import Term
from geo.text import Sentence


def facilities_of(reader: Reader, sentence: Sentence) -> tuple[Term, ...]:
    """Facilities of the sentence; a bare `factories` counts beside no better word."""
    terms = vocabulary.find_facilities(reader.text, sentence.start, sentence.end)
    if any(t.value == "projects" for t in terms) or any(not t.generic for t in terms):
        terms = tuple(t for t in terms if not _is_location(reader, sentence, t, terms))
    terms = tuple(t for t in terms if not _of_participants(reader, sentence, t))
    goods = {_goods(reader, t) for t in terms} - {""}
    if len(goods) > 1 or (goods and reader.names_twenty):
        terms = tuple(replace(t, value="regional_industry") if _goods(reader, t) else t for t in terms)
    if any(t.value == "same" for t in terms):
        terms = tuple(t for t in terms if not t.generic)
    clear = [t for t in terms if not t.generic and t.value not in _VAGUE]
    named = [t for t in terms if t.generic and (_behind_a_place(reader, t) or _listed_with(reader, t, clear))]
    specific = [t for t in terms if t in clear or t in named]
    return tuple(
        replace(term, value=value) for term in specific or terms for value in _values_of(reader, term)
    )


_GOODS = {
    "food": re.compile(r"food|식료|기초식품|장공장|confection", re.IGNORECASE),
    "clothes": re.compile(r"garment|cloth|옷|피복", re.IGNORECASE),
    "necessities": re.compile(
        r"necessit|daily|essential goods|consumer goods|일용품|생필품|soap", re.IGNORECASE
    ),
}
"""The three factories of a set: sorts of goods, and the words for them."""


def _goods(reader: Reader, term: Term) -> str:
    """Which factory of a set a term for a single one names; empty for others."""
    words = reader.text[term.start : term.end]
    sorts = (sort for sort, pattern in _GOODS.items() if pattern.search(words))
    return next(sorts, "") if term.value == "other" else ""


def is_for_goods(reader: Reader, term: Term) -> bool:
    """Whether a term is a single factory of such a set."""
    return bool(_goods(reader, term))


def _between(text: str, one: Term, other: Term) -> str:
    """What stands between two terms."""
    first, second = sorted((one, other), key=lambda term: term.start)
    return text[first.end : second.start]


def _behind_a_place(reader: Reader, term: Term) -> bool:
    """Whether a bare `factory` bears a place's name: 상원군 공장."""
    return any(m.outcome != "foreign" for m in reader.mentions_before(term.start))


_LIST = re.compile(
    r",? (?:and|or|as well as|along with|together with|plus|&) (?:an? |the |its |their |some |several )?"
    r"(?:(?:set|number|group|row|complex|trio|cluster|series) of )?(?:\w+ ){0,2}?|, (?:an? )?(?:\w+ ){0,1}?"
    r"|[·ㆍ,、] ?|(?:과|와|및|이며|이랑|하고) ?(?:\S+ )?",
)
"""Between two facilities of one list: `a hospital and a set of factories`."""


def _listed_with(reader: Reader, term: Term, clear: Sequence[Term]) -> bool:
    """Whether a bare `factories` stands in one list with a clear facility, or apart from all of them."""
    if clear and not any(";" not in _between(reader.text, term, other) for other in clear):
        return True
    return any(
        _LIST.fullmatch(reader.text, other.end, term.start)
        or _LIST.fullmatch(reader.text, term.end, other.start)
        for other in clear
        if other.value not in FACTORIES and not other.value.endswith("_farm")
    )


_VAGUE = frozenset({"projects", "farm", "same"})
FACTORIES = frozenset({"paper_mill", "other", "regional_industry"})


def _values_of(reader: Reader, term: Term) -> tuple[str, ...]:
    """The groups that a term stands for; `the farm` and `a similar facility` are those named before."""
    before = tuple(dict.fromkeys(t.value for t in reader.memory.facilities))
    if term.value == "same":
        return before
    if term.value == "farm":
        return tuple(value for value in before if value.endswith("_farm"))[-1:]
    if not term.generic:
        return (term.value,)
    factories = [value for value in before if value in FACTORIES]
    if factories == ["paper_mill"] or (factories and not reader.names_twenty):
        return (factories[0],)
    return ("regional_industry" if reader.policy else "other",)


_OF_PEOPLE = re.compile(
    r"\b(?:employees|workers|staff|manager|director|engineers?|technicians?|doctors"
    r"|nurses|patients|members|women|people|officials) (?:of|at|from) (?:the |a |an )?(?:\w+ )?$",
    re.IGNORECASE,
)


def _of_participants(reader: Reader, sentence: Sentence, term: Term) -> bool:
    """Whether a facility only says who somebody is: `employees of the garment factory`."""
    return _OF_PEOPLE.search(reader.text[max(sentence.start, term.start - 60) : term.start]) is not None


def _is_location(reader: Reader, sentence: Sentence, term: Term, terms: Sequence[Term]) -> bool:
    """Whether a facility only says where: `projects in the Sinuiju Greenhouse Complex`, 온실종합농장지구."""
    if len(terms) < 2 and reader.text[term.end : term.end + 2] not in ("지구", "지역"):
        return False
    if reader.text[term.end : term.end + 2] in ("지구", "지역") or re.match(
        r" (?:area|zone|district)\b", reader.text[term.end : term.end + 9]
    ):
        return True
    named = reader.mentions_before(term.start)
    before = reader.text[sentence.start : named[0].start] if named else ""
    others = any(t is not term and t.value == "projects" for t in terms)
    return others and re.search(r"\b(?:in|at|area of)(?: the)? $", before) is not None


def unnamed_projects(reader: Reader, clause: Clause) -> tuple[Term, ...]:
    """A ceremony of the policy that does not say what is built."""
    cue = clause.cues[0]
    if cue.value == "groundbreaking" and reader.names_twenty:
        return (replace(cue, value="projects", rule="policy ceremony"),)
    return ()


def earlier_facilities(reader: Reader, sentence: Sentence, whole: Clause, clause: Clause) -> tuple[Term, ...]:
    """Facilities that stand earlier in the sentence, else those of the sentences before."""
    before = tuple(f for f in whole.facilities if f.start < clause.start)
    if before or not whole.facilities:
        return before or _remembered_facilities(reader, sentence, whole)
    return () if sentence.is_title else _remembered_facilities(reader, sentence, whole) or whole.facilities


def _remembered_facilities(reader: Reader, sentence: Sentence, whole: Clause) -> tuple[Term, ...]:
    """Facilities of the sentences before, for `The ceremony took place on June 21`."""
    if sentence.is_caption:
        return ()
    return reader.memory.facilities
