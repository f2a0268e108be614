"""`factorymap build`: articles in, map and tables out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.cli.common import (
    PIPE,
    counted,
    end_strictly,
    hearing,
    is_file_to_write,
    jobs_option,
    line_between,
    max_size,
    read_files,
    say,
    strict_option,
    tell_outcomes,
    weights_option,
    writable_place,
)
from geo.cli.mapoptions import layer_options, map_options
from geo.models import STATED_FROM

if TYPE_CHECKING:
    from geo.articles import Input
    from geo.boundaries import BoundaryReport
    from geo.extracting import ReadingOptions
    from geo.models import Run
    from geo.projects import Period
    from geo.view import MapOptions


def _sizes(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Sizes of pictures, as they are written."""
    from geo.errors import InputError
    from geo.view import PictureOptions

    for value in values:
        try:
            PictureOptions(value)
        except InputError as error:
            raise click.BadParameter(str(error)) from error
    return values


fresh_option = click.option(
    "--fresh", is_flag=True, help="Read everything again, whatever earlier builds into the folder have read."
)
dask_option = click.option(
    "--dask",
    metavar="ADDRESS",
    help="Read on the Dask cluster whose scheduler is at ADDRESS (tcp://host:8786); see docs/scale.md.",
)
_OPTIONS = (
    click.option(
        "-o",
        "--output",
        "folder",
        metavar="DIR",
        default="maps",
        show_default=True,
        type=click.Path(path_type=Path),
        callback=writable_place,
        help="Folder to write to, made if it is not there; or one file, by its suffix: projects.gpkg.",
    ),
    click.option(
        "--boundaries",
        "boundaries_file",
        metavar="FILE",
        type=click.Path(exists=True),
        help="County boundaries (ADM2) in place of the shipped ones: shapefile, GeoJSON, GeoPackage ...",
    ),
    click.option(
        "--decisions",
        "decisions_file",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        help="An analyst's decisions (CSV): accept, reject, correct or add; see docs/decisions.md.",
    ),
    click.option(
        "--stated-from",
        metavar="P",
        default=STATED_FROM,
        show_default=True,
        type=float,
        callback=line_between,
        help="Confidence (0 to 1) from which an event counts; below it is listed as possible.",
    ),
    click.option("--name-column", metavar="COLUMN", help="Column of FILE that holds names."),
    click.option("--pcode-column", metavar="COLUMN", help="Column of FILE that holds P-codes."),
    click.option("--parent-column", metavar="COLUMN", help="Column of FILE that holds the province."),
    click.option(
        "--picture",
        "pictures",
        type=click.Choice(("png", "svg", "pdf")),
        multiple=True,
        help="Draw the map as a picture, too: map.png and so on; may be repeated.",
    ),
    click.option(
        "--size",
        "sizes",
        metavar="SIZE",
        multiple=True,
        callback=_sizes,
        help="Size of pictures: a4, a4-landscape, 16:9, 1:1, 4:5, 180x120mm, 1200x630px; may be repeated.",
    ),
    click.option(
        "--format",
        "formats",
        type=click.Choice(("csv", "fgb", "geojson", "gpkg", "kmz", "parquet", "topojson", "xlsx")),
        multiple=True,
        help="Write announcements, reports and counties in this format, too; may be repeated.",
    ),
    click.option(
        "--columns",
        type=click.Choice(("own", "cod")),
        default="own",
        show_default=True,
        help="Names of the columns in these formats: our own, or OCHA's (ADM2_PCODE ...).",
    ),
)


