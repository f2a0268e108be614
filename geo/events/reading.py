"""A document with what the layers below found in it, sentence by sentence."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol, TypeVar

from geo.events.english import read_english
from geo.events.facilities import Facility, facilities_among
from geo.events.grouping import Group, find_parts, groups_of, with_names, with_those
from geo.events.korean import read_korean
from geo.events.phrases import PhrasePattern
from geo.events.places import Sites, is_site, place_key, same_places, sites_of
from geo.events.predicates import Predicate, find_companions
from geo.events.scopes import is_within, junk_sentences, quoted_spans, without_other_words
from geo.events.terms import Term, folded_terms, load_lexicon
from geo.models import Document, Mention
from geo.text import Pattern, Sentence

LEAST_PROSE = 60
"""Code points of a sentence that is no line above a text."""
MOST_ABOVE = 40
"""So many sentences from the top on are looked at for what is told first."""
LONGEST_SENTENCE = 5_000
"""In code points: what is longer without a full stop is no sentence, and is not read for events."""


@dataclass(slots=True)
class SentenceReading:
    """One sentence with its terms, facilities, places and predicates."""

    sentence: Sentence
    terms: Sequence[Term]
    groups: list[Group]
    sites: list[Sites]
    predicates: list[Predicate]
    junk: bool = False
    intro: SentenceReading | None = None
    """The sentence that introduces the list that this one is an item of."""
    lists: list[tuple[int, int]] = field(default_factory=list)
    """Where lists of places and of facilities stand, in order."""
    owners: dict[Group, Sites | None] = field(default_factory=dict)
    """The places that lists of facilities are tied to, as far as anybody has asked."""


@dataclass
class Reading:
    """One document as the layers read it."""

    document: Document
    mentions: tuple[Mention, ...]
    text: str
    folded: str
    sentences: list[SentenceReading]
    facilities: tuple[Facility, ...] = ()
    quotes: list[tuple[int, int]] = field(default_factory=list)
    settled: dict[Facility, list[tuple[str, str]]] = field(default_factory=dict)
    """What vague facilities are, as far as anybody has asked."""
    named: dict[Group, bool] = field(default_factory=dict)
    """Whether facilities bear a name of their own, as far as anybody has asked."""
    _headlines: dict[int, bool] = field(default_factory=dict)

    @cached_property
    def counties(self) -> dict[str, int]:
        """How often each place is named where something can happen, lines of the page left out."""
        counts: dict[str, int] = {}
        for read in self.sentences:
            for sites in () if read.junk else read.sites:
                for mention in sites.mentions:
                    key = place_key(mention)
                    counts[key] = counts.get(key, 0) + 1
        return counts

    @cached_property
    def named_counties(self) -> frozenset[str]:
        """The counties and cities that the text names themselves, and not only a place in them."""
        return frozenset(place_key(m) for m in self.mentions if m.place is not None and m.place.level == 2)

    @cached_property
    def title(self) -> SentenceReading | None:
        """The title, if the document has one."""
        return next((read for read in self.sentences if read.sentence.is_title), None)

    @cached_property
    def names_policy(self) -> bool:
        """Whether the text names the policy of regional development, by name or by number."""
        return POLICY.search(self.folded) is not None

    @cached_property
    def names_regional(self) -> bool:
        """Whether the text names factories of regional industry in so many words."""
        return any(f.group == "regional_industry" for f in self.facilities)

    @cached_property
    def _body(self) -> int:
        """Number of the first paragraph in prose, behind what a page has above it; 0 if it has none."""
        for read in self.sentences:
            s = read.sentence
            prose = s.end - s.start >= LEAST_PROSE and self.text[s.end - 1] in '.!?”"'
            if prose and not (s.is_title or s.is_caption or read.junk):
                return s.paragraph
        return 0

    def depth(self, s: Sentence) -> int:
        """Number of a sentence's paragraph, counted from the first one in prose; at least 0."""
        return max(0, s.paragraph - self._body)

    @cached_property
    def told(self) -> frozenset[str]:
        """Senses of what the title and the first sentences say: a ceremony, a visit, a plan, ..."""
        told: set[str] = set()
        prose = [read for read in self.sentences[:MOST_ABOVE] if read.sentence.paragraph >= self._body]
        for read in [*self.sentences[:1], *prose[:4]]:
            if read.sentence.is_title or self.depth(read.sentence) <= 1:
                here = {p.sense for p in read.predicates if p.sense in NEWS and p.aspect != "ahead"}
                told |= here - (
                    {"visit"} if self.depth(read.sentence) > 0 and told & {"progress", "build"} else set()
                )
        return frozenset(told)

    @cached_property
    def is_of_a_visit(self) -> bool:
        """Whether the first news of a document is a visit, so that what was built there is older."""
        for read in self.sentences[:4]:
            here = {
                p.sense for p in read.predicates if p.sense in NEWS and p.aspect not in ("ahead", "adjunct")
            }
            if here and not read.junk:
                return "visit" in here and not here & {"open", "ground", "begin"}
        return False

    @cached_property
    def ceremony(self) -> str:
        """The stage of the ceremonies that the document tells of, empty if of both or none."""
        senses = {p.sense for read in self.sentences for p in self.ceremonies_of(read)}
        told = self.told & senses or senses
        return CEREMONIES[next(iter(told))] if len(told) == 1 else ""

    def ceremonies_of(self, read: SentenceReading) -> list[Predicate]:
        """What a sentence tells of groundbreakings and openings, without those that it only reckons from."""
        return [
            p
            for p in read.predicates
            if p.sense in CEREMONIES
            and p.aspect != "ahead"
            and p.mood not in ("passing", "purpose")
            and not _RECKONED.search(self.folded, max(read.sentence.start, p.first - 34), p.first)
        ]

    @cached_property
    def is_of_policy(self) -> bool:
        """Whether bare `factories` of a county are those of the policy: it is named, or of its time."""
        return (
            self.names_policy
            or (self.document.published_on or "") >= POLICY_FROM
            or self.names_regional
            or OF_POLICY.search(self.folded) is not None
        )

    @cached_property
    def tells_visits(self) -> bool:
        """Whether a visit is told in so many words."""
        return any(p.sense == "visit" and p.form != "at" for read in self.sentences for p in read.predicates)

    @cached_property
    def main(self) -> Sites | None:
        """The places that the document is mainly about: those of the title, else the one named most."""
        named = [s for read in self.sentences for s in read.sites if not s.role and not read.junk]
        if not named:
            return None
        if self.title is not None and self.title.sites:
            return self.title.sites[0]
        most = max(self.counties[place_key(s.mentions[0])] for s in named)
        first = [s for s in named if self.counties[place_key(s.mentions[0])] == most]
        if all(same_places(s, first[0]) for s in first):
            return first[0]
        leads = [
            s for s in first if (read := self.sentence_of(s.sentence)) and self.depth(read.sentence) <= 1
        ]
        return leads[0] if leads and all(same_places(s, leads[0]) for s in leads) else None

    def sentence_of(self, number: int) -> SentenceReading | None:
        """The sentence of a number; None if it was not read, such as one that is too long."""
        at = bisect_left(self.sentences, number, key=lambda read: read.sentence.number)
        found = self.sentences[at] if at < len(self.sentences) else None
        return found if found is not None and found.sentence.number == number else None

    def is_headline(self, number: int) -> bool:
        """Whether most words of a sentence begin with a capital, so that capitals tell no name."""
        if number not in self._headlines:
            read = self.sentence_of(number)
            if read is None:
                return False
            words = _LATIN.findall(self.text[read.sentence.start : read.sentence.end])
            capital = sum(word[0].isupper() for word in words)
            self._headlines[number] = read.sentence.is_title or capital > 0.7 * len(words)
        return self._headlines[number]

    def quoted(self, at: int) -> bool:
        """Whether a place in the text lies in a quotation."""
        return is_within(self.quotes, at)


