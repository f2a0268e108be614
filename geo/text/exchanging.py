"""
One switch that every program sees, for a folder that holds nothing but one set.

A twin of the folder, made of hard links to the new files, takes the folder's place in one exchange of the
system; behind it the folder gets the new files, and a second exchange brings it back. So its path leads to
the old set or to the new one, at any moment and after any kill, and the folder stays the same one for those
who have it open, mounted or as their working directory. Where the system cannot do it, nothing is exchanged.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

HIDDEN = ".factorymap"
"""Folder inside an output folder for what is not finished; the twin's name ends with it, too."""
_MARK = "twin"
"""File in the hidden folder of a twin: the names of its files, as JSON."""
_EXCHANGE = 2
"""The flag of both systems: RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""
_AT_WORKING_DIRECTORY = -100


def make_twin(folder: Path, names: Sequence[str], gone: Sequence[str], new: Path, lock: Path) -> bool:
    """
    Make the twin, of the files in `new`; False if the folder holds others than these and those that are to
    be `gone`, or it cannot be made.
    """
    from shutil import copystat

    twin = _twin_of(folder)
    if not set(files_under(folder)) <= {*names, *gone}:
        return False
    try:
        twin.mkdir()
        (twin / HIDDEN).mkdir()
        (twin / HIDDEN / _MARK).write_text(json.dumps(list(names)), encoding="utf-8")
        os.link(lock, twin / HIDDEN / lock.name)
        for name in names:
            (twin / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(new / name, twin / name)
        copystat(folder, twin)
        own, other = twin.stat(), folder.stat()
    except OSError:
        return False
    return (own.st_uid, own.st_gid) == (other.st_uid, other.st_gid)


def exchange_with_twin(folder: Path) -> None:
    """Let the path of a folder lead to its twin, if the system can do it in one step."""
    with suppress(OSError):
        _exchange(folder, _twin_of(folder))


def bring_back(folder: Path, settle: Callable[[Path], None]) -> None:
    """
    End an exchange, also one of a process that was killed: the folder is at its path again, without a twin.

    `settle` puts the new files into the folder before it is brought back. What somebody has put into the
    twin meanwhile comes along.
    """
    twin = _twin_of(folder)
    if (folder / HIDDEN / _MARK).is_file():
        if twin.is_dir():
            settle(twin)
            _exchange(folder, twin)
        else:
            (folder / HIDDEN / _MARK).unlink()
    if twin.is_dir() and not twin.is_symlink():
        _remove(twin, folder)


def files_under(folder: Path) -> list[str]:
    """Names of all files in a folder and in those below, as `a/b.txt`; links are files, `HIDDEN` is none."""
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        if Path(place) == folder and HIDDEN in folders:
            folders.remove(HIDDEN)
        links = [name for name in folders if Path(place, name).is_symlink()]
        found += [Path(place, name).relative_to(folder).as_posix() for name in (*names, *links)]
    return sorted(found)


def remove_empty(path: Path, top: Path) -> None:
    """Remove the folders around a path, up to `top`, that hold nothing any more."""
    for place in path.relative_to(top).parents:
        if place.name:
            with suppress(OSError):
                (top / place).rmdir()


def _twin_of(folder: Path) -> Path:
    """Where the twin of a folder lies: beside it, since an exchange cannot leave a file system."""
    return folder.parent / f".{folder.name}{HIDDEN}"


def _remove(twin: Path, folder: Path) -> None:
    """Take a twin away, and nothing that is not ours."""
    mark = twin / HIDDEN / _MARK
    with suppress(OSError, ValueError):
        names = set(json.loads(mark.read_bytes()))
        for name in files_under(twin):
            if name in names:
                (twin / name).unlink()
            elif not os.path.lexists(folder / name):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (twin / name).rename(folder / name)
        for place, _, _ in os.walk(twin, topdown=False):
            if HIDDEN not in Path(place).relative_to(twin).parts[:1] and Path(place) != twin:
                with suppress(OSError):
                    Path(place).rmdir()
    for remove in ((twin / HIDDEN / "lock").unlink, mark.unlink, (twin / HIDDEN).rmdir, twin.rmdir):
        with suppress(OSError):
            remove()


def _exchange(one: Path, other: Path) -> None:
    """Two folders change their names in one step; OSError if the system cannot do that."""
    import ctypes

    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            ended = library.renameat2(
                _AT_WORKING_DIRECTORY, first, _AT_WORKING_DIRECTORY, second, ctypes.c_uint(_EXCHANGE)
            )
        elif sys.platform == "darwin":
            ended = library.renamex_np(first, second, ctypes.c_uint(_EXCHANGE))
        else:
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one))
    except (AttributeError, TypeError) as error:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one)) from error
    if ended != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one))
