"""What `factorymap diff` says of two builds: each kind of change, with the source that says so."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import geo
from geo.cli import cli
from geo.comparing import Change, Comparison, comparison_json, comparison_lines, diff
from geo.errors import InputError
from geo.models import Announcement, Extraction, Report, Ruling, Run
from geo.outputs import read_build
from geo.pipeline import collect
from geo.projects import merge_events
from tests import ROOT
from tests.decided import Archive, Row
from tests.possible import collected, sample
from tests.records import HWANGJU, KUSONG, SONGCHON, UNSAN_NORTH, UNSAN_SOUTH, report

DECEMBER, JANUARY = "2025-12-20", "2026-01-20"
FACTORIES = "regional_industry"


@pytest.fixture(scope="module")
def until(shipped: Archive) -> Callable[[str], Run]:
    """The build of the shipped articles that were published up to a day."""

    def chosen(day: str) -> Run:
        return collect(one for one in shipped.read if "" < _published(one) <= day)

    return chosen


@pytest.fixture(scope="module")
def month(until: Callable[[str], Run]) -> Comparison:
    """A month of articles."""
    return diff(until(DECEMBER), until(JANUARY))


def _published(extraction: Extraction) -> str:
    return extraction.findings[0].document.published_on or ""


def some(shipped: Archive, *numbers: str) -> Run:
    """The build of some shipped articles, by the numbers that their names begin with."""
    return collect(one for one in shipped.read if one.findings[0].document.id[:3] in numbers)


def run_of(*reports: Report) -> Run:
    """A run that read only these reports."""
    return Run((), (), (), (), (), merge_events(reports))


def only(comparison: Comparison, kind: str) -> Change:
    """The one change, which is of this kind."""
    (change,) = comparison.changes
    assert change.kind == kind
    return change


def kinds(comparison: Comparison) -> list[str]:
    return [change.kind for change in comparison.changes]


def differences(change: Change) -> list[tuple[str, str, str]]:
    return [(one.field, one.old, one.new) for one in change.differences]


def test_a_month_of_articles(month: Comparison) -> None:
    found = {kind: number for kind, number in month.counts.items() if number}
    assert found["new"] >= 3 and found["advanced"] >= 10
    assert "withdrawn" not in found
    advanced = {(one.pcode, one.facility): one for one in month.changes if one.kind == "advanced"}
    kilju = advanced["KP0211", FACTORIES]
    assert differences(kilju) == [("stage", "groundbreaking", "completed"), ("completed", "", "2025-12-23")]
    assert ("Korea Herald / Yonhap", "2025-12-24") in [(s.publisher, s.published_on) for s in kilju.sources]
    assert all(one.stage == "completed" and one.url.startswith("http") for one in kilju.sources)


def test_every_source_of_news_is_a_report_that_the_older_build_had_not(
    month: Comparison, until: Callable[[str], Run]
) -> None:
    for change in month.changes:
        assert change.sources, change
        if change.kind in ("new", "advanced", "sourced"):
            assert all((one.published_on or "") > DECEMBER for one in change.sources), change
    known = {r.url for one in until(DECEMBER).announcements for r in one.reports}
    news = [change for change in month.changes if change.kind == "new"]
    assert not known & {source.url for change in news for source in change.sources}


def test_nothing_changes_between_a_build_and_itself(until: Callable[[str], Run]) -> None:
    comparison = diff(until(JANUARY), until(JANUARY))
    assert not comparison and "Nothing changed." in list(comparison_lines(comparison))


def test_looking_back_everything_is_the_other_way_round(until: Callable[[str], Run]) -> None:
    back = diff(until(JANUARY), until(DECEMBER))
    assert back.counts["advanced"] == back.counts["new"] == 0
    assert {"withdrawn", "corrected"} <= set(kinds(back))
    assert all(change.gone for change in back.changes if change.kind == "withdrawn")
    sinpho = next(one for one in back.changes if (one.pcode, one.facility) == ("KP0301", FACTORIES))
    assert (sinpho.kind, sinpho.new_id) == ("withdrawn", None)
    kilju = next(one for one in back.changes if one.pcode == "KP0211")
    assert ("stage", "completed", "groundbreaking") in differences(kilju) and kilju.gone


def test_a_doubt_that_news_of_a_neighbour_throws_is_told_with_that_news() -> None:
    """What was visited in the county may be the mill, once that is known."""
    visit = report(UNSAN_SOUTH, FACTORIES, "inspection", "2025-12-03", page="a", published="2025-12-05")
    mill = report(UNSAN_SOUTH, "paper_mill", "completed", "2025-12-28", page="b", published="2025-12-29")
    there = diff(run_of(visit), run_of(visit, mill))
    (doubt,) = (one for one in there.changes if one.kind == "conflicting")
    assert (doubt.pcode, doubt.facility) == (UNSAN_SOUTH, FACTORIES)
    assert "paper mill" in doubt.differences[0].new
    assert {source.stage for source in doubt.sources} == {"completed"}, "the opening of the mill"
    back = diff(run_of(visit, mill), run_of(visit))
    assert sorted(kinds(back)) == ["settled", "withdrawn"], "looking back the doubt is settled"


def test_a_campaign_that_becomes_known_changes_the_id_and_nothing_is_withdrawn() -> None:
    """The page that tells of the hospital's construction gives no date; the ceremony's day comes later."""
    seen = report(KUSONG, "hospital", "under_construction", page="seen", published="2025-06-01")
    begun = report(KUSONG, "hospital", "groundbreaking", "2025-03-01", page="begun", published="2025-06-20")
    before, after = run_of(seen), run_of(seen, begun)
    assert [one.id for one in before.announcements] == ["KP0603-hospital-undated"]
    change = only(diff(before, after), "corrected")
    assert (change.old_id, change.new_id) == ("KP0603-hospital-undated", "KP0603-hospital-2025")
    assert differences(change) == [("campaign", "", "2025"), ("groundbreaking", "", "2025-03-01")]
    assert [source.url for source in change.sources] == ["https://example.org/begun"]


def test_hwangju_gets_its_campaign_from_a_second_article(shipped: Archive) -> None:
    """One shipped page has grain stores under construction, without a day; another their groundbreaking."""
    grain = [
        one.findings[0].document.id[:3]
        for one in shipped.read
        if any(e.pcode == HWANGJU and e.facility == "grain_facility" for e in one.findings[0].events)
    ]
    undated = next(n for n in grain if not _dated(some(shipped, n)))
    changes = diff(some(shipped, undated), some(shipped, *grain)).changes
    change = next(one for one in changes if (one.pcode, one.facility) == (HWANGJU, "grain_facility"))
    assert change.old_id == f"{HWANGJU}-grain_facility-undated"
    assert change.new_id == f"{HWANGJU}-grain_facility-2025"
    assert change.kind == "corrected" and ("campaign", "", "2025") in differences(change)


def _dated(run: Run) -> bool:
    here = [one for one in run.announcements if one.pcode == HWANGJU and one.facility == "grain_facility"]
    return any(day for one in here for _, day in one.stage_dates)


def test_a_campaign_that_becomes_known_with_progress_is_progress() -> None:
    planned = report(KUSONG, "hospital", "planned", page="plan", published="2025-01-01", policy=True)
    begun = report(KUSONG, "hospital", "groundbreaking", "2025-02-06", page="begun", published="2025-02-07")
    change = only(diff(run_of(planned), run_of(planned, begun)), "advanced")
    assert differences(change) == [
        ("stage", "planned", "groundbreaking"),
        ("campaign", "", "2025"),
        ("groundbreaking", "", "2025-02-06"),
    ]


def test_a_finer_date_is_a_correction() -> None:
    month = report(SONGCHON, FACTORIES, "groundbreaking", "2024-02", page="a", published="2024-03-01")
    day = report(SONGCHON, FACTORIES, "groundbreaking", "2024-02-28", page="b", published="2024-03-02")
    change = only(diff(run_of(month), run_of(month, day)), "corrected")
    assert differences(change) == [("groundbreaking", "2024-02", "2024-02-28")]
    assert [source.date for source in change.sources] == ["2024-02-28"]


def test_the_same_page_read_otherwise_is_a_correction_with_that_page() -> None:
    wrong = report(SONGCHON, FACTORIES, "completed", "2024-12-02", page="a", published="2024-12-21")
    right = report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="a", published="2024-12-21")
    change = only(diff(run_of(wrong), run_of(right)), "corrected")
    assert differences(change) == [("completed", "2024-12-02", "2024-12-20")]
    assert (change.sources[0].date, change.gone) == ("2024-12-20", False)


def test_a_place_that_was_ambiguous_is_settled_and_not_new() -> None:
    words = "Ground was broken in Unsan County on February 28."
    common: dict[str, Any] = {"page": "a", "published": "2025-03-01", "text": words}
    both = (UNSAN_NORTH, UNSAN_SOUTH)
    open_ = report(
        None, "paper_mill", "groundbreaking", "2025-02-28", candidates=both, name="Unsan", **common
    )
    settled = report(UNSAN_SOUTH, "paper_mill", "groundbreaking", "2025-02-28", **common)
    change = only(diff(run_of(open_), run_of(settled)), "corrected")
    assert differences(change) == [
        ("place", f"Unsan [{UNSAN_NORTH} or {UNSAN_SOUTH}]", f"Unsan [{UNSAN_SOUTH}]")
    ]


def test_of_several_places_in_one_sentence_only_the_one_read_otherwise_is_corrected() -> None:
    common: dict[str, Any] = {"page": "list", "published": "2025-03-01", "text": "In A, B and C, too."}

    def named(*pcodes: str) -> Run:
        return run_of(*(report(p, FACTORIES, "groundbreaking", "2025-02-28", **common) for p in pcodes))

    change = only(
        diff(named(SONGCHON, KUSONG, UNSAN_NORTH), named(SONGCHON, KUSONG, UNSAN_SOUTH)), "corrected"
    )
    assert differences(change) == [("place", f"Unsan [{UNSAN_NORTH}]", f"Unsan [{UNSAN_SOUTH}]")]
    two = diff(named(SONGCHON, UNSAN_NORTH), named(KUSONG, UNSAN_SOUTH))
    assert sorted(kinds(two)) == ["new", "new", "withdrawn", "withdrawn"], "which became which is not guessed"


def test_a_facility_that_is_read_otherwise_is_a_correction() -> None:
    common: dict[str, Any] = {"page": "a", "published": "2025-12-29", "text": "A factory was opened."}
    other = report(UNSAN_SOUTH, "other", "completed", "2025-12-28", **common)
    mill = report(UNSAN_SOUTH, "paper_mill", "completed", "2025-12-28", **common)
    change = only(diff(run_of(other), run_of(mill)), "corrected")
    assert differences(change) == [("facility", "other", "paper_mill")]


def test_reports_that_are_joined_to_another_project_are_not_withdrawn() -> None:
    """Without the groundbreaking, the undated page and the completion are two; with it, they are one."""
    loose = report(SONGCHON, FACTORIES, "under_construction", page="loose", published="2024-06-01")
    done = report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="done", published="2024-12-21")
    begun = report(SONGCHON, FACTORIES, "groundbreaking", "2024-02-28", page="begun", published="2024-02-29")
    early = replace(done, event=replace(done.event, date="2022-12-20"), document_id="early", url="")
    before = run_of(loose, early, begun, done)
    after = run_of(loose, begun, done)
    assert "withdrawn" in kinds(diff(before, after)), "the completion of 2022 has no page any more"
    one, two = before.announcements[0], after.announcements[0]
    half = replace(two, id="half", reports=two.reports[:1])
    rest = replace(two, id="rest", reports=two.reports[1:])
    assert one.pcode == two.pcode
    joined = _run_with(half, rest), _run_with(two)
    change = next(c for c in diff(*joined).changes if c.differences and c.differences[0].field == "project")
    assert (change.kind, differences(change)) == ("corrected", [("project", "half", two.id)])
    assert "withdrawn" not in kinds(diff(*joined)) and "new" not in kinds(diff(*reversed(joined)))


def test_an_open_place_that_is_settled_into_a_known_project_is_not_withdrawn() -> None:
    common: dict[str, Any] = {"page": "a", "published": "2025-12-29", "text": "The mill in Unsan was opened."}
    begun = report(UNSAN_SOUTH, "paper_mill", "groundbreaking", "2025-02-28", page="b")
    both = (UNSAN_NORTH, UNSAN_SOUTH)
    open_ = report(None, "paper_mill", "completed", "2025-12-28", candidates=both, name="Unsan", **common)
    settled = report(UNSAN_SOUTH, "paper_mill", "completed", "2025-12-28", **common)
    there = diff(run_of(begun, open_), run_of(begun, settled))
    assert kinds(there) == ["advanced", "corrected"]
    assert there.changes[1].old_id and there.changes[1].old_id.startswith("unresolved-KP0617+KP0720")
    back = diff(run_of(begun, settled), run_of(begun, open_))
    assert not {"new", "withdrawn"} & set(kinds(back))


def _run_with(*announcements: Announcement) -> Run:
    return Run((), (), (), (), (), announcements)


def test_a_second_page_that_says_the_same_is_only_a_source() -> None:
    one = report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="a", published="2024-12-21")
    two = report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="b", published="2024-12-22")
    change = only(diff(run_of(one), run_of(one, two)), "sourced")
    assert [source.url for source in change.sources] == ["https://example.org/b"]
    gone = only(diff(run_of(one, two), run_of(one)), "unsourced")
    assert gone.gone and [source.url for source in gone.sources] == ["https://example.org/b"]


def test_a_further_visit_is_no_correction() -> None:
    begun = report(SONGCHON, FACTORIES, "groundbreaking", "2024-02-28", page="a", published="2024-02-29")
    visit = report(SONGCHON, FACTORIES, "inspection", "2024-08-31", page="b", published="2024-09-01")
    change = only(diff(run_of(begun), run_of(begun, visit)), "sourced")
    assert differences(change) == [("inspection", "", "2024-08-31")]


def test_a_conflict_comes_and_goes_with_the_report_that_made_it() -> None:
    one = report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="a", published="2024-12-21")
    other = report(SONGCHON, FACTORIES, "completed", "2024-12-01", page="b", published="2024-12-22")
    came = diff(run_of(one), run_of(one, other))
    conflicting = next(change for change in came.changes if change.kind == "conflicting")
    assert "2024-12-01" in conflicting.differences[0].new
    assert [source.url for source in conflicting.sources] == ["https://example.org/b"]
    went = next(
        change for change in diff(run_of(one, other), run_of(one)).changes if change.kind == "settled"
    )
    assert went.gone and [source.url for source in went.sources] == ["https://example.org/b"]


# files and the command


@pytest.fixture(scope="module")
def folders(until: Callable[[str], Run], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two builds on disk."""
    folder = tmp_path_factory.mktemp("builds")
    for name, day in (("december", DECEMBER), ("january", JANUARY)):
        geo.write_outputs(until(day), folder / name)
    return folder / "december", folder / "january"


