"""The analyst's hand: what each decision does to real readings, what is refused, and how it is undone."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from records import GAZETTEER, HWANGJU, KIM_JONG_SUK, SAMSU, SONGCHON, UNSAN_NORTH, UNSAN_SOUTH

import geo
from geo import pipeline
from geo.cli import cli
from geo.decisions import RowOutcome, shipped_decisions
from geo.decisions.applying import settle
from geo.decisions.cells import read_place, written
from geo.decisions.keys import KEY, event_key
from geo.decisions.matching import Reading
from geo.decisions.reading import IGNORED, READERS, decisions_of
from geo.decisions.telling import decided_record
from geo.errors import BadRowsError, InputError
from geo.models import Announcement, Event, Report
from geo.outputs import render_outputs
from geo.pipeline import Extraction, Run
from geo.review import review_of
from geo.review.records import COLUMNS, TO_FILL, Doubt

FACTORIES, HOSPITAL = "regional_industry", "hospital"
Row = dict[str, str]


def table(*rows: Row, separator: str = ",") -> str:
    """A decisions file with all columns."""
    out = StringIO()
    writer = csv.DictWriter(out, list(READERS), delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


class Archive:
    """Articles that were read once, and what decisions make of them."""

    def __init__(self, paths: geo.reading.Paths | None = None) -> None:
        self.paths = paths
        self.read: tuple[Extraction, ...] = tuple(pipeline.extract(paths))
        self.plain = pipeline.collect(self.read, paths)

    def decided(self, *rows: Row) -> Run:
        return pipeline.collect(self.read, self.paths, decisions=decisions_of(table(*rows), "d.csv"))

    def outcomes(self, *rows: Row) -> list[RowOutcome]:
        decided = self.decided(*rows).decided
        assert decided
        return list(decided.outcomes)

    def key(self, **wanted: str | None) -> str:
        """Key of the one event that has these values."""
        documents = {document.id: document for document in self.plain.documents}
        found = [e for e in self.plain.events if all(getattr(e, k) == v for k, v in wanted.items())]
        (event,) = found
        return event_key(event, documents[event.document_id])


@pytest.fixture(scope="module")
def shipped() -> Archive:
    """The articles that come with factorymap."""
    return Archive()


def of(run: Run, pcode: str | None, facility: str) -> list[Announcement]:
    return [one for one in run.announcements if (one.pcode, one.facility) == (pcode, facility)]


def reports(run: Run) -> list[Report]:
    return [report for one in run.announcements for report in one.reports]


def changed(run: Run, plain: Run) -> tuple[list[Report], list[Report]]:
    """Reports that only the one run has, and those that only the other has."""
    before, after = set(reports(plain)), set(reports(run))
    return sorted(after - before, key=repr), sorted(before - after, key=repr)


# ---- what each decision does, on the shipped articles ----------------------------------------------------

VISIT = {"place": "은산군", "facility": "regional-industry factories", "stage": "inspection"}
SAMSU_HOSPITAL = {"document": "096-news1-global-five-sites", "place": "Samsu", "facility": "hospital"}
WHY = {"reason": "read again", "by": "A. Analyst", "decided_on": "2026-03-01"}


def test_a_rejected_report_is_on_no_map_and_stays_on_record(shipped: Archive) -> None:
    run = shipped.decided({"decision": "reject", **VISIT, **WHY})
    assert of(shipped.plain, UNSAN_SOUTH, FACTORIES) and not of(run, UNSAN_SOUTH, FACTORIES)
    new, gone = changed(run, shipped.plain)
    assert (new, [report.document_id for report in gone]) == ([], ["053-inspection-south-phyongan-sbs"])
    assert run.events == shipped.plain.events, "what the machine read is not touched"
    (outcome,) = shipped.outcomes({"decision": "reject", **VISIT, **WHY})
    (change,) = outcome.changes
    assert "inspection" in change.machine and "KP0720" in change.machine and change.now == ""


@pytest.mark.parametrize(
    ("values", "pcode", "facility", "stage", "date", "told"),
    [
        ({"new_place": "김정숙군"}, KIM_JONG_SUK, HOSPITAL, "groundbreaking", "2026-02-09", "place"),
        (
            {"new_facility": "leisure complex"},
            SAMSU,
            "leisure_complex",
            "groundbreaking",
            "2026-02-09",
            "facility",
        ),
        ({"new_stage": "Planned"}, SAMSU, HOSPITAL, "planned", "2026-02-09", "stage"),
        ({"new_date": "2026/2/8"}, SAMSU, HOSPITAL, "groundbreaking", "2026-02-08", "date"),
        ({"new_date": "undated"}, SAMSU, HOSPITAL, "groundbreaking", None, "date"),
        ({"new_origin": "Imagery"}, SAMSU, HOSPITAL, "groundbreaking", "2026-02-09", "origin"),
        (
            {"new_place": "KP0205-ranam", "new_stage": "completed", "new_date": "2026-01"},
            *("KP0205", HOSPITAL, "completed", "2026-01", "place, stage, date"),
        ),
    ],
    ids=["place", "facility", "stage", "date", "no date", "origin", "several"],
)
def test_a_correction_changes_what_it_names_and_keeps_the_machines_reading(
    shipped: Archive, values: Row, pcode: str, facility: str, stage: str, date: str | None, told: str
) -> None:
    run = shipped.decided({"decision": "correct", **SAMSU_HOSPITAL, **values, **WHY})
    (new,), (old,) = changed(run, shipped.plain)
    event = new.event
    assert (event.pcode, event.facility, event.stage, event.date) == (pcode, facility, stage, date)
    assert (event.evidence, new.url, event.confidence) == (old.event.evidence, old.url, 1.0)
    assert new.origin == ("imagery" if told == "origin" else old.origin)
    assert new.decision.startswith(f"{told} corrected by an analyst (A. Analyst, 2026-03-01); machine read: ")
    assert "hospital: Samsu, Ryanggang [KP0102], 2026-02-09" in new.decision
    assert new.decision.endswith("reason: read again")


def test_an_accepted_report_is_sure_and_asked_for_no_more(shipped: Archive) -> None:
    (doubt,) = [d for d in review_of(shipped.plain) if d.kind == "date" and d.place.startswith("KP0101 ")]
    run = shipped.decided({"decision": "accept", "key": doubt.key})
    assert doubt.key not in {d.key for d in review_of(run)}
    (new,), (old,) = changed(run, shipped.plain)
    assert (new.event.confidence, new.decision) == (1.0, "accepted by an analyst")
    assert (new.event.pcode, new.event.date) == (old.event.pcode, old.event.date)


def test_an_accepted_conflict_stays_told_and_leaves_the_list(shipped: Archive) -> None:
    (doubt,) = [d for d in review_of(shipped.plain) if d.announcement == "KP0323-other-2026"]
    run = shipped.decided({"decision": "accept", "key": doubt.key, "reason": "both are built there"})
    (one,) = of(run, "KP0323", "other")
    assert one.conflict == doubt.doubt
    assert one.decision == "accepted by an analyst; reason: both are built there"
    assert doubt.key not in {d.key for d in review_of(run)}
    twice = shipped.outcomes(*[{"decision": "accept", "key": doubt.key}] * 2)
    assert [outcome.status for outcome in twice] == ["applied", "already so"]


def test_an_accepted_document_leaves_the_list(shipped: Archive) -> None:
    doubt = next(d for d in review_of(shipped.plain) if d.kind == "document")
    run = shipped.decided({"decision": "accept", "key": doubt.key})
    assert len(review_of(run)) == len(review_of(shipped.plain)) - 1
    assert run.announcements == shipped.plain.announcements


@pytest.mark.parametrize(("decision", "campaign"), [("not_a_site", ""), ("flag", "2024")])
def test_a_remark_is_told_as_a_conflict(shipped: Archive, decision: str, campaign: str) -> None:
    about = {"url": "https://www.example.org/nothing", "place": "Songchon", "facility": FACTORIES}
    (outcome,) = shipped.outcomes({"decision": decision, **about, **WHY})
    assert outcome.status == "no longer applies", "no page of that address was read"
    url = next(r.url for r in of(shipped.plain, SONGCHON, FACTORIES)[0].reports if r.url)
    run = shipped.decided({"decision": decision, **about, **WHY, "url": url})
    (one,) = of(run, SONGCHON, FACTORIES)
    assert (one.campaign, one.conflict) == (campaign, "reviewed: read again")


def test_the_decision_that_ships_applies_by_the_same_rules_and_can_be_overruled(shipped: Archive) -> None:
    (row,) = shipped_decisions().rows
    assert (row.decision, row.pcode, row.source[:8]) == ("not_a_site", UNSAN_SOUTH, "https://")
    (visit,) = of(shipped.plain, UNSAN_SOUTH, FACTORIES)
    assert "reviewed: all that is known" in visit.conflict and visit.decision.startswith("said to be no site")
    run = shipped.decided({"decision": "correct", **VISIT, "new_facility": "paper_mill", **WHY})
    assert not of(run, UNSAN_SOUTH, FACTORIES)
    (mill,) = of(run, UNSAN_SOUTH, "paper_mill")
    assert "2025-12-03" in dict(mill.stage_dates).values() and "reviewed" not in mill.conflict


ADDED = {
    "decision": "add",
    "new_place": "Songchon, South Phyongan",
    "new_facility": HOSPITAL,
    "new_stage": "completed",
    "new_date": "2026-01",
    "url": "https://news.example/hospital",
    "publisher": "Example News",
    "published_on": "2026-02-03",
}


def test_an_added_event_has_its_source_and_its_words(shipped: Archive) -> None:
    quote = "A hospital was inaugurated in Songchon in January, KCNA said."
    run = shipped.decided({**ADDED, "quote": quote, "by": "A. Analyst"})
    (report,), gone = changed(run, shipped.plain)
    assert gone == []
    assert (report.event.pcode, report.event.date, report.event.evidence.text) == (SONGCHON, "2026-01", quote)
    assert (report.publisher, report.url, report.origin) == ("Example News", ADDED["url"], "state media")
    assert (report.is_summary, report.label) == (False, "Example News, 2026-02-03")
    assert report.decision == "added by an analyst (A. Analyst); machine read: nothing"


def test_a_note_is_never_shown_as_a_quotation(shipped: Archive) -> None:
    (report,), _ = changed(shipped.decided({**ADDED, "note": "seen on a photograph"}), shipped.plain)
    assert (report.is_summary, report.label) == (True, "analyst's note on Example News, 2026-02-03")


def test_a_quote_from_an_article_that_was_read_is_found_in_it(shipped: Archive) -> None:
    document = next(d for d in shipped.plain.documents if d.id == "072-chosunbiz-kim-jong-suk")
    words = {"document": document.id, "url": "", "publisher": "", "published_on": ""}
    values = {"new_place": "KP0103", "new_stage": "operating", "new_date": "2025-12"}
    row = {
        **ADDED,
        **words,
        **values,
        "quote": "the regional-industry factories were\n inaugurated on the 20th",
    }
    (report,), _ = changed(shipped.decided(row), shipped.plain)
    evidence = report.event.evidence
    assert document.text[evidence.start : evidence.end] == evidence.text
    assert (report.document_id, report.published_on) == (document.id, document.published_on)


# ---- names -----------------------------------------------------------------------------------------------

UNSAN = """\
TITLE: Work on a hospital begins
DATE: 2027-03-02
SOURCE: A News Agency
URL: https://news.example/unsan

