"""Parameters that mean several values, which a plain string would be taken for letter by letter."""

from __future__ import annotations

from os import PathLike, fspath
from typing import TypeVar

from geo.errors import InputError

T = TypeVar("T")


def several(values: T, name: str) -> T:
    """The values as they are; InputError where one string, bytes or path stands in their place."""
    if isinstance(values, (str, bytes, PathLike)):
        shown = repr(values if isinstance(values, (str, bytes)) else fspath(values))
        shown = shown if len(shown) <= 60 else f"{shown[:60]}..."
        raise InputError(f"{name} means several, but {shown} is one. Write it as [{shown}].")
    return values
