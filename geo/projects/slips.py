"""
Groundbreakings and completions that differ by the year alone: the same month, and day where both have one.

Each is filed under its date without the year and under every beginning of that, so that those of the same
day, or of its month, are looked up together.
"""

from __future__ import annotations

from collections.abc import Iterator

from geo.models import Announcement

SlipKey = tuple[str, str, bool]
"""Stage, date without the year (`02-28`) or a beginning of it, and whether it is all that is known."""


def filed_under(one: Announcement) -> Iterator[tuple[SlipKey, str]]:
    """Under what an announcement is filed, and the year, for each of its ceremonies with a month."""
    for stage, year, rest in _ceremonies(one):
        yield (stage, rest, True), year
        yield from (((stage, rest[:at], False), year) for at in range(1, len(rest) + 1))


def looked_up_under(one: Announcement) -> Iterator[tuple[SlipKey, str]]:
    """Under what those of the same month and day are filed, those of other years among them, and its year."""
    for stage, year, rest in _ceremonies(one):
        yield (stage, rest, False), year
        yield from (((stage, rest[:at], True), year) for at in range(1, len(rest)))


def _ceremonies(one: Announcement) -> Iterator[tuple[str, str, str]]:
    """Stage, year and what follows it of each groundbreaking and completion with a month."""
    for stage, day in one.stage_dates:
        if stage in ("groundbreaking", "completed") and day[5:]:
            yield stage, day[:4], day[5:]
