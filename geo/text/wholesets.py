"""
Files that belong together and appear as one set: at any moment all are old or all are new.

In the folder they go to, everything of ours that is not one of them lies in one hidden folder, `HIDDEN`:

    lock    held by whoever writes, with the number of the process and since when
    new/    files being written
    set/    the whole set; the rename of `new` to this name is the switch
    */.factorymap-gone  names of an older set that go with the switch, if there are any

A name may lie in folders of its own: `counties/KP0717/index.html`.

From the switch on the set counts: its files are moved to their places, and whoever comes next, the next
writer or a reader through `read_set`, finds in `set` what a killed process had not moved. Where the folder
holds nothing else, other programs see one switch, too: see `geo.text.exchanging`.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from geo.errors import InputError
from geo.text.exchanging import HIDDEN, bring_back, exchange_with_twin, files_under, make_twin, remove_empty
from geo.text.filelocks import lock_file
from geo.text.regularfiles import read_if_there
from geo.text.wholefiles import named_on_failure, remove_parts, write_synced

_GONE = f"{HIDDEN}-gone"
"""File in a set: the names that go, as JSON."""
_TRIES = 100
_held: set[tuple[Path, int]] = set()
"""Folders that threads of this process hold."""


def write_files(
    files: Mapping[str, str | bytes], folder: str | os.PathLike[str], *, gone: Iterable[str] = ()
) -> tuple[Path, ...]:
    """
    Write files (name -> content) into a folder as one set, and return them in the order given.

    The folder is made if need be; `gone` are files of an older set that are no longer part of it. Text is
    written as UTF-8; half surrogates become U+FFFD.
    A disk that is full leaves all old files as they were.

    Raises
    ------
    InputError
        If another process is writing there, or a folder stands where a file is to go.
    OSError
        If the folder cannot be written to.
    """
    with sole_writer(folder, files):
        real = Path(os.path.realpath(folder))
        new = real / HIDDEN / "new"
        for name in files:
            remove_parts(real / name)
        with named_on_failure(Path(folder)):
            new.mkdir()
        left = sorted(set(gone) - set(files))
        for name, content in {**files, **({_GONE: json.dumps(left)} if left else {})}.items():
            with named_on_failure(Path(folder, name)):
                (new / name).parent.mkdir(parents=True, exist_ok=True)
                write_synced(new / name, content)
        for place, _, _ in os.walk(new):
            sync_folder(Path(place))
        twin = make_twin(real, list(files), left, new, real / HIDDEN / "lock")
        with named_on_failure(Path(folder)):
            new.rename(real / HIDDEN / "set")  # the switch
        sync_folder(real / HIDDEN)
        if twin:
            exchange_with_twin(real)
        _finish(real)
    return tuple(Path(folder, name) for name in files)


@contextmanager
def sole_writer(folder: str | os.PathLike[str], names: Iterable[str] = ()) -> Iterator[None]:
    """
    Hold a folder, so that no other process writes a set there; what a killed one has begun is ended first.

    The folder is made if need be, and removed again if nothing was written. `names` are the files that will
    be written. May be nested.

    Raises
    ------
    InputError
        If another process holds it, or a folder stands where a file is to go.
    OSError
        If the folder cannot be written to.
    """
    for path in (Path(folder, name) for name in names):
        if path.is_dir():
            raise InputError(f"'{path}' is a folder where a file is to go. Choose another output folder.")
        for place in path.parents[: len(path.parts) - len(Path(folder).parts) - 1]:
            if place.is_symlink() or (place.exists() and not place.is_dir()):
                raise InputError(
                    f"'{place}' is a file or a link where a folder is to go. Choose another output folder."
                )
    real, thread = Path(os.path.realpath(folder)), threading.get_ident()
    if (real, thread) in _held:
        yield
        return
    missing = [one for one in (real, *real.parents) if not os.path.lexists(one)]
    try:
        number = _take(real, Path(folder))
        _held.add((real, thread))
        try:
            _finish(real)
            yield
        finally:
            _held.discard((real, thread))
            with suppress(OSError):
                _finish(real)
            _leave(real, number)
    finally:
        for one in missing:
            with suppress(OSError):
                one.rmdir()


LARGEST = 1_000_000_000
"""Bytes of a file of a set."""


def read_set(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The files of a set that are there, all of one run; what is not there is left out."""
    names = tuple(names)
    for _ in range(_TRIES):
        before = [_stamp(folder, name) for name in names]
        contents = {name: content for name in names if (content := _content(folder, name)) is not None}
        if before == [_stamp(folder, name) for name in names]:
            return contents
    raise InputError(f"'{folder}' is being written all the time. Try again when no build is running.")