def told(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["diff", *map(str, arguments)])


def test_a_build_is_read_back_whole(folders: tuple[Path, Path], until: Callable[[str], Run]) -> None:
    points, table = (read_build(folders[1] / f"announcements.{kind}") for kind in ("geojson", "csv"))
    assert points.announcements == table.announcements and points.version == geo.__version__
    for one, written in zip(until(JANUARY).announcements, points.announcements, strict=True):
        ours = {"reports": (), "setbacks": (), "name": one.name, "confidence": one.confidence}
        assert replace(written, **ours) == replace(one, **ours), "setbacks are not compared"
        assert [(r.label, r.url, r.event.date) for r in written.reports] == [
            (r.label, r.url, r.event.date) for r in one.reports
        ]


def test_what_an_analyst_decided_is_read_back(tmp_path: Path) -> None:
    ruling = Ruling("correct", "typing error", "A. Nalyst", "2026-01-02", "completed 2024-12-02", ("date",))
    noted = report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="a", published="2024-12-21")
    evidence = replace(noted.event.evidence, end=0)
    decided = replace(noted, rulings=(ruling,), event=replace(noted.event, evidence=evidence))
    geo.write_outputs(run_of(decided), tmp_path)
    for kind in ("csv", "geojson"):
        (found,) = read_build(tmp_path / f"announcements.{kind}").announcements[0].reports
        assert (found.rulings, found.label) == ((ruling,), decided.label)


