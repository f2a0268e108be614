"""
One clause of a sentence with its places, facilities, dates and stage cues, and how they pair up.

A sentence that states several stages is cut between them; a list of places shares the facilities and the date of
its clause: `ground was broken for A and B in P, Q and R counties on the 27th`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from geo.dates import DatePhrase
from geo.models import Mention
from geo.vocabulary import Term


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
    r"(?:[가-힣](?:고|며|으며|면서|지만|으나|는데|이어|뒤|후|다음)[,]?(?=\s|[가-힣])|[,;]\s?|(?:데 이어|한편|또한)\s)"
)

T = TypeVar("T", Term, Mention, DatePhrase)


def split_clauses(text: str, whole: Clause) -> tuple[Clause, ...]:
    """Cut a sentence between cues of different stages, and between repeated cues that have places of their own."""
    if len(whole.cues) < 2:
        return (whole,) if whole.cues else ()
    cuts = [whole.start]
    for left, right in zip(whole.cues, whole.cues[1:], strict=False):
        cut = _cut_between(text, whole, left, right)
        if cut is None:
            continue
        if left.value != right.value or _own_places(whole, cuts[-1], cut, right):
            cuts.append(cut)
    cuts.append(whole.end)
    parts = (_part(whole, a, b) for a, b in zip(cuts, cuts[1:], strict=False))
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
        found = [m.end() for m in _KOREAN.finditer(text, left.start, right.start) if m.end() > left.end - 1]
        return next((at for at in found if not _in_list(whole, at)), None)
    for pattern in (_STRONG, _WEAK):
        found = [m.start() for m in pattern.finditer(text, left.end, right.start) if not _in_list(whole, m.start())]
        if found:
            return found[-1] if pattern is _WEAK else found[0]
    if left.value == right.value:
        return None
    between = [p.end for p in whole.places if left.end <= p.start < right.start]
    return between[-1] if between else None


def _in_list(whole: Clause, at: int) -> bool:
    """Whether a comma or `and` stands inside a list of places, facilities or dates."""
    for items in (whole.places, whole.facilities, whole.dates):
        for left, right in zip(items, items[1:], strict=False):
            if left.end <= at <= right.start and right.start - left.end <= 8:
                return True
    return any(item.start < at < item.end for items in (whole.places, whole.facilities) for item in items)


def pair_up(text: str, clause: Clause) -> Iterator[Pair]:
    """Each place of the clause with each facility that is built there, and the date that stands with it."""
    for places, facilities in _groups(text, clause):
        for place in places or (None,):
            for facility in facilities or (None,):
                yield Pair(place, facility, _date_of(text, clause, place, facility))


def _runs(text: str, clause: Clause) -> list[tuple[str, list[Mention] | list[Term]]]:
    """Places and facilities in order, in runs of one kind: places, facilities, places ..."""
    tokens: list[tuple[int, str, Mention | Term]] = [(p.start, "place", p) for p in clause.places]
    tokens += [(f.start, "facility", f) for f in clause.facilities]
    runs: list[tuple[str, list[Mention | Term]]] = []
    for _, kind, token in sorted(tokens, key=lambda t: t[0]):
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(token)
        else:
            runs.append((kind, [token]))
    return runs  # type: ignore[return-value]


def _groups(text: str, clause: Clause) -> list[tuple[tuple[Mention, ...], tuple[Term, ...]]]:
    """Runs joined: `F in P` and `F in Q`, `P's F` and `Q's F`, or one list of each."""
    runs = _runs(text, clause)
    kinds = [kind for kind, _ in runs]
    if kinds.count("place") <= 1 or kinds.count("facility") <= 1:
        if kinds.count("place") > 1 and _named_after(text, runs):
            return _possessive(runs)
        return [(clause.places, clause.facilities)]
    if kinds[0] == "facility" and not _named_after(text, runs[1:]):
        return _facility_first(runs)
    return _possessive(runs)


def _named_after(text: str, runs: Sequence[tuple[str, list[Mention] | list[Term]]]) -> bool:
    """Whether a facility bears the name of the place right before it: `Unsan Paper Mill`, 구성시병원."""
    for (kind, items), (_, following) in zip(runs, runs[1:], strict=False):
        if kind == "place" and re.fullmatch(r"[ ]?(?:County |City )?|['’]s? (?:\w+ )?|의 ?", text[items[-1].end : following[0].start]):
            return True
    return False


def _facility_first(
    runs: Sequence[tuple[str, list[Mention] | list[Term]]],
) -> list[tuple[tuple[Mention, ...], tuple[Term, ...]]]:
    groups: list[tuple[tuple[Mention, ...], tuple[Term, ...]]] = []
    pending: tuple[Term, ...] = ()
    for kind, items in runs:
        if kind == "facility":
            pending = tuple(items)  # type: ignore[arg-type]
        else:
            groups.append((tuple(items), pending))  # type: ignore[arg-type]
            pending = ()
    if pending and groups:
        groups.append((groups[-1][0], pending))
    return groups


def _possessive(
    runs: Sequence[tuple[str, list[Mention] | list[Term]]],
) -> list[tuple[tuple[Mention, ...], tuple[Term, ...]]]:
    groups: list[tuple[tuple[Mention, ...], tuple[Term, ...]]] = []
    pending: tuple[Mention, ...] = ()
    first: tuple[Term, ...] = ()
    for kind, items in runs:
        if kind == "place":
            if pending:
                groups.append((pending, ()))
            pending = tuple(items)  # type: ignore[arg-type]
        elif pending:
            groups.append((pending, tuple(items)))  # type: ignore[arg-type]
            pending = ()
        else:
            first = tuple(items)  # type: ignore[arg-type]
    if pending:
        groups.append((pending, first))
    elif first and groups:
        groups[0] = (groups[0][0], (*first, *groups[0][1]))
    if groups and not groups[0][1] and len(groups) > 1:
        groups[0] = (groups[0][0], groups[1][1])
    return groups


def _date_of(text: str, clause: Clause, place: Mention | None, facility: Term | None) -> DatePhrase | None:
    """The date of the clause; where it has several and several places, the one that goes with the place."""
    dates = [d for d in clause.dates if d.kind not in ("duration", "future")]
    if not dates:
        return None
    if len(dates) == 1 or place is None or len(clause.places) < 2:
        return _best(clause, dates)
    if dates[0].start < clause.places[0].start:
        before = [d for d in dates if d.end <= place.start]
        return before[-1] if before else dates[0]
    after = [d for d in dates if d.start >= place.end]
    return after[0] if after else dates[-1]


def _best(clause: Clause, dates: Sequence[DatePhrase]) -> DatePhrase:
    """The finest date, then the one nearest to the cue."""
    cue = clause.cues[0]
    return min(dates, key=lambda d: (-len(d.date or ""), d.kind == "relative", min(abs(d.start - cue.end), abs(cue.start - d.end))))


def with_places(clause: Clause, places: Sequence[Mention]) -> Clause:
    """The clause with other places."""
    return replace(clause, places=tuple(places))
