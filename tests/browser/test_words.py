"""What somebody says about a map, as readers see it."""

from __future__ import annotations

import copy
from pathlib import Path

from playwright.sync_api import expect

from geo.page import render_map
from geo.view import own_words, words
from tests.browser.conftest import Open
from tests.sample_view import sample_view

SAID = {
    "title": own_words("Our <title>"),
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


def test_the_maps_own_sentences_are_korean_on_a_korean_page(open_file: Open, tmp_path: Path) -> None:
    view = sample_view()
    said = {"title": words("title"), "caveat": words("caveat")}
    mixed = {**view, **said, "notes": [*view["notes"], own_words("Mine.")]}
    target = tmp_path / "map.html"
    render_map(mixed).save(str(target))
    page = open_file(target).page
    page.locator("button[data-lang=ko]").click()
    expect(page.locator("h1")).to_have_text("북한이 발표한 시·군 공장")
    assert page.title() == "북한이 발표한 시·군 공장"
    notes = page.locator(".about li")
    expect(notes.filter(has_text="구역은 해당 시에 넣어 센다")).to_have_count(1)
    expect(notes.filter(has_text="Mine.")).to_have_count(1)  # a user's words stay as they are
    expect(page.locator("footer")).to_contain_text("경계와 위치는 대략적이며")
    page.locator("button[data-lang=en]").click()
    expect(page.locator("h1")).to_have_text("County factories announced in the DPRK")


def test_what_was_decided_on_one_of_several_reports_stands_with_that_report(
    open_file: Open, tmp_path: Path
) -> None:
    view = copy.deepcopy(sample_view())
    item = next(one for one in view["announcements"] if one["polygon"] and len(one["evidence"]) > 1)
    item["evidence"][1]["decision"] = "date corrected, because <the paper> says so"
    target = tmp_path / "map.html"
    render_map(view).save(str(target))
    page = open_file(target).page
    page.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    proofs = page.locator(f"[data-id='{item['id']}'] .proof")
    expect(proofs.nth(1)).to_contain_text("date corrected, because <the paper> says so")
    expect(proofs.nth(0)).not_to_contain_text("date corrected")


def test_provinces_are_korean_on_a_korean_page(open_file: Open, tmp_path: Path) -> None:
    view = sample_view()
    item = next(one for one in view["announcements"] if one["province"] == "Kangwon" and one["polygon"])
    target = tmp_path / "map.html"
    render_map(view).save(str(target))
    page = open_file(target).page
    page.locator("button[data-lang=ko]").click()
    page.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    expect(page.locator("#details .lead")).to_contain_text("강원도")
    page.locator("#all-details summary").click()
    expect(page.locator("#all-table tbody")).to_contain_text("강원도")
    expect(page.locator("#all-table tbody")).not_to_contain_text("Kangwon")
    page.locator("button[data-lang=en]").click()
    expect(page.locator("#details .lead")).to_contain_text("Kangwon")


def test_a_language_that_the_page_does_not_speak_is_not_looked_up(open_file: Open, tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    render_map(sample_view()).save(str(target))
    page = open_file(target).page
    page.goto(f"{target.as_uri()}#lang=constructor")
    page.reload()
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator("#details-title")).to_have_text("Newest reports")
