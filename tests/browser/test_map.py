"""The map page as a reader meets it: opened from disk, in a real browser, without a network."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from html import escape
from itertools import combinations
from pathlib import Path
from typing import Any

import folium
import pytest
from playwright.sync_api import Browser, Page, expect

import geo
from geo.page import render_map
from geo.view import human_date, say
from tests.browser.conftest import Open
from tests.browser.looking import (
    boxes,
    country_box,
    eventually,
    follows,
    inside,
    letters,
    open_filters,
    overlap,
    settle,
)
from tests.browser.tabs import Opened
from tests.sample_view import PAYLOADS, STAGES, hostile_view, sample_view

VIEW = sample_view()
PROOFS = [(item, proof) for item in VIEW["announcements"] for proof in item["evidence"]]


def first(**wanted: Any) -> dict[str, Any]:
    """The first announcement with these values."""
    return next(
        item for item in VIEW["announcements"] if all(item[key] == value for key, value in wanted.items())
    )


def county_of(pcode: str) -> dict[str, Any]:
    return next(county for county in VIEW["counties"] if county["pcode"] == pcode)


def county_path(page: Page, pcode: str) -> Any:
    return page.locator(f"path[data-pcode='{pcode}']")


def point_of(page: Page, place: list[float]) -> tuple[float, float]:
    """Where [lat, lon] is on the screen."""
    x, y = page.evaluate(
        """at => {
          const point = factorymap.latLngToContainerPoint(at);
          const box = factorymap.getContainer().getBoundingClientRect();
          return [point.x + box.left, point.y + box.top];
        }""",
        place,
    )
    return x, y


def look_at(page: Page, lat: float, lon: float, zoom: float) -> None:
    """Move the map there at once."""
    page.evaluate(
        "([lat, lon, zoom]) => { factorymap.setView([lat, lon], zoom, {animate: false}); }", [lat, lon, zoom]
    )


def click_county(page: Page, pcode: str) -> None:
    """Click where a reader would: a little beside the point of the county's name."""
    x, y = point_of(page, county_of(pcode)["label"])
    page.mouse.click(x, y)


def country_is_seen(page: Page) -> bool:
    """Whether all counties lie in the frame of the map."""
    (frame,) = boxes(page, "#factorymap")
    return inside(country_box(page), frame)


def to_paper(page: Page, on: bool) -> None:
    """Change to paper or back, and wait until the page has noticed."""
    page.emulate_media(media="print" if on else "screen")
    page.wait_for_function("on => document.documentElement.classList.contains('printing') === on", arg=on)


# ---- drawing ---------------------------------------------------------------------------------------------


def test_opens_from_disk_and_draws_every_county(open_file: Open, sample_file: Path) -> None:
    opened = open_file(sample_file)
    expect(opened.page).to_have_title(VIEW["title"]["en"])
    drawn = opened.page.eval_on_selector_all(
        "path.county", "paths => paths.map(p => [p.dataset.pcode, p.getAttribute('d')])"
    )
    assert sorted(pcode for pcode, _ in drawn) == sorted(county["pcode"] for county in VIEW["counties"])
    assert [pcode for pcode, outline in drawn if len(outline) < 12] == []
    assert (opened.requests, opened.errors) == ([], [])


@pytest.mark.parametrize("stage", [*STAGES, None])
def test_a_county_has_the_colour_of_its_stage_in_the_legend_and_is_counted_there(
    page: Page, stage: str | None
) -> None:
    legend = page.locator(f"#brief [data-stage={stage}]" if stage else "#key-none")
    wanted = [county["pcode"] for county in VIEW["counties"] if county["stage"] == stage]
    fill_of = dict(
        page.eval_on_selector_all(
            "path.county", "paths => paths.map(path => [path.dataset.pcode, getComputedStyle(path).fill])"
        )
    )
    assert {fill_of[pcode] for pcode in wanted} == {
        legend.locator("rect").evaluate("node => getComputedStyle(node).fill")
    }
    assert legend.locator("b").inner_text() == str(len(wanted))


def test_every_coloured_county_also_shows_the_shape_of_its_stage(page: Page) -> None:
    shapes = page.eval_on_selector_all("#marks .symbol", "uses => uses.map(use => use.getAttribute('href'))")
    expected = Counter(f"#sign-{county['stage']}" for county in VIEW["counties"] if county["stage"])
    assert Counter(shapes) == expected


