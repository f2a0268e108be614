"""
Logistic regression drawn back to weights that are there already (a Gaussian prior around them).

The weights `w` are those that make

    sum over rows of log(1 + exp(z)) - t z  +  strength / 2 · |w - before|²,    z = start + x·w

least, with t = 1 for a row that is right, 0 for one that is wrong, and for one that nobody has decided on the
probability that the weights before give it: so what was not decided on holds the weights where they are. The
function is strictly convex, so there is one answer, which Newton's method finds. A feature that no decided
row has keeps its weight. One more row that is right never lowers the odds of that row, if its features had a
part before, and the larger the strength, the less anything moves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.learning.lessons import LearningRow

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROUNDS, CLOSE = 100, 1e-9


def fit(rows: Sequence[LearningRow], before: Mapping[str, float], strength: float) -> dict[str, float]:
    """The weights of `before` as the rows move them; the intercept has the empty name."""
    decided = [row for row in rows if row.is_right is not None]
    names = sorted({"", *(name for row in decided for name in row.features)} & before.keys())
    table, begin = matrix(rows, names), np.array([odds_of(row, before) for row in rows])
    open_ = np.array([row.is_right is None for row in rows], dtype=bool)
    aims = np.where(open_, _sure(begin), np.array([bool(row.is_right) for row in rows], dtype=float))
    moved = np.zeros(len(names))
    for _ in range(ROUNDS):
        step = _step(table, aims, begin, moved, strength)
        size, here = 1.0, _cost(table, aims, begin, moved, strength)
        while size > CLOSE and _cost(table, aims, begin, moved + size * step, strength) > here:
            size /= 2
        moved = moved + size * step
        if float(np.abs(size * step).max(initial=0.0)) < CLOSE:
            break
    return {**before, **{name: before[name] + float(by) for name, by in zip(names, moved, strict=True)}}


def odds_of(row: LearningRow, weights: Mapping[str, float]) -> float:
    """The log odds that weights give a row."""
    known = (weights.get(name, 0.0) * value for name, value in row.features.items())
    return row.start + weights.get("", 0.0) + sum(known)


def matrix(rows: Sequence[LearningRow], names: Sequence[str]) -> NDArray[Any]:
    """Values of the named features, a row each; that of the intercept is 1."""
    return np.array(
        [[1.0 if not name else row.features.get(name, 0.0) for name in names] for row in rows]
    ).reshape(len(rows), len(names))


def _sure(odds: Any) -> Any:
    """Probability of log odds."""
    return np.exp(-np.logaddexp(0.0, -odds))


def _cost(
    table: NDArray[Any], aims: NDArray[Any], begin: NDArray[Any], moved: NDArray[Any], strength: float
) -> float:
    odds = begin + table @ moved
    return float((np.logaddexp(0.0, odds) - aims * odds).sum() + strength / 2 * moved @ moved)


def _step(
    table: NDArray[Any], aims: NDArray[Any], begin: NDArray[Any], moved: NDArray[Any], strength: float
) -> NDArray[Any]:
    """Newton's step."""
    sure = _sure(begin + table @ moved)
    slope = strength * moved + table.T @ (sure - aims)
    curve = (table.T * (sure * (1 - sure))) @ table + strength * np.eye(len(moved))
    return np.asarray(np.linalg.solve(curve, -slope))
