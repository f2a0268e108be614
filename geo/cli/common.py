"""What several commands share: arguments, messages, and how expected errors end."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.errors import BadRowsError, FactorymapError, InputError
from geo.text import one_line

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from geo.articles import Input
    from geo.extracting import ReadingOptions
    from geo.models import Extraction, InputRecord

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


def use_weights(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Let the weights of a file decide as long as the command runs."""
    if value:
        from geo.events import read_weights, using_weights

        weights = read_weights(value)
        context.with_resource(using_weights(weights))
        say(f"weights of {value} ({weights.digest}) decide, not those that ship.")
    return value


weights_option = click.option(
    "--weights",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    callback=use_weights,
    expose_value=False,
    help="Your own weights, as factorymap learn wrote them, in place of those that ship.",
)

max_size = click.option(
    "--max-size",
    metavar="MB",
    type=click.IntRange(min=1),
    help="Largest file to read; by default 50 MB, 10 MB of a web page, any size of tables by line.",
)


jobs_option = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Processes that read; by default one for each core. The result is the same.",
)


def extractions(
    files: Iterable[str], records: list[InputRecord], max_size: int | None = None, jobs: int | None = None
) -> Iterator[Extraction]:
    """What each file gives; `records` takes what became of it, and failures are told at the end."""
    from geo.extracting import ReadingOptions

    reading = ReadingOptions(jobs=jobs, max_size=max_size)
    watched = sys.stderr.isatty() and not sys.stdout.isatty()
    for extraction in read_files(files, reading, watched=watched):
        records.append(extraction.record)
        yield extraction
    tell_outcomes(records)


def _own_folder() -> TemporaryDirectory[str]:
    """A folder for what comes in through a pipe."""
    from tempfile import TemporaryDirectory

    return TemporaryDirectory()


def read_files(
    files: Iterable[str] | None,
    reading: ReadingOptions,
    *,
    watched: bool,
    is_input: Callable[[str], bool] = lambda path: True,
) -> Iterator[Extraction]:
    """
    What is in the files and folders that somebody names, standard input too, or in the shipped articles.

    `is_input` says of a path whether it is one; `watched` whether somebody looks at the terminal.
    """
    from geo.articles import Input, named_inputs
    from geo.extracting import extractions, usable_cores

    named = None if files is None else [file for file in files if file != PIPE]
    inputs = [one for one in named_inputs(named) if is_input(one[1])]
    with _own_folder() if PIPE in (files or ()) else nullcontext("") as folder:
        if folder:
            from shutil import copyfileobj

            piped = Path(folder, "stdin")
            with piped.open("wb") as file:
                copyfileobj(sys.stdin.buffer, file)
            inputs = [(Input(str(piped), os.path.realpath(piped)), PIPE), *inputs]
        reading = replace(reading, jobs=reading.jobs or usable_cores())
        if not watched:
            yield from extractions(inputs, reading)
            return
        with _Progress(inputs) as bar:
            yield from extractions(inputs, replace(reading, watch=bar.step))


class _Progress:
    """A bar on standard error: how much of all bytes is read, articles a second, time left."""

    def __init__(self, inputs: Iterable[tuple[Input, str]]) -> None:
        sizes = (Path(one.path).stat().st_size for one, _ in inputs if not one.refused)
        self._bar = click.progressbar(
            length=sum(sizes) or 1, label="Reading", file=sys.stderr, item_show_func=self._rate
        )
        self._articles, self._since = 0, time.monotonic()

    def __enter__(self) -> _Progress:
        self._bar.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.__exit__(None, None, None)

    def step(self, size: int, articles: int) -> None:
        """So many more bytes and articles are read."""
        self._articles += articles
        self._bar.update(size, self._articles)

    def _rate(self, articles: int | None) -> str:
        """How many articles are read, and how many a second."""
        seconds = max(time.monotonic() - self._since, 0.1)
        return f"{articles:,} articles, {articles / seconds:,.0f} a second" if articles else ""


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
    if not any(record.articles for record in records):
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


def counted(number: int, thing: str) -> str:
    """So many things, in words."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


_heard: ContextVar[list[str] | None] = ContextVar("heard", default=None)


def say(message: str) -> None:
    """A message for the person at the terminal, whose screen no name of a file steers."""
    heard = _heard.get()
    if heard is not None:
        heard.append(message)
    click.echo("\n".join(map(one_line, message.split("\n"))), err=True)


@contextmanager
def hearing() -> Iterator[list[str]]:
    """What is said meanwhile."""
    heard: list[str] = []
    before = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(before)
