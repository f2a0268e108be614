"""The map inside other pages, apart from the page: the snippet that embeds it, an example that uses it."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, Template
from markupsafe import Markup

from geo.page.assets import own_file
from geo.page.policy import policy_of
from geo.text import readable

MAP_FILE = "map.html"
"""What the snippet embeds, from the same folder."""
STYLE = "body { margin: 0 auto; max-width: 1200px; padding: 16px; font: 16px/1.5 system-ui, sans-serif; }"
"""Of the example."""


def snippet(title: str, source: str = MAP_FILE) -> Markup:
    """HTML that embeds a map in a frame as high as the map, in any page that may run scripts."""
    return Markup(_template("snippet.html").render(title=title, src=source, follow=following_script()))


def following_script() -> Markup:
    """The script that makes every frame of a page as high as the map in it."""
    return Markup(own_file("follow.js"))


def embed_page(title: str, generator: str, source: str = MAP_FILE) -> str:
    """A whole page that embeds the map lying beside it."""
    title, generator = readable([title, generator])
    return _template("embed.html").render(
        title=title,
        generator=generator,
        src=source,
        snippet=snippet(title, source).rstrip(),
        style=STYLE,
        policy=policy_of([STYLE], [f"\n{following_script()}"], "frame-src 'self' file:; "),
    )


@cache
def _template(name: str) -> Template:
    """A template of this folder; text that goes into it is escaped."""
    return Environment(autoescape=True, keep_trailing_newline=True).from_string(own_file(name))
