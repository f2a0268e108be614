"""
Measure how the time for an article grows with its length, for ordinary texts and for odd ones.

Each kind of text is read, searched for places and events and asked for its claimants at four lengths; told
are milliseconds of processor time per 1,000 code points. Where the last is more than 1.5 times the first, the
row ends in an exclamation mark. A second table does the same for reports that are merged.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from statistics import median
from time import process_time

from benchmark import command_line
from benchmark.figures import table
from benchmark.speed.kinds import KINDS, text_of
from geo.articles.textfiles import read_text
from geo.models import Finding
from geo.pipeline import find
from geo.places.gazetteer import load_gazetteer
from geo.projects import merge_events, read_reports, with_common_origins

SIZES = (4, 16, 64, 256)
"""Thousands of code points."""
REPORTS = (100, 400, 1600, 6400)
MOST = 1.5
"""So much longer may 1,000 code points take in the longest text than in the shortest."""


def read(text: str) -> Finding:
    """All that is done with one article before reports are merged."""
    finding = find(read_text(text, "text"), load_gazetteer())
    read_reports([finding])
    return finding


def _read_kind(kind: str, size: int) -> Finding:
    return read(text_of(kind, size))


def merge_copies(number: int) -> None:
    """Merge the reports of one story that was printed so many times."""
    finding = read(text_of("English news", 4000))
    findings = [_printed(finding, f"page-{place}") for place in range(number)]
    documents = {one.document.id: one.document for one in findings}
    merge_events(with_common_origins(read_reports(findings), documents))


def _printed(finding: Finding, name: str) -> Finding:
    """The same article in another paper."""
    events = tuple(replace(event, document_id=name) for event in finding.events)
    return replace(finding, document=replace(finding.document, id=name), events=events)


def main(arguments: Sequence[str]) -> None:
    """Print both tables."""
    parser = command_line("growth", __doc__)
    parser.add_argument("--kind", choices=tuple(KINDS), help="only this kind of text")
    kind = parser.parse_args(arguments).kind
    for one in ("English news", "Korean news"):
        _read_kind(one, 4000)
    sizes = [size * 1000 for size in SIZES]
    kinds = [kind] if kind else list(KINDS)
    rows = [_row(one, sizes, partial(_read_kind, one)) for one in kinds]
    print(table(["ms per 1,000 characters", *(f"{size} kB" for size in SIZES), "last / first"], rows))
    if not kind:
        copies = _row("copies of one story", REPORTS, merge_copies)
        print(table(["ms per 1,000 articles", *map(str, REPORTS), "last / first"], [copies]))


def _row(name: str, sizes: Sequence[int], work: Callable[[int], object]) -> list[str]:
    """Milliseconds per thousand for each size, and how they compare."""
    times = [_milliseconds(work, size) * 1000 / size for size in sizes]
    growth = times[-1] / times[0]
    return [name, *(f"{time:.1f}" for time in times), f"{growth:.2f}{'!' * (growth > MOST)}"]


def _milliseconds(work: Callable[[int], object], size: int) -> float:
    """Processor time, of small sizes the median of three runs."""
    times = []
    for turn in range(3 if size < 50_000 else 1):
        start = process_time()
        work(size - turn)  # no text twice: what is kept of one would make the next faster
        times.append(1000 * (process_time() - start))
    return median(times)
