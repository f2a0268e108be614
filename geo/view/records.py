"""
What a map shows, as the page, the pictures and the tests share it: plain values that JSON can hold.

Positions are [latitude, longitude] in WGS84 degrees; dates are partial ISO dates.
"""

from __future__ import annotations

from typing import Any, TypedDict

Position = list[float]
"""[latitude, longitude]."""
Topology = dict[str, Any]
"""Quantised TopoJSON (longitude, latitude)."""


class Words(TypedDict):
    """One text in both languages; a user's own is the same in both."""

    en: str
    ko: str


class StageView(TypedDict):
    """A stage that moves a project, in their order."""

    key: str
    label: Words


class CampaignView(TypedDict):
    """A year of the policy: how many sites the reports name, and how many it has."""

    key: str
    named: int
    target: int


class ProvinceView(TypedDict):
    """A first-level unit and where its name stands."""

    pcode: str
    name: str
    name_ko: str
    label: Position


class CountyView(TypedDict):
    """A county polygon."""

    pcode: str
    name: str
    name_ko: str
    type_word: str
    province: str
    label: Position
    stage: str | None
    """Furthest stage of the latest campaign; None if no project of the policy is reported."""
    campaign: str
    """The latest campaign, `open`, or empty."""
    named: int | None
    """Documents, or rows of a table, that name it; None if that was not asked."""
    named_on: str
    """The first day on which one did; empty if that is not known."""
    aliases: str
    """Further spellings, folded, joined by bars."""
    people: int | None
    """Civilians of the census of 2008; None if it does not tell."""
    per_km2: int | None
    """None where the area is doubtful, or the figure is for more than the county."""
    together: str
    together_ko: str
    """Names of the units that the figure counts together, joined by commas; empty for the county alone."""


class PlaceView(TypedDict):
    """A unit without a polygon of its own, and the county that it opens."""

    pcode: str
    name: str
    name_ko: str
    type_word: str
    province: str
    opens: str
    at: Position | None
    """Its seat."""
    aliases: str


class CandidateView(TypedDict):
    """A unit that an ambiguous name may mean."""

    pcode: str
    name: str
    province: str


class EvidenceView(TypedDict):
    """One report."""

    stage: str
    date: str
    text: str
    summary: bool
    """Whether the words are ours, about the page; they get no quotation marks."""
    label: str
    """Whose words they are, and of when."""
    publisher: str
    published_on: str
    url: str
    decision: str
    """What an analyst decided on it, in words; empty if nothing."""


class AnnouncementView(TypedDict):
    """One project, on the map or, without a `mark`, beside it."""

    id: str
    pcode: str | None
    place: str
    place_ko: str
    province: str
    precision: str
    polygon: str | None
    mark: Position | None
    campaign: str
    """Year, `open`, or empty for what is outside the policy."""
    latest: bool
    """Whether it is of the latest campaign of its place."""
    county: str | None
    """P-code of its county-level unit."""
    site: bool
    """Whether it makes its county a site of its campaign."""
    facility: str
    stage: str
    dates: list[list[str]]
    """[stage, date]; the date may be empty."""
    n_sources: int
    n_origins: int
    state_media_only: bool
    conflict: str
    decision: str
    candidates: list[CandidateView]
    evidence: list[EvidenceView]


class ClaimView(TypedDict):
    """One report that the map lists beside its projects: a possible event, or a setback."""

    project: str
    """Id of the announcement that a setback is of; empty if there is none, and for what is possible."""
    pages: list[str]
    """P-codes of the counties, or of units that have only a mark, on whose page it is shown."""
    place: str
    place_ko: str
    province: str
    candidates: list[CandidateView]
    facility: str
    stage: str
    date: str
    text: str
    summary: bool
    """Whether the words are ours, about the page; they get no quotation marks."""
    label: str
    """Whose words they are, and of when."""
    url: str
    published_on: str


class PointView(TypedDict):
    """A site with coordinates."""

    name: Words
    at: list[float] | None
    """[latitude, longitude]; None if it is not drawn."""
    position: str
    """The same as text, also of one that is not drawn."""
    pcode: str
    """Polygon that it lies in; empty if it lies in none."""
    county: Words
    doubts: list[Words]
    note: str
    url: str
    row: str
    """File and row that it is from."""
    project: str
    """Id of the announcement that it is of; empty if it is of none."""


class ContextView(TypedDict):
    """A layer that is drawn for orientation."""

    name: str
    features: list[ContextFeatureView]


