"""What a sentence leaves out: facilities and places of those before, and places that are only counted."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.events.arguments import is_besides, is_of_its_own
from geo.events.counted import MOST_COUNTED, are_named, number_of, owners_of, pointed_at
from geo.events.facilities import Facility
from geo.events.grouping import Group, points_behind
from geo.events.owning import among_many, is_in_a_subclause, is_theirs, keys_of, owner_of
from geo.events.phrases import PhrasePattern
from geo.events.places import CAPITAL, Sites, is_province, place_key, same_places
from geo.events.predicates import Predicate, stages_of
from geo.events.reading import CEREMONIES, Reading, SentenceReading
from geo.events.settling import POLICY_FACTORIES, POLICY_FACTORY, kinds_of, settle
from geo.models import Mention
from geo.text import Pattern, Sentence

MOST_GROUPS, MOST_SITES = 16, 20
REACH = 4
"""So many sentences back (or ahead) a place or a facility is looked for that a sentence leaves out."""
NEXT = 2
"""So many sentences behind a ceremony may tell what it was for."""
AHEAD = 3
"""So many sentences behind their number the places stand that are counted first."""

_PLACELESS = frozenset({"again", "part", "partwork"})
"""Senses that tell no stage of their own."""
CarriedGroup = tuple[Group, str]
"""A list of facilities, and where it comes from; empty for the sentence itself."""
CarriedSites = tuple[Sites, str]
Ceremony = tuple[int, SentenceReading, Group]
"""Number of the sentence that tells of a ceremony at a place, that sentence, and what it was for."""


class Memory:
    """What the sentences before have named, for those that leave it out."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.at = 0
        """Number of the sentence that is read, among those of the reading."""
        self.sites: tuple[int, SentenceReading] | None = None
        """The last sentence that names places, and its number."""
        self.groups: tuple[int, SentenceReading] | None = None
        """The last one that names facilities."""
        self.stage: tuple[int, str] | None = None
        """The last one that tells of a groundbreaking or an opening, and the stage."""
        self.told: tuple[int, str] | None = None
        """The last one that said one thing of something, and the stage."""
        self.ceremonies: dict[str, Ceremony] = {}
        """Sense -> the last ceremony of its kind."""
        self.recent: dict[str, Mention] = {}
        """Places named so far, the last named last."""
        self.home: Sites | None = None
        """The only place of the last sentence that names one, if only as that of people."""

    def keep(self, read: SentenceReading) -> None:
        """Remember what a sentence names."""
        if read.junk:
            return
        sites = [s for s in read.sites if not s.role]
        for mention in (m for s in sites for m in s.mentions):
            key = place_key(mention)
            self.recent.pop(key, None)
            self.recent[key] = mention
        if read.sites:
            only = len(read.sites) == 1 and len(read.sites[0].mentions) == 1
            people = only and read.sites[0].role == "person"
            self.home = replace(read.sites[0], role="") if people else None
        if sites:
            self.sites = self.at, read
            for p in read.predicates:
                before = [g for g in read.groups if g.end <= p.start and _says(self.reading, g)]
                if before and not p.denied and _is_ceremony(self.reading, p):
                    self.ceremonies[p.sense] = self.at, read, before[-1]
        if (
            read.groups
            and any(_says(self.reading, g) for g in read.groups)
            and not (self._only_asks(read) or self._points_back(read))
        ):
            self.groups = self.at, read
        elif self.groups is not None and self.at - self.groups[0] <= REACH and self._goes_on(read):
            self.groups = self.at, self.groups[1]
        for predicate in read.predicates:
            plain = (
                predicate.kind != "noun" and predicate.sense not in _PLACELESS
            ) or predicate.sense == "run"
            if plain and not predicate.denied and len(meant := stages_of(predicate)) == 1:
                self.told = self.at, meant[0]
            if predicate.sense in ("ground", "open") and not predicate.denied:
                self.stage = self.at, "groundbreaking" if predicate.sense == "ground" else "completed"
            elif predicate.sense == "begin" and "work" in predicate.companions:
                self.stage = self.at, "groundbreaking"

    def _goes_on(self, read: SentenceReading) -> bool:
        """Whether a sentence tells of what was named before: `work on the plant began in July`."""
        vague = [f for group in read.groups for f in group.facilities if f.vague]
        return bool(vague) and all(settle(self.reading, f) for f in vague)

    def _points_back(self, read: SentenceReading) -> bool:
        """Whether `the projects` are those of the facilities that were named a little before."""
        before = self.groups is not None and self.at - self.groups[0] <= REACH
        return before and all(f.vague for group in read.groups for f in group.facilities)

    def _only_asks(self, read: SentenceReading) -> bool:
        """Whether facilities stand only in what somebody asks for: `the hospitals should serve ...`."""
        asks = any(term.kind == "if" and term.sense == "wish" for term in read.terms)
        if asks and (not read.sites or all(self.reading.quoted(group.start) for group in read.groups)):
            return True
        return among_many(self.reading, read) and all(p.aspect in ("ahead", "noun") for p in read.predicates)


