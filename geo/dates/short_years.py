"""
Dates whose year has two figures: 24.12.21, 2/20/25, 21-Dec-24.

Figures alone may be read in several ways, so every possible day is handed out, the likeliest first: the year
comes first where East Asian languages are written, the day elsewhere, the month with a time in AM and PM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from geo.dates.calendars import ENGLISH, MONTH, compiled, iso_day, month_number

Order = Literal["year", "month", "day"]
"""What comes first."""

CENTURY = "'’‘`"
"""What stands for the figures of the century that are left out."""
_FIGURES = rf"(?<![\d./-])[{CENTURY}]?(\d{{1,2}})([./-])\s?(\d{{1,2}})\2\s?(\d{{2}})(?!\d|[./:-]\d)"
_HAS_FIGURES = r"\d(?<!\d\d\d)[./-]\s?\d{1,2}[./-]\s?\d\d(?!\d)"
_NAMED = (
    rf"(?P<day>\d(?<!\d\d)\d?)[- ](?P<name>{MONTH})[-’', ]{{1,2}}(?P<year>\d\d)(?![\d:])",
    rf"(?<!\w)(?P<name>{MONTH})[- ](?P<day>\d{{1,2}})[-’', ]{{1,3}}(?P<year>\d\d)(?![\d:.])",
)
_HAS_NAMED = (
    r"\d[- ][A-Z][A-Za-z]{2,8}\.?[-’', ]{1,2}\d\d(?![\d:])",
    r"\d(?<=[A-Za-z.][- ]\d|[- ]\d\d)[-’', ]{1,3}\d\d(?![\d:.])",
)
"""What each of them cannot do without, and is sooner found."""
_ANY = (
    r"\d(?:(?<!\d\d\d)[./-]\s?\d{1,2}[./-]\s?\d\d(?!\d)|[- ][A-Z][A-Za-z]{2,8}\.?[-’', ]{1,2}\d\d(?![\d:])"
    r"|[-’', ]{1,3}\d\d(?![\d:.]))"
)
"""What one of them at least cannot do without."""
_NAMES = tuple(short for name in ENGLISH for short in (name[:3], name[:3].upper()))
_ORDERS: dict[Order, tuple[str, ...]] = {
    "year": ("ymd", "dmy", "mdy"),
    "month": ("mdy", "dmy"),
    "day": ("dmy", "mdy", "ymd"),
}


def short_dates(text: str, order: Order) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Every date with a year of two figures, in order, as (start, end, possible ISO days)."""
    if not compiled(_ANY).search(text):
        return
    figures = compiled(_FIGURES).finditer(text) if compiled(_HAS_FIGURES).search(text) else ()
    hits = [(found, _of_figures(found, order)) for found in figures]
    named = [
        pattern
        for needed, pattern in zip(_HAS_NAMED, _NAMED, strict=True)
        if compiled(needed).search(text) and any(name in text for name in _NAMES)
    ]
    for pattern in named:
        for found in compiled(pattern).finditer(text):
            day = iso_day(_year(found["year"]), month_number(found["name"]), int(found["day"]))
            hits.append((found, (day,) if day else ()))
    last = 0
    for found, days in sorted(hits, key=lambda hit: hit[0].start()):
        if days and found.start() >= last:
            last = found.end()
            yield found.start(), found.end(), days


def _of_figures(found: re.Match[str], order: Order) -> tuple[str, ...]:
    """The days that three figures may mean."""
    parts = (found[1], found[3], found[4])
    days = []
    for letters in _ORDERS[order]:
        part = dict(zip(letters, parts, strict=True))
        if len(part["y"]) == 2 and (day := iso_day(_year(part["y"]), int(part["m"]), int(part["d"]))):
            days.append(day)
    return tuple(dict.fromkeys(days))


def _year(figures: str) -> int:
    """The year of two figures: this century's up to 49."""
    return int(figures) + (2000 if int(figures) < 50 else 1900)
