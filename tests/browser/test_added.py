"""Sites with coordinates and layers for orientation: marks, keyboard, cards, names, and nothing hostile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.own_table import read_announcements
from geo.own_table.maps import map_of_table
from geo.view import MapOptions
from tests.browser.conftest import Open
from tests.browser.looking import eventually
from tests.own_table.test_draw_own import table
from tests.records import SONGCHON

HOSTILE = "<img src=x onerror=window.pwned=1>"
ROWS = table(
    "County,Facility,Stage,Date,Lat,Lon,Note,Source",
    f"Songchon,hospital,planned,2025-02,39.233,126.21,{HOSTILE},Example",
    "Hwangju,hospital,completed,2025-12,38.77,125.75,,Example",
    "Hwangju,hospital,completed,2025-12,39.98,125.24,,Example",
)


@pytest.fixture(scope="module", params=["whole", "lite"])
def added(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a table with points, over a river."""
    folder = tmp_path_factory.mktemp("added")
    line = {"type": "LineString", "coordinates": [[127.4, 40.4], [127.6, 40.2], [127.8, 40.4]]}
    river = {"type": "Feature", "properties": {"name": f"Changjin {HOSTILE}"}, "geometry": line}
    collection = {
        "type": "FeatureCollection",
        "name": "Rivers",
        "attribution": "A Survey",
        "features": [river],
    }
    (folder / "rivers.geojson").write_text(json.dumps(collection), encoding="utf-8")
    options = MapOptions(lite=request.param == "lite")
    drawn = map_of_table(read_announcements(ROWS), options=options, context=[folder / "rivers.geojson"])
    drawn.save(str(folder / "map.html"))
    return folder / "map.html"


def test_points_are_told_on_hover_by_key_and_on_the_card(added: Path, open_file: Open) -> None:
    page = open_file(added).page
    points = page.locator("#points .point")
    expect(points).to_have_count(3)
    assert page.locator("#points [tabindex='0']").count() == 1, "one tab stop for all points"
    points.nth(2).hover()
    expect(page.locator(".tip")).to_contain_text("km from Hwangju, which its row names")
    page.locator("#points [tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    assert "Hwangju · 38.77, 125.75" in str(
        page.evaluate("document.activeElement.getAttribute('aria-label')")
    )
    page.keyboard.press("Enter")
    expect(page.locator("#details .points li")).to_have_count(1)
    points.nth(0).click()
    expect(page.locator("#details .points")).to_contain_text(HOSTILE)
    eventually(page, lambda: page.evaluate("location.hash") == f"#county={SONGCHON}")
    page.locator("[data-lang=ko]").click()
    expect(page.locator("#details .points h3")).to_have_text("좌표가 있는 장소")
    expect(page.locator("#points-listed")).to_contain_text("황주군에서")
    assert page.evaluate("window.pwned") is None


def test_the_time_line_shows_no_site_before_its_project(added: Path, open_file: Open) -> None:
    page = open_file(added).page
    page.locator("#when").fill("3")
    expect(page.locator("#points .point:not([hidden])")).to_have_count(1)


def beside(page: Page) -> list[float]:
    """A point of the river on the screen."""
    found: list[float] = page.evaluate(
        """() => {
            const path = document.querySelector("#context [data-label]");
            const at = path.getPointAtLength(path.getTotalLength() / 4).matrixTransform(path.getScreenCTM());
            return [at.x, at.y];
        }"""
    )
    return found


def test_a_layer_is_named_and_a_click_on_it_opens_the_county_beneath(added: Path, open_file: Open) -> None:
    page = open_file(added).page
    page.mouse.move(*beside(page))
    expect(page.locator(".tip")).to_have_text(f"Changjin {HOSTILE}")
    page.mouse.click(*beside(page))
    eventually(page, lambda: str(page.evaluate("location.hash")).startswith("#county=KP"))
    expect(page.locator("ul.key")).to_contain_text("Rivers")
    expect(page.locator("footer")).to_contain_text("Rivers: A Survey")
    assert page.evaluate("window.pwned") is None


def test_seats_are_seen_closer_in_only(page: Page) -> None:
    opacity = "getComputedStyle(document.querySelector('.seats')).opacity"
    assert page.evaluate(opacity) == "0"

    def nearer() -> bool:
        page.locator("[data-name=zoom-in]").click()
        return bool(page.evaluate(opacity) == "1")

    eventually(page, nearer)
    dots = page.locator("#seats").get_attribute("d") or ""
    assert dots.count("h0") == 2
