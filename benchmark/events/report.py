"""
Measure events: extraction on both halves of the gold texts, merging, and the statements of real pages.

    python -m benchmark events [--annotated DIR ...]

`make events` runs it; `make accuracy` writes the same part into docs/accuracy.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmark import command_line
from benchmark.events.merging import MergeScore, merge_score, merged_articles
from benchmark.events.scoring import EventScore, event_score
from benchmark.events.statements import StatementScore, read_statements, statement_score
from benchmark.figures import precision_recall_f1, share, table, total, with_interval
from benchmark.texts.annotated import HELD_OUT, TUNED, Annotated, read_annotated, read_snippets
from geo.errors import FactorymapError
from geo.pipeline import build, find
from geo.places.gazetteer import load_gazetteer

_EVENT_HEAD = ("texts", "events", "precision", "recall", "F1", "dates right", "quiet", "events made up")
_MERGE_HEAD = (
    "texts",
    "reports",
    "projects",
    "pairwise precision",
    "pairwise recall",
    "announcements a project",
)


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 if something cannot be read."""
    parser = command_line("events", __doc__)
    parser.add_argument("--annotated", type=Path, nargs="+", default=[], metavar="DIR", help="more folders")
    options = parser.parse_args(arguments)
    try:
        print(events_part(options.annotated), end="")
    except FactorymapError as error:
        print(f"events: {error}", file=sys.stderr)
        return 1
    return 0


def events_part(outside: Sequence[Path] = ()) -> str:
    """The part of the page on events, merging and statements."""
    gazetteer = load_gazetteer()
    sets: list[tuple[str, list[Annotated]]] = [
        ("**held out**, never tuned on", read_annotated(HELD_OUT)),
        *_by_language("held out", read_annotated(HELD_OUT)),
        ("tuned on", read_annotated(TUNED)),
        *_by_language("tuned on", read_annotated(TUNED)),
        ("snippets, English, tuned on", read_snippets("en")),
        ("snippets, Korean, tuned on", read_snippets("ko")),
        *((f"outside set ({folder.name})", read_annotated(folder)) for folder in outside),
    ]
    events, merges = [], []
    for name, articles in sets:
        found = [find(article.document, gazetteer).events for article in articles]
        scores = [event_score(a, e, gazetteer) for a, e in zip(articles, found, strict=True)]
        events.append([f"{name} ({len(articles)})", *_event_row(scores)])
        if name in ("**held out**, never tuned on", "tuned on"):
            merges.append([name, *_merge_row(merge_score(merged_articles(articles, found, gazetteer)))])
    stated = statement_score(read_statements(), build().announcements, gazetteer)
    return _page(events, merges, stated)


def _by_language(name: str, articles: Sequence[Annotated]) -> Iterator[tuple[str, list[Annotated]]]:
    for code, language in (("en", "English"), ("ko", "Korean")):
        chosen = [one for one in articles if one.document.language == code]
        yield f"{name}, {language}", chosen


def _event_row(scores: Sequence[EventScore]) -> list[str]:
    """The figures of one set."""
    tallies, dates = [one.events for one in scores], total([one.dates for one in scores])
    quiet = [one for one in scores if one.quiet is not None]
    made_up = sum(one.events.found for one in quiet)
    return [
        str(total(tallies).gold),
        *precision_recall_f1(tallies),
        share(dates.hit, dates.gold),
        f"{sum(bool(one.quiet) for one in quiet)} of {len(quiet)}",
        str(made_up),
    ]


def _merge_row(score: MergeScore) -> list[str]:
    return [
        str(score.reports),
        str(score.projects),
        with_interval(score.together, lambda tally: tally.precision),
        with_interval(score.belonging, lambda tally: tally.precision),
        f"{score.per_project:.2f}",
    ]


def _page(events: Sequence[Sequence[str]], merges: Sequence[Sequence[str]], stated: StatementScore) -> str:
    """The part as Markdown."""
    found = stated.statements - len(stated.missed)
    missed = "".join(f"- missed: {' '.join(one.key)} {one.date} ({one.page})\n" for one in stated.missed)
    misdated = "".join(
        f"- another date: {' '.join(one.key)}, the page has {one.date or 'none'} ({one.page})\n"
        for one in stated.misdated
    )
    return f"""\
## Events

By unit, facility group and stage, each as often as a text states it; the dates of those found, exact to day,
month or year; texts without an event for which none was found (*quiet*), and how many were made up in them.
Figures in brackets are 95 % intervals. How the texts came about: `benchmark/texts/README.md`. The
**held-out** half was written and annotated from the annotation rules alone, by somebody who had not seen the
program, and its misses were never looked at; the other texts were, so their figures are upper bounds.

{table(_EVENT_HEAD, events)}
*Merging*: pairs of reports in one announcement that are of one project (precision), pairs of one project that
are in one announcement (recall), and announcements for each real project, over the reports that were found
and whose project is known.

{table(_MERGE_HEAD, merges)}
*Statements of real pages*: {stated.statements} statements on {len(_pages())} pages,
`benchmark/events/statements.csv`, looked for in the shipped briefs about these pages. {found} are found
({100 * found / stated.statements:.1f} %), {found - len(stated.misdated)} with the same date. Those with a
campaign are of {stated.merging.projects} projects and went into {stated.merging.announcements} announcements:

{table(_MERGE_HEAD, [["shipped briefs", *_merge_row(stated.merging)]])}
{missed}{misdated}
"""


def _pages() -> set[str]:
    return {one.page for one in read_statements()}
