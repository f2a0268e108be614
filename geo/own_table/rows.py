"""A row of somebody's table -> reports, one for each stage, or the reasons why it gives none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, TypeVar
from urllib.parse import urlsplit

from geo.models import (
    ALL_STAGES,
    FACILITIES,
    LONGEST_EVIDENCE,
    SETBACKS,
    STAGES,
    Document,
    Event,
    Evidence,
    Report,
    SitePoint,
)
from geo.outputs import listed, reports_of
from geo.own_table.claims import (
    Cells,
    Defaults,
    RowClaim,
    campaign_of,
    check_report_day,
    claims_of,
    date_of,
    facility_of,
    origin_of_row,
    text_of,
)
from geo.own_table.columns import Layout
from geo.own_table.coordinates import point_of
from geo.own_table.places import Spot, find_spot
from geo.own_table.records import CellError, Grid, GridLine, Problem, RowOutcome
from geo.own_table.words import BARE_FACTORY, normal
from geo.projects import (
    POLICY_SINCE,
    find_publisher,
    is_projects,
    report_of,
    stage_dates,
    stated_origin,
)

NO_SOURCE = "no source given"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Read:
    """What a row gave."""

    outcome: RowOutcome
    reports: tuple[Report, ...] = ()
    campaign: str = ""
    """As the row says; empty if it does not."""
    point: SitePoint | None = None
    """Where it is, if the row has coordinates."""


@dataclass(frozen=True, slots=True)
class Project:
    """What a row says, before it becomes reports."""

    spot: Spot
    facility: str
    campaign: str
    claims: tuple[RowClaim, ...]
    published: str
    publisher: str
    url: str
    origin: str
    """Whose claim it is, as the row says; empty if it does not."""
    quote: str
    note: str


def read_row(line: GridLine, grid: Grid, layout: Layout, defaults: Defaults) -> Read:
    """The reports of a row, and what became of it."""
    fault = line.fault or _overlong(line, layout)
    if fault:
        return Read(RowOutcome(line.number, "refused", (Problem("", "", fault),)))
    cells: Cells = {role: _at(line, at) for role, at in layout.places.items()}
    own = {name: _at(line, at) for at, name in enumerate(layout.header)} if layout.own else {}
    problems: list[Problem] = []
    project = _project(cells, own, defaults, problems)
    if project is None:
        return Read(RowOutcome(line.number, "refused", tuple(problems)))
    reports = _as_written(own, project) or _reports(project, line, grid)
    told = (*project.spot.told, *_bare(cells, defaults), *_unlinked(project), *_parts_of_time(project))
    try:
        point = _point(cells, project, f"{PurePath(grid.path).name}, {grid.word} {line.number}")
    except CellError as error:
        point, told = None, (*told, error.problem)
    outcome = RowOutcome(line.number, "listed" if project.spot.listed else "drawn", told)
    return Read(outcome, reports, project.campaign, point)


def _point(cells: Cells, project: Project, row: str) -> SitePoint | None:
    """The site of a row that has coordinates."""
    at, unit = point_of(cells), project.spot.unit
    if at is None:
        return None
    return SitePoint(
        *at,
        pcode=unit.pcode if unit else "",
        named=project.spot.name,
        facility=project.facility,
        note=project.note,
        url=project.url,
        row=row,
    )


def _at(line: GridLine, at: int) -> Any:
    """A cell; None beyond the end of the row."""
    return line.cells[at] if at < len(line.cells) else None


def _overlong(line: GridLine, layout: Layout) -> str:
    """What is wrong with a row that has cells beyond the last column."""
    if any(cell not in (None, "") for cell in line.cells[len(layout.header) :]):
        number = f"has {len(line.cells)} cells for {len(layout.header)} columns"
        return f"{number}. Quote cells that hold the delimiter"
    return ""


def _bare(cells: Cells, defaults: Defaults) -> tuple[Problem, ...]:
    """How a bare "factory" was read."""
    text = text_of(cells, "facility")
    if normal(text) not in BARE_FACTORY or ("facility", normal(text)) in defaults.words:
        return ()
    return (
        Problem(
            "facility", text, f"is read as {FACILITIES['regional_industry']}. Write 'other' if it is not"
        ),
    )


def _unlinked(project: Project) -> tuple[Problem, ...]:
    """An address that the page shows as text, since a browser could not open it safely."""
    if not project.url or project.url.lower().startswith(("http://", "https://")):
        return ()
    return (Problem("url", project.url, "is no web address, so it is no link. Write it with https://"),)


def _parts_of_time(project: Project) -> tuple[Problem, ...]:
    """Dates that tell more than a day, month or year can."""
    return tuple(
        Problem("", "", f"{claim.written!r} is drawn as {claim.date}, and no finer")
        for claim in project.claims
        if claim.written
    )


def _project(
    cells: Cells, own: Mapping[str, Any], defaults: Defaults, problems: list[Problem]
) -> Project | None:
    """What a row says; None if any of it cannot be used, with all that is wrong in `problems`."""

    def tried(read: Callable[[], T]) -> T | None:
        try:
            return read()
        except CellError as error:
            problems.append(error.problem)
            return None

    codes = [text.partition(" ")[0] for text in listed(own.get("candidates"))]
    spot = tried(lambda: _spot(cells, codes))
    facility = tried(lambda: facility_of(cells, defaults))
    campaign = tried(lambda: campaign_of(cells))
    claims = tried(lambda: claims_of(cells, defaults, campaign or ""))
    published = tried(lambda: date_of(cells, "published"))
    words = tried(lambda: {role: text_of(cells, role) for role in ("source", "url", "quote", "note")})
    origin = tried(lambda: origin_of_row(cells))
    if claims and published and not own:
        tried(lambda: check_report_day(claims, published))
    if problems or not (spot and facility and claims and words):
        return None
    publisher, url = _source(words["source"], words["url"])
    quote, note = ("", words["quote"]) if own else (words["quote"], words["note"])
    return Project(
        *(spot, facility, campaign or "", claims, published or "", publisher, url, origin or "", quote, note)
    )


def _spot(cells: Cells, candidates: Sequence[str]) -> Spot:
    """The place that the cells of a row name."""
    name, province, pcode = (text_of(cells, role) for role in ("place", "province", "pcode"))
    return find_spot(name, province, pcode, candidates)


def _source(source: str, url: str) -> tuple[str, str]:
    """Publisher and address, each from the other where only one is given; empty if neither is."""
    url = url.split(" | ")[0]
    if not url and source.lower().startswith(("http://", "https://")):
        source, url = "", source
    if source or not url:
        return source, url
    known = find_publisher(None, url)
    try:
        return (known.names[0] if known else urlsplit(url).hostname or url), url
    except ValueError:
        return url, url


def _as_written(own: Mapping[str, Any], project: Project) -> tuple[Report, ...]:
    """
    The reports that factorymap wrote into the row, with place and facility as the row has them now; none if
    somebody has changed its stages or dates since.
    """
    try:
        reports = reports_of(
            own, lambda record, words: _event(project, record["stage"], record["date"] or "", words, record)
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        return ()
    told = {report.event.stage for report in reports}
    written = {(stage, day) for stage in told for day in _agreed(reports, stage)}
    furthest = next((stage for stage in reversed(STAGES) if stage in told), "inspection")
    said = {(claim.stage, claim.date) for claim in project.claims if claim.date}
    return reports if reports and written == said and own["stage"] == furthest else ()


def _agreed(reports: tuple[Report, ...], stage: str) -> tuple[str, ...]:
    """The dates on which reports of a stage agree."""
    found = stage_dates(reports, stage)
    return found.dates if found else ()


def _reports(project: Project, line: GridLine, grid: Grid) -> tuple[Report, ...]:
    """A report for each stage of a row."""
    name = PurePath(grid.path).name
    cited = ", ".join(part for part in (project.publisher or NO_SOURCE, project.published) if part)
    label = "" if project.quote else f"{name}, {grid.word} {line.number}, {cited}"
    reports = []
    for claim in project.claims:
        words = _words(project, claim)
        document = Document(
            id=_page_id(project) or f"{name}#{line.number}",
            path=f"{grid.path}#{line.number}",
            text=project.quote,
            sections=(),
            published_on=project.published or None,
            publisher=project.publisher or NO_SOURCE,
            url=project.url or None,
        )
        event = _event(project, claim.stage, claim.date, words, {"document": document.id})
        sourced = project.publisher or project.url
        origin = project.origin or (stated_origin(document, words.text) if sourced else NO_SOURCE)
        reports.append(
            replace(report_of(event, document), is_summary=not project.quote, cited_as=label, origin=origin)
        )
    return tuple(reports)


def _page_id(project: Project) -> str:
    """What a page without an address is known by: publisher and day; empty if a row names neither."""
    if project.url or not project.publisher:
        return ""
    return ", ".join(part for part in (project.publisher, project.published) if part)


def _words(project: Project, claim: RowClaim) -> Evidence:
    """The words that a report rests on: quoted, or a note, or what the row says."""
    said = ", ".join(part for part in (claim.stage.replace("_", " "), claim.written or claim.date) if part)
    text = project.quote or project.note or f"{FACILITIES[project.facility]}: {said}"
    text = text if len(text) <= LONGEST_EVIDENCE else text[: LONGEST_EVIDENCE - 1] + "…"
    return Evidence(0, len(text), text)


def _event(project: Project, stage: str, day: str, words: Evidence, record: Mapping[str, Any]) -> Event:
    """The event of one stage of a row."""
    spot = project.spot
    event = Event(
        document_id=str(record["document"]),
        pcode=spot.unit.pcode if spot.unit else None,
        name=spot.name,
        province=None,
        outcome=spot.outcome,
        candidates=spot.candidates,
        place_precision=spot.precision,
        facility=project.facility,
        stage=stage if stage in (*ALL_STAGES, *SETBACKS) else "",
        date=day or None,
        evidence=words,
        rule="row of a table",
        confidence=round(spot.confidence, 2),
        policy=bool(record.get("policy", bool(project.campaign) or project.facility in POLICY_SINCE)),
    )
    if project.facility == "other" and "policy" not in record and not project.campaign:
        return replace(event, policy=is_projects(replace(event, policy=False)))
    return event
