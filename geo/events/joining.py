"""From findings to events: one per place, facility and stage, with the best date that the document gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.events import vocabulary
from geo.events.records import ClauseFinding, Reader, is_province
from geo.models import Event, Evidence, Mention, Precision

DECISION_REACH = 2
"""So many sentences behind a plan may tell when it was decided."""
MAIN_STAGES_WITH_REPORT_DATE = frozenset({"under_construction", "operating"})


def choose(reader: Reader, findings: Sequence[ClauseFinding]) -> list[ClauseFinding]:
    """One finding per event, with the date that the document as a whole gives it."""
    main = _main_keys(reader, findings)
    groups: dict[tuple[str, str, str], list[ClauseFinding]] = {}
    for finding in _one_set_of_factories(_named_projects(findings)):
        groups.setdefault(finding.key, []).append(finding)
    chosen: list[ClauseFinding] = []
    for key, group in groups.items():
        chosen.extend(_join(reader, group, key in main))
    chosen = _without_provinces(_without_wider_cities(chosen))
    chosen = _without_planned(chosen)
    chosen = _without_projects(chosen)
    chosen = _without_ceremony_tours(chosen)
    chosen = _without_visited_progress(chosen)
    chosen = _without_modernized(chosen)
    return sorted(chosen, key=lambda f: (f.start, f.place.start, f.facility, f.stage))


def _main_keys(reader: Reader, findings: Sequence[ClauseFinding]) -> set[tuple[str, str, str]]:
    """What the report is about: told in the title, in the lead, or as the media's word."""
    main: set[tuple[str, str, str]] = set()
    body = [f for f in findings if not f.sentence.is_title and not f.sentence.is_caption]
    first = body[0].sentence.paragraph if body else None
    for finding in findings:
        words = reader.text[finding.sentence.start : finding.sentence.end]
        lead = not finding.sentence.is_caption and finding.sentence.paragraph == first
        if finding.sentence.is_title or ((lead or vocabulary.MEDIA.search(words)) and not _older(words)):
            main.add(finding.key)
    lead_place = body[0].key[0] if body else ""
    for facility, stage in reader.unplaced:
        main.add((lead_place, facility, stage))
    begun = {(place, facility, "groundbreaking") for place, facility, stage in main if stage == "completed"}
    return main - begun


_OLDER = re.compile(
    r"\b(?:had been|had (?:also )?(?:already )?(?:be|open|start|begun)|earlier|previously|already"
    r"|first to|after the one|once|before that|formerly)\b|앞서|이미|먼저",
    re.IGNORECASE,
)


def _older(words: str) -> bool:
    """Whether a sentence looks back."""
    return _OLDER.search(words) is not None


_OFTEN = re.compile(
    r"\b(?:several|many|two|three|four|\d+) times\b|\brepeatedly\b|여러 ?(?:차례|번)|수차", re.I
)
"""Visits of no particular day: `has visited the site several times`."""


def _join(reader: Reader, group: Sequence[ClauseFinding], is_main: bool) -> Iterator[ClauseFinding]:
    """The events of one place, facility and stage; body sentences before captions."""
    stage = group[0].stage
    if stage == "under_construction":
        group = [replace(f, date=_report_month(reader, f)) for f in group]
    body = [f for f in group if not f.sentence.is_caption] or list(group)
    dated = [f for f in body if f.date] or [f for f in group if f.date]
    if stage == "inspection" and dated:
        yield from _visits(dated)
    elif dated:
        yield _finest(reader, dated, is_main)
    elif any(f.dated for f in body):  # a time that cannot be placed in a year
        yield next(f for f in body if f.dated)
    elif stage == "inspection" and _OFTEN.search(reader.text, body[0].start, body[0].end):
        return
    elif is_main or stage not in ("groundbreaking", "inspection"):
        told = [f for f in body if not f.sentence.is_title] or body
        yield _with_default(reader, told[0], is_main)


