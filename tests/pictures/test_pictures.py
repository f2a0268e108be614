"""What pictures show, where names stand, in which sizes, and how they fail."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from importlib.util import find_spec
from io import BytesIO
from itertools import combinations
from math import hypot
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result
from lxml import etree
from PIL import Image
from pypdf import PdfReader
from pyproj import Transformer
from shapely import Point

import geo
from geo.boundaries import county_layer
from geo.cli import cli
from geo.errors import InputError
from geo.labels import Box, told_apart
from geo.pictures import fonts, picture, write_picture, writing
from geo.pictures.countrymap import spread
from geo.pictures.drawing import Canvas
from geo.pictures.mercator import projected
from geo.pictures.words import Speech
from geo.view import LOOKS, THEMES, PictureOptions, own_words
from tests import ROOT
from tests.decided import shipped_archive
from tests.pictures.made import (
    FRAME,
    SVG,
    country,
    map_corner,
    outline,
    real_picture,
    real_view,
    sample_picture,
    steps,
    tags,
    texts,
    whole_text,
)
from tests.sample_view import sample_view

HANGUL = re.compile("[가-힣]")
MM = 72 / 25.4


# ---- what is shown ---------------------------------------------------------------------------------------


def test_the_legend_counts_what_the_map_shows() -> None:
    said = texts(real_picture("svg"))
    counts = Counter(county["stage"] for county in real_view()["counties"])
    for stage in real_view()["stages"]:
        label, count = stage["label"]["en"], counts[stage["key"]]
        assert (said[said.index(label) + 1] == str(count)) if count else label not in said
    assert said[said.index("in no campaign") + 1] == str(counts[None])


def test_credits_caveat_dates_and_notes_stand_on_the_page() -> None:
    words = {"title": "First", "subtitle": "Second", "byline": "By our desk", "notes": ("Mind the gap.",)}
    said = whole_text(picture(real_view(**words), "svg"))
    view = real_view()
    said = said.replace("https://github.com/ ", "https://github.com/")  # an address may end a line
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
    said = whole_text(picture(view, "svg"))
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
    apart = told_apart(view["counties"], view["provinces"])
    meant = [unit["pcode"] for unit in ambiguous["candidates"]]
    assert {apart[pcode]["en"] if pcode in apart else names[pcode] for pcode in meant} <= set(said)
    plain = view | {"unplaced": [one for one in view["unplaced"] if not one["candidates"]]}
    stripes = f'stroke="{THEMES["print"].hatch_line}"'.encode()
    assert stripes in sample_picture("svg") and stripes not in picture(plain, "svg")


def test_a_place_without_a_polygon_is_a_mark_with_its_name() -> None:
    view = deepcopy(real_view())
    (one,) = (item for item in view["announcements"] if item["place"] == "Sungho")
    one.update(campaign="2026", latest=True, stage="planned")
    assert [(mark.name, mark.stage) for mark in country(view).marks] == [("Sungho", "planned")]
    said = texts(picture(view, "svg"))
    assert "Sungho" in said and said[said.index("place without its own polygon") + 1] == "1"


def test_own_boundaries_are_drawn_and_credited(tmp_path: Path) -> None:
    layer = county_layer()
    file = tmp_path / "own.gpkg"
    layer[layer.province_pcode == "KP04"][["geometry"]].reset_index().to_file(file)
    written = geo.draw_picture(shipped_archive().plain, tmp_path / "map.svg", boundaries=file)
    svg = written.read_bytes()
    assert "County boundaries: own.gpkg" in whole_text(svg)
    drawn = set(re.findall(r'<g id="(KP\d+)"', svg.decode()))
    assert drawn and all(pcode.startswith("KP04") for pcode in drawn)


def test_every_sentence_of_ours_is_korean_in_a_korean_picture() -> None:
    view = real_view("ko")
    for text in (view["title"], view["subtitle"], view["caveat"], *view["notes"]):
        assert HANGUL.search(text["ko"]), text


def test_the_plane_is_that_of_epsg_5179() -> None:
    grid = np.reshape(np.meshgrid(np.linspace(105, 145, 41), np.linspace(25, 50, 26)), (2, -1)).T
    expected = Transformer.from_crs("EPSG:4326", "EPSG:5179", always_xy=True).transform(*grid.T)
    assert np.abs(projected(grid) - np.column_stack(expected)).max() < 1e-4


# ---- names -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_county_with_a_stage_and_every_province_has_its_name(language: str) -> None:
    drawn = country(real_view(language))
    wanted = {Speech(drawn.view).name(one) for one in drawn.view["counties"] if one["stage"]}
    assert wanted <= {re.sub(r" ?\(.*", "", name.wanted.text) for name in drawn.names}
    assert sum(name.wanted.bold for name in drawn.names) == len(drawn.view["provinces"])


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("crowded", [False, True])
def test_no_name_lies_on_another_on_a_sign_or_beyond_the_frame(language: str, crowded: bool) -> None:
    view = deepcopy(real_view(language))
    if crowded:
        for county in view["counties"]:
            county["stage"] = "completed"
    drawn = country(view)
    signs = [Box(*at, 0, 0).grown(drawn.radius * 0.9) for at in drawn.signs.values()]
    assert len(drawn.names) > 60
    for one, other in combinations([name.box for name in drawn.names], 2):
        assert not one.meets(other)
    for name in drawn.names:
        assert FRAME.holds(name.box)
        assert not name.box.meets(drawn.bar_box)
        assert not any(name.box.meets(sign) for sign in signs), name.wanted.text
        assert name.box.width >= name.wanted.width - 1e-6 > 1


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


def test_a_long_line_of_an_svg_is_the_same_line() -> None:
    points = np.cumsum(np.random.default_rng(0).normal(size=(500, 2)), axis=0) + 100
    drawing = Canvas(FRAME)
    drawing.lines([points], "#123456", 1)
    drawn = re.search(r' d="M([^"]*)" fill="none" stroke="#123456', drawing.svg(()))
    expected = (points * (1, -1) + (0, FRAME.height)) * MM
    assert drawn and np.abs(steps(drawn[1]) - expected).max() < 0.051


def test_a_name_has_room_for_its_letters() -> None:
    """Typst says how wide names are; a font of 600 to 1000 units of the size of a letter bears it out."""
    for name in country(real_view()).names:
        letters = len(name.wanted.text)
        assert 0.35 < name.wanted.width / (letters * name.wanted.size * 25.4 / 72) < 0.95, name.wanted.text


def test_the_name_of_a_province_lies_on_no_other_province() -> None:
    for frame in (FRAME, Box(0, 0, 100, 90), Box(0, 0, 140, 80)):
        drawn = country(real_view(), frame)
        provinces = {county["pcode"]: county["province"] for county in drawn.view["counties"]}
        for name in drawn.names:
            if name.wanted.led:
                continue
            under = [
                provinces[pcode]
                for pcode, shape in drawn.ground.shapes.items()
                if shape.buffer(-0.6).contains(Point(name.box.centre))
            ]
            assert all(one.upper() == name.wanted.text for one in under), (name.wanted.text, under)


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


def test_a_letter_that_the_korean_font_lacks_is_taken_from_another() -> None:
    view = sample_view() | {"byline": "우리 ✈ desk"}
    assert "우리 ✈ desk" in texts(picture(view, "svg"))
    (page,) = PdfReader(BytesIO(picture(view, "pdf"))).pages
    assert "✈" in page.extract_text()


def test_fonts_of_the_system_help_out_only_where_a_letter_is_lacking(monkeypatch: Any) -> None:
    asked: list[bool] = []
    known = fonts.fonts_in

    def noted(folders: Any, *, of_system: bool) -> Any:
        asked.append(of_system)
        return known(folders, of_system=of_system)

    monkeypatch.setattr("geo.pictures.typesetting.fonts_in", noted)
    picture(sample_view(), "png")
    assert asked == [False]
    with pytest.raises(InputError, match=r"U\+13080"):
        picture(sample_view() | {"byline": "\U00013080"}, "png")
    assert asked[1:] == [False, True]


def test_a_missing_library_is_told_before_articles_are_read(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(writing, "find_spec", lambda name: None if name == "typst" else find_spec(name))
    ended = run_build(tmp_path, "--picture", "svg")
    assert ended.exit_code == 1 and not list(tmp_path.iterdir())
    assert "Pictures need typst: pip install 'factorymap[pictures]'" in ended.stderr


def test_a_missing_font_package_is_told_before_articles_are_read(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(fonts, "PACKAGE", "no_such_package")
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


# ---- sizes -----------------------------------------------------------------------------------------------

SIZES = {
    "a4": (2480, 3508),
    "a4-landscape": (3508, 2480),
    "16:9": (1920, 1080),
    "1:1": (1080, 1080),
    "4:5": (1080, 1350),
    "1200x630px": (1200, 630),
    "85x120mm": (1004, 1417),
}
"""Size -> pixels of its PNG."""


@pytest.mark.parametrize(("size", "pixels"), SIZES.items())
def test_a_png_has_the_pixels_of_its_size(size: str, pixels: tuple[int, int]) -> None:
    assert Image.open(BytesIO(real_picture("png", size=size))).size == pixels


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_county_lies_in_the_map_of_every_size_and_no_word_on_another(size: str, language: str) -> None:
    svg = real_picture("svg", language, size)
    root = etree.fromstring(svg)
    _, _, width, height = (float(side) for side in root.get("viewBox").split())
    left, top = map_corner(svg)
    for county in real_view(language)["counties"]:
        if county["stage"]:
            shape, _ = outline(svg, county["pcode"])
            x, y, right, bottom = shape.bounds
            assert x > 0 and y > 0 and left + right < width and top + bottom < height
    boxes = [words_box(text) for text in root.findall(f"{SVG}g/{SVG}text")]
    assert len(boxes) > 10
    for box in boxes:
        assert box.left > 0 and box.right < width * 1.02 and box.bottom > 0 and box.top < height
    for one, other in combinations(boxes, 2):
        assert not one.meets(other)


@pytest.mark.parametrize("frame", [FRAME, Box(0, 0, 90, 95), Box(0, 0, 130, 110), Box(0, 0, 260, 180)])
def test_the_name_of_a_province_lies_near_its_middle_and_on_no_other(frame: Box) -> None:
    drawn = country(real_view(), frame)
    province = {county["pcode"]: county["province"].upper() for county in real_view()["counties"]}
    for name in drawn.names:
        if not name.wanted.led:
            box = name.box
            middle = (box.left + box.width / 2, box.bottom + box.height / 2)
            assert hypot(middle[0] - name.wanted.at[0], middle[1] - name.wanted.at[1]) < 16
            under = [pcode for pcode, shape in drawn.ground.shapes.items() if shape.contains(Point(middle))]
            assert {province[pcode] for pcode in under} <= {name.wanted.text}


def words_box(text: Any) -> Box:
    """About where a line of an SVG stands, in points from the upper left corner."""
    words, size = "".join(text.itertext()), float(text.get("font-size"))
    width = sum(0.86 if HANGUL.match(letter) else 0.4 for letter in words) * size
    x, y = float(text.get("x")), float(text.get("y"))
    return Box(x, y - 0.7 * size, width, 0.7 * size)


@pytest.mark.parametrize(
    ("size", "unit"), [("16:9", ("1920px", "1080px")), ("120x150mm", ("120mm", "150mm"))]
)
def test_an_svg_is_as_large_as_its_size_says(size: str, unit: tuple[str, str]) -> None:
    root = etree.fromstring(real_picture("svg", size=size))
    assert (root.get("width"), root.get("height")) == unit


def test_dpi_and_width_change_the_dots_and_not_the_layout() -> None:
    plain = Image.open(BytesIO(real_picture("png", size="1:1")))
    wide = Image.open(BytesIO(picture(real_view(), "png", PictureOptions("1:1", width=2160))))
    fine = Image.open(BytesIO(picture(real_view(), "png", PictureOptions("a4", dpi=100))))
    assert wide.size == (2160, 2160) and fine.size == (827, 1169)
    assert [round(dpi) for dpi in fine.info["dpi"]] == [100, 100]
    smaller = np.asarray(wide.convert("L").resize(plain.size, Image.Resampling.BOX), dtype=int)
    assert np.abs(smaller - np.asarray(plain.convert("L"), dtype=int)).mean() < 3


@pytest.mark.parametrize("size", ["a4", "1:1", "16:9"])
def test_parts_are_the_map_with_its_legend_or_the_map_alone(size: str) -> None:
    view = real_view()
    legend = whole_text(picture(view, "svg", PictureOptions(size, parts="legend")))
    alone = whole_text(picture(view, "svg", PictureOptions(size, parts="map")))
    head, credit = view["headline"]["en"], view["caveat"]["en"].rstrip(".")
    assert head not in legend and "in no campaign" in legend and credit in legend
    assert head not in alone and "in no campaign" not in alone and credit not in alone
    assert "Kusong" in legend and "Kusong" in alone


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"size": "a5"}, "is no size"),
        ({"size": "180x120"}, "is no size"),
        ({"size": "10:1"}, "more than 3 times"),
        ({"size": "0:1"}, "more than 3 times"),
        ({"size": "40x60mm"}, "between 60 and 1200 mm"),
        ({"size": "20000x20000px"}, "between 300 and 16000 px"),
        ({"size": "a4", "dpi": 2400.0}, "million dots is too large"),
        ({"dpi": 0.0}, "above 0"),
        ({"dpi": float("nan")}, "above 0"),
        ({"dpi": 300.0, "width": 100}, "Give one of them"),
        ({"parts": "title"}, "Choose of: page, legend, map"),
    ],
)
def test_a_size_that_cannot_be_drawn_is_told(options: dict[str, Any], why: str) -> None:
    with pytest.raises(InputError, match=why):
        PictureOptions(**options)


def test_words_that_leave_no_room_are_told() -> None:
    with pytest.raises(InputError, match="leave no room"):
        picture(real_view() | {"headline": own_words("On and on. " * 60)}, "svg", PictureOptions("16:9"))
    with pytest.raises(InputError, match="leave no room"):
        picture(real_view() | {"byline": "On and on. " * 900}, "svg")


def test_build_names_each_picture_by_its_size(tmp_path: Path) -> None:
    ended = run_build(tmp_path, "--picture", "svg", "--size", "a4", "--size", "16:9", "--size", "4:5")
    assert ended.exit_code == 0, ended.stderr
    assert {path.name for path in tmp_path.glob("*.svg")} == {"map.svg", "map-16x9.svg", "map-4x5.svg"}
    again = run_build(tmp_path, "--picture", "svg", "--map-only")
    assert again.stderr.count("is of an earlier build") == 2 and "map-16x9.svg" in again.stderr
    assert "in no campaign" not in texts((tmp_path / "map.svg").read_bytes())


@pytest.mark.parametrize(
    "options", [["--size", "1:1"], ["--map-only"], ["--picture", "png", "--size", "1:99"], ["--dpi", "x"]]
)
def test_options_of_pictures_that_make_no_sense_end_the_build(options: list[str], tmp_path: Path) -> None:
    ended = run_build(tmp_path, *options)
    assert ended.exit_code == 2 and not list(tmp_path.iterdir())


def test_a_table_is_drawn_in_any_size(tmp_path: Path) -> None:
    table = tmp_path / "sites.csv"
    table.write_text("place,facility,stage,date\nKusong,hospital,completed,2025-12-13\n", encoding="utf-8")
    target = tmp_path / "map.png"
    ended = CliRunner().invoke(
        cli, ["draw", str(table), "-o", str(target), "--size", "1:1", "--width", "540"]
    )
    assert ended.exit_code == 0, ended.stderr
    assert Image.open(target).size == (540, 540)
    page = CliRunner().invoke(cli, ["draw", str(table), "-o", str(tmp_path / "map.html"), "--size", "1:1"])
    assert page.exit_code == 2 and not (tmp_path / "map.html").exists()


# ---- style -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def styled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the map of the shipped articles shows in a house's own style."""
    folder = tmp_path_factory.mktemp("style")
    (package,) = (find_spec("matplotlib") or pytest.fail("no matplotlib")).submodule_search_locations or ()
    for name in ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"):
        (folder / name).write_bytes(Path(package, "mpl-data", "fonts", "ttf", name).read_bytes())
    (folder / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3" fill="#c0ffee"/></svg>',
        encoding="utf-8",
    )
    file = folder / "style.toml"
    file.write_text(
        'credits = "Graphic: Our Desk"\n[colours]\ncompleted = "#06a77d"\n[font]\nfile = "DejaVuSerif.ttf"\n'
        '[logo]\nfile = "logo.svg"\ntext = "Our Desk"\n',
        encoding="utf-8",
    )
    view: dict[str, Any] = real_view(style=str(file))
    return view


