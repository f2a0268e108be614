"""Decisions teach weights: what was accepted rises in unseen texts, what was rejected falls."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import geo
from geo.cli import cli
from geo.decisions import Decisions
from geo.errors import InputError
from geo.events import read_weights, shipped_weights, using_weights
from geo.learning import LearningRow, rows_of
from geo.learning.fitting import fit, odds_of
from geo.learning.judging import learn
from geo.models import Extraction
from tests.learning.made import HEAD, write_decisions, write_mills

BIAS = shipped_weights().first[""]
_UNSEEN = (
    "A hospital in Sukchon County, South Phyongan Province, is near completion and has opened its doors."
)
UNSEEN = f"{HEAD}{_UNSEEN}\n"


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten articles on mills; that they are completed is accepted, that they are being built is rejected."""
    folder = tmp_path_factory.mktemp("taught")
    write_mills(folder / "articles")
    (folder / "unseen.txt").write_text(UNSEEN, encoding="utf-8")
    said = {"completed": "accept", "under_construction": "reject"}
    write_decisions(folder / "articles", said, folder / "decisions.csv")
    return folder


@pytest.fixture(scope="module", autouse=True)
def _shipped_articles_read_once() -> Iterator[None]:
    """Each run reads those that come with factorymap, and finds the same."""
    kept: list[tuple[LearningRow, ...]] = []

    def rows(found: Iterable[Extraction], decisions: Decisions | None) -> tuple[LearningRow, ...]:
        if decisions is not None:
            return rows_of(found, decisions)
        if not kept:
            kept.append(rows_of(found, None))
        return kept[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("geo.learning.rows_of", rows)
        yield


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments])


@pytest.fixture(scope="module")
def learned(taught: Path) -> Result:
    return run("learn", taught / "decisions.csv", taught / "articles", "-o", taught / "weights.csv")


def confidences(file: Path, weights: Path | None = None) -> dict[str, float]:
    return {one.stage: one.confidence for one in geo.build(file, weights=weights).events}


def test_what_was_accepted_rises_in_an_unseen_text_and_what_was_rejected_falls(
    taught: Path, learned: Result
) -> None:
    assert learned.exit_code == 0, learned.output
    before = confidences(taught / "unseen.txt")
    after = confidences(taught / "unseen.txt", taught / "weights.csv")
    assert after["completed"] > before["completed"] + 0.01
    assert after["under_construction"] < before["under_construction"] - 0.1


def test_the_other_way_round_teaches_the_opposite(taught: Path, tmp_path: Path) -> None:
    decisions = write_decisions(
        taught / "articles", {"completed": "reject", "under_construction": "accept"}, tmp_path / "d.csv"
    )
    assert run("learn", decisions, taught / "articles", "-o", tmp_path / "w.csv").exit_code == 0
    before = confidences(taught / "unseen.txt")
    after = confidences(taught / "unseen.txt", tmp_path / "w.csv")
    assert (
        after["completed"] < before["completed"]
        and after["under_construction"] > before["under_construction"]
    )


def test_figures_are_told_before_and_after_with_a_warning_where_there_are_few(learned: Result) -> None:
    out = learned.stdout
    assert "20 decided events in 10 articles: 10 right, 10 wrong." in out
    assert "as shipped" in out and "as learned" in out and "recall at 0.6" in out
    loss = next(line for line in out.splitlines() if line.startswith("log loss")).split()
    assert float(loss[3]) < float(loss[2])
    assert "Warning: 20 decisions are few" in out
    assert "It is used only where --weights names it." in learned.stderr


def test_what_nobody_has_decided_on_stays_nearly_as_it_is(taught: Path, learned: Result) -> None:
    """The shipped articles with the learned weights: hardly an event changes sides."""
    with using_weights(read_weights(taught / "weights.csv")):
        own = [one.status for one in geo.build().events]
    shipped = [one.status for one in geo.build().events]
    assert abs(own.count("stated") - shipped.count("stated")) <= 0.02 * len(shipped)


