"""How far it has come: month by month, what is late, what was cancelled, how long it took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median, quantiles

from geo.models import Announcement, Report
from geo.report.announced import PROJECTS, SITES
from geo.report.charts import Part, columns, spreads
from geo.report.coverage import DOCUMENTS
from geo.report.material import DONE, Material, days_of, months_between
from geo.report.records import Block, Chapter, Drawing, Row, Statement, Tabulation
from geo.view import LOOKS

ENOUGH = 4
"""So many projects before quartiles are told."""
BUILT = "built"


def progress(about: Material) -> Chapter:
    """By month, by campaign, late, set back."""
    return Chapter("progress", about.say("report-progress"), tuple(_progress(about)))


def _progress(about: Material) -> Iterator[Block]:
    yield from campaign_lines(about)
    yield from _day_lines(about)
    drawn = _months(about)
    if drawn:
        yield drawn
    for one in about.standings:
        if one.standing == "done" and one.overdue:
            here = about.at(one.site.pcode, one.site.campaign)
            yield about.state(
                "report-overdue",
                {*about.citations.of_record([one.site]), *about.cite(here)},
                place=about.place(one.site.pcode),
                year=one.site.campaign,
                facilities=tuple(map(about.facility, one.overdue)),
                day=about.date(about.day),
            )
    attached = [report for one in about.projects for report in one.setbacks]
    for report in (*attached, *about.run.loose_setbacks):
        yield _setback(report, about)


def campaign_lines(about: Material) -> Iterator[Statement]:
    """How far each campaign has come, and who is late."""
    for year, sites in groupby(about.standings, lambda one: one.site.campaign):
        some = list(sites)
        count = Counter(one.standing for one in some)
        yield about.state(
            "report-campaign", table=SITES, year=year, sites=len(some), done=count["done"],
            under_way=count["under_way"], unseen=count["unseen"],
        )  # fmt: skip
        late = [one for one in some if one.standing == "late"]
        if late:
            there = [p for one in late for p in about.at(one.site.pcode, year)]
            yield about.state(
                "report-late",
                {*about.cite(there), *about.citations.of_record(one.site for one in late)},
                year=year,
                day=about.date(about.day),
                places=tuple(about.place(one.site.pcode) for one in late),
            )
        else:
            yield about.state("report-none-late", table=SITES, year=year, day=about.date(about.day))


def _day_lines(about: Material) -> Iterator[Statement]:
    """What the day of the report means where it is not that of the newest page."""
    if about.day and about.newest and about.day != about.newest:
        key = "report-day-after" if about.day > about.newest else "report-day-before"
        yield about.state(key, table=DOCUMENTS, day=about.date(about.day), newest=about.date(about.newest))


def _setback(report: Report, about: Material) -> Statement:
    event = report.event
    return about.state(
        "report-setback" if event.date else "report-setback-undated",
        about.citations.of([report]),
        place=about.place(event.pcode, event.name or ""),
        facility=about.facility(event.facility),
        stage=about.stage(event.stage),
        date=about.date(event.date or ""),
    )


def _months(about: Material) -> Drawing | None:
    """Groundbreakings and completions by month, as far as the month is known."""
    told = {
        stage: [day[:7] for one in about.projects for reported, day in one.stage_dates
                if reported == stage and len(day) >= 7]
        for stage in ("groundbreaking", "completed")
    }  # fmt: skip
    months = months_between([month for some in told.values() for month in some])
    if not months:
        return None
    series = [
        [Part(some.count(month), LOOKS[stage].fill, about.stage(stage)) for stage, some in told.items()]
        for month in months
    ]
    caption = about.say("report-months")
    return Drawing("months", columns(months, series), caption, caption, PROJECTS)


@dataclass(frozen=True, slots=True)
class Span:
    """A project of which groundbreaking and completion are known to the day or month."""

    project: Announcement
    begun: tuple[date, date]
    done: tuple[date, date]
    """First and last day that each can be."""

    @property
    def least(self) -> int:
        """The fewest days that it can have taken."""
        return (self.done[0] - self.begun[1]).days

    @property
    def most(self) -> int:
        """The most days that it can have taken."""
        return (self.done[1] - self.begun[0]).days


def spans_of(about: Material) -> list[Span]:
    """Those of which reports agree on both, and that end after they begin."""
    found = []
    for one in about.projects:
        begun, done = days_of(one, "groundbreaking"), days_of(one, "completed")
        if begun and done and begun[1] < done[0]:
            found.append(Span(one, begun, done))
    return found


def exact(spans: Iterable[Span]) -> list[Span]:
    """Those of which both days are known."""
    return [span for span in spans if span.least == span.most]


def durations(about: Material) -> Chapter:
    """Time from groundbreaking to completion, with its spread."""
    return Chapter("durations", about.say("report-durations"), tuple(_durations(about)))


def duration_line(spans: Sequence[Span], about: Material) -> Statement:
    """The spread of those of which both days are known, in a sentence."""
    days = [span.least for span in exact(spans)]
    if len(days) < ENOUGH:
        key = "report-days-few" if days else "report-days-none"
        told = tuple(str(day) for day in sorted(days))
        return about.state(key, table=BUILT if days else PROJECTS, n=len(days), days=told)
    first, middle, third = quartiles(days)
    return about.state(
        "report-days", table=BUILT, n=len(days), first=first, median=middle, third=third,
        least=min(days), most=max(days),
    )  # fmt: skip


def quartiles(days: Sequence[int]) -> tuple[int, int, int]:
    """First quartile, median and third quartile of four or more, in whole days."""
    first, middle, third = (round(value) for value in quantiles(days, n=4, method="inclusive"))
    return first, middle, third


def _durations(about: Material) -> Iterator[Block]:
    spans = spans_of(about)
    yield duration_line(spans, about)
    if len(spans) > len(exact(spans)):
        least, most = (round(median(days)) for days in zip(*((s.least, s.most) for s in spans), strict=True))
        yield about.state(
            "report-days-months", table=BUILT, n=len(spans) - len(exact(spans)), least=least, most=most
        )
    done = sum(one.stage in DONE for one in about.projects)
    built = sum(span.project.stage in DONE for span in spans)
    if done > built:
        yield about.state("report-days-left-out", table=PROJECTS, n=done - built, done=done)
    groups: dict[str, list[int]] = {}
    for span in exact(spans):
        campaign = span.project.campaign or about.say("report-no-campaign")
        groups.setdefault(f"{campaign}, {about.facility(span.project.facility)}", []).append(span.least)
    shown = [
        (name, days, quartiles(days) if len(days) >= ENOUGH else ()) for name, days in sorted(groups.items())
    ]
    if shown:
        caption = about.say("report-spread")
        yield Drawing("spreads", spreads(shown, about.say("report-unit-days")), caption, caption, BUILT)
        yield _spread_table(shown, about)
    if spans:
        yield _built(spans, about)


def _spread_table(groups: Sequence[tuple[str, list[int], Sequence[int]]], about: Material) -> Tabulation:
    """The spread of each group; quartiles only where there are enough."""
    head = ("column-facility", "report-n", "report-least", "report-first", "report-median", "report-third")
    rows = []
    for name, days, told in groups:
        numbers = (len(days), min(days), *(told or ("", "", "")), max(days))
        rows.append(Row((name, *map(str, numbers))))
    return about.table("spread", (*head, "report-most"), rows, range(1, 7), BUILT)


def _built(spans: Iterable[Span], about: Material) -> Tabulation:
    """Each of these projects with both dates and who tells them."""
    head = ("column-campaign", "column-place", "column-facility", "stage-groundbreaking", "stage-completed")
    rows = []
    for span in spans:
        one = span.project
        days = f"{span.least}" if span.least == span.most else f"{span.least}–{span.most}"
        told = (one.campaign, about.place(one.pcode, one.name), about.facility(one.facility))
        dates = (about.date(_iso(day)) for day in (span.begun, span.done))
        rows.append(Row((*told, *dates, days), about.cite([one], "groundbreaking", "completed")))
    return about.table(BUILT, (*head, "report-unit-days"), rows, [5])


def _iso(days: tuple[date, date]) -> str:
    """A day, or the month where only that is known."""
    return days[0].isoformat() if days[0] == days[1] else days[0].isoformat()[:7]
