"""What is looked up among many is what comparing each with each finds."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from geo.models import Announcement
from geo.projects import merge_events
from geo.projects.neighbours import MOST
from geo.projects.slips import filed_under, looked_up_under
from geo.projects.spans import DateIndex, Time, TimeIndex, compatible
from tests.records import SONGCHON, report

DATES = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.builds("{}-{:02}-{:02}".format, st.integers(2023, 2026), st.integers(1, 3), st.integers(1, 28)),
    st.builds("{}-{:02}".format, st.integers(2023, 2026), st.integers(1, 3)),
    st.integers(2023, 2026).map(str),
    st.sampled_from(["", "2024-13", "soon", "0001-01-01", "9999-12-31"]),
)
DAYS = st.integers(0, 30)
SPANS = st.lists(st.tuples(DAYS, DAYS).map(sorted), max_size=12)


@given(st.lists(DATES, max_size=12), DATES)
def test_dates_are_found_that_can_mean_the_same(dates: list[str], asked: str) -> None:
    index = DateIndex()
    for number, date in enumerate(dates):
        index.add(date, number)
    assert index.compatible(asked) == {at for at, date in enumerate(dates) if compatible(asked, date)}


@given(SPANS, DAYS, DAYS)
def test_spans_are_found_that_meet(times: list[list[int]], one: int, other: int) -> None:
    first, last = sorted((one, other))
    numbered = sorted(Time(begin, number, end) for number, (begin, end) in enumerate(times))
    meeting = [span.number for span in numbered if span.first <= last and first <= span.last]
    spans = TimeIndex(numbered)
    assert spans.meeting(first, last) == meeting
    few = spans.few(first, last)
    assert len(few) == min(len(meeting), 2) and set(few) <= set(meeting)


CEREMONIES = st.lists(
    st.tuples(st.sampled_from(["groundbreaking", "completed", "planned"]), DATES), max_size=4
)
KNOWN = merge_events([report(SONGCHON, "hospital", "completed", "2024-12-20")])[0]


def same_but_year(one: Announcement, other: Announcement) -> bool:
    """The plain definition of a slip of the year."""
    for stage, day in one.stage_dates:
        for stage2, day2 in other.stage_dates:
            rest, rest2 = sorted((day[5:], day2[5:]), key=len)
            named = stage == stage2 and stage in ("groundbreaking", "completed")
            if named and rest and day[:4] != day2[:4] and rest2.startswith(rest):
                return True
    return False


@given(CEREMONIES, CEREMONIES)
def test_slips_of_the_year_are_found(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> None:
    asking, filed = (replace(KNOWN, stage_dates=tuple(those)) for those in (one, other))
    under = set(filed_under(filed))
    found = any(
        key == key2 and year != year2 for key, year in looked_up_under(asking) for key2, year2 in under
    )
    assert found == same_but_year(asking, filed)


def test_of_very_many_neighbours_the_first_are_told_and_the_rest_counted() -> None:
    years = range(1990, 1990 + MOST + 6)
    slips = [report(SONGCHON, "hospital", "groundbreaking", f"{year}-03-05") for year in years]
    announcements = merge_events(slips)
    assert len(announcements) == len(years)
    for one in announcements:
        assert one.conflict.count("groundbreaking ") == MOST and one.conflict.endswith("; and 5 more")


def test_of_a_neighbour_with_very_many_days_the_first_are_told_and_the_rest_counted() -> None:
    """What two projects of as many days tell of each other grows no longer than one can read."""
    told = [
        report(SONGCHON, "hospital", stage, f"{year}-{month:02d}-{day:02d}")
        for year in (1990, 2020)
        for month in range(1, 13)
        for day in range(1, 29)
        for stage in ("groundbreaking", "inspection")
    ]
    announcements = merge_events(told)
    assert len(announcements) > 1
    for one in announcements:
        days = one.conflict.count("groundbreaking ") + one.conflict.count("inspection ")
        assert days <= MOST * len(announcements) and " more)" in one.conflict
