"""A report as PDF, and a drawing as PNG, set by Typst: words are data, fonts are installed ones, no clock."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from geo.errors import InputError
from geo.report.html import own_file
from geo.report.plain import Plain
from geo.text import json_text

INSTALL = "pip install 'factorymap[report]'"
FONTS = (("koreanize_matplotlib", "fonts"), ("matplotlib", "mpl-data/fonts/ttf"))
"""Packages that bring NanumGothic and DejaVu Sans, and where; neither is imported."""
PPI = 270
"""Dots per inch of a drawing."""


def pdf_of(paper: Plain) -> bytes:
    """The whole report, A4, as PDF/UA-1; the same report gives the same bytes."""
    return _compiled(own_file("report.typ"), {"paper": json_text(paper)}, "pdf")


def png_of(svg: str) -> bytes:
    """A drawing in dots, 15 cm wide."""
    page = "#set page(width: 15cm, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 100%)"
    return _compiled(page, {"svg": svg}, "png")


@cache
def _font_folders() -> tuple[Path, ...]:
    """Folders of the fonts; InputError if their package is not installed."""
    found = []
    for package, folder in FONTS:
        spec = find_spec(package)
        found += [Path(place, folder) for place in (spec and spec.submodule_search_locations) or ()]
    if len(found) < len(FONTS):
        raise InputError(f"This format needs the fonts of koreanize-matplotlib: {INSTALL}")
    return tuple(found)


def _compiled(source: str, inputs: dict[str, str], format: Literal["pdf", "png"]) -> bytes:
    """What Typst makes of a template."""
    import typst

    return typst.compile(
        source.encode("utf-8"),
        format=format,
        ppi=PPI if format == "png" else None,
        font_paths=typst.Fonts(
            include_system_fonts=False, font_paths=[str(folder) for folder in _font_folders()]
        ),
        pdf_standards="ua-1" if format == "pdf" else None,
        sys_inputs=inputs,
    )
