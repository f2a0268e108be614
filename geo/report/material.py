"""What every chapter is written from: the run of a day, the gazetteer, the words, and who is cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from geo.errors import InputError
from geo.models import Announcement, Language, Report, Run
from geo.places import Gazetteer, load_gazetteer
from geo.projects import (
    Period,
    SiteStanding,
    county_pcode_of,
    day_range,
    iso_bound,
    run_within,
    sites_on_record,
    standings,
)
from geo.report.citing import Citations
from geo.report.records import Row, Statement, Tabulation
from geo.text import readable
from geo.view import human_date, newest_day, say

DONE = ("completed", "operating")


@dataclass
class Material:
    """A run as it stood on a day, and what is asked of it again and again."""

    run: Run
    """Cut to what happened by the day."""
    day: str
    """ISO day; empty where nothing is dated and none was given."""
    newest: str
    """Newest day of publication; empty if none is known."""
    language: Language
    places: Gazetteer = field(default_factory=load_gazetteer)
    citations: Citations = field(default_factory=Citations)

    @cached_property
    def projects(self) -> tuple[Announcement, ...]:
        """All announcements: by campaign, province, county and facility; those of no campaign last."""
        return tuple(
            sorted(
                self.run.announcements,
                key=lambda one: (one.campaign or "9999", one.province, one.name, one.facility, one.id),
            )
        )

    @cached_property
    def sites(self) -> dict[str, tuple[str, ...]]:
        """Campaign -> P-codes of its sites that these sources name."""
        return sites_on_record(self.run.announcements, self.places.units)

    @cached_property
    def standings(self) -> tuple[SiteStanding, ...]:
        """How far each site of the record has come; none where nothing is of a campaign."""
        if not any(one.campaign for one in self.run.announcements):
            return ()
        return standings(self.run.announcements, self.places.units, self.day or None)

    def at(self, pcode: str, campaign: str) -> list[Announcement]:
        """The projects of one campaign in a county."""
        return [one for one in self.projects if one.campaign == campaign and self.county(one) == pcode]

    def county(self, one: Announcement) -> str | None:
        """P-code of the county-level unit of a project."""
        return county_pcode_of(one.pcode, self.places.units)

    def say(self, key: str, **values: object) -> str:
        """A message of `geo/view/messages.csv` in the language of the report."""
        return say(key, self.language, **values)

    def state(
        self,
        key: str,
        sources: Iterable[int] = (),
        *,
        table: str = "",
        method: bool = False,
        **values: object,
    ) -> Statement:
        """A sentence with its sources, with the table that has them, or on how something is counted."""
        return Statement(self.say(key, **values), tuple(sorted(set(sources))), table, method)

    def table(
        self,
        id: str,
        head: Iterable[str],
        rows: Iterable[Row],
        numbers: Iterable[int] = (),
        see: str = "",
        **values: object,
    ) -> Tabulation:
        """A table with the caption `report-table-{id}` and messages for its head."""
        caption, columns = self.say(f"report-table-{id}", **values), tuple(map(self.say, head))
        return Tabulation(id, caption, columns, tuple(rows), tuple(numbers), see)

    def cite(self, projects: Iterable[Announcement], *stages: str) -> tuple[int, ...]:
        """Numbers of the reports of projects; of these stages if any are named, as far as there are some."""
        told: list[Report] = []
        for one in projects:
            some = [report for report in one.reports if report.event.stage in stages]
            told += some or one.reports
        return self.citations.of(told)

    def place(self, pcode: str | None, name: str = "") -> str:
        """What a place is called in the language of the report."""
        if pcode is None or pcode not in self.places.units:
            return str(readable(name)) or self.say("report-no-place")
        unit = self.places.units[pcode]
        return str(self.places.korean_name(pcode)) if self.language == "ko" else unit.name

    def province(self, pcode: str | None, name: str = "") -> str:
        """What the province of a place is called."""
        if pcode is None or pcode not in self.places.units:
            return str(readable(name))
        return self.place(self.places.province_of(pcode).pcode)

    def stage(self, stage: str) -> str:
        """A stage in words."""
        return self.say(f"stage-{stage}")

    def facility(self, facility: str) -> str:
        """A facility group in words."""
        return self.say(f"facility-{facility}")

    def date(self, iso: str) -> str:
        """A partial date in words."""
        return human_date(iso, self.language)

    def dated(self, one: Announcement) -> str:
        """The stage of a project with the days that are told of it."""
        days = [self.date(day) for stage, day in one.stage_dates if stage == one.stage and day]
        return f"{self.stage(one.stage)} ({', '.join(days)})" if days else self.stage(one.stage)


def material_of(run: Run, as_of: str | date, language: Language) -> Material:
    """
    A run as it stood at the end of a day, by default that of the newest page.

    Raises
    ------
    InputError
        If the day is none.
    """
    asked = iso_bound(as_of)
    if asked and (len(asked) < len("2025-01-01") or day_range(asked) is None):
        raise InputError(f"{asked!r} is no day. Write it as 2025-03-31.")
    newest = newest_day(run.announcements, run.documents) or ""
    return Material(run_within(run, Period(until=asked)), asked or newest, newest, language)


def days_of(one: Announcement, stage: str) -> tuple[date, date] | None:
    """First and last day on which a stage can be, if reports agree and tell a month at least."""
    told = [day_range(day) for reported, day in one.stage_dates if reported == stage]
    known = [days for days in told if days]
    if not known or len(known) < len(told):
        return None
    first, last = max(days[0] for days in known), min(days[1] for days in known)
    return (first, last) if timedelta(0) <= last - first < timedelta(31) else None


def months_between(months: Sequence[str]) -> list[str]:
    """Every month from the first to the last one, as `2024-02`; none if there are none."""
    if not months:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (min(months), max(months)))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)]