def test_lines_say_what_they_part(page: Page) -> None:
    """Dark round coloured counties and between provinces, dashed where doubtful."""
    doubtful = sum(len(line["arcs"]) for line in VIEW["topology"]["objects"]["doubtful"]["geometries"])
    line = page.locator(".line-doubtful")
    assert line.evaluate("path => path.getAttribute('d').split('M').length - 1") == doubtful
    assert line.evaluate("path => getComputedStyle(path).strokeDasharray") != "none"
    assert page.locator(".line-province").evaluate("path => path.getAttribute('d').split('M').length") > 20
    strokes = [
        page.locator(selector).first.evaluate("path => getComputedStyle(path).stroke")
        for selector in ("path.county.stage-none", "path.county.stage-completed", ".line-province")
    ]
    assert len(set(strokes)) == 3
    expect(page.locator("#key-doubtful")).to_be_visible()


def test_the_page_says_what_it_shows(page: Page) -> None:
    open_filters(page)
    text = page.locator("body").inner_text()
    for wanted in (
        *(VIEW["title"]["en"], VIEW["subtitle"]["en"], VIEW["caveat"]["en"], *VIEW["attribution"]),
        *(note["en"] for note in VIEW["notes"]),
        *("Events 28 February 2024 – 10 February 2026", "data to 10 February 2026", "13 of 20"),
        *("Example News Agency (30)", "119 documents read, 2 skipped, 1 failed", "Leaflet"),
    ):
        assert wanted in text
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("main").count() == page.locator("h1").count() == page.locator("footer").count() == 1


def test_names_of_provinces_and_counties_follow_the_zoom_and_never_collide(page: Page) -> None:
    def shown(zoom: float) -> set[str]:
        look_at(page, 39.2, 126.3, zoom)
        found = letters(page)
        assert not [(a, b) for i, a in enumerate(found) for b in found[i + 1 :] if overlap(a, b)]
        return set(page.locator("#names text").all_text_contents())

    polygons = {item["polygon"] for item in VIEW["announcements"]}
    reported = {county["name"] for county in VIEW["counties"] if county["pcode"] in polygons}
    provinces = {province["name"].upper() for province in VIEW["provinces"]}
    others = {county["name"] for county in VIEW["counties"]} - reported
    settle(page)
    assert {"China", "South Korea"} <= set(page.locator("#names text").all_text_contents())
    country = shown(7)
    assert country & reported and country & provinces and not country & others
    assert shown(8.4) & others
    shown(9.5)
    assert page.locator("#names tspan[lang=ko]").count() > 3


def test_the_scale_bar_tells_kilometres(page: Page) -> None:
    length = page.locator(".leaflet-control-scale-line")
    kilometres, pixels = float(length.inner_text().removesuffix(" km")), length.bounding_box()["width"]  # type: ignore[index]
    left, right = point_of(page, [40.3, 126.0]), point_of(page, [40.3, 127.0])
    per_degree = 111.32 * 0.7627  # cosine of 40.3 degrees, near the centre of the map
    assert kilometres / pixels == pytest.approx(per_degree / (right[0] - left[0]), rel=0.03)


# ---- hover, click, keys ----------------------------------------------------------------------------------


def test_a_click_opens_the_announcement_with_quote_publisher_and_link(page: Page) -> None:
    item, proof = next((item, proof) for item, proof in PROOFS if not proof["summary"] and item["latest"])
    click_county(page, item["polygon"])
    card = page.locator(f"#details [data-id={item['id']}]")
    expect(page.locator("#details h2")).to_contain_text(item["place"])
    expect(card).to_contain_text(f"“{proof['text']}”")
    link = card.get_by_role("link", name=proof["label"], exact=True).first
    assert link.get_attribute("href") == proof["url"]
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert page.locator("#status").inner_text().startswith(item["place"])


def test_words_of_ours_are_introduced_and_never_stand_in_quotation_marks(page: Page) -> None:
    item, proof = next((item, proof) for item, proof in PROOFS if proof["summary"] and item["latest"])
    click_county(page, item["polygon"])
    shown = page.locator(f"#details [data-id={item['id']}] .summary").first.inner_text()
    assert f"{proof['label']}: {proof['text']}" in shown
    assert not set(shown) & set('“”"«»')


