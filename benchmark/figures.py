"""Figures and how pages show them: precision, recall, F1 with bootstrap intervals, shares, tables."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

RESAMPLES = 1000
SEED = 20
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found in one article, or in several together, beside what is right."""

    hit: int = 0
    """Right answers that were found."""
    gold: int = 0
    """Right answers."""
    right: int = 0
    """Found things that are right; differs from `hit` where one right answer can be found in several ways."""
    found: int = 0
    """Found things."""
    wrong_unit: int = 0
    """Found units where the text has another place."""
    abstained: int = 0
    """Right answers for which only `ambiguous` or `unknown` was said."""

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 if nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the right answers that was found; 1 if there are none."""
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def wrong_unit_rate(self) -> float:
        """Share of what was found that is another unit than the text's."""
        return self.wrong_unit / self.found if self.found else 0.0

    @property
    def abstention_rate(self) -> float:
        """Share of the right answers that was left open."""
        return self.abstained / self.gold if self.gold else 0.0


def total(tallies: Sequence[Tally]) -> Tally:
    """The sum of some articles' tallies."""
    return Tally(
        hit=sum(one.hit for one in tallies),
        gold=sum(one.gold for one in tallies),
        right=sum(one.right for one in tallies),
        found=sum(one.found for one in tallies),
        wrong_unit=sum(one.wrong_unit for one in tallies),
        abstained=sum(one.abstained for one in tallies),
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the interval that holds 95 % of the resampled ones."""

    value: float
    low: float
    high: float


def interval(tallies: Sequence[Tally], figure: Callable[[Tally], float]) -> Figure:
    """
    A figure over all articles, with its percentile bootstrap interval.

    Articles are drawn with replacement, as many as there are, 1,000 times; the draws are the same for every
    system and at every run.
    """
    value = figure(total(tallies))
    if not tallies:
        return Figure(value, value, value)
    draw = random.Random(SEED)
    values = sorted(figure(total(draw.choices(tallies, k=len(tallies)))) for _ in range(RESAMPLES))
    tail = round(RESAMPLES * (1 - LEVEL) / 2)
    return Figure(value, values[tail], values[-1 - tail])


def with_interval(tallies: Sequence[Tally], figure: Callable[[Tally], float]) -> str:
    """A figure with its interval in brackets."""
    found = interval(tallies, figure)
    return f"{found.value:.3f} ({found.low:.3f}–{found.high:.3f})"


def precision_recall_f1(tallies: Sequence[Tally]) -> list[str]:
    """The three figures with their intervals, as cells of a table."""
    measures: tuple[Callable[[Tally], float], ...] = (
        lambda tally: tally.precision,
        lambda tally: tally.recall,
        lambda tally: tally.f1,
    )
    return [with_interval(tallies, measure) for measure in measures]


def share(part: int, whole: int) -> str:
    """A share in percent with the count."""
    return f"{part} ({100 * part / whole:.1f} %)" if whole else "0"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table, the first column of words, the others of figures."""
    lines = [_row(head), _row(["---", *["--:"] * (len(head) - 1)])]
    return "\n".join([*lines, *map(_row, rows)]) + "\n"


def _row(cells: Sequence[object]) -> str:
    """One row."""
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"
