"""What somebody says about a map, as readers see it."""

from __future__ import annotations

from pathlib import Path

from conftest import Open
from playwright.sync_api import expect
from sample_view import sample_view

from geo.render import render_map

SAID = {
    "title": "Our <title>",
    "byline": "By the desk & friends",
    "remarks": ["First <b>note</b>.", "Second note."],
    "language": "ko",
}


def test_title_byline_and_notes_stand_in_the_page_as_plain_text(open_file: Open, tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    render_map({**sample_view(), **SAID}).save(str(target))
    for scripts in (True, False):
        page = open_file(target, java_script_enabled=scripts).page
        expect(page.locator("h1")).to_have_text("Our <title>")
        expect(page.locator(".byline")).to_have_text("By the desk & friends")
        expect(page.locator(".remarks li")).to_have_text(["First <b>note</b>.", "Second note."])
        assert page.title() == "Our <title>"


def test_the_page_opens_in_the_language_that_was_asked_for(open_file: Open, tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    render_map({**sample_view(), **SAID}).save(str(target))
    page = open_file(target).page
    assert page.evaluate("document.documentElement.lang") == "ko"
    expect(page.locator("#embed summary")).to_have_text("이 지도를 다른 페이지에 넣기")
    bare = open_file(target, java_script_enabled=False).page
    assert bare.evaluate("document.documentElement.lang") == "en"  # what stands there without a script
