"""What a PNG says of itself: how many dots an inch has, its title and what it shows (PNG, 11.3)."""

from __future__ import annotations

from collections.abc import Mapping
from struct import pack
from zlib import crc32

HEAD = 33
"""Bytes of a PNG up to the end of its first chunk, after which these stand."""
METRES_PER_INCH = 0.0254


def with_facts(png: bytes, dots_per_inch: float, texts: Mapping[str, str]) -> bytes:
    """A PNG with its dots per inch and its texts by keyword."""
    per_metre = round(dots_per_inch / METRES_PER_INCH)
    chunks = _chunk(b"pHYs", pack(">IIB", per_metre, per_metre, 1))
    for keyword, text in texts.items():
        chunks += _chunk(b"iTXt", keyword.encode("latin-1") + bytes(5) + text.encode())
    return png[:HEAD] + chunks + png[HEAD:]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + kind + content + pack(">I", crc32(kind + content))
