"""`factorymap draw`: the map of somebody's own table."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.cli.common import INCOMPLETE, counted, say, strict_option
from geo.cli.mapoptions import layer_options, map_options

if TYPE_CHECKING:
    from geo.view import MapOptions


_PAGES, _PICTURES = (".html", ".htm"), (".png", ".svg", ".pdf")


def _target(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """The file, if a page or a picture can be written there."""
    if value.suffix.lower() not in (*_PAGES, *_PICTURES):
        raise click.BadParameter(f"'{value}': name a file that ends in .html, or in .png, .svg, .pdf.")
    if value.is_dir():
        raise click.BadParameter(f"'{value}' is a folder. Name a file in it.")
    return value


def _columns(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Role -> name of its column."""
    named = {}
    for value in values:
        role, equals, name = value.partition("=")
        if not (equals and role.strip() and name.strip()):
            raise click.BadParameter(f"{value!r} is not ROLE=NAME, such as place=Kreis.")
        named[role.strip()] = name
    return named


@click.command()
@click.argument("table", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    callback=_target,
    help="Page to write (.html), or picture (.png, .svg, .pdf); its folder is made.",
)
@click.option("--sheet", metavar="NAME", help="Sheet of a workbook that has several.")
@click.option(
    "--column",
    "columns",
    metavar="ROLE=NAME",
    multiple=True,
    callback=_columns,
    help="Column that is not known by its name; may be repeated.",
)
@click.option(
    "--ignore",
    metavar="NAME",
    multiple=True,
    help="Column that is not read, whatever it is called; may be repeated.",
)
@click.option(
    "--words",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Your own words for facilities and stages: CSV with the columns word,means.",
)
@click.option("--facility", metavar="WORD", default="", help="What is built in rows that do not say it.")
@click.option("--stage", metavar="WORD", default="", help="Stage of rows that do not say it.")
@click.option(
    "--boundaries",
    metavar="FILE",
    type=click.Path(exists=True),
    help="County boundaries (ADM2) in place of the shipped ones, as for build.",
)
@layer_options
@strict_option
@click.option(
    "--size",
    metavar="SIZE",
    help="Size of a picture: a4, a4-landscape, 16:9, 1:1, 4:5, 180x120mm, 1200x630px.",
)
@map_options
def draw(
    table: str,
    target: Path,
    sheet: str | None,
    columns: dict[str, str],
    ignore: tuple[str, ...],
    words: str | None,
    facility: str,
    stage: str,
    boundaries: str | None,
    points: str | None,
    context: tuple[str, ...],
    strict: bool,
    options: MapOptions,
) -> None:
    """
    Draw the map of a table of announcements.

    TABLE is CSV, Excel (.xlsx) or GeoJSON; one row is one project with a column for the date of each stage,
    or one stage with its date. Columns are known by usual names in English and Korean, or named with
    --column. Roles:

    \b
    place, province, pcode   county in any spelling, and what helps to settle it
    facility                 hospital, regional-industry factories, 병원 ...
    stage, date              groundbreaking, completed, 준공, cancelled ...; 2024-02-28, 2024년 2월, Q3 2025
    planned, groundbreaking, under_construction, inspection, completed, operating,
    cancelled, postponed, stopped, denied
                             date of each stage or setback, in place of stage and date
    campaign                 year, if the dates do not give it
    source, url, published   who says so, where and when
    origin                   whose claim that is: state media, imagery ...
    lat, lon, coordinates    where it is in WGS84 degrees: marked, never used to find the county
    quote, note              words of the source, or your own

    Every row is drawn, listed without a place, or refused, each with its reason; nothing is guessed. The
    announcements.csv and announcements.geojson of a build can be drawn, too. Without a row that can be
    drawn no file is written, and the exit code is 1.

    \b
    Example:
        factorymap draw sites.xlsx -o map.html
        factorymap draw sites.csv --column place=Kreis --facility hospital -o map.png
        factorymap draw sites.csv --words words.csv --ignore Type --strict -o map.html
    """
    from geo.boundaries import ground_of
    from geo.own_table import doubt_lines, read_announcements, read_points, table_lines, write_map
    from geo.view import ON_A4

    if target.suffix.lower() in _PAGES and options.picture != ON_A4:
        raise click.UsageError("Size, dpi, width and parts are those of a picture: name one, as -o map.png.")

    read = read_announcements(
        table, sheet=sheet, columns=columns, ignore=ignore, facility=facility, stage=stage, words=words
    )
    beside = read_points(points) if points else None
    ground = ground_of(boundaries)
    if beside:
        read = replace(read, points=(*read.points, *beside.points))
    told = (table_lines(read), table_lines(beside) if beside else (), doubt_lines(read.points, ground))
    for line in chain(*told):
        say(line)
    written = write_map(read, target, boundaries=ground, options=options, context=context)
    say(f"{counted(len(read.announcements), 'announcement')}. Open this file:")
    click.echo(written)
    if strict and (left := len(read.rows) - read.counts["drawn"]):
        say(f"--strict: {counted(left, read.word)} of {len(read.rows)} not drawn; exit code {INCOMPLETE}.")
        raise click.exceptions.Exit(INCOMPLETE)
