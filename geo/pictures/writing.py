"""A view as the bytes of a picture, the same for the same view."""

from __future__ import annotations

from importlib.util import find_spec
from os import PathLike
from pathlib import Path

from geo.errors import InputError
from geo.pictures.content import content_of
from geo.pictures.countrymap import CountryMap
from geo.pictures.dots import with_facts
from geo.pictures.drawing import Canvas
from geo.pictures.fonts import INSTALL, font_folder, fonts_of
from geo.pictures.typesetting import Typesetter
from geo.pictures.vector import vector_of
from geo.pictures.words import Speech
from geo.text import write_atomically
from geo.view import ON_A4, THEMES, MapView, PictureOptions, looks_of

FORMATS = ("png", "svg", "pdf")
THEME = "print"


def write_picture(view: MapView, path: str | PathLike[str], options: PictureOptions = ON_A4) -> Path:
    """
    Draw a view, as `geo.view.mapping` makes it; the suffix of the file says how.

    In SVG and PDF words are text that can be found and copied; a PDF is tagged (PDF/UA-1).

    Raises
    ------
    InputError
        If the suffix is none of `FORMATS`, if Typst or the Korean font is not installed, if words leave no
        room for the map, or if no font has a letter of the view's words.
    """
    return write_atomically(path, picture(view, format_of(path), options))


def format_of(path: str | PathLike[str]) -> str:
    """The format that a file's suffix names; InputError if it is none of `FORMATS`."""
    found = Path(path).suffix.lower().removeprefix(".")
    if found not in FORMATS:
        raise InputError(f"'{path}': a picture is .png, .svg or .pdf. Choose one of these suffixes.")
    return found


def check_installed() -> None:
    """InputError with the command that installs it if something that pictures need is not there."""
    if find_spec("typst") is None:
        raise InputError(f"Pictures need typst: {INSTALL}")
    font_folder()


def picture(view: MapView, format: str = "png", options: PictureOptions = ON_A4) -> bytes:
    """The picture of a view in one of `FORMATS`; errors are those of `write_picture`."""
    if format not in FORMATS:
        raise InputError(f"'{format}': a picture is png, svg or pdf. Choose one of these formats.")
    check_installed()
    words, theme, looks = Speech(view), THEMES[THEME], looks_of(view["style"]["colours"])
    folders, families = fonts_of(view["style"]["font_file"])
    content = content_of(view, words, theme, looks, options, families)
    typesetter = Typesetter(content, folders)
    frame = typesetter.room()
    drawing = Canvas(frame)
    CountryMap(view, words, frame, typesetter.widths()).draw(drawing, theme, looks)
    country = drawing.svg(content["fonts"])
    pdf = typesetter.pdf(country)
    if format == "pdf":
        return pdf
    if format == "svg":
        drawn, written = typesetter.svg(country)
        return vector_of(drawn, written, content, options.sheet)
    dots = typesetter.png(country, options.dots_per_inch)
    facts = {"Title": content["title"], "Description": content["alt"], "Software": view["generator"]}
    return with_facts(dots, options.dots_per_inch, facts)
