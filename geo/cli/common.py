"""What several commands share: arguments, messages, and how expected errors end."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from geo.errors import BadRowsError, FactorymapError, InputError
from geo.text import one_line

if TYPE_CHECKING:
    from geo.models import Extraction, InputRecord

T = TypeVar("T")

INCOMPLETE = 3
"""Exit code with --strict if an input failed or something of one was left out; 1 and 2 are errors."""
INTERRUPTED = 130
"""Exit code of a command that was stopped with Ctrl-C, as a shell gives it."""
PIPE = "-"
"""Stands for standard input."""
_ADVICE = {
    errno.ENOSPC: ". Free some space, or name a folder on another disk.",
    errno.EDQUOT: ". Free some space, or name a folder on another disk.",
    errno.EACCES: ". Check its permissions, or name another place.",
    errno.EPERM: ". Check its permissions, or name another place.",
    errno.EROFS: ". Name a place that can be written to.",
    errno.ENAMETOOLONG: ". Choose a shorter name.",
}
"""Number of an error of the system -> what to try."""
FEW = 5
"""So many skipped inputs are told one by one."""

files = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True)
)
strict_option = click.option(
    "--strict",
    is_flag=True,
    help=f"Exit with {INCOMPLETE}, all being written, if an input failed or rows of one were left out.",
)


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
            raise click.ClickException(one_line(_told(error))) from error
        except FactorymapError as error:
            lines = error.lines if isinstance(error, BadRowsError) else (str(error),)
            raise click.ClickException("\n".join(map(one_line, lines))) from error


def _told(error: OSError) -> str:
    """An error of the system in one line: where, what, and what to try."""
    where = f"{os.fsdecode(error.filename)}: " if error.filename else ""
    advice = _ADVICE.get(error.errno or 0, "")
    return f"{where}{error.strerror or error}{advice}"


def writable_folder(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """The folder, if files can be written there or it can be made."""
    for link in (value, *value.absolute().parents):
        if link.is_symlink() and not link.exists():
            raise click.BadParameter(f"'{link}' is a link to nothing. Remove it, or name another folder.")
    nearest = next(folder for folder in (value, *value.absolute().parents) if folder.exists())
    if not nearest.is_dir():
        raise click.BadParameter(f"'{nearest}' is a file. Name a folder.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise click.BadParameter(f"cannot write in '{nearest}'. Name a folder of your own.")
    return value


def is_file_to_write(place: Path) -> bool:
    """Whether an output is one file in a format for other tools, not a folder."""
    from geo.formats import FORMATS

    return place.suffix.lower().removeprefix(".") in FORMATS and not place.is_dir()


def writable_place(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """A folder to write to, or a file in a folder to write to."""
    if value.suffix and is_file_to_write(value):
        writable_folder(context, parameter, value.parent)
    else:
        writable_folder(context, parameter, value)
    return value


def line_between(context: click.Context, parameter: click.Parameter, value: float) -> float:
    """The line between stated and possible, if it is a number from 0 to 1."""
    from geo.projects import checked_line

    try:
        return checked_line(value)
    except InputError as error:
        raise click.BadParameter(str(error)) from error


max_size = click.option(
    "--max-size",
    metavar="MB",
    type=click.IntRange(min=1),
    help="Largest file to read; by default 50 MB, 10 MB of a web page.",
)


def extractions(
    files: Iterable[str], records: list[InputRecord], max_size: int | None = None
) -> Iterator[Extraction]:
    """What each file gives; `records` takes what became of it, and failures are told at the end."""
    from geo import pipeline
    from geo.articles import LARGEST_FILE, MEGABYTE, count_inputs

    if PIPE in files:
        piped = pipeline.extract_piped(sys.stdin.buffer.read(LARGEST_FILE * MEGABYTE + 1))
        records.append(piped.record)
        yield piped
    named = [file for file in files if file != PIPE]
    watched = sys.stderr.isatty() and not sys.stdout.isatty()
    for extraction in with_progress(pipeline.extract(named, max_size=max_size), count_inputs(named), watched):
        records.append(extraction.record)
        yield extraction
    tell_outcomes(records)


def tell_outcomes(records: Iterable[InputRecord]) -> None:
    """
    Say which inputs gave nothing or not all that is in them, and what was noticed in others.

    Those that were skipped, and those in which something was noticed, are only counted if they are many.

    Raises
    ------
    InputError
        If no input gave a document.
    """
    records = tuple(records)
    skipped = [record for record in records if record.status == "skipped"]
    noticed = [one for one in records if one.status == "read" and one.reason and not one.left_out]
    for record in records:
        if record.status == "failed" or (record in skipped and len(skipped) <= FEW):
            say(_outcome(record.status, record))
        elif record.left_out:
            say(_outcome("read in part", record))
        elif record in noticed and len(noticed) <= FEW:
            say(_outcome("noticed", record))
    if len(skipped) > FEW:
        say(one_line(f"skipped: {len(skipped)} other files, such as {skipped[0].path}: {skipped[0].reason}"))
    if len(noticed) > FEW:
        say(one_line(f"noticed: in {len(noticed)} files, such as {noticed[0].path}: {noticed[0].reason}"))
    if not any(record.documents for record in records):
        raise InputError(
            "no article could be read. Name text, HTML, JSON Lines, CSV, Excel or feed files or their folder."
        )


def _outcome(what: str, record: InputRecord) -> str:
    """What became of an input in one line, with what to try about rows that were left out."""
    from geo.articles import advice_on

    advice = advice_on(record.reason)
    return one_line(f"{what}: {record.path}: {record.reason}" + (f". Try: {advice}." if advice else ""))


def end_strictly(records: Iterable[InputRecord]) -> None:
    """Exit with `INCOMPLETE`, and say why, if an input failed or something of one was left out."""
    records = tuple(records)
    failed = sum(record.status == "failed" for record in records)
    left_out = [record.left_out for record in records if record.left_out and record.status != "failed"]
    told = [
        *([f"{counted(failed, 'input')} failed"] if failed else []),
        *([f"{counted(sum(left_out), 'row')} of {counted(len(left_out), 'file')} left out"] * bool(left_out)),
    ]
    if told:
        say(f"--strict: {', '.join(told)}; exit code {INCOMPLETE}.")
        raise click.exceptions.Exit(INCOMPLETE)


def with_progress(steps: Iterable[T], number: int, watched: bool) -> Iterator[T]:
    """The same steps, with a bar on stderr if somebody watches."""
    if not watched:
        yield from steps
        return
    with click.progressbar(steps, number, label="Reading", file=sys.stderr) as bar:
        yield from bar


def counted(number: int, thing: str) -> str:
    """So many things, in words."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def say(message: str) -> None:
    """A message for the person at the terminal, whose screen no name of a file steers."""
    click.echo("\n".join(map(one_line, message.split("\n"))), err=True)
