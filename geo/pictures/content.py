"""What stands around the map, as the template `picture.typ` takes it: plain values that JSON can hold."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from geo.pictures.countrymap import names_on
from geo.pictures.fonts import FAMILY
from geo.pictures.legend import legend_of
from geo.pictures.words import Speech
from geo.text import drawable
from geo.view import LogoView, Look, MapView, PictureOptions, Theme, description_of

PUBLISHERS = 12
"""So many publishers are named on paper."""


def content_of(
    view: MapView,
    words: Speech,
    theme: Theme,
    looks: Mapping[str, Look],
    options: PictureOptions,
    families: Sequence[str] = (FAMILY,),
) -> dict[str, Any]:
    """Sizes in millimetres, colours and every text of a picture."""
    sheet = options.sheet
    return {
        "width": sheet.width,
        "height": sheet.height,
        "paper": sheet.is_paper,
        "parts": options.parts,
        "language": words.language,
        "fonts": list(families),
        "logo": _logo(view["style"]["logo"]),
        "colours": {name: getattr(theme, name) for name in ("paper", "ink", "quiet", "rule")},
        "title": _said(words.of(view["title"])),
        "headline": _said(words.of(view["headline"])),
        "takeaway": _said(words.of(view["takeaway"])),
        "subtitle": _said(words.of(view["subtitle"])),
        "byline": _said(view["byline"]),
        "dates": _dates(view, words),
        "alt": _said(description_of(view, named=True)[words.language]),
        "legend_head": words.say("picture-legend"),
        "legend": [asdict(entry) for entry in legend_of(view, words, theme, looks)],
        "counts": _counts(view, words),
        **_notes(view, words),
        "sources_head": words.say("picture-sources"),
        "sources": _listed([*_read(view, words, PUBLISHERS), *_credits(view, words)]),
        "credits": " · ".join(
            text.rstrip(".") for text in _listed([*_read(view, words, 0), *_credits(view, words)])
        ),
        "names": [[drawable(text), size, bold] for text, size, bold in sorted(set(names_on(view, words)))],
    }


def _logo(logo: LogoView | None) -> dict[str, Any] | None:
    """A logo as bytes of a format, and what it says."""
    if logo is None:
        return None
    kind, _, content = logo["uri"].partition(";base64,")
    format = "svg" if "svg" in kind else "png"
    return {"bytes": list(b64decode(content)), "format": format, "alt": logo["text"]}


def _said(text: str) -> str:
    return drawable(text).strip()


def _listed(texts: Iterable[str]) -> list[str]:
    return [said for said in map(_said, texts) if said]


def _dates(view: MapView, words: Speech) -> list[str]:
    """The period of the events and the day of the data."""
    period, day = view["period"], view["data_to"]
    said = (
        [words.say("picture-period", first=words.date(period[0]), last=words.date(period[1]))]
        if period
        else []
    )
    return [*said, *([words.say("picture-data-to", day=words.date(day))] if day else [])]


def _counts(view: MapView, words: Speech) -> str:
    """How many counties of each campaign are named, and how many reports are not on the map."""
    named = [
        words.say("picture-of", year=one["key"], named=one["named"], target=one["target"])
        for one in view["campaigns"]
    ]
    said = [f"{words.say('picture-named')}: {', '.join(named)}"] if named else []
    number = len(view["unplaced"])
    missing = [words.say("picture-unplaced", number=number)] if number else []
    return " · ".join(said + missing)


def _notes(view: MapView, words: Speech) -> dict[str, Any]:
    """
    The user's notes, then how to read the map; the last may be left out.

    `more` has for each number of notes that are shown, from those of the user on, what says how many are not.
    """
    ours = [
        words.say("claim"),
        words.say("whole"),
        *([words.say("picture-unplaced-note")] if view["unplaced"] else []),
    ]
    remarks = _listed(view["remarks"])
    notes = [*remarks, *_listed([*ours, *map(words.of, view["notes"])])]
    return {
        "notes_head": words.say("picture-notes"),
        "notes": notes,
        "remarks": len(remarks),
        "more": [
            words.say("picture-more-notes", number=len(notes) - shown)
            for shown in range(len(remarks), len(notes))
        ],
    }


def _read(view: MapView, words: Speech, named: int) -> list[str]:
    """How many documents were read, and of which publishers the most."""
    number = sum(one["documents"] for one in view["sources"])
    if not number:
        return []
    if not named:
        return [words.say("picture-documents", number=number)]
    listed = [f"{one['publisher']} ({one['documents']})" for one in view["sources"][:named]]
    others = len(view["sources"]) - len(listed)
    listed += [words.say("picture-others", number=others)] if others else []
    return [words.say("picture-read", number=number, publishers=", ".join(listed))]


def _credits(view: MapView, words: Speech) -> list[str]:
    """Whose lines and names these are, and what they are not."""
    return [
        *view["attribution"],
        words.of(view["caveat"]),
        words.say("made-lite", generator=view["generator"]),
    ]
