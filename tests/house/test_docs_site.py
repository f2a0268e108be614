"""The pages are one site: built strictly, without a network, with every public name."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

import geo
from tests import ROOT

ASKING = "//script/@src | //link/@href | //img/@src | //iframe/@src"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site; a warning of any page ends the build."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return folder


def test_every_page_is_there_and_asks_no_other_server(site: Path) -> None:
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")} | {"overview", "CONTRIBUTING", "CHANGELOG"}
    assert pages <= {path.stem for path in site.glob("*.html")}
    for path in site.rglob("*.html"):
        asked = html.parse(str(path)).getroot().xpath(ASKING)
        assert not [address for address in asked if re.match(r"(https?:)?//", address)], path.name


def test_links_between_pages_lead_somewhere(site: Path) -> None:
    for path in (path for path in site.rglob("*.html") if path.name != "404.html"):
        for address in html.parse(str(path)).getroot().xpath("//a/@href | //img/@src"):
            target = address.partition("#")[0]
            if target and not re.match(r"\w+:", target):
                assert (path.parent / target).exists(), f"{path.name}: {address}"


def test_the_reference_has_every_public_name_with_its_docstring(site: Path) -> None:
    page = html.parse(str(site / "api.html")).getroot()
    for name in set(geo.__all__) - {"__version__"}:
        (heading,) = page.xpath(f"//*[@id='geo.{name}']")
        assert name in heading.text_content()
    assert "EPSG:4326, longitude first" in page.text_content()
