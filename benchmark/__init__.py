"""
Measurements of factorymap; `python -m benchmark` lists and runs them.

    texts -> places, dates, events -> accuracy, which writes docs/accuracy.md
    page, which writes docs/map-speed.md; speed, which writes docs/performance.md

`texts` has the gold that several measure with; every other list stands beside what reads it, with a README.
"""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter


def command_line(name: str, description: str | None) -> ArgumentParser:
    """The parser of `python -m benchmark NAME`, with a module's docstring as its help."""
    return ArgumentParser(
        prog=f"python -m benchmark {name}",
        description=description,
        formatter_class=RawDescriptionHelpFormatter,
    )
