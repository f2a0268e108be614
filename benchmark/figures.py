"""Precision, recall, F1 and their bootstrap intervals, from counts kept article by article."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
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
