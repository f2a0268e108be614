"""The desk: a page on this machine where a person settles what the machine is unsure of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.desk.state import Desk, open_desk

if TYPE_CHECKING:
    from geo.desk.serving import serve

__all__ = [
    "Desk",
    "open_desk",
    "serve",
]

# The web server is an extra, loaded by who asks for it.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """What serves the page."""
        if name == "serve":
            from geo.desk.serving import serve

            return serve
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
