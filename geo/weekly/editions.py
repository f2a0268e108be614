"""Editions: a folder for the day of each round; one counts as whole once it has its week.json."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from geo.text import decode, read_records

FOLDER = "editions"
RECORD = "week.json"
"""Written last."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def edition_folder(day: str) -> Path:
    """Where the edition of a day lies, relative to the folder of the rounds."""
    return Path(FOLDER, day)


def last_edition(before: str) -> str:
    """The newest whole edition before a day; empty if there is none."""
    place = Path(FOLDER)
    days = [one.name for one in place.iterdir() if _DAY.fullmatch(one.name)] if place.is_dir() else []
    return max((day for day in days if day < before and (place / day / RECORD).is_file()), default="")


def review_keys(edition: str) -> frozenset[str]:
    """The keys of what an edition has for review; none if there is no such edition."""
    file = edition_folder(edition) / "review.csv" if edition else None
    return frozenset(_keys(file)) if file is not None and file.is_file() else frozenset()


def _keys(file: Path) -> Iterator[str]:
    _, rows = read_records(decode(file.read_bytes())[0])
    yield from (row.get("key", "") for row in rows)
