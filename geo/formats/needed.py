"""Libraries that only some formats need, which the extra `formats` brings."""

from __future__ import annotations

from importlib.util import find_spec

from geo.errors import InputError


def needed(module: str, format: str) -> None:
    """InputError if a library that a format is written with is not installed."""
    if find_spec(module) is None:
        raise InputError(f"{format} needs the library {module}: pip install 'factorymap[formats]'.")
