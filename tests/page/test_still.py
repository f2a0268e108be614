"""What a notebook keeps of a map for documents that run no scripts."""

from __future__ import annotations

import base64
import io

import pytest
from IPython.core.formatters import DisplayFormatter
from PIL import Image

import geo
from geo.errors import InputError
from geo.page import render_map
from tests.decided import Archive
from tests.sample_view import sample_view


def test_a_map_shows_itself_as_a_page_and_as_a_png(shipped: Archive) -> None:
    shown, how = DisplayFormatter().format(geo.map_of(shipped.plain))
    assert "<iframe" in shown["text/html"]
    picture = Image.open(io.BytesIO(base64.b64decode(shown["image/png"])))
    assert picture.format == "PNG" and picture.height > picture.width > 1000
    assert how["image/png"] == {"width": 700}


@pytest.mark.parametrize("still", [None, "not installed"])
def test_without_a_picture_the_page_is_shown(still: str | None) -> None:
    def refuse() -> bytes:
        raise InputError("Pictures need pillow")

    shown, _ = DisplayFormatter().format(render_map(sample_view(), still=refuse if still else None))
    assert "<iframe" in shown["text/html"] and "image/png" not in shown
