"""The page for everybody: judged by axe-core, walked with the Tab key, in every state that readers meet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.looking import named, settle

MOST_STOPS = 25
DARK = {"color_scheme": "dark"}
NARROW = {"width": 360, "height": 740}
STATES = (
    *("table share", "county filtered embed", "campaigns", "searched"),
    *("korean", "korean county", "dark-by-hand past"),
    *("dark filtered table", "dark county", "dark campaigns"),
    *("narrow table", "narrow county", "narrow campaigns", "narrow dark share"),
)
"""
What is done on the page, in words; before it is opened, `narrow` and `dark`.

What lies side by side is opened at once and judged once.
"""


def open_county(page: Page) -> None:
    page.locator("path.county[tabindex='0']").focus()
    page.keyboard.press("Enter")
    page.locator("#details .card").first.wait_for()


def unfold(summary: str) -> Callable[[Page], None]:
    return lambda page: page.locator(summary).click()


STEPS: dict[str, Callable[[Page], object]] = {
    "county": open_county,
    "filtered": lambda page: [
        page.locator(name).nth(n).click()
        for name, n in (("#filter > summary", 0), ("[data-facet=facility] button", 1))
    ],
    "campaigns": lambda page: page.locator("#views button").nth(1).click(),
    "past": lambda page: page.locator("#when").press("Home"),
    "table": unfold("#all summary"),
    "embed": unfold("#embed summary"),
    "share": unfold("#share summary"),
    "dark-by-hand": lambda page: [page.locator(name).click() for name in ("#share summary", "#theme")],
    "searched": lambda page: page.locator("#find").press_sequentially("un"),
    "korean": lambda page: page.locator("button[data-lang=ko]").click(),
}


@pytest.fixture
def in_state(open_file: Open, sample_file: Path) -> Callable[[str], Page]:
    """The sample page in one of the states."""

    def bring(state: str) -> Page:
        size = NARROW if "narrow" in state else {}
        colours = DARK if "dark" in state.split() else {}
        page = open_file(sample_file, reduced_motion="reduce", **size, **colours).page
        for word in state.split():
            if word in STEPS:
                STEPS[word](page)
        named(page)
        settle(page)
        return page

    return bring


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_wrong(in_state: Callable[[str], Page], state: str) -> None:
    found = Axe().run(in_state(state)).response["violations"]
    assert [
        (rule["id"], node["target"], node["failureSummary"]) for rule in found for node in rule["nodes"]
    ] == []


@pytest.mark.parametrize("state", ["", "county", "filtered", "campaigns", "narrow", "korean"])
def test_the_tab_key_stops_seldom_and_at_nothing_unnamed(in_state: Callable[[str], Page], state: str) -> None:
    page = in_state(state)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    stops = tab_stops(page)
    assert [role for role, name in stops if not name] == []
    if state != "county":  # where links to articles are added, some by each card
        assert len(stops) <= MOST_STOPS, stops


def tab_stops(page: Page) -> list[tuple[str, str]]:
    """(role, name) as a screen reader has them of everything that Tab stops at, from the first stop on."""
    session = page.context.new_cdp_session(page)
    stops: list[tuple[str, str]] = []
    page.evaluate(
        "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')"
    )
    while len(stops) < 200:
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            return stops
        active = session.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"][
            "objectId"
        ]
        asked = {"objectId": active, "fetchRelatives": False}
        node = session.send("Accessibility.getPartialAXTree", asked)["nodes"][0]
        stops.append((node["role"]["value"], node.get("name", {}).get("value", "").strip()))
    raise AssertionError("Tab never came to the end of the page")