def test_the_command_says_the_same_from_folders_tables_and_layers(
    folders: tuple[Path, Path], month: Comparison
) -> None:
    december, january = folders
    first = told(december, january)
    assert first.exit_code == 0
    assert first.stdout.splitlines() == list(comparison_lines(month))
    mixed = told(december / "announcements.csv", january / "announcements.geojson")
    assert mixed.stdout == first.stdout


def test_the_json_has_the_documented_keys(folders: tuple[Path, Path], month: Comparison) -> None:
    record = json.loads(told("--json", *folders).stdout)
    assert list(record) == ["factorymap", "old", "new", "notes", "counts", "changes"]
    assert record["old"] == {
        "path": str(folders[0]),
        "version": geo.__version__,
        "announcements": month.old.announcements,
    }
    assert record["counts"] == month.counts
    for change in record["changes"]:
        assert list(change) == [
            *("kind", "pcode", "place", "province", "facility", "campaign", "stage", "dates", "old_id"),
            *("new_id", "differences", "sources", "gone"),
        ]
        for source in change["sources"]:
            assert list(source) == ["publisher", "published_on", "url", "stage", "date"]
    assert record["changes"] == json.loads(json.dumps(comparison_json(month)["changes"]))


def test_exit_codes(folders: tuple[Path, Path]) -> None:
    assert told(*folders).exit_code == 0
    assert told("--exit-code", *folders).exit_code == 3
    assert told("--exit-code", folders[0], folders[0]).exit_code == 0
    assert told(folders[0], "nowhere").exit_code == 2


