"""Reports to announcements: what is one project, when its stages were, and what disagrees."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.models import ALL_STAGES, FACILITIES, Announcement, Report, Ruling
from geo.projects import campaign_sites, day_range, is_open, merge_events
from geo.projects.policy import completion_campaign
from geo.projects.spans import compatible
from tests.records import (
    CHONGAM,
    CHONGJIN,
    GAZETTEER,
    HWANGJU,
    HWAPHYONG,
    KAESONG,
    KANGDONG,
    KIM_JONG_SUK,
    KIMHWA,
    KUSONG,
    RAKWON,
    RANAM,
    RIWON,
    SAMSU,
    SINUIJU,
    SONGCHON,
    TAEDONGGANG,
    TAEGWAN,
    UNPHA,
    UNSAN_NORTH,
    UNSAN_SOUTH,
    dates,
    report,
)

FACTORIES = "regional_industry"

SITES = """
2024 KP0717 2024-02-28 2024-12-20
2024 KP0603 2024-03 2025-01-30
2024 KP0715 2024-03 2025-01-08
2024 KP0808 2024-03 2025-01-10
2024 KP0216 2024-03 2025-01-12
2024 KP0215 2024-03 2025-01-31
2024 KP1103 2024-03 2025-01-20
2024 KP0615 2024-03 2025-01-24
2024 KP0617 2024-03 2025-02-07
2024 KP0806 2024-03 2025-01-16
2024 KP0909 2024-03 2025-01-14
2024 KP0912 2024-03 2025-01-07
2024 KP0517 2024-03 2025-02-05
2024 KP0514 2024-03 2025-01-25
2024 KP0404 2024-03 2025-01-29
2024 KP0414 2024-03 2025-02-09
2024 KP0310 2024-03 2025-01-18
2024 KP0316 2024-03 2025-02-03
2024 KP0104 2024-03 2025-02-11
2024 KP0804 2024-03 2025-02-01
2025 KP1104 2025-02-09 2025-12-29
2025 KP0718 2025-02 2025-12-15
2025 KP0814 2025-02 2025-12-20
2025 KP0315 2025-02 2025-12-24
2025 KP0805 2025-02-26 2025-12-16
2025 KP0622 - 2025-12-15
2025 KP0504 - 2025-12-15
2025 KP0411 - 2025-12-20
2025 KP0301 - 2025-12-19
2025 KP0721 2025-02-27 2025-12-18
2025 KP0607 2025-02-27 2025-12-26
2025 KP0915 2025-02-27 2025-12-20
2025 KP0507 2025-02-27 2025-12-18
2025 KP0413 2025-02-27 2025-12-18
2025 KP0211 2025-02-27 2025-12-23
2025 KP1023 2025-02-28 2025-12-15
2025 KP0905 2025-02-28 2025-12-18
2025 KP0219 2025-02-28 2025-12-15
2025 KP0103 2025-02-28 2025-12-20
2025 XKP1502 2025-02-28 2025-12-26
"""
"""Campaign, county, groundbreaking (as precise as known) and inauguration of the sites of two years."""


def site_rows() -> list[list[str]]:
    return [line.split() for line in SITES.split("\n") if line]


def site_reports() -> list[Report]:
    """What the press reported on all sites of 2024 and 2025, ceremony by ceremony."""
    begun = [report(p, FACTORIES, "groundbreaking", day) for _, p, day, _ in site_rows() if day != "-"]
    return begun + [report(p, FACTORIES, "completed", day) for _, p, _, day in site_rows()]


BESIDE_THE_SITES = [
    report(KUSONG, "hospital", "groundbreaking", "2025-02"),
    report(KUSONG, "hospital", "completed", "2025-12-13"),
    report(UNSAN_SOUTH, "paper_mill", "groundbreaking", "2025-02-28"),
    report(UNSAN_SOUTH, "paper_mill", "completed", "2025-12-28"),
    report(UNSAN_SOUTH, FACTORIES, "inspection", "2025-12-03", policy=True),
    report(RAKWON, "offshore_farm", "groundbreaking", "2025-02-14", policy=True),
    report(RAKWON, "offshore_farm", "completed", "2025-08-30", policy=True),
    report(KIMHWA, FACTORIES, "completed", "2022-06-21"),
    report(KIMHWA, FACTORIES, "operating", "2025-02", policy=True),
    report("KP0215", FACTORIES, "operating", "2022-08"),
    report("KP0218", FACTORIES, "operating", "2022-08"),
    report(KIM_JONG_SUK, FACTORIES, "operating"),
    report(UNPHA, "grain_facility", "under_construction", policy=True),
]
"""True reports of other projects in these years, none of which makes its county a site."""


def merged(*reports: Report) -> tuple[Announcement, ...]:
    return merge_events(reports)


def test_the_twenty_sites_of_two_years_each_once_with_their_days() -> None:
    announcements = merge_events([*site_reports(), *BESIDE_THE_SITES])
    found = {
        (a.campaign, a.pcode, *(dates(a, "groundbreaking") or ["-"]), *dates(a, "completed"))
        for a in announcements
        if a.campaign and a.facility == FACTORIES
    }
    assert found == {tuple(row) for row in site_rows()}
    counted = campaign_sites(announcements, GAZETTEER.units)
    assert {year: len(counties) for year, counties in counted.items()} == {"2024": 20, "2025": 20}


def test_projects_beside_the_sites_keep_their_place_and_stage() -> None:
    by_project = {(a.pcode, a.facility): a for a in merge_events(BESIDE_THE_SITES)}
    hospital = by_project[KUSONG, "hospital"]
    assert (hospital.campaign, hospital.stage) == ("2025", "completed")
    for key, stage in {
        (UNSAN_SOUTH, "paper_mill"): "completed",
        (RAKWON, "offshore_farm"): "completed",
        (KIMHWA, FACTORIES): "operating",
        (UNPHA, "grain_facility"): "under_construction",
    }.items():
        assert (by_project[key].campaign, by_project[key].stage) == ("", stage), key


def test_the_visit_to_unsan_is_flagged_and_makes_no_site() -> None:
    (visit,) = [
        a for a in merge_events(BESIDE_THE_SITES) if (a.pcode, a.facility) == (UNSAN_SOUTH, FACTORIES)
    ]
    assert (visit.stage, visit.campaign) == ("inspection", "")
    assert "only a visit is reported" in visit.conflict and "paper mill" in visit.conflict


def test_a_visit_alone_is_flagged_by_the_general_rule_without_a_decision() -> None:
    reports = [
        report("KP0714", "greenhouse_farm", "groundbreaking", "2027-02-01"),
        report("KP0714", "greenhouse_farm", "completed", "2027-11-01"),
        report("KP0714", FACTORIES, "inspection", "2027-06-05", policy=True),
    ]
    visit = next(a for a in merge_events(reports) if a.facility == FACTORIES)
    assert visit.campaign == ""
    assert "only a visit is reported" in visit.conflict and "greenhouse farm" in visit.conflict


def test_all_stages_of_one_site_make_one_announcement() -> None:
    (site,) = merged(
        report(SONGCHON, FACTORIES, "completed", "2024-12-20", published="2024-12-21", policy=True),
        report(SONGCHON, FACTORIES, "groundbreaking", "2024-02-28", published="2024-02-29", policy=True),
        report(SONGCHON, FACTORIES, "inspection", "2024-11-19", published="2024-11-20"),
        report(SONGCHON, FACTORIES, "inspection", "2024-08", published="2024-12-09"),
        report(SONGCHON, FACTORIES, "operating", "2025-06", published="2025-06-30"),
    )
    assert site.id == "KP0717-regional_industry-2024"
    assert (site.name, site.name_ko, site.province) == ("Songchon", "성천군", "South Phyongan")
    assert site.stage_dates == (
        ("groundbreaking", "2024-02-28"),
        ("inspection", "2024-08"),
        ("inspection", "2024-11-19"),
        ("completed", "2024-12-20"),
        ("operating", "2025-06"),
    )
    assert (site.stage, site.conflict) == ("operating", "")
    assert (site.first_reported_on, site.last_reported_on) == ("2024-02-29", "2025-06-30")


@pytest.mark.parametrize(
    ("reported", "kept", "disputed"),
    [
        (["2024-03", "2024-03-06"], ["2024-03-06"], False),  # the finest wins
        (["2024", "2024-03"], ["2024-03"], False),
        (["2026-01-29", "2026-01-30"], ["2026-01-29"], False),  # the report's day for the day itself
        (["2026-01-29", "2026-01-30", "2026-01-30"], ["2026-01-30"], False),  # better supported
        (["2025-02-28", "2025-03"], ["2025-02-28"], False),  # month of the report, one day later
        (["2024-03-06", "2024-03-10"], ["2024-03-06", "2024-03-10"], True),  # four days apart
        (["2024-02", "2024-03"], ["2024-02", "2024-03"], True),
        (["2024-02", "2024-03-06"], ["2024-03-06", "2024-02"], True),
    ],
)
def test_dates_of_one_ceremony(reported: list[str], kept: list[str], disputed: bool) -> None:
    (site,) = merge_events(
        report(SONGCHON, FACTORIES, "groundbreaking", day, publisher=f"Paper {number}")
        for number, day in enumerate(reported)
    )
    assert dates(site, "groundbreaking") == kept
    assert bool(site.conflict) is disputed
    assert site.n_sources == len(reported)


def test_a_dispute_says_who_gives_which_day_and_lowers_the_confidence() -> None:
    days = [("2024-03-06", "Morning Post"), ("2024-03-16", "Evening Post")]
    (site,) = merge_events(report(SONGCHON, FACTORIES, "groundbreaking", d, publisher=p) for d, p in days)
    assert site.conflict == "groundbreaking: 2024-03-06 (Morning Post) or 2024-03-16 (Evening Post)"
    assert site.confidence == 0.64


def test_progress_and_visits_of_several_dates_do_not_disagree() -> None:
    (hospital,) = merged(
        report(KANGDONG, "hospital", "groundbreaking", "2025-02-06"),
        report(KANGDONG, "hospital", "under_construction", "2025-03"),
        report(KANGDONG, "hospital", "under_construction", "2025-05"),
        report(KANGDONG, "hospital", "inspection", "2025-10"),
        report(KANGDONG, "hospital", "inspection", "2025-10-30"),
    )
    assert dates(hospital, "under_construction") == ["2025-03", "2025-05"]
    assert dates(hospital, "inspection") == ["2025-10-30"]  # the month says nothing beside the day
    assert hospital.conflict == ""


def test_an_inspection_moves_no_stage() -> None:
    (farm,) = merged(
        report("KP0301", "offshore_farm", "inspection", "2024-07-15"),
        report("KP0301", "offshore_farm", "completed", "2024-12-28"),
        report("KP0301", "offshore_farm", "inspection", "2026-01-04"),
    )
    assert farm.stage == "completed"
    assert dates(farm, "inspection") == ["2024-07-15", "2026-01-04"]


def test_a_completion_without_groundbreaking_has_the_campaign_of_two_months_before() -> None:
    campaigns = {
        day: merged(report(TAEGWAN, FACTORIES, "completed", day))[0].campaign
        for day in ("2025-12-15", "2025-02-11", "2025-02", "2025-03-01", "2024-04-15", "2026")
    }
    assert campaigns == {
        "2025-12-15": "2025",
        "2025-02-11": "2024",
        "2025-02": "2024",
        "2025-03-01": "2025",
        "2024-04-15": "",  # too soon after the policy began: an older project
        "2026": "",  # the bare year may be that of either campaign
    }


def test_groundbreakings_of_two_years_are_two_projects() -> None:
    begun = [report(HWANGJU, "hospital", "groundbreaking", day) for day in ("2025-02-26", "2026-04-11")]
    done = [report(HWANGJU, "hospital", "completed", day) for day in ("2025-11-30", "2027-01-20")]
    first, second = merge_events(begun + done)
    assert (first.campaign, dates(first, "completed")) == ("2025", ["2025-11-30"])
    assert (second.campaign, dates(second, "completed")) == ("2026", ["2027-01-20"])


def test_a_completion_too_late_for_the_groundbreaking_is_another_project() -> None:
    announcements = merged(
        report(HWANGJU, "greenhouse_farm", "groundbreaking", "2022-02"),
        report(HWANGJU, "greenhouse_farm", "completed", "2025-10-10"),
    )
    assert [a.stage for a in announcements] == ["groundbreaking", "completed"]


def test_a_slip_of_the_year_is_flagged_on_both_and_neither_is_lost() -> None:
    announcements = merged(
        report(SINUIJU, "greenhouse_farm", "groundbreaking", "2025-02", page="a"),
        report(SINUIJU, "greenhouse_farm", "groundbreaking", "2024-02", page="b"),
        report(SINUIJU, "greenhouse_farm", "inspection", "2026-01-02"),
        report(SINUIJU, "greenhouse_farm", "completed", "2026-02-01"),
    )
    told = {dates(a, "groundbreaking")[0]: a for a in announcements}
    assert sorted(told) == ["2024-02", "2025-02"]
    assert told["2025-02"].stage == "completed" and dates(told["2025-02"], "inspection") == ["2026-01-02"]
    assert all("a slip of the year" in a.conflict for a in announcements)


def test_a_slip_of_the_year_makes_no_second_site() -> None:
    announcements = merge_events(
        [*site_reports(), report("KP1104", FACTORIES, "groundbreaking", "2024-02-09", page="slip")]
    )
    counted = campaign_sites(announcements, GAZETTEER.units)
    assert {year: len(counties) for year, counties in counted.items()} == {"2024": 20, "2025": 20}
    slip = next(a for a in announcements if dates(a, "groundbreaking") == ["2024-02-09"])
    assert "a slip of the year" in slip.conflict and "site of 2025" in slip.conflict


@pytest.mark.parametrize(
    ("stage", "published", "joins"),
    [
        ("completed", "2025-02-01", True),  # a photo caption of the day after the inauguration
        ("completed", None, True),  # nothing new is learnt from it
        ("completed", "2024-06-01", False),  # before it was completed: an older factory
        ("operating", "2025-09-01", True),
        ("operating", "2024-06-01", False),
        ("operating", None, False),  # every county has older factories that are in operation
        ("under_construction", "2024-09-01", True),
        ("under_construction", "2027-09-01", False),  # long completed by then
        ("groundbreaking", None, True),
        ("planned", None, True),
    ],
)
def test_an_undated_report_joins_where_the_order_of_stages_allows_it(
    stage: str, published: str | None, joins: bool
) -> None:
    announcements = merged(
        report("KP0215", FACTORIES, "groundbreaking", "2024-03"),
        report("KP0215", FACTORIES, "completed", "2025-01-31"),
        report("KP0215", FACTORIES, stage, published=published),
    )
    assert (len(announcements) == 1) is joins
    site = next(a for a in announcements if a.campaign)
    assert dates(site, "completed") == ["2025-01-31"]
    assert [a.campaign for a in announcements if a is not site] == ([] if joins else [""])


def test_an_undated_report_joins_none_of_two_projects() -> None:
    announcements = merged(
        report(HWANGJU, "hospital", "completed", "2025-11-30"),
        report(HWANGJU, "hospital", "completed", "2027-01-20"),
        report(HWANGJU, "hospital", "completed", published="2027-06-01", page="late"),
    )
    alone = [a for a in announcements if a.id.endswith("undated")]
    assert [[r.document_id for r in a.reports] for a in alone] == [["late"]]
    assert len(announcements) == 3


def test_an_older_operation_is_not_of_the_later_project() -> None:
    older, site = merged(
        report(SAMSU, FACTORIES, "operating", "2022-08"),
        report(SAMSU, FACTORIES, "groundbreaking", "2026-02-09"),
    )
    assert (older.campaign, older.stage) == ("", "operating")
    assert (site.campaign, site.stage) == ("2026", "groundbreaking")


@pytest.mark.parametrize(
    ("facility", "policy", "count"),
    [(FACTORIES, True, 1), (FACTORIES, False, 2), ("hospital", False, 1), ("paper_mill", False, 1)],
)
def test_operation_of_factories_without_a_known_completion_needs_the_policy_to_be_named(
    facility: str, policy: bool, count: int
) -> None:
    announcements = merged(
        report(SAMSU, facility, "groundbreaking", "2026-02-09"),
        report(SAMSU, facility, "operating", "2027-03", policy=policy),
    )
    assert len(announcements) == count


def test_a_visit_belongs_to_the_project_begun_last_before_it() -> None:
    first, second = merged(
        report(HWANGJU, "hospital", "groundbreaking", "2025-02-26"),
        report(HWANGJU, "hospital", "groundbreaking", "2026-02-11"),
        report(HWANGJU, "hospital", "inspection", "2026-04-05"),
        report(HWANGJU, "hospital", "under_construction", "2026-05"),
        report(HWANGJU, "hospital", "inspection", "2025-09-05"),
    )
    assert dates(first, "inspection") == ["2025-09-05"]
    assert (dates(second, "inspection"), dates(second, "under_construction")) == (["2026-04-05"], ["2026-05"])


def test_building_after_operation_is_a_new_project() -> None:
    announcements = merged(
        report(KUSONG, "paper_mill", "under_construction", "2021-05"),
        report(KUSONG, "paper_mill", "operating", "2022-11"),
        report(KUSONG, "paper_mill", "planned", "2025-01"),
        report(KUSONG, "paper_mill", "under_construction", "2025-06"),
    )
    assert [a.stage for a in announcements] == ["operating", "under_construction"]
    assert [a.stage_dates[0] for a in announcements] == [
        ("under_construction", "2021-05"),
        ("planned", "2025-01"),
    ]


def test_a_plan_joins_the_project_that_follows_it() -> None:
    (farm,) = merged(
        report(RAKWON, "offshore_farm", "planned", "2024-12"),
        report(RAKWON, "offshore_farm", "groundbreaking", "2025-02-14"),
    )
    assert farm.stage_dates == (("planned", "2024-12"), ("groundbreaking", "2025-02-14"))
    assert farm.campaign == ""


@pytest.mark.parametrize(
    ("pcode", "facility", "date", "policy", "campaign"),
    [
        (SONGCHON, FACTORIES, "2024-02-28", False, "2024"),
        (SONGCHON, FACTORIES, "2023-11-01", True, ""),  # before the policy
        (SONGCHON, "hospital", "2024-05-01", True, ""),  # hospitals came in with August 2024
        (KUSONG, "hospital", "2025-02", False, "2025"),
        (TAEDONGGANG, "hospital", "2025-03-17", False, ""),  # a general hospital in the capital
        (TAEDONGGANG, "hospital", "2025-03-17", True, "2025"),  # where the text says so
        (KAESONG, "leisure_complex", "2025-02-28", False, ""),
        (SONGCHON, "greenhouse_farm", "2025-02-28", True, ""),
        (UNSAN_SOUTH, "paper_mill", "2025-02-28", True, ""),
        (RAKWON, "offshore_farm", "2025-02-14", True, ""),
        ("KP0907", "other", "2026-02-06", True, "2026"),  # projects of the policy
        ("KP0907", "other", "2025-02-06", True, ""),
    ],
)
def test_what_belongs_to_the_policy(
    pcode: str, facility: str, date: str, policy: bool, campaign: str
) -> None:
    text = "Ground was broken for development projects."
    (announcement,) = merged(report(pcode, facility, "groundbreaking", date, policy=policy, text=text))
    assert announcement.campaign == campaign


@pytest.mark.parametrize(
    ("text", "policy", "campaign"),
    [
        ("Work on regional development projects began.", False, "2026"),
        ("송화군에서 대상건설이 시작되였다.", False, "2026"),
        ("A ceremony was held in Songhwa County.", True, "2026"),
        ("A ceremony was held in Songhwa County.", False, ""),
        ("A tile factory was begun.", True, ""),
        ("송화군에서 타일공장을 착공했다.", True, ""),
        ("A project to rebuild the tile factory was begun.", False, ""),
    ],
)
def test_what_the_projects_of_the_policy_are_told_by(text: str, policy: bool, campaign: str) -> None:
    claim = report("KP0907", "other", "groundbreaking", "2026-02-06", policy=policy, text=text)
    assert merged(claim)[0].campaign == campaign


def test_a_named_factory_is_none_of_the_projects_of_the_policy() -> None:
    announcements = merged(
        report(
            "KP0907", "other", "groundbreaking", "2026-02-06", policy=True, text="Work on the projects began."
        ),
        report(
            "KP0907",
            "other",
            "groundbreaking",
            "2026-02-06",
            policy=True,
            text="Work on a tile factory began.",
        ),
    )
    assert sorted(a.campaign for a in announcements) == ["", "2026"]


def test_unnamed_projects_and_the_facilities_named_elsewhere_are_one_site() -> None:
    announcements = merged(
        *(
            report(HWAPHYONG, f, "groundbreaking", "2026-02-09")
            for f in (FACTORIES, "hospital", "leisure_complex")
        ),
        report(
            HWAPHYONG, "other", "groundbreaking", "2026-02-09", policy=True, text="Projects were started."
        ),
    )
    assert len(announcements) == 3 and not any(a.conflict for a in announcements)
    assert campaign_sites(announcements, GAZETTEER.units) == {"2026": (HWAPHYONG,)}


def projects_report(date: str | None, stage: str = "groundbreaking", page: str = "general") -> Report:
    text = "A ceremony for regional development projects took place."
    return report(SAMSU, "other", stage, date, page=page, policy=True, text=text)


@pytest.mark.parametrize(
    ("named", "unnamed", "facilities"),
    [
        ([("hospital", "2026-02-09"), (FACTORIES, "2026-02-09")], "2026-02-09", ["hospital", FACTORIES]),
        ([("hospital", "2026-02-09")], "2026-02-09", ["hospital"]),
        ([(FACTORIES, "2026-02-09")], "2026-02-10", [FACTORIES]),
        ([(FACTORIES, "2026-02-09")], "2026-02", [FACTORIES]),
        ([(FACTORIES, "2024-03-09")], "2026-02-09", [FACTORIES, "other"]),
        ([("paper_mill", "2026-02-09")], "2026-02-09", ["other", "paper_mill"]),
    ],
    ids=["factories first", "a hospital", "a day apart", "a month", "another campaign", "beside the policy"],
)
def test_a_ceremony_of_unnamed_projects_joins_what_others_name(
    named: list[tuple[str, str]], unnamed: str, facilities: list[str]
) -> None:
    reports = [report(SAMSU, facility, "groundbreaking", date, page=facility) for facility, date in named]
    announcements = merge_events([*reports, projects_report(unnamed)])
    assert sorted(one.facility for one in announcements) == sorted(facilities)
    home = [one for one in announcements if any(r.document_id == "general" for r in one.reports)]
    assert len(home) == 1
    assert home[0].facility == ("other" if "other" in facilities else max(facilities))
    assert sum(len(one.reports) for one in announcements) == len(reports) + 1


def test_another_stage_of_unnamed_projects_joins_nothing() -> None:
    factories = report(SAMSU, FACTORIES, "groundbreaking", "2026-02-09")
    announcements = merge_events([factories, projects_report("2026-12-20", "completed")])
    assert sorted(one.facility for one in announcements) == ["other", FACTORIES]


def test_unnamed_projects_beside_a_farm_alone_are_counted_with_a_flag() -> None:
    announcements = merged(
        report(RIWON, "offshore_farm", "groundbreaking", "2026-02-09"),
        report(RIWON, "other", "groundbreaking", "2026-02-09", policy=True, text="Projects were started."),
    )
    projects = next(a for a in announcements if a.facility == "other")
    assert "offshore farm" in projects.conflict
    assert campaign_sites(announcements, GAZETTEER.units) == {"2026": (RIWON,)}


def test_hospital_only_counties_are_no_sites() -> None:
    announcements = merged(report(KUSONG, "hospital", "completed", "2025-12-13"))
    assert campaign_sites(announcements, GAZETTEER.units) == {"2025": ()}


@pytest.mark.parametrize(
    ("facility", "stage", "date", "policy", "is_it"),
    [
        ("hospital", "planned", "2025", True, True),
        ("hospital", "planned", "2019", True, False),
        ("hospital", "planned", "2025", False, False),
        (FACTORIES, "groundbreaking", None, True, True),
        (FACTORIES, "under_construction", None, True, True),
        (FACTORIES, "completed", None, True, False),  # an older one may be recalled
        (FACTORIES, "inspection", "2025-06", True, False),
        ("paper_mill", "planned", "2025", True, False),
        ("other", "under_construction", "2026-05", True, False),
    ],
)
def test_a_project_of_the_policy_without_a_year_is_open(
    facility: str, stage: str, date: str | None, policy: bool, is_it: bool
) -> None:
    claim = report(KUSONG, facility, stage, date, policy=policy, text="Work on a tile factory.")
    (announcement,) = merged(claim)
    assert (announcement.campaign, is_open(announcement)) == ("", is_it)


def test_one_name_of_two_counties_stays_unplaced_and_counts_once() -> None:
    both = (UNSAN_SOUTH, UNSAN_NORTH)
    claims = [
        report(None, FACTORIES, "completed", "2025-02-07", page=p, candidates=both, name="Unsan")
        for p in "ab"
    ]
    (unsan,) = merge_events(claims)
    assert (unsan.pcode, unsan.place_precision, unsan.campaign) == (None, "ambiguous", "")
    assert [place.pcode for place in unsan.candidates] == [UNSAN_NORTH, UNSAN_SOUTH]
    assert unsan.n_sources == 2


def test_an_unplaced_report_joins_neither_candidate() -> None:
    both = (UNSAN_NORTH, UNSAN_SOUTH)
    announcements = merged(
        report(UNSAN_NORTH, FACTORIES, "completed", "2025-02-07"),
        report(None, FACTORIES, "completed", "2025-02-07", candidates=both, name="Unsan"),
        report(None, FACTORIES, "groundbreaking", "2024-03", candidates=both, name="Unsan"),
    )
    assert [len(a.reports) for a in announcements] == [1, 1, 1]
    assert campaign_sites(announcements, GAZETTEER.units) == {"2024": (UNSAN_NORTH,)}


def test_a_ward_keeps_its_code_and_goes_with_its_city() -> None:
    (alone,) = merged(report(RANAM, "hospital", "completed", "2025-11-01"))
    assert (alone.pcode, alone.place_precision) == (RANAM, "site")
    (both,) = merged(
        report(RANAM, "hospital", "completed", "2025-11-01"),
        report(CHONGJIN, "hospital", "completed", "2025-11-01"),
    )
    assert (both.pcode, both.place_precision) == (CHONGJIN, "county")


def test_two_wards_of_one_city_are_two_projects() -> None:
    announcements = merge_events(report(w, "hospital", "completed", "2025-11-01") for w in (RANAM, CHONGAM))
    assert [a.pcode for a in announcements] == [CHONGAM, RANAM]


@pytest.mark.parametrize(
    ("origins", "n_origins", "confidence", "state_media_only"),
    [
        (["state media", "state media"], 1, 0.8, True),
        (["state media", "imagery"], 2, 0.9, False),
        (["state media", "imagery", "rok government"], 3, 0.95, False),
    ],
)
def test_only_independent_claimants_add_confidence(
    origins: list[str], n_origins: int, confidence: float, state_media_only: bool
) -> None:
    (site,) = merge_events(
        report(SONGCHON, FACTORIES, "completed", "2024-12-20", page=f"{n}", origin=origin)
        for n, origin in enumerate(origins)
    )
    assert (site.n_sources, site.n_origins) == (len(origins), n_origins)
    assert (site.confidence, site.state_media_only) == (confidence, state_media_only)


def test_two_events_of_one_page_are_one_source() -> None:
    (site,) = merged(
        report(SONGCHON, FACTORIES, "groundbreaking", "2024-02-28", page="digest"),
        report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="digest"),
    )
    assert (site.n_sources, len(site.reports)) == (1, 2)


@pytest.mark.parametrize(("decision", "campaign"), [("flag", "2024"), ("not_a_site", "")])
def test_a_remark_on_one_report_is_told_of_the_announcement(decision: str, campaign: str) -> None:
    remark = Ruling(decision, "why", "", "", "")
    (site,) = merge_events(
        [
            report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="a"),
            report(SONGCHON, FACTORIES, "completed", "2024-12-20", page="b", rulings=(remark,)),
        ]
    )
    assert (site.conflict, site.campaign) == ("reviewed: why", campaign)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-03", "2024-03-06", True),
        ("2024-12-31", "2025-01-02", True),
        ("2024-12-31", "2025-01-04", False),
        ("2024-03", "2024-04-03", True),
        ("2024-03", "2024-04-04", False),
        ("2024-03", "2024-04", False),
        ("2024", "2024-12", True),
        ("2024", "2025-01", False),
        ("", "2024", False),
        ("yesterday", "2024", False),
        ("2024-02-30", "2024-02", False),
    ],
)
def test_compatible_dates(one: str, other: str, same: bool) -> None:
    assert compatible(one, other) is same
    assert compatible(other, one) is same


partial_dates = st.one_of(
    st.none(),
    st.builds("{:04d}".format, st.integers(2021, 2027)),
    st.builds("{:04d}-{:02d}".format, st.integers(2021, 2027), st.integers(1, 12)),
    st.builds("{:04d}-{:02d}-{:02d}".format, st.integers(2023, 2027), st.integers(1, 12), st.integers(1, 28)),
)
some_reports = st.builds(
    report,
    st.sampled_from([SONGCHON, KUSONG, RANAM, CHONGAM, CHONGJIN, None]),
    st.sampled_from([FACTORIES, "hospital", "other", "paper_mill"]),
    st.sampled_from(ALL_STAGES),
    partial_dates,
    page=st.sampled_from("abcd"),
    published=st.one_of(st.none(), st.dates().map(str)),
    origin=st.sampled_from(["state media", "imagery"]),
    policy=st.booleans(),
    text=st.sampled_from(["The projects began.", "The tile factory opened."]),
)


@given(st.lists(some_reports, max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(reports: list[Report], random: object) -> None:
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge_events(shuffled) == merge_events(reports)


@given(st.lists(some_reports, max_size=14))
def test_every_report_is_in_exactly_one_announcement(reports: list[Report]) -> None:
    announcements = merge_events(reports)
    assert Counter(r for a in announcements for r in a.reports) == Counter(set(reports))
    assert len({a.id for a in announcements}) == len(announcements)


@given(st.lists(some_reports, max_size=14))
def test_dates_and_stages_come_from_the_reports(reports: list[Report]) -> None:
    for announcement in merge_events(reports):
        stated = {(r.event.stage, r.event.date or "") for r in announcement.reports}
        assert set(announcement.stage_dates) <= stated | {(stage, "") for stage, _ in stated}
        assert {stage for stage, _ in announcement.stage_dates} == {stage for stage, _ in stated}
        assert announcement.stage in {stage for stage, _ in stated}
        assert announcement.facility in FACILITIES


@given(partial_dates.filter(bool))
def test_the_campaign_is_one_of_the_years_two_months_before(date: str) -> None:
    first, last = day_range(date) or (None, None)
    assert first and last
    campaign = completion_campaign(date)
    assert campaign in {"", str(first.year - 1), str(last.year)}
    assert (campaign == "") is (len(date) == 4)
