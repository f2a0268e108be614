"""A page of thousands of announcements works as a small one; how fast, `make bench-map` measures."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from geo.page import render_map
from tests.browser.conftest import Open
from tests.sample_view import many_announcements


def test_five_thousand_announcements_follow_the_time(open_file: Open, tmp_path: Path) -> None:
    render_map(many_announcements(5000)).save(str(tmp_path / "many.html"))
    page = open_file(tmp_path / "many.html").page
    page.wait_for_function("() => document.querySelectorAll('#marks > *').length > 100")
    late = page.locator("#marks > *").count()
    page.locator("#when").focus()
    page.keyboard.press("Home")
    page.wait_for_function("late => document.querySelectorAll('#marks > *').length < late", arg=late)
    page.keyboard.press("End")
    expect(page.locator("#marks > *")).to_have_count(late)


def test_a_long_table_is_shown_in_parts(open_file: Open, tmp_path: Path) -> None:
    render_map(many_announcements(500)).save(str(tmp_path / "many.html"))
    page = open_file(tmp_path / "many.html").page
    page.locator("#all summary").click()
    rows = page.locator("#all-table tbody tr")
    expect(rows).to_have_count(100)
    page.get_by_role("button", name="Show 403 more").click()
    expect(rows).to_have_count(503)
