"""
The part of docs/accuracy.md about date phrases, also by itself:

    python -m benchmark dates [--peers] [FILE]

The exit status is 1 if anything gets a date of the future.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmark import command_line
from benchmark.dates.peers import make_peers
from benchmark.dates.phrases import (
    PHRASES,
    Answer,
    Dated,
    Phrase,
    ask_all,
    by_rules,
    date_events,
    read_phrases,
)
from benchmark.figures import share, table
from geo.errors import FactorymapError

_HEAD = ("system", "right", "right, English", "right, Korean", "missing", "wrong", "in the future")


def dates_part(phrases: Sequence[Phrase] | None = None, *, peers: bool = True) -> str:
    """
    Phrases by system, the dates of events in the whole program, and every phrase that is not right.

    Without `phrases` the shipped list is read.
    """
    listed = read_phrases() if phrases is None else phrases
    asked = {"factorymap": by_rules, **(make_peers() if peers else {})}
    answers = {name: ask_all(listed, ask) for name, ask in asked.items()}
    events = date_events(listed)
    absent = "" if len(asked) > 1 or not peers else "\ndateparser was not run (not installed).\n"
    return f"""\
## Date phrases

{len(listed)} date phrases, {_told(listed)}, each for a reason of its own and in a sentence of ours,
`benchmark/dates/phrases.tsv`. *Right* is the very day, month or year, or no date where none can be known or
none of the past is meant; *missing* is no date, or *wrong* another one. *In the future* are dates after
publication, though nothing in the list has such a one.

{table(_HEAD, [_row(name, found) for name, found in answers.items()])}{absent}
The dates of the {len(events)} events that the sentences state, found by the whole program from the sentence
alone:

{table(("system", *_HEAD[1:]), [_row("factorymap", events)])}
{_failures(answers["factorymap"], events)}"""


def _told(phrases: Sequence[Phrase]) -> str:
    """How many in each language."""
    english = sum(one.language == "en" for one in phrases)
    return f"{english} English and {len(phrases) - english} Korean"


def _row(name: str, answers: Sequence[Answer] | Sequence[Dated]) -> list[str]:
    """A system's row."""
    verdicts = [one.verdict for one in answers]
    groups = [
        [one.verdict for one in answers if one.phrase.language == language] for language in ("en", "ko")
    ]
    return [
        name,
        share(verdicts.count("right"), len(verdicts)),
        *(f"{group.count('right')} of {len(group)}" for group in groups),
        str(verdicts.count("missing")),
        str(verdicts.count("wrong")),
        str(sum(one.is_future for one in answers)),
    ]


def _failures(answers: Sequence[Answer], events: Sequence[Dated]) -> str:
    """Every phrase and every event's date of ours that is not right."""
    rows = [(one.phrase, one.date, "phrase") for one in answers if one.verdict != "right"]
    rows += [(one.phrase, _in_words(one), "event") for one in events if one.verdict != "right"]
    if not rows:
        return "Every phrase and every event's date is right.\n"
    shown = [
        (one.id, what, one.phrase, one.published or "none", one.answer or "none", said or "none", one.why)
        for one, said, what in rows
    ]
    head = ("line", "of", "phrase", "published", "expected", "said", "reason")
    return f"Every one that is not right:\n\n{table(head, shown).replace('--:', '---')}"


def _in_words(dated: Dated) -> str:
    """The dates of an event, or that there is none."""
    return ", ".join(one or "none" for one in dated.dates) or "no event"


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 if the list cannot be read or a date lies in the future."""
    parser = command_line("dates", __doc__)
    parser.add_argument("path", type=Path, nargs="?", default=PHRASES, metavar="FILE", help="another list")
    parser.add_argument("--peers", action="store_true", help="also ask dateparser (extra `bench`)")
    options = parser.parse_args(arguments)
    try:
        phrases = read_phrases(options.path)
    except FactorymapError as error:
        print(f"dates: {error}", file=sys.stderr)
        return 1
    print(dates_part(phrases, peers=options.peers))
    answers: list[Answer | Dated] = [*ask_all(phrases, by_rules), *date_events(phrases)]
    return int(any(one.is_future for one in answers))
