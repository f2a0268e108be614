"""
Measure how right places, events and dates are, beside other systems on the same texts: `make accuracy`.

    python -m benchmark accuracy [--annotated DIR ...] [--general FILE] [--markdown docs/accuracy.md]

The page goes to standard output or, with `--markdown`, into that file. The extra `bench` installs the peers;
those that are not there are listed as such.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmark import command_line
from benchmark.dates.report import dates_part
from benchmark.events.report import marked_events_part
from benchmark.figures import RESAMPLES
from benchmark.places import report
from benchmark.places.general_news import false_hits
from benchmark.places.peers import RECIPES, Peer, make_peers
from benchmark.places.scoring import mention_tally, set_tally
from benchmark.places.spellings import all_names, ask_pairs, confusable_pairs, leave_one_out
from benchmark.places.systems import Factorymap, System
from benchmark.places.traps import TRAPS, Trap, read_traps
from benchmark.places.verdicts import run_traps
from benchmark.speed.finding import resolver_speed, shipped_articles, speed
from benchmark.texts.annotated import FITTING, HELD_OUT, TUNED, Annotated, read_annotated
from geo.articles.reading import read_articles
from geo.errors import FactorymapError, InputError
from geo.models import Document
from geo.places.gazetteer import Gazetteer, load_gazetteer


def main(arguments: Sequence[str]) -> int:
    """Measure and write the page; 1 if something cannot be read."""
    options = _parser().parse_args(arguments)
    try:
        page = "\n".join(measure(options))
    except FactorymapError as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 1
    if options.markdown:
        options.markdown.write_text(page, encoding="utf-8")
        print(options.markdown)
    else:
        print(page, end="")
    return 0


def _parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = command_line("accuracy", __doc__)
    add = parser.add_argument
    add("--annotated", type=Path, nargs="+", default=[], metavar="DIR", help="more folders like texts/tuned/")
    add("--traps", type=Path, default=TRAPS, metavar="FILE", help="list of traps (default: the shipped one)")
    add("--general", type=Path, metavar="FILE", help="general news as JSON Lines, to count false places")
    add("--markdown", type=Path, metavar="FILE", help="write the page there")
    add("--peers", type=_peers, default=tuple(RECIPES), metavar="all|none|NAMES", help=", ".join(RECIPES))
    add("--spacy-model", metavar="NAME", help="also a trained spaCy model, installed by you")
    return parser


def _peers(text: str) -> tuple[str, ...]:
    """Names of peers, parted by commas."""
    if text in ("all", "none"):
        return tuple(RECIPES) if text == "all" else ()
    wanted = tuple(text.split(","))
    if unknown := [name for name in wanted if name not in RECIPES]:
        raise argparse.ArgumentTypeError(f"no peer {unknown[0]!r}; there are {', '.join(RECIPES)}")
    return wanted


def measure(options: argparse.Namespace) -> Iterator[str]:
    """The parts of the page, each measured when its turn comes."""
    gazetteer = load_gazetteer()
    own_texts = [one for folder in (TUNED, FITTING, HELD_OUT) for one in read_annotated(folder)]
    sets = [own_texts, *(read_annotated(folder) for folder in options.annotated)]
    traps = read_traps(options.traps)
    general = _general(options.general) if options.general else []
    peers, missing = make_peers(options.peers, gazetteer, options.spacy_model)
    own = Factorymap(gazetteer)
    systems: list[System] = [own, *peers]
    yield _head()
    for number, articles in enumerate(sets):
        yield from _articles(number, articles, systems, gazetteer)
    yield marked_events_part(options.annotated)
    yield dates_part()
    yield from _traps_part(traps, systems, gazetteer)
    yield from _spellings_part(gazetteer)
    if general:
        yield report.general([(system.name, false_hits(system, general, gazetteer)) for system in systems])
    yield _speed_part(peers, general, gazetteer)
    yield report.systems(systems, missing)
    yield _tail()


def _general(path: Path) -> list[Document]:
    """The articles of a table of general news."""
    read = list(read_articles([path]))
    documents = [document for _, found in read for document in found]
    if not documents:
        raise InputError(f"{path}: {read[0][0].reason if read else 'nothing to read'}")
    return documents


def _articles(
    number: int, articles: Sequence[Annotated], systems: Sequence[System], gazetteer: Gazetteer
) -> Iterator[str]:
    """One annotated set: places by every system."""
    scores = []
    for system in systems:
        found = [(article, system.find(article.document)) for article in articles]
        scores.append(
            report.PlaceScores(
                system.name,
                [mention_tally(article, places, gazetteer) for article, places in found],
                [set_tally(article, places, gazetteer) for article, places in found],
                [set_tally(article, places, gazetteer, counties_only=True) for article, places in found],
            )
        )
    yield report.articles(number, articles, scores)


def _traps_part(traps: Sequence[Trap], systems: Sequence[System], gazetteer: Gazetteer) -> Iterator[str]:
    """The traps: ours by section with every failure, then all systems."""
    runs = [(system.name, run_traps(traps, system, gazetteer)) for system in systems]
    yield report.traps(len(traps), runs)


def _spellings_part(gazetteer: Gazetteer) -> Iterator[str]:
    """Spellings one by one; only our resolver knows what to do with an unlisted one."""
    yield report.unlisted(leave_one_out(gazetteer))
    yield report.listed(list(all_names(gazetteer, False)), list(all_names(gazetteer, True)))
    yield report.pairs(ask_pairs(confusable_pairs(gazetteer), gazetteer, Factorymap(gazetteer)))


def _speed_part(peers: Sequence[Peer], general: Sequence[Document], gazetteer: Gazetteer) -> str:
    """How fast places are found, on general news or on the shipped articles."""
    documents = general or shipped_articles()
    rows = [("factorymap", resolver_speed(gazetteer, documents))]
    rows += [(peer.name, speed(peer.find, documents)) for peer in peers]
    return report.speeds(rows, documents, bool(general))


def _head() -> str:
    """Title and what the page is."""
    return f"""\
# Accuracy

Written by `make accuracy`: how often a name in a text is put in the right county, beside other systems on the
same texts in the same run; how many of the events in texts are found, and [what to expect of your own
pages](#what-to-expect-of-your-own-pages); how often a date is right. Figures in brackets are 95 % intervals
of {RESAMPLES:,} bootstrap resamples of the articles, with a fixed seed. Most texts and traps below could be
seen while the program was written; on texts never seen, expect less.

A unit put wrong is worse than one left open, so both are shown beside precision and recall: *wrong unit* is
the share of what was found that stands where the text names another place, *left open* the share of the
names in the text for which only `ambiguous` or `unknown` was said. General distances are not used: many
counties of the country lie so near each other that a wrong one would count as right.
"""


def _tail() -> str:
    """How to run it again."""
    return """\
## Run it again

    make accuracy
    make accuracy OPTIONS="--annotated FOLDER --general FILE.jsonl"
    make events OPTIONS="--markdown docs/accuracy.md"

The last one writes only the part on events, without other systems. The first form needs nothing but this
project. A further annotated folder has `articles/` and `gold/` as `benchmark/texts/README.md` describes;
general news are JSON Lines with a `text` in each row.
`python -m benchmark accuracy --help` has the other options.
"""
