"""The map inside other pages: as high as it needs, whoever listens, whatever the frame forbids."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from geo.page import embed_page, render_map
from geo.page.embedding import snippet
from tests.browser.conftest import Open
from tests.browser.looking import FOLLOWED, eventually, follows, settle
from tests.browser.tabs import Opened
from tests.sample_view import PAYLOADS, sample_view

VIEW = sample_view()
SANDBOXED = '<iframe sandbox="{}" width="900" height="700" srcdoc="{}"></iframe>'
HEAD = "<!DOCTYPE html><html lang='en'><meta charset='utf-8'><title>host</title>"
HEIGHT = "Math.ceil(document.documentElement.getBoundingClientRect().height)"
WIDEN = "document.querySelector('iframe').style.width = '"


@pytest.fixture
def host(tmp_path: Path, sample_page: str) -> Path:
    """embed.html beside map.html, as a build leaves them."""
    (tmp_path / "map.html").write_text(sample_page, encoding="utf-8")
    (tmp_path / "embed.html").write_text(embed_page(VIEW["title"]["en"], VIEW["generator"]), encoding="utf-8")
    return tmp_path / "embed.html"


def inner_of(page: Page) -> Frame:
    """The map's frame, once its script has run."""
    page.frame_locator("iframe").locator("html.scripted").wait_for()
    return page.frames[1]


@pytest.mark.parametrize("width", [320, 360, 768, 1200])
def test_a_frame_that_follows_has_no_scrollbar_of_its_own(open_file: Open, host: Path, width: int) -> None:
    page = open_file(host, width, 800).page
    frame = inner_of(page)
    follows(page, frame)
    frame.wait_for_function("() => document.documentElement.scrollHeight <= innerHeight")
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_height_follows_what_readers_open_and_close_and_every_new_width(
    open_file: Open, host: Path
) -> None:
    page = open_file(host, 1100, 800).page
    frame = inner_of(page)
    follows(page, frame)
    before = page.evaluate(FOLLOWED)
    frame.locator("#embed summary").click()
    follows(page, frame)
    assert page.evaluate(FOLLOWED) > before + 40
    frame.locator("#embed summary").click()
    follows(page, frame)
    assert abs(page.evaluate(FOLLOWED) - before) < 2
    page.set_viewport_size({"width": 400, "height": 700})
    follows(page, frame)


def test_the_height_does_not_run_away(open_file: Open, host: Path) -> None:
    """A frame as high as its content gives the content a new window height, and so on."""
    page = open_file(host, 900, 700).page
    follows(page, inner_of(page))
    settled = page.evaluate(FOLLOWED)
    page.wait_for_timeout(400)
    assert page.evaluate(FOLLOWED) == settled


def test_the_height_comes_within_a_few_frames_in_every_form_that_hosts_listen_for(
    open_file: Open, tmp_path: Path, sample_page: str
) -> None:
    listens = """
      window.told = []; window.drawn = 0;
      addEventListener("message", (event) => told.push([event.data, drawn]));
      (function draw() { drawn += 1; requestAnimationFrame(draw); })();"""
    (tmp_path / "map.html").write_text(sample_page, encoding="utf-8")
    target = tmp_path / "host.html"
    frame = '<iframe src="map.html?childId=chart-7" style="width: 900px; height: 500px"></iframe>'
    target.write_text(f"{HEAD}<script>{listens}</script>{frame}", encoding="utf-8")
    page = open_file(target).page
    inner = inner_of(page)
    delays = []
    for width in (500, 800, 400):
        settle(page)
        started = page.evaluate(f"told.length = 0; {WIDEN}{width}px'; drawn")
        page.wait_for_function("() => told.length >= 3")
        delays.append(page.evaluate("told[0][1]") - started)
    assert min(delays) <= 6, "of sixty a second"
    eventually(page, lambda: page.evaluate("told.at(-3)[0].height") == inner.evaluate(HEIGHT))
    told, height = page.evaluate("told"), inner.evaluate(HEIGHT)
    last = [data for data, _ in told[-3:]]
    assert {"type": "factorymap-height", "height": height} in last
    assert {"datawrapper-height": {"chart-7": height}} in last
    assert f"pymxPYMxchart-7xPYMxheightxPYMx{height}" in last


