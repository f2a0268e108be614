"""The command `factorymap`: options and messages. Data goes to stdout, everything else to stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from geo import __version__
from geo.errors import FactorymapError, InputError
from geo.findings import finding_json, finding_text, one_line

if TYPE_CHECKING:
    from geo.models import InputRecord
    from geo.own_boundaries import BoundaryReport
    from geo.pipeline import Extraction

T = TypeVar("T")

INTERRUPTED = 130
"""Exit code of a command that was stopped with Ctrl-C, as a shell gives it."""
PIPE = "-"
"""Stands for standard input."""
FEW = 5
"""So many skipped inputs are told one by one."""


class Commands(click.Group):
    """Commands whose expected errors end in one line and exit code 1."""

    def invoke(self, context: click.Context) -> object:
        """Run a command; a closed pipe and Ctrl-C end it without a word."""
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            context.exit(INTERRUPTED)
        except BrokenPipeError:
            raise
        except OSError as error:
            where = f"{os.fsdecode(error.filename)}: " if error.filename else ""
            raise click.ClickException(one_line(f"{where}{error.strerror or error}")) from error
        except FactorymapError as error:
            raise click.ClickException(one_line(str(error))) from error


def _writable_folder(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """The folder, if files can be written there or it can be made."""
    nearest = next(folder for folder in (value, *value.absolute().parents) if folder.exists())
    if not nearest.is_dir():
        raise click.BadParameter(f"'{nearest}' is a file. Name a folder.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise click.BadParameter(f"cannot write in '{nearest}'. Name a folder of your own.")
    return value


_CSV_HELP = "Table with a column of names; - reads it from standard input."
_files = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True)
)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="factorymap")
def cli() -> None:
    """
    News articles about the DPRK's county factories in, a map of counties out.

    Every fact on the map leads back to a passage of an article; no place is guessed.

    \b
    Example:
        factorymap build articles/ -o maps
    """


@cli.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True))
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    default="maps",
    show_default=True,
    type=click.Path(path_type=Path),
    callback=_writable_folder,
    help="Folder to write to; made if it is not there.",
)
@click.option(
    "--boundaries",
    "boundaries_file",
    metavar="FILE",
    type=click.Path(exists=True),
    help="County boundaries (ADM2) in place of the shipped ones: shapefile, GeoJSON, GeoPackage ...",
)
@click.option("--name-column", metavar="COLUMN", help="Column of FILE that holds names.")
@click.option("--pcode-column", metavar="COLUMN", help="Column of FILE that holds P-codes.")
@click.option("--parent-column", metavar="COLUMN", help="Column of FILE that holds the province.")
def build(paths: tuple[str, ...], folder: Path, boundaries_file: str | None, **columns: str | None) -> None:
    """
    Read articles and write the map with its tables.

    PATH is a file or a folder: text, saved web pages (HTML), JSON Lines or CSV. Without it the articles that
    come with factorymap are read. Writes map.html (opens without a network), announcements.csv,
    announcements.geojson, counties.geojson, mentions.csv and run.json (each input and what became of it) and
    prints the map's path.

    With --boundaries, each polygon is joined to a unit by P-code, or by name and province, and compared with
    the shipped one; the report goes to standard error and into run.json. A unit without a polygon that fits
    is a mark at its seat.

    \b
    Example:
        factorymap build articles/ extra.jsonl -o maps
        factorymap build --boundaries prk_adm2.shp
    """
    from geo import pipeline
    from geo.outputs import write_outputs
    from geo.reading import count_inputs

    chosen = paths or None
    ground = _boundaries(boundaries_file, columns)
    extractions = _with_progress(pipeline.extract(chosen), count_inputs(chosen), sys.stderr.isatty())
    run = pipeline.collect(extractions, chosen)
    _tell_outcomes(run.inputs)
    map_file, *_ = write_outputs(run, folder, boundaries=ground)
    _say(
        f"{_counted(len(run.announcements), 'announcement')} from {_counted(len(run.documents), 'article')}. "
        "Open this file in a browser; the tables and run.json lie beside it:"
    )
    click.echo(map_file)


@cli.command()
@_files
@click.option("--jsonl", is_flag=True, help="One object per line and document, for pipes.")
def extract(files: tuple[str, ...], jsonl: bool) -> None:
    """
    Print the places and events of articles as JSON.

    FILE is an article, or a folder of them; - reads one from standard input. One object per document:

    \b
    document  id, path, title, language, published_on, publisher, url, origin
    mentions  surface, start, end, outcome (resolved, ambiguous, unknown, foreign),
              place (pcode, name, level, province, county_pcode) or null,
              candidates (places), reason, confidence
    events    pcode or null, name, province, outcome, candidates, place_precision,
              facility, stage, date, evidence (start, end, text), rule, confidence

    Start and end count characters of the decoded file, byte order mark and carriage returns included.

    \b
    Example:
        factorymap extract --jsonl articles/*.txt > found.jsonl
    """
    found = (finding_json(one) for extraction in _extractions(files) for one in extraction.findings)
    if jsonl:
        for record in found:
            click.echo(json.dumps(record, ensure_ascii=False))
    else:
        click.echo(json.dumps(list(found), ensure_ascii=False, indent=2))


@cli.command()
@_files
def explain(files: tuple[str, ...]) -> None:
    """
    Show what was found where in an article, and which rule fired.

    FILE is an article, or a folder of them; - reads one from standard input.

    \b
    Example:
        factorymap explain articles/songchon.txt
    """
    for extraction in _extractions(files):
        for finding in extraction.findings:
            click.echo(finding_text(finding))


@cli.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("-p", "--province", metavar="P", help="Province they lie in, today or in former times.")
@click.option("--csv", "table", metavar="FILE", type=click.Path(exists=True, allow_dash=True), help=_CSV_HELP)
@click.option("--column", metavar="COLUMN", help="Column of FILE that holds the names.")
@click.option("--province-column", metavar="COLUMN", help="Column of FILE that holds their provinces.")
def locate(
    names: tuple[str, ...],
    province: str | None,
    table: str | None,
    column: str | None,
    province_column: str | None,
) -> None:
    """
    Print the unit that a name means, or those of a whole column of names.

    NAME is any known spelling, English, romanised, Korean or Chinese characters, with or without its type
    word, or a P-code. A romanisation that is in no list is taken by its sound, with a lower confidence.

    One NAME gives its unit as JSON; a name that several units have ends in a message that lists them, and
    exit code 1. Several give a line of JSON each, and --csv gives the table with columns added:

    \b
    outcome        resolved, ambiguous, unknown or foreign
    pcode, unit, level, unit_province, county_pcode
                   of the unit, where it is resolved
    confidence     0 to 1; below 0.75 the spelling is in no list
    candidates     units that it may mean, where it is ambiguous
    reason         what decided

    \b
    Example:
        factorymap locate Unsan --province "South Phyongan"
        factorymap locate --csv sites.csv --column county --province-column province > located.csv
    """
    from geo import located

    _check_question(names, table, column, province_column)
    if table is not None and column is not None:
        content = sys.stdin.buffer.read() if table == PIPE else Path(table).read_bytes()
        default = None if province_column else province
        click.echo(located.located_csv(content, table, column, province_column, default), nl=False)
    elif len(names) == 1:
        click.echo(json.dumps(located.unit_record(*names, province), ensure_ascii=False, indent=2))
    else:
        for name in names:
            click.echo(json.dumps(located.answer_record(name, province), ensure_ascii=False))


def _check_question(
    names: tuple[str, ...], table: str | None, column: str | None, province_column: str | None
) -> None:
    """UsageError unless there are either names or a column of a table."""
    if table is None and (column or province_column):
        raise click.UsageError("Columns are those of a table: add --csv FILE.")
    if table is not None and names:
        raise click.UsageError("Give either NAMEs or --csv FILE.")
    if table is not None and not column:
        raise click.UsageError("Say which column of the table holds the names: --column COLUMN.")
    if table is None and not names:
        raise click.UsageError("Missing argument 'NAME'. Or give --csv FILE --column COLUMN.")


@cli.command()
def sources() -> None:
    """
    List the data sets behind the map, with licence and credit line.

    \b
    Example:
        factorymap sources
    """
    from geo.sources import CAVEAT, datasets

    for dataset in datasets():
        click.echo(dataset.title)
        for label, value in (
            ("used for", dataset.used_for),
            ("producer", dataset.producer),
            ("licence", f"{dataset.licence}  {dataset.licence_url}"),
            ("credit", dataset.attribution),
            ("page", dataset.url or "none, it comes with factorymap"),
            ("seen", dataset.accessed),
        ):
            click.echo(f"  {label:<9} {value}")
        click.echo()
    click.echo(CAVEAT)


def _extractions(files: Iterable[str]) -> Iterator[Extraction]:
    """What each file gives; failures are told at the end."""
    from geo import pipeline
    from geo.reading import count_inputs

    records = []
    if PIPE in files:
        piped = pipeline.extract_piped(sys.stdin.buffer.read())
        records.append(piped.record)
        yield piped
    named = [file for file in files if file != PIPE]
    watched = sys.stderr.isatty() and not sys.stdout.isatty()
    for extraction in _with_progress(pipeline.extract(named), count_inputs(named), watched):
        records.append(extraction.record)
        yield extraction
    _tell_outcomes(records)


def _boundaries(file: str | None, columns: Mapping[str, Any]) -> BoundaryReport | None:
    """The user's own boundaries, told unit by unit where something is to be said."""
    if file is None:
        if any(columns.values()):
            raise click.UsageError("Columns are those of a FILE of boundaries: add --boundaries FILE.")
        return None
    from geo.own_boundaries import read_boundaries, report_lines

    report = read_boundaries(file, **columns)
    for line in report_lines(report):
        _say(line)
    return report


def _tell_outcomes(records: Iterable[InputRecord]) -> None:
    """
    Say which inputs gave nothing; those that were skipped are only counted if they are many.

    Raises
    ------
    InputError
        If no input gave a document.
    """
    records = tuple(records)
    skipped = [record for record in records if record.status == "skipped"]
    for record in records:
        if record.status == "failed" or (record in skipped and len(skipped) <= FEW):
            _say(one_line(f"{record.status}: {record.path}: {record.reason}"))
    if len(skipped) > FEW:
        _say(f"skipped: {len(skipped)} other files, such as {skipped[0].path}: {skipped[0].reason}")
    if not any(record.documents for record in records):
        raise InputError(
            "no article could be read. Name text, HTML, JSON Lines or CSV files or their folder."
        )


def _with_progress(steps: Iterable[T], number: int, watched: bool) -> Iterator[T]:
    """The same steps, with a bar on stderr if somebody watches."""
    if not watched:
        yield from steps
        return
    with click.progressbar(steps, number, label="Reading", file=sys.stderr) as bar:
        yield from bar


def _counted(number: int, thing: str) -> str:
    """So many things, in words."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _say(message: str) -> None:
    """A message for the person at the terminal."""
    click.echo(message, err=True)


def main() -> None:
    """Run the command, in UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli()