def test_without_the_option_no_byte_changes(taught: Path, learned: Result, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("build", taught / "unseen.txt", "-o", tmp_path / name).exit_code == 0
    files = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    assert b'"weights"' not in files["run.json"]


def test_a_build_says_whose_weights_decided(taught: Path, learned: Result, tmp_path: Path) -> None:
    ended = run("build", taught / "unseen.txt", "--weights", taught / "weights.csv", "-o", tmp_path)
    assert ended.exit_code == 0, ended.output
    digest = read_weights(taught / "weights.csv").digest
    assert f"({digest}) decide, not those that ship" in ended.stderr
    record = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert record["options"]["weights"] == f"{taught / 'weights.csv'} {digest}"
    assert "learned from an analyst" in (tmp_path / "map.html").read_text(encoding="utf-8")
    assert run("build", taught / "unseen.txt", "-o", tmp_path / "plain").exit_code == 0, "and only that one"
    assert '"weights"' not in (tmp_path / "plain" / "run.json").read_text(encoding="utf-8")


def test_the_file_is_the_same_again(taught: Path, learned: Result, tmp_path: Path) -> None:
    assert (
        run("learn", taught / "decisions.csv", taught / "articles", "-o", tmp_path / "w.csv").exit_code == 0
    )
    assert (tmp_path / "w.csv").read_bytes() == (taught / "weights.csv").read_bytes()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "no decision is on an event that these articles tell"),
        ({"completed": "accept"}, "all 10 decided events are right, and none is wrong"),
        ({"completed": "reject"}, "all 10 decided events are wrong, and none is right"),
    ],
)
def test_nothing_to_learn_is_told_in_one_line(
    said: dict[str, str], told: str, taught: Path, tmp_path: Path
) -> None:
    decisions = write_decisions(taught / "articles", said, tmp_path / "some.csv")
    ended = run("learn", decisions, taught / "articles", "-o", tmp_path / "w.csv")
    assert ended.exit_code == 1 and told in ended.stderr and "Nothing is written." in ended.stderr
    assert not (tmp_path / "w.csv").exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("step,feature", "step,name", "is no table of weights"),
        (f"1,,{BIAS},", "1,,heavy,", "row 2: it is not a step, a feature and two numbers"),
        (f"1,,{BIAS},", "1,,nan,", "row 2: nan is no weight"),
        (f"1,,{BIAS},{BIAS}\n", "", "lacks rows that ship"),
        (f"1,,{BIAS},{BIAS}", f"1,,{BIAS},0.3", "is of another version of factorymap"),
        (f"1,,{BIAS},{BIAS}", f"1,,{BIAS},{BIAS}\n1,,{BIAS},{BIAS}", "stands there twice"),
    ],
)
def test_a_file_that_is_no_table_of_weights_is_refused(
    old: str, new: str, told: str, taught: Path, learned: Result, tmp_path: Path
) -> None:
    text = (taught / "weights.csv").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "w.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match="factorymap learn") as raised:
        read_weights(tmp_path / "w.csv")
    assert told in str(raised.value)
    ended = run("extract", taught / "unseen.txt", "--weights", tmp_path / "w.csv")
    assert ended.exit_code == 1 and told in ended.stderr


# ---- laws of the fit ---------------------------------------------------------------------------------------

BEFORE = {"": -0.5, "a": 1.0, "b": -1.0, "c": 0.3, "never seen": 2.0}
rows = st.lists(
    st.builds(
        LearningRow,
        st.sampled_from(("one", "two", "three")),
        st.dictionaries(st.sampled_from("abcx"), st.floats(-4, 4), max_size=3),
        st.sampled_from((0.0, 0.7)),
        st.sampled_from((True, False, None)),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60)
@given(rows, st.sampled_from((3.0, 30.0)))
def test_one_more_right_row_never_lowers_its_odds_and_one_more_wrong_row_never_raises_them(
    some: list[LearningRow], strength: float
) -> None:
    row = some[0]
    free = {name for one in some if one.is_right is not None for name in one.features}
    assume(free >= row.features.keys())  # a weight that had no part before lets other rows move back, too
    right, wrong = (LearningRow("new", row.features, row.start, verdict) for verdict in (True, False))
    odds = odds_of(row, fit(some, BEFORE, strength))
    assert odds_of(row, fit([*some, right], BEFORE, strength)) >= odds - 1e-6
    assert odds_of(row, fit([*some, wrong], BEFORE, strength)) <= odds + 1e-6


@settings(max_examples=60)
@given(rows)
def test_weights_stay_near_those_before_and_nearer_the_stronger_they_are_held(
    some: list[LearningRow],
) -> None:
    moved = []
    for strength in (1.0, 10.0, 100.0, 1e6):
        after = fit(some, BEFORE, strength)
        assert after.keys() == BEFORE.keys() and after["never seen"] == 2.0
        moved.append(math.dist(after.values(), BEFORE.values()))
    assert moved == sorted(moved, reverse=True) or max(moved) < 1e-6
    assert moved[-1] < 1e-3


@settings(max_examples=30)
@given(rows)
def test_where_nobody_has_decided_nothing_moves(some: list[LearningRow]) -> None:
    undecided = [LearningRow(row.document, row.features, row.start, None) for row in some]
    after = fit(undecided, BEFORE, 1.0)
    assert math.dist(after.values(), BEFORE.values()) < 1e-6


def test_noise_teaches_nothing() -> None:
    """Verdicts that hang on nothing that is weighed: by cross-validation no weights do better."""
    some = [LearningRow(str(n), {"a": 1.0}, 0.0, (n * 7) % 3 == 0) for n in range(30)]
    fair = {"": math.log(10 / 20) - 1.0, "a": 1.0}
    with pytest.raises(InputError, match="teach nothing that holds on those left out"):
        learn(some, fair)


def test_shipped_weights_decide_unless_others_are_named() -> None:
    assert shipped_weights().path == ""
