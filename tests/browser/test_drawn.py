"""The page of somebody's own table works like any other."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from playwright.sync_api import expect

from geo.own_table import read_announcements
from geo.own_table.drawing_table import map_of_table
from tests.browser.conftest import Open

EVIL = "<img src=x onerror=alert(1)>"


def test_rows_are_on_the_map_with_their_words_and_labels(open_file: Open, tmp_path: Path) -> None:
    table = pd.DataFrame(
        {
            "county": ["Songchon", "Kusong", "Atlantis"],
            "facility": ["regional industry", "hospital", "hospital"],
            "stage": ["groundbreaking", "completed", "planned"],
            "date": ["2024-02-28", "2025-12", None],
            "source": ["Example Agency", None, EVIL],
            "quote": ["Ground was broken.", None, EVIL],
            "note": [None, "Seen on a photo.", None],
        }
    )
    read = read_announcements(table)
    assert read.counts == {"drawn": 2, "listed": 1, "refused": 0}
    map_of_table(read).save(str(tmp_path / "map.html"))
    page = open_file(tmp_path / "map.html").page
    page.locator("path[data-pcode='KP0717']").dispatch_event("click")
    expect(page.locator("#details blockquote")).to_contain_text("Ground was broken.")
    expect(page.locator("#details")).to_contain_text("Example Agency")
    page.locator("path[data-pcode='KP0603']").dispatch_event("click")
    expect(page.locator("#details")).to_contain_text(
        "the DataFrame, row 1, no source given: Seen on a photo."
    )
    expect(page.locator("#details blockquote")).to_have_count(0)
    expect(page.locator("#unplaced")).to_contain_text("Atlantis")
    assert page.locator("img[src=x]").count() == 0
