"""The record of the policy: its rows, and what is reported of its sites by a day."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from geo.models import FACILITIES, Report
from geo.projects import (
    PolicySite,
    SiteStanding,
    campaign_sites,
    merge_events,
    policy_places,
    policy_record,
    sites_off_record,
    sites_on_record,
    standings,
    still_to_come,
)
from tests.decided import Archive
from tests.records import GAZETTEER, HWANGJU, KANGDONG, KUSONG, RIWON, SINUIJU, SONGCHON, report

FACTORIES = "regional_industry"
SONCHON, SINPHYONG, WONSAN = "KP0610", "KP0813", "KP0401"
UNITS = GAZETTEER.units


# ---- the rows --------------------------------------------------------------------------------------------


def test_the_record_has_twenty_sites_a_year_each_county_once() -> None:
    sites = [one for one in policy_record() if one.scope == "site"]
    assert Counter(one.campaign for one in sites) == {"2024": 20, "2025": 20, "2026": 20}
    assert max(Counter(one.pcode for one in sites).values()) == 1
    assert {SONCHON, SINPHYONG, SINUIJU} <= {one.pcode for one in sites if one.campaign == "2026"}
    beside = {(one.campaign, one.pcode) for one in policy_record() if one.scope == "beside"}
    assert {("2026", RIWON), ("2025", KUSONG)} <= beside


@pytest.mark.parametrize("one", policy_record(), ids=lambda one: f"{one.campaign}-{one.pcode}")
def test_a_row_names_a_unit_facilities_a_day_and_a_page(one: PolicySite) -> None:
    assert UNITS[one.pcode] in policy_places(UNITS)
    assert one.facilities and set(one.facilities) <= set(FACILITIES)
    assert one.scope in ("site", "beside") and one.announced_for in ("site", "year")
    assert date.fromisoformat(one.named_on).isoformat() == one.named_on
    assert one.publisher and one.url.startswith(("http://", "https://"))


def test_what_a_site_of_2026_gets_is_on_record() -> None:
    got = {one.pcode: one.facilities for one in policy_record() if one.campaign == "2026"}
    assert got[SINUIJU] == ("other", "hospital", "leisure_complex"), "one plant in place of the factories"
    assert Counter(got.values())[FACTORIES, "hospital", "leisure_complex"] == 19


# ---- joined to what is reported --------------------------------------------------------------------------


def test_every_site_of_the_record_is_named_by_a_shipped_article(shipped: Archive) -> None:
    """So that 20 of 20 says which, not only how many."""
    named = sites_on_record(shipped.plain.announcements, UNITS)
    on_record = {
        year: tuple(sorted(o.pcode for o in policy_record() if (o.campaign, o.scope) == (year, "site")))
        for year in ("2024", "2025", "2026")
    }
    assert named == on_record
    assert sites_off_record(shipped.plain.announcements, UNITS) == {}


def test_the_shipped_articles_tell_who_is_done(shipped: Archive) -> None:
    found = standings(shipped.plain.announcements, UNITS, "2026-10-01")
    counted = Counter((one.site.campaign, one.standing) for one in found)
    assert counted == {("2024", "done"): 20, ("2025", "done"): 20, ("2026", "under_way"): 20}
    assert {one.site.pcode: one.overdue for one in found if one.overdue} == {HWANGJU: ("grain_facility",)}


def test_a_county_that_no_record_has_is_no_site() -> None:
    announcements = merge_events(
        [
            report(KANGDONG, FACTORIES, "completed", "2025-12-15"),
            report(WONSAN, FACTORIES, "completed", "2025-12-20"),
            report(
                RIWON, "other", "groundbreaking", "2026-02-09", policy=True, text="Projects were started."
            ),
        ]
    )
    assert campaign_sites(announcements, UNITS) == {"2025": (WONSAN, KANGDONG), "2026": (RIWON,)}
    assert sites_on_record(announcements, UNITS) == {"2025": (KANGDONG,), "2026": ()}
    assert sites_off_record(announcements, UNITS) == {"2025": (WONSAN,)}, "Riwon is known to stand beside"


def test_a_campaign_without_a_record_has_what_the_sources_name() -> None:
    announcements = merge_events([report(WONSAN, FACTORIES, "groundbreaking", "2031-02-20")])
    assert sites_on_record(announcements, UNITS) == {"2031": (WONSAN,)}
    assert sites_off_record(announcements, UNITS) == {}


def of(pcode: str, found: tuple[SiteStanding, ...]) -> tuple[str, tuple[str, ...]]:
    """How far one site has come, and what is overdue there."""
    (one,) = [one for one in found if one.site.pcode == pcode]
    return one.standing, one.overdue


BEGUN = report(KANGDONG, FACTORIES, "groundbreaking", "2025-02-28")
FIRST = report("KP0718", FACTORIES, "completed", "2025-12-15")
OPENED = report(KANGDONG, FACTORIES, "completed", "2025-12-20")
CLINIC = report(KANGDONG, "hospital", "completed", "2025-11-19")
THIS_YEAR = ("regional_industry", "hospital", "leisure_complex")


@pytest.mark.parametrize(
    ("reports", "day", "expected"),
    [
        ([], "2025-06-30", ("unseen", ())),
        ([BEGUN], "2025-06-30", ("under_way", ())),
        ([BEGUN], "2026-02-28", ("under_way", ())),
        ([BEGUN], "2026-03-01", ("late", THIS_YEAR)),  # nobody was inaugurated
        ([BEGUN, FIRST], "2026-02-12", ("under_way", ())),
        ([BEGUN, FIRST], "2026-02-13", ("late", THIS_YEAR)),  # 60 days after the first
        ([], "2026-03-01", ("unseen", ())),  # whoever reads nothing of it cannot tell
        ([BEGUN, CLINIC], "2026-03-01", ("late", ("regional_industry", "leisure_complex"))),
        ([BEGUN, OPENED], "2025-12-31", ("done", ())),
        ([OPENED, CLINIC], "2026-03-01", ("done", ("leisure_complex",))),
        ([BEGUN], "2026-02", ("under_way", ())),
        ([BEGUN], "2026", ("late", THIS_YEAR)),  # its last day counts
        ([BEGUN], None, ("late", THIS_YEAR)),
    ],
)
def test_how_far_a_site_has_come(
    reports: list[Report], day: str | None, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert of(KANGDONG, standings(merge_events(reports), UNITS, day)) == expected


def test_an_inauguration_elsewhere_makes_nobody_late() -> None:
    elsewhere = report(WONSAN, FACTORIES, "completed", "2025-09-01")
    found = standings(merge_events([BEGUN, elsewhere]), UNITS, "2025-12-01")
    assert of(KANGDONG, found)[0] == "under_way"


def test_the_plant_that_stands_for_the_factories_makes_a_site_done() -> None:
    text = "The regional development projects were inaugurated."
    opened = report(SINUIJU, "other", "completed", "2026-12-20", policy=True, text=text)
    assert of(SINUIJU, standings(merge_events([opened]), UNITS, "2026-12-31"))[0] == "done"


def test_a_site_that_was_named_later_is_on_no_earlier_record() -> None:
    begun = merge_events([report(SONGCHON, FACTORIES, "groundbreaking", "2024-02-28")])
    assert {one.site.campaign for one in standings(begun, UNITS, "2024-03-01")} == {"2024"}
    assert standings(begun, UNITS, "2024-02-02") == ()


@pytest.mark.parametrize(
    ("facility", "stage", "day", "campaign"),
    [
        ("hospital", "inspection", "2026-05-31", "2026"),
        ("leisure_complex", "under_construction", "2026-07", "2026"),
        ("hospital", "inspection", "2026-01-31", ""),  # before the site was named
        ("hospital", "inspection", "2027-03-01", ""),  # after the campaign
        ("hospital", "inspection", None, ""),
        ("grain_facility", "inspection", "2026-05-31", ""),  # not announced for it
        ("other", "inspection", "2026-05-31", ""),  # the plant of the policy, or any other one
        ("hospital", "operating", "2026-05-31", ""),  # an older one may be meant
    ],
)
def test_what_no_ceremony_dates_is_of_the_campaign_that_the_record_has_it_in(
    facility: str, stage: str, day: str | None, campaign: str
) -> None:
    (one,) = merge_events([report(SINUIJU, facility, stage, day)])
    assert one.campaign == campaign


def test_who_is_still_to_come() -> None:
    after, before = still_to_come(UNITS), still_to_come(UNITS, "2024-01")
    everybody = {unit.pcode for unit in policy_places(UNITS)}
    assert {pcode for pcodes in before.values() for pcode in pcodes} == everybody
    left = {pcode for pcodes in after.values() for pcode in pcodes}
    assert everybody - left == {one.pcode for one in policy_record() if one.scope == "site"}
    assert WONSAN in after["KP04"] and RIWON in after["KP03"], "a farm beside the policy is no site"
    assert "KP10" not in after, "both counties of Pyongyang have had their turn; its wards have none"
