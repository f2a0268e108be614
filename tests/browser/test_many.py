"""A page of thousands of announcements works as a small one; how fast, `make bench-map` measures."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from geo.page import page_of, render_map
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


def test_ten_thousand_announcements_are_listed_when_they_are_asked_for(
    open_file: Open, tmp_path: Path
) -> None:
    view = many_announcements(10_000)
    for number, one in enumerate(view["announcements"]):
        one["evidence"] = [{**proof, "url": f"https://example.org/{number}"} for proof in one["evidence"]]
    text = page_of(view)
    assert text.count("<tr>") < 1100 and text.count("<li id=s") <= 1000
    assert "The first 1,000 of 10,003 stand here" in text and '<a href="announcements.csv">' in text
    (tmp_path / "many.html").write_text(text, encoding="utf-8")
    opened = open_file(tmp_path / "many.html")
    page = opened.page
    page.locator("#all summary").click()
    page.locator("#all-table th[data-sort=place] button").click()
    page.locator("#all-table th[data-sort=place] button").click()
    rows = page.locator("#all-table tbody tr")
    expect(rows).to_have_count(100)
    cited = rows.first.locator("a").first
    number = int(cited.inner_text().strip("[]").partition("–")[0])
    cited.click()
    expect(page.locator(f"#s{number}")).to_be_focused()
    expect(page.locator(".some").first).to_be_hidden()
    rows.first.get_by_role("button").click()
    expect(page.locator("#details .card").first).to_be_visible()
    assert page.locator("#details .card").count() <= 100
    assert not opened.errors
