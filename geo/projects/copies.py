"""
Which documents are copies of one story: several pages, but one origin.

A wire story is printed by many papers, cut, with another headline and other junk around it. Two documents
are copies if an event of both rests on nearly the same words and half of the sentences of the shorter one
stand in the other. Copies count as one claimant (`Report.origin`); each stays a page of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
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
    sentences: dict[str, frozenset[str]] = {}
    for one, other in _alike(reports, documents, stories):
        for name in (one, other):
            if name not in sentences:
                sentences[name] = _sentences(documents[name]) if name in documents else frozenset()
        if _are_copies(sentences[one], sentences[other]):
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


def _sentences(document: Document) -> frozenset[str]:
    """The sentences of the body that are long enough to tell one text from another."""
    found = (_normal(document.text[s.start : s.end]) for s in split_sentences(document) if not s.is_title)
    return frozenset(words for words in found if len(words) >= _least(words))


def _are_copies(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether enough sentences of the shorter text stand in the other, letter by letter or nearly so."""
    shorter, longer = sorted((one, other), key=len)
    wanted = SHARED * len(shorter)
    near = len(shorter & longer)
    left = len(shorter) - near
    if near >= wanted or not left:
        return bool(shorter) and near >= wanted
    comparable = _comparable_in(longer)
    for sentence in shorter - longer:
        if near >= wanted or near + left < wanted:
            break
        near += any(fuzz.ratio(sentence, own, score_cutoff=SAME_WORDS) for own in comparable(sentence))
        left -= 1
    return near >= wanted


def _comparable_in(sentences: frozenset[str]) -> Callable[[str], Iterable[str]]:
    """What a sentence is compared with: each of some sentences, or of very many the likely ones."""
    if len(sentences) <= LONG:
        return lambda _: sentences
    alike, listed = _Alike(), sorted(sentences)
    for at, sentence in enumerate(listed):
        alike.add(at, _phrases(sentence))
    return lambda sentence: (listed[at] for at in alike.to(_phrases(sentence)))


def _normal(text: str) -> str:
    """Words alone, in lower case."""
    return " ".join(_WORDS.split(text.lower())).strip()


def _least(words: str) -> int:
    return SHORTEST // 2 if any("가" <= letter <= "힣" for letter in words) else SHORTEST
