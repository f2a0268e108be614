"""A comparison in words, one line a change, and as plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from geo.comparing.records import KINDS, Change, Comparison, Difference, Source
from geo.models import ALL_STAGES, FACILITIES, __version__
from geo.text import one_line

Json = dict[str, object]


def comparison_json(comparison: Comparison) -> Json:
    """Keys and values as `factorymap diff --json` prints them; docs/diff.md lists them."""
    return {
        "factorymap": __version__,
        "old": asdict(comparison.old),
        "new": asdict(comparison.new),
        "notes": list(comparison.notes),
        "counts": comparison.counts,
        "changes": [_without_nothing(asdict(change)) for change in comparison.changes],
    }


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """The comparison in words: notes, then the changes under a heading for each kind; safe for a terminal."""
    old, new = comparison.old.announcements, comparison.new.announcements
    yield f"{old} announcements before, {new} now."
    yield from (one_line(f"Note: {note}") for note in comparison.notes)
    if not comparison:
        yield "Nothing changed."
    for kind, heading in KINDS.items():
        told = [change for change in comparison.changes if change.kind == kind]
        if told:
            yield ""
            yield f"{heading}: {len(told)}"
            yield from (one_line(f"  {_line(change)}") for change in told)


def _without_nothing(change: Json) -> Json:
    """A change whose tuples are lists."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in change.items()}


def _line(change: Change) -> str:
    """Place, project, what is different, and where that stands."""
    where = ", ".join(part for part in (change.place or "place unknown", change.province) if part)
    code = change.pcode or "place unclear"
    what = " ".join(part for part in (FACILITIES[change.facility], change.campaign) if part)
    return f"{where} [{code}], {what}: {_told(change)}. {_cited(change)}"


def _told(change: Change) -> str:
    """What happened, in words."""
    parts = {one.field: one for one in change.differences}
    if change.kind == "advanced":
        return _progress(change, parts)
    if not parts:
        return " ".join((_stage(change.stage), *_days(change, change.stage)))
    return "; ".join(map(_difference, change.differences))


def _progress(change: Change, parts: dict[str, Difference]) -> str:
    """From which stage to which, and when that was."""
    when = " | ".join(_days(change, change.stage)) or "date not given"
    said = [f"{_stage(parts['stage'].old)} -> {_stage(change.stage)}, {when}"]
    said += [
        f"{_stage(one.field)} {one.new}"
        for one in change.differences
        if one.field not in ("stage", change.stage)
    ]
    return "; ".join(said)


def _days(change: Change, stage: str) -> list[str]:
    """The dates of a stage."""
    return [day for reported, day in change.dates if reported == stage and day]


def _difference(difference: Difference) -> str:
    """A field with what it was and is."""
    field, old, new = difference.field, difference.old, difference.new
    if field == "conflict":
        return _more(new, old) or f"no longer: {_more(old, new)}"
    if field == "project":
        return f"counted as {old} before, with {new} now"
    if field in ALL_STAGES:
        return f"{_stage(field)} {old or 'none'} -> {new or 'none'}"
    shown = (FACILITIES.get(value, _stage(value)) if value else "none" for value in (old, new))
    return f"{field} {' -> '.join(shown)}"


def _more(conflict: str, than: str) -> str:
    """What a conflict says that another does not."""
    return "; ".join(part for part in conflict.split("; ") if part not in than.split("; "))


def _stage(stage: str) -> str:
    return stage.replace("_", " ")


def _cited(change: Change) -> str:
    """The first source, and how many others there are."""
    if not change.sources:
        return "No source"
    first, *others = change.sources
    gone = "Was in" if change.gone else "Source:"
    more = f"; and {len(others)} more" if others else ""
    return f"{gone} {_source(first)}{more}"


def _source(source: Source) -> str:
    return ", ".join(
        part for part in (source.publisher or "unnamed source", source.published_on, source.url) if part
    )
