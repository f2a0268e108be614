"""Dates as readers are told them, alone because page, pictures and scripts agree on them."""

from __future__ import annotations

import re

from geo.view.messages import Language

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PARTIAL = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")


def human_date(date: str, language: Language = "en") -> str:
    """
    A partial ISO date in words; what is no date stays as it came.

    >>> human_date("2024-02-28"), human_date("2024-02"), human_date("2024-02-08", "ko")
    ('28 February 2024', 'February 2024', '2024년 2월 8일')
    """
    parts = _PARTIAL.fullmatch(date)
    if not parts:
        return date
    year, month, day = parts.groups()
    if language == "ko":
        units = zip((year, month, day), "년월일", strict=True)
        return " ".join(f"{int(number)}{unit}" for number, unit in units if number)
    return " ".join([*([str(int(day))] if day else []), *([MONTHS[int(month) - 1]] if month else []), year])
