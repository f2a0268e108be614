"""The slider, play and the campaigns: the map as it stood at the end of a month."""

from __future__ import annotations

from calendar import month_name
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.sample_view import STAGES, sample_view

VIEW = sample_view()
ORDER = list(STAGES)


def last_day(date: str) -> str:
    """The last day that a date can mean, as the page reckons it."""
    return f"{date}-12-31" if len(date) == 4 else f"{date}-31" if len(date) == 7 else date


def known_on(item: dict[str, Any], stage: str, date: str) -> str:
    """The day from which a stage is known: its own, but not before a page reported it."""
    reported = min((one["published_on"] for one in item["evidence"] if one["stage"] == stage), default="")
    return max(last_day(date), reported)


def stages_by(month: str) -> dict[str, str]:
    """Polygon -> furthest stage of its latest campaign among what was reported up to the end of the month."""
    reached: dict[str, tuple[str, int]] = {}
    for item in VIEW["announcements"]:
        known = [
            stage for stage, date in item["dates"] if date and known_on(item, stage, date) <= f"{month}-31"
        ]
        if known and item["polygon"] and item["campaign"]:
            step = max(ORDER.index(stage) for stage in known)
            reached[item["polygon"]] = max(reached.get(item["polygon"], ("", 0)), (item["campaign"], step))
    return {polygon: ORDER[step] for polygon, (_, step) in reached.items()}


def drawn(page: Page) -> dict[str, str]:
    """Polygon -> stage that its path has the class of."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("path.county[class*='stage-']")]
          .map((path) => [path.dataset.pcode, path.getAttribute("class").split("stage-")[1]])
          .filter(([, stage]) => stage !== "none"))"""
    )
    return found


def to_month(page: Page, month: str) -> None:
    page.evaluate("month => { location.hash = `t=${month}`; }", month)
    expect(page.locator("#when-text")).to_contain_text(f"{month_name[int(month[5:])]} {month[:4]}")


def test_the_map_stands_as_it_did_at_the_end_of_the_month(page: Page) -> None:
    for month in ("2024-03", "2025-01", "2025-09", "2026-06"):
        to_month(page, month)
        assert drawn(page) == stages_by(month)
    assert stages_by("2024-03") and stages_by("2024-03") != stages_by("2025-01")


def test_the_legend_counts_and_the_table_follow_the_slider(page: Page) -> None:
    to_month(page, "2025-01")
    for stage in STAGES:
        shown = page.locator(f"[data-facet=stage] [data-value={stage}] .counties").text_content()
        assert int(shown or "") == list(stages_by("2025-01").values()).count(stage)
    page.locator("#all summary").click()
    known = [
        i
        for i in VIEW["announcements"] + VIEW["unplaced"]
        if any(d and known_on(i, stage, d) <= "2025-01-31" for stage, d in i["dates"])
    ]
    expect(page.locator("#all-table tbody tr")).to_have_count(len(known))
    expect(page.locator("#all-count")).to_have_text(
        f"({len(known)} of {len(VIEW['announcements']) + len(VIEW['unplaced'])})"
    )


def test_undated_stages_are_in_the_latest_state_only(open_file: Open, tmp_path: Path) -> None:
    from geo.page import render_map

    view = sample_view()
    item = view["announcements"][7]
    item["dates"] = [["operating", ""]]
    render_map(view).save(str(tmp_path / "map.html"))
    page = open_file(tmp_path / "map.html").page
    assert drawn(page)[item["polygon"]] == item["stage"]
    page.locator("#when").press("ArrowLeft")  # one before the latest state is the last month
    assert item["polygon"] not in drawn(page)


def test_a_stage_that_an_undated_page_tells_counts_from_its_own_day(
    open_file: Open, shipped_map: Path
) -> None:
    """The first page on Songchon's groundbreaking of 28 February 2024 is undated, the next of December."""
    page = open_file(shipped_map).page
    page.evaluate("location.hash = 'county=KP0717&t=2024-11'")
    expect(page.locator("#details")).to_contain_text("Groundbreaking")
    assert drawn(page)["KP0717"] == "groundbreaking"


def test_the_slider_is_moved_by_keys_and_says_where_it_stands(page: Page) -> None:
    slider = page.locator("#when")
    assert slider.get_attribute("aria-valuetext") == "Latest state"
    slider.press("Home")
    assert slider.get_attribute("aria-valuetext").startswith("As it stood at the end of ")  # type: ignore[union-attr]
    first = page.locator("#when-text").inner_text()
    slider.press("ArrowRight")
    assert page.locator("#when-text").inner_text() != first
    slider.press("End")
    expect(page.locator("#when-text")).to_have_text("Latest state")


def test_play_goes_on_by_itself_and_stops_when_told(page: Page) -> None:
    play = page.locator("#play")
    play.click()
    expect(play).to_have_attribute("aria-label", "Pause")
    start = page.locator("#when").input_value()
    page.wait_for_function(
        "start => Number(document.getElementById('when').value) > Number(start) + 1", arg=start
    )
    play.click()
    expect(play).to_have_attribute("aria-label", "Play")
    stopped = page.locator("#when").input_value()
    page.wait_for_timeout(900)
    assert page.locator("#when").input_value() == stopped


def test_with_reduced_motion_a_press_is_one_month(open_file: Open, sample_file: Path) -> None:
    page = open_file(sample_file, reduced_motion="reduce").page
    play = page.get_by_role("button", name="Next month")
    play.click()
    assert page.locator("#when").input_value() == "0"
    play.click()
    page.wait_for_timeout(900)
    assert page.locator("#when").input_value() == "1"


def test_a_campaign_button_shows_that_campaign_alone(page: Page) -> None:
    page.locator("#spans").get_by_text("2025").click()
    wanted = {i["polygon"] for i in VIEW["announcements"] if i["campaign"] == "2025" and i["polygon"]}
    assert set(drawn(page)) == wanted
    expect(page.locator("[data-facet=campaign] [data-value='2025'] button")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.locator("#spans").get_by_text("All").click()
    assert set(drawn(page)) == {c["pcode"] for c in VIEW["counties"] if c["stage"]}


def test_by_campaign_there_is_a_small_map_for_each(page: Page) -> None:
    page.get_by_role("button", name="By campaign").click()
    figures = page.locator("#multiples figure")
    expect(figures).to_have_count(len(VIEW["campaigns"]))
    expect(page.locator("#factorymap")).to_be_hidden()
    for campaign in VIEW["campaigns"]:
        figure = figures.filter(has_text=campaign["key"]).first
        expect(figure.locator("figcaption")).to_contain_text(f"{campaign['named']} of 20")
        coloured = {
            i["polygon"] for i in VIEW["announcements"] if i["campaign"] == campaign["key"] and i["polygon"]
        }
        expect(figure.locator("path.county:not(.stage-none)")).to_have_count(len(coloured))
    page.get_by_role("button", name="One map").click()
    expect(page.locator("#factorymap")).to_be_visible()
