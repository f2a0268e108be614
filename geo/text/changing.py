"""A file that several processes change in turn: who reads it to write it anew holds it meanwhile."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from geo.errors import InputError
from geo.text.filelocks import lock_file

PATIENCE_S = 10.0
_PAUSE_S = 0.005


@contextmanager
def sole_changer(path: Path) -> Iterator[None]:
    """
    Hold a file, there or not, so that no other process that asks for it changes it.

    A hidden file beside it is locked, and removed again; the lock of a killed process ends with it.

    Raises
    ------
    InputError
        If another process holds it for longer than `PATIENCE_S` seconds.
    OSError
        If nothing can be written beside it.
    """
    beside = path.with_name(f".{path.name}.lock")
    number = _take(beside, time.monotonic() + PATIENCE_S)
    if number is None:
        raise InputError(f"'{path}' is being changed by another process all the time. Try again.")
    try:
        yield
    finally:
        with suppress(OSError):  # where an open file cannot be removed
            beside.unlink()
        os.close(number)


def _take(beside: Path, until: float) -> int | None:
    """The open and locked file, which is the one that stands there; None if the time is up."""
    while True:
        number = os.open(beside, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        if lock_file(number) and _stands(beside, number):
            return number
        os.close(number)
        if time.monotonic() > until:
            return None
        time.sleep(_PAUSE_S)


def _stands(beside: Path, number: int) -> bool:
    """Whether nobody has removed the file between opening and locking it."""
    try:
        return os.path.samestat(beside.stat(), os.fstat(number))
    except FileNotFoundError:
        return False
