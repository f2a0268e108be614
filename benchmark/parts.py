"""Parts of a page that can be written without the rest, each between two remarks that no reader sees."""

from __future__ import annotations

from pathlib import Path

from geo.errors import InputError


def marked(name: str, text: str) -> str:
    """A part between its remarks."""
    return f"{_head(name)}\n{text.strip()}\n{_foot(name)}\n"


def write_part(path: Path, name: str, text: str) -> None:
    """
    Put a part in the place of the one of the same name.

    Raises
    ------
    InputError
        If the page has none.
    """
    page = path.read_text(encoding="utf-8") if path.is_file() else ""
    before, head, rest = page.partition(_head(name))
    _, foot, after = rest.partition(_foot(name) + "\n")
    if not head or not foot:
        raise InputError(
            f"{path}: no part {name!r}, which begins with {_head(name)} and ends with {_foot(name)}."
        )
    path.write_text(before + marked(name, text) + after, encoding="utf-8")


def _head(name: str) -> str:
    return f"<!-- {name}: written by python -m benchmark {name} -->"


def _foot(name: str) -> str:
    return f"<!-- end of {name} -->"
