"""Whether there is enough beside a name, or in the document, to take it for a place at all."""

from __future__ import annotations

from collections.abc import Sequence

from geo.places.gazetteer import SPECIAL_CITIES
from geo.places.hits import Hit
from geo.places.namesakes import southern_namesake
from geo.places.scene import NameReading, Scene, units_of
from geo.text import Pattern


def drop_unsupported(readings: Sequence[NameReading], scene: Scene) -> None:
    """Bare names need a document about the North; weak and former ones need a type word or a province."""
    typed = {p for r in readings if r.hit.type_word and not r.foreign and not r.dropped for p in r.candidates}
    named = typed | _named_plainly(readings)
    lists = lists_of_names(readings, scene) if scene.context.is_north else {}
    for reading in readings:
        hit = reading.hit
        if reading.unknown:
            reading.dropped = not scene.context.is_north or not hit.type_word
        if reading.dropped or not reading.candidates:
            continue
        if hit.script == "latin" and not hit.capital:
            reading.dropped = True
        elif hit.start in lists and among_counties(
            reading,
            lists[hit.start],
            is_persons=scene.folded.text.startswith(("kim", "김"), hit.start),
        ):
            reading.reasons.append("in a list of counties")
        elif not _supported(reading, scene, typed, named):
            ordinary = hit.script == "hangul" and set(reading.kinds.values()) == {"weak"}
            reading.foreign = bool(hit.foreign) and (reading.foreign or not ordinary)
            reading.dropped = not reading.foreign


def may_be_kept(hit: Hit) -> bool:
    """Whether a hit can be taken for a place of the DPRK: no known name without its capital can."""
    return hit.unlisted or (bool(hit.names) and (hit.capital or hit.script != "latin"))


def _named_plainly(readings: Sequence[NameReading]) -> set[str]:
    """P-codes that a name which is no doubtful one may mean."""
    sure = (r for r in readings if not r.foreign and not r.dropped and not r.unknown)
    return {p for r in sure for p in r.candidates if r.kinds[p] in ("official", "variant")}


def _supported(reading: NameReading, scene: Scene, typed: set[str], named: set[str]) -> bool:
    """Whether there is enough beside the name, or in the document, to take it for a place of the DPRK."""
    hit = reading.hit
    kinds = {reading.kinds[p] for p in reading.candidates}
    if kinds == {"weak"} and all(unit.type == "site" for unit in units_of(reading, scene)):
        return _in_its_county(reading, scene, named)
    mismatch = any("which it is not" in reason for reason in reading.reasons)
    if mismatch and scene.context.north == 0 and southern_namesake(reading, scene):
        return False
    if hit.province >= 0 and reading.confidence >= 0.75:
        return True
    if hit.type_word == "seat":
        return scene.context.is_north
    if hit.type_word:
        return kinds != {"weak"} or hit.script != "latin" or hit.type_word != "ward" or scene.context.is_north
    if _stands_alone(reading, scene):
        return True
    if kinds <= {"weak", "former"}:
        if hit.script == "hangul":
            return _hangul_bare(reading, scene, typed)
        return (
            _in_its_province(reading, scene)
            or _named_before(reading, scene, typed)
            or _in_its_land(reading, scene)
        )
    if hit.script == "hangul":
        return _hangul_bare(reading, scene, typed)
    return scene.context.is_north or (
        scene.context.north > 0 and bool(SPECIAL_CITIES & set(reading.candidates))
    )


def _in_its_county(reading: NameReading, scene: Scene, named: set[str]) -> bool:
    """A site that counts only where the text names its county too, or the city that its ward is of."""
    upper = {unit.parent_pcode for unit in units_of(reading, scene)}
    cities = {scene.gazetteer.units[pcode].parent_pcode for pcode in upper} & SPECIAL_CITIES
    return scene.context.north > 0 and bool((upper | cities) & named)


SHORTEST_PLAIN = 6
"""Letters of the shortest name that is no word, person or place of another language by chance: Sinuiju."""


def is_plain(reading: NameReading) -> bool:
    """Whether a name in Latin script, as the DPRK or a handbook spells it, means one place anywhere."""
    hit = reading.hit
    return (
        hit.script == "latin"
        and hit.capital
        and not (hit.foreign or hit.unlisted or reading.foreign or reading.dropped or reading.unknown)
        and len(reading.candidates) == 1
        and reading.kinds[reading.candidates[0]] in ("official", "variant")
        and hit.end - hit.start >= SHORTEST_PLAIN
    )


def _stands_alone(reading: NameReading, scene: Scene) -> bool:
    """Names that mean one place anywhere: provinces, cities, known sites."""
    units = units_of(reading, scene)
    first = all(unit.level == 1 for unit in units) and reading.hit.script == "latin"
    plain = {reading.kinds[p] for p in reading.candidates} <= {"official", "variant", *["rule"] * first}
    known = is_plain(reading) and units[0].type == "city" and not scene.context.is_south
    known = known or all(unit.level == 1 or unit.type in ("site", "zone") for unit in units)
    return plain and known and not reading.hit.foreign and reading.hit.script != "hanja" and len(units) == 1


