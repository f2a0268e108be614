"""
What may be done to texts and files of any kind without a crash, a wrong offset or a long wait.

Each check takes a text or the bytes of a file and raises AssertionError or whatever went wrong; each target
makes such an input of any bytes. The tests give them what hypothesis makes up, `make fuzz` what a
coverage-guided fuzzer finds, `make fuzz-long` millions of inputs that `tests/fuzz/made.py` makes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time
from typing import Any
from zlib import crc32

from geo.articles import read_piped
from geo.dates import find_dates, parse_day
from geo.errors import FactorymapError
from geo.events import find_events
from geo.models import LONGEST_EVIDENCE, Document, Mention, Section
from geo.pipeline import find
from geo.places import find_mentions, load_gazetteer, look_up
from geo.text import fold, split_sentences

Check = Callable[[Any], int]
"""On a text, that of files on bytes; how many times the input was gone through."""
Target = Callable[[bytes], int]

PARTIAL = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
UNEXPECTED = re.compile(r"[A-Z]\w+: .*; save the article as text$", re.DOTALL)
"""How the record of a file begins whose reader has failed in a way that nobody had thought of."""
LONGEST_NAME = 200
LONGEST_SEARCHED = 20_000
ALLOWED = 0.2
TRIES = 3
AGAIN = 4
"""One of so many inputs is gone through a second time, and must give the same."""
DAYS = ("2024-03-01", None, "2025-01-01", "2024-12-31")

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


def names(name: str) -> int:
    """A name in a table: an answer whatever it is."""
    answer = look_up(name)
    assert answer.outcome in ("resolved", "ambiguous", "unknown", "foreign")
    assert (answer.unit is not None) == (answer.outcome == "resolved")
    if not is_again(name):
        return 1
    assert look_up(name) == answer
    return 2


def dates(text: str) -> int:
    """Phrases in order, inside the stretch, each with a partial date or none."""
    number = crc32(text.encode("utf-8", "surrogatepass"))
    start, stop = (0, len(text)) if number % 4 else (len(text) // 3, len(text) - len(text) // 5)
    published = DAYS[number // 4 % len(DAYS)]
    year, past = (2019 if number % 7 == 0 else None), number % 5 > 0
    found = find_dates(text, start, stop, published, context_year=year, past=past)
    end = start
    for phrase in found:
        assert end <= phrase.start < phrase.end <= stop
        assert phrase.date is None or is_partial_date(phrase.date)
        end = phrase.end
    if number // 64 % AGAIN:
        return 1
    assert find_dates(text, start, stop, published, context_year=year, past=past) == found
    return 2


def texts(text: str) -> int:
    """Folding, sentences and mentions lead back to the text."""
    folded = fold(text)
    assert list(folded.offsets) == sorted(folded.offsets) and len(folded.offsets) == len(folded.text) + 1
    document = article(text)
    ends = [0]
    for sentence in split_sentences(document):
        assert ends[-1] <= sentence.start < sentence.end <= len(text)
        ends.append(sentence.end)
    for mention in find_mentions(document):
        check_mention(document, mention)
    return 1


def events(text: str) -> int:
    """Events rest on words of the text, and are the same when it is read again."""
    document = article(text)
    passes = check_finding(document)
    assert not find_events(document, ())
    return passes


def files(content: bytes) -> int:
    """A file of any bytes is read, or refused in one line, by a reason of ours."""
    record, documents = read_piped(content)
    documents = tuple(documents)
    assert record.status == "read" or (record.reason and "\n" not in record.reason)
    assert not UNEXPECTED.match(record.reason), record.reason
    for document in documents:
        for section in document.sections:
            assert 0 <= section.start <= section.end <= len(document.text)
        assert document.published_on is None or is_partial_date(document.published_on)
    number, passes = crc32(content), 1
    if number // 64 % AGAIN == 0:
        assert read_piped(content) == (record, documents)
        passes += 1
    if documents and number % 4 == 0 and len(documents[0].text) <= LONGEST_SEARCHED:
        passes += check_finding(documents[0])
    return passes


CHECKS: dict[str, Check] = {"names": names, "dates": dates, "texts": texts, "events": events, "files": files}


def target_of(name: str) -> Target:
    """The check of that name on an input that any bytes stand for."""

    def target(content: bytes) -> int:
        """Check what the bytes stand for; as a file also the bytes themselves."""
        text = text_of(content)
        if name == "files":
            return files(content) + files(text.encode("utf-8", "surrogatepass"))
        return CHECKS[name](text[:LONGEST_NAME] if name == "names" else text)

    return target


TARGETS: dict[str, Target] = {name: target_of(name) for name in CHECKS}


def is_partial_date(date: str) -> bool:
    """Whether it is a year, a month or a day that there is."""
    padded = date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date
    return PARTIAL.fullmatch(date) is not None and parse_day(padded) is not None


def check_mention(document: Document, mention: Mention) -> None:
    """A mention stands where it says."""
    assert document.text[mention.start : mention.end] == mention.surface
    assert mention.start <= mention.name_start <= mention.name_end <= mention.end


def check_finding(document: Document) -> int:
    """Places and events rest on words of the text, a second reading finds the same; how many there were."""
    finding = find(document, load_gazetteer())
    for mention in finding.mentions:
        check_mention(document, mention)
    for event in finding.events:
        evidence = event.evidence
        assert document.text[evidence.start : evidence.end] == evidence.text
        assert 0 < len(evidence.text) <= LONGEST_EVIDENCE
        assert event.date is None or is_partial_date(event.date)
    if not is_again(document.text):
        return 1
    assert find(document, load_gazetteer()) == finding
    return 2


def is_again(text: str) -> bool:
    """Whether an input is one of those that are gone through a second time."""
    return crc32(text.encode("utf-8", "surrogatepass")) % AGAIN == 0


def article(text: str) -> Document:
    """A text as a document of the day."""
    section = Section("body", 0, len(text))
    return Document("fuzz", "fuzz.txt", text, (section,), language="en", published_on="2024-03-01")


def within_time(check: Callable[[], int], size: int) -> float:
    """
    Run a check and hold it to 0.2 seconds and one more for each 100 kB, of this process' own time.

    `size` is in bytes. Returns the seconds that the input took each time it was gone through. One that took
    too long has two more tries, since others use the machine.
    """
    allowed = ALLOWED + size / 100_000
    for _ in range(TRIES):
        begun = process_time()
        try:
            passes = check()
        except FactorymapError as error:
            raise AssertionError(f"an expected error reached the caller: {error}") from error
        spent = (process_time() - begun) / passes
        if spent <= allowed:
            return spent
    raise AssertionError(f"{spent:.2f} s of {allowed:.2f} s")
