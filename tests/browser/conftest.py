"""A real Chromium for the map page, with the network shut and every complaint of the page kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, sync_playwright

from geo.cli import cli
from geo.page import render_map
from tests.browser.tabs import Opened, Tabs
from tests.conftest import Once
from tests.sample_view import sample_view

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is the same engine without the rest of a browser: pages open in two thirds of the time."""
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)

Open = Callable[..., Opened]


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
def sample_page(sample_file: Path) -> str:
    """Its text."""
    return sample_file.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def lite_file(once: Once) -> Path:
    """The lite page of the sample view."""
    page = render_map({**sample_view(), "lite": True})
    return once("lite", lambda place: page.save(str(place / "map.html"))) / "map.html"


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """Tabs that the tests of this process use one after the other."""
    return Tabs(browser)


@pytest.fixture
def open_file(tabs: Tabs) -> Iterator[Open]:
    """Open a file at a size; at the end every page must have kept quiet and asked nobody."""
    opened: list[Opened] = []
    with ExitStack() as lent:

        def open_at(path: Path, width: int = 1400, height: int = 900, **options: object) -> Opened:
            opened.append(lent.enter_context(tabs.lend(path, width, height, **options)))
            return opened[-1]

        yield open_at
        complaints = [one.errors.copy() for one in opened if one.errors]
        asked = [one.requests.copy() for one in opened if one.requests]
    assert complaints == []
    assert asked == []


@pytest.fixture
def page(open_file: Open, sample_file: Path) -> Page:
    """The sample page on a wide screen."""
    return open_file(sample_file).page


def build(folder: Path, *arguments: object) -> Path:
    """The map that the command writes."""
    ended = CliRunner().invoke(cli, ["build", *map(str, arguments), "-o", str(folder)])
    assert ended.exit_code == 0, ended.output
    return folder / "map.html"


@pytest.fixture(scope="session")
def shipped_map(shipped_outputs: Path) -> Path:
    """The map of the shipped articles."""
    return shipped_outputs / "map.html"
