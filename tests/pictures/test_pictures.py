"""Pictures for print: what stands in the files, where, in which colours, and how they fail."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from itertools import combinations, cycle
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
import shapely
from click.testing import CliRunner, Result
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader
from pyproj import Transformer

import geo
from geo.boundaries import county_layer
from geo.cli import cli
from geo.errors import InputError
from geo.pictures import FORMATS, fontfiles, picture, write_picture, writing
from geo.pictures.boxes import Box
from geo.pictures.countrymap import SIGN_RADIUS_MM, SMALLEST_MM2, CountryMap, spread
from geo.pictures.fonts import width_mm, wrapped
from geo.pictures.mercator import projected
from geo.pictures.pdf import pdf_of
from geo.pictures.png import png_of
from geo.pictures.records import Text
from geo.pictures.sheet import HEIGHT, Sheet
from geo.pictures.svg import svg_of
from geo.pictures.words import Speech
from geo.view import LOOKS, THEMES, MapOptions, map_view, own_words
from tests import ROOT
from tests.decided import shipped_archive
from tests.sample_view import PAYLOADS, STAGES, hostile_view, sample_view

SVG = "{http://www.w3.org/2000/svg}"
HANGUL = re.compile("[가-힣]")
MM = 72 / 25.4
FRAME = Box(14, 70, 182, 172)


@cache
def real_view(language: str = "en", **words: str) -> dict[str, Any]:
    """What the map of the shipped articles shows."""
    run = shipped_archive().plain
    options = MapOptions(language=language, **words)
    return map_view(run.announcements, run.documents, run.inputs, mentions=run.mentions, options=options)


@cache
def real_picture(format: str, language: str = "en") -> bytes:
    return picture(real_view(language), format)


@cache
def sample_picture(format: str) -> bytes:
    """Of a view with reports that may mean several counties, and with a mark."""
    return picture(sample_view(), format)


def texts(svg: bytes) -> list[str]:
    """What an SVG says, without the rims of its texts."""
    root = ElementTree.fromstring(svg)
    hidden = {text for group in root.iter(f"{SVG}g") if group.get("aria-hidden") for text in group}
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text") if text not in hidden]


def outline(svg: bytes, pcode: str) -> tuple[Any, str]:
    """Polygon in points from the upper left corner, and fill, of a county in an SVG."""
    (group,) = (one for one in ElementTree.fromstring(svg).iter(f"{SVG}g") if one.get("id") == pcode)
    (path,) = group
    rings = [ring for ring in path.get("d", "").replace("z", "").split("M") if ring]
    return shapely.union_all([shapely.Polygon(steps(ring)) for ring in rings]), path.get("style", "")


def steps(ring: str) -> Any:
    """Points of "x yl dx dy dx dy ..."."""
    numbers = [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", ring)]
    return np.cumsum(np.reshape(numbers, (-1, 2)), axis=0)


def dots() -> Any:
    """The dots of the picture of the shipped articles."""
    return np.asarray(Image.open(BytesIO(real_picture("png"))).convert("RGB"))


def colour(name: str) -> tuple[int, ...]:
    return tuple(int(name[i : i + 2], 16) for i in (1, 3, 5))


# ---- the files -------------------------------------------------------------------------------------------


def test_a_png_is_an_upright_page_of_300_dots_per_inch() -> None:
    image = Image.open(BytesIO(real_picture("png")))
    assert image.size == (2480, 3508)
    assert [round(dpi) for dpi in image.info["dpi"]] == [300, 300]
    assert image.info["Title"] == real_view()["title"]["en"]


@pytest.mark.parametrize("stage", ["groundbreaking", "completed", "operating"])
def test_counties_have_the_colour_of_their_stage_where_the_map_shows_them(stage: str) -> None:
    """The outline of the SVG is laid over the dots of the PNG."""
    for county in real_view()["counties"]:
        if county["stage"] != stage:
            continue
        shape, style = outline(real_picture("svg"), county["pcode"])
        assert f"fill: {LOOKS[stage].fill}" in style
        left, top, right, bottom = (round(side / 72 * 300) for side in shape.buffer(1).bounds)
        x, y = np.meshgrid(np.arange(left, right), np.arange(top, bottom))
        small = shape.area < SMALLEST_MM2 * MM**2  # its sign has its colour
        inside = shapely.contains_xy(
            shape.buffer(1 if small else -0.6), (x + 0.5) * 72 / 300, (y + 0.5) * 72 / 300
        )
        seen = Counter(map(tuple, dots()[top:bottom, left:right][inside].tolist()))
        other = 0 if small else sum(seen[colour(look.fill)] for name, look in LOOKS.items() if name != stage)
        assert seen[colour(LOOKS[stage].fill)] > other, county["name"]


def test_the_svg_is_small_whole_and_asks_for_nothing() -> None:
    svg = real_picture("svg")
    root = ElementTree.fromstring(svg)
    assert len(svg) < 250_000
    assert root.get("viewBox") == "0 0 595.2 841.92"
    assert root.findtext(f"{SVG}title") == real_view()["title"]["en"]
    assert not {element.tag.removeprefix(SVG) for element in root.iter()} & {
        "script",
        "image",
        "use",
        "a",
        "style",
    }
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


def test_hangul_can_be_copied_from_a_pdf() -> None:
    reader = PdfReader(BytesIO(real_picture("pdf", "ko")))
    (page,) = reader.pages
    text = "".join(page.extract_text().split())
    for county in real_view("ko")["counties"]:
        assert not county["stage"] or county["name_ko"] in text
    assert [round(float(side) / MM) for side in page.mediabox[2:]] == [210, 297]
    kinds = {str(font.get_object()["/Subtype"]) for font in page["/Resources"]["/Font"].values()}
    assert kinds == {"/Type0"} or kinds == {"/TrueType"} or kinds <= {"/Type0", "/TrueType"}
    assert "CreationDate" not in str(reader.metadata)


def test_a_pdf_says_everything_once_in_reading_order() -> None:
    view = real_view() | {"title": own_words("Where factories rise"), "byline": "우리 편집부 (Seoul)"}
    (page,) = PdfReader(BytesIO(picture(view, "pdf"))).pages
    lines = page.extract_text().splitlines()
    first = ("Where factories rise", real_view()["subtitle"]["en"], "우리 편집부 (Seoul)")
    assert [lines.index(line) for line in first] == sorted(lines.index(line) for line in first)
    assert [page.extract_text().count(name) for name in ("Kusong", "Thongchon", "KANGWON")] == [1, 1, 1]


def test_a_pdf_brings_the_glyphs_that_it_uses_and_no_others() -> None:
    (page,) = PdfReader(BytesIO(real_picture("pdf", "ko"))).pages
    for font in page["/Resources"]["/Font"].values():
        (inner,) = font["/DescendantFonts"]
        embedded = TTFont(BytesIO(inner.get_object()["/FontDescriptor"]["/FontFile2"].get_data()))
        drawn = [name for name in embedded.getGlyphOrder() if embedded["glyf"][name].numberOfContours]
        assert 10 < len(drawn) < 500
        assert len(embedded["hmtx"].metrics) == embedded["maxp"].numGlyphs
        whole = TTFont(fontfiles.korean_font("Bold" in inner.get_object()["/BaseFont"]))
        assert embedded["head"].modified == whole["head"].modified
        assert not {"name", "post", "cmap", "GSUB"} & set(embedded.keys())
    assert len(real_picture("pdf", "ko")) < 300_000


def test_a_pdf_brings_the_parts_of_a_letter_that_is_composed() -> None:
    sheet = Sheet("#ffffff")
    sheet.text("\u01fa", (50, 50), 20, "#000000")
    (page,) = PdfReader(BytesIO(pdf_of(sheet, "", ""))).pages
    assert page.extract_text().strip() == "\u01fa"
    (font,) = page["/Resources"]["/Font"].values()
    (inner,) = font["/DescendantFonts"]
    embedded = TTFont(BytesIO(inner.get_object()["/FontDescriptor"]["/FontFile2"].get_data()))
    glyphs = embedded["glyf"]
    parts = [part for name in embedded.getGlyphOrder() for part in glyphs[name].getComponentNames(glyphs)]
    assert parts and all(glyphs[part].numberOfContours for part in parts)


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


# ---- what is shown ---------------------------------------------------------------------------------------


def test_the_legend_counts_what_the_map_shows() -> None:
    said = texts(real_picture("svg"))
    counts = Counter(county["stage"] for county in real_view()["counties"])
    for stage in real_view()["stages"]:
        assert said[said.index(stage["label"]["en"]) + 1] == str(counts[stage["key"]])
    assert said[said.index("in no campaign") + 1] == str(counts[None])


def test_credits_caveat_dates_and_notes_stand_on_the_page() -> None:
    words = {"title": "First", "subtitle": "Second", "byline": "By our desk", "notes": ("Mind the gap.",)}
    said = " ".join(texts(picture(real_view(**words), "svg")))
    view = real_view()
    for sentence in (
        *view["attribution"],
        view["caveat"]["en"],
        *(str(word) for word in words.values() if word != words["notes"]),
    ):
        assert sentence in said
    assert "Mind the gap." in said and "data to 1 October 2026" in said and "100 km" in said
    assert ("reports not on the map" in said) == bool(view["unplaced"])
    assert "20 of 20 for 2026" in said


def test_many_notes_are_counted_and_the_users_own_all_stand() -> None:
    view = sample_view() | {"remarks": [f"Remark {number}." for number in range(3)]}
    view["notes"] = [own_words(f"Note {number} {'on and on ' * 20}.") for number in range(30)]
    said = " ".join(texts(picture(view, "svg")))
    assert all(remark in said for remark in view["remarks"])
    shown = sum(f"Note {number} " in said for number in range(30))
    assert 0 < shown < 30 and f"Further notes ({30 - shown})" in said


def test_counties_that_may_be_meant_are_striped_and_counted_once() -> None:
    view = sample_view()
    (ambiguous,) = (one for one in view["unplaced"] if one["candidates"])
    assert len(ambiguous["candidates"]) > 1
    said = texts(sample_picture("svg"))
    assert said[said.index("may be meant") + 1] == "1"
    assert f"{len(view['unplaced'])} reports not on the map" in " ".join(said)
    names = {county["pcode"]: county["name"] for county in view["counties"]}
    assert {names[unit["pcode"]] for unit in ambiguous["candidates"]} <= set(said)
    plain = view | {"unplaced": [one for one in view["unplaced"] if not one["candidates"]]}
    stripes = f"stroke: {THEMES['print'].hatch_line}".encode()
    assert stripes in sample_picture("svg") and stripes not in picture(plain, "svg")


def test_a_place_without_a_polygon_is_a_mark_with_its_name() -> None:
    view = deepcopy(real_view())
    (one,) = (item for item in view["announcements"] if item["place"] == "Sungho")
    one.update(campaign="2026", latest=True, stage="planned")
    country = CountryMap(view, Speech(view), FRAME)
    assert [(mark.name, mark.stage) for mark in country.marks] == [("Sungho", "planned")]
    said = texts(picture(view, "svg"))
    assert "Sungho" in said and said[said.index("place without its own polygon") + 1] == "1"


def test_own_boundaries_are_drawn_and_credited(tmp_path: Path) -> None:
    layer = county_layer()
    file = tmp_path / "own.gpkg"
    layer[layer.province_pcode == "KP04"][["geometry"]].reset_index().to_file(file)
    written = geo.draw_picture(shipped_archive().plain, tmp_path / "map.svg", boundaries=file)
    svg = written.read_bytes()
    assert "County boundaries: own.gpkg" in " ".join(texts(svg))
    drawn = set(re.findall(r'<g id="(KP\d+)"', svg.decode()))
    assert drawn and all(pcode.startswith("KP04") for pcode in drawn)


def test_every_sentence_of_ours_is_korean_in_a_korean_picture() -> None:
    view = real_view("ko")
    for text in (view["title"], view["subtitle"], view["caveat"], *view["notes"]):
        assert HANGUL.search(text["ko"]), text


@pytest.mark.parametrize("payload", [*PAYLOADS, "$\\frac{1}{2", "a\x00b\u202ec\ud800", "<!-- -- ]]>"])
def test_hostile_text_is_text(payload: str) -> None:
    hostile = ElementTree.fromstring(picture(hostile_view(payload), "svg"))
    tags = Counter(element.tag for element in hostile.iter())
    assert set(tags) == {element.tag for element in ElementTree.fromstring(sample_picture("svg")).iter()}
    visible = re.sub("[\x00-\x1f\u202e]", " ", payload).replace("\ud800", "?").split()[0][:12]
    assert any(visible in "".join(text.itertext()) for text in hostile.iter(f"{SVG}text"))


def test_the_plane_is_that_of_epsg_5179() -> None:
    grid = np.reshape(np.meshgrid(np.linspace(105, 145, 41), np.linspace(25, 50, 26)), (2, -1)).T
    expected = Transformer.from_crs("EPSG:4326", "EPSG:5179", always_xy=True).transform(*grid.T)
    assert np.abs(projected(grid) - np.column_stack(expected)).max() < 1e-4


# ---- names -----------------------------------------------------------------------------------------------


def country(view: dict[str, Any]) -> CountryMap:
    return CountryMap(view, Speech(view), FRAME)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_county_with_a_stage_and_every_province_has_its_name(language: str) -> None:
    drawn = country(real_view(language))
    wanted = {Speech(drawn.view).name(one) for one in drawn.view["counties"] if one["stage"]}
    assert wanted <= {name.wanted.text for name in drawn.names}
    assert sum(name.wanted.bold for name in drawn.names) == len(drawn.view["provinces"])


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("crowded", [False, True])
def test_no_name_lies_on_another_on_a_sign_or_beyond_the_frame(language: str, crowded: bool) -> None:
    view = deepcopy(real_view(language))
    if crowded:
        for county in view["counties"]:
            county["stage"] = "completed"
    drawn = country(view)
    signs = [Box(*at, 0, 0).grown(SIGN_RADIUS_MM * 0.9) for at in drawn.signs.values()]
    assert len(drawn.names) > 60
    for one, other in combinations([name.box for name in drawn.names], 2):
        assert not one.meets(other)
    for name in drawn.names:
        assert FRAME.holds(name.box)
        assert not name.box.meets(drawn.bar_box)
        assert not any(name.box.meets(sign) for sign in signs), name.wanted.text
        own = width_mm(name.wanted.text, name.wanted.size, name.wanted.bold)
        assert name.box.width >= own - 1e-6 > 1


def test_lines_that_lead_to_names_cross_no_name() -> None:
    view = deepcopy(real_view())
    for county in view["counties"]:
        county["stage"] = "planned"
    names = country(view).names
    led = [name for name in names if name.leader]
    assert led
    for name, other in ((one, two) for one in led for two in names if one is not two):
        assert name.leader and not other.box.grown(-0.01).is_cut_by(*name.leader)


def test_signs_give_way_to_each_other_and_to_nothing_else() -> None:
    moved = spread([(0, 0), (1, 0), (1, 0), (50, 50)], 2.0)
    assert moved[3] == (50, 50)
    assert min(np.hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(moved, 2)) > 1.99
    assert (
        max(np.hypot(*np.subtract(a, b)) for a, b in zip(moved, [(0, 0), (1, 0), (1, 0)], strict=False)) < 2.1
    )


@pytest.mark.parametrize(
    "text", ["To be or not to be, that is asked here", "x" * 60, "량강도 삼수군 착공식 진행", "a"]
)
def test_lines_keep_their_width_and_lose_nothing(text: str) -> None:
    lines = wrapped(text, 8, 20)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_mm(line, 8) <= 20 for line in lines)


def test_a_long_line_of_an_svg_is_the_same_line() -> None:
    points = np.cumsum(np.random.default_rng(0).normal(size=(500, 2)), axis=0) + 100
    sheet = Sheet("#ffffff")
    sheet.lines([points], "#123456", 1)
    drawn = re.search(r' d="M([^"]*)" style="fill: none; stroke: #123456', svg_of(sheet, "", "").decode())
    assert drawn and np.abs(steps(drawn[1]) - (points * (1, -1) * MM + (0, sheet.height))).max() < 0.051


# ---- errors ----------------------------------------------------------------------------------------------


def run_build(folder: Path, *options: str) -> Result:
    article = ROOT / "data" / "articles" / "022-vok-kosan.txt"
    return CliRunner().invoke(cli, ["build", str(article), "-o", str(folder), *options])


def test_build_writes_the_pictures_beside_the_map(tmp_path: Path) -> None:
    ended = run_build(tmp_path, "--picture", "pdf", "--picture", "png", "--byline", "우리 편집부")
    assert ended.exit_code == 0, ended.stderr
    assert ended.stdout.strip() == str(tmp_path / "map.html")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    assert "우리편집부" in "".join(PdfReader(tmp_path / "map.pdf").pages[0].extract_text().split())
    assert not (tmp_path / "map.svg").exists()


def test_a_letter_that_no_font_has_is_named_with_the_remedy_and_nothing_is_written(tmp_path: Path) -> None:
    ended = run_build(tmp_path, "--picture", "svg", "--title", "Eye \U00013080 of Horus")
    assert ended.exit_code == 1 and not list(tmp_path.iterdir())
    (line,) = ended.stderr.strip().splitlines()
    assert "U+13080 EGYPTIAN HIEROGLYPH D010" in line and "fonts-noto-cjk" in line


def test_rare_letters_of_one_text_are_taken_from_another_font() -> None:
    view = sample_view() | {"byline": "우리 ✈ desk"}
    said = texts(picture(view, "svg"))
    assert said[said.index("✈") - 1 : said.index("✈") + 2] == ["우리 ", "✈", " desk"]


def no_truetype(folder: Path, letter: str) -> Path:
    """A font file with one letter, a full square whose outlines are of the kind that is no TrueType."""
    pen = T2CharStringPen(1000, None)
    pen.moveTo((0, 0))
    for corner in ((0, 1000), (1000, 1000), (1000, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square, nothing = pen.getCharString(), T2CharStringPen(1000, None).getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({ord(letter): "square"})
    builder.setupCFF("Square", {}, {".notdef": nothing, "square": square}, {})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "square": (1000, 0)})
    builder.setupHorizontalHeader(ascent=1000, descent=0)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = folder / "deeper" / "NotoSansKR-Regular.otf"
    file.parent.mkdir(parents=True)
    builder.save(file)
    return file


@pytest.mark.parametrize("bold", [False, True])
def test_a_letter_of_a_system_font_that_is_no_truetype_is_drawn(
    bold: bool, tmp_path: Path, monkeypatch: Any
) -> None:
    letter, (ink, rim, *_) = "\U00013080", (look.fill for look in LOOKS.values())
    no_truetype(tmp_path, letter)
    monkeypatch.setitem(fontfiles.FOLDERS, sys.platform, (str(tmp_path / "nowhere"), str(tmp_path)))
    fontfiles.system_fonts.cache_clear()
    sheet = Sheet("#ffffff")
    sheet.text(f"A{letter}B", (50, HEIGHT - 50), 72, ink, bold=bold, halo=rim, rim=7.2)
    fontfiles.system_fonts.cache_clear()
    assert [record.words for record in sheet.records if isinstance(record, Text)] == ["A", letter, "B"]
    assert texts(svg_of(sheet, "", "")) == ["A", letter, "B"]
    (page,) = PdfReader(BytesIO(pdf_of(sheet, "", ""))).pages
    assert page.extract_text().split() == ["A", "B"]
    dots = Image.open(BytesIO(png_of(sheet, "", ""))).convert("RGB")
    at = (50 + width_mm("A", 72, bold)) / 25.4, 50 / 25.4
    for inch, expected in ((0.5, ink), (-0.05, rim), (1.05, rim)):
        place = round((at[0] + 0.5) * 300), round((at[1] - inch) * 300)
        assert dots.getpixel(place) == colour(expected), inch


@pytest.mark.parametrize("package", ["fonttools", "pillow", "pypdfium2"])
def test_a_missing_library_is_told_before_articles_are_read(
    package: str, tmp_path: Path, monkeypatch: Any
) -> None:
    (module,) = (name for name, needed in writing.LIBRARIES.items() if needed == package)
    monkeypatch.setattr(writing, "find_spec", lambda name: None if name == module else find_spec(name))
    ended = run_build(tmp_path, "--picture", "svg")
    assert ended.exit_code == 1 and not list(tmp_path.iterdir())
    assert f"Pictures need {package}: pip install 'factorymap[pictures]'" in ended.stderr


def test_a_missing_font_package_is_told_before_articles_are_read(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(fontfiles, "PACKAGE", "no_such_package")
    ended = run_build(tmp_path, "--picture", "png")
    assert ended.exit_code == 1 and "pip install 'factorymap[pictures]'" in ended.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["map.jpg", "map", "png", ".svg/map.gif"])
def test_a_suffix_that_is_no_picture_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.png, \.svg or \.pdf"):
        write_picture(sample_view(), tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_format_that_is_no_picture_is_refused() -> None:
    with pytest.raises(InputError, match="png, svg or pdf"):
        picture(sample_view(), "gif")


def test_a_view_with_nothing_in_it_is_a_picture() -> None:
    empty: dict[str, Iterable[Any] | None] = {
        "announcements": [], "unplaced": [], "campaigns": [], "sources": [], "notes": [], "period": None,
        "data_to": None, "subtitle": own_words(""),
    }  # fmt: skip
    view = sample_view() | empty
    for county in view["counties"]:
        county["stage"] = None
    said = texts(picture(view, "svg"))
    assert said[said.index("in no campaign") + 1] == str(len(view["counties"]))
