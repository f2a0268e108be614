"""The days that a text names: phrases of English and Korean to partial ISO dates."""

from geo.dates.calendars import (
    DATELINE,
    JUCHE,
    MONTH,
    WEEKDAY,
    compiled,
    full_dates,
    iso_day,
    month_number,
    year_of,
)
from geo.dates.clock import DatePhrase
from geo.dates.finding import find_dates
from geo.dates.reckoning import go_back

__all__ = [
    "DATELINE",
    "JUCHE",
    "MONTH",
    "WEEKDAY",
    "DatePhrase",
    "compiled",
    "find_dates",
    "full_dates",
    "go_back",
    "iso_day",
    "month_number",
    "year_of",
]
