"""
Which documents are copies of one story: several pages, but one origin.

A wire story is printed by many papers, cut, with another headline and other junk around it. Two documents
are copies if an event of both rests on nearly the same words and half of the sentences of the shorter one
stand in the other. Copies count as one claimant (`Report.origin`); each stays a page of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz import fuzz

from geo.models import Document, Report
from geo.text import split_sentences

SAME_WORDS = 88.0
"""Similarity of two pieces of evidence, 0 to 100, from which on they are the same words."""
SHARED = 0.5
"""Share of the sentences of the shorter document that stand in the other one."""
SHORTEST = 40
"""Shorter sentences are found in any text and prove nothing; in code points, and half of it in Korean."""

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
    sources: dict[str, str] = {}
    checked: dict[tuple[str, str], bool] = {}
    sentences: dict[str, frozenset[str]] = {}
    for one, other in _alike(reports):
        pair = (one, other)
        if pair not in checked:
            for name in pair:
                if name not in sentences:
                    sentences[name] = _sentences(documents[name]) if name in documents else frozenset()
            checked[pair] = _shared(sentences[one], sentences[other]) >= SHARED
        if checked[pair]:
            group = {sources.get(one, one), sources.get(other, other), one, other}
            source = min(group, key=lambda name: ages[name])
            for name in {*group, *(name for name, old in sources.items() if old in group)}:
                sources[name] = source
    return sources


def _alike(reports: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """Pairs of documents that state the same event in nearly the same words."""
    groups: dict[tuple[str, ...], dict[str, str]] = {}
    for report in reports:
        event = report.event
        words = _normal(event.evidence.text)
        if not report.is_summary and event.pcode and len(words) >= _least(words):
            key = (event.pcode, event.facility, event.stage)
            groups.setdefault(key, {}).setdefault(report.document_id, words)
    for group in groups.values():
        for (one, words), (other, words2) in combinations(sorted(group.items()), 2):
            if fuzz.ratio(words, words2, score_cutoff=SAME_WORDS):
                yield one, other


def _sentences(document: Document) -> frozenset[str]:
    """The sentences of the body that are long enough to tell one text from another."""
    found = (_normal(document.text[s.start : s.end]) for s in split_sentences(document) if not s.is_title)
    return frozenset(words for words in found if len(words) >= _least(words))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the sentences of the shorter text that stand in the other, letter by letter or nearly so."""
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return 0.0
    near = sum(
        sentence in longer or any(fuzz.ratio(sentence, own, score_cutoff=SAME_WORDS) for own in longer)
        for sentence in shorter
    )
    return near / len(shorter)


def _normal(text: str) -> str:
    """Words alone, in lower case."""
    return " ".join(_WORDS.split(text.lower())).strip()


def _least(words: str) -> int:
    return SHORTEST // 2 if any("가" <= letter <= "힣" for letter in words) else SHORTEST
