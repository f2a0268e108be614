"""Reports of one event are put together before the line between stated and possible is drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import InputError, build, make_map
from geo.models import STATED_FROM, EventStatus, Report, Ruling
from geo.projects import checked_line, with_status
from geo.projects.spans import compatible
from geo.projects.stating import combined, moments_of, same_events
from tests.possible import FACTORIES, article, claim, collected, sample
from tests.records import KUSONG, SONGCHON, report

FAIR = STATED_FROM - 0.1
"""The confidence of a reading that is possible by itself, and stated where another one says the same."""
CONFIDENCES = st.lists(st.floats(0, 1), max_size=8)
DATES = st.one_of(
    st.dates().map(lambda day: day.isoformat()[:10]),
    st.builds("2024-{:02}-{:02}".format, st.integers(1, 12), st.integers(1, 28)),
    st.builds("202{}-{:02}".format, st.integers(3, 5), st.integers(1, 12)),
    st.sampled_from(["2024", "2025", "", "soon"]),
)


def reading(
    confidence: float, page: str, date: str | None = "2025-01", *, pcode: str = SONGCHON, copy_of: str = ""
) -> Report:
    """A report of a completion as a reader with the usual line gives it."""
    made = report(pcode, FACTORIES, "completed", date, page=page, confidence=confidence)
    status: EventStatus = "stated" if confidence >= STATED_FROM else "possible"
    return replace(made, event=replace(made.event, status=status), copy_of=copy_of)


READINGS = st.lists(
    st.builds(
        reading,
        st.sampled_from([0.1, 0.15, 0.3, 0.45, 0.5, 0.6, 0.75, 0.9, 1.0]),
        st.sampled_from("abcdef"),
        st.sampled_from([None, "2024", "2025-01", "2025-01-05", "2025-01-07", "2025-06-01"]),
        pcode=st.sampled_from([SONGCHON, KUSONG]),
        copy_of=st.sampled_from(["", "", "a", "z"]),
    ),
    max_size=12,
)


def statuses(*reports: Report, line: float = STATED_FROM) -> list[str]:
    return [one.event.status for one in with_status(reports, line)]


@given(CONFIDENCES, st.floats(0, 1))
def test_a_further_reading_never_makes_an_event_less_sure(known: list[float], further: float) -> None:
    assert combined([*known, further]) >= combined(known) - 1e-6
    assert combined([*known, further]) >= further - 1e-6
    assert 0 <= combined(known) <= 1


@given(CONFIDENCES)
def test_the_order_of_readings_does_not_matter(known: list[float]) -> None:
    assert combined(known) == combined(reversed(known))


@given(st.floats(0, 0.99), st.integers(1, 2000))
def test_many_readings_count_no_more_than_the_surest_of_them_twice(confidence: float, number: int) -> None:
    assert combined([confidence] * number) <= 1 - (1 - confidence) ** 2 + 1e-6


def test_one_reading_is_as_sure_as_it_is() -> None:
    assert [combined([sure]) for sure in (0.0, 0.1, 0.6, 0.97, 1.0)] == [0.0, 0.1, 0.6, 0.97, 1.0]


def test_a_crowd_of_weak_readings_stays_possible_and_two_fair_ones_are_stated() -> None:
    weak = [reading(0.15, f"page-{number}") for number in range(500)]
    assert set(statuses(*weak)) == {"possible"}
    assert statuses(reading(FAIR, "a")) == ["possible"]
    assert statuses(reading(FAIR, "a"), reading(FAIR, "b")) == ["stated", "stated"]


def test_copies_and_readings_of_one_page_count_once() -> None:
    assert statuses(reading(FAIR, "a"), reading(FAIR, "b", copy_of="a")) == ["possible"] * 2
    assert statuses(reading(FAIR, "b", copy_of="a"), reading(FAIR, "c", copy_of="a")) == ["possible"] * 2
    assert statuses(reading(FAIR, "a"), reading(FAIR - 0.05, "a", "2025-01-09")) == ["possible"] * 2


def test_what_is_only_possible_gives_a_stated_event_no_finer_day() -> None:
    stated, possible = reading(0.95, "a", "2025-01"), reading(0.1, "b", "2025-01-05")
    assert statuses(stated, possible) == ["stated", "possible"]
    assert statuses(stated, reading(0.1, "b", "2025")) == ["stated", "stated"]
    assert statuses(reading(0.95, "a", "2025-01-30"), reading(0.1, "b", "2025-02")) == ["stated", "possible"]
    assert (
        statuses(stated, reading(FAIR, "b", "2025-01-05"), reading(FAIR, "c", "2025-01-05")) == ["stated"] * 3
    )


@pytest.mark.parametrize(
    "other",
    [
        reading(FAIR, "b", pcode=KUSONG),
        reading(FAIR, "b", "2024-06"),
        replace(reading(FAIR, "b"), event=replace(reading(FAIR, "b").event, facility="hospital")),
        replace(reading(FAIR, "b"), event=replace(reading(FAIR, "b").event, stage="operating")),
    ],
    ids=["place", "date", "facility", "stage"],
)
def test_another_event_lends_nothing(other: Report) -> None:
    assert statuses(reading(FAIR, "a"), other) == ["possible", "possible"]


def test_dates_go_together_where_they_can_mean_one_time_only() -> None:
    dates = ["2025-01-05", "2025-01-07", "2025-01-20", "2025-01", "2025", "2024-06", "2024", ""]
    assert moments_of(dates) == {
        "2025-01-05": "2025-01-05",
        "2025-01-07": "2025-01-05",
        "2025-01-20": "2025-01-20",
        "2025-01": "2025-01",  # of the 5th or the 20th
        "2025": "2025",
        "2024-06": "2024-06",
        "2024": "2024-06",
        "": "",
    }
    assert moments_of(["2025-03-01", "2025-02", ""])[""] == "2025-03-01"


@given(st.lists(DATES, max_size=12))
def test_days_that_go_together_are_compatible(dates: list[str]) -> None:
    moments = moments_of(dates)
    assert set(moments) == set(dates)
    assert moments == moments_of(reversed(dates))
    for one, other in permutations(moments, 2):
        if moments[one] == moments[other] and len(one) == 10 == len(moments[other]):
            assert compatible(one, moments[one])


@given(READINGS, st.randoms(use_true_random=False), st.sampled_from([0.0, 0.3, 0.6, 0.9, 1.0]))
def test_the_order_of_reports_does_not_matter(reports: list[Report], random: object, line: float) -> None:
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = sorted(with_status(reports, line), key=repr)
    assert found == sorted(with_status(shuffled, line), key=repr)


@given(READINGS)
def test_each_report_is_of_one_event_and_nothing_but_the_status_changes(reports: list[Report]) -> None:
    assert sorted(at for group in same_events(reports) for at in group) == list(range(len(reports)))
    for before, after in zip(reports, with_status(reports), strict=True):
        assert replace(after, event=replace(after.event, status=before.event.status)) == before


@given(READINGS)
def test_a_higher_line_states_less(reports: list[Report]) -> None:
    lines = (0.0, 0.3, 0.6, 0.61, 0.9, 1.0)
    stated = [[status == "stated" for status in statuses(*reports, line=line)] for line in lines]
    for lower, higher in pairwise(stated):
        assert all(low or not high for low, high in zip(lower, higher, strict=True))
    assert all(stated[0])


@given(READINGS)
def test_what_is_sure_enough_by_itself_is_stated(reports: list[Report]) -> None:
    for one, status in zip(reports, statuses(*reports), strict=True):
        assert one.event.confidence < STATED_FROM or status == "stated"


def test_what_a_person_has_settled_is_stated_and_a_remark_settles_nothing() -> None:
    def ruled(decision: str) -> Report:
        return replace(reading(0.2, "a"), rulings=(Ruling(decision, "", "", "", ""),))

    assert [statuses(ruled(one), line=1)[0] for one in ("accept", "correct", "add")] == ["stated"] * 3
    assert [statuses(ruled(one))[0] for one in ("flag", "not_a_site", "alias")] == ["possible"] * 3


def test_the_line_of_the_reader_holds_up_to_there() -> None:
    """A reader may call stated what it gives a low confidence, such as an event in an ambiguous place."""
    one = reading(FAIR, "a")
    stated = replace(one, event=replace(one.event, status="stated"))
    lines = (0.3, STATED_FROM, STATED_FROM + 0.1)
    assert [statuses(stated, line=line)[0] for line in lines] == ["stated", "stated", "possible"]


@pytest.mark.parametrize("line", [-0.1, 1.01, float("nan"), "0.5", None, True])
def test_a_line_is_a_number_from_0_to_1(line: object) -> None:
    for use in (checked_line, lambda x: build([], stated_from=x), lambda x: make_map([], stated_from=x)):
        with pytest.raises(InputError, match="Write a number from 0 to 1") as caught:
            use(line)  # type: ignore[operator]
        assert "\n" not in str(caught.value)


def test_a_run_is_the_same_whatever_the_order_of_the_articles() -> None:
    one, other = collected(*sample()), collected(*reversed(sample()))
    assert (one.announcements, one.possible, one.loose_setbacks) == (
        other.announcements,
        other.possible,
        other.loose_setbacks,
    )


def test_only_what_is_stated_becomes_an_announcement() -> None:
    articles = [
        article("one", claim(SONGCHON, FACTORIES, "completed", "2025-01", FAIR)),
        article("two", claim(KUSONG, FACTORIES, "completed", "2025-01", 0.7)),
    ]
    run = collected(*articles)
    assert [one.pcode for one in run.announcements] == [KUSONG]
    assert [(one.event.pcode, one.event.status) for one in run.possible] == [(SONGCHON, "possible")]
    assert [event.status for event in run.events] == ["possible", "stated"]
    higher, lower = collected(*articles, stated_from=0.9), collected(*articles, stated_from=0.3)
    assert ([*higher.announcements], len(higher.possible), higher.stated_from) == ([], 2, 0.9)
    assert {one.pcode for one in lower.announcements} == {KUSONG, SONGCHON}
    second = article(
        "three", claim(SONGCHON, FACTORIES, "completed", "2025-01-03", FAIR, words=["It is done."])
    )
    together = collected(*articles, second)
    assert together.possible == ()
    assert [one.n_sources for one in together.announcements if one.pcode == SONGCHON] == [2]