def place_in_set(folder: Path, name: str) -> Path:
    """Where a file of a set lies: not moved yet, or at its place."""
    waiting = folder / HIDDEN / "set" / name
    return waiting if waiting.exists() else folder / name


def _content(folder: Path, name: str) -> bytes | None:
    """The content of a file of a set, which may be moved meanwhile; None if there is none."""
    if name in _gone(folder / HIDDEN / "set"):
        return None
    for path in (place_in_set(folder, name), folder / name):
        if (content := read_if_there(path, LARGEST)) is not None:
            return content
    return None


def _gone(whole: Path) -> list[str]:
    """Names that go with a set that has been switched to."""
    names: list[str] = json.loads((read_if_there(whole / _GONE, LARGEST) or b"[]").decode())
    return names


def _stamp(folder: Path, name: str) -> tuple[int, int, int]:
    """What tells one version of a file from another."""
    for path in (place_in_set(folder, name), folder / name):
        with suppress(FileNotFoundError):
            known = path.stat()
            return known.st_ino, known.st_size, known.st_mtime_ns
    return 0, 0, 0


def _take(real: Path, folder: Path) -> int:
    """The descriptor of the lock, held; InputError if another process has it."""
    lock = real / HIDDEN / "lock"
    if lock.parent.is_symlink():
        raise InputError(f"'{folder / HIDDEN}' is a link, not the folder of a build. Remove it.")
    for _ in range(_TRIES):
        with named_on_failure(folder):
            try:
                lock.parent.mkdir(parents=True, exist_ok=True)
                number = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
            except FileNotFoundError:  # whoever held it has tidied up in between
                continue
            except FileExistsError:  # the same, while the folder was made
                if os.path.lexists(lock.parent) and not lock.parent.is_dir():
                    raise
                continue
        if not lock_file(number):
            holder = os.read(number, 200).decode("utf-8", "replace").strip()
            os.close(number)
            raise InputError(
                f"'{folder}' is being written by {holder or 'another process'}. "
                "Wait until it has ended, or name another output folder."
            )
        if _is_at(number, lock):
            now = datetime.now().isoformat(" ", "seconds")
            os.ftruncate(number, 0)
            os.write(number, f"process {os.getpid()}, since {now}\n".encode())
            return number
        os.close(number)
    raise InputError(f"'{folder}' is written by many processes at once. Name a folder for each of them.")


def _is_at(number: int, path: Path) -> bool:
    """Whether an open file is still the one at a path."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(number), path.stat())
    return False


def _leave(real: Path, number: int) -> None:
    """Take the lock away, and the hidden folder if nothing is left to do in it."""
    if sys.platform == "win32":
        os.close(number)
    with suppress(OSError):
        (real / HIDDEN / "lock").unlink()
        (real / HIDDEN).rmdir()
    if sys.platform != "win32":
        os.close(number)


def _finish(real: Path) -> None:
    """End what was begun, by this or a killed process: move what was switched to, remove what was not."""
    bring_back(real, _settle)
    _settle(real)


def _settle(folder: Path) -> None:
    """Move the files of a whole set to their places, and remove those of one that never became whole."""
    whole, new = folder / HIDDEN / "set", folder / HIDDEN / "new"
    if whole.is_dir():
        for name in _gone(whole):
            with named_on_failure(folder / name):
                (folder / name).unlink(missing_ok=True)
            remove_empty(folder / name, folder)
        names = [name for name in files_under(whole) if name != _GONE]
        for name in names:
            with named_on_failure(folder / name):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (whole / name).replace(folder / name)
        for place in {folder, *((folder / name).parent for name in names)}:
            sync_folder(place)
        shutil.rmtree(whole)
    if new.is_dir():
        shutil.rmtree(new)


def sync_folder(folder: Path) -> None:
    """See that the names in a folder are on the disk, where the system can."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
