"""How the figures of events are shown."""

from __future__ import annotations

from collections.abc import Mapping

from benchmark.events.scoring import Band, SetScore
from benchmark.figures import table, total, with_interval
from geo.models import STATED_FROM

SET_HEAD = (
    *("texts", "events", "precision", "recall", "best F1", "reported", "dates right"),
    *("quiet", "made up", "right of ≥ 0.9"),
)


def share_of(counts: tuple[int, int]) -> str:
    """A share with two digits, and of how many; a dash where there are none."""
    part, whole = counts
    return f"{part / whole:.2f} of {whole}" if whole else "–"


def set_row(name: str, score: SetScore) -> list[str]:
    """The figures of a set, those of stated events with their intervals."""
    tallies = [one.events for one in score.scores]
    return [
        f"{name} ({len(tallies)})",
        str(score.stated.gold),
        with_interval(tallies, lambda tally: tally.precision),
        with_interval(tallies, lambda tally: tally.recall),
        f"{score.best[0]:.3f}",
        f"{score.reported.recall:.3f}",
        share_of((score.dates.hit, score.dates.gold)),
        "{} of {}".format(*score.quiet),
        str(score.made_up),
        share_of(score.sure),
    ]


def reliability_table(sets: Mapping[str, SetScore]) -> str:
    """Bands of confidence: mean confidence and share that is right, for each set."""
    columns = [score.reliability for score in sets.values()]
    head = ["confidence", *(f"{name}: {what}" for name in sets for what in ("said", "right"))]
    rows = []
    for bands in zip(*columns, strict=True):
        rows.append([_edges(bands[0]), *(cell for band in bands for cell in _cells(band))])
    return table(head, rows)


LINES = (0.3, 0.4, 0.5, STATED_FROM, 0.65, 0.7, 0.8, 0.9)
"""Lines between stated and possible that are compared."""


def line_table(sets: Mapping[str, SetScore]) -> str:
    """For each line from which events are stated, what would be right of them, and what would be found."""
    head = ["--stated-from", *(f"{name}: {what}" for name in sets for what in ("precision", "recall"))]
    rows = []
    for line in LINES:
        tallies = [total([one.above(line) for one in score.scores]) for score in sets.values()]
        shares = (f"{share:.2f}" for tally in tallies for share in (tally.precision, tally.recall))
        rows.append([f"{line:g}{' (default)' * (line == STATED_FROM)}", *shares])
    return table(head, rows)


def _edges(band: Band) -> str:
    return f"{band.low:g} – {min(band.high, 1):g}"


def _cells(band: Band) -> tuple[str, str]:
    return (f"{band.said:.2f}" if band.count else "–", share_of((band.right, band.count)))
