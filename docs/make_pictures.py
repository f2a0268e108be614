"""
Take the pictures of the documentation: `make_pictures.py MAP.html FOLDER`.

Opens the map in Chromium as readers do, from disk and with the network off, and writes one PNG for each
of the situations below.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from make_preview import chromium, settle
from PIL import Image
from playwright.sync_api import Page


@dataclass(frozen=True, slots=True)
class Picture:
    """A situation in which a picture is taken."""

    name: str
    width: int
    height: int
    prepare: Callable[[Page], object] = lambda page: None
    scheme: str = "light"
    scripts: bool = True


def open_county(page: Page) -> None:
    """Open a county with the keyboard."""
    page.locator("path.county[tabindex='0']").focus()
    page.keyboard.press("Enter")


def to_sheet(page: Page) -> None:
    """Lay the page out as on paper."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def to_view(address: str) -> Callable[[Page], object]:
    """Go to a view by its address."""
    return lambda page: page.evaluate("view => { location.hash = view; }", address)


PICTURES = (
    Picture("start", 1280, 800),
    Picture("earlier-day", 1280, 800, to_view("t=2025-03")),
    Picture("compact", 650, 560, to_view("ui=map")),
    Picture("phone-county", 360, 740, to_view("county=KP0717")),
    Picture("county-dark", 1000, 640, open_county, scheme="dark"),
    Picture("campaigns", 1280, 800, to_view("view=campaigns")),
    Picture("korean", 1280, 800, lambda page: page.locator("button[data-lang=ko]").click()),
    Picture("phone", 360, 740),
    Picture("no-script", 800, 640, scripts=False),
    Picture("sheet", 703, 920, to_sheet),
)


COLOURS = 128
"""Of a palette, which makes the files a third as large."""


def take_pictures(page_file: Path, folder: Path) -> None:
    """Write the pictures of a page."""
    folder.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for one in PICTURES:
            options: dict[str, Any] = {"color_scheme": one.scheme, "java_script_enabled": one.scripts}
            size = {"width": one.width, "height": one.height}
            context = browser.new_context(viewport=size, offline=True, reduced_motion="reduce", **options)
            page = context.new_page()
            page.goto(page_file.resolve().as_uri(), wait_until="load")
            settle(page)
            one.prepare(page)
            settle(page)
            picture = Image.open(BytesIO(page.screenshot()))
            picture.convert("RGB").quantize(COLOURS).save(folder / f"{one.name}.png", optimize=True)
            context.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: make_pictures.py MAP.html FOLDER")
    take_pictures(Path(sys.argv[1]), Path(sys.argv[2]))
