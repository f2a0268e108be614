"""A view as one self-contained HTML page, made through folium, which is imported when a page is made."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.page.embedding import embed_page
    from geo.page.mapview import CountyMap, render_map

__all__ = ["CountyMap", "embed_page", "render_map"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A public name, from the module that defines it."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = "embedding" if name == "embed_page" else "mapview"
        return getattr(import_module(f"{__name__}.{module}"), name)
