"""What a decision changes on the map, in words of both languages."""

from __future__ import annotations

from collections.abc import Iterator

from geo.comparing import Change, diff
from geo.desk.wording import facility_words, place_words, stage_words, told
from geo.models import ALL_STAGES, FACILITIES, Run
from geo.places import load_gazetteer
from geo.view import Words, county_stages, own_words

MOST = 40
"""So many lines are told, of more only how many."""


def effects(before: Run, after: Run) -> list[Words]:
    """Each county whose colour changes, each project that does, and how many are possible only."""
    lines = [*_colours(before, after), *map(_change, diff(before, after).changes)]
    lines += _counts(before, after)
    more = len(lines) - MOST
    shown = lines[:MOST] if more > 0 else lines
    return [*shown, *([told("effect-more", n=more)] if more > 0 else [])] or [told("effect-none")]


def _colours(before: Run, after: Run) -> Iterator[Words]:
    """Counties that another stage colours."""
    units = load_gazetteer().units
    old, new = (county_stages(run.announcements, units) for run in (before, after))
    for pcode, county in new.items():
        if county.stage != old[pcode].stage:
            yield told(
                "effect-colour",
                place=place_words(pcode),
                old=stage_words(old[pcode].stage or ""),
                new=stage_words(county.stage or ""),
            )


def _change(change: Change) -> Words:
    """One project that is other than before."""
    place = place_words(change.pcode) if change.pcode else own_words(change.place or "?")
    campaign = own_words(f" {change.campaign}" if change.campaign else "")
    what = told(f"change-{change.kind}")
    base = told(
        "effect-project", what=what, place=place, facility=facility_words(change.facility), campaign=campaign
    )
    parts = [
        told("effect-field", field=_field(one.field), old=_value(one.old), new=_value(one.new))
        for one in change.differences
        if one.field != "project"
    ] or [stage_words(change.stage)]
    return {
        "en": f"{base['en']}: {'; '.join(part['en'] for part in parts)}",
        "ko": f"{base['ko']}: {'; '.join(part['ko'] for part in parts)}",
    }


def _field(field: str) -> Words:
    return stage_words(field) if field in ALL_STAGES else told(f"field-{field}")


def _value(value: str) -> Words:
    """A stage, a facility, or what else stood there."""
    if value in ALL_STAGES:
        return stage_words(value)
    if value in FACILITIES:
        return facility_words(value)
    return own_words(value) if value else told("nothing")


def _counts(before: Run, after: Run) -> Iterator[Words]:
    """How many there are of what the map counts or only lists."""
    for key, old, new in (
        ("count-projects", len(before.announcements), len(after.announcements)),
        ("count-possible", len(before.possible), len(after.possible)),
        ("count-loose", len(before.loose_setbacks), len(after.loose_setbacks)),
    ):
        if old != new:
            yield told(key, old=old, new=new)
