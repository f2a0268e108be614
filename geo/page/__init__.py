"""A view as one self-contained HTML page, by itself or as a map of folium, imported for that only."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.page.embedding import embed_page
    from geo.page.guests import SAID_ONLINE
    from geo.page.mapview import CountyMap, render_map
    from geo.page.page import page_of

__all__ = ["SAID_ONLINE", "CountyMap", "embed_page", "page_of", "render_map"]

_MODULES = {"embed_page": "embedding", "SAID_ONLINE": "guests", "page_of": "page"}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A public name, from the module that defines it."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = _MODULES.get(name, "mapview")
        return getattr(import_module(f"{__name__}.{module}"), name)
