"""Two units of one name: what the sentence, the document or a reviewed project says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from geo.places.scene import NameReading, Scene
from geo.text import Pattern

Span = tuple[int, int]


class _Settled:
    """What the names of a document that are settled tell about the others."""

    def __init__(self, readings: Sequence[NameReading], scene: Scene) -> None:
        self._scene = scene
        self._readings = readings
        self._twins: dict[str, set[str]] = {}
        self._provinces: dict[Span, frozenset[str]] = {}
        self._hints: dict[Span, frozenset[str]] = {}
        for reading in readings:
            self.add(reading)

    def add(self, reading: NameReading) -> None:
        """Take note of a name that has one candidate left."""
        if len(reading.candidates) == 1 and not reading.foreign:
            self._twins.setdefault(self.form(reading), set()).add(reading.candidates[0])
            if self._is_province(reading):
                self._provinces.clear()

    def form(self, reading: NameReading) -> str:
        """The name as it is written, folded."""
        return self._scene.folded.text[reading.hit.start : reading.hit.end]

    def twins(self, reading: NameReading) -> set[str]:
        """What the same name was settled for elsewhere in the document."""
        return self._twins.get(self.form(reading), set())

    def provinces(self, start: int, end: int) -> frozenset[str]:
        """Provinces that a stretch of the folded text names."""
        if (start, end) not in self._provinces:
            first, last = (bisect_left(self._scene.starts, at) for at in (start, end))
            named = filter(self._is_province, self._readings[first:last])
            self._provinces[start, end] = frozenset(reading.candidates[0] for reading in named)
        return self._provinces[start, end]

    def hints(self, start: int, end: int) -> frozenset[str]:
        """Facilities that a stretch of the folded text speaks of."""
        if (start, end) not in self._hints:
            found = (
                k for k, hint in _FACILITY_HINTS.items() if hint.search(self._scene.folded.text[start:end])
            )
            self._hints[start, end] = frozenset(found)
        return self._hints[start, end]

    def _is_province(self, reading: NameReading) -> bool:
        single = len(reading.candidates) == 1 and not reading.foreign
        return single and self._scene.gazetteer.units[reading.candidates[0]].type == "province"


def settle_by_document(readings: Sequence[NameReading], scene: Scene) -> None:
    """Two units of one name: by a province in the sentence, by the document, by a reviewed project."""
    settled = _Settled(readings, scene)
    for reading in readings:
        if len(reading.candidates) < 2 or reading.foreign or reading.dropped or reading.disputed:
            continue
        for reason, choose in _CHOICES:
            wanted = choose(reading, settled, scene)
            if wanted:
                reading.keep(wanted, reason)
                reading.confidence = min(reading.confidence, 0.85)
            if len(reading.candidates) == 1:
                settled.add(reading)
                break


def _by_sentence_province(reading: NameReading, settled: _Settled, scene: Scene) -> list[str]:
    """Candidates in the only province that the sentence names."""
    return _in_provinces(reading, settled.provinces(*scene.sentence(reading.hit)), scene)


def _by_document_twin(reading: NameReading, settled: _Settled, scene: Scene) -> list[str]:
    """The candidate that the same name elsewhere in the document was settled for."""
    found = settled.twins(reading) & set(reading.candidates)
    return list(found) if len(found) == 1 else []


def _by_document_province(reading: NameReading, settled: _Settled, scene: Scene) -> list[str]:
    """Candidates in the only province that the document names."""
    return _in_provinces(reading, settled.provinces(0, len(scene.folded.text)), scene)


def _in_provinces(reading: NameReading, provinces: Iterable[str], scene: Scene) -> list[str]:
    """Candidates in some provinces, if it is only one."""
    inside = [p for p in reading.candidates if any(scene.gazetteer.lies_in(p, code) for code in provinces)]
    return inside if len(inside) == 1 else []


_FACILITY_HINTS = {
    "paper_mill": Pattern(r"paper (?:mill|factory)|종이공장|제지공장"),
    "regional_industry": Pattern(
        r"(?:regional|local)[ -]?(?:industr|factor)|지방공업|factories|regional development 20"
        r"|local industrial"
    ),
}


def _by_known_project(reading: NameReading, settled: _Settled, scene: Scene) -> list[str]:
    """The unit of a reviewed project of the facility that the sentence, else the document, speaks of."""
    form, hit = settled.form(reading), reading.hit
    known = [k for k in scene.gazetteer.known_projects if k.form.lower() == form]
    if not known:
        return []
    for where in ((hit.start, hit.end + 25), scene.sentence(hit), (0, len(scene.folded.text))):
        for facility in _FACILITY_HINTS:
            if facility in settled.hints(*where):
                found = [k.pcode for k in known if k.facility == facility and k.pcode in reading.candidates]
                if found:
                    return found
    return []


Choice = Callable[[NameReading, _Settled, Scene], list[str]]


_CHOICES: tuple[tuple[str, Choice], ...] = (
    ("province in the sentence", _by_sentence_province),
    ("settled elsewhere in the document", _by_document_twin),
    ("reviewed project of that name", _by_known_project),
    ("province in the document", _by_document_province),
)
