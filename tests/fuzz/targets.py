"""
What may be done to texts and files of any kind without a crash, a wrong offset or a long wait.

Each target takes bytes, makes an input of them, and raises AssertionError or whatever went wrong. The tests
give them what hypothesis makes up; `make fuzz` what a coverage-guided fuzzer finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time

from geo.articles import read_piped
from geo.dates import find_dates
from geo.errors import FactorymapError
from geo.events import find_events
from geo.models import LONGEST_EVIDENCE, Document, Section
from geo.pipeline import find
from geo.places import find_mentions, load_gazetteer, look_up
from geo.text import fold, split_sentences

Target = Callable[[bytes], None]

PARTIAL = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
LONGEST_NAME = 200

WORDS = (
    *("Songchon County", "성천군", "South Phyongan", "평안남도", "Unsan", "운산", "成川郡", "Сончхон"),
    *("P’yŏngyang-si", " factories were inaugurated in ", " ground was broken for a hospital in "),
    *("지방공업공장 착공식이 ", "준공식이 진행되였다.", " on February 28", " Wednesday", " 28일"),
    *("2024년 2월 28일", "the previous day", "state media said Thursday", "\n", "\n\n", "\r\n", " ", "\t"),
    *(". ", ", ", " and ", "·", "와 ", "(", ")", '"', "“", "-", "\u200b", "\u3131", "\ud800", "\x00"),
    *("TITLE: ", "DATE: 2024-02-29\n", "<p>", "</p>", "<html>", '{"text": "', '"}', "text,date\n", ";"),
)
"""Pieces that a byte stands for, so that a fuzzer soon writes texts that mean something."""


def text_of(content: bytes) -> str:
    """A text from bytes: those below 128 are pieces of `WORDS`, the others letters and signs."""
    return "".join(WORDS[byte % len(WORDS)] if byte < 128 else chr(0x20 + byte % 95) for byte in content)


def names(content: bytes) -> None:
    """A name in a table: an answer whatever it is."""
    name = text_of(content)[:LONGEST_NAME]
    answer = look_up(name)
    assert answer.outcome in ("resolved", "ambiguous", "unknown", "foreign")
    assert (answer.unit is not None) == (answer.outcome == "resolved")
    assert look_up(name) == answer


def dates(content: bytes) -> None:
    """Phrases in order, inside the text, each with a partial date or none."""
    text = text_of(content)
    end = 0
    for phrase in find_dates(text, 0, len(text), "2024-03-01"):
        assert end <= phrase.start < phrase.end <= len(text)
        assert phrase.date is None or PARTIAL.fullmatch(phrase.date)
        end = phrase.end


def texts(content: bytes) -> None:
    """Folding, sentences and mentions lead back to the text."""
    text = text_of(content)
    folded = fold(text)
    assert list(folded.offsets) == sorted(folded.offsets) and len(folded.offsets) == len(folded.text) + 1
    document = article(text)
    ends = [0]
    for sentence in split_sentences(document):
        assert ends[-1] <= sentence.start < sentence.end <= len(text)
        ends.append(sentence.end)
    for mention in find_mentions(document):
        assert text[mention.start : mention.end] == mention.surface
        assert mention.start <= mention.name_start <= mention.name_end <= mention.end


def events(content: bytes) -> None:
    """Events rest on words of the text, and are the same when it is read again."""
    document = article(text_of(content))
    finding = find(document, load_gazetteer())
    for event in finding.events:
        evidence = event.evidence
        assert document.text[evidence.start : evidence.end] == evidence.text
        assert 0 < len(evidence.text) <= LONGEST_EVIDENCE
        assert event.date is None or PARTIAL.fullmatch(event.date)
    assert find(document, load_gazetteer()) == finding
    assert not find_events(document, ())


def files(content: bytes) -> None:
    """A file of any bytes is read, or refused in one line."""
    for raw in (content, text_of(content).encode("utf-8", "surrogatepass")):
        record, documents = read_piped(raw)
        documents = tuple(documents)
        assert record.status == "read" or (record.reason and "\n" not in record.reason)
        for document in documents:
            for section in document.sections:
                assert 0 <= section.start <= section.end <= len(document.text)


TARGETS: dict[str, Target] = {
    "names": names,
    "dates": dates,
    "texts": texts,
    "events": events,
    "files": files,
}


def article(text: str) -> Document:
    """A text as a document of the day."""
    section = Section("body", 0, len(text))
    return Document("fuzz", "fuzz.txt", text, (section,), language="en", published_on="2024-03-01")


def within_time(target: Target, content: bytes) -> None:
    """Run a target and hold it to 0.2 seconds and one more for each 100 kB, of this process' own time."""
    begun = process_time()
    try:
        target(content)
    except FactorymapError as error:
        raise AssertionError(f"an expected error reached the caller: {error}") from error
    spent = process_time() - begun
    allowed = 0.2 + len(text_of(content)) / 100_000
    assert spent <= allowed, f"{spent:.2f} s of {allowed:.2f} s"
