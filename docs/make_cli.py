"""Write docs/cli.md, the reference of the command line, from the help of the commands."""

from pathlib import Path

import click

from geo.cli import cli

PAGE = Path(__file__).with_name("cli.md")
WIDTH = 96

INTRODUCTION = """\
# The command line

Written by `make docs` from the commands' own help. Data goes to standard output, messages and the progress
bar to standard error. Exit code 0 is success, 1 an error in the work, 2 a wrong call, 3 what
`--strict` and `--exit-code` ask for.
"""


def cli_page() -> str:
    """The whole page: the group's help, then each command's in alphabetical order."""
    group = cli.make_context("factorymap", [], resilient_parsing=True, terminal_width=WIDTH)
    parts = [INTRODUCTION, _block(cli.get_help(group))]
    for name in cli.list_commands(group):
        command = cli.commands[name]
        context = click.Context(command, info_name=name, parent=group, terminal_width=WIDTH)
        parts += [f"## factorymap {name}\n", _block(command.get_help(context))]
    return "\n".join(parts)


def _block(text: str) -> str:
    """Text as it stands on a terminal."""
    lines = (line.rstrip() for line in text.splitlines())
    return "```text\n" + "\n".join(lines) + "\n```\n"


if __name__ == "__main__":
    PAGE.write_text(cli_page(), encoding="utf-8")
