"""Cells of somebody's table: dates in one meaning only, stages, facilities and columns in usual words."""

from __future__ import annotations

import datetime
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.models import ALL_STAGES, FACILITIES, SETBACKS
from geo.own_table.dates import EARLIEST, LATEST, read_date
from geo.own_table.words import facilities_of, known_words, role_of, stage_of

DAY = "2024-02-28"
DATES: list[tuple[object, str]] = [
    (DAY, DAY),
    ("2024-02", "2024-02"),
    ("2024", "2024"),
    (2024, "2024"),
    (2024.0, "2024"),  # a column of a DataFrame with empty cells
    (np.int64(2024), "2024"),
    (20240228, DAY),
    ("20240228", DAY),
    (datetime.datetime(2024, 2, 28, 9, 30), DAY),
    (datetime.date(2024, 2, 28), DAY),
    (pd.Timestamp("2024-02-28"), DAY),
    ("2024-02-28T00:00:00", DAY),
    ("2024-02-28 10:15", DAY),
    ("2024-02-28 오전 8:10:00", DAY),  # as a Korean spreadsheet writes it
    ("2024-02-28 오후 12:10", DAY),
    ("2024. 2. 28. 오전 8:10", DAY),
    ("2024년 2월 28일 오전 8시 10분", DAY),
    ("2024년 2월 28일 수요일", DAY),  # its long form
    ("2024-02-28 (수) 8:10", DAY),
    ("2024/2/28 8:10:00 AM", DAY),
    ("2024-02-28T08:10:00.000Z", DAY),
    ("28 Feb 2024", DAY),
    ("28 february 2024", DAY),
    ("Feb. 28, 2024", DAY),
    ("February 28th, 2024", DAY),
    ("28-Feb-2024", DAY),
    ("Wed, 28 Feb 2024", DAY),
    ("February 2024", "2024-02"),
    ("2024 Feb", "2024-02"),
    ("2024.2.28", DAY),
    ("2024. 2. 28.", DAY),
    ("2024/2/28", DAY),
    ("2024.02", "2024-02"),
    ("02/2024", "2024-02"),
    ("28/02/2024", DAY),  # there is no 28th month
    ("02/28/2024", DAY),
    ("28.2.2024", DAY),
    ("04/04/2024", "2024-04-04"),  # the same either way
    ("2024년 2월 28일", DAY),
    ("2024년 2월 28일(수)", DAY),
    ("2024년 2월", "2024-02"),
    ("2024년", "2024"),
    ("주체113(2024)년 2월 28일", DAY),
    ("２０２４－０２－２８", DAY),
    ("Q3 2025", "2025"),
    ("2025-Q3", "2025"),
    ("3Q 2025", "2025"),
    ("the third quarter of 2025", "2025"),
    ("2025년 3분기", "2025"),
    ("2025년 3/4분기", "2025"),
    ("H1 2025", "2025"),
    ("2025년 상반기", "2025"),
    ("spring 2025", "2025"),
    ("autumn of 2025", "2025"),
    ("2025년 봄", "2025"),
    ("late 2024", "2024"),
    ("2024년 말", "2024"),
    ("mid-March 2025", "2025-03"),
    ("2025년 3월 중순", "2025-03"),
    ("", ""),
    (None, ""),
    ("-", ""),
    ("unknown", ""),
    ("미상", ""),
]

REFUSED: list[tuple[object, str]] = [
    ("03/04/2024", "may be 2024-04-03 or 2024-03-04"),
    ("3.4.2024", "may be"),
    ("28.02.24", "two figures"),
    ("Feb-24", "two figures"),
    ("2024-02-30", "does not exist"),
    ("2023년 2월 29일", "does not exist"),
    ("31/31/2024", "does not exist"),
    ("2024-13", "does not exist"),
    ("2024.1", "lost a zero"),  # what a spreadsheet makes of 2024.10
    (2024.1, "lost a zero"),
    (45350, "bare number"),  # a day in the serial count of spreadsheets
    ("45350", "bare number"),
    ("winter 2024/25", "may lie in two years"),
    ("2024년 겨울", "may lie in two years"),
    ("Q5 2024", "not understood"),
    ("Q3 March 2024", "not understood"),
    ("2024년 13월 말", "does not exist"),
    ("spring", "not understood"),
    ("2024-02-28 or 29", "not understood"),
    ("yes", "not understood"),
    (True, "not understood"),
    ("2052-01-01", "the year 2052"),
    ("1024-02-28", "the year 1024"),
]


