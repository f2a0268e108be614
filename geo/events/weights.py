"""
The weights that decide: those that ship in data/weights.csv, or a user's own, learned by `factorymap learn`.

A user's file has every row of the shipped table with what it was learned beside (`shipped`), so that one that
belongs to another version is refused rather than half used. It decides only inside `using_weights`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from os import PathLike, fspath

from geo.errors import InputError
from geo.text import data_rows, decode, read_records, read_regular

Steps = tuple[dict[str, float], dict[str, float]]
COLUMNS = ("step", "feature", "weight", "shipped")
HEAVIEST = 50.0
"""No weight of a file is larger."""
LARGEST = 5_000_000
"""Bytes of a file."""
LEARN = "Learn it again: factorymap learn DECISIONS -o weights.csv."


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Weights of the two steps of `geo.events.decision` by feature."""

    first: Mapping[str, float]
    second: Mapping[str, float]
    path: str = ""
    """The file as the user named it; empty for those that ship."""
    digest: str = ""
    """Sixteen digits of the SHA-256 of its bytes."""


@cache
def shipped_weights() -> Weights:
    """The weights that ship."""
    steps: Steps = ({}, {})
    for row in data_rows("weights.csv"):
        steps[int(row["step"]) - 1][row["feature"]] = float(row["weight"])
    return Weights(*steps)


_own: ContextVar[Weights | None] = ContextVar("weights", default=None)


def weights_in_use() -> Weights:
    """The weights that decide now."""
    return _own.get() or shipped_weights()


def use_weights(weights: Weights | None) -> None:
    """Let these weights decide from now on."""
    _own.set(weights)


@contextmanager
def using_weights(weights: Weights | None) -> Iterator[None]:
    """Let these weights decide; None for those that ship."""
    token = _own.set(weights)
    try:
        yield
    finally:
        _own.reset(token)


def read_weights(file: str | PathLike[str]) -> Weights:
    """
    The weights of a user's file.

    Raises
    ------
    InputError
        If it cannot be read, is no such table, or was learned beside other weights than those that ship.
    """
    from hashlib import sha256

    name = fspath(file)
    try:
        content = read_regular(file, LARGEST, advice="Name a file that factorymap learn wrote.")
    except OSError as error:
        raise InputError(f"'{name}': {error.strerror}. Name a file that factorymap learn wrote.") from None
    try:
        columns, rows = read_records(decode(content)[0])
    except (ValueError, InputError) as error:
        raise InputError(f"'{name}' is no table of weights ({error}). {LEARN}") from None
    if tuple(columns) != COLUMNS:
        raise InputError(f"'{name}' is no table of weights, with {', '.join(COLUMNS)}. {LEARN}")
    steps: Steps = ({}, {})
    for number, row in enumerate(rows, start=2):
        fault = _read(row, steps)
        if fault:
            raise InputError(f"'{name}', row {number}: {fault}. {LEARN}")
    shipped = shipped_weights()
    if tuple(map(len, steps)) != (len(shipped.first), len(shipped.second)):
        raise InputError(f"'{name}' lacks rows that ship: it is of another version of factorymap. {LEARN}")
    return Weights(*steps, name, sha256(content).hexdigest()[:16])


def _read(row: Mapping[str, str], steps: Steps) -> str:
    """Put a row's weight among the others; what is wrong with it, or nothing."""
    try:
        step, weight, beside = int(row["step"]), float(row["weight"]), float(row["shipped"])
        shipped = {1: shipped_weights().first, 2: shipped_weights().second}[step]
    except (ValueError, KeyError):
        return "it is not a step, a feature and two numbers"
    feature = row["feature"]
    if not math.isfinite(weight) or abs(weight) > HEAVIEST:
        return f"{row['weight']} is no weight"
    if feature in steps[step - 1]:
        return f"{feature!r} stands there twice"
    if shipped.get(feature) != beside:
        return f"{feature!r} is not as it ships: it is of another version of factorymap"
    steps[step - 1][feature] = weight
    return ""
