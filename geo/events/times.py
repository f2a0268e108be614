"""Times, lengths of time and leaders beside a predicate."""

from __future__ import annotations

from geo.events.phrases import PhrasePattern
from geo.events.predicates import Predicate
from geo.events.reading import Reading, SentenceReading

TIME = PhrasePattern(
    r"\b{month}\b|\b(?:19|20)\d\d\b|\b(?:on|in|last|this|next) {weekday}|yesterday"
    r"|\d(?:th|st|nd|rd)\b|\d ?[년월일]|{then}"
)

LENGTH = PhrasePattern(
    r"\b{how long en} (?:\w+ )?(?:days|weeks|months|years?)\b|{how long ko}",
    needs="days|weeks|months|year|{how long ko}",
)

LEADER = PhrasePattern(r"\b{leader en}\b|{leader ko}|김 ")

NEAR = 60
"""Code points on either side of a predicate in which its time stands."""


def has_time(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether a time, or a length of time, stands near a predicate."""
    low, high = max(read.sentence.start, p.start - NEAR), min(read.sentence.end, p.end + NEAR)
    return bool(TIME.search(reading.folded, low, high) or LENGTH.search(reading.folded, low, high))
