"""Names on the map of the shipped articles, measured against the polygons that they lie on."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo.view import MapView, map_view
from tests.browser.looking import letters, overlap, settle
from tests.browser.tabs import wait_for_scripts

SIZES = {320: 640, 480: 800, 768: 1000, 1100: 800, 1600: 1000}
"""Width -> height of a window."""
SITES_NAMED = {320: 0.3, 480: 0.9, 768: 0.95, 1100: 0.9, 1600: 0.95}
"""Width -> share of the coloured counties whose names are there at least."""
SHARES = """named => {
  const coloured = [...document.querySelectorAll("path.county")]
    .filter((path) => /stage-(?!none)/.test(path.getAttribute("class")))
    .map((path) => ({ path, own: path.dataset.pcode, box: path.getBoundingClientRect() }));
  const inverse = coloured[0].path.getScreenCTM().inverse();
  return named.map(([box, own]) => {
    const near = coloured.filter((one) => !own.includes(one.own) && one.box.left < box.x + box.width
      && box.x < one.box.right && one.box.top < box.y + box.height && box.y < one.box.bottom);
    let hits = 0;
    for (let i = 0; i < 44 && near.length; i += 1) {
      const [x, y] = [((i % 11) + 0.5) / 11, (Math.floor(i / 11) + 0.5) / 4];
      const spot = new DOMPoint(box.x + x * box.width, box.y + y * box.height).matrixTransform(inverse);
      hits += near.some(({ path }) => path.isPointInFill(spot));
    }
    return hits / 44;
  });
}"""
"""Of each box with the P-codes that are its own, the share that lies on other coloured counties."""


LIES_ON = """([box, pcodes]) => {
  const paths = pcodes.map((pcode) => document.querySelector(`path[data-pcode=${pcode}]`)).filter(Boolean);
  const inverse = paths[0].getScreenCTM().inverse();
  const spots = [...Array(44).keys()].map((i) => new DOMPoint(box.x + (((i % 11) + 0.5) / 11) * box.width,
    box.y + ((Math.floor(i / 11) + 0.5) / 4) * box.height).matrixTransform(inverse));
  return spots.filter((spot) => paths.some((path) => path.isPointInFill(spot))).length / 44;
}"""


@pytest.fixture(scope="module")
def country() -> MapView:
    """Names and P-codes of all counties."""
    return map_view([])


@pytest.fixture(scope="module")
def shown(browser: Browser, shipped_map: Path) -> Page:  # type: ignore[misc]
    """One visit that goes through all sizes."""
    page = browser.new_page(viewport={"width": 1100, "height": 800}, reduced_motion="reduce")
    page.goto(shipped_map.as_uri())
    wait_for_scripts(page)
    yield page
    page.close()


def at(page: Page, width: int, language: str) -> list[dict[str, Any]]:
    """The names at a size."""
    page.set_viewport_size({"width": width, "height": SIZES[width]})
    page.locator(f"button[data-lang={language}]").dispatch_event("click")
    settle(page)
    page.wait_for_timeout(50)
    return letters(page)


def owners(country: MapView) -> dict[str, set[str]]:
    """What stands on the map -> P-codes of the counties that it may name."""
    found: dict[str, set[str]] = {}
    for county in country["counties"]:
        for name in (county["name"], county["name_ko"]):
            found.setdefault(name, set()).add(county["pcode"])
    return found


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("width", SIZES)
def test_no_name_lies_on_another_or_mostly_on_another_coloured_county(
    shown: Page, country: MapView, width: int, language: str
) -> None:
    names, known = at(shown, width, language), owners(country)
    assert [(a["text"], b["text"]) for a, b in combinations(names, 2) if overlap(a, b)] == []
    places = [one for one in names if one["kind"] not in ("province", "land")]
    shares = shown.evaluate(SHARES, [[one, [*own_of(one, known)]] for one in places])
    faults = {one["text"]: share for one, share in zip(places, shares, strict=True) if share > 0.5}
    assert faults == {}
    coloured = shown.locator("path.county[class*=stage-]:not(.stage-none)").count()
    assert len(places) >= SITES_NAMED[width] * coloured


def own_of(name: dict[str, Any], known: dict[str, set[str]]) -> set[str]:
    """P-codes of the counties that a name on the map may mean."""
    return known[name["text"].split(" (")[0].split("(")[0]]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("width", SIZES)
def test_the_county_that_is_open_is_always_named(
    shown: Page, country: MapView, width: int, language: str
) -> None:
    at(shown, width, language)
    known = owners(country)
    for county in country["counties"][3::29]:
        view = f"county={county['pcode']}&lang={language}"
        shown.evaluate("view => postMessage({factorymap: view}, '*')", view)
        shown.wait_for_function("pcode => location.hash.includes(pcode)", arg=county["pcode"])
        names = letters(shown)
        (box,) = (one for one in names if county["pcode"] in known.get(one["text"].split(" (")[0], ()))
        assert shown.evaluate(SHARES, [[box, [county["pcode"]]]])[0] <= 0.5
        assert not [one for one in names if one is not box and overlap(one, box)]


def test_provinces_stand_where_they_stood_at_every_zoom(shown: Page) -> None:
    """And none goes while the map comes nearer, until it shows both scripts."""
    at(shown, 1600, "en")
    before: dict[str, str] = {}
    for zoom in (6.9, 7.3, 7.7, 8.2, 8.8):
        shown.evaluate("zoom => factorymap.setView([40.2, 127.2], zoom, {animate: false})", zoom)
        now = dict(
            shown.eval_on_selector_all(
                "#names .province",
                "all => all.map((one) => [one.textContent, one.outerHTML.replace(/>.*/, '')])",
            )
        )
        assert all(now[name] == place for name, place in before.items() if name in now) and len(now) > 1
        before |= now
    shown.get_by_role("button", name="Show the whole country").click()


@pytest.mark.parametrize("width", [768, 1100, 1600])
def test_a_province_is_named_where_it_is(shown: Page, country: MapView, width: int) -> None:
    """Its name lies on it or beside it, not on another."""
    names = [one for one in at(shown, width, "en") if one["kind"] == "province"]
    provinces = {one["name"].upper(): one["name"] for one in country["provinces"]}
    assert len(names) > 4
    for one in names:
        others = [each["pcode"] for each in country["counties"] if each["province"] != provinces[one["text"]]]
        assert shown.evaluate(LIES_ON, [one, others]) <= 0.5, one["text"]


def test_two_counties_of_one_name_are_told_apart(shown: Page) -> None:
    assert "Unsan (N. Phyongan)" in {one["text"] for one in at(shown, 1600, "en")}
    assert {one["text"] for one in at(shown, 1600, "ko")} >= {"운산군"}
