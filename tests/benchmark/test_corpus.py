"""Made articles with known answers: the program finds just those, whatever the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import geo
from benchmark.__main__ import main as run
from benchmark.speed.corpus import answers_beside, make
from benchmark.speed.scale import build_of, growth_table

SUFFIXES = (".jsonl", ".jsonl.gz", ".jsonl.zst", ".csv", "")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_build_states_the_known_answers_and_no_other(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"corpus{suffix}"
    known = make(120, file, seed=4, share=0.5)
    announcements = geo.build([file]).announcements
    told = {(one.pcode, one.facility, stage, day) for one in announcements for stage, day in one.stage_dates}
    stated = {(one["pcode"], one["facility"], one["stage"], one["day"]) for one in known["stated"]}
    assert len(stated) > 10
    assert told == stated


def test_the_same_number_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    one, other, third = (tmp_path / f"{name}.jsonl.gz" for name in ("one", "other", "third"))
    for file, seed in ((one, 1), (other, 1), (third, 2)):
        assert run(["corpus", "50", str(file), "--seed", str(seed)]) is None
    assert one.read_bytes() == other.read_bytes() != third.read_bytes()
    known = json.loads(answers_beside(one).read_text("utf-8"))
    assert known["articles"] == 50


def test_a_suffix_that_it_cannot_write_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["corpus", "5", str(tmp_path / "corpus.docx")]) == 2
    assert "name a .jsonl" in capsys.readouterr().err


def test_a_build_is_held_against_the_known_answers(tmp_path: Path) -> None:
    known = make(40, tmp_path / "corpus.jsonl", seed=6, share=1.0)
    build = build_of(tmp_path / "corpus.jsonl", known, 1, tmp_path / "maps")
    assert (build.right, build.wrong) == (len(known["stated"]), 0) != (0, 0)
    assert build.cost.peak_mib > 20
    known["stated"] = [{**known["stated"][0], "day": "1999-01-01"}]
    again = build_of(tmp_path / "corpus.jsonl", known, 1, tmp_path / "maps")
    assert (again.right, again.wrong) == (0, build.right)
    assert "| 40 articles, 1 process |" in growth_table([build])
