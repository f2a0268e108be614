"""One file that is written whole or not at all."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from geo.text.cleaning import whole
from geo.text.filelocks import lock_file


def write_atomically(path: str | os.PathLike[str], content: str | bytes) -> Path:
    """
    Write a file so that at any moment, a kill included, the old or the new one is there whole.

    The folder is made if need be. Text is written as UTF-8; half surrogates become U+FFFD.
    What a killed run has left of the same file is taken away. Who may read and write a file stays as it was.
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    remove_parts(target)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with named_on_failure(target):
            with part.open("wb") as file:
                lock_file(file.fileno())  # so that nobody takes it for one of a killed run
                with suppress(OSError):  # where there is no older file, or modes mean nothing
                    part.chmod(stat.S_IMODE(target.stat().st_mode))
                _write_through(file, content)
                if sys.platform != "win32":
                    part.replace(target)
            if sys.platform == "win32":  # where an open file cannot be renamed
                part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def write_synced(path: Path, content: str | bytes) -> None:
    """Write a file through to the disk."""
    with path.open("wb") as file:
        _write_through(file, content)


def _write_through(file: BinaryIO, content: str | bytes) -> None:
    file.write(whole(content).encode("utf-8") if isinstance(content, str) else content)
    file.flush()
    os.fsync(file.fileno())


def remove_parts(target: Path) -> None:
    """Take away what killed runs have left of a file under the names that `write_atomically` gives."""
    left = re.compile(rf"\.{re.escape(target.name)}\.\d+\.part")
    try:
        beside = [entry.name for entry in os.scandir(target.parent) if entry.name.startswith(".")]
    except OSError:
        return
    for name in filter(left.fullmatch, beside):
        part = target.with_name(name)
        with suppress(OSError):
            number = os.open(part, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            try:
                dead = lock_file(number)
            finally:
                os.close(number)
            if dead:
                part.unlink()


@contextmanager
def named_on_failure(path: Path) -> Iterator[None]:
    """An error of the system names a path, which those of a full disk do not."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
