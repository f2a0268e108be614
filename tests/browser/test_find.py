"""Search by any spelling, addresses that restore a view, and languages."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.page import render_map
from geo.places import load_gazetteer
from tests.browser.conftest import Open
from tests.sample_view import sample_view

VIEW = sample_view()


def found(page: Page, text: str) -> list[str]:
    page.locator("#find").fill(text)
    return page.locator("#found li").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "county"),
    [
        ("Songchon", "Songchon"),
        ("songch'ŏn-gun", "Songchon"),
        ("Seongcheon County", "Songchon"),
        ("성천군", "Songchon"),
        ("成川", "Songchon"),
        ("Сончхон", "Songchon"),
        ("Unjong", "Unjong"),
    ],
)
def test_a_county_is_found_by_any_of_its_names(
    open_file: Open, shipped_map: Path, typed: str, county: str
) -> None:
    page = open_file(shipped_map).page
    assert any(county in text for text in found(page, typed)), found(page, typed)


def test_every_spelling_of_the_gazetteer_finds_its_unit(open_file: Open, shipped_map: Path) -> None:
    page = open_file(shipped_map).page
    gazetteer = load_gazetteer()
    wanted = [
        (name.form, gazetteer.units[name.pcode].name)
        for name in gazetteer.names
        if gazetteer.units[name.pcode].level > 1
    ]
    missing = page.evaluate(
        """wanted => {
          const field = document.getElementById("find");
          return wanted.filter(([form, name]) => {
            field.value = form;
            field.dispatchEvent(new Event("input"));
            const found = [...document.querySelectorAll("#found li")].map((node) => node.textContent);
            return !found.some((text) => text.includes(name));
          });
        }""",
        wanted[::7],
    )
    assert missing == []


def test_a_name_that_two_counties_bear_lists_both_and_opens_the_chosen_one(page: Page) -> None:
    texts = found(page, "unsan")
    assert {"North Phyongan", "South Phyongan"} <= {
        part for text in texts for part in ("North Phyongan", "South Phyongan") if part in text
    }
    page.keyboard.press("ArrowDown")
    second = page.locator("#found [aria-selected=true]").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_be_focused()
    province = next(p for p in ("North Phyongan", "South Phyongan") if p in second)
    expect(page.locator("#details .lead")).to_contain_text(province)
    expect(page.locator("#found")).to_be_hidden()


def test_the_search_box_is_a_combobox_that_escape_empties(page: Page) -> None:
    box = page.get_by_role("combobox", name="Find a county")
    box.fill("kus")
    assert box.get_attribute("aria-expanded") == "true"
    assert page.locator(f"#{box.get_attribute('aria-activedescendant')}").get_attribute("role") == "option"
    page.keyboard.press("Escape")
    assert (box.input_value(), box.get_attribute("aria-expanded")) == ("", "false")
    box.fill("qqqq")
    expect(page.locator("#status")).to_have_text("No place of that name")


# ---- addresses -------------------------------------------------------------------------------------------


def some_item() -> dict:  # type: ignore[type-arg]
    return next(i for i in VIEW["announcements"] if i["campaign"] == "2025" and i["latest"] and i["polygon"])


def test_an_address_restores_the_view_and_the_view_makes_the_same_address(
    open_file: Open, sample_file: Path, tmp_path: Path
) -> None:
    item = some_item()
    address = (
        f"county={item['polygon']}&t=2026-01&stage=completed,under_construction&facility=regional_industry"
        "&campaign=2025&origin=state&lang=ko&view=campaigns"
    )
    page = open_file(sample_file).page
    page.goto(f"{sample_file.as_uri()}#{address}")
    page.reload()
    expect(page.locator("#details h2")).to_contain_text(item["place_ko"])
    expect(page.locator("#when-text")).to_contain_text("2026년 1월")
    assert page.locator("html").get_attribute("lang") == "ko"
    expect(page.locator("#multiples")).to_be_visible()
    pressed = page.eval_on_selector_all(
        "[data-facet] [aria-pressed=true]", "nodes => nodes.map(node => node.parentNode.dataset.value)"
    )
    assert sorted(pressed) == ["2025", "completed", "regional_industry", "state", "under_construction"]
    page.wait_for_timeout(400)
    assert page.evaluate("location.hash.slice(1)") == address


def test_nonsense_in_an_address_is_ignored(open_file: Open, sample_file: Path) -> None:
    page = open_file(sample_file).page
    page.goto(f"{sample_file.as_uri()}#county=NOWHERE&t=1066-10&stage=<img>&lang=xx&view=y&%E0%A4%A")
    page.reload()
    expect(page.locator("#when-text")).to_have_text("Latest state")
    expect(page.locator("[data-facet] [aria-pressed=true]")).to_have_count(0)
    expect(page.locator("#details h2")).to_have_text("Newest reports")


def test_choosing_writes_the_address_and_copies_it(open_file: Open, sample_file: Path) -> None:
    page = open_file(sample_file, permissions=["clipboard-read", "clipboard-write"]).page
    item = some_item()
    page.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    page.wait_for_function("pcode => location.hash === `#county=${pcode}`", arg=item["polygon"])
    page.locator("#share summary").click()
    page.locator("#copy-link").click()
    expect(page.locator("#copied")).to_contain_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_frame_without_an_address_is_told_its_view_by_message(open_file: Open, tmp_path: Path) -> None:
    item = some_item()
    inner = escape(str(render_map(VIEW).get_root().render()))
    host = tmp_path / "host.html"
    host.write_text(
        "<!DOCTYPE html><meta charset='utf-8'><title>host</title>"
        f'<iframe sandbox="allow-scripts" width="1300" height="800" srcdoc="{inner}"></iframe>',
        encoding="utf-8",
    )
    page = open_file(host).page
    frame = page.frame_locator("iframe")
    expect(frame.locator(".leaflet-control-scale-line")).to_be_visible()
    page.evaluate(
        "pcode => frames[0].postMessage({factorymap: `county=${pcode}&lang=ko`}, '*')", item["polygon"]
    )
    expect(frame.locator("#details h2")).to_contain_text(item["place_ko"])


# ---- languages -------------------------------------------------------------------------------------------


def test_the_page_speaks_korean_and_english_again(page: Page) -> None:
    page.get_by_role("button", name="한국어").click()
    assert page.locator("html").get_attribute("lang") == "ko"
    expect(page.locator("[data-facet=stage] [data-value=completed] .label")).to_have_text("준공")
    expect(page.locator("[data-facet=facility] [data-value=hospital] .label")).to_have_text("병원")
    expect(page.locator("#when-text")).to_have_text("최신 상태")
    names = page.locator("#names text").all_text_contents()
    assert "중국" in names and any(name.endswith("군") for name in names)
    item = some_item()
    page.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    expect(page.locator("#details .dates-list").first).to_contain_text("년")
    page.get_by_role("button", name="English").click()
    expect(page.locator("#all-title")).to_have_text("All announcements")
    expect(page.locator("[data-facet=stage] [data-value=completed] .label")).to_have_text("completed")


def test_every_word_of_the_page_has_a_korean_one(page: Page) -> None:
    page.get_by_role("button", name="한국어").click()
    latin = page.eval_on_selector_all(
        "[data-t]",
        "nodes => nodes.filter(node => /[a-z]{3}/.test(node.textContent)).map(node => node.dataset.t)",
    )
    assert set(latin) <= {"getCsv", "getGeojson"}  # names of formats
