"""The published folder in a real browser: it opens from a disk, asks nobody, and runs nobody's text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Open


@pytest.mark.parametrize(
    "name", ["index.html", "compact.html", "counties/index.html", "counties/KP0717/index.html", "embed.html"]
)
def test_a_page_opens_from_a_disk(name: str, published: Path, open_file: Open) -> None:
    """The fixture fails on a request to anybody and on an error in the console."""
    page = open_file(published / name).page
    assert page.locator("body").inner_text().strip()
    for picture in page.locator("img").all():
        assert picture.evaluate("one => one.complete && one.naturalWidth") == 1200


def test_a_reader_goes_from_the_map_to_a_county_and_back_to_the_county_on_the_map(
    published: Path, open_file: Open
) -> None:
    page = open_file(published / "index.html").page
    page.locator("footer a", has_text="A page for each county").click()
    page.get_by_role("link", name="Songchon").first.click()
    assert page.locator("h1").inner_text() == "Songchon County 성천군"
    page.get_by_role("link", name="한국어").click()
    assert page.locator("h1").inner_text() == "성천군 Songchon"
    page.locator("nav [rel=next]").click()
    assert page.url.endswith("ko.html") and "KP0717" not in page.url
    page.go_back()
    page.get_by_role("link", name="지도에서 보기").click()
    page.wait_for_selector("html.scripted", state="attached")
    assert page.locator("#details-title").inner_text().startswith(("Songchon", "성천"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_county_page_fits_its_window(width: int, scheme: str, published: Path, open_file: Open) -> None:
    page = open_file(published / "counties" / "KP0717" / "ko.html", width=width, color_scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == "light")


def test_nothing_of_strangers_runs(hostile_site: Path, open_file: Open) -> None:
    folder = hostile_site
    counties = sorted((folder / "counties").glob("*/index.html"))
    page = open_file(folder / "counties" / "ko.html").page
    assert page.evaluate("window.pwned") is None
    for path in counties[:: len(counties) // 6]:
        page.goto(path.as_uri())
        assert page.evaluate("window.pwned") is None, path
