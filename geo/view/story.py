"""What the map says first: a headline and one sentence, made from the data or written by a user."""

from __future__ import annotations

from collections.abc import Sequence

from geo.view.messages import own_words, words
from geo.view.options import MapOptions
from geo.view.records import AnnouncementView, PolicyView, PolicyYear, Words


def headline_of(policy: PolicyView, shown: Sequence[AnnouncementView], options: MapOptions) -> Words:
    """How many of the sites that are named here are inaugurated; without a policy, how much is reported."""
    if options.headline:
        return own_words(options.headline)
    named = sum(map(_named, policy["years"]))
    if named:
        return words("headline", done=sum(len(year["done"]) for year in policy["years"]), named=named)
    places = len({one["county"] for one in shown} - {None})
    return words("headline-plain" if shown else "headline-none", projects=len(shown), places=places)


def takeaway_of(policy: PolicyView, shown: Sequence[AnnouncementView], options: MapOptions) -> Words:
    """What is under way and what is late, year by year, and how much rests on state media alone."""
    if options.takeaway:
        return own_words(options.takeaway)
    parts = []
    for year in policy["years"]:
        if year["under_way"]:
            parts.append(words("takeaway-under-way", n=len(year["under_way"]), year=year["key"]))
        if year["late"]:
            parts.append(words("takeaway-late", n=len(year["late"]), year=year["key"]))
    if state := sum(bool(one["state_media_only"]) for one in shown):
        parts.append(words("takeaway-state", state=state, projects=len(shown)))
    return {
        "en": "; ".join(part["en"] for part in parts) + "." * bool(parts),
        "ko": ", ".join(part["ko"] for part in parts) + "." * bool(parts),
    }


def _named(year: PolicyYear) -> int:
    """Sites that some source here names."""
    return len(year["done"]) + len(year["late"]) + len(year["under_way"])
