"""
The records that pass from stage to stage, and the vocabulary they use.

    article -> Document -> Mention -> Event -> Announcement -> county layer -> page

Records are frozen and hold plain values; each knows where it was found. All `start` and `end` are code
point offsets into `Document.text`, and `document.text[start:end]` is the surface or the evidence, always.
Dates are ISO strings of the precision that is known: "2024-02-28", "2024-02" or "2024".
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

__version__ = "0.1.0"

Outcome = Literal["resolved", "ambiguous", "unknown", "foreign"]
Language = Literal["en", "ko"]
LANGUAGES: dict[Language, str] = {"en": "English", "ko": "Korean"}
"""ISO 639-1 -> name of each language that page and pictures speak."""
EventStatus = Literal["stated", "possible"]
"""Whether an event counts, or is only shown for a person to decide."""
Status = Literal["applied", "already so", "no longer applies", "refused"]
"""What becomes of a decision."""
Precision = Literal["site", "town", "county", "city", "province", "ambiguous", "unknown"]

FACILITIES: dict[str, str] = {
    "regional_industry": "regional-industry factories",
    "hospital": "hospital",
    "leisure_complex": "leisure complex",
    "grain_facility": "grain management facility",
    "greenhouse_farm": "greenhouse farm",
    "offshore_farm": "offshore farm",
    "paper_mill": "paper mill",
    "other": "other factory or project",
}
"""Facility group -> label in English."""

STAGES: tuple[str, ...] = ("planned", "groundbreaking", "under_construction", "completed", "operating")
"""Stages that move a project, in their order."""

ALL_STAGES: tuple[str, ...] = (
    "planned",
    "groundbreaking",
    "under_construction",
    "inspection",
    "completed",
    "operating",
)
"""Every stage an event can have; an inspection is an observation and moves nothing."""

SETBACKS: tuple[str, ...] = ("cancelled", "postponed", "stopped", "denied")
"""What moves no stage forward: given up, put off, standing still (building or running), said not to be so."""


def _asked(name: str) -> Any:
    """
    What shows or hands over a record, from `geo.frames`, opened by name when a person asks the record for it.

    This is the one way up from the records. No step of the pipeline takes it.
    """
    return getattr(import_module("geo.frames"), name)


STATED_FROM = 0.6
"""Confidence from which an event is stated; docs/accuracy.md says what the line costs and gains."""
POSSIBLE_FROM = 0.05
"""Confidence from which an event below that line is shown as possible; what is below is dropped."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document that is read for places and events."""

    kind: Literal["title", "body"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article."""

    id: str
    """File name without suffix, or the `id` of a row."""
    path: str
    """The file as the user named it; for one of its rows or articles `FILE#N`, with N counted from 1."""
    text: str
    """For text files the decoded file or a stretch of it, byte order mark and carriage returns kept; else the
    extracted text."""
    sections: tuple[Section, ...]
    """What is read of the text; header lines other than the title are not."""
    title: str | None = None
    language: str | None = None
    """ISO 639-1, guessed from the script and from common words; None if there is too little text."""
    published_on: str | None = None
    """ISO day that a reader can find in the document; None if there is none."""
    publisher: str | None = None
    url: str | None = None
    origin: str | None = None
    """The `ORIGIN:` header; `summary` says that the text is a brief about the page, not the page."""
    noticed: str = ""
    """What was noticed when it was read, in one line; its `InputRecord` tells it."""
    retrieved_at: str | None = None
    """When a page of a web archive was fetched, in UTC (ISO); no day of publication."""


@dataclass(frozen=True, slots=True)
class InputRecord:
    """What became of one input."""

    path: str
    status: Literal["read", "skipped", "failed"]
    reason: str
    """Empty for a plain read; else one line that says why, or what was noticed."""
    documents: tuple[str, ...] = ()
    """Ids of the documents it gave."""
    left_out: int = 0
    """How many rows, items or documents of it could not be read; `reason` names the first of them."""
    passed: int = 0
    """How many articles of it name no place of the DPRK; they are counted and kept nowhere."""

    @property
    def articles(self) -> int:
        """How many articles of it were read."""
        return len(self.documents) + self.passed


@dataclass(frozen=True, slots=True)
class Unit:
    """A place of the gazetteer: a unit of level 1 or 2, or a ward, town or site below (level 3)."""

    pcode: str
    level: int
    type: str
    """province, special_city, city, county, ward, district; below the county also site, zone, town."""
    parent_pcode: str
    """First-level unit of today for level 2; county-level unit for level 3; "KP" for level 1."""
    name: str
    """KCNA English, without the type word."""
    name_mr: str
    name_rr: str
    hangul: str
    """DPRK spelling, without the type word."""
    hangul_rok: str
    hangul_suffix: str
    hanja: str
    seat: tuple[float, float] | None
    """(latitude, longitude) of the seat in WGS84 degrees."""
    seat_quality: str
    """exact, market, approx, repr, doubtful or empty; see data/README.md."""
    status: str
    """current, abolished or composite."""
    polygon_pcode: str
    """Polygon that stands for it on a county map; empty where there is none of its own or of its city."""
    note: str = ""
    people: int | None = None
    """Civilians counted in the census of 2008; None where it has no figure of its own."""
    people_of: tuple[str, ...] = ()
    """P-codes of the units that the figure counts together; empty for the unit alone."""

    def _repr_html_(self) -> str:
        """A table for notebooks."""
        return str(_asked("unit_html")(self))


@dataclass(frozen=True, slots=True)
class Place:
    """What a resolved mention means."""

    pcode: str
    name: str
    level: int
    province: str
    """English name of the first-level unit, itself for level 1."""
    county_pcode: str | None
    """The unit itself for level 2, the county it lies in for level 3, None for level 1."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a document and what it was taken for."""

    document_id: str
    surface: str
    start: int
    end: int
    outcome: Outcome
    place: Place | None
    candidates: tuple[Place, ...]
    """Every unit it may mean, when the outcome is ambiguous."""
    reason: str
    """The rules that decided, in words."""
    confidence: float
    """0 to 1."""
    name_start: int = 0
    """Start of the bare name inside the surface."""
    name_end: int = 0
    type_word: str = ""
    """county, city, ward, province or empty: the kind of type word written with the name."""
    spelling: str = ""
    """Kind of the spelling: official, variant, former, weak, rule, or unseen for one that is in no list."""


LONGEST_EVIDENCE = 400
"""Of the words that are shown for an event, in code points; also of a quote or note that somebody gives."""


BETWEEN_SPANS = " … "
"""Between stretches of evidence that are shown as one text."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The smallest sentence or clause that states an event, at most `LONGEST_EVIDENCE` code points."""

    start: int
    end: int
    """0 if the words stand in no document: an analyst's note."""
    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """One stage of one facility group in one place, as one document states it."""

    document_id: str
    pcode: str | None
    name: str | None
    province: str | None
    outcome: Outcome
    candidates: tuple[Place, ...]
    place_precision: Precision
    facility: str
    stage: str
    date: str | None
    evidence: Evidence
    rule: str
    """In short what was read: sense and aspect of the predicate, and the facility group."""
    confidence: float
    """Of its being what the text states, 0 to 1, calibrated: of those given 0.9, nine in ten are right."""
    policy: bool = False
    """Whether the document speaks of the 20x10 policy."""
    status: EventStatus = "stated"
    evidence_spans: tuple[Evidence, ...] = ()
    """Every stretch that carries the claim, place, facility and predicate; the first one is `evidence`."""
    reasons: tuple[str, ...] = ()
    """What spoke for and against it, strongest first, in words with weights: `same clause +1.2`."""

    @property
    def spans(self) -> tuple[Evidence, ...]:
        """All its evidence, that which states it first."""
        return self.evidence_spans or (self.evidence,)

    @property
    def words(self) -> str:
        """The evidence as it is shown: every stretch in the order of the text, none inside another."""
        shown: list[Evidence] = []
        for span in sorted(self.spans, key=lambda span: (span.start, -span.end)):
            if not shown or span.end > shown[-1].end:
                shown.append(span)
        return BETWEEN_SPANS.join(span.text for span in shown)

    @property
    def is_setback(self) -> bool:
        """Whether it is none of the stages, but something cancelled, postponed or stopped."""
        return self.stage in SETBACKS


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided on a report or an announcement, with the machine's reading beside it."""

    decision: str
    """One of `DECISIONS` but reject: what is rejected is no report any more."""
    reason: str
    by: str
    decided_on: str
    machine: str
    """What the machine had read, in words; empty where it had read nothing."""
    changed: tuple[str, ...] = ()
    """For a correction: what is other than the machine's reading (place, facility, stage, date, origin)."""
    key: str = ""
    """Of the event as the machine read it, where the ruling has changed it."""
    with_key: str = ""
    """For a merge or split: key of the event whose project it goes with."""

    @property
    def words(self) -> str:
        """The decision in one line, as tables and page show it."""
        who = ", ".join(part for part in (self.by, self.decided_on) if part)
        done = _DONE.get(self.decision, self.decision).format(", ".join(self.changed))
        told = f"{done} by an analyst" + (f" ({who})" if who else "")
        machine = "" if self.decision == "accept" else self.machine or _UNREAD.get(self.decision, "")
        read = f"machine read: {machine}" if machine else ""
        return "; ".join(part for part in (told, read, f"reason: {self.reason}" * bool(self.reason)) if part)


_DONE = {
    "accept": "accepted",
    "correct": "{} corrected",
    "add": "added",
    "alias": "place name settled",
    "merge": "joined with the project of another report",
    "split": "taken out of its project",
    "not_a_site": "said to be no site of the policy",
    "flag": "flagged",
}
_UNREAD = {"add": "nothing", "alias": "nothing here"}


@dataclass(frozen=True, slots=True)
class Report:
    """One event with what is needed to cite it."""

    event: Event
    document_id: str
    publisher: str
    published_on: str | None
    url: str
    origin: str
    """Who makes the claim: `state media`, `imagery`, `rok government`, a named reporter, ..."""
    is_summary: bool
    """True if the words are ours, about the page; such words are never put in quotation marks."""
    cited_as: str = ""
    """How the words are introduced, if not by publisher and day, such as the row of somebody's table."""
    copy_of: str = ""
    """Id of the document whose story this one repeats nearly word by word; empty for stories of its own."""
    rulings: tuple[Ruling, ...] = ()
    """What people decided on it; empty for a report as the machine read it."""

    @property
    def decision(self) -> str:
        """What people decided on it, in words; empty if nothing."""
        return "; ".join(ruling.words for ruling in self.rulings)

    @property
    def label(self) -> str:
        """How the words are introduced: whose they are, and of when."""
        if self.cited_as:
            return self.cited_as
        cited = ", ".join(part for part in (self.publisher or "unnamed source", self.published_on) if part)
        if not self.event.evidence.end:
            return f"analyst's note on {cited}"
        return f"factorymap's summary of {cited}" if self.is_summary else cited


@dataclass(frozen=True, slots=True)
class Announcement:
    """All reports of one project: same place, facility group and campaign."""

    id: str
    pcode: str | None
    name: str
    name_ko: str
    province: str
    place_precision: Precision
    candidates: tuple[Place, ...]
    campaign: str
    """Year of the campaign for projects of the 20x10 policy, else empty."""
    facility: str
    stage: str
    """Furthest stage reached; `inspection` alone if nothing else was reported."""
    stage_dates: tuple[tuple[str, str], ...]
    """(stage, date) in order of `ALL_STAGES`, stages that were reported; the date may be empty."""
    first_reported_on: str | None
    last_reported_on: str | None
    confidence: float
    conflict: str
    """What the reports disagree on, in words; empty if nothing."""
    reports: tuple[Report, ...]
    n_sources: int
    """Distinct pages."""
    n_origins: int
    """Independent claimants."""
    origins: tuple[str, ...]
    rulings: tuple[Ruling, ...] = ()
    """What people decided on it as a whole: a conflict they leave as it is."""
    setbacks: tuple[Report, ...] = ()
    """Reports that it was cancelled, postponed or stopped, in order of time; they move no stage."""

    @property
    def decision(self) -> str:
        """Every decision on it and on its reports, in words; empty if there is none."""
        rulings = (*self.rulings, *(ruling for report in self.reports for ruling in report.rulings))
        return "; ".join(dict.fromkeys(ruling.words for ruling in rulings))

    @property
    def state_media_only(self) -> bool:
        """Whether nobody but DPRK state media makes the claim."""
        return self.origins == ("state media",)

    def _repr_html_(self) -> str:
        """Stage, words and links for notebooks."""
        return str(_asked("announcement_html")(self))


@dataclass(frozen=True, slots=True)
class Finding:
    """A document with every place name and every event found in it, in the order of the text."""

    document: Document
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    setbacks: tuple[Event, ...] = ()
    """Findings whose stage is one of `SETBACKS`."""
    undecided: Finding | None = None
    """The machine's own finding, where decisions on names made another."""

    @property
    def readings(self) -> tuple[Event, ...]:
        """Events and setbacks."""
        return (*self.events, *self.setbacks)


@dataclass(frozen=True, slots=True)
class Extraction:
    """One input: what became of it, and what was found in each of its documents."""

    record: InputRecord
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SitePoint:
    """A site with coordinates, as somebody's table has it; no place is resolved by it."""

    lat: float
    lon: float
    """WGS84 degrees."""
    name: str = ""
    """What the table calls it."""
    pcode: str = ""
    """Unit that its row names; empty if it names none that is clear."""
    named: str = ""
    """The place as its row writes it."""
    facility: str = ""
    """Facility group, where the row is of an announcement."""
    note: str = ""
    url: str = ""
    row: str = ""
    """File and row, as they are cited."""
    project: str = ""
    """Id of the announcement that it is of."""


@dataclass(frozen=True, slots=True)
class ContextFeature:
    """One line, area or point of a layer that is drawn for orientation."""

    kind: Literal["line", "area", "point"]
    lines: tuple[tuple[tuple[float, float], ...], ...]
    """Lines, rings or single points, each (longitude, latitude) in WGS84 degrees."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ContextLayer:
    """Somebody's own layer that is drawn beneath signs and names, muted, for orientation."""

    name: str
    """Of the layer, by default that of its file."""
    features: tuple[ContextFeature, ...]
    credit: str = ""
    """Whom the file says to credit."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader of the map should know: a message of the interface and what is filled into it."""

    key: str
    """Of geo/view/messages.csv."""
    values: tuple[tuple[str, object], ...] = ()
    """(name, value): a text, a number, another note, texts by language (`en`, `ko`), or several of these."""


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """Everything one run read and found, in the order of the inputs."""

    paths: tuple[str, ...]
    """As the user named them."""
    inputs: tuple[InputRecord, ...]
    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    announcements: tuple[Announcement, ...]
    setbacks: tuple[Event, ...] = ()
    """Findings of something cancelled, postponed or stopped."""
    possible: tuple[Report, ...] = ()
    """Reports of events and setbacks below the line, in order of time: shown, counted nowhere."""
    loose_setbacks: tuple[Report, ...] = ()
    """Stated setbacks that fit no announcement."""
    stated_from: float = STATED_FROM
    """The line: confidence from which an event is stated."""
    decided: Decided | None = None
    weights: tuple[str, str] | None = None
    """A user's own weights that it was read with: file, and digits of its hash; None for those that ship."""
    """What became of each of the user's decisions; None if there is no file of them."""
    points: tuple[SitePoint, ...] = ()
    """Sites with coordinates that the user gave, marked beside the colours of the counties."""
    context: tuple[ContextLayer, ...] = ()
    """Layers that the user gave for orientation."""

    @property
    def articles(self) -> int:
        """How many articles were read, those that name no place of the DPRK too."""
        return sum(record.articles for record in self.inputs)

    @property
    def is_of_table(self) -> bool:
        """Whether it was drawn from a table of announcements, and no document was read."""
        return (
            bool(self.inputs)
            and not any(one.documents for one in self.inputs)
            and bool(self.events or self.setbacks)
        )

    def announcements_gdf(
        self, *, boundaries: Any = None, columns: Literal["own", "cod"] = "own"
    ) -> GeoDataFrame:
        """
        One point for each announcement, by `id`: EPSG:4326, longitude first.

        `boundaries` are as for `geo.make_map`; `columns="cod"` takes OCHA's names. `stage` is ordered,
        `campaign` a year; each date has `completed_on` (ISO text), `_from`, `_until` (datetime64) and
        `_precision`. InputError if boundaries or columns cannot be used.
        """
        return _asked("announcements_frame")(self, boundaries=boundaries, columns=columns)

    def reports_gdf(self, *, boundaries: Any = None, columns: Literal["own", "cod"] = "own") -> GeoDataFrame:
        """
        One point for each report, by `id`, possible ones and setbacks too; `announcement_id` is its project.

        Shape, parameters and errors are those of `announcements_gdf`.
        """
        return _asked("reports_frame")(self, boundaries=boundaries, columns=columns)

    def counties_gdf(self, *, boundaries: Any = None, columns: Literal["own", "cod"] = "own") -> GeoDataFrame:
        """
        One polygon for each county, by `pcode`, with the stage that its latest campaign has reached.

        Shape, parameters and errors are those of `announcements_gdf`.
        """
        return _asked("counties_frame")(self, boundaries=boundaries, columns=columns)

    def __repr__(self) -> str:
        """In one line."""
        return str(_asked("run_line")(self))

    def _repr_html_(self) -> str:
        """Counts and the first announcements for notebooks."""
        return str(_asked("run_html")(self))


DECISIONS: tuple[str, ...] = (
    *("accept", "reject", "correct", "add", "alias", "merge", "split", "not_a_site", "flag"),
)
"""What a row can decide."""


UNDATED = "undated"
"""In a column of dates: no date."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of a decisions file; what the row leaves empty is an empty string."""

    line: int
    """Of the file, counted from 1, the header included."""
    decision: str
    key: str = ""
    """Of a row of review.csv; where it is given, the other selecting columns are not looked at."""
    with_key: str = ""
    """Of an event of the other project, for `merge` and `split`."""
    document: str = ""
    url: str = ""
    pcode: str = ""
    facility: str = ""
    stage: str = ""
    date: str = ""
    """ISO, as precise as the machine's; or `undated`."""
    surface: str = ""
    """A place name as texts write it, for decisions on names."""
    new_pcode: str = ""
    new_facility: str = ""
    new_stage: str = ""
    new_date: str = ""
    new_origin: str = ""
    publisher: str = ""
    published_on: str = ""
    quote: str = ""
    note: str = ""
    reason: str = ""
    by: str = ""
    decided_on: str = ""
    source: str = ""
    """Address of what the reason rests on."""


@dataclass(frozen=True, slots=True)
class ReadingChange:
    """One reading of the machine, and what a decision made of it; empty words for nothing."""

    document_id: str
    url: str
    machine: str
    now: str


@dataclass(frozen=True, slots=True)
class DecisionOutcome:
    """What became of one decision."""

    decision: Decision
    status: Status
    why: str = ""
    """In words, where it did not change anything."""
    changes: tuple[ReadingChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """What a build made of a decisions file, in the order of its rows."""

    path: str
    outcomes: tuple[DecisionOutcome, ...]
    undecided: int = 0
