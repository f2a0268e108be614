"""Where a map will be published."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from geo.errors import InputError

PAGE = "map.html"
"""Name of the page in the folder of a build."""


def page_address(written: str) -> str:
    """
    The address of the page: as it is written if it ends in .html, else of `PAGE` in that folder.

    Empty stays empty. InputError if it is no absolute address of the web.
    """
    if not written:
        return ""
    try:
        parts = urlsplit(written)
        host = parts.hostname
    except ValueError:
        parts, host = urlsplit(""), None
    is_plain = written.isprintable() and not set(written) & set(" \"'<>\\^`{|}")
    if parts.scheme not in ("http", "https") or not host or not is_plain:
        raise InputError(
            f"{written!r} is no address of the web. Write it whole, as https://example.org/maps/."
        )
    path = parts.path if parts.path.endswith((".html", ".htm")) else f"{parts.path.rstrip('/')}/{PAGE}"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