def test_state_media_only_conflicts_and_precision_are_told(page: Page) -> None:
    item = next(item for item in VIEW["announcements"] if item["conflict"] and item["latest"])
    click_county(page, item["polygon"])
    card = page.locator(f"#details [data-id={item['id']}]")
    expect(card).to_contain_text(f"Reports disagree: {item['conflict']}")
    expect(card).to_contain_text("reported for the county, site not known")
    assert card.get_by_text("State media only").count() == int(item["state_media_only"])


def test_hover_shows_a_tooltip_that_leaves_with_the_pointer(page: Page) -> None:
    item = first(campaign="2025", latest=True)
    x, y = point_of(page, county_of(item["polygon"])["label"])
    page.mouse.move(x + 1, y + 1)
    tip = page.locator(".tip")
    expect(tip).to_be_visible()
    for wanted in (item["place"], item["place_ko"], item["province"], STAGES[item["stage"]], "2025 campaign"):
        assert wanted.lower() in tip.inner_text().lower()
    page.mouse.move(5, 5)
    expect(tip).to_be_hidden()


def test_the_newest_reports_stand_in_the_panel_and_open_their_county(page: Page) -> None:
    dated = [(max(date for _, date in i["dates"]), i["place"]) for i in VIEW["announcements"]]
    rows = page.locator(".newest .row")
    expect(rows).to_have_count(10)
    expect(rows.first).to_contain_text(max(dated)[1])
    told = {
        (f"{say(f'stage-{stage}').capitalize()}, {human_date(date)}", item["place"])
        for item in VIEW["announcements"]
        for stage, date in item["dates"]
        if date
    }
    for words in rows.all_inner_texts():
        assert any(what in words and place in words for what, place in told), words
    rows.first.click()
    expect(page.locator("#details h2")).to_contain_text(max(dated)[1])


def test_a_county_without_reports_says_so(page: Page) -> None:
    quiet = next(
        county["pcode"]
        for county in VIEW["counties"]
        if not county["stage"]
        and county["name"] != "Unsan"
        and not any(i["polygon"] == county["pcode"] for i in VIEW["announcements"])
    )
    county_path(page, quiet).dispatch_event("click")
    expect(page.locator("#details-body")).to_contain_text("named, but no project reported")


def test_everything_is_reached_with_the_keyboard_alone(page: Page) -> None:
    for _ in range(16):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('path.county')"):
            break
    name = page.wait_for_function("() => document.activeElement.getAttribute('aria-label')").json_value()
    assert "announcement" in name and page.evaluate("document.activeElement.getAttribute('role')") == "button"
    expect(page.locator(".tip")).to_be_visible()
    page.keyboard.press("ArrowDown")
    moved = page.evaluate("document.activeElement.getAttribute('aria-label')")
    pcode = page.evaluate("document.activeElement.dataset.pcode")
    assert moved != name
    expect(page.locator("path.county[tabindex='0']")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_be_focused()
    expect(page.locator("#details h2")).to_contain_text(county_of(pcode)["name"])
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.pcode") == pcode
    expect(page.locator("#details h2")).to_have_text("Newest reports")


def test_focus_is_seen(page: Page) -> None:
    path = page.locator("path.county[tabindex='0']")
    page.keyboard.press("Tab")
    path.focus()
    assert page.locator("#highlight").get_attribute("d") == path.get_attribute("d")


def test_few_tab_stops_and_each_has_a_name(page: Page) -> None:
    named = """() => {
      const node = document.activeElement;
      if (node === document.body) return "end";
      const label = node.getAttribute("aria-label") || node.labels?.[0]?.innerText || node.textContent;
      return (label || document.getElementById(node.getAttribute("aria-labelledby"))?.innerText || "").trim();
    }"""
    stops = []
    while len(stops) < 60 and stops[-1:] != ["end"]:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(named))
    assert stops[-1] == "end" and len(stops) <= 26
    assert "" not in stops


