"""The other side of the map's benchmark: the same counties and announcements, and nothing from elsewhere."""

from __future__ import annotations

import gzip
import re
from urllib.request import urlopen

import pytest

from benchmark.page.many_announcements import many_announcements
from benchmark.page.plain_folium import COLOURS, county_geojson, plain_page
from benchmark.page.serving import serving
from geo.boundaries import county_layer
from geo.models import STAGES
from geo.projects import merge_events
from tests.records import SONGCHON, report
from tests.sample_view import sample_view


@pytest.fixture(scope="module")
def page() -> str:
    return plain_page(sample_view(), county_geojson())


def test_folium_gets_every_polygon_of_ours_within_ten_metres() -> None:
    layer, features = county_layer(), county_geojson()["features"]
    assert [feature["id"] for feature in features] == list(layer.index)
    for feature, shape in zip(features, layer.geometry, strict=True):
        parts = feature["geometry"]["coordinates"]
        rings = (
            parts if feature["geometry"]["type"] == "Polygon" else [ring for part in parts for ring in part]
        )
        corners = {tuple(point) for ring in rings for point in ring}
        west, south, east, north = shape.bounds
        assert abs(min(x for x, _ in corners) - west) < 1e-4 and abs(max(x for x, _ in corners) - east) < 1e-4
        assert (
            abs(min(y for _, y in corners) - south) < 1e-4 and abs(max(y for _, y in corners) - north) < 1e-4
        )


def test_folium_gets_a_marker_with_popup_for_each_announcement(page: str) -> None:
    assert set(COLOURS) == set(STAGES)
    assert page.count("L.marker(") == page.count("bindPopup(") == len(sample_view()["announcements"])


def test_a_served_page_loads_its_libraries_from_this_machine_alone(page: str) -> None:
    names = set(re.findall(r'(?:src|href)="https://[^"]+/([^"/]+\.(?:js|css))"', page))
    assert len(names) == 11
    with serving({"plain": page}, dict.fromkeys(names, b"/* library */")) as addresses:
        served = gzip.decompress(urlopen(addresses["plain"]).read()).decode()
        links = re.findall(r'(?:src|href)="(http[^"]+\.(?:js|css))"', served)
        assert len(links) == 11 and all(link.startswith("http://127.0.0.") for link in links)
        assert gzip.decompress(urlopen(links[0]).read()) == b"/* library */"
    with pytest.raises(KeyError, match="not among the libraries"), serving({"plain": page}, {}):
        pass


def test_many_announcements_are_as_many_and_lie_all_over_the_country_and_the_years() -> None:
    shipped = merge_events([report(SONGCHON, "regional_industry", "completed", "2025-01-07")])
    many = many_announcements(shipped, 5_000)
    assert len({one.id for one in many}) == 5_000
    assert len({one.pcode for one in many}) == 179
    assert len({day[:7] for one in many for _, day in one.stage_dates}) == 36
