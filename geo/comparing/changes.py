"""What changed in an announcement that stands in two builds, and which reports say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from geo.comparing.pairing import Pair, claim
from geo.comparing.records import Change, Difference, Kind, Source
from geo.models import ALL_STAGES, STAGES, Announcement, Report
from geo.projects import MOMENTS
from geo.text import JOINT

Reports = Sequence[Report]
_WHOLE = frozenset(("place", "facility", "campaign", "stage"))
"""Fields that rest on all reports, not on those of one stage."""


def appeared(new: Announcement) -> Iterator[Change]:
    """The changes for an announcement that only the newer build has."""
    yield _change("new", None, new, (), new.reports)
    if new.conflict:
        yield _change("conflicting", None, new, (Difference("conflict", "", new.conflict),), new.reports)


def withdrawn(old: Announcement) -> Change:
    """The change for an announcement that only the older build has."""
    return _change("withdrawn", old, None, (), old.reports, gone=True)


def moved(old: Announcement, new: Announcement) -> Change:
    """The change for reports that were counted as one project and now are two, or the other way round."""
    shared = {claim(report) for report in old.reports} & {claim(report) for report in new.reports}
    reports = [report for report in new.reports if claim(report) in shared]
    return _change("corrected", old, new, (Difference("project", old.id, new.id),), reports)


def changed(old: Announcement, new: Announcement, nearby: Reports) -> Iterator[Change]:
    """
    The changes between two readings of one project, at most one of each kind.

    `nearby` are the reports on other projects of the county that only the newer build has: they may throw
    doubt on this one, or end it.
    """
    added, lost = _without(new.reports, old.reports), _without(old.reports, new.reports)
    found = [
        *_advanced((old, new), added),
        *_corrected((old, new), added, lost),
        *_conflicting((old, new), added or nearby, lost),
    ]
    if not found and added:
        found = [_change("sourced", old, new, tuple(_observations(old, new)), added)]
    if not found and lost:
        found = [_change("unsourced", old, new, (), lost, gone=True)]
    yield from found


def _change(
    kind: Kind,
    old: Announcement | None,
    new: Announcement | None,
    differences: tuple[Difference, ...],
    reports: Iterable[Report],
    *,
    gone: bool = False,
) -> Change:
    """A change, described by the newer of its announcements."""
    told = new or old
    assert told
    return Change(
        kind=kind,
        pcode=told.pcode,
        place=told.name,
        province=told.province,
        facility=told.facility,
        campaign=told.campaign,
        stage=told.stage,
        dates=told.stage_dates,
        old_id=old.id if old else None,
        new_id=new.id if new else None,
        differences=differences,
        sources=_sources(reports),
        gone=gone,
    )


def _sources(reports: Iterable[Report]) -> tuple[Source, ...]:
    """Where reports stand, each page and claim once, the earliest first."""
    found = {Source(r.publisher, r.published_on, r.url, r.event.stage, r.event.date or None) for r in reports}
    return tuple(sorted(found, key=lambda one: [part or "" for part in _order(one)]))


def _order(source: Source) -> tuple[str | None, ...]:
    return (source.published_on or "9", source.publisher, source.url, source.stage, source.date)


def _without(reports: Reports, others: Reports) -> Reports:
    """The reports that are not among the others."""
    known = {claim(report) for report in others}
    return [report for report in reports if claim(report) not in known]


def _rank(stage: str) -> int:
    """How far a stage is; a visit is before all others."""
    return STAGES.index(stage) if stage in STAGES else -1


def _dates(announcement: Announcement, stage: str) -> tuple[str, ...] | None:
    """The dates of a stage, none if it was reported without; None if it was not reported."""
    dates = tuple(day for reported, day in announcement.stage_dates if reported == stage)
    return tuple(filter(None, dates)) if dates else None


def _advanced(both: Pair, added: Reports) -> Iterator[Change]:
    """The change if the project has reached a further stage."""
    old, new = both
    if _rank(new.stage) <= _rank(old.stage):
        return
    reached = [stage for stage in ALL_STAGES if _rank(stage) > _rank(old.stage)]
    found = [Difference("stage", old.stage, new.stage)]
    if new.campaign and not old.campaign:
        found.append(Difference("campaign", "", new.campaign))
    found += [Difference(stage, "", JOINT.join(days)) for stage in reached if (days := _dates(new, stage))]
    reports = _first(lambda report: report.event.stage in reached, added, new.reports)
    yield _change("advanced", old, new, tuple(found), reports)


def _first(fits: Callable[[Report], bool], *choices: Reports) -> Reports:
    """The first of some lists that has reports that fit, those alone; else the first that has any."""
    fitting = ([report for report in reports if fits(report)] for reports in choices)
    return next(filter(None, (*fitting, *choices)), ())


def _corrected(both: Pair, added: Reports, lost: Reports) -> Iterator[Change]:
    """The change if anything is read otherwise that is no progress."""
    found = tuple(_differences(*both))
    if not found:
        return
    fields = {difference.field for difference in found}
    whole = bool(fields & _WHOLE)
    reports = _first(lambda report: whole or report.event.stage in fields, added, lost, both[1].reports)
    gone = not any(report in both[1].reports for report in reports)
    yield _change("corrected", *both, found, reports, gone=gone)


def _differences(old: Announcement, new: Announcement) -> Iterator[Difference]:
    """Place, facility, campaign, a stage that is no longer reached, and dates."""
    ahead = _rank(new.stage) > _rank(old.stage)
    for field, was, now in (
        ("place", _place(old), _place(new)),
        ("facility", old.facility, new.facility),
        ("campaign", old.campaign, new.campaign),
        ("stage", old.stage, new.stage),
    ):
        progress = ahead and (field == "stage" or (field == "campaign" and not was))
        if was != now and not progress:
            yield Difference(field, was, now)
    for stage in ALL_STAGES:
        if not (ahead and _rank(stage) > _rank(old.stage)):
            yield from _redated(stage, _dates(old, stage), _dates(new, stage))


def _place(announcement: Announcement) -> str:
    """A place with its code, or with all that it may be."""
    code = announcement.pcode or " or ".join(place.pcode for place in announcement.candidates) or "unknown"
    return f"{announcement.name} [{code}]"


def _redated(stage: str, was: tuple[str, ...] | None, now: tuple[str, ...] | None) -> Iterator[Difference]:
    """The difference in the dates of a stage; what lasts or recurs may well be seen on further days."""
    if was == now or (stage not in MOMENTS and set(was or ()) <= set(now or ()) and now is not None):
        return
    yield Difference(stage, JOINT.join(was or ()), JOINT.join(now or ()))


def _observations(old: Announcement, new: Announcement) -> Iterator[Difference]:
    """Further days on which a project was seen at stages that last or recur."""
    for stage in ALL_STAGES:
        was, now = _dates(old, stage), _dates(new, stage)
        if now and now != was:
            yield Difference(stage, JOINT.join(was or ()), JOINT.join(now))


def _conflicting(both: Pair, added: Reports, lost: Reports) -> Iterator[Change]:
    """The change if reports disagree on more than before, or only on less."""
    was, now = both[0].conflict, both[1].conflict
    if was == now:
        return
    difference = (Difference("conflict", was, now),)
    if now and not set(now.split("; ")) <= set(was.split("; ")):
        yield _change("conflicting", *both, difference, added or both[1].reports)
    else:
        reports = added or lost or both[1].reports
        yield _change("settled", *both, difference, reports, gone=not added and bool(lost))
