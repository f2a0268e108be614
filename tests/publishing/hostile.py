"""A folder published from articles with every payload in every field."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path

import geo
from geo.places import load_gazetteer
from geo.publishing import publish
from geo.view import MapOptions
from tests.payloads import EVERY

NAMES = [unit.name for unit in load_gazetteer().units.values() if unit.level == 2 and unit.polygon_pcode]
FIELDS = ("id", "title", "source", "url", "origin", "text")


def publish_hostile(place: Path) -> Path:
    """
    Two publications, so that the feed tells changes: an article for each payload, the field changing from one
    to the next, and a payload as title, byline and note.
    """
    names, rows = cycle(NAMES), []
    for number, payload in enumerate(EVERY):
        text = (
            f"A groundbreaking ceremony for a hospital was held in {next(names)} County, DPRK, on Thursday."
        )
        row = {
            "id": f"row-{number}",
            "date": "2025-02-07",
            "title": "Hospital",
            "source": "Example Agency",
            "url": f"https://example.org/{number}",
            "origin": "",
            "text": text,
        }
        for shift in (0, 3):
            field = FIELDS[(number + shift) % len(FIELDS)]
            row[field] = (
                f"{text[:-1]} {payload[:500]}.\n\n{payload[:500]} {text}" if field == "text" else payload
            )
        rows.append(json.dumps(row))
    (place / "hostile.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (place / "first.jsonl").write_text(rows[0], encoding="utf-8")
    said = EVERY[0] + EVERY[5]
    options = MapOptions(title=said, byline=said, notes=[said], address="https://example.org/maps/")
    publish(geo.build([place / "first.jsonl"]), place / "public", options=options)
    publish(geo.build([place / "hostile.jsonl"]), place / "public", options=options)
    return place / "public"
