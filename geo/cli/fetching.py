"""`factorymap fetch`: feeds, sitemaps and addresses in, saved pages out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.cli.common import INCOMPLETE, counted, say, writable_folder
from geo.errors import InputError

if TYPE_CHECKING:
    from geo.fetching import Fetched, FetchReport

_OPTIONS = (
    click.option(
        "--to",
        "folder",
        metavar="DIR",
        default="fetched",
        show_default=True,
        type=click.Path(path_type=Path),
        callback=writable_folder,
        help="Folder to save pages in; a second fetch into it goes on where the first one ended.",
    ),
    click.option("--sources", "known", is_flag=True, help="Ask the reviewed sources of data/feeds.csv, too."),
    click.option("--publisher", metavar="NAME", default="", help="Of these only those of a publisher."),
    click.option("--language", metavar="CODE", default="", help="Of these only those in a language: en, ko."),
    click.option("--list", "shown", is_flag=True, help="Show these with their terms of use; ask nobody."),
    click.option(
        "--match",
        metavar="WORDS",
        default="",
        help="Pages of feeds and sitemaps to keep: title, summary or address has one of these words, parted "
        "by commas; 'all' keeps all. By default those that name the DPRK.",
    ),
    click.option(
        "--since", metavar="DAY", default="", help="Leave out what lists date before, as 2025-01-31."
    ),
    click.option(
        "--limit", metavar="N", default=500, show_default=True, type=int, help="Pages of one run, at most."
    ),
    click.option(
        "--rate", metavar="N", default=30.0, show_default=True, help="Requests a minute to one host, at most."
    ),
    click.option(
        "--max-size", metavar="MB", default=10.0, show_default=True, help="Largest page or list, unpacked."
    ),
    click.option(
        "--timeout",
        metavar="SECONDS",
        default=60.0,
        show_default=True,
        help="Time of one request as a whole.",
    ),
    click.option(
        "--retries",
        metavar="N",
        default=2,
        show_default=True,
        type=int,
        help="Further tries of what may pass.",
    ),
    click.option("--refresh", is_flag=True, help="Ask saved pages again, on condition that they changed."),
    click.option(
        "--warc/--files", "as_warc", default=True, help="One archive (the default), or files of HTML."
    ),
    click.option(
        "--contact", metavar="ADDRESS", default="", help="Whom the operators of a server may write to."
    ),
    click.option("--allow-private", is_flag=True, help="Let addresses lead into private networks."),
    click.option(
        "--strict", is_flag=True, help=f"Exit with {INCOMPLETE} if something was refused or failed."
    ),
)


def _fetch_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of `fetch`."""
    for option in reversed(_OPTIONS):
        option(command)
    return command


@click.command()
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@_fetch_options
def fetch(
    sources: tuple[str, ...],
    folder: Path,
    known: bool,
    publisher: str,
    language: str,
    shown: bool,
    as_warc: bool,
    strict: bool,
    **options: Any,
) -> None:
    """
    Save the pages of feeds, sitemaps, lists and single addresses, politely.

    SOURCE is an address, or a file with addresses: one on each line, a table, OPML, a saved feed or sitemap.
    What it is is told from its content. robots.txt is obeyed, no host is asked more often than --rate, saved
    pages are not asked for again, and lists only on condition that they changed. What is not saved is told
    line by line; the pages are for `factorymap build`, with address and time of retrieval.

    Whether you may keep and use a page is for its publisher's terms and your law to say.

    It needs pip install 'factorymap[fetch]'. Exit code 1: nothing at all could be had.

    \b
    Example:
        factorymap fetch https://example.org/feed --to pages --contact desk@example.org
        factorymap fetch addresses.txt --to pages
        factorymap fetch --sources --language en --since 2025-01-01 --to pages
        factorymap fetch --sources --list
        factorymap build pages
    """
    from geo import fetching

    if (publisher or language) and not (known or shown):
        raise click.UsageError("--publisher and --language choose among --sources.")
    rows = fetching.known_sources(publisher, language) if known or shown else ()
    if shown:
        click.echo("\n".join(fetching.source_lines(rows)))
        return
    if not sources and not rows:
        raise click.UsageError("Name a SOURCE, or --sources for the reviewed ones.")
    asked = fetching.FetchOptions(form="warc" if as_warc else "files", **options)
    report = fetching.fetch((*sources, *rows), folder, asked, tell=_tell)
    say("\n".join(_summary(report)))
    if report.saved:
        click.echo(folder)
    if not any(one.status in ("saved", "unchanged", "already there") for one in report.outcomes):
        raise InputError("nothing could be fetched.")
    if strict and report.not_saved:
        say(f"--strict: {counted(len(report.not_saved), 'address')} not fetched; exit code {INCOMPLETE}.")
        raise click.exceptions.Exit(INCOMPLETE)


def _tell(outcome: Fetched) -> None:
    """One line for what is not saved, or for a list that was cut; for each page if a person watches."""
    if outcome.status == "saved" and not outcome.reason and sys.stderr.isatty():
        say(f"saved: {outcome.address}")
    if outcome.reason:
        led = f" -> {outcome.final_address}" if outcome.final_address not in ("", outcome.address) else ""
        say(f"{outcome.status}: {outcome.address}{led}: {outcome.reason}")


def _summary(report: FetchReport) -> list[str]:
    """What a run came to."""
    pages = [one for one in report.outcomes if one.kind == "page"]
    number = {status: sum(one.status == status for one in pages) for status in {one.status for one in pages}}
    told = [f"{count} {status}" for status, count in sorted(number.items()) if status != "saved"]
    lines = [", ".join([f"{counted(len(report.saved), 'page')} saved in {report.folder}", *told]) + "."]
    if report.off_subject:
        lines.append(
            f"{report.off_subject} of lists left out as off the subject or too old (see --match, --since)."
        )
    if report.beyond_limit:
        lines.append(f"{report.beyond_limit} wait for the next run (see --limit).")
    if report.given_up:
        lines.append(
            f"{report.given_up} of lists are gone or failed in three runs, and are not asked for again."
        )
    return lines