def _build_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of `build` alone."""
    for option in reversed(_OPTIONS):
        option(command)
    return command


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, allow_dash=True))
@_build_options
@layer_options
@weights_option
@max_size
@jobs_option
@fresh_option
@dask_option
@strict_option
@map_options
def build(
    paths: tuple[str, ...],
    folder: Path,
    boundaries_file: str | None,
    decisions_file: str | None,
    stated_from: float,
    pictures: tuple[str, ...],
    sizes: tuple[str, ...],
    formats: tuple[str, ...],
    columns: str,
    points: str | None,
    context: tuple[str, ...],
    max_size: int | None,
    jobs: int | None,
    fresh: bool,
    dask: str | None,
    options: MapOptions,
    strict: bool,
    **layer_columns: str | None,
) -> None:
    """
    Read articles and write the map with its tables.

    PATH is a file or a folder: text, saved web pages (HTML, MHTML), mail, PDF or Word documents, tables with
    an article in each row (JSON Lines, JSON, CSV, Excel) or feeds (RSS, Atom), packed (.gz, .zst) or not; -
    reads one of them from standard input. Without PATH the articles that come with factorymap are read.

    Writes map.html (opens without a network), embed.html (the map inside another page, as an example),
    announcements.csv, announcements.geojson, counties.geojson, mentions.csv, review.csv (what a person should
    look at) and run.json (each input and what became of it) and prints the map's path.

    With --boundaries, each polygon is joined to a unit by P-code, or by name and province, and compared with
    the shipped one; the report goes to standard error and into run.json. A unit without a polygon that fits
    is a mark at its seat.

    With --decisions, what an analyst has decided on rows of review.csv is heeded. What it changed, and what
    no longer applies, is told and goes into run.json. A row that cannot be used ends the build before
    anything is written.

    With --points, sites with coordinates are marked where they lie, told with the county whose approximate
    lines they lie in, and with a warning where their row names another one. With --context, lines, areas and
    points of your own are drawn for orientation.

    What the articles say less clearly than --stated-from is possible only: it is listed in review.csv and on
    the page, colours nothing and counts nowhere.

    With --address, the page names itself to services that show links, and map-share.png, a picture of
    1200 x 630 pixels, is written for them.

    With --format, announcements, reports and counties are also written for other tools: as factorymap.gpkg,
    .kmz, .topojson or .xlsx, or layer by layer as factorymap-announcements.csv, .fgb, .geojson or .parquet.
    If the output is a file with one of these suffixes, that file alone is written; of the formats with one
    layer it holds counties or reports if its name says so, else announcements.

    A period (--since, --until) holds for the announcements in every file; mentions.csv and run.json tell of
    everything that was read.

    \b
    Example:
        factorymap build articles/ extra.jsonl -o maps
        factorymap build --boundaries prk_adm2.shp
        factorymap build articles/ --decisions decisions.csv
        factorymap build articles/ --picture png --picture pdf
        factorymap build articles/ --picture png --size 16:9 --size 1:1
        factorymap build articles/ --format gpkg --format xlsx --columns cod
        factorymap build articles/ -o projects.kmz
        factorymap build articles/ --points points.csv --context rivers.geojson
        zcat news.jsonl.gz | factorymap build -
        factorymap build articles/ --until 2024 --title "The first year" --language ko
    """
    from geo.extracting import CLUSTER_BLOCK, ReadingOptions, Store, by_cluster
    from geo.formats import export
    from geo.outputs import older_pictures, output_names, write_outputs
    from geo.text import sole_writer
    from geo.view import ON_A4

    if pictures or options.address:
        from geo.pictures import check_installed

        check_installed()
    if not pictures and (sizes or options.picture != ON_A4):
        raise click.UsageError("Size, dpi, width and parts are those of a picture: add --picture png.")
    names = output_names(pictures, formats, sizes, options)
    alone = is_file_to_write(folder)
    if alone and (pictures or formats):
        raise click.UsageError("--picture and --format write beside the map: name a folder with -o.")
    with (
        sole_writer(folder.parent, [folder.name]) if alone else sole_writer(folder, names),
        hearing() as heard,
    ):
        store = None if alone else Store(folder, fresh=fresh)
        reading = ReadingOptions(jobs=jobs, max_size=max_size, store=store)
        if dask:
            reading = replace(reading, workers=by_cluster(dask), block=CLUSTER_BLOCK, by_path=True)
        asked = None if strict or fresh else _asked(paths, decisions_file)
        if store and asked and (built := store.unchanged(*asked)):
            for line in built.said:
                say(line)
            click.echo(folder / names[0])
            return
        ground = _boundaries(boundaries_file, layer_columns)
        run = read_run(paths, decisions_file, stated_from, options.period, reading)
        run = _with_layers(run, points, context, ground)
        if alone:
            files: tuple[Path, ...] = (export(run, folder, boundaries=ground, columns=columns),)
        else:
            files = write_outputs(
                run,
                folder,
                boundaries=ground,
                options=options,
                pictures=pictures,
                sizes=sizes,
                formats=formats,
                columns=columns,
            )
        _tell(run, () if alone else older_pictures(folder, names), alone=alone)
        if store and asked:
            store.built(*asked, files, heard)
    click.echo(files[0])
    if strict:
        end_strictly(run.inputs)


def _asked(paths: tuple[str, ...], decisions_file: str | None) -> tuple[list[tuple[Input, str]], str] | None:
    """The inputs of a build, and all that it depends on besides; None if that is not easily told."""
    from geo.articles import named_inputs

    chosen = dict(click.get_current_context().params)
    others = ("boundaries_file", "points", "context", "story", "style", "weights")
    if PIPE in paths or any(chosen.get(name) for name in others):
        return None
    if decisions_file and not Path(decisions_file).is_file():
        return None
    content = Path(decisions_file).read_bytes() if decisions_file else b""
    told = {name: value for name, value in chosen.items() if name not in ("jobs", "fresh", "dask", "folder")}
    return named_inputs(paths or None), repr((sorted(told.items(), key=itemgetter(0)), content))


def _tell(run: Run, older: Iterable[Path], *, alone: bool) -> None:
    """How many announcements there are, and what else to know."""
    for path in older:
        say(f"{path} is of an earlier build: write it again with --picture or --format, or remove it.")
    if run.possible:
        say(f"{counted(len(run.possible), 'possible report')}, not counted: see review.csv.")
    say(
        f"{counted(len(run.announcements), 'announcement')} from {counted(run.articles, 'article')}. "
        + ("Written:" if alone else "Open this file in a browser; the tables and run.json lie beside it:")
    )


def read_run(
    paths: tuple[str, ...],
    decisions_file: str | None,
    stated_from: float,
    period: Period,
    reading: ReadingOptions,
) -> Run:
    """The run on the articles, cut to the period; what became of inputs and of decisions is told."""
    from geo import pipeline
    from geo.decisions import decide_names, decided_lines, read_decisions
    from geo.projects import run_within

    decisions = read_decisions(decisions_file) if decisions_file else None
    named = decide_names(decisions)
    extractions = read_files(
        paths or None,
        replace(reading, sieved=True, rows=named.rows if named else ()),
        watched=sys.stderr.isatty(),
        is_input=lambda path: decisions is None or not decisions.lie_in(path),
    )
    whole = pipeline.collect(extractions, paths or None, decisions=decisions, stated_from=stated_from)
    run = run_within(whole, period)
    tell_outcomes(run.inputs)
    for line in decided_lines(run.decided) if run.decided else ():
        say(line)
    return run


def _with_layers(
    run: Run, points: str | None, context: tuple[str, ...], ground: BoundaryReport | None
) -> Run:
    """The run with sites to mark and layers for orientation; what is doubtful of points is told."""
    if not (points or context):
        return run
    from geo.own_table import doubt_lines, read_points, table_lines, with_layers

    read = read_points(points) if points else None
    for line in (*table_lines(read), *doubt_lines(read.points, ground)) if read else ():
        say(line)
    return with_layers(run, points=read, context=context)


def _boundaries(file: str | None, columns: Mapping[str, Any]) -> BoundaryReport | None:
    """The user's own boundaries, told unit by unit where something is to be said."""
    if file is None:
        if any(columns.values()):
            raise click.UsageError("Columns are those of a FILE of boundaries: add --boundaries FILE.")
        return None
    from geo.boundaries import read_boundaries, report_lines

    report = read_boundaries(file, **columns)
    for line in report_lines(report):
        say(line)
    return report
