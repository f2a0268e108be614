"""One cold load of a page in Chromium: when polygons are on the screen, what is asked for, what it holds."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.*",
)
"""No name is resolved, so whatever is asked for outside this machine (tiles) is refused at once."""
WIDTH, HEIGHT = 1280, 800
SETTLE_MS = 400
"""How long a page may go on loading pictures and fonts once all polygons are there."""
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
"""1.6 Mbit/s down, 0.75 up, 150 ms until the first byte of an answer."""

WATCH = """
(([selector, number]) => {
  let before = 0;
  let first = null;
  let all = null;
  const drawn = () => [...document.querySelectorAll(selector)]
    .filter((path) => (path.getAttribute("d") || "").length > 8).length;
  const painted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  window.polygonsSeen = new Promise((done, fail) => {
    setTimeout(() => fail(new Error(`only ${before} of ${number} polygons`)), 60_000);
    requestAnimationFrame(function onFrame() {
      if (before && first === null) first = performance.now();
      if (before >= number && all === null) all = performance.now();
      if (before < number) {
        before = drawn();
        requestAnimationFrame(onFrame);
      } else if (painted()) done([first, all].map((time) => Math.max(time, painted())));
      else setTimeout(onFrame, 20);
    });
  });
})
"""
"""What a frame finds in the document is on the screen when the next begins, but not before anything is."""


@dataclass(frozen=True, slots=True)
class Load:
    """One load of a page."""

    first_ms: float
    """From navigation until the first polygon is on the screen."""
    all_ms: float
    heap_bytes: float
    """JavaScript heap after collecting garbage."""
    transfer_bytes: float
    """Received, compressed, with headers."""
    requests: tuple[str, ...]
    """Addresses asked for, beside the page itself."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; ends the program with one line if there is none."""
    names = (os.environ.get("FACTORYMAP_CHROMIUM", ""), *BROWSERS)
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        sys.exit(f"No Chromium found among: {', '.join(BROWSERS)}. Or name it in FACTORYMAP_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is loaded."""

    slow: bool = False
    """Over slow 4G instead of the machine's own network."""
    rest_ms: float = 0
    """Between opening a window and loading; a new window first loads parts of the browser's own interface."""


def load(browser: Browser, address: str, selector: str, number: int, setting: Setting) -> Load:
    """Load a page with nothing cached until `number` polygons, found by `selector`, are on the screen."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    page = context.new_page()
    session = context.new_cdp_session(page)
    requests: list[str] = []
    received: list[float] = []
    page.on("request", lambda request: requests.append(request.url))
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    for domain in ("Network", "Performance", "HeapProfiler"):
        session.send(f"{domain}.enable")
    if setting.slow:
        session.send("Network.emulateNetworkConditions", SLOW_4G)
    page.add_init_script(f"{WATCH}({[selector, number]})")
    page.wait_for_timeout(setting.rest_ms)
    page.goto(address, wait_until="commit")
    first, every = page.evaluate("window.polygonsSeen")
    page.wait_for_load_state("load")
    page.wait_for_timeout(SETTLE_MS)
    heap = _heap_bytes(session)
    context.close()
    return Load(first, every, heap, sum(received), tuple(requests[1:]))


def _heap_bytes(session: CDPSession) -> float:
    """JavaScript heap in use, once garbage is collected."""
    session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "JSHeapUsedSize"))


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page once it has loaded, and the addresses that it asks for from now on."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, accept_downloads=True)
    page = context.new_page()
    page.goto(address, wait_until="load")
    page.wait_for_timeout(SETTLE_MS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page, asked
    context.close()