def _in_its_province(reading: NameReading, scene: Scene) -> bool:
    """A doubtful Latin name, no person's, in a sentence that names its province and no type word."""
    form = scene.folded.text[reading.hit.start : reading.hit.end]
    inside = _in_provinces_of_sentence(reading, scene)
    return not form.startswith("kim") and bool(inside) and set(reading.kinds.values()) == {"weak"}


_IN = Pattern(r"\b(?:in|at|of|to|from|near|and)\W{1,2}(?:the )?$")


def _named_before(reading: NameReading, scene: Scene, typed: set[str]) -> bool:
    """A doubtful Latin name, no person's, behind a preposition, where the text has its type word, too."""
    text, start = scene.folded.text, reading.hit.start
    if text.startswith("kim", start) or not set(reading.candidates) <= typed:
        return False
    return reading.hit.script == "latin" and _IN.search(text, max(0, start - 12), start) is not None


_WORKS_IN = Pattern(
    r"\b(?:factory|factories|plants?|mills?|hospitals?|farms?|complex|complexes|cent(?:er|re)s?|ceremony|ceremonies"
    r"|groundbreaking|construction) (?:in|at) $"
)
_ITS_LAND = Pattern(r", (?:north korea|the dprk|dprk)\b")


def _in_its_land(reading: NameReading, scene: Scene) -> bool:
    """A doubtful Latin name of a county, no person's, before its country, or where works are of the North."""
    text, hit = scene.folded.text, reading.hit
    county = all(unit.level == 2 and unit.status == "current" for unit in units_of(reading, scene))
    if not county or text.startswith("kim", hit.start) or hit.script != "latin":
        return False
    if _ITS_LAND.match(text, hit.end):
        return _IN.search(text, max(0, hit.start - 12), hit.start) is not None
    works = _WORKS_IN.search(text, max(0, hit.start - 20), hit.start) is not None
    return works and scene.context.is_north


def _in_provinces_of_sentence(reading: NameReading, scene: Scene) -> list[str]:
    """Candidates that lie in a province which the sentence names with its type word."""
    codes = scene.provinces_in(scene.sentence(reading.hit))
    return [p for p in reading.candidates if any(scene.gazetteer.lies_in(p, code) for code in codes)]


def _hangul_bare(reading: NameReading, scene: Scene, typed: set[str]) -> bool:
    """Bare Hangul names are ordinary words: cities, provinces and sites pass, counties need support."""
    if scene.context.north == 0 or reading.hit.end - reading.hit.start == 1:
        return False  # one syllable, 중, is a ward only with its type word
    units = units_of(reading, scene)
    weak = any(reading.kinds[p] in ("weak", "former") for p in reading.candidates)
    if not weak and any(unit.level == 1 or unit.type in ("city", "site", "zone") for unit in units):
        return True
    if reading.hit.facility_follows or any(unit.pcode in typed for unit in units):
        return True
    return reading.hit.group in scene.typed_lists


FEWEST_CLEAR = 2
"""So many other names of the list have to be no ordinary words; one more if the name is a person's."""

_JOINT = Pattern(
    r",? (?:and|&) |, ?|[·ㆍ、] ?|(?:와|과|및|,) ?| 및 "
    r"|(?: on (?:[a-z]+day|the \d{1,2}[a-z]{2}|[a-z]+ \d{1,2}))?(?:,|,? and) (?:those )?in "
)
"""Between names of a list, each of which may have its day: `in A on Monday, in B on Tuesday and in C`."""


def lists_of_names(readings: Sequence[NameReading], scene: Scene) -> dict[int, list[NameReading]]:
    """Start of each name in a list of three or more -> the names of the list."""
    text = scene.folded.text
    chains: list[list[NameReading]] = []
    for reading in sorted((r for r in readings if r.candidates), key=lambda r: r.hit.start):
        last = chains[-1][-1] if chains else None
        if last and _JOINT.fullmatch(text, last.hit.surface_end, reading.hit.surface_start):
            chains[-1].append(reading)
        else:
            chains.append([reading])
    return {reading.hit.start: chain for chain in chains if len(chain) > 2 for reading in chain}


def among_counties(reading: NameReading, chain: list[NameReading], *, is_persons: bool = False) -> bool:
    """
    Whether enough other names of the list can only be places.

    Those that cannot, or are dropped, leave the list, so that the next name does not look at them again.
    """
    wanted, clear, at = FEWEST_CLEAR + is_persons, 0, 0
    while at < len(chain) and clear < wanted:
        other = chain[at]
        if other.foreign or other.dropped or not set(other.kinds.values()) - {"weak", "former"}:
            chain[at] = chain[-1]
            chain.pop()
        else:
            clear += other is not reading
            at += 1
    return clear >= wanted
