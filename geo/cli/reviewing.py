"""`factorymap review`: a page of this machine on which a person settles what the machine is unsure of."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.cli.common import counted, line_between, max_size, read_files, say, tell_outcomes
from geo.models import STATED_FROM

if TYPE_CHECKING:
    from geo.desk import Desk


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True))
@click.option(
    "--decisions",
    "decisions_file",
    metavar="FILE",
    default="decisions.csv",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Decisions file (CSV) that is read and written; made with the first decision.",
)
@click.option("--by", metavar="NAME", default="", help="Who decides; written into the column `by`.")
@click.option(
    "--port",
    metavar="N",
    default=0,
    type=click.IntRange(0, 65535),
    help="Port of the page on this machine; by default any free one.",
)
@click.option("--no-browser", is_flag=True, help="Print the address only.")
@click.option(
    "--language", type=click.Choice(("en", "ko")), help="Language of the page; by default the browser's."
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
@max_size
def review(
    paths: tuple[str, ...],
    decisions_file: Path,
    by: str,
    port: int,
    no_browser: bool,
    language: str | None,
    stated_from: float,
    max_size: int | None,
) -> None:
    """
    Open a page on which a person settles what is unsure.

    PATH is as for build; without it the articles that come with factorymap are read. The page lists what
    needs eyes, each with its words in the article, the reading explained and its effect on the map. It is
    used by keyboard (press ? on it): accept, reject, correct, merge, split, add an event by marking words.

    Each decision is written at once into the decisions file, which every build heeds with --decisions. Rows
    that stand there already are kept as they are. What is written by another page or program meanwhile is
    never overwritten.

    The page is served to this machine alone (127.0.0.1), to who has the address that is printed. Ctrl-C
    ends it. It needs the extra `review`: pip install 'factorymap[review]'.

    \b
    Example:
        factorymap review articles/ --by "A. Analyst"
        factorymap build articles/ --decisions decisions.csv
    """
    from geo.text import needed

    needed("factorymap review", "review", "starlette", "uvicorn")
    from geo.desk import serve

    desk = _desk(paths, decisions_file, by, stated_from, max_size)
    with serve(desk, port=port, language=language or "") as served:
        left = len(desk.state.items.doubts)
        say(f"{counted(left, 'item')} to review; decisions go to {decisions_file}. Ctrl-C ends the page:")
        click.echo(served.address)
        sys.stdout.flush()
        if not no_browser:
            click.launch(served.address)
        served.wait()


def _desk(paths: tuple[str, ...], file: Path, by: str, stated_from: float, max_size: int | None) -> Desk:
    """The desk on the articles; what became of inputs and of decisions is told."""
    from geo.decisions import decided_lines
    from geo.desk import open_desk
    from geo.extracting import ReadingOptions

    named = list(paths) or None

    def is_article(path: str) -> bool:
        return Path(path).absolute() != file.absolute()

    reading = ReadingOptions(max_size=max_size)
    read = list(read_files(named, reading, watched=sys.stderr.isatty(), is_input=is_article))
    tell_outcomes(one.record for one in read)
    desk = open_desk(read, file, paths=named, by=by, stated_from=stated_from)
    decided = desk.state.run.decided
    for line in decided_lines(decided) if decided and decided.outcomes else ():
        say(line)
    return desk
