"""The files of pictures: what other readers find in them, and that they are always the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from copy import deepcopy
from io import BytesIO
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest
import shapely
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from geo.pictures import FORMATS, picture
from geo.pictures.countrymap import SMALLEST_MM2
from geo.view import LOOKS, own_words
from tests.pictures.made import (
    SVG,
    colour,
    map_corner,
    outline,
    real_picture,
    real_view,
    sample_picture,
    tags,
    texts,
    whole_text,
)
from tests.sample_view import PAYLOADS, STAGES, hostile_view

MM = 72 / 25.4


def read_pdf(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


# ---- PDF -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_pdf_has_a_title_a_language_tags_and_no_date(language: str) -> None:
    reader = read_pdf(real_picture("pdf", language))
    root = reader.trailer["/Root"]
    assert reader.metadata and reader.metadata.title == real_view(language)["title"][language]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds = [str(one["/S"]) for one in tags(reader)]
    assert {"/H1", "/P", "/Figure"} <= set(kinds)
    assert "CreationDate" not in str(reader.metadata) and "ModDate" not in str(reader.metadata)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_the_map_of_a_pdf_is_described_with_the_counties_of_each_stage() -> None:
    (figure,) = (one for one in tags(read_pdf(real_picture("pdf"))) if one["/S"] == "/Figure")
    said = str(figure["/Alt"])
    for county in real_view()["counties"]:
        assert (county["name"] in said) == bool(county["stage"]) or county["stage"] is None
    counts = Counter(county["stage"] for county in real_view()["counties"])
    assert f"completed {counts['completed']} (" in said and f"in no campaign {counts[None]}." in said


def test_hangul_can_be_copied_from_a_pdf() -> None:
    reader = read_pdf(real_picture("pdf", "ko"))
    (page,) = reader.pages
    text = "".join(page.extract_text().split())
    for county in real_view("ko")["counties"]:
        assert not county["stage"] or county["name_ko"] in text
    assert [round(float(side) / MM) for side in page.mediabox[2:]] == [210, 297]
    assert len(real_picture("pdf", "ko")) < 500_000


def test_a_pdf_says_everything_once_in_reading_order() -> None:
    view = real_view() | {"headline": own_words("Where factories rise"), "byline": "우리 편집부 (Seoul)"}
    (page,) = read_pdf(picture(view, "pdf")).pages
    lines = [line.strip() for line in page.extract_text().splitlines()]
    first = (real_view()["title"]["en"], "Where factories rise", real_view()["subtitle"]["en"])
    places = [
        *(lines.index(line) for line in first),
        lines.index("우리  편집부 (Seoul)" if "우리  편집부 (Seoul)" in lines else "우리 편집부 (Seoul)"),
    ]
    assert places == sorted(places)
    assert [page.extract_text().count(name) for name in ("Kusong", "Thongchon", "KANGWON")] == [1, 1, 1]


def test_fonts_of_a_pdf_are_embedded_in_part() -> None:
    (page,) = read_pdf(real_picture("pdf", "ko")).pages
    text = page.extract_text()
    assert len(set(text)) > 150  # so most of Hangul's 11,172 syllables, 4 MB a face, are left out
    assert len(real_picture("pdf", "ko")) < 500_000


# ---- PNG -------------------------------------------------------------------------------------------------


def test_a_png_is_an_upright_page_of_300_dots_per_inch() -> None:
    image = Image.open(BytesIO(real_picture("png")))
    image.load()
    assert image.size == (2480, 3508)
    assert [round(dpi) for dpi in image.info["dpi"]] == [300, 300]
    assert image.info["Title"] == real_view()["title"]["en"]
    assert "completed" in image.info["Description"] and image.info["Software"].startswith("factorymap")


@pytest.mark.parametrize("stage", ["groundbreaking", "completed", "operating"])
def test_counties_have_the_colour_of_their_stage_where_the_map_shows_them(stage: str) -> None:
    """The outline of the SVG is laid over the dots of the PNG."""
    dots = np.asarray(Image.open(BytesIO(real_picture("png"))).convert("RGB"))
    svg = real_picture("svg")
    left_edge, top_edge = map_corner(svg)
    for county in real_view()["counties"]:
        if county["stage"] != stage:
            continue
        shape, fill = outline(svg, county["pcode"])
        assert fill == LOOKS[stage].fill
        shape = shapely.affinity.translate(shape, left_edge, top_edge)
        left, top, right, bottom = (round(side / 72 * 300) for side in shape.buffer(1).bounds)
        x, y = np.meshgrid(np.arange(left, right), np.arange(top, bottom))
        small = shape.area < SMALLEST_MM2 * MM**2  # its sign has its colour
        inside = shapely.contains_xy(
            shape.buffer(1 if small else -0.6), (x + 0.5) * 72 / 300, (y + 0.5) * 72 / 300
        )
        seen = Counter(map(tuple, dots[top:bottom, left:right][inside].tolist()))
        other = 0 if small else sum(seen[colour(look.fill)] for name, look in LOOKS.items() if name != stage)
        assert seen[colour(LOOKS[stage].fill)] > other, county["name"]


# ---- SVG -------------------------------------------------------------------------------------------------


def test_the_svg_is_small_whole_and_asks_for_nothing() -> None:
    svg = real_picture("svg")
    root = etree.fromstring(svg)
    assert len(svg) < 250_000
    assert (root.get("width"), root.get("height")) == ("210mm", "297mm")
    assert root.findtext(f"{SVG}title") == real_view()["title"]["en"]
    assert "completed" in root.findtext(f"{SVG}desc")
    unwanted = {f"{SVG}{name}" for name in ("script", "image", "use", "a", "style", "foreignObject")}
    assert not {element.tag for element in root.iter()} & unwanted
    assert not re.search(rb"(?:href|src)=|url\(|@import", svg)
    drawn = {group.get("id") for group in root.iter(f"{SVG}g")}
    assert {one["pcode"] for one in real_view()["counties"] if one["stage"]} <= drawn


def test_a_map_on_which_every_county_has_a_stage_is_still_small() -> None:
    view = deepcopy(real_view())
    for county, stage in zip(view["counties"], cycle(STAGES), strict=False):
        county["stage"] = stage
    assert len(picture(view, "svg")) < 250_000


def test_hangul_is_text_in_an_svg() -> None:
    said = texts(real_picture("svg", "ko"))
    names = {one["name_ko"] for one in real_view("ko")["counties"] if one["stage"]}
    assert names <= set(said)
    assert "착공" in said and "북한이 발표한 시·군 공장" in said


@pytest.mark.parametrize("language", ["en", "ko"])
def test_an_svg_says_what_a_pdf_says(language: str) -> None:
    """Its words are put together from where Typst has set them: none is lost, doubled or torn."""
    (page,) = read_pdf(real_picture("pdf", language)).pages
    in_pdf = Counter("".join(page.extract_text().split()))
    in_svg = Counter("".join("".join(texts(real_picture("svg", language))).split()))
    assert in_svg == in_pdf
    assert real_view(language)["takeaway"][language] in texts(real_picture("svg", language))


def test_an_svg_shows_its_legend_beside_its_words_in_every_form() -> None:
    for size in ("a4", "a4-landscape", "1:1"):
        root = etree.fromstring(real_picture("svg", size=size))
        boxes = [one for one in root.iter(f"{SVG}path") if one.get("fill") == LOOKS["completed"].fill]
        swatches = [box for box in boxes if "id" not in box.getparent().attrib]
        assert swatches
        for swatch in swatches[:1]:
            holder = next(one for one in swatch.iterancestors() if one.tag == f"{SVG}svg")
            moved = [one.get("transform") for one in holder.iterancestors() if one.get("transform")]
            assert moved, "a swatch stands in the corner of the page"


@pytest.mark.parametrize(
    "payload", [*PAYLOADS, "$\\frac{1}{2", "a\x00b\u202ec\ud800", "<!-- -- ]]>", "#panic() *b* _i_ @l"]
)
def test_hostile_text_is_text(payload: str) -> None:
    hostile = etree.fromstring(picture(hostile_view(payload), "svg"))
    assert {element.tag for element in hostile.iter()} == {
        element.tag for element in etree.fromstring(sample_picture("svg")).iter()
    }
    visible = re.sub("[\x00-\x1f\u202e]", " ", payload).replace("\ud800", "?").split()[0][:12]
    assert visible in whole_text(etree.tostring(hostile))


# ---- the same everywhere ---------------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS)
def test_another_process_draws_the_same_without_matplotlib(format: str, tmp_path: Path) -> None:
    code = (
        "import json, pathlib, sys, warnings; warnings.simplefilter('error'); import geo.pictures; "
        "geo.pictures.write_picture(json.loads(pathlib.Path(sys.argv[1]).read_bytes()), sys.argv[2]); "
        "print('matplotlib' in sys.modules, 'koreanize_matplotlib' in sys.modules)"
    )
    view, file = tmp_path / "view.json", tmp_path / "deep" / f"map.{format}"
    view.write_text(json.dumps(real_view()), encoding="utf-8")
    command = [sys.executable, "-c", code, str(view), str(file)]
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Pyongyang", "LC_ALL": "C"}
    ended = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert ended.stdout.split() == ["False", "False"] and not ended.stderr
    assert file.read_bytes() == real_picture(format) == picture(deepcopy(real_view()), format)