_RECKONED = Pattern(r"\b(?:after|since|before|until|following) [^,;.]{0,30}$")
CEREMONIES = {"ground": "groundbreaking", "open": "completed"}
NEWS = frozenset({"ground", "open", "visit", "plan", "build", "finish", "run", "progress", "stop"})
"""Senses that a report can be about."""
POLICY_FROM = "2024-02"
"""Since the policy began, bare `factories` of a county are those of the policy."""
OF_POLICY = Pattern(
    r"(?:regional|local) (?:industr|development|econom)|light[ -]industr\w+ (?:factor|plant|mill|goods)"
    r"|rural development|지방 ?(?:공업|산업|발전|공장)"
)
"""Words of a text on factories of the regions, before and since the policy."""
POLICY = PhrasePattern(r"20 ?[×xх*] ?10|10 ?[×x] ?20|{policy}")
_LATIN = Pattern(r"[A-Za-z]{3,}")


def read_document(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], *, whole: bool = True
) -> Reading:
    """
    Run the layers over a document whose sentences have single spaces.

    Unless it has to be `whole`, one that names nothing that is built has no sentences.
    """
    text, folded = document.text, folded_terms(document.text)
    terms = without_other_words(text, load_lexicon().find_folded(folded))
    ordered = _without_names_in_names(sorted(mentions, key=lambda mention: mention.start), terms)
    ends = {mention.end for mention in ordered}
    facilities = with_names(text, facilities_among(text, terms, ends), ends)
    facilities = with_those(folded, facilities, [mention.start for mention in ordered])
    reading = Reading(document, ordered, text, folded, [], facilities, quoted_spans(text))
    if not (whole or facilities or any(term.sense == "ground" for term in terms)):
        return reading
    terms_in, facilities_in, mentions_in = _cut(terms), _cut(facilities), _cut(ordered)
    junk = junk_sentences(text, sentences)
    for s in sentences:
        if s.end - s.start <= LONGEST_SENTENCE:
            found = terms_in(s), facilities_in(s), mentions_in(s)
            reading.sentences.append(_read_sentence(reading, s, *found, s.number in junk))
    _introduce(text, reading.sentences)
    for read, following in itertools.pairwise(reading.sentences):
        read.junk = read.junk or _takes_back(reading.folded, following.sentence)
    return reading


