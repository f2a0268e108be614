"""What readers are used to from other pages: Back, Esc, a click outside, a search that says what it found."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, expect

from geo.own_table import read_announcements
from geo.own_table.drawing_table import map_of_table
from geo.page import render_map
from geo.places import look_up
from tests.browser.conftest import Open
from tests.browser.looking import open_filters, overlap, settle
from tests.browser.tabs import wait_for_scripts
from tests.sample_view import sample_view

VIEW = sample_view()


@pytest.fixture(scope="module")
def visit(browser: Browser, shipped_map: Path) -> Page:  # type: ignore[misc]
    """One visit of the shipped map that the tests of this module share."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(shipped_map.as_uri())
    wait_for_scripts(page)
    yield page
    page.close()


def open_county(page: Page, pcode: str) -> None:
    page.locator(f"path[data-pcode='{pcode}']").dispatch_event("click")


@pytest.mark.parametrize(
    "typed", ["나선", "Songcheon", "KP0717", "Anjoo", "이원", "Kusung", "Hoiryong", "成川", "Songchon County"]
)
def test_the_search_finds_first_what_locate_finds(visit: Page, typed: str) -> None:
    unit = look_up(typed).unit
    assert unit
    visit.locator("#find").fill(typed)
    assert visit.locator("#found li").first.inner_text().startswith(unit.name)
    assert visit.locator("#found li").count() < 8
    visit.locator("#find").fill("")


def test_a_search_that_finds_nothing_says_so_where_it_was_typed(visit: Page) -> None:
    visit.locator("#find").fill("qqqq")
    expect(visit.locator("#missing")).to_be_visible()
    expect(visit.locator("#missing")).to_have_text("No place of that name")
    visit.locator("#find").fill("")
    expect(visit.locator("#missing")).to_be_hidden()


def test_back_closes_the_county_and_forward_opens_it_again(visit: Page) -> None:
    open_county(visit, "KP0717")
    visit.wait_for_function("() => location.hash === '#county=KP0717'")
    visit.go_back()
    expect(visit.locator("#details h2")).to_have_text("Newest reports")
    visit.wait_for_function("() => location.hash === ''")
    visit.go_forward()
    expect(visit.locator("#details h2")).to_contain_text("Songchon")
    visit.keyboard.press("Escape")
    expect(visit.locator("#details h2")).to_have_text("Newest reports")


def test_menus_close_with_escape_and_with_a_click_beside_them(visit: Page) -> None:
    share = visit.locator("#share")
    open_county(visit, "KP0717")
    visit.locator("#share summary").click()
    visit.keyboard.press("Escape")
    assert not share.evaluate("node => node.open")
    expect(visit.locator("#share summary")).to_be_focused()
    expect(visit.locator("#details h2")).to_contain_text("Songchon")  # one thing at a time
    visit.locator("#share summary").click()
    visit.locator(".headline").click()
    assert not share.evaluate("node => node.open")
    visit.keyboard.press("Escape")
    expect(visit.locator("#details h2")).to_have_text("Newest reports")


def test_the_note_of_a_county_has_spaces_between_its_parts(visit: Page) -> None:
    visit.locator("path[data-pcode='KP0717']").hover(force=True)
    text = visit.locator(".tip").text_content() or ""
    assert "Songchon County 성천군 South Phyongan " in text
    visit.mouse.move(2, 2)


def test_the_scale_stands_on_no_land(visit: Page) -> None:
    on_land = """() => {
      const bar = document.querySelector(".leaflet-control-scale").getBoundingClientRect();
      const map = document.getElementById("map");
      const all = [...map.querySelectorAll("path.land, path.county")];
      const held = (path, x, y) => path.isPointInFill(
        new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse()));
      return [[bar.left, bar.top], [bar.right, bar.top], [bar.left, bar.bottom], [bar.right, bar.bottom]]
        .filter(([x, y]) => all.some((path) => held(path, x, y))).length;
    }"""
    for width, height in ((1280, 800), (360, 740), (700, 500), (1600, 500)):
        visit.set_viewport_size({"width": width, "height": height})
        settle(visit)
        assert visit.evaluate(on_land) == 0, (width, height)
    visit.set_viewport_size({"width": 1280, "height": 800})