def groups_for(memory: Memory, read: SentenceReading) -> list[CarriedGroup]:
    """The facilities that the predicates of a sentence may be about, and where each comes from."""
    own = [(group, "") for group in read.groups[:MOST_GROUPS]]
    besides = is_besides(memory.reading, read)
    if not besides and any(_says(memory.reading, group) for group, _ in own):
        if not all(_is_the_project(memory.reading, group) for group, _ in own):
            return own
        own = []
    elif not besides and own and all(_stands_for_one(memory.reading, group) for group, _ in own):
        return own
    introduced = read.intro.groups[:MOST_GROUPS] if read.intro is not None else []
    if any(_says(memory.reading, group) for group in introduced):
        return own + [(group, "introduction") for group in introduced if _says(memory.reading, group)]
    carried: list[CarriedGroup] = []
    told = _ceremony(memory, read)
    if told is not None:
        carried = [(told[2], "title" if told[1].sentence.is_title else str(min(memory.at - told[0], 3)))]
    elif memory.groups is not None and memory.at - memory.groups[0] <= REACH:
        at, before = memory.groups
        name = "title" if before.sentence.is_title else str(min(memory.at - at, 3))
        carried = [(group, name) for group in _free(memory.reading, before, read)[-2:]]
    title = memory.reading.title
    if title is not None and title is not read:
        known = [group for group, _ in carried]
        carried += [(group, "title") for group in _telling(title) if group not in known]
    if not own and (not carried or _are_all_kinds(memory.reading, carried)):
        named = [(group, "") for group in read.groups[:MOST_GROUPS]]
        named = named or [(group, "later") for group in _of_next(memory, read)]
        unnamed = [(group, "the ceremony") for group in _unnamed(read)]
        carried = ([] if carried else named) or unnamed or carried
    return own + carried


def _of_next(memory: Memory, read: SentenceReading) -> list[Group]:
    """The facilities behind a ceremony at a place, which it was for: `the hospital has 200 beds`."""
    held = any(p.sense in CEREMONIES and p.aspect != "ahead" and not p.denied for p in read.predicates)
    if not held or not _named(read):
        return []
    for later in memory.reading.sentences[memory.at + 1 : memory.at + 1 + NEXT]:
        if later.junk or _named(later):
            break
        if telling := _telling(later):
            return telling[:1]
    return []


def _stands_for_one(reading: Reading, group: Group) -> bool:
    """Whether a pronoun stands for what was named before, so that nothing else is carried: `another in B`."""
    return points_behind(reading.folded, group) and all(settle(reading, f) for f in group.facilities)


_THE_PROJECT = PhrasePattern(r"\b(?:all|the|this|that|these|those) (?:{which project} )?projects?$")


