"""
Take the picture at the head of the README: `make_preview.py MAP.html PICTURE.png`.

Opens the map in Chromium as a reader would, from disk and with the network off.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

WIDTH, HEIGHT = 1280, 785
"""Size of the window in CSS pixels; one pixel of the picture each."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; ends the program with one line if there is none."""
    names = (os.environ.get("FACTORYMAP_CHROMIUM", ""), *BROWSERS)
    browser_path = next((path for name in names if (path := shutil.which(name))), None)
    if browser_path is None:
        sys.exit(
            f"No Chromium found among: {', '.join(BROWSERS)}. Install one, or name it in FACTORYMAP_CHROMIUM."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(ARGUMENTS))
        yield browser
        browser.close()


def settle(page: Page) -> None:
    """Wait until a page has drawn itself."""
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(500)


def take_preview(page_file: Path, picture: Path) -> None:
    """Write a PNG of the page as it stands once it has drawn itself."""
    with chromium() as browser:
        context = browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, offline=True, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(page_file.resolve().as_uri(), wait_until="load")
        settle(page)
        page.screenshot(path=picture)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: make_preview.py MAP.html PICTURE.png")
    take_preview(Path(sys.argv[1]), Path(sys.argv[2]))
