"""review.csv: what needs eyes, under keys that last, ready to be filled."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from geo import pipeline
from geo.decisions.keys import KEY
from geo.decisions.reading import IGNORED, READERS, decisions_of
from geo.models import STATED_FROM
from geo.outputs.writing import render_outputs
from geo.review import review_of
from geo.review.records import COLUMNS, TO_FILL, Doubt
from tests.decided import (
    UNSAN,
)
from tests.missed import known_miss
from tests.possible import FACTORIES, HOSPITAL, article, claim, collected
from tests.records import HWANGJU, SONGCHON, UNSAN_SOUTH


def test_every_kind_of_doubt_is_listed_once_the_gravest_first(names: Path) -> None:
    doubts = review_of(pipeline.build(names))
    assert [(d.importance, d.kind) for d in doubts] == sorted(
        ((d.importance, d.kind) for d in doubts), key=lambda x: ("high", "medium", "low").index(x[0])
    )
    assert len({d.key for d in doubts}) == len(doubts)
    assert all(KEY.fullmatch(d.key) and d.doubt and d.suggestion for d in doubts)
    by_kind = {(d.kind, d.surface or d.document) for d in doubts}
    assert by_kind >= {
        ("place", "unsan"),
        ("place", "hwajin"),
        ("alias", "Songchun"),
        ("name", "Pakdong"),
        ("document", "hwajin"),
        ("date", "hwajin"),
    }
    (unsan,) = [d for d in doubts if d.document == "unsan"]
    assert unsan.candidates == ("KP0617 Unsan (North Phyongan)", "KP0720 Unsan (South Phyongan)")
    assert unsan.evidence[0].startswith("A groundbreaking ceremony for a hospital")
    (origin,) = [d for d in doubts if d.document == "songchun"]
    assert "nobody is named who says so" in origin.doubt


def test_a_reading_near_the_line_is_asked_for_and_a_sure_one_is_not() -> None:
    near = article("near", claim(SONGCHON, HOSPITAL, "completed", "2025-01-03", STATED_FROM + 0.05))
    sure = article("sure", claim(SONGCHON, FACTORIES, "completed", "2025-01-03", 0.9))
    (doubt,) = [d for d in review_of(collected(near, sure)) if d.kind == "confidence"]
    assert (doubt.importance, doubt.document) == ("high", "near")
    assert f"{STATED_FROM + 0.05:.2f}" in doubt.doubt


@known_miss("a guess at a spelling costs no confidence")
def test_a_guess_at_a_spelling_is_no_sure_reading(names: Path) -> None:
    assert ("confidence", "songchun") in {(d.kind, d.document) for d in review_of(pipeline.build(names))}


def test_keys_outlive_more_articles_and_other_names(names: Path, tmp_path: Path) -> None:
    before = {d.key for d in review_of(pipeline.build(names))}
    for path in names.iterdir():
        target = tmp_path / "deeper" / f"0-{path.name}"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    more = UNSAN.replace("Unsan", "Kosan").replace("news.example/unsan", "news.example/kosan")
    (tmp_path / "a.txt").write_text(more, encoding="utf-8")
    after = {d.key for d in review_of(pipeline.build(tmp_path))}
    assert before == {key for key in after if key in before}


def test_a_conflict_keeps_its_key_until_another_date_is_told(tmp_path: Path) -> None:
    text = (
        "TITLE: x\nDATE: 2025-03-20\nSOURCE: Paper {}\nURL: https://paper{}.example/x\n\n"
        "A hospital was inaugurated in Songchon County, South Phyongan Province, on March {}.\n"
    )

    def conflict(*days: int) -> Doubt:
        for day in days:
            (tmp_path / f"{day}.txt").write_text(text.format(day, day, day % 100), "utf-8")
        (found,) = [d for d in review_of(pipeline.build(tmp_path)) if d.kind == "conflict"]
        return found

    first = conflict(3, 12)
    assert "2025-03-03 (Paper 3) or 2025-03-12 (Paper 12)" in first.doubt
    assert first.suggestion.count("e-") == 2
    assert conflict(112).key == first.key, "another paper with the same day"
    assert conflict(18).key != first.key, "a third day is another conflict"


def test_rows_of_review_csv_are_a_decisions_file_once_they_are_filled(names: Path) -> None:
    text = render_outputs(pipeline.build(names))["review.csv"]
    assert set(COLUMNS) <= {*READERS, *IGNORED} and set(TO_FILL) <= set(READERS)
    untouched = decisions_of(text, "review.csv")
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    assert (untouched.rows, untouched.undecided) == ((), len(rows))
    for row in rows:
        if row["kind"] == "place":
            choice = row["candidates"].split(" | ")[-1] or "Hwangju"
            row |= {"decision": "correct", "new_place": choice, "reason": "known"}
        elif row["kind"] == "alias":
            row |= {"decision": "alias", "new_place": row["place"]}
        else:
            row |= {"decision": "accept"}
    out = StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    run = pipeline.build(names, decisions=decisions_of(out.getvalue(), "mine.csv"))
    assert run.decided and {outcome.status for outcome in run.decided.outcomes} == {"applied"}
    assert review_of(run) == ()
    assert all(one.pcode for one in run.announcements)
    assert {one.pcode for one in run.announcements} == {UNSAN_SOUTH, SONGCHON, HWANGJU}


def test_nothing_in_review_csv_runs_or_breaks_its_cell(tmp_path: Path) -> None:
    hostile = UNSAN.replace("A News Agency", "=cmd|' /C calc'!A0").replace(
        "Work on", "@SUM(1) <script>\u202e"
    )
    (tmp_path / "=1+1.txt").write_text(hostile.replace("a hospital", 'a "hospital"; =2'), encoding="utf-8")
    text = render_outputs(pipeline.build(tmp_path))["review.csv"]
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len({len(row) for row in rows}) == 1 and len(rows) > 1
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip().startswith(("=", "+", "-", "@")) and "\u202e" not in cell
