"""The lite page: without Leaflet, and hardly anybody notices."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import folium
import pytest
import shapely
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import geo
from geo.errors import InputError
from geo.models import Run
from geo.page import render_map
from geo.page.page import topology_bounds
from geo.page.shapes import COARSE, Shapes, frame_of
from geo.view import MapOptions
from tests.browser.conftest import Open
from tests.browser.looking import boxes, country_box, eventually, inside, named
from tests.decided import Archive
from tests.sample_view import sample_view

VIEW = {**sample_view(), "lite": True}


@pytest.fixture
def lite(open_file: Open, lite_file: Path) -> Page:
    return open_file(lite_file, reduced_motion="reduce").page


def width_of(page: Page) -> float:
    """Of the country on the screen."""
    return country_box(page)["width"]


def test_the_map_of_the_shipped_articles_is_small(shipped_map: Path) -> None:
    """450 kB, and 150 kB as it is sent; what further reports tell is added to it."""
    page = shipped_map.read_bytes()
    assert len(page) <= 450_000 and len(gzip.compress(page, 9)) <= 150_000


def test_a_lite_map_of_the_shipped_articles_is_small(shipped: Archive) -> None:
    """
    What is stated takes 400 bytes a report beside the country and its words; docs/map-speed.md has the target
    for the articles of its day. Each possible report may add its words to it.
    """

    def written(run: Run) -> bytes:
        return geo.map_of(run, options=MapOptions(lite=True)).get_root().render().encode()

    stated, whole = written(replace(shipped.plain, possible=())), written(shipped.plain)
    told = sum(len(one.reports) for one in shipped.plain.announcements)
    assert len(stated) <= 200_000 + 400 * told and len(gzip.compress(stated)) <= 70_000 + 80 * told
    assert len(whole) - len(stated) <= 1_000 * len(shipped.plain.possible)
    assert b"Leaflet" not in whole


def test_the_whole_country_is_seen_and_names_stand_on_it(lite: Page) -> None:
    (frame,) = boxes(lite, "#factorymap")
    assert inside(country_box(lite), frame)
    assert len(boxes(lite, "#names text")) > 40
    lite.set_viewport_size({"width": 500, "height": 800})
    eventually(lite, lambda: boxes(lite, "#factorymap")[0]["width"] <= 500)
    eventually(lite, lambda: inside(country_box(lite), boxes(lite, "#factorymap")[0]))


def test_the_map_zooms_with_buttons_wheel_and_keys_and_comes_home(lite: Page) -> None:
    whole = width_of(lite)
    lite.get_by_role("button", name="Zoom in").click()
    assert width_of(lite) == pytest.approx(whole * 2**0.75, rel=0.01)
    lite.mouse.move(500, 400)
    lite.mouse.wheel(0, -240)
    eventually(lite, lambda: width_of(lite) > whole * 2)
    near = width_of(lite)
    lite.locator("#factorymap").focus()
    lite.keyboard.press("-")
    assert width_of(lite) < near
    before = country_box(lite)["x"]
    lite.keyboard.press("ArrowRight")
    assert country_box(lite)["x"] < before
    lite.get_by_role("button", name="Show the whole country").click()
    assert width_of(lite) == pytest.approx(whole, rel=0.01)


def test_the_map_follows_a_drag_and_never_leaves_the_country(lite: Page) -> None:
    for _ in range(3):
        lite.get_by_role("button", name="Zoom in").click()
    (frame,) = boxes(lite, "#factorymap")
    x, y = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2
    before = country_box(lite)
    lite.mouse.move(x, y)
    lite.mouse.down()
    lite.mouse.move(x + 60, y + 40, steps=3)
    lite.mouse.up()
    after = country_box(lite)
    assert (after["x"] - before["x"], after["y"] - before["y"]) == (
        pytest.approx(60, abs=1),
        pytest.approx(40, abs=1),
    )
    assert not lite.locator("#details .card").count()  # a drag opens no county
    for _ in range(60):
        lite.locator("#factorymap").press("ArrowRight")
    assert country_box(lite)["x"] + country_box(lite)["width"] > frame["x"] + frame["width"] / 2


def test_counties_open_with_pointer_and_keyboard(lite: Page) -> None:
    item = next(one for one in VIEW["announcements"] if one["latest"] and one["polygon"])
    lite.locator(f"path[data-pcode='{item['polygon']}']").click(force=True)
    expect(lite.locator("#details h2")).to_contain_text(item["place"])
    path = lite.locator("path.county[tabindex='0']")
    path.focus()
    lite.keyboard.press("ArrowDown")
    pcode = lite.evaluate("document.activeElement.dataset.pcode")
    lite.keyboard.press("Enter")
    name = next(county["name"] for county in VIEW["counties"] if county["pcode"] == pcode)
    expect(lite.locator("#details h2")).to_contain_text(name)


def test_axe_finds_nothing_wrong_in_a_lite_page(lite: Page) -> None:
    named(lite)
    found = Axe().run(lite).response["violations"]
    assert [(rule["id"], node["target"]) for rule in found for node in rule["nodes"]] == []


def test_layers_of_folium_are_refused() -> None:
    county_map = render_map(VIEW)
    folium.PolyLine([[39, 125], [40, 126]]).add_to(county_map)
    with pytest.raises(InputError, match="no Leaflet"):
        county_map.get_root().render()


def test_the_lines_of_a_lite_map_are_coarser_and_every_county_keeps_its_place() -> None:
    """To half a kilometre; neighbours still meet."""
    view = sample_view()
    frame = frame_of(topology_bounds(view["topology"]))
    fine, coarse = (Shapes(view["topology"], view["context"], frame, coarse=one) for one in (False, True))
    assert len("".join(dict(coarse.counties).values())) < 0.8 * len("".join(dict(fine.counties).values()))
    assert fine.polygons.keys() == coarse.polygons.keys()
    for pcode, shape in fine.polygons.items():
        other = coarse.polygons[pcode]
        assert shape.hausdorff_distance(other) < 3 * COARSE, pcode
        assert other.area == pytest.approx(shape.area, rel=0.2), pcode
    assert shapely.union_all(list(coarse.polygons.values())).area == pytest.approx(
        sum(shape.area for shape in coarse.polygons.values()), rel=0.001
    )
