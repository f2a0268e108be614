"""What goes into the page beside our own: scripts, styles, HTML of a user, what folium's layers need."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from geo.page.assets import FOLDER, PACKAGE, left_out_style, own_file
from geo.page.minifying import minified_script

SAID_ONLINE = (
    "This page asks other servers for map tiles or files when it is opened; they learn who opens it and when."
)
_PINS = {
    "red": "#d63e2a", "darkred": "#a13336", "lightred": "#ff8e7f", "orange": "#f69730", "beige": "#ffcb92",
    "green": "#72b026", "darkgreen": "#728224", "lightgreen": "#bbf970", "blue": "#38aadd",
    "darkblue": "#00669e", "lightblue": "#8adaff", "purple": "#d252b9", "darkpurple": "#5b396b",
    "pink": "#ff91ea", "cadetblue": "#436978", "white": "#fbfbfb", "gray": "#575757",
    "lightgray": "#a3a3a3", "black": "#303030",
}  # fmt: skip
"""Colours of folium's icons."""


@dataclass(frozen=True)
class Guests:
    """What goes into the page beside our own."""

    script: str = ""
    styles: tuple[str, ...] = ()
    html: str = ""
    """Of the user, as it is; it stands first in the body."""
    online: bool = False
    files: tuple[tuple[str, str], ...] = ()
    """(css or js, address) that an online page loads before the script."""

    @property
    def whole_script(self) -> str:
        """Shims for what folium expects of a page, the files, then the layers; empty if there are none."""
        if not self.script:
            return ""
        return f"{_shims()}\nload({json.dumps(self.files)},()=>{{{self.script}\n}});"

    @property
    def all_styles(self) -> tuple[str, ...]:
        """Leaflet's rules for popups and layer controls, where there are layers, and the user's own."""
        return (*([left_out_style()] if self.script else []), *self.styles)

    @property
    def policy(self) -> str:
        """What the policy of the page says more: styles in attributes, where there is HTML of the user."""
        return "style-src-attr 'unsafe-inline'; " if (self.html or self.script) and not self.online else ""


NOBODY = Guests()
"""A page as it comes."""


@cache
def _shims() -> str:
    """What layers of folium expect of a page, as a script."""
    given = f"const MARKER={json.dumps(_marker())},PINS={json.dumps(_PINS)};"
    return f"{given}\n{minified_script(own_file('guests.js'))}"


@cache
def _marker() -> dict[str, str]:
    """Leaflet's own marker as addresses that load nothing."""
    names = {"iconUrl": "marker-icon", "iconRetinaUrl": "marker-icon-2x", "shadowUrl": "marker-shadow"}
    return {option: _address(f"{name}.png") for option, name in names.items()}


def _address(name: str) -> str:
    """One of Leaflet's pictures as a data address."""
    content = resources.files(PACKAGE).joinpath(FOLDER, "images", name).read_bytes()
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"