@pytest.mark.parametrize(("cell", "iso"), DATES, ids=str)
def test_a_date_is_read_as_precisely_as_it_is_written(cell: object, iso: str) -> None:
    assert read_date(cell) == iso


@pytest.mark.parametrize(("cell", "said"), REFUSED, ids=str)
def test_what_is_no_date_or_several_is_refused_with_the_reason(cell: object, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read_date(cell)


@given(st.dates(datetime.date(EARLIEST, 1, 1), datetime.date(LATEST, 12, 31)))
def test_every_day_is_read_in_every_unambiguous_form(day: datetime.date) -> None:
    forms = ("%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%Y년 %m월 %d일", "%Y%m%d")
    assert {read_date(day.strftime(form)) for form in forms} == {day.isoformat()}


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    try:
        assert re.fullmatch(r"|\d{4}(-\d\d(-\d\d)?)?", read_date(text))
    except ValueError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Groundbreaking", "groundbreaking"),
        ("ground-breaking ceremony", "groundbreaking"),
        ("착공식", "groundbreaking"),
        ("under construction", "under_construction"),
        ("건설중", "under_construction"),
        ("Completed", "completed"),
        ("inaugurated", "completed"),
        ("준공", "completed"),
        ("in operation", "operating"),
        ("가동 중", "operating"),
        ("planned", "planned"),
        ("계획", "planned"),
        ("현지지도", "inspection"),
        ("under_construction", "under_construction"),
        ("not completed", None),  # no word of it is taken out of its sentence
        ("to be completed in 2026", None),
        ("", None),
    ],
)
def test_stages_in_usual_words(text: str, stage: str | None) -> None:
    assert stage_of(text) == stage


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Regional-industry factories", ["regional_industry"]),
        ("지방공업공장", ["regional_industry"]),
        ("food, garment and daily-necessities factories", ["regional_industry"]),
        ("Hospital", ["hospital"]),
        ("county people's hospital", ["hospital"]),
        ("병원", ["hospital"]),
        ("종합봉사소", ["leisure_complex"]),
        ("grain storage", ["grain_facility"]),
        ("greenhouse", ["greenhouse_farm"]),
        ("Paper Mill", ["paper_mill"]),
        ("tile factory", ["other"]),
        ("hospital and leisure complex", ["hospital", "leisure_complex"]),
        ("airport", []),
        ("munitions factory", []),
    ],
)
def test_facilities_in_usual_words(text: str, groups: list[str]) -> None:
    assert sorted(facilities_of(text)) == sorted(groups)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("County", "place"),
        ("시·군", "place"),
        ("Place name", "place"),
        ("Province (today)", "province"),
        ("Facility type", "facility"),
        ("Status", "stage"),
        ("단계", "stage"),
        ("Date (YYYY-MM-DD)", "date"),
        ("groundbreaking_on", "groundbreaking"),
        ("착공일", "groundbreaking"),
        ("준공 / completed", "completed"),
        ("출처", "source"),
        ("URL", "url"),
        ("published_on", "published"),
        ("비고", "note"),
        ("Latitude", "lat"),
        ("경도", "lon"),
        ("Altitude", None),
        ("id", None),
    ],
)
def test_columns_in_usual_words(header: str, role: str | None) -> None:
    found = role_of(header)
    assert (found[0] if found else None) == role


def test_no_word_stands_for_two_things() -> None:
    assert set(known_words("stage").values()) == {*ALL_STAGES, *SETBACKS}
    assert set(known_words("facility").values()) == set(FACILITIES)
    rows = [line.split(",", 2) for line in _table().splitlines()[1:]]
    for kind in ("column", "stage", "facility", "origin"):
        words = [word for row in rows if row[0] == kind for word in row[2].split("|")]
        assert len(words) == len(set(words)), kind


def _table() -> str:
    from importlib import resources

    return (resources.files("geo") / "data" / "table_words.csv").read_text(encoding="utf-8")