def test_the_table_opens_a_county_too(page: Page) -> None:
    page.locator("#all summary").click()
    item = first(campaign="2024", latest=True)
    page.locator("#all-table").get_by_role("button", name=item["place"], exact=True).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_contain_text(item["place"])
    expect(page.locator("#details h2")).to_be_focused()


# ---- what can be switched on, what has no place ----------------------------------------------------------


@pytest.mark.parametrize("kind", ["older", "outside"])
def test_older_campaigns_and_other_projects_are_small_marks_and_entries(page: Page, kind: str) -> None:
    items = [i for i in VIEW["announcements"] if not i["latest"] and bool(i["campaign"]) == (kind == "older")]
    expect(page.locator(f".mark.{kind}, #key-{kind}:not([hidden])")).to_have_count(0)
    page.get_by_label("older campaigns and projects outside the policy").check()
    expect(page.locator(f".mark.{kind}")).to_have_count(len({item["polygon"] for item in items}))
    click_county(page, items[0]["polygon"])
    expect(page.locator(f"#details [data-id={items[0]['id']}]")).to_be_visible()
    expect(page.locator(f"#key-{kind}")).to_be_visible()


def test_a_unit_without_a_polygon_is_a_mark_and_colours_nothing(page: Page) -> None:
    item = first(polygon=None)
    mark = page.locator(".mark.current")
    expect(mark).to_have_count(1)
    x, y = point_of(page, item["mark"])
    page.mouse.click(x, y)
    expect(page.locator("#details h2")).to_contain_text(item["place"])


def test_marks_at_one_point_stand_side_by_side(page: Page) -> None:
    found = boxes(page, ".symbol, .mark")
    assert len({(round(box["x"]), round(box["y"])) for box in found}) == len(found)


def test_the_script_draws_what_stood_in_the_page(open_file: Open, sample_file: Path) -> None:
    """The first paint, which is also what readers without scripts see, changes nowhere."""
    drawn = """() => [...document.querySelectorAll("#counties path, #marks use, #maybe path")]
      .map((node) => ["data-pcode", "class", "href", "x"].map((name) => node.getAttribute(name)).join())
      .sort()"""
    bare = open_file(sample_file, java_script_enabled=False).page
    assert open_file(sample_file).page.evaluate(drawn) == bare.evaluate(drawn)
    expect(bare.locator("#outline")).to_be_visible()


def test_without_scripts_names_lie_on_no_sign_and_on_no_other_name(
    open_file: Open, shipped_map: Path
) -> None:
    page = open_file(shipped_map, width=1280, height=800, java_script_enabled=False).page
    names, signs = letters(page), boxes(page, "#marks > *")
    assert len(names) > 60
    assert not any(overlap(a, b) for a, b in combinations(names, 2))
    assert [box for box in names for sign in signs if overlap(box, sign)] == []


def test_what_has_no_place_is_counted_and_listed_with_its_evidence(page: Page) -> None:
    section = page.locator("#unplaced")
    assert section.locator(".count").inner_text() == str(len(VIEW["unplaced"]))
    expect(section.locator("li > details")).to_have_count(len(VIEW["unplaced"]))
    for item, meaning in zip(
        VIEW["unplaced"],
        ("may be Unsan (", "only the province is known", "could not be resolved"),
        strict=True,
    ):
        entry = section.locator("li", has=page.locator(f"[data-id={item['id']}]")).first
        expect(entry).to_contain_text(meaning)
        expect(entry).to_contain_text(item["evidence"][0]["text"])


def test_counties_that_an_unclear_report_may_mean_are_hatched_and_say_so(page: Page) -> None:
    candidates = VIEW["unplaced"][0]["candidates"]
    assert len(candidates) == 2
    hatched = page.eval_on_selector_all(
        ".candidate", "paths => paths.map(path => [path.getAttribute('d'), getComputedStyle(path).fill])"
    )
    assert {fill for _, fill in hatched} == {'url("#hatch")'}
    for unit in candidates:
        path = county_path(page, unit["pcode"])
        assert path.get_attribute("d") in dict(hatched)
        path.dispatch_event("click")
        expect(page.locator("#details")).to_contain_text("may mean this county or another one")


# ---- hostile text ----------------------------------------------------------------------------------------


