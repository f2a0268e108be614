"""Days with years of two figures, and days found wherever they stand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dates import Order, full_dates, short_dates

SHORT: list[tuple[str, Order, tuple[str, ...], str]] = [
    ("24.12.21", "year", ("2024-12-21", "2021-12-24"), "the year first, the other reading behind"),
    ("21.12.24", "day", ("2024-12-21", "2021-12-24"), "the day first"),
    ("2/20/25", "day", ("2025-02-20",), "there is no 20th month"),
    ("12/5/25", "month", ("2025-12-05", "2025-05-12"), "the month first"),
    ("21-Dec-24", "day", ("2024-12-21",), "month in letters"),
    ("Dec 21, '24", "day", ("2024-12-21",), "an apostrophe for the century"),
    ("98.12.21", "year", ("1998-12-21",), "the last century"),
    ("Dec 21, 09:15", "day", (), "a time is no year"),
    ("1.24.12.21", "year", (), "a number of a version"),
    ("24.13.41", "year", (), "no such day"),
    ("May 20, 24 people came", "day", ("2024-05-20",), "a caller has to look around"),
]


@pytest.mark.parametrize(("text", "order", "days", "why"), SHORT)
def test_years_of_two_figures(text: str, order: Order, days: tuple[str, ...], why: str) -> None:
    assert next((found for _, _, found in short_dates(text, order)), ()) == days, why


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)),
    st.integers(0, 300),
    st.integers(0, 300),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%B %d, %Y", "%d %b %Y", "%Y년 %m월 %d일", "%Y年%m月%d日"]),
)
def test_a_day_is_found_wherever_it_stands(day: date, before: int, after: int, form: str) -> None:
    written = day.strftime(form)
    text = "가나 " * before + written + " 다라" * after
    found = [(text[start:end].strip(), iso) for start, end, iso in full_dates(text)]
    assert found == [(written, day.isoformat())]


def test_two_days_far_apart_and_close_together() -> None:
    text = "2024-12-21" + " " * 500 + "2024-12-22, 2024-12-23"
    assert [iso for _, _, iso in full_dates(text)] == ["2024-12-21", "2024-12-22", "2024-12-23"]