def _is_the_project(reading: Reading, group: Group) -> bool:
    """Whether `the project` only stands for what was named before."""
    if any(f.group != "projects" for f in group.facilities) or "가" <= reading.text[group.start] <= "힣":
        return False
    return _THE_PROJECT.search(reading.folded, max(0, group.start - 24), group.end) is not None


def _are_all_kinds(reading: Reading, carried: Sequence[CarriedGroup]) -> bool:
    """Whether several kinds of facilities were said of places that are only counted: 각지에서 공장과 병원."""
    return all(is_of_many(reading, group) and len(kinds_of(reading, group)) > 1 for group, _ in carried)


def _is_ceremony(reading: Reading, p: Predicate) -> bool:
    """Whether a Korean noun is that of a ceremony: 착공식, 준공식."""
    return p.korean and p.sense in CEREMONIES and p.kind == "noun" and reading.text.startswith("식", p.end)


def _ceremony(memory: Memory, read: SentenceReading) -> Ceremony | None:
    """Where the ceremony was told of that a sentence goes on about: 착공식에는 ... 참석했다."""
    senses = {p.sense for p in read.predicates if _is_ceremony(memory.reading, p)}
    told = memory.ceremonies.get(senses.pop()) if len(senses) == 1 else None
    return told if told is not None and memory.at - told[0] <= 2 * REACH else None


def _says(reading: Reading, group: Group) -> bool:
    """Whether facilities say what they are; bare `factories` do where they are those of the policy."""
    return group.tells or any(
        f.group == "generic" and settle(reading, f) in ([POLICY_FACTORIES], [POLICY_FACTORY])
        for f in group.facilities
    )


def _free(reading: Reading, before: SentenceReading, read: SentenceReading) -> list[Group]:
    """The telling facilities of a sentence; for other places only those that have none of their own."""
    telling = [group for group in before.groups[:MOST_GROUPS] if _says(reading, group)]
    here = {place_key(mention) for sites in read.sites for mention in sites.mentions}
    owners = [(group, owner_of(reading, before, group)) for group in telling] if here else []
    free = [g for g, owner in owners if owner is None or here & {place_key(m) for m in owner.mentions}]
    return free or telling


def _telling(read: SentenceReading) -> list[Group]:
    return [group for group in read.groups[:MOST_GROUPS] if group.tells]


def _unnamed(read: SentenceReading) -> list[Group]:
    """The projects that a groundbreaking is for where nothing says what is built."""
    told = next((p for p in read.predicates if p.sense == "ground" and p.kind in ("noun", "state")), None)
    if told is None:
        return []
    projects = Facility(told.start, told.end, "projects", "", told.start)
    return [Group((projects,), told.start, told.end, read.sentence.number)]


_SOMEWHERE = PhrasePattern(
    r"\b(?:\d+|{several}) (?:\w+ ){0,2}{regions}\b|\b{everywhere en}\b"
    r"|{everywhere ko}|\d+ ?(?:여 ?)?(?:개 ?)?(?:의 )?(?:시|군|지역|곳)(?![가-힣]{2})",
    needs="{regions}|{everywhere}|시|군|지역|곳",
)
"""Somewhere, without a name: what is said there is not said of a place of another sentence."""


def is_of_many(reading: Reading, group: Group) -> bool:
    """Whether the sentence that names facilities says so of places that it only counts: 20개 시, 군에서."""
    read = reading.sentence_of(group.sentence)
    if read is None or any(not sites.role for sites in read.sites):
        return False
    return _SOMEWHERE.search(reading.folded, read.sentence.start, read.sentence.end) is not None


