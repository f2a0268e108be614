"""Which polygon has which colour, where marks stand, and what the map page is given."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import PlaceNotFoundError
from geo.models import STAGES, Document, InputRecord, Report
from geo.projects import merge_events
from geo.view import MapOptions, county_stages, map_view
from geo.view.stages import OPEN
from tests.records import (
    CHONGJIN,
    GAZETTEER,
    HWANGJU,
    KAESONG,
    KANGDONG,
    KIM_JONG_SUK,
    KUSONG,
    PUYUN,
    PYONGYANG,
    PYONGYANG_CORE,
    RAKWON,
    RANAM,
    SINUIJU,
    SONGCHON,
    SOUTH_PHYONGAN,
    SUNGHO,
    TAEDONGGANG,
    UNSAN_NORTH,
    UNSAN_SOUTH,
    report,
)

FACTORIES = "regional_industry"
THONGCHON, WONSAN = "KP0405", "KP0401"


class Points:
    """A geography that has a label point for every polygon, and empty topologies."""

    def counties_topology(self) -> dict[str, Any]:
        return {"type": "Topology", "objects": {}, "arcs": []}

    def context_topology(self) -> dict[str, Any]:
        return {"type": "Topology", "objects": {"land": {}}, "arcs": []}

    def label_point(self, pcode: str, /) -> tuple[float, float]:
        unit = GAZETTEER.units.get(pcode)
        if unit is None or (unit.level == 2 and unit.polygon_pcode != pcode):
            raise PlaceNotFoundError(pcode)
        return (40.0, 127.0)


def view(*reports: Report, **more: Any) -> dict[str, Any]:
    return map_view(merge_events(reports), shapes=Points(), **more)


def colours(*reports: Report) -> dict[str, tuple[str | None, str]]:
    """Polygons with a stage, and their campaign."""
    stages = county_stages(merge_events(reports), GAZETTEER.units)
    return {pcode: (county.stage, county.campaign) for pcode, county in stages.items() if county.stage}


def test_every_county_polygon_has_an_entry_even_if_nothing_is_announced() -> None:
    stages = county_stages([], GAZETTEER.units)
    assert len(stages) == 179
    assert {county.stage for county in stages.values()} == {None}
    assert SUNGHO not in stages and TAEDONGGANG not in stages


def test_the_colour_is_the_furthest_stage_of_the_latest_campaign() -> None:
    reports = [
        report(KUSONG, FACTORIES, "completed", "2025-01-30"),
        report(KUSONG, FACTORIES, "operating", "2025-06"),
        report(KUSONG, "hospital", "groundbreaking", "2025-02"),
    ]
    assert colours(*reports) == {KUSONG: ("groundbreaking", "2025")}
    done = report(KUSONG, "hospital", "completed", "2025-12-13")
    assert colours(*reports, done) == {KUSONG: ("completed", "2025")}
    assert colours(*reports[:2]) == {KUSONG: ("operating", "2024")}


def test_several_facilities_of_one_campaign_give_the_furthest() -> None:
    assert colours(
        report(HWANGJU, FACTORIES, "completed", "2025-12-16"),
        report(HWANGJU, "grain_facility", "groundbreaking", "2025-02-26"),
    ) == {HWANGJU: ("completed", "2025")}


@pytest.mark.parametrize(
    "uncoloured",
    [
        report(UNSAN_SOUTH, FACTORIES, "inspection", "2025-12-03", policy=True),  # a visit
        report(UNSAN_SOUTH, "paper_mill", "completed", "2025-12-28", policy=True),  # beside the policy
        report(RAKWON, "offshore_farm", "completed", "2025-08-30", policy=True),
        report(SINUIJU, "greenhouse_farm", "completed", "2026-02-01"),
        report("KP0409", FACTORIES, "completed", "2022-06-21", policy=True),  # before it
        report(KIM_JONG_SUK, FACTORIES, "operating", policy=True),  # of unknown time
        report(SUNGHO, FACTORIES, "completed", "2025-12-16", policy=True),  # no polygon of its own
        report(KAESONG, "hospital", "completed", "2025-12-16", policy=True),  # somewhere in the city
        report(SOUTH_PHYONGAN, "hospital", "completed", "2025-12-16", policy=True),
        report(
            None, FACTORIES, "completed", "2025-02-07", candidates=(UNSAN_NORTH, UNSAN_SOUTH), policy=True
        ),
    ],
    ids=lambda r: f"{r.event.pcode}-{r.event.facility}",
)
def test_what_never_colours_a_county(uncoloured: Report) -> None:
    assert colours(uncoloured) == {}
    shown = view(uncoloured)
    assert len(shown["announcements"]) + len(shown["unplaced"]) == 1
    assert not any(one["latest"] and one["polygon"] for one in [*shown["announcements"], *shown["unplaced"]])


@pytest.mark.parametrize(
    ("pcode", "polygon"), [(TAEDONGGANG, PYONGYANG_CORE), (RANAM, CHONGJIN), ("XKP1301", "KP0201")]
)
def test_wards_count_for_the_polygon_of_their_city(pcode: str, polygon: str) -> None:
    assert colours(report(pcode, "hospital", "completed", "2025-11-01", policy=True)) == {
        polygon: ("completed", "2025")
    }


def test_a_planned_project_of_the_policy_colours_until_a_campaign_is_known() -> None:
    plan = report(KUSONG, "hospital", "planned", "2027-01", policy=True)
    assert colours(plan) == {KUSONG: ("planned", OPEN)}
    shown = view(plan)["announcements"][0]
    assert (shown["campaign"], shown["latest"]) == (OPEN, True)
    older = report(KUSONG, FACTORIES, "completed", "2025-01-30")
    assert colours(plan, older) == {KUSONG: ("completed", "2024")}


def test_marks_stand_in_their_polygon_or_at_the_seat() -> None:
    places = (SONGCHON, PUYUN, RANAM, SUNGHO, TAEDONGGANG, PYONGYANG)
    shown = view(*(report(pcode, "hospital", "completed", "2025-11-01") for pcode in places))
    found = {one["pcode"]: (one["polygon"], tuple(one["mark"])) for one in shown["announcements"]}
    assert found == {
        SONGCHON: (SONGCHON, (40.0, 127.0)),
        PUYUN: (CHONGJIN, (40.0, 127.0)),  # its own position is not known
        RANAM: (CHONGJIN, GAZETTEER.units[RANAM].seat),
        SUNGHO: (None, GAZETTEER.units[SUNGHO].seat),
        TAEDONGGANG: (PYONGYANG_CORE, GAZETTEER.units[TAEDONGGANG].seat),
        PYONGYANG: (None, GAZETTEER.units[PYONGYANG].seat),
    }


def test_places_known_to_a_province_or_less_are_listed_apart() -> None:
    shown = view(
        report(SONGCHON, "hospital", "completed", "2025-11-01"),
        report(SOUTH_PHYONGAN, "hospital", "completed", "2025-11-02"),
        report(
            None, "hospital", "completed", "2025-11-03", candidates=(UNSAN_NORTH, UNSAN_SOUTH), name="Unsan"
        ),
    )
    assert [one["pcode"] for one in shown["announcements"]] == [SONGCHON]
    assert [(one["place"], one["precision"]) for one in shown["unplaced"]] == [
        ("South Phyongan", "province"),
        ("Unsan", "ambiguous"),
    ]
    assert shown["unplaced"][1]["candidates"] == [
        {"pcode": UNSAN_NORTH, "name": "Unsan", "province": "North Phyongan"},
        {"pcode": UNSAN_SOUTH, "name": "Unsan", "province": "South Phyongan"},
    ]


def test_campaigns_are_counted_by_county() -> None:
    shown = view(
        report(KANGDONG, FACTORIES, "completed", "2025-12-15"),
        report(KANGDONG, "hospital", "completed", "2025-11-19"),
        report(KUSONG, "hospital", "completed", "2025-12-13"),
        report(KUSONG, FACTORIES, "completed", "2025-01-30"),
    )
    assert shown["campaigns"] == [
        {"key": "2024", "named": 1, "target": 20},
        {"key": "2025", "named": 1, "target": 20},
    ]
    by_id = {one["id"]: one["latest"] for one in shown["announcements"]}
    assert by_id == {
        "KP0603-hospital-2025": True,
        "KP0603-regional_industry-2024": False,
        "KP1023-hospital-2025": True,
        "KP1023-regional_industry-2025": True,
    }


def test_doubtful_sites_are_named_in_a_note() -> None:
    shown = view(
        report(THONGCHON, "offshore_farm", "groundbreaking", "2026-02-08"),
        report(
            THONGCHON, "other", "groundbreaking", "2026-02-08", policy=True, text="Projects were started."
        ),
    )
    assert shown["notes"][-1] == {
        "en": "Named for 2026 with reservations, see there: Thongchon.",
        "ko": "2026년 대상으로 보는 데 이견이 있는 곳: 통천군.",
    }
    assert any("Wards of Pyongyang" in note["en"] for note in shown["notes"])


def test_evidence_says_whose_words_it_is() -> None:
    claims = [
        report(
            SONGCHON, FACTORIES, "completed", "2024-12-20", published="2024-12-21", summary=True, text="Ours."
        ),
        report(SONGCHON, FACTORIES, "groundbreaking", page="b", text="<script>alert(1)</script>"),
    ]
    (shown,) = view(*claims)["announcements"]
    begun, done = shown["evidence"]
    assert (begun["text"], begun["summary"], begun["date"]) == ("<script>alert(1)</script>", False, "")
    assert (begun["label"], begun["published_on"]) == ("Example Agency", "")
    assert (done["summary"], done["label"]) == (True, "factorymap's summary of Example Agency, 2024-12-21")
    assert shown["dates"] == [["groundbreaking", ""], ["completed", "2024-12-20"]]
    assert shown["state_media_only"] is True


def test_the_page_is_told_what_was_read() -> None:
    documents = [
        Document("a", "a.txt", "", (), publisher="Morning Post", published_on="2026-01-05"),
        Document("b", "b.txt", "", (), publisher="Morning Post"),
        Document("c", "c.txt", "", (), published_on="2025-01-05"),
    ]
    inputs = [
        InputRecord(p, s, "") for p, s in zip("abcde", ["read"] * 3 + ["failed", "skipped"], strict=True)
    ]
    claim = report(SONGCHON, FACTORIES, "completed", "2024-12-20", published="2025-01-05")
    shown = view(claim, documents=documents, inputs=inputs)
    assert shown["inputs"] == {"read": 3, "skipped": 1, "failed": 1, "left_out": 0, "incomplete": 0}
    assert shown["sources"] == [
        {"publisher": "Morning Post", "documents": 2},
        {"publisher": "unnamed source", "documents": 1},
    ]
    assert (shown["data_to"], shown["period"]) == ("2026-01-05", ["2024-12-20", "2024-12-20"])
    assert shown["subtitle"]["en"] == "1 project in 1 county, from 3 documents"


def test_an_empty_run_has_a_view_too() -> None:
    shown = view()
    assert (shown["period"], shown["data_to"], shown["campaigns"]) == (None, None, [])
    assert (len(shown["counties"]), len(shown["provinces"])) == (179, 13)
    assert {county["type_word"] for county in shown["counties"]} == {"City", "County", "District"}


some_reports = st.builds(
    report,
    st.sampled_from([SONGCHON, KUSONG, SUNGHO, TAEDONGGANG, KAESONG, SOUTH_PHYONGAN]),
    st.sampled_from([FACTORIES, "hospital", "offshore_farm"]),
    st.sampled_from(["planned", "groundbreaking", "inspection", "completed", "operating"]),
    st.sampled_from([None, "2024-03", "2025-02-09", "2025-12", "2026"]),
    policy=st.booleans(),
)


@given(st.lists(some_reports, max_size=8))
def test_views_are_plain_values_and_lose_nothing(reports: list[Report]) -> None:
    announcements = merge_events(reports)
    shown = map_view(announcements, shapes=Points())
    assert json.loads(json.dumps(shown, allow_nan=False)) == shown
    listed = [one["id"] for one in [*shown["announcements"], *shown["unplaced"]]]
    assert sorted(listed) == sorted(a.id for a in announcements)
    for county in shown["counties"]:
        mine = [o for o in shown["announcements"] if o["polygon"] == county["pcode"] and o["latest"]]
        moved = [STAGES.index(one["stage"]) for one in mine if one["stage"] in STAGES]
        assert county["stage"] == (STAGES[max(moved)] if moved else None)


def test_a_county_that_is_on_no_record_is_named_and_not_counted() -> None:
    shown = view(
        report(KANGDONG, FACTORIES, "completed", "2025-12-15"),
        report(WONSAN, FACTORIES, "completed", "2025-12-20"),
    )
    assert shown["campaigns"] == [{"key": "2025", "named": 1, "target": 20}]
    assert {one["place"]: one["site"] for one in shown["announcements"]} == {
        "Kangdong": True,
        "Wonsan": False,
    }
    assert {
        "en": "Named as sites of 2025 here, but not on the record of the policy, and not counted: Wonsan.",
        "ko": "여기서 2025년 대상지로 나오지만 정책 기록에 없어 세지 않은 곳: 원산시.",
    } in shown["notes"]


def test_the_policy_of_a_map_is_as_of_its_newest_page_or_its_period() -> None:
    reports = [
        report(SONGCHON, FACTORIES, "completed", "2024-12-20", published="2024-12-21"),
        report(KANGDONG, FACTORIES, "groundbreaking", "2025-02-28", published="2025-02-28"),
    ]
    shown = view(*reports)["policy"]
    assert (shown["day"], shown["places"]) == ("2025-02-28", 181)
    first, second = shown["years"]
    assert [one["name"] for one in first["done"]] == ["Songchon"] and not first["late"]
    assert len(first["unseen"]) == 19
    assert [one["name"] for one in second["under_way"]] == ["Kangdong"]
    assert [one["facilities"] for one in second["under_way"]] == [[FACTORIES, "hospital", "leisure_complex"]]
    assert len(second["unseen"]) == 15, "four of 2025 were named in December only"
    january = view(*reports[:1], options=MapOptions(until="2024-12"))["policy"]
    (only,) = january["years"]
    assert (january["day"], only["late"], len(only["unseen"])) == ("2024-12", [], 19)


@pytest.mark.parametrize(
    ("begun", "took"), [("2024-02-28", [296]), ("2024-02", []), ("2024", []), (None, [])], ids=str
)
def test_building_takes_days_only_where_both_days_are_told(begun: str | None, took: list[int]) -> None:
    done = report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="b", published="2024-12-21")
    ground = report(SONGCHON, FACTORIES, "groundbreaking", begun, page="a", published="2024-03-01")
    years = {year["key"]: year for year in view(ground, done)["policy"]["years"]}
    assert years["2024"]["took"] == took


def test_a_map_without_campaigns_has_nothing_of_the_policy() -> None:
    shown = view(report(UNSAN_SOUTH, "paper_mill", "completed", "2025-12-28"))["policy"]
    assert (shown["years"], shown["to_come"]) == ([], [])
