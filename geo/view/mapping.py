"""
Announcements -> counties with their stage, and the view that the map page draws.

A county has the colour of the furthest stage that its latest campaign has reached. Inspections and projects
outside the policy never colour; neither does a unit without a polygon of its own, which is a mark at its
seat. Places are known by name; points that a user gives are marked where they lie and colour nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from geo.boundaries import SHIPPED_SHAPES, Boundaries, LocatedPoint, attribution_lines
from geo.models import (
    FACILITIES,
    STAGES,
    Announcement,
    ContextLayer,
    Document,
    InputRecord,
    Mention,
    Note,
    Report,
    Unit,
    __version__,
)
from geo.places import Gazetteer, load_gazetteer, unresolved_names
from geo.projects import (
    SITE_FACILITIES,
    TARGET,
    county_pcode_of,
    is_open,
    sites_off_record,
    sites_on_record,
)
from geo.view.claims import candidates_of, possible_views, setback_views
from geo.view.messages import joined, own_words, words, words_of
from geo.view.options import PLAIN, MapOptions
from geo.view.people import people_of, share_notes
from geo.view.points import point_views
from geo.view.policy import newest_day, policy_view
from geo.view.records import (
    AnnouncementView,
    ContextView,
    CountyView,
    EvidenceView,
    HeadView,
    InputsView,
    MapView,
    PlaceView,
    PolicyView,
    ProvinceView,
    SourceView,
    Words,
)
from geo.view.search_index import aliases_of
from geo.view.stages import OPEN, CountyStage, county_stages, latest_of_marks, mark_of, polygon_of
from geo.view.story import headline_of, takeaway_of

TYPE_WORDS: Mapping[str, str] = {
    "county": "County",
    "city": "City",
    "ward": "District",
    "district": "District",
}

KNOWN_SEATS = ("exact", "market")
"""Qualities of seats that are good to one or two kilometres."""

MANY = 12
"""So many units without a polygon are named, of more only some."""


def map_view(
    announcements: Iterable[Announcement],
    documents: Iterable[Document] = (),
    inputs: Iterable[InputRecord] = (),
    *,
    mentions: Iterable[Mention] = (),
    gazetteer: Gazetteer | None = None,
    shapes: Boundaries = SHIPPED_SHAPES,
    credits: Sequence[str] | None = None,
    notes: Sequence[Note] = (),
    possible: Iterable[Report] = (),
    loose_setbacks: Iterable[Report] = (),
    of_table: bool = False,
    points: Iterable[LocatedPoint] = (),
    layers: Iterable[ContextLayer] = (),
    options: MapOptions = PLAIN,
) -> MapView:
    """
    Everything that a map shows, for `geo.page.render_map` and `geo.pictures.picture`.

    Parameters
    ----------
    announcements
        As `merge_events` gives them.
    documents
        What was read; they give the publishers, and the newest publication date as "data to".
    inputs
        The run's records; they are counted.
    mentions
        Names found; those that could not be resolved are listed in the notes.
    gazetteer, shapes
        Places and polygons; the shipped ones by default.
    credits
        Credit lines, if they are not those of the shipped data.
    notes
        What else a reader should know, such as where the polygons are from.
    possible, loose_setbacks
        Reports that no announcement has: of events below the line, and of setbacks of no project.
    of_table
        Whether somebody's table is drawn, and no document was read.
    points, layers
        Sites with coordinates, and what is drawn for orientation.
    options
        Title, subtitle, byline, notes and language; the period is for whoever gives the announcements.
    """
    places = gazetteer or load_gazetteer()
    everything, read, records = tuple(announcements), tuple(documents), tuple(inputs)
    stages = county_stages(everything, places.units)
    latest = {one for county in stages.values() for one in county.latest_ids}
    latest |= latest_of_marks(everything, places.units)
    sites, found = sites_on_record(everything, places.units), tuple(mentions)
    aliases = aliases_of(places)
    loose = tuple(loose_setbacks)
    if read and found:
        named = _named(found, read, places.units)
    else:
        named = _reported(everything, loose, places.units)
    shown = [_announcement_view(one, one.id in latest, sites, places, shapes) for one in everything]
    placed = [one for one in shown if one["mark"]]
    policy = policy_view(everything, read, gazetteer=places, options=options)
    articles = max(len(read), sum(record.articles for record in records))
    return {
        **_head(policy, shown, everything, read, articles, credits, places, options),
        "notes": [
            words_of(note)
            for note in (
                *_notes(places),
                *share_notes(sites, places.units),
                *notes,
                *_off_record(everything, places),
                *_doubts(everything, sites, places),
                *_unresolved(found),
            )
        ],
        "stages": [{"key": stage, "label": words(f"stage-{stage}")} for stage in STAGES],
        "facilities": {facility: words(f"facility-{facility}") for facility in FACILITIES},
        "campaigns": [
            {"key": year, "named": len(counties), "target": TARGET} for year, counties in sites.items()
        ],
        "of_table": of_table,
        "policy": policy,
        "topology": shapes.counties_topology(),
        "context": shapes.context_topology(),
        "provinces": _provinces(places, shapes),
        "counties": [
            _county_view(
                county,
                named.get(county.pcode, ()),
                aliases.get(county.pcode, ""),
                places,
                shapes,
            )
            for county in stages.values()
        ],
        "places": _places(places, aliases),
        "seats": _seats(places),
        "announcements": placed,
        "unplaced": [one for one in shown if not one["mark"]],
        "possible": possible_views(possible, places),
        "setbacks": setback_views(everything, loose, places),
        "points": point_views(points, places),
        "layers": [_layer_view(layer) for layer in layers],
        "inputs": _input_counts(records),
        "sources": _sources(read),
    }


def _layer_view(layer: ContextLayer) -> ContextView:
    """A layer for orientation, latitude first."""
    return {
        "name": layer.name,
        "features": [
            {
                "kind": one.kind,
                "lines": [[[lat, lon] for lon, lat in line] for line in one.lines],
                "name": one.name,
            }
            for one in layer.features
        ],
    }


def _head(
    policy: PolicyView,
    shown: Sequence[AnnouncementView],
    everything: Sequence[Announcement],
    read: Sequence[Document],
    articles: int,
    credits: Sequence[str] | None,
    places: Gazetteer,
    options: MapOptions,
) -> HeadView:
    """What the map says of itself."""
    return {
        "title": own_words(options.title) if options.title else words("title"),
        "subtitle": own_words(options.subtitle)
        if options.subtitle
        else _subtitle(everything, articles, places),
        "headline": headline_of(policy, shown, options),
        "takeaway": takeaway_of(policy, shown, options),
        "byline": options.byline,
        "remarks": list(options.notes),
        "language": options.language,
        "lite": options.lite,
        "compact": options.compact,
        "own_headline": bool(options.headline or options.takeaway),
        "story": [{"caption": one.caption, "view": one.view, "zoom": one.zoom} for one in options.story],
        "period": _period(everything),
        "data_to": newest_day(everything, read),
        "generator": f"factorymap {__version__}",
        "attribution": [
            *filter(None, [options.style_view["credits"]]),
            *(attribution_lines() if credits is None else credits),
        ],
        "caveat": words("caveat"),
        "address": options.address,
        "picture": "",
        "site": None,
        "style": options.style_view,
    }


def _notes(places: Gazetteer) -> Iterator[Note]:
    """How every map is to be read."""
    yield Note("wards")
    units = [unit for unit in places.units.values() if unit.level == 2 and unit.status == "current"]
    without = {unit.name: places.korean_name(unit.pcode) for unit in units if not unit.polygon_pcode}
    names = _both(without)
    listed = _note("and-others", names=names[:MANY], n=len(names) - MANY) if len(names) > MANY else names
    yield _note("marks-of-units", units=listed) if names else Note("marks")
    yield Note("colour")
    yield _note("campaign", target=TARGET)


def _note(key: str, **values: object) -> Note:
    return Note(key, tuple(values.items()))


def _unresolved(mentions: Iterable[Mention]) -> Iterator[Note]:
    """The names that could not be resolved, in one note."""
    names = tuple(
        _note(
            "unresolved-name",
            surface=name.surface,
            units=" or ".join(name.candidates) or Note("no-unit"),
            documents=len(name.documents),
        )
        for name in unresolved_names(mentions)
    )
    if names:
        yield _note("unresolved", n=len(names), names=joined(names, "; "))


def _announcement_view(
    announcement: Announcement,
    latest: bool,
    sites: Mapping[str, Sequence[str]],
    places: Gazetteer,
    shapes: Boundaries,
) -> AnnouncementView:
    """One announcement as the page takes it; `site` says that it makes its county a site of its campaign."""
    mark = mark_of(announcement, places.units, shapes)
    county = county_pcode_of(announcement.pcode, places.units)
    site = announcement.facility in SITE_FACILITIES and county in sites.get(announcement.campaign, ())
    return {
        "id": announcement.id,
        "pcode": announcement.pcode,
        "place": announcement.name,
        "place_ko": announcement.name_ko,
        "province": announcement.province,
        "precision": announcement.place_precision,
        "polygon": polygon_of(announcement, places.units),
        "mark": list(mark) if mark else None,
        "campaign": announcement.campaign or (OPEN if is_open(announcement) else ""),
        "latest": latest,
        "county": county,
        "site": site,
        "facility": announcement.facility,
        "stage": announcement.stage,
        "dates": [list(dated) for dated in announcement.stage_dates],
        "n_sources": announcement.n_sources,
        "n_origins": announcement.n_origins,
        "state_media_only": announcement.state_media_only,
        "conflict": announcement.conflict,
        "decision": announcement.decision,
        "candidates": candidates_of(announcement),
        "evidence": [_evidence_view(report) for report in announcement.reports],
    }


def _evidence_view(report: Report) -> EvidenceView:
    """One report as the page takes it; `summary` text is ours and gets no quotation marks."""
    return {
        "stage": report.event.stage,
        "date": report.event.date or "",
        "text": report.event.words,
        "summary": report.is_summary,
        "label": report.label,
        "publisher": report.publisher,
        "published_on": report.published_on or "",
        "url": report.url,
        "decision": report.decision,
    }


def _county_view(
    county: CountyStage, named: Sequence[str], aliases: str, places: Gazetteer, shapes: Boundaries
) -> CountyView:
    """One polygon as the page takes it."""
    unit = places.units[county.pcode]
    people = people_of(county.pcode, places.units)
    return {
        "pcode": county.pcode,
        "name": unit.name,
        "name_ko": places.korean_name(county.pcode),
        "type_word": TYPE_WORDS.get(unit.type, ""),
        "province": places.province_of(county.pcode).name,
        "label": list(shapes.label_point(county.pcode)),
        "stage": county.stage,
        "campaign": county.campaign,
        "named": len(named),
        "named_on": min(filter(None, named), default=""),
        "aliases": aliases,
        "people": people.people,
        "per_km2": people.per_km2,
        "together": ", ".join(places.units[pcode].name for pcode in people.together),
        "together_ko": ", ".join(map(places.korean_name, people.together)),
    }


def _provinces(places: Gazetteer, shapes: Boundaries) -> list[ProvinceView]:
    """First-level units with where their names stand."""
    pcodes = sorted(unit.pcode for unit in places.units.values() if unit.level == 1)
    return [
        {
            "pcode": pcode,
            "name": places.units[pcode].name,
            "name_ko": places.korean_name(pcode),
            "label": list(shapes.label_point(pcode)),
        }
        for pcode in pcodes
    ]


def _named(
    mentions: Iterable[Mention], documents: Iterable[Document], units: Mapping[str, Unit]
) -> dict[str, list[str]]:
    """P-code of a polygon -> days of publication of the documents that name its county or a place in it."""
    days = {document.id: document.published_on or "" for document in documents}
    named = set()
    for mention in mentions:
        unit = units.get(mention.place.pcode) if mention.place else None
        if unit and unit.level > 1:
            named.add((unit.polygon_pcode, mention.document_id))
    found: dict[str, list[str]] = {}
    for polygon, document in sorted(named):
        found.setdefault(polygon, []).append(days.get(document, ""))
    return found


def _reported(
    announcements: Iterable[Announcement], loose: Iterable[Report], units: Mapping[str, Unit]
) -> dict[str, list[str]]:
    """The same where there is a table and no documents: the first day of each row, setbacks included."""
    found: dict[str, list[str]] = {}
    for one in announcements:
        if polygon := polygon_of(one, units):
            found.setdefault(polygon, []).append(min((day for _, day in one.stage_dates if day), default=""))
    for event in (report.event for report in loose):
        unit = units.get(event.pcode or "")
        if unit and unit.level > 1 and unit.polygon_pcode:
            found.setdefault(unit.polygon_pcode, []).append(event.date or "")
    return found


def _places(places: Gazetteer, aliases: Mapping[str, str]) -> list[PlaceView]:
    """The units that are no county of the map, with the county each one opens and its seat."""
    units = (unit for unit in places.units.values() if unit.polygon_pcode != unit.pcode)
    return [
        {
            "pcode": unit.pcode,
            "name": unit.name,
            "name_ko": places.korean_name(unit.pcode),
            "type_word": TYPE_WORDS.get(unit.type, ""),
            "province": places.province_of(unit.pcode).name,
            "opens": unit.polygon_pcode,
            "at": list(unit.seat) if unit.seat else None,
            "aliases": aliases.get(unit.pcode, ""),
        }
        for unit in units
    ]


def _seats(places: Gazetteer) -> list[list[float]]:
    """Where the seats of counties, cities and wards are, as far as that is known to a kilometre or two."""
    return [
        list(unit.seat)
        for unit in places.units.values()
        if unit.seat and unit.level == 2 and unit.status == "current" and unit.seat_quality in KNOWN_SEATS
    ]


def _off_record(announcements: Sequence[Announcement], places: Gazetteer) -> Iterator[Note]:
    """Places that are named as sites and are on no record as such, one note for each campaign."""
    for campaign, pcodes in sites_off_record(announcements, places.units).items():
        names = {places.units[pcode].name: places.korean_name(pcode) for pcode in pcodes}
        yield _note("off-record", campaign=campaign, names=_both(names))


def _doubts(
    announcements: Iterable[Announcement], sites: Mapping[str, Sequence[str]], places: Gazetteer
) -> Iterator[Note]:
    """Counted sites on which the reports do not agree, one note for each campaign."""
    doubtful: dict[str, dict[str, str]] = {}
    for one in announcements:
        counted = county_pcode_of(one.pcode, places.units) in sites.get(one.campaign, ())
        if counted and one.conflict and one.facility in SITE_FACILITIES:
            doubtful.setdefault(one.campaign, {})[one.name] = one.name_ko
    for campaign, names in sorted(doubtful.items()):
        yield _note("doubts", campaign=campaign, names=_both(names))


def _both(names: Mapping[str, str]) -> tuple[Words, ...]:
    """Names of places, English -> Korean, in both languages and in the order of the English ones."""
    return tuple({"en": name, "ko": korean or name} for name, korean in sorted(names.items()))


def _subtitle(announcements: Sequence[Announcement], documents: int, places: Gazetteer) -> Words:
    """How much is on the map, of so many documents."""
    counties = {county_pcode_of(one.pcode, places.units) for one in announcements} - {None}
    key = "subtitle-of-documents" if documents else "subtitle"
    return words(key, projects=len(announcements), places=len(counties), documents=documents)


def _period(announcements: Iterable[Announcement]) -> list[str] | None:
    """First and last date of any stage, as precise as they are known."""
    dates = sorted(day for one in announcements for _, day in one.stage_dates if day)
    return [dates[0], dates[-1]] if dates else None


def _input_counts(records: Sequence[InputRecord]) -> InputsView:
    """What became of the inputs; the rows of a table are documents each."""
    counts = Counter(record.status for record in records)
    return {
        "read": sum(record.articles or 1 for record in records if record.status == "read"),
        "skipped": counts["skipped"],
        "failed": counts["failed"],
        "left_out": sum(record.left_out for record in records),
        "incomplete": sum(record.left_out > 0 for record in records),
    }


def _sources(documents: Iterable[Document]) -> list[SourceView]:
    """Publishers with their documents, the most frequent first."""
    counts = Counter(document.publisher or "unnamed source" for document in documents)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [{"publisher": publisher, "documents": number} for publisher, number in ordered]