def _without_names_in_names(mentions: Sequence[Mention], terms: Sequence[Term]) -> tuple[Mention, ...]:
    """Mentions without those that are goods, or go on in another name: 과일가공공장, 회령곡산공장."""
    ends = {one.end for one in mentions if is_site(one)}
    goods = {(term.start, term.end) for term in terms if term.kind == "mod" and term.korean}
    longer = {start for start, end in goods if any((start, less) in goods for less in range(start + 1, end))}
    return tuple(
        one
        for one in mentions
        if one.type_word
        or not "가" <= one.surface[0] <= "힣"
        or not (one.start in ends or (one.start in longer and (one.start, one.end) in goods))
    )


def _read_sentence(
    reading: Reading,
    sentence: Sentence,
    terms: Sequence[Term],
    facilities: Sequence[Facility],
    mentions: Sequence[Mention],
    junk: bool,
) -> SentenceReading:
    """One sentence, from what stands in it: what lies in a name is no predicate."""
    if not terms and not mentions:
        return SentenceReading(sentence, (), [], [], [], junk)
    folded, text, start, end = reading.folded, reading.text, sentence.start, sentence.end
    places = [(m.start, m.end) for m in mentions]
    names = [*((f.start, f.end) for f in facilities), *places]
    if _is_korean(text[start:end], terms):
        terms = [t for t in terms if not any(a < t.end and t.start < b for a, b in places)]
        predicates = read_korean(text, terms, end)
    else:
        predicates = read_english(folded, text, terms, start, end)
    predicates = [p for p in predicates if not any(a < p.end and p.start < b for a, b in names)]
    find_companions(folded, predicates, terms, names)
    alone = sentence.is_item and len(mentions) == 1
    sites = sites_of(folded, text, _places(mentions, facilities), facilities, sentence, alone)
    groups = groups_of(folded, facilities, sites, sentence.number)
    find_parts(folded, predicates, groups)
    lists = sorted([*((s.start, s.end) for s in sites), *((g.start, g.end) for g in groups)])
    return SentenceReading(sentence, terms, groups, sites, predicates, junk, lists=lists)


def _is_korean(words: str, terms: Sequence[Term]) -> bool:
    """Whether a sentence is Korean, rather than one that gives a name in Hangul, too."""
    korean = [term.korean for term in terms]
    return any(korean) and (all(korean) or len(_HANGUL.findall(words)) * 2 > len(_LATIN.findall(words)))


_HANGUL, _LATIN = Pattern("[가-힣]"), Pattern("[A-Za-z]")


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_T = TypeVar("_T", bound=_Placed)


def _cut(items: Sequence[_T]) -> Callable[[Sentence], Sequence[_T]]:
    """What gives those of some items in order that begin in a sentence."""
    starts = [item.start for item in items]
    return lambda s: items[bisect_left(starts, s.start) : bisect_left(starts, s.end)]


def _places(mentions: Sequence[Mention], facilities: Sequence[Facility]) -> list[Mention]:
    """Mentions without the unknown names that are made of a facility's words: `Farm District`."""
    return [
        m
        for m in mentions
        if m.outcome != "unknown" or not any(f.start < m.end and m.start <= f.end + 1 for f in facilities)
    ]


