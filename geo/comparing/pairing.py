"""
Which announcement of an older build is which of a newer one.

Ids are made of place, facility group and campaign, and so change when one of these is read otherwise. What
makes two announcements the same is that they stand on the same reports; the id decides where the sources are
all others.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from geo.models import Announcement, Report
from geo.places import load_gazetteer
from geo.projects import county_pcode_of, page_key

Claim = tuple[str, str, str]
"""Page, stage and date: what makes two reports the same."""
Pair = tuple[Announcement, Announcement]
Score = tuple[int, ...]


@dataclass(slots=True)
class Pairing:
    """Announcements of two builds, put side by side."""

    pairs: list[Pair] = field(default_factory=list)
    joined: list[Pair] = field(default_factory=list)
    """An old one whose reports now stand with another."""
    split: list[Pair] = field(default_factory=list)
    """A new one whose reports stood with another before."""
    gone: list[Announcement] = field(default_factory=list)
    fresh: list[Announcement] = field(default_factory=list)


def pair(old: Iterable[Announcement], new: Iterable[Announcement]) -> Pairing:
    """
    Put the announcements of two builds side by side.

    Of the same place and facility group those go together that share most reports, then pages, then the id.
    Of what is left, a place or facility group was read otherwise where one old and one new announcement rest
    on the same words of the same page, and no others do.
    """
    found = Pairing(gone=list(old), fresh=list(new))
    _take(found, _best(found, _project))
    for key, told in ((_facility, _same_words), (county_of, _same_claims)):
        _take(found, _only(found, key, told))
    found.joined = list(_moved(found.gone, [new for _, new in found.pairs]))
    found.split = [(old, new) for new, old in _moved(found.fresh, [old for old, _ in found.pairs])]
    moved = {id(one) for pairs in (found.joined, found.split) for both in pairs for one in both}
    found.gone = [one for one in found.gone if id(one) not in moved]
    found.fresh = [one for one in found.fresh if id(one) not in moved]
    return found


def claim(report: Report) -> Claim:
    """What a report states on which page."""
    return page_key(report.url, report.document_id), report.event.stage, report.event.date or ""


def _claims(announcement: Announcement) -> set[Claim]:
    return {claim(report) for report in announcement.reports}


def _pages(announcement: Announcement) -> set[str]:
    return {page for page, _, _ in _claims(announcement)}


def _words(announcement: Announcement) -> set[tuple[str, str, str]]:
    """Page, stage and words of each report, bars as the tables write them."""
    return {
        (page_key(r.url, r.document_id), r.event.stage, r.event.words.replace("|", "¦"))
        for r in announcement.reports
    }


def county_of(announcement: Announcement) -> Hashable:
    """The county; of a place that is not settled, all that it may be."""
    if announcement.pcode is None:
        return tuple(place.pcode for place in announcement.candidates) or announcement.name
    return county_pcode_of(announcement.pcode, load_gazetteer().units) or announcement.pcode


def _facility(announcement: Announcement) -> Hashable:
    return announcement.facility


def _project(announcement: Announcement) -> Hashable:
    return county_of(announcement), announcement.facility


def _take(found: Pairing, pairs: Iterable[Pair]) -> None:
    """Move pairs from what is left to what is paired."""
    chosen = list(pairs)
    taken = {id(one) for both in chosen for one in both}
    found.pairs += chosen
    found.gone = [one for one in found.gone if id(one) not in taken]
    found.fresh = [one for one in found.fresh if id(one) not in taken]


def _grouped(
    announcements: Iterable[Announcement], key: Callable[[Announcement], Hashable]
) -> dict[Hashable, list[Announcement]]:
    groups: dict[Hashable, list[Announcement]] = {}
    for one in announcements:
        groups.setdefault(key(one), []).append(one)
    return groups


def _best(found: Pairing, key: Callable[[Announcement], Hashable]) -> Iterator[Pair]:
    """Pairs within the groups of a key, the likest first, each announcement once."""
    fresh = _grouped(found.fresh, key)
    for group, olds in _grouped(found.gone, key).items():
        both = [(_likeness(old, new), old, new) for old in olds for new in fresh.get(group, ())]
        taken: set[int] = set()
        for score, old, new in sorted(both, key=lambda one: (one[0], one[1].id, one[2].id), reverse=True):
            if any(score) and not taken & {id(old), id(new)}:
                taken |= {id(old), id(new)}
                yield old, new


def _likeness(old: Announcement, new: Announcement) -> Score:
    """How many reports and pages two announcements share, and whether they have the same id."""
    return (len(_claims(old) & _claims(new)), len(_pages(old) & _pages(new)), int(old.id == new.id))


def _same_words(old: Announcement, new: Announcement) -> bool:
    """Whether a report of each is the same words of the same page, for the same stage."""
    return bool(_words(old) & _words(new))


def _same_claims(old: Announcement, new: Announcement) -> bool:
    """Whether a report of each states the same stage and date on the same page, in the same words."""
    return bool(_claims(old) & _claims(new)) and _same_words(old, new)


def _only(
    found: Pairing,
    key: Callable[[Announcement], Hashable],
    told: Callable[[Announcement, Announcement], bool],
) -> list[Pair]:
    """Pairs within the groups of a key for which `told` holds, and for no other of the group with either."""
    fresh = _grouped(found.fresh, key)
    both = [
        (old, new)
        for group, olds in _grouped(found.gone, key).items()
        for old in olds
        for new in fresh.get(group, ())
        if told(old, new)
    ]
    return [(old, new) for old, new in both if sum(old is one or new is other for one, other in both) == 1]


def _moved(
    left: Sequence[Announcement], others: Sequence[Announcement]
) -> Iterator[tuple[Announcement, Announcement]]:
    """What is left, each with the first other that has one of its reports and may be of its place."""
    there = _grouped(others, _facility)
    for one in left:
        for other in there.get(_facility(one), ()):
            if _may_be(one, other) and _claims(one) & _claims(other):
                yield one, other
                break


def _may_be(one: Announcement, other: Announcement) -> bool:
    """Whether two announcements are of one county, or the open place of one may be that of the other."""
    return county_of(one) == county_of(other) or other.pcode in {place.pcode for place in one.candidates}
