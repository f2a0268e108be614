"""The story: chart, headline of the day, steps of a file, small maps with names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from geo.page import render_map
from geo.view import read_story
from tests.browser.conftest import Open
from tests.browser.looking import letters, named, settle
from tests.browser.tabs import wait_for_scripts
from tests.sample_view import sample_view

STORY = """
[[step]]
caption = { en = "Songchon <b>first</b>.", ko = "성천군이 먼저." }
county = "Songchon"
date = "2025-02"
zoom = 8
[[step]]
caption = "Those of 2025."
campaign = "2025"
[[step]]
caption = "Three years."
view = "campaigns"
"""


@pytest.fixture(scope="module")
def visit(browser: Browser, shipped_map: Path) -> Page:  # type: ignore[misc]
    """One visit of the shipped map that the tests of this module share."""
    page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    page.goto(shipped_map.as_uri())
    wait_for_scripts(page)
    yield page
    page.close()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample map with a story."""
    folder = tmp_path_factory.mktemp("story")
    (folder / "story.toml").write_text(STORY, encoding="utf-8")
    steps = [
        {"caption": one.caption, "view": one.view, "zoom": one.zoom}
        for one in read_story(folder / "story.toml")
    ]
    render_map({**sample_view(), "story": steps}).save(str(folder / "map.html"))
    return folder / "map.html"


def at_month(page: Page, month: str) -> None:
    page.evaluate("view => postMessage({factorymap: view}, '*')", f"t={month}" if month else "")
    expect(page.locator("#when-text")).to_have_text(
        "Latest state" if not month else f"As it stood at the end of {'March 2025'}"
    )


# ---- chart -----------------------------------------------------------------------------------------------


def test_the_chart_stands_over_the_months_of_the_slider_and_a_click_takes_it_there(visit: Page) -> None:
    chart, slider = visit.locator("#chart").bounding_box(), visit.locator("#when").bounding_box()
    assert chart and slider
    assert abs(chart["x"] - slider["x"] - 8) <= 1 and abs(chart["width"] - slider["width"] + 16) <= 1
    assert chart["y"] + chart["height"] <= slider["y"] + 1
    visit.mouse.click(chart["x"] + chart["width"] / 2, chart["y"] + 20)
    middle = int(visit.locator("#when").get_attribute("max") or 0) / 2
    assert abs(int(visit.locator("#when").input_value()) - middle) <= 0.5
    covered = visit.locator("#chart .later").bounding_box()
    assert covered and covered["x"] == pytest.approx(chart["x"] + chart["width"] / 2, abs=chart["width"] / 20)
    at_month(visit, "")


def test_the_chart_has_a_text_that_adds_up_to_the_dated_stages(visit: Page) -> None:
    said = visit.locator("#chart").get_attribute("aria-label") or ""
    assert visit.locator("#chart").get_attribute("role") == "img"
    bars = visit.locator("#chart path").evaluate_all(
        "all => all.flatMap((path) => path.getAttribute('d').match(/v\\d+/g).map((v) => Number(v.slice(1))))"
    )
    told = sum(int(number) for number in re.findall(r"[a-z] (\d+)(?=[,.])", said.split(". ", 2)[2]))
    assert sum(bars) == told > 100
    assert said.startswith("Stages reported by month, February 2024 to ")


def test_the_chart_follows_the_filters(visit: Page) -> None:
    before = visit.locator("#chart").get_attribute("aria-label")
    visit.evaluate("postMessage({factorymap: 'campaign=2024'}, '*')")
    expect(visit.locator("#chart")).not_to_have_attribute("aria-label", before or "")
    at_month(visit, "")
    expect(visit.locator("#chart")).to_have_attribute("aria-label", before or "")


# ---- headline --------------------------------------------------------------------------------------------


def test_the_headline_tells_the_day_that_is_shown_and_says_when_it_is_of_the_whole(visit: Page) -> None:
    headline, takeaway = visit.locator(".headline"), visit.locator(".takeaway")
    whole = headline.inner_text(), takeaway.inner_text()
    at_month(visit, "2025-03")
    expect(headline).to_have_text("By March 2025: factories inaugurated in 20 of 36 named counties")
    assert visit.locator("#total-sites").text_content() == "36"
    expect(takeaway).to_contain_text(f"of {visit.locator('#total-projects').text_content()} projects")
    visit.evaluate("postMessage({factorymap: 'campaign=2025'}, '*')")
    expect(headline).to_have_text(whole[0])
    projects = visit.locator("#total-projects").text_content()
    expect(takeaway).to_have_text(
        f"The headline is of the whole map; below is a part of it: {projects} projects."
    )
    at_month(visit, "")
    assert (headline.inner_text(), takeaway.inner_text()) == whole


