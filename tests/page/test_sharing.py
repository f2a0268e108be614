"""What a page says of itself to those who show a link to it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import html
from PIL import Image

from geo.cli import cli
from geo.errors import InputError
from geo.page import render_map
from geo.view import MapOptions
from tests import ROOT
from tests.sample_view import PAYLOADS, sample_view

ADDRESS = "https://example.org/maps/"


def facts(page: str) -> dict[str, str]:
    """What the head of a page says, by name or property."""
    metas = html.fromstring(page).xpath("//head/meta[@content][@name or @property]")
    return {meta.get("name") or meta.get("property"): meta.get("content") for meta in metas}


def rendered(view: Any) -> str:
    page: str = render_map(view).get_root().render()
    return page


def run_build(folder: Path, *options: str) -> Result:
    article = ROOT / "data" / "articles" / "022-vok-kosan.txt"
    return CliRunner().invoke(cli, ["build", str(article), "-o", str(folder), *options])


def test_a_page_tells_its_title_and_story_and_no_picture_that_nobody_can_ask_for() -> None:
    view = sample_view()
    said = facts(rendered(view))
    assert said["og:title"] == view["title"]["en"]
    assert view["takeaway"]["en"] in said["og:description"] == said["description"]
    assert not {"og:image", "og:url", "twitter:card"} & set(said)


def test_a_korean_page_tells_them_in_korean() -> None:
    view = sample_view() | {"language": "ko", "headline": {"en": "One", "ko": "하나"}}
    said = facts(rendered(view))
    assert said["og:locale"] == "ko_KR" and said["og:description"].startswith("하나.")


@pytest.mark.parametrize("address", [ADDRESS, ADDRESS.rstrip("/"), f"{ADDRESS}map.html"])
def test_with_its_address_a_picture_lies_beside_the_page(address: str, tmp_path: Path) -> None:
    ended = run_build(tmp_path, "--address", address)
    assert ended.exit_code == 0, ended.stderr
    said = facts((tmp_path / "map.html").read_text(encoding="utf-8"))
    assert said["og:url"] == f"{ADDRESS}map.html"
    assert said["og:image"] == f"{ADDRESS}map-share.png"
    image = Image.open(BytesIO((tmp_path / "map-share.png").read_bytes()))
    assert image.size == (int(said["og:image:width"]), int(said["og:image:height"])) == (1200, 630)
    assert said["og:image:alt"].startswith("Map of 179 counties") and len(said["og:image:alt"]) < 420
    assert "1" in said["og:image:alt"] and said["twitter:card"] == "summary_large_image"


def test_a_page_of_another_name_is_told_and_a_picture_that_is_left_over(tmp_path: Path) -> None:
    run_build(tmp_path, "--address", f"{ADDRESS}index.html?from=desk#county=KP0101")
    assert facts((tmp_path / "map.html").read_text(encoding="utf-8"))["og:url"] == f"{ADDRESS}index.html"
    assert "map-share.png is of an earlier build" in run_build(tmp_path).stderr


@pytest.mark.parametrize(
    "address",
    [
        "example.org/maps",
        "ftp://example.org/",
        "https://",
        "javascript:alert(1)",
        'https://a/"b',
        "https://[",
    ],
)
def test_what_is_no_address_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no address of the web"):
        MapOptions(address=address)
    ended = run_build(tmp_path, "--address", address)
    assert ended.exit_code == 2 and not list(tmp_path.iterdir())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_stay_in_their_attributes(
    payload: str, sample_file: Path, hostile_file: Callable[[str], Path]
) -> None:
    files = (sample_file, hostile_file(payload))
    plain, hostile = (html.fromstring(file.read_text(encoding="utf-8")) for file in files)
    tags = [[one.tag for one in page.find("head")] for page in (plain, hostile)]
    assert tags[0] == tags[1]
    assert payload.split()[0] in facts(html.tostring(hostile, encoding="unicode"))["og:title"]
