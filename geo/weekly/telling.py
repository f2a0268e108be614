"""A round in ten lines."""

from __future__ import annotations

from collections.abc import Iterator

from geo.weekly.editions import edition_folder
from geo.weekly.records import Round


def round_lines(done: Round) -> Iterator[str]:
    """What a round did, one line a step; safe for a terminal."""
    place = edition_folder(done.edition).as_posix()
    yield f"Edition    {place}, build {done.build}"
    yield f"Fetched    {_fetched(done)}"
    yield f"Read       {done.documents} articles; {done.failed_inputs} inputs failed or were read in part"
    yield f"Found      {done.announcements} announcements, {done.possible} possible and not counted"
    yield f"Decisions  {done.applied} applied, {done.idle} refused or no longer fitting"
    yield f"Changes    {_changes(done)}"
    yield (
        f"Review     {done.review} rows in {place}/review.csv, {done.new_review} of them new, "
        f"{done.urgent} of these of high importance"
    )
    yield f"Map        {place}/map.html"
    yield f"Report     {', '.join(done.reports) or 'none'}"
    yield f"Published  {done.published or 'not asked for'}"


def _fetched(done: Round) -> str:
    if done.fetched is None:
        return "nothing: no sources, or --no-fetch"
    one = done.fetched
    waiting = f", {one.waiting} left to the next round" if one.waiting else ""
    return f"{one.saved} new pages, {one.refused} refused, {one.failed} failed{waiting}"


def _changes(done: Round) -> str:
    if done.changes is None:
        return "none to tell: this is the first edition"
    told = ", ".join(f"{number} {kind}" for kind, number in done.changes.items())
    return f"since {done.last}: {told or 'nothing changed'}"
