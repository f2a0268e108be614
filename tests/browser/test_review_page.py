"""The review page from end to end: by keyboard, in a real browser, with builds that heed what was decided."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import APIResponse, Browser, BrowserContext, Page, Route, expect

import geo
from benchmark.review.many_items import many_items
from geo import pipeline
from geo.cli import cli
from geo.comparing import comparison_lines, diff
from geo.decisions import read_decisions
from geo.desk import open_desk, serve
from geo.models import Extraction
from geo.places import load_gazetteer
from geo.view import county_stages
from tests.browser.looking import PATIENCE_MS
from tests.desk.served import write_articles
from tests.payloads import EVERY

UNSAN = "A groundbreaking ceremony for a hospital was held in Unsan County, DPRK, on Monday."
EACH = 5
"""Payloads of an article."""
STATE = re.compile(r"/api/state\b")
SURE = 1.0
"""A line above which next to nothing is stated."""
MORE = {
    "kusong": """TITLE: Kusong and its hospital
DATE: 2027-12-14
SOURCE: A News Agency
URL: https://news.example/kusong

The hospital in Kusong City, DPRK, was inaugurated on 13 December 2027.

In Hyangsan County nothing was said of the greenhouse farm that people there have seen.
""",
    "kusong-begun": """TITLE: Kusong
DATE: 2019-05-02
SOURCE: A News Agency
URL: https://news.example/begun

A hospital was inaugurated in Kusong City, DPRK, on 1 May 2019.
""",
}


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles."""
    folder = write_articles(tmp_path_factory.mktemp("review") / "articles")
    for name, text in MORE.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def read(written: Path) -> tuple[Extraction, ...]:
    """They, read once."""
    return tuple(pipeline.extract(written))


class Desks:
    """Desks and their pages; none may ask another server or complain."""

    def __init__(self, stack: ExitStack, browser: Browser, read: tuple[Extraction, ...], file: Path) -> None:
        self.stack, self.browser, self.read, self.file = stack, browser, read, file
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.address = ""

    def open(self, *, with_map: bool = False, read: Any = None, **options: Any) -> Page:
        """A page of a desk; the next one is of the same desk."""
        if not self.address:
            desk = open_desk(read or self.read, self.file, by="A. Analyst", **options)
            self.address = self.stack.enter_context(serve(desk, language="en")).address
        context: BrowserContext = self.browser.new_context(viewport={"width": 1400, "height": 900})
        self.stack.callback(context.close)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        page.on("request", lambda request: self.asked.append(request.url))
        if not with_map:
            page.route("**/map?*", lambda route: route.fulfill(body="<p>map</p>", content_type="text/html"))
        page.goto(self.address)
        page.wait_for_selector("html.ready", state="attached")
        return page


@pytest.fixture
def desks(browser: Browser, read: tuple[Extraction, ...], tmp_path: Path) -> Iterator[Desks]:
    """Opens pages; at the end all have kept quiet and asked nobody else."""
    with ExitStack() as stack:
        made = Desks(stack, browser, read, tmp_path / "decisions.csv")
        yield made
    expected = ("404 (", "409 (Conflict)", "422 (", "423 (")  # the first: an item that was just settled
    assert [one for one in made.complaints if not any(code in one for code in expected)] == []
    origin = made.address.split("/?")[0]
    outside = [one for one in made.asked if not one.startswith((origin, "data:", "about:", "blob:"))]
    assert outside == []


def find(page: Page, text: str) -> None:
    """Write into the search field, and go back to the list."""
    page.keyboard.press("/")
    page.locator("#find").fill(text)
    page.keyboard.press("Enter")
    page.locator("#item .card").first.wait_for()


def choose_kind(page: Page, kind: str) -> None:
    page.locator(f'#kinds button[data-kind="{kind}"]').click()
    page.locator("#list").focus()


def say(page: Page, told: str) -> None:
    """Wait until the page says that something was written."""
    expect(page.locator("#said")).to_contain_text(told)


def build(articles: Path, folder: Path, *options: object) -> Path:
    ended = CliRunner().invoke(cli, ["build", str(articles), "-o", str(folder), *map(str, options)])
    assert ended.exit_code == 0, ended.output
    return folder


