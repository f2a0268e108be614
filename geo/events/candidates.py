"""
Every reading that a document allows: a predicate with the facilities and the places that may belong to it.

A candidate says nothing yet; what speaks for and against it are its features, which the decision weighs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.events.arguments import Tied, arguments
from geo.events.clauses import without_the_next
from geo.events.discourse import (
    MOST_SITES,
    REACH,
    CarriedGroup,
    CarriedSites,
    Memory,
    groups_for,
    is_of_many,
    sites_for,
)
from geo.events.features import core, of_group, of_sentence, of_sites, of_stage
from geo.events.grouping import Group
from geo.events.owning import home_of, keys_of, place_in_order, places_of
from geo.events.phrases import PhrasePattern
from geo.events.places import LIKENED, Sites
from geo.events.predicates import Predicate, stages_of
from geo.events.reading import CEREMONIES, Reading, SentenceReading
from geo.events.settling import Kind, kinds_of
from geo.events.unreal import is_unreal
from geo.text import Pattern

MOST_PREDICATES = 40
"""So many predicates of one sentence are looked at."""


@dataclass(slots=True)
class Candidate:
    """A predicate with its arguments, and what speaks for and against it."""

    read: SentenceReading
    predicate: Predicate
    stage: str
    facility: str
    """The facility group, with what is vague settled."""
    group: Group
    sites: Sites
    parts: tuple[Sequence[str], ...]
    """What speaks for and against it: the predicate, its facility, its place, how all hang together."""
    core: tuple[str, ...] = ()
    """The features that say most: how predicate, facility and place hang together."""
    carried_place: str = ""
    carried_facility: str = ""

    @property
    def features(self) -> list[str]:
        """What speaks for and against it, in one."""
        return [name for part in self.parts for name in part]


def candidates(reading: Reading) -> Iterator[Candidate]:
    """The candidates of a document, in the order of its predicates."""
    memory = Memory(reading)
    for number, read in enumerate(reading.sentences):
        memory.at = number
        told = [p for p in read.predicates if p.sense != "hold" or p.kind == "noun"][:MOST_PREDICATES]
        if told and (groups := groups_for(memory, read)) and (sites := sites_for(memory, read)):
            for predicate in told:
                clause = without_the_next(reading, read, predicate)
                if clause is not read and (clause.groups or _follows(memory, read)):
                    before = groups_for(memory, clause), sites_for(memory, clause)
                    yield from _of_predicate(memory, clause, predicate, *before)
                else:
                    yield from _of_predicate(memory, read, predicate, groups, sites)
        memory.keep(read)


def _follows(memory: Memory, read: SentenceReading) -> bool:
    """Whether the sentence right before, of the same paragraph, names places and facilities."""
    return all(
        last is not None
        and last[0] == memory.at - 1
        and last[1].sentence.paragraph == read.sentence.paragraph
        for last in (memory.sites, memory.groups)
    )


def _of_predicate(
    memory: Memory,
    read: SentenceReading,
    p: Predicate,
    groups: Sequence[CarriedGroup],
    sites: Sequence[CarriedSites],
) -> Iterator[Candidate]:
    reading = memory.reading
    stages = [stage for stage in _stages(memory, read, p) if not is_unreal(reading, read, p, stage)]
    if not stages:
        return
    found = [
        (tied, places)
        for tied in arguments(reading, read, p, groups)
        if (places := places_of(reading, read, p, tied, sites))
    ]
    if not found:
        return
    shared = of_sentence(reading, read, p)
    told = {stage: [*dict.fromkeys((*of_stage(reading, p, stage), *shared))] for stage in stages}
    for tied, places in found:
        group, where, argument = tied
        if where and p.governor == "gone":
            continue  # `he went to Anak`: to what there, only its own words say
        if argument == "described" and _says_what_for(read, p):
            continue
        with_group = of_group(reading, read, p, tied)
        kinds = kinds_of(reading, group)
        order = [facility for facility, _ in kinds]
        everywhere = bool(where) and len(kinds) > 1 and is_of_many(reading, group)
        for place, origin in places:
            if origin and "inspection" in stages and _is_of_several(reading, p, tied, place):
                continue
            if origin not in ("", "counted") and _is_one_of_many(reading, p):
                continue  # the place of one is not the others'
            if place.role == "compared" and {"inspection", "planned"} & set(stages):
                continue  # 신도군에 이어 신의주를 찾은, `to build hospitals like the one in Kangdong`
            if _is_told_of_others(reading, p, place):
                continue
            with_place, bond = of_sites(reading, read, p, tied, place, origin)
            others = _is_of_others(reading, tied, place) or _are_apart(where, origin)
            each = kinds_of(reading, group, len(place.mentions) > 1)
            sure = _sure(each, where, place, everywhere, others)
            for stage in stages:
                if (stage, p.sense) == ("operating", "modernize") and argument in _DONE_TO:
                    continue  # `the factory has been renovated`, not its lines
                most = core(reading, read, p, stage, tied, bond)
                for facility, kind in sure:
                    yield Candidate(
                        read=read,
                        predicate=p,
                        stage=stage,
                        facility=facility,
                        group=group,
                        sites=place_in_order(reading, read, order, place, facility),
                        parts=(told[stage], with_group, with_place, (f"kind {kind}", *most)),
                        core=most[1:],
                        carried_place=origin,
                        carried_facility=where,
                    )


def _says_what_for(read: SentenceReading, p: Predicate) -> bool:
    """Whether a verb only says what something is that is built: 연어를 기르는 양식장이 들어서고 있다."""
    return p.korean and p.sense == "run" and any(q.sense in _CONSTRUCTION for q in read.predicates)


def _is_told_of_others(reading: Reading, p: Predicate, place: Sites) -> bool:
    """Whether it is told of the places before, or only of this: A군에 이어 B군도 준공을 앞두고있다."""
    described = 0 <= place.start - p.last <= 3  # 준공된 강동군병원을 본보기로
    if place.role == "compared" and not described and LIKENED.match(reading.text, place.end):
        return True
    return p.governor == "nearing" and (p.sense == "progress") == (place.role == "compared")


_DONE_TO = frozenset({"subject", "object", "behind passive", "of"})
_CONSTRUCTION = frozenset("ground build appear finish open progress plan".split())
_MANY = Pattern(r"\b(?:a number of|several|many|various|numerous|a series of)(?: \w+)? $")
_WENT_TO = PhrasePattern(r"\b(?:attend|attended|attending|present at|{go to site})(?: [\w-]+){0,3} $")


def _is_one_of_many(reading: Reading, p: Predicate) -> bool:
    """Whether several are told of at once: `been to a number of openings`, `who attended the ceremonies`."""
    before = max(0, p.first - 48)
    if _MANY.search(reading.folded, before, p.first):
        return True
    several = "ceremonies" in reading.folded[p.start : p.end + len(" ceremonies")]
    return several and _WENT_TO.search(reading.folded, before, p.first) is not None


_FAR = frozenset({"title", "2", "3"})
"""Where facilities come from that are named at a distance."""


def _sure(kinds: Sequence[Kind], where: str, place: Sites, everywhere: bool, others: bool) -> Sequence[Kind]:
    """The kinds of facilities; of several that are named for many places, or others, those that all have."""
    several = everywhere or (where in _FAR and len(place.mentions) > 1)
    if (several or others) and len(kinds) > 1:
        return [kind for kind in kinds if kind[0] == "regional_industry"]
    return kinds


def _are_apart(where: str, origin: str) -> bool:
    """Whether facilities from afar and a place from elsewhere only meet in a sentence that names neither."""
    return where in _FAR and origin not in ("", where)


def _is_of_others(reading: Reading, tied: Tied, place: Sites) -> bool:
    """Whether facilities that a sentence leaves out are those of another place where they are named."""
    group, where, _ = tied
    home = home_of(reading, group) if where else set()
    return bool(home) and not home & keys_of(place)


def _is_of_several(reading: Reading, p: Predicate, tied: Tied, place: Sites) -> bool:
    """Whether a visit without a place is one of several sites, or of one where a list is named near by."""
    group, where, _ = tied
    if reading.folded[p.start : p.end].endswith(("sites", "visits", "inspections")):
        return True
    one = reading.folded[group.end - 1] not in "s들" and not reading.folded.startswith("들", group.end)
    return len(keys_of(place)) > (1 if where else 2 if one else MOST_SITES)


def _stages(memory: Memory, read: SentenceReading, p: Predicate) -> Sequence[str]:
    """The stages that a predicate can mean; of `the ceremony` and `so did`, what the text has told before."""
    stages = stages_of(p)
    if p.sense == "again":
        return (memory.told[1],) if memory.told and memory.at - memory.told[0] <= 1 else ()
    if not stages or (p.sense != "ceremony" and (len(stages) < 2 or (p.sense, p.kind) != ("hold", "noun"))):
        return stages
    if p.mood == "passing":
        return ()
    told = memory.reading.ceremonies_of(read) or [
        q for q in read.predicates if q.sense in CEREMONIES and q.form == "infinitive" and q.start > p.end
    ]  # `a ceremony was held to break ground`
    own = {CEREMONIES[q.sense] for q in told}
    if len(own) == 1:
        return tuple(own)
    if len(stages) < 2:
        return stages
    if memory.reading.ceremony:
        return (memory.reading.ceremony,)
    return (memory.stage[1],) if memory.stage and memory.at - memory.stage[0] <= REACH else ()
