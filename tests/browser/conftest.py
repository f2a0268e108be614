"""A real Chromium for the map page, with the network shut and every complaint of the page kept."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from geo.cli import cli
from geo.page import render_map
from tests.browser.looking import PATIENCE_MS, settle
from tests.sample_view import sample_view

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
OUTSIDE = re.compile(r"^(?!file:|data:|about:|blob:)")

Open = Callable[..., "Opened"]


@dataclass
class Opened:
    """A page with what it asked for and complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Start to listen; requests that leave the machine are recorded and go nowhere."""
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        self.page.route(OUTSIDE, lambda route: (self.requests.append(route.request.url), route.abort()))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def find_chromium() -> str:
    """The executable that FACTORYMAP_CHROMIUM names, or the one that the system has."""
    named = os.environ.get("FACTORYMAP_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.fail(
            "No Chromium found. Install it as root: apt-get install chromium. Or let FACTORYMAP_CHROMIUM "
            "name an executable.",
            pytrace=False,
        )
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one the tests fail and say what to install."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample view."""
    path = tmp_path_factory.mktemp("page") / "map.html"
    render_map(sample_view()).save(str(path))
    return path


@pytest.fixture
def open_file(browser: Browser) -> Iterator[Open]:
    """Open a file at a size; at the end every page must have kept quiet and asked nobody."""
    opened: list[Opened] = []
    contexts: list[BrowserContext] = []

    def open_at(path: Path, width: int = 1400, height: int = 900, **options: object) -> Opened:
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **options))
        contexts[-1].set_default_timeout(PATIENCE_MS)
        contexts[-1].set_default_navigation_timeout(4 * PATIENCE_MS)
        one = Opened(contexts[-1].new_page())
        opened.append(one)
        one.watch()
        one.page.goto(path.as_uri())
        if options.get("java_script_enabled", True):
            wait_for_scripts(one.page)
        return one

    yield open_at
    for context in contexts:
        context.close()
    assert [one.errors for one in opened if one.errors] == []
    assert [one.requests for one in opened if one.requests] == []


@pytest.fixture
def page(open_file: Open, sample_file: Path) -> Page:
    """The sample page on a wide screen."""
    return open_file(sample_file).page


def wait_for_scripts(page: Page) -> None:
    """Its scripts begin after the first paint, which may be after it has loaded; then it is laid out anew."""
    if page.locator("#factorymap").count():
        page.wait_for_selector("html.scripted", state="attached")
        settle(page)


def build(folder: Path, *arguments: object) -> Path:
    """The map that the command writes."""
    ended = CliRunner().invoke(cli, ["build", *map(str, arguments), "-o", str(folder)])
    assert ended.exit_code == 0, ended.output
    return folder / "map.html"


@pytest.fixture(scope="session")
def shipped_map(shipped_outputs: Path) -> Path:
    """The map of the shipped articles."""
    return shipped_outputs / "map.html"
