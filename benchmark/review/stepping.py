"""
How quick the review page is with many items: one settled after the other by keyboard, in a real browser.

    python -m benchmark review [--items 1000] [--steps 100] [--markdown docs/review-speed.md]

A step is from the key that settles an item until the next one, with its words in its article, is drawn. Every
third item is rejected, with a reason that is confirmed by Enter: the time of both keys together. At the end
every decision has to stand in the file.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page

from benchmark.page.loading import chromium
from benchmark.review.many_items import many_items
from geo.decisions import read_decisions
from geo.desk import open_desk, serve

TARGET_MS = 100

STEP = """
async (keys) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const press = (key) => document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const words = () => document.querySelector(".card[aria-current] .words")?.textContent;
  const shown = () => `${document.querySelector("[aria-selected=true] .what").textContent} ${words()}`;
  const before = shown();
  const start = performance.now();
  press(keys[0]);
  if (keys[1]) document.querySelector("#form form").requestSubmit();
  const marked = () => document.querySelector("mark.words")?.textContent;
  for (let n = 0; n < 500; n += 1) {
    await frame();
    if (shown() !== before && words() === marked()) break;
  }
  return performance.now() - start;
}
"""


def steps(page: Page, number: int) -> list[float]:
    """Milliseconds of each step."""
    found = []
    for at in range(number):
        found.append(float(page.evaluate(STEP, ["r", "Enter"] if at % 3 == 2 else ["a"])))
    return found


def moves(page: Page, number: int) -> list[float]:
    """Milliseconds of going on without a decision."""
    return [float(page.evaluate(STEP, ["j"])) for _ in range(number)]


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write the page if one is named; 1 if a decision is lost or the target missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmark review", description=__doc__)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--markdown", type=Path)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place, chromium() as browser:
        file = Path(place) / "decisions.csv"
        desk = open_desk(tuple(many_items(given.items)), file, paths=["articles"], by="A. Analyst")
        version = browser.version
        with serve(desk, language="en") as served:
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.route("**/map?*", lambda route: route.fulfill(body="", content_type="text/html"))
            page.goto(served.address)
            page.wait_for_selector("html.ready", state="attached")
            page.locator("#item .card").first.wait_for()
            begun = time.monotonic()
            settled = steps(page, given.steps)
            lasted = time.monotonic() - begun
            page.wait_for_selector("body:not([data-writing])")
            desk.settled()
            moved = moves(page, given.steps)
            page.wait_for_timeout(500)
        kept = len(read_decisions(file).rows)
    figures = {
        "items": given.items,
        "settled": given.steps,
        "decisions in the file": kept,
        "a step, median, ms": round(median(settled)),
        "a step, 95 of 100 are quicker, ms": round(quantiles(settled, n=20)[-1]),
        "the longest step, ms": round(max(settled)),
        "on without a decision, median, ms": round(median(moved)),
        "all steps, s": round(lasted, 1),
    }
    print(json.dumps(figures, indent=2))
    if given.markdown:
        given.markdown.write_text(page_of(figures, version), encoding="utf-8")
    wrong = kept != given.steps or median(settled) > TARGET_MS
    print("missed" if wrong else "met", file=sys.stderr)
    return int(wrong)


def page_of(figures: dict[str, float], version: str) -> str:
    """The figures as a page of docs."""
    rows = "\n".join(f"| {name} | {value:,} |" for name, value in figures.items())
    return f"""# Speed of the review page

Written by `python -m benchmark review --markdown docs/review-speed.md`: {figures["settled"]:,} items of
{figures["items"]:,} are settled one after the other by keyboard, as fast as the page goes on; every third is
rejected with a reason, the others are accepted. Chromium {version}, Python {platform.python_version()}.

|  |  |
| --- | --: |
{rows}

*A step*: from the key until the next item is drawn, with its words marked in its article; the target is a
median of {TARGET_MS} ms. Each decision is written to the disk meanwhile, one after the other, and the run is
worked out anew behind it.
"""
