"""
Decisions on place names: what a spelling means, or that the machine's guess at it is wrong.

A spelling that no list has is added for the build. A name that the texts leave open, or that was matched by
its sound, is settled; what a text itself settles (by a province, a type word) stays, unless the row names the
document. Each document that is touched is read twice, so that the machine's reading is kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import ahocorasick_rs

from geo.decisions.applying import SO, SURE, ruling_of
from geo.decisions.keys import bare_name, page_of
from geo.decisions.matching import ReadReport, names_of, reading_in_words
from geo.models import Decision, DecisionOutcome, Document, Event, Finding, Mention, ReadingChange, Report
from geo.places import Gazetteer, Name, script_of, without_type_word
from geo.projects import page_key
from geo.text import fold

DECIDED = "decision"
"""Spelling, as a mention tells it, of a name that a person settled."""
_AS_READ = "unseen"


@dataclass(frozen=True)
class NameDecisions:
    """The rows on names, ready for documents."""

    base: Gazetteer
    rows: tuple[Decision, ...]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer with the spellings that it does not have."""
        wanted = {(_bare(row.surface), row.new_pcode): row for row in self.rows if row.new_pcode}
        added = [
            Name(form, pcode, script_of(form), "variant", "decision")
            for form, pcode in sorted(wanted)
            if form not in self.base.by_form
        ]
        return replace(self.base, names=(*self.base.names, *added)) if added else self.base

    @cached_property
    def _first(self) -> Mapping[tuple[str, str, str], int]:
        """Name, document and page (empty where a row has none) -> number of the first such row."""
        table: dict[tuple[str, str, str], int] = {}
        for at, row in enumerate(self.rows):
            page = page_key(row.url, "") if row.url else ""
            table.setdefault((_bare(row.surface), row.document, page), at)
        return table

    @cached_property
    def _names(self) -> tuple[list[str], ahocorasick_rs.AhoCorasick]:
        """The names of the rows, and what finds them."""
        forms = sorted({_bare(row.surface) for row in self.rows} - {""})
        return forms, ahocorasick_rs.AhoCorasick(forms)

    def _names_in(self, text: str) -> set[str]:
        """Which of the names stand in a text."""
        forms, automaton = self._names
        found = automaton.find_matches_as_indexes(fold(text).text, overlapping=True)
        return {forms[number] for number, _, _ in found}

    @cached_property
    def _by_page(self) -> bool:
        """Whether a row names the address of a page."""
        return any(row.url for row in self.rows)

    def _rows_on(self, name: str, document: Document) -> list[Decision]:
        """The rows on a name that are about a document, in the order of the file."""
        pages = ("", page_of(document)) if self._by_page else ("",)
        keys = product((name,), ("", *names_of(document)), pages)
        return [self.rows[at] for at in sorted(self._first[key] for key in keys if key in self._first)]

    def stand_in(self, text: str) -> bool:
        """Whether one of the names stands in a text, whatever document its row is about."""
        return bool(self._names_in(text))

    def concern(self, document: Document) -> bool:
        """Whether one of the names stands in a document that its row is about."""
        return any(self._rows_on(name, document) for name in self._names_in(document.text))

    def settle(self, mentions: Sequence[Mention], document: Document) -> tuple[Mention, ...]:
        """The mentions of a document as the rows have them."""
        return tuple(self._settled(mention, document) for mention in mentions)

    def row_of(self, mention: Mention, document: Document) -> Decision | None:
        """The row that is about a mention; one that names the document goes before one on all of them."""
        rows = self._rows_on(bare_name(mention), document)
        return next((row for row in rows if row.document or row.url), rows[0] if rows else None)

    def _settled(self, mention: Mention, document: Document) -> Mention:
        row = self.row_of(mention, document)
        if row is None or not (row.document or row.url or _is_open(mention) or self._is_new(mention)):
            return mention
        told = f"decided by an analyst{': ' * bool(row.reason)}{row.reason}"
        place = self.base.place(row.new_pcode) if row.new_pcode else None
        return replace(
            mention,
            outcome="resolved" if place else "unknown",
            place=place,
            candidates=(),
            reason=told if self._is_new(mention) else f"{told}; machine read: {_in_words(mention)}",
            confidence=SURE if place else 0.5,
            spelling=DECIDED,
        )

    def _is_new(self, mention: Mention) -> bool:
        """Whether only a row brought the spelling."""
        return bare_name(mention) not in self.base.by_form and mention.spelling == "variant"


