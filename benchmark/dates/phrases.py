"""
The list of date phrases, `benchmark/dates/phrases.tsv`, and what factorymap makes of each.

`benchmark/dates/README.md` says what the columns mean, `python -m benchmark dates` prints the outcome.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from benchmark.texts.annotated import text_document
from geo.articles.published import publication_date
from geo.dates.calendars import iso_day
from geo.dates.finding import DatePhrase, find_dates
from geo.errors import InputError
from geo.models import Document, Event
from geo.pipeline import find
from geo.places.gazetteer import Gazetteer, load_gazetteer

PHRASES = Path(__file__).parent / "phrases.tsv"
FIELDS = ("id", "language", "published", "sentence", "phrase", "answer", "precision", "place", "why")
PRECISIONS = {"": "none", "0000": "year", "0000-00": "month", "0000-00-00": "day"}
NO_DATE = ("duration", "future")
"""Kinds of phrases that are no date of what has happened."""
Verdict = Literal["right", "missing", "wrong"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the list."""

    id: str
    language: str
    """en or ko."""
    published: str
    """ISO day; empty if the text has none but what stands in it."""
    sentence: str
    phrase: str
    """Stands once in the sentence."""
    answer: str
    """ISO day, month or year; empty where no date of a past event can be known."""
    precision: str
    """day, month, year or none."""
    place: str
    """As in the sentence: the unit whose only event has this date; empty if the sentence has no event."""
    why: str

    @property
    def document(self) -> Document:
        """The sentence as an article, published when the list or the sentence says."""
        document = text_document(self.sentence, self.id)
        return replace(document, published_on=self.published or publication_date(self.sentence))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system says of one phrase."""

    phrase: Phrase
    date: str
    """Empty for no date."""

    @property
    def verdict(self) -> Verdict:
        """Right to the digit, missing, or another date than the right one."""
        if self.date == self.phrase.answer:
            return "right"
        return "wrong" if self.date else "missing"

    @property
    def is_future(self) -> bool:
        """Whether the date lies after publication; every phrase is about the past or no date."""
        published = self.phrase.document.published_on
        return bool(published and self.date > published[: len(self.date)])


Ask = Callable[[Phrase], str]
"""What date a system gives to a phrase in its sentence; empty for none."""


def read_phrases(path: Path = PHRASES) -> list[Phrase]:
    """
    Lines of a list, in order.

    Raises
    ------
    InputError
        If the header is another one, or a line is not as `find_problems` wants it.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or tuple(rows[0]) != FIELDS:
        raise InputError(f"{path}: the header is not {' '.join(FIELDS)}, parted by tabs.")
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != len(FIELDS):
            raise InputError(f"{path}:{line}: {len(row)} fields, not {len(FIELDS)}. Look for a missing tab.")
    phrases = [Phrase(*row) for row in rows[1:]]
    if problems := find_problems(phrases):
        raise InputError(f"{path}: {problems[0]}")
    return phrases


def find_problems(phrases: Iterable[Phrase]) -> list[str]:
    """What is wrong with the form of a list, a line each."""
    problems, ids, whys = [], set(), set()
    for one in phrases:
        checks = {
            "is a second line of this id": one.id in ids,
            "has the reason of another line of its language": (one.language, one.why) in whys or not one.why,
            "is in neither en nor ko": one.language not in ("en", "ko"),
            "has no ISO day of publication": bool(one.published) and not _is_date(one.published, 10),
            "does not hold its phrase once": one.sentence.count(one.phrase) != 1,
            "has no ISO day, month or year": bool(one.answer) and not _is_date(one.answer),
            "has another precision": PRECISIONS.get(re.sub(r"\d", "0", one.answer)) != one.precision,
            "has an answer after publication": Answer(one, one.answer).is_future,
        }
        problems += [f"{one.id} {problem}" for problem, found in checks.items() if found]
        ids.add(one.id)
        whys.add((one.language, one.why))
    return problems


def _is_date(text: str, length: int | None = None) -> bool:
    """Whether a text is an ISO day, month or year, or one of a certain length."""
    whole = iso_day(*map(int, (text + "-01-01")[:10].split("-"))) if re.fullmatch(r"[\d-]+", text) else None
    return whole is not None and whole.startswith(text) and len(text) in ((length,) if length else (4, 7, 10))


def by_rules(phrase: Phrase) -> str:
    """
    What `geo.dates` says of the phrase in its sentence.

    Of a list of days handed out to several places, the whole program says which is the place's.
    """
    document = phrase.document
    start = phrase.sentence.index(phrase.phrase)
    named = [
        one
        for one in find_dates(document.text, 0, len(document.text), document.published_on)
        if one.start < start + len(phrase.phrase) and start < one.end
    ]
    if any(one.kind == "list" for one in named):
        return next((event.date or "" for event in events_at_place(phrase)), "")
    return next((one.date for one in named if one.date and _dates_the_past(one)), "")


def _dates_the_past(phrase: DatePhrase) -> bool:
    """Whether a phrase is a date of something that has happened."""
    return phrase.kind not in NO_DATE


def events_at_place(phrase: Phrase, gazetteer: Gazetteer | None = None) -> list[Event]:
    """The events that the whole program finds at the place of a line."""
    finding = find(phrase.document, gazetteer or load_gazetteer())
    bare = re.sub(r" (?:County|City|District)$|(?:군|시|구역)$", "", phrase.place)
    named = {
        place.pcode
        for mention in finding.mentions
        if mention.surface.startswith(bare)
        for place in (mention.place, *mention.candidates)
        if place
    }
    return [event for event in finding.events if named & _pcodes(event)]


def _pcodes(event: Event) -> set[str]:
    """The unit of an event, or those it may be of."""
    return {event.pcode} if event.pcode else {place.pcode for place in event.candidates}


def ask_all(phrases: Iterable[Phrase], ask: Ask) -> list[Answer]:
    """The answers of one system to a list."""
    return [Answer(phrase, ask(phrase)) for phrase in phrases]


@dataclass(frozen=True, slots=True)
class Dated:
    """The dates of a line's event in the whole program."""

    phrase: Phrase
    dates: tuple[str, ...]
    """Of the events at the line's place; empty strings for events without a date."""

    @property
    def verdict(self) -> Verdict:
        """Right if there is an event and all have the date of the line."""
        if set(self.dates) == {self.phrase.answer}:
            return "right"
        return "wrong" if any(self.dates) else "missing"

    @property
    def is_future(self) -> bool:
        """Whether a date lies after publication."""
        return any(Answer(self.phrase, one).is_future for one in self.dates)


def date_events(phrases: Iterable[Phrase]) -> list[Dated]:
    """The whole program on each line that has an event."""
    gazetteer = load_gazetteer()
    return [
        Dated(one, tuple(event.date or "" for event in events_at_place(one, gazetteer)))
        for one in phrases
        if one.place
    ]


def share_right(answers: Sequence[Answer | Dated]) -> float:
    """Share of the answers that is right, 0 to 1."""
    return sum(one.verdict == "right" for one in answers) / len(answers)
