"""What it rests on: shares of counties and people, state media alone, what was read and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from geo.models import Report
from geo.places import unresolved_names
from geo.projects import policy_places
from geo.report.announced import PROJECTS, SITES
from geo.report.charts import Part, columns
from geo.report.material import Material, months_between
from geo.report.records import Block, Chapter, Drawing, Row, Statement, Tabulation
from geo.text import readable
from geo.view import LOOKS, shares

DOCUMENTS, MONTHS, UNNAMED = "documents", "document-months", "unnamed"
MOST_DOCUMENTS = 500
"""So many documents are listed one by one."""


def share_chapter(about: Material) -> Chapter:
    """How many of the counties and of the people the sites of the campaigns have."""
    return Chapter("shares", about.say("report-shares"), tuple(_shares(about)))


def _shares(about: Material) -> Iterator[Statement]:
    units, census = about.places.units, about.citations.of_data("census")
    places = len(policy_places(units))
    every = {pcode for pcodes in about.sites.values() for pcode in pcodes}
    groups = {year: pcodes for year, pcodes in about.sites.items() if pcodes}
    people = shares({**groups, "": tuple(sorted(every))}, units)
    for year, pcodes in ({**groups, "": tuple(every)} if len(groups) > 1 else groups).items():
        number, percent = people.get(year, (0, 0.0))
        yield about.state(
            *("report-share" if year else "report-share-all", census), table=SITES, year=year, n=len(pcodes),
            places=places, part=f"{100 * len(pcodes) / places:.1f}", people=number, percent=f"{percent:.1f}",
        )  # fmt: skip
    if not groups:
        yield about.state("report-share-none", table=PROJECTS)
    counties = {about.county(one) for one in about.projects} & {unit.pcode for unit in policy_places(units)}
    yield about.state("report-share-any", table=PROJECTS, n=len(counties), places=places)


def state_media(about: Material) -> Chapter:
    """Which projects nobody but state media vouches for."""
    return Chapter("state-media", about.say("report-state"), tuple(_state_media(about)))


def state_line(about: Material) -> Statement:
    """How many of the projects are claimed by state media alone."""
    alone = sum(one.state_media_only for one in about.projects)
    return about.state("report-state-only", table=PROJECTS, n=alone, projects=len(about.projects))


def _state_media(about: Material) -> Iterator[Block]:
    yield state_line(about)
    for one in about.projects:
        others = [report for report in one.reports if report.origin != "state media"]
        if not one.state_media_only and others:
            yield about.state(
                "report-others",
                about.citations.of(others),
                place=about.place(one.pcode, one.name),
                facility=about.facility(one.facility),
                origins=tuple(sorted({readable(report.origin) for report in others})),
            )
    campaigns = sorted({one.campaign for one in about.projects})
    rows = []
    for campaign in campaigns:
        some = [one for one in about.projects if one.campaign == campaign]
        alone = sum(one.state_media_only for one in some)
        name = campaign or about.say("report-no-campaign")
        rows.append(Row((name, str(len(some)), str(alone), str(len(some) - alone))))
    head = ("column-campaign", "report-projects", "state-only", "report-others-too")
    yield about.table("origins", head, rows, (1, 2, 3), PROJECTS)


def coverage(about: Material) -> Chapter:
    """What was read, of when, by whom, in which language; and what nothing is known of."""
    return Chapter("coverage", about.say("report-coverage"), tuple(_coverage(about)))


def unnamed_line(about: Material) -> Statement:
    """How many counties no document names."""
    unnamed = sum(len(names) for names in _unnamed(about).values())
    places = len(policy_places(about.places.units))
    return about.state("report-unnamed", table=UNNAMED, n=unnamed, places=places)


def _coverage(about: Material) -> Iterator[Block]:
    read = about.run.documents
    undated = sum(not one.published_on for one in read)
    yield about.state("report-read", table=DOCUMENTS, n=len(read), undated=undated)
    yield unnamed_line(about)
    months = _document_months(about)
    empty = sum(not number for number in months.values())
    if empty:
        yield about.state("report-empty-months", table=MONTHS, n=empty, months=_stretches(months, about))
    if months:
        fill, name = LOOKS["completed"].fill, about.say("report-documents")
        drawn = columns(list(months), [[Part(number, fill, name)] for number in months.values()])
        caption = about.say("report-documents-drawn")
        yield Drawing("documents-drawn", drawn, caption, caption, MONTHS)
        by_month = {about.date(month): number for month, number in months.items() if number}
        yield _counted(MONTHS, "report-month", by_month, about)
    unnamed, unknown = about.say("report-unnamed-publisher"), about.say("report-unknown-language")
    publishers = Counter(readable(one.publisher or "") or unnamed for one in read)
    by_number = dict(sorted(publishers.items(), key=lambda pair: (-pair[1], pair[0])))
    yield _counted("publishers", "report-publisher", by_number, about)
    languages = Counter(one.language or unknown for one in read)
    yield _counted("languages", "report-language", dict(sorted(languages.items())), about)
    yield _unnamed_table(about)
    yield from _unsettled(about)
    yield from _failed(about)
    yield _documents(about)


def _document_months(about: Material) -> dict[str, int]:
    """Month -> number of documents, every month from the first to the last."""
    told = [one.published_on[:7] for one in about.run.documents if one.published_on]
    counted = Counter(told)
    return {month: counted[month] for month in months_between(told)}


def _stretches(months: dict[str, int], about: Material) -> tuple[str, ...]:
    """The months without a document, those that follow each other as from and to."""
    told = []
    for empty, some in groupby(months.items(), lambda pair: not pair[1]):
        stretch = [about.date(month) for month, _ in some]
        if empty:
            told.append(" – ".join(dict.fromkeys((stretch[0], stretch[-1]))))
    return tuple(told)


def _counted(id: str, head: str, numbers: dict[str, int], about: Material) -> Tabulation:
    """Documents by something."""
    rows = (Row((name, str(number))) for name, number in numbers.items())
    return about.table(id, (head, "report-documents"), rows, [1], DOCUMENTS)


def _unnamed(about: Material) -> dict[str, list[str]]:
    """Province -> its cities, counties and districts that no document names."""
    named = {place.county_pcode for one in about.run.mentions if (place := one.place)}
    named |= {about.county(one) for one in about.projects}
    found: dict[str, list[str]] = {}
    for unit in policy_places(about.places.units):
        if unit.pcode not in named:
            found.setdefault(about.place(unit.parent_pcode), []).append(about.place(unit.pcode))
    return {province: sorted(found[province]) for province in sorted(found)}


def _unnamed_table(about: Material) -> Tabulation:
    """The same with numbers."""
    rows = (Row((name, str(len(some)), ", ".join(some))) for name, some in _unnamed(about).items())
    return about.table(UNNAMED, ("column-province", "report-n", "report-names"), rows, [1], DOCUMENTS)


def _unsettled(about: Material) -> Iterator[Block]:
    """What was read too unclearly to count: names, places, events."""
    names, possible = unresolved_names(about.run.mentions), about.run.possible
    if names:
        yield about.state("report-unsettled", table="unsettled", n=len(names))
        told = (Row((readable(one.surface), one.outcome, ", ".join(one.documents))) for one in names)
        yield about.table(
            "unsettled", ("column-place", "report-outcome", "report-documents"), told, see=DOCUMENTS
        )
    if possible:
        line = f"{about.run.stated_from:.2f}"
        yield about.state("report-possible", table="possible", n=len(possible), line=line)
        columns = ("place", "facility", "stage", "date")
        head = (*(f"column-{name}" for name in columns), "report-confidence")
        rows = (_possible_row(report, about) for report in possible)
        yield about.table("possible", head, rows, [4])


def _possible_row(report: Report, about: Material) -> Row:
    event = report.event
    cells = (
        about.place(event.pcode, event.name or ""),
        about.facility(event.facility),
        about.stage(event.stage),
        about.date(event.date or ""),
        f"{event.confidence:.2f}",
    )
    return Row(cells, about.citations.of([report]))


def _failed(about: Material) -> Iterator[Block]:
    """Inputs that gave nothing, or not all that is in them."""
    some = [one for one in about.run.inputs if one.status != "read" or one.left_out]
    if some:
        yield about.state("report-inputs", table="inputs", n=len(some))
        rows = (Row((readable(Path(one.path).name), one.status, readable(one.reason))) for one in some)
        yield about.table("inputs", ("report-file", "report-outcome", "report-reason"), rows)


def _documents(about: Material) -> Tabulation:
    """What was read, oldest first."""
    read = sorted(about.run.documents, key=lambda one: (one.published_on or "9999", one.id))
    rows = []
    for one in read[:MOST_DOCUMENTS]:
        cells = (one.title or one.id, one.publisher or "", one.published_on or "", one.language or "")
        rows.append(Row(tuple(map(readable, cells)), url=one.url or ""))
    head = ("report-heading", "report-publisher", "report-published", "report-language")
    return about.table(DOCUMENTS, head, rows, n=len(rows), all=len(read))
