"""How well weights do on articles that they were not learned from; which strength to take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import exp, log1p
from zlib import crc32

from geo.errors import InputError
from geo.learning.fitting import fit, odds_of
from geo.learning.lessons import LearningRow
from geo.models import STATED_FROM

FOLDS, INNER_FOLDS = 5, 3
STRENGTHS = (3.0, 30.0, 300.0)
"""How strongly weights are drawn back to those that ship; the best by cross-validation is taken."""
FEW = 30
"""Fewer decisions than this say little, and that is told."""
Weights = Mapping[str, float]
Odds = list[float]
Rows = Sequence[LearningRow]


@dataclass(frozen=True, slots=True)
class Figures:
    """How some weights do on decided events."""

    log_loss: float
    """Mean of the negative logarithm of the probability given to what is so; natural logarithm."""
    found: int
    """Right events at or above the line."""
    told: int
    """All events at or above the line."""
    right: int
    """All right events."""

    @property
    def precision(self) -> float | None:
        """None if nothing is above the line."""
        return self.found / self.told if self.told else None

    @property
    def recall(self) -> float | None:
        return self.found / self.right if self.right else None


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights of the second step, and what speaks for them."""

    weights: Mapping[str, float]
    strength: float
    rows: int
    """Decided events."""
    right: int
    documents: int
    """With decided events."""
    moved: int
    """Weights that are not as they ship."""
    undecided: int
    """Other claims."""
    raised: int
    lowered: int
    """Of these, how many come to stand above the line, or below it."""
    before: Figures
    after: Figures
    """Each article judged by weights learned from the others, the strength chosen without it, too."""


def learn(
    rows: Rows,
    before: Weights,
    *,
    beside: Rows = (),
    line: float = STATED_FROM,
) -> Learned:
    """
    Weights learned from decided events, near those of `before`.

    Parameters
    ----------
    rows
        Of the articles that were decided on.
    beside
        Of others, on which nobody has decided: what is read of them is to stay as it is.
    line
        Confidence from which an event is stated.

    Raises
    ------
    InputError
        If there are no decisions of both kinds, or on one article only, or if, by cross-validation, no
        weights do better than those of `before`.
    """
    decided, everything = _decided(rows), [*rows, *beside]
    _check(decided)
    shipped = figures(decided, [odds_of(row, before) for row in decided], line)
    unseen = _unseen(everything, FOLDS, lambda others: _chosen(others, before))
    learned, strength = figures(decided, unseen, line), _best(everything, before, FOLDS)
    documents = len({row.document for row in decided})
    if strength is None or learned.log_loss >= shipped.log_loss:
        raise InputError(
            f"{len(decided)} decisions on {documents} articles teach nothing that holds on those left out: "
            f"log loss {shipped.log_loss:.3f} as shipped, {learned.log_loss:.3f} as learned. Decide on more."
        )
    weights = fit(everything, before, strength)
    others = [row for row in everything if row.is_right is None]
    sides = [tuple(_probability(odds_of(row, some)) >= line for some in (before, weights)) for row in others]
    return Learned(
        weights=weights,
        strength=strength,
        rows=len(decided),
        right=sum(bool(row.is_right) for row in decided),
        documents=documents,
        moved=sum(abs(weights[name] - before[name]) >= 5e-5 for name in before),
        undecided=len(others),
        raised=sides.count((False, True)),
        lowered=sides.count((True, False)),
        before=shipped,
        after=learned,
    )


def _decided(rows: Rows) -> list[LearningRow]:
    return [row for row in rows if row.is_right is not None]


def _check(decided: Rows) -> None:
    """InputError unless there is something to learn from."""
    right = sum(bool(row.is_right) for row in decided)
    if not decided:
        raise InputError("no decision is on an event that these articles tell: there is nothing to learn.")
    if right in (0, len(decided)):
        kind, lacking = ("wrong", "right") if not right else ("right", "wrong")
        raise InputError(
            f"all {len(decided)} decided events are {kind}, and none is {lacking}: what tells them apart "
            "cannot be learned. Decide on some of the other kind."
        )
    if len({row.document for row in decided}) < 2:
        raise InputError("all decisions are on one article. Decide on events of others, too.")


def figures(rows: Rows, odds: Odds, line: float) -> Figures:
    """The figures of rows with these log odds."""
    lost = sum(_loss(row, one) for row, one in zip(rows, odds, strict=True))
    above = [row.is_right for row, one in zip(rows, odds, strict=True) if _probability(one) >= line]
    right = sum(bool(row.is_right) for row in rows)
    return Figures(lost / len(rows), sum(map(bool, above)), len(above), right)


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def _loss(row: LearningRow, odds: float) -> float:
    wrong = max(-30.0, min(30.0, -odds if row.is_right else odds))
    return log1p(exp(wrong))


def _unseen(rows: Rows, folds: int, learned: Callable[[Rows], Weights]) -> Odds:
    """The log odds of each decided row by weights learned from other documents."""
    ordered = sorted({row.document for row in _decided(rows)}, key=_mixed)
    fold_of = {document: at % folds for at, document in enumerate(ordered)}
    weights = [
        learned([row for row in rows if fold_of.get(row.document) != fold])
        for fold in range(min(folds, len(ordered)))
    ]
    return [odds_of(row, weights[fold_of[row.document]]) for row in _decided(rows)]


def _mixed(document: str) -> tuple[int, str]:
    """An order that neighbours in a folder do not share."""
    return crc32(document.encode("utf-8", "replace")), document


def _chosen(rows: Rows, before: Weights) -> Weights:
    """Weights by the strength that does best on rows left out; those of `before` if none does better."""
    strength = _best(rows, before, INNER_FOLDS)
    return before if strength is None else fit(rows, before, strength)


def _best(rows: Rows, before: Weights, folds: int) -> float | None:
    """The strength with the least loss on documents left out; None if the weights of `before` have less."""
    decided = _decided(rows)
    if len({row.document for row in decided}) < 2:
        return None
    least, best = sum(_loss(row, odds_of(row, before)) for row in decided), None
    for strength in reversed(STRENGTHS):
        odds = _unseen(rows, folds, partial(fit, before=before, strength=strength))
        lost = sum(_loss(row, one) for row, one in zip(decided, odds, strict=True))
        if lost < least - 1e-9:
            least, best = lost, strength
    return best


def learned_lines(learned: Learned, line: float = STATED_FROM) -> Iterator[str]:
    """What was learned, as a table for people."""
    yield (
        f"{learned.rows} decided events in {learned.documents} articles: {learned.right} right, "
        f"{learned.rows - learned.right} wrong."
    )
    yield ""
    yield f"{'on articles left out':<28}{'as shipped':>12}{'as learned':>12}"
    for name, *values in zip(
        ("log loss", f"precision at {line:g}", f"recall at {line:g}", f"right at {line:g} or more"),
        _told(learned.before),
        _told(learned.after),
        strict=True,
    ):
        yield f"{name:<28}{values[0]:>12}{values[1]:>12}"
    yield ""
    yield f"{learned.moved} weights moved; drawn back to those that ship with strength {learned.strength:g}."
    yield (
        f"Of {learned.undecided} claims that nobody has decided on, {learned.raised} rise above the line, "
        f"{learned.lowered} fall below it."
    )
    if learned.rows < FEW:
        yield f"Warning: {learned.rows} decisions are few; with less than {FEW} the figures say little."


def _told(figures: Figures) -> tuple[str, ...]:
    rates = _rate(figures.precision), _rate(figures.recall)
    return (f"{figures.log_loss:.3f}", *rates, f"{figures.found} of {figures.told}")


def _rate(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"
