"""Files packed with gzip or Zstandard: to what is in them, up to a limit of size."""

from __future__ import annotations

import gzip
import zlib
from io import BytesIO

from geo.articles.kinds import Kind
from geo.errors import InputError

LARGEST = 500_000_000
"""Bytes that a packed file may unpack to."""
_PIECE = 1024
"""Bytes of Zstandard that are unpacked at once; they may become 30 MB."""
_TAR = slice(257, 262)


def is_packed(kind: Kind) -> bool:
    """Whether a file of this kind is to be unpacked before it is read."""
    return kind in ("gzip", "zstandard")


def unpacked(content: bytes, kind: Kind, *, largest: int = LARGEST) -> bytes:
    """
    What a packed file holds.

    Raises
    ------
    InputError
        If it is damaged, holds more than `largest` bytes or a whole folder, or the library for it is missing.
    """
    inside = _gzip(content, largest) if kind == "gzip" else _zstandard(content, largest)
    if len(inside) > largest:
        raise InputError(f"it unpacks to more than {largest // 1_000_000} MB; unpack and split it")
    if inside[_TAR] == b"ustar":
        raise InputError("it is a packed folder (tar); unpack it and name the folder")
    return inside


def _gzip(content: bytes, largest: int) -> bytes:
    """What is packed with gzip, up to a byte more than the limit."""
    try:
        with gzip.GzipFile(fileobj=BytesIO(content)) as file:
            return file.read(largest + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged("gzip", error) from None


def _zstandard(content: bytes, largest: int) -> bytes:
    """What is packed with Zstandard, frame after frame, up to a little more than the limit."""
    try:
        import zstandard
    except ImportError:
        raise InputError(
            'it is packed with Zstandard; unpack it, or install: pip install "factorymap[zstd]"'
        ) from None
    source, out = BytesIO(content), bytearray()
    frame = zstandard.ZstdDecompressor().decompressobj()
    try:
        while len(out) <= largest and (piece := source.read(_PIECE)):
            while piece:
                if frame.eof:
                    frame = zstandard.ZstdDecompressor().decompressobj()
                out += frame.decompress(piece)
                piece = frame.unused_data if frame.eof else b""
    except zstandard.ZstdError as error:
        raise _damaged("zstandard", error) from None
    if not frame.eof and len(out) <= largest:
        raise _damaged("zstandard", "it ends too early")
    return bytes(out)


def _damaged(kind: Kind, error: object) -> InputError:
    return InputError(f"it is packed ({kind}) and damaged ({error}); fetch or pack it again")
