"""`factorymap learn`: an analyst's decisions in, weights of their own out."""

from __future__ import annotations

from pathlib import Path

import click

from geo.cli.common import max_size, say, tell_outcomes, writable_folder
from geo.errors import InputError
from geo.models import STATED_FROM


def _file(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """The file, if its folder can be written to."""
    if value.is_dir():
        raise click.BadParameter(f"'{value}' is a folder. Name a file in it.")
    writable_folder(context, parameter, value.parent)
    return value


@click.command()
@click.argument("decisions", type=click.Path(exists=True, dir_okay=False))
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True))
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    default="weights.csv",
    show_default=True,
    type=click.Path(path_type=Path),
    callback=_file,
    help="File of weights to write.",
)
@max_size
def learn(decisions: str, paths: tuple[str, ...], target: Path, max_size: int | None) -> None:
    """
    Learn from an analyst's decisions how to weigh what is read.

    DECISIONS is the file that `build --decisions` takes, PATH the articles that it is about; without PATH
    those that come with factorymap. Events that were accepted, or corrected in date or origin alone, are
    right; those that were rejected, or corrected in place, facility or stage, are wrong as they were read.

    The weights that ship are the starting point, and what is learned is drawn back to them, as strongly as
    does best on articles left out; what nobody has decided on, in these articles and in those that come with
    factorymap, is to stay as it is read.

    Printed is how the decided events fare before and after, each article by weights learned from the
    others: log loss, and precision and recall at the line between stated and possible. If nothing that was
    learned holds on articles left out, no file is written, and the exit code is 1.

    Nothing uses the file unless it is named: build, report, publish, extract and explain take --weights.

    \b
    Example:
        factorymap learn decisions.csv articles/ -o weights.csv
        factorymap build articles/ --weights weights.csv
    """
    from geo import pipeline
    from geo.decisions import read_decisions
    from geo.events import shipped_weights
    from geo.learning import learn as learned_from
    from geo.learning import learned_lines, rows_of, weights_file
    from geo.text import write_atomically

    read = read_decisions(decisions)
    named = list(paths) or None
    extractions = tuple(pipeline.extract(named, decisions=read, max_size=max_size))
    tell_outcomes(one.record for one in extractions)
    try:
        beside = rows_of(pipeline.extract(), None) if named else ()
        learned = learned_from(rows_of(extractions, read), shipped_weights().second, beside=beside)
    except InputError as error:
        raise InputError(f"{decisions}: {error} Nothing is written.") from None
    write_atomically(target, weights_file(learned.weights))
    for line in learned_lines(learned, STATED_FROM):
        click.echo(line)
    say(f"Written: {target}. It is used only where --weights names it.")
