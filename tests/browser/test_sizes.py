"""The whole country is seen at every size of window and frame, until the reader moves the map."""

from __future__ import annotations

from html import escape
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page

from tests.browser.conftest import Open
from tests.browser.looking import eventually, settle

SIZES = [*product((280, 360, 600, 1000, 1600), (300, 400, 560, 740, 1200)), (740, 360), (650, 560)]
LOW = 400
"""In windows of at least this height and width all of it is seen without scrolling."""
SEEN = """() => {
  const map = document.getElementById("factorymap");
  const own = map.getBoundingClientRect();
  const boxes = [...document.querySelectorAll("path.county")].map((path) => path.getBoundingClientRect());
  const sides = [Math.min(...boxes.map((b) => b.left)), Math.min(...boxes.map((b) => b.top)),
    Math.max(...boxes.map((b) => b.right)), Math.max(...boxes.map((b) => b.bottom))];
  return { map: own.toJSON(), sides, high: innerHeight, wide: innerWidth };
}"""


def fault(inner: Page | Frame, width: int, height: int) -> str:
    """What is wrong at a size; empty if all counties lie in the map and the map in the window."""
    seen = inner.evaluate(SEEN)
    own, (left, top, right, bottom) = seen["map"], seen["sides"]
    if (seen["wide"], seen["high"]) != (width, height):
        return f"still {seen['wide']} x {seen['high']}"
    if left < own["left"] or top < own["top"] or right > own["right"] or bottom > own["bottom"]:
        return f"{width} x {height}: counties beyond the map"
    if own["height"] > height or own["width"] > width:
        return f"{width} x {height}: the map is larger than the window"
    if min(width, height) >= LOW and own["bottom"] > height:
        return f"{width} x {height}: the foot of the map is below the fold"
    if right - left < 0.3 * own["width"] and bottom - top < 0.85 * own["height"]:
        return f"{width} x {height}: the country is small in the map"
    return ""


def faults(page: Page, inner: Page | Frame) -> list[str]:
    """Through all sizes, by turns of the window, or of the frame in it."""
    found = []
    for width, height in SIZES:
        if inner is page:
            page.set_viewport_size({"width": width, "height": height})
        else:
            page.locator("iframe").evaluate(
                "(node, [w, h]) => { node.style.width = `${w}px`; node.style.height = `${h}px`; }",
                [width, height],
            )
        settle(page)
        for _ in range(100):
            if not (said := fault(inner, width, height)):
                break
            page.wait_for_timeout(20)
        found.append(said)
    return list(filter(None, found))


@pytest.mark.parametrize("kind", ["map", "lite"])
@pytest.mark.parametrize("framed", [False, True], ids=["window", "frame"])
def test_all_counties_are_seen_at_every_size(
    open_file: Open, tmp_path: Path, sample_file: Path, lite_file: Path, kind: str, framed: bool
) -> None:
    text = {"map": sample_file, "lite": lite_file}[kind].read_text(encoding="utf-8")
    target = tmp_path / "map.html"
    frame = f'<iframe style="border: 0; width: 900px; height: 700px" srcdoc="{escape(text)}"></iframe>'
    target.write_text(f"<!DOCTYPE html><title>host</title>{frame}" if framed else text, encoding="utf-8")
    page = open_file(target, 1700, 1300).page
    if framed:
        page.frame_locator("iframe").locator("html.scripted").wait_for()
    assert faults(page, page.frames[1] if framed else page) == []


def test_a_tab_that_opens_later_and_a_phone_that_is_turned_show_the_country_too(
    open_file: Open, tmp_path: Path, sample_page: str
) -> None:
    target = tmp_path / "host.html"
    frame = f'<iframe style="border: 0; width: 100%; height: 600px" srcdoc="{escape(sample_page)}"></iframe>'
    target.write_text(
        "<!DOCTYPE html><title>host</title><meta name=viewport content=width=device-width>"
        f"<body style='margin: 0'><div hidden>{frame}</div><script>told = [];"
        "addEventListener('message', (event) => told.push(event.data))</script>",
        encoding="utf-8",
    )
    page = open_file(target, 390, 844, has_touch=True, is_mobile=True).page
    page.frame_locator("iframe").locator("html.scripted").wait_for(state="attached")
    assert page.evaluate("told") == []  # nothing is told of a frame without a width
    page.locator("div").evaluate("node => { node.hidden = false; }")
    inner = page.frames[1]
    eventually(page, lambda: not fault(inner, 390, 600))
    eventually(page, lambda: page.evaluate("told.length") > 0)
    page.set_viewport_size({"width": 844, "height": 600})
    eventually(page, lambda: not fault(inner, 844, 600))


def test_a_map_that_the_reader_has_moved_stays_where_it_is(open_file: Open, sample_file: Path) -> None:
    page = open_file(sample_file, 1400, 900, reduced_motion="reduce").page
    scale = """() => {
      const map = document.getElementById("map");
      return map.viewBox.baseVal.width / map.clientWidth;
    }"""
    page.get_by_role("button", name="Zoom in").click()
    near = page.evaluate(scale)
    page.set_viewport_size({"width": 900, "height": 700})
    settle(page)
    assert page.evaluate(scale) == pytest.approx(near, rel=0.01)
    page.get_by_role("button", name="Show the whole country").click()
    eventually(page, lambda: not fault(page, 900, 700))