A groundbreaking ceremony for a hospital was held in Unsan County, DPRK, on Monday.
"""
SONGCHUN = """\
TITLE: Factories opened
DATE: 2027-12-21

Regional-industry factories of the 20x10 policy were inaugurated in Songchun County, DPRK, on Monday.
"""
HWAJIN = """\
TITLE: A visit
SOURCE: A News Agency

The leader inspected a greenhouse farm in Hwajin County, DPRK. A hospital was inaugurated in Hwangju County
on May 4.
"""
DECREE = """\
TITLE: A new name
DATE: 2027-12-21

A hospital was inaugurated in Saebyol-of-the-Party, DPRK, on Monday. A delegation of Pakdong County was there.
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles whose names leave something open."""
    folder = tmp_path_factory.mktemp("names")
    for name, text in {"unsan": UNSAN, "songchun": SONGCHUN, "hwajin": HWAJIN, "decree": DECREE}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def built(folder: Path, *rows: Row) -> Run:
    return pipeline.build(folder, decisions=decisions_of(table(*rows), "d.csv"))


@pytest.mark.parametrize(
    ("surface", "new_place", "facility", "machine"),
    [
        ("Unsan County", "KP0720 Unsan (South Phyongan)", HOSPITAL, "ambiguous"),
        ("Songchun", "Songchon", FACTORIES, "Songchon, South Phyongan [KP0717], 2027-12-20 (0.55)"),
        ("Hwajin", "황주군", "greenhouse_farm", "Hwajin [unknown]"),
        ("Saebyol-of-the-Party", "Hwangju", HOSPITAL, "nothing here"),
    ],
    ids=["two units", "by its likeness", "unknown", "in no list"],
)
def test_an_alias_settles_a_name_and_keeps_what_was_read(
    names: Path, surface: str, new_place: str, facility: str, machine: str
) -> None:
    run = built(names, {"decision": "alias", "surface": surface, "new_place": new_place, **WHY})
    pcode = read_place(new_place)
    (new,) = [r for r in reports(run) if any(ruling.decision == "alias" for ruling in r.rulings)]
    assert (new.event.pcode, new.event.facility, new.event.outcome) == (pcode, facility, "resolved")
    assert machine in new.decision and new.decision.startswith("place name settled by an analyst")
    (mention,) = [m for m in run.mentions if m.spelling == "decision"]
    assert mention.reason.startswith("decided by an analyst: read again")
    document = next(d for d in run.documents if d.id == mention.document_id)
    assert document.text[mention.start : mention.end] == mention.surface
    assert run.decided and [outcome.status for outcome in run.decided.outcomes] == ["applied"]
    assert mention.surface.split()[0] not in {d.surface for d in review_of(run)}


def test_a_guess_at_a_spelling_can_be_rejected(names: Path) -> None:
    run = built(names, {"decision": "reject", "surface": "Songchun", **WHY})
    assert not of(run, SONGCHON, FACTORIES)
    (one,) = of(run, None, FACTORIES)
    assert one.place_precision == "unknown"
    mention = next(m for m in run.mentions if "Songchun" in m.surface)
    assert (mention.outcome, "machine read: Songchon [KP0717]" in mention.reason) == ("unknown", True)


def test_what_a_text_settles_is_left_unless_the_document_is_named(tmp_path: Path) -> None:
    told = UNSAN.replace("Unsan County", "Unsan County, North Phyongan Province")
    (tmp_path / "unsan.txt").write_text(told, encoding="utf-8")
    row = {"decision": "alias", "surface": "Unsan", "new_place": "KP0720"}
    run = built(tmp_path, row)
    assert of(run, UNSAN_NORTH, HOSPITAL) and not of(run, UNSAN_SOUTH, HOSPITAL)
    assert run.decided and run.decided.outcomes[0].status == "already so"
    assert of(built(tmp_path, {**row, "document": "unsan"}), UNSAN_SOUTH, HOSPITAL)


def test_an_alias_and_a_correction_of_the_same_event_go_together(names: Path) -> None:
    archive = Archive(names)
    key = archive.key(document_id="unsan")
    run = built(
        names,
        {"decision": "alias", "surface": "Unsan", "new_place": "KP0720"},
        {"decision": "correct", "key": key, "new_date": "2027-02-28", "reason": "the day before"},
    )
    (one,) = of(run, UNSAN_SOUTH, HOSPITAL)
    assert one.stage_dates == (("groundbreaking", "2027-02-28"),)
    assert [ruling.decision for ruling in one.reports[0].rulings] == ["alias", "correct"]


# ---- what cannot be followed -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "status", "why"),
    [
        ({"decision": "accept", "key": "e-0123456789"}, "no longer applies", "nothing that was read fits"),
        (
            {"decision": "accept", "key": "c-0123456789"},
            "no longer applies",
            "no announcement has that conflict",
        ),
        (
            {"decision": "accept", "key": "n-0123456789"},
            "no longer applies",
            "nothing that was read has that key",
        ),
        (
            {"decision": "accept", "key": "d-0123456789"},
            "no longer applies",
            "nothing that was read has that key",
        ),
        (
            {"decision": "reject", "place": "Kaesong", "stage": "inspection", **WHY},
            "no longer applies",
            "nothing",
        ),
        (
            {"decision": "alias", "surface": "Nowhere", "new_place": "Songchon"},
            "no longer applies",
            "'Nowhere'",
        ),
        ({**ADDED, "note": "x", "document": "gone"}, "no longer applies", "no document 'gone' was read"),
        (
            {
                **ADDED,
                "document": "072-chosunbiz-kim-jong-suk",
                "url": "",
                "quote": "words that nobody wrote",
            },
            *("refused", "the quote does not stand in factorymap:articles/072"),
        ),
        (
            {**ADDED, "note": "x", "new_date": "2026-02-10"},
            "refused",
            "after the day of the source, 2026-02-03",
        ),
        (
            {"decision": "correct", **SAMSU_HOSPITAL, "new_date": "2027-02-09", **WHY},
            *("refused", "new_date 2027-02-09 is after the day of the source, 2026-02-10"),
        ),
        (
            {"decision": "correct", **SAMSU_HOSPITAL, "new_date": "2026-02-09", **WHY},
            *("already so", "it is so without this row"),
        ),
        (
            {"decision": "correct", **SAMSU_HOSPITAL, "date": "2026-02-08", "new_date": "2026-02-09", **WHY},
            *("already so", "it is so without this row"),
        ),
    ],
)
def test_decisions_that_change_nothing_say_why(shipped: Archive, row: Row, status: str, why: str) -> None:
    run = shipped.decided(row)
    assert run.decided
    (outcome,) = run.decided.outcomes
    assert (outcome.status, outcome.changes) == (status, ())
    assert why in outcome.why
    assert run.announcements == shipped.plain.announcements
    listed = [doubt for doubt in review_of(run) if doubt.kind == "decision"]
    assert len(listed) == (status != "already so")


DAY_BEFORE = {"decision": "correct", "new_date": "2026-02-08"}


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ({"decision": "reject"}, DAY_BEFORE, False),
        ({"decision": "accept"}, {"decision": "reject"}, False),
        ({"decision": "accept"}, DAY_BEFORE, False),
        (
            {"decision": "correct", "new_date": "2026-02-08"},
            {"decision": "correct", "new_date": "2026-02"},
            False,
        ),
        (
            {"decision": "correct", "new_date": "2026-02-08"},
            {"decision": "correct", "new_place": "KP0103"},
            True,
        ),
        ({"decision": "reject"}, {"decision": "flag"}, False),
        ({"decision": "accept"}, {"decision": "flag"}, True),
        ({"decision": "reject"}, {"decision": "reject"}, True),
    ],
)
def test_two_decisions_that_disagree_are_both_refused(
    shipped: Archive, one: Row, other: Row, agree: bool
) -> None:
    rows = [{**SAMSU_HOSPITAL, **WHY, **row} for row in (one, other)]
    outcomes = shipped.outcomes(*rows)
    assert {outcome.status for outcome in outcomes} == {"applied" if agree else "refused"}
    if not agree:
        assert [outcome.why[:14] for outcome in outcomes] == ["line 3 decides", "line 2 decides"]
        assert shipped.decided(*rows).announcements == shipped.plain.announcements


def test_two_aliases_of_one_name_that_disagree_are_both_refused(names: Path) -> None:
    rows = [{"decision": "alias", "surface": "Unsan", "new_place": pcode} for pcode in ("KP0617", "KP0720")]
    run = built(names, *rows)
    assert run.decided and [outcome.status for outcome in run.decided.outcomes] == ["refused", "refused"]
    assert of(run, None, HOSPITAL)


# ---- the file --------------------------------------------------------------------------------------------

FLAG = {"decision": "flag", "place": "Songchon", "reason": "why"}


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ({**FLAG, "decision": "acept"}, "decision", "did you mean accept?"),
        ({**FLAG, "decision": ""}, "decision", "but reason is filled"),
        ({**FLAG, "key": "17"}, "key", "copy it from review.csv"),
        ({**FLAG, "place": "Unsan"}, "place", "Unsan in South Phyongan (KP0720)"),
        ({**FLAG, "place": "Atlantis"}, "place", "Try another spelling"),
        (
            {**FLAG, "place": "Seongcheonn"},
            "place",
            "if you mean KP0717 Songchon",
        ),
        ({**FLAG, "place": "KP9999"}, "place", "no unit has the P-code"),
        ({**FLAG, "place": "KP0717 Unsan"}, "place", "KP0717 is Songchon"),
        ({**FLAG, "facility": "hospitals"}, "facility", "did you mean hospital?"),
        ({**FLAG, "stage": "begun"}, "stage", "none of planned, groundbreaking"),
        ({**FLAG, "date": "Feb-24"}, "date", "write 2024-02-28, 2024-02, 2024 or undated"),
        ({**FLAG, "date": "2024-02-30"}, "date", "is no date"),
        ({**FLAG, "date": "28/02/2024"}, "date", "is no date"),
        ({**FLAG, "url": "example.org"}, "url", "write it with https://"),
        ({**FLAG, "reason": ""}, "reason", "say why"),
        ({**FLAG, "reason": "x" * 401}, "reason", "shorten it to 400"),
        ({**FLAG, "decided_on": "2026-03"}, "decided_on", "is no day"),
        ({**FLAG, "new_date": "2024"}, "new_date", "takes no new value"),
        ({"decision": "accept"}, "key", "nothing says what it is about"),
        ({"decision": "reject", "facility": "hospital", **WHY}, "key", "nothing says what it is about"),
        ({"decision": "accept", "surface": "Unsan"}, "key", "nothing says what it is about"),
        (
            {"decision": "reject", "key": "e-0123456789", "surface": "x", **WHY},
            "surface",
            "clear one of the two",
        ),
        ({**FLAG, "decision": "correct"}, "new_place", "nothing to correct"),
        ({"decision": "reject", "key": "c-0123456789", **WHY}, "decision", "accept leaves it as it is"),
        ({"decision": "flag", "key": "d-0123456789", **WHY}, "decision", "mend it by a DATE:"),
        ({"decision": "flag", "key": "n-0123456789", **WHY}, "decision", "a name takes accept"),
        ({"decision": "alias", "surface": "Songchun"}, "new_place", "write the unit that the name means"),
        ({"decision": "alias", "new_place": "Songchon"}, "surface", "as the texts have it"),
        ({**ADDED}, "quote", "give the words of the source"),
        ({**ADDED, "note": "x", "new_stage": ""}, "new_stage", "needs place, facility and stage"),
        ({**ADDED, "note": "x", "new_date": ""}, "new_date", "or undated"),
        ({**ADDED, "note": "x", "url": ""}, "url", "needs the address of its source"),
        ({**ADDED, "note": "x", "publisher": ""}, "publisher", "needs publisher and day"),
        ({**ADDED, "note": "x", "place": "Songchon"}, "place", "goes into new_place"),
        ({**ADDED, "note": "x", "key": "e-0123456789"}, "key", "what is added has no key"),
    ],
)
def test_a_bad_row_is_told_by_file_line_and_column(row: Row, column: str, said: str) -> None:
    with pytest.raises(BadRowsError) as raised:
        decisions_of(table(FLAG, row), "d.csv")
    (line,) = raised.value.rows
    assert line.startswith(f"'d.csv', line 3, column {column}: ") and said in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind,key\n", "line 1: no column is called decision"),
        ("decision,new_plaec\n", "unknown column 'new_plaec'; did you mean new_place?"),
        ("decision,key,key\n", "the column key stands there twice"),
        ("decision,place\nflag,Songchon,x\n", "line 2: it has 3 cells for 2 columns"),
        ('decision,place\nflag,"Song"chon\n', "line 2: it is not CSV"),
    ],
)
def test_a_file_that_is_no_table_of_decisions_says_so(text: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        decisions_of(text, "d.csv")
    assert "'d.csv', " in str(raised.value) and said in str(raised.value)


def test_of_many_bad_rows_ten_are_told() -> None:
    with pytest.raises(BadRowsError) as raised:
        decisions_of(table(*[{**FLAG, "date": "soon"}] * 14), "d.csv")
    told = str(raised.value).splitlines()
    assert (len(told), told[-1], len(raised.value.rows)) == (11, "and 4 more", 14)
    assert [line.split(",")[1] for line in told[:3]] == [" line 2", " line 3", " line 4"]


@pytest.mark.parametrize(
    ("encoding", "separator", "before"),
    [
        ("utf-8", ",", ""),
        ("utf-8-sig", ";", ""),
        ("cp949", ";", ""),
        ("cp949", ",", ""),
        ("utf-16", "\t", ""),
        ("utf-8-sig", ";", "sep=;\r\n"),
    ],
)
def test_a_file_is_read_as_spreadsheets_write_it(
    tmp_path: Path, encoding: str, separator: str, before: str
) -> None:
    row = {
        "decision": " Reject ",
        "place": "성천군",
        "reason": '현장 사진, "확인"함; 세 줄\n이상',
        "by": "분석가",
    }
    path = tmp_path / "결정.csv"
    path.write_bytes((before + table(row, {}, FLAG, separator=separator)).encode(encoding))
    read = geo.read_decisions(path)
    one, other = read.rows
    assert (one.decision, one.pcode, one.by) == ("reject", SONGCHON, "분석가")
    assert one.reason == '현장 사진, "확인"함; 세 줄 이상'
    assert other.line == (5 if not before else 6), "a cell of two lines counts for two"


def test_lines_are_those_of_the_file_though_cells_hold_line_ends() -> None:
    with pytest.raises(BadRowsError) as raised:
        decisions_of(table({**FLAG, "reason": "a\r\nb\r\nc"}, {**FLAG, "stage": "?"}), "d.csv")
    assert raised.value.rows[0].startswith("'d.csv', line 5, column stage")


def test_every_unit_as_review_writes_it_is_taken_back() -> None:
    for unit in GAZETTEER.units.values():
        assert read_place(written(unit)) == unit.pcode


@given(st.dictionaries(st.sampled_from(list(READERS)), st.text(max_size=30), max_size=8))
def test_no_row_breaks_the_reader(row: Row) -> None:
    try:
        read = decisions_of(table(row), "d.csv")
    except InputError as error:
        assert str(error).startswith("'d.csv', line ")
        assert all(line.isprintable() or "\\" in line for line in map(repr, str(error).splitlines()))
    else:
        assert len(read.rows) <= 1


# ---- review.csv ------------------------------------------------------------------------------------------


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
        ("confidence", "songchun"),
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


# ---- whole builds ----------------------------------------------------------------------------------------


@pytest.fixture
def call(names: Path, tmp_path: Path) -> Iterator[Callable[..., Result]]:
    """Call `factorymap build` on the articles, with a decisions file or without."""

    def build(out: str, *rows: Row) -> Result:
        options: list[str] = []
        if rows:
            (tmp_path / "decisions.csv").write_text(table(*rows), encoding="utf-8")
            options = ["--decisions", str(tmp_path / "decisions.csv")]
        return CliRunner().invoke(cli, ["build", str(names), "-o", str(tmp_path / out), *options])

    yield build


def written_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_build_tells_and_records_its_decisions_and_is_undone_without_them(
    call: Callable[..., Result], tmp_path: Path
) -> None:
    assert call("maps").exit_code == 0
    before = written_files(tmp_path / "maps")
    ended = call(
        "maps",
        {"decision": "alias", "surface": "Unsan", "new_place": "KP0720", **WHY},
        {"decision": "reject", "document": "hwajin", "stage": "inspection", "reason": "no county"},
        {"decision": "accept", "key": "e-0123456789"},
    )
    assert ended.exit_code == 0, ended.output
    assert "decisions.csv: 2 applied, 1 no longer applies (1 settled by name, 1 rejected)" in ended.stderr
    assert "no longer applies: line 4, accept e-0123456789: nothing that was read fits it" in ended.stderr
    assert ended.stdout.splitlines() == [str(tmp_path / "maps" / "map.html")]
    files = written_files(tmp_path / "maps")
    run = json.loads(files["run.json"])
    assert run["options"]["decisions"] == run["decisions"]["file"] == str(tmp_path / "decisions.csv")
    assert run["decisions"]["counts"] == {"applied": 2, "no longer applies": 1}
    alias, reject, stale = run["decisions"]["rows"]
    assert (alias["line"], alias["surface"], alias["new_place"], alias["by"]) == (
        2,
        "Unsan",
        "KP0720",
        "A. Analyst",
    )
    assert alias["changes"][0]["machine"].startswith("ambiguous")
    assert reject["changes"][0]["document_id"] == "hwajin" and reject["changes"][0]["now"] == ""
    assert (stale["status"], stale["changes"]) == ("no longer applies", [])
    assert b"An analyst&#39;s decisions are heeded: 1 settled by name, 1 rejected" in files["map.html"]
    assert "line 4 no longer applies" in files["review.csv"].decode()
    (tmp_path / "decisions.csv").unlink()
    assert call("maps").exit_code == 0
    assert written_files(tmp_path / "maps") == before


def test_tables_and_view_keep_the_machines_reading_beside_the_decision(shipped: Archive) -> None:
    run = shipped.decided({"decision": "correct", **SAMSU_HOSPITAL, "new_date": "2026-02-08", **WHY})
    files = render_outputs(run)
    rows = list(csv.DictReader(StringIO(files["announcements.csv"].removeprefix("\ufeff"))))
    (row,) = [row for row in rows if (row["pcode"], row["facility"]) == (SAMSU, HOSPITAL)]
    assert row["groundbreaking_on"] == "2026-02-08"
    assert row["decision"].startswith("date corrected by an analyst") and "2026-02-09 (0.9" in row["decision"]
    points = json.loads(files["announcements.geojson"])["features"]
    (point,) = [point for point in points if point["id"] == row["id"]]
    assert (
        point["properties"]["decision"] == row["decision"] == point["properties"]["evidence"][0]["decision"]
    )
    view = geo.layers.map_view(run.announcements)
    (item,) = [item for item in view["announcements"] if item["id"] == row["id"]]
    assert item["decision"] == item["evidence"][0]["decision"] == row["decision"]
    plain = [row["decision"] for row in rows if row["pcode"] not in (SAMSU, UNSAN_SOUTH)]
    assert set(plain) == {""}


def test_a_bad_decisions_file_ends_the_build_before_anything_is_written(
    call: Callable[..., Result], tmp_path: Path
) -> None:
    ended = call(
        "none", {"decision": "acept", "key": "1"}, {**FLAG, "reason": "=1\n\x1b[2J", "date": "\x1b[31m"}
    )
    assert ended.exit_code == 1
    assert not (tmp_path / "none").exists()
    lines = ended.stderr.splitlines()
    assert len(lines) == 3 and lines[0].startswith("Error: '") and "line 2, column decision" in lines[0]
    assert "line 2, column key" in lines[1] and "column date" in lines[2]
    assert "\x1b" not in ended.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "it is empty"), (b"PK\x03\x04" + b"x" * 50, "an Office document"), (b"decision\n", "")],
    ids=["empty", "a workbook", "only a header"],
)
def test_files_without_rows(names: Path, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "d.csv").write_bytes(content)
    arguments = ["build", str(names), "-o", str(tmp_path / "maps"), "--decisions", str(tmp_path / "d.csv")]
    ended = CliRunner().invoke(cli, arguments)
    assert (ended.exit_code, said in ended.stderr) == (int(bool(said)), True)
    assert (tmp_path / "maps").exists() == (not said)


def test_the_file_may_lie_among_the_articles(names: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for path in names.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "decisions.csv").write_text(table(FLAG | {"place": "Hwangju"}), encoding="utf-8")
    run = geo.build(folder, decisions=folder / "decisions.csv")
    assert {record.status for record in run.inputs} == {"read"} and len(run.inputs) == 4


def test_the_order_of_rows_and_articles_does_not_matter(shipped: Archive) -> None:
    rows: list[Row] = [
        {"decision": "reject", **VISIT, **WHY},
        {"decision": "correct", **SAMSU_HOSPITAL, "new_date": "2026-02-08", **WHY},
        {**ADDED, "note": "x"},
    ]
    one, other = shipped.decided(*rows), shipped.decided(*reversed(rows))
    assert one.announcements == other.announcements


def test_an_event_of_the_machine_is_never_changed(shipped: Archive) -> None:
    events: tuple[Event, ...] = shipped.plain.events
    run = shipped.decided({"decision": "correct", **SAMSU_HOSPITAL, "new_stage": "planned", **WHY})
    assert run.events == events
    assert run.decided and any(
        a != b for a, b in zip(run.announcements, shipped.plain.announcements, strict=True)
    )


def test_an_unknown_decision_column_in_python_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Name a CSV file of decisions"):
        geo.build(decisions=tmp_path / "none.csv")


# ---- which document, which alias ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles of one name in two folders, on two counties, and one at the top that ends alike."""
    folder = tmp_path_factory.mktemp("twins")
    for name, county in {"a/unsan": "Kosan", "b/unsan": "Hwangju", "a/other": "Anbyon"}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        text = UNSAN.replace("Unsan County", f"{county} County").replace("/unsan", f"/{name}")
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def statuses(run: Run) -> list[tuple[str, str]]:
    assert run.decided
    return [(outcome.status, outcome.why) for outcome in run.decided.outcomes]


