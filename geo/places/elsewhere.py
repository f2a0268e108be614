"""Two units of one name: what the sentence, the document or a reviewed project says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from geo.places.scene import NameReading, Scene


def settle_by_document(readings: Sequence[NameReading], scene: Scene) -> None:
    """Two units of one name: by a province in the sentence, by the document, by a reviewed project."""
    for reading in readings:
        if len(reading.candidates) < 2 or reading.foreign or reading.dropped or reading.disputed:
            continue
        for reason, choose in _CHOICES:
            wanted = choose(reading, readings, scene)
            if wanted:
                reading.keep(wanted, reason)
                reading.confidence = min(reading.confidence, 0.85)
            if len(reading.candidates) == 1:
                break


def _by_sentence_province(reading: NameReading, readings: Sequence[NameReading], scene: Scene) -> list[str]:
    """Candidates in the only province that the sentence names."""
    sentence = scene.sentence(reading.hit)
    start = scene.folded.text.find(sentence, max(0, reading.hit.start - len(sentence)))
    return _in_provinces(reading, readings, scene, start, start + len(sentence))


def _by_document_twin(reading: NameReading, readings: Sequence[NameReading], scene: Scene) -> list[str]:
    """The candidate that the same name elsewhere in the document was settled for."""
    text = scene.folded.text
    form = text[reading.hit.start : reading.hit.end]
    found = {
        other.candidates[0]
        for other in readings
        if len(other.candidates) == 1
        and not other.foreign
        and other.candidates[0] in reading.candidates
        and text[other.hit.start : other.hit.end] == form
    }
    return list(found) if len(found) == 1 else []


def _by_document_province(reading: NameReading, readings: Sequence[NameReading], scene: Scene) -> list[str]:
    """Candidates in the only province that the document names."""
    return _in_provinces(reading, readings, scene, 0, len(scene.folded.text))


def _in_provinces(
    reading: NameReading, readings: Sequence[NameReading], scene: Scene, start: int, end: int
) -> list[str]:
    provinces = {
        other.candidates[0]
        for other in readings
        if start <= other.hit.start < end
        and len(other.candidates) == 1
        and not other.foreign
        and scene.gazetteer.units[other.candidates[0]].type == "province"
    }
    inside = [p for p in reading.candidates if any(scene.gazetteer.lies_in(p, code) for code in provinces)]
    return inside if len(inside) == 1 else []


_FACILITY_HINTS = {
    "paper_mill": re.compile(r"paper (?:mill|factory)|종이공장|제지공장"),
    "regional_industry": re.compile(
        r"(?:regional|local)[ -]?(?:industr|factor)|지방공업|factories|regional development 20"
        r"|local industrial"
    ),
}


def _by_known_project(reading: NameReading, readings: Sequence[NameReading], scene: Scene) -> list[str]:
    """The unit of a reviewed project of the facility that the sentence, else the document, speaks of."""
    form = scene.folded.text[reading.hit.start : reading.hit.end]
    sentence = scene.sentence(reading.hit)
    known = [k for k in scene.gazetteer.known_projects if k.form.lower() == form]
    for where in (scene.folded.text[reading.hit.start : reading.hit.end + 25], sentence, scene.folded.text):
        for facility, hint in _FACILITY_HINTS.items():
            if hint.search(where):
                found = [k.pcode for k in known if k.facility == facility and k.pcode in reading.candidates]
                if found:
                    return found
    return []


Choice = Callable[[NameReading, Sequence[NameReading], Scene], list[str]]


_CHOICES: tuple[tuple[str, Choice], ...] = (
    ("province in the sentence", _by_sentence_province),
    ("settled elsewhere in the document", _by_document_twin),
    ("reviewed project of that name", _by_known_project),
    ("province in the document", _by_document_province),
)
