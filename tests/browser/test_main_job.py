"""The main job, from the command to the open page: what `factorymap build` writes works for a reader."""

from __future__ import annotations

import csv
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Open, build

QUOTED = """\
TITLE: Factories for Hyesan
DATE: 2026-03-02
SOURCE: Mountain Daily
URL: https://news.example/hyesan

Work on regional-industry factories began in Hyesan City on March 1, 2026.
"""


def test_the_shipped_articles_name_every_site_of_2024_and_2025(open_file: Open, shipped_map: Path) -> None:
    """`open_file` itself fails the test for a console error or a request."""
    sites = open_file(shipped_map).page.locator("[data-facet=campaign] .sites").all_text_contents()
    assert sites[:2] == ["20 of 20", "20 of 20"]


def test_every_announcement_of_the_table_is_on_the_page(open_file: Open, shipped_map: Path) -> None:
    table = (shipped_map.parent / "announcements.csv").read_text(encoding="utf-8-sig")
    ids = {row["id"] for row in csv.DictReader(table.splitlines())}
    page = open_file(shipped_map).page
    page.evaluate("document.getElementById('share').open = true")
    with page.expect_download() as waiting:
        page.locator("#get-csv").click()
    shown = {
        row["id"]
        for row in csv.DictReader(Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines())
    }
    assert shown == ids


def test_a_shipped_county_opens_with_summaries_that_nobody_is_quoted_with(
    open_file: Open, shipped_map: Path
) -> None:
    page = open_file(shipped_map).page
    page.locator("path[data-pcode='KP0717']").dispatch_event("click")
    details = page.locator("#details")
    expect(details.locator("h2")).to_contain_text("Songchon")
    expect(details).to_contain_text("28 February 2024")
    shown = details.inner_text()
    assert "factorymap's summary of" in shown
    assert not set(shown) & set("“”")


def test_an_article_of_ones_own_is_quoted_and_linked(open_file: Open, tmp_path: Path) -> None:
    article = tmp_path / "hyesan.txt"
    article.write_text(QUOTED, encoding="utf-8")
    page = open_file(build(tmp_path / "maps", article)).page
    page.locator("path[data-pcode='KP0101']").dispatch_event("click")
    expect(page.locator("#details")).to_contain_text(
        "“Work on regional-industry factories began in Hyesan City"
    )
    assert page.locator("a[href='https://news.example/hyesan']").count() > 0
