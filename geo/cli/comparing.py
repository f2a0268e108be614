"""`factorymap diff`: what changed between two builds."""

from __future__ import annotations

import click

from geo.text import json_text

CHANGED = 3
"""Exit code with --exit-code if anything changed; 1 and 2 are errors."""

_build = click.Path(exists=True)


@click.command()
@click.argument("old", type=_build)
@click.argument("new", type=_build)
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
@click.option("--exit-code", is_flag=True, help=f"Exit with {CHANGED} if anything changed, with 0 if not.")
@click.pass_context
def diff(context: click.Context, old: str, new: str, as_json: bool, exit_code: bool) -> None:
    """
    Say what changed between two builds, and which source says so.

    OLD and NEW are folders that `factorymap build` wrote, or the announcements.csv or announcements.geojson
    of them. Printed is one line for each change, under a heading for each kind: new, advanced (a further
    stage), corrected (a date, place, facility or campaign is read otherwise), withdrawn, newly and no
    longer conflicting, and projects of which nothing changed but the sources. A project whose id changed,
    because its campaign became known or its place was corrected, is known by its reports.

    Exit code 0 whether anything changed or not, unless --exit-code is given.

    \b
    Example:
        factorymap diff maps-december maps-january
        factorymap diff --json maps-december maps-january > changes.json
    """
    from geo.comparing import comparison_json, comparison_lines
    from geo.comparing import diff as compare

    comparison = compare(old, new)
    if as_json:
        click.echo(json_text(comparison_json(comparison), indent=2))
    else:
        for line in comparison_lines(comparison):
            click.echo(line)
    if exit_code and comparison:
        context.exit(CHANGED)