def sites_for(memory: Memory, read: SentenceReading) -> list[CarriedSites]:
    """The places that the predicates of a sentence may be about, and where each comes from."""
    own = [(sites, "") for sites in read.sites[:MOST_SITES]]
    if any(not sites.role for sites, _ in own):
        return own
    reading, s = memory.reading, read.sentence
    if any(sites.role == "person" for sites, _ in own) and any(is_theirs(reading, g) for g in read.groups):
        return own  # `the people of Anak danced at the opening of their factories`
    introduced = _named(read.intro) if read.intro is not None else []
    if not introduced and (counted := _counted(memory, read)):
        return [*own, (counted, "counted")]
    there = _THERE.search(reading.folded, s.start, s.end) or reading.text.startswith(_OF_IT, s.start)
    if not introduced and there and (place := _pointed(memory) or reading.main or memory.home):
        return [*own, (place, "pointed")]
    if _SOMEWHERE.search(reading.folded, s.start, s.end) or _is_of_a_province(reading, s):
        return own
    if _names_an_unknown_place(reading, s) or _ABROAD.match(reading.text, s.start, s.end):
        return own
    if introduced:
        return own + [(sites, "introduction") for sites in introduced]
    carried = list(_from_before(memory, read))
    if reading.title not in (None, read):
        carried += [(s, "title") for s in reading.title.sites[:1] if all(s is not c for c, _ in carried)]
    main = reading.main
    if main is not None and main.sentence <= s.number:
        carried += [(main, "main")] * all(not same_places(sites, main) for sites, _ in carried)
    if not (carried or own) and (s.is_title or s.paragraph <= 1):
        ahead = reading.sentences[memory.at + 1 : memory.at + 1 + REACH]
        told = ((r, any(is_of_its_own(reading, r, p) for p in r.predicates)) for r in ahead if _named(r))
        carried = [(_named(later)[0], "later") for later, other in told if not other][:1]
        if carried and is_in_a_subclause(
            reading, reading.sentence_of(carried[0][0].sentence) or read, carried[0][0]
        ):
            carried = []
    provinces = _provinces_of(reading, s)
    return own + [
        (sites, origin)
        for sites, origin in carried
        if keys_of(sites) != {CAPITAL} and not (provinces and _is_elsewhere(sites, provinces))
    ]


def _provinces_of(reading: Reading, s: Sentence) -> set[str]:
    """The provinces in which a sentence says that it happens: `a hospital in South Hamgyong Province`."""
    first = bisect_left(reading.mentions, s.start, key=lambda mention: mention.start)
    inside = itertools.takewhile(lambda mention: mention.start < s.end, reading.mentions[first:])
    return {
        m.place.name
        for m in inside
        if m.place is not None
        and is_province(m)
        and _IN_IT.search(reading.folded, max(s.start, m.start - 8), m.start)
    }


_IN_IT = Pattern(r"\bin (?:the )?$")


def _is_elsewhere(sites: Sites, provinces: set[str]) -> bool:
    """Whether a list of places lies in none of some provinces."""
    known = {m.place.province for m in sites.mentions if m.place is not None}
    return bool(known) and not known & provinces


_THERE = Pattern(
    r"\b(?<!from )there\b(?!'s| (?:is|are|was|were|has|have|had|will|would|may|might|to)\b)"
    r"|\bin (?:the|that|this) (?:county|city|district)\b(?! (?:of|and|hall|level|party|committee)\b)"
    r"|(?<![가-힣])(?:이 ?곳|그곳|거기|이 고장|이 군|이 시)(?:에서?[는도]?|의|을) "
)
"""The place that was named last."""
_OF_IT = ("군의 ", "군에서는 ", "군에는 ", "시의 ", "시에서는 ", "시에는 ")
"""How a sentence begins on the county that was named last."""


def _pointed(memory: Memory) -> Sites | None:
    """The last list of places of the sentences right before, which `there` stands for."""
    if memory.sites is None or memory.at - memory.sites[0] > _THERE_REACH:
        return None
    return next((sites for sites in reversed(memory.sites[1].sites) if not sites.role), None)


