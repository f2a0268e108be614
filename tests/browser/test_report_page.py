"""A report opened in a browser: nothing is asked for, links lead to the words, it prints whole."""

from __future__ import annotations

from pathlib import Path

from geo.report import write_report
from tests.browser.conftest import Open
from tests.decided import Archive


def test_a_report_asks_nobody_and_its_numbers_lead_to_quoted_words(
    shipped: Archive, open_file: Open, tmp_path: Path
) -> None:
    write_report(shipped.plain, tmp_path / "report.html")
    page = open_file(tmp_path / "report.html", width=390, height=800).page
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    link = page.locator("#progress sup a").first
    number = link.inner_text()
    link.click()
    source = page.locator(f"#s{number}")
    assert page.url.endswith(f"#s{number}") and len(source.inner_text()) > 20
    assert source.bounding_box()
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden() and page.locator("figure svg").count() == 6