def test_only_the_frame_that_spoke_is_made_higher(open_file: Open, host: Path) -> None:
    page = open_file(host, 900, 700).page
    follows(page, inner_of(page))
    page.evaluate("document.body.append(document.createElement('iframe'))")
    other = page.locator("iframe").nth(1)
    before = other.evaluate("node => node.offsetHeight")
    first = page.evaluate(FOLLOWED)
    page.evaluate("postMessage({ type: 'factorymap-height', height: 3000 }, '*')")
    for data in ("null", "'text'", "{ type: 'factorymap-height', height: '9px' }", "{ height: 50 }"):
        page.frames[1].evaluate(f"parent.postMessage({data}, '*')")
    page.wait_for_timeout(100)
    assert other.evaluate("node => node.offsetHeight") == before
    assert page.evaluate(FOLLOWED) == first


def test_the_page_gives_the_code_that_embeds_it(open_file: Open, host: Path) -> None:
    page = open_file(host.parent / "map.html", permissions=["clipboard-read", "clipboard-write"]).page
    page.locator("#embed summary").click()
    page.locator("#embed").get_by_role("button").click()
    expect(page.locator("#embed-copied")).not_to_be_empty()
    code = page.locator("#embed textarea").input_value()
    assert code.split("<iframe")[0] == str(snippet(VIEW["title"]["en"])).split("<iframe")[0]
    assert 'src="map.html"' in code  # of a file on a disk only the name can be of use elsewhere
    assert page.evaluate("navigator.clipboard.readText()").strip() == code.strip()
    target = host.parent / "pasted.html"
    target.write_text(HEAD + code, encoding="utf-8")
    pasted = open_file(target, 800, 700).page
    follows(pasted, inner_of(pasted))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_title_does_not_leave_the_code(open_file: Open, tmp_path: Path, payload: str) -> None:
    target = tmp_path / "embed.html"
    target.write_text(embed_page(payload, payload), encoding="utf-8")
    (tmp_path / "map.html").write_text("<!DOCTYPE html><title>none</title>", encoding="utf-8")
    page = open_file(target).page
    assert page.evaluate("window.pwned") is None
    assert page.locator("iframe").get_attribute("title") == payload


InPage = Callable[[str], Opened]


@pytest.fixture
def in_page(open_file: Open, tmp_path: Path, sample_page: str) -> InPage:
    """Opens the whole page inside another one, in a sandbox."""

    def opened(sandbox: str) -> Opened:
        target = tmp_path / "host.html"
        target.write_text(HEAD + SANDBOXED.format(sandbox, escape(sample_page)), encoding="utf-8")
        return open_file(target)

    return opened


def test_inside_the_text_of_a_page_the_map_works(in_page: InPage) -> None:
    inner = in_page("allow-scripts").page.frame_locator("iframe")
    inner.locator("html.scripted").wait_for()
    item = next(one for one in VIEW["announcements"] if one["polygon"])
    inner.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    expect(inner.locator("#details h2")).to_contain_text(item["place"])


def test_a_map_in_a_frame_that_is_not_shown_yet_starts_all_the_same(
    open_file: Open, tmp_path: Path, sample_page: str
) -> None:
    """Such a page is never painted, so nothing that waits for paint alone would ever run."""
    target = tmp_path / "host.html"
    hidden = SANDBOXED.format("allow-scripts", escape(sample_page)).replace("<iframe", "<iframe hidden")
    target.write_text(HEAD + hidden, encoding="utf-8")
    page = open_file(target).page
    page.frame_locator("iframe").locator("html.scripted").wait_for(state="attached")
    page.locator("iframe").evaluate("frame => { frame.hidden = false; }")
    inner = page.frame_locator("iframe")
    item = next(one for one in VIEW["announcements"] if one["polygon"])
    inner.locator(f"path[data-pcode='{item['polygon']}']").dispatch_event("click")
    expect(inner.locator("#details h2")).to_contain_text(item["place"])


def test_where_scripts_are_forbidden_map_legend_table_and_sources_are_there(in_page: InPage) -> None:
    opened = in_page("")
    inner = opened.page.frame_locator("iframe")
    expect(inner.locator("path.county")).to_have_count(len(VIEW["counties"]))
    for selector in ("h1", "#legend", "path.county >> nth=0", "#outline", "#all-table", ".sources", "footer"):
        expect(inner.locator(selector)).to_be_visible()
    assert any("script" in error for error in opened.errors)  # the browser says that it ran none
    opened.errors.clear()


def test_a_notebook_shows_the_map_as_high_as_it_is(open_file: Open, tmp_path: Path) -> None:
    target = tmp_path / "notebook.html"
    target.write_text(HEAD + render_map(VIEW)._repr_html_(), encoding="utf-8")
    page = open_file(target, 1000, 800).page
    follows(page, inner_of(page))
