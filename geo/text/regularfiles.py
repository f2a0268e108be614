"""Files that are read whole: regular ones, no devices, pipes or sockets, and only as large as is wanted."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from geo.errors import InputError


def read_regular(path: str | os.PathLike[str], most_bytes: int, *, advice: str = "Check the path.") -> bytes:
    """
    The content of a regular file, links followed.

    Raises
    ------
    InputError
        If there is no such file, if it is a folder, device, pipe or socket, or larger than `most_bytes`; the
        message ends with `advice` where there is none.
    """
    try:
        return _read(Path(path), most_bytes)
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(f"'{os.fspath(path)}': there is no such file. {advice}") from None


def read_if_there(path: Path, most_bytes: int) -> bytes | None:
    """As `read_regular`; None where there is no such file, or a folder of that name."""
    if path.is_dir():
        return None
    try:
        return _read(path, most_bytes)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _read(path: Path, most_bytes: int) -> bytes:
    """The content of a regular file; FileNotFoundError also for one that goes away, or a name of no file."""
    name = os.fspath(path)
    try:
        mode = path.stat().st_mode
    except ValueError:  # a NUL or half a surrogate in the path
        raise FileNotFoundError(name) from None
    _check_regular(mode, name)
    with path.open("rb") as opened:
        _check_regular(os.fstat(opened.fileno()).st_mode, name)
        content = opened.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise InputError(
            f"'{name}' is larger than {most_bytes // 1_000_000} MB, the most that is read. Make it smaller."
        )
    return content


def _check_regular(mode: int, name: str) -> None:
    """InputError for what only has the name of a file."""
    if stat.S_ISDIR(mode):
        raise InputError(f"'{name}' is a folder. Name a file in it.")
    if not stat.S_ISREG(mode):
        raise InputError(
            f"'{name}' is a device, a pipe or a socket. Save its content in a file and name that."
        )
