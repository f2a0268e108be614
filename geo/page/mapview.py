"""
The map as a `folium.Map` that brings its own document.

folium writes text of the data into scripts and HTML, and loads its libraries from the network. This
subclass keeps what is useful of it (saving, notebooks, bounds, vector layers that a user adds) and replaces
the rest by the page of `geo.page.page`.
"""

from __future__ import annotations

from base64 import b64encode
from collections import OrderedDict
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import folium
from branca.element import Element, Figure
from jinja2 import Template

from geo.errors import InputError
from geo.page.embedding import following_script
from geo.page.guestlist import guests_of
from geo.page.guests import Guests
from geo.page.page import document, view_bounds
from geo.view import MapView

UNTRUSTED = "Notebooks show maps once they are trusted: File, Trust Notebook."
FRAME_HEIGHT_PX = 780
"""Height of the frame that shows the page in a notebook, until the page says how high it is."""
STILL_WIDTH_PX = 700
"""Width at which a notebook shows the PNG."""


def render_map(view: MapView, *, online: bool = False, still: Callable[[], bytes] | None = None) -> CountyMap:
    """
    Make the map page of a view; an `online` one may ask other servers, and says so to its readers.

    `still` draws the same as a PNG, for documents that run no scripts; it may raise InputError.

    The result is a folium map: `.save(path)` writes the page, `.get_root().render()` returns it, and it shows
    itself in a notebook. The same view gives the same bytes.
    """
    return CountyMap(view, online=online, still=still)


class CountyMap(folium.Map):
    """
    County polygons coloured by stage, with everything that was announced, as one offline page.

    What folium users do works: markers, icons, popups, tooltips, vector layers, GeoJson, LayerControl, HTML,
    styles and scripts of `get_root()`, `explore(m=...)` without a legend, a place in another Figure. What
    folium writes for them runs as a script in the page, so never give them text of articles. Elements that
    load files (tiles, plugins, colour scales) raise InputError when the page is made, unless it is `online`.
    """

    _template = Template("")

    def __init__(
        self, view: MapView, *, online: bool = False, still: Callable[[], bytes] | None = None
    ) -> None:
        self.view = view
        self.online = online
        self._still = still
        self.bounds = view_bounds(view)
        (south, west), (north, east) = self.bounds
        super().__init__(location=[(south + north) / 2, (west + east) / 2], zoom_start=7, tiles=None)
        self.default_js, self.default_css = [], []
        self._page = _Page(self)

    def __repr__(self) -> str:
        """In one line."""
        return f"<{type(self).__name__}: {self.view['title']['en']}>"

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

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]
        """Write what folium writes for the layers; in a Figure of somebody else, the page in a frame."""
        root = self.get_root()
        if isinstance(root, _Page):
            super().render(**kwargs)  # type: ignore[no-untyped-call]
            return
        assert isinstance(root, Figure)
        parent = self._parent
        self._parent = self._page
        try:
            root.html.add_child(_Frame(self._page._repr_html_()), name=self.get_name())
        finally:
            self._parent = parent

    def _repr_html_(self, **kwargs: Any) -> str:
        """The page in a frame, for notebooks."""
        return self._page._repr_html_(**kwargs)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        """
        A PNG of the map beside the page, for documents without scripts (PDF, Word); layers of a user are
        not in it. Nothing where pictures are not installed.
        """
        try:
            png = self._still() if self._still else b""
        except InputError:
            png = b""
        if not png:
            return {}
        return {"image/png": b64encode(png).decode()}, {"image/png": {"width": STILL_WIDTH_PX}}


class _Frame(Element):
    """HTML that stands in a Figure as it is."""

    _template = Template("{{ this.html }}")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html


class _Page(Figure):
    """The document around a county map, in place of the one that folium would write."""

    def __init__(self, county_map: CountyMap) -> None:
        super().__init__()
        self._map = county_map
        self.add_child(county_map)

    def render(self, **kwargs: Any) -> str:
        """The whole page."""
        return document(self._map.view, self._map.bounds, self._guests())

    def _guests(self) -> Guests:
        """What a user has added to map and page; InputError if the page could not show it."""
        parts = (self.header, self.html, self.script)
        whole = [*parts, *(one for child in self._children.values() for one in (child, *_descendants(child)))]
        own = [OrderedDict(part._children) for part in whole]  # some elements grow when they are rendered
        try:
            for child in list(self._children.values()):
                child.render()
            header, html, script = (
                [one for name, one in part._children.items() if name not in _OF_FOLIUM] for part in parts
            )
            layers = [deeper for child in self._children.values() for deeper in _descendants(child)]
            guests = guests_of(layers, header, html, script, online=self._map.online)
        finally:
            for part, children in zip(whole, own, strict=True):
                part._children = children
        if guests.script and self._map.view["lite"]:
            raise InputError("A lite map has no Leaflet, which layers of folium need. Leave out `lite`.")
        return guests

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


_OF_FOLIUM = ("meta_http", "leaflet", "leaflet_css", "global_switches", "css_style", "map_style")
"""Names of what folium writes into every document."""


def _descendants(element: Element) -> list[Element]:
    """Everything below an element of folium, in popups too."""
    children = list(element._children.values())
    children += [element.html] if isinstance(element, folium.Popup) else []
    return children + [deeper for child in children for deeper in _descendants(child)]