def test_the_ring_of_the_focus_lies_on_no_text(visit: Page) -> None:
    open_filters(visit)
    rings = """() => {
      const texts = [...document.querySelectorAll("#legend *, #details *, .tools *")]
        .flatMap((node) => [...node.childNodes].filter((one) => one.nodeType === 3 && one.data.trim()))
        .flatMap((text) => {
          const range = document.createRange();
          range.selectNodeContents(text);
          return [...range.getClientRects()].map(({ left, right, top, bottom }) => {
            const room = 0.15 * (bottom - top);  // above and below the letters
            return { left, right, top: top + room, bottom: bottom - room };
          });
        });
      const found = [];
      const buttons = "#legend button, #details button, .tools button, summary";
      for (const node of document.querySelectorAll(buttons)) {
        if (!node.checkVisibility()) continue;
        node.focus({ preventScroll: true });
        const style = getComputedStyle(node);
        const reach = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth);
        const box = node.getBoundingClientRect();
        const hit = texts.filter((text) =>
          text.bottom > box.top - reach + 1
          && text.top < box.bottom + reach - 1
          && text.right > box.left - reach + 1 && text.left < box.right + reach - 1
          && !(text.left >= box.left - 1 && text.right <= box.right + 1
            && text.top >= box.top - 2 && text.bottom <= box.bottom + 2));
        if (hit.length) found.push(node.textContent.trim());
      }
      return found;
    }"""
    visit.keyboard.press("Tab")
    assert visit.evaluate(rings) == []
    visit.evaluate("document.getElementById('filter').open = false")


@pytest.mark.parametrize(
    "address", ["county=constructor&lang=__proto__&view=toString&stage=constructor&t=9&others=x&ui=y", "x"]
)
def test_what_names_no_view_leaves_the_address(visit: Page, address: str) -> None:
    visit.goto("about:blank")
    visit.go_back()
    visit.evaluate("address => { location.hash = address; location.reload(); }", address)
    wait_for_scripts(visit)
    visit.wait_for_function("() => location.hash === ''")
    expect(visit.locator("#details h2")).to_have_text("Newest reports")


def test_on_the_slider_nothing_stands_that_was_not_yet_reported(visit: Page) -> None:
    """Neither evidence of later pages, nor counties that only later ones name."""
    visit.evaluate("location.hash = 't=2025-01'")
    expect(visit.locator("#when-text")).to_contain_text("January 2025")
    view = json.loads(visit.locator("#view").text_content() or "")
    told = zip(view["counties"]["pcode"], view["counties"]["named_on"], strict=True)
    by_then = {pcode for pcode, day in told if (day or "9") <= "2025-01-31"}
    white = set(
        visit.eval_on_selector_all(".county.stage-none", "all => all.map((path) => path.dataset.pcode)")
    )
    assert white <= by_then and len(white) < len(by_then)
    open_county(visit, "KP0717")
    later = visit.eval_on_selector_all(
        "#details .proof a",
        "all => all.map((one) => (/20\\d\\d-\\d\\d-\\d\\d/.exec(one.textContent) || [''])[0])",
    )
    assert later and max(later) <= "2025-01-31"
    visit.wait_for_timeout(300)  # until the address is written
    visit.evaluate("location.hash = ''")
    expect(visit.locator("#when-text")).to_have_text("Latest state")


def test_a_table_of_ones_own_has_no_empty_columns_and_names_its_counties_only(
    open_file: Open, tmp_path: Path
) -> None:
    table = pd.DataFrame({"county": ["Songchon", "Kusong"], "stage": ["completed", "planned"]})
    map_of_table(read_announcements(table, facility="hospital")).save(str(tmp_path / "map.html"))
    page = open_file(tmp_path / "map.html").page
    page.locator("#all summary").click()
    cells = page.locator("#all-table tbody tr").first.locator("> *").all_text_contents()
    heads = page.locator("#all-table thead th").all_text_contents()
    assert len(cells) == len(heads) and not [
        head for head, cell in zip(heads, cells, strict=True) if cell.strip() in ("", "–")
    ]
    assert set(
        page.locator("path.county:not(.unseen)").evaluate_all("all => all.map(p => p.dataset.pcode)")
    ) == {
        "KP0717",
        "KP0603",
    }


