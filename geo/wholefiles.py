"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def write_atomically(path: str | os.PathLike[str], content: str | bytes) -> Path:
    """
    Write a file so that at any moment, a kill included, the old or the new one is there whole.

    The folder is made if need be. Text is written as UTF-8; what UTF-8 cannot hold becomes a question mark.
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def write_files(files: Mapping[str, str | bytes], folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write files (name -> content) into a folder, each whole or not at all, in the order given."""
    return tuple(write_atomically(Path(folder) / name, content) for name, content in files.items())
