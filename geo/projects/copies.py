"""
Which documents are copies of one story: several pages, but one origin.

A wire story is printed by many papers, cut, with another headline and other junk around it. Two documents
are copies if an event of both rests on nearly the same words and half of the sentences of the shorter one
stand in the other. Copies count as one claimant (`Report.origin`); each stays a page of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from heapq import nsmallest
from itertools import chain, combinations

from rapidfuzz import fuzz

from geo.models import Document, Report
from geo.text import split_sentences

SAME_WORDS = 88.0
"""Similarity of two pieces of evidence, 0 to 100, from which on they are the same words."""
SHARED = 0.5
"""Share of the sentences of the shorter document that stand in the other one."""
SHORTEST = 40
"""Shorter sentences are found in any text and prove nothing; in code points, and half of it in Korean."""

FEW = 40
"""So many documents that state one event are compared each with each, of more only likely pairs."""
LIKELY = 8
"""With so many others a document is compared then, and a sentence with so many of a long document."""
LONG = 100
"""Sentences are looked for one by one in a document that has so many, in longer ones among likely ones."""

_WORDS = re.compile(r"[\W_]+")
_HANGUL = re.compile("[가-힣]")


def with_common_origins(reports: Iterable[Report], documents: Mapping[str, Document]) -> tuple[Report, ...]:
    """
    The reports, in their order, with one origin for all copies of a story.

    The origin is `state media` if any of the copies names it, else that of the earliest copy. `copy_of` of
    the later ones names the document they copy. Summaries are in words of ours and copy nothing.
    """
    listed = tuple(reports)
    sources = _sources_of_copies(listed, documents)
    first: dict[str, list[Report]] = {}
    for report in sorted(listed, key=_age):
        first.setdefault(sources.get(report.document_id, report.document_id), []).append(report)
    origins = {source: _origin(copies) for source, copies in first.items()}
    return tuple(
        replace(
            report,
            origin=origins[sources[report.document_id]],
            copy_of="" if sources[report.document_id] == report.document_id else sources[report.document_id],
        )
        if report.document_id in sources
        else report
        for report in listed
    )


def _origin(copies: Sequence[Report]) -> str:
    """Who makes the claim that all copies repeat."""
    return next((report.origin for report in copies if report.origin == "state media"), copies[0].origin)


def _age(report: Report) -> tuple[str, str]:
    return (report.published_on or "9999", report.document_id)


def _sources_of_copies(reports: Sequence[Report], documents: Mapping[str, Document]) -> dict[str, str]:
    """Document -> the earliest document of the story, for those that have copies."""
    ages = {report.document_id: _age(report) for report in reports}
    stories = _Stories()
    body = cache(lambda name: _Body(documents.get(name)))
    for one, other in _alike(reports, documents, stories):
        if _are_copies(body(one), body(other)):
            stories.join(one, other)
    groups: dict[str, list[str]] = {}
    for name in stories.names():
        groups.setdefault(stories.of(name), []).append(name)
    earliest = {story: min(names, key=ages.__getitem__) for story, names in groups.items()}
    return {name: earliest[story] for story, names in groups.items() for name in names}


class _Stories:
    """Which documents are known to be copies, directly or by way of others."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def names(self) -> tuple[str, ...]:
        """Documents that have copies."""
        return tuple(self._parents)

    def of(self, name: str) -> str:
        """The same name for all copies of a story."""
        while (parent := self._parents.get(name, name)) != name:
            self._parents[name] = self._parents.get(parent, parent)
            name = parent
        return name

    def join(self, one: str, other: str) -> None:
        """Take note that two documents are copies."""
        for name in (one, other):
            self._parents.setdefault(name, name)
        self._parents[self.of(other)] = self.of(one)


