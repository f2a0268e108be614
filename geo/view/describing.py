"""What a map shows in one sentence, for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from geo.models import Language
from geo.view.messages import words, words_or_plain
from geo.view.records import CountyView, MapView, Words


def description_of(view: MapView, *, named: bool = False) -> Words:
    """How many counties have reached which stage, the furthest first, and on request which they are."""
    return {"en": _described(view, "en", named), "ko": _described(view, "ko", named)}


def _described(view: MapView, language: Language, named: bool) -> str:
    parts = []
    for stage in reversed([one["key"] for one in view["stages"]]):
        there = [county for county in view["counties"] if county["stage"] == stage]
        if there:
            label = words_or_plain(f"stage-{stage}", stage)[language]
            listed = f" ({', '.join(_names(there, language))})" if named else ""
            parts.append(f"{label} {len(there)}{listed}")
    bare = sum(county["stage"] is None for county in view["counties"])
    parts.append(f"{words('picture-none')[language]} {bare}")
    counties = words("picture-alt", number=len(view["counties"]))[language]
    return f"{counties}: {', '.join(parts)}."


def _names(counties: Sequence[CountyView], language: Language) -> list[str]:
    return [one["name_ko"] if language == "ko" and one["name_ko"] else one["name"] for one in counties]
