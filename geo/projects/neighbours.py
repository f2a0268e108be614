"""What other announcements of the same county throw doubt on one: told in its `conflict`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from geo.models import ALL_STAGES, FACILITIES, Announcement, Unit
from geo.projects.policy import SITE_FACILITIES, county_pcode_of, day_range
from geo.projects.slips import SlipKey, filed_under, looked_up_under
from geo.projects.spans import Time, TimeIndex

STAGE_WORDS: Mapping[str, str] = {stage: stage.replace("_", " ") for stage in ALL_STAGES}
MOST = 20
"""So many others, and days of each, are told in words, of more how many they are."""
T = TypeVar("T")


def with_neighbours(
    announcements: Sequence[Announcement], units: Mapping[str, Unit]
) -> Iterator[Announcement]:
    """Tell in each announcement what others of the same county throw doubt on it."""
    counties: dict[str, list[Announcement]] = {}
    for one in announcements:
        counties.setdefault(county_pcode_of(one.pcode, units) or "", []).append(one)
    known = {pcode: _County(here) for pcode, here in counties.items() if pcode}
    numbers = {one.id: number for here in counties.values() for number, one in enumerate(here)}
    for one in announcements:
        county = known.get(county_pcode_of(one.pcode, units) or "")
        doubts = county.doubts(numbers[one.id]) if county else ()
        yield replace(one, conflict="; ".join(part for part in (one.conflict, *doubts) if part))


class _County:
    """The announcements of a county, by what makes one throw doubt on another."""

    def __init__(self, announcements: Sequence[Announcement]) -> None:
        self._all = announcements
        sites = (one for one in announcements if one.facility in SITE_FACILITIES)
        self._campaigns = sorted({one.campaign for one in sites if one.campaign})
        self._slips: dict[tuple[str, SlipKey], list[tuple[str, int]]] = {}
        for number, one in enumerate(announcements):
            for key, year in filed_under(one):
                self._slips.setdefault((one.facility, key), []).append((year, number))
        self._built = self._by_facility(ALL_STAGES)
        self._begun = self._by_facility(("groundbreaking",))

    def _by_facility(self, stages: Sequence[str]) -> dict[str, TimeIndex]:
        """Facility group -> from the first to the last month of some stages of each announcement."""
        spans: dict[str, list[Time]] = {}
        for number, one in enumerate(self._all):
            months = [_month(day) for stage, day in one.stage_dates if day and stage in stages]
            if months:
                spans.setdefault(one.facility, []).append(Time(min(months), number, max(months)))
        return {facility: TimeIndex(those) for facility, those in spans.items()}

    def doubts(self, number: int) -> tuple[str, str, str]:
        """What throws doubt on one of them, each empty if it is nothing."""
        one = self._all[number]
        return self._slip(one), self._twice(one), self._alone(one)

    def _slip(self, one: Announcement) -> str:
        """Tell if another announcement of the same facility differs by the year alone."""
        twins = {
            number
            for key, year in looked_up_under(one)
            for other, number in self._slips.get((one.facility, key), ())
            if other != year and self._all[number].id != one.id
        }
        return (
            f"a slip of the year, or two projects: reported here, too: {self._told(twins)}" if twins else ""
        )

    def _twice(self, one: Announcement) -> str:
        """Tell if the county is said to be a site of another campaign, too: each has one turn."""
        if one.facility not in SITE_FACILITIES or not one.campaign:
            return ""
        others = [year for year in self._campaigns if year != one.campaign]
        return f"the county is also named as a site of {_listed(others, str, ', ')}" if others else ""

    def _alone(self, one: Announcement) -> str:
        """
        Tell if all that speaks for a site is a visit, or a ceremony of unnamed projects, while other reports
        of the same time know nothing there but a facility outside the policy.
        """
        visit = one.stage == "inspection"
        if one.facility not in SITE_FACILITIES or not (visit or one.facility == "other"):
            return ""
        months = {_month(day) for _, day in one.stage_dates if day}
        others = (self._built if visit else self._begun).items()
        found = {
            number
            for facility, spans in others
            if facility != one.facility
            for month in months
            for number in spans.meeting(month, month)
        }
        if not found or any(self._all[number].campaign for number in found):
            return ""
        told = "only a visit is reported" if visit else "what is built is not named"
        return f"{told}; other reports of that time know here only: {self._told(found)}"

    def _told(self, numbers: Iterable[int]) -> str:
        """Some of them in words, in their order."""
        return _listed([self._all[number] for number in sorted(numbers)], _in_words, "; ")


def _month(day: str) -> int:
    """The month of a date, as a number in order of time; a year alone comes before its months."""
    days = day_range(day)
    return days[0].year * 13 + (days[0].month if "-" in day else 0) if days else 0


def _listed(told: Sequence[T], in_words: Callable[[T], str], joint: str) -> str:
    """The first `MOST` in words, and how many there are besides."""
    more = len(told) - MOST
    return joint.join(map(in_words, told[:MOST])) + (f"{joint}and {more} more" if more > 0 else "")


def _in_words(announcement: Announcement) -> str:
    """Facility and dated stages of an announcement."""
    stages = [(stage, day) for stage, day in announcement.stage_dates if day]
    dated = _listed(stages, lambda stage: f"{STAGE_WORDS[stage[0]]} {stage[1]}", ", ")
    label = FACILITIES.get(announcement.facility, announcement.facility)
    return f"{label} ({dated})" if dated else label
