"""The analyst's hand: what each decision does to real readings, what is refused, and how it is undone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geo
from geo import pipeline
from geo.decisions import decided_record, event_key
from geo.decisions.applying import settle
from geo.decisions.cells import read_place
from geo.decisions.deciding import shipped_decisions
from geo.decisions.matching import ReadReport
from geo.decisions.reading import decisions_of
from geo.models import Run
from geo.review import review_of
from tests.decided import (
    ADDED,
    FACTORIES,
    HOSPITAL,
    SAMSU_HOSPITAL,
    SEPHO,
    UNSAN,
    VISIT,
    WHY,
    Archive,
    Row,
    built,
    changed,
    of,
    reports,
    table,
)
from tests.missed import known_miss
from tests.possible import article, claim, collected
from tests.records import KIM_JONG_SUK, SAMSU, SONGCHON, UNSAN_NORTH, UNSAN_SOUTH

# ---- what each decision does, on the shipped articles ----------------------------------------------------


def test_a_rejected_report_is_on_no_map_and_stays_on_record(shipped: Archive) -> None:
    """Of the factories of Sepho two shipped pages tell."""
    run = shipped.decided({"decision": "reject", **SEPHO, **WHY})
    assert of(shipped.plain, "KP0411", FACTORIES) and not of(run, "KP0411", FACTORIES)
    new, gone = changed(run, shipped.plain)
    assert new == []
    assert sorted(report.document_id for report in gone) == ["071-vok-de-sepho", "146-kcna-sepho"]
    assert run.events == shipped.plain.events, "what the machine read is not touched"
    (outcome,) = shipped.outcomes({"decision": "reject", **SEPHO, **WHY})
    assert len(outcome.changes) == 2
    for change in outcome.changes:
        assert "completed" in change.machine and "KP0411" in change.machine and change.now == ""


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


def test_the_decision_that_ships_applies_by_the_same_rules_and_can_be_overruled() -> None:
    row = next(row for row in shipped_decisions().rows if row.decision == "not_a_site")
    assert (row.decision, row.pcode, row.source[:8]) == ("not_a_site", UNSAN_SOUTH, "https://")
    read = article("053", claim(UNSAN_SOUTH, FACTORIES, "inspection", "2025-12-03"), published="2025-12-05")
    (visit,) = of(collected(read), UNSAN_SOUTH, FACTORIES)
    assert "reviewed: all that is known" in visit.conflict and visit.decision.startswith("said to be no site")
    run = collected(read, decisions=[{"decision": "correct", **VISIT, "new_facility": "paper_mill", **WHY}])
    assert not of(run, UNSAN_SOUTH, FACTORIES)
    (mill,) = of(run, UNSAN_SOUTH, "paper_mill")
    assert "2025-12-03" in dict(mill.stage_dates).values() and "reviewed" not in mill.conflict


def test_the_reading_that_the_shipped_decision_is_about_is_stated(shipped: Archive) -> None:
    (visit,) = of(shipped.plain, UNSAN_SOUTH, FACTORIES)
    assert visit.decision.startswith("said to be no site")


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
    assert report.label == "factorymap's summary of ChosunBiz (ja), 2025-12-24"


# ---- names ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("surface", "new_place", "facility", "machine"),
    [
        ("Unsan County", "KP0720 Unsan (South Phyongan)", HOSPITAL, "ambiguous"),
        pytest.param(
            *("Songchun", "Songchon", FACTORIES, "Songchon, South Phyongan [KP0717], 2027-12-20"),
            marks=known_miss("a guess at a spelling costs no confidence, so the alias changes nothing"),
        ),
        ("Hwajin", "황주군", "greenhouse_farm", "Hwajin County [unknown]"),
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


def test_a_thousand_decisions_on_ten_thousand_reports_are_settled(shipped: Archive) -> None:
    report, document = reports(shipped.plain)[0], shipped.plain.documents[0]
    pages = [replace(document, id=f"{n}", url=f"https://news.example/{n}") for n in range(10_000)]
    readings = [ReadReport(replace(report, url=page.url or ""), page, None) for page in pages]
    keys = [event_key(reading.report.event, reading.document) for reading in readings[::20]]
    rows = [{"decision": "accept", "key": key} for key in keys]
    rows += [{"decision": "flag", "url": reading.document.url or "", **WHY} for reading in readings[1::20]]
    decided, outcomes = settle(readings, decisions_of(table(*rows), "d.csv").rows)
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
