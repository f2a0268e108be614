"""What is possible, and what was cancelled, postponed or stopped, on the page and on a county's page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.outputs import write_outputs
from tests.browser.conftest import Open
from tests.possible import collected, sample
from tests.records import KUSONG, SONGCHON, UNSAN_SOUTH


@pytest.fixture(scope="module")
def map_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of a project with a setback, one without a project, and three possible reports."""
    return write_outputs(collected(*sample()), tmp_path_factory.mktemp("possible") / "maps")[0]


@pytest.fixture
def page(open_file: Open, map_file: Path) -> Page:
    return open_file(map_file).page


def open_county(page: Page, pcode: str) -> None:
    page.locator(f"path[data-pcode='{pcode}']").dispatch_event("click")


def test_the_page_lists_what_is_possible_with_words_and_links(page: Page) -> None:
    listed = page.locator("#possible")
    expect(listed.locator("h2")).to_have_text("Possible, not counted 3")
    expect(listed.locator("li")).to_have_count(3)
    expect(listed.locator("li").first).to_be_visible()
    entry = listed.locator("li", has_text="Songchon")
    expect(entry).to_contain_text("regional-industry factories, completed, December 2025")
    expect(entry).to_contain_text("“The factories are said to be done. … Songchon was on the list.”")
    expect(entry.locator("a")).to_have_attribute("href", "https://maybe.example/1")
    expect(listed.locator("li", has_text="Unsan (North Phyongan) or Unsan (South Phyongan)")).to_have_count(1)
    expect(page.locator("#setbacks li")).to_have_count(2)


def test_nothing_of_it_is_counted_or_coloured(page: Page) -> None:
    expect(page.locator("#total-projects")).to_have_text("1")
    coloured = page.eval_on_selector_all(
        "path.county",
        "all => all.filter(p => !/none|unseen/.test(p.className.baseVal)).map(p => p.dataset.pcode)",
    )
    assert coloured == [KUSONG]
    expect(page.locator("#maybe path")).to_have_count(0)


def test_a_countys_page_shows_both_and_marks_the_setback_of_its_project(page: Page) -> None:
    open_county(page, KUSONG)
    details = page.locator("#details")
    expect(details.locator(".card .flag")).to_have_text(["Stopped, September 2025"])
    expect(details.locator(".card-stage")).to_contain_text("Groundbreaking")
    expect(details.locator(".claims.setbacks h3")).to_have_text("Cancelled, postponed, stopped, denied")
    expect(details.locator(".claims.setbacks li")).to_contain_text(
        "Work on the hospital of Kusong stands still."
    )
    expect(details.locator(".claims.setbacks a")).to_have_attribute("href", "https://halted.example/1")
    expect(details.locator(".claims.possible li")).to_contain_text("It may be given up for good.")


def test_a_county_without_a_project_shows_what_is_possible_there(page: Page) -> None:
    open_county(page, SONGCHON)
    expect(page.locator("#details .claims.possible li")).to_contain_text("The factories are said to be done.")
    expect(page.locator("#details .claims.setbacks li")).to_contain_text("Songchon has to wait")
    assert page.locator(f"path[data-pcode='{SONGCHON}']").get_attribute("tabindex") is not None
    open_county(page, UNSAN_SOUTH)
    expect(page.locator("#details .claims.possible li")).to_contain_text(
        "A hospital for Unsan was talked of."
    )
    expect(page.locator("#details .card")).to_have_count(0)


def test_it_is_korean_on_a_korean_page(page: Page) -> None:
    open_county(page, KUSONG)
    page.locator("button[data-lang='ko']").click()
    expect(page.locator("#possible h2")).to_contain_text("가능성 있음")
    expect(page.locator("#setbacks li").first).to_contain_text(
        "구성시 Kusong, 평안북도 – 병원, 중단, 2025년 9월"
    )
    expect(page.locator("#details .claims.setbacks")).to_contain_text("취소·연기·중단")
    expect(page.locator("#details .claims.setbacks li")).to_contain_text("병원, 중단, 2025년 9월")


def test_on_the_time_line_it_counts_from_its_day(open_file: Open, map_file: Path) -> None:
    page = open_file(map_file).page
    page.evaluate("location.hash = 'county=KP0603&t=2025-02'")
    expect(page.locator("#possible")).to_be_hidden()
    expect(page.locator("#setbacks")).to_be_hidden()
    expect(page.locator("#details .card")).to_have_count(1)
    expect(page.locator("#details .claims")).to_have_count(0)
    expect(page.locator("#details .card .flag")).to_have_count(0)


def test_the_lists_are_there_without_scripts(open_file: Open, map_file: Path) -> None:
    page = open_file(map_file, java_script_enabled=False).page
    expect(page.locator("#possible li")).to_have_count(3)
    expect(page.locator("#possible li").first).to_be_visible()
    expect(page.locator("#setbacks a").first).to_be_visible()
