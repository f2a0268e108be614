"""Options of every command that draws a map, handed to it as one record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import click

from geo.cli.common import say
from geo.errors import InputError
from geo.models import LANGUAGES

_WORDS = (
    click.option("--title", metavar="TEXT", default="", help="Title of the map."),
    click.option("--subtitle", metavar="TEXT", default="", help="Line under the title."),
    click.option("--headline", metavar="TEXT", default="", help="What the map says first."),
    click.option("--takeaway", metavar="TEXT", default="", help="The sentence under it."),
    click.option("--byline", metavar="TEXT", default="", help="Whose map it is."),
    click.option(
        "--note", "notes", metavar="TEXT", multiple=True, help="Note under the map; may be repeated."
    ),
    click.option(
        "--language",
        type=click.Choice(tuple(LANGUAGES)),
        help="Language that the map opens in; else that of the reader's browser.",
    ),
    click.option("--since", metavar="DATE", default="", help="Leave out what was before: 2025, 2025-03 ..."),
    click.option(
        "--until", metavar="DATE", default="", help="Leave out what came after; the map of that day."
    ),
    click.option(
        "--style",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        help="Your own fonts, colours, logo and credits (TOML); see docs/style.md.",
    ),
    click.option(
        "--address",
        metavar="URL",
        default="",
        help="Where the map will be published: the address of its folder, as https://example.org/maps/.",
    ),
    click.option(
        "--story",
        metavar="FILE",
        default="",
        help="Captions with views, step by step: a TOML file, see docs/map.md.",
    ),
)
_SHAPES = (
    click.option(
        "--dpi", metavar="N", type=float, help="Dots per inch of a PNG; 300 on paper unless said otherwise."
    ),
    click.option("--width", metavar="PIXELS", type=int, help="Pixels across a PNG, in place of --dpi."),
    click.option(
        "--map-only",
        "parts",
        flag_value="map",
        default=None,
        help="The picture has the map alone, without words.",
    ),
    click.option(
        "--map-and-legend",
        "parts",
        flag_value="legend",
        help="The picture has the map, legend and credits alone.",
    ),
    click.option("--lite", is_flag=True, help="A smaller page, without Leaflet."),
    click.option("--compact", is_flag=True, help="A small map for the text of another page."),
)
_NAMES = (
    *("title", "subtitle", "headline", "takeaway", "byline", "notes", "language", "since", "until"),
    *("lite", "compact", "address", "style", "story"),
)
"""Fields of `MapOptions`."""
_OF_PICTURES = ("size", "dpi", "width", "parts")
"""Fields of `PictureOptions`."""


_LAYERS = (
    click.option(
        "--points",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        help="Sites with coordinates to mark: a table with the columns lat and lon, or GeoJSON.",
    ),
    click.option(
        "--context",
        metavar="FILE",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False),
        help="GeoJSON to draw for orientation, such as rivers or roads; may be repeated.",
    ),
)


def layer_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options for what is drawn beside the counties."""
    for option in reversed(_LAYERS):
        option(command)
    return command


def map_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options; the command gets them as `options`, a `MapOptions`."""
    return _with_record(command, (*_WORDS, *_SHAPES))


def page_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add those that say what a map tells, of when, and where it is published."""
    return _with_record(command, _WORDS)


def _with_record(command: Callable[..., None], options: Sequence[Callable[..., Any]]) -> Callable[..., None]:
    """Add options, which the command gets as one record."""

    @wraps(command)
    def with_record(**values: Any) -> None:
        from geo.view import MapOptions, PictureOptions, Style, read_story

        given = {name: values.pop(name) for name in _NAMES if name in values}
        of_picture = {name: values.pop(name) for name in _OF_PICTURES if name in values}
        try:
            picture = PictureOptions(
                **{name: value for name, value in of_picture.items() if value is not None}
            )
            given["story"] = read_story(given["story"]) if given["story"] else ()
            given["language"] = given["language"] or ""
            record = MapOptions(**given, picture=picture)
        except InputError as error:
            raise click.UsageError(str(error)) from error
        if isinstance(record.style, Style):
            for doubt in record.style.doubts:
                say(f"{record.style.file}: {doubt}")
        command(options=record, **values)

    for option in reversed(options):
        option(with_record)
    return with_record
