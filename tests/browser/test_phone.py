"""On a phone: the county's page as a sheet, taps that miss by little, language and ground by the reader."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from geo.page import render_map
from tests.browser.conftest import Open
from tests.browser.looking import eventually
from tests.browser.tabs import wait_for_scripts
from tests.sample_view import sample_view

PHONE = {"has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
VIEW = sample_view()


@pytest.fixture(scope="module")
def phone(browser: Browser, shipped_map: Path) -> BrowserContext:  # type: ignore[misc]
    """A telephone that keeps what is chosen."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, **PHONE)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext, shipped_map: Path) -> Page:  # type: ignore[misc]
    """The shipped map on it."""
    page = phone.new_page()
    page.goto(shipped_map.as_uri())
    wait_for_scripts(page)
    yield page
    page.close()


def sign_of(page: Page, name: str) -> tuple[float, float]:
    """Where the sign of a county is on the screen."""
    found: list[float] = page.evaluate(
        """name => {
          const pcode = document.querySelector(`path.county[aria-label^="${name}"]`).dataset.pcode;
          const { counties } = JSON.parse(document.getElementById("view").textContent);
          const [lat, lon] = counties.label[counties.pcode.indexOf(pcode)];
          const at = factorymap.latLngToContainerPoint([lat, lon]);
          const box = document.getElementById("factorymap").getBoundingClientRect();
          return [box.left + at.x, box.top + at.y];
        }""",
        name,
    )
    return found[0], found[1]


def opened(page: Page, name: str) -> None:
    page.wait_for_function("() => document.querySelector('path.county[role=button][aria-label]')")
    page.touchscreen.tap(*sign_of(page, name))
    expect(page.locator("#details h2")).to_contain_text(name)


def test_a_county_opens_as_a_sheet_over_the_map(page: Page) -> None:
    opened(page, "Kyongsong")
    sheet, drawing = page.locator("#details").bounding_box(), page.locator("#factorymap").bounding_box()
    assert sheet and drawing
    assert abs(sheet["y"] + sheet["height"] - 740) <= 1 and sheet["width"] == 360
    assert drawing["y"] < sheet["y"] < drawing["y"] + drawing["height"]  # over the map, whose top is seen
    page.locator("#details .close").tap()
    expect(page.locator("#details")).not_to_have_class("open")


def test_back_closes_the_sheet(page: Page) -> None:
    opened(page, "Kyongsong")
    page.wait_for_function("() => location.hash.includes('county')")
    page.go_back()
    expect(page.locator("#details h2")).to_have_text("Newest reports")


@pytest.mark.parametrize(("far", "closes"), [(120, True), (25, False)])
def test_a_swipe_down_on_its_head_closes_the_sheet(page: Page, far: int, closes: bool) -> None:
    opened(page, "Kyongsong")
    box = page.locator("#details .details-head").bounding_box()
    assert box
    session = page.context.new_cdp_session(page)
    x, y = box["x"] + 60, box["y"] + 20
    for kind, to in (("touchStart", 0), ("touchMove", far // 2), ("touchMove", far), ("touchEnd", None)):
        points = [] if to is None else [{"x": x, "y": y + to}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    if closes:
        expect(page.locator("#details h2")).to_have_text("Newest reports")
    else:
        expect(page.locator("#details h2")).to_contain_text("Kyongsong")
        assert page.locator("#details").evaluate("node => node.style.transform") == ""


def test_a_tap_beside_a_sign_means_its_county(page: Page) -> None:
    """In the sea, 20 pixels from a small county; 60 pixels from it nothing is meant."""
    page.wait_for_function("() => document.querySelector('path.county[role=button][aria-label]')")
    x, y = sign_of(page, "Sinpho")
    page.touchscreen.tap(x + 10, y + 17)
    expect(page.locator("#details h2")).to_contain_text("Sinpho")
    page.keyboard.press("Escape")
    page.locator("#factorymap").evaluate("node => node.scrollIntoView()")
    x, y = sign_of(page, "Sinpho")
    page.touchscreen.tap(x + 60, y + 60)
    expect(page.locator("#details h2")).to_have_text("Newest reports")


def test_in_a_frame_as_high_as_the_page_the_sheet_lies_over_the_map_too(
    open_file: Open, tmp_path: Path
) -> None:
    text = render_map(VIEW).get_root().render()
    frame = f'<iframe style="border: 0; width: 360px; height: 3000px" srcdoc="{escape(text)}"></iframe>'
    (tmp_path / "host.html").write_text(f"<!DOCTYPE html><title>host</title>{frame}", encoding="utf-8")
    host = open_file(tmp_path / "host.html", 400, 740, **PHONE).page
    inner = host.frame_locator("iframe")
    inner.locator("html.scripted").wait_for()
    item = next(one for one in VIEW["announcements"] if one["latest"] and one["polygon"])
    inner.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    sheet, drawing = inner.locator("#details").bounding_box(), inner.locator("#factorymap").bounding_box()
    assert sheet and drawing
    assert drawing["y"] < sheet["y"] < drawing["y"] + drawing["height"]


# ---- language and ground ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "made", "speaks"),
    [("ko-KR", "", "ko"), ("de-DE", "", "en"), ("ko-KR", "en", "en"), ("en-US", "ko", "ko")],
)
def test_the_page_opens_in_the_language_of_the_browser_unless_its_maker_says_otherwise(
    open_file: Open, tmp_path: Path, locale: str, made: str, speaks: str
) -> None:
    render_map({**VIEW, "language": made}).save(str(tmp_path / "map.html"))
    page = open_file(tmp_path / "map.html", locale=locale).page
    assert page.locator("html").get_attribute("lang") == speaks


def test_language_and_ground_are_kept_for_the_next_visit(phone: BrowserContext, shipped_map: Path) -> None:
    first = phone.new_page()
    first.goto(shipped_map.as_uri())
    wait_for_scripts(first)
    first.locator("button[data-lang=ko]").tap()
    first.locator("#share summary").tap()
    first.locator("#theme").tap()
    first.close()
    second = phone.new_page()
    second.goto(shipped_map.as_uri())
    wait_for_scripts(second)
    assert second.locator("html").get_attribute("lang") == "ko"
    assert second.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    second.evaluate("localStorage.clear()")
    second.close()


def test_a_frame_that_may_keep_nothing_works_all_the_same(open_file: Open, tmp_path: Path) -> None:
    text = render_map(VIEW).get_root().render()
    frame = f'<iframe sandbox="allow-scripts" width=900 height=700 srcdoc="{escape(text)}"></iframe>'
    (tmp_path / "host.html").write_text(f"<!DOCTYPE html><title>host</title>{frame}", encoding="utf-8")
    host = open_file(tmp_path / "host.html", 1000, 800).page
    inner = host.frame_locator("iframe")
    inner.locator("html.scripted").wait_for()
    inner.locator("button[data-lang=ko]").click()
    inner.locator("#share summary").click()
    inner.locator("#theme").click()
    eventually(host, lambda: inner.locator("html").get_attribute("lang") == "ko")
