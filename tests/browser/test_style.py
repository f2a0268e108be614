"""A house's own style on the page: its colours, font and logo are there, and the policy holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from tests.browser.conftest import Open, build
from tests.view.test_style import LOGO, style_file

COLOURS = {"completed": "#06a77d", "operating": "#5b2a86"}


def web_font(file: Path) -> None:
    """A font whose only letter, A, is a square ten times as wide as usual."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 700), (10_000, 700), (10_000, 0)):
        pen.lineTo(corner)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({ord("A"): "A"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (10_000, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.font.flavor = "woff2"
    builder.save(file)


@pytest.fixture(scope="module")
def styled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of the shipped articles in a style."""
    folder = tmp_path_factory.mktemp("styled")
    web_font(folder / "own.woff2")
    colours = "".join(f'{stage} = "{colour}"\n' for stage, colour in COLOURS.items())
    text = (
        f'credits = "Graphic: Our Desk"\n[colours]\n{colours}[font]\nweb = "own.woff2"\n'
        'family = "Noto Sans KR"\n[logo]\nfile = "logo.svg"\ntext = "Our Desk"\n'
    )
    style = style_file(folder, text, logo_svg=LOGO.replace("0 0 9 9", "0 0 90 30"))
    return build(folder / "maps", "--style", style, "--title", "AAA")


def test_colours_font_logo_and_credits_are_those_of_the_style(styled: Path, open_file: Open) -> None:
    page = open_file(styled).page
    fills = page.evaluate(
        "[...document.querySelectorAll('.county.stage-completed, .county.stage-operating')]"
        ".map(path => getComputedStyle(path).fill)"
    )
    assert set(fills) == {"rgb(6, 167, 125)", "rgb(91, 42, 134)"}
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].map(one => one.status))") == [
        "loaded"
    ]
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
    width = page.evaluate(
        "(() => { const r = document.createRange(); r.selectNodeContents(document.querySelector('h1'));"
        " return r.getBoundingClientRect().width; })()"
    )
    assert width > 20 * size  # three letters of the style's font
    logo = page.get_by_role("img", name="Our Desk")
    assert logo.is_visible() and logo.evaluate("image => image.complete && image.naturalWidth > 0")
    assert page.locator("footer").get_by_text("Graphic: Our Desk").count() == 1


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_the_logo_covers_nothing(width: int, styled: Path, open_file: Open) -> None:
    page = open_file(styled, width, 800).page
    logo = page.locator("header .logo").bounding_box()
    assert logo
    for words in page.locator("header :is(h1, .headline, .takeaway, .subtitle, .dates, .tools)").all():
        box = words.bounding_box()
        if box is None:
            continue
        text = words.evaluate(
            "element => { const r = document.createRange(); r.selectNodeContents(element);"
            " const b = r.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; }"
        )
        apart = (
            text[2] <= logo["x"] + 1
            or text[0] >= logo["x"] + logo["width"] - 1
            or text[3] <= logo["y"] + 1
            or text[1] >= logo["y"] + logo["height"] - 1
        )
        assert apart, (words.inner_text(), text, logo)


def test_without_scripts_counties_have_the_colours_of_the_style(styled: Path, open_file: Open) -> None:
    page = open_file(styled, java_script_enabled=False).page
    attributes = {path.get_attribute("fill") for path in page.locator(".county.stage-completed").all()}
    assert attributes == {COLOURS["completed"]}
