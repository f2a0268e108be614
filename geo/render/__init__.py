"""Draw the announcements: one self-contained page, made through folium, and how a stage looks."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.render.mapview import CountyMap, render_map

__all__ = ["CountyMap", "render_map"]

if not TYPE_CHECKING:  # folium is slow to import, and who asks for a colour does not need it

    def __getattr__(name: str) -> object:
        """A public name of `geo.render.mapview`."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from geo.render import mapview

        return getattr(mapview, name)
