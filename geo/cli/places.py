"""`factorymap locate`: the gazetteer, asked for names."""

from __future__ import annotations

import sys

import click

from geo.cli.common import PIPE
from geo.text import json_text, read_regular

LARGEST = 400_000_000
"""Bytes of a table of names."""

_CSV_HELP = "Table with a column of names; - reads it from standard input."


@click.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("-p", "--province", metavar="P", help="Province they lie in, today or in former times.")
@click.option("--csv", "table", metavar="FILE", type=click.Path(exists=True, allow_dash=True), help=_CSV_HELP)
@click.option("--column", metavar="COLUMN", help="Column of FILE that holds the names.")
@click.option("--province-column", metavar="COLUMN", help="Column of FILE that holds their provinces.")
@click.option(
    "--harmless",
    is_flag=True,
    help="Put an apostrophe before cells of FILE that begin with = + - @.",
)
def locate(
    names: tuple[str, ...],
    province: str | None,
    table: str | None,
    column: str | None,
    province_column: str | None,
    harmless: bool,
) -> None:
    """
    Print the unit that a name means, or those of a whole column of names.

    NAME is any known spelling, English, romanised, Korean or Chinese characters, with or without its type
    word, or a P-code. A romanisation that is in no list is taken by its sound, with a lower confidence.

    One NAME gives its unit as JSON; a name that several units have ends in a message that lists them, and
    exit code 1. Several give a line of JSON each, and --csv gives the table with columns added. Your own
    cells come back as they are, formulas too; of a table from strangers add --harmless.

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
    from geo.places import answer_record, located_csv, unit_record

    if harmless and table is None:
        raise click.UsageError("--harmless is for the cells of a table: add --csv FILE.")
    _check_question(names, table, column, province_column)
    if table is not None and column is not None:
        content = sys.stdin.buffer.read() if table == PIPE else read_regular(table, LARGEST)
        default = None if province_column else province
        click.echo(
            located_csv(content, table, column, province_column, default, harmless_cells=harmless), nl=False
        )
    elif len(names) == 1:
        click.echo(json_text(unit_record(*names, province), indent=2))
    else:
        for name in names:
            click.echo(json_text(answer_record(name, province)))


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
