"""Where things are on the screen, and how to wait until they are there."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Frame, Page

PATIENCE_MS = 8000
"""For something to come true; on an idle machine it takes a fraction of it."""
FOLLOWED = "document.querySelector('iframe').getBoundingClientRect().height"
INNER = "document.documentElement.getBoundingClientRect().height"


def open_filters(page: Page) -> None:
    """The filters stand behind a word."""
    page.evaluate("document.getElementById('filter').open = true")


def settle(page: Page) -> None:
    """Wait until the page has drawn what it was told."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))")


def named(page: Page) -> None:
    """Wait until the counties that can be opened have their names, which the page gives them last."""
    page.wait_for_function("() => !document.querySelector('path.county[role=button]:not([aria-label])')")


def eventually(page: Page, comes_true: Callable[[], bool]) -> None:
    """Wait for what the page does in its own time; a loaded machine needs longer for it."""
    for _ in range(PATIENCE_MS // 20):
        if comes_true():
            return
        page.wait_for_timeout(20)
    raise AssertionError("It did not come true")


def follows(page: Page, frame: Frame) -> None:
    """Wait until the first frame of a page is as high as what is in it."""
    eventually(page, lambda: abs(page.evaluate(FOLLOWED) - frame.evaluate(INNER)) < 1)


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    """Rectangles on the screen of what is visible."""
    found: list[dict[str, float]] = page.eval_on_selector_all(
        selector,
        "nodes => nodes.filter(node => node.checkVisibility({visibilityProperty: true}))"
        ".map(node => node.getBoundingClientRect().toJSON())",
    )
    return found


def letters(page: Page) -> list[dict[str, float]]:
    """Where names on the map have their letters; the boxes of a browser have room for all others too."""
    found: list[dict[str, float]] = page.eval_on_selector_all(
        "#names text",
        """nodes => nodes.filter(node => node.checkVisibility({visibilityProperty: true})).map(node => {
          const box = node.getBoundingClientRect();
          const scale = node.getScreenCTM().a * parseFloat(getComputedStyle(node).fontSize);
          const high = 0.8 * scale * Math.max(node.children.length, 1);
          return {text: node.textContent, kind: node.getAttribute("class") || "", x: box.x, width: box.width,
            y: box.y + (box.height - high) / 2, height: high};
        })""",
    )
    return found


def inside(inner: dict[str, float], outer: dict[str, float]) -> bool:
    """Whether a rectangle lies in another, give or take a pixel."""
    return (
        inner["x"] >= outer["x"] - 1
        and inner["y"] >= outer["y"] - 1
        and inner["x"] + inner["width"] <= outer["x"] + outer["width"] + 1
        and inner["y"] + inner["height"] <= outer["y"] + outer["height"] + 1
    )


def overlap(a: dict[str, float], b: dict[str, float]) -> bool:
    return (
        a["x"] < b["x"] + b["width"] - 0.5
        and b["x"] < a["x"] + a["width"] - 0.5
        and a["y"] < b["y"] + b["height"] - 0.5
        and b["y"] < a["y"] + a["height"] - 0.5
    )


def country_box(page: Page) -> dict[str, float]:
    """The rectangle around all counties."""
    found = boxes(page, "path.county")
    left, top = min(box["x"] for box in found), min(box["y"] for box in found)
    right = max(box["x"] + box["width"] for box in found)
    bottom = max(box["y"] + box["height"] for box in found)
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}
