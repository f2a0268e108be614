"""
One clause of a sentence with its places, facilities, dates and stage cues, and how they pair up.

A sentence that states several stages is cut between them; a list of places shares the facilities and the date
of its clause: `ground was broken for A and B in P, Q and R counties on the 27th`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from geo.dates import DatePhrase
from geo.events.vocabulary import Term
from geo.models import Mention


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence around one stage cue, or several of one stage."""

    start: int
    end: int
    cues: tuple[Term, ...]
    places: tuple[Mention, ...]
    facilities: tuple[Term, ...]
    dates: tuple[DatePhrase, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A place and a facility that belong together; either may be missing."""

    place: Mention | None
    facility: Term | None
    date: DatePhrase | None


_STRONG = re.compile(
    r";|, (?:while|whereas|but|and|which|where|who|whose|after|before|when|as|following|since|having)\b"
    r"|\b(?:while|whereas|but|which|where|when|after|before|following|since|as well as)\b| [—–-] |: "
)
_WEAK = re.compile(r"\band\b|, |[(]")
_KOREAN = re.compile(
    r"(?:[가-힣](?:고|며|으며|면서|지만|으나|는데|이어|뒤|후|다음)[,]?(?=\s|[가-힣])|[,;]\s?"
    r"|(?:데 이어|한편|또한)\s|(?:가진|열린|진행된|시작된|착공한|착공된|준공한|준공된|완공된)\s)"
)
_ADNOMINAL = re.compile(
    r"(?:소식을 전한|세워진|완공한|건설된|건설한|세운|지은|생긴|일떠선|들어선|개원한|문을 연)\s"
)
"""Ends a clause that only describes: `the hospital built last year`; not before a visit to what was built."""


def is_described(text: str, clause: Clause) -> bool:
    """Whether a Korean clause only describes the noun behind it: 먼저 공장이 세워진 | 김화군."""
    return any(m.end() == clause.end for m in _ADNOMINAL.finditer(text, clause.start, clause.end))


T = TypeVar("T", Term, Mention, DatePhrase)


def split_clauses(text: str, whole: Clause) -> tuple[Clause, ...]:
    """Cut a sentence between cues of different stages, and where repeated cues have places of their own."""
    if len(whole.cues) < 2:
        return (whole,) if whole.cues else ()
    cuts = [whole.start]
    for left, right in zip(whole.cues, whole.cues[1:], strict=False):
        cut = _cut_between(text, whole, left, right)
        if cut is None:
            continue
        where = text.startswith((", where", "where"), cut)
        if where or left.value != right.value or _own_places(whole, cuts[-1], cut, right):
            cuts.append(cut)
    cuts.append(whole.end)
    parts = (_part(whole, a, b) for a, b in itertools.pairwise(cuts))
    return tuple(part for part in parts if part.cues)


def _part(whole: Clause, start: int, end: int) -> Clause:
    return Clause(
        start,
        end,
        _within(whole.cues, start, end),
        _within(whole.places, start, end),
        _within(whole.facilities, start, end),
        _within(whole.dates, start, end),
    )


def _within(items: Sequence[T], start: int, end: int) -> tuple[T, ...]:
    return tuple(item for item in items if start <= item.start < end)


def _own_places(whole: Clause, start: int, cut: int, right: Term) -> bool:
    """Whether both sides of a cut name places."""
    return bool(_within(whole.places, start, cut)) and bool(_within(whole.places, cut, whole.end))


def _cut_between(text: str, whole: Clause, left: Term, right: Term) -> int | None:
    """Where the second cue's clause begins, or None if nothing separates the two."""
    korean = "가" <= text[right.start : right.start + 1] <= "힣"
    if korean:
        patterns = (_KOREAN,) if right.value == "inspection" else (_KOREAN, _ADNOMINAL)
        ends = (m.end() for pattern in patterns for m in pattern.finditer(text, left.start, right.start))
        found = sorted(end for end in ends if end > left.end - 1)
        return next((at for at in found if not _in_list(whole, at)), None)
    for pattern in (_STRONG, _WEAK):
        found = [
            m.start() for m in pattern.finditer(text, left.end, right.start) if not _in_list(whole, m.start())
        ]
        if len(found) > 1 and text.startswith("as well as", found[0]):
            found = found[1:]  # it adds to the clause before: `in A as well as in B, where ...`
        if found:
            return found[-1] if pattern is _WEAK else found[0]
    if left.value == right.value:
        return None
    between = [p.end for p in whole.places if left.end <= p.start < right.start]
    return between[-1] if between else None


def _in_list(whole: Clause, at: int) -> bool:
    """Whether a comma or `and` stands inside a list of places, facilities or dates."""
    lists: tuple[Sequence[Mention | Term | DatePhrase], ...] = (whole.places, whole.facilities, whole.dates)
    for items in lists:
        for left, right in itertools.pairwise(items):
            if left.end <= at <= right.start and right.start - left.end <= 8:
                return not any(left.end <= cue.start < right.start for cue in whole.cues)
    return any(item.start < at < item.end for items in (whole.places, whole.facilities) for item in items)


def pair_up(text: str, clause: Clause) -> Iterator[Pair]:
    """Each place of the clause with each facility that is built there, and the date that stands with it."""
    for places, facilities in _groups(text, clause):
        for place in places or (None,):
            for facility in facilities or (None,):
                yield Pair(place, facility, _date_of(text, clause, place, facility))


@dataclass(frozen=True, slots=True)
class _Run:
    """Places, or facilities, that follow each other with nothing of the other kind between."""

    places: tuple[Mention, ...] = ()
    facilities: tuple[Term, ...] = ()

    @property
    def start(self) -> int:
        return (self.places or self.facilities)[0].start

    @property
    def end(self) -> int:
        return (self.places or self.facilities)[-1].end


Group = tuple[tuple[Mention, ...], tuple[Term, ...]]


def _runs(clause: Clause) -> list[_Run]:
    """Places and facilities in the order of the text, in runs of one kind."""
    tokens = [_Run(places=(p,)) for p in clause.places] + [_Run(facilities=(f,)) for f in clause.facilities]
    runs: list[_Run] = []
    for token in sorted(tokens, key=lambda t: t.start):
        if runs and bool(runs[-1].places) == bool(token.places):
            last = runs.pop()
            token = _Run(last.places + token.places, last.facilities + token.facilities)
        runs.append(token)
    return runs


def _groups(text: str, clause: Clause) -> list[Group]:
    """Runs joined: `F in P` and `F in Q`, `P's F` and `Q's F`, or one list of each."""
    runs = _runs(clause)
    of_places = sum(bool(run.places) for run in runs)
    if of_places <= 1 or len(runs) - of_places <= 1:
        return (
            _possessive(runs)
            if of_places > 1 and _named_after(text, runs)
            else [(clause.places, clause.facilities)]
        )
    if runs[0].facilities and not _named_after(text, runs[1:]):
        return _facility_first(runs)
    return _possessive(runs)


_BEARS_NAME = re.compile(r"[ ]?(?:County |City )?|['’]s? (?:\w+ )?|의 ?")


def _named_after(text: str, runs: Sequence[_Run]) -> bool:
    """Whether a facility bears the name of the place right before it: `Unsan Paper Mill`, 구성시병원."""
    return any(
        run.places and _BEARS_NAME.fullmatch(text, run.end, following.start)
        for run, following in itertools.pairwise(runs)
    )


def _facility_first(runs: Sequence[_Run]) -> list[Group]:
    """`F in P, Q and G in R`: each run of places with the facilities before it."""
    groups: list[Group] = []
    pending: tuple[Term, ...] = ()
    for run in runs:
        if run.facilities:
            pending = run.facilities
        else:
            groups.append((run.places, pending))
            pending = ()
    return [*groups, (groups[-1][0], pending)] if pending and groups else groups


def _possessive(runs: Sequence[_Run]) -> list[Group]:
    """`P's F and Q's G`: each run of places with the facilities behind it."""
    groups: list[Group] = []
    pending: tuple[Mention, ...] = ()
    first: tuple[Term, ...] = ()
    for run in runs:
        if run.places:
            pending = run.places
        elif pending:
            groups.append((pending, run.facilities))
            pending = ()
        else:
            first = run.facilities
    if pending:
        return [*groups, (pending, first)]
    if first and groups:
        groups[0] = (groups[0][0], first + groups[0][1])
    return groups


def _date_of(text: str, clause: Clause, place: Mention | None, facility: Term | None) -> DatePhrase | None:
    """The date of the clause; where it has several and several places, the one that goes with the place."""
    dates = [d for d in clause.dates if d.kind not in ("duration", "future")]
    if not dates:
        return None
    finest = max(len(d.date or "") for d in dates)
    exact = [d for d in dates if len(d.date or "") == finest]
    if len(exact) == 1 or place is None or len(clause.places) < 2:
        return _best(text, clause, dates)
    if exact[0].start < clause.places[0].start:
        before = [d for d in exact if d.end <= place.start]
        return before[-1] if before else exact[0]
    after = [d for d in exact if d.start >= place.end]
    return after[0] if after else exact[-1]


_DESCRIBED = re.compile(
    r"(?:착공|준공|완공|건설|개원|조업)(?:한|된|됐던|했던|하였던|되였던)\s|첫 ?삽을 (?:뜬|박은)|문을 연\s"
)
"""A Korean verb before the noun that it describes: 지난 4월 착공한 공장."""


def best_date(text: str, clause: Clause) -> DatePhrase | None:
    """The date of a clause whose places share it; None if it has none."""
    dates = [d for d in clause.dates if d.kind not in ("duration", "future")]
    return _best(text, clause, dates) if dates else None


def _best(text: str, clause: Clause, dates: Sequence[DatePhrase]) -> DatePhrase:
    """The finest date, then the one nearest to the cue; in Korean the one before a verb that describes."""
    cue = clause.cues[0]
    if _DESCRIBED.match(text, cue.start):
        before = [d for d in dates if d.end <= cue.start and (len(d.date or "") > 4 or cue.start - d.end < 3)]
        if before:
            return before[-1]
    return min(
        dates,
        key=lambda d: (
            -len(d.date or ""),
            d.kind == "relative",
            min(min(abs(d.start - cue.end), abs(cue.start - d.end)) for cue in clause.cues),
        ),
    )