def test_a_document_is_named_by_the_last_part_of_its_id_where_one_has_it(twins: Path) -> None:
    ids = {document.id for document in pipeline.build(twins).documents}
    assert ids == {"a/unsan", "b/unsan", "other"}
    row = {"decision": "correct", "new_stage": "planned", **WHY}
    ((status, why),) = statuses(built(twins, row | {"document": "unsan"}))
    assert (status, "a/unsan, b/unsan" in why) == ("refused", True)
    run = built(twins, row | {"document": "b/unsan"}, row | {"document": "other"})
    assert statuses(run) == [("applied", "")] * 2
    assert {(one.name, one.stage) for one in run.announcements} == {
        ("Kosan", "groundbreaking"),
        ("Hwangju", "planned"),
        ("Anbyon", "planned"),
    }
    added = {**ADDED, "url": "", "document": "unsan", "quote": "on Monday", "new_date": "2027-02"}
    ((status, why),) = statuses(built(twins, added))
    assert (status, "a/unsan, b/unsan" in why) == ("refused", True)


def test_an_alias_of_one_document_goes_before_one_of_all_in_either_order(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(UNSAN.replace("/unsan", f"/{name}"), encoding="utf-8")
    rows: list[Row] = [
        {"decision": "alias", "surface": "Unsan", "new_place": "KP0617"},
        {"decision": "alias", "surface": "Unsan", "new_place": "KP0720", "document": "two"},
    ]
    for ordered in (rows, rows[::-1]):
        run = built(tmp_path, *ordered)
        assert {m.document_id: m.place and m.place.pcode for m in run.mentions} == {
            "one": UNSAN_NORTH,
            "two": UNSAN_SOUTH,
        }
        assert {status for status, _ in statuses(run)} == {"applied"}
    ((_, _), second) = statuses(built(tmp_path, rows[0], rows[0]))
    assert second == ("already so", "it is so without this row")


def test_a_rejected_name_is_not_asked_for_again(names: Path) -> None:
    run = built(names, {"decision": "reject", "surface": "Pakdong", **WHY})
    assert "Pakdong" in {d.surface for d in review_of(pipeline.build(names))}
    assert "Pakdong" not in {d.surface for d in review_of(run)}


def test_a_corrected_report_of_a_conflict_settles_it(tmp_path: Path) -> None:
    for day, paper in ((3, "one"), (12, "two")):
        text = f"TITLE: x\nDATE: 2025-03-20\nSOURCE: Paper\nURL: https://{paper}.example/x\n\nA hospital was "
        text += f"inaugurated in Songchon County, South Phyongan Province, on March {day}.\n"
        (tmp_path / f"{paper}.txt").write_text(text, encoding="utf-8")
    plain = Archive(tmp_path)
    (doubt,) = [d for d in review_of(plain.plain) if d.kind == "conflict"]
    key = plain.key(document_id="two")
    assert key in doubt.suggestion
    run = plain.decided({"decision": "correct", "key": key, "new_date": "2025-03-03", **WHY})
    (one,) = run.announcements
    assert (one.conflict, one.stage_dates) == ("", (("completed", "2025-03-03"),))
    assert "2025-03-12" in one.decision


def test_a_thousand_decisions_on_ten_thousand_reports_take_seconds(shipped: Archive) -> None:
    report, document = reports(shipped.plain)[0], shipped.plain.documents[0]
    pages = [replace(document, id=f"{n}", url=f"https://news.example/{n}") for n in range(10_000)]
    readings = [Reading(replace(report, url=page.url or ""), page, None) for page in pages]
    keys = [event_key(reading.report.event, reading.document) for reading in readings[::20]]
    rows = [{"decision": "accept", "key": key} for key in keys]
    rows += [{"decision": "flag", "url": reading.document.url or "", **WHY} for reading in readings[1::20]]
    started = time.process_time()
    decided, outcomes = settle(readings, decisions_of(table(*rows), "d.csv").rows)
    assert time.process_time() - started < 10
    assert {outcome.status for outcome in outcomes} == {"applied"}
    assert sum(bool(reading.report.rulings) for reading in decided) == 1000


def test_the_map_of_decisions_can_be_made_in_one_step(names: Path, tmp_path: Path) -> None:
    file = tmp_path / "d.csv"
    file.write_text(table({"decision": "alias", "surface": "Unsan", "new_place": "KP0720"}), encoding="utf-8")
    assert "heeded: 1 settled by name" in geo.make_map(names, decisions=file).get_root().render()


@pytest.fixture(scope="module")
def pool(names: Path) -> tuple[Archive, list[Row]]:
    """Articles, and rows of all kinds on them, of which many disagree."""
    archive = Archive(names)
    rows: list[Row] = [{"decision": "accept", "key": doubt.key} for doubt in review_of(archive.plain)]
    for event in archive.plain.events:
        about = {"document": event.document_id, "facility": event.facility, **WHY}
        rows += [{"decision": decision, **about} for decision in ("accept", "reject", "flag", "not_a_site")]
        rows += [{"decision": "correct", "new_place": place, **about} for place in ("KP0717", "KP0805")]
        rows += [
            {"decision": "correct", "new_date": date, **about} for date in ("2027-02", "undated", "2028")
        ]
        rows.append({**ADDED, "url": "", "document": event.document_id, "note": "x", "new_date": "2027-01"})
    for surface in ("Unsan", "Songchun", "Hwajin", "Pakdong", "Nowhere"):
        rows += [
            {"decision": "alias", "surface": surface, "new_place": place} for place in ("KP0617", "KP0720")
        ]
        rows.append({"decision": "reject", "surface": surface, **WHY})
    return archive, rows


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_decided_each_row_has_one_outcome_and_no_report_is_lost(
    pool: tuple[Archive, list[Row]], names: Path, data: st.DataObject
) -> None:
    archive, rows = pool
    chosen = data.draw(st.lists(st.sampled_from(rows), max_size=6))
    decisions = decisions_of(table(*chosen), "d.csv")
    run = pipeline.collect(pipeline.extract(names, decisions=decisions), names, decisions=decisions)
    assert run.decided
    outcomes = run.decided.outcomes
    assert [outcome.decision for outcome in outcomes] == list(decisions.rows)
    assert all(bool(outcome.why) == (outcome.status != "applied") for outcome in outcomes)
    applied = [outcome for outcome in outcomes if outcome.status == "applied"]
    gone = {change for outcome in applied for change in outcome.changes if change.machine and not change.now}
    rejected = [change for change in gone if change.document_id in {d.id for d in run.documents}]
    added = [outcome for outcome in applied if outcome.decision.decision == "add"]
    assert len(reports(run)) == len(run.events) - len(rejected) + len(added)
    if not applied:
        assert run.announcements == archive.plain.announcements
    assert len(json.loads(json.dumps(decided_record(run.decided)))["rows"]) == len(chosen)
