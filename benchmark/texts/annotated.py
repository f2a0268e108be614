"""Annotated texts, articles and snippets, with the places and events that a reader finds in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmark.texts.units import facility_of, unit_of
from geo.articles.reading import read_articles
from geo.errors import InputError
from geo.models import Document, Section
from geo.text.language import guess_language

HELD_OUT = Path(__file__).parent / "held_out"
"""Never trained on, and no miss in it ever read."""
FITTING = Path(__file__).parent / "fitting"
"""Inventive wording, to see how far the program bends; never trained on."""
TUNED = Path(__file__).parent / "tuned"
SNIPPETS = Path(__file__).parent / "snippets"
"""One to four sentences each, with their events alone."""
CASES = Path(__file__).parent / "cases"
"""Of the same form as the snippets, several for each way of saying something that is easily misread."""

EventKey = tuple[str, str, str]
"""P-code, facility group, stage."""


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One way in which a text writes one place."""

    surface: str
    pcode: str | None
    """Province, city, county or district of the DPRK; None for a place elsewhere or below the county."""
    abroad: bool


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its right answers."""

    document: Document
    places: tuple[GoldPlace, ...]
    events: Mapping[EventKey, tuple[str | None, ...]]
    """Event -> the date of each time it happened."""
    projects: Mapping[EventKey, str] = field(default_factory=dict)
    """Event -> the project it is about, `world: name`, where gold tells."""
    kind: str = ""
    """Kind of publisher, where gold tells: state, agency, paper or specialist."""

    @property
    def units(self) -> frozenset[str]:
        """P-codes of the provinces, cities, counties and districts that the text names."""
        return frozenset(place.pcode for place in self.places if place.pcode)


def read_annotated(folder: Path) -> list[Annotated]:
    """
    The articles of a folder with `articles/` and `gold/`, by name.

    Raises
    ------
    InputError
        If there is no gold, an article is missing, or a gold place is no unit of the gazetteer.
    """
    golds = sorted((folder / "gold").glob("*.json"))
    if not golds:
        raise InputError(f"{folder}: no gold/*.json. Name a folder with articles/ and gold/ in it.")
    documents = {one.id: one for _, found in read_articles([folder / "articles"]) for one in found}
    return [_annotated(path, documents) for path in golds]


def _annotated(path: Path, documents: Mapping[str, Document]) -> Annotated:
    """One article with the gold of the same name."""
    if path.stem not in documents:
        raise InputError(f"{path}: there is no article of this name that can be read.")
    gold = json.loads(path.read_text(encoding="utf-8"))
    events: dict[EventKey, tuple[str | None, ...]] = {}
    projects: dict[EventKey, str] = {}
    for row in gold["events"]:
        key = (unit_of(row["county"], row["province"], path), facility_of(row["facility_type"]), row["event"])
        events[key] = (*events.get(key, ()), row["date"])
        if "project" in row:
            projects[key] = row["project"]
    places = tuple(_place(row, path) for row in gold["places"])
    return Annotated(documents[path.stem], places, events, projects, gold.get("kind") or "")


def _place(row: Mapping[str, str], path: Path) -> GoldPlace:
    """One entry of `places`."""
    if row["country"] != "KP" or row["type"] == "other":
        return GoldPlace(row["surface"], None, row["country"] != "KP")
    return GoldPlace(row["surface"], unit_of(row["canonical"], row["province"], path), False)


def read_snippets(language: str, folder: Path = SNIPPETS) -> list[Annotated]:
    """The snippets, or cases, of a language, `en` or `ko`; each is a document of its own."""
    path = folder / f"{language}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_snippet(json.loads(line), language, path) for line in lines if line]


def _snippet(row: dict[str, object], language: str, path: Path) -> Annotated:
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


def text_document(text: str, document_id: str = "text") -> Document:
    """A text without header lines, all of it to be read."""
    body = (Section("body", 0, len(text)),)
    return Document(document_id, document_id, text, body, language=guess_language(text))