def _alike(
    reports: Iterable[Report], documents: Mapping[str, Document], stories: _Stories
) -> Iterator[tuple[str, str]]:
    """Pairs of documents that state the same event in nearly the same words, and are no known copies yet."""
    groups: dict[tuple[str, ...], dict[str, str]] = {}
    for report in reports:
        event = report.event
        words = _normal(event.evidence.text)
        if not report.is_summary and event.pcode and len(words) >= _least(words):
            key = (event.pcode, event.facility, event.stage)
            groups.setdefault(key, {}).setdefault(report.document_id, words)
    for group in groups.values():
        pairs = combinations(sorted(group), 2) if len(group) <= FEW else _likely(group, documents)
        for one, other in pairs:
            if stories.of(one) != stories.of(other) and fuzz.ratio(
                group[one], group[other], score_cutoff=SAME_WORDS
            ):
                yield one, other


def _likely(group: Mapping[str, str], documents: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """
    Of many documents each with those before it that have most in common with it: phrases of the evidence and
    lines of the text.
    """
    alike, names = _Alike(), sorted(group)
    for at, name in enumerate(names):
        traits = _traits(group[name], documents.get(name))
        yield from ((names[other], name) for other in alike.to(traits))
        alike.add(at, traits)


class _Alike:
    """
    Numbers by their traits, to find those that share most with another.

    Traits that very many have are looked up among the first `FEW` of these only.
    """

    def __init__(self) -> None:
        self._having: dict[str, list[int]] = {}

    def add(self, number: int, traits: Iterable[str]) -> None:
        """Take note of what a number has."""
        for trait in traits:
            having = self._having.setdefault(trait, [])
            if len(having) < FEW:
                having.append(number)

    def to(self, traits: Iterable[str]) -> list[int]:
        """The `LIKELY` that share most of some traits, those first that share more."""
        shared = Counter(chain.from_iterable(self._having.get(trait, ()) for trait in traits))
        return nsmallest(LIKELY, shared, key=lambda other: (-shared[other], other))


def _traits(words: str, document: Document | None) -> set[str]:
    """The phrases of three words of some evidence, and the lines of a document."""
    lines = (document.text if document else "").splitlines()
    return _phrases(words) | {line.strip() for line in lines if len(line) >= SHORTEST}


def _phrases(words: str) -> set[str]:
    """Every three words that follow each other."""
    listed = words.split()
    return set(map(" ".join, zip(listed, listed[1:], listed[2:], strict=False))) or {words}


class _Body:
    """The sentences of a document that are long enough to tell one text from another."""

    def __init__(self, document: Document | None) -> None:
        told = split_sentences(document) if document else ()
        found = (_normal(document.text[s.start : s.end]) for s in told if document and not s.is_title)
        self.sentences = frozenset(words for words in found if len(words) >= _least(words))

    @cached_property
    def _listed(self) -> list[str]:
        return sorted(self.sentences)

    @cached_property
    def _by_phrases(self) -> _Alike:
        """Finds the number of a listed sentence by its phrases."""
        alike = _Alike()
        for at, sentence in enumerate(self._listed):
            alike.add(at, _phrases(sentence))
        return alike

    def has_nearly(self, sentence: str) -> bool:
        """Whether a sentence stands here, nearly so; among very many it is held against likely ones."""
        likely: Iterable[str] = self.sentences
        if len(self.sentences) > LONG:
            likely = (self._listed[at] for at in self._by_phrases.to(_phrases(sentence)))
        return any(fuzz.ratio(sentence, own, score_cutoff=SAME_WORDS) for own in likely)


def _are_copies(one: _Body, other: _Body) -> bool:
    """Whether enough sentences of the shorter text stand in the other, letter by letter or nearly so."""
    shorter, longer = sorted((one, other), key=lambda body: len(body.sentences))
    wanted = SHARED * len(shorter.sentences)
    near = len(shorter.sentences & longer.sentences)
    left = len(shorter.sentences) - near
    for sentence in shorter.sentences - longer.sentences:
        if near >= wanted or near + left < wanted:
            break
        near += longer.has_nearly(sentence)
        left -= 1
    return bool(shorter.sentences) and near >= wanted


def _normal(text: str) -> str:
    """Words alone, in lower case."""
    return " ".join(_WORDS.split(text.lower())).strip()


def _least(words: str) -> int:
    return SHORTEST // 2 if _HANGUL.search(words) else SHORTEST