def rows(folder: Path) -> list[dict[str, str]]:
    text = (folder / "announcements.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_wrong_county_is_right_in_the_next_build_and_told_by_diff(
    desks: Desks, written: Path, tmp_path: Path
) -> None:
    page = desks.open()
    find(page, "Unsan")
    page.keyboard.press("c")
    page.keyboard.type("은산")
    expect(page.locator("#form .choices li").first).to_contain_text("KP0720")
    page.keyboard.press("Enter")
    page.locator("#form input[name=reason]").fill("the full report names the province")
    page.keyboard.press("Enter")
    say(page, "Corrected")
    expect(page.locator("#effects")).to_contain_text("Unsan (South Phyongan)")
    after = build(written, tmp_path / "after", "--decisions", desks.file)
    (row,) = [row for row in rows(after) if row["county"] == "Unsan"]
    assert (row["pcode"], row["province"]) == ("KP0720", "South Phyongan")
    assert "place corrected by an analyst (A. Analyst" in row["decision"]
    assert "KP0617 or KP0720" in row["decision"] and "the full report names the province" in row["decision"]
    told = "\n".join(comparison_lines(diff(geo.build(written), after)))
    assert "Corrected: 1" in told and "Unsan, South Phyongan [KP0720], hospital" in told


def test_a_possible_event_that_is_accepted_colours_its_county(desks: Desks, written: Path) -> None:
    page = desks.open(stated_from=SURE)
    choose_kind(page, "possible")
    find(page, "Songchon")
    page.keyboard.press("a")
    say(page, "Accepted")
    expect(page.locator("#effects")).to_contain_text("colour from “no project of the policy” to “completed”")

    def stage(**decided: Any) -> str | None:
        run = geo.build(written, stated_from=SURE, **decided)
        return county_stages(run.announcements, load_gazetteer().units)["KP0717"].stage

    assert (stage(), stage(decisions=desks.file)) == (None, "completed")


def test_the_map_stands_beside_the_list_and_is_drawn_anew(desks: Desks) -> None:
    page = desks.open(with_map=True)
    frame = page.frame_locator("#map")
    expect(frame.locator("#factorymap")).to_be_attached(timeout=6 * PATIENCE_MS)
    expect(page.locator("#map-state")).to_have_text("The map shows all decisions.", timeout=PATIENCE_MS)
    assert page.locator("#map").get_attribute("sandbox") == "allow-scripts allow-popups allow-downloads"
    find(page, "Unsan")
    page.keyboard.press("a")
    expect(page.locator("#map-state")).to_have_text("The map does not show the last decisions yet.")


def test_two_pages_do_not_overwrite_each_other(desks: Desks) -> None:
    one = desks.open()
    other = desks.open()
    held: list[Route] = []
    other.route("**/api/decide", lambda route: held.append(route))
    first = other.locator("[aria-selected=true] .what").inner_text()
    other.keyboard.press("a")
    expect(other.locator("#counts")).to_contain_text("1 decided")
    find(one, "Hwangju")
    one.keyboard.press("a")
    say(one, "Accepted")
    other.unroute("**/api/decide")
    held[0].continue_()
    alert = other.locator(".alert")
    expect(alert).to_contain_text("changed in another page or program")
    assert len(read_decisions(desks.file).rows) == 1
    expect(other.locator("[aria-selected=true] .what")).to_have_text(first)
    alert.get_by_text("Write it now").click()
    say(other, "Accepted")
    assert len(read_decisions(desks.file).rows) == 2


def test_what_is_undone_comes_back_and_can_be_done_again(desks: Desks) -> None:
    page = desks.open()
    first = page.locator("[aria-selected=true] .what").inner_text()
    left = page.locator("#counts").inner_text()
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    say(page, "Rejected")
    (row,) = read_decisions(desks.file).rows
    assert row.decision == "reject" and row.reason == "the text does not say so"
    page.keyboard.press("u")
    say(page, "Taken back")
    assert read_decisions(desks.file).rows == ()
    expect(page.locator("[aria-selected=true] .what")).to_have_text(first)
    expect(page.locator("#counts")).to_have_text(left, use_inner_text=True)
    page.keyboard.press("y")
    say(page, "Rejected")
    assert [one.key for one in read_decisions(desks.file).rows] == [row.key]


