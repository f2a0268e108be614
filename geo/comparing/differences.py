"""
Two builds -> what changed from one to the other, and which report says so.

    read_build -> pair -> changes -> words, JSON
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from os import PathLike

from geo.comparing.changes import appeared, changed, moved, withdrawn
from geo.comparing.pairing import Pairing, claim, county_of, pair
from geo.comparing.records import KINDS, Change, Comparison, Difference, Side, Source
from geo.comparing.telling import comparison_json, comparison_lines
from geo.models import Report, Run, __version__
from geo.outputs import Build, read_build

__all__ = [
    "Change",
    "Comparison",
    "Difference",
    "Side",
    "Source",
    "comparison_json",
    "comparison_lines",
    "diff",
]

Built = str | PathLike[str] | Build | Run


def diff(old: Built, new: Built) -> Comparison:
    """
    What changed from one build to a later one.

    Parameters
    ----------
    old, new
        The folder that a build wrote, its announcements.csv or announcements.geojson, or a run in memory.

    Raises
    ------
    InputError
        If one is no build, is damaged, or was written by another version without what is needed.
    """
    before, after = _build(old), _build(new)
    found = sorted(_changes(pair(before.announcements, after.announcements)), key=_order)
    return Comparison(_side(before), _side(after), tuple(_notes(before, after)), tuple(found))


def _build(built: Built) -> Build:
    """A build from wherever it is."""
    if isinstance(built, Build):
        return built
    if isinstance(built, Run):
        return Build("", __version__, {}, built.announcements)
    return read_build(built)


def _side(build: Build) -> Side:
    return Side(build.path, build.version, len(build.announcements))


def _changes(found: Pairing) -> Iterator[Change]:
    """All changes, kind by kind as they are found."""
    for new in found.fresh:
        yield from appeared(new)
    for old in found.gone:
        yield withdrawn(old)
    for old, new in (*found.joined, *found.split):
        yield moved(old, new)
    news = _news(found)
    for old, new in found.pairs:
        yield from changed(old, new, news.get(county_of(new), ()))


def _news(found: Pairing) -> dict[Hashable, list[Report]]:
    """County -> reports that only the newer build has."""
    sides = [*found.pairs, *found.joined]
    known = {claim(report) for one in (*(old for old, _ in sides), *found.gone) for report in one.reports}
    news: dict[Hashable, list[Report]] = {}
    for one in (*found.fresh, *(new for _, new in (*found.pairs, *found.split))):
        fresh = [report for report in one.reports if claim(report) not in known]
        news.setdefault(county_of(one), []).extend(fresh)
    return news


def _order(change: Change) -> tuple[object, ...]:
    """By kind, then by place and project."""
    return (
        list(KINDS).index(change.kind),
        change.pcode is None,
        change.pcode or "",
        change.place,
        change.facility,
        change.campaign,
        change.old_id or "",
        change.new_id or "",
    )


def _notes(old: Build, new: Build) -> Iterator[str]:
    """What else than news can make the difference."""
    if old.version and new.version and old.version != new.version:
        yield f"made by factorymap {old.version} and {new.version}, which may read the same words otherwise"
    names = sorted({*old.options, *new.options} - {"paths"}) if old.options and new.options else []
    for name in names:
        was, now = (build.options.get(name) or "not set" for build in (old, new))
        if was != now and name in ("boundaries", "decisions", "weights", "since", "until"):
            yield f"the builds have other options: {name} was {was}, is {now}"
