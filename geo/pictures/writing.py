"""A view as the bytes of a picture, the same for the same view."""

from __future__ import annotations

from importlib.util import find_spec
from os import PathLike
from pathlib import Path

from geo.errors import InputError
from geo.text import drawable, write_atomically
from geo.view import MapView

FORMATS = ("png", "svg", "pdf")
LIBRARIES = {"fontTools": "fonttools", "PIL": "pillow", "pypdfium2": "pypdfium2"}
"""Module -> name of the package that it comes with."""


def write_picture(view: MapView, path: str | PathLike[str]) -> Path:
    """
    Draw a view, as `geo.view.mapping` makes it, on one A4 page; the suffix of the file says how.

    PNG has 300 dots per inch. In SVG and PDF words are text that can be found and copied.

    Raises
    ------
    InputError
        If the suffix is none of `FORMATS`, if a library of `LIBRARIES` or the Korean font is not installed,
        or if no font has a letter of the view's words.
    """
    return write_atomically(path, picture(view, format_of(path)))


def format_of(path: str | PathLike[str]) -> str:
    """The format that a file's suffix names; InputError if it is none of `FORMATS`."""
    found = Path(path).suffix.lower().removeprefix(".")
    if found not in FORMATS:
        raise InputError(f"'{path}': a picture is .png, .svg or .pdf. Choose one of these suffixes.")
    return found


def check_installed() -> None:
    """InputError with the command that installs it if something that pictures need is not there."""
    from geo.pictures.fontfiles import INSTALL, korean_font

    for module, package in LIBRARIES.items():
        if find_spec(module) is None:
            raise InputError(f"Pictures need {package}: {INSTALL}")
    for bold in (False, True):
        korean_font(bold)


def picture(view: MapView, format: str = "png") -> bytes:
    """The picture of a view in one of `FORMATS`; errors are those of `write_picture`."""
    if format not in FORMATS:
        raise InputError(f"'{format}': a picture is png, svg or pdf. Choose one of these formats.")
    check_installed()
    from geo.pictures.composing import compose

    sheet = compose(view)
    title = " ".join(drawable(view["title"]["en"]).split())
    maker = " ".join(drawable(view["generator"]).split())
    if format == "svg":
        from geo.pictures.svg import svg_of

        return svg_of(sheet, title, maker)
    if format == "pdf":
        from geo.pictures.pdf import pdf_of

        return pdf_of(sheet, title, maker)
    from geo.pictures.png import png_of

    return png_of(sheet, title, maker)