class ContextFeatureView(TypedDict):
    """One line, area or point of it."""

    kind: str
    lines: list[list[list[float]]]
    """Of [latitude, longitude]."""
    name: str


class InputsView(TypedDict):
    """What became of the inputs."""

    read: int
    """Documents."""
    skipped: int
    failed: int
    left_out: int
    """Rows that gave no document."""
    incomplete: int
    """Files of which rows were left out."""


class SourceView(TypedDict):
    """A publisher and the number of its documents."""

    publisher: str
    documents: int


class PolicyPlace(TypedDict):
    """A county of the policy's record, or one without a site."""

    pcode: str
    name: str
    name_ko: str
    facilities: list[str]
    """What was announced for it; of an `overdue` site what is missing."""


class PolicyYear(TypedDict):
    """A campaign of the record: its sites by how far these sources say that they have come."""

    key: str
    done: list[PolicyPlace]
    late: list[PolicyPlace]
    under_way: list[PolicyPlace]
    unseen: list[PolicyPlace]
    """No source here names them."""
    overdue: list[PolicyPlace]
    """Sites that are done, but for what else was announced for them."""
    took: list[int]
    """Days from groundbreaking to inauguration, of each site where both are known, in order of size."""


class PolicyProvince(TypedDict):
    """The cities, counties and districts of a first-level unit that no campaign has named."""

    pcode: str
    name: str
    name_ko: str
    places: list[PolicyPlace]


class PolicyView(TypedDict):
    """The record of the policy, joined to what is reported."""

    day: str | None
    """By when."""
    years: list[PolicyYear]
    """None where nothing is of a campaign."""
    to_come: list[PolicyProvince]
    places: int
    """How many units the policy chooses among."""


class LogoView(TypedDict):
    """A logo, and what it says."""

    uri: str
    """A data: address of a PNG or SVG."""
    text: str


class StyleView(TypedDict):
    """A house's own style; what is empty is ours."""

    credits: str
    colours: dict[str, str]
    """Stage -> "#rrggbb"."""
    family: str
    """Font families of the page, as CSS lists them."""
    web_font: str
    """A data: address of a WOFF2 font of the page."""
    font_file: str
    """Path of a font of pictures."""
    logo: LogoView | None


class StepView(TypedDict):
    """A step of a story: words under a view of the map."""

    caption: Words
    view: str
    """As an address has it: `county=KP0717&t=2025-03`."""
    zoom: float | None
    """Zoom level of web maps at which the county is shown; None for the whole country."""


class SiteView(TypedDict):
    """What lies around a page that is published with others."""

    counties: str
    """Relative address of the list of the counties' pages."""
    feed: str
    """Relative address of the feed of changes."""
    canonical: str
    """Address of the page; empty if that is not known."""


class HeadView(TypedDict):
    """What a map says of itself: its words, how it opens, and of what time it is."""

    title: Words
    subtitle: Words
    headline: Words
    takeaway: Words
    """One sentence under it."""
    byline: str
    remarks: list[str]
    """A user's notes."""
    language: str
    lite: bool
    compact: bool
    own_headline: bool
    """Whether a user wrote the headline, or the sentence under it."""
    story: list[StepView]
    period: list[str] | None
    """First and last date of any stage."""
    data_to: str | None
    """Newest day of publication."""
    generator: str
    attribution: list[str]
    caveat: Words
    address: str
    """Where the page will be published; empty if that is not known."""
    picture: str
    """Name of a picture of the map that lies beside the page, for links to it; empty if there is none."""
    site: SiteView | None
    """None for a page that stands alone."""
    style: StyleView


class MapView(HeadView):
    """Everything that a map shows."""

    notes: list[Words]
    stages: list[StageView]
    facilities: dict[str, Words]
    campaigns: list[CampaignView]
    of_table: bool
    """Whether somebody's table is drawn, and no document was read."""
    policy: PolicyView
    topology: Topology
    context: Topology
    provinces: list[ProvinceView]
    counties: list[CountyView]
    places: list[PlaceView]
    seats: list[list[float]]
    """[latitude, longitude] of towns that are seats, good to a kilometre or two."""
    announcements: list[AnnouncementView]
    unplaced: list[AnnouncementView]
    possible: list[ClaimView]
    """What colours nothing and counts nowhere."""
    setbacks: list[ClaimView]
    """In order of time."""
    points: list[PointView]
    layers: list[ContextView]
    """For orientation, beneath signs and names."""
    inputs: InputsView
    sources: list[SourceView]
