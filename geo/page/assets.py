"""
Leaflet's script and style, read from an installed package and checked before they go into a page.

The package is django-js-lib-leaflet, which carries the files of Leaflet 1.9.4 as they were published. A page
embeds them, so a file that is missing or changed is an error here and not a blank map later.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from geo.errors import DataError
from geo.page.minifying import minified_script, minified_style, with_short_names
from geo.page.modules import joined
from geo.page.pruning import pruned
from geo.view import css_variables

PACKAGE = "js_lib_leaflet"
FOLDER = "static/js_lib_leaflet"
SHA256 = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
}
"""File -> hash of it in Leaflet 1.9.4 (BSD-2-Clause, Volodymyr Agafonkin and CloudMade)."""

STYLES = ("style", "frame", "paper")
"""The page's own style sheets."""

GIVEN = frozenset(
    (
        *"Array Boolean Intl JSON Map Math Number Object Set String encodeURIComponent".split(),
        *"Blob ResizeObserver URL URLSearchParams document history location navigator window L".split(),
        *"requestAnimationFrame clearInterval clearTimeout setInterval setTimeout".split(),
    )
)
"""What the browser gives to the page's modules, and Leaflet; its other names are said with `window.`"""

_UNUSED = re.compile(r"popup|url\(|control-(layers|attribution|zoom)|-cluster|behavior:|progid")
_UNUSED_NAME = re.compile(r"marker|shadow|tile|image-layer|div-icon|vml|safari|bar a|attribution|canvas")
_OF_GUESTS = re.compile(rf"popup|control-layers|{_UNUSED_NAME.pattern}")
_PICTURE = re.compile(r"url\(([\w/.-]+\.png)\)")
_SOURCE_MAP = "\n//# sourceMappingURL=leaflet.js.map"
_REMEDY = "Install it again: pip install --force-reinstall 'django-js-lib-leaflet==1.9.4.1'"


@cache
def leaflet_script(whole: bool = False) -> str:
    """
    Leaflet's script, without what the page cannot use by itself; `whole` where layers of a user are added.

    Nor with the comment that points developer tools to a file that is not there.
    """
    script = _checked("leaflet.js").replace(_SOURCE_MAP, "")
    return script if whole else pruned(script)


@cache
def leaflet_style() -> str:
    """Leaflet's style sheet, without comments and rules for what the page cannot have (images, popups)."""
    rules = re.findall(
        r"([^{}]+)\{([^{}]*)\}", re.sub(r"(?s)/\*.*?\*/|@media.*", "", _checked("leaflet.css"))
    )
    kept = (
        f"{','.join(used)}{{{body}}}"
        for names, body in rules
        if not _UNUSED.search(f"{names}{body}")
        and (used := [name for name in names.split(",") if not _UNUSED_NAME.search(name)])
    )
    return re.sub(r"-(?:webkit|moz|ms)-[^;}]+;?", "", minified_style("".join(kept)))


@cache
def left_out_style() -> str:
    """The rules that `leaflet_style` leaves out and layers of a user need: popups, control of layers."""
    rules = re.findall(
        r"([^{}]+)\{([^{}]*)\}", re.sub(r"(?s)/\*.*?\*/|@media.*", "", _checked("leaflet.css"))
    )
    kept = (
        f"{','.join(used)}{{{_PICTURE.sub(_embedded, body)}}}"
        for names, body in rules
        if not re.search("behavior:|progid", body)
        and (used := [name for name in names.split(",") if _OF_GUESTS.search(name)])
    )
    return minified_style("".join(kept))


def _embedded(found: re.Match[str]) -> str:
    """A picture of Leaflet's within its style sheet."""
    content = resources.files(PACKAGE).joinpath(FOLDER, found[1]).read_bytes()
    return f"url(data:image/png;base64,{base64.b64encode(content).decode()})"


@cache
def later_script() -> str:
    """What runs before the other scripts: it lets them begin after the first paint."""
    return minified_script(own_file("app/later.js"))


def after_first_paint(script: str) -> str:
    """A script that begins after the first paint and after those before it; its variables are its own."""
    return f"afterFirstPaint(()=>{{{script}\n}});"


@cache
def app_script(lite: bool = False, more: tuple[str, ...] = ()) -> str:
    """
    The page's own script: the modules of `app/` in one scope, with short names, without comments and white
    space. They begin at one of two entries: that which moves the map by Leaflet, or for a lite page the one
    that does without. `more` are modules for what only some pages have.
    """
    entry = "main_lite.js" if lite else "main.js"
    script = with_short_names(joined(entry, script_module, more), GIVEN)
    return f'"use strict";(()=>{{\n{_without_last(minified_script(script))}}})();'


def _without_last(script: str) -> str:
    """A script without the semicolons and commas that stand before a brace; no text in it has such a pair."""
    return re.sub(r"[;,](?=\})", "", script)


def script_module(name: str) -> str:
    """A module of the page's script."""
    return own_file(f"app/{name}")


@cache
def page_style(more: tuple[str, ...] = ()) -> str:
    """
    The page's own style sheets, without comments and white space, under the colours of each theme; `more` are
    those for what only some pages have.
    """
    light = css_variables("light").splitlines()
    dark, paper = (
        "".join(line for line in css_variables(theme).splitlines() if line not in light)
        for theme in ("dark", "print")
    )
    themes = (
        f":root{{{''.join(light)}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"@media print{{:root{{{paper}}}}}"
    )
    return minified_style(themes + "".join(own_file(f"{name}.css") for name in (*STYLES, *more)))


def own_file(name: str) -> str:
    """A file of this folder as text."""
    return _plain_newlines(resources.files("geo.page").joinpath(name).read_text(encoding="utf-8"))


def _plain_newlines(text: str) -> str:
    """The text as a browser hashes it: a parser of HTML turns CR LF into LF."""
    return text.replace("\r\n", "\n")


def _checked(name: str) -> str:
    """The text of one of Leaflet's files; DataError if it is missing or not the one that was reviewed."""
    raw = _read(name)
    found = hashlib.sha256(raw).hexdigest()
    if found != SHA256[name]:
        raise DataError(f"{name!r} of {PACKAGE} has sha256 {found}, not {SHA256[name]}. {_REMEDY}")
    return _plain_newlines(raw.decode("utf-8"))


def _read(name: str) -> bytes:
    """The bytes of one of Leaflet's files."""
    try:
        return resources.files(PACKAGE).joinpath(FOLDER, name).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise DataError(f"{name!r} of Leaflet was not found in package {PACKAGE}. {_REMEDY}") from error
