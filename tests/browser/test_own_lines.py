"""A page drawn on somebody's own county boundaries works like any other."""

from __future__ import annotations

from pathlib import Path

from geopandas import GeoDataFrame
from playwright.sync_api import expect

from geo.boundaries import county_layer
from geo.places import load_gazetteer
from tests.browser.conftest import Open, build

TAEGWAN, THAECHON, HYESAN = "KP0622", "KP0618", "KP0101"
ARTICLE = """\
TITLE: Two groundbreakings
DATE: 2026-03-02
SOURCE: Mountain Daily

Work on regional-industry factories began in Hyesan City on March 1, 2026. A groundbreaking ceremony for
regional-industry factories was held in Taegwan County, North Phyongan Province, on March 1, 2026.
"""


def test_a_county_opens_and_a_withheld_one_is_a_mark(open_file: Open, tmp_path: Path) -> None:
    """Two polygons are swapped, as in COD-AB: they are land, and their units marks."""
    shipped = county_layer()
    codes = [{TAEGWAN: THAECHON, THAECHON: TAEGWAN}.get(code, code) for code in shipped.index]
    names = [load_gazetteer().units[code].name for code in codes]
    layer = GeoDataFrame(
        {"ADM2_PCODE": codes, "ADM2_EN": names}, geometry=list(shipped.geometry), crs=shipped.crs
    )
    layer.to_file(tmp_path / "own.gpkg")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    built = build(tmp_path / "maps", tmp_path / "article.txt", "--boundaries", tmp_path / "own.gpkg")
    page = open_file(built).page
    assert page.locator("path.county").count() == len(shipped)
    assert page.locator("path.stage-groundbreaking.county").count() == 1
    assert page.locator(f"path[data-pcode='{TAEGWAN}']").count() == 0
    page.locator(f"path[data-pcode='{HYESAN}']").dispatch_event("click")
    expect(page.locator("#details")).to_contain_text("Hyesan")
    page.locator(".mark.current").click()
    expect(page.locator("#details h2")).to_contain_text("Taegwan")
    expect(page.locator("footer")).to_contain_text("County boundaries: own.gpkg")
    expect(page.locator("#key-current")).to_be_visible()
    assert page.locator("path.line-province").get_attribute("d") not in (None, "M0 0")