def test_other_versions_and_options_are_told(folders: tuple[Path, Path], tmp_path: Path) -> None:
    shutil.copytree(folders[0], tmp_path / "old")
    record = json.loads((tmp_path / "old" / "run.json").read_text())
    record["factorymap"], record["options"]["until"] = "0.0.9", "2025"
    (tmp_path / "old" / "run.json").write_text(json.dumps(record))
    notes = diff(tmp_path / "old", folders[1]).notes
    assert any("0.0.9" in note for note in notes) and any("until was 2025" in note for note in notes)


def test_what_is_no_build_is_refused_in_one_line(folders: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    (tmp_path / "other.geojson").write_text('{"type": "FeatureCollection"}')
    (tmp_path / "binary.csv").write_bytes(b"\x89PNG\x00\x00")
    table = (folders[0] / "announcements.csv").read_text(encoding="utf-8")
    (tmp_path / "older.csv").write_text(
        table.replace(",attribution,reports", ",attribution,r"), encoding="utf-8"
    )
    (tmp_path / "damaged.csv").write_text(table.replace('""stage"":', '""sta'), encoding="utf-8")
    (tmp_path / "later.csv").write_text(table.replace(",hospital,", ",airport,"), encoding="utf-8")
    for name, said in (
        ("empty", "holds no build"),
        ("other.csv", "not of a build"),
        ("other.geojson", "no GeoJSON of a build"),
        ("binary.csv", "a PNG picture"),
        ("older.csv", "earlier factorymap"),
        ("damaged.csv", "is damaged"),
        ("later.csv", "unknown facility 'airport'"),
    ):
        result = told(folders[0], tmp_path / name)
        assert result.exit_code == 1 and said in result.stderr and result.stderr.count("\n") == 1, name
    with pytest.raises(InputError, match="no such file"):
        diff(tmp_path / "nowhere", folders[0])


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    evil = '=cmd|"/c calc"!A1; =2\x1b[31m\u202e</script><script>alert(1)</script>\n\u2028'
    common: dict[str, Any] = {"publisher": evil, "text": evil}
    begun = report(SONGCHON, FACTORIES, "groundbreaking", "2024-02-28", page="a", **common)
    done = report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="b", **common)
    geo.write_outputs(run_of(begun), tmp_path / "old")
    geo.write_outputs(run_of(begun, done), tmp_path / "new")
    for kind in ("csv", "geojson"):
        result = told(*(tmp_path / name / f"announcements.{kind}" for name in ("old", "new")))
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout and "\u202e" not in result.stdout and "\u2028" not in result.stdout
        assert len(result.stdout.splitlines()) == 4
    assert kinds(diff(tmp_path / "old", tmp_path / "new" / "announcements.csv")) == ["advanced"]


def test_the_example_of_the_documentation_is_what_comes_out(month: Comparison) -> None:
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    shown = page.split("```text\n")[1].split("```")[0].splitlines()
    lines = iter(comparison_lines(month))
    for line in filter(lambda line: line != "...", shown):
        assert line in lines, f"docs/diff.md is out of date: {line}"


def test_possible_events_are_no_news_until_they_are_stated(tmp_path: Path) -> None:
    decided: list[Row] = [{"decision": "accept", "place": SONGCHON, "stage": "completed"}]
    for name, rows in (("old", decided[:0]), ("new", decided)):
        geo.write_outputs(collected(*sample(), decisions=rows), tmp_path / name)
    assert geo.diff(tmp_path / "old", tmp_path / "old").changes == ()
    (change,) = geo.diff(tmp_path / "old", tmp_path / "new").changes
    assert change.kind == "new"