def name_decisions(gazetteer: Gazetteer, rows: Iterable[Decision]) -> NameDecisions | None:
    """The rows on names that say what they mean, or that they are not what they were taken for."""
    chosen = tuple(row for row in rows if row.surface and row.decision in ("alias", "reject"))
    return NameDecisions(gazetteer, chosen) if chosen else None


def _bare(surface: str) -> str:
    """A name as somebody writes it, without its type word, folded."""
    return list(without_type_word(fold(surface.strip()).text))[-1][0]


def _is_open(mention: Mention) -> bool:
    """Whether no text and no list settled it."""
    return mention.outcome in ("ambiguous", "unknown") or mention.spelling == _AS_READ


def _in_words(mention: Mention) -> str:
    """What a mention was taken for."""
    if mention.place:
        return f"{mention.place.name} [{mention.place.pcode}]"
    return " or ".join([mention.outcome, *(place.pcode for place in mention.candidates)])


def disagreeing(rows: Iterable[Decision]) -> dict[Decision, str]:
    """Rows that say different things of one name in the same documents, and why they are refused."""
    refused: dict[Decision, str] = {}
    seen: dict[tuple[str, str, str], Decision] = {}
    for row in rows:
        if row.surface and row.decision in ("alias", "reject"):
            first = seen.setdefault((_bare(row.surface), row.document, row.url), row)
            if first.new_pcode != row.new_pcode:
                refused.setdefault(first, f"line {row.line} decides otherwise on the same name")
                refused[row] = f"line {first.line} decides otherwise on the same name"
    return refused


def readings_of(
    reports: Iterable[Report], findings: Iterable[Finding], decided: NameDecisions | None
) -> Iterator[ReadReport]:
    """The reports of all that was found, in its order, each with what the machine had read."""
    events = ((finding, event) for finding in findings for event in finding.readings)
    for (finding, event), report in zip(events, reports, strict=True):
        machine = (finding.undecided or finding).readings
        if event in machine or decided is None:
            yield ReadReport(report, finding.document, event)
            continue
        before = _before(event, machine)
        row = _reason_of(event, finding, decided)
        rulings = (ruling_of(row, reading_in_words(before)),) if row else ()
        yield ReadReport(replace(report, rulings=rulings), finding.document, before)


def _before(event: Event, machine: Iterable[Event]) -> Event | None:
    """The same event as the machine had it."""
    parts = (event.facility, event.stage, event.evidence)
    return next((e for e in machine if (e.facility, e.stage, e.evidence) == parts), None)


def _reason_of(event: Event, finding: Finding, decided: NameDecisions) -> Decision | None:
    """The row that made an event what it is: the one on its place, else the first one on the document."""
    rows = [
        (mention.place.county_pcode if mention.place else None, row)
        for mention in finding.mentions
        if mention.spelling == DECIDED and (row := decided.row_of(mention, finding.document))
    ]
    of_place = (row for county, row in rows if county == event.pcode)
    return next(of_place, rows[0][1] if rows else None)


def outcomes_of_names(decided: NameDecisions, findings: Sequence[Finding]) -> Iterator[DecisionOutcome]:
    """What became of each row on a name: told by document, with the machine's reading."""
    changes: dict[Decision, list[ReadingChange]] = {}
    for finding in findings:
        if decided.concern(finding.document):
            for mention in finding.mentions:
                row = decided.row_of(mention, finding.document)
                if row:
                    told = [_change(mention, finding)] if mention.spelling == DECIDED else []
                    changes.setdefault(row, []).extend(told)
    said = {_said(row) for row in changes}
    for row in decided.rows:
        if changes.get(row):
            yield DecisionOutcome(row, "applied", "", tuple(dict.fromkeys(changes[row])))
        elif row in changes:
            yield DecisionOutcome(
                row, "already so", "the texts themselves settle the name wherever it stands"
            )
        elif _said(row) in said:
            yield DecisionOutcome(row, "already so", SO)
        else:
            yield DecisionOutcome(
                row, "no longer applies", f"no document that was read has the name {row.surface!r}"
            )


def _said(row: Decision) -> tuple[str, str]:
    """A name, and what it means."""
    return _bare(row.surface), row.new_pcode


def _change(mention: Mention, finding: Finding) -> ReadingChange:
    """One name as the machine read it, and as it is decided."""
    before = finding.undecided.mentions if finding.undecided else ()
    read = next((m for m in before if m.start <= mention.name_start < m.end), None)
    url = finding.document.url or ""
    return ReadingChange(finding.document.id, url, _in_words(read) if read else "", _in_words(mention))
