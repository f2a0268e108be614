"""The list of date phrases: its form, and how many factorymap reads right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmark.dates.phrases import (
    FIELDS,
    Answer,
    Phrase,
    ask_all,
    by_rules,
    date_events,
    find_problems,
    read_phrases,
    share_right,
)
from benchmark.dates.report import dates_part, main
from geo.errors import InputError

GOOD = Phrase("e1", "en", "2025-02-14", "Opened last month.", "last month", "2025-01", "month", "", "a month")


@pytest.fixture(scope="module")
def phrases() -> list[Phrase]:
    return read_phrases()


def test_list_has_many_different_phrases_in_both_languages(phrases: list[Phrase]) -> None:
    for language in ("en", "ko"):
        assert len({one.phrase for one in phrases if one.language == language}) >= 80
    assert {one.precision for one in phrases} == {"day", "month", "year", "none"}
    assert sum(not one.published for one in phrases) >= 20


def test_phrases_are_read_right_and_never_as_a_day_to_come(phrases: list[Phrase]) -> None:
    answers = ask_all(phrases, by_rules)
    wrong = [f"{one.phrase.id} {one.phrase.phrase}: {one.date}" for one in answers if one.verdict != "right"]
    assert share_right(answers) >= 0.97, wrong
    assert [one.phrase.id for one in answers if one.is_future] == []


def test_events_of_the_whole_program_are_never_of_a_day_to_come(phrases: list[Phrase]) -> None:
    events = date_events(phrases)
    assert share_right(events) >= 0.85, [one.phrase.id for one in events if one.verdict != "right"]
    assert [one.phrase.id for one in events if one.is_future] == []


PROBLEMS = [
    (replace(GOOD, language="de"), "en nor ko"),
    (replace(GOOD, phrase="last year"), "phrase once"),
    (replace(GOOD, sentence="Opened last month, last month."), "phrase once"),
    (replace(GOOD, answer="2025-02-30", precision="day"), "no ISO day"),
    (replace(GOOD, answer="January"), "no ISO day"),
    (replace(GOOD, precision="day"), "another precision"),
    (replace(GOOD, answer="2025-03"), "after publication"),
    (replace(GOOD, published="2025-02"), "day of publication"),
    (replace(GOOD, why=""), "reason"),
]


@pytest.mark.parametrize(("phrase", "problem"), PROBLEMS)
def test_a_line_of_another_form_is_told(phrase: Phrase, problem: str) -> None:
    assert find_problems([GOOD]) == []
    assert any(problem in found for found in find_problems([phrase]))


def test_a_second_line_of_an_id_or_reason_is_told() -> None:
    assert len(find_problems([GOOD, GOOD])) == 2


def test_a_list_that_cannot_be_read_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("\t".join(FIELDS) + "\ne1\ten\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"list\.tsv:2: 2 fields"):
        read_phrases(path)
    assert main([str(path)]) == 1
    assert "list.tsv:2" in capsys.readouterr().err


def test_verdicts() -> None:
    assert [Answer(GOOD, said).verdict for said in ("2025-01", "2025-01-01", "")] == [
        "right",
        "wrong",
        "missing",
    ]
    assert [Answer(GOOD, said).is_future for said in ("2025-02-14", "2025-02-15", "2025")] == [
        False,
        True,
        False,
    ]


def test_report_tells_every_phrase_that_is_not_right() -> None:
    wrong = replace(GOOD, answer="2024", precision="year", phrase="Opened last month")
    part = dates_part([GOOD, wrong], peers=False)
    assert "1 (50.0 %)" in part
    assert "| e1 | phrase | Opened last month | 2025-02-14 | 2024 | 2025-01 | a month |" in part
