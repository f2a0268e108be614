"""The command `factorymap`: options and messages. Data goes to stdout, everything else to stderr."""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper

import click

from geo.cli.build import build
from geo.cli.common import Commands
from geo.cli.comparing import diff
from geo.cli.credits import sources
from geo.cli.dataset import data
from geo.cli.drawing import draw
from geo.cli.fetching import fetch
from geo.cli.learning import learn
from geo.cli.places import locate
from geo.cli.publishing import publish
from geo.cli.reading import explain, extract
from geo.cli.reporting import report
from geo.cli.reviewing import review
from geo.cli.weekly import week
from geo.models import __version__

__all__ = ["cli", "main"]


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


for _command in (
    *(build, data, diff, draw, extract, explain, fetch, learn, locate, publish, report, review, sources),
    week,
):
    cli.add_command(_command)


_BETWEEN_COLLECTIONS = 50_000
"""New objects until cycles are sought: what is made once and stays is looked through less often."""


def main() -> None:
    """Run the command, in UTF-8 whatever the locale says."""
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli()
