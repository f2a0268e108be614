"""The days that a text names: phrases of English and Korean to partial ISO dates."""

from geo.dates.calendars import (
    DATELINE,
    JUCHE,
    MONTH,
    MONTHS,
    WEEKDAY,
    compiled,
    full_dates,
    iso_day,
    month_number,
    parse_day,
    year_of,
)
from geo.dates.clock import DatePhrase
from geo.dates.finding import find_dates
from geo.dates.reckoning import go_back
from geo.dates.short_years import CENTURY, Order, short_dates

__all__ = [
    "CENTURY",
    "DATELINE",
    "JUCHE",
    "MONTH",
    "MONTHS",
    "WEEKDAY",
    "DatePhrase",
    "Order",
    "compiled",
    "find_dates",
    "full_dates",
    "go_back",
    "iso_day",
    "month_number",
    "parse_day",
    "short_dates",
    "year_of",
]
