"""Fetch: sources and a folder in, a report out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import InputError
from geo.fetching.records import FeedSource, Fetched, FetchOptions, FetchReport
from geo.text import csv_table, needed, read_regular, sole_writer, write_atomically

if TYPE_CHECKING:
    from geo.fetching.listings import Listing
    from geo.fetching.state import State

INDEX = "fetched.csv"
"""Name of the table of what is in the folder."""
LIBRARIES = ("httpx", "feedparser", "protego", "warcio")
_LARGEST_LIST = 50_000_000
_COLUMNS = ("address", "final_address", "retrieved_at", "file", "record", "size", "sha256", "listed_in")

Sources = str | os.PathLike[str] | FeedSource


def fetch(
    sources: Sources | Iterable[Sources],
    folder: str | os.PathLike[str] = "fetched",
    options: FetchOptions | None = None,
    *,
    tell: Callable[[Fetched], object] = lambda outcome: None,
) -> FetchReport:
    """
    Save the pages of feeds, sitemaps, lists and single addresses in a folder that `build` reads.

    Parameters
    ----------
    sources
        Addresses of pages, feeds, sitemaps or lists of addresses; paths of files that hold any of these
        lists, also as OPML or as a table; rows of data/feeds.csv from `known_sources`. What an address or a
        file holds is told from its content.
    folder
        Made if it is not there. A second fetch into it asks again for the lists only, on condition that they
        changed, and for what could not be had.
    options
        How; see `FetchOptions`.
    tell
        Called with each outcome as soon as it is settled.

    Returns
    -------
    FetchReport
        What became of each address. Nothing is raised for one that cannot be fetched.

    Raises
    ------
    InputError
        If a source is neither an address nor a file with addresses, another process fetches into the folder,
        or the libraries of `factorymap[fetch]` are not installed.
    OSError
        If the folder cannot be written to.
    """
    needed("fetching pages", "fetch", *LIBRARIES)
    from geo.fetching.network import Network
    from geo.fetching.running import Running
    from geo.fetching.state import State

    options, place = options or FetchOptions(), Path(folder)
    alone = isinstance(sources, str | os.PathLike | FeedSource)
    given = [sources] if alone else list(sources)  # type: ignore[arg-type]
    if not given:
        raise InputError("nothing to fetch. Give an address, a file of addresses or known sources.")
    read = [(one, _read_if_file(one)) for one in given]
    with sole_writer(place, (INDEX,)), closing(State(place)) as state, closing(Network(options)) as network:
        running = Running(place, options, state, network, tell)
        try:
            for one, listing in read:
                if listing is not None:
                    running.add_file(listing, os.fspath(one))  # type: ignore[arg-type]
                elif isinstance(one, FeedSource):
                    running.add(one.address, is_list=one.kind != "page", about_dprk=one.subject == "dprk")
                else:
                    running.add(str(one))
            running.go_on()
        finally:
            write_atomically(place / INDEX, _index(state))
    left = running.left
    return FetchReport(
        str(place), tuple(running.outcomes), left["off subject"], left["beyond limit"], left["given up"]
    )


def _read_if_file(source: object) -> Listing | None:
    """The list that a file holds; None for an address and for a known source."""
    if isinstance(source, FeedSource) or "://" in str(source):
        return None
    from geo.fetching.listings import read_file

    path = str(os.fspath(source))  # type: ignore[call-overload]
    advice = "Give a file that is there, or an address that begins with https://."
    content = read_regular(path, _LARGEST_LIST, advice=advice)
    try:
        return read_file(content)
    except InputError as error:
        raise InputError(f"'{path}': {error}") from None


def _index(state: State) -> str:
    """The table of what is in the folder."""
    rows = ({**asdict(page), "sha256": page.digest} for page in state.pages())
    return csv_table(_COLUMNS, rows)