def use_everything(page: Page) -> None:
    """Touch every control and every county that has something to say."""
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true; })")
    look_at(page, 39.2, 126.3, 9.2)
    page.eval_on_selector_all(
        "path.county[role=button]",
        "paths => paths.forEach(path => ['pointermove', 'click'].forEach(kind =>"
        "path.dispatchEvent(new PointerEvent(kind, {bubbles: true, clientX: 300, clientY: 400}))))",
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_shown_and_never_run(
    open_file: Open, hostile_file: Callable[[str], Path], payload: str
) -> None:
    page = open_file(hostile_file(payload)).page
    page.evaluate(
        "document.addEventListener('securitypolicyviolation', () => { window.pwned = 'reported'; })"
    )
    use_everything(page)
    assert page.evaluate("window.pwned") is None
    assert page.title() == " ".join(hostile_view(payload)["title"]["en"].split())
    assert page.locator("img, script:not([type])").count() == 3  # what starts them, Leaflet, ours
    for selector in (
        "h1",
        "#details h2",
        "#details .text",
        "#all-table td",
        "#unplaced-list",
        "footer",
        "#names text",
    ):
        assert payload in page.locator(selector).first.text_content()  # type: ignore[operator]


def test_only_web_addresses_become_links(open_file: Open, tmp_path: Path) -> None:
    target = tmp_path / "links.html"
    view = hostile_view("")
    addresses = [
        "javascript:window.pwned=1",
        " javascript:window.pwned=1",
        "data:text/html,x",
        "HTTPS://example.org/a",
        "",
    ]
    item = next(i for i in view["announcements"] if i["latest"] and len(i["evidence"]) > 2)
    item["evidence"] = [{**item["evidence"][0], "url": url} for url in addresses]
    render_map(view).save(str(target))
    page = open_file(target).page
    click_county(page, item["polygon"])
    card = page.locator(f"#details [data-id={item['id']}]")
    assert [one.get_attribute("href") for one in card.locator("a").all()] == ["HTTPS://example.org/a"]
    expect(card).to_contain_text("(javascript:window.pwned=1)")
    schemes = page.eval_on_selector_all("a", "anchors => anchors.map(a => a.protocol)")
    assert set(schemes) <= {"https:", "http:", "file:"}


# ---- sizes, frames, paper --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "height"), [(360, 740), (768, 1024), (1000, 700), (1400, 900), (1920, 1080)]
)
def test_the_whole_country_is_seen_and_nothing_lies_on_it(
    open_file: Open, sample_file: Path, width: int, height: int
) -> None:
    page = open_file(sample_file, width, height).page
    (frame,) = boxes(page, "#factorymap")
    assert inside(country_box(page), frame)
    assert inside(country_box(page), {"x": 0, "y": 0, "width": width, "height": height})
    for selector in ("header", "#legend", "#details", "#unplaced", "#all"):
        assert not [box for box in boxes(page, selector) if overlap(box, frame)], selector
    legend = boxes(page, "#legend li")
    assert not [
        (a, b) for i, a in enumerate(legend) for b in legend[i + 1 :] if overlap(a, b) and not inside(b, a)
    ]
    controls = boxes(page, ".leaflet-control")
    assert len(controls) == 2 and all(inside(control, frame) for control in controls)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1400, 900)])
def test_controls_cover_no_county(open_file: Open, sample_file: Path, width: int, height: int) -> None:
    page = open_file(sample_file, width, height).page
    hits = page.evaluate(
        """() => [...document.querySelectorAll(".leaflet-control")]
          .map((node) => node.getBoundingClientRect())
          .flatMap((box) => [[box.left, box.top], [box.right, box.top], [box.left, box.bottom],
            [box.right, box.bottom], [(box.left + box.right) / 2, (box.top + box.bottom) / 2]])
          .flatMap(([x, y]) => document.elementsFromPoint(x, y))
          .filter((node) => node.matches("path.county")).length"""
    )
    assert hits == 0


@pytest.mark.parametrize(("width", "beside"), [(1400, True), (360, False)])
def test_the_panel_stands_beside_the_map_or_below_it(
    open_file: Open, sample_file: Path, width: int, beside: bool
) -> None:
    page = open_file(sample_file, width, 900).page
    (frame,), (panel,) = boxes(page, "#factorymap"), boxes(page, "#details")
    assert (panel["x"] >= frame["x"] + frame["width"]) == beside
    assert (panel["y"] >= frame["y"] + frame["height"]) != beside


