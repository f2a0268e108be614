"""How large a file and how long an article may be: what is beyond is told and not read."""

from __future__ import annotations

from pathlib import Path

from geo.errors import InputError

MEGABYTE = 1_000_000
LARGEST_FILE = 50
"""Megabytes of a text or a table."""
LARGEST_PAGE = 10
"""Megabytes of a saved web page, which takes many times its size to take apart."""
LONGEST_ARTICLE = 2_000_000
"""Code points of an article."""


def read_whole(path: Path, megabytes: int) -> bytes:
    """The bytes of a file; InputError if there are too many, before they are read."""
    if path.stat().st_size > megabytes * MEGABYTE:
        raise InputError(
            f"it is larger than {megabytes} MB; cut it into several files, or raise the limit with --max-size"
        )
    return path.read_bytes()


def check_size(content: bytes) -> bytes:
    """What came through a pipe; InputError if it is too much."""
    if len(content) > LARGEST_FILE * MEGABYTE:
        raise InputError(f"it is larger than {LARGEST_FILE} MB; cut it into several files")
    return content


def too_long(text: str) -> str:
    """What is wrong with a text, and what to try; empty if nothing is."""
    if len(text) <= LONGEST_ARTICLE:
        return ""
    return f"has {len(text):,} characters, more than the {LONGEST_ARTICLE:,} of one article; cut it up"
