"""The reviewed sources of data/feeds.csv. Nothing of them is fetched unless it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from geo.errors import InputError
from geo.fetching.records import FeedSource
from geo.text import data_rows


def known_sources(publisher: str = "", language: str = "") -> tuple[FeedSource, ...]:
    """
    The rows of data/feeds.csv, in its order.

    Parameters
    ----------
    publisher
        Part of a publisher's name, in any case; empty for all.
    language
        ISO 639-1, such as ko; empty for all.

    Raises
    ------
    InputError
        If no row fits.
    """
    found = tuple(
        source
        for source in _sources()
        if publisher.casefold() in source.publisher.casefold() and language in ("", source.language)
    )
    if not found:
        names = ", ".join(dict.fromkeys(source.publisher for source in _sources()))
        raise InputError(f"no known source fits. There are: {names}.")
    return found


def source_lines(sources: Iterable[FeedSource]) -> Iterator[str]:
    """What is known of each source, for a person to read before asking it."""
    for one in sources:
        tried = "not tried from here" if one.tried == "no" else f"last fetched on {one.tried}"
        yield f"{one.publisher} ({one.language}, {one.kind}, {tried})"
        yield f"  {one.address}"
        yield f"  terms: {one.terms}" + (f" ({one.terms_address})" if one.terms_address else "")
        if one.note:
            yield f"  {one.note}"


@cache
def _sources() -> tuple[FeedSource, ...]:
    return tuple(FeedSource(**row) for row in data_rows("feeds.csv"))  # type: ignore[arg-type]
