"""A house's own style: what a file may say, what is refused, and what is only doubted."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from geo.errors import InputError
from geo.view import LOOKS, MapOptions, looks_of, read_style

PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><!-- ours --><path d="M0 0h9v9z"/></svg>'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def style_file(folder: Path, text: str, **files: str | bytes) -> Path:
    """A style file with others beside it; `logo_svg` is logo.svg."""
    for name, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(raw)
    file = folder / "style.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_style_file_gives_credits_colours_families_and_a_logo(tmp_path: Path) -> None:
    text = (
        'credits = "Graphic: Our Desk"\n[colours]\nplanned = "#FFEEBB"\n'
        '[font]\nfamily = "Our Sans, Noto Sans KR"\n[logo]\nfile = "logo.png"\ntext = "Our Desk"\n'
    )
    view = read_style(style_file(tmp_path, text, logo_png=PNG)).view
    assert view["credits"] == "Graphic: Our Desk" and view["colours"] == {"planned": "#ffeebb"}
    assert view["family"] == "Our Sans, Noto Sans KR"
    assert view["logo"] and view["logo"]["text"] == "Our Desk"
    assert b64decode(view["logo"]["uri"].removeprefix("data:image/png;base64,")) == PNG


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    style = read_style(style_file(tmp_path, ""))
    assert style.view == MapOptions().style_view and not style.doubts


def test_options_take_a_file_and_run_json_its_name(tmp_path: Path) -> None:
    options = MapOptions(style=style_file(tmp_path, 'credits = "Ours"'))
    assert options.style_view["credits"] == "Ours" and options.chosen() == {"style": "style.toml"}


WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "is no TOML": ("credits = Our Desk", {}),
    "is not known. Known here: colours, credits, font, logo": ('credit = "x"', {}),
    "colours.finished is not known. Known here: completed": ('[colours]\nfinished = "#112233"', {}),
    "colours is a table": ('colours = "#112233"', {}),
    "is a colour such as #4a76cd, not 'red'": ('[colours]\nplanned = "red"', {}),
    "is a text in quotation marks, not 7": ("[colours]\nplanned = 7", {}),
    "credits is a text": ("credits = []", {}),
    "font.family is names": ('[font]\nfamily = "x; } body { display: none"', {}),
    "'none.ttf' is not there": ('[font]\nfile = "none.ttf"', {}),
    "ends in .ttf or .otf or .ttc, not 'a.woff'": ('[font]\nfile = "a.woff"', {}),
    "'f.woff2' is no WOFF2 file": ('[font]\nweb = "f.woff2"', {"f_woff2": b"wOFF...."}),
    "'f.woff2' has more than 150 kB": ('[font]\nweb = "f.woff2"', {"f_woff2": b"wOF2" + bytes(150_000)}),
    "'logo.png' has more than 60 kB": (
        '[logo]\nfile = "logo.png"\ntext = "x"',
        {"logo_png": PNG + bytes(60_000)},
    ),
    "'logo.png' is no PNG file": ('[logo]\nfile = "logo.png"\ntext = "x"', {"logo_png": b"GIF89a"}),
    "ends in .png or .svg, not 'logo.gif'": ('[logo]\nfile = "logo.gif"\ntext = "x"', {}),
    "logo.text is missing": ('[logo]\nfile = "logo.svg"', {"logo_svg": LOGO}),
    "is no SVG: it does not begin": ('[logo]\nfile = "logo.svg"\ntext = "x"', {"logo_svg": "<svg/>"}),
    "is no SVG: ": ('[logo]\nfile = "logo.svg"\ntext = "x"', {"logo_svg": "<svg"}),
}
"""What is said -> style file, and files beside it."""


@pytest.mark.parametrize(("said", "given"), WRONG.items(), ids=list(WRONG))
def test_what_cannot_be_used_is_refused_in_one_line(
    said: str, given: tuple[str, dict[str, Any]], tmp_path: Path
) -> None:
    text, files = given
    with pytest.raises(InputError) as told:
        read_style(style_file(tmp_path, text, **files))
    assert said in str(told.value) and "style.toml" in str(told.value)
    assert "\n" not in str(told.value).strip()


@pytest.mark.parametrize(
    "inner",
    [
        "<script>1</script>",
        '<path onload="1"/>',
        f'<image {XLINK} xlink:href="https://example.org/x.png"/>',
        f'<path {XLINK} xlink:href="#x"/>',
        '<rect fill="url(https://example.org/x.svg#a)"/>',
        "<style>@import 'https://example.org/x.css'</style>",
        "<foreignObject/>",
    ],
)
def test_a_logo_that_may_do_or_fetch_something_is_refused(inner: str, tmp_path: Path) -> None:
    logo = LOGO.replace("<path", f"{inner}<path")
    with pytest.raises(InputError, match="may do or fetch something"):
        read_style(style_file(tmp_path, '[logo]\nfile = "logo.svg"\ntext = "x"', logo_svg=logo))


def test_an_entity_of_a_logo_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    logo = f'<!DOCTYPE svg [<!ENTITY e SYSTEM "secret.txt">]>{LOGO.replace("<path", "<text>&e;</text><path")}'
    with pytest.raises(InputError, match="may do or fetch something"):
        read_style(style_file(tmp_path, '[logo]\nfile = "logo.svg"\ntext = "x"', logo_svg=logo))


@pytest.mark.parametrize(
    ("colours", "doubt"),
    [
        ({"completed": "#222222"}, "contrast of 1.3 : 1"),
        ({"planned": "#808080", "completed": "#808080"}, "planned #808080 and completed #808080 look alike"),
        ({"planned": "#fdfdf5"}, "no campaign #ffffff look alike"),
        ({"completed": LOOKS["under_construction"].fill}, "under_construction #7aa285 and completed #7aa285"),
    ],
)
def test_colours_that_are_hard_to_see_are_doubted(
    colours: dict[str, str], doubt: str, tmp_path: Path
) -> None:
    text = "[colours]\n" + "".join(f'{stage} = "{colour}"\n' for stage, colour in colours.items())
    style = read_style(style_file(tmp_path, text))
    assert style.view["colours"] == colours
    assert any(doubt in line for line in style.doubts), style.doubts


def test_our_own_colours_leave_no_doubt(tmp_path: Path) -> None:
    text = "[colours]\n" + "".join(f'{stage} = "{look.fill}"\n' for stage, look in LOOKS.items())
    assert not read_style(style_file(tmp_path, text)).doubts


def test_words_on_a_colour_of_ones_own_stand_out_from_it() -> None:
    looks = looks_of({"planned": "#102030", "operating": "#ffffee"})
    assert (looks["planned"].text, looks["operating"].text) == ("#ffffff", "#000000")
    assert looks["completed"] == LOOKS["completed"]
