"""Files packed with gzip or Zstandard: to what is in them, whole or piece by piece, up to a limit of size."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from geo.articles.kinds import Kind
from geo.errors import InputError

LARGEST = 500_000_000
"""Bytes that a packed file may unpack to."""
_PIECE = 1024
"""Bytes of Zstandard that are unpacked at once; they may become 30 MB."""
_PIECE_GZIP = 1_000_000
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
    out = bytearray()
    for piece in pieces(BytesIO(content), kind):
        out += piece
        if len(out) > largest:
            raise InputError(f"it unpacks to more than {largest // 1_000_000} MB; unpack and split it")
    if out[_TAR] == b"ustar":
        raise InputError("it is a packed folder (tar); unpack it and name the folder")
    return bytes(out)


def pieces(source: BinaryIO, kind: Kind) -> Iterator[bytes]:
    """What a packed file holds, in pieces of at most some megabytes; errors are those of `unpacked`."""
    return _gzip(source) if kind == "gzip" else _zstandard(source)


def _gzip(source: BinaryIO) -> Iterator[bytes]:
    """What is packed with gzip."""
    from gzip import GzipFile

    try:
        with GzipFile(fileobj=source) as file:
            while piece := file.read(_PIECE_GZIP):
                yield piece
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged("gzip", error) from None


def _zstandard(source: BinaryIO) -> Iterator[bytes]:
    """What is packed with Zstandard, frame after frame."""
    try:
        import zstandard
    except ImportError:
        raise InputError(
            'it is packed with Zstandard; unpack it, or install: pip install "factorymap[zstd]"'
        ) from None
    frame = zstandard.ZstdDecompressor().decompressobj()
    try:
        while piece := source.read(_PIECE):
            while piece:
                if frame.eof:
                    frame = zstandard.ZstdDecompressor().decompressobj()
                if inside := frame.decompress(piece):
                    yield inside
                piece = frame.unused_data if frame.eof else b""
    except zstandard.ZstdError as error:
        raise _damaged("zstandard", error) from None
    if not frame.eof:
        raise _damaged("zstandard", "it ends too early")


def _damaged(kind: Kind, error: object) -> InputError:
    return InputError(f"it is packed ({kind}) and damaged ({error}); fetch or pack it again")