def test_a_day_after_all_reports_tells_the_same_as_the_latest_state(visit: Page) -> None:
    """What the script counts for a day is what the build counts for the whole."""
    counted = visit.evaluate("document.querySelector('.headline').textContent.match(/\\d+/g)")
    last = visit.evaluate("Number(document.getElementById('when').max) - 1")
    visit.locator("#when").fill(str(last))
    expect(visit.locator(".headline")).to_contain_text("By ")
    text = (visit.locator(".headline").text_content() or "").split(": ")[1]
    assert [word for word in text.split() if word.isdigit()] == counted
    at_month(visit, "")


def test_a_headline_of_ones_own_stays_and_is_called_that_of_the_whole_map(
    open_file: Open, tmp_path: Path
) -> None:
    own = {"headline": {"en": "Ours", "ko": "Ours"}, "own_headline": True}
    render_map({**sample_view(), **own}).save(str(tmp_path / "map.html"))
    page = open_file(tmp_path / "map.html").page
    page.locator("#when").fill("0")
    expect(page.locator(".headline")).to_have_text("Ours")
    expect(page.locator(".takeaway")).to_contain_text("The headline is of the whole map")


# ---- steps -----------------------------------------------------------------------------------------------


def test_a_story_goes_step_by_step_with_buttons_keys_and_addresses(open_file: Open, told: Path) -> None:
    page = open_file(told, reduced_motion="reduce").page
    expect(page.locator("#story .now")).to_have_text("Songchon <b>first</b>.")
    expect(page.locator("#details h2")).to_contain_text("Songchon")
    expect(page.locator("#when-text")).to_contain_text("February 2025")
    assert page.evaluate("factorymap.getZoom()") == pytest.approx(8, abs=0.01)
    page.get_by_role("button", name="Next step").click()
    expect(page.locator("#story .now")).to_have_text("Those of 2025.")
    expect(page.locator("#details h2")).to_have_text("Newest reports")
    page.wait_for_function("() => location.hash === '#step=2'")
    assert page.evaluate("factorymap.getZoom()") < 7.5
    page.keyboard.press("ArrowRight")
    expect(page.locator("#multiples")).to_be_visible()
    expect(page.locator("#story-at")).to_have_text("3 of 3")
    assert page.locator("#story-next").get_attribute("aria-disabled") == "true"
    page.keyboard.press("ArrowRight")
    expect(page.locator("#story-at")).to_have_text("3 of 3")
    page.keyboard.press("ArrowLeft")
    page.locator("button[data-lang=ko]").click()
    page.get_by_role("button", name="이전 장면").click()
    expect(page.locator("#story .now")).to_have_text("성천군이 먼저.")


def test_a_step_with_something_else_chosen_has_an_address_too(open_file: Open, told: Path) -> None:
    page = open_file(told, reduced_motion="reduce").page
    page.evaluate("location.hash = 'step=2&lang=ko'")
    expect(page.locator("#story-at")).to_have_text("3 중 2")
    page.locator("[data-facet=campaign] [data-value='2024'] button").dispatch_event("click")
    page.wait_for_function("() => /step=2&campaign=2025,2024&lang=ko/.test(location.hash)")
    page.evaluate("location.hash = 'step=9'")
    page.wait_for_function("() => location.hash === ''")


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_wrong_in_a_story(open_file: Open, told: Path, width: int) -> None:
    page = open_file(told, width, 740, reduced_motion="reduce").page
    named(page)
    assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []


def test_without_scripts_the_captions_stand_one_under_the_other(open_file: Open, told: Path) -> None:
    page = open_file(told, java_script_enabled=False).page
    assert page.locator("#story li:visible").count() == 3


# ---- small maps ------------------------------------------------------------------------------------------


def test_numbers_over_a_small_map_are_those_of_the_filters_and_of_the_map(visit: Page) -> None:
    visit.evaluate("postMessage({factorymap: 'view=campaigns'}, '*')")
    expect(visit.locator("#multiples figure")).to_have_count(3)
    for figure in visit.locator("#multiples figure").all():
        year = figure.locator("b").inner_text()
        sites = visit.locator(f"[data-facet=campaign] [data-value='{year}'] .sites").text_content()
        assert f"{sites} sites of the policy" in figure.locator("figcaption").inner_text()
        coloured = figure.locator("path.county[class*=stage-]:not(.stage-none)").count()
        first, *parts = map(int, re.findall(r"\d+", figure.locator("small").inner_text()))
        assert first == sum(parts) == coloured
    at_month(visit, "")


def test_small_maps_use_the_width_have_names_and_mark_the_open_county(visit: Page) -> None:
    visit.evaluate("postMessage({factorymap: 'view=campaigns&county=KP0717'}, '*')")
    expect(visit.locator("#multiples figure")).to_have_count(3)
    settle(visit)
    widths = visit.locator("#multiples").evaluate("node => [node.clientWidth, document.body.clientWidth]")
    assert widths[0] > 0.9 * widths[1]
    for figure in visit.locator("#multiples figure").all():
        assert figure.locator(".opened").get_attribute("d")
        assert "Songchon" in figure.locator(".names text").all_text_contents()
        assert figure.locator(".names text").count() > 12
    at_month(visit, "")
    assert not letters(visit) or visit.locator("#multiples").is_hidden()
