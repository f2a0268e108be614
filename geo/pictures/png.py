"""A sheet as PNG: the dots of its PDF, in the colours that stand for them best."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from threading import Lock

import pypdfium2
from PIL.Image import Image
from PIL.PngImagePlugin import PngInfo

from geo.pictures.colours import in_few_colours
from geo.pictures.pdf import pdf_of
from geo.pictures.sheet import DOTS_PER_INCH, POINTS_PER_INCH, Sheet

HAIR = 1e-5
"""Sizes are rounded up to whole dots, and may be a little above one: a page is this much smaller."""
COMPRESSION = 5
"""One step above costs a quarter more time and saves a fiftieth of the size."""
_one_at_a_time = Lock()
"""PDFium cannot draw in two threads at once."""


def png_of(sheet: Sheet, title: str, maker: str) -> bytes:
    """The file of a sheet; title and maker stand in its metadata."""
    about = PngInfo()
    about.add_itxt("Title", title)
    about.add_itxt("Software", maker)
    written = BytesIO()
    dots = _in_dots(pdf_of(sheet, title, maker))
    dpi = DOTS_PER_INCH, DOTS_PER_INCH
    dots.save(written, "png", dpi=dpi, pnginfo=about, compress_level=COMPRESSION)
    return written.getvalue()


def _in_dots(pdf: bytes) -> Image:
    """The page of a PDF in few colours, which take a quarter of the room of millions."""
    scale = DOTS_PER_INCH / POINTS_PER_INCH * (1 - HAIR)
    with (
        _one_at_a_time,
        closing(pypdfium2.PdfDocument(pdf)) as document,
        closing(document[0]) as page,
        closing(page.render(scale=scale, may_draw_forms=False, rev_byteorder=True)) as bitmap,
    ):
        return in_few_colours(bitmap.to_pil())