def test_an_older_state_that_arrives_late_does_not_overwrite_a_newer_one(desks: Desks) -> None:
    page = desks.open()
    left = page.locator("#counts").inner_text()
    held: list[tuple[Route, APIResponse]] = []

    def keep_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append((route, route.fetch()))

    page.route(STATE, keep_the_first)
    page.keyboard.press("r")
    with page.expect_request(STATE):
        page.keyboard.press("Enter")
    say(page, "Rejected")
    with page.expect_response(STATE):
        page.keyboard.press("u")
    expect(page.locator("#counts")).to_have_text(left, use_inner_text=True)
    ((route, older),) = held
    with page.expect_response(STATE) as late:
        route.fulfill(response=older)
    now = page.evaluate("fetch('/api/state').then((answer) => answer.json())")
    assert late.value.json()["serial"] < now["serial"]
    expect(page.locator("#counts")).to_have_text(left, use_inner_text=True)


def test_an_event_is_added_by_words_that_are_marked(desks: Desks, written: Path) -> None:
    page = desks.open()
    choose_kind(page, "project")
    find(page, "Kusong hospital 2027")
    expect(page.locator("#text")).to_contain_text("In Hyangsan")
    page.evaluate(
        """() => {
          const text = document.getElementById("text");
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          const nodes = [];
          while (walker.nextNode()) nodes.push(walker.currentNode);
          const first = nodes.find((node) => node.data.includes("In "));
          const last = nodes.find((node) => node.data.includes("greenhouse farm"));
          const range = document.createRange();
          range.setStart(first, first.data.lastIndexOf("In "));
          range.setEnd(last, last.data.indexOf("greenhouse farm") + "greenhouse farm".length);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    page.keyboard.press("e")
    expect(page.locator("#form .quote")).to_have_text(
        "In Hyangsan County nothing was said of the greenhouse farm"
    )
    assert "Hyangsan" in page.locator("#form input[name=place]").input_value()
    page.locator("#form select[name=facility]").select_option("greenhouse_farm")
    page.locator("#form select[name=stage]").select_option("operating")
    page.locator("#form select[name=precision]").select_option("month")
    assert page.locator("#form input[name=date]").input_value() == "2027-12"
    page.locator("#form input[name=date]").fill("2028-12")
    page.locator("#form input[name=reason]").fill("people have seen it")
    page.locator("#form button[type=submit]").click()
    say(page, "Added")
    page.locator('#kinds button[data-kind="decision"]').wait_for()  # a day after the article is refused
    page.locator("#list").focus()
    page.keyboard.press("u")
    say(page, "Taken back")
    page.keyboard.press("e")
    page.locator("#form input[name=date]").fill("2027-13")
    page.keyboard.press("Enter")
    expect(page.locator("#form .error")).to_contain_text("is no date; write 2024-02-28")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.locator("#form input[name=date]").fill("2027-12")
    page.locator("#form input[name=place]").fill("Hyangsan")
    expect(page.locator("#form .choices li").first).to_contain_text("Hyangsan")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    say(page, "Added")
    built = geo.build(written, decisions=desks.file).announcements
    (one,) = [one for one in built if one.name == "Hyangsan"]
    assert one.reports[0].event.words in MORE["kusong"] and one.decision.startswith("added by an analyst")


def test_two_projects_are_merged_and_a_report_split_off(desks: Desks, written: Path) -> None:
    page = desks.open()
    choose_kind(page, "project")
    find(page, "Kusong hospital")
    projects = page.locator("#rows [role=option]").count()
    page.keyboard.press("m")
    expect(page.locator("#form select[name=project] option").first).to_be_attached()
    page.locator("#form input[name=reason]").fill("one building")
    page.keyboard.press("Enter")
    say(page, "Merged")
    expect(page.locator("#rows [role=option]")).to_have_count(projects - 1)
    assert [row.decision for row in read_decisions(desks.file).rows] == ["merge"]
    built = geo.build(written, decisions=desks.file).announcements
    (one,) = [one for one in built if (one.name, one.facility) == ("Kusong", "hospital")]
    assert "joined with the project of another report by an analyst" in one.decision
    page.keyboard.press("s")
    expect(page.locator("#form select[name=project] option").first).to_have_text("a project of its own")
    page.locator("#form input[name=reason]").fill("another building")
    page.keyboard.press("Enter")
    expect(page.locator(".alert")).to_contain_text("line 2 of the file decides on this already: merge")
    page.locator(".alert").get_by_text("Write it in place of line 2").click()
    say(page, "Split")
    assert [row.decision for row in read_decisions(desks.file).rows] == ["split"]
    expect(page.locator("#rows [role=option]")).to_have_count(projects)
    page.keyboard.press("u")
    say(page, "Taken back: ")
    assert [row.decision for row in read_decisions(desks.file).rows] == ["merge"]
    expect(page.locator("#rows [role=option]")).to_have_count(projects - 1)


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Extraction, ...]:
    """Articles with some payloads each as title, publisher and text, and a place that is open."""
    folder = tmp_path_factory.mktemp("nasty")
    short = [payload for payload in EVERY if len(payload) < 1000]
    told = [
        {
            "id": f"n{number}",
            "title": payload,
            "date": "2027-03-02",
            "source": payload,
            "url": f"https://news.example/{number}",
            "text": f"{UNSAN}\n\n{payload}",
        }
        for number, payload in enumerate(
            " | ".join(short[at : at + EACH]) for at in range(0, len(short), EACH)
        )
    ]
    (folder / "nasty.json").write_text(json.dumps(told), encoding="utf-8")
    return tuple(pipeline.extract(folder))


def test_nothing_that_strangers_write_is_run(desks: Desks, nasty: tuple[Extraction, ...]) -> None:
    page = desks.open(read=nasty)
    items = page.locator("[role=option]").first.get_attribute("aria-setsize") or "0"
    assert int(items) >= len(EVERY) // EACH - 1
    for _ in range(int(items)):
        page.keyboard.press("j")
    expect(page.locator("[aria-selected=true]")).to_have_attribute("aria-posinset", items)
    for number in range(9):
        page.keyboard.press(str(number + 1))
    page.locator(".how summary").click()
    page.locator(".how pre").wait_for()
    page.keyboard.press("Home")
    expect(page.locator("[aria-selected=true]")).to_have_attribute("aria-posinset", "1")
    page.locator("#list").focus()
    page.keyboard.press("r")
    page.locator("#form input[name=reason]").fill("<img src=x onerror=window.pwned=1>")
    page.keyboard.press("Enter")
    say(page, "Rejected")
    assert page.evaluate("window.pwned") is None
    assert page.locator("#item img, #item iframe, #item script, #item style, #effects img").count() == 0


def test_a_thousand_items_are_a_few_rows(desks: Desks) -> None:
    page = desks.open(read=tuple(many_items(1000)))
    assert page.locator("[role=option]").first.get_attribute("aria-setsize") == "1000"
    assert page.locator("[role=option]").count() < 40
    page.keyboard.press("End")
    shown = page.locator("[aria-selected=true]")
    assert shown.get_attribute("aria-posinset") == shown.get_attribute("aria-setsize")
    expect(shown).to_be_in_viewport()


STATES: dict[str, Callable[[Page], object]] = {
    "list": lambda page: None,
    "correct": lambda page: page.keyboard.press("c"),
    "add": lambda page: page.keyboard.press("e"),
    "decided": lambda page: (page.keyboard.press("a"), say(page, "Accepted")),
    "dark": lambda page: page.emulate_media(color_scheme="dark"),
    "narrow": lambda page: page.set_viewport_size({"width": 360, "height": 740}),
}


def test_everybody_can_use_it(desks: Desks) -> None:
    page = desks.open()
    wrong = {}
    for name, bring in STATES.items():
        page.locator("#item .card").first.wait_for()
        bring(page)
        result = Axe().run(page, context={"exclude": [["#map"]]}).response
        if result["violations"]:
            wrong[name] = [(one["id"], one["nodes"][0]["html"][:200]) for one in result["violations"]]
        page.keyboard.press("Escape")
        page.emulate_media(color_scheme="light")
    assert wrong == {}


def test_all_its_texts_are_in_korean_too(desks: Desks) -> None:
    page = desks.open()
    page.locator("#lang").click()
    assert page.evaluate("document.documentElement.lang") == "ko"
    for selector in (
        "#title",
        "h1",
        "#list-title",
        "#kinds button",
        "#actions button",
        "#map-title",
        "#counts",
    ):
        for text in page.locator(selector).all_inner_texts():
            assert any("가" <= letter <= "힣" for letter in text), text
    page.keyboard.press("?")
    for text in page.locator("#help li, #help h2").all_inner_texts():
        assert any("가" <= letter <= "힣" for letter in text), text