def test_on_a_narrow_screen_a_tap_brings_the_panel_into_view(open_file: Open, sample_file: Path) -> None:
    page = open_file(sample_file, 360, 740, reduced_motion="reduce").page
    click_county(page, first(campaign="2025", latest=True)["polygon"])
    expect(page.locator("#details h2")).to_be_in_viewport()


def test_a_new_size_shows_the_whole_country_again(page: Page) -> None:
    page.set_viewport_size({"width": 600, "height": 800})
    eventually(page, lambda: boxes(page, "#factorymap")[0]["width"] <= 600 and country_is_seen(page))


def test_the_home_button_brings_the_country_back(page: Page) -> None:
    look_at(page, 38, 125, 10)
    page.get_by_role("button", name="Show the whole country").click()
    (frame,) = boxes(page, "#factorymap")
    assert inside(country_box(page), frame)


def test_works_in_a_sandboxed_frame(open_file: Open, tmp_path: Path) -> None:
    target = tmp_path / "host.html"
    frame = render_map(VIEW)._repr_html_()
    plain = render_map(VIEW).get_root().render()
    bare = f'<iframe sandbox="allow-scripts" width="1000" height="800" srcdoc="{escape(plain)}"></iframe>'
    target.write_text(
        f"<!DOCTYPE html><meta charset='utf-8'><title>host</title>{frame}{bare}", encoding="utf-8"
    )
    page = open_file(target).page
    item = first(campaign="2025", latest=True)
    for frame_page in page.frames[1:]:
        frame_page.wait_for_selector("html.scripted")
    follows(page, page.frames[1])
    page.wait_for_function(  # words for notebooks that drop the frame, which lies over them here
        """() => {
          const { x, y, height } = document.querySelector("div > p").getBoundingClientRect();
          return document.elementFromPoint(x + 5, y + height / 2)?.tagName === "IFRAME";
        }"""
    )
    for index in range(2):
        inner = page.frame_locator("iframe").nth(index)
        expect(inner.locator("path.county")).to_have_count(len(VIEW["counties"]))
        inner.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
        expect(inner.locator("#details h2")).to_contain_text(item["place"])
        inner.locator(".jump").click()
        expect(inner.locator("#unplaced")).to_be_focused()
        fill = inner.locator("rect.stage-completed").first.evaluate("node => getComputedStyle(node).fill")
        assert fill == "rgb(74, 118, 205)"


def test_print_shows_the_country_the_legend_and_the_sources(page: Page) -> None:
    look_at(page, 38, 125, 10)
    to_paper(page, True)
    eventually(page, lambda: boxes(page, "#factorymap")[0]["width"] < 700 and country_is_seen(page))
    for selector in (
        "h1",
        "#legend [data-facet=stage]",
        "#legend [data-facet=campaign]",
        "#unplaced [data-id]",
        "#all-table",
        ".about .sources",
        "footer",
    ):
        expect(page.locator(selector).first).to_be_visible()
    for selector in (".buttons", ".skip", ".tip"):
        expect(page.locator(selector)).to_be_hidden()
    to_paper(page, False)
    assert page.locator("details[open]").count() == 0
    eventually(page, lambda: boxes(page, "#factorymap")[0]["width"] > 640 and country_is_seen(page))


def test_a_printed_sheet_has_the_map_on_its_first_page(page: Page) -> None:
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF") and 50_000 < len(paper) < 2_000_000


def test_without_scripts_map_legend_table_and_sources_are_there(open_file: Open, sample_file: Path) -> None:
    page = open_file(sample_file, java_script_enabled=False).page
    text = page.locator("main").inner_text()
    for item in [*VIEW["announcements"], *VIEW["unplaced"]]:
        assert item["place"] in text
    assert "may be Unsan (North Phyongan) or Unsan (South Phyongan)" in text
    expect(page.locator("[data-facet=stage]")).to_be_visible()
    (frame,) = boxes(page, "#factorymap")
    assert inside(country_box(page), frame)
    page.locator("#cited summary").click()
    expect(page.locator("#cited a").first).to_be_visible()


