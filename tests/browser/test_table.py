"""The table of everything, a county's page beside it, and what is downloaded."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from playwright.sync_api import Page, expect
from shapely.geometry import shape

from geo.boundaries import county_layer
from geo.page import render_map
from tests.browser.conftest import Open
from tests.browser.looking import open_filters
from tests.sample_view import sample_view

VIEW = sample_view()
ITEMS = [*VIEW["announcements"], *VIEW["unplaced"]]


def column(page: Page, number: int) -> list[str]:
    """Its texts, whether or not the browser has drawn them yet."""
    return page.locator(f"#all-table tbody tr > :nth-child({number})").all_text_contents()


def test_the_table_is_sorted_by_its_headings(page: Page) -> None:
    page.locator("#all summary").click()
    page.get_by_role("button", name="Province").click()
    assert column(page, 2) == sorted(column(page, 2)) and any(column(page, 2))
    expect(page.locator("th[data-sort=province]")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Province").click()
    assert column(page, 2) == sorted(column(page, 2), reverse=True)
    assert len(column(page, 1)) == len(ITEMS)


def test_a_county_leads_to_its_row_and_the_row_back(page: Page) -> None:
    item = next(i for i in VIEW["announcements"] if i["latest"] and i["polygon"])
    page.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    page.get_by_role("button", name="Show in the table").click()
    row = page.locator("#all-table tr.chosen")
    expect(row).to_contain_text(item["place"])
    expect(row).to_be_in_viewport()
    assert page.evaluate("document.activeElement.closest('tr').classList.contains('chosen')")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_be_focused()


def test_rows_cite_pages_that_are_listed_with_links(page: Page) -> None:
    page.locator("#all summary").click()
    mark = page.locator("#all-table tbody a").first
    number = mark.get_attribute("href")
    mark.click()
    entry = page.locator(str(number))
    expect(entry).to_be_visible()
    assert entry.locator("a").get_attribute("rel") == "noopener noreferrer"


def test_arrows_and_buttons_go_from_county_to_county_and_escape_returns(page: Page) -> None:
    path = page.locator("path.county[tabindex='0']")
    path.focus()
    page.keyboard.press("Enter")
    first = page.locator("#details h2").inner_text()
    page.keyboard.press("ArrowRight")
    second = page.locator("#details h2").inner_text()
    assert second != first
    expect(page.locator("#details h2")).to_be_focused()
    page.get_by_role("button", name="Next county").click()
    assert page.locator("#details h2").inner_text() not in (first, second)
    page.get_by_role("button", name="Previous county").click()
    assert page.locator("#details h2").inner_text() == second
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('path.county')")


def test_a_month_is_told_to_be_only_a_month(page: Page) -> None:
    item = next(
        i
        for i in VIEW["announcements"]
        if i["latest"] and i["polygon"] and any(len(d) == 7 for _, d in i["dates"])
    )
    page.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    expect(page.locator(f"#details [data-id={item['id']}] .dates-list")).to_contain_text("month known")


# ---- downloads -------------------------------------------------------------------------------------------


def downloaded(page: Page, button: str) -> str:
    page.evaluate("document.getElementById('share').open = true")
    with page.expect_download() as waiting:
        page.locator(button).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8-sig")


def test_the_csv_holds_what_is_shown_and_runs_in_no_spreadsheet(open_file: Open, tmp_path: Path) -> None:
    view = sample_view()
    view["announcements"][0]["conflict"] = "=HYPERLINK(1)"
    view["announcements"][0]["evidence"][0]["text"] = '+1, "quoted"\nand more;=2'
    render_map(view).save(str(tmp_path / "map.html"))
    page = open_file(tmp_path / "map.html").page
    open_filters(page)
    page.locator("[data-facet=campaign] [data-value='2024'] button").click()
    rows = list(csv.DictReader(downloaded(page, "#get-csv").splitlines()))
    wanted = [i for i in [*view["announcements"], *view["unplaced"]] if i["campaign"] == "2024"]
    assert [row["id"] for row in rows] == [i["id"] for i in wanted]
    assert rows[0]["conflict"] == "'=HYPERLINK(1)"
    assert rows[0]["evidence"].startswith("'+1, \"quoted\" and more;'=2")
    assert rows[0]["source_urls"].startswith("https://example.org/")
    assert view["caveat"]["en"] in rows[0]["attribution"]


def test_the_geojson_holds_the_points_and_counties_of_that_day(open_file: Open, sample_file: Path) -> None:
    page = open_file(sample_file).page
    page.goto(f"{sample_file.as_uri()}#t=2025-01")
    page.reload()
    features = json.loads(downloaded(page, "#get-geojson"))["features"]
    drawn = page.eval_on_selector_all(
        "path.county[class*='stage-']:not(.stage-none)",
        "paths => Object.fromEntries(paths.map(p => [p.dataset.pcode, p.getAttribute('class').slice(13)]))",
    )
    counties = {f["id"]: f for f in features if f["properties"]["kind"] == "county"}
    assert {pcode: f["properties"]["stage"] for pcode, f in counties.items()} == drawn
    layer = county_layer().geometry
    for pcode, feature in counties.items():
        drawn_shape, true_shape = shape(feature["geometry"]), layer[pcode]
        assert drawn_shape.exterior.is_ccw if drawn_shape.geom_type == "Polygon" else True
        assert drawn_shape.buffer(0).symmetric_difference(true_shape).area < 0.12 * true_shape.area
    points = [f for f in features if f["properties"]["kind"] == "announcement"]
    assert len(points) == int(page.locator("#total-projects").text_content() or "")
    assert {f["properties"]["as_of"] for f in features} == {"2025-01"}
