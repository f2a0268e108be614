"""Tabs of a browser that stay open from test to test: a third of what a page in a new profile takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.looking import PATIENCE_MS, settle

OUTSIDE = re.compile(r"^(?!file:|data:|about:|blob:)")
EMPTY = "about:blank"
MOST_IDLE = 4
"""Tabs that wait for the next test."""


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


class Tabs:
    """Tabs of one browser, each lent to one test at a time, which finds nothing of the tests before."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: list[tuple[str, Opened]] = []

    @contextmanager
    def lend(
        self,
        path: Path,
        width: int,
        height: int,
        *,
        color_scheme: str = "light",
        reduced_motion: str = "no-preference",
        **profile: object,
    ) -> Iterator[Opened]:
        """A tab of a profile with these options, with a file in it, watched; tests leave it open."""
        key = repr(sorted(profile.items()))
        tab = next((one for known, one in self._idle if known == key), None) or self._new(profile)
        self._idle = [(known, one) for known, one in self._idle if one is not tab]
        tab.page.set_viewport_size({"width": width, "height": height})
        tab.page.emulate_media(media="null", color_scheme=color_scheme, reduced_motion=reduced_motion)  # type: ignore[arg-type]
        tab.page.goto(path.as_uri())
        if profile.get("java_script_enabled", True):
            wait_for_scripts(tab.page)
        yield tab
        if tab.page.is_closed() or not tab.page.url.startswith("file:"):
            tab.page.context.close()
            return
        self._clear(tab)
        self._idle.append((key, tab))
        for _, oldest in self._idle[:-MOST_IDLE]:
            oldest.page.context.close()
        self._idle = self._idle[-MOST_IDLE:]

    def _new(self, profile: dict[str, object]) -> Opened:
        context = self._browser.new_context(**profile)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        context.set_default_navigation_timeout(4 * PATIENCE_MS)
        tab = Opened(context.new_page())
        tab.watch()
        return tab

    @staticmethod
    def _clear(tab: Opened) -> None:
        page = tab.page
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.mouse.up()
        page.mouse.move(-1, -1)
        page.goto(EMPTY)
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.context.clear_cookies()
        tab.requests.clear()
        tab.errors.clear()


def wait_for_scripts(page: Page) -> None:
    """Its scripts begin after the first paint, which may be after it has loaded; then it is laid out anew."""
    if page.locator("#factorymap").count():
        page.wait_for_selector("html.scripted", state="attached")
        settle(page)