@pytest.mark.parametrize("size", ["a4", "a4-landscape", "16:9", "1:1"])
def test_a_picture_has_the_style_of_its_house(size: str, styled: dict[str, Any]) -> None:
    svg = picture(styled, "svg", PictureOptions(size))
    assert "Graphic: Our Desk" in whole_text(svg)
    assert etree.fromstring(svg).xpath('//*[@fill="#c0ffee"]') and b"'DejaVu Serif'" in svg
    done = {one["pcode"] for one in styled["counties"] if one["stage"] == "completed"}
    assert {outline(svg, pcode)[1] for pcode in done} == {"#06a77d"}
    assert LOOKS["completed"].fill.encode() not in svg


def test_a_pdf_is_set_in_the_font_of_the_style_and_names_the_logo(styled: dict[str, Any]) -> None:
    reader = PdfReader(BytesIO(picture(styled, "pdf")))
    fonts_used = {
        str(one.get_object()["/BaseFont"]) for one in reader.pages[0]["/Resources"]["/Font"].values()
    }
    assert any("DejaVuSerif" in name for name in fonts_used)
    assert any("DejaVuSerif-Bold" in name for name in fonts_used)
    alternatives = [one["/Alt"] for one in tags(reader) if one["/S"] == "/Figure"]
    assert "Our Desk" in alternatives


def test_a_font_that_cannot_be_read_is_told(styled: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    broken = styled["style"] | {"font_file": str(tmp_path / "broken.ttf")}
    with pytest.raises(InputError, match="is no font that Typst can read"):
        picture(styled | {"style": broken}, "svg")
