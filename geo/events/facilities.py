"""
Facilities named in a text: a head (`factory`, 병원) and the words before it that make it one group or other.

`regional-industry factories`, `foodstuff, garment and daily necessities factories` and 지방공업공장 are one
group; a cement, shoe or fish-pickling factory is `other`; an arms plant or a power station is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from geo.events.phrases import PhrasePattern, forms_of
from geo.events.terms import Term, load_lexicon
from geo.text import Pattern


class Facility(NamedTuple):
    """A facility named in a text; offsets are code points."""

    start: int
    """Of the first word that says what it is."""
    end: int
    group: str
    """One of `FACILITIES`; `generic` for bare `factories`; `same`, `farm`, `projects` point back."""
    goods: str = ""
    """The goods of a single factory for food, clothes or daily necessities."""
    head: int = 0
    """Start of its head."""

    @property
    def vague(self) -> bool:
        """Whether what it is has to be learned elsewhere."""
        return self.group in ("generic", "same", "farm", "projects")


_GOODS = ("food", "clothes", "daily")
_JOINED = frozenset({*_GOODS, "paper", "leisure", "service", "sea", "branch", "health", "greenhouse"})
_JOINT = Pattern(r"(?:,? and|,|,? & ?|[·ㆍ,、]|과|와|및| 및)[ ]?(?:the |an? )?$")
"""Between the words before one head: `foodstuff, garment and daily necessities factories`."""
_WORD = Pattern(r"[A-Za-z][a-z]*[ -]$")
_FILLER = Pattern(r"(?:생산|종합|련합|연합|전용|가공|현대적인|전문) ?$")
_SUPPLIED = Pattern(r" (?:for|of) (?:the )?(?:local|regional|light)[ -]industr(?:y|ies)\b", re.IGNORECASE)
_OF_REGIONS = Pattern(
    r" (?:for|of|under|to implement|implementing) (?:the |its )?(?:regional|local)[ -]"
    r"(?:development|construction|industry)",
    re.IGNORECASE,
)
_POINTING = PhrasePattern(
    r"(?:\b{pointing en} (?:(?:kind|type|sort) of |\w+ )?|{pointing ko} ?)$", re.IGNORECASE
)


def find_facilities(text: str) -> tuple[Facility, ...]:
    """Facilities of a whole text, in order and without overlaps, vague ones too."""
    return facilities_among(text, load_lexicon().find(text))


def facilities_among(
    text: str, terms: Sequence[Term], ends: Collection[int] = frozenset()
) -> tuple[Facility, ...]:
    """Facilities of a text, from its terms; `ends` are the ends of the places that it names."""
    modifiers: dict[int, list[Term]] = {}
    for term in terms:
        if term.kind == "mod":
            modifiers.setdefault(term.end, []).append(term)
    never = {term.start: term.end for term in terms if term.kind == "after"}
    arms = {term.start: term.end for term in terms if (term.kind, term.sense) == ("mod", "arms")}
    found: list[Facility] = []
    last = -1
    for head in _heads(terms):
        if head.start < last or never.get(head.start, 0) > head.end or _is_gerund(text, head):
            continue
        if _makes_arms(text, head, arms):
            continue  # `production facilities for missiles`
        if _is_of_a_village(text, head):
            continue
        start, words = _described(text, head, modifiers, last, ends)
        group, goods = _group_of(text, head, words)
        if group == "generic" and not head.korean and _SUPPLIED.match(text, head.end):
            group = "regional_industry"
        of_regions = group == "projects" and (
            _OF_REGIONS.match(text, head.end) is not None or " policy" in text[head.start : head.end]
        )
        if group == "projects" and not head.korean and _is_one_to_build(text, head):
            group = ""  # `the project for building the Wonsan Condiments Factory` is that factory
        if group in ("same", "farm", "projects") and not (words or of_regions or _points(text, head)):
            group = ""
        if group:
            found.append(Facility(start, head.end, group, goods, head.start))
            last = head.end
        elif words:
            last = head.end
    return tuple(found)


_TO_BUILD_ONE = PhrasePattern(
    r"s? (?:for|to|of) (?:the )?(?:build|construct|renovat|moderni[sz]|erect|reconstruct|expand)\w*"
    r"(?: of)? (?:an?|the|its)"
    r" (?:(?!new\b|regional\b)[\w'’-]+ ){1,6}{facility noun}\b",
    re.IGNORECASE,
)
_CEREMONY_FOR = Pattern(r"\b(?:ceremon\w+|\w*breaking|inauguration|opening|start) (?:for|of) (?:\w+ ){0,2}$")


def _is_one_to_build(text: str, head: Term) -> bool:
    """Whether a project is that of the one facility that is named behind it, and it has no ceremony."""
    if _CEREMONY_FOR.search(text, max(0, head.start - 40), head.start):
        return False
    return _TO_BUILD_ONE.match(text, head.end) is not None


_MAKES = Pattern(
    r" (?:of|for|(?:that |which |to )?(?:mak|produc|manufactur|build|assembl)\w*)"
    r"(?= (?P<what>(?:[\w-]+ ){0,3}))"
)
_MADE_IN = Pattern(r"[을를] (?:[가-힣]+ )?(?:만드|생산하|제작하|제조하|조립하)는 (?:[가-힣]+ )?$")


def _makes_arms(text: str, head: Term, arms: dict[int, int]) -> bool:
    """Whether what is made somewhere is told beside it, and is arms: `a plant that makes missiles`."""
    if head.korean:
        made = _MADE_IN.search(text, max(0, head.start - 24), head.start)
        return made is not None and any(made.start() == end for end in arms.values())
    makes = _MAKES.match(text, head.end)
    return makes is not None and any(makes.end() < start <= makes.end("what") for start in arms)


_SCHOOLS = Pattern(r"\b(?:schools|kindergartens|nurseries|creches|houses|homes|shops)\b", re.IGNORECASE)


def _is_of_a_village(text: str, head: Term) -> bool:
    """Whether clinics are those of villages and towns: `schools, clinics and kindergartens`."""
    if text[head.start : head.end].lower() != "clinics":
        return False
    return _SCHOOLS.search(text, max(0, head.start - 40), head.end + 40) is not None


_KIND_OF = Pattern(r"\b(?:kind|type|sort) of $")
"""Between what points back and what it points to: `the same kind of building`."""


def _is_gerund(text: str, head: Term) -> bool:
    """Whether `building` is what is done rather than what stands there: `a phase of building`."""
    if _KIND_OF.search(text, max(0, head.start - 9), head.start):
        return False
    return text[head.start : head.end].lower() == "building" and (
        text.startswith((" of ", "-", " a ", " site", " force", " corps", " troops", " material"), head.end)
        or text.endswith((" of ", " wall "), 0, head.start)
    )


def _heads(terms: Iterable[Term]) -> Iterable[Term]:
    """Heads, the longest where they overlap; greenhouses only where no farm follows."""
    heads = [term for term in terms if term.kind == "head"]
    heads.sort(key=lambda term: (term.start, -term.end))
    kept: list[Term] = []
    for head in heads:
        if kept and head.start < kept[-1].end:
            if kept[-1].sense in ("greenhouses", "centre") and head.end > kept[-1].end:
                kept[-1] = head
            continue
        if (
            kept
            and kept[-1].sense == "greenhouses"
            and head.start - kept[-1].end <= 3
            and head.sense != "hospital"
        ):
            kept.pop()
        kept.append(head)
    return kept


def _points(text: str, head: Term) -> bool:
    opens = head.start == 0 or text.endswith(("\n", ". "), 0, head.start)
    if opens and head.korean and text.startswith(("은 ", "는 "), head.end):
        return True  # 농장은 2월에 착공되였다: the one that was named
    return _POINTING.search(text[max(0, head.start - 14) : head.start]) is not None


def _described(
    text: str, head: Term, modifiers: dict[int, list[Term]], floor: int, ends: Collection[int]
) -> tuple[int, list[Term]]:
    """Where the name of a facility begins, and its modifiers, the nearest first."""
    at, start, words, skipped = head.start, head.start, [], 0
    loose_words = forms_of("loose")
    while at > floor:
        here = at - 1 if text[at - 1 : at] in (" ", "-") else at
        term = _ending(text, modifiers.get(here, ()), head.korean and here == at, ends)
        if term:
            words.append(term)
            at = start = term.start
            skipped = 0
            continue
        joins = words and words[-1].sense in _JOINED and at - floor < 400
        joint = _JOINT.search(text, max(floor, at - 6), at) if joins else None
        if (
            joint
            and joint.end() > joint.start()
            and _ending(text, modifiers.get(joint.start(), ()), True, ends)
        ):
            at = joint.start()
            continue
        if head.korean and skipped < 2 and (filler := _FILLER.search(text, max(floor, at - 5), at)):
            at, skipped = filler.start(), skipped + 1
            continue
        loose = None if head.korean or skipped > 2 else _WORD.search(text, max(floor, at - 16), at)
        if loose and loose.group()[:-1].lower() in loose_words:
            at, skipped = loose.start(), skipped + 1
            continue
        break
    return start, words


def _ending(text: str, terms: Iterable[Term], glued: bool, ends: Collection[int]) -> Term | None:
    """The longest modifier of those that end at one place; one syllable of Hangul only as a word."""
    known = (term for term in terms if not (term.korean and term.end in ends))  # 연안식료공장 of Yonan
    longest = max(known, key=lambda term: term.end - term.start, default=None)
    if longest and longest.korean and longest.end - longest.start == 1:
        before = text[longest.start - 1 : longest.start]
        apart = before in "군시역" or not "가" <= before <= "힣" or longest.start in ends
        apart = apart or text.endswith("영예군인", 0, longest.start)
        return longest if glued and apart else None
    return longest


def _group_of(text: str, head: Term, words: Sequence[Term]) -> tuple[str, str]:
    """The group of a facility, empty for one outside the vocabulary, and the goods of a single factory."""
    senses = [term.sense for term in words]
    first = senses[0] if senses else ""
    sorts = set(senses) & {*_GOODS, "paper"}
    if text[head.start : head.end].lower().startswith("workshop"):
        return "", ""  # a part of a factory
    if head.sense == "hospital":
        return ("" if first == "animals" else "hospital"), ""
    if head.sense == "farming":
        return "offshore_farm", ""
    if head.sense == "greenhouses":
        return "greenhouse_farm", ""
    if head.sense == "projects" and first in ("greenhouse", "sea"):
        return KIND_OF[first], ""
    if head.sense == "projects":
        return ("projects" if first in ("projects", "regional") or not senses else ""), ""
    if first in ("none", "animals") or "arms" in senses:
        return "", ""
    if head.sense == "branch":
        local = first == "regional" and not text.startswith(("light", "Light"), words[0].start)
        return ("regional_industry" if local else "other"), ""
    if head.sense == "farm":
        kind = next((KIND_OF[s] for s in senses if s in ("greenhouse", "sea")), "")
        return (kind or ("" if senses else "farm")), ""
    if head.sense in ("complex", "centre"):
        return _of_complex(text, head, words, senses, sorts)
    if len(sorts) > 1 or (first == "regional"):
        return "regional_industry", ""
    if first == "paper":
        return "paper_mill", ""
    if first in _GOODS:
        return "other", first
    if first == "sea" and _AS_FARM.match(text, head.start):
        return "offshore_farm", ""
    if first in ("branch", "sea", "grain") or (first == "service" and "branch" in senses):
        return "other", ""
    if first in ("greenhouse", "leisure"):
        return "", ""
    before = text[max(0, head.start - 48) : head.start]
    shouted = text[head.start : head.end].isupper()
    unknown = not senses and _OF_SOMETHING.search(before.lower() if shouted else before)
    return ("other" if unknown and not text.startswith("s", head.end - 1) else "generic"), ""


_OF_SOMETHING = PhrasePattern(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat|new) (?:[a-z-]+ ){0,2}?"
    r"(?!{plain factory}\b)[a-z][a-z-]{2,} $"
)
"""Before a single factory: what is made there, a word that no table knows, `a toothpaste factory`."""


_AS_FARM = Pattern(r"(?:enterprise|production base)s?\b", re.IGNORECASE)
"""What a farm at sea is called, too: an aquaculture enterprise."""
_BRED_KO = ("축산", "양돈", "양계", "닭", "오리", "돼지", "염소", "소목장")
_BRED = Pattern(r"(?:chicken|poultry|pig|duck|rabbit|livestock|stockbreeding|\w+ breeding)\b", re.IGNORECASE)
"""What is bred: a base of stockbreeding is a farm, no works."""
_BUILDING = Pattern(r"buildings?|structures?|edifices?|hall|office|shop", re.IGNORECASE)
_NO_WORKS = Pattern(r"stations?|depots?|stores?|office|house|structures?|frames?", re.IGNORECASE)
"""What makes nothing, whatever it is for: a farm machine station, a shoe store, steel structures."""
_AT_PORT = Pattern(r"fish(?:ery)? stations?\b", re.IGNORECASE)
"""Where fish is landed, or handed to those who stock a lake."""
KIND_OF = {
    "greenhouse": "greenhouse_farm",
    "sea": "offshore_farm",
    "leisure": "leisure_complex",
    "service": "leisure_complex",
    "grain": "grain_facility",
    "health": "hospital",
    "paper": "paper_mill",
}


def _of_complex(
    text: str, head: Term, words: Sequence[Term], senses: Sequence[str], sorts: set[str]
) -> tuple[str, str]:
    """The group of a complex, centre or facility; a bare one points back."""
    if first_word := words and words[-1]:
        public = text[first_word.start : first_word.end].lower() == "public service"
        if public and text[head.end - 1] == "s":
            return "", ""  # `public service facilities` are shops and restaurants
    plain = not head.korean and _BUILDING.match(text, head.start) is not None
    if "leisure" in senses and "none" in senses:
        return "", ""  # a hot spring, or what tourists come to
    if "leisure" in senses or ("service" in senses and not plain):
        return "leisure_complex", ""
    for sense in senses:
        if sense == "regional":
            industry = any(w.sense == "regional" and (w.korean or w.end - w.start > 12) for w in words)
            return ("regional_industry" if industry else "projects" if head.end - head.start > 7 else ""), ""
        if sense in KIND_OF and not (sense == "service" and plain):
            caught = sense == "sea" and _AT_PORT.match(text, words[0].start) is not None
            return ("" if caught else KIND_OF[sense]), ""
        if sense in _GOODS:
            return ("regional_industry" if len(sorts) > 1 else "other"), sense * (len(sorts) < 2)
        if sense == "branch":
            bred = _BRED.match(text, words[0].start) is not None
            bred = bred or (text.startswith(_BRED_KO, words[0].start) and text.startswith("기지", head.start))
            return ("" if bred or _NO_WORKS.match(text, head.start) else "other"), ""
        if sense == "none":
            return "", ""
    return "same", ""
