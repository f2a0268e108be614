"""
Measure events: the annotated texts, merging, and the statements of real pages.

    python -m benchmark events [--annotated DIR ...] [--held-out] [--markdown docs/accuracy.md]

`make events` prints it. Every look at the held-out texts wears them out, so they are measured only if
asked for, or if the part of docs/accuracy.md is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmark import command_line
from benchmark.events.expecting import expectation
from benchmark.events.first_sight import first_sight_part, read_batches, read_pages
from benchmark.events.merging import MergeScore, merge_score, merged_articles
from benchmark.events.scoring import SetScore, measure
from benchmark.events.statements import StatementScore, read_statements, statement_score
from benchmark.events.tables import SET_HEAD, line_table, reliability_table, set_row
from benchmark.figures import table, with_interval
from benchmark.parts import marked, write_part
from benchmark.texts.annotated import (
    CASES,
    FITTING,
    HELD_OUT,
    TUNED,
    Annotated,
    read_annotated,
    read_snippets,
)
from geo.errors import FactorymapError
from geo.models import STATED_FROM
from geo.pipeline import build
from geo.places.gazetteer import load_gazetteer

KINDS = {"state": "state media", "agency": "agencies", "paper": "papers", "specialist": "specialists"}
"""Kind of publisher in gold -> how the page calls it."""
LANGUAGES = {"en": "English", "ko": "Korean"}
_MERGE_HEAD = (
    "texts",
    "reports",
    "projects",
    "pairwise precision",
    "pairwise recall",
    "announcements a project",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A set, and how the program fares on it."""

    articles: Sequence[Annotated]
    score: SetScore

    def of(self, *, language: str = "", kind: str = "") -> SetScore:
        """The figures of the articles of a language or of a kind of publisher."""
        pairs = zip(self.articles, self.score.scores, strict=True)
        return SetScore(
            [
                score
                for one, score in pairs
                if language in ("", one.document.language) and kind in ("", one.kind)
            ]
        )


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 if something cannot be read."""
    parser = command_line("events", __doc__)
    parser.add_argument("--annotated", type=Path, nargs="+", default=[], metavar="DIR", help="more folders")
    parser.add_argument("--held-out", action="store_true", help="also the held-out texts")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="also write the part into this page")
    options = parser.parse_args(arguments)
    try:
        part = events_part(options.annotated, held_out=options.held_out or bool(options.markdown))
        if options.markdown:
            write_part(options.markdown, "events", part)
        print(part, end="")
    except FactorymapError as error:
        print(f"events: {error}", file=sys.stderr)
        return 1
    return 0


def marked_events_part(outside: Sequence[Path]) -> str:
    """The part as a page has it that is written as a whole."""
    return marked("events", events_part(outside, held_out=True)) + "\n"


def events_part(outside: Sequence[Path] = (), *, held_out: bool = False) -> str:
    """The part of the page on events, merging and statements."""
    unseen = {"**held out**, never trained on": read_annotated(HELD_OUT)} if held_out else {}
    unseen["stress set, never trained on"] = read_annotated(FITTING)
    further = {f"outside set ({folder.name})": read_annotated(folder) for folder in outside}
    if len(further) > 1:
        further["outside sets together"] = [one for articles in further.values() for one in articles]
    trained = {
        "tuned, trained on": read_annotated(TUNED),
        "snippets, trained on": [*read_snippets("en"), *read_snippets("ko")],
        "cases, trained on": [*read_snippets("en", CASES), *read_snippets("ko", CASES)],
    }
    sets, merges = {}, []
    for name, articles in {**unseen, **further, **trained}.items():
        found, score = measure(articles)
        sets[name] = Measured(articles, score)
        if any(one.projects for one in articles):
            merges.append(
                [name, *_merge_row(merge_score(merged_articles(articles, found, load_gazetteer())))]
            )
    stated = statement_score(read_statements(), build().announcements, load_gazetteer())
    shown = {name: sets[name].score for name in (*unseen, *further)}
    return _page(sets, shown, merges, stated)


def _page(
    sets: Mapping[str, Measured],
    never_seen: Mapping[str, SetScore],
    merges: Sequence[Sequence[str]],
    stated: StatementScore,
) -> str:
    """The part as Markdown."""
    batches, pages = read_batches(), {address for _, address in read_pages()}
    held_out = next((score for name, score in never_seen.items() if "held out" in name), None)
    return f"""\
