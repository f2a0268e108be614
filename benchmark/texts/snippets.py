"""Snippets: one to four sentences with the events that a reader finds in them, `benchmark/gold/snippets/`."""

from __future__ import annotations

import json
from pathlib import Path

from benchmark.texts.annotated import Annotated, facility_of, unit_of
from geo.models import Document, Section

SNIPPETS = Path(__file__).parent / "snippets"


def read_snippets(language: str, folder: Path = SNIPPETS) -> list[Annotated]:
    """The snippets of a language, `en` or `ko`; each is a document of its own."""
    path = folder / f"{language}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_annotated(json.loads(line), language, path) for line in lines if line]


def _annotated(row: dict[str, object], language: str, path: Path) -> Annotated:
    title, body = str(row["title"] or ""), str(row["text"])
    text = f"{title}\n\n{body}" if title else body
    start = len(text) - len(body)
    sections = (*([Section("title", 0, len(title))] if title else []), Section("body", start, len(text)))
    published = row["published"]
    document = Document(
        id=str(row["id"]),
        path=path.name,
        text=text,
        sections=tuple(sections),
        title=title or None,
        language=language,
        published_on=str(published) if published else None,
    )
    events: dict[tuple[str, str, str], tuple[str | None, ...]] = {}
    for county, province, facility, stage, date in row["events"]:  # type: ignore[attr-defined]
        key = (unit_of(county, province, path), facility_of(facility), stage)
        events[key] = (*events.get(key, ()), date)
    return Annotated(document, (), events)