_THERE_REACH = 2
"""Sentences back to the place that `there` stands for."""
_IS_WHERE = Pattern(r"\W*(?:In |Across |Throughout )?(?:[A-Z]\w+ ){1,2}Province\Z")
"""From the start of an English sentence to the end of a province: it tells of the province."""
_OF_PROVINCE = Pattern(r"(?:에서[는도]?|에는|[가는]) |의 (?=[가-힣]*공장)")


def _is_of_a_province(reading: Reading, s: Sentence) -> bool:
    """Whether a sentence says itself in which province it happens, and no more: 강원도에서는 ..."""
    first = bisect_left(reading.mentions, s.start, key=lambda mention: mention.start)
    inside = itertools.takewhile(lambda mention: mention.start < s.end, reading.mentions[first:])
    return any(
        is_province(m)
        and (_OF_PROVINCE.match(reading.text, m.end) or _IS_WHERE.match(reading.text, s.start, m.end))
        for m in inside
    )


_UNKNOWN = PhrasePattern(
    r"\b(?:(?:{facility noun}|held|opened|inaugurated|built) in|(?:hospital|factory|mill|plant|farm) of)"
    r" ((?!Korea|Asia|North|South|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z]{3,})"
    r"(?: [Cc](?:ity|ounty))?"
    r"(?=[,.;]| (?:on|and|in|as|for|with|when|by|was|were|is|are|has|have|had|will|to)\b)"
)
"""Where something is, by a name."""


_ABROAD = PhrasePattern(r"\W*(?:In )?{country}(?:'s [\w ]{3,30})?,? (?!and\b)")
"""A sentence that begins with another country: what it has built is there."""


def _names_an_unknown_place(reading: Reading, s: Sentence) -> bool:
    """Whether a sentence names its place, if one abroad or that nobody knows: it is no other place's."""
    found = _UNKNOWN.search(reading.text, s.start, s.end)
    if found is None:
        return False
    at = bisect_left(reading.mentions, found.start(1), key=lambda mention: mention.start)
    named = reading.mentions[at] if at < len(reading.mentions) else None
    return named is None or named.start > found.start(1) or named.outcome == "foreign"


def _named(read: SentenceReading) -> list[Sites]:
    """Lists of places that nothing speaks against."""
    return [sites for sites in read.sites[:MOST_SITES] if not sites.role]


def _from_before(memory: Memory, read: SentenceReading) -> Iterator[CarriedSites]:
    """The last and the first list of places of the last sentence that names some."""
    last = _ceremony(memory, read) or memory.sites
    if last is None or (last is memory.sites and memory.at - last[0] > REACH):
        return
    at, before = last[:2]
    named = [sites for sites in before.sites if not sites.role]
    same = before.sentence.paragraph == read.sentence.paragraph
    gap = f"{min(memory.at - at, 3)}{'' if same else ' other paragraph'}"
    name = "title" if before.sentence.is_title else gap
    yield named[-1], name
    if len(named) > 1:
        yield named[0], f"{name} first"


def _counted(memory: Memory, read: SentenceReading) -> Sites | None:
    """The places that a sentence only counts, or points at: `both counties`."""
    words = memory.reading.folded[read.sentence.start : read.sentence.end]
    number = number_of(words)
    recent = [*itertools.islice(reversed(memory.recent.values()), MOST_COUNTED)][::-1]
    if pointed := pointed_at(words, recent) if number else owners_of(words, recent, memory.reading.text):
        return Sites(pointed[0].start, pointed[0].end, pointed, sentence=read.sentence.number)
    if number is None:
        return None
    for later in memory.reading.sentences[memory.at + 1 : memory.at + 1 + AHEAD]:
        if named := [m for sites in later.sites if not sites.role for m in sites.mentions]:
            words = memory.reading.folded[later.sentence.start : later.sentence.end]
            if not are_named(number, named, words):
                return None
            return Sites(named[0].start, named[-1].end, tuple(named), sentence=later.sentence.number)
    return None
