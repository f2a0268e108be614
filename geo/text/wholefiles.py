"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from geo.text.cleaning import whole


def write_atomically(path: str | os.PathLike[str], content: str | bytes) -> Path:
    """
    Write a file so that at any moment, a kill included, the old or the new one is there whole.

    The folder is made if need be. Text is written as UTF-8; half surrogates become U+FFFD.
    """
    target = Path(path)
    (written,) = write_files({target.name: content}, target.parent)
    return written


def write_files(files: Mapping[str, str | bytes], folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """
    Write files (name -> content) into a folder, each whole or not at all, in the order given.

    All of them are on the disk under other names before the first takes its place, so a disk that is full
    leaves all old ones, and only a kill between two renamings leaves some old and some new.
    """
    targets = {Path(folder) / name: content for name, content in files.items()}
    with ExitStack() as stack:
        parts = [stack.enter_context(_part(target, content)) for target, content in targets.items()]
        for part, target in zip(parts, targets, strict=True):
            part.replace(target)
    return tuple(targets)


@contextmanager
def _part(target: Path, content: str | bytes) -> Iterator[Path]:
    """The content on the disk beside its target; taken away at the end if it is still there."""
    data = whole(content).encode("utf-8") if isinstance(content, str) else content
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield part
    finally:
        part.unlink(missing_ok=True)
