"""
Measure how decisions grow with their number and that of the reports.

    python -m benchmark deciding [--rows 1000 10000] [--reports 10000 100000] [--kind "joined in a row" ...]

Reports are those of `merging`, all of one county, each of a day of its own; each row decides on one of them,
but where many decide on the same one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from time import process_time

from benchmark import command_line
from benchmark.figures import table
from benchmark.speed.merging import findings
from geo.decisions import Decisions, decide_conflicts, decide_reports, event_key
from geo.models import Decision, Finding
from geo.projects import merge_events, read_reports

ROWS = (1_000, 10_000)
REPORTS = (10_000, 100_000)
KINDS: Mapping[str, Callable[[int, Callable[[int], str]], Decision]] = {
    "a document": lambda at, key: Decision(at, "accept", document=f"a{at:06}"),
    "a document that tells it anyway": lambda at, key: Decision(
        at, "correct", document=f"a{at:06}", date="2023", new_pcode="KP0101"
    ),
    "a key": lambda at, key: Decision(at, "reject", key=key(at)),
    "one report in other words": lambda at, key: Decision(at, "flag", key=key(0), reason=f"{at}"),
    "one report otherwise": lambda at, key: Decision(at, "correct", key=key(0), new_date=str(1900 + at)),
    "joined in a row": lambda at, key: Decision(at, "merge", key=key(at), with_key=key(at + 1)),
    "joined with one": lambda at, key: Decision(at, "merge", key=key(0), with_key=key(at + 1)),
    "split off": lambda at, key: Decision(at, "split", key=key(at)),
    "added": lambda at, key: Decision(
        at, "add", document=f"a{at:06}", new_pcode="KP0717", new_facility="hospital", note="seen"
    ),
    "a name in a document": lambda at, key: Decision(
        at, "alias", document=f"a{at:06}", surface="Kujang", new_pcode="KP0603"
    ),
    "a name of its own": lambda at, key: Decision(at, "alias", surface=f"Nosuch{at}", new_pcode="KP0717"),
}
"""What rows are about -> the row of a number, made with the keys of the reports."""


def decisions_on(found: Sequence[Finding], number: int, kind: str) -> Decisions:
    """So many rows on the events of some articles."""
    keys = [event_key(one.readings[0], one.document) for one in found]
    rows = (KINDS[kind](at, lambda at: keys[at % len(keys)]) for at in range(number))
    return Decisions("decisions.csv", tuple(rows))


def main(arguments: Sequence[str]) -> None:
    """Print one table."""
    parser = command_line("deciding", __doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS)
    parser.add_argument("--reports", type=int, nargs="+", default=REPORTS)
    parser.add_argument("--kind", nargs="+", choices=tuple(KINDS), default=tuple(KINDS))
    asked = parser.parse_args(arguments)
    made = {number: findings(number, "days of their own") for number in asked.reports}
    cases = [(rows, number) for rows, number in product(asked.rows, asked.reports) if rows <= number]
    lines = []
    for kind in asked.kind:
        lines.append([kind, *(f"{_seconds(made[number], rows, kind):.2f}" for rows, number in cases)])
        print(*lines[-1], sep="; ", file=sys.stderr, flush=True)
    heads = (f"{rows:,} on {number:,} reports" for rows, number in cases)
    print(table(["processor seconds", *heads], lines))


def _seconds(found: Sequence[Finding], number: int, kind: str) -> float:
    """Processor time of all but merging: what the rows select, do, and what became of them."""
    reports, decisions = read_reports(found), decisions_on(found, number, kind)
    start = process_time()
    kept, told = decide_reports(reports, found, decisions)
    middle = process_time()
    merged = merge_events(kept)
    again = process_time()
    decide_conflicts(merged, decisions, told)
    return process_time() - again + middle - start