## Events

An event is a county, a facility group and a stage, as often as a text states it. *Stated* are those
from a confidence of {STATED_FROM} on, *possible* those below, which colour nothing and are counted
nowhere. *Precision* and *recall* are of the stated ones, with 95 % intervals in brackets; *best F1* is
what the best of all lines would give; *reported* is the share of the events in the texts that is stated
or possible. *Dates right* are exact to day, month or year, of the events stated rightly. *Quiet* are
texts without an event for which none was stated, and *made up* how many were stated in the others of
them.

### What to expect of your own pages

{expectation(batches, held_out)}
### At first sight, batch by batch

{first_sight_part(batches, len(pages))}
### The texts of this project

How they came about: `benchmark/texts/README.md`. The **held-out** texts were written and annotated from the
annotation rules alone, by somebody who had not seen the program, and nobody has read what it misses in them.
The stress set was written in the same way, with more inventive wording. The others are what the weights are
trained on, so their figures are upper bounds; `make weights` prints fairer ones.

{table(SET_HEAD, _set_rows(sets))}
{_by_kind(sets)}### How far a confidence can be trusted

Events by the confidence that they were given: its mean, and the share of them that is right.

{reliability_table(never_seen)}
### What the line costs and gains

`build --stated-from` moves the line from which an event is stated. Here are the precision and the recall of
what would be stated, each text by itself. A higher line says less that is wrong and leaves more to be
looked at among the possible ones; the default stands where, on texts like pages, saying less would cost
more than it spares.

{line_table(never_seen)}
{_merging(merges, stated)}"""


def _set_rows(sets: Mapping[str, Measured]) -> Iterator[list[str]]:
    """Each set, then its languages if it has several."""
    for name, one in sets.items():
        yield set_row(name, one.score)
        parts = {name: one.of(language=code) for code, name in LANGUAGES.items()}
        if all(score.scores for score in parts.values()):
            yield from (set_row(f"– {language}", score) for language, score in parts.items())


def _by_kind(sets: Mapping[str, Measured]) -> str:
    """Sets whose gold tells the kind of publisher, kind by kind."""
    rows = [
        set_row(f"{name}: {what}", score)
        for name, one in sets.items()
        for kind, what in KINDS.items()
        if (score := one.of(kind=kind)).scores
    ]
    return f"By kind of publisher:\n\n{table(SET_HEAD, rows)}\n" if rows else ""


def _merge_row(score: MergeScore) -> list[str]:
    return [
        str(score.reports),
        str(score.projects),
        with_interval(score.together, lambda tally: tally.precision),
        with_interval(score.belonging, lambda tally: tally.precision),
        f"{score.per_project:.2f}",
    ]


def _merging(merges: Sequence[Sequence[str]], stated: StatementScore) -> str:
    """Merging, and the statements of real pages."""
    found, pages = stated.statements - len(stated.missed), {one.page for one in read_statements()}
    share = f"{100 * found / stated.statements:.1f} %"
    dated, merging = found - len(stated.misdated), stated.merging
    missed = "".join(f"- missed: {' '.join(one.key)} {one.date} ({one.page})\n" for one in stated.missed)
    misdated = "".join(
        f"- another date: {' '.join(one.key)}, the page has {one.date or 'none'} ({one.page})\n"
        for one in stated.misdated
    )
    return f"""\
### Merging

Pairs of reports in one announcement that are of one project (precision), pairs of one project that are in one
announcement (recall), and announcements for each real project, over the reports that were found, stated or
possible, and whose project is known.

{table(_MERGE_HEAD, merges)}
### Statements of real pages

{stated.statements} statements on {len(pages)} pages, `benchmark/events/statements.csv`, looked for in
the shipped briefs about these pages. {found} are found ({share}), {dated} with the same date. Those with a
campaign are of {merging.projects} projects and went into {merging.announcements} announcements:

{table(_MERGE_HEAD, [["shipped briefs", *_merge_row(merging)]])}
{missed}{misdated}"""
