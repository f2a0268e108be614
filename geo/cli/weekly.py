"""`factorymap week`: the weekly round as one command."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from geo.cli.common import INCOMPLETE, say, writable_folder

EYES = 4
"""Exit code with --strict if a person should look at something new."""


@click.command()
@click.argument("folder", callback=writable_folder, type=click.Path(path_type=Path))
@click.option("--init", is_flag=True, help="Make FOLDER with a week.toml to fill in, and do nothing else.")
@click.option("--no-fetch", is_flag=True, help="Ask no server: build from what is there.")
@click.option("--date", "day", metavar="DAY", default="", help="Day of the edition; by default today.")
@click.option("--strict", is_flag=True, help=f"Exit with {EYES} if a person should look at something new.")
def week(folder: Path, init: bool, no_fetch: bool, day: str, strict: bool) -> None:
    """
    Do the weekly round in FOLDER: fetch, build, compare, list for review, report, publish.

    week.toml in FOLDER says what; --init writes one to fill in. A round fetches new pages of the sources into
    pages/, builds from them and from articles of your own with your decisions, and writes editions/DAY: map,
    tables, review.csv, changes.txt and changes.json since the last edition, and reports; on request also
    public/, as `publish` does. Ten lines on standard output say what came of it.

    A round of the same day writes its edition again; one that was interrupted is done again from where it
    was, with what is fetched kept. Two rounds in one folder at once are refused.

    \b
    Exit codes, for a scheduler:
    0    done, whether anything changed or not
    1    not done: week.toml or something that it names cannot be used, or nothing could be read
    2    a wrong call
    3    done, but a source could not be reached, or an input could not be read or only in part
    4    with --strict: done, and something new needs eyes: rows of high importance in review.csv that the
         last edition did not have, or decisions that no longer fit; 3 goes before it
    130  stopped with Ctrl-C

    \b
    Example:
        factorymap week north-korea --init
        factorymap week north-korea
        factorymap week north-korea --no-fetch --date 2026-12-07
    """
    from geo.weekly import begin, round_lines, run_round

    if init:
        click.echo(begin(folder))
        say("Fill it in, put articles of your own into articles/, then: factorymap week " + str(folder))
        return
    done = run_round(folder, day or date.today().isoformat(), fetching=not no_fetch, tell=say)
    for line in round_lines(done):
        click.echo(line)
    if done.is_incomplete:
        raise click.exceptions.Exit(INCOMPLETE)
    if strict and done.needs_eyes:
        raise click.exceptions.Exit(EYES)