def _finest(reader: Reader, dated: Sequence[ClauseFinding], is_main: bool) -> ClauseFinding:
    """The finding with the finest date; `the second this year`, told as news, is of the report's month."""
    best = max(dated, key=lambda f: (len(f.date or ""), -f.start))
    published = reader.document.published_on or ""
    news = best.stage == "operating" or (is_main and best.stage == "completed")
    if news and best.date == published[:4]:
        return replace(best, date=published[:7])
    return best


def _report_month(reader: Reader, finding: ClauseFinding) -> str | None:
    """Progress is dated by the month: that of the text, else that of the report."""
    published = reader.document.published_on
    return published[:7] if published else finding.date and finding.date[:7]


def _with_default(reader: Reader, finding: ClauseFinding, is_main: bool) -> ClauseFinding:
    """The month of the report where nothing else dates the event and the report is about it."""
    if finding.date or finding.dated:
        return finding
    published = reader.document.published_on
    if published is None:
        return finding
    if finding.stage == "planned" and (day := _decided_after(reader, finding)):
        return replace(finding, date=day)
    if finding.stage in MAIN_STAGES_WITH_REPORT_DATE or is_main:
        return replace(finding, date=published[:7])
    return finding


def _decided_after(reader: Reader, finding: ClauseFinding) -> str | None:
    """The day of a decision that one of the next two sentences tells: `The plan was adopted on Tuesday`."""
    behind = range(finding.sentence.number + 1, finding.sentence.number + DECISION_REACH + 1)
    return next((day for at in behind if (day := reader.memory.decisions.get(at))), None)


def _visits(dated: Sequence[ClauseFinding]) -> Iterator[ClauseFinding]:
    """Visits of different days; a coarse date that fits a finer one is the same visit."""
    known: set[str] = set()
    for finding in sorted(dated, key=lambda f: (-len(f.date or ""), f.start)):
        date = finding.date or ""
        if date not in known:
            known |= {date[:length] for length in range(len(date) + 1)}
            yield finding


def _without_provinces(findings: Sequence[ClauseFinding]) -> list[ClauseFinding]:
    """What is said of a province adds nothing where the text names counties for the same."""
    placed = {(f.facility, f.stage) for f in findings if not is_province(f.place)}
    return [f for f in findings if not is_province(f.place) or (f.facility, f.stage) not in placed]


def _without_wider_cities(findings: Sequence[ClauseFinding]) -> list[ClauseFinding]:
    """`Factories in Nampho`, then `the ceremony in Ryonggang County`: the county alone is where it is."""
    places = [(f, f.place.place) for f in findings]
    inside = {(place.province, f.facility, f.stage) for f, place in places if place and place.level > 1}
    return [
        f
        for f, place in places
        if place is None or place.level > 1 or (place.name, f.facility, f.stage) not in inside
    ]


def _without_planned(findings: Sequence[ClauseFinding]) -> list[ClauseFinding]:
    """A plan is no event where the text has a later stage of the same project."""
    later = {(f.key[0], f.facility) for f in findings if f.stage != "planned"}
    return [f for f in findings if f.stage != "planned" or (f.key[0], f.facility) not in later]


def _named_projects(findings: Sequence[ClauseFinding]) -> list[ClauseFinding]:
    """
    What a ceremony of `projects` is for: the one kind that the text names for the same place and stage, or
    all that it says will be built there.
    """
    named: dict[tuple[str, str], set[str]] = {}
    for finding in findings:
        if finding.facility not in ("projects", "other"):
            named.setdefault((finding.key[0], finding.stage), set()).add(finding.facility)
    kinds = {
        key: facilities for key, facilities in named.items() if len(facilities) == 1 or key[1] == "planned"
    }
    result: list[ClauseFinding] = []
    for finding in findings:
        place, stage = finding.key[0], finding.stage
        known = kinds.get((place, stage)) or (kinds.get((place, "planned")) if stage in _CEREMONIES else None)
        groups = sorted(known or {"projects"}) if finding.facility == "projects" else [finding.facility]
        result.extend(replace(finding, facility=facility) for facility in groups)
    return result


