"""`factorymap report`: articles in, a written report out."""

from __future__ import annotations

from pathlib import Path

import click

from geo.cli.build import read_run
from geo.cli.common import (
    counted,
    end_strictly,
    jobs_option,
    line_between,
    max_size,
    say,
    strict_option,
    weights_option,
    writable_folder,
)
from geo.errors import InputError
from geo.models import LANGUAGES, STATED_FROM


def _files(context: click.Context, parameter: click.Parameter, values: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files, if their folders can be written to."""
    from geo.report import check_formats

    try:
        check_formats(values)
    except InputError as error:
        raise click.BadParameter(str(error)) from error
    for value in values:
        if value.is_dir():
            raise click.BadParameter(f"'{value}' is a folder. Name a file in it.")
        writable_folder(context, parameter, value.parent)
    return values


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, allow_dash=True))
@click.option(
    "-o",
    "--output",
    "targets",
    metavar="FILE",
    multiple=True,
    default=("report.html",),
    show_default=True,
    type=click.Path(path_type=Path),
    callback=_files,
    help="File to write: .html, .md, .docx or .pdf; may be repeated.",
)
@click.option("--as-of", metavar="DAY", default="", help="Day that the report is of, such as 2025-12-31.")
@click.option(
    "--language",
    type=click.Choice(tuple(LANGUAGES)),
    default="en",
    show_default=True,
    help="Language of the report.",
)
@click.option("--title", metavar="TEXT", default="", help="Title of the report.")
@click.option("--byline", metavar="TEXT", default="", help="Whose report it is.")
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
@weights_option
@max_size
@jobs_option
@strict_option
def report(
    paths: tuple[str, ...],
    targets: tuple[Path, ...],
    as_of: str,
    language: str,
    title: str,
    byline: str,
    decisions_file: str | None,
    stated_from: float,
    max_size: int | None,
    jobs: int | None,
    strict: bool,
) -> None:
    """
    Read articles and write a report of what they tell.

    PATH is what `build` takes; without it the articles that come with factorymap are read. The report tells
    what was announced by campaign, province and stage, how far it has come and who is late, how long building
    took, the shares of counties and people, what only state media say, what was read and what was not. Every
    sentence leads to its sources by number, or to the table whose rows have them.

    With --as-of, what is dated after that day is left out, and who is late is told by then; by default the
    day is that of the newest page.

    HTML is one file without scripts; Markdown has its drawings beside it. DOCX and PDF need
    pip install 'factorymap[report]'.

    \b
    Example:
        factorymap report articles/ -o report.html
        factorymap report articles/ -o report.pdf -o report.docx --as-of 2025-12-31
        factorymap report --language ko -o report.md
    """
    from geo.extracting import ReadingOptions
    from geo.projects import Period
    from geo.report import write_report

    run = read_run(paths, decisions_file, stated_from, Period(), ReadingOptions(jobs=jobs, max_size=max_size))
    for target in targets:
        written, *_ = write_report(run, target, as_of=as_of, language=language, title=title, byline=byline)
        click.echo(written)
    say(f"{counted(len(run.announcements), 'announcement')} from {counted(run.articles, 'article')}.")
    if strict:
        end_strictly(run.inputs)