# ---- numbers that stand twice ----------------------------------------------------------------------------


def number(page: Page, selector: str) -> int:
    """The first number of an element, shown or not."""
    text = page.locator(selector).first.text_content() or ""
    return int("".join(filter(str.isdigit, text.split()[0] if text.split() else "")))


SAME = {
    "projects in heading and filters": (".subtitle", "#total-projects"),
    "projects in heading and table": (".subtitle", "#all-count"),
    "sites in the filters, in sum": ("#total-sites", "[data-facet=campaign] .sites"),
    "projects by stage": ("#total-projects", "[data-facet=stage] .projects"),
    "projects by campaign": ("#total-projects", "[data-facet=campaign] .projects"),
    "projects by facility": ("#total-projects", "[data-facet=facility] .projects"),
    "projects by who says so": ("#total-projects", "[data-facet=origin] .projects"),
    "counties on the map and in the legend": ("path.county[data-pcode]", "#brief b"),
}


@pytest.mark.parametrize("place", SAME)
def test_a_number_that_stands_twice_is_the_same(visit: Page, place: str) -> None:
    one, other = SAME[place]
    count = """all => all.filter((node) => !node.closest("[hidden]"))
      .map((node) => parseInt(node.textContent.replace(/[(,]/g, "")) || 0).reduce((a, b) => a + b, 0)"""
    total = visit.locator(one).count() if one.startswith("path") else number(visit, one)
    parts = other if one != "path.county[data-pcode]" else "#brief li:not(.beside) b"
    assert visit.locator(parts).evaluate_all(count) == total


def test_a_site_that_is_completed_and_operating_counts_once(visit: Page) -> None:
    """Stages of the legend are those of counties, each of which has one."""
    brief = dict(
        visit.locator("#brief [data-stage]").evaluate_all(
            "all => all.map((one) => [one.dataset.stage, Number(one.querySelector('b').textContent)])"
        )
    )
    coloured = visit.locator(".county.stage-completed, .county.stage-operating").count()
    assert brief["completed"] + brief["operating"] == coloured
    assert number(visit, "#brief [data-stage=completed] b") == brief["completed"]
    expect(visit.locator(".headline")).to_contain_text("Factories inaugurated in ")


# ---- the small map ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height", "most"), [(650, 560, 560), (360, 620, 620)])
def test_a_compact_map_is_low_and_shows_a_county_over_the_map(
    open_file: Open, tmp_path: Path, width: int, height: int, most: int
) -> None:
    target = tmp_path / "map.html"
    render_map({**VIEW, "compact": True}).save(str(target))
    page = open_file(target, width, height).page
    assert page.evaluate("document.documentElement.getBoundingClientRect().height") <= most
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for selector in (".headline", "#brief", "#factorymap", "#source-line"):
        expect(page.locator(selector)).to_be_visible()
    for selector in (".tools", "#filter", "#time", "#all", "footer", "#details"):
        expect(page.locator(selector)).to_be_hidden()
    item = next(one for one in VIEW["announcements"] if one["latest"] and one["polygon"])
    page.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    expect(page.locator("#details h2")).to_contain_text(item["place"])
    card, drawing = page.locator("#details").bounding_box(), page.locator("#factorymap").bounding_box()
    assert card and drawing and overlap(card, drawing)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.getBoundingClientRect().height") <= most
    page.keyboard.press("Escape")
    expect(page.locator("#details")).to_be_hidden()
    page.locator("#whole-map").click()
    expect(page.locator("footer")).to_be_visible()
    page.evaluate("location.hash = 'ui=map'")
    expect(page.locator("footer")).to_be_hidden()
