"""`factorymap sources`, short as a command of its own: data sets, licences and credit lines."""

from __future__ import annotations

import click


@click.command()
def sources() -> None:
    """
    List the data sets behind the map, with licence and credit line.

    \b
    Example:
        factorymap sources
    """
    from geo.boundaries import CAVEAT, datasets

    for dataset in datasets():
        click.echo(dataset.title)
        for label, value in (
            ("used for", dataset.used_for),
            ("producer", dataset.producer),
            ("licence", f"{dataset.licence}  {dataset.licence_url}"),
            ("credit", dataset.attribution),
            ("page", dataset.url or "none, it comes with factorymap"),
            ("seen", dataset.accessed),
        ):
            click.echo(f"  {label:<9} {value}")
        click.echo()
    click.echo(CAVEAT)
