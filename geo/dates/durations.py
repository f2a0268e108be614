"""A date so long before or after another one: "ten months after", 나흘 만에."""

from __future__ import annotations

from geo.dates.calendars import add_months
from geo.dates.clock import reckon


def go_back(anchor: str, length: str) -> str | None:
    """
    The date that lies a duration before `anchor`: "10 months" before 2024-12-20 is 2024-02.

    `length` is the basis of a phrase of kind `duration`. "Less than 1 years" is taken as eleven months, known
    to the year: before January 2025 it is 2024. Longer bounds leave two years open and give None, as do days
    and weeks before an anchor that is no day.
    """
    if length == "less than 1 years" and len(anchor) >= 7:
        return add_months(int(anchor[:4]), int(anchor[5:7]), -11)[:4]
    return _shift(anchor, length, -1)


def go_on(anchor: str, length: str) -> str | None:
    """The date that lies a duration after `anchor`, in the unit that is counted; None for a bound."""
    return _shift(anchor, length, 1)


def _shift(anchor: str, length: str, sign: int) -> str | None:
    """The date a duration away: days give a day, weeks and months a month, years a year."""
    if length.startswith(("less than ", "more than ")):
        return None
    count, unit = length.split()
    number = sign * int(count)
    if unit == "years":
        return reckon(anchor, "year", number)
    if unit == "months":
        return reckon(anchor, "month", number)
    shifted = reckon(anchor, "day", number * (7 if unit == "weeks" else 1))
    return shifted[:7] if shifted and unit == "weeks" else shifted
