"""Changes from one build to the next -> entries of the feed, in English and Korean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from geo.comparing import Change, Comparison
from geo.models import ALL_STAGES, FACILITIES, LANGUAGES, Language, Run
from geo.places import load_gazetteer
from geo.projects import county_pcode_of
from geo.publishing.counties import CountyPage
from geo.publishing.feed import Cited, FeedEntry
from geo.publishing.pages import WEB
from geo.publishing.wording import Wording, capital
from geo.text import json_text, readable

FIELDS = ("place", "facility", "campaign", "stage")
LISTED = re.compile(r"; | \| ")
MANY = 12
"""So many sources of a change are listed."""


def entries_of(
    comparison: Comparison, step: str, day: str, pages: Mapping[str, CountyPage]
) -> Iterator[FeedEntry]:
    """An entry for each change; `step` tells this publication from others, `pages` are by P-code."""
    for change in comparison.changes:
        told = {language: tuple(_sentences(change, Wording(language))) for language in LANGUAGES}
        told["en"] += tuple(capital(f"{note}.") for note in comparison.notes)
        page = pages.get(_polygon_of(change.pcode))
        yield FeedEntry(
            key=json_text([step, asdict(change)], sort_keys=True),
            day=day,
            kind=change.kind,
            title=told["en"][0],
            told=tuple((language, told[language]) for language in LANGUAGES),
            sources=tuple(_citations(change)),
            link=f"{page.folder}/index.html" if page else "index.html",
        )


def first_entry(run: Run, build: str, day: str) -> FeedEntry:
    """The entry of a feed that begins."""
    units = load_gazetteer().units
    places = len({county_pcode_of(one.pcode, units) for one in run.announcements} - {None})
    told = {
        language: (Wording(language).say("site-first", projects=len(run.announcements), places=places),)
        for language in LANGUAGES
    }
    return FeedEntry(
        key=f"first {build}",
        day=day,
        kind="first",
        title=told["en"][0],
        told=tuple((language, told[language]) for language in LANGUAGES),
        sources=(),
        link="index.html",
    )


def _polygon_of(pcode: str | None) -> str:
    """The P-code that names the page of a place; empty for a province, and where the place is open."""
    unit = load_gazetteer().units.get(pcode or "")
    return "" if unit is None or unit.type == "province" else unit.polygon_pcode or unit.pcode


def _sentences(change: Change, words: Wording) -> Iterator[str]:
    """What happened to which project, then each difference."""
    where = ", ".join(filter(None, (_place(change, words.language), _province(change, words.language))))
    days = ", ".join(words.date(day) for stage, day in change.dates if stage == change.stage and day)
    reached = ", ".join(filter(None, (words.label("stage", change.stage), days)))
    what = " ".join(filter(None, (words.label("facility", change.facility), change.campaign)))
    yield f"{words.say(f'change-{change.kind}')}: {where or words.say('unknown-place')} – {what}: {reached}"
    for one in change.differences:
        old, new = (_value(one.field, value, words) for value in (one.old, one.new))
        yield f"{_field(one.field, words)}: {old} → {new}"


def _place(change: Change, language: Language) -> str:
    """Both names of a place, that of the language first."""
    places = load_gazetteer()
    korean = places.korean_name(change.pcode) if change.pcode and change.pcode in places.units else ""
    names = (korean, change.place) if language == "ko" and korean else (change.place, korean)
    return f"{names[0]} ({names[1]})" if names[1] and names[0] != names[1] else names[0]


def _province(change: Change, language: Language) -> str:
    places = load_gazetteer()
    if language == "ko" and change.pcode and change.pcode in places.units:
        return places.korean_name(places.province_of(change.pcode).pcode)
    return change.province


def _field(field: str, words: Wording) -> str:
    if field in FIELDS:
        return words.say(f"column-{field}")
    return capital(words.label("stage" if field in ALL_STAGES else "change", field))


def _value(field: str, value: str, words: Wording) -> str:
    """What a field was or is, in words where it has any."""
    if not value:
        return words.say("change-none")
    if field == "facility" and value in FACILITIES:
        return words.label("facility", value)
    if field == "stage":
        return words.label("stage", value)
    if field in ALL_STAGES:
        return ", ".join(words.date(day) for day in LISTED.split(value))
    return value


def _citations(change: Change) -> Iterator[Cited]:
    """The pages that the change comes from, each once."""
    gone = f"{Wording('en').say('change-gone')}: " if change.gone else ""
    seen: dict[tuple[str, str], None] = dict.fromkeys(_cited(change))
    for label, url in list(seen)[:MANY]:
        yield Cited(f"{gone}{label}", url if WEB.match(url) else "")
    if len(seen) > MANY:
        yield Cited(Wording("en").say("more", n=len(seen) - MANY), "")


def _cited(change: Change) -> Iterable[tuple[str, str]]:
    for one in change.sources:
        label = ", ".join(filter(None, (one.publisher or "unnamed source", one.published_on)))
        yield readable(label), readable(one.url)
