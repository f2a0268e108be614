"""
Text of the page as short as it can be while it waits: deflated, in letters that can stand in any element.

`app/later.js` unpacks it before the other scripts begin. Only data is packed; every script stands in the page
as it runs.
"""

from __future__ import annotations

import base64
import zlib

from markupsafe import Markup


def packed(text: str) -> Markup:
    """A text as Base64 of its raw deflate stream, the same for the same text."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return Markup(base64.b64encode(squeezer.compress(text.encode("utf-8")) + squeezer.flush()).decode())


def unpacked(letters: str) -> str:
    """The text that was packed."""
    return zlib.decompress(base64.b64decode(letters), -15).decode("utf-8")
