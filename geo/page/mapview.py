"""
The map as a `folium.Map` that brings its own document.

folium writes text of the data into scripts and HTML, and loads its libraries from the network. This
subclass keeps what is useful of it (saving, notebooks, bounds, vector layers that a user adds) and replaces
the rest by the page of `geo.page.page`.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import folium
from branca.element import Element, Figure, Link
from folium.raster_layers import VideoOverlay
from jinja2 import Template

from geo.errors import InputError
from geo.page.embedding import following_script
from geo.page.page import document, view_bounds
from geo.view import MapView

UNTRUSTED = "Notebooks show maps once they are trusted: File, Trust Notebook."
FRAME_HEIGHT_PX = 780
"""Height of the frame that shows the page in a notebook, until the page says how high it is."""


def render_map(view: MapView) -> CountyMap:
    """
    Make the map page of a view.

    The result is a folium map: `.save(path)` writes the page, `.get_root().render()` returns it, and it shows
    itself in a notebook. The same view gives the same bytes.
    """
    return CountyMap(view)


class CountyMap(folium.Map):
    """
    County polygons coloured by stage, with everything that was announced, as one offline page.

    Vector layers can be added as to any folium map (`folium.PolyLine`, `Polygon`, `CircleMarker`, `GeoJson`);
    what folium writes for them runs as a script in the page, so never give them text of articles. Elements
    that load files (icons, tiles, plugins) or need jQuery (popups) raise InputError when the page is made.
    """

    _template = Template("")

    def __init__(self, view: MapView) -> None:
        self.view = view
        self.bounds = view_bounds(view)
        (south, west), (north, east) = self.bounds
        super().__init__(location=[(south + north) / 2, (west + east) / 2], zoom_start=7, tiles=None)
        self.default_js, self.default_css = [], []
        self._page = _Page()
        self._page.add_child(self)

    def get_name(self) -> str:
        """Name of the map's element and of its variable in the page; the same in every page."""
        return "factorymap"

    def fit_bounds(self, bounds: Sequence[Sequence[float]], *_: Any, **__: Any) -> None:
        """Open at these bounds, [[south, west], [north, east]] in degrees, instead of the country's."""
        (south, west), (north, east) = bounds
        self.bounds = [[south, west], [north, east]]

    def _get_self_bounds(self) -> list[list[float | None]]:
        """The bounds that the page opens at, for `get_bounds`."""
        return [list(corner) for corner in self.bounds]

    def _repr_html_(self, **kwargs: Any) -> str:
        """The page in a frame, for notebooks."""
        return self._page._repr_html_(**kwargs)


class _Page(Figure):
    """The document around a county map, in place of the one that folium would write."""

    def render(self, **kwargs: Any) -> str:
        """The whole page."""
        (county_map,) = self._children.values()
        assert isinstance(county_map, CountyMap)
        return document(county_map.view, county_map.bounds, self._script_of_layers(county_map))

    def _script_of_layers(self, county_map: CountyMap) -> str:
        """What folium writes for layers that a user has added; InputError if the page could not run it."""
        for part in (self.header, self.html, self.script):
            part._children.clear()
        county_map.render()  # type: ignore[no-untyped-call]
        _check_layers(_descendants(county_map), self.header)
        if self.script._children and county_map.view["lite"]:
            raise InputError("A lite map has no Leaflet, which layers of folium need. Leave out `lite`.")
        return "\n".join(str(element.render()) for element in self.script._children.values())

    def _repr_html_(self, **kwargs: Any) -> str:
        """
        The page in a frame that may run its scripts, save files and open links; as high as the page.

        A notebook that is not trusted drops the frame, which leaves the words beneath it.
        """
        return (
            f'<div style="position:relative"><p style="position:absolute;top:0">{UNTRUSTED}</p>'
            f"<script>{following_script()}</script>"
            f'<iframe title="Map" width="100%" height="{FRAME_HEIGHT_PX}" style="border:0;position:relative" '
            'sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" '
            f'srcdoc="{escape(self.render(**kwargs))}"></iframe></div>'
        )


def _check_layers(layers: Sequence[Element], header: Element) -> None:
    """Refuse what cannot work in a page without network and without jQuery."""
    if any(isinstance(layer, folium.Popup) for layer in layers):
        raise InputError("folium.Popup needs jQuery, which the map page does not have. Use a tooltip.")
    for kind in (folium.TileLayer, VideoOverlay):
        if any(isinstance(layer, kind) for layer in layers):
            raise InputError(f"folium's {kind.__name__} needs a network, which the map page does not ask.")
    for name, element in header._children.items():
        if isinstance(element, Link):
            raise InputError(
                f"{name!r} would be loaded from {element.url}, but the map page works without a network. Use "
                "layers that need no files: folium.PolyLine, Polygon, CircleMarker, GeoJson."
            )


def _descendants(element: Element) -> list[Element]:
    """Everything below an element of folium."""
    children = list(element._children.values())
    return children + [deeper for child in children for deeper in _descendants(child)]
