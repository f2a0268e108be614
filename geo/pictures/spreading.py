"""Signs that would lie on each other, moved apart by as little as needed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geo.pictures.boxes import Point

ROUNDS = 60


def spread(points: Sequence[Point], apart: float) -> list[Point]:
    """
    The points with each pair at least so many millimetres apart, or nearly so in a crowd.

    Two that are too close give way in equal parts; what stands alone stays where it is.
    """
    placed = np.array(points, dtype=float).reshape(-1, 2)
    for _ in range(ROUNDS):
        ways = placed[:, None, :] - placed[None, :, :]
        lengths = np.hypot(ways[..., 0], ways[..., 1])
        np.fill_diagonal(lengths, np.inf)
        if not (lengths < apart - 1e-6).any():
            break
        placed += _steps(ways, lengths, apart)
    return [(float(x), float(y)) for x, y in placed]


def _steps(ways: np.ndarray, lengths: np.ndarray, apart: float) -> np.ndarray:
    """How far each point moves: half of what is lacking to each that is too close."""
    same = lengths < 1e-9
    order = np.sign(np.arange(len(ways))[:, None] - np.arange(len(ways))[None, :])
    directions = np.where(same[..., None], np.stack([order, np.zeros_like(order)], axis=-1), ways)
    lacking = np.where(lengths < apart, apart - lengths, 0.0) / 2
    return np.asarray((directions / np.where(same, 1.0, lengths)[..., None] * lacking[..., None]).sum(axis=1))
