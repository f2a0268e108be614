"""A view as the bytes of a picture, the same for the same view."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.util import find_spec
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import InputError
from geo.exports import write_atomically
from geo.pictures.fonts import INSTALL
from geo.pictures.slimming import slim_svg
from geo.pictures.words import View

if TYPE_CHECKING:
    from geo.pictures.sheet import Sheet

FORMATS = ("png", "svg", "pdf")
DOTS_PER_INCH = 300
STILL: Mapping[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "factorymap",
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "path.simplify": False,
    "text.hinting": "none",
    "text.hinting_factor": 1,
}
"""Settings of matplotlib that decide what is written; all others are its defaults while a picture is made."""


def draw_picture(view: View, path: str | PathLike[str]) -> Path:
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


def picture(view: View, format: str = "png") -> bytes:
    """The picture of a view in one of `FORMATS`; errors are those of `draw_picture`."""
    if find_spec("matplotlib") is None:
        raise InputError(f"Pictures need matplotlib: {INSTALL}")
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(STILL)
        return _written(view, format)


def _written(view: View, format: str) -> bytes:
    from geo.pictures.composing import compose

    sheet = compose(view, outlined=format != "svg")
    written = BytesIO()
    _canvas(sheet, format)
    sheet.figure.savefig(
        written, format=format, dpi=DOTS_PER_INCH if format == "png" else 72,
        facecolor=sheet.figure.get_facecolor(), metadata=_metadata(view, format),
    )  # fmt: skip
    data = written.getvalue()
    return slim_svg(data.decode("utf-8")).encode("utf-8") if format == "svg" else data


def _canvas(sheet: Sheet, format: str) -> Any:
    """The canvas that draws the format, so that no other is looked for."""
    if format == "svg":
        from matplotlib.backends.backend_svg import FigureCanvasSVG as Canvas
    elif format == "pdf":
        from matplotlib.backends.backend_pdf import FigureCanvasPdf as Canvas
    else:
        from matplotlib.backends.backend_agg import FigureCanvasAgg as Canvas
    return Canvas(sheet.figure)


def _metadata(view: View, format: str) -> dict[str, Any]:
    """Title and maker, and no clock."""
    title, maker = _printable(view["title"]), view["generator"]
    if format == "png":
        return {"Title": title, "Software": maker}
    if format == "svg":
        return {"Title": title, "Creator": maker, "Date": None}
    return {"Title": title, "Creator": maker, "Producer": None, "CreationDate": None}


def _printable(text: str) -> str:
    from geo.pictures.sheet import clean

    return re.sub(r"\s+", " ", clean(text)).strip()