_THIS = Pattern(r"\W*(?:this|that|it|the (?:report|story|claim|news)|이는|이 보도는|사실이)\b")
_UNTRUE = PhrasePattern(
    r"[^.]{0,30}?(?:(?:was|is|were|proved|turned out) (?:to be )?{untrue en}|{untrue ko})"
)


def _takes_back(folded: str, sentence: Sentence) -> bool:
    """Whether a sentence takes back the one before it: `the report proved wrong`."""
    this = _THIS.match(folded, sentence.start, sentence.end)
    return this is not None and _UNTRUE.match(folded, this.end(), sentence.end) is not None


_OF_PEOPLE = PhrasePattern(r"\b{attendance en}\b|{attendance ko}")
"""Words of an introduction whose list is one of people."""
_COLON = Pattern(r"[:：]\W*$")
_POINTS = PhrasePattern(
    r"\b{as follows en}\b(?! (?:day|morning|week|month|year)\b)|{as follows ko}"
    r"|다음 \S{0,8}(?:시|군|지역|곳)|[뜬한된] 곳$",
    needs="{as follows}|다음|곳",
)
_ENDS = Pattern(r"(?:[.!?。！？]|다)[\"'”’)\]》」』]*$")
LONGEST_ITEM = 120
"""Code points of an item that has no bullet."""
LONGEST_HEADING = 60
"""Code points of a line that names a part of a list."""
_NO_NEWS = frozenset({"part", "hold"})
"""Senses that say nothing of an item."""


def _introduce(text: str, reads: Sequence[SentenceReading]) -> None:
    """Give the items of a list the predicates of the sentence that introduces it, where they have none."""
    intro: SentenceReading | None = None
    whole: SentenceReading | None = None
    last = -1
    for number, read in enumerate(reads):
        s = read.sentence
        if whole is not None and _heads(text, s):
            intro = replace(read, predicates=_told_of_items(whole))
        elif intro is not None and _goes_on(text, intro, last, s):
            read.intro = intro
            if (
                whole is not None
                and intro.sentence is not whole.sentence
                and not (intro.groups or intro.sites)
            ):
                read.groups, read.sites, read.predicates = [], [], []  # `Houses`, and where they are
            elif all(p.sense in _NO_NEWS for p in read.predicates):
                read.predicates = [
                    replace(p, start=s.start, end=s.start, first=s.start, last=s.start)
                    for p in _told_of_items(intro)
                ]
        else:
            opens = _opens(text[s.start : s.end], s) or _leads(read, reads[number + 1 : number + 3])
            intro = read if (read.predicates or read.groups) and opens else None
            told = intro is not None and intro.predicates and not any(group.tells for group in intro.groups)
            whole = intro if told else None
        last = s.paragraph


def _heads(text: str, s: Sentence) -> bool:
    """Whether a line names a part of a list that was introduced: `Hospitals`, `Houses`."""
    line = not (s.is_title or s.is_item or s.is_caption) and s.end - s.start <= LONGEST_HEADING
    return line and not _ENDS.search(text[s.start : s.end]) and not _COLON.search(text[s.start : s.end])


def _told_of_items(intro: SentenceReading) -> list[Predicate]:
    """The predicates of an introduction that are said of its items, what only describes left out."""
    told = [p for p in intro.predicates if p.sense not in _NO_NEWS]
    return [p for p in told if not (p.korean and p.aspect == "adjunct")] or told


def _leads(read: SentenceReading, following: Sequence[SentenceReading]) -> bool:
    """Whether items that hold nothing but places follow a Korean sentence that tells of facilities."""
    tells = any(p.korean for p in read.predicates) and bool(read.groups) and not read.sentence.is_item
    bare = all(one.sentence.is_item and one.sites and not one.predicates for one in following)
    return tells and bare and len(following) == 2


def _goes_on(text: str, intro: SentenceReading, last: int, s: Sentence) -> bool:
    """Whether a sentence is an item of an introduction's list, whose last one is in paragraph `last`."""
    if s.is_title or s.is_item:
        return not s.is_title
    short = s.paragraph > last and s.end - s.start <= LONGEST_ITEM
    return (
        short
        and not _ENDS.search(text[s.start : s.end])
        and _COLON.search(text[intro.sentence.start : intro.sentence.end]) is not None
    )


def _opens(words: str, s: Sentence) -> bool:
    """Whether a sentence introduces a list of other things than people."""
    headed = not s.is_title and not s.is_item and not _ENDS.search(words)
    leads = headed or _COLON.search(words) or _POINTS.search(words.lower())
    return bool(leads) and not s.is_caption and _OF_PEOPLE.search(words) is None
