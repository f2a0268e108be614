"""Which files there are to read, in a fixed order, and how their documents are called."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from geo.articles.kinds import PACKED, SUFFIXES, has_tags_to_read
from geo.articles.refusals import UNREAD
from geo.text import HIDDEN

PAGES = tuple(suffix for suffix, kind in SUFFIXES.items() if kind == "page")
_KINDS = ", ".join(SUFFIXES)
_LOOKED_AT = 4096


class Input(NamedTuple):
    """A file to read, or a path that is not read."""

    path: str
    """As the user named it, or as it was found below a folder that the user named."""
    real: str
    """Where it lies, links followed."""
    refused: str = ""
    """Why it is not read; empty if it is."""
    missing: bool = False
    """Whether it is refused because it cannot be read at all."""


def name_parts(path: str) -> tuple[str, str]:
    """Stem and suffix, in lower case, of a file's name, without that of a packed file behind it."""
    stem, suffix = _parts(os.path.split(path)[1])
    return _parts(stem) if suffix in PACKED else (stem, suffix)


def _parts(name: str) -> tuple[str, str]:
    """What stands before the last full stop of a name, and from it on in lower case."""
    dot = name.rfind(".")
    return (name[:dot], name[dot:].lower()) if 0 < dot < len(name) - 1 else (name, "")


def list_inputs(paths: Iterable[str | os.PathLike[str]]) -> list[Input]:
    """
    Every file below some paths, sorted by path, each once however often it is named or linked.

    Folders are walked and links followed; a folder that was walked already is refused, so that loops end.
    """
    found: list[Input] = []
    walked: dict[str, Path] = {}
    for path in sorted({Path(path) for path in paths}, key=str):
        _list(path, found, walked, named=True)
    return _once(found)


def _list(path: Path, found: list[Input], walked: dict[str, Path], named: bool = False) -> None:
    """Add a file, or what is in a folder; what build and fetch keep for themselves is passed over."""
    if HIDDEN in path.name and path.name.startswith("."):
        return
    if path.name == "fetched.csv" and path.with_name(f".fetched{HIDDEN}").exists():
        return
    if path.name.startswith(".") and not named:
        _refuse(path, "a hidden file or folder is not read; name it to have it read", found)
    elif path.is_dir():
        _list_folder(path, found, walked)
    elif path.exists():
        _refuse(path, _refusal(path), found)
    else:
        reason = "a link to nothing" if path.is_symlink() else "no such file or folder; check the spelling"
        _refuse(path, reason, found, missing=True)


def _refuse(path: Path, reason: str, found: list[Input], missing: bool = False) -> None:
    """Add a path with the reason why it is not read, if there is one."""
    found.append(Input(str(path), os.path.realpath(path), reason, missing))


def _list_folder(path: Path, found: list[Input], walked: dict[str, Path]) -> None:
    """Add what is in a folder, unless it was walked before or belongs to a saved page."""
    real, page = os.path.realpath(path), _page_of(path)
    if real in walked:
        if walked[real] != path:
            _refuse(path, f"the same folder as {walked[real]}", found)
    elif page:
        _refuse(path, f"parts of the saved page {page}", found)
    else:
        walked[real] = path
        try:
            inside = sorted(path.iterdir())
        except OSError as error:
            _refuse(
                path, f"the folder cannot be opened ({error.strerror}); check its permissions", found, True
            )
            return
        if not inside:
            _refuse(path, "the folder is empty", found)
        for one in inside:
            _list(one, found, walked)


def _page_of(folder: Path) -> Path | None:
    """The saved page whose pictures and scripts a folder holds, as browsers name it."""
    for ending in ("_files", ".files", "_Dateien", "_archivos", "_fichiers"):
        if folder.name.endswith(ending):
            stem = folder.name.removesuffix(ending)
            pages = (folder.with_name(stem + suffix) for suffix in PAGES if stem)
            return next((page for page in pages if page.is_file()), None)
    return None


def _refusal(path: Path) -> str:
    """Why a file is not read; empty if it is."""
    suffix = name_parts(str(path))[1]
    if suffix in SUFFIXES or (not suffix and path.suffix.lower() in PACKED):
        return "" if path.is_file() else "it is no regular file"
    if suffix in UNREAD:
        return UNREAD[suffix]
    if path.is_file() and has_tags_to_read(_start(path)):
        return ""
    return f"unknown kind {suffix or 'without a suffix'}; save the article as one of {_KINDS}"


def _start(path: Path) -> bytes:
    """The first bytes of a file; none if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_LOOKED_AT)
    except OSError:
        return b""


def _once(found: list[Input]) -> list[Input]:
    """Refuse each file that was listed before under another name; drop it under the same."""
    first: dict[str, str] = {}
    listed = []
    for one in sorted(found, key=lambda one: one.path):
        if one.refused:
            listed.append(one)
        elif one.real not in first:
            first[one.real] = one.path
            listed.append(one)
        elif first[one.real] != one.path:
            listed.append(Input(one.path, one.real, f"the same file as {first[one.real]}"))
    return list(dict.fromkeys(listed))


def file_ids(inputs: Iterable[Input]) -> dict[str, str]:
    """
    Real path -> id of every file that is read: its name without suffix, and what tells two of them apart.

    Two of one name get their folders before it (`seoul/001`), two in one folder their suffix (`001.txt`).
    """
    reals = sorted({one.real for one in inputs if not one.refused})
    by_stem: dict[tuple[str, str], list[str]] = defaultdict(list)
    for real in reals:
        by_stem[os.path.split(real)[0], name_parts(real)[0]].append(real)
    names = {
        real: stem if len(group) == 1 else Path(real).name
        for (_, stem), group in by_stem.items()
        for real in group
    }
    return _with_folders(names)


def _with_folders(names: dict[str, str]) -> dict[str, str]:
    """Put folders before names that clash, one more at a time, until none does."""
    ids, depth = dict(names), 0
    while True:
        same: dict[str, list[str]] = defaultdict(list)
        for real, name in ids.items():
            same[name].append(real)
        clashing = [real for group in same.values() if len(group) > 1 for real in group]
        if not clashing:
            return ids
        depth += 1
        for real in clashing:
            folders = Path(real).parent.parts[-depth:]
            ids[real] = "/".join([*(folder.strip("/\\") for folder in folders), names[real]])
