"""A page of 5,000 announcements still answers at once."""

from __future__ import annotations

from pathlib import Path

from conftest import Open
from playwright.sync_api import Page
from sample_view import many_announcements

from geo.render import render_map

ENOUGH_MS = 100
STEPS = 11
REDRAWS = """async (steps) => {
  const slider = document.getElementById("when");
  for (let i = 0; i < steps; i += 1) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    slider.value = Number(slider.max) - 1 - i;
    slider.dispatchEvent(new Event("input"));
    document.body.getBoundingClientRect();
  }
}"""
"""Moves the slider back month by month; a step ends when script, style and layout are done."""
PARTS = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")


def work_of_a_redraw(page: Page) -> float:
    """Milliseconds of work for one step of the slider, whatever else the machine does."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
        return 1000 * sum(metrics[part] for part in PARTS)

    before = spent()
    page.evaluate(REDRAWS, STEPS)
    return (spent() - before) / STEPS


def test_five_thousand_announcements_redraw_in_a_tenth_of_a_second(open_file: Open, tmp_path: Path) -> None:
    render_map(many_announcements(5000)).save(str(tmp_path / "many.html"))
    page = open_file(tmp_path / "many.html").page
    page.wait_for_function("document.querySelectorAll('#marks > *').length > 100")
    assert work_of_a_redraw(page) < ENOUGH_MS
    page.locator("#all summary").click()
    assert work_of_a_redraw(page) < ENOUGH_MS


def test_a_long_table_is_shown_in_parts(open_file: Open, tmp_path: Path) -> None:
    render_map(many_announcements(500)).save(str(tmp_path / "many.html"))
    page = open_file(tmp_path / "many.html").page
    page.locator("#all summary").click()
    rows = page.locator("#all-table tbody tr")
    assert rows.count() == 100
    page.get_by_role("button", name="Show 403 more").click()
    assert rows.count() == 503
