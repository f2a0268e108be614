"""The legend's entries are filters with counts; counties, projects and sites are counted apart."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import open_filters
from tests.sample_view import sample_view

VIEW = sample_view()
ITEMS = [*VIEW["announcements"], *VIEW["unplaced"]]
VALUES = {
    "stage": lambda item: item["stage"],
    "facility": lambda item: item["facility"],
    "campaign": lambda item: item["campaign"] or "outside",
    "origin": lambda item: "state" if item["state_media_only"] else "others",
}


@pytest.fixture
def page(page: Page) -> Page:
    """The sample page with its filters open."""
    open_filters(page)
    return page


def chip(page: Page, facet: str, value: str):  # type: ignore[no-untyped-def]
    return page.locator(f"[data-facet={facet}] [data-value='{value}'] button")


@pytest.mark.parametrize("facet", VALUES)
def test_each_entry_counts_its_projects(page: Page, facet: str) -> None:
    counts = Counter(VALUES[facet](item) for item in ITEMS)
    for value, number in counts.items():
        assert chip(page, facet, value).locator(".projects").inner_text() == str(number)


@pytest.mark.parametrize(
    ("facet", "value"),
    [("stage", "completed"), ("facility", "hospital"), ("campaign", "outside"), ("origin", "others")],
)
def test_a_pressed_entry_leaves_only_its_own(page: Page, facet: str, value: str) -> None:
    kept = [item for item in ITEMS if VALUES[facet](item) == value]
    chip(page, facet, value).click()
    assert page.locator("#total-projects").inner_text() == str(len(kept))
    page.locator("#all summary").click()
    expect(page.locator("#all-table tbody tr")).to_have_count(len(kept))
    chip(page, facet, value).click()
    assert page.locator("#total-projects").inner_text() == str(len(ITEMS))


def test_counts_follow_the_other_filters(page: Page) -> None:
    chip(page, "campaign", "2025").click()
    of_2025 = [item for item in ITEMS if item["campaign"] == "2025"]
    for value, number in Counter(item["stage"] for item in of_2025).items():
        assert chip(page, "stage", value).locator(".projects").inner_text() == str(number)
    assert chip(page, "campaign", "2024").locator(".projects").inner_text() != "0"
    page.get_by_role("button", name="Clear filters").click()
    expect(chip(page, "campaign", "2025")).to_have_attribute("aria-pressed", "false")


def test_counties_projects_and_sites_are_three_counts(page: Page) -> None:
    assert page.locator("#total-projects").inner_text() == str(len(ITEMS))
    assert page.locator("#total-counties").inner_text() == str(len({i["county"] for i in ITEMS} - {None}))
    sites = {(item["campaign"], item["county"]) for item in ITEMS if item["site"]}
    assert page.locator("#total-sites").inner_text() == str(len(sites))


def test_an_ambiguous_report_is_counted_once_though_two_counties_are_hatched(page: Page) -> None:
    expect(page.locator("#maybe .candidate")).to_have_count(2)
    chip(page, "campaign", "2025").click()
    ambiguous = VIEW["unplaced"][0]
    assert ambiguous["campaign"] == "2025"
    of_2025 = [item for item in ITEMS if item["campaign"] == "2025"]
    assert page.locator("#total-projects").inner_text() == str(len(of_2025))
    chip(page, "campaign", "2025").click()
    chip(page, "campaign", "2024").click()
    expect(page.locator("#maybe .candidate")).to_have_count(0)
    expect(page.locator("#legend .unplaced-count")).to_have_text("0")


def test_filters_are_one_tab_stop_a_group_with_arrow_keys(page: Page) -> None:
    first = chip(page, "facility", "regional_industry")
    first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.parentNode.dataset.value") != "regional_industry"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    expect(page.locator("[data-facet=facility] button[tabindex='0']")).to_have_count(1)


def test_a_county_says_what_the_filters_hide_and_shows_it_again(page: Page) -> None:
    item = next(i for i in VIEW["announcements"] if i["latest"] and i["campaign"] == "2025" and i["polygon"])
    chip(page, "campaign", "2024").click()
    page.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    expect(page.locator("#details .switched-off")).to_contain_text("hidden by the filters")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(f"#details [data-id={item['id']}]")).to_be_visible()
    expect(chip(page, "campaign", "2024")).to_have_attribute("aria-pressed", "false")
