"""What several commands share: arguments, messages, and how expected errors end."""

from __future__ import annotations

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

INTERRUPTED = 130
"""Exit code of a command that was stopped with Ctrl-C, as a shell gives it."""
PIPE = "-"
"""Stands for standard input."""
FEW = 5
"""So many skipped inputs are told one by one."""

files = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True)
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
            where = f"{os.fsdecode(error.filename)}: " if error.filename else ""
            raise click.ClickException(one_line(f"{where}{error.strerror or error}")) from error
        except FactorymapError as error:
            lines = error.lines if isinstance(error, BadRowsError) else (str(error),)
            raise click.ClickException("\n".join(map(one_line, lines))) from error


def writable_folder(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """The folder, if files can be written there or it can be made."""
    nearest = next(folder for folder in (value, *value.absolute().parents) if folder.exists())
    if not nearest.is_dir():
        raise click.BadParameter(f"'{nearest}' is a file. Name a folder.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise click.BadParameter(f"cannot write in '{nearest}'. Name a folder of your own.")
    return value


def extractions(files: Iterable[str]) -> Iterator[Extraction]:
    """What each file gives; failures are told at the end."""
    from geo import pipeline
    from geo.articles import count_inputs

    records = []
    if PIPE in files:
        piped = pipeline.extract_piped(sys.stdin.buffer.read())
        records.append(piped.record)
        yield piped
    named = [file for file in files if file != PIPE]
    watched = sys.stderr.isatty() and not sys.stdout.isatty()
    for extraction in with_progress(pipeline.extract(named), count_inputs(named), watched):
        records.append(extraction.record)
        yield extraction
    tell_outcomes(records)


def tell_outcomes(records: Iterable[InputRecord]) -> None:
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
            say(one_line(f"{record.status}: {record.path}: {record.reason}"))
    if len(skipped) > FEW:
        say(f"skipped: {len(skipped)} other files, such as {skipped[0].path}: {skipped[0].reason}")
    if not any(record.documents for record in records):
        raise InputError(
            "no article could be read. Name text, HTML, JSON Lines or CSV files or their folder."
        )


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
