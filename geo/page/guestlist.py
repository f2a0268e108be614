"""
What a user adds to a map through folium, made fit for the page: scripts, styles, HTML, and what is refused.

folium writes its elements into head, body and script of a document of its own. Here they are taken apart, so
that the page's policy can name each of them. What would be loaded from elsewhere is refused, unless the user
said that the map may be `online`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import folium
from branca.colormap import ColorMap
from branca.element import CssLink, Element, IFrame, JavascriptLink, Link

from geo.errors import InputError
from geo.page.guests import Guests

ONLINE = "make the map with online=True, which lets the page ask other servers"
_STYLE = re.compile(r"(?is)<style\b[^>]*>(.*?)</style>")
_SCRIPT = re.compile(r"(?is)<script\b(?P<head>[^>]*)>(?P<text>.*?)</script>")
_SOURCE = re.compile(r"""(?i)\bsrc\s*=\s*["']?([^"'\s>]+)""")
_LINK = re.compile(r"""(?is)<link\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)[^>]*>""")
_HARMLESS = re.compile(r"(?is)<meta\b[^>]*>|<!--.*?-->|\s+")
_LOADED = re.compile(
    r"""(?i)(?:\bsrc\s*=\s*["']?|url\(["']?|(?:icon|shadow|retina|image)Url["']?\s*:\s*["'])(https?://[^"'\s)>]+)"""
)
_HANDLER = re.compile(r"(?i)<[a-z][^>]*\son\w+\s*=")


def guests_of(
    layers: Sequence[Element], header: Iterable[Element], html: Iterable[Element], script: Iterable[Element],
    *, online: bool,
) -> Guests:  # fmt: skip
    """
    What the elements of a user come to.

    InputError with the way out for what cannot work in a page that loads nothing.
    """
    refuse_layers(layers, online)
    styles: list[str] = []
    scripts: list[str] = []
    files: list[tuple[str, str]] = []
    for element in header:
        if isinstance(element, Link):
            files.append(("js" if isinstance(element, JavascriptLink) else "css", str(element.url)))
        elif not isinstance(element, CssLink):
            _take_apart(str(element.render()), styles, scripts, files)
    shown: list[str] = []
    for element in html:
        rest = str(element.render())
        scripts += [found["text"] for found in _SCRIPT.finditer(rest) if not _SOURCE.search(found["head"])]
        files += [
            ("js", src[1]) for found in _SCRIPT.finditer(rest) if (src := _SOURCE.search(found["head"]))
        ]
        styles += _STYLE.findall(rest)
        shown.append(_STYLE.sub("", _SCRIPT.sub("", rest)))
    drawn = [str(element.render()) for element in script]
    if not online:
        _refuse_requests(files, [*shown, *styles, *scripts, *drawn])
    if handler := next(filter(_HANDLER.search, shown), ""):
        raise InputError(
            f"The page runs no script in an attribute, such as in {handler.strip()[:60]!r}. Add a "
            "listener with get_root().script.add_child(folium.Element(...))."
        )
    whole = "\n".join([*drawn, *scripts])
    return Guests(whole, tuple(styles), "\n".join(shown), online, tuple(dict.fromkeys(files)))


def refuse_layers(layers: Sequence[Element], online: bool) -> None:
    """InputError for layers that load what an offline page cannot."""
    for layer in layers:
        if isinstance(layer, IFrame):
            raise InputError("A frame cannot be shown in the map page. Give the popup its HTML as text.")
        if isinstance(layer, folium.TileLayer | folium.WmsTileLayer) and not online:
            raise InputError(
                f"{type(layer).__name__} asks a server for tiles, but the map page works without a network. "
                f"Leave it out, or {ONLINE}: geo.make_map(..., online=True)."
            )
        if isinstance(layer, ColorMap) and not online:
            raise InputError(
                "A colour scale is drawn by a library from the network. Leave it out "
                "(explore(legend=False); for a Choropleth, draw a GeoJson with a style_function), "
                f"or {ONLINE}."
            )


def _take_apart(text: str, styles: list[str], scripts: list[str], files: list[tuple[str, str]]) -> None:
    """Sort what stands in a head; InputError for what is neither style, script nor file."""
    styles += _STYLE.findall(text)
    for found in _SCRIPT.finditer(text):
        source = _SOURCE.search(found["head"])
        if source:
            files.append(("js", source[1]))
        else:
            scripts.append(found["text"])
    rest = _SCRIPT.sub("", _STYLE.sub("", text))
    files += [("css", address) for address in _LINK.findall(rest)]
    if left := _HARMLESS.sub("", _LINK.sub("", rest)):
        raise InputError(
            f"{left[:60]!r} cannot stand in the head of the map page, which takes <style>, <script> and "
            "<meta>. The page's title is an option: geo.make_map(title=...)."
        )


def _refuse_requests(files: Sequence[tuple[str, str]], texts: Iterable[str]) -> None:
    """InputError for the first thing that would be loaded from elsewhere."""
    loaded = (found[1] for text in texts for found in _LOADED.finditer(text))
    address = next((url for _, url in files), "") or next(loaded, "")
    if address:
        name = address.rpartition("/")[2]
        raise InputError(
            f"{name!r} would be loaded from {address}, but the map page works without a network. Use "
            "elements that need no files (folium.Marker, Icon, Popup, Tooltip, PolyLine, Polygon, "
            f"CircleMarker, GeoJson, LayerControl; explore(legend=False)), or {ONLINE}."
        )
