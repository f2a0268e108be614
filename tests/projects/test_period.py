"""A project within a period has the stage that it had reached, and the reports of that time."""

from __future__ import annotations

import pytest

from geo.models import Announcement
from geo.projects import Period, merge_events
from geo.projects.period import within
from tests.records import KUSONG, SONGCHON, dates, report

FACTORIES = "regional_industry"


def project(**period: str) -> Announcement | None:
    """A project begun in February 2024, seen by imagery in the autumn, completed in January 2025."""
    reports = (
        report(SONGCHON, FACTORIES, "groundbreaking", "2024-02-28", published="2024-02-29"),
        report(
            SONGCHON, FACTORIES, "under_construction", "2024-10", origin="imagery", published="2024-11-02"
        ),
        report(SONGCHON, FACTORIES, "completed", "2025-01-07", published="2025-01-08"),
    )
    found = within(merge_events(reports), Period(**period))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("period", "stage"),
    [
        ({}, "completed"),
        ({"until": "2024"}, "under_construction"),
        ({"until": "2024-10-01"}, "under_construction"),  # of October only the month is known
        ({"until": "2024-09-30"}, "groundbreaking"),
        ({"since": "2025-01-07", "until": "2025-01-07"}, "completed"),
        ({"until": "2024-02-27"}, None),
        ({"since": "2025-02"}, None),
    ],
)
def test_a_project_has_the_stage_that_it_reached_in_the_period(
    period: dict[str, str], stage: str | None
) -> None:
    found = project(**period)
    assert (found.stage if found else None) == stage


def test_what_lies_outside_the_period_is_neither_dated_nor_cited() -> None:
    found = project(since="2024-03", until="2024")
    assert found is not None
    assert found.stage_dates == (("under_construction", "2024-10"),)
    assert [one.event.stage for one in found.reports] == ["under_construction"]
    assert (found.n_sources, found.origins, found.state_media_only) == (1, ("imagery",), False)
    assert (found.first_reported_on, found.last_reported_on) == ("2024-11-02", "2024-11-02")


def test_a_project_keeps_its_id_and_campaign_in_every_period() -> None:
    whole, late = project(), project(since="2025")
    assert whole and late and (late.id, late.campaign) == (whole.id, "2024")


def test_a_claim_without_a_date_is_of_the_day_on_which_it_was_published() -> None:
    undated = merge_events([report(KUSONG, "hospital", "planned", published="2025-03-02")])
    assert dates(*within(undated, Period("2025", "2025")), "planned") == [""]
    assert within(undated, Period(until="2024")) == ()
    unknown = merge_events([report(KUSONG, "hospital", "planned")])
    assert within(unknown, Period(until="2024")) == unknown