# ---- folium, and the guard itself ------------------------------------------------------------------------


def test_a_vector_layer_of_folium_is_drawn(open_file: Open, tmp_path: Path) -> None:
    county_map = render_map(VIEW)
    folium.PolyLine([[39, 125.7], [41, 129]], color="#00aa00", tooltip="a line").add_to(county_map)
    target = tmp_path / "added.html"
    county_map.save(str(target))
    page = open_file(target).page
    assert page.locator("path[stroke='#00aa00']").count() == 1
    assert page.locator("path.county").count() == len(VIEW["counties"])


def test_what_folium_users_add_is_drawn_and_asks_nobody(open_file: Open, tmp_path: Path) -> None:
    county_map = render_map(VIEW)
    folium.Marker([39, 126], popup="<b>here</b> it `is`", tooltip="a tip").add_to(county_map)
    folium.Marker([40, 127], icon=folium.Icon(color="red", icon="info-sign")).add_to(county_map)
    group = folium.FeatureGroup(name="mine").add_to(county_map)
    folium.CircleMarker([39.5, 126.5], color="#00aa01").add_to(group)
    geo.counties().head(3).explore(m=county_map, name="explored", style_kwds={"color": "#00aa02"})
    folium.LayerControl(collapsed=False).add_to(county_map)
    county_map.get_root().html.add_child(folium.Element("<h3 style='color:rgb(1,2,3)'>Mine</h3>"))
    county_map.get_root().header.add_child(folium.Element("<style>h3{margin-left:77px}</style>"))
    county_map.save(str(tmp_path / "added.html"))
    page = open_file(tmp_path / "added.html").page
    icons = page.locator("img.leaflet-marker-icon")
    assert [icons.nth(at).evaluate("icon => icon.naturalWidth") for at in (0, 1)] == [25, 25]
    icons.first.click(force=True)
    expect(page.locator(".leaflet-popup-content b")).to_have_text("here")
    assert page.locator("path[stroke='#00aa02']").count() == 3
    page.get_by_label("mine").uncheck()
    expect(page.locator("path[stroke='#00aa01']")).to_have_count(0)
    title = page.locator("h3", has_text="Mine")
    assert title.evaluate("one => getComputedStyle(one).color + getComputedStyle(one).marginLeft") == (
        "rgb(1, 2, 3)77px"
    )


def test_a_map_in_a_figure_shows_itself(open_file: Open, tmp_path: Path) -> None:
    figure = folium.Figure()
    figure.add_child(render_map(VIEW))
    (tmp_path / "figure.html").write_text(
        re.sub(r"<(script|link)[^>]*https?://[^>]*>(</script>)?", "", figure.render()), encoding="utf-8"
    )
    page = open_file(tmp_path / "figure.html").page
    frame = page.frame_locator("iframe[title=Map]")
    expect(frame.locator("path.county").first).to_be_attached()


def test_chosen_bounds_are_what_the_page_opens_at(open_file: Open, tmp_path: Path) -> None:
    county_map = render_map(VIEW)
    county_map.fit_bounds([[38.5, 125.0], [39.5, 126.5]])
    target = tmp_path / "bounds.html"
    county_map.save(str(target))
    bounds = open_file(target).page.evaluate(
        "(() => { const b = factorymap.getBounds(); return [b.getSouth(), b.getNorth()]; })()"
    )
    assert bounds[0] <= 38.5 and bounds[1] >= 39.5 and bounds[1] - bounds[0] < 1.6


def test_the_guard_hears_requests_and_errors(browser: Browser, tmp_path: Path) -> None:
    target = tmp_path / "bad.html"
    target.write_text(
        "<img src='https://example.org/x.png'><script>throw new Error('boom')</script>", encoding="utf-8"
    )
    context = browser.new_context()
    opened = Opened(context.new_page())
    opened.watch()
    opened.page.goto(target.as_uri())
    context.close()
    assert opened.requests == ["https://example.org/x.png"]
    assert any("boom" in error for error in opened.errors)


def test_the_island_of_the_page_is_json(page: Page) -> None:
    island = json.loads(page.locator("#view").text_content() or "")
    assert len(island["counties"]["pcode"]) == len(VIEW["counties"])
