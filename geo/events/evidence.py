"""The words that carry a claim: the stretch with its place, its facility and its predicate, or several."""

from __future__ import annotations

from bisect import bisect_right

from geo.events.decision import Claim
from geo.events.reading import Reading, SentenceReading
from geo.models import LONGEST_EVIDENCE, Evidence


def spans_of(reading: Reading, claim: Claim) -> tuple[Evidence, ...]:
    """The sentence of the predicate, then those of its place and its facility where it lacks them."""
    _, best, mention = claim.candidates[0]
    read = best.read
    marks = [best.predicate.start, best.predicate.end]
    if not best.carried_place:
        marks += [mention.start, mention.end]
    if not best.carried_facility:
        marks += [best.group.start, best.group.end]
    found = [_evidence(reading, read, marks)]
    needed = [(mention.start, mention.end), (best.group.start, best.group.end)]
    if all(facility.vague for facility in best.group.facilities):
        needed += _meant(reading, claim.facility, best.group.start)
    for start, end in needed:
        if not any(one.start <= start and end <= one.end for one in found):
            other = _read_of(reading, start)
            if other is not None:
                found.append(_evidence(reading, other, [start, end]))
    return tuple(found)


def _meant(reading: Reading, facility: str, before: int) -> list[tuple[int, int]]:
    """The facility that a vague one points back to: the last one of its group, if there is one."""
    named = [
        one for one in reading.facilities if one.group == facility and one.end <= before and not one.vague
    ]
    return [(one.start, one.end) for one in named[-1:]]


def _read_of(reading: Reading, at: int) -> SentenceReading | None:
    """The sentence that a place in the text lies in, if it was read."""
    behind = bisect_right(reading.sentences, at, key=lambda read: read.sentence.start)
    read = reading.sentences[behind - 1] if behind else None
    return read if read and at < read.sentence.end else None


def _evidence(reading: Reading, read: SentenceReading, marks: list[int]) -> Evidence:
    """A sentence, or the stretch of it around `marks` where it is longer than evidence may be."""
    start, end = read.sentence.start, read.sentence.end
    if end - start > LONGEST_EVIDENCE:
        first, last = max(start, min(marks)), min(end, max(marks))
        if last - first > LONGEST_EVIDENCE:
            last = first + LONGEST_EVIDENCE
        room = LONGEST_EVIDENCE - (last - first)
        start = max(start, first - room // 3)
        end = min(end, start + LONGEST_EVIDENCE)
    piece = reading.text[start:end]
    start += len(piece) - len(piece.lstrip())
    words = piece.strip()
    return Evidence(start, start + len(words), words)
