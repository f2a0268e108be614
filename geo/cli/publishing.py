"""`factorymap publish`: articles in, a folder that any static host serves out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.cli.build import read_run
from geo.cli.common import (
    counted,
    end_strictly,
    line_between,
    max_size,
    say,
    strict_option,
    weights_option,
    writable_folder,
)
from geo.cli.mapoptions import page_options
from geo.models import STATED_FROM

if TYPE_CHECKING:
    from geo.view import MapOptions


@click.command()
@click.argument("folder", metavar="DIR", callback=writable_folder, type=click.Path(path_type=Path))
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, allow_dash=True))
@click.option(
    "--changes-since",
    metavar="FOLDER",
    type=click.Path(exists=True),
    help="Build or published folder that the feed tells the changes from; by default DIR as it is.",
)
@click.option(
    "--day",
    metavar="DAY",
    default="",
    help="Day of new entries of the feed, such as 2025-12-31; by default that of the newest page.",
)
@click.option(
    "--boundaries",
    "boundaries_file",
    metavar="FILE",
    type=click.Path(exists=True),
    help="County boundaries (ADM2) in place of the shipped ones, as for build.",
)
@click.option(
    "--decisions",
    "decisions_file",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="An analyst's decisions (CSV), as for build.",
)
@click.option(
    "--stated-from",
    metavar="P",
    default=STATED_FROM,
    show_default=True,
    type=float,
    callback=line_between,
    help="Confidence (0 to 1) from which an event counts, as for build.",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(("csv", "fgb", "geojson", "gpkg", "kmz", "parquet", "topojson", "xlsx")),
    multiple=True,
    help="Publish announcements, reports and counties in this format, too; may be repeated.",
)
@click.option(
    "--columns",
    type=click.Choice(("own", "cod")),
    default="own",
    show_default=True,
    help="Names of the columns in these formats: our own, or OCHA's (ADM2_PCODE ...).",
)
@weights_option
@max_size
@strict_option
@page_options
def publish(
    folder: Path,
    paths: tuple[str, ...],
    changes_since: str | None,
    day: str,
    boundaries_file: str | None,
    decisions_file: str | None,
    stated_from: float,
    formats: tuple[str, ...],
    columns: str,
    max_size: int | None,
    options: MapOptions,
    strict: bool,
) -> None:
    """
    Read articles and write a folder that any static host serves.

    PATH is what `build` takes; without it the articles that come with factorymap are read. DIR gets:

    \b
    index.html             the map
    compact.html           the small map for the text of another page; embed.html shows how
    counties/              a list of counties, and for each of which anything is said a page in English and
                           Korean, with its own address and preview picture
    announcements.csv, announcements.geojson, counties.geojson, and what --format adds
    datapackage.json       what these are (Frictionless)
    changes.atom           a feed: what changed since the last time DIR was published
    sitemap.xml            every page, for search engines; needs --address
    run.json               versions, counts and id of the build; nothing of this computer

    Everything opens from a disk, too. The files appear as one set, and pages of an earlier time that are no
    longer needed go with it. The feed keeps its older entries; with --changes-since it tells the changes from
    another build. Pictures need pip install 'factorymap[pictures]'.

    Without --address there is no sitemap, and the pages do not name their own addresses and preview pictures
    to those who show links to them.

    \b
    Example:
        factorymap publish public articles/ --address https://example.org/factories/
        factorymap publish public articles/ --decisions decisions.csv --format xlsx --format gpkg
        factorymap publish public articles/ --changes-since last-week/
    """
    from geo.boundaries import read_boundaries, report_lines
    from geo.extracting import ReadingOptions
    from geo.pictures import check_installed
    from geo.publishing import WITHOUT_ADDRESS, published_names
    from geo.publishing import publish as write
    from geo.text import sole_writer

    check_installed()
    with sole_writer(folder, published_names(formats, options.address)):
        ground = read_boundaries(boundaries_file) if boundaries_file else None
        for line in report_lines(ground) if ground else ():
            say(line)
        run = read_run(paths, decisions_file, stated_from, options.period, ReadingOptions(max_size=max_size))
        first, *others = write(
            run,
            folder,
            boundaries=ground,
            options=options,
            formats=formats,
            columns=columns,
            changes_since=changes_since,
            day=day,
        )
    if not options.address:
        say(f"Without --address left out: {', '.join(WITHOUT_ADDRESS)}.")
    say(
        f"{counted(len(run.announcements), 'announcement')} from {counted(run.articles, 'article')}, "
        f"{counted(len(others) + 1, 'file')}. Open this one in a browser, or copy the folder to a host:"
    )
    click.echo(first)
    if strict:
        end_strictly(run.inputs)
