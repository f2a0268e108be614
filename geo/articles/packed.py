"""Files packed with gzip or Zstandard: to what is in them, up to a limit of size."""

from __future__ import annotations

import gzip
import zlib
from io import BytesIO
from typing import IO

from geo.articles.kinds import Kind
from geo.errors import InputError

LARGEST = 500_000_000
"""Bytes that a packed file may unpack to."""
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
    try:
        with gzip.GzipFile(fileobj=BytesIO(content)) if kind == "gzip" else _zstandard(content) as file:
            inside = file.read(largest + 1)
    except _damage() as error:
        raise InputError(f"it is packed ({kind}) and damaged ({error}); fetch or pack it again") from None
    if len(inside) > largest:
        raise InputError(f"it unpacks to more than {largest // 1_000_000} MB; unpack and split it")
    if inside[_TAR] == b"ustar":
        raise InputError("it is a packed folder (tar); unpack it and name the folder")
    return inside


def _zstandard(content: bytes) -> IO[bytes]:
    """A file to read from."""
    try:
        import zstandard
    except ImportError:
        raise InputError(
            'it is packed with Zstandard; unpack it, or install: pip install "factorymap[zstd]"'
        ) from None
    return zstandard.ZstdDecompressor().stream_reader(BytesIO(content), read_across_frames=True)


def _damage() -> tuple[type[Exception], ...]:
    """What is raised on damaged files."""
    errors = (OSError, EOFError, ValueError, zlib.error)
    try:
        from zstandard import ZstdError
    except ImportError:
        return errors
    return (*errors, ZstdError)
