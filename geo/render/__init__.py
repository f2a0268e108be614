"""Draw the announcements: one self-contained page, made through folium."""

from geo.render.mapview import CountyMap, render_map

__all__ = ["CountyMap", "render_map"]
