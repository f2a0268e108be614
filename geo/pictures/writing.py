"""A view as the bytes of a picture, the same for the same view."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import InputError
from geo.exports import write_atomically
from geo.pictures.colours import in_few_colours
from geo.pictures.fonts import INSTALL, korean_font
from geo.pictures.sheet import DOTS_PER_INCH
from geo.pictures.slimming import slim_svg
from geo.pictures.texts import clean
from geo.pictures.words import View

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("png", "svg", "pdf")
STILL: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "factorymap",
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "path.simplify": False,
    "text.hinting": "none",
}
"""Settings of matplotlib that decide what is written; all others are its defaults while a picture is made."""


def write_picture(view: View, path: str | PathLike[str]) -> Path:
    """
    Draw a view, as `geo.layers.map_view` makes it, on one A4 page; the suffix of the file says how.

    PNG has 300 dots per inch. In SVG and PDF words are text that can be found and copied.

    Raises
    ------
    InputError
        If the suffix is none of `FORMATS`, if matplotlib or its Korean font is not installed, or if no font
        has a letter of the view's words.
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
    if find_spec("matplotlib") is None:
        raise InputError(f"Pictures need matplotlib: {INSTALL}")
    for bold in (False, True):
        korean_font(bold)


def picture(view: View, format: str = "png") -> bytes:
    """The picture of a view in one of `FORMATS`; errors are those of `write_picture`."""
    check_installed()
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(STILL)
        return _written(view, format)


def _written(view: View, format: str) -> bytes:
    """The bytes of a view's picture, under the settings of `STILL`."""
    from geo.pictures.composing import compose

    sheet = compose(view, outlined=format != "svg")
    title, maker = (" ".join(clean(view[key]).split()) for key in ("title", "generator"))
    return {"png": _png, "svg": _svg, "pdf": _pdf}[format](sheet.figure, title, maker)


def _png(figure: Figure, title: str, maker: str) -> bytes:
    """Dots of 256 colours, which take a quarter of the room of millions."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    about = PngInfo()
    about.add_itxt("Title", title)
    about.add_itxt("Software", maker)
    written = BytesIO()
    dots = Image.frombytes("RGBA", canvas.get_width_height(), bytes(canvas.buffer_rgba())).convert("RGB")
    in_few_colours(dots).save(written, "png", dpi=(DOTS_PER_INCH, DOTS_PER_INCH), pnginfo=about)
    return written.getvalue()


def _svg(figure: Figure, title: str, maker: str) -> bytes:
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    written = BytesIO()
    about = {"Title": title, "Creator": maker, "Date": None}
    canvas: Any = FigureCanvasSVG(figure)
    canvas.print_svg(written, metadata=about)
    return slim_svg(written.getvalue().decode("utf-8")).encode("utf-8")


def _pdf(figure: Figure, title: str, maker: str) -> bytes:
    from matplotlib.backends.backend_pdf import FigureCanvasPdf

    written = BytesIO()
    about = {"Title": title, "Creator": maker, "Producer": None, "CreationDate": None}
    canvas: Any = FigureCanvasPdf(figure)
    with _quiet("fontTools.subset"):
        canvas.print_pdf(written, metadata=about)
    return written.getvalue()


@contextmanager
def _quiet(library: str) -> Iterator[None]:
    """Keep what a library logs about its own doings from a user's terminal."""
    log = logging.getLogger(library)
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)
