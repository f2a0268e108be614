"""Dates as readers are told them."""

from __future__ import annotations

import re

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def human_date(date: str) -> str:
    """A partial ISO date in words: "2024-02-28" is "28 February 2024", "2024-02" is "February 2024"."""
    parts = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", date)
    if not parts:
        return date
    year, month, day = parts.groups()
    return " ".join([*([str(int(day))] if day else []), *([MONTHS[int(month) - 1]] if month else []), year])
