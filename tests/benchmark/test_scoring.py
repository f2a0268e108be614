"""Events that are stated or possible, beside gold, counted by hand."""

from __future__ import annotations

import pytest

from benchmark.events.scoring import Answer, EventScore, SetScore, event_score
from benchmark.events.tables import line_table, reliability_table, set_row, share_of
from benchmark.figures import Tally
from benchmark.texts.annotated import Annotated, text_document
from geo.models import STATED_FROM, Event
from tests.records import GAZETTEER, KUSONG, SONGCHON, UNSAN_NORTH, UNSAN_SOUTH, report

GOLD = Annotated(
    text_document("x"),
    (),
    {
        (SONGCHON, "hospital", "completed"): ("2025-02-06",),
        (SONGCHON, "hospital", "inspection"): ("2024-08", "2024-11-19"),
        (KUSONG, "hospital", "groundbreaking"): (None,),
    },
)


def event(
    stage: str,
    confidence: float,
    date: str | None = None,
    pcode: str | None = SONGCHON,
    **more: tuple[str, ...],
) -> Event:
    """A found event of a hospital."""
    return report(pcode, "hospital", stage, date, confidence=confidence, **more).event  # type: ignore[arg-type]


FOUND = [
    event("inspection", 0.95, "2024-11-19"),
    event("completed", 0.72, "2025-02"),
    event("operating", 0.68),
    event("inspection", 0.45, "2024-08"),
    event("groundbreaking", 0.2, pcode=KUSONG),
    event("planned", 0.3),
]


def test_stated_and_reported() -> None:
    score = event_score(GOLD, FOUND, GAZETTEER)
    assert score.events == Tally(2, 4, 2, 3), "from the line on"
    assert score.above(0) == Tally(4, 4, 4, 6), "those that are possible, too"
    assert score.above(0.99) == Tally(0, 4, 0, 0)
    assert score.dates == Tally(1, 2, 1, 2), "a month is not the day"
    assert score.quiet is None


def test_a_visit_more_than_gold_has_is_a_wrong_one() -> None:
    answer = Answer(("2024-08",), ((0.9, "2024-08"), (0.7, "2024-08"), (0.4, None)))
    assert answer.judged == [(0.9, True), (0.7, False), (0.4, False)]
    assert answer.tally(0.5) == Tally(1, 1, 1, 2)
    assert answer.dates(0.5) == Tally(1, 1, 1, 1)


def test_a_possible_event_leaves_a_text_without_events_quiet() -> None:
    empty = Annotated(text_document("x"), (), {})
    assert event_score(empty, [event("completed", STATED_FROM - 0.01)], GAZETTEER).quiet
    assert event_score(empty, [event("completed", STATED_FROM)], GAZETTEER).quiet is False
    assert SetScore([event_score(empty, FOUND, GAZETTEER)]).made_up == 3


def test_a_place_left_open_is_neither_found_nor_missed_if_stated() -> None:
    gold = Annotated(text_document("x"), (), {(UNSAN_NORTH, "hospital", "completed"): (None,)})
    units = (UNSAN_NORTH, UNSAN_SOUTH)
    stated = event("completed", 0.8, pcode=None, candidates=units)
    assert event_score(gold, [stated], GAZETTEER).events == Tally()
    possible = event("completed", 0.3, pcode=None, candidates=units)
    assert event_score(gold, [possible], GAZETTEER).events == Tally(gold=1)
    empty = Annotated(text_document("x"), (), {})
    assert event_score(empty, [stated], GAZETTEER).quiet is False


def test_figures_of_a_set() -> None:
    score = SetScore([event_score(GOLD, FOUND, GAZETTEER)])
    assert [confidence for confidence, _ in score.judged] == [0.95, 0.72, 0.68, 0.45, 0.3, 0.2]
    assert score.sure == (1, 1)
    assert score.quiet == (0, 0)
    assert score.reported.recall == 1
    best, line = score.best
    assert best == pytest.approx(0.8), "everything: 4 of 6 are right, 4 of 4 found"
    assert line == 0.2


def test_the_best_line_takes_events_of_one_confidence_together() -> None:
    answers = (Answer((None,), ((0.5, None),)), Answer((), ((0.5, None),)), Answer((None,), ()))
    assert SetScore([EventScore(answers, False, True)]).best == (pytest.approx(0.5), 0.5)
    assert SetScore([]).best == (0.0, 1.0)


def test_bands_of_confidence() -> None:
    bands = SetScore([event_score(GOLD, FOUND, GAZETTEER)]).reliability
    told = {band.low: (band.right, band.count) for band in bands if band.count}
    assert told == {0.2: (1, 1), 0.3: (0, 1), 0.4: (1, 1), STATED_FROM: (0, 1), 0.7: (1, 1), 0.9: (1, 1)}
    assert bands[-1].said == pytest.approx(0.95)
    assert sum(band.count for band in bands) == len(FOUND), "none falls between two bands"


def test_tables_tell_shares_with_their_counts() -> None:
    score = SetScore([event_score(GOLD, FOUND, GAZETTEER)])
    assert share_of((3, 4)) == "0.75 of 4"
    assert share_of((0, 0)) == "–"
    row = set_row("ours", score)
    assert row[:2] == ["ours (1)", "4"]
    assert row[4:] == ["0.800", "1.000", "0.50 of 2", "0 of 0", "0", "1.00 of 1"]
    written = reliability_table({"ours": score})
    assert "| 0.9 – 1 | 0.95 | 1.00 of 1 |" in written
    assert "| 0.8 – 0.9 | – | – |" in written


def test_a_higher_line_states_less_and_is_more_often_right() -> None:
    written = line_table({"ours": SetScore([event_score(GOLD, FOUND, GAZETTEER)])})
    rows = {cells[1].strip(): cells[2:4] for row in written.splitlines() if (cells := row.split("|"))}
    assert [cell.strip() for cell in rows["0.9"]] == ["1.00", "0.25"]
    assert float(rows["0.3"][1]) > float(rows["0.9"][1])
    assert f"{STATED_FROM:g} (default)" in rows
