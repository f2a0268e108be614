"""
Take the picture of the review page in docs/reviewing.md: `make_review_picture.py FOLDER`.

The page is that of the shipped articles, with two decisions made on it by keyboard.
"""

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from make_pictures import COLOURS
from make_preview import chromium
from PIL import Image
from playwright.sync_api import Page, expect

from geo import pipeline
from geo.desk import open_desk, serve

DRAWN_MS = 60_000


def prepare(page: Page) -> None:
    """Accept a possible event, correct an unsure one, look at the map, and come to rest on a conflict."""
    page.locator("#item .card").first.wait_for()
    page.locator('#kinds button[data-kind="possible"]').click()
    page.locator("#list").focus()
    page.locator("#item .card").first.wait_for()
    page.keyboard.press("a")
    expect(page.locator("#effects ul")).to_have_count(1, timeout=DRAWN_MS)
    page.locator('#kinds button[data-kind="confidence"]').click()
    page.locator("#list").focus()
    for key in "jjj":
        page.keyboard.press(key)
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    expect(page.locator("#effects ul")).to_have_count(2, timeout=DRAWN_MS)
    page.keyboard.press("g")
    expect(page.locator("#map-state")).to_have_text("The map shows all decisions.", timeout=DRAWN_MS)
    page.wait_for_selector("#preview p", timeout=DRAWN_MS)
    expect(page.locator("#said")).to_be_empty(timeout=DRAWN_MS)


def main() -> None:
    """Write review.png into a folder."""
    with TemporaryDirectory() as place, chromium() as browser:
        desk = open_desk(tuple(pipeline.extract()), Path(place) / "decisions.csv", by="A. Analyst")
        with serve(desk, language="en") as served:
            page = browser.new_page(viewport={"width": 1400, "height": 860})
            page.goto(served.address)
            page.wait_for_selector("html.ready", state="attached")
            prepare(page)
            picture = Image.open(BytesIO(page.screenshot()))
            picture.quantize(COLOURS).save(Path(sys.argv[1], "review.png"), optimize=True)


if __name__ == "__main__":
    main()
