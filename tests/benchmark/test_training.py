"""What decides on events is trained from the repository's own texts, the same way every time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmark.events.training import (
    FIRST,
    FOLDS,
    SECOND,
    WEIGHTS,
    Text,
    claims_by,
    fit,
    fit_first,
    judge,
    main,
    read_text,
    score,
    told,
    train,
    weights_file,
)
from benchmark.texts.annotated import CASES, Annotated, read_snippets, text_document
from geo.errors import InputError
from geo.events.decision import decide, load_weights
from tests.records import GAZETTEER, SONGCHON

OPENED = "Songchon County opened a new hospital on February 6, 2025."


def text(words: str, *events: tuple[str, str, str]) -> Text:
    """A text of a made-up set, with its events."""
    return read_text("some", Annotated(text_document(words), (), dict.fromkeys(events, (None,))), GAZETTEER)


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    cases = [*read_snippets("en", CASES)[:60], *read_snippets("ko", CASES)[:30]]
    return [read_text("cases", one, GAZETTEER) for one in cases]


def test_the_same_texts_give_the_same_bytes(texts: list[Text]) -> None:
    first, second, scores = train(texts)
    again = [read_text("cases", one.article, GAZETTEER) for one in texts]
    assert weights_file(first, second) == weights_file(*train(again)[:2])
    assert len(scores) == len(texts)
    assert "| all (90) | " in told(texts, scores)


def test_the_folds_divide_the_texts_whatever_others_there_are(texts: list[Text]) -> None:
    assert {one.fold() for one in texts} == set(range(FOLDS))
    assert texts[7].fold() == read_text("cases", texts[7].article, GAZETTEER).fold()


def test_the_shipped_weights_have_the_form_of_the_file() -> None:
    first, second = load_weights()
    assert WEIGHTS.read_text(encoding="utf-8") == weights_file(first, second)


def test_a_step_judges_as_the_program_does(texts: list[Text]) -> None:
    first, second = load_weights()
    for one in texts[:20]:
        ours = judge(one, claims_by(one, first), second)
        program = decide(one.reading, one.candidates)
        assert [claim.probability for claim in ours] == [claim.probability for claim in program]


def test_a_weight_goes_up_with_what_is_right_and_rare_features_are_left_out() -> None:
    rows = [{"good": 1.0}, {"bad": 1.0}] * FIRST.least_seen + [{"rare": 1.0}]
    weights = fit(rows, [True, False] * FIRST.least_seen + [True], FIRST)
    assert weights["good"] > 0 > weights["bad"]
    assert set(weights) == {"", "good", "bad"}
    assert "rare" in fit(rows, [True, False] * FIRST.least_seen + [True], SECOND)


def test_setbacks_teach_nothing() -> None:
    opened = text(OPENED)
    assert opened.candidates
    stopped = replace(opened, candidates=[replace(one, stage="stopped") for one in opened.candidates])
    plain = [text(OPENED, (SONGCHON, "hospital", "completed")), text(OPENED)] * 3
    assert fit_first([*plain, stopped]) == fit_first(plain)


def test_claims_are_scored_by_county_facility_and_stage() -> None:
    one = text(OPENED, (SONGCHON, "hospital", "completed"), (SONGCHON, "hospital", "planned"))
    claims = claims_by(one, load_weights()[0])
    for claim in claims:
        claim.probability = 0.7
    assert (SONGCHON, "hospital", "completed") in {(c.place, c.facility, c.stage) for c in claims}
    scored = score(one, claims).events
    assert (scored.hit, scored.gold, scored.found) == (1, 2, len(claims))
    for claim in claims:
        claim.probability = 0.05
    assert score(one, claims).events.found == 0, "not even possible"


def test_nothing_to_learn_is_told() -> None:
    with pytest.raises(InputError, match="nothing to learn"):
        fit([{"a": 1.0}], [True], FIRST)


def test_the_command_names_a_folder_without_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--also", str(tmp_path), "--output", str(tmp_path / "weights.csv")]) == 1
    assert "no gold/*.json" in capsys.readouterr().err
    assert not (tmp_path / "weights.csv").exists()
