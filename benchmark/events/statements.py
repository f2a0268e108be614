"""
Statements of real pages, `statements.csv`, found again in the shipped briefs about these pages.

A statement is a place, a facility group, a stage and a date as one page gives it, with the campaign that it
belongs to. Each is to be found with its date, and counted once for its project.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmark.events.merging import MergeScore, merge_score, merged_statements
from benchmark.texts.annotated import Annotated, EventKey
from benchmark.texts.units import county_of
from geo.articles import read_inputs
from geo.models import Announcement
from geo.places.gazetteer import Gazetteer
from geo.projects.claimants import page_key

STATEMENTS = Path(__file__).parent / "statements.csv"


@dataclass(frozen=True, slots=True)
class Statement:
    """What one page states."""

    key: EventKey
    date: str
    """ISO day, month or year; empty if the page has none."""
    campaign: str
    page: str

    @property
    def project(self) -> str:
        """The project that it is about: place, facility group, and campaign if it has one."""
        return " ".join((*self.key[:2], self.campaign))

    @property
    def is_of_ceremony(self) -> bool:
        """Whether it only speaks of projects of the policy, which other pages may name."""
        return self.key[1] == "other" and bool(self.campaign)


@dataclass(frozen=True, slots=True)
class StatementScore:
    """What became of the statements."""

    statements: int
    missed: Sequence[Statement]
    misdated: Sequence[Statement]
    merging: MergeScore


def read_statements(path: Path = STATEMENTS) -> list[Statement]:
    """The statements, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Statement(
                (row["pcode"], row["facility"], row["stage"]),
                row["date"],
                row["campaign"],
                page_key(row["url"], ""),
            )
            for row in csv.DictReader(file)
        ]


def read_shipped(statements: Sequence[Statement] | None = None) -> list[Annotated]:
    """The shipped briefs on pages with statements, which are their events; one without is not judged."""
    pages: dict[str, dict[EventKey, tuple[str | None, ...]]] = {}
    for one in read_statements() if statements is None else statements:
        events = pages.setdefault(one.page, {})
        events[one.key] = (*events.get(one.key, ()), one.date or None)
    documents = [(page_key(one.url or "", one.id), one) for _, found in read_inputs() for one in found]
    return [Annotated(one, (), pages[page]) for page, one in documents if page in pages]


def statement_score(
    statements: Sequence[Statement], announcements: Iterable[Announcement], gazetteer: Gazetteer
) -> StatementScore:
    """Look for each statement among the reports about its page."""
    announced = list(announcements)
    dates: dict[tuple[str, EventKey], set[str]] = {}
    for report in (report for one in announced for report in one.reports):
        event = report.event
        if event.pcode:
            key = (county_of(event.pcode, gazetteer), event.facility, event.stage)
            dates.setdefault((page_key(report.url, ""), key), set()).add(event.date or "")
    found = [one for one in statements if (one.page, one.key) in dates]
    named = {(one.key[0], one.campaign) for one in statements if not one.is_of_ceremony}
    projects = {
        (one.page, one.key): one.project
        for one in statements
        if one.campaign and not (one.is_of_ceremony and (one.key[0], one.campaign) in named)
    }
    return StatementScore(
        statements=len(statements),
        missed=[one for one in statements if one not in found],
        misdated=[one for one in found if one.date not in dates[one.page, one.key]],
        merging=merge_score(merged_statements(announced, projects, gazetteer)),
    )
