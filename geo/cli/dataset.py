"""`factorymap data`: the places, names and lines of the DPRK as files of their own."""

from __future__ import annotations

from pathlib import Path

import click

from geo.cli.common import writable_folder


@click.command()
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    required=True,
    callback=writable_folder,
    type=click.Path(path_type=Path),
    help="Folder to write to, made if need be.",
)
def data(folder: Path) -> None:
    """
    Write the data set that factorymap rests on: units of the DPRK, their spellings, county lines, population.

    \b
    datapackage.json     what each table and column means, with licences and sources (Frictionless)
    units.csv, names.csv, areas.csv ...
                         the tables
    counties.topojson, context.topojson
                         county lines, neighbouring land
    dprk.gpkg            the same as layers for a GIS

    How good the data are: docs/data.md.

    \b
    Example:
        factorymap data --to dprk
    """
    from geo.outputs import write_dataset

    for path in write_dataset(folder):
        click.echo(path)
