"""On paper, without scripts, and with nobody to ask."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.looking import boxes, country_box, inside, overlap, settle
from tests.sample_view import sample_view

VIEW = sample_view()
MM = 96 / 25.4
MARGIN_MM = 12
A4 = {"portrait": (210, 297), "landscape": (297, 210)}
PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")


def on_paper(page: Page, turned: str, scheme: str = "light") -> tuple[float, float]:
    """Lay the page out as on A4; width and height of what a sheet holds, in CSS pixels."""
    width, height = ((side - 2 * MARGIN_MM) * MM for side in A4[turned])
    page.set_viewport_size({"width": int(width), "height": int(height)})
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    if page.locator("html.scripted").count():
        settle(page)
    return width, height


@pytest.mark.parametrize("turned", A4)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_sheet_holds_the_whole_country_with_legend_and_date(
    open_file: Open, sample_file: Path, turned: str, scripts: bool
) -> None:
    page = open_file(sample_file, java_script_enabled=scripts).page
    width, height = on_paper(page, turned)
    sheet = {"x": 0, "y": 0, "width": width, "height": height}
    assert inside(country_box(page), sheet)
    (drawing,) = boxes(page, "#factorymap")
    assert inside(drawing, sheet) and inside(country_box(page), drawing)
    assert drawing["height"] > height / 3
    for selector in ("h1", ".dates", ".facets", ".key"):
        (box,) = boxes(page, selector)
        assert inside(box, sheet) and not overlap(box, drawing), selector
    for selector in ("#all-table", ".about", "footer"):
        (box,) = boxes(page, selector)
        assert box["y"] >= drawing["y"] + drawing["height"] - 1, selector
    assert not [box for box in boxes(page, "main > *") if box["x"] + box["width"] > width + 1]


@pytest.mark.parametrize("turned", A4)
def test_the_pdf_has_few_sheets(page: Page, turned: str) -> None:
    paper = page.pdf(format="A4", landscape=turned == "landscape", print_background=True)
    assert 2 <= len(PAGES.findall(paper)) <= 12
    assert len(paper) < 2_000_000


def test_a_dark_page_prints_on_white(open_file: Open, sample_file: Path) -> None:
    page = open_file(sample_file, color_scheme="dark").page
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    on_paper(page, "portrait", "dark")
    assert page.evaluate(ground) in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)") and dark != page.evaluate(
        ground
    )
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize(("system", "chosen"), [("light", "rgb(20, 24, 29)"), ("dark", "rgb(255, 255, 255)")])
def test_readers_may_choose_the_other_ground(
    open_file: Open, sample_file: Path, system: str, chosen: str
) -> None:
    page = open_file(sample_file, color_scheme=system).page
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)
    page.locator("#share summary").click()
    page.locator("#theme").click()
    assert page.evaluate(ground) == chosen != before
    page.locator("#theme").click()
    assert page.evaluate(ground) == before


def test_without_scripts_map_legend_table_and_sources_are_there(open_file: Open, sample_file: Path) -> None:
    page = open_file(sample_file, java_script_enabled=False).page
    (frame,) = boxes(page, "#factorymap")
    assert inside(country_box(page), frame)
    assert len(boxes(page, "path.county")) == len(VIEW["counties"])
    county = next(one for one in VIEW["counties"] if one["stage"] == "completed")
    fills = [
        page.locator(f"path[data-pcode='{county['pcode']}']").evaluate("node => getComputedStyle(node).fill"),
        page.locator("#legend .swatch .stage-completed").first.evaluate(
            "node => getComputedStyle(node).fill"
        ),
    ]
    assert fills[0] == fills[1]
    for selector in ("h1", "#legend", "#all-table", ".sources", "footer"):
        expect(page.locator(selector).first).to_be_visible()
    rows = page.locator("#all-table tbody tr")
    expect(rows).to_have_count(len(VIEW["announcements"]) + len(VIEW["unplaced"]))
    for button in page.locator("button, input, select").all():
        expect(button).to_be_hidden()