_CEREMONIES = frozenset({"groundbreaking", "completed"})


def _one_set_of_factories(findings: Sequence[ClauseFinding]) -> list[ClauseFinding]:
    """A foodstuff or garment factory of a place with regional-industry factories is one of these."""
    places = {f.key[0] for f in findings if f.facility == "regional_industry"}
    return [
        replace(f, facility="regional_industry") if f.key[0] in places and f.goods else f for f in findings
    ]


def _without_projects(findings: Sequence[ClauseFinding]) -> list[ClauseFinding]:
    """`regional development projects` count only where the text does not say what is built there."""
    specific = {(f.key[0], f.stage) for f in findings if f.facility not in ("projects", "other")}
    result = []
    for finding in findings:
        if finding.facility == "projects":
            if (finding.key[0], finding.stage) in specific or finding.stage not in (
                "groundbreaking",
                "completed",
            ):
                continue
            finding = replace(finding, facility="other")
        result.append(finding)
    return result


def _without_ceremony_tours(findings: Sequence[ClauseFinding]) -> list[ClauseFinding]:
    """A tour on the day of the inauguration, or told with it and without a day, belongs to it."""
    ceremonies = [f for f in findings if f.stage in ("completed", "groundbreaking")]
    days = {(f.key[0], f.date) for f in ceremonies if f.date}
    told = {(f.key[0], f.sentence.number) for f in ceremonies}
    return [
        f
        for f in findings
        if f.stage != "inspection"
        or ((f.key[0], f.date) not in days and (f.dated or (f.key[0], f.sentence.number) not in told))
    ]


def _without_visited_progress(findings: Sequence[ClauseFinding]) -> list[ClauseFinding]:
    """`under construction` said of a site that is being visited adds nothing."""
    visited = {(f.key[0], f.facility) for f in findings if f.stage == "inspection"}
    return [f for f in findings if f.stage != "under_construction" or (f.key[0], f.facility) not in visited]


def _without_modernized(findings: Sequence[ClauseFinding]) -> list[ClauseFinding]:
    """A renovated factory that is inaugurated is completed; that it was renovated says no more."""
    completed = {(f.key[0], f.facility) for f in findings if f.stage == "completed"}
    return [
        f for f in findings if not f.rule.startswith("modernized") or (f.key[0], f.facility) not in completed
    ]


def to_event(reader: Reader, finding: ClauseFinding, twenty: bool) -> Event:
    """The event that a finding stands for; what lies below a county is its county's, precision `site`."""
    mention, place = finding.place, finding.place.place
    county = place
    if place and place.level == 3 and place.county_pcode:
        county = reader.gazetteer.place(place.county_pcode)
    unknown = reader.text[mention.name_start : mention.name_end] if mention.outcome == "unknown" else None
    return Event(
        document_id=reader.document.id,
        pcode=county.pcode if county else None,
        name=county.name if county else unknown,
        province=county.province if county else None,
        outcome=mention.outcome,
        candidates=mention.candidates,
        place_precision=_precision(mention),
        facility=finding.facility,
        stage=finding.stage,
        date=finding.date,
        evidence=Evidence(finding.start, finding.end, reader.text[finding.start : finding.end]),
        rule=finding.rule,
        confidence=_confidence(finding),
        policy=twenty,
    )


def _precision(mention: Mention) -> Precision:
    """How well the place is known."""
    if mention.place is None:
        return "ambiguous" if mention.outcome == "ambiguous" else "unknown"
    if mention.place.level == 3:
        return "site"
    if mention.place.level == 1:
        return "province" if is_province(mention) else "city"
    return "county"


def _confidence(finding: ClauseFinding) -> float:
    """The place's, less for what was filled in."""
    lessened = finding.place.confidence - 0.1 * finding.carried - 0.05 * (not finding.dated)
    return round(max(0.1, lessened), 2)
